"""Times of day as the press writes them: "14h05", "12 H", "14:05", "2.30 pm", "midi"."""

import datetime
import re
from dataclasses import dataclass

from articles.reading.results import Span

_TIME = re.compile(
    r"(?<![\w:.,])(?:"
    r"(?P<hour>[01]?\d|2[0-4])\s?(?:h|H)(?:\s?(?P<minute>[0-5]\d))?(?![\w])"
    r"|(?P<hours>[01]?\d|2[0-4])\s+(?:heures?|horas)(?:\s(?P<minutes>[0-5]\d))?(?!\w)"
    r"|(?P<chour>[01]?\d|2[0-4])[:.](?P<cminute>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?(?:\s?h(?:rs?|s)?\b)?(?![\w:%]|[.,]\d)"
    r"|(?P<ehour>1[0-2]|0?[1-9])\s?(?P<ehalf>[ap]\.?m\b\.?)"
    r"|(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?=\s?(?:hrs?\b|hours\b|GMT|UTC|CES?T|Z\b))"
    r"|(?P<noon>midi|noon|mediodía)|(?P<midnight>minuit|midnight|medianoche)"
    r")(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """`next_day`: "24 h" and midnight at the end of a day are 00:00 of the day after."""

    time: datetime.time
    span: Span
    next_day: bool = False


def find_times(text: str) -> list[TimeSpan]:
    """The times of day in a text, in reading order. "midnight" is the beginning of its day."""
    times = []
    for match in _TIME.finditer(text):
        span = Span(*match.span())
        if match["noon"]:
            times.append(TimeSpan(datetime.time(12), span))
        elif match["midnight"]:
            times.append(TimeSpan(datetime.time(0), span))
        elif match["military"]:
            digits = match["military"]
            times.append(TimeSpan(datetime.time(int(digits[:2]), int(digits[2:])), span))
        else:
            hour = int(match["hour"] or match["hours"] or match["chour"] or match["ehour"])
            minute = int(match["minute"] or match["minutes"] or match["cminute"] or 0)
            half = (match["half"] or match["ehalf"] or "").lower()
            if half and hour <= 12:  # "21:25 PM" says it twice
                hour = hour % 12 + (12 if half.startswith("p") else 0)
            if hour == 24:
                if minute == 0:
                    times.append(TimeSpan(datetime.time(0), span, next_day=True))
                continue
            times.append(TimeSpan(datetime.time(hour, minute), span))
    return times
