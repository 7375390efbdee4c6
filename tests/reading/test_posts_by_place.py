"""Posts told by their place: in a row, behind several commas, without a comma, in brackets, by who leads."""

import pytest

from tests.reading.prose import people


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Il a vu les membres de la présidence, Mme Ana Vig, M. Denis Mor et M. Jan Kos.",
            "fr",
            "Ana Vig; Denis Mor; Jan Kos",
        ),
        (
            "Le ministre de la Coopération, porte-parole officiel, au nom du gouvernement, M. Ali Mor, parle.",
            "fr",
            "Ali Mor",
        ),
        ("L'Inspecteur général des FAR Belkhir El Mor (Maroc) parle.", "fr", "Belkhir El Mor"),
        ("Le directeur de la DGSI Nicolas Mor parle.", "fr", "Nicolas Mor"),
        ("Le ministère de la Défense, dirigé par Imed Mor, parle.", "fr", "Imed Mor"),
        ("A government led by Aziz Mor has fallen.", "en", "Aziz Mor"),
        ("Jean Dupuis ministre de la Défense a parlé.", "fr", "Jean Dupuis"),
        ("Hier Awa Diop ambassadrice du Mali a parlé.", "fr", "Awa Diop"),
        ("Here is Rep. Mike Mor, R-Ohio, of the panel.", "en", "Mike Mor"),
        ("The visit of the President of the French Republic, Mr. Paul Mor, ended.", "en", "Paul Mor"),
        ("Voici le Prime Minister of the Republic of Estonia, Mrs. Kaja Klass, en visite.", "fr", "Kaja Klass"),
    ],
)
def test_an_official_is_told_by_the_place_of_the_post(names, text, language, expected):
    found = [person.name for person in people(text, names, language) if person.official]
    assert found == expected.split("; ")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il a vu les membres du club, M. Denis Mor et M. Jan Kos.", "fr"),
        ("Le collectif, dirigé par Imed Mor, parle. Une entreprise publique dirigée par Ana Vig ferme.", "fr"),
        ("Paul Mor juge que non. Awa Diop charge un ami. Marie Colin secrétaire à Lyon rit.", "fr"),
        ("Rue Emmanuel Macron, au lycée Jacques Chirac, devant le mausolée Mohammed V.", "fr"),
        ("A sales rep, Mike Mor, said so.", "en"),
    ],
)
def test_like_words_make_nobody_an_official(names, text, language):
    assert not [person.name for person in people(text, names, language) if person.official]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Le général Ahmed Mor (Tunisie) parle.", "TN"),
        ("Ahmed Mor, chef de la Défense (Italie), parle.", "IT"),
        ("Le colonel Paul Mba (53 ans) parle du Gabon.", ""),
    ],
)
def test_the_country_in_brackets_is_the_posts(names, text, country):
    assert [(p.official, p.office_country) for p in people(text, names)] == [(True, country)]
