"""The registry's closed vocabularies: what a table, a form and a reader may write. No Django here."""

from enum import StrEnum


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


class Portfolio(StrEnum):
    """Whose ministers a ministerial meeting brings together."""

    FOREIGN = "foreign"
    DEFENCE = "defence"
    INTERIOR = "interior"
    JUSTICE = "justice"
    FINANCE = "finance"


class Gender(StrEnum):
    """Which form of a French title a person bears."""

    FEMININE = "f"
    MASCULINE = "m"
