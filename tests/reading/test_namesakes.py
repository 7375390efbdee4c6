"""Where a country's name is a dish's, an animal's, a street's, a town's or a person's; and where it is its own."""

import pytest

from tests.reading.prose import codes, named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Une omelette norvégienne, une salade russe et une crème anglaise.", "fr"),
        ("Un berger allemand, un bouledogue français et un lévrier afghan.", "fr"),
        ("Le cochon d'Inde, l'œillet d'Inde et la poule de Guinée.", "fr"),
        ("Les bernaches du Canada et les tortues de Floride.", "fr"),
        ("French fries, French toast, Swiss cheese and Danish pastries.", "en"),
        ("Two German shepherds, some guinea pigs, Brazil nuts and Canada geese.", "en"),
        ("Il habite rue du Maroc, près de la place d'Italie et de l'avenue des États-Unis.", "fr"),
        ("Sur la promenade des Anglais, à la pointe des Espagnols.", "fr"),
        ("Growers in Cuba, Alabama, and in Lebanon, Ga., and a farm at Peru, Indiana.", "en"),
        ("His daughter China, 9, has a bird.", "en"),
        ("Chad Okafor, Holland Pruitt and Mali Stevens left for Turkey Creek.", "en"),
        ("Hier, Malik Allemand et Lucas Roumain jouaient au Stade Français.", "fr"),
        ("Hier, Lucas Roumain est entré. Après le but, Roumain a souri.", "fr"),
        ("(Photo Armand Danemark)", "fr"),
        ("Le maire du Kremlin-Bicêtre dîne au Petit Kremlin.", "fr"),
        ("Interviews can be arranged in English, French and Swahili.", "en"),
        ("Il parle anglais, français et russe.", "fr"),
        ("The order is that of the English alphabet.", "en"),
    ],
)
def test_namesakes_of_countries_are_none(names, text, language):
    assert codes(text, names, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La place de la Turquie dans l'Alliance et la route de l'Ukraine vers l'Union.", "fr", "TR UA"),
        ("La République Française, le Gouvernement Malien et le Président Russe.", "fr", "FR ML RU"),
        ("Les Forces Armées Maliennes et la Douane Tunisienne.", "fr", "ML TN"),
        ("En 2013, Français et Maliens se sont battus.", "fr", "FR ML"),
        ("Partenariat Maroc États-Unis", "fr", "MA US"),
        ("Algérie, Maroc, Tunisie", "fr", "DZ MA TN"),
        ("In March, French troops left.", "en", "FR"),
        ("They work in French and German bases.", "en", "FR DE"),
        ("The Bahamas, Chad, the Gambia, Georgia, Guinea and Tbilisi.", "en", "BS TD GM GE GN"),
        ("Israel Defense Forces and Iran Revolutionary Guards.", "en", "IL IR"),
        ("Ukraine President Zelensky and Mali's Goita.", "en", "UA ML"),
        ("Le Kremlin et la Maison Blanche se taisent.", "fr", "RU US"),
        ("Un média pro-Kremlin.", "fr", "RU"),
        ("A Kremlin-backed group.", "en", "RU"),
        ("Son vin vient de Jordanie.", "fr", "JO"),
    ],
)
def test_countries_beside_such_words_stay_countries(names, text, language, expected):
    assert codes(text, names, language) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Deutschland und Litauen wollen mit Polen, Norwegen und Tschechien reden.", "de", "DE LT PL NO CZ"),
        ("Der Kreml schweigt, die Türkei und Rumänien nicht.", "de", "RU TR RO"),
        ("Chile y Brasil, Colombia, los Estados Unidos y el Reino Unido firmaron.", "es", "CL BR CO US GB"),
        ("La Germania, la Spagna, i Paesi Bassi e gli Stati Uniti hanno firmato.", "it", "DE ES NL US"),
        ("Saint Kitts and Nevis, Brunei Darussalam, Viet Nam and the Slovak Republic.", "en", "KN BN VN SK"),
        ("La mission de l'OTAN en Iraq.", "fr", "IQ"),
    ],
)
def test_countries_by_their_names_in_other_languages_and_in_the_united_nations(names, text, language, expected):
    assert codes(text, names, language) == set(expected.split())


def test_in_the_sports_pages_a_capital_is_its_club(names):
    sport = "Le match, au stade, a plu aux supporters : deux buts de l'attaquant, un arrêt du gardien."
    assert [m.rule for m in named("Paris souhaite inviter Rabat.", names).countries] == ["capital", "capital"]
    assert not named(f"{sport} Paris souhaite recruter un défenseur.", names).countries
