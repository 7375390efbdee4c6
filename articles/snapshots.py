"""What a snapshot of a story holds, and what two of them differ in, told in short.

A snapshot is a dict of JSON values: the text fields, each link field as the sorted keys of its entries, `tags` as the
sorted names of the themes, `bylines` and `pictures` in order; and under `names` what all those entries were called, by
field and key, for the day on which one is gone. Snapshots from before have no `names`; what one lacks counts as empty.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from articles.counting import words_of
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.sanitising import plain_text
from partners.folding import fold

Snapshot = Mapping[str, Any]

OF_EDITIONS = (*TEXT_FIELDS, *LINK_FIELDS, "tags", "bylines", "pictures")
OF_ARTICLES = (*OF_EDITIONS, "title_proposed", "embargo_until")
OF_A_BYLINE = ("contributor", "role", "place", "position")
OF_A_PICTURE = ("picture", "role", "position", "alt", "decorative", "caption", "caption_language", "credit")

_PARAGRAPH_ENDS = re.compile(r"</(?:p|h2|h3|h4)>")


def changed_fields(old: Snapshot, new: Snapshot, fields: Iterable[str] = OF_ARTICLES) -> list[str]:
    """The names of the fields in which they differ, in the order in which a comparison shows them."""
    return [name for name in fields if _differ(name, old, new)]


def in_short(old: Snapshot, new: Snapshot) -> dict[str, Any]:
    """What a list of revisions tells: `fields` that changed, and `words` that came and went, as two numbers."""
    return {"fields": changed_fields(old, new), "words": list(words_changed(old, new))}


def words_changed(old: Snapshot, new: Snapshot) -> tuple[int, int]:
    """How many words of title, standfirst and text came, and how many went; words that only moved are neither.

    Linear in the length of what differs.
    """
    came: Counter[str] = Counter()
    for name in ("title", "standfirst", "body"):
        before, after = str(old.get(name) or ""), str(new.get(name) or "")
        if before == after:
            continue
        if name == "body":
            before, after = (plain_text(each) for each in _middles(before, after))
        came.update(words_of(after))
        came.subtract(words_of(before))
    return sum(each for each in came.values() if each > 0), -sum(each for each in came.values() if each < 0)


def names_of(held: Snapshot, field: str) -> dict[int, str]:
    """What the entries of that field were called then, by key: a link field, "source", "contributors", "tags" or
    "pictures"."""
    return {int(key): name for key, name in held.get("names", {}).get(field, {}).items()}


def _differ(name: str, old: Snapshot, new: Snapshot) -> bool:
    if name == "tags":
        before, after = names_of(old, name), names_of(new, name)
        if all(len(kept) == len(held.get(name) or ()) for kept, held in [(before, old), (after, new)]):
            return before.keys() != after.keys()  # one that was only given another name is the same theme
        return {fold(each) for each in old.get(name) or ()} != {fold(each) for each in new.get(name) or ()}
    return (old.get(name) or None) != (new.get(name) or None)


def _middles(old: str, new: str) -> tuple[str, str]:
    """What is left of two HTML texts without the whole paragraphs that both begin and both end with."""
    head = _alike(old, new)
    start = max((found.end() for found in _PARAGRAPH_ENDS.finditer(old, 0, head)), default=0)
    old, new = old[start:], new[start:]
    tail = _alike(old[::-1], new[::-1])
    first_end = _PARAGRAPH_ENDS.search(old, len(old) - tail)
    if first_end is None:
        return old, new
    left = len(old) - first_end.end()
    return old[: len(old) - left], new[: len(new) - left]


def _alike(old: str, new: str) -> int:
    """How many characters both begin with; found by halves, as comparing slices is fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
