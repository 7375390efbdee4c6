"""The names that a text can use for the registry's rows."""

import dataclasses

import pytest

from partners.names import OTHER_LANGUAGES, Form, Surface
from partners.registry import names_of, read_tables
from partners.rows import CountryRow, MeetingRow, OfficialRow, OrganisationRow, Tables, TenureRow


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def surfaces(names, code):
    return {(s.text, s.language): s for country in names.countries if country.code == code for s in country.surfaces}


def country(**fields):
    values = {"line": 2, "code": "ZZ", "name_fr": "Zède", "name_en": "Zed"} | fields
    return names_of(Tables(countries=(CountryRow(**values),))).countries[0]


def test_a_name_carries_its_language_and_none_when_both_say_it():
    assert country(name_fr="Zède", name_en="Zed").surfaces == (
        Surface("Zède", Form.NAME, "fr"),
        Surface("Zed", Form.NAME, "en"),
    )
    assert country(name_fr="Zed", name_en="Zed").surfaces == (Surface("Zed", Form.NAME, ""),)


def test_adjectives_of_both_genders_are_given_once():
    adjectives = country(adjectives_fr_m=("suisse",), adjectives_fr_f=("suisse",), adjectives_en=("Swiss",)).surfaces[
        2:
    ]
    assert adjectives == (Surface("suisse", Form.ADJECTIVE, "fr"), Surface("Swiss", Form.ADJECTIVE, "en"))


@pytest.mark.parametrize("code", ["KW", "LU", "DJ", "SG", "SM", "MC", "GT", "PA"])
def test_a_capital_called_like_its_country_stands_as_the_countrys_name(names, code):
    name = next(c.name_fr for c in names.countries if c.code == code)
    found = [s for s in surfaces(names, code).values() if s.text == name]
    assert found
    assert all(s.form is Form.NAME for s in found)


def test_a_capital_called_like_the_country_in_the_other_language_is_both(names):
    mexico = surfaces(names, "MX")
    assert mexico["Mexico", "fr"].form is Form.CAPITAL
    assert mexico["Mexico", "en"].form is Form.NAME


def test_forms_marked_ambiguous_are_so_wherever_they_come_from(names):
    assert surfaces(names, "GE")["Géorgie", "fr"].ambiguous
    assert surfaces(names, "US")["Washington", ""].ambiguous
    assert not surfaces(names, "US")["États-Unis", "fr"].ambiguous


def test_aliases_in_capitals_are_acronyms(names):
    states = surfaces(names, "US")
    assert states["USA", ""].form is Form.ACRONYM
    assert states["U.S.", ""].form is Form.ACRONYM
    assert states["Etats-Unis", ""].form is Form.NAME
    assert surfaces(names, "RU")["Kremlin", ""].form is Form.METONYM


def test_an_acronym_belongs_to_its_own_language(names):
    union = next(o for o in names.organisations if o.key == "UA")
    assert Surface("UA", Form.ACRONYM, "fr") in union.surfaces
    assert Surface("AU", Form.ACRONYM, "en") in union.surfaces


def test_a_key_is_no_surface():
    tables = Tables(
        organisations=(OrganisationRow(line=2, key="HUBSUD", name_fr="Hub pour le Sud", name_en="South Hub"),)
    )
    assert "HUBSUD" not in {s.text for s in names_of(tables).organisations[0].surfaces}


def test_no_name_is_empty_or_repeated(names):
    for entry in (*names.countries, *names.organisations):
        texts = [(s.text, s.language) for s in entry.surfaces]
        assert all(text.strip() for text, _language in texts)
        assert len(set(texts)) == len(texts), entry
    for entry in (*names.offices, *names.meetings):
        assert entry.titles


def test_tenures_stand_with_their_official():
    tables = Tables(
        officials=(OfficialRow(line=2, key="a", name="A"),),
        tenures=(TenureRow(line=2, key="a-x", official="a", office="x", acting=True),),
    )
    (official,) = names_of(tables).officials
    assert [(tenure.office, tenure.acting) for tenure in official.tenures] == [("x", True)]


def test_a_meetings_places_are_known_in_both_languages(names):
    places = {meeting.key: meeting.places for meeting in names.meetings}
    assert places["summit-varsovie-2016-07-08"] == ("Varsovie", "Warsaw")
    assert places["summit-la-haye-2025-06-24"] == ("La Haye", "The Hague")


def test_a_title_that_several_meetings_share_is_ambiguous():
    meeting = MeetingRow(line=2, key="m1", kind="summit", title_fr="Sommet", title_en="Summit")
    alone = names_of(Tables(meetings=(meeting,)))
    both = names_of(Tables(meetings=(meeting, dataclasses.replace(meeting, key="m2"))))
    assert not any(s.ambiguous for s in alone.meetings[0].titles)
    assert all(s.ambiguous for m in both.meetings for s in m.titles)


def test_every_fact_of_the_tables_has_a_source():
    tables = read_tables()
    for name in (field.name for field in dataclasses.fields(tables)):
        assert [row.key for row in getattr(tables, name) if not row.source] == []


def test_the_tables_say_each_name_of_a_person_once():
    officials = read_tables().officials
    said = [name for row in officials for name in (row.name, *row.other_names)]
    assert len(set(said)) == len(said)


def test_an_adjective_of_two_other_languages_stands_in_each_of_them():
    adjectives = country(adjectives_it=("zedo",), adjectives_es=("zedo",), adjectives_de=("zedisch",)).surfaces[2:]
    assert adjectives == (
        Surface("zedo", Form.ADJECTIVE, "it"),
        Surface("zedo", Form.ADJECTIVE, "es"),
        Surface("zedisch", Form.ADJECTIVE, "de"),
    )


def test_a_capital_of_other_languages_is_none_in_french_and_english():
    capitals = country(capitals_fr=("Zède",), capitals_en=("Zedville",), capitals_other=("Zedina",)).surfaces[2:]
    assert capitals == (
        Surface("Zedville", Form.CAPITAL, "en"),
        Surface("Zedina", Form.CAPITAL, OTHER_LANGUAGES),
    )
