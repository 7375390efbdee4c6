"""The desk's memory: a snapshot after each real change."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, Max

from articles import search
from articles.models import Article, Byline, Revision
from articles.models.story import LINK_FIELDS, TEXT_FIELDS

_OF_A_BYLINE = ("contributor", "role", "place", "position")


def snapshot(article: Article) -> dict[str, Any]:
    """Everything of the article that an edition or a restore needs, as JSON values."""
    held: dict[str, Any] = {}
    for name in LINK_FIELDS:
        held[name] = sorted(getattr(article, name).values_list("pk", flat=True))
    held["tags"] = sorted(article.tags.values_list("name", flat=True))
    held["bylines"] = list(article.bylines.values(*_OF_A_BYLINE))
    return _own_fields(article) | held


def _own_fields(article: Article) -> dict[str, Any]:
    """What stands in the article's own row."""
    held: dict[str, Any] = {}
    for name in TEXT_FIELDS:
        value = article.serializable_value(name)
        held[name] = str(value) if value is not None and not isinstance(value, int | str) else value
    held["title_proposed"] = article.title_proposed
    held["embargo_until"] = article.embargo_until.isoformat() if article.embargo_until else None
    return held


def record_first(article: Article, bylines: Sequence[Byline], *, by: User | None, reason: str = "") -> Revision:
    """Keep an article that was made in this transaction, with those bylines and no link or theme, and let it be found.

    This is what `record` would keep of it, without asking the database for what nobody can have added yet.
    """
    now: dict[str, Any] = {name: [] for name in [*LINK_FIELDS, "tags"]}
    now["bylines"] = [{name: byline.serializable_value(name) for name in _OF_A_BYLINE} for byline in bylines]
    search.index([article])
    return Revision.objects.create(
        article=article,
        number=article.version,
        snapshot=_own_fields(article) | now,
        reason=reason[:300],
        created_by=by,
    )


def record(article: Article, *, by: User | None, reason: str = "") -> Revision | None:
    """Keep the article as it stands now as a new revision, and let the desk find it; None when nothing changed.

    Call it inside the transaction that made the change, with the article's row locked.
    """
    now = snapshot(article)
    last = article.revisions.first()
    if last is not None and last.snapshot == now:
        return None
    number = (article.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    Article.objects.filter(pk=article.pk).update(version=F("version") + 1)
    article.version += 1
    search.index([article])
    return Revision.objects.create(article=article, number=number, snapshot=now, reason=reason[:300], created_by=by)


def latest(article: Article, *, by: User | None) -> Revision:
    """The revision that holds the article as it stands, made when there is none yet."""
    made = record(article, by=by)
    return made or article.revisions.get(number=article.revisions.aggregate(last=Max("number"))["last"])
