"""Dates known to the year, the month or the day, and what can honestly be said with them. No Django here.

A partial date is written as ISO 8601 allows: ``2024``, ``2024-10`` or ``2024-10-17``. Nothing here invents a
missing month or day: a question that the known part cannot answer is answered "cannot say".
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Answer(StrEnum):
    """What can be said about a fact on a day."""

    YES = "yes"
    NO = "no"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as known. Raises ValueError for a month, a day or an order of parts that no calendar has."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"{self.year} is not a year between 1 and 9999.")
        if self.month is None:
            if self.day is not None:
                raise ValueError("A day needs its month.")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"{self.month} is not a month.")
        if self.day is not None:
            datetime.date(self.year, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``2024``, ``2024-10`` or ``2024-10-17``; anything else raises ValueError with what to write."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(f"“{text}” is not a date: write 2024, 2024-10 or 2024-10-17.")
        year, month, day = found.groups()
        try:
            return cls(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError as error:
            raise ValueError(f"“{text}” is not a date in the calendar: {error}") from error

    @classmethod
    def of(cls, day: datetime.date) -> "PartialDate":
        """The date of a full day."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @property
    def full(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def first(self) -> datetime.date:
        """The earliest day that it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day that it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_be(self, other: "PartialDate") -> bool:
        """Whether both can be the same day: neither contradicts the other."""
        return self.first <= other.last and other.first <= self.last


def in_order(since: PartialDate | None, until: PartialDate | None) -> bool:
    """Whether `until` can lie on or after `since`; an unknown date contradicts nothing."""
    return since is None or until is None or since.first <= until.last


def held(since: PartialDate | None, until: PartialDate | None, *, on: PartialDate) -> Answer:
    """Whether a span that opens at `since` and ends before `until` holds on that date.

    An empty `since` is an unknown start; an empty `until` with a known start is still running, and with an
    unknown start unknown too. The last day belongs to the successor, who begins on it, and still to the
    predecessor: both may be named that day, so the answer for the last day is YES.
    """
    if until is not None and on.first > until.last:
        return Answer.NO
    if since is None:
        return Answer.CANNOT_SAY
    if on.last < since.first:
        return Answer.NO
    surely_begun = since.last <= on.first
    surely_not_ended = until is None or on.last <= until.first
    return Answer.YES if surely_begun and surely_not_ended else Answer.CANNOT_SAY


def surely_overlap(
    a: tuple[PartialDate | None, PartialDate | None], b: tuple[PartialDate | None, PartialDate | None]
) -> bool:
    """Whether two spans share a day whatever their unknown parts are.

    Only what is certain is compared: from the latest possible start to the earliest possible end. A span without
    a start is certain of nothing.
    """
    if a[0] is None or b[0] is None:
        return False
    end = datetime.date.max
    a_end = a[1].first if a[1] else end
    b_end = b[1].first if b[1] else end
    return max(a[0].last, b[0].last) < min(a_end, b_end)
