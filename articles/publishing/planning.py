"""What publishing would do, before anybody does it: when, in place of what, at which address, up to when."""

from dataclasses import dataclass
from datetime import datetime, time

from django.contrib.auth.models import User
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checks, timeline
from articles.models import Article, Edition, Kind
from articles.moments import with_offset
from articles.publishing.acting import NotReady, Refused, refuse_trashed
from articles.publishing.claiming import refuse_taken
from articles.publishing.stages import require_second_person


@dataclass(frozen=True, slots=True)
class Plan:
    """A publication that nothing forbids.

    It `opens` at the moment asked for (None: now) or when the embargo ends, whichever is later, and `closes` where an
    end was set. It takes the place of the edition that readers see, and of the one that was scheduled.
    """

    article: Article
    kind: Kind
    opens: datetime
    at_once: bool
    asked_for: datetime | None
    closes: datetime | None
    first_public_at: datetime
    shown: Edition | None
    scheduled: Edition | None

    @property
    def embargo_decides(self) -> bool:
        return not self.at_once and self.opens == self.article.embargo_until and self.opens != self.asked_for

    @property
    def former_slug(self) -> str:
        """The address that readers know and that will lead to the new one; empty when it stays."""
        seen = self.shown is not None and self.shown.kind != Kind.WITHDRAWAL
        return self.shown.slug if self.shown is not None and seen and self.shown.slug != self.article.slug else ""


def plan(
    article: Article,
    *,
    by: User,
    kind: Kind | None = None,
    note: str = "",
    at: datetime | None = None,
    as_archive: bool = False,
    now: datetime | None = None,
) -> Plan:
    """What `publish` would do with the same arguments; raises what it would, but for the permission."""
    now = now or timezone.now()
    refuse_trashed(article)
    if at is not None and at < now:
        raise Refused(_("That moment has passed: choose a later one, or publish now."))
    require_second_person(article, by=by)
    if failing := checks.blocking(article):
        raise NotReady(failing)
    refuse_taken(article, article.slug)
    opens = max(filter(None, [at, article.embargo_until, now]))
    closes = timeline.end(article, now)
    if closes is not None and opens >= closes:
        raise Refused(
            _("It goes offline on %(moment)s, before that: move that moment or keep it online.")
            % {"moment": with_offset(closes)}
        )
    seen = article.editions.ever_visible().filter(visible_from__lte=now)
    shown = timeline.shown(article, now).first()
    refuse_kind(kind, note, seen=seen.exists(), shown=shown is not None and shown.kind != Kind.WITHDRAWAL)
    first_public_at = seen.aggregate(first=Min("first_public_at"))["first"] or opens
    if as_archive and not seen.exists():
        first_public_at = min(_own_day(article), opens)
    return Plan(
        article=article,
        kind=kind or (Kind.UPDATE if seen.exists() else Kind.FIRST),
        opens=opens,
        at_once=opens == now,
        asked_for=at,
        closes=closes,
        first_public_at=first_public_at,
        shown=shown,
        scheduled=timeline.coming(article, now).first(),
    )


def refuse_kind(kind: Kind | None, note: str, *, seen: bool, shown: bool) -> None:
    """Raise Refused for a kind of change that does not apply, or whose note is missing or would not be shown.

    `seen` says whether readers have ever had a text of the article before them, `shown` whether they have one now.
    """
    if kind is None or kind == Kind.FIRST:
        return
    if not seen:
        raise Refused(_("Readers have not seen it yet: there is nothing to tell them of a change."))
    if kind in {Kind.CLARIFICATION, Kind.CORRECTION} and not note.strip():
        raise Refused(_("Write what was changed and why: readers will see it."))
    if kind == Kind.SILENT and note.strip():
        raise Refused(_("A silent fix shows no note: choose another kind, or take the note away."))
    if kind == Kind.SILENT and not shown:
        raise Refused(_("Readers see no text now: there is nothing to mend silently."))


def _own_day(article: Article) -> datetime:
    """The beginning of the text's own day. Raises Refused where it is not known, or lies ahead."""
    if article.dated is None or not article.dated.full:
        raise Refused(_("The text's own date is not known to the day: it stays a draft."))
    if article.dated.first > timezone.localdate():
        raise Refused(_("The text's own date lies ahead: it stays a draft."))
    return timezone.make_aware(datetime.combine(article.dated.first, time()))
