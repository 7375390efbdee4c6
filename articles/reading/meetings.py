"""The meetings that a text says were held or are announced: summits, ministerials, committees, talks, exercises.

Several mentions of one meeting are joined; place and days are what the text states, and the registry's meeting, when
exactly one fits, completes the likely days. What has neither a place, a day, an organiser nor a name is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.reading.dates import DateSpan, find_dates
from articles.reading.meeting_patterns import signs_of
from articles.reading.meeting_words import ANAPHORA, NEXT, PLANNING
from articles.reading.names import NameMentions
from articles.reading.offices import Owners
from articles.reading.places import Cities, cities_of, host_before, named_after, place_in
from articles.reading.prose import Prose, Sentence
from articles.reading.results import BlockKind, MeetingMention, PersonMention, Span
from articles.reading.sightings import owners_of
from articles.reading.signs import Sign
from partners.dates import PartialDate
from partners.names import MeetingNames, Names


def find_meetings(
    prose: Prose,
    names: Names,
    mentions: NameMentions,
    people: Sequence[PersonMention],
    *,
    written: PartialDate | None = None,
    dateline: str | None = None,
) -> tuple[MeetingMention, ...]:
    """Every meeting of the text once, in order. `written`: the text's own date; `dateline`: where it was written."""
    owners = owners_of(prose, mentions)
    cities = cities_of(names)
    persons = _person_places(prose, people)
    dates = _dates_by_sentence(prose, find_dates(prose.text, written=written, language=prose.language))
    drafts: list[_Draft] = []
    for number, sentence in enumerate(prose.sentences):
        signs = list(signs_of(prose, sentence, owners, {first: last for first, (last, _) in persons.items()}))
        for place, sign in enumerate(signs):
            end = signs[place + 1].first if place + 1 < len(signs) else sentence.last
            start = signs[place - 1].last if place else sentence.first
            draft = _draft(prose, sign, sentence, start, end, owners, cities, dates.get(number, []))
            if sign.kind == "bilateral":
                parties = {people[persons[p][1]].name for p in range(sentence.first, sentence.last) if p in persons}
                draft = replace(draft, parties=frozenset(parties))
            drafts.append(draft)
    merged = _merged(drafts, cities)
    if dateline:
        merged = _at_dateline(prose, merged, dateline)
    merged = _beside(prose, merged)
    return tuple(_mention(prose, draft, names, cities) for draft in merged)


@dataclass(frozen=True, slots=True)
class _Draft:
    sign: Sign
    sentence: Sentence
    kind: str
    span: Span
    portfolio: str = ""
    organiser: str = ""
    place: str = ""
    date: DateSpan | None = None
    parties: frozenset[str] = frozenset()  # of talks: the persons named in the sentence
    refers: bool = False  # "cette réunion", "le sommet": speaks of one already named
    abroad: bool = False  # the place is only a country
    coming: bool = False  # "le prochain sommet" is another than the one at a place already named


def _person_places(prose: Prose, people: Sequence[PersonMention]) -> dict[int, tuple[int, int]]:
    """First token of each person's name → the token after it and the person's number."""
    index = {token.start: place for place, token in enumerate(prose.tokens)}
    found = {}
    for number, person in enumerate(people):
        for span in person.mentions:
            first = last = index[span.start]
            while last < len(prose.tokens) and prose.tokens[last].start < span.end:
                last += 1
            found[first] = last, number
    return found


def _dates_by_sentence(prose: Prose, dates: Iterable[DateSpan]) -> dict[int, list[DateSpan]]:
    number = {sentence.span.start: place for place, sentence in enumerate(prose.sentences)}
    found: dict[int, list[DateSpan]] = {}
    for date in dates:
        sentence = prose.sentence_at(date.span.start)
        if sentence is not None:
            found.setdefault(number[sentence.span.start], []).append(date)
    return found


def _draft(
    prose: Prose,
    sign: Sign,
    sentence: Sentence,
    start: int,
    end: int,
    owners: Owners,
    cities: Cities,
    dates: list[DateSpan],
) -> _Draft:
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
    return _Draft(
        sign,
        sentence,
        sign.kind,
        span,
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
    nationality = {place: country.code for place, country in owners.countries.items()}
    host = host_before(prose, sign.first, sentence, cities, nationality)
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


# --- several mentions of one meeting


def _merged(drafts: list[_Draft], cities: Cities) -> list[_Draft]:
    found: list[_Draft] = []
    for draft in drafts:
        if not draft.kind and not draft.refers and draft.sign.last - draft.sign.head > 2:
            draft = replace(draft, kind="other")  # "une réunion d'urgence à Paris": of no kind that has a name
        match = next(
            (place for place in range(len(found) - 1, -1, -1) if _same(found[place], draft, cities)),
            None,
        )
        if match is not None:
            found[match] = _joined(found[match], draft)
        elif draft.kind and _says_something(draft):
            found.append(draft)
    return found


def _says_something(draft: _Draft) -> bool:
    if draft.kind == "summit":
        return bool(draft.place or draft.organiser or draft.date)
    if draft.kind == "other" and draft.sign.bare:
        return bool(draft.place) and bool(draft.date and draft.date.first.day)
    if draft.kind == "ministerial":
        return bool(draft.portfolio or draft.organiser or draft.place or draft.date)
    if draft.kind == "other":
        return bool(draft.place or (draft.date and draft.date.first.day))
    return True


def _same(known: _Draft, draft: _Draft, cities: Cities) -> bool:
    """Whether a later mention can be of the meeting that is known, and has reason to be."""
    if draft.kind and draft.kind != known.kind:
        return False
    if known.kind == draft.kind == "bilateral" and not draft.refers:
        return _same_talks(known, draft, cities)
    if known.kind in ("bilateral", "exercise", "other") and not draft.refers:
        return (
            draft.kind == known.kind
            and _words(draft) == _words(known)
            or (
                bool(draft.place and known.place)
                and draft.kind == known.kind == "other"
                and cities.same(draft.place, known.place)
            )
        )
    if draft.portfolio and known.portfolio and draft.portfolio != known.portfolio:
        return False
    if draft.organiser and known.organiser and draft.organiser != known.organiser and not _akin(draft, known):
        return False
    if draft.place and known.place and not _compatible_places(draft.place, known.place, cities):
        return False
    if draft.date and known.date and not _may_be(draft.date, known.date):
        return False
    if not draft.kind:  # a bare "réunion" or "rencontre" says only that it is spoken of again
        return known.kind in ("ministerial", "committee", "summit", "bilateral") and draft.refers
    if draft.kind == "summit" and not draft.sign.bare:
        shared = bool(draft.place and known.place) or bool(
            draft.date and known.date and draft.date.first == known.date.first
        )
        plain = not draft.place and not draft.date and not draft.coming
        return shared or (plain and (not draft.organiser or draft.organiser == known.organiser))
    return True


def _same_talks(known: _Draft, draft: _Draft, cities: Cities) -> bool:
    """A visit and the talks held on it: one sentence, or the same persons, and no other town or day."""
    if (
        draft.place
        and known.place
        and not cities.same(draft.place, known.place)
        and not (known.abroad or draft.abroad)
    ):
        return False
    if draft.date and known.date and not _may_be(draft.date, known.date):
        return False
    if draft.sentence.first == known.sentence.first:
        return True
    shared = bool(draft.parties & known.parties)
    strangers = bool(draft.parties and known.parties) and not shared
    vague = not (draft.place or draft.date) or not (known.place or known.date)
    if vague and not strangers and draft.sentence.block - known.sentence.block <= 2:
        return True
    return (
        shared
        and len(draft.parties | known.parties) <= 3
        or (bool(draft.place and known.place) and not (draft.parties and known.parties))
    )


def _akin(a: _Draft, b: _Draft) -> bool:
    """The Alliance and its organs meet in one room; two committees do not."""
    return a.kind == b.kind == "committee" and not (a.sign.organiser and b.sign.organiser)


def _words(draft: _Draft) -> str:
    return f"{draft.kind} {draft.span.end - draft.span.start}"


def _compatible_places(a: str, b: str, cities: Cities) -> bool:
    seats = ("siège", "headquarters", "siege")
    return cities.same(a, b) or a.lower().startswith(seats) or b.lower().startswith(seats)


def _may_be(a: DateSpan, b: DateSpan) -> bool:
    """Whether two dates can be days of one meeting: nothing that both state differs."""
    if a.first.month and b.first.month and a.first.month != b.first.month:
        return a.last.month == b.first.month or b.last.month == a.first.month
    if a.first.year and b.first.year and a.first.year != b.first.year:
        return False
    if a.first.day and b.first.day:
        return a.first.day <= (b.last.day or b.first.day) and b.first.day <= (a.last.day or a.first.day)
    return True


def _joined(known: _Draft, draft: _Draft) -> _Draft:
    seat = known.abroad or known.place.lower().startswith(("siège", "siege", "headquarters"))
    place = draft.place if draft.place and (not known.place or seat) else known.place
    date = known.date
    if draft.date and (
        date is None or (not date.first.day and draft.date.first.day) or (not date.start and draft.date.start)
    ):
        date = draft.date
    if known.kind == "bilateral" and draft.parties and not known.parties:
        # The text says more of the talks than its title did.
        known = replace(known, sign=draft.sign, span=draft.span, sentence=draft.sentence)
    return replace(
        known,
        portfolio=known.portfolio or draft.portfolio,
        organiser=known.organiser or draft.organiser,
        parties=known.parties | draft.parties,
        abroad=known.abroad and (draft.abroad or not draft.place),
        place=place,
        date=date,
    )


def _at_dateline(prose: Prose, drafts: list[_Draft], dateline: str) -> list[_Draft]:
    """A text sent from the town where ministers meet says so on top, and only there."""
    opening = {sentence.block for sentence in prose.sentences if sentence.kind is not BlockKind.TITLE}
    first = min(opening, default=0)
    return [
        replace(draft, place=dateline)
        if not draft.place and draft.sentence.block <= first and draft.kind in ("ministerial", "summit", "committee")
        else draft
        for draft in drafts
    ]


_ALSO = frozenset("outre marge occasion egalement aussi also margins sidelines".split())


def _beside(prose: Prose, drafts: list[_Draft]) -> list[_Draft]:
    """A committee that meets "en outre" or "en marge" of a text's one other meeting meets where that one does."""
    hosts = [draft for draft in drafts if draft.kind in ("ministerial", "summit") and draft.place]
    if len(hosts) != 1:
        return drafts
    found = []
    for draft in drafts:
        words = {token.key for token in prose.words(draft.sentence)}
        aside = draft.kind == "committee" and not draft.place and draft.date is None
        found.append(replace(draft, place=hosts[0].place) if aside and not words.isdisjoint(_ALSO) else draft)
    return found


# --- the registry


def _mention(prose: Prose, draft: _Draft, names: Names, cities: Cities) -> MeetingMention:
    fitting = [meeting for meeting in names.meetings if _fits(draft, meeting, cities)]
    registered = fitting[0] if len(fitting) == 1 else None
    start = draft.date.start if draft.date else None
    end = draft.date.end if draft.date else None
    if start is not None and draft.date is not None and end == start and not draft.date.last.day:
        end = None
    return MeetingMention(
        kind=draft.kind,
        label=" ".join(draft.span.of(prose.text).split()),
        span=draft.span,
        passage=draft.sentence.span,
        portfolio=draft.portfolio,
        organiser=draft.organiser,
        place=draft.place,
        start=start,
        end=end if end != start else None,
        likely_start=registered.start if registered else start,
        likely_end=registered.end if registered else end,
        key=registered.key if registered else "",
        reason="The only meeting of the registry that fits." if registered else "",
    )


def _fits(draft: _Draft, meeting: MeetingNames, cities: Cities) -> bool:
    """Whether the registry's meeting is of that kind and place or day, and nothing that the text says differs."""
    if draft.kind != meeting.kind or (draft.portfolio or meeting.portfolio) != meeting.portfolio:
        return False
    if draft.organiser and meeting.organiser and draft.organiser != meeting.organiser and draft.kind != "committee":
        return False
    placed = bool(draft.place) and any(cities.same(draft.place, place) for place in meeting.places)
    if draft.place and meeting.places and not placed and not draft.place.lower().startswith(("siège", "siege")):
        return False
    dated = False
    if draft.date is not None and meeting.start is not None:
        if not _on(draft.date, meeting):
            return False
        dated = draft.date.first.day is not None
    if draft.coming and not placed and not dated:
        return False
    return dated or (placed and draft.kind == "summit")


def _on(date: DateSpan, meeting: MeetingNames) -> bool:
    first, start = date.first, meeting.start
    assert start is not None  # asked only of meetings with a day
    end = meeting.end or start
    year = first.year or (date.start.year if date.start else None)
    if year and year != start.year:
        return False
    if first.month and first.month not in (start.month, end.month):
        return False
    if first.day and start.day and end.day and first.month == start.month:
        return start.day <= first.day and (first.day <= end.day or end.month != start.month)
    return True
