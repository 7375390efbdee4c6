"""Where a sentence may name a person: runs of capitalised words with their initials and particles.

A run is only a candidate. What stands around it decides in `articles.reading.people`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from articles.reading.chunks import OncePerChunk
from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.office_bounds import GIVEN_NAMES_TOO, is_given_name
from articles.reading.office_words import INSTITUTIONS, PARTICLES
from articles.reading.prose import Prose, Sentence
from articles.reading.results import Span
from articles.reading.tokens import Case, Token

# Titles that are family names, too, after a given name.
_FAMILY_NAMES = words(
    "king prince major judge roi coach marshall reine maire consul leader sport reina rey sen konig oberst capo"
    " east jefe col regent sherpa minister premier speaker head chair"
)

# Cabinet and principal secretaries, as East Africa's press shortens them.
SECRETARIES = frozenset({"CS", "PS"})
_LONGEST_NAME = 16  # tokens
_OPENINGS = frozenset('«“":–—(•-')
_INSIDE = frozenset("'’\"“”«»")
_GENERATIONS = words("ii iii iv jr sr")
_ARTICLES = words("le la les l' un une des du de d' au aux the an a of et and")
_BEFORE_ACRONYMS = words("la l' des du the of dell della der del")
_PARTIES = words("r d i")  # "Mike Turner, R-Ohio"
# Endings of abstract nouns, which no family name of note has.
_ABSTRACT = ("tion", "tions", "sion", "sions", "urite", "alite", "ivite", "ologie", "ement", "ements", "isme")


class Run(NamedTuple):
    """Tokens `first` to `last` (excluded). `keys` are the folded words without marks, particles included.

    `full`: whether it has a given name or an initial besides the family name.
    """

    first: int
    last: int
    keys: tuple[str, ...]
    span: Span
    full: bool


def runs_of(prose: Prose, sentence: Sentence, masked: frozenset[int] | set[int]) -> Iterator[Run]:
    """The candidate runs of a sentence, in order. Masked tokens belong to other names and end a run."""
    if sentence.capitals or sentence.titled:
        return
    tokens = prose.tokens
    after = sentence.first
    for index in sentence.capitalised:
        if index < after or index in masked:
            continue
        doubtful = tokens[index].case is Case.CAPITALS or tokens[index].key in FUNCTION_WORDS
        if doubtful and not _starts(tokens, index, sentence):
            continue
        end = _end_of(tokens, index, sentence, masked)
        first, last = _trimmed(tokens, index, end, sentence)
        if last - first > _LONGEST_NAME:
            first = last  # no name, but a line of capitalised words
        acronym = last - first == 1 and tokens[first].case is Case.CAPITALS
        if last - first > 2 and tokens[first].key in _PARTIES and tokens[first + 1].hyphen:
            first = last
        named = first < last and tokens[first].length > 1 and tokens[first].letters
        if not acronym and (named or any(token.length > 1 and token.letters for token in tokens[first:last])):
            yield run_at(prose, first, last)
        after = max(end, index + 1)


def run_at(prose: Prose, first: int, last: int) -> Run:
    keys = tuple([token.key for token in prose.tokens[first:last] if token.letters])
    end = prose.tokens[last - 1] if len(keys) > 1 else None
    if end is not None and (end.case is Case.LOWER or end.key in _GENERATIONS):
        keys = _family_last(prose.tokens[first:last], keys)
    return Run(first, last, keys, prose.span(first, last), len(keys) > 1 and keys[0] not in PARTICLES)


def _family_last(tokens: list[Token], keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys without "III" and "Jr", which no family name is, and with "Za'abi" as one word."""
    if len(keys) > 2 and keys[-1] in _GENERATIONS and not any(token.hyphen for token in tokens):
        keys = keys[:-1]  # "Lloyd J. Austin III", but "Jean-Paul II" reigns under that name
    if tokens[-1].case is Case.LOWER and tokens[-1].joined and tokens[-2].word in "'’":
        keys = (*keys[:-2], keys[-2] + keys[-1])
    return keys


def _starts(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """Whether a name can begin with that capitalised word."""
    token = tokens[index]
    if token.case is Case.CAPITALS and "." not in token.word and token.length < 6 and not token.word.isalpha():
        return False
    if token.key in FUNCTION_WORDS and token.length < 5 and not _is_initial(tokens, index, sentence):
        if index == sentence.first or tokens[index - 1].word in _OPENINGS or not token.word[-1].isalpha():
            return False
        # "Will", but also "La Haye", "Le Pen", "De Croo": an article goes with the name inside a sentence
        return token.key in PARTICLES or token.key not in _ARTICLES
    return True


def _is_initial(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    return (
        len(tokens[index].word) == 1
        and index + 1 < sentence.last
        and tokens[index + 1].word == "."
        and tokens[index + 1].joined
    )


def _end_of(tokens: list[Token], index: int, sentence: Sentence, masked: frozenset[int] | set[int]) -> int:
    """The index after the run that starts at `index`."""
    place = index + 2 if tokens[index].length == 1 and _is_initial(tokens, index, sentence) else index + 1
    while place < sentence.last:
        token = tokens[place]
        plain = not token.case and not token.hyphen and token.key not in PARTICLES
        if plain and token.word in _INSIDE and (beyond := _past_mark(tokens, place, sentence, masked)):
            place = beyond
            continue
        if plain or place in masked:
            return place
        if token.hyphen and token.joined and place + 1 < sentence.last and place + 1 not in masked:
            if tokens[place + 1].joined and tokens[place + 1].letters:
                place += 2
                continue
            return place
        if token.word[-1] in "'’" and not token.joined and token.case and place + 1 < sentence.last:
            place += 1
            continue
        if token.case and token.letters:
            place += 2 if token.length == 1 and _is_initial(tokens, place, sentence) else 1
            continue
        follows = _after_particles(tokens, place, sentence, masked)
        if not follows:
            return place
        place = follows
    return place


def _past_mark(tokens: list[Token], place: int, sentence: Sentence, masked: frozenset[int] | set[int]) -> int:
    """The index after the marks inside a name: "Ahmed Ould Soueid'Ahmed", 'Benjamin "Benny" Gantz'; else 0.

    "Mohammed al Za'abi": the letters after an Arabic name's mark may be small.
    """
    if tokens[place].word in "'’" and place + 1 < sentence.last and tokens[place + 1].case is Case.LOWER:
        inside = tokens[place].joined and tokens[place + 1].joined and tokens[place + 1].letters
        return place + 2 if inside and place + 1 not in masked else 0
    name = place + 1 < sentence.last and tokens[place + 1].case is Case.CAPITALISED and place + 1 not in masked
    if not name:
        return 0
    if tokens[place].word in "'’":
        return place + 2 if tokens[place].joined and tokens[place + 1].joined else 0
    closed = place + 3 < sentence.last and tokens[place + 2].word in _INSIDE and tokens[place + 3].case
    follows = closed and tokens[place + 3].case is Case.CAPITALISED and place + 3 not in masked
    return place + 4 if follows and not tokens[place + 3].joined and not tokens[place].joined else 0


def _after_particles(tokens: list[Token], place: int, sentence: Sentence, masked: frozenset[int] | set[int]) -> int:
    """The index of the capitalised word that up to three particles lead to ("von der Leyen", "al-Sissi"), else 0."""
    for ahead in range(place, min(place + 4, sentence.last)):
        token = tokens[ahead]
        if ahead in masked:
            return 0
        if token.case and token.letters:
            return ahead if ahead > place else 0
        if token.hyphen and ahead > place:
            continue
        if token.key not in PARTICLES or (
            token.key in ("le", "e", "des", "an", "as", "y") and ahead + 1 >= sentence.last
        ):
            return 0
        if token.key in ("le", "des", "an", "as", "e"):
            return 0
    return 0


def _trimmed(tokens: list[Token], first: int, last: int, sentence: Sentence) -> tuple[int, int]:
    """Without the institution before the name ("Défense Sébastien Lecornu") and a sentence's first small word."""
    plain = first == sentence.first and _is_plain_opening(tokens, first, last)
    if plain or (last - first > 2 and _begins_with_acronym(tokens, first, last, sentence)):
        first += 1
    if tokens[first].word == "Me" and last - first > 2 and sentence.language == "fr":
        first += 1  # "Me Karim Alaoui", a lawyer
    if tokens[first].key == "major" and first > sentence.first and tokens[first - 1].key == "general":
        first += 1  # "Général Major Andrew Rohling"
    while last - 1 > first and tokens[last - 1].key in _WEEKDAYS:
        last -= 1  # "Yousef Huneiti Monday welcomed"
    for place in range(last - 1, first - 1, -1):
        # "Jean-Général", but "CDU-Abgeordnete Florian Dorn" and "NATO-Generalsekretär Jens Stoltenberg"
        inside = place > first and tokens[place - 1].hyphen and tokens[place - 2].case is not Case.CAPITALS
        if tokens[place].letters and not inside and is_institution(tokens[place].key):
            if tokens[place].key in GIVEN_NAMES_TOO and place < last - 1 and is_given_name(tokens, place, sentence):
                continue
            if place > first and _is_initial(tokens, place, sentence):
                continue  # "Andrew M. Rohling", but "M. Rohling" is a civility
            if place == last - 1:
                if place > first and tokens[place].key in _FAMILY_NAMES:
                    continue
                return first, first
            first = place + 1
            while first + 1 < last and tokens[first].hyphen:  # "Secretary-General Mark Rutte"
                first += 2
            break
    if last - first > 1 and tokens[first].word in SECRETARIES and sentence.language == "en":
        first += 1
    while first < last and (
        not tokens[first].letters or (tokens[first].case is Case.LOWER and tokens[first].key in PARTICLES)
    ):
        first += 1
    return first, last


def _begins_with_acronym(tokens: list[Token], first: int, last: int, sentence: Sentence) -> bool:
    """ "le directeur de la DGSI Nicolas Lerner", but "de Kim JONG-UN": capitals after "de la" beside small letters."""
    if first == sentence.first or tokens[first].case is not Case.CAPITALS:
        return False
    if len(tokens[first].word) < 3 or tokens[first - 1].key not in _BEFORE_ACRONYMS or tokens[first + 1].hyphen:
        return False
    return all(token.case is not Case.CAPITALS or len(token.word) < 3 for token in tokens[first + 1 : last])


_is_institution = OncePerChunk(lambda key: key in INSTITUTIONS or (len(key) > 6 and key.endswith(_ABSTRACT)))
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")


def is_institution(key: str) -> bool:
    """Whether a capitalised word belongs to the name of an institution rather than of a person."""
    return _is_institution[key]


def _is_plain_opening(tokens: list[Token], first: int, last: int) -> bool:
    key = tokens[first].key
    if key in FUNCTION_WORDS:
        return True
    return last - first > 2 and len(key) > 5 and key.endswith(("ant", "ment", "ee", "ees"))
