"""A mention of a meeting with what its sentence says of place and days."""

from dataclasses import dataclass, replace

from articles.reading.dates import DateSpan
from articles.reading.meeting_words import ANAPHORA, NEXT, PLANNING
from articles.reading.offices import Owners
from articles.reading.places import Cities, host_before, named_after, place_in
from articles.reading.prose import Prose, Sentence
from articles.reading.results import Span
from articles.reading.signs import Sign


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
    coming: bool = False  # "le prochain sommet" is another than the one at a place already named


def draft_of(
    prose: Prose,
    sign: Sign,
    sentence: Sentence,
    start: int,
    end: int,
    owners: Owners,
    cities: Cities,
    dates: list[DateSpan],
) -> Draft:
    tokens = prose.tokens
    if sign.first > sentence.first and tokens[sign.first - 1].key in NEXT and sign.first == sign.head:
        sign = replace(sign, first=sign.first - 1)
    span = Span(tokens[sign.first].start, tokens[sign.last - 1].end)
    before = tokens[sign.first - 1].key if sign.first > sentence.first else ""
    around = {token.key for token in tokens[max(sentence.first, sign.first - 2) : sign.head + 2]}
    place, abroad = _place(prose, sign, sentence, start, end, owners, cities), False
    if not place and sign.kind == "bilateral":
        place = _country_visited(sign, owners)
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
        coming=not around.isdisjoint(NEXT),
    )


def _place(prose: Prose, sign: Sign, sentence: Sentence, start: int, end: int, owners: Owners, cities: Cities) -> str:
    tokens = prose.tokens
    if sign.kind in ("summit", "other") or sign.bare:
        for place in range(sign.head + 1, min(sign.last, sign.head + 3)):
            if tokens[place - 1].key in ("de", "d'", "of") and place == sign.head + 2:
                _, town = named_after(prose, place, sign.last, cities, owners.masked)
                if town:
                    return town
        for place in range(sign.first, sign.head):
            end_of_town, town = cities.at(prose, place, sign.head)
            if town and end_of_town == sign.head:
                return town
    if sign.visit:
        for place in range(sign.head + 1, sign.last):
            _, town = cities.at(prose, place, sign.last)
            if town:
                return town
    found = place_in(prose, sign.head, end, sentence, cities, owners.masked)
    if found:
        return found
    if sign.kind == "bilateral":
        where = next((p for p in range(start, sign.first) if tokens[p].word in ("où", "where")), 0)
        if sign.visit and tokens[sign.last - 1].case == 0:
            where = sign.first  # "est arrivé à Nouakchott pour une visite de deux jours"
        return place_in(prose, start, where, sentence, cities, owners.masked) if where else ""
    host = host_before(prose, sign.first, sentence, cities, owners.countries)
    if host or any(tokens[place].key in PLANNING for place in range(start, sign.first)):
        return host  # those who prepare a summit in Riyadh do not hold it there
    return place_in(prose, start, sign.first, sentence, cities, owners.masked)


def _country_visited(sign: Sign, owners: Owners) -> str:
    """ "visite officielle en Algérie": the country, when a visit's words name no town."""
    for place in range(sign.first, sign.last):
        country = owners.countries.get(place)
        if country is not None and country.rule == "name" and sign.visit:
            return country.surface
    return ""


def _date(prose: Prose, sign: Sign, start: int, end: int, dates: list[DateSpan]) -> DateSpan | None:
    """The first date after the label, before the next meeting; else the last one before it."""
    tokens = prose.tokens
    first, last = tokens[sign.first].start, tokens[end - 1].end
    after = [date for date in dates if first <= date.span.start < last]
    before = [date for date in dates if tokens[start].start <= date.span.start < first]
    days = [date for date in after if date.first.day] or [date for date in reversed(before) if date.first.day]
    named = tokens[sign.last - 1].end
    known = days or [date for date in after if date.span.start >= named or sign.kind != "exercise"] or before[-1:]
    return known[0] if known else None
