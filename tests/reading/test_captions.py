import pytest

from articles.reading.captions import is_caption
from articles.reading.credits import is_credit
from articles.reading.layout import lay_out
from articles.reading.results import BlockKind

BODY = "Les ministres de la Défense des pays alliés se sont réunis jeudi matin à Bruxelles pour parler du Sud."


def captions(text):
    return [block.text for block in lay_out(text, language="fr").blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize(
    "line",
    [
        "Le ministre turc et le secrétaire général, jeudi 15 mai à Antalya. SELIM KARAKOÇ / AGENCE MÉRIDIENNE",
        "Mark Rutte, à Bruxelles, le 17 octobre 2024. JOHN THYS / AFP",
        "Mark Rutte à Bruxelles, le 17 octobre 2024. JOHN THYS/AFP",
        "Mark Rutte à Bruxelles le 17 octobre. © John Thys, AFP",
        "Mark Rutte à Bruxelles le 17 octobre 2024. AFP - JOHN THYS",
        "Mark Rutte à Bruxelles le 17 octobre 2024. REUTERS - Yves Herman",
        "Mark Rutte à Bruxelles le 17 octobre 2024. AP - Virginia Mayo",
        "Le ministre à Rabat, lundi. Ph. K. Benjelloun",
        "Le ministre à Rabat, lundi. Ph : MAP",
        "Le ministre à Rabat, lundi (Ph. DR)",
        "Le ministre à Rabat, lundi. DR",
        "Le ministre à Rabat, lundi. © DR",
        "Le ministre à Rabat (DR)",
        "Le ministre à Rabat (Photo Yann Corre)",
        "Le ministre à Rabat. (Photo : Yann Corre/Ouest)",
        "Le ministre à Rabat | Photo : D.R.",
        "Le ministre à Rabat. Photo d'archives",
        "Le ministre à Rabat. Crédit photo : Yann Corre",
        "Le ministre à Rabat. Crédits : Yann Corre",
        "El ministro en la sede de la OTAN en Bruselas, este jueves. EFE",
        "El ministro en la sede de la OTAN en Bruselas, este jueves. EFE/EPA/OLIVIER HOSLET",
        "Pistorius und sein Amtskollege in Vilnius. Foto: Kay Nietfeld/dpa",
        "Royal Navy divers check a vehicle aboard the ship. MOD Crown copyright.",
        "NATO Secretary General Mark Rutte in Brussels, Oct. 17, 2024. (AP Photo/Virginia Mayo)",
        "NATO chief speaks in Brussels, Belgium October 17, 2024. REUTERS/Johanna Geron",
        "NATO chief speaks in Brussels [Johanna Geron/Reuters]",
        "NATO chief speaks in Brussels (Olivier Matthys via AP)",
        "NATO chief speaks in Brussels. Photograph: John Thys/AFP/Getty Images",
        "A soldier guards the gate. (U.S. Army photo by Sgt. Jane Doe)",
        "Le roi Philippe à Marche-en-Famenne. BELGA PHOTO ERIC LALMAND",
        "Le roi Philippe à Marche-en-Famenne. © Belga",
        "Le roi Philippe à Marche-en-Famenne. © BELGAIMAGE",
        "Des soldats maliens à Gao en 2022. Florent Vergnes / AFP / Archives",
        "Un drone turc à Ouagadougou – AFP",
        "Un drone turc à Ouagadougou, le 3 mai. | OUEST-FRANCE",
        "Un drone turc à Ouagadougou, le 3 mai. Illustration. | SIPA",
        "Le ministre Sébastien Lecornu. LP/Jean Dupont",
        "Le ministre Sébastien Lecornu à Paris. (Sipa)",
        "Le ministre Sébastien Lecornu à Paris, le 3 mai 2024. Stéphane de Sakutin/AFP",
        "Le ministre Sébastien Lecornu à Paris, le 3 mai 2024. Ludovic MARIN / POOL / AFP",
        "The ship during its move out of the yard in Wisconsin. Harbour Marine photo.",
        "Le pont remis aux soldats sur la rivière. Radio Fleuve/ Ph. Bernard Roy",
        "The minister meets paratroopers at the base. — Bernama pic",
        "L’armée suisse lors d’un exercice. [Keystone - Anna Roy]",
        "Le premier ministre à Ottawa. LA PRESSE CANADIENNE/Adrian Wyld",
        "Photo : Chantal Brésil prépare sa farce.",
        "Légende : le ministre à Bruxelles",
    ],
)
def test_a_line_that_shows_something_and_closes_with_a_credit_is_a_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Le ministre a reçu son homologue. Il a parlé du budget (1,3 % du PIB).",
        "Les ministres ont signé le texte. L'Otan",
        "« Nous sommes prêts », a dit Mark Rutte à l'AFP.",
        "Le texte a été signé par le ministre, selon l'agence TASS.",
        "Selon un diplomate (AFP), le vote aura lieu lundi.",
        "Le chef de l'Otan – Mark Rutte – a parlé.",
        "Le sommet a rassemblé les pays du format E3 (Allemagne, France, Royaume-Uni).",
        "Le ministre a répondu. Paris / Berlin : le couple patine",
        "Trois ministres viendront, dont ceux de Pologne et de Suède. A suivre",
        "L'Ukraine a reçu des F-16. Mais pas de NATO",
        "Le général est arrivé mardi. Il repartira avec sa délégation (DRC)",
        "Otan : le coup de gueule de Paris",
        "Défense - Les ministres réunis à Rabat",
        "Le Conseil de sécurité a voté la résolution (14 pour, une abstention).",
        "Il est mort hier, a annoncé sa famille dans un communiqué transmis à l'AFP",
        "Le Pentagone a démenti. Lire page 4",
    ],
)
def test_ordinary_words_are_neither_caption_nor_credit(line):
    assert not is_caption(line)
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "© Le Journal du Port par DR",
        "Ph. K. Benjelloun",
        "Ph : DR",
        "AFP - JOHN THYS",
        "John Thys/AFP",
        "Photo Belga",
        "PHOTO OLIVIER HOSLET, ASSOCIATED PRESS",
        "Crédit : AFP",
        "Jean Dupont / AFP",
        "Image : OTAN",
        "Getty Images",
    ],
)
def test_a_line_that_only_names_who_made_a_picture_is_a_credit(line):
    assert is_credit(line)


@pytest.mark.parametrize("credit", ["© Le Journal du Port par DR", "© AFP", "Photo Belga", "John Thys/AFP"])
def test_what_stands_right_below_a_credit_and_alone_is_its_caption(credit):
    shown = "Le ministre des Affaires étrangères, face à la presse à Tunis"
    assert captions(f"Un titre de plus de quatre mots\n\n{credit}\n{shown}\n\n{BODY}\n\n{BODY}") == [shown]


def test_the_last_paragraph_signed_by_an_agency_is_no_caption():
    assert captions(f"Un titre de plus de quatre mots\n\n{BODY}\n\nLe ministre ira jeudi à Bruxelles. EFE") == []


def test_a_paragraph_below_a_credit_among_others_is_no_caption():
    assert captions(f"Un titre de plus de quatre mots\n\n© AFP\n{BODY}\n{BODY}\n{BODY}") == []
