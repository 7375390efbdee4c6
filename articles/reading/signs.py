"""What a pattern finds of a meeting in a sentence, before times, places and other mentions are considered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """Tokens `first` to `last` (excluded) name a meeting; `head` is the word that says so.

    `bare`: only "la réunion", which must refer to another. `visit`: a journey to a country or town.
    """

    kind: str
    first: int
    last: int
    portfolio: str = ""
    organiser: str = ""
    head: int = 0
    bare: bool = False
    visit: bool = False
