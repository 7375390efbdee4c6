"""From a reading to proposals and pending quotes: what the text seems to say, each with the passage that proves it."""

from collections.abc import Collection, Container, Iterable
from typing import Any

from django.db.models import Model

from articles import remembering
from articles.lookups import LINKED, Lookups
from articles.models import Article, Language, Proposal, ProposalKind, Quote, SourceText
from articles.reading.results import NEW, MeetingMention, PersonMention, Reading, Span
from articles.statements import insert_rows
from partners.folding import fold


def proposals_of(reading: Reading) -> list[dict[str, Any]]:
    """What the reading proposes, as values for `Proposal`, once for each target.

    `target` is the registry's key, or empty for what the registry lacks and `data` describes. Each target is proposed
    by its first mention whose words the desk has not rejected for it, in whatever text; one query asks for those.
    """
    mentions = list(_all(reading))
    return _first_of_each(mentions, remembering.ignored(mentions))


def passed_over(reading: Reading) -> frozenset[tuple[str, str]]:
    """What the reading names and a draft is not proposed, since the desk has rejected those words: kinds and keys."""
    mentions = list(_all(reading))
    named = {(str(mention["kind"]), mention["key"]) for mention in mentions}
    proposed = _first_of_each(mentions, remembering.ignored(mentions))
    return frozenset(named - {(str(draft["kind"]), draft["key"]) for draft in proposed})


def _first_of_each(mentions: Iterable[dict[str, Any]], ignored: Collection[remembering.Words]) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for proposal in mentions:
        if remembering.is_ignored(proposal, ignored):
            continue
        if proposal["data"].get("same_as"):
            proposal["data"]["same_as"] = remembering.still_asked(proposal, ignored)
            if not proposal["data"]["same_as"] and not proposal["data"]["office_title"]:
                continue  # only the likeness to an official had made the person worth asking about
        found.setdefault((proposal["kind"], proposal["key"]), proposal)
    return list(found.values())


def _all(reading: Reading) -> Iterable[dict[str, Any]]:
    for country in reading.countries:
        yield _values(
            ProposalKind.COUNTRY,
            country.code,
            country.code,
            reading,
            country.span,
            country.passage,
            target=country.code,
            rule=country.rule,
        )
    for organisation in reading.organisations:
        if organisation.key:
            yield _values(
                ProposalKind.ORGANISATION,
                organisation.key,
                organisation.name,
                reading,
                organisation.span,
                organisation.passage,
                target=organisation.key,
                rule=organisation.rule,
            )
    for person in reading.people:
        if person.is_proposed:
            yield _person(reading, person)
    for meeting in reading.meetings:
        yield _meeting(reading, meeting)
    if reading.published is None:
        yield from _dates(reading)


def _person(reading: Reading, person: PersonMention) -> dict[str, Any]:
    data = {}
    if not person.key:
        data = {
            "name": person.name,
            "office": person.office,
            "office_title": person.office_title,
            "country": person.office_country,
            "organisation": person.office_organisation,
            "standing": person.standing,
            "same_as": list(person.same_as),
        }
    return _values(
        ProposalKind.OFFICIAL,
        person.target,
        person.name,
        reading,
        person.span,
        person.passage,
        target=person.key,
        rule=person.rule,
        data=data,
    )


def _meeting(reading: Reading, meeting: MeetingMention) -> dict[str, Any]:
    start, end = meeting.start or meeting.likely_start, meeting.end or meeting.likely_end
    data = {}
    if not meeting.key:
        data = {
            "title": meeting.label,
            "kind": meeting.kind,
            "portfolio": meeting.portfolio,
            "organiser": meeting.organiser,
            "place": meeting.place,
            "start": str(start or ""),
            "end": str(end or ""),
        }
    identity = fold(" ".join(filter(None, [meeting.kind, meeting.place, str(start or ""), meeting.label])))
    return _values(
        ProposalKind.MEETING,
        meeting.key or f"{NEW}{identity}",
        meeting.label,
        reading,
        meeting.span,
        meeting.passage,
        target=meeting.key,
        rule=meeting.kind,
        data=data,
        reason=meeting.reason,
    )


def _dates(reading: Reading) -> Iterable[dict[str, Any]]:
    """Likely dates stand on the words that carry the reasons; without any, on the first words of the text."""
    for candidate in reading.date_candidates:
        span = candidate.span or _first_words(reading)
        if span is None:
            return
        yield _values(
            ProposalKind.DATE,
            str(candidate.date),
            str(candidate.date),
            reading,
            span,
            span,
            rule="date",
            data={"date": str(candidate.date), "reasons": list(candidate.reasons)},
            reason=" ".join(candidate.reasons),
        )


def _first_words(reading: Reading) -> Span | None:
    return reading.blocks[0].span if reading.blocks else None


def _values(
    kind: ProposalKind,
    key: str,
    label: str,
    reading: Reading,
    span: Span,
    passage: Span,
    *,
    target: str = "",
    rule: str = "",
    data: dict[str, Any] | None = None,
    reason: str = "",
) -> dict[str, Any]:
    return {
        "kind": kind,
        "key": key[:200],
        "label": label[:300],
        "target": target,
        "surface": span.of(reading.text),
        "start": span.start,
        "end": span.end,
        "passage_start": min(passage.start, span.start),
        "passage_end": max(passage.end, span.end),
        "rule": rule[:60],
        "reason": reason,
        "data": data or {},
    }


def propose(
    article: Article,
    source_text: SourceText,
    reading: Reading,
    lookups: Lookups,
    *,
    held: Container[tuple[str, str]] = (),
    quoted: Container[str] = (),
) -> tuple[int, int]:
    """Write the reading's proposals and pending quotes for an article; returns how many of each.

    `held` names the proposals that the article has already, by kind and key, `quoted` the words of its quotes, folded.
    Whom the desk has rejected by that name is no quote's speaker either: the quote keeps the name in words.
    """
    mentions = list(_all(reading))
    drafts = _first_of_each(mentions, lookups.rejected(mentions))
    rejected = _people(mentions) - _people(drafts)
    drafts = [draft for draft in drafts if (draft["kind"], draft["key"]) not in held]
    asked: dict[str, list[str]] = {kind: [] for kind in LINKED}
    for draft in drafts:
        if draft["kind"] in asked:
            asked[draft["kind"]].append(draft["target"])
    asked[ProposalKind.OFFICIAL] += [q.speaker_key for q in reading.quotes if q.speaker_key not in rejected]
    entries = {kind: lookups.entries(kind, keys) for kind, keys in asked.items()}
    its_text = {"article_id": article.pk, "source_text_id": source_text.pk}
    rows = []
    for draft in drafts:
        target = draft.pop("target")
        entry = entries[draft["kind"]].get(target) if target else None
        if target and entry is None:
            continue  # gone from the registry since its names were read
        if entry is not None:
            draft[f"{draft['kind']}_id"], draft["label"] = entry.pk, str(entry)[:300]
        rows.append(draft | its_text)
    insert_rows(Proposal, rows)
    quotes = [
        its_text
        | {
            "text": quote.text,
            "language": quote.language if quote.language in Language.values else article.language,
            "speaker_id": _key(entries[ProposalKind.OFFICIAL].get(quote.speaker_key)),
            "speaker_name": (quote.speaker or "")[:200],
            "attribution": quote.attribution[:300],
            "said_on": str(article.dated) if article.dated else None,
            "start": quote.span.start,
            "end": quote.span.end,
            "passage_start": min(quote.passage.start, quote.span.start),
            "passage_end": max(quote.passage.end, quote.span.end),
        }
        for quote in reading.quotes
        if not quoted or fold(quote.text) not in quoted
    ]
    insert_rows(Quote, quotes)
    return len(rows), len(quotes)


def _key(entry: Model | None) -> Any:
    return None if entry is None else entry.pk


def _people(drafts: Iterable[dict[str, Any]]) -> set[str]:
    return {draft["key"] for draft in drafts if draft["kind"] == ProposalKind.OFFICIAL}
