"""All rows of the tables that merges, splits and renames concern, for comparing one moment with another."""

from django.db.models import Model

from articles.models import Article, Edition, FormerTheme, Ignored, Portrait, Proposal, Quote, QuotePlace, Theme
from articles.models.story import LINK_FIELDS
from articles.models.theme import ThemedArticle, ThemedEdition
from partners.models import (
    AgendaItem,
    Country,
    FormerCountry,
    FormerMeeting,
    FormerOfficial,
    FormerOrganisation,
    Meeting,
    MeetingDocument,
    Office,
    Official,
    Organisation,
    Relation,
    RemovedName,
    RemovedRow,
    Tenure,
)

TABLES: list[type[Model]] = [
    *(
        Country,
        Relation,
        Organisation,
        Official,
        Office,
        Tenure,
        Meeting,
        AgendaItem,
        MeetingDocument,
        RemovedName,
        RemovedRow,
    ),
    *(FormerCountry, FormerOrganisation, FormerOfficial, FormerMeeting, FormerTheme),
    *(Portrait, Theme, ThemedArticle, ThemedEdition, Quote, QuotePlace, Proposal, Ignored, Edition),
    *(getattr(story, name).through for story in (Article, Edition) for name in LINK_FIELDS),
    *(Meeting.participants.through, Meeting.organisations.through, Meeting.officials.through),
]


def dump():
    """Every column of every row, by table and key."""
    return {model._meta.label: [_row(row) for row in model._base_manager.order_by("pk").values()] for model in TABLES}


def _row(values):
    """Without the count by which calendars know that their copy is old: it rises, whatever is done."""
    return {column: value for column, value in values.items() if column not in {"sequence", "announced_at"}}


def differences(before, after):
    """Where two dumps differ, in few words."""
    return [
        (
            label,
            [row for row in before[label] if row not in after[label]],
            [r for r in after[label] if r not in before[label]],
        )
        for label in before
        if before[label] != after[label]
    ]
