"""The registry's closed vocabularies: what a table, a form and a reader may write. No Django here."""

from enum import StrEnum

ALLIANCE = "OTAN"  # the key of the organisation that relations are relations to


class Framework(StrEnum):
    """How a country relates to the Alliance."""

    MEMBER = "member"
    PARTNERSHIP_FOR_PEACE = "partnership-for-peace"
    MEDITERRANEAN_DIALOGUE = "mediterranean-dialogue"
    ISTANBUL_INITIATIVE = "istanbul-cooperation-initiative"
    ACROSS_THE_GLOBE = "partners-across-the-globe"


class MeetingKind(StrEnum):
    SUMMIT = "summit"
    MINISTERIAL = "ministerial"
    BILATERAL = "bilateral"
    COMMITTEE = "committee"
    EXERCISE = "exercise"
    OTHER = "other"


# The Alliance's meetings at which every member sits.
OF_ALL_MEMBERS = frozenset({MeetingKind.SUMMIT, MeetingKind.MINISTERIAL})


class Portfolio(StrEnum):
    """Whose ministers a ministerial meeting brings together."""

    FOREIGN = "foreign"
    DEFENCE = "defence"
    INTERIOR = "interior"
    JUSTICE = "justice"
    FINANCE = "finance"


class Tongue(StrEnum):
    """The languages that a document of public record can be in (BCP 47)."""

    FRENCH = "fr"
    ENGLISH = "en"
    SPANISH = "es"
    GERMAN = "de"
    ITALIAN = "it"
    PORTUGUESE = "pt"
    DUTCH = "nl"
    ARABIC = "ar"
    TURKISH = "tr"
    RUSSIAN = "ru"
    UKRAINIAN = "uk"


class Gender(StrEnum):
    """Which form of a French title a person bears."""

    FEMININE = "f"
    MASCULINE = "m"
