"""What the reader hands on: frozen records, each with the span of the source text that it rests on.

Spans are code-point offsets into the decoded text (see `articles.reading.decode`); `text[start:end]` is always
the surface itself, and the values beside it say the same in composed letters (see `articles.reading.clean_copy`).
Lists stand in reading order.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from partners.dates import PartialDate
from partners.folding import fold

NEW = "new:"  # begins the key of what the registry lacks


class Span(NamedTuple):
    """A tuple, because a reading makes, orders and compares hundreds of them."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a line of the text is, when it belongs to the article."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    CAPTION = "caption"


class RemovedKind(StrEnum):
    """What leaves the article: recognised, moved to its own field or dropped, always reported."""

    SPACE = "space"  # blank lines, line ends, bullets' indentation
    BRIEF = "brief"
    EMBARGO = "embargo"
    DATE = "date"
    DATELINE = "dateline"
    BYLINE = "byline"
    EDITORS = "editors"
    CREDIT = "credit"
    RUBRIC = "rubric"
    FURNITURE = "furniture"  # "Lire aussi", share lines, reading time, separators
    REPEAT = "repeat"  # the title said again


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of the article. `language` differs from the text's own for a foreign caption."""

    kind: BlockKind
    span: Span
    text: str
    language: str
    level: int = 0  # of a subheading: 2, 3 or 4; else 0


@dataclass(frozen=True, slots=True)
class Removed:
    kind: RemovedKind
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A field's value and where it stands."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    date: PartialDate
    span: Span


@dataclass(frozen=True, slots=True)
class Signature:
    """A person who signed. `role` is "author", "correspondent", "photographer", "translator" or "editor"."""

    name: str
    span: Span
    role: str = "author"
    place: str = ""


@dataclass(frozen=True, slots=True)
class Embargo:
    """The line that forbids publication before a moment; `until` is None when the moment cannot be read.

    `until` carries no offset: it is the newsroom's local time. A date without an hour holds until that day begins
    at 00:00; without a year it stays None unless the text states its own date.
    """

    text: str
    span: Span
    until: datetime | None


class RequirementKind(StrEnum):
    LANGUAGE = "language"
    WORDS = "words"
    SUBHEADINGS = "subheadings"
    SEO = "seo"


@dataclass(frozen=True, slots=True)
class Requirement:
    """`value`: a language code, a least number of words, a least number of subheadings, or "" for SEO."""

    kind: RequirementKind
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class BriefFound:
    """The commissioning instruction on top of a text; `remarks` is what is no checkable requirement."""

    text: str
    span: Span
    requirements: tuple[Requirement, ...]
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class CountryMention:
    """`rule`: "name", "adjective", "capital" (for the state), "metonym". `passage` is the sentence around it."""

    code: str
    surface: str
    span: Span
    rule: str
    passage: Span


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    key: str
    name: str  # as the registry says it, else as the text says it
    surface: str
    span: Span
    rule: str
    passage: Span


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One person of the text, once, in the fullest form that it gives.

    `key` is the registry's, or empty for a person whom it lacks; then `office_title`, `office_country` and
    `office_organisation` say what the text says of the post. `standing`: "in office", "former", "acting",
    "designated" or "late". `official` is False for a named person without an office. `same_as` holds the registry's
    keys of officials whom another spelling of the name may mean: a question, no link.
    """

    name: str
    span: Span  # the name's fullest form
    passage: Span  # the sentence that introduces the person
    key: str = ""
    official: bool = True
    office: str = ""  # the registry's key of the office named, when it is known
    office_title: str = ""  # as the text words it
    office_span: Span | None = None
    office_country: str = ""
    office_organisation: str = ""
    standing: str = "in office"
    rule: str = ""
    mentions: tuple[Span, ...] = ()  # every place where the person is named
    titles: tuple[str, ...] = ()  # every post that the text gives the person, as it words them
    same_as: tuple[str, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """Whether an editor is asked about the person: an official, or somebody who may be one."""
        return self.official or bool(self.same_as)

    @property
    def target(self) -> str:
        """What a proposal of the person is for: the registry's key, else one made of the name."""
        return self.key or f"{NEW}{fold(self.name)}"


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting that was held or is announced. `start` and `end` are what the text states and no more.

    `likely_start` and `likely_end` are completed from the registry or from the text's likely date; `key` is the
    registry's meeting, when exactly one fits.
    """

    kind: str  # summit, ministerial, bilateral, committee, exercise, other
    label: str
    span: Span
    passage: Span
    portfolio: str = ""
    organiser: str = ""
    place: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    likely_start: PartialDate | None = None
    likely_end: PartialDate | None = None
    key: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """Attributed words in quotation marks; the span is inside the marks."""

    text: str
    span: Span
    passage: Span
    speaker: str | None = None  # the fullest name of a person of the text
    speaker_key: str = ""
    attribution: str = ""  # who said it, in the text's words, when it is no named person
    attribution_span: Span | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A likely date of a text that does not state one, with the facts that speak for it."""

    date: PartialDate
    reasons: tuple[str, ...]
    span: Span | None = None  # the words of the text that carry the first reason


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything understood of one source text. `blocks` and `removed` together tile `text` exactly."""

    text: str
    encoding: str
    language: str
    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    title: Found | None = None
    proposed_title: Found | None = None
    standfirst: Found | None = None
    dateline: Found | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    embargo: Embargo | None = None
    source: Found | None = None
    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    credits: tuple[Found, ...] = ()
    brief: BriefFound | None = None
    countries: tuple[CountryMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = field(default=())
