"""The summary between the title and the paragraphs, and who signs above it."""

import re
from itertools import pairwise

from articles.reading.agencies import is_person, is_proper
from articles.reading.furniture import is_rubric
from articles.reading.headings import LONGEST_STANDFIRST, ends_open, is_deck, is_sentence, stops
from articles.reading.line_facts import Facts
from articles.reading.mastheads import house_in
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, RemovedKind, Span
from articles.reading.signatures import is_post, read_closing_byline, read_signature

_SET_APART = {RemovedKind.DATE, RemovedKind.BYLINE, RemovedKind.CREDIT, RemovedKind.DATELINE}
_WORDS_OF_A_SCENE = 30
_LONGEST_HEAD = 9  # lines from the title to who signs
_LEAST_SUMMARY = 4  # words of one right below the title
_LONGEST_RUBRIC = 3  # words
_LONGEST_HOUSE = 8  # words of a line that names a house and its town
_LONGEST_SUMMARY = 350  # characters of a summary that quotes
_SAID_WORDS = re.compile(r"[«“\"][^»”\"]{40,}[»”\"]")


def mark_standfirst(text: str, pieces: list[Piece]) -> None:
    """The summary under the title: set apart from the paragraphs by a caption, a byline, a date or a dateline."""
    if any(piece.kind is BlockKind.STANDFIRST for piece in pieces):
        return
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    if title is None:
        return
    _mark_signer(text, pieces, title)
    first = next((i for i in range(title + 1, len(pieces)) if pieces[i].open), None)
    if first is None or first + 1 >= len(pieces):
        return
    above = _above_the_dateline(pieces, title)
    if len(above) == 2 and len(above[1].unit.words.split()) <= _WORDS_OF_A_SCENE:
        # a summary, then what the picture shows: the text begins with its dateline
        above[0].kind, above[1].kind = BlockKind.STANDFIRST, BlockKind.CAPTION
        return
    piece, after = pieces[first], pieces[first + 1 :]
    if (
        piece.unit.bullet
        and piece.open
        and is_sentence(piece.unit.words)
        and after[0].open
        and not after[0].unit.bullet
    ):
        piece.kind = BlockKind.STANDFIRST  # "- Déclarations du ministre après ses entretiens à Riga."
        return
    if piece.unit.bullet or piece.unit.quoted or piece.dateline is not None:
        return
    if not any(other.open for other in after):
        return
    following = next((other for other in after if other.kind is not RemovedKind.FURNITURE), None)
    if following is None:
        return
    if following.open and is_rubric(following.unit.words) and is_sentence(piece.unit.words):
        following.kind = RemovedKind.RUBRIC  # "Reportage", between the summary and the text
    margin = following.kind in {*_SET_APART, RemovedKind.RUBRIC, RemovedKind.REPEAT} or following.dateline is not None
    if piece.unit.level:
        if is_sentence(piece.unit.words):
            piece.kind = BlockKind.STANDFIRST  # a paragraph in bold
        return
    if not is_sentence(piece.unit.words):
        right_below = first == title + 1 and following.open and is_sentence(following.unit.words)
        short = right_below and len(piece.unit.words.split()) >= _LEAST_SUMMARY and _heads_nothing(pieces, first)
        if short or (is_deck(piece.unit.words, above_margin=margin) and not ends_open(piece.unit.words)):
            piece.kind = BlockKind.STANDFIRST
        return
    if read_closing_byline(piece.unit.words, Span(0, len(piece.unit.words))) is not None:
        piece.kind = BlockKind.STANDFIRST  # "… Propos recueillis par Salma Bennis.": the questions begin below
        return
    pictured = any(other.kind in {BlockKind.CAPTION, RemovedKind.CREDIT} for other in pieces[title:first])
    if pictured and following.kind is BlockKind.CAPTION:
        return  # the text proper begins below the picture; this one is only the next
    told = len(piece.unit.words) > _LONGEST_SUMMARY and _SAID_WORDS.search(piece.unit.words) is not None
    if following.kind is BlockKind.CAPTION and not margin and told:
        return  # the text has begun above its picture
    if (margin or following.kind is BlockKind.CAPTION) and len(piece.unit.words) <= LONGEST_STANDFIRST:
        piece.kind = BlockKind.STANDFIRST


def _heads_nothing(pieces: list[Piece], index: int) -> bool:
    """Whether a line right below the title is a summary in few words rather than the first of several headings."""
    unit, words = pieces[index].unit, pieces[index].unit.words
    if words.endswith(("?", ":")) or unit.numbered or words.startswith(("«", "“", '"')):
        return False
    return not any(other.open and other.unit.numbered for other in pieces[index + 1 :])


def _above_the_dateline(pieces: list[Piece], title: int) -> list[Piece]:
    """The sentences between the title and the paragraph with the dateline; none where anything else stands there."""
    dated = next((i for i in range(title + 1, len(pieces)) if pieces[i].dateline is not None), None)
    between = [piece for piece in pieces[title + 1 : dated] if piece.open] if dated is not None else []
    return between if all(is_sentence(piece.unit.words) and not piece.unit.bullet for piece in between) else []


def _mark_signer(text: str, pieces: list[Piece], title: int) -> None:
    """A name alone between the summary and the page's own lines, such as the time that reading takes."""
    sentences = 0
    for piece, below in pairwise(pieces[title + 1 : title + _LONGEST_HEAD]):
        if piece.open and piece.unit.words == below.unit.words and is_person(piece.unit.words):
            piece.kind = RemovedKind.REPEAT  # what the author's picture is called, and the name
            continue
        if piece.open and below.open and not below.unit.set_apart and is_post(below.unit.words):
            _mark_signer_and_post(text, piece, below)
        if piece.open and below.kind is RemovedKind.DATE and not below.unit.set_apart:
            _mark_house_above_the_date(piece)
        elif piece.open and sentences and below.facts is not None and below.facts.signatures:
            _mark_house_above_the_signer(piece, below)
        sentences += piece.open and is_sentence(piece.unit.words)
        apart = below.kind in {RemovedKind.FURNITURE, RemovedKind.DATE, RemovedKind.DATELINE}
        alone = sentences == 1 and piece.unit.set_apart and below.open and is_sentence(below.unit.words)
        if alone and is_person(piece.unit.words) and text.count(piece.unit.words.split()[-1]) == 1:
            apart = True  # nobody speaks of the person: no heading, then, but who writes
        if piece.open and apart and not piece.unit.level:
            signed = read_signature(text, piece.span)
            if signed is not None and signed.signatures:
                piece.leave(Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures))


def _mark_house_above_the_date(piece: Piece) -> None:
    """The station or the paper that stands right above the day: "Antena 3 Noticias | Madrid"."""
    words = piece.unit.words
    house = house_in(piece)
    if house is not None and len(words.split()) <= _LONGEST_HOUSE and not piece.unit.level and not piece.unit.bullet:
        piece.hand_on(RemovedKind.BYLINE, house)


def _mark_house_above_the_signer(piece: Piece, signer: Piece) -> None:
    """The paper, or whatever else a page sets in capitals below the summary and right above who signs."""
    unit = piece.unit
    if signer.unit.set_apart or unit.level or unit.bullet or len(unit.words.split()) > _LONGEST_RUBRIC:
        return
    if is_proper(unit.words) and not is_person(unit.words) and not stops(unit.words):
        house = house_in(piece)
        piece.hand_on(RemovedKind.RUBRIC if house is None else RemovedKind.BYLINE, house)


def _mark_signer_and_post(text: str, name: Piece, post: Piece) -> None:
    """ "Antoine Delcourt", and below "Journaliste au service Monde"."""
    signed = read_signature(text, name.span)
    if signed is not None and signed.signatures and not name.unit.level:
        name.leave(Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures))
        post.leave(Facts(RemovedKind.BYLINE))
