from articles.models.byline import Byline, BylineRole, Contributor
from articles.models.desk import Brief, Decision, Proposal, ProposalKind, Revision, Waiver
from articles.models.intake import ImportRun, Source, SourceText
from articles.models.record import Quote, QuotePlace
from articles.models.story import Article, Edition, Kind, Language, Rights, Stage, Story
from articles.models.theme import Theme, ThemedArticle, ThemedEdition

__all__ = [
    "Article",
    "Brief",
    "Byline",
    "BylineRole",
    "Contributor",
    "Decision",
    "Edition",
    "ImportRun",
    "Kind",
    "Language",
    "Proposal",
    "ProposalKind",
    "Quote",
    "QuotePlace",
    "Revision",
    "Rights",
    "Source",
    "SourceText",
    "Stage",
    "Story",
    "Theme",
    "ThemedArticle",
    "ThemedEdition",
    "Waiver",
]
