"""The names that a text can use for registry entries: the reader's only view of the registry. No Django here.

`partners.registry` fills these from the tables or the database; `articles.reading` reads them. Keys identify
entries and are never looked for in a text.
"""

from dataclasses import dataclass
from enum import StrEnum

from partners.dates import PartialDate


class Form(StrEnum):
    """What kind of name a surface is, which decides how it may match."""

    NAME = "name"  # as capitalised here, or inside a line of capitals
    ACRONYM = "acronym"  # in capitals only, and in its own language
    ADJECTIVE = "adjective"  # either way: "français", "Français"
    CAPITAL = "capital"  # a city: the country only when it stands for the state
    METONYM = "metonym"  # a house or palace that stands for the state


OTHER_LANGUAGES = "mul"  # the language of a surface that is for all but French and English


@dataclass(frozen=True, slots=True)
class Surface:
    """One form of a name. `language` is empty when every language uses it; `ambiguous` forms need context.

    An adjective stands as dictionaries have it: French in each gender, Italian and Spanish in the masculine
    singular, German without an ending.
    """

    text: str
    form: Form
    language: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class CountryNames:
    """`code` is ISO 3166-1 alpha-2, with XK for Kosovo. `member_since`: the day on which it joined the Alliance."""

    code: str
    name_fr: str
    name_en: str
    surfaces: tuple[Surface, ...]
    member_since: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class OrganisationNames:
    key: str
    name_fr: str
    name_en: str
    surfaces: tuple[Surface, ...]


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """A post: its titles in every gender and language, and whose post it is."""

    key: str
    titles: tuple[Surface, ...]
    organisation: str = ""
    country: str = ""
    single_holder: bool = True


@dataclass(frozen=True, slots=True)
class TenureNames:
    office: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class OfficialNames:
    key: str
    name: str
    other_names: tuple[str, ...] = ()
    country: str = ""
    tenures: tuple[TenureNames, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingNames:
    """`kind` and `portfolio` are the registry's words; `places` are the city's names in every language."""

    key: str
    kind: str
    portfolio: str
    titles: tuple[Surface, ...]
    organiser: str = ""
    places: tuple[str, ...] = ()
    country: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Everything of the registry that a text can name."""

    countries: tuple[CountryNames, ...] = ()
    organisations: tuple[OrganisationNames, ...] = ()
    offices: tuple[OfficeNames, ...] = ()
    officials: tuple[OfficialNames, ...] = ()
    meetings: tuple[MeetingNames, ...] = ()
