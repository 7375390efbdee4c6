"""Facts of a text that bound the day on which it was written: who holds which office in it, what lies how long ago.

The registry's tenures and everybody's events decide; what the registry lacks says nothing.
"""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.reading.date_spans import DateSpan
from articles.reading.directory import Directory
from articles.reading.known_events import elapsed
from articles.reading.results import CountryMention, PersonMention, Span
from partners.dates import Answer, PartialDate, held
from partners.folding import fold
from partners.names import OfficeNames, TenureNames

_ACCEDES = re.compile(r"\b(?:membres?|adh[ée]\w+|rejoi\w+|members?|accession|acced\w+|join\w*)\b", re.IGNORECASE)
_NEAR = 300  # days for which a text gives the day without the year


@dataclass(frozen=True, slots=True)
class DateFact:
    """A fact that bounds the text's date; `tenures` are spans in one of which it must lie."""

    reason: str
    tenures: tuple[tuple[PartialDate | None, PartialDate | None], ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    span: Span | None = None  # the words that state it

    def allows(self, date: PartialDate) -> bool:
        if (self.since and date.last < self.since) or (self.until and date.first > self.until):
            return False
        return not self.tenures or any(held(*span, on=date) is not Answer.NO for span in self.tenures)


def tenure_facts(people: Iterable[PersonMention], directory: Directory) -> Iterator[DateFact]:
    """Who is named with an office of the registry held it when the text was written; a former holder no longer did."""
    offices = directory.offices
    for person in people:
        official = directory.officials.get(person.key)
        if official is None or not person.official or person.standing not in {"in office", "acting", "former"}:
            continue
        tenures = _named(person, official.tenures, offices)
        if not tenures:
            continue
        told = ", ".join(f"{_title(offices, each.office)}, {_period(each.since, each.until)}" for each in tenures)
        reason = f"{official.name}: {told}"
        if person.standing == "former":
            ends = [tenure.until for tenure in tenures]
            known = [end for end in ends if end is not None]
            if len(known) == len(ends):
                yield DateFact(reason, since=min(end.first for end in known), span=person.span)
        else:
            yield DateFact(reason, tuple((each.since, each.until) for each in tenures), span=person.span)


def elapsed_facts(text: str) -> Iterator[DateFact]:
    """What the text says of the years since an event whose day everybody knows."""
    for each in elapsed(text):
        yield DateFact(f"“{each.span.of(text)}”: {each.day}", since=each.since, until=each.until, span=each.span)


def accession_facts(
    text: str, dates: Iterable[DateSpan], countries: Iterable[CountryMention], directory: Directory
) -> Iterator[DateFact]:
    """A sentence that makes a country a member on the very day on which the registry has it join."""
    days = [date for date in dates if date.first.day is not None and date.first.year is None]
    starts = [day.span.start for day in days]
    stated: dict[Span, set[tuple[int | None, int | None]]] = {}  # sentence → its days, when it speaks of joining
    for mention in countries:
        since = directory.joined.get(mention.code)
        if since is None or not since.full:
            continue
        passage = mention.passage
        if passage not in stated:
            near = days[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
            joins = near and _ACCEDES.search(text, passage.start, passage.end)
            stated[passage] = {(day.first.month, day.first.day) for day in near} if joins else set()
        if (since.month, since.day) in stated[passage]:
            until = since.first + datetime.timedelta(_NEAR)
            yield DateFact(f"{mention.surface}: {since}", since=since.first, until=until, span=mention.span)


def _named(
    person: PersonMention, tenures: tuple[TenureNames, ...], offices: dict[str, OfficeNames]
) -> list[TenureNames]:
    """The tenures that the text's words for the post can mean: "le président" is that person's only presidency."""
    if person.office:
        return [tenure for tenure in tenures if tenure.office == person.office]
    said = fold(person.office_title)
    if not said or person.office_country or person.office_organisation:
        return []
    return [
        tenure
        for tenure in tenures
        if tenure.office in offices
        and any(f"{fold(title.text)} ".startswith(f"{said} ") for title in offices[tenure.office].titles)
    ]


def _title(offices: dict[str, OfficeNames], key: str) -> str:
    office = offices.get(key)
    return office.titles[0].text if office and office.titles else key


def _period(since: PartialDate | None, until: PartialDate | None) -> str:
    """The span in signs that need no language: "2014-10-01 – 2024-10-01", "2024-10-01 –", "?"."""
    if since is None and until is None:
        return "?"
    return f"{since or '?'} – {until or ''}".rstrip()
