"""Words and marks of a text, each with its place and a folded key. Pure text code, one pass.

Folding makes accents, ligatures and the kind of apostrophe count for nothing, so that NFC and NFD texts read alike.
The case of the original is kept beside the key, because it does count.
"""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

# An elided article or pronoun is a word of its own ("l'", "qu’"), so is a possessive ("'s"); hyphens separate.
TOKEN = re.compile(
    r"[^\W\d_][\w\u0300-\u036f]*+(?![.'’‘ʼ`´])"  # most words, at the first try
    r"|(?:[^\W\d_]\.){2,}(?!\w)"  # U.S., O.N.U.
    r"|(?:[cdjlmnstCDJLMNSTO]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu|[Aa]ujourd)['’‘ʼ`´](?=\w)"
    r"|['’‘ʼ]s(?!\w)"
    r"|[^\W\d_][\w\u0300-\u036f]*"
    r"|\d+(?:[.,]\d+)*\w*"
    r"|[^\w\s]"
)

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i"})


class Case(IntEnum):
    LOWER = 0  # also digits and marks
    CAPITALISED = 1
    CAPITALS = 2


class Token(NamedTuple):
    start: int
    end: int
    word: str
    key: str
    case: Case


def fold(word: str) -> str:
    """The word without case, accents, ligatures and kinds of apostrophe."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).lower()
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_LIGATURES)


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> tuple[str, Case]:
    """The key of a word and how it is written."""
    if not word[0].isupper():
        return fold(word), Case.LOWER
    letters = unicodedata.normalize("NFC", word)
    if "." in letters:
        return fold(letters.replace(".", "")), Case.CAPITALS
    capitals = len(letters) > 1 and letters == letters.upper() and letters[1].isalnum()
    return fold(letters), Case.CAPITALS if capitals else Case.CAPITALISED


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a piece of text, in order; their places count from the beginning of the whole text."""
    new, find, last = tuple.__new__, text.find, start
    # A text has a thousand tokens: to find the words again, which only white space parts, and to pass by the class's
    # own constructor takes half the time.
    return [
        new(Token, (first := find(word, last), last := first + len(word), word, *shape(word)))
        for word in TOKEN.findall(text, start, len(text) if end is None else end)
    ]
