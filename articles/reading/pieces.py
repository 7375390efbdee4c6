"""A unit on its way to what it is: the steps of layout mark the same pieces, one after the other."""

from dataclasses import dataclass

from articles.reading.datelines import DatelineFound
from articles.reading.line_facts import Facts
from articles.reading.results import BlockKind, Found, RemovedKind, Span
from articles.reading.units import Unit


@dataclass(slots=True)
class Piece:
    """`kind` stays None until a step knows it; `facts` are what the unit hands on when it leaves the article."""

    unit: Unit
    kind: BlockKind | RemovedKind | None = None
    facts: Facts | None = None
    dateline: DatelineFound | None = None
    level: int = 0

    @property
    def open(self) -> bool:
        return self.kind is None

    @property
    def span(self) -> Span:
        return Span(self.unit.start, self.unit.end)

    def leave(self, facts: Facts) -> None:
        """The unit is not the article's own words."""
        self.kind, self.facts = facts.kind, facts

    def leave_as_furniture(self) -> None:
        self.leave(Facts(RemovedKind.FURNITURE))

    def hand_on(self, kind: RemovedKind, source: Found | None = None) -> None:
        """The unit leaves the article and names at most who publishes it."""
        self.leave(Facts(kind, source=source))
