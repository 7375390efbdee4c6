"""Which items of one sequence stand, in the same order, in another. Pure, and bounded for sequences of any length."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Run = tuple[bool, int, int, int, int]  # whether both are alike there; from and to in the old one, then in the new one


@dataclass(slots=True)
class Budget:
    """How many pairs of items may still be held against each other."""

    pairs: int

    def spend(self, pairs: int) -> bool:
        """Take so many, if there are."""
        if pairs > self.pairs:
            return False
        self.pairs -= pairs
        return True


def aligned(old: Sequence[str], new: Sequence[str], *, most: int, budget: Budget) -> list[Run]:
    """The runs that are alike and those that differ, in order, covering both sequences.

    They are parted as by `parted`; what differs then is aligned when neither side has more than `most` items and the
    budget lasts, and otherwise differs as a whole.
    """
    found: list[Run] = []
    for run in parted(old, new, most=most):
        alike, start, end, first, last = run
        sizes = end - start, last - first
        if alike or not all(sizes) or max(sizes) > most or not budget.spend(sizes[0] * sizes[1]):
            found.append(run)
            continue
        matcher = SequenceMatcher(None, old[start:end], new[first:last], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            found.append((tag == "equal", start + i1, start + i2, first + j1, first + j2))
    return list(_joined(found))


def parted(old: Sequence[str], new: Sequence[str], *, most: int) -> list[Run]:
    """As `aligned`, but what differs is parted only where either side has more than `most` items.

    What both begin and end with is cut off first, and a longer rest is parted at the items that stand once in either.
    """
    return list(_joined(_parted(old, new, (0, len(old), 0, len(new)), most)))


def _parted(old: Sequence[str], new: Sequence[str], part: tuple[int, int, int, int], most: int) -> Iterator[Run]:
    start, end, first, last = part
    shortest = min(end - start, last - first)
    head = next((step for step in range(shortest) if old[start + step] != new[first + step]), shortest)
    rest = shortest - head
    tail = next((step for step in range(rest) if old[end - 1 - step] != new[last - 1 - step]), rest)
    yield True, start, start + head, first, first + head
    inner = (start + head, end - tail, first + head, last - tail)
    anchors = _anchors(old, new, inner) if max(inner[1] - inner[0], inner[3] - inner[2]) > most else []
    at, to = inner[0], inner[2]
    for place, other in anchors:
        yield from _parted(old, new, (at, place, to, other), most)
        at, to = place, other
    if anchors:
        yield from _parted(old, new, (at, inner[1], to, inner[3]), most)
    else:
        yield (False, *inner)
    yield True, end - tail, end, last - tail, last


def _anchors(old: Sequence[str], new: Sequence[str], part: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Where items stand that either part has once: the longest row of them that is in the same order in both."""
    start, end, first, last = part
    counts, others = Counter(old[start:end]), Counter(new[first:last])
    places = {new[place]: place for place in range(first, last) if others[new[place]] == 1}
    pairs = [(at, places[old[at]]) for at in range(start, end) if counts[old[at]] == 1 and old[at] in places]
    ends: list[int] = []  # of rows by their length, the smallest last place
    tops: list[int] = []  # the pair which each of them ends with
    before: list[int] = []
    for number, (_at, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(tops[length - 1] if length else -1)
        ends[length : length + 1], tops[length : length + 1] = [place], [number]
    row, number = [], tops[-1] if tops else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Without empty runs, and neighbours of one kind as one."""
    held: Run | None = None
    for run in runs:
        alike, start, end, first, last = run
        if start == end and first == last:
            continue
        if held is not None and held[0] == alike:
            held = (alike, held[1], end, held[3], last)
        else:
            if held is not None:
                yield held
            held = run
    if held is not None:
        yield held
