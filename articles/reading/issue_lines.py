"""Lines that name the issue which printed a text: a press archive's header, "Semaine du jeudi 6 mars 2025"."""

import re

from articles.reading.agencies import is_outlet, is_person, is_proper
from articles.reading.date_marks import ZONE, DateLine, moved, without, without_numbers
from articles.reading.dates import find_dates
from articles.reading.results import Found, FoundDate, Span
from articles.reading.times import find_times

_LONGEST = 220

_PAGE = re.compile(
    r",?\s*\b(?:pp?|page|pág)\.?\s*[A-Z]?\d+(?:\s*[-–,]\s*\d+)*\b|,?\s*\bn[°ºo]\.?\s*\d+\b", re.IGNORECASE
)
_WORDS = re.compile(r"\s*\(?\b\d[\d ]*\s(?:mots|words|palabras)\b\)?", re.IGNORECASE)
# What tells the line of an issue: its number, its page, "Semaine du", "Édition du".
_ISSUE = re.compile(
    r"\b(?:(?:semaine|édition|edition|numéro|parution|week|issue|weekly)\s+(?:du|de|of)\b|(?:l[’'])?édition\b|numéro\s+\d+|issue\s+\d+|no\.\s*\d+)",
    re.IGNORECASE,
)
# None of these is without one of them, in small letters.
_OF_ISSUES = re.compile(r"semaine|édition|edition|numéro|parution|week|issue|p\.?\s*[a-z]?\d|page|pág|n[°ºo]\.?\s*\d")
# "Le Monde (site web)", "The Guardian (London)", behind the paper's name.
_FORM_OF_OUTLET = re.compile(r"\s*[([][^()\[\]]{2,40}[)\]]$|\s+[–-]\s+(?:site\s+web|web)$", re.IGNORECASE)
_TO_THE_DAY = re.compile(r"(?:^|\s)(?:du|de|le|the|of)\s*$")
_ISSUE_FILLER = re.compile(
    r"(?:du|de|des|le|la|au|of|the|hors|série|vol|no|numéro|semaine|édition|edition|parution|week|issue|\d+)",
    re.IGNORECASE,
)


def read_issue_line(text: str, span: Span, language: str) -> DateLine | None:
    """ "Presqu'île - Semaine du jeudi 6 mars 2025", "L'Hebdo du Port, n° 1203, 6 mars 2025": the printed issue.

    Nothing of it says "published", so that only the margins of a text may have such a line.
    """
    words = span.of(text)
    if _OF_ISSUES.search(words.lower()) is None or (_ISSUE.search(words) is None and _PAGE.search(words) is None):
        return None
    dates = [date for date in find_dates(without_numbers(words), language=language) if date.first.month is not None]
    date, day = (dates[0], dates[0].start) if len(dates) == 1 else (None, None)
    if date is None or day is None:
        return None
    name = words[: date.span.start]
    rest = _WORDS.sub(" ", words[date.span.end :])
    if not all(_ISSUE_FILLER.fullmatch(word) for word in re.findall(r"\w+", ZONE.sub(" ", _PAGE.sub(" ", rest)))):
        return None
    issue = _ISSUE.search(name)
    if issue is not None:
        if not all(_ISSUE_FILLER.fullmatch(word) for word in re.findall(r"\w+", name[issue.end() :])):
            return None
        name = name[: issue.start()]
    name = _TO_THE_DAY.sub("", _PAGE.sub(" ", name)).strip(" ,;|–—-:(")
    if name and (len(name.split()) > 5 or not is_proper(name) or is_person(name)):
        return None
    found = FoundDate(day, Span(span.start + date.span.start, span.start + date.span.end))
    at = span.start + words.index(name) if name else span.start
    source = Found(name, Span(at, at + len(name))) if name and is_outlet(name) else None
    return DateLine(found, dates=(moved(date, span.start),), source=source, unlabelled=True)


def read_archive_header(text: str, outlet: Span, line: Span, language: str) -> DateLine | None:
    """A press archive's header: the paper's name on one line, on the next its section, the date and the page."""
    words = line.of(text)
    name = outlet.of(text)
    if len(words) > _LONGEST or not (2 <= len(name) <= 60) or name.endswith((".", "?", "!", ":")):
        return None
    dates = list(find_dates(without_numbers(words), language=language))
    dates = [date for date in dates if date.start is not None and date.start.full]
    page = _PAGE.search(words)
    if len(dates) != 1 or dates[0].start is None or not (page or _WORDS.search(words)):
        return None
    rest = words[: dates[0].span.start] + " " + words[dates[0].span.end :]
    for pattern in (_WORDS, _PAGE, ZONE):
        rest = pattern.sub(" ", rest)
    rest = without(rest, [(time.span.start, time.span.end) for time in find_times(rest)])
    if len(re.findall(r"[^\W\d_]+", rest)) > 6:
        return None
    at = Span(line.start + dates[0].span.start, line.start + dates[0].span.end)
    form = _FORM_OF_OUTLET.search(name)
    named = Span(outlet.start, outlet.start + form.start()) if form else outlet
    return DateLine(FoundDate(dates[0].start, at), dates=tuple(dates), source=Found(named.of(text), named))
