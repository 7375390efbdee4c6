"""What waits for one person at the desk: lists of articles, each of things that this person can do something about.

Each list is asked by primary keys, so that a database reads what is beside the articles once, and not once for each.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.filters import midnight
from articles.models import Article, ChangeRequest, Edition, Proposal, Revision, Stage

SHOWN = 5  # of each list


@dataclass(frozen=True, slots=True)
class Waiting:
    """One list: its name in addresses, its title, the permission without which nothing can be done about it.

    `page` is the page of the desk to which its articles lead.
    """

    name: str
    title: str | Promise
    permission: str
    articles: Callable[[User], QuerySet]
    page: str = "articles_article_change"


def _kept() -> QuerySet[Article]:
    return Article.objects.kept()


def _asked(user: User) -> QuerySet[Article]:
    """Articles of theirs of which a reviewer wants changes."""
    return _kept().filter(pk__in=ChangeRequest.objects.open().of_author(user).order_by().values("article"))


def _drafts(user: User) -> QuerySet[Article]:
    """Drafts that they began or have changed."""
    changed = Revision.objects.filter(created_by=user).order_by().values("article")
    return _kept().filter(Q(created_by=user) | Q(pk__in=changed), stage=Stage.DRAFT)


def _review(user: User) -> QuerySet[Article]:
    """Articles in review that they may approve: not their own last change, where the settings want a second person."""
    waiting = _kept().filter(stage=Stage.IN_REVIEW)
    if not settings.SECOND_APPROVAL:
        return waiting
    last = Revision.objects.filter(article=OuterRef("pk")).order_by("-number").values("created_by")[:1]
    return waiting.annotate(last_by=Subquery(last)).filter(Q(last_by=None) | ~Q(last_by=user.pk))


def _scheduled(user: User) -> QuerySet[Article]:
    """Articles of which something is to appear, be it a first time or a change."""
    coming = Edition.objects.ever_visible().filter(visible_from__gt=timezone.now())
    return _kept().filter(pk__in=coming.order_by().values("article"))


def _today(user: User) -> QuerySet[Article]:
    """Articles whose public edition came out today by the newsroom's clock, the first or a later one."""
    out = Edition.objects.public().filter(visible_from__gte=midnight(timezone.localdate()))
    return _kept().filter(pk__in=out.order_by().values("article"))


def _proposals(user: User) -> QuerySet[Article]:
    return _kept().filter(pk__in=Proposal.objects.pending().order_by().values("article"), stage=Stage.DRAFT)


def _briefs(user: User) -> QuerySet[Article]:
    """Articles on their way that lack something of what their brief asks."""
    return _kept().filter(brief__unmet=True, stage__in=[Stage.DRAFT, Stage.IN_REVIEW])


def _wordings(user: User) -> QuerySet[Article]:
    return _kept().with_new_wordings()  # type: ignore[attr-defined]


def _likenesses(user: User) -> QuerySet[Article]:
    return _kept().with_open_likenesses()  # type: ignore[attr-defined]


WAITING = {
    each.name: each
    for each in [
        Waiting("asked", gettext_lazy("Changes requested of you"), "articles.change_article", _asked),
        Waiting("drafts", gettext_lazy("My drafts"), "articles.change_article", _drafts),
        Waiting("review", gettext_lazy("Waiting for my review"), "articles.review_article", _review),
        Waiting("scheduled", gettext_lazy("Scheduled"), "articles.publish_article", _scheduled),
        Waiting("today", gettext_lazy("Published today"), "articles.publish_article", _today),
        Waiting(
            "proposals",
            gettext_lazy("Drafts with open proposals"),
            "articles.decide_proposal",
            _proposals,
            "articles_article_proposals",
        ),
        Waiting("briefs", gettext_lazy("Briefs that are not met"), "articles.change_article", _briefs),
        Waiting(
            "wordings",
            gettext_lazy("New wordings to compare"),
            "articles.change_article",
            _wordings,
            "articles_article_compare",
        ),
        Waiting("likenesses", gettext_lazy("Likenesses to decide"), "articles.change_resemblance", _likenesses),
    ]
}


@dataclass(frozen=True, slots=True)
class Some:
    """How many there are, and the first of them: primary key and title."""

    count: int
    first: list[tuple[int, str]]


def waiting_for(user: User) -> list[Waiting]:
    """The lists that can have something for this person to do."""
    if not user.has_perm("articles.view_article"):
        return []
    return [each for each in WAITING.values() if user.has_perm(each.permission)]


def first_of_each(user: User, lists: Iterable[Waiting]) -> dict[str, Some]:
    """What each list begins with, the last changed first, and how long it is; one query for all of them."""
    found = {each.name: Some(0, []) for each in lists}
    ranked = [_ranked(each.name, each.articles(user)) for each in lists]
    if not ranked:
        return found
    rows = ranked[0].union(*ranked[1:], all=True)
    for name, _place, key, title, total in sorted(rows, key=lambda row: (row[0], row[1])):
        found[name] = Some(total, [*found[name].first, (key, title)])
    return found


def _ranked(name: str, articles: QuerySet) -> QuerySet[Any, Any]:
    """The first rows of a list, each with its place and the length of the whole list."""
    order = [F("updated_at").desc(), F("pk").desc()]
    counted = articles.order_by().annotate(
        list_name=Value(name), place=Window(RowNumber(), order_by=order), total=Window(Count("pk"))
    )
    return counted.filter(place__lte=SHOWN).values_list("list_name", "place", "pk", "title", "total")
