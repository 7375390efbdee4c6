"""Which passages stand in quotation marks: French, English and German marks, nested, over several paragraphs.

A mark without its partner opens or closes nothing; one pass, linear in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.results import Block, Span

_MARK = re.compile('[«»“”„"‟〝〞＂]|‘|(?<=[^\\s‘])’(?!\\w)')
_CLOSES = {"»": "«", "”": "“", "’": "‘"}
_SPACES = " \t\n\r\u00a0\u202f\u2009\u2007\u200a\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Marked:
    """`outer` with the marks, `inner` without them and the spaces beside them."""

    outer: Span
    inner: Span


@dataclass(slots=True)
class _Open:
    mark: str
    place: int
    found: list[tuple[int, int]]  # pairs closed inside, kept if this one never closes


def marked_passages(text: str, blocks: Sequence[Block]) -> list[Marked]:
    """The outermost passages in quotation marks, in order.

    A paragraph that ends inside a passage hands it on when the next one begins with the same opening mark, as
    printers repeat it; else the mark was a slip.
    """
    found: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for number, block in enumerate(blocks):
        if stack and not _continues(text, stack[0].mark, block):
            found.extend(_dropped(stack))
        first = number > 0 and bool(stack)
        for mark in _MARK.finditer(text, block.span.start, block.span.end):
            if first:
                first = False
                if not text[block.span.start : mark.start()].strip(_SPACES):
                    continue  # the mark that only says "still quoted"
            _read(text, mark.group(), mark.start(), stack, found, block)
    found.extend(_dropped(stack))
    return [_marked(text, start, end) for start, end in sorted(found)]


def _read(text: str, mark: str, place: int, stack: list[_Open], found: list[tuple[int, int]], block: Block) -> None:
    if mark in '"＂‟〝〞':
        mark = '"'
        closes = '"' if any(opened.mark == '"' for opened in stack) else ""
        if not closes and not _can_open(text, place, block):
            return
    elif mark == "“" and any(opened.mark == "„" for opened in stack):
        closes = "„"
    elif mark == "‘":
        if not _can_open(text, place, block):
            return
        closes = ""
    else:
        closes = _CLOSES.get(mark, "")
        if mark in _CLOSES and not any(opened.mark == closes for opened in stack):
            return
    if not closes:
        stack.append(_Open(mark, place, []))
        return
    while stack:
        opened = stack.pop()
        if opened.mark == closes:
            (stack[-1].found if stack else found).append((opened.place, place + 1))
            return
        # An opening mark inside that never closed: what it held goes to the one around it, and is swallowed there.


def _can_open(text: str, place: int, block: Block) -> bool:
    before = text[place - 1] if place > block.span.start else " "
    after = text[place + 1] if place + 1 < block.span.end else " "
    return (before in _SPACES or before in "([«“'’—–-:/") and (after not in _SPACES or before in _SPACES)


def _continues(text: str, mark: str, block: Block) -> bool:
    return text[block.span.start : block.span.start + 1] == mark


def _dropped(stack: list[_Open]) -> list[tuple[int, int]]:
    """What was closed inside marks that never were."""
    inside = [pair for opened in stack for pair in opened.found]
    stack.clear()
    return inside


def _marked(text: str, start: int, end: int) -> Marked:
    first, last = start + 1, end - 1
    while first < last and text[first] in _SPACES:
        first += 1
    while last > first and text[last - 1] in _SPACES:
        last -= 1
    return Marked(Span(start, end), Span(first, last))
