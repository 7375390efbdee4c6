"""How alike two texts are, by the runs of words that they share. Pure text code, one pass over each text.

A shingle is a run of five words, folded, as a number that is the same on every machine. Two texts are compared by
their sets of shingles; a few of a set, always the same ones, stand for it where likenesses are looked for.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain

from articles.reading.chunks import OncePerChunk
from articles.reading.tokens import fold

RUN = 5  # words in a shingle
KEPT = 24  # shingles that stand for a text
_BITS = (1 << 63) - 1  # a database's integers are signed
_FACTOR = 0x2545F4914F6CDD1D  # odd, so that no bit of a word is lost
_LEAVES = pow(_FACTOR, RUN, 1 << 63)

_WORD = re.compile(r"[^\W_]+")
# What many texts of one house end with: who it is, whom to call, what is forbidden. A line of it says nothing new.
_NOTE = re.compile(
    r"\W*(?:(?i:à propos d|notes? aux (?:rédactions|journalistes|éditeurs)|notes? (?:to|for) (?:the )?editors?"
    r"|contacts? (?:de |pour la )?(?:presse|médias?)|(?:press|media) (?:contacts?|enquir|inquir)"
    r"|mentions légales|avertissement|disclaimer|legal notice|tous droits|all rights reserved|copyright|©"
    r"|pour (?:de )?plus d['’]informations?|for (?:more|further) information)|About (?:the )?[A-Z])"
)
_HEADING = 8  # words at most in a line that heads such a note


def lines_of(text: str, left_out: Iterable[tuple[int, int]] = ()) -> list[list[str]]:
    """The words of an article's text as it came, line by line: without the spans that left it and standing notes."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(left_out):
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    article = unicodedata.normalize("NFC", "\n".join(kept))
    return [_WORD.findall(line) for line in _without_notes(article)]


def words_of(text: str, left_out: Iterable[tuple[int, int]] = ()) -> list[str]:
    """The words of `lines_of`, in one list."""
    return list(chain.from_iterable(lines_of(text, left_out)))


def _without_notes(text: str) -> Iterator[str]:
    """The lines but those of standing notes: a line that is one, and the line below one that only heads it."""
    headed = False
    for line in text.splitlines():
        if not line or line.isspace():
            continue
        if _NOTE.match(line):
            words = line.split(maxsplit=_HEADING)
            headed = len(words) <= _HEADING and not line.rstrip().endswith((".", "!", "?"))
            # a sentence that begins like one is the text's own: "About French soldiers, he said little."
            if headed or ":" in line[:60] or not line.lstrip().startswith("About "):
                continue
        elif headed:
            headed = False
            continue
        yield line


def shingles_of(words: Iterable[str]) -> frozenset[int]:
    """Every run of five words as a number below 2**63; fewer words than that make one run, none make none."""
    values = [_VALUES[word] for word in words]
    if not values:
        return frozenset()
    run = 0
    for come, _gone in values[:RUN]:
        run = (run * _FACTOR + come) & _BITS
    found = {run}
    add = found.add
    for (_, gone), (come, _) in zip(values, values[RUN:], strict=False):
        run = (run * _FACTOR + come - gone) & _BITS
        add(run)
    return frozenset(found)


def _value(word: str) -> tuple[int, int]:
    """What a word adds to the run that it comes into, and what it has become when it leaves it."""
    value = int.from_bytes(blake2b(fold(word).encode("utf-8", "replace"), digest_size=8).digest()) & _BITS
    return value, value * _LEAVES & _BITS


_VALUES = OncePerChunk(_value)


def sketch(shingles: Iterable[int], *, size: int = KEPT) -> tuple[int, ...]:
    """The lowest few: texts that share much share some of them, however long they are."""
    return tuple(sorted(shingles)[:size])


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """What the two have in common, of all that both have (Jaccard): 1.0 for equal texts, 0.0 for an empty one."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the first stands in the other."""
    return len(one & other) / len(one) if one else 0.0
