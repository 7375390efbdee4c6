"""The index made anew from what the database holds: what readers see or will see, and the desk's articles."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import search
from articles.models import Article, Edition, Kind
from articles.statements import tell_planner

BATCH = 200


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many stories of a kind were indexed, and how many that nobody can find any more were taken out."""

    stories: str
    indexed: int
    removed: int


def rebuild(*, progress: Callable[[str, int], None] | None = None) -> list[Rebuilt]:
    """Index every edition that readers see or will see and every article, and take out all else.

    The site stays up: nothing leaves the index while it can be found, what changes meanwhile indexes itself, and each
    batch is a transaction of its own. `progress` is called after each, with the kind of story and the count.
    """
    visible = (
        Edition.objects.ever_visible()
        .exclude(kind=Kind.WITHDRAWAL)
        .filter(Q(visible_until=None) | Q(visible_until__gt=timezone.now()), article__trashed_at=None)
    )
    search.forget_words(Edition)  # no spelling is proposed for a while, which nobody misses
    rebuilt = [_rebuild(visible, progress), _rebuild(Article.objects.all(), progress)]
    tell_planner()  # else SQLite does not trust the indexes that spare it the texts
    return rebuilt


def _rebuild(wanted: QuerySet, progress: Callable[[str, int], None] | None) -> Rebuilt:
    name = str(wanted.model._meta.verbose_name_plural)
    last, indexed = 0, 0
    while count_and_last := _index_batch(wanted.filter(pk__gt=last)):
        indexed, last = indexed + count_and_last[0], count_and_last[1]
        if progress is not None:
            progress(name, indexed)
    keys, params = wanted.order_by().values("pk").query.sql_with_params()
    return Rebuilt(name, indexed, search.remove_where(wanted.model, f"{{key}} NOT IN ({keys})", params))


@transaction.atomic
def _index_batch(wanted: QuerySet) -> tuple[int, int] | None:
    """Index the first stories; returns how many, and the last one's key. None when there is none left."""
    stories = wanted.order_by("pk")
    if wanted.model is Article:
        # editions never change, but an article saved between reading and indexing would be found by its old words
        stories = stories.select_for_update()
    batch = list(stories[:BATCH])
    search.index(batch)
    return (len(batch), batch[-1].pk) if batch else None
