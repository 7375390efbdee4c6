"""The year of a day that is written without one: from the text's own date, the words beside it, its weekday."""

import calendar
import datetime
import re
from dataclasses import replace

from articles.reading.date_patterns import TURNED
from articles.reading.date_spans import DateSpan, Stated
from articles.reading.tenses import Tenses
from partners.dates import PartialDate

_THESE_DAYS = 45  # around a text, where its verbs do not decide the year of a day


def completed(date: DateSpan, written: PartialDate | None, tenses: Tenses) -> DateSpan:
    """The date with the year that `written` gives it; as it is, where it has one or nothing can tell."""
    if date.start is not None or written is None or date.first.month is None:
        return date
    turn = TURNED.search(tenses.text, date.span.start, date.span.end)
    year = _turned_year(date.first, written, turn[0]) if turn else None
    year = year or _nearest_year(date.first, written, tenses.lies_ahead(date.span))
    last_year = year
    if year is not None and date.last.month is not None and date.last.month < date.first.month:
        last_year = year + 1
    start, end = date.first.date(year), date.last.date(last_year)
    if start is None or end is None:
        return date
    return replace(date, start=start, end=end, completed=True)


def years_fitting(weekday: int, day: int, month: int, *, since: int, until: int) -> list[int]:
    """The years, from `since` to `until` included, in which that day of the month falls on that weekday."""
    fitting = []
    for year in range(since, until + 1):
        if day <= calendar.monthrange(year, month)[1] and datetime.date(year, month, day).weekday() == weekday:
            fitting.append(year)
    return fitting


def _turned_year(stated: Stated, written: PartialDate, turn: str) -> int | None:
    """The year that "prochain" or "last year" says, from the text's own date."""
    ahead = "proch" in turn or "next" in turn
    if re.search(r"\b(?:an|année|year)\b", turn):
        return written.year + (0 if "this" in turn else 1 if ahead else -1)
    return next(
        (
            year
            for year in ((written.year, written.year + 1) if ahead else (written.year, written.year - 1))
            if (date := stated.date(year)) is not None
            and (date.first > written.last if ahead else date.last < written.first)
        ),
        None,
    )


def _nearest_year(stated: Stated, written: PartialDate, ahead: bool | None) -> int | None:
    """The year of publication, or its neighbour where the day comes much nearer and the weekday does not object.

    `ahead` is what the verb says; a day that is close by stays close by, since verbs err ("prévu le 12, reporté").
    """
    if stated.month is None:
        return None
    middle = written.first + (written.last - written.first) / 2
    distances = {}
    for year in (written.year - 1, written.year, written.year + 1):
        date = stated.date(year)
        if date is None:
            continue
        if stated.weekday is not None and date.full and date.first.weekday() != stated.weekday:
            continue
        if written.month is None:
            distances[year] = abs(year - written.year) * 366
        else:
            away = (date.first - middle).days
            contrary = ahead is not None and abs(away) > _THESE_DAYS and ahead != (away > 0)
            distances[year] = abs(away) + (0 if year == written.year else 120) + (300 if contrary else 0)
    return min(distances, key=lambda year: distances[year]) if distances else None
