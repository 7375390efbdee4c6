"""The lines of a text put together: blocks and removed spans, which cover it exactly, and what each field is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.reading.agencies import is_agency, is_proper, names_a_medium
from articles.reading.calendar_words import plain
from articles.reading.date_spans import DateSpan
from articles.reading.datelines import DatelineFound
from articles.reading.headings import agency_behind, house_behind, is_sentence
from articles.reading.language import UNKNOWN, is_foreign, language_of
from articles.reading.line_facts import Facts
from articles.reading.lines import unwrapped
from articles.reading.pieces import Piece
from articles.reading.publishers import publisher_in_prose
from articles.reading.results import Block, BlockKind, Found, FoundDate, Removed, RemovedKind, Signature, Span

_BEHIND_THE_TITLE = re.compile(r"\S\s+[–—|-]\s+(?P<house>[A-ZÀ-Ý][^–—|:?!]{2,40})$")


@dataclass(frozen=True, slots=True)
class Layout:
    """`blocks` and `removed` tile the text. `own_days`: the days of dateline and date lines, with or without year."""

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    title: Found | None = None
    standfirst: Found | None = None
    dateline: Found | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    source: Found | None = None
    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    credits: tuple[Found, ...] = ()
    embargo_line: Span | None = None
    own_days: tuple[DateSpan, ...] = ()


def assembled(text: str, pieces: list[Piece], language: str, brief: Span | None) -> Layout:
    """The layout of a text each of whose pieces has its kind, and its facts where it leaves the article."""
    blocks: list[Block] = []
    removed: list[Removed] = []
    for kind, span, piece in _spans(pieces, brief):
        if isinstance(kind, RemovedKind):
            removed.append(Removed(kind, span))
        elif piece is not None:
            words = piece.unit.words if span == piece.span else unwrapped(span.of(text))
            blocks.append(Block(kind, span, words, _language_of(words, language), piece.level))
    tiled = tuple(_with_space(len(text), blocks, removed))
    facts = [piece.facts for piece in pieces if piece.facts is not None]
    dateline = next((piece.dateline for piece in pieces if piece.dateline is not None), None)
    days = [day for each in facts for day in each.days]
    if dateline is not None and dateline.date is not None:
        days.append(dateline.date)
    published = next((each.published for each in facts if each.published), dateline.published if dateline else None)
    publisher = _source(facts, dateline) or _publisher_in(text, blocks) or _agency_at_the_end(blocks)
    publisher = publisher or _house_behind_the_title(text, blocks)
    signatures = (signature for each in facts for signature in each.signatures)
    return Layout(
        tuple(blocks),
        tiled,
        _first(blocks, BlockKind.TITLE),
        _first(blocks, BlockKind.STANDFIRST),
        (dateline.place if dateline else None) or next((each.dateline for each in facts if each.dateline), None),
        published,
        next((each.updated for each in facts if each.updated), None),
        publisher,
        _once(each for each in signatures if publisher is None or plain(each.name) != plain(publisher.value)),
        _once(editor for each in facts for editor in each.editors),
        tuple(each.credit for each in facts if each.credit),
        next((Span(p.unit.start, p.unit.end) for p in pieces if p.kind is RemovedKind.EMBARGO), None),
        tuple(days),
    )


def _spans(pieces: list[Piece], brief: Span | None) -> Iterator[tuple[BlockKind | RemovedKind, Span, Piece | None]]:
    if brief is not None:
        yield RemovedKind.BRIEF, brief, None
    for piece in pieces:
        assert piece.kind is not None  # `mark_body` leaves none open
        start = piece.unit.start
        if piece.dateline is not None:
            start = piece.dateline.span.end
            yield RemovedKind.DATELINE, piece.dateline.span, None
        yield piece.kind, Span(start, piece.unit.end), piece


def _with_space(length: int, blocks: list[Block], removed: list[Removed]) -> Iterator[Removed]:
    """The removed spans with all that lies between pieces, so that nothing of the text is left out."""
    position = 0
    pieces: list[Block | Removed] = sorted([*blocks, *removed], key=lambda piece: piece.span.start)
    for piece in pieces:
        if position < piece.span.start:
            yield Removed(RemovedKind.SPACE, Span(position, piece.span.start))
        if isinstance(piece, Removed):
            yield piece
        position = piece.span.end
    if position < length:
        yield Removed(RemovedKind.SPACE, Span(position, length))


def _language_of(words: str, language: str) -> str:
    """A block's own language where it shows one clearly, else the text's."""
    if len(words.split()) < 5:
        return language
    own = language_of(words, quoted=False)
    if own == UNKNOWN:
        return "en" if is_foreign(words, language) else language
    return own


def _first(blocks: list[Block], kind: BlockKind) -> Found | None:
    return next((Found(block.text, block.span) for block in blocks if block.kind is kind), None)


def _once(signatures: Iterable[Signature]) -> tuple[Signature, ...]:
    """Each person once, at the first place where the name stands."""
    by_name: dict[str, Signature] = {}
    for signature in signatures:
        by_name.setdefault(plain(signature.name), signature)
    return tuple(by_name.values())


def _publisher_in(text: str, blocks: list[Block]) -> Found | None:
    """Who published it as the first paragraphs say, when no line of its own does."""
    opening = [block.span for block in blocks if block.kind in {BlockKind.STANDFIRST, BlockKind.PARAGRAPH}][:3]
    return next((found for span in opening if (found := publisher_in_prose(text, span))), None)


def _agency_at_the_end(blocks: list[Block]) -> Found | None:
    """The agency in brackets behind the last full stop: "… a signé le livre d'or. (APS)"."""
    for last in (block for block in reversed(blocks) if block.kind is BlockKind.PARAGRAPH):
        if (signed := agency_behind(last.text) or house_behind(last.text)) is not None:
            start = last.span.end - (len(last.text) - last.text.rindex(signed))
            return Found(signed, Span(start, start + len(signed)))
        if is_sentence(last.text):
            return None  # what stands below is the page's
    return None


def _house_behind_the_title(text: str, blocks: list[Block]) -> Found | None:
    """The paper behind the title, as pages that gather others' news have it: "Guests come home – Harbour Tribune"."""
    title = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    match = _BEHIND_THE_TITLE.search(title.span.of(text)) if title is not None else None
    if title is None or match is None or not is_proper(match["house"]) or not names_a_medium(match["house"]):
        return None
    start = title.span.start + match.start("house")
    return Found(match["house"], Span(start, start + len(match["house"])))


def _source(facts: list[Facts], dateline: DatelineFound | None) -> Found | None:
    """The publisher: what a byline or source line names, else the dateline's agency; never the owner of a picture."""
    named = [each for each in facts if each.source and each.kind is not RemovedKind.CREDIT]
    wire = dateline.source if dateline is not None else None
    if named and (found := named[0].source):
        # "© Agence France-Presse" below a dispatch says once more what its dateline said.
        again = wire is not None and named[0].kind is RemovedKind.FURNITURE and is_agency(found.value)
        return wire if again else found
    return wire
