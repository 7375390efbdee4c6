"""Talks told by what they were about: "X et Y ont discuté, jeudi à Tunis, de …", "X and Y reviewed in Amman …".

The words say nothing of a meeting; two persons who did it in one town met there.
"""

from articles.reading.name_words import words
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, clause_before
from articles.reading.talks import is_call
from articles.reading.tokens import Token

_FRENCH = words("discute evoque examine echange aborde")
_ENGLISH = words("discussed reviewed explored")
_NOUNS = words("meeting rencontre entretien reunion tete")
_DURING = words("during lors cours occasion issue after at")
_A = words("a an une un d'")
VOCABULARY = _FRENCH | _ENGLISH | _NOUNS
_CLITICS = words("ont y en egalement aussi notamment longuement hier")
_STOPS = frozenset('.;:!?«»“”"')


def talks_about(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """The talks whose verb stands at `index`, when two persons are its subject. `people`: first token of a name → the
    token after it."""
    tokens = prose.tokens
    if tokens[index].key in _NOUNS:
        return _during(tokens, index, sentence, people)
    english = tokens[index].key in _ENGLISH
    if english != (sentence.language == "en") or is_call(tokens, index, sentence):
        return None
    first = index
    while not english and first > sentence.first and tokens[first - 1].key in _CLITICS:
        first -= 1
    if not english and "ont" not in [token.key for token in tokens[first:index]]:
        return None
    named = _subject(tokens, clause_before(first, sentence), people)
    return Sign("bilateral", named, index + 1, head=index, implied=True) if named >= 0 else None


def _during(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "X and Y agreed on peace during a meeting in Cairo", "lors d'une rencontre à Alger"."""
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    if before[-1:] == [] or before[-1] not in _A or _DURING.isdisjoint(before) or is_call(tokens, index, sentence):
        return None
    named = _subject(tokens, clause_before(index, sentence), people)
    return Sign("bilateral", index, index + 1, head=index, implied=True) if named >= 0 else None


def _subject(tokens: list[Token], places: range, people: dict[int, int]) -> int:
    """Where the first of exactly two names joined by "et" begins, with nothing before that ends a clause; else -1."""
    named = [place for place in places if place in people]
    if len(named) != 2 or any(tokens[place].word in _STOPS for place in range(people[named[1]], places.stop)):
        return -1
    between = tokens[people[named[0]] : named[1]]
    if not any(token.key in ("et", "and") for token in between):
        return -1
    if any(token.word in _STOPS and token.word != "." for token in between):
        return -1
    return named[0]
