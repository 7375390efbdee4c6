"""The other side of talks: the person, counterpart or delegation that stands behind "avec", "a reçu" or "with"."""

from articles.reading.name_words import words
from articles.reading.office_bounds import is_abbreviation
from articles.reading.office_words import CLAUSE_WORDS, HEADS, PRIVATE_HEADS
from articles.reading.prose import Sentence
from articles.reading.tokens import Token

STOPS = frozenset(".;:!?«“")
_SPEECH = words("said says told added declare indique affirme precise annonce ajoute")
COUNTERPARTS = words(
    "homologue homologues counterpart counterparts collega colega colleague homologo homologa omologo omologa"
    " amtskollege amtskollegen amtskollegin"
)
# Guests whom a text does not name one by one: "a reçu les ministres de la Défense du Mali et du Niger".
GUESTS_TOGETHER = words("ministres ministers ambassadeurs ambassadors presidents ministras ministros")
SIDES = words("delegation gouvernement government autorites authorities") | (HEADS - PRIVATE_HEADS)
_SEVERAL = words("homologues counterparts")
_BEFORE_PARTICIPLE = words("a ont est sont s' se avait etait etaient avaient")
_GO_ON = words("de of general generale d' l'")
REACH = 24  # tokens


def with_auxiliary(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """Where "s'est rendu" and "a reçu" begin."""
    first = index
    while first > sentence.first and tokens[first - 1].key in _BEFORE_PARTICIPLE and tokens[first - 1].word != "à":
        first -= 1
    return first


def other_side(
    tokens: list[Token], start: int, sentence: Sentence, people: dict[int, int], *, many: bool = False
) -> int:
    """The index after the person, counterpart or delegation with whom the talks are; 0 when none is named.

    `many`: guests may be told together, as "les ministres de la région".
    """
    side = 0
    several = False
    for place in range(start, min(sentence.last, start + REACH)):
        token = tokens[place]
        if place in people:
            return people[place]
        if token.word == "." and is_abbreviation(tokens, place):
            continue
        if token.word in STOPS or token.key in ("que", "qui", "that", "who", "which", "dont") or token.key in _SPEECH:
            break
        if side and (token.word == "," or token.key in CLAUSE_WORDS) and not _named_next(place, people, several):
            break
        together = many and token.key in GUESTS_TOGETHER and place - start < 6
        begins = token.key in COUNTERPARTS or together or (token.key in SIDES and place - start < 20)
        several = several or token.key in _SEVERAL
        goes_on = side == place and (token.case or token.key in _GO_ON)
        if begins or goes_on:
            side = place + 1
    while side and tokens[side - 1].key in ("de", "d'", "of", "l'"):
        side -= 1
    return side


def _named_next(comma: int, people: dict[int, int], several: bool) -> bool:
    """Behind "ses homologues" no title stands before the names: "avec ses homologues, le ministre X a dit"."""
    return any(place in people for place in range(comma + 1, comma + (2 if several else 6)))
