"""Which paragraph became which: in order, by the words that they share. Pure; near linear in the texts' length."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

ALIKE = 0.3  # of the words of two paragraphs, for one to be the other changed
RARE = 6  # paragraphs that have a word, for it to tell which paragraph this was
ASKED = 16  # of a paragraph's rarest words
MATES = 4  # of the paragraphs that it may have been, those that share most of these words

_WORD = re.compile(r"\w+")

Mate = tuple[int, int, float]  # a place in the old text, one in the new, and how much speaks for it


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with the one that it became; an empty text stands where there is none. Both orders are kept.

    Of all such pairings this is, among likely pairs, one that keeps most words together.
    """
    at, to = 0, 0
    for place, other in [*_heaviest(_mates(old, new)), (len(old), len(new))]:
        yield from ((each, "") for each in old[at:place])
        yield from (("", each) for each in new[to:other])
        if place < len(old):
            yield old[place], new[other]
        at, to = place + 1, other + 1


def _mates(old: Sequence[str], new: Sequence[str]) -> Iterator[Mate]:
    """The likely pairs: paragraphs that are alike word for word, and those that share rare words."""
    words = [frozenset(_WORD.findall(each)) for each in old]
    having: dict[str, list[int]] = defaultdict(list)
    exact: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(old):
        exact[text].append(place)
        for word in words[place]:
            if len(having[word]) <= RARE:
                having[word].append(place)
    seen: Counter[str] = Counter()
    last = -1  # what the paragraph before most likely was
    for other, text in enumerate(new):
        own = frozenset(_WORD.findall(text))
        same = exact.get(text, [])
        # of many paragraphs that are the same, the first was the first, and so on
        found = {place: 2.0 * len(own) + 1 for place in (same if len(same) <= MATES else same[seen[text] :][:1])}
        seen[text] += 1
        for place in _likely(own, having, last + 1):
            if place < len(old) and place not in found and (weight := _weight(own, words[place])):
                found[place] = weight
        yield from ((place, other, weight) for place, weight in found.items())
        last = max(found, key=lambda place: found[place], default=last)


def _likely(own: frozenset[str], having: Mapping[str, list[int]], next_one: int) -> Iterator[int]:
    """Where to look for what a paragraph was: next to the one before, and where its rarest words stand."""
    yield next_one
    rare = sorted((len(having[each]), each) for each in own if each in having and len(having[each]) <= RARE)
    if rare:
        shared = Counter(place for _number, word in rare[:ASKED] for place in having[word])
        yield from (place for place, _count in shared.most_common(MATES))


def _weight(words: frozenset[str], others: frozenset[str]) -> float:
    """How much speaks for a pair: the words that they share, less where they have many others; none below `ALIKE`."""
    common, either = len(words & others), len(words | others)
    return 2 * common * common / either if common and common >= ALIKE * either else 0.0


def _heaviest(mates: Iterator[Mate]) -> list[tuple[int, int]]:
    """The pairs of the heaviest row that goes forward in both texts."""
    held = sorted(mates, key=lambda mate: (mate[1], -mate[0]))
    places = sorted({place for place, _other, _weight in held})
    # A tree of prefixes over the places: the heaviest row so far that ends at or before each of them.
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    best = (0.0, -1)
    for number, (place, _other, weight) in enumerate(held):
        rank = bisect_left(places, place)
        top, step = (0.0, -1), rank
        while step > 0:
            top = max(top, tree[step])
            step -= step & -step
        before.append(top[1])
        row = (top[0] + weight, number)
        best, step = max(best, row), rank + 1
        while step < len(tree):
            tree[step] = max(tree[step], row)
            step += step & -step
    found, number = [], best[1]
    while number >= 0:
        found.append(held[number][:2])
        number = before[number]
    return found[::-1]
