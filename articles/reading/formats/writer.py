"""The writer that every format shares: lines of plain text, each with what the format says it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.reading.formats.document import Mark, MarkKind
from articles.reading.lines import trimmed
from articles.reading.results import Span
from partners.dates import PartialDate

# NUL and the other controls that no text holds; line ends inside a line are the writer's own matter.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
_ISO = re.compile(
    r"\s*(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?)?\s*"
)


@dataclass(slots=True)
class Stated:
    """The facts of a text that its format holds apart from its words; dates as ISO 8601 writes them."""

    title: str = ""
    standfirst: str = ""
    authors: Sequence[str] = ()
    published: str = ""
    updated: str = ""
    source: str = ""
    language: str = ""
    url: str = ""
    guid: str = ""


@dataclass(slots=True)
class Writer:
    """Collects the lines of a document; `text` and `marks` are what came of them."""

    _parts: list[str] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _length: int = 0

    def line(self, words: str, kind: MarkKind | None = None, *, level: int = 0, close: bool = False) -> None:
        """Add a line, and several where the words have line ends; each gets the mark. `close`: no gap before it."""
        gap = "\n" if close else "\n\n"
        for line in _CONTROL.sub(" ", words).split("\n"):
            line = trimmed(line)
            if not line:
                continue
            if self._parts:
                self._add(gap)
            if kind is not None:
                self._marks.append(Mark(kind, Span(self._length, self._length + len(line)), level))
            self._add(line)
            gap = "\n"

    def head(self, facts: Stated) -> None:
        """Add the lines of the facts that the format holds apart; a date that is none in the calendar is left out."""
        self.line(_on_one_line(facts.title), MarkKind.TITLE)
        self.line(_on_one_line(facts.standfirst), MarkKind.STANDFIRST)
        for author in facts.authors:
            self.line(_on_one_line(author), MarkKind.AUTHOR)
        published, updated = iso_date(facts.published), iso_date(facts.updated)
        self.line(published, MarkKind.PUBLISHED)
        # A page that was saved again on its own day says nothing of an update.
        if updated[:10] != published[:10]:
            self.line(updated, MarkKind.UPDATED)
        self.line(_on_one_line(facts.source), MarkKind.SOURCE)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(self._marks)

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def iso_date(words: str) -> str:
    """The date as the format states it when it is ISO 8601 and in the calendar, else nothing."""
    found = _ISO.fullmatch(words)
    if found is None:
        return ""
    try:
        date = PartialDate.parse("-".join(part for part in found.groups() if part))
    except ValueError:
        return ""
    return words.strip() if date.full else str(date)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
