"""What is nothing but dates, times and the words that introduce them: a line, or a part of one."""

import re

from articles.reading.calendar_words import MONTH, plain
from articles.reading.chunks import OncePerChunk
from articles.reading.date_marks import (
    AGO,
    LABELLED,
    SAID_AGAIN,
    UPDATED,
    ZONE,
    DateLine,
    dates_of_pages,
    is_bare_day,
    may_be_dates,
    moved,
    only_filler,
    without,
    without_hijri,
    without_numbers,
)
from articles.reading.dates import find_dates
from articles.reading.results import FoundDate, Span
from articles.reading.times import find_times

# A line's date has a month's name or figures with a mark between, unless it says "il y a 2 heures".
_SIGN_OF_DAY = re.compile(
    rf"{MONTH}|\d[/.-]\d|^[-yY]$|(?i:hace|vor|ago|now|instant|hier|aujourd|yesterday|today|ayer|hoy|gestern|heute)"
)
# Whether what stands between two spaces can belong to such a date.
SHOWS_A_DAY = OncePerChunk(lambda chunk: _SIGN_OF_DAY.search(chunk) is not None)
# "Mar 12/03/2024" is a Tuesday, and no day of March.
_SHORT_TUESDAY = re.compile(r"(?<!\w)[Mm]ar\.?,?\s+(?=\d{1,2}[/.-]\d{1,2}[/.-]\d)")
_LENGTH_OF_BARE = 10  # characters of "2025 05 20"
_MINUTES = re.compile(r"(?<=\d:\d\d)\s?h(?:rs?|s)?\b|(?<=\d[hH]\d\d)\s?(?:min|mn)\b|(?<=\d[hH]\s\d\d)\s?(?:min|mn)\b")


def may_show_a_day(words: str) -> bool:
    """Whether a line has what a date does not do without; most lines have not."""
    if len(words) == _LENGTH_OF_BARE and words[0].isdigit() and is_bare_day(words):
        return True
    return any(map(SHOWS_A_DAY.__getitem__, words.split()))


def read_moment(text: str, span: Span, language: str) -> DateLine | None:
    """The line when it is nothing but dates, times and the words that introduce them."""
    words = span.of(text)
    if not may_show_a_day(words) or not may_be_dates(words):
        return None
    words = without_hijri(without_numbers(words))
    words = SAID_AGAIN.sub(lambda match: " " * len(match[0]), words)
    words = _SHORT_TUESDAY.sub(lambda match: " " * len(match[0]), words)
    dates = [date for date in find_dates(words, language=language) if date.first.month is not None]
    ago = AGO.search(words)
    if not dates and not ago:
        dates = sorted(dates_of_pages(words), key=lambda date: date.span.start)
    if not dates and not ago:
        return None
    taken = [(date.span.start, date.span.end) for date in dates]
    timed = AGO.sub(lambda match: " " * len(match[0]), words) if ago else words  # "il y a 14 h" is no time of day
    timed = _MINUTES.sub(lambda match: " " * len(match[0]), timed)  # "23h25min"
    taken += [(time.span.start, time.span.end) for time in find_times(timed)]
    rest = without(words, taken)
    for pattern in (AGO, ZONE):
        rest = pattern.sub(" ", rest)
    if not only_filler(rest):
        return None
    published = updated = None
    cursor = 0
    for date in dates:
        label = words[cursor : date.span.start]
        cursor = date.span.end
        if date.start is None:
            continue
        found = FoundDate(date.start, Span(span.start + date.span.start, span.start + date.span.end))
        if UPDATED.search(plain(label)):
            updated = updated or found
        else:
            published = published or found
    changed = UPDATED.search(plain(words[cursor:])) if published and not updated else None
    if changed and find_times(AGO.sub(" ", words[cursor + changed.end() :])):  # "updated 2 hours ago" says no day
        updated = published  # "Publié le 12 juin 2024 à 14h05, mis à jour à 18h01"
    labelled = LABELLED.search(plain(words)) is not None or ago is not None
    return DateLine(published, updated, tuple(moved(date, span.start) for date in dates), unlabelled=not labelled)
