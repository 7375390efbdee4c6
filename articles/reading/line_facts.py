"""What a line says that is not the article's own words: one question for all the kinds of such lines."""

import re
from dataclasses import dataclass

from articles.reading.ambiguous_days import read_ambiguous_day
from articles.reading.captions import is_caption
from articles.reading.credits import is_credit
from articles.reading.date_lines import read_date_line
from articles.reading.date_marks import DateLine
from articles.reading.date_spans import DateSpan
from articles.reading.editors import read_editors
from articles.reading.furniture import is_furniture, is_rubric
from articles.reading.publishers import is_desk, read_self_reference, shared_with
from articles.reading.results import Found, FoundDate, RemovedKind, Signature, Span
from articles.reading.signatures import read_byline, read_signature
from articles.reading.signers import Signed
from articles.reading.sources import is_labelled_source, read_agencies, read_source
from articles.reading.units import Unit

_LONGEST = 600
_LONGEST_HOUSE = 160  # of a line that names only houses, agencies, owners of pictures
_EDITOR_BY_LOGIN = re.compile(r"(?:[Ww]eb\s)?[Ee]ditors?\s?:\s?[a-z][\w.-]{1,30}")  # "Editor: huaxia"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Facts:
    """Why a line leaves the article, and what it hands to the fields."""

    kind: RemovedKind
    published: FoundDate | None = None
    updated: FoundDate | None = None
    source: Found | None = None
    dateline: Found | None = None
    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    credit: Found | None = None
    days: tuple[DateSpan, ...] = ()


def read_facts(text: str, unit: Unit, language: str) -> Facts | None:
    """What any line may say wherever it stands; None for the article's own words."""
    span = Span(unit.start, unit.end)
    words = unit.words
    if len(words) > _LONGEST:
        return None
    if unit.level:
        return Facts(RemovedKind.FURNITURE) if is_furniture(words) else None
    if (publisher := read_self_reference(text, span)) is not None:
        return Facts(RemovedKind.FURNITURE, source=publisher)
    if is_furniture(words):
        dates = read_date_line(text, span, language) if _YEAR.search(words) and len(words) <= 220 else None
        if dates is not None and dates.published is not None:
            return of_dates(dates)  # "Accueil > Défense • Lejour.net • lundi 5 mai 2025"
        rights = read_source(text, span)  # "© 2024 Le Monde. Tous droits réservés." names its publisher
        return Facts(RemovedKind.FURNITURE, source=rights.source if rights else None)
    if len(words) <= 60 and is_desk(words):
        return Facts(RemovedKind.BYLINE)
    if words[0] in "EeWw" and _EDITOR_BY_LOGIN.fullmatch(words):
        return Facts(RemovedKind.EDITORS)
    if (editors := read_editors(text, span)) is not None:
        return _signed(editors, RemovedKind.EDITORS if editors.editors else RemovedKind.BYLINE)
    if (dates := read_date_line(text, span, language)) is not None and not dates.unlabelled:
        return of_dates(dates)
    if language == "en":
        dated, day = read_ambiguous_day(text, span)
        if dated:
            return Facts(RemovedKind.DATE, published=day)
    if (signed := read_byline(text, span)) is not None:
        return _signed(signed, RemovedKind.BYLINE)
    if len(words) > _LONGEST_HOUSE:
        return None
    shared, publisher = shared_with(text, span)
    if shared:
        return Facts(RemovedKind.BYLINE, source=publisher)
    if (signed := read_agencies(text, span)) is not None:
        return _signed(signed, RemovedKind.BYLINE)
    if is_credit(words):
        source = read_source(text, span)
        credit = Found(span.of(text), span)
        return Facts(RemovedKind.CREDIT, credit=credit, source=source.source if source else None)
    if is_caption(words) and not is_labelled_source(words):
        return None
    if (signed := read_source(text, span)) is not None:
        return _signed(signed, RemovedKind.BYLINE)
    return None


def read_margin_facts(text: str, unit: Unit, language: str) -> Facts | None:
    """What a line says above or below the paragraphs only: a bare date, a bare name, a rubric."""
    span = Span(unit.start, unit.end)
    if len(unit.words) > _LONGEST:
        return None
    if (dates := read_date_line(text, span, language)) is not None:
        return of_dates(dates)
    if unit.level:
        return None
    if is_rubric(unit.words):
        return Facts(RemovedKind.RUBRIC)
    if (signed := read_signature(text, span)) is not None:
        return _signed(signed, RemovedKind.BYLINE)
    return None


def of_dates(line: DateLine) -> Facts:
    """The facts of a line of dates, with the byline that shares it."""
    signed = line.signed or Signed()
    return Facts(
        RemovedKind.DATELINE if line.dateline and not line.signed else RemovedKind.DATE,
        line.published,
        line.updated,
        line.source or signed.source,
        line.dateline or signed.dateline,
        signed.signatures,
        signed.editors,
        days=line.dates,
    )


def _signed(signed: Signed, kind: RemovedKind) -> Facts:
    return Facts(
        kind, source=signed.source, dateline=signed.dateline, signatures=signed.signatures, editors=signed.editors
    )
