"""Likely dates for a text that does not state its own, each with the facts that speak for it.

A day without a year fits some years by its weekday; the persons named in office, and the meetings that the
registry knows, narrow them. What the registry lacks excludes nothing. What is left is for an editor to judge.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.reading.agenda import Agenda, agenda_of
from articles.reading.date_facts import DateFact, accession_facts, elapsed_facts, tenure_facts
from articles.reading.date_spans import DateSpan, Stated
from articles.reading.directory import directory_of
from articles.reading.results import (
    Block,
    BlockKind,
    CountryMention,
    DateCandidate,
    MeetingMention,
    PersonMention,
    Span,
)
from partners.dates import PartialDate
from partners.names import MeetingNames, Names

_OLDEST = 1949  # the Alliance's first year
_MOST = 6  # more candidates than these say nothing to an editor
_OPENING = 3  # paragraphs: the news and its day stand here
_NEAR = 300  # days between a text and the meeting whose day it gives without a year

_AHEAD = re.compile(
    r"\b(?:prévue?s?|prochain\w*|aura\s+lieu|auront\s+lieu|se\s+tiendra|se\s+tiendront|se\s+réunira\w*|à\s+venir|avant\s+(?:le|la|les)|d[’']ici|"
    r"en\s+vue\s+d[ue]|abritera|accueillera|\w{3,}(?:era|eront|ira|iront|dra|dront)|vont?\s+se\s+\w+|doi(?:t|vent)\s+se|devrai(?:t|ent)|"
    r"upcoming|ahead\s+of|next|will|scheduled|planned|due\s+to|before\s+the|previsto|tendrá\s+lugar|próxim[oa]|celebrará)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:lors\s+d|dernier\w*|dernière\w*|après\s+l|depuis\s+l|s[’']est\s+ten\w+|a\s+eu\s+lieu|issue?\s+d|décidée?s?\s+(?:lors|à|au)|adoptée?s?|"
    r"last|after\s+the|at\s+the|held|since\s+the|following\s+the|tras\s+l|celebrad[oa])",
    re.IGNORECASE,
)
_AT_HAND = re.compile(
    r"\b(?:cette\s+semaine|ce\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|aujourd[’']hui|se\s+réunissent|se\s+réunit|"
    r"this\s+week|today|are\s+meeting|is\s+meeting|gather(?:ed)?\b|esta\s+semana|hoy)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Evidence:
    text: str
    blocks: Sequence[Block]
    dates: Sequence[DateSpan]
    facts: list[DateFact] = field(default_factory=list)
    at_hand: list[tuple[MeetingMention, MeetingNames | None]] = field(default_factory=list)

    def allows(self, date: PartialDate) -> bool:
        return all(fact.allows(date) for fact in self.facts)


def date_candidates(
    text: str,
    *,
    blocks: Sequence[Block],
    dates: Sequence[DateSpan],
    own_days: Sequence[DateSpan],
    people: Iterable[PersonMention],
    meetings: Iterable[MeetingMention],
    countries: Iterable[CountryMention],
    names: Names,
    today: datetime.date,
) -> tuple[DateCandidate, ...]:
    """Every date that fits what the text says, the oldest first; none where too many fit or nothing points to one.

    `dates` are those of the whole text, found without a date of its own; `own_days` those of its dateline, which may
    lack their year. No candidate lies after `today`.
    """
    evidence = _Evidence(text, blocks, dates)
    evidence.facts.append(DateFact("", until=today))  # bounds every candidate, and is no reason to tell
    directory, agenda = directory_of(names), agenda_of(names)
    evidence.facts += tenure_facts(people, directory)
    evidence.facts += elapsed_facts(text)
    evidence.facts += accession_facts(text, dates, countries, directory)
    _weigh_meetings(evidence, meetings, agenda)
    found = _by_day(evidence, own_days, today) or _by_meeting_at_hand(evidence, agenda) or _by_window(evidence)
    unique = {str(candidate.date): candidate for candidate in found}
    return tuple(unique[key] for key in sorted(unique)) if len(unique) <= _MOST else ()


def _weigh_meetings(evidence: _Evidence, meetings: Iterable[MeetingMention], agenda: Agenda) -> None:
    """A meeting of the registry that the text announces lies after it, one that it looks back on before."""
    for mention in meetings:
        passage = mention.passage.of(evidence.text)
        row = agenda.by_key.get(mention.key)
        dated = _rows_on_stated_days(evidence, mention, agenda)
        if row is None and len(dated) == 1:
            row = dated[0]
        if _AT_HAND.search(passage) and not _AHEAD.search(_around(evidence.text, mention.span, 40)):
            evidence.at_hand.append((mention, row))
            continue
        if row is None or row.start is None:
            continue
        end = row.end or row.start
        when = str(row.start) if row.end in (None, row.start) else f"{row.start} – {row.end}"
        reason = f"{row.titles[0].text if row.titles else row.key}: {when}"
        # The nearest words decide: "l'une des dernières avant le sommet", "décidée lors du sommet de Madrid".
        before = _around(evidence.text, mention.span, 25)
        behind = _BEHIND.search(before) is not None and not _AHEAD.search(before)
        ahead = not behind and _AHEAD.search(_around(evidence.text, mention.span, 90)) is not None
        if row in dated:
            # The text gives the day without the year, as one does within some months of it.
            since, until = row.start.first - datetime.timedelta(_NEAR), end.last + datetime.timedelta(_NEAR)
            evidence.facts.append(DateFact(reason, since=since, until=end.last if ahead else until, span=mention.span))
        elif behind:
            evidence.facts.append(DateFact(reason, since=row.start.first, span=mention.span))
        elif ahead:
            evidence.facts.append(DateFact(reason, until=end.last, span=mention.span))


def _rows_on_stated_days(evidence: _Evidence, mention: MeetingMention, agenda: Agenda) -> list[MeetingNames]:
    """The registry's meetings of that kind and place on the days that the passage gives without a year."""
    found: dict[str, MeetingNames] = {}
    for date in evidence.dates:
        if date.first.year is not None or not date.first.month or not date.first.day:
            continue
        if not mention.passage.holds(date.span):
            continue
        for row in agenda.on_day(mention.kind, date.first.month, date.first.day):
            if row.start is None or not row.start.full or not _same_place(mention, row):
                continue
            end = row.end or row.start
            first = date.first.date(row.start.year)
            last = date.last.date(end.year)
            if first == row.start and (last == end or first == last) and _weekday_fits(date.first, first):
                found[row.key] = row
    return list(found.values())


def _alike(mention: MeetingMention, rows: Iterable[MeetingNames]) -> list[MeetingNames]:
    return [
        row
        for row in rows
        if row.kind == mention.kind
        and (not mention.portfolio or row.portfolio == mention.portfolio)
        and (not mention.organiser or not row.organiser or row.organiser == mention.organiser)
        and _same_place(mention, row)
    ]


def _same_place(mention: MeetingMention, row: MeetingNames) -> bool:
    if not mention.place or not row.places:
        return True
    return any(place.casefold() in mention.place.casefold() for place in row.places)


def _by_day(evidence: _Evidence, own_days: Sequence[DateSpan], today: datetime.date) -> list[DateCandidate]:
    """From the dateline's day, else from the first day that the opening gives with its weekday or its year."""
    for date in own_days:
        if date.first.day is not None and date.first.year is None:
            return _years_of(evidence, date, today)
    opening = [block for block in evidence.blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}]
    for block in opening[:_OPENING]:
        for date in evidence.dates:
            if not block.span.holds(date.span) or date.first.day is None or date.first != date.last:
                continue
            if _is_ahead(evidence.text, block, date):
                continue
            if date.start is not None and evidence.allows(date.start):
                return [DateCandidate(date.start, (f"“{date.span.of(evidence.text)}”", *_told(evidence)), date.span)]
            if date.first.weekday is not None and date.start is None:
                return _years_of(evidence, date, today)
    return []


def _is_ahead(text: str, block: Block, date: DateSpan) -> bool:
    """Whether the words right before a day put it in the future: "prévu le", "se tiendra mardi"."""
    start = max(block.span.start, date.span.start - 60)
    before = text[start : date.span.start]
    return _AHEAD.search(re.split(r"[.;,]\s", before)[-1]) is not None


def _years_of(evidence: _Evidence, date: DateSpan, today: datetime.date) -> list[DateCandidate]:
    candidates = []
    for year in range(_OLDEST, today.year + 1):
        day = date.first.date(year)
        if day is not None and _weekday_fits(date.first, day) and evidence.allows(day):
            reasons = (f"“{date.span.of(evidence.text)}”", *_told(evidence))
            candidates.append(DateCandidate(day, reasons, date.span))
    return candidates


def _by_meeting_at_hand(evidence: _Evidence, agenda: Agenda) -> list[DateCandidate]:
    """From a meeting that takes place as the text is written: its month, since its days are not the text's."""
    for mention, row in evidence.at_hand:
        rows = [row] if row is not None else _alike(mention, agenda.of_kind(mention.kind))
        fitting = [
            each for each in rows if each.start is not None and each.start.month and evidence.allows(each.start)
        ]
        bounded = any(fact.since or fact.tenures for fact in evidence.facts)
        if fitting and (bounded or len(rows) == 1):
            return [
                DateCandidate(
                    PartialDate(each.start.year, each.start.month),
                    (f"{each.titles[0].text if each.titles else each.key}: {each.start}", *_told(evidence)),
                    mention.span,
                )
                for each in fitting
                if each.start is not None
            ]
    return []


def _by_window(evidence: _Evidence) -> list[DateCandidate]:
    """From bounds on both sides, when they leave one month or one year."""
    since = [fact.since for fact in evidence.facts if fact.since]
    until = [fact.until for fact in evidence.facts if fact.until and fact.reason]
    for fact in evidence.facts:
        if len(fact.tenures) == 1:
            first, last = fact.tenures[0]
            since += [first.first] if first else []
            until += [last.last] if last else []
    if not since or not until or max(since) > min(until):
        return []
    first_day, last_day = max(since), min(until)
    if (first_day.year, first_day.month) == (last_day.year, last_day.month):
        return [DateCandidate(PartialDate(first_day.year, first_day.month), _told(evidence), _first_told(evidence))]
    if first_day.year == last_day.year:
        return [DateCandidate(PartialDate(first_day.year), _told(evidence), _first_told(evidence))]
    return []


def _told(evidence: _Evidence) -> tuple[str, ...]:
    """The reasons that bound the date, each once."""
    return tuple(dict.fromkeys(fact.reason for fact in evidence.facts if fact.reason))


def _first_told(evidence: _Evidence) -> Span | None:
    return next((fact.span for fact in evidence.facts if fact.reason and fact.span), None)


def _weekday_fits(stated: Stated, date: PartialDate) -> bool:
    return stated.weekday is None or not date.full or date.first.weekday() == stated.weekday


def _around(text: str, span: Span, reach: int) -> str:
    """The words just before a passage and in it, and a few after, within its sentence."""
    before = re.split(r"[.!?]\s", text[max(0, span.start - reach) : span.start])[-1]
    after = re.split(r"[.!?;]\s", text[span.end : span.end + reach // 2])[0]
    return before + text[span.start : span.end] + after
