"""Events whose day everybody knows, and how long before a text they lie as the text itself says.

"Deux ans après l'invasion de l'Ukraine", "le 75e anniversaire de l'Alliance", "au 1000e jour de la guerre": such words
date a text to within a year or a day. Days: the treaties and chronologies of NATO, the UN and the EU.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.reading.lines import small_letters
from articles.reading.results import Span

_EVENTS = (
    # name, day, words that mean it
    (
        "débarquement de Normandie",
        (1944, 6, 6),
        r"d[ée]barquement(?:\s+de\s+Normandie)?|D-Day(?:\s+landings)?|Normandy\s+landings",
    ),
    ("charte des Nations unies", (1945, 10, 24), r"l[’']ONU|Nations\s+unies|the\s+UN|United\s+Nations"),
    (
        "traité de l'Atlantique Nord",
        (1949, 4, 4),
        r"(?:l[’'])?(?:OTAN|Alliance(?:\s+atlantique)?)|traité\s+de\s+(?:Washington|l[’']Atlantique\s+Nord)|"
        r"NATO|the\s+Alliance|(?:North\s+Atlantic|Washington)\s+Treaty",
    ),
    (
        "chute du mur de Berlin",
        (1989, 11, 9),
        r"chute\s+du\s+mur(?:\s+de\s+Berlin)?|fall\s+of\s+the\s+(?:Berlin\s+)?wall",
    ),
    ("Partenariat pour la paix", (1994, 1, 10), r"Partenariat\s+pour\s+la\s+paix|Partnership\s+for\s+Peace"),
    ("Dialogue méditerranéen", (1994, 12, 1), r"Dialogue\s+méditerranéen|Mediterranean\s+Dialogue"),
    (
        "attentats du 11 septembre",
        (2001, 9, 11),
        r"(?:attentats?|attaques?)\s+du\s+11[\s-]septembre|(?:September\s+11|9/11)\s+attacks",
    ),
    (
        "Initiative de coopération d'Istanbul",
        (2004, 6, 28),
        r"Initiative\s+de\s+coopération\s+d[’']Istanbul|Istanbul\s+Cooperation\s+Initiative",
    ),
    (
        "annexion de la Crimée",
        (2014, 3, 18),
        r"annexion\s+(?:illégale\s+)?de\s+la\s+Crimée|(?:illegal\s+)?annexation\s+of\s+Crimea",
    ),
    (
        "chute de Kaboul",
        (2021, 8, 15),
        r"(?:chute|prise)\s+de\s+Kaboul|retour\s+(?:au\s+pouvoir\s+)?des\s+talibans?|"
        r"(?:fall|capture)\s+of\s+Kabul|Taliban\s+takeover",
    ),
    (
        "invasion de l'Ukraine",
        (2022, 2, 24),
        r"(?:invasion|guerre|offensive|agression)\s+"
        r"(?:(?:russe|générale|totale|à\s+grande\s+échelle|d[’']agression|menée)\s+){0,3}(?:de|contre|en)\s+(?:l[’'])?Ukraine|"
        r"invasion\s+russe|(?:full-scale\s+|Russia[’']s\s+|Russian\s+){0,2}(?:invasion\s+of|war\s+(?:in|on|against))\s+"
        r"Ukraine|Russian\s+invasion",
    ),
    (
        "attaques du 7 octobre",
        (2023, 10, 7),
        r"(?:attaques?|attentats?|massacres?)\s+(?:terroristes?\s+)?(?:du\s+Hamas\s+)?du\s+7[\s-]octobre|"
        r"October\s+7\s+attacks?",
    ),
)

_WORDS = {
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "one": 1, "a": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "premier": 1, "deuxième": 2, "second": 2,
    "troisième": 3, "quatrième": 4, "cinquième": 5, "dixième": 10, "vingtième": 20, "vingt-cinquième": 25,
    "trentième": 30,
    "cinquantième": 50, "soixantième": 60, "soixante-dixième": 70, "soixante-quinzième": 75, "quatre-vingtième": 80,
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10,
}  # fmt: skip
_NUMBER = r"(?<![\d.,])(?P<number>\d{1,4}|\d[,. \u202f]\d{3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_ABOUT = (
    r"(?P<about>(?:près\s+de|presque|plus\s+de|environ|quelque|plus\s+d[’']|almost|nearly|about|over|more\s+than)\s*)?"
)
_LINK = r"\s+(?:les?\s+|d[eu]s?\s+|of\s+|the\s+|la\s+|le\s+|l[’']|d[’']|début\s+de\s+|start\s+of\s+|Russia[’']s\s+)*"
_EVENT = "(?:" + "|".join(f"(?P<e{n}>{pattern})" for n, (_name, _day, pattern) in enumerate(_EVENTS)) + r")(?!\w)"
_SINCE = re.compile(
    rf"\b{_ABOUT}{_NUMBER}\s+(?P<unit>ans?|années?|mois|jours?|years?|months?|days?)\s+(?:jour\s+pour\s+jour\s+)?"
    rf"(?:après|after|into|depuis|since|from){_LINK}{_EVENT}",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    rf"\b{_NUMBER}(?:e|ème|er|ᵉ|st|nd|rd|th)?\s+(?:anniversaires?|anniversary){_LINK}{_EVENT}", re.IGNORECASE
)
_NTH_DAY = re.compile(rf"\b{_NUMBER}\s?(?:e|ème|ᵉ|st|nd|rd|th)\s+(?:jour|day){_LINK}{_EVENT}", re.IGNORECASE)
_HINTS = re.compile(
    r"\b(?:ans?|années?|mois|jours?|years?|months?|days?)\s+(?:jour\s+pour\s+jour\s+)?(?:après|after|into|depuis|since|from)\b|"
    r"\banniversa\w+|\d(?:e|ème|ᵉ|st|nd|rd|th)\s+(?:jour|day)\b"
)  # asked of small letters
_MOST_HINTS = 50  # a text that counts years more often is no news text
_REACH = 160  # characters around a hint that such words can take


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The text was written from `since` to `until`, as far as `span` says how long ago `event` was."""

    event: str
    day: datetime.date
    since: datetime.date
    until: datetime.date
    span: Span


def elapsed(text: str) -> Iterator[Elapsed]:
    """How long after a known event the text says that it was written; linear in its length."""
    after = 0
    for hint in islice(_HINTS.finditer(small_letters(text)), _MOST_HINTS):
        if hint.start() < after:
            continue
        start = max(after, hint.start() - 40)
        window = text[start : hint.end() + _REACH]
        for pattern, measure in ((_NTH_DAY, _on_that_day), (_ANNIVERSARY, _around_year), (_SINCE, _after)):
            found = pattern.search(window)
            if found is not None and found.start() <= hint.end() - start <= found.end():
                name, day = _event(found)
                bounds = measure(day, _number(found["number"]), found.groupdict())
                if bounds is not None:
                    yield Elapsed(name, day, *bounds, Span(start + found.start(), start + found.end()))
                    after = start + found.end()
                    break


def _event(found: re.Match[str]) -> tuple[str, datetime.date]:
    number = next(n for n in range(len(_EVENTS)) if found[f"e{n}"])
    return _EVENTS[number][0], datetime.date(*_EVENTS[number][1])


def _number(said: str) -> int:
    digits = re.sub(r"[,.\s]", "", said)
    return int(digits) if digits.isdecimal() else _WORDS[said.casefold()]


def _on_that_day(day: datetime.date, number: int, _said: dict[str, str | None]) -> tuple[datetime.date, datetime.date]:
    """The first day of a war is the day on which it began; the press counts either way."""
    that = day + datetime.timedelta(number - 1)
    return that, that + datetime.timedelta(1)


def _around_year(
    day: datetime.date, number: int, _said: dict[str, str | None]
) -> tuple[datetime.date, datetime.date] | None:
    """An anniversary is spoken of from the year before, when it is prepared, to the end of its own year."""
    if number == 0 or number > 150:
        return None
    year = day.year + number
    return datetime.date(year - 1, 7, 1), datetime.date(year, 12, 31)


def _after(day: datetime.date, number: int, said: dict[str, str | None]) -> tuple[datetime.date, datetime.date] | None:
    """ "Deux ans après": the third year has begun or is about to; "près de deux ans" allows for a year more."""
    unit = (said["unit"] or "").casefold()
    length = 1 if unit[0] in "jd" else 30.44 if unit.startswith("mo") else 365.25
    if length > 1 and number * length > 60_000:
        return None
    slack = datetime.timedelta(2 if length == 1 else 20 if length < 60 else 120)
    earliest = day + datetime.timedelta(int(number * length))
    latest = day + datetime.timedelta(int((number + 1) * length))
    if said["about"]:
        earliest -= datetime.timedelta(int(length))
    return earliest - slack, latest + slack
