"""What a text states of a day or a range: the parts as written, and the dates that they make."""

from dataclasses import dataclass
from functools import lru_cache

from articles.reading.results import Span
from partners.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts of a date as written; `weekday` counts from Monday, 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def date(self, year: int | None = None) -> PartialDate | None:
        """The date that the parts make, in the stated year or else in the one given; None when there is none."""
        known = self.year or year
        return _date(known, self.month, self.day) if known else None


@lru_cache(maxsize=1024)  # texts name the same days again and again
def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day or a range. `start` and `end` are equal for a single day, None while the year is unknown.

    `completed`: the year is not in the words, the text's own date gave it. `relative`: "hier", "ce jeudi".
    """

    start: PartialDate | None
    end: PartialDate | None
    span: Span
    first: Stated
    last: Stated
    relative: bool = False
    completed: bool = False
