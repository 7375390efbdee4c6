"""Captions among the paragraphs that no mark tells: by how they are written, and by the credit or the lines around."""

import re

from articles.reading.agencies import is_outlet, is_person, is_proper
from articles.reading.captions import is_shown
from articles.reading.headings import is_sentence
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, Found, RemovedKind

_LEAST_AROUND = 3  # paragraphs around a picture
_LONGEST_SHOWN = 300  # characters of what stands above a paper's credit
_LEAST_TWICE = 4  # words of a picture's alternative text
_LEAST_TOLD = 6  # words of a line that tells what a picture shows
_MOST_OF_HOUSE = 5  # words
_LONGEST_HOLDER = 110  # characters of a name and an office
_LONGEST_HEADING, _LEAST_BESIDE_HEADINGS = 7, 12  # words of a line that heads, of one that cannot
_TITLE_AND_NAME = re.compile(
    r"(?:(?:Le|La)\s(?:(?:vice-)?(?:président|ministre|général|colonel|commandant|capitaine|lieutenant|amiral|contre-amiral|préfet|maire|député|ambassadeur|secrétaire\sgénéral)e?"
    r"(?:-major|-colonel)?|chef\sd[’'][ÉE]tat)|Mme|M\.|General|Colonel|Minister|Ambassador|Admiral|President)\s(?P<name>[A-ZÀ-Ý].{4,50})"
)
# What stands behind the name of whom a picture shows.
_OFFICE_SHOWN = re.compile(
    r"(?:(?:le|la|l[’']|the|el)\s*)?(?:ancien(?:ne)?\s|former\s|vice-|nouve(?:au|lle)\s|new\s)?"
    r"(?:premi(?:er|ère)\s)?(?:ministre|présidente?|direct(?:eur|rice)|secrétaire|porte-parole|ambassad(?:eur|rice)|"
    r"chef(?:fe)?|commandante?|gouverneure?|maire|préfète?|députée?|haut[- ]représentant|"
    r"minister|president|prime\s+minister|secretary|spokes\w+|ambassador|chief|commander|"
    r"director|governor|mayor|ministr[oa]|presidente|secretari[oa]|portavoz|embajador|jefe|comandante|alcalde(?:sa)?)\b[^.:;!?]{2,80}",
    re.IGNORECASE,
)


def mark_shown(pieces: list[Piece]) -> None:
    """Below the first paragraph, the lines that only name what is to be seen and when, or tell it as pictures do."""
    _mark_lone_holder(pieces)
    begun = False
    for piece in pieces:
        unit = piece.unit
        if not piece.open:
            continue
        if (
            begun
            and not (unit.level or unit.bullet or unit.quoted or piece.dateline)
            and (
                is_shown(unit.words)
                or (unit.set_apart and len(unit.words) <= _LONGEST_HOLDER and _names_a_holder(unit.words))
            )
        ):
            piece.kind = BlockKind.CAPTION
        begun = begun or is_sentence(unit.words)


def _names_a_holder(words: str) -> bool:
    """ "Moussa Traoré, ministre de la Défense": whom a picture shows."""
    name, comma, office = words.partition(", ")
    return (
        bool(comma)
        and not words.endswith((":", "?", "!"))
        and is_person(name)
        and _OFFICE_SHOWN.fullmatch(office) is not None
    )


def _mark_lone_holder(pieces: list[Piece]) -> None:
    """ "Le général Moussa Traoré", alone between gaps and the only line of its kind: whom the picture shows."""
    named = [index for index, piece in enumerate(pieces) if piece.open and _is_titled_name(piece.unit.words)]
    if len(named) != 1:
        return
    piece, above = pieces[named[0]], pieces[: named[0]]
    begun = any(other.open and is_sentence(other.unit.words) for other in above)
    if begun and piece.unit.set_apart and not piece.unit.level:
        piece.kind = BlockKind.CAPTION


def _is_titled_name(words: str) -> bool:
    titled = _TITLE_AND_NAME.fullmatch(words) if len(words) <= _LONGEST_HOLDER else None
    return titled is not None and is_person(titled["name"])


def mark_credited_by_a_paper(pieces: list[Piece]) -> None:
    """Among the paragraphs, between gaps, what is shown, and below it "Anna Roy / Harbour Times": a credit."""
    told = [index for index, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)]
    if len(told) < _LEAST_AROUND:
        return
    for index in range(told[0] + 1, told[-1]):
        credit, shown, above = pieces[index], pieces[index - 1], pieces[index - 2]
        name, slash, house = credit.unit.words.partition(" / ")
        if not slash or not credit.unit.set_apart or len(house.split()) > _MOST_OF_HOUSE:
            continue
        if not (is_person(name) and is_proper(house) and is_outlet(house)) or not shown.open or index - 1 == told[0]:
            continue
        if len(shown.unit.words) <= _LONGEST_SHOWN and not shown.unit.level and not shown.unit.bullet:
            shown.kind = BlockKind.CAPTION
            credit.leave(Facts(RemovedKind.CREDIT, credit=Found(credit.unit.words, credit.span)))
            if above.open and not is_sentence(above.unit.words) and len(above.unit.words.split()) >= _LEAST_TWICE:
                above.kind = BlockKind.CAPTION  # the picture's alternative text


def mark_run_below_a_credit(pieces: list[Piece]) -> None:
    """Whose a page's pictures are and, below it, line by line to the gap, what each of them shows."""
    for index, credit in enumerate(pieces):
        if credit.kind is not RemovedKind.CREDIT or not credit.unit.set_apart or ":" not in credit.unit.words:
            continue
        end = index + 1
        while end < len(pieces) and not pieces[end].unit.set_apart:
            end += 1
        run = pieces[index + 1 : end]
        if len(run) > 1 and all(_shows(piece) for piece in run):
            for piece in run:
                piece.kind = BlockKind.CAPTION


def _shows(piece: Piece) -> bool:
    unit = piece.unit
    if not piece.open or unit.level or unit.bullet or piece.dateline is not None:
        return False
    return len(unit.words.split()) >= _LEAST_TOLD and not is_sentence(unit.words)


def mark_longer_than_headings(pieces: list[Piece]) -> None:
    """A line without a stop between two paragraphs, far longer than the lines that head the others."""
    short: list[Piece] = []
    long: list[Piece] = []
    for above, piece, below in zip(pieces, pieces[1:], pieces[2:], strict=False):
        unit = piece.unit
        between = piece.open and is_sentence(below.unit.words) and above.open and is_sentence(above.unit.words)
        if not between or is_sentence(unit.words) or unit.level or unit.bullet or unit.numbered or unit.quoted:
            continue
        if unit.words.endswith((".", ":", "?", "!", "…", ";", "»", "”", '"')) or unit.words[0] in '«“"':
            continue
        (short if len(unit.words.split()) <= _LONGEST_HEADING else long).append(piece)
    apart = [piece for piece in long if len(piece.unit.words.split()) >= _LEAST_BESIDE_HEADINGS]
    if short and len(apart) == len(long) <= len(short) + 1:
        for piece in apart:
            piece.kind = BlockKind.CAPTION
