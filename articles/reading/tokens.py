"""Words and marks of a text, each with its place and a folded key. Pure text code, one pass.

Folding makes accents, ligatures and the kind of apostrophe count for nothing, so that NFC and NFD texts read alike.
The case of the original is kept beside the key, because it does count.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import sub
from typing import Final

from articles.reading.chunks import OncePerChunk
from articles.reading.lines import SPACES

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

_DIGITS = frozenset("0123456789")
_SPACE = SPACES + "_"
# A token with the space before it, or the space at the end: pieces follow without a gap, so that none is looked for.
_PIECE = re.compile(rf"[\s_]*+(?:{TOKEN.pattern}|\Z)")

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i"})


class Case:
    """How a word is written. Plain numbers: to look up an enum's member costs many times the comparison."""

    LOWER: Final = 0  # also digits and marks
    CAPITALISED: Final = 1
    CAPITALS: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A way of writing a word or mark: one object for all its places, which the prose knows by the token's number."""

    word: str
    key: str
    case: int  # of Case
    joined: bool  # nothing stands between it and the token before
    letters: bool  # it begins with a letter: no mark and no number
    hyphen: bool
    number: bool  # it begins with a digit
    length: int  # of the word


def fold(word: str) -> str:
    """The word without case, accents, ligatures and kinds of apostrophe."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).lower()
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_LIGATURES)


def shape(word: str) -> tuple[str, int]:
    """The key of a word and how it is written."""
    if not word[0].isupper():
        return fold(word), Case.LOWER
    letters = unicodedata.normalize("NFC", word)
    if "." in letters:
        return fold(letters.replace(".", "")), Case.CAPITALS
    capitals = len(letters) > 1 and letters == letters.upper() and letters[1].isalnum()
    return fold(letters), Case.CAPITALS if capitals else Case.CAPITALISED


def _token(piece: str) -> Token:
    """The token of a word with the space before it."""
    word = piece.lstrip(_SPACE)
    joined, letters, number = len(word) == len(piece), word[0].isalpha(), word[0] in _DIGITS
    return Token(word, *shape(word), joined, letters, word in "-‑", number, len(word))


_TOKENS = OncePerChunk(_token)


@dataclass(slots=True, eq=False)
class Words:
    """The tokens of a text or of a piece of it, in order, with where each starts and ends in the whole text."""

    tokens: list[Token]
    starts: list[int]
    ends: list[int]

    def inside(self, start: int, end: int, text: str) -> "Words":
        """The words of a piece of `text`, of which these are the words; the first is joined to none before it."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        if (first and self.ends[first - 1] > start) or (first < last and self.ends[last - 1] > end):
            return words_of(text, start, end)  # an edge of the piece parts a word: "__bold__"
        tokens = self.tokens[first:last]
        if tokens and tokens[0].joined:
            tokens[0] = _TOKENS[f" {tokens[0].word}"]
        return Words(tokens, self.starts[first:last], self.ends[first:last])


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    return words_of(text, 0, len(text)).tokens


def words_of(text: str, start: int, end: int) -> Words:
    """The words of a piece of text; the first is joined to none before it."""
    pieces = _PIECE.findall(text, start, end)
    ends: list[int] = []
    while pieces and not pieces[-1].strip(_SPACE):
        pieces.pop()
    if pieces:
        ends = list(accumulate(map(len, pieces), initial=start))
        del ends[0]
        pieces[0] = f" {pieces[0]}"
    tokens = list(map(_TOKENS.__getitem__, pieces))
    return Words(tokens, list(map(sub, ends, [token.length for token in tokens])), ends)


def numbers_of(keys: Iterable[str], vocabulary: Container[str]) -> list[int]:
    """The numbers of the tokens whose key is in a vocabulary, in order. `keys`: of all tokens."""
    return list(compress(count(), map(vocabulary.__contains__, keys)))
