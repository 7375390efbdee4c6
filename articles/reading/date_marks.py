"""What a line of dates says, and the words around the dates: "Publié le", "mis à jour", "il y a 2 heures", "GMT+1"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.reading.calendar_words import MONTH, MONTHS, WEEKDAY, WEEKDAY_NAMES, month_number, plain
from articles.reading.chunks import OncePerChunk
from articles.reading.date_spans import DateSpan, Stated
from articles.reading.name_words import words
from articles.reading.results import Found, FoundDate, Span
from articles.reading.signers import Signed
from articles.reading.times import find_times
from partners.dates import PartialDate

_OF_WEEKDAYS = frozenset(word for name in WEEKDAY_NAMES for word in name.split("-"))
# These three are asked of words without accents: "PUBLIE LE", "Mis a jour".
UPDATED = re.compile(
    r"mise?\s+a\s+jour|maj\b|modifie|derniere\s+(?:mise|modification)|actualise|last\s+(?:updated?|modified)|updated?\b|modified|revised|"
    r"actualizad[oa]|ultima\s+actualizacion|aktualisiert|zuletzt|aggiornat[oa]|bijgewerkt|atualizad[oa]|modifica(?:t[oa])?\b|changed"
)
AGO = re.compile(
    r"(?:il\s+y\s+a|hace|vor)\s+(?:\d+|une?|una?|ein\w*)\s+\w+|(?:\d+|an?)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago|just\s+now|"
    r"à\s+l[’']instant|(?:avant-)?hier\b|aujourd[’']hui|yesterday|\btoday\b|\b(?:ayer|hoy|gestern|heute)\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|TU|AR[ST]?|BRT|COT|PET|CLT|CES?T|BST|E[SD]?T|[CMP][SD]?T|IST|MSK|EES?T|WES?T|[EWC]AT|AES?T|SAST|HN?E|"
    r"heure\s+(?:de\s+|d[’'])?\w+|(?!first)\w+\s+time)(?:\s?[+-]\s?\d{1,2}(?::\d\d)?)?\b\)?|(?<!\S)[+-]\d{4}\b",
    re.IGNORECASE,
)
# "lun", "mié", "Di.": weekdays as pages shorten them; a text would mean other words by most of these.
_SHORT_WEEKDAY = r"(?:lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|mon?|di|mi|do|fr|sa|so|gio|seg|ter|qua|qui|sex)"
FILLER = re.compile(
    rf"(?:{WEEKDAY}|{_SHORT_WEEKDAY}|publiee?s?|publication|parue?|parution|postee?|mise?|en|ligne|a|au|le|la|du|de|jour|derniere|modifiee?|modification|"
    r"actualisee?|creee?|diffusee?|emise?|prononcee?|envoyee?|redigee?|ecrite?|date|heures?|h|min|mn|am|pm|et|soit|broadcast|aired|recorded|diffusion|emission|enregistree?|maj|article|"
    r"ce|cet|contenu|ete|sur|this|content|was|dieser|inhalt|wurde|publiziert|"
    r"published|publish|posted|issued|released?|created|dated|on|at|the|last|latest|updated?|update|modified|revised|as|of|from|first|time|by|"
    r"publicad[oa]|actualizad[oa]|ultima|actualizacion|fecha|el|las|los|hs|hrs|hora|"
    r"stand|uhr|vom|um|den|veroffentlicht|erstellt|aktualisiert|zuletzt|geandert|datum|pubblicat[oa]|aggiornat[oa]|modifica(?:t[oa])?|il|alle|ore|gepubliceerd|bijgewerkt|op|om)"
)
LABELLED = re.compile(
    r"(?:publie|published|posted|issued|released|mise?\s+(?:en\s+ligne|a\s+jour)|modifie|cree\b|updated|last|date\b|publicad|actualizad|parue?\b|diffus|prononce\b|broadcast|aired\b|"
    r"actualise|veroffentlicht|publiziert|aktualisiert|\bstand\b|pubblicato|gepubliceerd)"
)
LABEL_ALONE = re.compile(
    r"(?:(?:article\s+)?(?:publiée?|paru|posté|mis\s+en\s+ligne|mis(?:e)?\s+à\s+jour|dernière\s+(?:mise\s+à\s+jour|modification)|modifié|"
    r"date(?:\s+de\s+(?:publication|parution|mise\s+à\s+jour))?)(?:\s+(?:le|à))?|(?:date\s+)?published(?:\s+on)?|posted(?:\s+on)?|"
    r"(?:last\s+)?(?:updated|modified)(?:\s+on)?|publication\s+date|publicado(?:\s+el)?|actualizado(?:\s+el)?)\s*:?",
    re.IGNORECASE,
)
# Words that dates, times and zones are written with, beside months and weekdays.
_OF_DATES = words(
    "el o il dem den les et and y e und ou or all au al to until till through bis zum jusqu de of d del"
    " entre between from fin debut mi courant late early mid finales principios mediados end beginning"
    " l an annee dernier derniere prochain prochaine passe passee last next this en des ici depuis mois"
    " in by since for before after during avant apres desde h heure heures hora horas hrs hr hours am pm a p m"
    " midi noon mediodia minuit midnight medianoche min mn n no numero z gmt utc tu cet cest ct st bst est edt et dt"
    " ar art brt cot pet clt pt pst pdt cst cdt mt mst mdt ist msk eet eest wet west eat wat cat aet aest sast he hne"
    " just now a l instant hier aujourd hui yesterday today ayer hoy gestern heute first"
)
# What else may stand for a time or a day: "il y a deux heures", "heure de Kiev", "Kyiv time", "8 Ramadan 1442".
_OPEN = re.compile(r"\bheure|\btime\b|\bago\b|(?:il\s+y\s+a|hace|vor)\s+(?:\d|un|ein)|1[345]\d\d")  # in small letters
_WORD = re.compile(r"\w+")


def _has_other_words(chunk: str) -> bool:
    return not all(_may_be_of_dates(plain(word)) for word in _WORD.findall(chunk))


def _may_be_of_dates(word: str) -> bool:
    number = word[0].isdigit() or word[-1].isdigit()
    return number or word in _OF_DATES or word in MONTHS or word in _OF_WEEKDAYS or FILLER.fullmatch(word) is not None


_OTHER_WORDS = OncePerChunk(_has_other_words)
_SHORT = re.compile(r"(?<![\w/.-])(?P<d>[0-3]?\d)([/.-])(?P<m>[01]?\d)\2(?P<y>\d\d)(?![\w/-])")
# "2025 05 20", "20 05 2025": in figures with nothing between, on a line of their own.
_BARE_YEAR_FIRST = re.compile(r"\A(?P<y>(?:19|20)\d\d)\s(?P<m>0\d|1[0-2])\s(?P<d>[0-2]\d|3[01])\Z")
_BARE = re.compile(r"\A(?P<d>[0-2]\d|3[01])\s(?P<m>0\d|1[0-2])\s(?P<y>(?:19|20)\d\d)\Z")
_SPACED = re.compile(r"(?<![\w/.-])(?P<d>[0-3]?\d) - (?P<m>[01]?\d) - (?P<y>(?:19|20)\d\d)(?![\w/-])")
# "08/11/2023", of which an English text does not say which is the month
FIGURES_OF_DAY = re.compile(
    r"(?<![\w/.-])(?P<d>0?[1-9]|1[0-2])([/-])(?P<m>0?[1-9]|1[0-2])\2(?P<y>(?:19|20)\d\d)(?![\w/-])"
)
# "15-mars-2022", "18/Oct/2024", "29/Juin/22"
_NAMED_BETWEEN = re.compile(
    rf"(?<![\w/.-])(?P<d>[0-3]?\d)(\s?[/-]\s?)(?P<m>{MONTH})\.?\2(?P<y>(?:19|20)?\d\d)(?![\w/-])"
)
# "16/04 2024"
_YEAR_APART = re.compile(r"(?<![\w/.-])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)\s(?P<y>(?:19|20)\d\d)(?![\w/-])")
# "Juin 27, 2022", "Febrero 3, 2021": a page's software that knows the months' names and no other order
_MONTH_BEFORE = re.compile(rf"(?<!\w)(?P<m>{MONTH})\s(?P<d>[0-3]?\d),\s(?P<y>(?:19|20)\d\d)(?!\d)")
# "7 September 23"
_SHORT_YEAR = re.compile(rf"(?<![\w/.-])(?P<d>[0-3]?\d)\s(?P<m>{MONTH})\.?\s[’']?(?P<y>\d\d)(?![\w/-]|\s?[:h]\d)")
# "31/05", behind a label
_NO_YEAR = re.compile(r"(?<![\w/.-])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\w/.-]|\s(?:19|20)\d\d)")
# "1 04 /08 /août /2014": how a blog's software says its day again
SAID_AGAIN = re.compile(r"\s\d\s+\d\d\s/\d\d\s/\w+\s/(?:19|20)\d\d\b")
_NUMBER_MARKS = ("°", "º", "#", "o.", "uméro", "umero")
_NUMBER = re.compile(r"\b(?:n[°ºo]\.?|no\.|num[ée]ro|#)\s*\d+(?=\s*[-–—])", re.IGNORECASE)
# The day by the Muslim calendar, which Arab agencies set beside the other: "1442/9/8", "8 Ramadan 1442 H".
_HIJRI_MONTH = (
    r"(?:muharram|safar|rab[iî]\w*(?:[\s-](?:al[\s-])?\w+)?|jum[aâ]da\w*(?:[\s-](?:al[\s-])?\w+)?|rajab|s?h?a[’']?b[aâ]n|chaabane|"
    r"ramadh?an|s?haww[aâ]l|chaoual|dh?[ou]{1,2}l?[\s-]?(?:[ae]l[\s-])?(?:q\w{2,6}|hi\w{3,6}))"
)
_HIJRI = re.compile(
    rf"(?<![\w/-])(?:1[345]\d\d([/-])\d{{1,2}}\1\d{{1,2}}|\d{{1,2}}([/-])\d{{1,2}}\2(?=1[345]\d\d\b)1[345]\d\d"
    rf"|\d{{1,2}}\s+{_HIJRI_MONTH},?\s+1[345]\d\d|{_HIJRI_MONTH}\s+\d{{1,2}},?\s+1[345]\d\d)(?:\s*(?:AH|H)\b\.?)?(?![\w/-])",
    re.IGNORECASE,
)
_HIJRI_CENTURY = re.compile(r"1[345]\d\d")


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


def is_bare_day(words: str) -> bool:
    """ "2025 05 20", "20 05 2025": the figures of a day and nothing between them."""
    return _BARE.fullmatch(words) is not None or _BARE_YEAR_FIRST.fullmatch(words) is not None


def dates_of_pages(words: str) -> Iterator[DateSpan]:
    """ "17/10/24", "14 - 05 - 2014", "15-mars-2022", "Juin 27, 2022", as pages date themselves; running text leaves
    such figures alone."""
    for pattern in (_SHORT, _SPACED, _BARE, _BARE_YEAR_FIRST, _YEAR_APART, _NAMED_BETWEEN, _MONTH_BEFORE, _SHORT_YEAR):
        for match in pattern.finditer(words):
            month = int(match["m"]) if match["m"].isdigit() else month_number(match["m"])
            year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
            try:
                date = PartialDate(year, month, int(match["d"]))
            except ValueError:
                continue
            stated = Stated(date.year, date.month, date.day)
            yield DateSpan(date, date, Span(*match.span()), stated, stated)
    if LABELLED.search(plain(words)):
        for match in _NO_YEAR.finditer(words):
            if int(match["m"]) <= 12 and 0 < int(match["d"]) <= 31:
                stated = Stated(None, int(match["m"]), int(match["d"]))
                yield DateSpan(None, None, Span(*match.span()), stated, stated)


def without_numbers(words: str) -> str:
    """The words, as long as before, with the number of an issue blank: "n° 12 – 18 juin 2020" names one day."""
    if not any(mark in words for mark in _NUMBER_MARKS):
        return words
    return _NUMBER.sub(lambda match: " " * len(match[0]), words)


def without_hijri(words: str) -> str:
    """The words, as long as before, with the days of the Muslim calendar blank."""
    if _HIJRI_CENTURY.search(words) is None:
        return words
    return _HIJRI.sub(lambda match: " " * len(match[0]), words)


def may_be_dates(words: str) -> bool:
    """Whether no word stands in the way of a line's being nothing but dates: for most lines one does, at a glance."""
    return not any(map(_OTHER_WORDS.__getitem__, words.split())) or _OPEN.search(words.lower()) is not None


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
    return only_filler(ZONE.sub(" ", rest))


def only_filler(words: str) -> bool:
    """Whether nothing is left but the words that introduce dates."""
    return all(FILLER.fullmatch(word) or FILLER.fullmatch(plain(word)) for word in _WORD.findall(words))


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
