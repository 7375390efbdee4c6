"""How many words a text has, by a stated rule. No Django here.

A word is a run of letters or digits. Hyphens hold a word together ("peut-être" is one), an apostrophe ends an elided
word ("l'OTAN" is two, as French dictionaries count) but not one of the words that have it inside ("aujourd'hui").
Signs, dashes and non-breaking spaces part words and count for none; digits grouped by a point, a comma or a
non-breaking space are one number.
"""

import re
from collections.abc import Iterator

_APOSTROPHES = "'’ʼ"
_WORD = re.compile(
    r"[AaQqPp]"  # most words are none of these: their first letters are looked at first
    rf"(?i:ujourd[{_APOSTROPHES}]hui|uelqu[{_APOSTROPHES}]une?s?|rud[{_APOSTROPHES}]hom\w*|resqu[{_APOSTROPHES}]îles?)"
    r"|\d+(?:[.,\u00a0\u202f]\d+)*"
    r"|[^\W_]+(?:[-‐‑][^\W_]+)*"
)
WORDS_A_MINUTE = 220  # silent reading of French prose by adults: Brysbaert 2019, rounded


def words_of(text: str) -> Iterator[str]:
    """The words of a plain text, in order, as written. Linear in its length."""
    return (found[0] for found in _WORD.finditer(text))


def count_words(text: str) -> int:
    """The number of words of a plain text. Linear in its length."""
    return len(_WORD.findall(text))


def reading_minutes(words: int) -> int:
    """Whole minutes to read that many words, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))
