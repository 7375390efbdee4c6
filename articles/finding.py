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

MOST = search.RANKED  # texts that can be paged through: who has not found it among so many adds a word or a filter
BY_DATE = "date"


@dataclass(frozen=True, slots=True)
class Found:
    """What of `within` is public and answers the query, or is public without one, counted by facets."""

    within: Any  # an EditionQuerySet; that only public editions are found is asked once, by whoever finds them
    query: Query | None
    order: str
    counted: Counted

    @property
    def lenient(self) -> bool:
        """Whether each of them may lack one of the words."""
        return self.query is not None and self.query.lenient

    @property
    def shown(self) -> int:
        """How many of them can be paged through."""
        return min(self.counted.total, MOST)

    @property
    def editions(self) -> Any:
        """All of them in their order."""
        if self.query is None:
            return self.within.public().newest_first()
        if self.order == BY_DATE:
            return search.matching(self.query, self.within).newest_first()  # type: ignore[attr-defined]
        return search.search(self.query, self.within)

    def keys(self, start: int, stop: int) -> list[int]:
        """The keys of those from `start` to `stop`, in their order. The texts are not read for it."""
        stop = min(stop, self.shown)
        if self.query is not None and self.order != BY_DATE:
            return search.keys_of_page(self.query, self.within, self.counted.keys, start, stop)
        return list(self.editions.values_list("pk", flat=True)[start:stop])


def find(words: str, chosen: Chosen, *, order: str = "") -> Found:
    """Find by words, by what is chosen, or by both; by rank, or by date when it is `BY_DATE` or no word is given."""
    within = facets.narrowed(Edition.objects.all(), chosen)
    if not words:
        return Found(within, None, order, facets.count(within))
    query = parse(words)
    found = Found(within, query, order, facets.count(within, query))
    lenient = query.made_lenient()
    if found.counted.total or lenient is None:
        return found
    return Found(within, lenient, order, facets.count(within, lenient))
