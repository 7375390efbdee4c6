"""Names that the registry's own tables give, whatever the language of the text."""

import pytest

from partners.registry import read_tables
from tests.reading.prose import codes, organisations


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("La délégation a passé trois jours en Türkiye.", "fr", "TR"),
        ("La ministra viajó ayer a Letonia con su homólogo.", "es", "LV"),
        ("El acuerdo con los Países Bajos entra en vigor hoy.", "es", "NL"),
        ("Las maniobras se celebrarán en Marruecos.", "es", "MA"),
    ],
)
def test_countries_by_the_names_that_texts_in_other_languages_use(text, language, code, names):
    assert codes(text, names, language) == {code}


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Les ministres de la Joint Expeditionary Force se verront à Oslo.", "fr", "JEF"),
        ("La JEF a lancé une patrouille.", "fr", "JEF"),
        ("Le sommet de la Communauté d’Afrique de l’Est aura lieu à Arusha.", "fr", "EAC"),
        ("The East African Community will send troops.", "en", "EAC"),
        ("La Unión Europea aprobó el plan.", "es", "UE"),
    ],
)
def test_organisations_by_name_and_acronym(text, language, key, names):
    assert organisations(text, names, language) == {key}


def test_a_capital_that_hosted_a_meeting_has_its_english_name():
    english = {row.city: row.city_en for row in read_tables().meetings}
    assert english["Bruxelles"] == "Brussels"
    assert english["Varsovie"] == "Warsaw"
    assert english["La Haye"] == "The Hague"
