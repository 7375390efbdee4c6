"""What came of an import, text by text."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

IMPORTED, PUBLISHED, NEW_WORDING = "imported", "published", "new wording"
RESTORED, HELD, REFUSED = "restored", "already held", "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one text.

    `result` is "imported", "published", "new wording" (of a held source: it waits beside its article, to be compared),
    "restored", "already held" or "refused".

    `file` is the name as it can be shown; the entries of one file are told apart ("feed.xml · 3").
    """

    file: str
    result: str
    title: str = ""
    words: int = 0
    proposals: int = 0
    quotes: int = 0
    likenesses: int = 0
    remarks: tuple[str, ...] = ()
    article: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "outcome": self.result,
            "title": self.title,
            "words": self.words,
            "proposals": self.proposals,
            "quotes": self.quotes,
            "likenesses": self.likenesses,
            "remarks": list(self.remarks),
            "article": self.article,
        }


@dataclass(slots=True)
class Report:
    """What came of a run, text by text, in the order in which the files were named.

    `endings` counts the files of the folders that are no texts by name, by the endings of their names; `unfinished`
    says that the run was stopped before its end.
    """

    dry_run: bool = False
    outcomes: list[Outcome] = field(default_factory=list)
    endings: Counter[str] = field(default_factory=Counter)
    unfinished: bool = False

    @property
    def refused(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.result == REFUSED]

    @property
    def passed_over(self) -> int:
        return self.endings.total()

    def counts(self) -> dict[str, int]:
        """How many texts came to each result, zero included."""
        counts = dict.fromkeys([IMPORTED, PUBLISHED, NEW_WORDING, RESTORED, HELD, REFUSED], 0)
        for outcome in self.outcomes:
            counts[outcome.result] += 1
        return counts

    def as_json(self) -> dict[str, Any]:
        """The report for programs.

        `dry_run`: whether all was taken back. `unfinished`: whether the run was stopped. `counts`: how many texts came
        to each outcome. `passed_over`: how many files were no texts by name, `endings`: how many by ending. `files`:
        for each text `file`, `outcome`, `title`, `words`, `proposals` and `quotes` (how many wait for a decision),
        `likenesses` (how many held texts it resembles), `remarks` (sentences) and `article` (its key; null where none
        was written).
        """
        return {
            "dry_run": self.dry_run,
            "unfinished": self.unfinished,
            "counts": self.counts(),
            "passed_over": self.passed_over,
            "endings": dict(sorted(self.endings.items())),
            "files": [outcome.as_json() for outcome in self.outcomes],
        }
