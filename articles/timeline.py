"""What readers get of an article, moment by moment: its editions one after the other, read and moved as one line.

At a moment at most one edition is shown. At most one more is coming: it takes the place of the one shown at its
opening. The last of them can have an end, after which nothing is shown. Whoever writes has locked the article's row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles import search
from articles.models import Article, Edition, Kind


def shown(article: Article, at: datetime) -> QuerySet[Edition]:
    """What stands at the address at that moment, be it a text or a withdrawal: one edition or none."""
    return article.editions.filter(Q(visible_until=None) | Q(visible_until__gt=at), visible_from__lte=at)


def coming(article: Article, at: datetime) -> QuerySet[Edition]:
    """What will appear after that moment: one edition or none."""
    return article.editions.ever_visible().filter(visible_from__gt=at)


def last(article: Article, at: datetime) -> Edition | None:
    """The edition after which nothing else is planned: the one coming, else the one shown."""
    edition: Edition | None = coming(article, at).first() or shown(article, at).first()
    return edition


def end(article: Article, at: datetime) -> datetime | None:
    """The moment after `at` from which on readers get nothing any more; None when none is set."""
    edition = last(article, at)
    return edition.visible_until if edition is not None else None


def cancel_coming(article: Article, at: datetime) -> list[Edition]:
    """Let nobody ever see what was to come; what is shown stays, up to the end that was set. Returns what was to come.

    A cancelled edition closes where it would have opened.
    """
    cancelled = list(coming(article, at))
    for edition in cancelled:
        until = edition.visible_until
        Edition.objects.filter(pk=edition.pk).update(visible_until=edition.visible_from)
        shown(article, at).update(visible_until=until)
    return cancelled


@dataclass(frozen=True, slots=True)
class Followed:
    """What a later embargo did to a schedule: from when to when it was moved; cancelled where `opens` is None."""

    opened: datetime
    opens: datetime | None


def follow_embargo(article: Article) -> Followed | None:
    """Move what is coming behind the article's embargo, when that ends later; None where nothing had to move.

    What would then appear after its own end is cancelled. An embargo that ends earlier than before moves nothing:
    something appears sooner only when somebody publishes it.
    """
    now, until = timezone.now(), article.embargo_until
    edition = coming(article, now).first()
    if edition is None or until is None or until <= edition.visible_from:
        return None
    if edition.visible_until is not None and edition.visible_until <= until:
        cancel_coming(article, now)
        let_go(article)
        return Followed(edition.visible_from, None)
    first = {"first_public_at": until} if edition.first_public_at == edition.visible_from else {}
    Edition.objects.filter(pk=edition.pk).update(visible_from=until, **first)
    search.hold_values(Edition.objects.filter(pk=edition.pk))  # it may appear in another year
    shown(article, now).update(visible_until=until)  # after that: the database lets no two be public at once
    return Followed(edition.visible_from, until)


def let_go(article: Article) -> None:
    """Give back the slugs under which nobody has seen nor will see the article: its schedule was cancelled."""
    used = Edition.objects.ever_visible().filter(article=article, slug=OuterRef("slug"))
    article.addresses.exclude(Exists(used)).delete()


def state(article: Article, at: datetime | None = None, *, editions: Iterable[Edition] | None = None) -> str:
    """What readers get at that moment: "live", "withdrawn", "scheduled", "ended" or "unpublished".

    "ended" is what was public and has passed its end; whatever is coming goes before it. Derived from the article's
    editions, which the caller may have at hand.
    """
    at = at or timezone.now()
    if article.trashed_at is not None:
        return "unpublished"
    held = article.editions.all() if editions is None else editions
    editions = [edition for edition in held if edition.visible_until != edition.visible_from]
    here = next(
        (e for e in editions if e.visible_from <= at and (e.visible_until is None or e.visible_until > at)), None
    )
    if here is not None:
        return "withdrawn" if here.kind == Kind.WITHDRAWAL else "live"
    if any(edition.visible_from > at for edition in editions):
        return "scheduled"
    return "ended" if editions else "unpublished"


def comes_at(article: Article, at: datetime | None = None) -> datetime | None:
    """When readers get the next edition of the article that they do not have at that moment; None where none waits."""
    at = at or timezone.now()
    if article.trashed_at is not None:
        return None
    held = (edition for edition in article.editions.all() if edition.visible_until != edition.visible_from)
    return min((edition.visible_from for edition in held if edition.visible_from > at), default=None)
