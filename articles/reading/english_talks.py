"""Talks as English tells them: "held talks in Amman with X", "was hosted by X", "X and Y met in Brussels"."""

from articles.reading.meeting_words import TALK_NOUNS
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.other_sides import STOPS, other_side
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, clause_before
from articles.reading.talks import GOES, is_call
from articles.reading.tokens import Token

_NOUNS = words("talks discussions consultations meeting meetings negotiations")
_HOLDS = words("hold holds held holding had has have having concluded wrapped")
_TAKES = words("hosted received welcomed greeted")
_BE = words("was were been be being")
_MEETS = words("met meet meets")
_SITS = words("sat sits sit conferred confers huddled")
VOCABULARY = _NOUNS | _TAKES | _MEETS | _SITS | {"call"}
# What parts the noun from "with", and a verb from "by": a day, a place, a manner.
_ASIDE = words(
    "in at on the here there today yesterday earlier later this a morning afternoon evening week monday tuesday"
    " wednesday thursday friday saturday sunday of january february march april may june july august september october"
    " november december bilateral separate high level warmly ' s up down"
)
_TAKES_PLACE = words("held resumed resume resumes began begin begun opened open took take started start")
_BEHIND_MET = words(
    "in on at to today yesterday earlier later this last for here again and monday tuesday wednesday thursday friday"
)
_BOTH = words("two both")
_GROUPS = words(
    "ministers presidents leaders officials generals sides delegations chiefs commanders diplomats envoys kings"
)
_REACH = 14


def english_talks(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """The talks that an English word at `index` speaks of. `people`: first token of a name → the token after it."""
    tokens = prose.tokens
    key = tokens[index].key
    if is_call(tokens, index, sentence):
        return None
    if key in _NOUNS:
        return _held(tokens, index, sentence, people) or _took_place(tokens, index, sentence)
    if key in _TAKES and index > sentence.first and tokens[index - 1].key in _BE:
        by = _past_aside(tokens, index + 1, sentence, "by")
        return _with(tokens, index - 1, by, index, sentence, people)
    if key in _MEETS:
        return _each_other(tokens, index, sentence, owners, people)
    if key in _SITS:
        return _with(tokens, index, _past_aside(tokens, index + 1, sentence, "with"), index, sentence, people)
    if key == "call" and index > sentence.first and tokens[index - 1].key == "courtesy":
        return _with(tokens, index, _past_aside(tokens, index + 1, sentence, "on"), index, sentence, people)
    return None


def _held(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "held talks in Amman on Sunday with his counterpart", "will travel to Rome for meetings with X"."""
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    purpose = "for" in before and any(tokens[place].key in GOES for place in clause_before(index, sentence))
    purpose = purpose or (
        before[-2:] == ["to", "hold"] and any(tokens[p].key in GOES for p in clause_before(index, sentence))
    )
    if not purpose and _HOLDS.isdisjoint(before):
        return None
    place = _past_aside(tokens, index + 1, sentence, "with")
    return _with(tokens, index, place, index, sentence, people, purpose=purpose)


def _took_place(tokens: list[Token], index: int, sentence: Sentence) -> Sign | None:
    """ "Talks between the army and the rebels resumed in Jeddah on Thursday": with a place and a day, a meeting."""
    if tokens[index].key not in TALK_NOUNS and tokens[index].key != "negotiations":
        return None
    between = False
    for place in range(index + 1, min(sentence.last, index + _REACH)):
        token = tokens[place]
        between = between or token.key == "between"
        if token.key in _TAKES_PLACE:
            return Sign("bilateral" if between else "other", index, place, head=index, bare=True)
        if token.word in STOPS or token.key in ("that", "which", "who", "with"):
            return None
    return None


def _each_other(
    tokens: list[Token], index: int, sentence: Sentence, owners: Owners, people: dict[int, int]
) -> Sign | None:
    """ "X and Y met on June 15 in Brussels", "Kenyan and Somali officials met in Nairobi": both sides before it."""
    if index + 1 < sentence.last and tokens[index + 1].key not in _BEHIND_MET and tokens[index + 1].word != ",":
        return None
    if any(token.key == "with" for token in tokens[index + 1 : min(sentence.last, index + 12)]):
        return None
    places = clause_before(index, sentence)
    named = [place for place in places if place in people]
    joined = len(named) == 2 and any(tokens[place].key == "and" for place in range(people[named[0]], named[1]))
    group = index - 1
    while group > sentence.first and tokens[group].key in (
        "will",
        "would",
        "have",
        "had",
        "also",
        "are",
        "were",
        "to",
    ):
        group -= 1
    both = (
        group > sentence.first
        and tokens[group].key in _GROUPS
        and (
            tokens[group - 1].key in _BOTH
            or (
                group - 3 >= sentence.first
                and tokens[group - 2].key == "and"
                and {group - 1, group - 3} <= owners.countries.keys()
            )
        )
    )
    first = named[0] if joined else group - 1
    return Sign("bilateral", first, index + 1, head=index) if joined or both else None


def _past_aside(tokens: list[Token], place: int, sentence: Sentence, word: str) -> int:
    """Where that word stands behind what only says when, where and how; else 0."""
    for ahead in range(place, min(sentence.last, place + _REACH)):
        token = tokens[ahead]
        if token.key == word:
            return ahead
        if not (token.key in _ASIDE or token.case or token.number or token.word == "," or token.hyphen):
            return 0
    return 0


def _with(
    tokens: list[Token],
    first: int,
    preposition: int,
    head: int,
    sentence: Sentence,
    people: dict[int, int],
    *,
    purpose: bool = False,
) -> Sign | None:
    if not preposition:
        return None
    end = other_side(tokens, preposition + 1, sentence, people)
    return Sign("bilateral", first, end, head=head, purpose=purpose) if end else None
