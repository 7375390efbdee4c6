"""Whether a change of a text is one of typography only: what may be mended without a word to readers. Pure text code.

The rule, here and nowhere else. Both texts have the same words in the same order, and each word is the same or has
only a slip of the pen mended:

- spaces, line ends, apostrophes, hyphens, dashes, commas, points, colons, semicolons and ellipses may come and go; the
  kind of quotation marks may change, but none is added or taken away, and so it is with ? ! % and other signs;
- accents, ligatures and capitals may change;
- a word of four letters or more may change in one letter, one of eight or more in two (a letter more, a letter less, a
  letter for another), if it begins with the same letter and is written small in both texts.

A number, a name and a short word are never mended silently: "15" for "16", "Irak" for "Iran", "non" for "nos". Nor is
"possible" for "impossible".
"""

import re
import unicodedata
from collections.abc import Iterator

LETTERS = ((8, 2), (4, 1))  # in a word of so many letters or more, so many may change
LONGEST = 60  # letters of a word, beyond which it is none

_QUOTES = dict.fromkeys(map(ord, "«»“”„‟‹›❝❞"), '"')
_LIGATURES = {ord("œ"): "oe", ord("Œ"): "Oe", ord("æ"): "ae", ord("Æ"): "Ae"}
_TOKEN = re.compile(
    r"\d+(?:[.,\s'’]\d+)*"  # a number, however its digits are grouped
    r"|[^\W\d_]+"
    r"|[^\w\s'’ʼ‘`´.,:;…()\-‐‑‒–—―\u00ad\u200b-\u200f\u2060\ufeff]"  # a sign that means something
)


def is_typographic(old: str, new: str) -> bool:
    """Whether the second text says the same in the same words, by the rule above. Linear in their length."""
    before, after = _tokens(old), _tokens(new)
    return all(was == now or _slip(was, now) for was, now in zip(before, after, strict=False))


def _tokens(text: str) -> Iterator[str]:
    """The words, numbers and signs in order, and an empty one at the end: there a longer text differs."""
    composed = unicodedata.normalize("NFC", text).translate(_QUOTES | _LIGATURES)
    for found in _TOKEN.finditer(composed):
        yield re.sub(r"\s", "", found[0]) if found[0][0].isdigit() else found[0]
    yield ""


def _slip(was: str, now: str) -> bool:
    """Whether one word is the other with a slip of the pen mended."""
    if not (was.isalpha() and now.isalpha()):
        return False
    bare = _bare(was), _bare(now)
    if bare[0] == bare[1]:
        return True
    if was != was.lower() or now != now.lower() or bare[0][0] != bare[1][0]:
        return False
    length = max(map(len, bare))
    if length > LONGEST:
        return False
    allowed = next((most for least, most in LETTERS if length >= least), 0)
    return _apart(bare[0], bare[1], allowed)


def _bare(word: str) -> str:
    """Without capitals and accents."""
    parted = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def _apart(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters more, less or for another lie between the words."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for column, another in enumerate(other, 1):
            before, row[column] = row[column], min(before + (letter != another), row[column] + 1, row[column - 1] + 1)
        if min(row) > most:
            return False
    return row[-1] <= most
