"""What stands among the paragraphs: subheadings, lists, block quotes."""

from collections import Counter
from itertools import pairwise

from articles.reading.agencies import is_person
from articles.reading.headings import ends_open, is_sentence, is_subheading
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, RemovedKind
from articles.reading.units import Unit

_MARGIN = {RemovedKind.DATE, RemovedKind.BYLINE, RemovedKind.CREDIT, RemovedKind.FURNITURE, RemovedKind.RUBRIC}
_ABOVE_THE_TEXT = {RemovedKind.DATE, RemovedKind.BYLINE, BlockKind.CAPTION}


def mark_body(text: str, pieces: list[Piece], language: str) -> None:
    """Subheadings, list items, block quotes; whatever is left is a paragraph."""
    content = [piece for piece in pieces if piece.open or isinstance(piece.kind, BlockKind)]
    # Where the format itself marks its headings, no other line is one.
    marked = any(piece.kind is BlockKind.SUBHEADING for piece in content)
    able = [piece.open and not marked and piece.dateline is None and is_subheading(piece.unit) for piece in content]
    _leave_out_speakers(content, able)
    for index in _heads_of_lists(content, able):
        able[index] = False
        content[index].kind, content[index].level = BlockKind.SUBHEADING, 2
    runs = _runs(able)
    beside, stacked = _beside_the_page(pieces), _above_short_lines(pieces)
    last = max(
        (i for i, piece in enumerate(content) if is_sentence(piece.unit.words) or piece.unit.bullet), default=-1
    )
    for index, piece in enumerate(content):
        if not piece.open:
            continue
        unit = piece.unit
        before = content[index - 1] if index else None
        if unit.quoted or _is_block_quote(unit, content[index + 1] if index + 1 < len(content) else None):
            piece.kind = BlockKind.BLOCK_QUOTE
        elif unit.bullet or (unit.numbered and _in_numbered_list(content, index)):
            piece.kind = BlockKind.LIST_ITEM
        elif able[index] and runs[index] >= 3 and not unit.level:
            listed = before is not None and (ends_open(before.unit.words) or before.kind is BlockKind.LIST_ITEM)
            piece.kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
        elif able[index] and before is not None and id(piece) in beside:
            piece.kind = RemovedKind.RUBRIC
        elif able[index] and id(piece) in stacked:
            piece.kind = BlockKind.PARAGRAPH
        elif able[index] and before is not None and index < last and _heads(content, index):
            piece.kind, piece.level = BlockKind.SUBHEADING, unit.level or 2
        else:
            piece.kind = BlockKind.PARAGRAPH


def _leave_out_speakers(content: list[Piece], able: list[bool]) -> None:
    """A line without a mark that stands twice among the paragraphs heads nothing: it tells who speaks."""
    lines = Counter(piece.unit.words for piece, is_able in zip(content, able, strict=True) if is_able)
    if len(lines) < sum(able):
        for index, piece in enumerate(content):
            able[index] = able[index] and (lines[piece.unit.words] == 1 or bool(piece.unit.level))
        if any(words.isupper() and count > 1 and is_person(words) for words, count in lines.items()):
            for index, piece in enumerate(content):
                words = piece.unit.words  # who speaks once is written as the others are
                able[index] = able[index] and not (words.isupper() and is_person(words))


def _beside_the_page(pieces: list[Piece]) -> set[int]:
    """The short lines above the first paragraph that stand right beside a line of the page: nothing there is headed.

    Their identities, so that each piece is looked at once.
    """
    beside = set()
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.open and is_sentence(piece.unit.words):
            break
        follows = above.kind in {*_MARGIN, BlockKind.CAPTION} and not piece.unit.set_apart and below.unit.set_apart
        precedes = below.kind in _MARGIN and not below.unit.set_apart
        # The picture's name above what it shows: between gaps, a heading's own caption would stand apart.
        precedes = precedes or (below.kind is BlockKind.CAPTION and not below.unit.set_apart and piece.unit.set_apart)
        if piece.open and not piece.unit.level and (follows or precedes):
            beside.add(id(piece))
    return beside


def _above_short_lines(pieces: list[Piece]) -> set[int]:
    """The short lines above the first paragraph that stand above another one, or below the summary and above who
    signs, the day or a picture: none of them heads a section."""
    first = next((i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)), 0)
    dated = max((i for i in range(first) if pieces[i].kind in _ABOVE_THE_TEXT), default=0)
    summed_up = next((i for i in range(dated) if pieces[i].kind is BlockKind.STANDFIRST), dated)
    stacked = {id(piece) for piece in pieces[summed_up:dated] if piece.open and not piece.unit.level}
    for piece, below in pairwise(pieces):
        if piece.open and is_sentence(piece.unit.words):
            break
        short = below.open and not below.unit.level and is_subheading(below.unit)
        if piece.open and not piece.unit.level and short:
            stacked.add(id(piece))
    return stacked


def _heads_of_lists(content: list[Piece], able: list[bool]) -> list[int]:
    """The lines that stand alone above a list without marks: "Programme", a gap, then lines with no gap between."""
    found = []
    for index in range(1, len(content) - 2):
        line, first, second = (content[place].unit for place in (index, index + 1, index + 2))
        alone = able[index] and not line.level and line.set_apart and first.set_apart and len(line.words.split()) <= 5
        if alone and able[index + 1] and able[index + 2] and not second.set_apart and not able[index - 1]:
            found.append(index)
    return found


def _heads(content: list[Piece], index: int) -> bool:
    """Whether something follows that a subheading can head, and nothing before it asks for the line itself."""
    before = content[index - 1]
    if before.kind is BlockKind.PARAGRAPH and ends_open(before.unit.words):
        return False
    after = next((piece for piece in content[index + 1 :] if piece.kind is not BlockKind.CAPTION), None)
    return after is not None and not (content[index].unit.words.endswith(":") and after.unit.bullet)


def _runs(flags: list[bool]) -> list[int]:
    """For each flag that is set, how many stand together."""
    lengths = [0] * len(flags)
    start = 0
    for index in range(len(flags) + 1):
        if index == len(flags) or not flags[index]:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths


def _in_numbered_list(content: list[Piece], index: int) -> bool:
    """Numbers on neighbouring lines make a list; one before a paragraph heads it."""
    near = content[max(0, index - 1) : index] + content[index + 1 : index + 2]
    return any(piece.unit.numbered for piece in near)


def _is_block_quote(unit: Unit, after: Piece | None) -> bool:
    """Words wholly in quotation marks, with who said them on the next line after a dash."""
    words = unit.words
    quoted = (words[:1], words[-1:]) in {("«", "»"), ("“", "”"), ('"', '"')}
    return quoted and after is not None and after.unit.bullet and len(after.unit.words.split()) <= 12
