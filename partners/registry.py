"""From the registry's rows to the names that a text can use.

`names_of` works on tables, wherever they come from: `read_tables()` reads the CSV files, `registry_tables()` the
database. Nothing here needs Django until the database is asked.
"""

import re
from collections.abc import Iterable

from partners.kinds import Framework
from partners.names import (
    OTHER_LANGUAGES,
    CountryNames,
    Form,
    MeetingNames,
    Names,
    OfficeNames,
    OfficialNames,
    OrganisationNames,
    Surface,
    TenureNames,
)
from partners.rows import CountryRow, MeetingRow, OfficeRow, OrganisationRow, Tables
from partners.tables import DATA, BadTables, read_tables

__all__ = ["DATA", "BadTables", "Tables", "names_of", "read_tables", "registry_names", "registry_tables"]

# "RDC", "U.S.", "SACEUR", "G7": capitals, digits and dots, and no word.
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z0-9])[A-Z0-9.]+", re.ASCII)


_latest: tuple[int, Names] | None = None  # the names made last, and what the database held


def registry_tables() -> Tables:
    """The database's rows in the shape of the tables: the editors' changes and own rows included."""
    from partners.loading import tables_from_database  # names are read from CSV files without a database, too

    return tables_from_database()


def registry_names() -> Names:
    """The names of everything that the database's registry holds, in a handful of queries.

    The same object as long as no row has changed, whoever changes it and in whatever process: a large registry's
    rows are asked for in a thirtieth of the time that making names of them takes.
    """
    global _latest
    from partners.loading import contents_mark

    mark = contents_mark()  # before the rows: what changes in between is seen the next time
    held = _latest
    if held is None or held[0] != mark:
        held = _latest = (mark, names_of(registry_tables()))
    return held[1]


def names_of(tables: Tables) -> Names:
    """The names of every row, without repeats; one in both languages, or in no known one, has the language ""."""
    cities = _cities(tables.countries)
    tenures: dict[str, list[TenureNames]] = {}
    for tenure in tables.tenures:
        held = TenureNames(tenure.office, tenure.since, tenure.until, tenure.acting)
        tenures.setdefault(tenure.official, []).append(held)
    joined = {row.country: row.since for row in tables.relations if row.framework == Framework.MEMBER}
    shared_titles = _shared(
        title for row in tables.meetings for title in {row.title_fr, row.title_en, *row.other_titles}
    )
    return Names(
        countries=tuple(
            CountryNames(row.code, row.name_fr, row.name_en, _country_surfaces(row), joined.get(row.code))
            for row in tables.countries
        ),
        organisations=tuple(
            OrganisationNames(row.key, row.name_fr, row.name_en, _organisation_surfaces(row))
            for row in tables.organisations
        ),
        offices=tuple(
            OfficeNames(row.key, _office_titles(row), row.organisation, row.country, row.single_holder)
            for row in tables.offices
        ),
        officials=tuple(
            OfficialNames(row.key, row.name, row.other_names, row.country, tuple(tenures.get(row.key, ())))
            for row in tables.officials
        ),
        meetings=tuple(_meeting(row, cities, shared_titles) for row in tables.meetings),
    )


def _name_form(text: str) -> Form:
    return Form.ACRONYM if _ACRONYM.fullmatch(text) else Form.NAME


def _surfaces(forms: Iterable[tuple[str, Form, str]], ambiguous: Iterable[str] = ()) -> tuple[Surface, ...]:
    """Each text once per form, in its language or, where French and English share it, in all.

    A text already there as a stronger form in that language is not repeated. `forms` come strongest first: a city
    called like its country stands for the country as a name does.
    """
    marked = set(ambiguous)
    languages: dict[tuple[str, Form], list[str]] = {}
    claimed: set[tuple[str, str]] = set()
    for text, form, language in forms:
        if not text or (text, language) in claimed or (text, "") in claimed:
            continue
        claimed.add((text, language))
        languages.setdefault((text, form), []).append(language)
    return tuple(
        Surface(text, form, language, text in marked)
        for (text, form), said_in in languages.items()
        for language in ([""] if {"fr", "en"} <= set(said_in) or "" in said_in else said_in)
    )


def _country_surfaces(row: CountryRow) -> tuple[Surface, ...]:
    return _surfaces(
        [
            (row.name_fr, Form.NAME, "fr"),
            (row.name_en, Form.NAME, "en"),
            *((alias, _name_form(alias), "") for alias in row.aliases),
            *((adjective, Form.ADJECTIVE, "fr") for adjective in (*row.adjectives_fr_m, *row.adjectives_fr_f)),
            *((adjective, Form.ADJECTIVE, "en") for adjective in row.adjectives_en),
            *((adjective, Form.ADJECTIVE, "it") for adjective in row.adjectives_it),
            *((adjective, Form.ADJECTIVE, "es") for adjective in row.adjectives_es),
            *((adjective, Form.ADJECTIVE, "de") for adjective in row.adjectives_de),
            *((capital, Form.CAPITAL, "fr") for capital in row.capitals_fr),
            *((capital, Form.CAPITAL, "en") for capital in row.capitals_en),
            *((capital, Form.CAPITAL, OTHER_LANGUAGES) for capital in row.capitals_other),
            *((metonym, Form.METONYM, "") for metonym in row.metonyms),
        ],
        row.ambiguous,
    )


def _organisation_surfaces(row: OrganisationRow) -> tuple[Surface, ...]:
    return _surfaces(
        [
            (row.acronym_fr, Form.ACRONYM, "fr"),
            (row.acronym_en, Form.ACRONYM, "en"),
            (row.name_fr, _name_form(row.name_fr), "fr"),
            (row.name_en, _name_form(row.name_en), "en"),
            *((alias, _name_form(alias), "") for alias in row.aliases),
        ]
    )


def _office_titles(row: OfficeRow) -> tuple[Surface, ...]:
    return _surfaces(
        [
            (row.title_fr_m, Form.NAME, "fr"),
            (row.title_fr_f, Form.NAME, "fr"),
            (row.title_en, Form.NAME, "en"),
            *((alias, _name_form(alias), "") for alias in row.aliases),
        ]
    )


def _cities(countries: Iterable[CountryRow]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The names of each capital in both languages, by country and by each of them."""
    cities: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in countries:
        if len(row.capitals_fr) == len(row.capitals_en):
            for pair in zip(row.capitals_fr, row.capitals_en, strict=True):
                for name in pair:
                    cities[row.code, name] = tuple(dict.fromkeys(pair))
    return cities


def _shared(titles: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {title for title in titles if title in seen or seen.add(title)}  # type: ignore[func-returns-value]


def _meeting(
    row: MeetingRow, cities: dict[tuple[str, str], tuple[str, ...]], shared_titles: Iterable[str]
) -> MeetingNames:
    places = (row.city, row.city_en, *cities.get((row.country, row.city), ()))
    return MeetingNames(
        key=row.key,
        kind=row.kind,
        portfolio=row.portfolio or "",
        titles=_surfaces(
            [
                (row.title_fr, Form.NAME, "fr"),
                (row.title_en, Form.NAME, "en"),
                *((title, Form.NAME, "") for title in row.other_titles),
            ],
            shared_titles,
        ),
        organiser=row.organiser,
        places=tuple(dict.fromkeys(place for place in places if place)),
        country=row.country,
        start=row.start,
        end=row.end,
    )
