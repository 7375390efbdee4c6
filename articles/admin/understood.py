"""What was understood of an incoming text, laid out for an editor: entries to leave out or keep, and their words."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles import remarks
from articles.admin.marking import Mark, Piece, Removal, pieces
from articles.admin.review import REMOVED
from articles.drafting import Options, date_of, title_of
from articles.incoming import Understood
from articles.models import Language
from articles.reading.recognised import LeftOut, Part, Recognised, recognised
from articles.reading.results import Found, RemovedKind
from partners.names import Names

MARKS = 2_000  # in the text; a browser copes with more, a reader does not
ENTRIES = 200  # of one kind
PLACES = 40  # of one entry
PASSAGE = 240  # characters on each side of the words

FIELD_LABELS = {
    Part.TITLE: _("Title"),
    Part.STANDFIRST: _("Standfirst"),
    Part.DATELINE: _("Dateline"),
    Part.PUBLISHED: _("Date of the text"),
    Part.UPDATED: _("Updated"),
    Part.SOURCE: _("Source"),
    Part.BYLINE: _("Byline"),
    Part.EDITOR: _("Editor"),
    Part.EMBARGO: _("Embargo"),
    Part.BRIEF: _("Brief"),
}
MENTIONS = {
    Part.DATE: _("Likely dates of the text"),
    Part.COUNTRY: _("Countries"),
    Part.ORGANISATION: _("Organisations"),
    Part.OFFICIAL: _("Officials"),
    Part.MEETING: _("Meetings"),
    Part.QUOTE: _("Quotes"),
}
LAYOUT = {
    Part.SUBHEADING: _("Subheadings"),
    Part.CAPTION: _("Captions"),
    Part.BLOCK_QUOTE: _("Quotations set apart"),
    Part.LIST_ITEM: _("List items"),
    Part.CREDIT: _("Credits"),
    Part.LINE: _("Lines that are not the article"),
}
_LABELLED = {  # in the text itself, where the mark of a whole line would say too little
    Part.TITLE: _("title"),
    Part.STANDFIRST: _("standfirst"),
    Part.SUBHEADING: _("subheading"),
    Part.CAPTION: _("caption"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text says it: the words with what stands around them. `token` names it in a form."""

    thing: LeftOut
    token: str
    anchor: str
    before: str
    words: str
    after: str
    out: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was recognised, at one place or several."""

    part: Part
    anchor: str
    label: str
    places: tuple[Place, ...]
    about: str = ""
    new: bool = False
    reasons: tuple[str, ...] = ()
    ignored: bool = False  # the desk has rejected these words: the draft is not proposed it

    @property
    def first(self) -> Place:
        return self.places[0]

    @property
    def shown(self) -> tuple[Place, ...]:
        return self.places[:PLACES]

    @property
    def more(self) -> int:
        """The places that are not shown one by one."""
        return max(0, len(self.places) - PLACES)

    @property
    def out(self) -> bool:
        """Left out wherever the text says it."""
        return all(place.out for place in self.places)

    @property
    def some_out(self) -> int:
        return sum(place.out for place in self.places)


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one kind; `more` counts those that are not shown."""

    part: Part
    title: Any
    entries: tuple[Entry, ...]
    more: int

    @property
    def kept(self) -> int:
        return sum(not entry.out and not entry.ignored for entry in self.entries) + self.more


def token_of(thing: LeftOut) -> str:
    """The thing's name in a form: "country:12-18"."""
    return f"{thing.kind}:{thing.start}-{thing.end}"


def entries_of(
    understood: Understood, names: Names, *, ignored: Container[tuple[str, str]] = frozenset()
) -> list[Entry]:
    """Everything that was recognised, mentions of one and the same as one entry, in the order of `recognised`.

    `ignored` are the kinds and keys that the desk's memory keeps from being proposed.
    """
    things = recognised(understood.full)
    by_target: dict[tuple[Part, str], list[Recognised]] = {}
    for number, thing in enumerate(things):
        by_target.setdefault((thing.part, thing.target or f"#{number}"), []).append(thing)
    labels = _registry_labels(names)
    return [
        _entry(mentions, understood, labels, ignored=(str(part), target) in ignored)
        for (part, target), mentions in by_target.items()
    ]


def _registry_labels(names: Names) -> dict[tuple[Part, str], str]:
    """What the registry calls countries, in the editor's language."""
    french = get_language() == "fr"
    return {
        (Part.COUNTRY, country.code): (country.name_fr if french else country.name_en) or country.name_fr
        for country in names.countries
    }


def _entry(
    things: list[Recognised], understood: Understood, labels: dict[tuple[Part, str], str], *, ignored: bool
) -> Entry:
    first = things[0]
    label = labels.get((first.part, first.target), first.value)
    if first.line is not None:
        label = str(REMOVED.get(first.line, first.line))
    return Entry(
        part=first.part,
        anchor=_anchor(first.identity),
        label=label,
        places=tuple(_place(thing, understood) for thing in things),
        about=first.about,
        new=first.new,
        reasons=tuple(map(remarks.reason, first.reasons)),
        ignored=ignored,
    )


def _anchor(thing: LeftOut) -> str:
    return token_of(thing).replace(":", "-")


def _place(thing: Recognised, understood: Understood) -> Place:
    text, span = understood.full.text, thing.span
    around = thing.passage or span
    start, end = min(around.start, span.start), max(around.end, span.end)
    before, after = text[start : span.start], text[span.end : end]
    return Place(
        thing=thing.identity,
        token=token_of(thing.identity),
        anchor=f"in-text-{_anchor(thing.identity)}",
        before=before if len(before) <= PASSAGE else f"… {before[-PASSAGE:]}",
        words=_cut(span.of(text), 2 * PASSAGE),
        after=_cut(after, PASSAGE),
        out=thing.identity in understood.left_out,
    )


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most]} …"


def sections(entries: Iterable[Entry], titles: dict[Part, Any]) -> list[Section]:
    """The entries by kind, in the order of the titles; kinds without any are left out."""
    by_part: dict[Part, list[Entry]] = {}
    for entry in entries:
        by_part.setdefault(entry.part, []).append(entry)
    return [
        Section(part, title, tuple(found[:ENTRIES]), max(0, len(found) - ENTRIES))
        for part, title in titles.items()
        if (found := by_part.get(part, []))
    ]


def text_pieces(understood: Understood, entries: list[Entry]) -> list[Piece]:
    """The text cut for display: what was recognised is marked and leads to its entry; lines that left are struck."""
    text = understood.full.text
    marks = sorted(_marks(recognised(understood.full), entries), key=lambda mark: mark.start)
    removed = [
        Removal(piece.span.start, piece.span.end, str(REMOVED.get(piece.kind, piece.kind)))
        for piece in understood.reading.removed
        if piece.kind is not RemovedKind.SPACE
    ]
    return pieces(text, marks[:MARKS], removed[:MARKS])


def _marks(things: Iterable[Recognised], entries: Iterable[Entry]) -> Iterator[Mark]:
    known = {place.token: (place, entry.anchor) for entry in entries for place in entry.places}
    for thing in things:
        place, entry = known[token_of(thing.identity)]
        kind = "left-out" if place.out else str(thing.part) if thing.part in MENTIONS else "field"
        label = "" if place.out else str(_LABELLED.get(thing.part, ""))
        yield Mark(thing.span.start, thing.span.end, kind, place.anchor, entry, label)
        for span in thing.more:
            yield Mark(span.start, span.end, kind, "", entry)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the draft as it will be; `note` says where its value comes from, when it is no line of the text."""

    label: Any
    value: str
    note: Any = ""
    entries: tuple[Entry, ...] = ()


def field_rows(name: str, understood: Understood, options: Options, entries: Iterable[Entry]) -> list[FieldRow]:
    """The fields as they will be. What a draft always has is there with "–" where nothing is known."""
    reading = understood.reading
    by_part: dict[Part, list[Entry]] = {}
    for entry in entries:
        by_part.setdefault(entry.part, []).append(entry)
    said = _("as you say")
    title_note = "" if reading.title else _("proposed") if reading.proposed_title else _("the file’s name")
    language = options.language or reading.language
    dated, source = date_of(reading, options), options.source or _value(reading.source)
    embargo = reading.embargo and (reading.embargo.until or _("The moment cannot be read: set it in the draft."))
    values: dict[Part, tuple[Any, Any]] = {
        Part.TITLE: (title_of(reading, name), title_note),
        Part.STANDFIRST: (_value(reading.standfirst), ""),
        Part.DATELINE: (_value(reading.dateline), ""),
        Part.PUBLISHED: (dated or "–", said if options.published else ""),
        Part.UPDATED: (reading.updated.date if reading.updated else "", ""),
        Part.SOURCE: (source or "–", said if options.source else ""),
        Part.BYLINE: (", ".join(signed.name for signed in reading.signatures if signed.name), ""),
        Part.EDITOR: (", ".join(signed.name for signed in reading.editors if signed.name), ""),
        Part.EMBARGO: (f"{embargo:%Y-%m-%d %H:%M}" if isinstance(embargo, datetime) else embargo or "", ""),
        Part.BRIEF: (reading.brief.text if reading.brief else "", ""),
    }
    rows = [
        FieldRow(FIELD_LABELS[part], str(value), note, tuple(by_part.get(part, ())))
        for part, (value, note) in values.items()
        if value or part in by_part
    ]
    known = Language(language).label if language in Language.values else Language.UNDETERMINED.label
    rows.insert(1, FieldRow(_("Language"), str(known), said if options.language else ""))
    return rows


def _value(found: Found | None) -> str:
    return found.value if found else ""
