"""Months of the calendar, and how meetings lie in one. No Django here.

A meeting is anything with a `start` and an `end` as known. One whose days are known stands on each of them; what is
known to the month or the year only is told apart, on no day.
"""

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from partners.dates import PartialDate

# A meeting that seems to last longer has a slip in its dates: it would fill the calendar for centuries.
LONGEST = 24


class Dated(Protocol):
    @property
    def start(self) -> PartialDate | None: ...

    @property
    def end(self) -> PartialDate | None: ...


M = TypeVar("M", bound=Dated)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year from 1 to 9999. Raises ValueError for another."""

    year: int
    month: int

    def __post_init__(self) -> None:
        PartialDate(self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def of(cls, day: datetime.date) -> "Month":
        return cls(day.year, day.month)

    @property
    def known(self) -> PartialDate:
        """The month as a date known to the month."""
        return PartialDate(self.year, self.month)

    def weeks(self) -> list[list[datetime.date | None]]:
        """Its days by weeks that begin on Monday; None where a day is another month's."""
        return [
            [datetime.date(self.year, self.month, day) if day else None for day in week]
            for week in calendar.monthcalendar(self.year, self.month)
        ]

    def until(self, last: "Month") -> Iterator["Month"]:
        """This month and those that follow, up to the last one; at most `LONGEST`, and itself in any case."""
        first = self.year * 12 + self.month - 1
        end = min(last.year * 12 + last.month - 1, first + LONGEST - 1)
        for number in range(first, max(end, first) + 1):
            yield Month(number // 12, number % 12 + 1)


class MonthInAddresses:
    """A month in an address, "2024/10"; what is no month is no address."""

    regex = "[0-9]{4}/[0-9]{2}"

    def to_python(self, value: str) -> Month:
        year, _slash, month = value.partition("/")
        return Month(int(year), int(month))

    def to_url(self, value: Month) -> str:
        return f"{value.year:04d}/{value.month:02d}"


@dataclass(frozen=True, slots=True)
class OnDay(Generic[M]):
    """A meeting on one of its days: the `number`th of so many."""

    meeting: M
    number: int
    days: int


@dataclass(slots=True)
class Day(Generic[M]):
    date: datetime.date
    today: bool
    meetings: list[OnDay[M]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MonthOfMeetings(Generic[M]):
    """The days of a month by weeks, None beside them, and the meetings that have no day in it."""

    weeks: list[list[Day[M] | None]]
    apart: list[M]

    @property
    def empty(self) -> bool:
        """Whether no meeting is known to lie in this month."""
        return not any(day and day.meetings for week in self.weeks for day in week) and not any(
            meeting.start and meeting.start.month for meeting in self.apart
        )


def lay_out(month: Month, meetings: Iterable[M], *, today: datetime.date) -> MonthOfMeetings[M]:
    """The month with those meetings, which can lie in it, in the order given."""
    days = {day: Day[M](day, day == today) for week in month.weeks() for day in week if day}
    apart = []
    for meeting in meetings:
        if not _lay(meeting, days):
            apart.append(meeting)
    weeks = [[days[day] if day else None for day in week] for week in month.weeks()]
    return MonthOfMeetings(weeks, apart)


def _lay(meeting: M, days: dict[datetime.date, Day[M]]) -> bool:
    """Put the meeting on each of its days among these; whether it is on one."""
    start = meeting.start
    if start is None or not start.full:
        return False
    # of an end that is known less well than its start, only the first day is sure
    end = meeting.end.last if meeting.end is not None and meeting.end.full else start.last
    length = (end - start.first).days + 1
    laid = False
    for day in days:
        if start.first <= day <= end:
            days[day].meetings.append(OnDay(meeting, (day - start.first).days + 1, length))
            laid = True
    return laid
