"""Two people's changes of one text put together, block by block. Pure text code, bounded for texts of any length.

Nothing is left out: where both changed the same blocks, both versions follow each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import pairwise

BLOCKS = 2_000  # of either text, between what begins and ends alike, beyond which nothing is put together
_VOID = {"br", "hr"}


@dataclass(frozen=True, slots=True)
class Merged:
    """The text, and whether each change could be told apart from the other's: then `clean` is true."""

    html: str
    clean: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """Blocks `start` to `end` of the base became so many others."""

    start: int
    end: int
    length: int


class _Tops(HTMLParser):
    """Finds where the blocks of a text that stand in no other block begin and end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html, self.depth, self.cuts = html, 0, [0]
        self.lines = [0]
        for line in html.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()
        self.cuts.append(len(html))

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.depth:
            self.cuts.append(self._at())
        self.depth += tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in _VOID:
            self.depth -= 1
            if not self.depth:
                self.cuts.append(self._at() + len(tag) + 3)


def blocks(html: str) -> list[str]:
    """The blocks of clean HTML in their order, white space between them left out."""
    cuts = _Tops(html).cuts
    return [block for start, end in pairwise(cuts) if (block := html[start:end].strip())]


def merge(base: str, mine: str, theirs: str) -> Merged:
    """What became of `base` in both texts. Where that cannot be told, theirs and then mine."""
    old, own, other = blocks(base), blocks(mine), blocks(theirs)
    if own == other:
        return Merged(mine, True)
    changes = [_changes(old, each) for each in (own, other)]
    if changes[0] is None or changes[1] is None:
        return Merged(mine, False)
    merged, clean = _merged(old, own, changes[0], other, changes[1])
    return Merged("\n".join(merged), clean)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[_Change] | None:
    """Where the texts differ; None where that would take too long to find."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    rest = shortest - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(before), len(after)) > BLOCKS:
        return None
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        _Change(head + start, head + end, last - first)
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]


def _merged(
    old: Sequence[str],
    own: Sequence[str],
    own_changes: Sequence[_Change],
    other: Sequence[str],
    other_changes: Sequence[_Change],
) -> tuple[list[str], bool]:
    texts, left = (own, other), [list(own_changes), list(other_changes)]
    at, places = 0, [0, 0]  # in the base, and in each of the two texts
    merged: list[str] = []
    clean = True
    while left[0] or left[1]:
        start = min(side[0].start for side in left if side)
        merged += old[at:start]
        places = [place + start - at for place in places]
        end, lengths, taken = start, [0, 0], [False, False]
        grows = True
        while grows:  # a change that meets what is changed already belongs to it
            grows = False
            for side in (0, 1):
                if left[side] and _meets(left[side][0], start, end):
                    change = left[side].pop(0)
                    taken[side] = grows = True
                    end = max(end, change.end)
                    lengths[side] += change.length - (change.end - change.start)
        parts = [texts[side][places[side] : places[side] + end - start + lengths[side]] for side in (0, 1)]
        if taken[0] and taken[1] and parts[0] != parts[1]:
            clean = False
            merged += [*parts[1], *parts[0]]
        else:
            merged += parts[0] if taken[0] else parts[1]
        places = [place + end - start + longer for place, longer in zip(places, lengths, strict=True)]
        at = end
    return merged + list(old[at:]), clean


def _meets(change: _Change, start: int, end: int) -> bool:
    """Whether it changes some of those blocks, or puts others where they begin or end: then their order is unsure."""
    return change.start < end or (change.start == end and (change.start == change.end or start == end))
