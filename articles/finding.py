"""What a reader finds: public editions that answer the words and have all that was chosen, in a total order.

Where no text has all the words, those that lack one of them are found. Where nothing is found, other spellings are
proposed by `articles.respelling`.
"""

from dataclasses import dataclass
from typing import Any

from articles import facets, search
from articles.facets import Chosen, Counted
from articles.models import Edition
from articles.search.query import Query, parse

MOST = 1_000  # texts that can be paged through: who has not found it among so many adds a word or a filter
BY_DATE = "date"


@dataclass(frozen=True, slots=True)
class Found:
    """What answers, counted by facets; `lenient` when each text may lack one of the words."""

    editions: Any  # an EditionQuerySet, as `public` gives it
    counted: Counted
    lenient: bool = False

    @property
    def shown(self) -> int:
        """How many of them can be paged through."""
        return min(self.counted.total, MOST)

    def keys(self, start: int, stop: int) -> list[int]:
        """The keys of those from `start` to `stop`, in their order. The texts are not read for it."""
        return list(self.editions.values_list("pk", flat=True)[start : min(stop, MOST)])


def find(words: str, chosen: Chosen, *, order: str = "") -> Found:
    """Find by words, by what is chosen, or by both; by rank, or by date when it is `BY_DATE` or no word is given."""
    within: Any = facets.narrowed(Edition.objects.public(), chosen)
    if not words:
        return Found(within.newest_first(), facets.count(within))
    query = parse(words)
    found = _by(query, within, order, lenient=False)
    lenient = query.made_lenient()
    return found if found.counted.total or lenient is None else _by(lenient, within, order, lenient=True)


def _by(query: Query, within: Any, order: str, *, lenient: bool) -> Found:
    matching: Any = search.matching(query, within)
    ordered = matching.newest_first() if order == BY_DATE else search.search(query, within)
    return Found(ordered, facets.count(matching), lenient)
