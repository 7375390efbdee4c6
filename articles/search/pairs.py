"""Words side by side, as numbers that an index can hold. No Django here.

A text's pairs of neighbouring words say at once which texts have two words side by side; where only the words are
indexed, each text that has both would have to be opened.
"""

from hashlib import blake2b
from itertools import pairwise

from articles.search.document import FIELDS, Document
from articles.search.query import FORM_NAMES, Term

_BITS = {name: 1 << at for at, name in enumerate(FORM_NAMES)}


def pairs_of(document: Document) -> list[int]:
    """The pairs of a document, each once with the forms in which its two words stand so, in order."""
    forms: dict[tuple[str, str], int] = {}
    for field in FIELDS:
        for one, other in pairwise(document[field]):
            for bit, pair in zip(_BITS.values(), zip(one, other, strict=True), strict=True):
                forms[pair] = forms.get(pair, 0) | bit
    return sorted(_number(held, *pair) for pair, held in forms.items())


def pairs_asked(term: Term) -> list[list[int]]:
    """For each two neighbours of the term's words, the pairs of which a text that answers has one.

    Whoever has one of each need not have three words or more in a row. Nothing for a term of single words, and none of
    what is the beginning of a word only.
    """
    length = len(term.alternatives[0].words)
    return [
        [
            _number(held, *each.words[at : at + 2])
            for each in term.alternatives
            for held in range(1, 1 << len(_BITS))
            if held & _BITS[each.form]
        ]
        for at in range(length - 1)
    ]


def _number(forms: int, one: str, other: str) -> int:
    """A number of 64 bits, with its sign: two pairs that have the same are never seen."""
    digest = blake2b(f"{forms} {one} {other}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
