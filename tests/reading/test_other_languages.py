"""Officials and countries in Italian, Spanish and German texts."""

import pytest

from articles.reading.inflection import inflected
from partners.registry import names_of
from partners.rows import CountryRow, Tables
from tests.reading.prose import codes, people


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Il ministro della Difesa Ejup Verdi è arrivato.", "it", "Ejup Verdi", ""),
        ("Presente l'ambasciatore d'Italia Luca Gori.", "it", "Luca Gori", "IT"),
        ("Ha ricevuto l'ambasciatore degli Stati Uniti in Italia, Jack Marklund.", "it", "Jack Marklund", "US"),
        ("Alla guida c'è il generale turco Özkan Demir.", "it", "Özkan Demir", "TR"),
        ("Con l'inviato speciale dell'Ue Miroslav Novak.", "it", "Miroslav Novak", ""),
        ("Il sottosegretario alla Difesa Matteo Perla ha detto.", "it", "Matteo Perla", ""),
        ("Il presidente del Consiglio, Paola Verdi, ha detto.", "it", "Paola Verdi", ""),
        ("Il capo di Stato maggiore, ammiraglio Aldo Bianconi, ha detto.", "it", "Aldo Bianconi", ""),
        ("El homólogo letón, Andris Ozols, viajó.", "es", "Andris Ozols", "LV"),
        ("El secretario de Estado de Seguridad Rafael Pérez viajó.", "es", "Rafael Pérez", ""),
        ("El jefe del Estado Mayor, almirante Teodoro Calderón, viajó.", "es", "Teodoro Calderón", ""),
        ("La ministra de Defensa, Ana Pérez Ruiz, viajó.", "es", "Ana Pérez Ruiz", ""),
        ("Der russische Botschafter in Berlin, Sergej Antonow, sagte.", "de", "Sergej Antonow", ""),
        ("Kremlsprecher Dmitri Antonow wies das zurück.", "de", "Dmitri Antonow", ""),
        ("Der Sprecher des Auswärtigen Amtes, Karl Muster, sagte.", "de", "Karl Muster", ""),
        ("Die Justizministerin Eva Muster sagte es.", "de", "Eva Muster", ""),
        ("Der Generalstabschef Hans Muster sagte es.", "de", "Hans Muster", ""),
    ],
)
def test_an_official_by_the_post_that_the_text_gives(names, text, language, name, country):
    found = [(p.name, p.office_country) for p in people(text, names, language) if p.official]
    assert found == [(name, country)]


def test_a_ministers_colleague_is_one(names):
    found = people("Il ministro Guido Verdi ha visto il collega serbo Miloš Novak.", names, "it")
    assert [(p.name, p.official, p.office_country) for p in found] == [
        ("Guido Verdi", True, ""),
        ("Miloš Novak", True, "RS"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il ricercatore Paolo Neri e l'attivista Lia Blu parlano.", "it"),
        ("El escritor Juan Benet y el actor Luis Tosar hablan.", "es"),
        ("Der Historiker Hans Groß und die Forscherin Petra Klein reden.", "de"),
        ("Il direttore generale della Fiat, Carlo Neri, parla.", "it"),
    ],
)
def test_others_are_no_officials(names, text, language):
    assert not [person.name for person in people(text, names, language) if person.official]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Soldati italiani, truppe francesi, il generale turco e la premier danese.", "it", "IT FR TR DK"),
        ("Tropas españolas, el ministro letón, la fragata portuguesa y los alemanes.", "es", "ES LV PT DE"),
        ("Die litauische Regierung, russische Truppen und ein türkischer General.", "de", "LT RU TR"),
        ("Parigi, Berlino e Roma presenteranno un testo.", "it", "FR DE IT"),
        ("Mosca, da parte sua, accusa l'Occidente.", "it", "RU"),
        ("Moskau droht mit Vergeltung.", "de", "RU"),
        ("Berlin und Paris fordern eine Antwort.", "de", "DE FR"),
        ("Moscú rechaza la propuesta.", "es", "RU"),
        ("Parla inglese e francese; il libro è tradotto in tedesco.", "it", "FR"),
        ("È arrivato a Mosca; Roma antica; la sera Parigi.", "it", ""),
        ("Er reiste nach Warschau; Berlin liegt im Osten.", "de", ""),
        ("Le turco est un mot, serbo un autre.", "fr", ""),
    ],
)
def test_countries_by_adjective_and_by_a_capital_that_acts(names, text, language, expected):
    assert codes(text, names, language) == set(expected.split())


@pytest.mark.parametrize(
    ("adjective", "language", "forms"),
    [
        ("turco", "it", ["turco", "turca", "turci", "turchi", "turche"]),
        ("francese", "it", ["francese", "francesi"]),
        ("burkinabé", "it", ["burkinabé"]),
        ("danés", "es", ["danés", "danesa", "daneses", "danesas"]),
        ("español", "es", ["español", "española", "españoles", "españolas"]),
        ("iraní", "es", ["iraní", "iraníes"]),
        ("dänisch", "de", ["dänisch", "dänische", "dänischen", "dänischer", "dänisches", "dänischem"]),
        ("danois", "fr", ["danois"]),
    ],
)
def test_an_adjective_in_each_of_its_forms(adjective, language, forms):
    assert list(inflected(adjective, language)) == forms


def registry(**fields):
    row = CountryRow(line=2, code="ZZ", name_fr="Zède", name_en="Zed", **fields)
    return names_of(Tables(countries=(row,)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le truppe zedane sono arrivate ieri.", "it"),
        ("Las tropas zedanas llegaron ayer al puerto.", "es"),
        ("Die zedischen Truppen sind gestern angekommen.", "de"),
    ],
)
def test_the_registrys_words_are_those_that_the_reader_finds(text, language):
    written = {"adjectives_it": ("zedano",), "adjectives_es": ("zedano",), "adjectives_de": ("zedisch",)}
    assert codes(text, registry(**written), language) == {"ZZ"}
    assert codes(text, registry(), language) == set()


def test_an_adjective_of_one_language_is_a_word_like_any_other_in_the_next():
    assert codes("Les troupes zedane sont arrivées hier.", registry(adjectives_it=("zedano",)), "fr") == set()


def test_a_capital_of_other_languages_stands_for_its_state():
    names = registry(capitals_fr=("Zède-Ville",), capitals_other=("Zedina",))
    assert codes("Zedina ha annunciato ieri nuove sanzioni.", names, "it") == {"ZZ"}
    assert codes("Zedina a annoncé hier de nouvelles sanctions.", names, "fr") == set()


@pytest.mark.parametrize(
    ("text", "language", "states"),
    [
        ("Parigi ha annunciato ieri nuove sanzioni.", "it", {"FR"}),
        ("Mosca accusa Londra di mentire.", "it", {"RU", "GB"}),
        ("I rapporti tra Mosca e Berlino sono tesi.", "it", {"RU", "DE"}),
        ("Moscú acusa a Londres de mentir.", "es", {"RU", "GB"}),
        ("Madrid ha anunciado nuevas sanciones.", "es", {"ES"}),
        ("Paris und Berlin sind sich einig.", "de", {"FR", "DE"}),
        ("Warschau fordert neue Sanktionen gegen Minsk.", "de", {"PL", "BY"}),
        ("Die Beziehungen zwischen Moskau und Peking sind gut.", "de", {"RU", "CN"}),
        ("Kiew hat die Vorwürfe zurückgewiesen.", "de", {"UA"}),
        ("In Berlin traf er den Minister.", "de", set()),
        ("Berlin ist schön im Mai.", "de", set()),
        ("Madrid es una ciudad muy grande.", "es", set()),
        ("A Parigi il ministro ha annunciato nuove spese.", "it", set()),
        ("Der Zug zwischen Köln und Hamburg fährt wieder.", "de", set()),
    ],
)
def test_a_capital_is_its_state_where_it_acts(names, text, language, states):
    assert codes(text, names, language) == states
