"""The registry's meetings by kind, town and day, so that what a text says finds the few that it can mean."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.reading.date_spans import DateSpan
from articles.reading.per_registry import once_per_registry
from articles.reading.places import Cities, cities_of
from partners.names import MeetingNames, Names

_LONGEST = 62  # days of a stated range that are looked up one by one


class Agenda:
    """Every question answers with at least the meetings that fit; whoever asks checks what else the text says."""

    def __init__(self, names: Names, cities: Cities) -> None:
        self.by_key = {meeting.key: meeting for meeting in names.meetings}
        self._of_kind: defaultdict[str, list[MeetingNames]] = defaultdict(list)
        self._at: defaultdict[tuple[str, str], list[MeetingNames]] = defaultdict(list)
        self._on: defaultdict[tuple[str, int, int], list[MeetingNames]] = defaultdict(list)
        self._about: defaultdict[tuple[str, int], list[MeetingNames]] = defaultdict(list)
        for meeting in names.meetings:
            self._of_kind[meeting.kind].append(meeting)
            for town in {cities.canonical(place) for place in meeting.places}:
                self._at[meeting.kind, town].append(meeting)
            self._date(meeting)

    def _date(self, meeting: MeetingNames) -> None:
        start, end = meeting.start, meeting.end or meeting.start
        if start is None or end is None:
            return
        if start.day and end.day and start.month and (start.year, start.month) == (end.year, end.month):
            for day in range(start.day, end.day + 1):
                self._on[meeting.kind, start.month, day].append(meeting)
        else:  # known to the month or the year only, or in two months
            for month in {day.month for day in _days(start.first, end.last)}:
                self._about[meeting.kind, month].append(meeting)

    def of_kind(self, kind: str) -> Sequence[MeetingNames]:
        return self._of_kind.get(kind, ())

    def in_town(self, kind: str, town: str) -> Sequence[MeetingNames]:
        """`town` as `Cities.canonical` gives it."""
        return self._at.get((kind, town), ())

    def on_day(self, kind: str, month: int, day: int) -> Sequence[MeetingNames]:
        """Those that can be on that day of some year."""
        return [*self._on.get((kind, month, day), ()), *self._about.get((kind, month), ())]

    def on_date(self, kind: str, date: DateSpan) -> Sequence[MeetingNames]:
        """Those that can be on a stated day, whose year may be unknown; some may come twice."""
        if date.relative and date.start is not None and date.end is not None:
            first, last = date.start.first, date.end.last
            if (last - first).days <= _LONGEST:
                return [each for day in _days(first, last) for each in self.on_day(kind, day.month, day.day)]
        elif date.first.month and date.first.day:
            return self.on_day(kind, date.first.month, date.first.day)
        return self.of_kind(kind)


def _days(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """The days from first to last; of more than a year, the days of one."""
    for ahead in range(min((last - first).days, 366) + 1):
        yield first + datetime.timedelta(ahead)


@once_per_registry
def agenda_of(names: Names) -> Agenda:
    """The agenda of a registry; the same registry object gets the same agenda."""
    return Agenda(names, cities_of(names))
