"""Where an article stands at a moment: what readers get of it, what is planned, what has changed since."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles import timeline
from articles.models import Article, ChangeRequest, Edition, Kind, Revision
from articles.snapshots import changed_fields


@dataclass(frozen=True, slots=True)
class Situation:
    """`shown` is what readers get now, be it a withdrawal's notice; `scheduled` takes its place; `ends` is the moment
    from which on there is nothing any more. `asked` is what a reviewer wants changed.
    """

    article: Article
    reader_state: str
    shown: Edition | None
    scheduled: Edition | None
    ends: datetime | None
    unpublished_changes: bool
    leads: bool
    asked: ChangeRequest | None

    @classmethod
    def of(cls, article: Article, at: datetime | None = None) -> "Situation":
        at = at or timezone.now()
        editions = list(article.editions.ever_visible().defer("body", "standfirst"))
        shown = next(
            (e for e in editions if e.visible_from <= at and (not e.visible_until or e.visible_until > at)), None
        )
        scheduled = next((e for e in editions if e.visible_from > at), None)
        newest = scheduled or shown
        return cls(
            article=article,
            reader_state=timeline.state(article, at, editions=editions),
            shown=shown,
            scheduled=scheduled,
            ends=newest.visible_until if newest is not None else None,
            unpublished_changes=newest is None or newest.kind == Kind.WITHDRAWAL or _changed_since(newest),
            leads=article.lead_since is not None
            and not Article.objects.filter(lead_since__gt=article.lead_since).exists(),
            asked=article.change_requests.open().select_related("asked_by").first(),
        )

    @property
    def kept(self) -> bool:
        return self.article.trashed_at is None

    @property
    def live(self) -> bool:
        return self.reader_state == "live"


def _changed_since(edition: Edition) -> bool:
    """Whether the article says otherwise than the revision that the edition was made of: what was changed back since
    is the same."""
    last = Revision.objects.filter(article=edition.article_id).order_by("-number").first()
    if last is None or last.pk == edition.revision_id:
        return False
    return bool(changed_fields(edition.revision.snapshot, last.snapshot))
