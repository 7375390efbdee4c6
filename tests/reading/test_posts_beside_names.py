"""Posts that a text gives beside other people's names: of a row of names, of somebody's aides, of a country's."""

import pytest

from tests.reading.prose import people


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Jean Petit et Karl Muster, ministres français et allemand de la Défense, ont signé.",
            "fr",
            {"Jean Petit": "FR", "Karl Muster": "DE"},
        ),
        (
            "Ali Diop et Issa Sangaré, respectivement ministre de la Justice du Mali et du Niger, ont signé.",
            "fr",
            {"Ali Diop": "ML", "Issa Sangaré": "NE"},
        ),
        (
            "Jean Petit and Karl Muster, the French and German defence ministers, signed.",
            "en",
            {"Jean Petit": "FR", "Karl Muster": "DE"},
        ),
        (
            "French and German defence ministers Jean Petit and Karl Muster signed.",
            "en",
            {"Jean Petit": "FR", "Karl Muster": "DE"},
        ),
        (
            "Presidents Jean Petit of Mali and Karl Muster of Niger signed.",
            "en",
            {"Jean Petit": "ML", "Karl Muster": "NE"},
        ),
        ("President Jean Petit of Mali spoke.", "en", {"Jean Petit": "ML"}),
        (
            "Left to right: Jean Petit (Prime Minister, Mali) and Karl Muster (Minister of Defence, Niger)",
            "en",
            {"Jean Petit": "ML", "Karl Muster": "NE"},
        ),
        (
            "Le porte-parole du président Jean Petit, Karl Muster, a parlé.",
            "fr",
            {"Jean Petit": "", "Karl Muster": ""},
        ),
        (
            "L'émissaire du ministre Jean Petit pour le Sahel, Karl Muster, a parlé.",
            "fr",
            {"Jean Petit": "", "Karl Muster": ""},
        ),
        ("President Jean Petit's spokesman Karl Muster spoke.", "en", {"Jean Petit": "", "Karl Muster": ""}),
        ("Le porte-parole du chanteur Jean Petit, Karl Muster, a parlé.", "fr", {}),
        ("Il a salué le président Jean Petit, Karl Muster l'a suivi.", "fr", {"Jean Petit": ""}),
    ],
)
def test_officials_and_their_countries(text, language, expected, names):
    assert {p.name: p.office_country for p in people(text, names, language) if p.official} == expected


def test_whose_post_it_is_stands_behind_a_comma_in_brackets_and_is_no_part_of_it(names):
    (person,) = people("Jean Petit (Prime Minister, Mali) spoke.", names, "en")
    assert (person.office_title, person.office_country) == ("Prime Minister", "ML")


def test_a_head_of_cabinet_does_not_make_the_minister_one(names):
    (person,) = people("Le directeur de cabinet de Jean Petit a parlé. Le ministre Jean Petit aussi.", names)
    assert person.office_title == "ministre"
