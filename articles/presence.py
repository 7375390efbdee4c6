"""Who has an article's form open at the moment: told by its pages, which say every few seconds that they are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Presence

GONE_AFTER = timedelta(seconds=90)  # browsers let a hidden tab speak once a minute


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who has the article open, in whatever number of tabs, and since when."""

    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Here:
    """Who else has the article open, and in how many other tabs the person has it themselves."""

    others: list[Somebody]
    own_tabs: int


def beat(article: Article, *, by: User, tab: str, at: datetime | None = None) -> Here:
    """Say that the tab is open still; returns who else is there."""
    at = at or timezone.now()
    present = Presence.objects.filter(article=article)
    present.filter(seen_at__lt=at - GONE_AFTER).delete()
    if not present.filter(user=by, tab=tab).update(seen_at=at):
        Presence.objects.get_or_create(article=article, user=by, tab=tab, defaults={"since": at, "seen_at": at})
    rows = list(present.select_related("user"))
    return Here(_people(row for row in rows if row.user_id != by.pk), _own_tabs(rows, by, tab))


def leave(article: Article, *, by: User, tab: str) -> None:
    """Say that the tab is closed."""
    Presence.objects.filter(article=article, user=by, tab=tab).delete()


def open_tabs(article: Article, *, of: User, at: datetime | None = None) -> set[str]:
    """The names of the tabs in which that person has the article open."""
    alive = (at or timezone.now()) - GONE_AFTER
    return set(Presence.objects.filter(article=article, user=of, seen_at__gte=alive).values_list("tab", flat=True))


def _people(rows: Iterable[Presence]) -> list[Somebody]:
    first: dict[int, Somebody] = {}
    for row in rows:  # in the order of their coming
        first.setdefault(row.user_id, Somebody(row.user.get_full_name() or row.user.get_username(), row.since))
    return list(first.values())


def _own_tabs(rows: Iterable[Presence], by: User, tab: str) -> int:
    return sum(row.user_id == by.pk and row.tab != tab for row in rows)
