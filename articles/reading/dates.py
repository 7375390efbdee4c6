"""The days, ranges, months and years that a text names: French, English and Spanish, and what German shares.

Nothing is invented. A day without a year keeps its parts in `Stated` and has no date until something gives the
year; a word like "yesterday" needs the text's own date; "next week" is known to its month only.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.reading.anchors import begins_with, matches_at, matches_led_to
from articles.reading.calendar_words import DAY, MONTHS, WEEKDAYS, month_number, weekday_number
from articles.reading.date_patterns import (
    BETWEEN,
    CUE_LEAD,
    DAY_FIRST,
    FIRST_DAY,
    FROM_LEAD,
    ISO,
    LISTED,
    MONTH_ALONE,
    MONTH_FIRST,
    MONTH_LEAD,
    MONTHS_RANGE,
    NUMERIC,
    ON_WEEKDAY,
    YEAR_ALONE,
)
from articles.reading.date_spans import DateSpan, Stated
from articles.reading.name_words import words as folded
from articles.reading.relative_dates import RELATIVE, find_relative
from articles.reading.results import Span
from articles.reading.tenses import Tenses
from articles.reading.tokens import Token, Words, numbers_of, words_of
from articles.reading.years import completed
from partners.dates import PartialDate

_CALENDAR = MONTHS | WEEKDAYS | RELATIVE
# The words, folded, right beside the number or month of a date that is longer than the two: without one of them the
# patterns are not tried.
_MARKS_IN_DAYS = frozenset("-/.")
_AFTER_DAYS = (
    MONTHS | folded("de of d' au al all to until till through bis a jusqu' et and y e und ou or") | frozenset("-–—/,.")
)
_BEFORE_DAYS = WEEKDAYS | folded("feira entre between le the el o il dem den les") | frozenset(",.")
_BEFORE_RANGES = folded("de d' from entre between")


def find_dates(
    text: str, *, written: PartialDate | None = None, language: str = "und", words: Words | None = None
) -> list[DateSpan]:
    """Find the days, ranges, months and years that a text names, in reading order; linear in its length.

    `written` is the text's own date. Relative words are resolved against it, and left out without it; a day
    without a year takes the year in which it comes nearest, as the weekday allows. `words`: the text's, where the
    caller has them already.
    """
    words = words or words_of(text, 0, len(text))
    # The patterns are tried only where one of their words or a number stands: in most places none does.
    tokens, starts = words.tokens, words.starts
    marked = numbers_of([token.key for token in tokens], _CALENDAR)
    numbers = [number for number, token in enumerate(tokens) if token.number]
    months = [number for number in marked if tokens[number].key in MONTHS]
    tenses = Tenses(text)
    found = [
        *_in_numbers(text, [starts[number] for number in numbers if _is_parted(words, number, text)], language),
        *_day_first(text, words, [number for number in numbers if _goes_on(tokens, number)]),
        *_month_first(text, [starts[number] for number in numbers if _follows_month(tokens, number)]),
        *_relative(text, words, marked, written, tenses),
        *_months(text, words, months, language),
        *_years(text, [starts[number] for number in numbers]),
    ]
    # Where two readings meet, the longer one stands; what was listed first wins among equals.
    taken: list[DateSpan] = []
    last_end = -1
    for date in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        repeats = (
            bool(taken)
            and date.span == taken[-1].span
            and (date.first, date.last) != (taken[-1].first, taken[-1].last)
        )
        if date.span.start >= last_end or (repeats and taken[-1].first.day is not None and date.first.day is not None):
            taken.append(date)
            last_end = date.span.end
    said_again = {
        place
        for place, (date, following) in enumerate(pairwise(taken))
        if date.relative and following.first.day is not None and text[date.span.end : following.span.start] == ", "
    }  # "hier, lundi 29 avril"
    return [completed(date, written, tenses) for place, date in enumerate(taken) if place not in said_again]


def _is_parted(words: Words, number: int, text: str) -> bool:
    """Whether a mark parts the figures of a number as it may those of a day: "12/06/2024", "12.06.2024"."""
    return text[words.ends[number] : words.ends[number] + 1] in _MARKS_IN_DAYS or "." in words.tokens[number].word


def _goes_on(tokens: Sequence[Token], number: int) -> bool:
    """Whether what follows a number can make a day of it: a month, or what leads to another day."""
    return number + 1 < len(tokens) and tokens[number + 1].key in _AFTER_DAYS


def _follows_month(tokens: Sequence[Token], number: int) -> bool:
    """ "April 4", "Apr. 4", "April the 4th"."""
    place = number - 1
    if place > 0 and tokens[place].key == "the":
        place -= 1
    if place > 0 and tokens[place].word == ".":
        place -= 1
    return place >= 0 and tokens[place].key in MONTHS


def _day_first(text: str, words: Words, numbers: Iterable[int]) -> Iterator[DateSpan]:
    position = 0
    for place in numbers:
        number = words.starts[place]
        if number < position or not FIRST_DAY.match(text, number):
            continue
        led = place > 0 and words.tokens[place - 1].key in _BEFORE_DAYS
        for start in _beginnings(text, position, number) if led else (number,):
            if match := DAY_FIRST.match(text, start):
                dates = _of_days(match)
                yield from dates
                # "5 et 6 décembre" may hide behind "3 à 5 et 6 décembre": go on after the number that did not fit.
                position = match.end() if dates else (match.end("ad") if match["ad"] else match.end("cd"))
                break


def _beginnings(text: str, position: int, number: int) -> Iterator[int]:
    """Where a date can begin whose first number is there: "entre", its weekday, itself."""
    if text[number - 1 : number].isspace():
        for lead in (BETWEEN, ON_WEEKDAY):
            if (start := begins_with(lead, text, position, number)) is not None:
                yield start
    yield number


def _of_days(match: re.Match[str]) -> list[DateSpan]:
    span = Span(*match.span())
    if match["cd"]:
        if match["cm"] is None:
            return []
        stated = _stated(match["cw"], match["cd"], match["cm"], match["cy"])
        return _spans(stated, stated, Span(match.start(), match.end()))
    if match["bm"] is None:
        if match["am"] is None or match["more"]:
            return []
        # "le 4 avril à 14": what follows the separator is no date, the first part is one.
        stated = _stated(match["aw"], match["ad"], match["am"], match["ay"])
        return _spans(stated, stated, Span(match.start(), match.end("ay") if match["ay"] else match.end("am")))
    last = _stated(match["bw"], match["bd"], match["bm"], match["by"])
    first = _stated(match["aw"], match["ad"], match["am"] or match["bm"], match["ay"])
    if match["am"] and match["ay"] is None and match["by"]:
        first = replace(first, year=_year_before(first, last))
    elif match["am"] is None:
        first = replace(first, year=last.year)
    listed = LISTED.fullmatch(match["sep"])
    if not listed or match["between"]:
        return _spans(first, last, span)
    days = [first]
    for word in re.findall(DAY, match["more"] or ""):
        days.append(Stated(first.year, first.month, _day(word)))
    days.append(last)
    if all(_follows(one, two) for one, two in pairwise(days)):
        return _spans(first, last, span)
    return [date for day in days for date in _spans(day, day, span)]


def _follows(one: Stated, two: Stated) -> bool:
    """Whether the second is the day after the first, as far as the parts tell."""
    if one.day is None or two.day is None or one.month is None:
        return False
    if one.month == two.month:
        return two.day == one.day + 1
    return two.day == 1 and one.day == calendar.monthrange(one.year or 2001, one.month)[1]


def _month_first(text: str, numbers: Iterable[int]) -> Iterator[DateSpan]:
    after_a_word = (number for number in numbers if text[number - 1 : number].isspace())
    for match in matches_led_to(MONTH_FIRST, MONTH_LEAD, text, after_a_word):
        first = _stated(match["w"], match["ad"], match["am"], match["y"])
        last = first
        if match["bd"]:
            last = _stated(match["bw"], match["bd"], match["bm"] or match["am"], match["y"])
            first = replace(first, year=_year_before(first, last))
            if "and" in match["sep"] and not _follows(first, last):
                yield from _spans(first, first, Span(*match.span()))
                first = last
        yield from _spans(first, last, Span(*match.span()))


def _year_before(first: Stated, last: Stated) -> int | None:
    """The year of a range's first day: the last day's, or the one before for "30 December to 2 January 2025"."""
    if last.year is None or first.month is None or last.month is None:
        return last.year
    return last.year - 1 if first.month > last.month else last.year


def _in_numbers(text: str, numbers: Sequence[int], language: str) -> Iterator[DateSpan]:
    for match in matches_at(ISO, text, numbers):
        stated = Stated(int(match["y"]), int(match["m"]), int(match["d"]))
        yield from _spans(stated, stated, Span(*match.span()))
    for match in matches_at(NUMERIC, text, numbers):
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
        if language == "en" and match[2] != "." and day != month and day <= 12 and month <= 12:
            # 04/12/2017 is April in Washington and December in London: only the year is sure. 04.12.2017 is December.
            stated = Stated(year)
        elif month > 12 >= day:
            stated = Stated(year, day, month)
        else:
            stated = Stated(year, month, day)
        yield from _spans(stated, stated, Span(*match.span()))


def _months(text: str, words: Words, numbers: Sequence[int], language: str) -> Iterator[DateSpan]:
    tokens, starts = words.tokens, words.starts
    led = [starts[number] for number in numbers if number and tokens[number - 1].key in _BEFORE_RANGES]
    for match in matches_led_to(MONTHS_RANGE, FROM_LEAD, text, led):
        year = int(match["y"]) if match["y"] else None
        last = Stated(year, month_number(match["m"]))
        first = Stated(year, month_number(match["a"] or match["b"]))
        yield from _spans(replace(first, year=_year_before(first, last)), last, Span(*match.span()))
    for match in matches_led_to(MONTH_ALONE, CUE_LEAD, text, [starts[number] for number in numbers]):
        if match["y"] is None and match["part"] is None and match["cue"] is None and match["turn"] is None:
            continue
        word = match["m"].rstrip(".")
        if word == "Janeiro" and language != "pt":
            continue  # Rio's
        if match["y"] is None and (len(word) <= 3 and word.lower() not in {"mai", "may"}):
            continue
        if (
            match["y"] is None
            and match["cue"] in {"de", "for", "this", "last", "next"}
            and language not in {"fr", "en"}
        ):
            continue
        stated = Stated(int(match["y"]) if match["y"] else None, month_number(word))
        start = match.start("part") if match["part"] else match.start("m")
        end = match.end("turn") if match["turn"] else match.end("y") if match["y"] else match.start("m") + len(word)
        yield from _spans(stated, stated, Span(start, end))


def _years(text: str, numbers: Iterable[int]) -> Iterator[DateSpan]:
    for match in matches_at(YEAR_ALONE, text, numbers):
        stated = Stated(int(match["y"]))
        yield from _spans(stated, stated, Span(*match.span()))


def _relative(
    text: str, words: Words, marked: Sequence[int], written: PartialDate | None, tenses: Tenses
) -> Iterator[DateSpan]:
    for day in find_relative(text, words, marked, written, tenses):
        stated = Stated(weekday=day.weekday)
        yield DateSpan(day.start, day.end, day.span, stated, stated, relative=True)


def _spans(first: Stated, last: Stated, span: Span) -> list[DateSpan]:
    """The date that the parts make; none when no calendar has it ("31 avril") or it ends before it starts."""
    for stated in (first, last):
        if stated.date(2000) is None:  # a leap year: the 29th of February exists in some year
            return []
    start, end = first.date(), last.date()
    if (first.year and start is None) or (last.year and end is None):
        return []
    if start and end and end.last < start.first:
        return []
    if first.month == last.month and first.year == last.year and first.day and last.day and last.day < first.day:
        return []
    return [DateSpan(start, end, span, first, last)]


def _stated(weekday: str | None, day: str, month: str, year: str | None) -> Stated:
    return Stated(
        int(year) if year else None,
        month_number(month),
        _day(day),
        weekday_number(weekday) if weekday else None,
    )


def _day(word: str) -> int:
    digits = re.match(r"\d+", word)
    assert digits is not None  # the pattern begins with digits
    return int(digits[0])
