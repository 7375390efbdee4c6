"""What a pattern finds of a meeting in a sentence, before times, places and other mentions are considered."""

from dataclasses import dataclass

from articles.reading.meeting_words import HOLDS, MEETS, MINISTERS, OTHER_PORTFOLIOS, PORTFOLIOS
from articles.reading.name_words import words
from articles.reading.office_words import CLAUSE_WORDS
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.tokens import Token

_STOPS = frozenset('.;:!?…()[]«»“”",–—')
_LONGEST = 26  # tokens of a label
_SUBJECT_REACH = 60  # tokens between a verb and its subject, appositions included
_PLANNED = words(
    "prevu prevue prevus prevues programme programmee organise organisee tenu tenue tenus due set scheduled"
)
_WHICH = words("laquelle lequel lesquels lesquelles")
_JOINED = words("entre avec sur with between")
DANGLING = words(
    "et and de du des d' l' la le les a au aux en the of to in on for pour vont avec entre sur se s' will are ont"
    " cours lors si della del dei sich"
)
_ENGLISH_ADDITIONS = MINISTERS | words("- ' ’ annual bi affairs")


@dataclass(frozen=True, slots=True)
class Sign:
    """Tokens `first` to `last` (excluded) name a meeting; `head` is the word that says so.

    `bare`: only "la réunion", which must refer to another. `visit`: a journey to a country or town. `purpose`: why
    somebody goes there ("pour y rencontrer X"). `implied`: the words say that a group decided something, not that
    it met, or whom it met only in the plural, so that only a place makes it a meeting.
    """

    kind: str
    first: int
    last: int
    portfolio: str = ""
    organiser: str = ""
    head: int = 0
    bare: bool = False
    visit: bool = False
    purpose: bool = False
    implied: bool = False


def clause_before(index: int, sentence: Sentence) -> range:
    """The tokens before a word that can hold its subject; no sentence is searched from its far beginning."""
    return range(max(sentence.first, index - _SUBJECT_REACH), index)


def label_end(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """The index after the words that go on naming what begins before `index`."""
    end = index
    while end < min(sentence.last, index + _LONGEST):
        token = tokens[end]
        if token.word in _STOPS or token.key in _PLANNED or token.key in MEETS:
            break
        if token.key in HOLDS and token.key != "tenir":
            break
        if token.key in _WHICH and end > index:
            break
        name = token.case and not sentence.capitals and not sentence.titled  # "l'Afrique de l'Est" goes on
        compound = end > index and tokens[end - 1].hyphen and token.joined
        if token.key in CLAUSE_WORDS and token.word != "à" and token.key not in _JOINED and not (name or compound):
            break
        end += 1
    return without_dangling(tokens, index, end)


def without_dangling(tokens: list[Token], index: int, end: int) -> int:
    """A label ends on no preposition, article or auxiliary."""
    while end > index and tokens[end - 1].key in DANGLING:
        end -= 1
    return end


def english_first(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """Where the words begin that belong to an English head: "NATO defence ministers' meeting"."""
    first = index
    while first > sentence.first and (
        first - 1 in owners.masked
        or tokens[first - 1].key in _ENGLISH_ADDITIONS
        or any(tokens[first - 1].key in keys for keys in PORTFOLIOS.values())
    ):
        first -= 1
    return first


def capitalised_first(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """Where the capitalised words begin that end before `index`: "Munich Security" of a conference."""
    first = index
    while first > sentence.first and tokens[first - 1].case and tokens[first - 1].word.isalpha():
        first -= 1
    return first


def organiser_in(first: int, last: int, owners: Owners) -> str:
    """The key of the first organisation named between two tokens, or ""."""
    return next((owners.organisations[i].key for i in range(first, last) if i in owners.organisations), "")


def portfolio_in(tokens: list[Token], first: int, last: int) -> str:
    """Whose ministers: the first portfolio named between two tokens, or ""."""
    for token in tokens[first:last]:
        for name, keys in PORTFOLIOS.items():
            if token.key in keys:
                return name
        if token.key in OTHER_PORTFOLIOS:
            return ""
    return ""
