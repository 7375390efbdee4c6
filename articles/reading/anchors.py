"""Patterns tried only where they can match: numbers and names of months are few, and found at once."""

import re
from collections.abc import Iterable, Iterator

_REACH = 64  # characters that are looked back on from a place, for the words that lead to it


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, where a match can begin only at one of the places, which come in order."""
    position = 0
    for place in places:
        if place >= position and (match := pattern.match(text, place)):
            yield match
            position = match.end()


def matches_led_to(
    pattern: re.Pattern[str], lead: re.Pattern[str], text: str, places: Iterable[int]
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, where every match holds one of the places and may begin with a lead before it.

    `lead` matches what may stand before the place, and ends with `\\Z`.
    """
    position = 0
    for place in places:
        if place < position:
            continue
        start = begins_with(lead, text, position, place)
        match = (start is not None and pattern.match(text, start)) or pattern.match(text, place)
        if match:
            yield match
            position = match.end()


def begins_with(lead: re.Pattern[str], text: str, position: int, place: int) -> int | None:
    """Where the lead begins that ends at that place, not before `position`; None when there is none."""
    before = lead.search(text, max(position, place - _REACH), place)
    return before.start() if before else None
