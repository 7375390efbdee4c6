"""The copy of a text that is read: composed letters, no invisible marks, and the way back to the text as it came."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from articles.reading.results import Span

# Hints of hyphenation, zero-width spaces and joiners, stray byte order marks, marks of direction: nothing to read.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f"
_INVISIBLE_MARK = re.compile(f"[{_INVISIBLE}]")
# What may join the character before it, and a character that something joins; the punctuation between is left out.
_JOINS = "\u0300-\u1fff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua000-\U0010ffff"
_JOINED = re.compile(f"[\\s\\S][{_JOINS}]+")
_JAMO = range(0x1160, 0x1200)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """`text` is to be read; `starts[i]` is where its character `i` begins in the original, the last entry its end.

    None where the original is clean already: then both are the same text.
    """

    text: str
    starts: "array[int] | None" = None

    def back(self, span: Span) -> Span:
        """The span of the original for a span of the copy; adjoining spans stay so."""
        if self.starts is None:
            return span
        return Span(self.starts[span.start], self.starts[span.end])

    def onto(self, span: Span) -> Span:
        """The span of the copy for a span of the original; what the copy left out belongs to what follows."""
        if self.starts is None:
            return span
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def restored(self, value: T) -> T:
        """The value with every span in it, however deep, led back to the original."""
        if self.starts is None:
            return value
        restored: T = self._restored(value)
        return restored

    def _restored(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self.back(value)
        if isinstance(value, tuple):
            return tuple(self._restored(each) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {}
            for field in fields(value):
                old = getattr(value, field.name)
                new = self._restored(old)
                if new is not old:
                    changed[field.name] = new
            return replace(value, **changed) if changed else value
        return value


def clean_copy(text: str) -> CleanCopy:
    """The text with letters composed (NFC) and invisible marks left out; its spans lead back by `back`.

    Canonically equal texts have the same copy, so that "é" is read alike however a file writes it.
    """
    if unicodedata.is_normalized("NFC", text) and _INVISIBLE_MARK.search(text) is None:
        return CleanCopy(text)
    copy: list[str] = []
    starts = array("l")
    for start, piece in _pieces(text):
        composed = unicodedata.normalize("NFC", piece)
        if len(composed) == len(piece) and _INVISIBLE_MARK.search(composed) is None:
            copy.append(composed)
            starts.extend(range(start, start + len(piece)))
            continue
        # Where signs vanish into a letter, the letter keeps the whole of them.
        inner = range(start, start + len(composed)) if len(composed) <= len(piece) else [start] * len(composed)
        kept = [(place, sign) for place, sign in zip(inner, composed, strict=True) if sign not in _INVISIBLE]
        copy += [sign for _, sign in kept]
        starts.extend(place for place, _ in kept)
    if starts:
        starts[0] = 0  # what is left out belongs to the character before it, or to the first one
    starts.append(len(text))
    return CleanCopy("".join(copy), starts)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that compose each for itself; one that changes its length is a letter and its marks."""
    position = 0
    for match in _JOINED.finditer(text):
        yield from _singly(position, text[position : match.start()])
        position = match.end()
        start, piece = match.start(), match[0]
        if unicodedata.is_normalized("NFC", piece):
            yield start, piece
            continue
        first = 0
        for place in range(1, len(piece) + 1):
            if place == len(piece) or not _combines(piece[place]):
                yield start + first, piece[first:place]
                first = place
    yield from _singly(position, text[position:])


def _singly(start: int, piece: str) -> Iterator[tuple[int, str]]:
    """Characters that nothing joins, in one piece where each stays one character."""
    if len(unicodedata.normalize("NFC", piece)) == len(piece):
        yield start, piece
    else:
        yield from enumerate(piece, start)


def _combines(character: str) -> bool:
    """Whether it may join the character before it: a mark, or a vowel or final of Korean."""
    return unicodedata.category(character)[0] == "M" or ord(character) in _JAMO
