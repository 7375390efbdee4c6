"""The index of editions made anew from what the database holds."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from articles import search
from articles.models import Edition, Kind

BATCH = 200


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many editions were indexed, and how many that nobody can see any more were taken out."""

    indexed: int
    removed: int


def rebuild(*, progress: Callable[[int], None] | None = None) -> Rebuilt:
    """Index every edition that readers see or will see, a batch a transaction, and take out all others.

    The site stays up: nothing leaves the index while it can be found, and what is published meanwhile indexes itself.
    `progress` is called with the count after each batch.
    """
    wanted = (
        Edition.objects.ever_visible()
        .exclude(kind=Kind.WITHDRAWAL)
        .filter(Q(visible_until=None) | Q(visible_until__gt=timezone.now()), article__trashed_at=None)
        .order_by("pk")
    )
    last, indexed = 0, 0
    while batch := list(wanted.filter(pk__gt=last)[:BATCH]):
        search.index(batch)
        last, indexed = batch[-1].pk, indexed + len(batch)
        if progress is not None:
            progress(indexed)
    keys, params = wanted.order_by().values("pk").query.sql_with_params()
    return Rebuilt(indexed, search.remove_where(Edition, f"{{key}} NOT IN ({keys})", params))
