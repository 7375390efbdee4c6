"""Titles that only the lines around them tell: below a header and its date, or a statement's with its full stop."""

import re

from articles.reading.pieces import Piece
from articles.reading.results import RemovedKind

_SHORT_HEADER = 5  # words
_LONGEST_EVENT = 250  # characters
# What a statement is about, named without a verb.
_EVENT = re.compile(
    r"(?:Entretiens?|Déplacement|Visite|Conseil|Signature|Déclarations?|Discours|Réunion|Audience|Audition|Hommage|Cérémonie|Remise|Conférence|Allocution|"
    r"Message|Lettre|Rencontre|Interview|Entrevue|Intervention|Point\s+de\s+presse|Réponses?|Toast|Sommet|Participation|Nominations?|Échange|Point\s+de\s+situation|Décès|Condoléances|Vœux|"
    r"Meeting|Visit|Statement|Remarks|Readout|Call|Speech|Address|Talks|Signing|Appointment|Message|Condolences)\b"
    r"(?!\s+(?:a|ont|est|sont|was|were|has|have|will|took)\b)"
)

_ADDRESS = re.compile(r"\bMM?\. |\b(?:Mr|Mrs|Ms|Dr|Gen|St)\. ")  # no sentence ends there


def below_the_header(pieces: list[Piece], able: list[int], letterheads: list[int]) -> int | None:
    """The headline below a header of short lines and the date: "Security Council", "8312th Meeting", "12 July 2018".

    A header has several lines above its date, or its line of a date names who publishes.
    """
    date = next((i for i in range(able[-1]) if pieces[i].kind is RemovedKind.DATE), None)
    if date is None:
        return None
    above = [index for index in able if index < date]
    below = next((index for index in able if index > date), None)
    if not above or below is None or not pieces[below].unit.set_apart:
        return None
    facts = pieces[date].facts
    lines = len(above) + sum(index < date for index in letterheads)
    if lines < 2 and (facts is None or facts.source is None):
        return None
    most = max(len(pieces[index].unit.words.split()) for index in above)
    return below if most <= _SHORT_HEADER < len(pieces[below].unit.words.split()) else None


def event_above(pieces: list[Piece], head: list[int]) -> int | None:
    """The title of a statement that ends with a full stop: "Entretien avec le président de la Moldavie."."""
    body = head[-1] + 1 if head else 0
    for index in [*head, body]:
        if index + 1 >= len(pieces) or not pieces[index].open:
            continue
        unit, after = pieces[index].unit, pieces[index + 1]
        if len(unit.words) > _LONGEST_EVENT or not unit.words.endswith(".") or not _EVENT.match(unit.words):
            continue
        told = _ADDRESS.sub("", unit.words)
        if after.unit.set_apart and ". " not in told and any(other.open for other in pieces[index + 1 :]):
            return index
    return None
