"""Days that English pages write in figures alone, "08/11/2023": what else the text says of the day tells which."""

import datetime
import re

from articles.reading.calendar_words import WEEKDAY, weekday_number
from articles.reading.date_marks import FIGURES_OF_DAY, ZONE, only_filler, without
from articles.reading.dates import find_dates
from articles.reading.results import FoundDate, Span
from articles.reading.times import find_times
from partners.dates import PartialDate

_WEEKDAY = re.compile(WEEKDAY)
_LONGEST = 120
_OPENING = 3_000  # characters in which a text says its day in words


def read_ambiguous_day(text: str, span: Span) -> tuple[bool, FoundDate | None]:
    """Whether a line is nothing but such a day, and the day when the text names one of the two in words."""
    words = span.of(text)
    match = FIGURES_OF_DAY.search(words) if len(words) <= _LONGEST else None
    if match is None:
        return False, None
    taken = [match.span(), *((time.span.start, time.span.end) for time in find_times(words))]
    if not only_filler(ZONE.sub(" ", without(words, taken))):
        return False, None
    year, one, two = int(match["y"]), int(match["d"]), int(match["m"])
    named = {
        (date.first.month, date.first.day)
        for date in find_dates(text[:_OPENING], language="en")
        if date.first.day is not None
    }
    fitting = [(month, day) for month, day in {(one, two), (two, one)} if (month, day) in named]
    if len(fitting) != 1:
        fitting = _on_a_weekday(text, year, {(one, two), (two, one)})
    if len(fitting) != 1:
        return True, None
    month, day = fitting[0]
    return True, FoundDate(PartialDate(year, month, day), Span(span.start + match.start(), span.start + match.end()))


def _on_a_weekday(text: str, year: int, days: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those days, as month and day, that fall on the weekday which the text names first."""
    named = _WEEKDAY.search(text, 0, _OPENING)
    if named is None:
        return []
    return [day for day in days if datetime.date(year, *day).weekday() == weekday_number(named.group())]
