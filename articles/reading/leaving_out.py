"""The reading of a text without what an editor left out of it.

A mention that is left out is proposed no more. A field that is left out is empty, and its line goes back into the text
as a plain paragraph, unless something else that stays was read in the same line.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from articles.reading.clean_copy import clean_copy
from articles.reading.lines import split_lines, unwrapped
from articles.reading.prose import prose_of
from articles.reading.recognised import BLOCK_PARTS, LeftOut, Part, Resting, fields, place_of
from articles.reading.results import Block, BlockKind, Found, Reading, Removed, RemovedKind, Span
from articles.reading.titles import title_from


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanned)


def without(reading: Reading, left_out: Collection[LeftOut]) -> Reading:
    """The reading as if what is left out had not been recognised. Blocks and removed spans still tile the text.

    What the reading does not hold is passed over. A text whose title is left out is proposed another one.
    """
    if not left_out:
        return reading
    gone = _Gone(frozenset(left_out))
    blocks = tuple(_plain_where_left_out(block, gone) for block in reading.blocks)
    kept_lines, returned = _parted(reading, gone)
    blocks, spaces = _with_lines_back(reading, blocks, returned)
    title, proposed = _first(blocks, BlockKind.TITLE), reading.proposed_title
    if title is None and reading.title is not None:
        as_read = frozenset(reading.blocks)
        untouched = [block for block in blocks if block in as_read]
        proposed = title_from(prose_of(reading.text, untouched, reading.language))
        proposed = proposed and replace(proposed, value=clean_copy(proposed.value).text)
    people = tuple(p for p in reading.people if not gone.has(Part.OFFICIAL, p.span))
    known = {person.key for person in people}
    strangers = {person.key for person in reading.people if person.key} - known
    return replace(
        reading,
        blocks=blocks,
        removed=tuple(sorted([*kept_lines, *spaces], key=lambda removed: removed.span)),
        title=title,
        proposed_title=proposed,
        standfirst=_first(blocks, BlockKind.STANDFIRST),
        dateline=gone.unless(Part.DATELINE, reading.dateline),
        published=gone.unless(Part.PUBLISHED, reading.published),
        updated=gone.unless(Part.UPDATED, reading.updated),
        embargo=gone.unless(Part.EMBARGO, reading.embargo),
        source=gone.unless(Part.SOURCE, reading.source),
        signatures=gone.kept(Part.BYLINE, reading.signatures),
        editors=gone.kept(Part.EDITOR, reading.editors),
        credits=gone.kept(Part.CREDIT, reading.credits),
        brief=gone.unless(Part.BRIEF, reading.brief),
        countries=gone.kept(Part.COUNTRY, reading.countries),
        organisations=gone.kept(Part.ORGANISATION, reading.organisations),
        people=people,
        meetings=gone.kept(Part.MEETING, reading.meetings),
        # The words of a quote are still said by whom the text names, who is no official of ours.
        quotes=tuple(
            replace(quote, speaker_key="") if quote.speaker_key in strangers else quote
            for quote in gone.kept(Part.QUOTE, reading.quotes)
        ),
        date_candidates=tuple(
            each for each in reading.date_candidates if not gone.has(f"{Part.DATE}:{each.date}", place_of(each))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Gone:
    """What was left out, to be asked about one thing or several."""

    left_out: frozenset[LeftOut]

    def has(self, kind: str, span: Span) -> bool:
        return LeftOut(str(kind), span.start, span.end) in self.left_out

    def unless(self, part: Part, found: T | None) -> T | None:
        """What was found, None where it is left out."""
        return None if found is None or self.has(part, found.span) else found

    def kept(self, part: Part, found: Iterable[T]) -> tuple[T, ...]:
        return tuple(each for each in found if not self.has(part, each.span))


def _plain_where_left_out(block: Block, gone: _Gone) -> Block:
    if block.kind in BLOCK_PARTS and gone.has(BLOCK_PARTS[block.kind], block.span):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return block


def _parted(reading: Reading, gone: _Gone) -> tuple[list[Removed], list[Removed]]:
    """The removed spans that stay so, and those that go back: nothing of what was read in them is left."""
    found = list(fields(reading))
    out = [field for field in found if field.identity in gone.left_out]
    staying = Resting(field.span for field in found if field.identity not in gone.left_out)
    leaving = Resting(field.span for field in out)
    stay: list[Removed] = []
    back: list[Removed] = []
    for removed in reading.removed:
        if removed.kind is RemovedKind.SPACE or staying.on(removed.span):
            stay.append(removed)
        elif leaving.on(removed.span) or gone.has(Part.LINE, removed.span):
            back.append(removed)
        else:
            stay.append(removed)
    return stay, back


def _with_lines_back(
    reading: Reading, blocks: Sequence[Block], returned: Sequence[Removed]
) -> tuple[tuple[Block, ...], list[Removed]]:
    """The blocks with a paragraph for each line that goes back, and the white space between those lines.

    Words before a block in its own line, as a dateline's, become its beginning.
    """
    text = reading.text
    following = {block.span.start: index for index, block in enumerate(blocks)}
    changed = list(blocks)
    added: list[Block] = []
    spaces: list[Removed] = []
    for removed in returned:
        index = following.get(removed.span.end)
        lines = list(split_lines(removed.span.of(text)))
        if index is not None and len(lines) == 1:
            block = changed[index]
            span = Span(removed.span.start, block.span.end)
            changed[index] = replace(block, span=span, text=_words(text, span))
            continue
        position = removed.span.start
        for line in lines:
            if line.blank:
                continue
            span = Span(removed.span.start + line.start, removed.span.start + line.end)
            if position < span.start:
                spaces.append(Removed(RemovedKind.SPACE, Span(position, span.start)))
            added.append(Block(BlockKind.PARAGRAPH, span, _words(text, span), reading.language))
            position = span.end
        if position < removed.span.end:
            spaces.append(Removed(RemovedKind.SPACE, Span(position, removed.span.end)))
    return tuple(sorted([*changed, *added], key=lambda block: block.span)), spaces


def _words(text: str, span: Span) -> str:
    """The words on one line, in composed letters, as a block has them."""
    return unwrapped(clean_copy(span.of(text)).text)


def _first(blocks: Iterable[Block], kind: BlockKind) -> Found | None:
    return next((Found(block.text, block.span) for block in blocks if block.kind is kind), None)
