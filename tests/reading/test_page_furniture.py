"""What pages, stations and public bodies set above, into and below a text."""

import pytest

from articles.reading.furniture import is_menu
from articles.reading.layout import lay_out
from articles.reading.results import BlockKind

TITLE = "Trois frégates de plus pour garder les câbles de la Baltique"
BODY = "Les ministres de la Défense des pays alliés se sont réunis jeudi matin à Bruxelles pour parler du Sud."
MORE = "La réunion a duré quatre heures et s'est achevée sans que personne ne veuille en dire davantage."


def read(text, language="fr"):
    return lay_out(text, language=language)


def title_and_source(text, language="fr"):
    layout = read(text, language)
    return layout.title.value if layout.title else None, layout.source.value if layout.source else None


def of_kind(text, kind):
    return [block.text for block in read(text).blocks if block.kind is kind]


@pytest.mark.parametrize(
    ("above", "source"),
    [
        (
            "République Tunisienne\nMinistère de la Défense nationale\n\nCOMMUNIQUÉ DE PRESSE\n",
            "Ministère de la Défense nationale",
        ),
        (
            "RÉPUBLIQUE DU SÉNÉGAL\nUn Peuple - Un But - Une Foi\n\nMinistère des Forces armées\n",
            "Ministère des Forces armées",
        ),
        (
            "République islamique de Mauritanie\nHonneur – Fraternité – Justice\n\nÉtat-major général des armées\n",
            "État-major général des armées",
        ),
        ("Présidence de la République\n\nCommuniqué\n", "Présidence de la République"),
        ("Ambassade de France en Jordanie\n\n", "Ambassade de France en Jordanie"),
        ("Secrétariat d'État à la mer\nDirection de l'information\n\n", "Secrétariat d'État à la mer"),
        ("Ministry of Defence\n\nPress release\n", "Ministry of Defence"),
        (
            "Press release\n\nFrom:\nMinistry of Defence and The Rt Hon Jane Roe\nPublished\n15 May 2024\n\n",
            "Ministry of Defence",
        ),
        ("Communiqué\nDe : Défense nationale\n\n", "Défense nationale"),
        (
            "L’Œil du large\nCarnet d’un curieux de la mer\n\nAccueil | À propos | Archives | Contact\n\n",
            "L’Œil du large",
        ),
        ("Sahel Dimanche\n\nAccueil   Politique   Économie   Sport   Contact\n\n", "Sahel Dimanche"),
        ("Accueil\nMonde\nPolitique\nDéfense\nSport\n\n", None),
        ("Le Courrier du Ponant\nMenu\nSe connecter\nS'abonner\nBrest\nQuimper\n\n", "Le Courrier du Ponant"),
        ("LeFleuve.net, l'actualité du Sud sur le net\n\n", "LeFleuve.net"),
        ("World News\n\n", None),
        ("Home News World\n\n", None),
        ("Exclusif Le Parisien\n", "Le Parisien"),
        ("INFO OUEST-FRANCE\n", "OUEST-FRANCE"),
        ("Mer & Stratégie — La revue des affaires du large\n\n", "Mer & Stratégie"),
        ("Canalblog\n\nLe premier blog de l'actualité du port\n\n16 août 2008\n\n", None),
        ("| Drones | Espace | Mer | TV\n\n", None),
        ("Défense et industrie navale\n\nLa Marine au rendez-vous\n", None),
        ("News Stories\nMedia Center\n\n", None),
        ("COMMENTARY | Africa Programme\n\n", None),
        ("Afrique Revue > Tchad\n\n", None),
        ("International › Diplomatie\n\n", None),
        ("JEAN DUPONT\n\n", None),
        ("LE GRAND ENTRETIEN\n\n", None),
        ("Radio Méridienne\nLe Grand Témoin, 8 h 20\nMercredi 15 janvier 2025\n\n", "Radio Méridienne"),
        (
            "TRANSCRIPT\n\nThe Long Table, Channel Five Radio\nBroadcast: Tuesday 14 January 2025, 18:05\n\n",
            "Channel Five Radio",
        ),
        (
            "Le Phare du Nord (site web)\nMonde, mardi 12 novembre 2024 792 mots\nAussi paru dans Le Phare, p. 14\n\n",
            "Le Phare du Nord",
        ),
    ],
)
def test_what_stands_above_the_title_is_not_the_title(above, source):
    assert title_and_source(f"{above}{TITLE}\n\n{BODY}\n\n{MORE}\n") == (TITLE, source)


@pytest.mark.parametrize(
    "title",
    [
        "Ministère de la Défense : le budget passe de justesse",
        "Ambassade de France attaquée dans la nuit à Ouagadougou",
        "Le Monde change, l'Otan aussi",
        'Kaja Kallas: "Cables do not cut themselves"',
        "République tchèque, Slovaquie : deux votes et une Alliance",
        "Accueil des réfugiés : les maires réclament des moyens",
        "Menu, musique, protocole : dans les coulisses d'un sommet",
        "Union sacrée autour de l'armée",
        "Avec l'Otan : ce que dit l'accord",
    ],
)
def test_a_title_that_resembles_a_masthead_is_the_title(title):
    assert title_and_source(f"{title}\n\nPublié le 17 octobre 2024\n\n{BODY}\n\n{MORE}\n")[0] == title


def test_a_headline_in_capitalised_words_that_stands_twice_is_the_title():
    title = "Foreign Attachés Visit Naval Oceanography"
    text = f"News Stories\n\n{title}\n\n21 April 2023\n\n{title}\n{BODY}\n\n{MORE}\n"
    assert title_and_source(text)[0] == title


def test_an_hour_of_update_below_the_day_is_on_that_day():
    text = f"{TITLE}\nMadrid\n07/02/2025\nactualizado a las 17:42h\n{BODY}\n\n{MORE}\n"
    reading = read(text)
    assert (str(reading.published.date), str(reading.updated.date)) == ("2025-02-07", "2025-02-07")


def test_the_office_of_who_signs_leaves_the_article_even_as_an_item_of_a_list():
    head = "  • Published\n  • By Airman 1st Class Anna Roy\n  • 14th Flying Training Wing Public Affairs\n"
    reading = read(f"Guests come home after four months\n\n{head}{BODY}\n\n{MORE}\n", "en")
    assert [block.text for block in reading.blocks][1:] == [BODY, MORE]


def test_below_the_form_for_comments_nothing_is_the_articles():
    form = "Leave a Comment\n\nDisclaimer:\n\nPlease write your correct name and email address in the form."
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n"
    assert of_kind(text + form, BlockKind.PARAGRAPH) == [BODY, MORE]
    assert of_kind(f"{text}Leave a Comment\n\n{text}{BODY}", BlockKind.PARAGRAPH)[-1] == BODY


def test_a_transcript_that_opens_with_its_speakers_has_no_title():
    said = f"PAULE ROY\nBonjour à tous et merci d'être venus.\n\nALI SALAH\n{BODY}\n\n"
    head = (
        "TRANSCRIPTION - SEUL LE PRONONCÉ FAIT FOI\n\nRadio Méridienne\nLe Grand Témoin\nMercredi 15 janvier 2025\n\n"
    )
    text = f"{head}Invité : Ali Salah, commissaire\n\n{said * 3}"
    assert title_and_source(text) == (None, "Radio Méridienne")
    assert str(read(text).published.date) == "2025-01-15"


@pytest.mark.parametrize("mark", ["-", "–", "—", "--", "***", "=="])
@pytest.mark.parametrize(
    "heading", ["Soldats nord-coréens", '"Un seul théâtre"', "« Pas de chèque en blanc »", "Et après ?"]
)
def test_a_heading_between_two_marks_is_a_subheading(mark, heading):
    text = f"{TITLE}\n\n{BODY}\n\n{mark} {heading} {mark}\n\n{MORE}\n"
    assert of_kind(text, BlockKind.SUBHEADING) == [heading]


@pytest.mark.parametrize("line", ["- Fin -", "- 30 -", "*** Publicité ***", "— Partager —"])
def test_furniture_between_two_marks_heads_nothing(line):
    assert of_kind(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}\n", BlockKind.SUBHEADING) == []


@pytest.mark.parametrize(
    "line", ["Defence Secretary Grant Shapps said:", "Le ministre a déclaré :", "Mme Roy ajoute :"]
)
def test_a_line_that_announces_words_is_no_subheading(line):
    assert of_kind(f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}\n\n{BODY}", BlockKind.SUBHEADING) == []


@pytest.mark.parametrize(
    "box",
    [
        "RECEVEZ NOTRE LETTRE « LE LARGE »\nChaque mardi, l’essentiel.\nVotre adresse e-mail\nS’inscrire",
        "La lettre du matin\nTout ce qu'il faut savoir avant neuf heures.\nJe m’inscris",
        "The Morning Brief\nThe day's news, told in five minutes.\nEnter your email\nSign up",
        "Newsletter\nLe meilleur de la semaine chaque vendredi.\nAdresse e-mail *\nOK",
    ],
)
def test_the_box_around_a_form_leaves_the_article(box):
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{box}\n\nUn intertitre\n\n{MORE}\n"
    kept = " ".join(block.text for block in read(text).blocks)
    assert all(line not in kept for line in box.split("\n"))
    assert of_kind(text, BlockKind.SUBHEADING) == ["Un intertitre"]


def test_lines_without_a_gap_to_a_form_stay_when_they_are_many():
    text = "\n".join([TITLE, *[f"{index}. {BODY}" for index in range(9)], "S’inscrire", MORE])
    assert sum(BODY in block.text for block in read(text).blocks) == 9


@pytest.mark.parametrize(
    "heading", ["14 réponses à « Un titre »", "Commentaires (3)", "Vos réactions", "3 thoughts on “A title”"]
)
def test_what_readers_wrote_below_an_article_leaves_it(heading):
    text = "\n\n".join([TITLE, BODY, MORE, BODY, heading, "Marin44 : Très bon billet, merci beaucoup pour tout cela."])
    assert "Très bon billet" not in " ".join(block.text for block in read(text).blocks)


@pytest.mark.parametrize(
    ("tail", "source", "names"),
    [
        ("Sidi Ould Ahmed\nNouakchott Matin", "Nouakchott Matin", ["Sidi Ould Ahmed"]),
        ("© Le Quotidien du Port", "Le Quotidien du Port", []),
        ("Copyright © 2024 Le Quotidien du Port. Tous droits réservés.", "Le Quotidien du Port", []),
        ("Rédaction de l'Écho du Port", "l'Écho du Port", []),
        ("Source : Ministère des Armées", "Ministère des Armées", []),
        ("Marie Roy (Bruxelles, envoyée spéciale)", None, ["Marie Roy"]),
        ("M.R. avec Belga", "Belga", []),
    ],
)
def test_the_lines_below_a_text_sign_it(tail, source, names):
    layout = read(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{tail}\n")
    assert (layout.source.value if layout.source else None) == source
    assert [each.name for each in layout.signatures] == names


def test_the_owner_of_a_picture_below_its_caption_publishes_nothing():
    caption = "Photo : le ministre à son arrivée dans la salle du Conseil"
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{caption}\n© Le Quotidien du Port\n"
    assert read(text).source is None


def test_the_agency_of_the_dateline_goes_before_its_own_copyright():
    text = f"BRUXELLES, 17 oct 2024 (AFP) - {BODY}\n\n{MORE}\n\n© Agence France-Presse\n"
    assert read(text).source.value == "AFP"


@pytest.mark.parametrize(
    "line",
    [
        "Relations avec les médias, ministère de la Mer",
        "Tél. : 71 000 000 / Fax : 71 000 001",
        "Media enquiries: 020 7946 0000",
    ],
)
def test_whom_to_call_leaves_the_article(line):
    text = f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{line}\n"
    assert line not in [block.text for block in read(text).blocks]


def test_a_menu_is_several_short_entries_with_one_of_a_page():
    assert is_menu("Accueil | À propos | Archives | Contact")
    assert not is_menu("Accueil | Défense")
    assert not is_menu("Berlin | Paris | Varsovie")


@pytest.mark.parametrize(
    ("above", "published"),
    [
        (
            "Le Phare, l'actualité du port\nProverbe du jour : « Qui va loin revient. »\n\n"
            "{title}\n\nPublié le mardi 18 septembre 2012 à 23h25min\n\nPARTAGER :\n",
            "2012-09-18",
        ),
        ("565\n0\n\n{title}\n\nPARTAGER\n\n", None),
        ("{title} - WXYZ 7News | Breaking News\n\n", None),
        ("Lancer l'impression\n14-08-2017\n\n19:45\n\n", "2017-08-14"),
    ],
)
def test_a_title_that_the_page_says_twice_is_the_title(above, published):
    layout = read(f"{above.format(title=TITLE)}{TITLE}\n\n{BODY}\n\n{MORE}\n")
    assert layout.title.value == TITLE
    assert (str(layout.published.date) if layout.published else None) == published
    assert [block.text for block in layout.blocks] == [TITLE, BODY, MORE]


@pytest.mark.parametrize(
    "above",
    [
        "An official website of the United States Government\nHere's how you know\n\nOfficial websites use .gov\n\n"
        ".gov website belongs to an official government organization in the United States.\n\n"
        "A lock ( lock ) or https:// means you’ve safely connected to the .gov website.\n\nRelease\n\n",
        "Skip to Content\n\n",
        "Le Président de la République\n\n",
        "Le Ministre des Armées et des Anciens combattants\n\n",
    ],
)
def test_a_banner_or_who_speaks_above_the_title_is_not_the_title(above):
    assert title_and_source(f"{above}{TITLE}\n\nJeudi 11 juillet 2024\n\n{BODY}\n\n{MORE}\n")[0] == TITLE


@pytest.mark.parametrize(
    "tail",
    [
        "Vous désirez lire la suite de cet article ?\n1€ pour 1 mois (sans engagement)\n"
        "J'en profite\nA la une\nTous\n\nEn direct\n\nLe direct",
        "La suite est réservée aux abonnés.\nDéjà abonné ? Se connecter",
        "Partager :\nTwitter\nFacebook\n\nJ’aime ça :\nJ’aime chargement…\n\n"
        "Articles similaires\n\nLa Finlande aussi\n\nLaisser un commentaire\n\n"
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Share this:\nTwitter\n\nLoading...\n\nRelated\n\nLeave a Reply\n\n"
        "This site uses Akismet to reduce spam. Learn how your data is processed.",
        "Article Topic Follows: AP National\n\nJump to comments ↓\n\nBE PART OF THE CONVERSATION",
        "Contenu sponsorisé\n\nSujets associés\n\nOTAN\nDéfense",
        "[A lire aussi Le plan de l'Otan]\n\nNotre dossier : la guerre en mer",
        "((jean.dupont@agence.example; +33 1 00 00 00 00))",
    ],
)
def test_what_a_page_adds_below_a_text_leaves_it(tail):
    layout = read(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\n{tail}\n")
    assert [block.text for block in layout.blocks] == [TITLE, BODY, MORE]


def test_who_signs_below_the_buttons_is_read():
    layout = read(f"{TITLE}\n\n{BODY}\n\n{MORE}\n\nCommentaires (0)  |  Imprimer\n\nAhmat Zène Bichara\n")
    assert [each.name for each in layout.signatures] == ["Ahmat Zène Bichara"]


def test_a_name_between_summary_and_reading_time_signs():
    summary = "Le sommet doit prendre un ensemble de mesures pour renforcer les patrouilles en mer Noire."
    layout = read(f"{TITLE}\n\n{summary}\n\nPhilippe Martel\n\n3 min\n\n{BODY}\n\n{MORE}\n")
    assert [each.name for each in layout.signatures] == ["Philippe Martel"]
    assert layout.standfirst.value == summary


def test_an_agencys_header_gives_place_day_and_agency():
    header = "Bruxelles, Belgique | AFP | jeudi 17/10/2024 - 14:05 UTC+2 | 650 mots"
    layout = read(
        f"{TITLE}\nPar Jean ROY et Marie DURAND\n=(Photo+Vidéo+Infographie)=\n{header}\n\n{BODY}\n\n{MORE}\n"
    )
    assert (layout.dateline.value, layout.source.value, str(layout.published.date)) == (
        "Bruxelles",
        "AFP",
        "2024-10-17",
    )
    assert [block.text for block in layout.blocks] == [TITLE, BODY, MORE]


def test_a_caption_said_twice_stands_once():
    shown = "Le ministre (à g.) et le secrétaire général au quartier général. © AFP."
    assert of_kind(f"{TITLE}\n\n{shown}\n{shown}\n\n{BODY}\n\n{MORE}\n", BlockKind.CAPTION) == [shown]


@pytest.mark.parametrize("day", ["12.10.2023, 18.42 Uhr", "jeu 12/10/2023 - 18:42", "12 octobre 2023", "12/10/2023"])
def test_a_day_alone_below_the_summary_dates_the_text(day):
    layout = read(f"{TITLE}\n\n{MORE}\n\n{day}\n\n{BODY}\n\n{MORE} Encore.")
    assert str(layout.published.date) == "2023-10-12"
    assert not [block for block in layout.blocks if block.kind is BlockKind.SUBHEADING]


def test_the_days_of_a_chronology_date_no_text():
    layout = read(f"{TITLE}\n\n{MORE}\n\n12 octobre 2023\n\n{BODY}\n\n13 octobre 2023\n\n{MORE} Encore.")
    assert layout.published is None
    assert len([block for block in layout.blocks if block.kind is BlockKind.SUBHEADING]) == 2


@pytest.mark.parametrize(
    ("lead", "place"),
    [("Addis Ababa, 29 November 2019:", "Addis Ababa"), ("Nouakchott, le 29/11/2019 :", "Nouakchott")],
)
def test_a_colon_ends_a_dateline_that_has_its_day_and_year(lead, place):
    layout = read(f"{TITLE}\n\n{lead} {BODY}\n\n{MORE}")
    assert layout.dateline.value == place
    assert str(layout.published.date) == "2019-11-29"


def test_no_dateline_is_a_place_and_a_colon():
    assert read(f"{TITLE}\n\nBruxelles : {BODY}\n\n{MORE}").dateline is None
