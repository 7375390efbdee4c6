"""What stands among the paragraphs: captions, subheadings, lists, block quotes."""

import re
from collections import Counter
from itertools import pairwise

from articles.reading.agencies import is_person, is_proper
from articles.reading.captions import foreign_captions, is_caption, is_scene
from articles.reading.headings import ends_open, is_deck, is_sentence, is_signed, is_subheading
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, RemovedKind
from articles.reading.tail import RIGHTS_MARK
from articles.reading.units import Unit

_MARGIN = {RemovedKind.DATE, RemovedKind.BYLINE, RemovedKind.CREDIT, RemovedKind.FURNITURE, RemovedKind.RUBRIC}
_LONGEST_OWNED = 300  # characters of a caption that ends with its owner
_LEAST_TWICE = 4  # words of a line that stands twice
_LEAST_SHOWN = 3  # words of a line right above a credit or below a caption
_LEAST_TOLD = 6  # words of a line that tells what a picture shows
# A message of a social network as pages set it: "… pic.twitter.com/a1 — Jane Doe (@janedoe) April 18, 2024"
_POSTED = re.compile(
    r"(?:pic\.twitter\.com/\w+|\(@\w{2,30}\)\s+\w+\.?\s\d{1,2},\s\d{4}$|\(@\w{2,30}\)\s+\d{1,2}\s\w+\.?\s\d{4}$)"
)
_OWNED = re.compile(r"[.!?…]\s+\((?P<owner>[A-ZÀ-Ý][^()]{1,40})\)$")  # "… devant Rukla. (Saab)"


def mark_captions(pieces: list[Piece], language: str) -> None:
    """Captions by their marks, by a credit on the line below, or by their language."""
    open_pieces = [piece for piece in pieces if piece.open]
    foreign = foreign_captions([piece.unit for piece in open_pieces], language)
    last = max((i for i, piece in enumerate(open_pieces) if is_sentence(piece.unit.words)), default=-1)
    for index, piece in enumerate(open_pieces):
        if _is_posted(piece.unit.words):
            piece.kind = BlockKind.BLOCK_QUOTE
            continue
        if index == last and index and is_signed(piece.unit.words):
            continue  # "… de la Unión Europea. EFE": the last paragraph, with its agency
        if piece.dateline is None and (index in foreign or is_caption(piece.unit.words)):
            piece.kind = BlockKind.CAPTION
    _mark_owned_in_brackets(pieces)
    if (lone := _lone_scene(open_pieces)) is not None:
        lone.kind = BlockKind.CAPTION
    for above, credit, piece, after in zip([None, *pieces], pieces, pieces[1:], [*pieces[2:], None], strict=False):
        if credit.kind is RemovedKind.CREDIT and _stands_below(above, credit, piece, after):
            piece.kind = BlockKind.CAPTION
    _mark_above_the_text(pieces)
    _mark_above_the_signer(pieces)
    for piece, again in pairwise(pieces):
        # A page's alternative text and its caption: the same line twice, one below the other.
        twice = piece.open and again.open and piece.unit.words == again.unit.words
        alone = piece.unit.set_apart and not again.unit.set_apart
        if twice and alone and len(piece.unit.words.split()) >= _LEAST_TWICE and not piece.unit.bullet:
            piece.kind = again.kind = BlockKind.CAPTION
    shown: set[str] = set()
    for piece in open_pieces:
        if piece.kind is BlockKind.CAPTION and piece.unit.words in shown:
            piece.kind = RemovedKind.REPEAT
        elif piece.kind is BlockKind.CAPTION:
            shown.add(piece.unit.words)
    for above, piece, below in zip([None, *pieces], pieces, pieces[1:], strict=False):
        credited = below.kind is RemovedKind.CREDIT and not below.unit.set_apart
        if piece.open and credited and len(piece.unit.words) <= _LONGEST_OWNED and not piece.unit.level:
            count = len(piece.unit.words.split())
            told = count >= _LEAST_TOLD and ":" not in piece.unit.words and not is_sentence(piece.unit.words)
            if count >= _LEAST_SHOWN and (piece.unit.set_apart or _is_of_the_page(above) or told):
                piece.kind = BlockKind.CAPTION
    _mark_below_a_caption(pieces)


def _is_of_the_page(piece: Piece | None) -> bool:
    return piece is not None and isinstance(piece.kind, RemovedKind)


def _is_furniture(piece: Piece | None) -> bool:
    return piece is not None and piece.kind is RemovedKind.FURNITURE


def _mark_below_a_caption(pieces: list[Piece]) -> None:
    """What a page's other pictures show, line by line below the first caption, from one gap to the next."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is None or piece.unit.set_apart:
            if len(run) > 1 and all(len(each.unit.words.split()) >= _LEAST_SHOWN for each in run):
                for each in run:
                    each.kind = BlockKind.CAPTION
            run = [piece] if piece is not None and piece.kind is BlockKind.CAPTION else []
        elif run:
            short = piece.open and not piece.unit.bullet and not piece.unit.level and not is_sentence(piece.unit.words)
            run = [*run, piece] if short or piece.kind is BlockKind.CAPTION else []


def _mark_owned_in_brackets(pieces: list[Piece]) -> None:
    """What a picture shows and, in brackets, whose it is, right below the title, who signs or the day."""
    for above, piece in pairwise(pieces):
        below_the_head = above.kind in {BlockKind.TITLE, RemovedKind.DATE, RemovedKind.BYLINE}
        closed = piece.unit.words.endswith(")")
        if below_the_head and closed and piece.open and not piece.unit.bullet and piece.dateline is None:
            owned = _OWNED.search(piece.unit.words)
            if owned is not None and is_proper(owned["owner"]) and len(piece.unit.words) <= _LONGEST_OWNED:
                piece.kind = BlockKind.CAPTION


def _is_posted(words: str) -> bool:
    return ("(@" in words or "pic.twitter" in words) and _POSTED.search(words) is not None


def _mark_above_the_text(pieces: list[Piece]) -> None:
    """What the picture shows, between the signer and the first paragraph, where nothing can be headed."""
    first = next((i for i, piece in enumerate(pieces) if piece.kind is None and is_sentence(piece.unit.words)), 0)
    if first < 2:
        return
    piece, above = pieces[first - 1], pieces[first - 2]
    if not piece.open or piece.unit.level or piece.unit.bullet or piece.dateline is not None:
        return
    words = piece.unit.words
    told = is_subheading(piece.unit) and len(words.split()) >= _LEAST_TOLD and not words.endswith((":", "?", "!"))
    owned = above.kind is RemovedKind.CREDIT or (RIGHTS_MARK.match(above.unit.words) is not None)
    apart = pieces[first].unit.set_apart and piece.unit.set_apart
    apart = apart or (above.kind is BlockKind.CAPTION and pieces[first].unit.set_apart)
    if (
        told
        and apart
        and (
            owned
            or (above.kind is BlockKind.CAPTION and not piece.unit.set_apart)
            or (above.kind in {RemovedKind.BYLINE, RemovedKind.DATE} and not is_deck(words, above_margin=False))
        )
    ):
        piece.kind = BlockKind.CAPTION


def _mark_above_the_signer(pieces: list[Piece]) -> None:
    """What the picture shows, below the summary and right above who signs: there nothing can be headed."""
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    first = next((i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)), 0)
    if title is None:
        return
    decks = [i for i in range(title + 1, first) if pieces[i].open and not pieces[i].unit.level]
    for index in decks[1:]:
        told = len(pieces[index].unit.words.split()) >= _LEAST_TOLD and not pieces[index].unit.bullet
        if told and pieces[index + 1].kind in {RemovedKind.BYLINE, RemovedKind.DATE}:
            pieces[index].kind = BlockKind.CAPTION


def _stands_below(above: Piece | None, credit: Piece, piece: Piece, after: Piece | None) -> bool:
    """ "© Le Journal du Port", and on the next line, between gaps, what its picture shows."""
    leads = credit.unit.set_apart or _is_furniture(above)
    alone = leads and not piece.unit.set_apart and (after is None or after.unit.set_apart)
    if not alone or not piece.open or piece.dateline is not None:
        return False
    return len(piece.unit.words) <= 300 and not piece.unit.level and not piece.unit.bullet


def _lone_scene(pieces: list[Piece]) -> Piece | None:
    """The line that tells what a page's picture shows: between the first paragraphs, and the only one of its kind.

    A text whose headings run as long has several of them.
    """
    long = [
        index
        for index, piece in enumerate(pieces)
        if piece.open and not (piece.unit.level or piece.unit.bullet or piece.dateline) and is_scene(piece.unit.words)
    ]
    if len(long) != 1 or long[0] not in (1, 2) or len(pieces) <= long[0] + 1:
        return None
    scene, around = pieces[long[0]], (pieces[long[0] - 1], pieces[long[0] + 1])
    between = scene.unit.set_apart and all(piece.open and is_sentence(piece.unit.words) for piece in around)
    return scene if between else None


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
        if piece.open and not piece.unit.level and (follows or precedes):
            beside.add(id(piece))
    return beside


def _above_short_lines(pieces: list[Piece]) -> set[int]:
    """The short lines above the first paragraph that stand above another one: none of them heads a section."""
    stacked = set()
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
