"""Where in a text a place between two blocks is, once the text has been changed. No Django here.

A place is told by the number of blocks before it, as `articles.blocks` counts them, and belongs to the block right
before it:

* it stays behind that block, wherever in the text the block stands now, and however its words were changed;
* where that block was parted, it stands behind the last of the parts;
* where that block is gone, it stands behind the nearest earlier one that stayed, and before all where none did;
* what stood before all blocks stands before all.
"""

from collections import defaultdict
from collections.abc import Collection

from articles.aligning import parted
from articles.blocks import spans_of_blocks
from articles.pairing import paired
from articles.sanitising import plain_text

_PARAGRAPHS = 600  # that differ, beyond which only those that both texts have once are known again
_NO_WORDS = "\ufffc"  # stands for a block without words, such as a rule


def places_now(places: Collection[int], old: str, new: str) -> dict[int, int]:
    """Where those places of the old text are in the new one; both are clean HTML. Near linear in their length."""
    if old == new or not places:
        return {place: place for place in places}
    before, after = _words_of_blocks(old), _words_of_blocks(new)
    if not before:
        return {place: place for place in places}
    stayed, moved = _known_again(before, after)
    found = {}
    for place in places:
        last = min(place, len(before))
        if last in moved:
            found[place] = moved[last]
        else:
            found[place] = next((stayed[number] for number in range(last, 0, -1) if number in stayed), 0)
    return found


def _words_of_blocks(html: str) -> list[str]:
    return [" ".join(plain_text(html[start:end]).split()) or _NO_WORDS for start, end in spans_of_blocks(html)]


def _known_again(before: list[str], after: list[str]) -> tuple[dict[int, int], dict[int, int]]:
    """Of the blocks' numbers, from 1 on, which became which: those that kept their order, and those that moved."""
    stayed: dict[int, int] = {}
    for alike, start, end, first, last in parted(before, after, most=_PARAGRAPHS):
        if alike:
            stayed |= {start + step + 1: first + step + 1 for step in range(end - start)}
            continue
        at, to = start, first
        for was, now in paired(before[start:end], after[first:last]):
            at, to = at + bool(was), to + bool(now)
            if was and now:
                stayed[at] = to
    taken = set(stayed.values())
    for number, place in stayed.items():
        words = before[number - 1]
        parts = after[place - 1] != words
        while parts and place < len(after) and place + 1 not in taken and after[place] in words:
            place += 1  # the rest of a block that was parted
            taken.add(place)
        stayed[number] = place
    free = defaultdict(list)
    for place, words in enumerate(after, 1):
        if place not in taken:
            free[words].append(place)
    gone = [number for number in range(1, len(before) + 1) if number not in stayed]
    moved = {number: free[before[number - 1]].pop(0) for number in gone if free.get(before[number - 1])}
    return stayed, moved
