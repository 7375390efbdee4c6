"""Words side by side, as numbers that an index can hold. No Django here.

A text's pairs of neighbouring words say at once which texts have two words side by side; where only the words are
indexed, each text that has both would have to be opened.
"""

from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from articles.search.document import FIELDS, Document
from articles.search.query import FORM_NAMES, Term
from articles.search.text import Forms

_BITS = {name: 1 << at for at, name in enumerate(FORM_NAMES)}
_ALL, _HALF = (1 << 64) - 1, 1 << 63
_FACTOR, _STEP = 0x9E3779B97F4A7C15, 0xD1B54A32D192ED03  # odd, so that no bit of a word or of its forms is lost


def pairs_of(document: Document) -> list[int]:
    """The pairs of a document, each once with the forms in which its two words stand so, in order."""
    held: dict[int, int] = {}
    forms = held.get
    by_exact, by_stem, by_folded = _BITS.values()
    for field in FIELDS:
        words = [_values(word) for word in document[field]]
        # written out: this is done for every word that is ever saved
        for ((exact, stem, folded), _), (_, (next_exact, next_stem, next_folded)) in pairwise(words):
            exact, stem, folded = exact + next_exact & _ALL, stem + next_stem & _ALL, folded + next_folded & _ALL
            held[exact] = forms(exact, 0) | by_exact
            held[stem] = forms(stem, 0) | by_stem
            held[folded] = forms(folded, 0) | by_folded
    return sorted(_number(found, pair) for pair, found in held.items())


def pairs_asked(term: Term) -> list[list[int]]:
    """For each two neighbours of the term's words, the pairs of which a text that answers has one.

    Whoever has one of each need not have three words or more in a row. Nothing for a term of single words, and none of
    what is the beginning of a word only.
    """
    length = len(term.alternatives[0].words)
    return [
        [
            _number(held, _pair(*each.words[at : at + 2]))
            for each in term.alternatives
            for held in range(1, 1 << len(_BITS))
            if held & _BITS[each.form]
        ]
        for at in range(length - 1)
    ]


def _number(forms: int, pair: int) -> int:
    """A number of 64 bits, with its sign: two pairs that have the same are never seen."""
    return (pair + forms * _STEP & _ALL) - _HALF


def _pair(one: str, other: str) -> int:
    """Two words in their order, without their forms."""
    return _first(one) + _value(other) & _ALL


@lru_cache(maxsize=1 << 16)
def _values(word: Forms) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What each form of a word adds to a pair of which it is the first, and to one of which it is the other."""
    return tuple(map(_first, word)), tuple(map(_value, word))


def _first(word: str) -> int:
    return _value(word) * _FACTOR & _ALL


def _value(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
