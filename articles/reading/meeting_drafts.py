"""A mention of a meeting with what its sentence says of place and days."""

import re
from dataclasses import dataclass, replace

from articles.reading.date_spans import DateSpan
from articles.reading.meeting_words import ANAPHORA, HOLDS, NEXT, PLANNING
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.places import Ground, fronted_place, host_before, named_after, place_in, site_in
from articles.reading.prose import Prose, Sentence
from articles.reading.results import Span
from articles.reading.signs import Sign, clause_before

_AGAIN = words("aussi egalement also separately")
_PRONOUNS = words("il elle ils he she they")
_HAD = words("eu tenu aura tiendra accorde mene had held holds")
_AHEAD = 14  # words between a verb and the talks: "a eu, ce vendredi à Rabat, des entretiens avec X"
_ARRIVAL = 8  # words between the country where somebody arrives and "for a visit"


@dataclass(frozen=True, slots=True)
class Draft:
    sign: Sign
    sentence: Sentence
    kind: str
    span: Span
    label: str
    portfolio: str = ""
    organiser: str = ""
    place: str = ""
    date: DateSpan | None = None
    parties: frozenset[str] = frozenset()  # of talks: the persons named in the sentence
    refers: bool = False  # "cette réunion", "le sommet": speaks of one already named
    abroad: bool = False  # the place is only a country
    again: bool = False  # "a également reçu X": other talks than those already told
    on_visit: bool = False  # "au cours de sa visite", "during his visit"
    led_on: bool = False  # "Il y rencontrera X": of whom the sentence before told a visit
    coming: bool = False  # "le prochain sommet" is another than the one at a place already named


def draft_of(
    prose: Prose,
    sign: Sign,
    sentence: Sentence,
    start: int,
    end: int,
    owners: Owners,
    ground: Ground,
    dates: list[DateSpan],
) -> Draft:
    tokens = prose.tokens
    if sign.first > sentence.first and tokens[sign.first - 1].key in NEXT and sign.first == sign.head:
        sign = replace(sign, first=sign.first - 1)
    span = prose.span(sign.first, sign.last)
    before = tokens[sign.first - 1].key if sign.first > sentence.first else ""
    around = {token.key for token in tokens[max(sentence.first, sign.first - 2) : sign.head + 2]}
    place, abroad = _place(prose, sign, sentence, start, end, ground), False
    if not place and sign.kind == "bilateral":
        place = _country_visited(prose, sign, sentence, owners) or _country_where(prose, sign, start, owners)
        abroad = bool(place)
    if not place and sign.kind != "bilateral":
        place = _country_held_in(prose, sign, end, owners)
        abroad = bool(place)
    return Draft(
        sign,
        sentence,
        sign.kind,
        span,
        " ".join(span.of(prose.text).split()),
        sign.portfolio,
        sign.organiser,
        place,
        _date(prose, sign, start, end, dates),
        refers=before in ANAPHORA and (sign.bare or before not in ("la", "le", "l'", "the", "that")),
        abroad=abroad,
        again=sign.kind == "bilateral"
        and not _AGAIN.isdisjoint([token.key for token in tokens[max(sentence.first, sign.head - 3) : sign.head]]),
        on_visit=any(
            tokens[p].key in ("visite", "visit") and tokens[p - 1].key in ("sa", "his", "her", "cette", "this", "the")
            for p in range(max(sentence.first + 1, sign.first - _ARRIVAL - _AHEAD), sign.first)
        ),
        led_on=sign.kind == "bilateral" and not sign.visit and tokens[sentence.first].key in _PRONOUNS,
        coming=not around.isdisjoint(NEXT),
    )


def _place(prose: Prose, sign: Sign, sentence: Sentence, start: int, end: int, ground: Ground) -> str:
    cities = ground.cities
    tokens = prose.tokens
    if sign.kind in ("summit", "other") or sign.bare:
        if host := host_before(prose, sign.first, sentence, ground):
            return host  # "Le Caire a abrité le Forum d'Assouan"
        for place in range(sign.head + 1, min(sign.last, sign.head + 3)):
            if tokens[place - 1].key in ("de", "d'", "of") and place == sign.head + 2:
                _, town = named_after(prose, place, sign.last, ground)
                if town:
                    return town
        for place in range(sign.first, sign.head):
            end_of_town, town = cities.at(prose, place, sign.head)
            named = town and place == sign.first and all(token.case for token in tokens[end_of_town : sign.head])
            if town and (end_of_town == sign.head or named):
                return town  # "the Munich Security Conference", too
    if sign.visit:
        for place in range(sign.head + 1, sign.last):
            _, town = cities.at(prose, place, sign.last)
            if town:
                return town
    found = place_in(prose, sign.head, end, sentence, ground) or _place_before(prose, sign, sentence, start, ground)
    return found or fronted_place(prose, sentence, ground) or site_in(prose, sign.head, end, sentence, ground)


def _place_before(prose: Prose, sign: Sign, sentence: Sentence, start: int, ground: Ground) -> str:
    tokens = prose.tokens
    if sign.kind == "bilateral":
        where = next((p for p in range(start, sign.first) if tokens[p].word in ("où", "where")), 0)
        if where and (town := _town_ending_at(prose, where, start, ground)):
            return town  # "will travel to Athens, where he is due to hold talks"
        if sign.visit and tokens[sign.last - 1].case == 0:
            where = sign.first  # "est arrivé à Nouakchott pour une visite de deux jours"
        there = sign.head > sentence.first and tokens[sign.head - 1].key == "y"
        if sign.purpose or there:  # "attendu à Rabat, il doit y rencontrer X"
            where, start = (
                sign.first,
                clause_before(sign.first, sentence).start,
            )  # "se rendra à Chisinau pour y rencontrer X"
        if where:
            return place_in(prose, start, where, sentence, ground, journey=sign.purpose)
        between = range(sign.first - 1, max(start, sign.first - _AHEAD), -1)
        verb = next((p for p in between if tokens[p].key in _HAD), 0)
        return place_in(prose, verb, sign.first, sentence, ground) if verb else ""
    host = host_before(prose, sign.first, sentence, ground)
    if host or any(tokens[place].key in PLANNING for place in range(start, sign.first)):
        return host  # those who prepare a summit in Riyadh do not hold it there
    return place_in(prose, start, sign.first, sentence, ground)


def _town_ending_at(prose: Prose, where: int, start: int, ground: Ground) -> str:
    last = where - 1 if prose.tokens[where - 1].word == "," else where
    commas = [place for place in range(max(start, last - _ARRIVAL), last) if prose.tokens[place].word == ","]
    for before in (last, *commas[-1:]):  # "pour Amman, quatrième étape de sa tournée, où …"
        for place in range(max(start, before - 3), before):
            end, town = ground.cities.at(prose, place, before)
            if end == before:
                return town
    return ""


def _country_visited(prose: Prose, sign: Sign, sentence: Sentence, owners: Owners) -> str:
    """ "visite officielle en Algérie", "arrived in Israel for a visit": the country, where no town is named."""
    if not sign.visit:
        return ""
    for place in range(max(sentence.first + 1, sign.first - _ARRIVAL), sign.last):
        country = owners.countries.get(place)
        inside = place >= sign.first and prose.tokens[place - 1].key != "from"
        arrived = prose.tokens[place - 1].key in ("in", "en", "au", "aux")
        if country is not None and country.rule == "name" and (inside or arrived):
            return country.surface
    return ""


def _country_where(prose: Prose, sign: Sign, start: int, owners: Owners) -> str:
    """ "est arrivé mardi en Jordanie, où il a été reçu par le roi": the country right before "où"."""
    tokens = prose.tokens
    where = next((p for p in range(start, sign.first) if tokens[p].word in ("où", "where")), start)
    for place in range(max(start + 1, where - 4), where):
        country = owners.countries.get(place)
        if country is not None and country.rule == "name" and tokens[place - 1].key in ("en", "au", "aux", "in", "to"):
            return country.surface
    return ""


def _country_held_in(prose: Prose, sign: Sign, end: int, owners: Owners) -> str:
    """ "l'exercice X s'est déroulé en Pologne", "the conference will be held in Kenya": a country, without a town.

    Forces train in the field; of other meetings a verb must say it, since "in Ukraine" may be what they are about.
    """
    tokens = prose.tokens
    verb = next((p for p in range(sign.last, end) if tokens[p].key in HOLDS or tokens[p].key == "lieu"), end)
    for place in range(sign.last if sign.kind == "exercise" else verb, end):
        country = owners.countries.get(place)
        if country is not None and country.rule == "name" and tokens[place - 1].key in ("en", "au", "aux", "in"):
            return country.surface
    return ""


def _date(prose: Prose, sign: Sign, start: int, end: int, dates: list[DateSpan]) -> DateSpan | None:
    """The first date after the label, before the next meeting; else the last one before it."""
    tokens = prose.tokens
    first, last = prose.starts[sign.first], prose.ends[end - 1]
    named = prose.ends[sign.last - 1]
    dates = [date for date in dates if _is_of_meeting(prose.text, date, first, named)]
    after = [date for date in dates if first <= date.span.start < last]
    before = [date for date in dates if prose.starts[start] <= date.span.start < first]
    if (
        before
        and sign.kind != "bilateral"
        and any(tokens[place].key in PLANNING for place in prose.inside(Span(before[-1].span.start + 1, first)))
    ):
        before = []  # the day on which somebody prepares a summit is not the summit's
    days = [date for date in after if to_the_day(date)] or [date for date in reversed(before) if to_the_day(date)]
    known = days or [date for date in after if date.span.start >= named or sign.kind != "exercise"] or before[-1:]
    if not known:
        return None
    return _until(prose.text, known[0], after)


def to_the_day(date: DateSpan | None) -> bool:
    """Whether a date says its day, by its number or from the text's own date: "le 9 juillet", "dimanche"."""
    return date is not None and bool(date.first.day or (date.relative and date.start is not None and date.start.full))


# "réunion d'un dialogue lancé en 1994", "forum auquel le pays a adhéré en 2000": the year of something beside it.
_ELSEWHERE = re.compile(
    r"\b(?:depuis|since|d[èe]s|apr[èe]s|after|avant|before|dont|auxquel\w*|auquel|lanc[ée]\w*|cré[ée]\w*|fond[ée]\w*|n[ée]e?s?"
    r"|sign[ée]\w*|adh[ée]r\w*|launched|created|founded|signed|joined|born)\b",
    re.I,
)


def _is_of_meeting(text: str, date: DateSpan, first: int, named: int) -> bool:
    """A bare year hangs on the noun before it: "sommet de 2014" is dated by it, "ses frontières de 2014" is not."""
    if date.first.month or date.first.day or date.relative:
        return True
    if first <= date.span.start < named or (date.span.start >= named and not text[named : date.span.start].strip()):
        return True
    if _ELSEWHERE.search(text, min(named, date.span.start), max(first, date.span.start)):
        return False
    words = text[max(0, date.span.start - 6) : date.span.start].split()
    return bool(words) and words[-1].casefold() in ("en", "in")


# "s'ouvrira le 10 mars et s'achèvera le 20": two verbs, one range.
_OPENS = re.compile(
    r"(?:ouvr\w+|ouvert\w*|début\w+|debut\w+|commenc\w+|open\w*|beg[ai]n\w*|start\w*)\W+(?:\w+\W+){0,5}$", re.I
)
_CLOSES = re.compile(
    r"\b(?:s[’'](?:achèv|achev|est\s+achev|est\s+clôtur)\w*|se\s+(?:termin|conclu|clôtur|poursuiv|prolong)\w+|prend(?:ra)?\s+fin"
    r"|jusqu[’']au|close\w*|end(?:s|ed)?|conclude\w*|finish\w*|run(?:s)?\s+until|until)\W+(?:\w+\W+){0,3}$",
    re.I,
)


def _until(text: str, date: DateSpan, after: list[DateSpan]) -> DateSpan:
    """The day, as a range when a second verb says when the meeting ends."""
    if (
        date.first != date.last
        or not date.first.day
        or not _OPENS.search(text[max(0, date.span.start - 60) : date.span.start])
    ):
        return date
    for other in after:
        if other.span.start < date.span.end or not other.first.day or other.first != other.last:
            continue
        later = date.start is None or other.start is None or other.start.first >= date.start.first
        if later and _CLOSES.search(text[date.span.end : other.span.start]):
            return replace(date, last=other.last, end=other.end)
        break
    return date
