"""Officials and countries in Italian, Spanish and German texts."""

import pytest

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
