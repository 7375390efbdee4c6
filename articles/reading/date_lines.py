"""Lines that say when a text was published or changed: "Mis à jour le: 07 Mar. 2024 13:26", "12 juin 2024 | 3 min"."""

import re
from dataclasses import replace
from functools import lru_cache

from articles.reading.agencies import is_agency, is_generic, is_outlet, is_proper, names_a_medium
from articles.reading.calendar_words import plain
from articles.reading.date_marks import (
    LABEL_ALONE,
    UPDATED,
    DateLine,
    only_time,
)
from articles.reading.dated_houses import read_dated_house
from articles.reading.editors import read_editors
from articles.reading.furniture import is_furniture, is_rubric, is_separator
from articles.reading.issue_lines import read_issue_line
from articles.reading.lines import small_letters
from articles.reading.moments import may_show_a_day, read_moment
from articles.reading.results import Found, Signature, Span
from articles.reading.signatures import read_byline, read_signature
from articles.reading.signers import Signed
from articles.reading.sources import is_labelled_source, read_source

_LONGEST = 220
LONGEST_LABEL = 40  # characters of "Published" on a line of its own
_SMALL_WORDS = re.compile(r"(?<![\w’'.])[a-zà-ÿ]{4,}")
_MOST_SMALL_WORDS = 12
_MOST_OF_CATEGORY = 4  # words of the rubric that a blog's software adds


# Where patterns begin with the set of what they can begin with, that is found fast.
# A second label may follow the first date without a space: "14:05Modifié le : 18/10/2024".
_SEGMENTS = re.compile(
    r"(?=[\s|•·–—-])(?:\s*[|•·]\s*|\s+[–—/-]+\s+|(?<=[\w.]{4})\s{3,}|\s*[–—-]+\s*$|^\s*[–—-]+\s*)|(?<=\d)\s?(?=(?:Modifié|Mise?\s+à\s+jour|Actualisé|Updated|Modified|Last|Lese(?:zeit|dauer)|(?:Temps\s+de\s+)?[Ll]ecture|Reading)\b)"
)
# The rubrics that a blog's software adds behind author and day: "… dans Europe du Nord", "Publié dans #OTAN, #Suède".
_CATEGORY = re.compile(
    r"(?=[\s,])(?:\s+(?:leave\s+a\s+comment|laisser\s+un\s+commentaire|(?:no|\d+)\s+comments?|(?:aucun|\d+)\s+commentaires?)"
    r"|[\s,]+(?:(?:publié|classé|posted|filed)\s+)?(?:dans|in|under|sous)\s+[#\w][^.!?|]{1,80})$"
)  # asked of small letters
_PLACE = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*)(?:[\s-](?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|du|la|le|les|sur|d[’']\w+)){0,4}"
_NAMED_DAY = re.compile(r"\d{1,2}\s[a-zà-ÿ]")
_LABELLED_BYLINE = re.compile(r"(?:par|by|por)\b")
_ELSEWHERE = re.compile(
    r"\s(?:à|au|en|et|avec|dans|in|at|with)\s"
)  # "Jean Dupont à Brest, lundi 3 mars" shows somebody
_CITY = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?:[\s-][A-ZÀ-Ý][\w’'-]+){0,2}")
CITY_AND_REGION = re.compile(rf"{_CITY.pattern},\s*(?:{_CITY.pattern}|[A-Z]\.[A-Z]\.)")
_DEPARTMENT = re.compile(r"[A-ZÀ-Ý][^\W\d_]*(?:\s[^\W\d_]+){0,5}")
_NAMED_PAPER = re.compile(
    r"(?:(?:Le|La|Les)\s|L[’'])[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?\s[a-zà-ÿ]{4,}"
)  # "Le Bien public"
_EDITOR = re.compile(r"Editors?\s*:\s*\S+(?:\s+\S+){0,4}$", re.IGNORECASE)  # behind "Source: Xinhua | 2019-04-13"
# "Auteur : SGA/COM", "Rubrique : Sécurité": what a site notes beside the day, and names nobody
_FILED = re.compile(
    r"(?:(?i:rubriques?|catégories?|categor(?:y|ies)|section|type|pays(?:/région)?|région|country|lieu|thèmes?|langue|language)\s*:\s*.{2,60}"
    r"|(?i:auteure?s?|authors?)\s*:\s*[A-Z]{2,}(?:[/ -][A-Z]{2,})*"
    r"|(?i:(?:article\s+)?(?:lu|vu)|views?|vues?)\s*:?\s*[\d\s.,]+(?i:\s*fois)?)"
)
_FILED_UNDER = re.compile(
    r"(?i:published|posted|filed|publié|classé|posté)\s+(?i:in|under|dans|sous)\s+(?P<rubric>.{2,40})"
)
_ISSUED = re.compile(
    r"(?i:direction|organisme|entité|service|émetteur|issuer|publisher|éditeur)\s*:\s*(?P<name>[A-ZÀ-Ý].{1,60})"
)
_SIGNED_BY_LOGIN = re.compile(r"(?:par|by|por|von)\s*:?\s+[a-z][\w.-]{1,30}", re.IGNORECASE)  # "by deyloul"
_OF_STATE = r"(?:\s\([A-ZÀ-Ý][\w’' -]{2,30}\))?"  # "Visby (Suède)"
_PLACE_AND_DATE = re.compile(
    rf"(?!(?:published|posted|filed|publié|classé|posté)\s)(?:(?:fait|done|donné|signé)\s+(?:à|in|at)\s+)?(?P<place>{_PLACE}){_OF_STATE}\s*(?:,|\(|\s[–—-])\s*(?:(?:le|the|on|ce|el)\s+)?(?=\S)",
    re.IGNORECASE,
)


@lru_cache(maxsize=128)  # the steps of layout ask it of the same line
def read_date_line(text: str, span: Span, language: str) -> DateLine | None:
    """What a line says of the text's own dates, or None when it says anything else besides."""
    words = span.of(text)
    if len(words) > _LONGEST or not may_show_a_day(words):
        return None
    if len(words) > 60 and len(_SMALL_WORDS.findall(words)) > _MOST_SMALL_WORDS:
        return None  # prose with a figure in it
    whole = read_moment(text, span, language)
    if whole is not None:
        return whole
    return (
        _with_category(text, span, language)
        or _composite(text, span, language)
        or _place_and_date(text, span, language)
        or read_issue_line(text, span, language)
        or read_dated_house(text, span, language)
    )


def _with_category(text: str, span: Span, language: str) -> DateLine | None:
    """ "Posté le 2 février 2024 par Jean Dupont dans Europe du Nord": what is left without the rubric."""
    words = span.of(text)
    bar = words.find(" | ") if " | " in words else words.find(" • ")
    end = bar if bar > 0 and is_furniture(words[bar + 3 :]) else len(words)
    match = _CATEGORY.search(small_letters(words), 12, end)
    if match is None:
        return None
    rest = Span(span.start, span.start + match.start())
    return read_moment(text, rest, language) or _composite(text, rest, language)


def read_announced_date(text: str, label: Span, line: Span, language: str) -> DateLine | None:
    """ "Published" on one line and the date on the next, as copied from a page; None when it is anything else."""
    if (
        len(label.of(text)) > LONGEST_LABEL
        or LABEL_ALONE.fullmatch(label.of(text)) is None
        or len(line.of(text)) > _LONGEST
    ):
        return None
    end = line.end
    if (behind := re.search(r"\s+[|–—•·-]\s+", line.of(text))) and is_furniture(line.of(text)[behind.end() :]):
        end = line.start + behind.start()  # "17 May 2024 — See all updates"
    return read_moment(text, Span(label.start, end), language)


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
    small = small_letters(words)
    for joint in _DATE_BESIDE_BYLINE.finditer(small, 4):
        if (
            _NAMED_DAY.match(small, joint.end())
            and not joint[0].strip()
            and not _LABELLED_BYLINE.match(small)
            and not is_generic(words[: joint.start()])
        ):
            continue  # "Caspian Materials 13 October 2022"
        line = _joined(text, span, _between(words, [joint]), language, parted=True)
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


def _joined(
    text: str, span: Span, bounds: list[tuple[int, int]], language: str, *, parted: bool = False
) -> DateLine | None:
    """The line when each of its parts is a date, a byline, a publisher or furniture, and one is a date.

    `parted`: a date stands beside a byline already, so that no part is parted again: else each would double the work.
    """
    line = DateLine()
    dated = False
    editors: tuple[Signature, ...] = ()
    parts = [Span(span.start + start, span.start + end) for start, end in bounds]
    others = [part.of(text) for part in parts[1:]]
    rubrics = [is_rubric(part.of(text)) for part in parts]
    updating = False
    for index, part in enumerate(parts):
        words = part.of(text)
        if len(words) <= LONGEST_LABEL and LABEL_ALONE.fullmatch(words):
            updating = UPDATED.search(plain(words)) is not None  # "Updated - March 05, 2024"
            continue
        if only_time(words) and line.published is not None and line.updated is None and UPDATED.search(plain(words)):
            line = replace(line, updated=line.published)  # "… • Mis à jour 18:01"
        if rubrics[index] or is_separator(words) or is_furniture(words) or only_time(words):
            continue
        if _FILED.fullmatch(words) or ((filed := _FILED_UNDER.fullmatch(words)) and is_rubric(filed["rubric"])):
            continue
        if (issuer := _ISSUED.fullmatch(words)) is not None:
            at = part.start + issuer.start("name")
            line = line if line.source else replace(line, source=Found(issuer["name"], Span(at, part.end)))
            continue
        if _EDITOR.match(words):
            edited = read_editors(text, part)
            editors += edited.editors if edited else ()
            continue
        if is_labelled_source(words) and line.source is None and (named := read_source(text, part)) is not None:
            line = replace(line, source=named.source)
            continue
        moment = read_moment(text, part, language) or _place_and_date(text, part, language)
        if moment is None and len(parts) > 1 and not parted:
            moment = _beside_byline(text, part, language)  # "Publié par X le 12/05/2024 | 8 commentaires"
        if moment is not None:
            dated = True
            if updating and moment.updated is None:
                moment, updating = replace(moment, published=None, updated=moment.published), False
            if moment.signed and line.signed:
                return None
            line = _merged(line, moment)
            continue
        if is_generic(words) or (dated and _SIGNED_BY_LOGIN.fullmatch(words)):
            continue  # "La rédaction", "by portadmin"
        city = words.partition(",")[0]
        if dated and line.dateline is None and not is_agency(city) and CITY_AND_REGION.fullmatch(words):
            line = replace(line, dateline=Found(city, Span(part.start, part.start + len(city))))
            continue
        if index == 0 and _CITY.fullmatch(city) and any(map(is_agency, others)):
            line = replace(line, dateline=Found(city, Span(part.start, part.start + len(city))))
            continue
        if index == 0 and len(parts) > 2 and _CITY.fullmatch(words) and any(map(only_time, others)):
            continue  # "Madrid | 09/03/2025 - 05:40 h": where, or under what, the page files it
        signed = read_byline(text, part)
        if signed is None and line.dateline is not None and dated and _DEPARTMENT.fullmatch(words):
            line = line if line.source else replace(line, source=Found(words, part))  # "date – place – department"
            continue
        if (
            signed is None
            and line.source is None
            and _is_publisher(words, leads=index == 0 and any(rubrics), first=index == 0)
        ):
            line = replace(line, source=Found(words, part))
            continue
        if signed is None and dated and line.signed is not None and len(words.split()) <= _MOST_OF_CATEGORY:
            continue  # "Posté par Jean Dupont | 11 janvier 2018 | Europe du Nord | 0"
        signed = signed or read_signature(text, part)
        if (
            signed is None
            and index == len(parts) - 1
            and any(rubrics)
            and line.dateline is None
            and _CITY.fullmatch(words)
        ):
            line = replace(line, dateline=Found(words, part))
            continue
        if signed is None and dated and index == len(parts) - 1 and _CITY.fullmatch(words):
            continue  # "… 09:12 pm IST - New Delhi"
        if signed is None or line.signed is not None:
            return None
        line = replace(
            line, signed=signed, dateline=signed.dateline or line.dateline, source=line.source or signed.source
        )
    if not dated or not (line.source is None or any(day.first.day for day in line.dates)):
        return None
    return replace(line, signed=replace(line.signed or Signed(), editors=editors)) if editors else line


def _merged(line: DateLine, other: DateLine) -> DateLine:
    return DateLine(
        line.published or other.published,
        line.updated or other.updated,
        line.dates + other.dates,
        line.signed or other.signed,
        line.dateline or other.dateline,
        line.source or other.source,
    )


def _is_publisher(words: str, *, leads: bool, first: bool) -> bool:
    """Whether a part of the line names who publishes. `leads`: it stands first on a line that names a rubric too,
    where a name without "Par" is the paper's: "Sahel Matin | Sécurité | 3 mai 2024"."""
    if len(words.split()) > 5:
        return False
    if not is_proper(words):
        return first and _NAMED_PAPER.fullmatch(words) is not None
    return is_outlet(words) or (leads and len(words) >= 3 and not any(character.isdigit() for character in words))


# "Par Jean Dupont, publié le 12 juin 2024 à 14h05", "Posté le 4 avril 2024 par Karim Benali".
_DATE_BESIDE_BYLINE = re.compile(
    r"(?=[\s,])(?:\s*,?\s+(?:(?:et|and)\s+(?=publié|posté|mis\b|published|posted|updated))?(?=(?:(?:rédigé|écrit|posté|publié)\s+)?(?:par|by|por)\s*:?\s+\w|(?:publié|posté|mis\s+à\s+jour|le\s+(?:\w+di\s+|dimanche\s+)?\d+|on\s+|published(?:\s+date)?|posted|updated)\b)|\s*,\s+(?=\d)|\s+(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\d{1,2}\s[a-zà-ÿ]{3,9}\.?\s\d{4}\b))"
)  # asked of small letters


def _place_and_date(text: str, span: Span, language: str) -> DateLine | None:
    """ "Bruxelles, le 4 décembre 2017" on a line of its own."""
    words = span.of(text)
    match = _PLACE_AND_DATE.match(words)
    if (
        match is None
        or not match["place"][0].isupper()
        or len(match["place"]) > 40
        or _ELSEWHERE.search(match["place"])
    ):
        return None
    line = read_moment(text, Span(span.start + match.end(), span.end), language)
    if line is None or not line.dates or line.dates[0].first.day is None or len(line.dates) > 1:
        return None
    place = match["place"]
    at = span.start + match.start("place")
    if names_a_medium(place):
        return replace(line, source=Found(place, Span(at, at + len(place))))  # "Ahram Online , Tuesday 13 Sep 2022"
    return DateLine(line.published, line.updated, line.dates, dateline=Found(place, Span(at, at + len(place))))
