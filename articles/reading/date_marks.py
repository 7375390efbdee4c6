"""What a line of dates says, and the words around the dates: "Publié le", "mis à jour", "il y a 2 heures", "GMT+1"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.reading.calendar_words import WEEKDAY
from articles.reading.dates import DateSpan, Stated
from articles.reading.results import Found, FoundDate, Span
from articles.reading.signers import Signed
from articles.reading.times import find_times
from partners.dates import PartialDate

UPDATED = re.compile(
    r"mis(?:e)?\s+à\s+jour|màj|maj\b|modifié|dernière\s+(?:mise|modification)|actualisé|last\s+(?:updated?|modified)|updated?\b|modified|revised|"
    r"actualizad[oa]|última\s+actualización|aktualisiert|zuletzt|aggiornat[oa]|bijgewerkt|atualizad[oa]",
    re.IGNORECASE,
)
AGO = re.compile(
    r"(?:il\s+y\s+a|hace|vor)\s+(?:\d+|une?|una?|ein\w*)\s+\w+|(?:\d+|an?)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago|just\s+now|"
    r"à\s+l[’']instant|(?:avant-)?hier\b|aujourd[’']hui|yesterday|\btoday\b|\b(?:ayer|hoy|gestern|heute)\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|TU|CES?T|BST|E[SD]?T|[CMP][SD]?T|IST|MSK|EES?T|WES?T|[EWC]AT|AES?T|SAST|HN?E|"
    r"heure\s+(?:de\s+|d[’'])?\w+|(?!first)\w+\s+time)(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?\b\)?",
    re.IGNORECASE,
)
FILLER = re.compile(
    rf"(?:{WEEKDAY}|publiée?s?|publication|parue?|parution|posté|postée|mise?|en|ligne|à|au|le|la|du|de|jour|dernière|mise|modifiée?|modification|"
    r"actualisée?|créée?|diffusée?|émise?|envoyée?|rédigée?|écrite?|date|daté|heure|heures|h|min|mn|et|soit|broadcast|aired|recorded|diffusion|émission|enregistrée?|màj|maj|article|"
    r"published|publish|posted|issued|released?|created|dated|on|at|the|last|latest|updated?|update|modified|revised|as|of|from|first|time|by|"
    r"publicad[oa]|actualizad[oa]|última|actualización|fecha|el|las|los|a|hs|hrs|hora|"
    r"stand|uhr|am|vom|um|den|veröffentlicht|erstellt|aktualisiert|zuletzt|geändert|datum|pubblicato|aggiornato|il|gepubliceerd|bijgewerkt|op|om)",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:publié|published|posted|issued|released|mise?\s+(?:en\s+ligne|à\s+jour)|modifié|créé|updated|last|date\b|publicad|actualizad|paru\b|parue\b|diffus|broadcast|aired\b|"
    r"actualisé|veröffentlicht|aktualisiert|\bstand\b|pubblicato|gepubliceerd)",
    re.IGNORECASE,
)
LABEL_ALONE = re.compile(
    r"(?:(?:article\s+)?(?:publiée?|paru|posté|mis\s+en\s+ligne|mis(?:e)?\s+à\s+jour|dernière\s+(?:mise\s+à\s+jour|modification)|modifié|"
    r"date(?:\s+de\s+(?:publication|parution|mise\s+à\s+jour))?)(?:\s+(?:le|à))?|(?:date\s+)?published(?:\s+on)?|posted(?:\s+on)?|"
    r"(?:last\s+)?(?:updated|modified)(?:\s+on)?|publication\s+date|publicado(?:\s+el)?|actualizado(?:\s+el)?)\s*:?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w/.-])(?P<d>[0-3]?\d)([/.-])(?P<m>[01]?\d)\2(?P<y>\d\d)(?![\w/-])")


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


def short_dates(words: str) -> Iterator[DateSpan]:
    """ "17/10/24", as pages date themselves; running text leaves such figures alone."""
    for match in _SHORT.finditer(words):
        try:
            date = PartialDate(2000 + int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            continue
        stated = Stated(date.year, date.month, date.day)
        yield DateSpan(date, date, Span(*match.span()), stated, stated)


def only_time(words: str) -> bool:
    """Whether a part of a line is a time of day and no more: "14:05", "à 14h05 GMT"."""
    if len(words) > 40:
        return False
    times = find_times(words)
    if not times:
        return False
    rest = "".join(
        words[a:b]
        for a, b in zip([0, *(t.span.end for t in times)], [*(t.span.start for t in times), len(words)], strict=True)
    )
    return all(FILLER.fullmatch(word) for word in re.findall(r"\w+", ZONE.sub(" ", rest)))


def without(words: str, taken: list[tuple[int, int]]) -> str:
    rest = []
    cursor = 0
    for start, end in sorted(taken):
        if start >= cursor:
            rest.append(words[cursor:start])
            cursor = end
    rest.append(words[cursor:])
    return " ".join(rest)


def moved(date: DateSpan, by: int) -> DateSpan:
    return replace(date, span=Span(date.span.start + by, date.span.end + by))
