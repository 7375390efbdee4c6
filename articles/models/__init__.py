from articles.models.article import Article, Stage
from articles.models.byline import Byline, BylineRole, Contributor
from articles.models.checking import CheckLevel, Level
from articles.models.desk import Brief, Decision, Ignored, Proposal, ProposalKind, Revision, Waiver
from articles.models.edition import Edition, Kind
from articles.models.entries import EntryChange, EntryChangeKind, FormerTheme
from articles.models.intake import ImportRun, Incoming, Source, SourceText, Standing, TextFormat
from articles.models.journal import JournalEntry
from articles.models.likeness import Likeness, Resemblance, Shingle
from articles.models.picture import Picture, PictureRole, PlacedPicture, Portrait
from articles.models.record import Quote, QuotePlace
from articles.models.sharing import SharedPreview
from articles.models.silent import SilentEdit
from articles.models.standing import Address, Approval, ChangeRequest
from articles.models.story import Language, Rights, Story
from articles.models.theme import Theme, ThemedArticle, ThemedEdition
from articles.models.versions import LanguageVersion, LanguageVersions
from articles.models.writing import PersonalDraft, Presence

__all__ = [
    "Address",
    "Approval",
    "Article",
    "Brief",
    "Byline",
    "BylineRole",
    "ChangeRequest",
    "CheckLevel",
    "Contributor",
    "Decision",
    "Edition",
    "EntryChange",
    "EntryChangeKind",
    "FormerTheme",
    "Ignored",
    "ImportRun",
    "Incoming",
    "JournalEntry",
    "Kind",
    "Language",
    "LanguageVersion",
    "LanguageVersions",
    "Level",
    "Likeness",
    "PersonalDraft",
    "Picture",
    "PictureRole",
    "PlacedPicture",
    "Portrait",
    "Presence",
    "Proposal",
    "ProposalKind",
    "Quote",
    "QuotePlace",
    "Resemblance",
    "Revision",
    "Rights",
    "SharedPreview",
    "Shingle",
    "SilentEdit",
    "Source",
    "SourceText",
    "Stage",
    "Standing",
    "Story",
    "TextFormat",
    "Theme",
    "ThemedArticle",
    "ThemedEdition",
    "Waiver",
]
