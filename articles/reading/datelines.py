"""The place, day and agency at the head of a wire's first paragraph: "BRUXELLES, 17 oct 2024 (AFP) -"."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from articles.reading.agencies import AGENCY, is_outlet, is_person
from articles.reading.calendar_words import MONTH, WEEKDAY, plain
from articles.reading.date_spans import DateSpan
from articles.reading.dates import find_dates
from articles.reading.furniture import is_rubric
from articles.reading.results import Found, FoundDate, Span

_LEAST_WORDS = 3  # of the paragraph that it heads
_REACH = 120  # characters: a dateline is short

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.]*"
_PLACE = rf"{_WORD}(?:[\s-](?:{_WORD}|de|du|des|la|le|les|sur|el|al|d[’']{_WORD})){{0,4}}"
_DASH = r"(?:\s*\.?\s*(?:--?|–|—|―)\s*|\s*/\s*(?=[A-ZÀ-Ý«“\"])|\s*:\s+)"
# "LONDON/WARSAW", "PARIS, LONDRES et BERLIN"
_CITIES = rf"{_PLACE}(?:(?:\s*/\s*{_PLACE}){{1,3}}|(?:,\s+{_PLACE}){{0,2}}\s+(?:et|and|y)\s+{_PLACE})?"
# "(Nations unies)" or "(Belgique)" after the city, when the dateline goes on.
_ASIDE = r"(?:\s*\(\s*(?P<aside>[A-ZÀ-ÖØ-Þ][\w’' .-]{1,40}?)\s*\)(?=\s*[,(]))"
_OTHERS = rf"(?:\s*(?:,|/|-|&|et|and|y)\s*(?:{AGENCY.pattern}))*"  # "(AFP, Reuters)"
_AGENCY = (
    rf"(?:\(\s*(?P<agency>{AGENCY.pattern}(?={_OTHERS}\s*\))|[A-Z][\w.’'&/ -]{{1,30}}?){_OTHERS}\s*\)"
    rf"|/\s*(?P<slashed>{AGENCY.pattern}|{_WORD}(?:\s{_WORD}){{1,4}})(?:\s*\([A-Z]{{2,6}}\))?\s*/)"
)
_SEVERAL = re.compile(r"/|\s(?:et|and|y)\s")
_MIDDLE = r"(?:(?:,|\s\|)?\s*(?P<middle>[^()\n\r–—]{1,45}?))?"
_AFTER_PLACE = re.compile(
    rf"(?P<place>{_CITIES}){_ASIDE}?(?:,\s*(?!{MONTH}|{WEEKDAY})(?P<country>(?:{_PLACE}|D\.C\.)))?{_MIDDLE}"
    rf"\s*{_AGENCY}?(?P<dash>{_DASH})(?=\S)"
)
_BRACKET_FIRST = re.compile(
    rf"(?:\(\s*(?P<agency>{AGENCY.pattern}){_OTHERS}\s*\)|(?P<bare>{AGENCY.pattern}){_OTHERS})"
    rf"\s*(?P<dash>{_DASH})(?=\S)"
)
_PLACE_THEN_DASH_THEN_AGENCY = re.compile(
    rf"(?P<place>{_CITIES}){_DASH}\(\s*(?P<agency>{AGENCY.pattern}){_OTHERS}\s*\)\s*(?:{_DASH})?(?=\S)"
)
_OPEN_AGENCY = re.compile(
    rf"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý’' ./-]+),?{_MIDDLE}\s*"
    rf"\(\s*(?P<agency>{AGENCY.pattern}){_OTHERS}\s*\)\s+(?=[A-ZÀ-Ý«“\"])"
)
# "MOSCOW, February 19. /TASS/. The minister"
_SLASHED_AGENCY = re.compile(
    rf"(?P<place>{_CITIES}),?{_MIDDLE}\s*/\s*(?P<slashed>{AGENCY.pattern})\s*/(?:\s*[.–—-]+)?\s+(?=[A-ZÀ-Ý«“\"])"
)
# "MOSCOW (UrduPoint News / Sputnik - 11th May, 2023) The minister": house and day share the brackets.
_HOUSE_AND_DAY = re.compile(
    rf"(?P<place>{_PLACE})\s*"
    r"\(\s*(?P<agency>[A-Z][\w’'.& ]{2,40}?)(?:\s*/\s*[^()/]{2,30}?)?\s*"
    r"(?:\s[-–]|,)\s*(?P<middle>[^()\n\r]{6,30})\)\s*"
    r"(?:[-–—:]\s*)?(?=[A-ZÀ-Ý«“\"])"
)
# "(Keystone-ATS) Trois places…", "(Ottawa) Les réservistes…"
_BRACKETS_ALONE = re.compile(
    rf"\(\s*(?:(?P<agency>{AGENCY.pattern}){_OTHERS}|(?P<place>{_PLACE}))\s*\)\s+(?=[A-ZÀ-Ý«“\"])"
)
_CITY_AND_STOP = re.compile(rf"(?P<place>{_WORD}(?:\s{_WORD})?)\.\s+(?=[A-ZÄÖÜ„»])")  # "Vilnius. Am zweiten Tag …"
# "(VOVworld) - The minister…"
_HOUSE_IN_BRACKETS = re.compile(r"\((?P<house>[A-Z]{2,}[\w.]{1,20})\)\s*(?:-{1,2}|–|—)\s*(?=[A-ZÀ-Ý«“\"])")
# "Le Calame - Le ministre…": the paper before the first words.
_HOUSE_FIRST = re.compile(rf"(?P<house>{_WORD}(?:\s+(?:{_WORD}|de|du|des|la|le)){{0,4}})\s+[-–—]\s+(?=[A-ZÀ-Ý«“\"])")
_DAY_THEN_HOUSE = re.compile(
    r"(?P<day>\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:,?\s+\d{1,2}[:h]\d\d)?\s+[-–—|]\s+"
    rf"(?P<house>{_WORD}(?:\s+(?:{_WORD}|de|du|des|la|le)){{0,4}})\s+[-–—|]\s+(?=[A-ZÀ-Ý«“\"])"
)
_ARTICLE = re.compile(r"(?:Le|La|Les|L[’'](?=\w)|The|El)\b\s*", re.IGNORECASE)
_TOWNS = re.compile(  # whose names begin with an article
    r"(?:caire|haye|havane|cap|paz|valette|havre|mans|mecque|rochelle|pirée|touquet|bourget|baule|ciotat|réunion|salvador|"
    r"paso|kef|goulette|marsa|spezia|coruña)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:MM?|Mme|MME|Mr|Mrs|Ms|Dr|Q|R)\.?(?:\s|$)|L[EA]\s+(?:PR[ÉE]SIDENTE?|(?:PREMI[EÈ]RE?\s+)?MINISTRE|G[ÉE]N[ÉE]RAL)\b|QUESTION|R[ÉE]PONSE|JOURNALISTE"
)
# "(MENAFN- Kuwait News Agency (KUNA)) BRUSSELS, Nov 6 (KUNA) -- ": who passes a dispatch on
_PASSED_ON = re.compile(r"\([^()]{3,60}(?:\([A-Z]{2,8}\))?\)\s+(?=[A-Z])")
# Each with a mark that it does not do without.
_BY_MARK = (
    ("(", _PLACE_THEN_DASH_THEN_AGENCY),
    ("/", _SLASHED_AGENCY),
    ("", _AFTER_PLACE),
    ("(", _OPEN_AGENCY),
    ("(", _HOUSE_AND_DAY),
)
# No dateline does without one of these.
_CLOSING_MARK = re.compile(r"[-–—―/:(]")


@dataclass(frozen=True, slots=True)
class DatelineFound:
    """`span` reaches to the first word of the paragraph proper; `date` may lack its year."""

    span: Span
    place: Found | None = None
    source: Found | None = None
    published: FoundDate | None = None
    date: DateSpan | None = None


def is_one_city(place: str) -> bool:
    """Whether a dateline's place is one: a dispatch from "LONDON/WARSAW" does not say where a thing happened."""
    return _SEVERAL.search(place) is None


def read_dateline(text: str, span: Span, places: Container[str], language: str) -> DatelineFound | None:
    """The dateline that a paragraph begins with, or None. `places` are names of cities as `plain` folds them.

    A place with a date or an agency is one; a place with a dash alone must be known, or stand in capitals.
    """
    end = min(span.end, span.start + _REACH)
    if match := _BRACKET_FIRST.match(text, span.start, end):
        group = "agency" if match["agency"] else "bare"
        # "AFP – Bruxelles, 3 mai 2024 – …": the place may come after the agency.
        rest = read_dateline(text, Span(match.end(), span.end), places, language)
        if rest is not None and rest.place is not None:
            return replace(rest, span=Span(span.start, rest.span.end), source=_found(match, group))
        return DatelineFound(Span(span.start, match.end()), source=_found(match, group))
    if language == "de" and (match := _CITY_AND_STOP.match(text, span.start, end)) and plain(match["place"]) in places:
        return DatelineFound(Span(span.start, match.end()), _found(match, "place"))
    if _CLOSING_MARK.search(text, span.start, end) is None:
        return None
    if text[span.start] == "(" and (passed_on := _PASSED_ON.match(text, span.start, end)) is not None:
        rest = read_dateline(text, Span(passed_on.end(), span.end), places, language)
        if rest is not None and rest.place is not None and rest.source is not None:
            return replace(rest, span=Span(span.start, rest.span.end))
    if text[span.start] == "(":
        if house := _HOUSE_IN_BRACKETS.match(text, span.start, end):
            return DatelineFound(Span(span.start, house.end()), source=_found(house, "house"))
        match = _BRACKETS_ALONE.match(text, span.start, end)
        if match is None or (match["place"] and plain(match["place"]) not in places):
            return None
        place = _found(match, "place") if match["place"] else None
        return DatelineFound(Span(span.start, match.end()), place, _found(match, "agency") if not place else None)
    beginning = text[span.start : end]
    for mark, pattern in _BY_MARK:
        match = pattern.match(text, span.start, end) if mark in beginning else None
        if match is None:
            continue
        found = _checked(text, span, match, places, language)
        if found is not None:
            return found
    return None


def read_house_before(text: str, span: Span, places: Container[str], language: str) -> DatelineFound | None:
    """The paper that the first paragraph begins with, and a dash: "Le Calame - Le ministre…". None for a town's.

    The day may stand before it: "21-01-2025 19:30 - Le Calame - Le ministre…".
    """
    dated = _DAY_THEN_HOUSE.match(text, span.start, min(span.end, span.start + _REACH))
    if dated is not None and (day := _day_in(dated["day"], dated.start("day"), text, language)) is not None:
        found = _found(dated, "house")
        town = plain(found.value) in places
        published = FoundDate(day.start, day.span) if day.start is not None else None
        return DatelineFound(
            Span(span.start, dated.end()), found if town else None, None if town else found, published, day
        )
    match = _HOUSE_FIRST.match(text, span.start, min(span.end, span.start + _REACH))
    if match is None or len(text[match.end() : span.end].split()) < 2 * _LEAST_WORDS:
        return None
    house = match["house"]
    article = _ARTICLE.match(house)
    if plain(house) in places or not is_outlet(house) or (article and _TOWNS.fullmatch(house, article.end())):
        return None
    return DatelineFound(Span(span.start, match.end()), source=_found(match, "house"))


_DAY_FIRST = re.compile(rf"{WEEKDAY}|{MONTH}")


def _checked(
    text: str, span: Span, match: re.Match[str], places: Container[str], language: str
) -> DatelineFound | None:
    groups = match.groupdict()
    if _SPEAKER.match(match["place"]):
        return None  # "M. RAU - Mesdames et Messieurs, …"
    if _DAY_FIRST.match(match["place"]) or len(text[match.end() : span.end].split()) < _LEAST_WORDS:
        return None  # "Jeudi 4 avril 2024 - 13:05"
    place, middle = match["place"], (groups.get("middle") or "").strip(" ,.")
    group = next((name for name in ("agency", "slashed") if groups.get(name)), "")
    date: DateSpan | None = None
    if middle:
        date = _day_in(middle, match.start("middle"), text, language)
        if date is None and not (group and len(middle.split()) <= 3 and middle[:1].isupper()):
            return None
    known = plain(place) in places
    if group and not known and date is None and plain(match[group]) in places and not is_person(place):
        # "ALAKHBAR (Nouakchott) - ": the house, and its town in brackets
        return DatelineFound(Span(span.start, match.end()), _found(match, group), _found(match, "place"))
    if not known and not group and date is None and " " not in place and is_outlet(place):
        return None  # "PORTNEWS - The minister …"
    capitals = place.isupper() and len(place) >= 5 and not is_rubric(place) and " : " not in match[0]
    if groups.get("dash", "").strip() == ":" and not group and (date is None or date.first.year is None):
        return None  # "Addis Ababa, 29 November 2019: …" is one, "Bruxelles : …" none
    if not (group or date or known or capitals):
        return None
    if group and not known and not date and AGENCY.fullmatch(match[group]) is None and not place.isupper():
        return None  # "Mark Rutte (Pays-Bas) – …"
    published = FoundDate(date.start, date.span) if date and date.start is not None else None
    return DatelineFound(
        Span(span.start, match.end()),
        _found(match, "place"),
        _found(match, group) if group and _is_publisher(match[group]) else None,
        published,
        date,
    )


def _is_publisher(words: str) -> bool:
    return AGENCY.fullmatch(words) is not None or words.isupper() or len(words.split()) <= 3


def _day_in(middle: str, offset: int, text: str, language: str) -> DateSpan | None:
    """The day of a dateline, with true offsets; None when the words are more than a day."""
    start = text.index(middle, offset)
    dates = [date for date in find_dates(middle, language=language) if date.first.day is not None or date.first.year]
    if len(dates) != 1:
        return None
    rest = middle[: dates[0].span.start] + middle[dates[0].span.end :]
    if not re.fullmatch(r"[\s,.]*(?:(?:le|the|on|ce|el|de|du)[\s,.]*)?(?:\d{1,2}[h:]\d{0,2})?[\s,.]*", rest):
        return None
    span = Span(start + dates[0].span.start, start + dates[0].span.end)
    return replace(dates[0], span=span)


def _found(match: re.Match[str], group: str) -> Found:
    return Found(match[group], Span(*match.span(group)))
