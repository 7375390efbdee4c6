"""What came of an editor's decisions, in words; and the articles that they are about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from articles.models import Article, Decision, Ignored


@dataclass(slots=True)
class Decided:
    """What came of a call: how many were decided, which registry entries are new, and sentences for the editor.

    What could not be decided keeps the decision that it had; a remark says why. `remembered` are the words that will
    not be proposed again.
    """

    count: int = 0
    made: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    remembered: list[Ignored] = field(default_factory=list)

    @property
    def told(self) -> str:
        """What is remembered, in one sentence for the editor; empty where nothing is."""
        if not self.remembered:
            return ""
        pairs = ", ".join(f"“{kept.surface}” ≠ {kept.label}" for kept in self.remembered)
        return _("Remembered, and not proposed again in any text: %(pairs)s.") % {"pairs": pairs}


def by_article(rows: Iterable[Any]) -> Iterator[tuple[Article, list[int]]]:
    """The articles that proposals or quotes belong to, each with the primary keys of its rows, in one stable order."""
    articles: dict[int, Article] = {}
    keys: dict[int, list[int]] = {}
    for row in rows:
        articles.setdefault(row.article_id, row.article)
        keys.setdefault(row.article_id, []).append(row.pk)
    for pk in sorted(articles):
        yield articles[pk], keys[pk]


def said_of(decision: Decision, labels: list[str]) -> str:
    """The decision in words, for the history."""
    reasons = {
        Decision.ACCEPTED: _("Accepted: %(what)s"),
        Decision.REJECTED: _("Rejected: %(what)s"),
        Decision.PENDING: _("Undone: %(what)s"),
    }
    return reasons[decision] % {"what": ", ".join(labels)}
