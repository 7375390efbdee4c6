"""Spans of time on one line, from the first year that is known of them to the last. No Django here.

Places on the line are texts in per cent, as drawings take them whatever the language.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from partners.dates import PartialDate

Span = tuple[PartialDate | None, PartialDate | None]

MOST_TICKS = 5  # as many as fit beside each other on a telephone
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000)
BEFORE_UNKNOWN = 3  # years that are drawn before the first known date, for what began at an unknown one
TOLD_APART = 1.0  # per cent: less than that between the possible and the sure is nothing to the eye
EDGE = 6.0  # per cent: a year so near an end of the line is written inside it


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a span lies: as far as it can reach, and as far as it surely does (both empty when nowhere surely)."""

    start: str
    width: str
    sure_start: str
    sure_width: str
    unsure: bool  # whether the two can be told apart by the eye
    end: str  # where it is surely over; empty for what still runs


@dataclass(frozen=True, slots=True)
class Tick:
    """A year written on the line, and which part of its figures stands at that place."""

    year: int
    at: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """A bar for each span, in their order; None for one of which no date is known."""

    bars: tuple[Bar | None, ...]
    ticks: tuple[Tick, ...]


def chronology(spans: Sequence[Span], *, today: datetime.date) -> Chronology:
    """Draw spans that open at the first date and end before the second, as `partners.dates.held` reads them.

    A span without an end runs until today. Without any known date there is nothing to draw, and no year either.
    """
    known = [date for span in spans for date in span if date is not None]
    if not known:
        return Chronology(tuple(None for _span in spans), ())
    unknown_start = any(since is None and until is not None for since, until in spans)
    first_year = max(1, min(date.year for date in known) - (BEFORE_UNKNOWN if unknown_start else 0))
    line = _Line(datetime.date(first_year, 1, 1), max([today, *(date.last for date in known)]))
    return Chronology(tuple(line.bar(since, until, today) for since, until in spans), line.ticks())


@dataclass(frozen=True, slots=True)
class _Line:
    first: datetime.date
    last: datetime.date

    def bar(self, since: PartialDate | None, until: PartialDate | None, today: datetime.date) -> Bar | None:
        if since is None and until is None:
            return None
        running_to = max(today, since.last) if since else today
        start, end = (since.first if since else self.first), (until.last if until else running_to)
        sure_start = since.last if since else None
        sure_end = until.first if until else running_to
        width = self.at(end) - self.at(start)
        sure = sure_start is not None and sure_start < sure_end
        sure_width = self.at(sure_end) - self.at(sure_start) if sure and sure_start else 0.0
        return Bar(
            start=_percent(self.at(start)),
            width=_percent(width),
            sure_start=_percent(self.at(sure_start)) if sure and sure_start else "",
            sure_width=_percent(sure_width) if sure else "",
            unsure=not sure or width - sure_width > TOLD_APART,
            end=_percent(self.at(until.last)) if until else "",
        )

    def at(self, day: datetime.date) -> float:
        whole = (self.last - self.first).days
        return 100 * (min(max(day, self.first), self.last) - self.first).days / whole if whole else 0.0

    def ticks(self) -> tuple[Tick, ...]:
        for step in STEPS:
            years = range(-(-self.first.year // step) * step, self.last.year + 1, step)
            if len(years) <= MOST_TICKS:
                break
        places = [(year, self.at(datetime.date(year, 1, 1))) for year in years if year]
        return tuple(
            Tick(year, _percent(at), "start" if at < EDGE else "end" if at > 100 - EDGE else "middle")
            for year, at in places
        )


def _percent(value: float) -> str:
    return f"{value:.2f}%"
