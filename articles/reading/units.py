"""Lines → units: the paragraph-like pieces of a text, with hard-wrapped lines put together again."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.reading.lines import Line, split_lines, unwrapped
from articles.reading.signature_patterns import OURS

# A text set to a fixed width breaks its lines about here; longer lines are paragraphs of their own.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45
_LEAST_SHARE = 5  # one line in so many is full where a text was set to a width
_RAGGED = 6  # so many lines that break off show that a text was wrapped without a width
_HEAD_UNITS = 4  # a title is among these

_BULLET = re.compile(r"(?:[•◦‣▪●■○·*➢➤►✓✔⁃–—-]|o(?=\s{2}))\s+(?=\S)|[•◦‣▪●■➢➤►✓✔](?=\w)")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}\)|\(?[a-z]\)|\d{1,2}[°.])\s+(?=\S)")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1$")
# A wire's subheading: "- Soldats nord-coréens -", "*** Le contexte ***".
_BETWEEN_MARKS = re.compile(r"(?P<mark>[-–—=*~]{1,5})\s+(?=[^\W_]|[«“\"])(.{2,100}?)\s+(?P=mark)$")
_KICKED = re.compile(r":\s+(?=\S)")  # ": Was bleibt": a title whose kicker stands on the line above
_QUOTE_MARK = re.compile(r">+\s*")
_SENTENCE_END = re.compile(r"[.!?…:;»”\"')\]]$")


@dataclass(slots=True, eq=False)
class Unit:
    """One or several lines that are one piece. `bullet`, `numbered` and `level` come from marks before the span."""

    start: int
    end: int
    words: str  # on one line
    lines: int = 1
    set_apart: bool = True  # a blank line stands before it
    bullet: bool = False
    numbered: bool = False
    level: int = 0  # of a heading marked with # or **
    quoted: bool = False  # marked with >


def units_of(text: str, start: int = 0, *, apart: Collection[int] = ()) -> list[Unit]:
    """The units from `start` on, in order; between them lie only white space and the marks that they lost.

    A line that begins at a place of `apart` is a unit of its own, whatever marks it begins with.
    """
    lines = list(split_lines(text, start))
    width = _wrap_width(lines)
    units: list[Unit] = []
    piece: list[Line] = []
    blank = True
    for line in lines:
        if line.blank:
            units += _closed(text, piece, blank)
            if piece:
                piece, blank = [], True
            blank = True
            continue
        if line.start in apart:
            units += _closed(text, piece, blank)
            units.append(Unit(line.start, line.end, line.words, set_apart=blank and not piece))
            piece, blank = [], False
            continue
        head = len(units) < _HEAD_UNITS and len(piece) == 1 and _runs_on(piece[0], line)
        if piece and not head and not (width and _continues(piece[-1], line, width)):
            units += _closed(text, piece, blank)
            piece, blank = [], False
        piece.append(line)
    units += _closed(text, piece, blank)
    return units


def _wrap_width(lines: list[Line]) -> int:
    """The width that the text is set to, or 0 when its lines are paragraphs."""
    lengths = [len(line.words) for line in lines if " " in line.words]
    if len(lengths) < 3 or not _NARROWEST_WRAP <= max(lengths) <= _WIDEST_WRAP:
        return 0
    width = max(lengths)
    full = [
        (line, after)
        for line, after in pairwise(lines)
        if not line.blank and not after.blank and _fills(line, after, width)
    ]
    broken = [line for line, _ in full if not _SENTENCE_END.search(line.words)]
    pairs = sum(not line.blank and not after.blank for line, after in pairwise(lines))
    if len(full) >= 2 and 2 * len(broken) >= len(full) and _LEAST_SHARE * len(full) >= pairs:
        return width
    return width if _is_ragged(lines) else 0


def _is_ragged(lines: list[Line]) -> bool:
    """Whether a source was wrapped by hand or lost its marks: most lines break off and the next begins small."""
    pairs = [(line, after) for line, after in pairwise(lines) if not line.blank and not after.blank]
    inside = [line for line, after in pairs if _breaks_off(line, after)]
    return len(inside) >= _RAGGED and 2 * len(inside) > len(pairs)


def _breaks_off(line: Line, after: Line) -> bool:
    """Whether a sentence goes on in the next line."""
    return after.words[0].islower() and not _SENTENCE_END.search(line.words) and not _BULLET.match(after.words)


def _fills(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word found no room: a few columns of grace for a ragged hand."""
    return len(line.words) + 1 + len(after.words.split(maxsplit=1)[0]) > width - 4


def _continues(line: Line, after: Line, width: int) -> bool:
    if _BULLET.match(after.words) or _NUMBERED.match(after.words) or after.words.startswith((">", "#")):
        return False
    return _fills(line, after, width) or _breaks_off(line, after) or after.words[0] in "»”"


def _runs_on(line: Line, after: Line) -> bool:
    """Whether a title or a dateline goes on: a line among the first that ends with a comma, above one that begins
    small or says whose correspondent writes."""
    on = after.words[0].islower() or OURS.match(after.words) is not None
    return line.words.endswith(",") and on and len(line.words) <= _WIDEST_WRAP


def _closed(text: str, piece: list[Line], blank: bool) -> list[Unit]:
    if not piece:
        return []
    start, end = piece[0].start, piece[-1].end
    words = piece[0].words if len(piece) == 1 else unwrapped(text[start:end])
    unit = Unit(start, end, words, len(piece), blank)
    return [_without_marks(text, unit)]


def _without_marks(text: str, unit: Unit) -> Unit:
    """The unit without the marks that a plain text uses for lists, headings and quotations."""
    words = text[unit.start : unit.end]
    if words[:2].isalpha():
        return unit  # no mark begins with two letters
    if match := _HASHES.match(words):
        return _narrowed(text, unit, match.start(2), match.end(2), level=max(2, len(match[1])) if match[2] else 0)
    if match := _EMPHASIS.match(words):
        return _narrowed(text, unit, match.start(2), match.end(2), level=2)
    if words[-1] in "-–—=*~" and (match := _BETWEEN_MARKS.match(words)) and len(match[2].split()) <= 14:
        return _narrowed(text, unit, match.start(2), match.end(2), level=2)
    if match := _KICKED.match(words):
        return _narrowed(text, unit, match.end(), len(words))
    if match := _QUOTE_MARK.match(words):
        return _narrowed(text, unit, match.end(), len(words), quoted=True)
    if match := _BULLET.match(words):
        return _narrowed(text, unit, match.end(), len(words), bullet=True)
    if _NUMBERED.match(words):
        return replace(unit, numbered=True)
    return unit


def _narrowed(text: str, unit: Unit, start: int, end: int, **marks: bool | int) -> Unit:
    if start >= end:
        return unit
    start, end = unit.start + start, unit.start + end
    return replace(unit, start=start, end=end, words=unwrapped(text[start:end]), **marks)  # type: ignore[arg-type]
