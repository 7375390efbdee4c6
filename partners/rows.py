"""The rows of the registry's tables, as the CSV files and the database both fill them. No Django here.

Rows name each other by key; `facts_of` gives what a row says as plain values.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from partners.dates import PartialDate
from partners.kinds import Framework, Gender, MeetingKind, Portfolio, Tongue


def _column(name: str) -> Any:
    """A required field whose column is called otherwise."""
    return field(metadata={"column": name})


def _optional_list(column: str = "") -> Any:
    return field(default=(), metadata={"column": column} if column else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table. A field without a default must be filled in."""

    line: int
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedRow(Row):
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow(Row):
    code: str = _column("iso2")
    name_fr: str
    name_en: str
    adjectives_fr_m: tuple[str, ...] = _optional_list("adjective_fr_m")
    adjectives_fr_f: tuple[str, ...] = _optional_list("adjective_fr_f")
    adjectives_en: tuple[str, ...] = _optional_list("adjective_en")
    adjectives_it: tuple[str, ...] = _optional_list("adjective_it")
    adjectives_es: tuple[str, ...] = _optional_list("adjective_es")
    adjectives_de: tuple[str, ...] = _optional_list("adjective_de")
    capitals_fr: tuple[str, ...] = _optional_list("capital_fr")
    capitals_en: tuple[str, ...] = _optional_list("capital_en")
    capitals_other: tuple[str, ...] = _optional_list("capital_other")
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow(KeyedRow):
    country: str
    framework: Framework
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str = ""
    note_fr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow(KeyedRow):
    name_fr: str
    name_en: str
    acronym_fr: str = ""
    acronym_en: str = ""
    aliases: tuple[str, ...] = ()
    about_fr: str = ""
    about_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow(KeyedRow):
    name: str
    other_names: tuple[str, ...] = ()
    country: str = ""
    gender: Gender | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow(KeyedRow):
    title_fr_m: str
    title_fr_f: str = ""
    title_en: str
    organisation: str = ""
    country: str = ""
    single_holder: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureRow(KeyedRow):
    official: str
    office: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow(KeyedRow):
    """`city` is the place in French, `city_en` in English where the two differ."""

    kind: MeetingKind
    portfolio: Portfolio | None = None
    title_fr: str
    title_en: str
    organiser: str = ""
    city: str = ""
    city_en: str = ""
    country: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    participants: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("participants", "organisations", "officials"):  # sets, whatever the cell's order
            object.__setattr__(self, name, tuple(sorted(getattr(self, name))))


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(KeyedRow):
    """What a meeting adopted or published; its title is in its own language."""

    meeting: str
    title: str
    language: Tongue
    address: str
    dated: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of the registry, in an order in which each refers only to rows before it."""

    countries: tuple[CountryRow, ...] = ()
    organisations: tuple[OrganisationRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    officials: tuple[OfficialRow, ...] = ()
    offices: tuple[OfficeRow, ...] = ()
    tenures: tuple[TenureRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()


# Which field of a table names rows of which other table.
REFERENCES = {
    "relations": {"country": "countries"},
    "officials": {"country": "countries"},
    "offices": {"country": "countries", "organisation": "organisations"},
    "tenures": {"official": "officials", "office": "offices"},
    "meetings": {
        "country": "countries",
        "organiser": "organisations",
        "participants": "countries",
        "organisations": "organisations",
        "officials": "officials",
    },
    "documents": {"meeting": "meetings"},
}


def facts_of(row: Row) -> dict[str, Any]:
    """What the row says, apart from its key, as plain JSON values, by which rows are compared."""
    skipped = {"line", "key", "code"}
    return {f.name: _plain(getattr(row, f.name)) for f in fields(row) if f.name not in skipped}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool) else str(value or "")
