"""What stands below the name of who signs: a post, a house; and a name with its house among the paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.reading.agencies import is_outlet, is_proper
from articles.reading.headings import is_sentence
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.publishers import read_affiliation
from articles.reading.results import Found, RemovedKind, Span
from articles.reading.signatures import is_post, read_signature

_LONGEST = 120
_HEAD, _FOOT = 20, 10  # lines
_LONGEST_LABEL, _LONGEST_JOINT = 26, 3  # characters
_BY_ALONE = re.compile(
    r"(?:(?:écrit|written|words|story|texte|posted|publié|propos\s+recueillis|entretien\s+réalisé|interview\s+réalisée)\s+)?(?:par|by|por|von|di|door)\s*:?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"and|et|y|und|&|,", re.IGNORECASE)


def mark_parted_bylines(text: str, pieces: Sequence[Piece]) -> None:
    """ "By", and below it, each on a line of its own, "Jane Doe", "and", "Tom Roe": links of a page, copied."""
    _mark_parted(text, pieces[:_HEAD])
    if len(pieces) > _HEAD:
        _mark_parted(text, pieces[max(_HEAD, len(pieces) - _FOOT) :])


def _mark_parted(text: str, pieces: Sequence[Piece]) -> None:
    signing = False
    for piece, below in pairwise(pieces):
        if not piece.open:
            signing = signing and piece.facts is not None and bool(piece.facts.signatures)
            continue
        words = piece.unit.words
        label = len(words) <= _LONGEST_LABEL and _BY_ALONE.fullmatch(words) is not None
        joint = signing and len(words) <= _LONGEST_JOINT and _JOINT.fullmatch(words) is not None
        if (label or joint) and (signed := _signed_by(text, below)) is not None:
            piece.leave(Facts(RemovedKind.BYLINE))
            below.leave(signed)
            signing = True
        else:
            signing = False


def _signed_by(text: str, piece: Piece) -> Facts | None:
    if piece.facts is not None and piece.facts.signatures:
        return piece.facts
    signed = read_signature(text, piece.span) if piece.open else None
    if signed is None or not signed.signatures:
        return None
    return Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures)


def mark_posts(text: str, pieces: list[Piece]) -> None:
    """A line of a post right below who signs leaves the article: "Defence correspondent, BBC Scotland News"."""
    for name, below in pairwise(pieces):
        if name.open and below.facts is not None and below.facts.signatures and is_post(name.unit.words):
            name.leave(Facts(RemovedKind.BYLINE))  # "Journaliste au pôle Monde", and below "Par Jeanne Dupont"
        if not below.open or below.unit.set_apart or len(below.unit.words) > _LONGEST:
            continue
        if below.unit.bullet and not name.unit.bullet:
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
