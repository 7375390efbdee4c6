"""Days named from the text's own date: "hier", "ce jeudi", "last Tuesday", "la semaine prochaine", "jeudi" alone."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.reading.anchors import matches_at, matches_led_to
from articles.reading.calendar_words import WEEKDAY, WEEKDAYS, any_of, weekday_number
from articles.reading.name_words import words as folded
from articles.reading.results import Span
from articles.reading.tenses import Tenses
from articles.reading.tokens import Words
from articles.reading.weekdays import bare_weekdays
from partners.dates import PartialDate

_DAYS = {
    "avant-hier": -2,
    "hier": -1,
    "aujourd'hui": 0,
    "après-demain": 2,
    "demain": 1,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "anteayer": -2,
    "ayer": -1,
    "hoy": 0,
}
_WEEKS = {
    "la semaine dernière": -1,
    "la semaine passée": -1,
    "cette semaine": 0,
    "la semaine prochaine": 1,
    "last week": -1,
    "this week": 0,
    "next week": 1,
    "la semana pasada": -1,
    "esta semana": 0,
    "la próxima semana": 1,
}
_MONTHS = {
    "le mois dernier": -1,
    "ce mois-ci": 0,
    "le mois prochain": 1,
    "last month": -1,
    "this month": 0,
    "next month": 1,
    "el mes pasado": -1,
    "este mes": 0,
    "el próximo mes": 1,
}
_YEARS = {
    "l'année dernière": -1,
    "l'an dernier": -1,
    "cette année": 0,
    "l'année prochaine": 1,
    "l'an prochain": 1,
    "last year": -1,
    "this year": 0,
    "next year": 1,
    "el año pasado": -1,
    "este año": 0,
    "el próximo año": 1,
}


def _in_any_case(letter: str) -> str:
    if letter.isalpha():
        return f"[{letter}{letter.upper()}]"
    return {" ": r"\s+", "'": "[’']"}.get(letter, re.escape(letter))


# The rarest word of each phrase, folded: at most two tokens stand before it.
_RARE = folded(
    "hier demain aujourd' yesterday today tomorrow anteayer ayer hoy semaine semana week mois mes month annee an ano"
    " year"
    " ano year"
)
RELATIVE = _RARE | WEEKDAYS
_PHRASE = re.compile(
    r"(?<![\w-])" + any_of(dict.fromkeys((*_DAYS, *_WEEKS, *_MONTHS, *_YEARS), r"(?![\w-])"), _in_any_case)
)
_THIS = r"(?P<this>[Cc]e|[Tt]his|[Ee]ste)\s+"
_LAST = r"(?P<before>[Ll]ast|[Nn]ext|[Ee]l\s+pasado|[Ee]l\s+próximo)\s+"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_THIS}(?P<a>{WEEKDAY})|"
    rf"(?P<b>{WEEKDAY})\s+(?P<after>dernier|passé|prochain|pasado|próximo)|"
    rf"{_LAST}(?P<c>{WEEKDAY}))"
    r"(?!\s+\d)(?!\w)"
)
_LEAD = re.compile(rf"(?<![\w-])(?:{_THIS}|{_LAST})\Z")
_NEXT = {"prochain", "next", "próximo"}


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """`weekday` where one is named; `end` equals `start` but for "mardi et mercredi"."""

    start: PartialDate
    end: PartialDate
    weekday: int | None
    span: Span


def find_relative(
    text: str, words: Words, marked: Sequence[int], written: PartialDate | None, tenses: Tenses
) -> Iterator[RelativeDay]:
    """Each phrase's date; nothing without a full `written`. `marked`: the words of the text that RELATIVE has, and
    others, by number.

    A week is known to its month, or to its year where it lies in two months: no day of it is the one meant.
    """
    if written is None or not written.full:
        return
    today = written.first
    rare = [number for number in marked if words.tokens[number].key in _RARE]
    begins = [words.starts[place] for number in rare for place in range(max(0, number - 2), number + 1)]
    for match in matches_at(_PHRASE, text, begins):
        phrase = re.sub(r"\s+", " ", match[0].lower().replace("’", "'"))
        if (date := _date_of(phrase, today)) is not None:
            yield RelativeDay(date, date, None, Span(*match.span()))
    weekdays = [words.starts[number] for number in marked if words.tokens[number].key in WEEKDAYS]
    for match in matches_led_to(_NAMED, _LEAD, text, weekdays):
        weekday = weekday_number(match["a"] or match["b"] or match["c"])
        word = (match["this"] or match["after"] or match["before"]).lower().split()[-1]
        if match["this"]:
            # The day of that name within three days on either side: there is exactly one.
            away = (weekday - today.weekday() + 3) % 7 - 3
        elif word in _NEXT:
            away = (weekday - today.weekday() - 1) % 7 + 1
        else:
            away = -((today.weekday() - weekday - 1) % 7 + 1)
        if (day := _moved(today, away)) is not None:
            yield RelativeDay(PartialDate.of(day), PartialDate.of(day), weekday, Span(*match.span()))
    for first, last, span, to_come in bare_weekdays(text, weekdays, tenses):
        # The nearest day of that name on the side that the verb says, the text's own day included.
        away = (first - today.weekday()) % 7 if to_come else -((today.weekday() - first) % 7)
        start, end = _moved(today, away), _moved(today, away + (last - first) % 7)
        if start is not None and end is not None:
            yield RelativeDay(PartialDate.of(start), PartialDate.of(end), first, span)


def _date_of(phrase: str, today: datetime.date) -> PartialDate | None:
    if phrase in _DAYS:
        day = _moved(today, _DAYS[phrase])
        return PartialDate.of(day) if day else None
    if phrase in _WEEKS:
        monday = _moved(today, 7 * _WEEKS[phrase] - today.weekday())
        sunday = _moved(monday, 6) if monday else None
        if monday is None or sunday is None:
            return None
        if (monday.year, monday.month) == (sunday.year, sunday.month):
            return PartialDate(monday.year, monday.month)
        return PartialDate(monday.year) if monday.year == sunday.year else None
    if phrase in _MONTHS:
        months = today.year * 12 + today.month - 1 + _MONTHS[phrase]
        return PartialDate(months // 12, months % 12 + 1) if months >= 12 else None
    year = today.year + _YEARS[phrase]
    return PartialDate(year) if 1 <= year <= 9999 else None


def _moved(day: datetime.date, days: int) -> datetime.date | None:
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None
