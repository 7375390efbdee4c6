"""Lines that say when a text was published or changed: "Mis à jour le: 07 Mar. 2024 13:26", "12 juin 2024 | 3 min"."""

import re
from dataclasses import dataclass, replace

from articles.reading.agencies import is_outlet, is_proper
from articles.reading.dates import DateSpan, find_dates
from articles.reading.furniture import is_furniture, is_rubric, is_separator
from articles.reading.results import Found, FoundDate, Span
from articles.reading.signatures import Signed, read_byline, read_signature
from articles.reading.times import find_times

_LONGEST = 220

_UPDATED = re.compile(
    r"mis(?:e)?\s+à\s+jour|màj|maj\b|modifié|dernière\s+(?:mise|modification)|actualisé|last\s+(?:updated?|modified)|updated?\b|modified|revised|"
    r"actualizad[oa]|última\s+actualización",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:il\s+y\s+a|hace)\s+(?:\d+|une?)\s+\w+|(?:\d+|an?)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago|just\s+now|à\s+l[’']instant|"
    r"(?:avant-)?hier\b|aujourd[’']hui|yesterday|\btoday\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|TU|CES?T|BST|E[SD]?T|heure\s+(?:de\s+|d[’'])?\w+|\w+\s+time)(?:\s?[+-]\s?\d{1,2})?\b\)?",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r",?\s*\b(?:pp?|page|pág)\.?\s*[A-Z]?\d+(?:\s*[-–,]\s*\d+)*\b|,?\s*\bn[°ºo]\.?\s*\d+\b", re.IGNORECASE
)
_FILLER = re.compile(
    r"(?:publiée?s?|publication|parue?|posté|postée|mise?|en|ligne|à|au|le|la|du|de|jour|dernière|mise|modifiée?|modification|actualisée?|créée?|"
    r"diffusée?|émise?|envoyée?|rédigée?|écrite?|date|daté|heure|heures|h|et|soit|màj|maj|"
    r"published|posted|issued|released?|created|dated|on|at|the|last|latest|updated?|modified|revised|as|of|from|first|time|by|"
    r"publicad[oa]|actualizad[oa]|última|actualización|fecha|el|las|los|a|hs|hrs)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:publié|published|posted|issued|released|mis\s+(?:en\s+ligne|à\s+jour)|modifié|créé|updated|last|date\b|publicad|actualizad|paru|diffusé)",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"(?:(?:article\s+)?(?:publiée?|paru|posté|mis\s+en\s+ligne|mis(?:e)?\s+à\s+jour|dernière\s+(?:mise\s+à\s+jour|modification)|modifié|"
    r"date(?:\s+de\s+(?:publication|parution|mise\s+à\s+jour))?)(?:\s+(?:le|à))?|(?:date\s+)?published(?:\s+on)?|posted(?:\s+on)?|"
    r"(?:last\s+)?(?:updated|modified)(?:\s+on)?|publication\s+date|publicado(?:\s+el)?|actualizado(?:\s+el)?)\s*:?",
    re.IGNORECASE,
)
_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s+[–—/-]+\s+|\s*[–—-]+\s*$|^\s*[–—-]+\s*")
_PLACE = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*)(?:[\s-](?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|du|la|le|les|sur|d[’']\w+)){0,4}"
_PLACE_AND_DATE = re.compile(
    rf"(?:(?:fait|done|donné|signé)\s+(?:à|in|at)\s+)?(?P<place>{_PLACE})\s*(?:,|\(|:|\s[–—-])\s*(?:(?:le|the|on|ce|el)\s+)?(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """`dates` is what the line states; `unlabelled` says that no word tells publication, so it may be a heading."""

    published: FoundDate | None = None
    updated: FoundDate | None = None
    dates: tuple[DateSpan, ...] = ()
    signed: Signed | None = None
    dateline: Found | None = None
    source: Found | None = None
    unlabelled: bool = False


def read_date_line(text: str, span: Span, language: str) -> DateLine | None:
    """What a line says of the text's own dates, or None when it says anything else besides."""
    words = span.of(text)
    if len(words) > _LONGEST or not (any(map(str.isdigit, words)) or _AGO.search(words)):
        return None
    whole = _moment(text, span, language)
    if whole is not None:
        return whole
    return _composite(text, span, language) or _place_and_date(text, span, language)


def read_archive_header(text: str, outlet: Span, line: Span, language: str) -> DateLine | None:
    """A press archive's header: the paper's name on one line, on the next its section, the date and the page."""
    words = line.of(text)
    name = outlet.of(text)
    if len(words) > _LONGEST or not (2 <= len(name) <= 60) or name.endswith((".", "?", "!", ":")):
        return None
    dates = [date for date in find_dates(words, language=language) if date.start is not None and date.start.full]
    page = _PAGE.search(words)
    if len(dates) != 1 or not (page or _moment(text, line, language)):
        return None
    if page is None:
        return None
    rest = _PAGE.sub(" ", words[: dates[0].span.start] + " " + words[dates[0].span.end :])
    if len(re.findall(r"\w+", rest)) > 6 or dates[0].start is None:
        return None
    at = Span(line.start + dates[0].span.start, line.start + dates[0].span.end)
    return DateLine(FoundDate(dates[0].start, at), dates=tuple(dates), source=Found(name, outlet))


def read_announced_date(text: str, label: Span, line: Span, language: str) -> DateLine | None:
    """ "Published" on one line and the date on the next, as copied from a page; None when it is anything else."""
    if len(label.of(text)) > 40 or _LABEL_ALONE.fullmatch(label.of(text)) is None or len(line.of(text)) > _LONGEST:
        return None
    return _moment(text, Span(label.start, line.end), language)


def _moment(text: str, span: Span, language: str) -> DateLine | None:
    """The line when it is nothing but dates, times and the words that introduce them."""
    words = span.of(text)
    dates = [date for date in find_dates(words, language=language) if date.first.month is not None]
    ago = _AGO.search(words)
    if not dates and not ago:
        return None
    taken = [(date.span.start, date.span.end) for date in dates]
    if ago is None:
        taken += [(time.span.start, time.span.end) for time in find_times(words)]
    rest = _without(words, taken)
    for pattern in (_AGO, _ZONE):
        rest = pattern.sub(" ", rest)
    if not all(_FILLER.fullmatch(word) for word in re.findall(r"\w+", rest)):
        return None
    published = updated = None
    cursor = 0
    for date in dates:
        label = words[cursor : date.span.start]
        cursor = date.span.end
        if date.start is None:
            continue
        found = FoundDate(date.start, Span(span.start + date.span.start, span.start + date.span.end))
        if _UPDATED.search(label):
            updated = updated or found
        else:
            published = published or found
    labelled = _LABELLED.search(words) is not None or ago is not None
    return DateLine(published, updated, tuple(_moved(date, span.start) for date in dates), unlabelled=not labelled)


def _composite(text: str, span: Span, language: str) -> DateLine | None:
    """ "By JT - Apr 04,2024 - Last updated at Apr 04,2024", "12 juin 2024 | Jean Dupont | 3 min de lecture"."""
    words = span.of(text)
    bounds = _between(words, list(_SEGMENTS.finditer(words)))
    if len(bounds) > 1:
        return _joined(text, span, bounds, language)
    return _beside_byline(text, span, language)


def _beside_byline(text: str, span: Span, language: str) -> DateLine | None:
    """ "Publié par Jean Dupont le 12 juin 2024": a byline and a date with no mark between them."""
    words = span.of(text)
    for joint in _DATE_BESIDE_BYLINE.finditer(words, 4):
        line = _joined(text, span, _between(words, [joint]), language)
        if line is not None:
            return line
    return None


def _between(words: str, joints: list[re.Match[str]]) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for joint in [*joints, None]:
        end = joint.start() if joint else len(words)
        if start < end:
            bounds.append((start, end))
        start = joint.end() if joint else end
    return bounds


def _joined(text: str, span: Span, bounds: list[tuple[int, int]], language: str) -> DateLine | None:
    """The line when each of its parts is a date, a byline, a publisher or furniture, and one is a date."""
    line = DateLine()
    dated = False
    parts = [Span(span.start + start, span.start + end) for start, end in bounds]
    rubrics = [is_rubric(part.of(text)) for part in parts]
    for index, part in enumerate(parts):
        words = part.of(text)
        if rubrics[index] or is_separator(words) or is_furniture(words):
            continue
        moment = _moment(text, part, language) or _place_and_date(text, part, language)
        if moment is None and len(parts) > 2:
            moment = _beside_byline(text, part, language)  # "Publié par X le 12/05/2024 | 8 commentaires"
        if moment is not None:
            dated = True
            if moment.signed and line.signed:
                return None
            line = _merged(line, moment)
            continue
        signed = read_byline(text, part)
        if signed is None and line.source is None and _is_publisher(words, leads=index == 0 and any(rubrics)):
            line = replace(line, source=Found(words, part))
            continue
        signed = signed or read_signature(text, part)
        if signed is None or line.signed is not None:
            return None
        line = replace(
            line, signed=signed, dateline=signed.dateline or line.dateline, source=line.source or signed.source
        )
    return line if dated and (line.source is None or any(day.first.day for day in line.dates)) else None


def _merged(line: DateLine, other: DateLine) -> DateLine:
    return DateLine(
        line.published or other.published,
        line.updated or other.updated,
        line.dates + other.dates,
        line.signed or other.signed,
        line.dateline or other.dateline,
        line.source or other.source,
    )


def _is_publisher(words: str, *, leads: bool) -> bool:
    """Whether a part of the line names who publishes. `leads`: it stands first on a line that names a rubric too,
    where a name without "Par" is the paper's: "Sahel Matin | Sécurité | 3 mai 2024"."""
    if not is_proper(words) or len(words.split()) > 5:
        return False
    return is_outlet(words) or (leads and len(words) >= 3 and not any(character.isdigit() for character in words))


# "Par Jean Dupont, publié le 12 juin 2024 à 14h05", "Posté le 4 avril 2024 par Karim Benali".
_DATE_BESIDE_BYLINE = re.compile(
    r"\s*,?\s+(?:(?:et|and)\s+(?=publié|posté|mis\b|published|posted|updated))?(?=(?:par|by|por)\s+\w|(?:publié|posté|mis\s+à\s+jour|le\s+\d+|on\s+|published|posted|updated)\b)|\s*,\s+(?=\d)",
    re.IGNORECASE,
)


def _place_and_date(text: str, span: Span, language: str) -> DateLine | None:
    """ "Bruxelles, le 4 décembre 2017" on a line of its own."""
    words = span.of(text)
    match = _PLACE_AND_DATE.match(words)
    if match is None or not match["place"][0].isupper() or len(match["place"]) > 40:
        return None
    line = _moment(text, Span(span.start + match.end(), span.end), language)
    if line is None or not line.dates or line.dates[0].first.day is None or len(line.dates) > 1:
        return None
    place = match["place"]
    at = span.start + match.start("place")
    return DateLine(line.published, line.updated, line.dates, dateline=Found(place, Span(at, at + len(place))))


def _without(words: str, taken: list[tuple[int, int]]) -> str:
    rest = []
    cursor = 0
    for start, end in sorted(taken):
        if start >= cursor:
            rest.append(words[cursor:start])
            cursor = end
    rest.append(words[cursor:])
    return " ".join(rest)


def _moved(date: DateSpan, by: int) -> DateSpan:
    return replace(date, span=Span(date.span.start + by, date.span.end + by))
