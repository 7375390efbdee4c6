"""What readers see: publish now or at a moment, take offline at one, withdraw with a notice, lead the home page."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import quoting, revising, search, timeline
from articles.models import Article, Edition, Kind, SilentEdit, Stage
from articles.models.story import TEXT_FIELDS
from articles.moments import with_offset
from articles.publishing.acting import Refused, locked_row, log, require
from articles.publishing.claiming import claim
from articles.publishing.opening import copy_links, keep_edition
from articles.publishing.planning import plan
from articles.publishing.silent import beyond_typography_of
from articles.publishing.stages import answer_requests, set_stage


@transaction.atomic
def publish(
    article: Article,
    *,
    by: User,
    kind: Kind | None = None,
    note: str = "",
    at: datetime | None = None,
    as_archive: bool = False,
) -> Edition:
    """Make the article's text what readers see from `at` on (now, when None), and not before its embargo ends.

    `kind` is FIRST for a first edition and UPDATE for a later one, unless said; readers see the `note`, which a
    clarification and a correction need. `as_archive` files a first edition under the text's own date, which must be
    known to the day. What was scheduled before is replaced; an end that was set stays. Raises NotReady with the checks
    that stand in the way, Refused for a trashed article, a moment that has passed or comes after its end, an address
    that is another article's, a kind that does not apply, or where a second person is wanted.
    """
    require(by, "articles.publish_article")
    article = locked_row(article)
    now = timezone.now()  # after the lock: who waited for it comes after what was published meanwhile
    planned = plan(article, by=by, kind=kind, note=note, at=at, as_archive=as_archive, now=now)
    note = note.strip()
    edition = Edition(
        article=article,
        revision=revising.latest(article, by=by),
        kind=planned.kind,
        note=note,
        visible_from=planned.opens,
        visible_until=planned.closes,
        asked_for=at,
        first_public_at=planned.first_public_at,
        published_by=by,
    )
    for name in TEXT_FIELDS:
        setattr(edition, name, getattr(article, name))
    beyond = beyond_typography_of(article, planned.shown) if edition.kind == Kind.SILENT else []
    _open(edition, now)
    copy_links(article, edition)
    if edition.kind == Kind.SILENT:
        SilentEdit.objects.create(edition=edition, beyond_typography=bool(beyond))
    quoting.place_quotes(edition)
    search.index([edition])
    set_stage(article, Stage.READY)
    answer_requests(article)
    said = {"number": edition.number, "moment": with_offset(planned.opens)}
    log(
        by,
        article,
        _("Edition %(number)d, public from %(moment)s") % said,
        action="publish",
        before={"edition": planned.shown.number, "slug": planned.shown.slug} if planned.shown else {},
        after={"edition": edition.number, "kind": edition.kind, "visible_from": planned.opens, "slug": edition.slug},
        reason=note,
    )
    return edition


@transaction.atomic
def cancel_schedule(article: Article, *, by: User) -> None:
    """Take back what was to appear later; what readers see now stays."""
    require(by, "articles.publish_article")
    article = locked_row(article)
    cancelled = timeline.cancel_coming(article, timezone.now())
    if not cancelled:
        raise Refused(_("Nothing is scheduled for “%(title)s”.") % {"title": article})
    timeline.let_go(article)
    before = {"visible_from": [edition.visible_from for edition in cancelled]}
    log(by, article, _("Cancelled what was scheduled"), action="cancel_schedule", before=before)


@transaction.atomic
def take_offline(article: Article, *, by: User, at: datetime) -> Edition:
    """Set the end: from that moment on readers are told that the article is no longer online.

    An end that was set before is moved. Raises Refused where nothing is public or scheduled, and for a moment that
    has passed or comes before what is scheduled.
    """
    require(by, "articles.publish_article")
    article = locked_row(article)
    edition = ending(article, at, timezone.now())
    Edition.objects.filter(pk=edition.pk).update(visible_until=at)
    before, edition.visible_until = edition.visible_until, at
    log(
        by,
        article,
        _("Goes offline on %(moment)s") % {"moment": with_offset(at)},
        action="take_offline",
        before={"visible_until": before},
        after={"visible_until": at},
    )
    return edition


def ending(article: Article, at: datetime, now: datetime) -> Edition:
    """The edition that would end at that moment. Raises Refused as `take_offline` does."""
    edition = timeline.last(article, now)
    if edition is None or edition.kind == Kind.WITHDRAWAL:
        raise Refused(_("“%(title)s” is neither public nor scheduled.") % {"title": article})
    if at <= now:
        raise Refused(_("That moment has passed: choose a later one."))
    if at <= edition.visible_from:
        raise Refused(
            _("It appears on %(moment)s only: choose a later moment, or cancel the schedule first.")
            % {"moment": with_offset(edition.visible_from)}
        )
    return edition


@transaction.atomic
def keep_online(article: Article, *, by: User) -> None:
    """Take back the end that was set. Raises Refused where none lies ahead."""
    require(by, "articles.publish_article")
    article = locked_row(article)
    edition = timeline.last(article, timezone.now())
    if edition is None or edition.visible_until is None:
        raise Refused(_("No moment is set at which “%(title)s” goes offline.") % {"title": article})
    Edition.objects.filter(pk=edition.pk).update(visible_until=None)
    before = {"visible_until": edition.visible_until}
    log(by, article, _("Stays online"), action="take_offline", before=before, after={"visible_until": None})


@transaction.atomic
def withdraw(article: Article, *, by: User, reason: str) -> Edition:
    """Replace what readers see by a notice without the text; the address answers 410 with the reason."""
    require(by, "articles.withdraw_article")
    if not reason.strip():
        raise Refused(_("A withdrawal needs a reason: readers will see it."))
    article = locked_row(article)
    now = timezone.now()
    shown = article.editions.public(now).first()
    if shown is None:
        raise Refused(_("“%(title)s” is not public: there is nothing to withdraw.") % {"title": article})
    notice = Edition(
        article=article,
        revision=revising.latest(article, by=by),
        kind=Kind.WITHDRAWAL,
        note=reason.strip(),
        title=shown.title,
        slug=shown.slug,
        language=shown.language,
        visible_from=now,
        first_public_at=shown.first_public_at,
        published_by=by,
    )
    _open(notice, now)
    log(
        by,
        article,
        _("Withdrawn: %(reason)s") % {"reason": reason.strip()},
        action="withdraw",
        before={"edition": shown.number},
        after={"edition": notice.number},
        reason=reason.strip(),
    )
    return notice


@transaction.atomic
def lead(article: Article, *, by: User) -> None:
    """Make the article the lead of the home page, until another is chosen."""
    require(by, "articles.lead_article")
    article = locked_row(article)
    if not article.editions.public().exists():
        raise Refused(_("“%(title)s” is not public: it cannot lead the home page.") % {"title": article})
    Article.objects.filter(pk=article.pk).update(lead_since=timezone.now())
    log(by, article, _("Leads the home page"), action="lead")


def _open(edition: Edition, now: datetime) -> None:
    """Keep the new edition, closing at its opening the one before, and cancelling what was scheduled."""
    article = edition.article
    claim(article, edition.slug)
    timeline.cancel_coming(article, now)
    timeline.shown(article, now).update(visible_until=edition.visible_from)
    keep_edition(edition)
    timeline.let_go(article)
