"""Text → lines: every line end that files use counts as one, and every offset stays true."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_END = re.compile(f"[{LINE_ENDS}](?:(?<=\r)\n)?")  # begins with one set of characters, which is found fast
_NO_ENDS = "\x1c\x1d\x1e"  # marks of old files between records, where Python alone ends a line
_NO_ENDS_BLANK = str.maketrans(_NO_ENDS, "   ")
_EDGES = SPACES + "\u200b\u2060\ufeff\x1a\x1b"
_NEWLINES = str.maketrans(dict.fromkeys(LINE_ENDS, "\n"))
_WRAP = re.compile(f"[^\\S{LINE_ENDS}]*(?:[{LINE_ENDS}]\\s*)+")


class Line(NamedTuple):
    """A line without its end and without the white space around it; blank when nothing is left."""

    start: int
    end: int
    words: str

    @property
    def blank(self) -> bool:
        return self.start == self.end


def split_lines(text: str, start: int = 0) -> Iterator[Line]:
    """All lines from `start` on, the blank ones too."""
    kept = text[start:]
    if any(map(kept.__contains__, _NO_ENDS)):
        kept = kept.translate(_NO_ENDS_BLANK)
    for piece in kept.splitlines(keepends=True):
        yield _trimmed(text, start, start + len(piece))  # its end is white space, too
        start += len(piece)


def unwrapped(passage: str) -> str:
    """The words of a passage on one line: each line end in it, with the space around, is one space."""
    return _WRAP.sub(" ", passage) if _END.search(passage) else passage


def with_newlines(passage: str) -> str:
    """The passage with a newline for each sign that ends a line, in its place: a pattern's "." stops at no other."""
    return passage.translate(_NEWLINES) if _END.search(passage) else passage


def small_letters(text: str) -> str:
    """The text in small letters, each in its place: "İ" alone would become two."""
    return text.replace("İ", "I").lower()


def trimmed(words: str) -> str:
    """The words without the white space and stray marks around them, as the lines of a text are cut."""
    line = _trimmed(words, 0, len(words))
    return line.words


def _trimmed(text: str, start: int, end: int) -> Line:
    line = text[start:end].rstrip(_EDGES)
    words = line.lstrip(_EDGES)
    start += len(line) - len(words)
    return Line(start, start + len(words), words)
