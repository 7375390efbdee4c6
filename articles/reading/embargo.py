"""The line that forbids publication before a moment."""

import datetime
import re
from zoneinfo import ZoneInfo

from articles.reading.dates import find_dates
from articles.reading.results import Embargo, Span
from articles.reading.times import find_times
from partners.dates import PartialDate

NEWSROOM = ZoneInfo("Europe/Brussels")

_LINE = re.compile(
    r"[\W_]{0,6}(?:"
    r"(?:strictement\s+|strictly\s+)?(?:sous\s+|under\s+(?:strict\s+)?|bajo\s+)?embargo(?:ed|é[es]?|tad[oa])?\b"
    r"(?=\W*$|\W+(?:jusqu|until|till|hasta|au\b|à\b|le\b|for\b|not\b|pas\b|to\b|du\b|date|strict|\d|a\s+ne|levée|lift|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
    r"|(?:à\s+)?ne\s+pas\s+(?:publier|diffuser)\s+avant\b|not\s+(?:for|to\s+be)\s+(?:publication|release|publish\w*|released|broadcast)\s+"
    r"(?:before|until)\b|no\s+publicar\s+(?:antes|hasta)\b|hold\s+for\s+release\b"
    r")",
    re.IGNORECASE,
)
_NO_LINE = re.compile(
    r"embargo\W+(?:du\s+(?!\d)|à\s+(?!\d|midi|minuit)|au\s+(?!\d)|le\s+(?!\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))",
    re.IGNORECASE,
)
_LONGEST = 250

# Zones that the press names; a clock outside this list makes the moment unknown rather than wrong.
_ZONES = {
    "GMT": "UTC",
    "UTC": "UTC",
    "TU": "UTC",
    "Z": "UTC",
    "BST": "Europe/London",
    "CET": "Europe/Brussels",
    "CEST": "Europe/Brussels",
    "HEURE DE BRUXELLES": "Europe/Brussels",
    "HEURE DE PARIS": "Europe/Paris",
    "HEURE LOCALE": "Europe/Brussels",
    "BRUSSELS TIME": "Europe/Brussels",
    "PARIS TIME": "Europe/Paris",
    "LONDON TIME": "Europe/London",
    "ET": "America/New_York",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "WASHINGTON TIME": "America/New_York",
    "HEURE DE WASHINGTON": "America/New_York",
    "HEURE DE NEW YORK": "America/New_York",
}
_ZONE = re.compile(
    r"\s*[(,]?\s*(?P<zone>GMT|UTC|TU|Z|BST|CEST|CET|EST|EDT|ET|heure\s+(?:de\s+|d['’])?\w+(?:\s+York)?|\w+\s+time|[A-Z]{3,4})\b(?P<shift>\s?[+-]\d{1,2})?"
)


def is_embargo(words: str) -> bool:
    """Whether a line forbids publication before a moment; news about an arms embargo does not."""
    return len(words) <= _LONGEST and _LINE.match(words) is not None and _NO_LINE.search(words) is None


def read_embargo(text: str, span: Span, written: PartialDate | None) -> Embargo:
    """The embargo of that line; `until` in the newsroom's local time, None when the moment cannot be read."""
    words = span.of(text)
    return Embargo(words, span, _moment(words, written))


def _moment(words: str, written: PartialDate | None) -> datetime.datetime | None:
    days = {
        date.end
        for date in find_dates(words, written=written)
        if date.end is not None
        and date.end.full
        # A weekday that no verb puts ahead is read as past: no embargo ends before its text was written.
        and not (date.relative and written is not None and date.end.last < written.first)
    }
    if len(days) != 1:
        return None
    day = days.pop().first
    times = find_times(words)
    if not times:
        return datetime.datetime.combine(day, datetime.time.min)
    if len({(time.time, time.next_day) for time in times}) != 1:
        return None
    moment = datetime.datetime.combine(day, times[0].time) + datetime.timedelta(days=times[0].next_day)
    zone = _ZONE.match(words, times[0].span.end)
    if zone is None:
        return moment
    name = _ZONES.get(" ".join(zone["zone"].upper().replace("’", "'").split()))
    if name is None or zone["shift"]:
        return None
    return moment.replace(tzinfo=ZoneInfo(name)).astimezone(NEWSROOM).replace(tzinfo=None)
