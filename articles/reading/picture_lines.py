"""Captions by where they stand: above or below a credit, below the title, above the text or who signs it."""

import re
from itertools import pairwise

from articles.reading.agencies import is_person, is_proper, names_a_medium
from articles.reading.captions import foreign_captions, is_caption, is_nominal, is_scene
from articles.reading.captions_in_text import (
    mark_credited_by_a_paper,
    mark_longer_than_headings,
    mark_run_below_a_credit,
    mark_shown,
)
from articles.reading.credits import part_credit
from articles.reading.headings import is_deck, is_sentence, is_signed, is_subheading
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, Found, RemovedKind
from articles.reading.tail import RIGHTS_MARK

_LONGEST_OWNED = 300  # characters of a caption that ends with its owner
_LEAST_TWICE = 4  # words of a line that stands twice
_LEAST_SHOWN = 3  # words of a line right above a credit or below a caption
_HEAD = 12  # lines
_TO_THE_DAY = 4  # lines from a credit to the page's day
_LEAST_TOLD = 6  # words of a line that tells what a picture shows
# A message of a social network as pages set it: "… pic.twitter.com/a1 — Jane Doe (@janedoe) April 18, 2024"
_POSTED = re.compile(
    r"(?:pic\.twitter\.com/\w+|\(@\w{2,30}\)\s+\w+\.?\s\d{1,2},\s\d{4}$|\(@\w{2,30}\)\s+\d{1,2}\s\w+\.?\s\d{4}$)"
)
_OWNED = re.compile(r"[.!?…]\s+\((?P<owner>[A-ZÀ-Ý][^()]{1,40})\)$")  # "… devant Rukla. (Saab)"
_FORMATS = frozenset({"JPEG", "JPG", "PNG", "GIF", "WEBP"})


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
    mark_shown(pieces)
    mark_credited_by_a_paper(pieces)
    if (lone := _lone_scene(open_pieces)) is not None:
        lone.kind = BlockKind.CAPTION
    for above, credit, piece, after in zip([None, *pieces], pieces, pieces[1:], [*pieces[2:], None], strict=False):
        if credit.kind is RemovedKind.CREDIT and _stands_below(above, credit, piece, after):
            piece.kind = BlockKind.CAPTION
    mark_run_below_a_credit(pieces)
    _mark_above_the_text(pieces)
    _mark_above_the_signer(pieces)
    for piece, again in pairwise(pieces):
        # A page's alternative text and its caption: the same line twice, one below the other.
        twice = piece.open and again.open and piece.unit.words == again.unit.words
        alone = piece.unit.set_apart and not again.unit.set_apart
        if piece.open and again.kind is BlockKind.CAPTION and _is_told_again(piece.unit.words, again.unit.words):
            piece.kind = RemovedKind.REPEAT
        if twice and alone and len(piece.unit.words.split()) >= _LEAST_TWICE and not piece.unit.bullet:
            piece.kind = again.kind = BlockKind.CAPTION
    shown: set[str] = set()
    for piece in open_pieces:
        if piece.kind is not BlockKind.CAPTION:
            continue
        said = part_credit(piece.unit.words)[0].rstrip(" .")
        if said in shown:
            piece.kind = RemovedKind.REPEAT
        shown.add(said)
    for index, (above, piece, below) in enumerate(zip([None, *pieces], pieces, pieces[1:], strict=False)):
        credited = below.kind is RemovedKind.CREDIT and not below.unit.set_apart
        if credited and RIGHTS_MARK.match(below.unit.words) and names_a_medium(piece.unit.words):
            continue  # "Le Courrier du Port", and below "© Éditions du Port"
        if piece.open and credited and len(piece.unit.words) <= _LONGEST_OWNED and not piece.unit.level:
            count = len(piece.unit.words.split())
            told = count >= _LEAST_TOLD and ":" not in piece.unit.words and not is_sentence(piece.unit.words)
            alone = ". " not in piece.unit.words and (_is_of_the_page(above) or _is_above_the_day(pieces, index + 2))
            if count >= _LEAST_SHOWN and (piece.unit.set_apart or alone or told):
                piece.kind = BlockKind.CAPTION
    mark_longer_than_headings(pieces)
    _mark_above_a_name(pieces)
    _mark_below_a_caption(pieces)
    _mark_below_a_format(pieces)


def _is_told_again(words: str, caption: str) -> bool:
    """Whether a picture's alternative text says what its caption says before the credit."""
    return words[:_LEAST_TWICE] == caption[:_LEAST_TWICE] and part_credit(caption)[0].rstrip(" .") == words.rstrip(
        " ."
    )


def _is_of_the_page(piece: Piece | None) -> bool:
    return piece is not None and isinstance(piece.kind, RemovedKind)


def _is_above_the_day(pieces: list[Piece], index: int) -> bool:
    """Whether the page's day or who signs comes next, before any sentence."""
    for piece in pieces[index : index + _TO_THE_DAY]:
        if piece.kind in {RemovedKind.DATE, RemovedKind.BYLINE, RemovedKind.DATELINE}:
            return True
        if piece.open and is_sentence(piece.unit.words):
            return False
    return False


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
            told = is_sentence(piece.unit.words) and not (len(run) == 1 and is_nominal(piece.unit.words))
            short = piece.open and not piece.unit.bullet and not piece.unit.level and not told
            run = [*run, piece] if short or piece.kind is BlockKind.CAPTION else []


def _mark_above_a_name(pieces: list[Piece]) -> None:
    """What the picture shows, right below who signs or the day, and below it the name of who took it."""
    signed = [signature.name for piece in pieces[:_HEAD] if piece.facts for signature in piece.facts.signatures]
    if not signed:
        return
    for above, piece, name in zip(pieces, pieces[1:_HEAD], pieces[2:], strict=False):
        if above.kind not in {RemovedKind.DATE, RemovedKind.BYLINE} or not piece.open or name.unit.set_apart:
            continue
        words = piece.unit.words
        told = len(words.split()) >= _LEAST_TOLD and is_subheading(piece.unit) and not words.endswith((":", "?", "!"))
        others = [signer for signer in signed if signer != name.unit.words]
        if told and others and is_person(name.unit.words) and (name.open or name.kind is RemovedKind.BYLINE):
            piece.kind = BlockKind.CAPTION
            name.leave(Facts(RemovedKind.CREDIT, credit=Found(name.unit.words, name.span)))


def _mark_below_a_format(pieces: list[Piece]) -> None:
    """What the picture shows below the name of its format, which some sites print: "JPEG"."""
    for above, piece in pairwise(pieces):
        if not piece.open or above.unit.words not in _FORMATS or piece.unit.bullet or piece.unit.level:
            continue
        if len(piece.unit.words.split()) >= _LEAST_TOLD and not is_sentence(piece.unit.words):
            piece.kind = BlockKind.CAPTION


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
    ) or (apart and _is_below_the_summary(pieces, first - 1)):
        piece.kind = BlockKind.CAPTION


def _is_below_the_summary(pieces: list[Piece], index: int) -> bool:
    """Whether a line without a stop stands below the summary and, below it, who signs or the day: no more summary."""
    words = pieces[index].unit.words
    if len(words.split()) < _LEAST_TOLD or words.endswith((".", ":", "?", "!")) or words[0] in '«“"':
        return False
    head = pieces[max(0, index - _HEAD) : index]
    title = next((place for place, piece in enumerate(head) if piece.kind is BlockKind.TITLE), len(head))
    signed = [i for i, piece in enumerate(head) if piece.kind in {RemovedKind.BYLINE, RemovedKind.DATE} and i > title]
    return (
        bool(signed)
        and any(piece.open for piece in head[title + 1 : signed[0]])
        and not any(piece.open for piece in head[signed[0] :])
    )


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
