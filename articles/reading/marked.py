"""Lines that a format speaks for: what it says of them goes before any guess."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from articles.reading.agencies import is_generic, is_institution, is_outlet
from articles.reading.formats.document import Mark, MarkKind
from articles.reading.furniture import is_furniture
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, Found, FoundDate, RemovedKind, Signature, Span
from articles.reading.signatures import read_byline, read_signature
from articles.reading.units import Unit, units_of
from partners.dates import PartialDate

_ISO_DAY = 10  # "2024-10-17", before the hour if there is one
_BLOCKS = {
    MarkKind.STANDFIRST: BlockKind.STANDFIRST,
    MarkKind.SUBHEADING: BlockKind.SUBHEADING,
    MarkKind.BLOCK_QUOTE: BlockKind.BLOCK_QUOTE,
    MarkKind.CAPTION: BlockKind.CAPTION,
}
_HEAD = {MarkKind.TITLE, MarkKind.STANDFIRST, MarkKind.AUTHOR, MarkKind.PUBLISHED, MarkKind.UPDATED, MarkKind.SOURCE}


def head_end(marks: Sequence[Mark], text: str) -> int:
    """Where the lines end that a format puts on top of a text for the facts that it holds apart; 0 for none."""
    end = 0
    for mark in marks:
        if mark.kind not in _HEAD or text[end : mark.span.start].strip():
            break
        end = mark.span.end
    return end


def pieces_of(text: str, brief: Span | None, marks: Sequence[Mark]) -> list[Piece]:
    """The pieces of a text beside its brief; those that a mark names are told already."""
    by_start = {mark.span.start: mark for mark in marks}
    units = [*(units_of(text[: brief.start], apart=by_start) if brief and marks else ())]
    units += units_of(text, brief.end if brief else 0, apart=by_start)
    pieces = [_piece(text, unit, by_start) for unit in units]
    titled = False
    for piece in pieces:
        if piece.kind is BlockKind.TITLE:
            if titled:
                piece.kind, piece.level = BlockKind.SUBHEADING, 2
            titled = True
    return pieces


def _piece(text: str, unit: Unit, marks: Mapping[int, Mark]) -> Piece:
    mark = marks.get(unit.start)
    if mark is None:
        return Piece(unit)
    piece = Piece(replace(unit, level=mark.level, bullet=mark.kind is MarkKind.LIST_ITEM))
    span = piece.span
    if mark.kind is MarkKind.TITLE:
        piece.kind = BlockKind.TITLE
    elif mark.kind is MarkKind.CREDIT:
        piece.leave(Facts(RemovedKind.CREDIT, credit=Found(unit.words, span)))
    elif mark.kind is MarkKind.SOURCE:
        piece.leave(Facts(RemovedKind.BYLINE, source=Found(unit.words, span)))
    elif mark.kind is MarkKind.AUTHOR:
        piece.leave(_signed(text, span))
    elif mark.kind in {MarkKind.PUBLISHED, MarkKind.UPDATED}:
        piece.leave(_dated(text, span, updated=mark.kind is MarkKind.UPDATED))
    elif mark.kind is MarkKind.LIST_ITEM:
        pass  # told by its bullet, once it is no date, byline or link: pages set those as lists too
    elif mark.kind is MarkKind.SUBHEADING and is_furniture(unit.words):
        piece.leave(Facts(RemovedKind.FURNITURE))
    else:
        piece.kind = _BLOCKS[mark.kind]
        piece.level = (mark.level or 2) if mark.kind is MarkKind.SUBHEADING else 0
    return piece


def _dated(text: str, span: Span, *, updated: bool) -> Facts:
    date = PartialDate.parse(span.of(text)[:_ISO_DAY])
    at = Span(span.start, min(span.start + _ISO_DAY, span.end))
    found = FoundDate(date, at)
    if updated:
        return Facts(RemovedKind.DATE, updated=found)
    return Facts(RemovedKind.DATE, published=found)


def _signed(text: str, span: Span) -> Facts:
    """Who signed, as the format names the author: a person, several of them, or the house itself."""
    words = span.of(text)
    signed = read_byline(text, span) or read_signature(text, span)
    if signed is not None and (signed.signatures or signed.source):
        return Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures)
    if is_generic(words) or not _can_be_a_name(words):
        return Facts(RemovedKind.BYLINE)
    if is_outlet(words) or is_institution(words):
        return Facts(RemovedKind.BYLINE, source=Found(words, span))
    return Facts(RemovedKind.BYLINE, signatures=(Signature(words, span),))


def _can_be_a_name(words: str) -> bool:
    """Whether it is no login, mail or web address, number or sentence."""
    if len(words) > 80 or len(words.split()) > 8 or any(sign in words for sign in "@/:_<>") or words.endswith("."):
        return False
    letters = [character for character in words if character.isalpha()]
    return bool(letters) and not letters[0].islower() and not any(character.isdigit() for character in words)
