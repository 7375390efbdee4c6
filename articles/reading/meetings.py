"""The meetings that a text says were held or are announced: summits, ministerials, committees, talks, exercises.

Several mentions of one meeting are joined; place and days are what the text states, and the registry's meeting, when
exactly one fits, completes the likely days. What has neither a place, a day, an organiser nor a name is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from articles.reading.agenda import Agenda, agenda_of
from articles.reading.date_spans import DateSpan
from articles.reading.meeting_drafts import Draft, draft_of, to_the_day
from articles.reading.meeting_merging import at_dateline, beside, merged
from articles.reading.meeting_patterns import hints_of, named_inside, signs_of
from articles.reading.meeting_words import MARGINS
from articles.reading.name_words import words
from articles.reading.names import NameMentions
from articles.reading.offices import Owners
from articles.reading.places import Cities, Ground, cities_of
from articles.reading.prose import Prose, Sentence
from articles.reading.results import BlockKind, MeetingMention, PersonMention
from articles.reading.sightings import owners_of
from articles.reading.signs import Sign
from articles.reading.subjects import is_leisure
from partners.dates import PartialDate
from partners.names import MeetingNames, Names

_BEFORE_AND_AFTER = words(
    "avant apres depuis veille lendemain vue prevision preparation approche prelude before after ahead since following"
)
ONLY_ONE_FITS = "The only meeting of the registry that fits."
_FORESEEN = 500  # days before a summit on which its town is known
_FOR = words("pour afin participer prendre assister for attend join")


def find_meetings(
    prose: Prose,
    names: Names,
    mentions: NameMentions,
    people: Sequence[PersonMention],
    *,
    dates: Iterable[DateSpan],
    dateline: str | None = None,
    written: PartialDate | None = None,
    owners: Owners | None = None,
) -> tuple[MeetingMention, ...]:
    """Every meeting of the text once, in order. `dates`: the text's, found with its own date where it has one;
    `dateline`, `written`: where and when it was written; `owners`: of those mentions, where the caller has them."""
    owners = owners or owners_of(prose, mentions)
    cities = cities_of(names)
    persons = _person_places(prose, people)
    named = owners.masked.union(*(range(first, last) for first, (last, _) in persons.items()))
    ground = Ground(cities, owners.countries, named, _post_places(prose, people))
    days = _dates_by_sentence(prose, dates)
    drafts: list[Draft] = []
    names_end = {first: last for first, (last, _) in persons.items()}
    hints = hints_of(prose, owners)
    for number, sentence in enumerate(prose.sentences):
        signs = list(signs_of(prose, sentence, hints, owners, names_end))
        for place, sign in enumerate(signs):
            if place + 1 < len(signs) and _goes_to(prose, sign, signs[place + 1]):
                continue  # "se rendra à Rome pour la réunion des ministres": one meeting, and where it is
            end = signs[place + 1].first if place + 1 < len(signs) else sentence.last
            start = signs[place - 1].last if place else sentence.first
            if place and _goes_to(prose, signs[place - 1], sign):
                start = signs[place - 1].first
            elif place and _in_margins(prose, signs[place - 1], sign):
                start = sentence.first
            elif place and signs[place - 1].head > signs[place - 1].last and sign.kind != "bilateral":
                start = sign.first  # what stands before is where and when those met who are named first
            end = _end_of_opening(prose, sign, sentence, end)
            draft = draft_of(prose, sign, sentence, start, end, owners, ground, days.get(number, []))
            if sign.kind == "bilateral":
                parties = {people[persons[p][1]].name for p in range(sentence.first, sentence.last) if p in persons}
                draft = replace(draft, parties=frozenset(parties))
            drafts.append(draft)
            for inside in named_inside(prose, sign, sentence, hints, owners):
                drafts.append(draft_of(prose, inside, sentence, inside.first, inside.last, owners, ground, []))
    # A caption says again what the text tells: it joins that, and begins talks only where the text has none.
    drafts.sort(key=lambda draft: draft.sentence.kind is BlockKind.CAPTION)
    found = merged(drafts, cities)
    told = [draft for draft in found if draft.sentence.kind is not BlockKind.CAPTION]
    if any(draft.kind == "bilateral" for draft in told):
        found = [draft for draft in found if draft.kind != "bilateral" or draft in told]
    found.sort(key=lambda draft: draft.span.start)
    if found and is_leisure(prose):  # a novel's summit has no day
        found = [
            draft for draft in found if draft.date or draft.organiser or draft.kind not in ("summit", "ministerial")
        ]
    if dateline:
        found = at_dateline(prose, found, dateline)
    found = beside(prose, found)
    agenda = agenda_of(names)
    return tuple(_mention(draft, agenda, cities, written) for draft in found)


def _end_of_opening(prose: Prose, sign: Sign, sentence: Sentence, end: int) -> int:
    """ "Avant le sommet, il est à Paris": what opens a sentence so says nothing of where the rest takes place."""
    opening = {token.key for token in prose.tokens[sentence.first : min(sign.first, sentence.first + 5)]}
    if sign.first - sentence.first > 8 or opening.isdisjoint(_BEFORE_AND_AFTER):
        return end
    return next((place for place in range(sign.last, end) if prose.tokens[place].word == ","), end)


def _goes_to(prose: Prose, journey: Sign, meeting: Sign) -> bool:
    """Whether somebody makes a journey to take part in the meeting that is named next."""
    between = {token.key for token in prose.tokens[journey.last : meeting.first]}
    return journey.visit and meeting.kind not in ("bilateral", "exercise") and not _FOR.isdisjoint(between)


def _in_margins(prose: Prose, talks: Sign, meeting: Sign) -> bool:
    """ "a reçu X, mardi à Fès, en marge du Forum": who talks in the margins of a meeting says where it is."""
    between = {token.key for token in prose.tokens[talks.last : meeting.first]}
    return talks.kind == "bilateral" != meeting.kind and not MARGINS.isdisjoint(between)


def _person_places(prose: Prose, people: Sequence[PersonMention]) -> dict[int, tuple[int, int]]:
    """First token of each person's name → the token after it and the person's number."""
    found = {}
    for number, person in enumerate(people):
        for span in person.mentions:
            places = prose.inside(span)
            found[places.start] = places.stop, number
    return found


def _post_places(prose: Prose, people: Sequence[PersonMention]) -> frozenset[int]:
    """The tokens of the posts that the text gives its people."""
    found: set[int] = set()
    for person in people:
        if person.office_span is not None:
            found.update(prose.inside(person.office_span))
    return frozenset(found)


def _dates_by_sentence(prose: Prose, dates: Iterable[DateSpan]) -> dict[int, list[DateSpan]]:
    number = {sentence.span.start: place for place, sentence in enumerate(prose.sentences)}
    found: dict[int, list[DateSpan]] = {}
    for date in dates:
        sentence = prose.sentence_at(date.span.start)
        if sentence is not None:
            found.setdefault(number[sentence.span.start], []).append(date)
    return found


# --- the registry


def _mention(draft: Draft, agenda: Agenda, cities: Cities, written: PartialDate | None) -> MeetingMention:
    registered = _registered(draft, agenda, cities)
    if registered is not None and draft.date is None and not _speaks_of(written, registered):
        registered = None
    start = draft.date.start if draft.date else None
    end = draft.date.end if draft.date else None
    if start is not None and draft.date is not None and end == start and not draft.date.last.day:
        end = None
    return MeetingMention(
        kind=draft.kind,
        label=draft.label,
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
        reason=ONLY_ONE_FITS if registered else "",
    )


def _speaks_of(written: PartialDate | None, meeting: MeetingNames) -> bool:
    """Whether a text of that date can call a summit by its town alone: not years before it is known of."""
    return written is None or meeting.start is None or meeting.start.first <= written.last + timedelta(_FORESEEN)


def _registered(draft: Draft, agenda: Agenda, cities: Cities) -> MeetingNames | None:
    """The registry's meeting, when exactly one fits; it must have the day, or be a summit in that town."""
    possible: list[MeetingNames] = []
    if draft.date is not None and to_the_day(draft.date):
        possible += agenda.on_date(draft.kind, draft.date)
    if draft.kind == "summit" and draft.place:
        possible += agenda.in_town(draft.kind, cities.canonical(draft.place))
    fitting = {meeting.key: meeting for meeting in possible if _fits(draft, meeting, cities)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fits(draft: Draft, meeting: MeetingNames, cities: Cities) -> bool:
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
        dated = to_the_day(draft.date)
    if draft.coming and not placed and not dated:
        return False
    return dated or (placed and draft.kind == "summit")


def _on(date: DateSpan, meeting: MeetingNames) -> bool:
    first, start = date.first, meeting.start
    assert start is not None  # asked only of meetings with a day
    end = meeting.end or start
    if date.relative and date.start is not None and date.end is not None:
        return start.first <= date.end.last and date.start.first <= end.last
    year = first.year or (date.start.year if date.start else None)
    if year and year != start.year:
        return False
    if first.month and first.month not in (start.month, end.month):
        return False
    if first.day and start.day and end.day and first.month == start.month:
        return start.day <= first.day and (first.day <= end.day or end.month != start.month)
    return True
