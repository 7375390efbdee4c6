"""A reading as plain values for JSON: the fields of a press text, then what the reader proposes."""

from typing import Any

from articles.reading.results import Block, BlockKind, MeetingMention, PersonMention, QuoteMention, Reading, Span
from partners.names import Names

QUOTE_BEGINNING = 60
FORMER = frozenset({"former", "designated", "late"})


def as_json(reading: Reading, names: Names) -> dict[str, Any]:
    """The reading in the schema of the labels: what the text states, null or an empty list where it states nothing.

    Below that stand the proposals (`proposed_title`, `date_candidates`, `people_proposed`, likely dates of
    meetings), and the blocks and removed spans that together cover the text. Spans are [start, end].
    """
    organisations = {each.key: each for each in names.organisations}
    return {
        "lang": reading.language,
        "title": reading.title.value if reading.title else None,
        "published": str(reading.published.date) if reading.published else None,
        "updated": str(reading.updated.date) if reading.updated else None,
        "byline": _once(each.name for each in reading.signatures if each.role in {"author", "correspondent"}),
        "source": reading.source.value if reading.source else None,
        "officials": _once(person.name for person in reading.people if is_official(person)),
        "countries": _once(mention.code for mention in reading.countries),
        "countries_metonym": _metonyms(reading),
        "organisations": _once(
            _organisation_name(organisations.get(mention.key), mention.name, reading.language)
            for mention in reading.organisations
        ),
        "meetings": [_meeting(mention) for mention in reading.meetings],
        "subheadings": [block.text for block in reading.blocks if block.kind is BlockKind.SUBHEADING],
        "captions": [block.text for block in reading.blocks if block.kind is BlockKind.CAPTION],
        "quotes": [_quote(quote) for quote in reading.quotes],
        "dateline": reading.dateline.value if reading.dateline else None,
        "standfirst": reading.standfirst.value if reading.standfirst else None,
        "brief": reading.brief.text if reading.brief else None,
        "editors": _once(signature.name for signature in reading.editors),
        "caption_credits": [credit.value for credit in reading.credits],
        "proposed_title": reading.proposed_title.value if reading.proposed_title else None,
        "date_candidates": [
            {"date": str(candidate.date), "reasons": list(candidate.reasons)} for candidate in reading.date_candidates
        ],
        "embargo": _embargo(reading),
        "requirements": [
            {"kind": str(each.kind), "value": each.value, "span": _span(each.span)} for each in _requirements(reading)
        ],
        "people_proposed": [_person(person) for person in reading.people if not person.key],
        "encoding": reading.encoding,
        "blocks": [_block(block) for block in reading.blocks],
        "removed": [{"kind": str(removed.kind), "span": _span(removed.span)} for removed in reading.removed],
    }


def is_official(person: PersonMention) -> bool:
    """Whether the person holds an office at the time of the text, acting holders included."""
    return person.official and person.standing not in FORMER


def _once(values: Any) -> list[str]:
    return list(dict.fromkeys(values))


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _organisation_name(known: Any, name: str, language: str) -> str:
    """The registry's name in the text's language, English or else French."""
    if known is None:
        return name
    return known.name_en if language == "en" else known.name_fr


def _metonyms(reading: Reading) -> list[dict[str, str]]:
    found = {
        (mention.surface, mention.code): None
        for mention in reading.countries
        if mention.rule in {"capital", "metonym"}
    }
    return [{"text": surface, "country": code} for surface, code in found]


def _meeting(mention: MeetingMention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "label": mention.label,
        "place": mention.place or None,
        "start": str(mention.start) if mention.start else None,
        "end": str(mention.end) if mention.end else None,
        "start_likely": str(mention.likely_start) if mention.likely_start else None,
        "end_likely": str(mention.likely_end) if mention.likely_end else None,
        "key": mention.key or None,
        "portfolio": mention.portfolio or None,
        "organiser": mention.organiser or None,
        "reason": mention.reason or None,
        "span": _span(mention.span),
    }


def _quote(quote: QuoteMention) -> dict[str, Any]:
    return {
        "speaker": quote.speaker,
        "text": quote.text[:QUOTE_BEGINNING],
        "full_text": quote.text,
        "attribution": quote.attribution or None,
        "language": quote.language or None,
        "span": _span(quote.span),
    }


def _person(person: PersonMention) -> dict[str, Any]:
    return {
        "name": person.name,
        "official": person.official,
        "office": person.office_title or None,
        "country": person.office_country or None,
        "organisation": person.office_organisation or None,
        "standing": person.standing,
        "same_as": list(person.same_as),
        "span": _span(person.span),
    }


def _embargo(reading: Reading) -> dict[str, Any] | None:
    if reading.embargo is None:
        return None
    until = reading.embargo.until
    return {
        "text": reading.embargo.text,
        "until": until.isoformat(timespec="minutes") if until else None,
        "span": _span(reading.embargo.span),
    }


def _requirements(reading: Reading) -> Any:
    return reading.brief.requirements if reading.brief else ()


def _block(block: Block) -> dict[str, Any]:
    entry: dict[str, Any] = {"kind": str(block.kind), "span": _span(block.span), "language": block.language}
    if block.level:
        entry["level"] = block.level
    return entry
