"""What stands below the name of who signs: a post, a house; and a name with its house among the paragraphs."""

from itertools import pairwise

from articles.reading.agencies import is_outlet, is_proper
from articles.reading.headings import is_sentence
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.publishers import read_affiliation
from articles.reading.results import Found, RemovedKind, Span
from articles.reading.signatures import is_post, read_signature

_LONGEST = 120


def mark_posts(text: str, pieces: list[Piece]) -> None:
    """A line of a post right below who signs leaves the article: "Defence correspondent, BBC Scotland News"."""
    for name, below in pairwise(pieces):
        if name.open and below.facts is not None and below.facts.signatures and is_post(name.unit.words):
            name.leave(Facts(RemovedKind.BYLINE))  # "Journaliste au pôle Monde", and below "Par Jeanne Dupont"
        if not below.open or below.unit.set_apart or len(below.unit.words) > _LONGEST or below.unit.bullet:
            continue
        if name.facts is not None and name.facts.signatures:
            if is_post(below.unit.words):
                below.hand_on(RemovedKind.BYLINE, _house_of_the_post(below))
        elif name.open and name.unit.set_apart and not name.unit.level and not is_sentence(below.unit.words):
            _mark_name_and_house(text, name, below)


def _mark_name_and_house(text: str, name: Piece, below: Piece) -> None:
    """ "Mylène Courchesne", and below "La Presse Canadienne": who signs, wherever the two lines stand."""
    house = read_affiliation(text, below.span)
    signed = read_signature(text, name.span) if house is not None else None
    if house is not None and signed is not None and signed.signatures:
        name.leave(Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures))
        below.hand_on(RemovedKind.BYLINE, house)


def _house_of_the_post(piece: Piece) -> Found | None:
    """The house at the end of a post: "Defence correspondent, BBC Scotland News"."""
    words = piece.unit.words
    house = words.rpartition(", ")[2]
    if house == words or not is_outlet(house) or not is_proper(house):
        return None
    return Found(house, Span(piece.unit.end - len(house), piece.unit.end)) if piece.unit.lines == 1 else None
