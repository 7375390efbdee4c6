"""What a reading consists of, thing by thing, as an editor may look at each of them and leave it out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.reading.results import (
    BlockKind,
    DateCandidate,
    MeetingMention,
    PersonMention,
    Reading,
    RemovedKind,
    Span,
)


class Part(StrEnum):
    """What a reading consists of: fields, kinds of line, lines that left the article, mentions."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    PUBLISHED = "published"
    UPDATED = "updated"
    SOURCE = "source"
    BYLINE = "byline"
    EDITOR = "editor"
    EMBARGO = "embargo"
    BRIEF = "brief"
    CREDIT = "credit"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    LIST_ITEM = "list-item"
    BLOCK_QUOTE = "block-quote"
    LINE = "line"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    OFFICIAL = "official"
    MEETING = "meeting"
    QUOTE = "quote"
    DATE = "date"


BLOCK_PARTS = {
    BlockKind.TITLE: Part.TITLE,
    BlockKind.STANDFIRST: Part.STANDFIRST,
    BlockKind.SUBHEADING: Part.SUBHEADING,
    BlockKind.CAPTION: Part.CAPTION,
    BlockKind.LIST_ITEM: Part.LIST_ITEM,
    BlockKind.BLOCK_QUOTE: Part.BLOCK_QUOTE,
}
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """One thing of a reading, named so that a later reading of the same text finds it again.

    `kind` is a Part; a likely date carries its day behind a colon, since several rest on the same words.
    """

    kind: str
    start: int
    end: int

    def as_json(self) -> list[str | int]:
        """As it is stored; `LeftOut(*stored)` is the same again."""
        return [self.kind, self.start, self.end]


@dataclass(frozen=True, slots=True)
class Recognised:
    """One thing that can be left out. `target` is equal for mentions of one and the same; `new`: not in the registry.

    `more` is where else the text names it; `about` says more of it in words that stand in the text.
    """

    part: Part
    span: Span
    value: str
    target: str = ""
    passage: Span | None = None
    new: bool = False
    about: str = ""
    reasons: tuple[str, ...] = ()
    more: tuple[Span, ...] = ()
    line: RemovedKind | None = None  # of a LINE: what it was taken for

    @property
    def identity(self) -> LeftOut:
        kind = f"{self.part}:{self.value}" if self.part is Part.DATE else str(self.part)
        return LeftOut(kind, self.span.start, self.span.end)


def recognised(reading: Reading) -> tuple[Recognised, ...]:
    """Everything in the reading that can be left out: fields, lines of a kind, lines that left, then mentions."""
    return (*fields(reading), *_blocks(reading), *_lines(reading), *_mentions(reading))


def fields(reading: Reading) -> Iterator[Recognised]:
    """What was read in a line, or in a part of one, and stands in a field of its own."""
    if reading.dateline:
        yield Recognised(Part.DATELINE, reading.dateline.span, reading.dateline.value)
    if reading.published:
        yield Recognised(Part.PUBLISHED, reading.published.span, str(reading.published.date))
    if reading.updated:
        yield Recognised(Part.UPDATED, reading.updated.span, str(reading.updated.date))
    if reading.source:
        yield Recognised(Part.SOURCE, reading.source.span, reading.source.value)
    for part, signatures in ((Part.BYLINE, reading.signatures), (Part.EDITOR, reading.editors)):
        for signed in signatures:
            yield Recognised(part, signed.span, signed.name or signed.span.of(reading.text), about=signed.place)
    if reading.embargo:
        moment = reading.embargo.until.isoformat(" ", "minutes") if reading.embargo.until else reading.embargo.text
        yield Recognised(Part.EMBARGO, reading.embargo.span, moment)
    if reading.brief:
        yield Recognised(Part.BRIEF, reading.brief.span, reading.brief.text)
    for credit in reading.credits:
        yield Recognised(Part.CREDIT, credit.span, credit.value)


def _blocks(reading: Reading) -> Iterator[Recognised]:
    for block in reading.blocks:
        if block.kind in BLOCK_PARTS:
            yield Recognised(BLOCK_PARTS[block.kind], block.span, block.text)


def _lines(reading: Reading) -> Iterator[Recognised]:
    """The lines that left the article and gave no field."""
    resting = Resting(field.span for field in fields(reading))
    for removed in reading.removed:
        if removed.kind is not RemovedKind.SPACE and not resting.on(removed.span):
            yield Recognised(Part.LINE, removed.span, removed.span.of(reading.text), line=removed.kind)


def _mentions(reading: Reading) -> Iterator[Recognised]:
    for country in reading.countries:
        yield Recognised(Part.COUNTRY, country.span, country.surface, target=country.code, passage=country.passage)
    for organisation in reading.organisations:
        if organisation.key:
            yield Recognised(
                Part.ORGANISATION,
                organisation.span,
                organisation.name,
                target=organisation.key,
                passage=organisation.passage,
            )
    for person in reading.people:
        if person.is_proposed:
            yield _official(person)
    for meeting in reading.meetings:
        yield _meeting(meeting)
    for quote in reading.quotes:
        said_by = quote.speaker or quote.attribution
        yield Recognised(Part.QUOTE, quote.span, quote.text, passage=quote.passage, about=said_by)
    if reading.published is None:
        for candidate in reading.date_candidates:
            span = place_of(candidate)
            yield Recognised(Part.DATE, span, str(candidate.date), passage=span, reasons=candidate.reasons)


def _official(person: PersonMention) -> Recognised:
    return Recognised(
        Part.OFFICIAL,
        person.span,
        person.name,
        target=person.target,
        passage=person.passage,
        new=not person.key,
        about=person.office_title,
        more=tuple(span for span in person.mentions if span != person.span),
    )


def _meeting(meeting: MeetingMention) -> Recognised:
    days = dict.fromkeys(
        str(day) for day in (meeting.start or meeting.likely_start, meeting.end or meeting.likely_end) if day
    )
    return Recognised(
        Part.MEETING,
        meeting.span,
        meeting.label,
        target=meeting.key,
        passage=meeting.passage,
        new=not meeting.key,
        about=" · ".join(filter(None, [meeting.place, " – ".join(days)])),
        reasons=(meeting.reason,) if meeting.reason else (),
    )


def place_of(candidate: DateCandidate) -> Span:
    """The words that speak for a likely date; the beginning of the text where none do."""
    return candidate.span or _NOWHERE


class Resting:
    """Spans of a text, to ask whether one of them begins within another."""

    def __init__(self, spans: Iterable[Span]):
        self.starts = sorted(span.start for span in spans)

    def on(self, span: Span) -> bool:
        place = bisect_left(self.starts, span.start)
        return place < len(self.starts) and self.starts[place] < span.end
