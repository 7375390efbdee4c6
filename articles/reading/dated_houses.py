"""Lines that name a house, an agency, a section or who wrote beside the day, as (MAP 17/10/2024)."""

import re
from dataclasses import replace

from articles.reading.agencies import AGENCY, is_outlet, is_proper
from articles.reading.date_marks import (
    DateLine,
)
from articles.reading.furniture import is_rubric
from articles.reading.moments import read_moment
from articles.reading.results import Found, Span
from articles.reading.signatures import read_signature
from articles.reading.times import find_times

_AGENCY_FIRST = re.compile(rf"[(\[]?\s*(?P<agency>{AGENCY.pattern})(?:\s*[,:/–-]\s*|\s+)(?=\S)")
_AGENCY_LAST = re.compile(rf"\s*\(\s*(?P<agency>{AGENCY.pattern}|[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,4}})\s*\)$")
_SECTION = re.compile(r"(?:[^\W\d_][\w’'&-]*,?\s+){1,4}?(?=\d)")
_NAME = (
    r"(?:[lLdD][’'])?[A-ZÀ-Ý][\w’'.&-]*"
    r"(?:\s+(?:(?:de|du|des|la|le|les|of|the|l[’']|d[’'])\s*)*(?:[lLdD][’'])?[A-ZÀ-Ý][\w’'.&-]*|\s\d+(?!\s*[./-])){0,6}"
)
# "Publié dans Le Courrier du Souss le", before the day
_PUBLISHED_IN = re.compile(
    rf"(?i:(?:article\s+)?(?:publiée?|parue?|published|appeared|publicado)\s+(?:dans|in|en|sur|on))(?:\s+le(?=\s+[A-Z]{{2}}))?\s+(?P<house>{_NAME})\s*(?:,|\b(?:le|du|de|on|el)\b)?\s*"
)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s+(?=[A-ZÀ-Ý])")
_DAY_AND_WORDS = re.compile(r"(?P<day>\d{1,2}(?:er)?\s[^\W\d]+\s\d{4})\s+(?P<rubric>[A-ZÀ-Ý][^.:;!?\d]{3,40})")
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6})*")
_PAGE_AT_END = re.compile(r"[\s,–(-]*\b(?:page|p\.)\s*\d+\)?$", re.IGNORECASE)
# "Conseil de l'UE Communiqué de presse", before the day
_HOUSE_AND_RUBRIC = re.compile(
    rf"(?P<house>{_NAME}(?:\s[a-zà-ÿ]{{4,}}){{0,2}})\s+(?:[-–|]\s+)?(?:Communiqué(?:\s+de\s+presse|\s+conjoint)?|Déclaration|Discours|Press\s+(?:[Rr]elease|[Ss]tatement)|News\s+[Rr]elease|"
    r"Statement|Comunicado(?:\s+de\s+prensa)?|Nota\s+de\s+prensa|Pressemitteilung)\s*[,:]?\s+(?=(?:(?:le|on|du)\s+)?\w)"
)


def read_dated_house(text: str, span: Span, language: str) -> DateLine | None:
    """The line when it is a day and a house, an agency, a section or a signer; None for any other line."""
    readers = (_behind_agency, _behind_house, _before_house, _before_signer, _before_agency, _behind_section)
    for read in (*readers, _before_rubric):
        line = read(text, span, language)
        if line is not None:
            return line
    return None


def _behind_agency(text: str, span: Span, language: str) -> DateLine | None:
    """ "(MAP 17/10/2024)": an agency and its day."""
    match = _AGENCY_FIRST.match(text, span.start, span.end)
    if match is None:
        return None
    end = span.start + len(span.of(text).rstrip(" )]."))
    line = read_moment(text, Span(match.end(), end), language) if match.end() < end else None
    if line is None or not any(day.first.day for day in line.dates):
        return None
    return replace(line, source=Found(match["agency"], Span(*match.span("agency"))), unlabelled=True)


def _behind_house(text: str, span: Span, language: str) -> DateLine | None:
    """ "Publié dans Le Courrier du Souss le 14 mai 2014", "Conseil de l'UE Communiqué de presse 15 novembre 2022"."""
    end = span.start + len(_PAGE_AT_END.sub("", span.of(text)))
    for pattern in (_PUBLISHED_IN, _HOUSE_AND_RUBRIC):
        match = pattern.match(text, span.start, end)
        line = read_moment(text, Span(match.end(), end), language) if match and match.end() < end else None
        if match is not None and line is not None and any(day.first.day for day in line.dates):
            house = Found(match["house"], Span(*match.span("house")))
            return replace(line, source=None if is_rubric(house.value) else house, unlabelled=False)
    return None


def _before_house(text: str, span: Span, language: str) -> DateLine | None:
    """ "21.03.2023, Sputnik Afrique": a day and, behind a comma, the paper or agency."""
    words = span.of(text)
    comma = words.rfind(", ")
    house = words[comma + 2 :]
    if comma < 0 or len(house.split()) > 4 or not is_outlet(house) or not is_proper(house) or find_times(house):
        return None
    line = read_moment(text, Span(span.start, span.start + comma), language)
    if line is None or not any(day.first.day for day in line.dates):
        return None
    return replace(line, source=Found(house, Span(span.start + comma + 2, span.end)), unlabelled=True)


def _before_signer(text: str, span: Span, language: str) -> DateLine | None:
    """ "25/07/2014 DGA", "30/07/2014 Capitaine Jean Dupont - Armée de l'air": a day, then who wrote it and where."""
    match = _DAY_FIRST.match(text, span.start, span.end)
    if match is None or span.end - match.end() > 60:
        return None
    line = read_moment(text, Span(span.start, match.end("day")), language)
    if line is None or not any(day.first.day for day in line.dates):
        return None
    name, dash, house = text[match.end() : span.end].partition(" - ")
    source = Found(house, Span(span.end - len(house), span.end)) if dash and is_proper(house) else None
    if not dash and _ACRONYM.fullmatch(name):
        return replace(line, source=Found(name, Span(match.end(), span.end)), unlabelled=True)
    signed = read_signature(text, Span(match.end(), match.end() + len(name)))
    if signed is None or not signed.signatures or (dash and source is None):
        return None
    return replace(line, signed=signed, source=source or signed.source, unlabelled=True)


def _before_agency(text: str, span: Span, language: str) -> DateLine | None:
    """ "8 January (BNS)": a day, with or without its year, and the agency in brackets."""
    match = _AGENCY_LAST.search(text, span.start, span.end) if text[span.end - 1] == ")" else None
    line = read_moment(text, Span(span.start, match.start()), language) if match else None
    if match is None or line is None or not any(day.first.day for day in line.dates):
        return None
    return replace(line, source=Found(match["agency"], Span(*match.span("agency"))), unlabelled=True)


def _behind_section(text: str, span: Span, language: str) -> DateLine | None:
    """ "Türkiye Materials 13 October 2022 04:39 (UTC +04:00)": a section's name, then a day to the minute."""
    words = span.of(text)
    lead = _SECTION.match(words)
    if lead is None or not is_proper(lead[0].strip()) or not (find_times(words) or is_rubric(lead[0])):
        return None  # "News 05 March 2024" needs no minute
    line = read_moment(text, Span(span.start + lead.end(), span.end), language)
    if line is None or line.published is None or not line.published.date.full:
        return None
    return replace(line, unlabelled=True)


def _before_rubric(text: str, span: Span, language: str) -> DateLine | None:
    """ "10 octobre 2025 Paix et sécurité": a day, then what the page files its text under."""
    match = _DAY_AND_WORDS.fullmatch(text, span.start, span.end)
    if match is None or not is_rubric(match["rubric"]):
        return None
    line = read_moment(text, Span(*match.span("day")), language)
    if line is None or line.published is None or not line.published.date.full:
        return None
    return replace(line, unlabelled=True)
