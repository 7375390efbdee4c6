"""Every change of what readers see, and of an article's stage, goes through here.

Each function takes the acting user, locks the article, asks the rules, writes and logs. Admin, commands and tests
call the same ones. What cannot be done raises `Refused` with a sentence for the editor.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checks, journal, quoting, revising, search
from articles.models import Article, Byline, Edition, Kind, Stage, Waiver
from articles.models.story import LINK_FIELDS, TEXT_FIELDS


class Refused(Exception):
    """Something that cannot be done now; the message says why and what to do."""


class NotReady(Refused):
    """The checks that stand in the way, in `findings`."""

    def __init__(self, findings: list[checks.Finding]):
        self.findings = findings
        super().__init__(" ".join(str(finding.message) for finding in findings))


@dataclass(frozen=True, slots=True)
class Step:
    """A change of stage: from which stages, to which, and the permission that it needs."""

    name: str
    label: object
    before: frozenset[Stage]
    after: Stage
    permission: str


STEPS = {
    step.name: step
    for step in [
        Step(
            "submit",
            gettext_lazy("Submit for review"),
            frozenset({Stage.DRAFT}),
            Stage.IN_REVIEW,
            "articles.change_article",
        ),
        Step(
            "send_back",
            gettext_lazy("Send back"),
            frozenset({Stage.IN_REVIEW, Stage.READY}),
            Stage.DRAFT,
            "articles.review_article",
        ),
        Step("approve", gettext_lazy("Approve"), frozenset({Stage.IN_REVIEW}), Stage.READY, "articles.review_article"),
    ]
}


def require(user: User, permission: str) -> None:
    """Raise PermissionDenied unless the user has the permission."""
    if not user.has_perm(permission):
        raise PermissionDenied(_("You may not do this: %(permission)s is missing.") % {"permission": permission})


@transaction.atomic
def move(article: Article, step_name: str, *, by: User, reason: str = "") -> None:
    """Take the article from one stage to the next by a step of `STEPS`."""
    step = STEPS[step_name]
    require(by, step.permission)
    locked = locked_row(article)
    if locked.stage not in step.before:
        raise Refused(
            _("“%(title)s” is at the stage “%(stage)s”: “%(step)s” does not apply.")
            % {"title": locked, "stage": locked.get_stage_display(), "step": step.label}
        )
    was = locked.stage
    _set_stage(locked, step.after)
    article.stage = step.after
    log(
        by,
        locked,
        f"{step.label}: {reason}" if reason else str(step.label),
        action=step.name,
        before={"stage": was},
        after={"stage": step.after},
        reason=reason,
    )


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

    `kind` is FIRST for a first edition and UPDATE for a later one, unless said. `as_archive` files a first edition
    under the text's own date, which must be known to the day. What was scheduled before is replaced. Raises NotReady
    with the checks that stand in the way, Refused for a trashed article, a moment that has passed or an address that
    another article holds.
    """
    require(by, "articles.publish_article")
    article = locked_row(article)
    now = timezone.now()  # after the lock: who waited for it comes after what was published meanwhile
    if at is not None and at < now:
        raise Refused(_("That moment has passed: choose a later one, or publish now."))
    if failing := checks.blocking(article):
        raise NotReady(failing)
    opens = max(filter(None, [at, article.embargo_until, now]))
    earlier = article.editions.ever_visible()
    seen = earlier.filter(visible_from__lte=now)
    first_public_at = seen.aggregate(first=Min("first_public_at"))["first"] or opens
    if as_archive and not seen.exists():
        if article.dated is None or not article.dated.full:
            raise Refused(_("The text's own date is not known to the day: it stays a draft."))
        if article.dated.first > timezone.localdate():
            raise Refused(_("The text's own date lies ahead: it stays a draft."))
        own_date = timezone.make_aware(datetime.combine(article.dated.first, time()))
        first_public_at = min(own_date, opens)
    replaced = _shown(article, now).first()
    edition = _open(
        article,
        by=by,
        kind=kind or (Kind.UPDATE if seen.exists() else Kind.FIRST),
        note=note,
        opens=opens,
        first_public_at=first_public_at,
    )
    _set_stage(article, Stage.READY)
    said = {"number": edition.number, "moment": timezone.localtime(opens).strftime("%Y-%m-%d %H:%M %z")}
    log(
        by,
        article,
        _("Edition %(number)d, public from %(moment)s") % said,
        action="publish",
        before={"edition": replaced.number} if replaced else {},
        after={"edition": edition.number, "kind": edition.kind, "visible_from": opens, "slug": edition.slug},
        reason=note,
    )
    return edition


@transaction.atomic
def cancel_schedule(article: Article, *, by: User) -> None:
    """Take back what was to appear later; what readers see now stays."""
    require(by, "articles.publish_article")
    article = locked_row(article)
    now = timezone.now()
    future = article.editions.ever_visible().filter(visible_from__gt=now)
    if not future.exists():
        raise Refused(_("Nothing is scheduled for “%(title)s”.") % {"title": article})
    dropped = [edition.visible_from for edition in future]
    _cancel(future)
    _stays(article, now)
    log(by, article, _("Cancelled what was scheduled"), action="cancel_schedule", before={"visible_from": dropped})


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
    edition = _open(
        article,
        by=by,
        kind=Kind.WITHDRAWAL,
        note=reason.strip(),
        opens=now,
        first_public_at=shown.first_public_at,
        like=shown,
    )
    log(
        by,
        article,
        _("Withdrawn: %(reason)s") % {"reason": reason.strip()},
        action="withdraw",
        before={"edition": shown.number},
        after={"edition": edition.number},
        reason=reason.strip(),
    )
    return edition


@transaction.atomic
def trash(article: Article, *, by: User) -> None:
    """Put an article in the trash: hidden everywhere, its address kept. A public one must be withdrawn first."""
    require(by, "articles.trash_article")
    article = locked_row(article, trashed=None)
    if article.editions.public().exists():
        raise Refused(_("“%(title)s” is public: withdraw it first.") % {"title": article})
    if article.trashed_at is None:
        now = timezone.now()
        Article.objects.filter(pk=article.pk).update(trashed_at=now)
        future = article.editions.ever_visible().filter(visible_from__gt=now)
        if future.exists():
            _cancel(future)
            _stays(article, now)
        log(by, article, _("Put in the trash"), action="trash")


@transaction.atomic
def restore(article: Article, *, by: User) -> None:
    """Take an article out of the trash."""
    require(by, "articles.trash_article")
    article = locked_row(article, trashed=None)
    if article.trashed_at is not None:
        Article.objects.filter(pk=article.pk).update(trashed_at=None)
        log(by, article, _("Taken out of the trash"), action="restore")


@transaction.atomic
def lead(article: Article, *, by: User) -> None:
    """Make the article the lead of the home page, until another is chosen."""
    require(by, "articles.lead_article")
    article = locked_row(article)
    if not article.editions.public().exists():
        raise Refused(_("“%(title)s” is not public: it cannot lead the home page.") % {"title": article})
    Article.objects.filter(pk=article.pk).update(lead_since=timezone.now())
    log(by, article, _("Leads the home page"), action="lead")


@transaction.atomic
def waive(article: Article, check_name: str, *, by: User, reason: str) -> Waiver:
    """Answer for a failing check by name and reason, so that it no longer blocks."""
    require(by, "articles.waive_check")
    if not reason.strip():
        raise Refused(_("A waiver needs a reason."))
    article = locked_row(article)
    failing = {finding.name: finding for finding in checks.blocking(article)}
    if check_name not in failing or not failing[check_name].waivable:
        raise Refused(_("“%(name)s” is no failing check that can be waived.") % {"name": check_name})
    waiver = Waiver.objects.create(article=article, check_name=check_name, reason=reason.strip()[:300], waived_by=by)
    log(
        by,
        article,
        _("Answers for “%(check)s”: %(reason)s") % {"check": check_name, "reason": waiver.reason},
        action="waive",
        after={"check": check_name},
        reason=waiver.reason,
    )
    return waiver


def reader_state(article: Article, at: datetime | None = None) -> str:
    """What readers get at that moment: "live", "withdrawn", "scheduled", or "unpublished". Derived from editions."""
    at = at or timezone.now()
    if article.trashed_at is not None:
        return "unpublished"
    editions = [edition for edition in article.editions.all() if edition.visible_until != edition.visible_from]
    shown = next(
        (e for e in editions if e.visible_from <= at and (e.visible_until is None or e.visible_until > at)), None
    )
    if shown is not None:
        return "withdrawn" if shown.kind == Kind.WITHDRAWAL else "live"
    return "scheduled" if any(edition.visible_from > at for edition in editions) else "unpublished"


def locked_row(article: Article, *, trashed: bool | None = False) -> Article:
    """The article's row, locked. Raises Refused for a trashed one, unless `trashed` is None."""
    locked = Article.objects.select_for_update().get(pk=article.pk)
    if trashed is False and locked.trashed_at is not None:
        raise Refused(_("“%(title)s” is in the trash: restore it first.") % {"title": locked})
    return locked


def lock_all(articles: Iterable[int]) -> None:
    """Lock the rows of several articles, by primary key, in one order; before any row that hangs on them is locked."""
    list(Article.objects.select_for_update().filter(pk__in=articles).order_by("pk").values_list("pk"))


def _set_stage(article: Article, stage: Stage) -> None:
    Article.objects.filter(pk=article.pk).update(stage=stage, updated_at=timezone.now())
    article.stage = stage


def _shown(article: Article, at: datetime):
    """What stands at the address at that moment, be it a text or a withdrawal."""
    return article.editions.filter(Q(visible_until=None) | Q(visible_until__gt=at), visible_from__lte=at)


def _stays(article: Article, now: datetime) -> None:
    """Let what stands at the address stay there, once what was to replace it is cancelled."""
    for edition in _shown(article, now):
        _require_free(edition.slug, article, now)
        Edition.objects.filter(pk=edition.pk).update(visible_until=None)


def _require_free(slug: str, article: Article, opens: datetime) -> None:
    """Raise Refused where another article stands, or will stand, at the address at that moment or later."""
    later = Q(visible_until=None) | Q(visible_until__gt=opens)
    if Edition.objects.ever_visible().filter(later, slug=slug).exclude(article=article).exists():
        raise Refused(_("Another article is public at the address “%(slug)s”: change the slug.") % {"slug": slug})


def _cancel(editions) -> None:
    """Close editions that have not opened yet where they would have opened: nobody ever sees them."""
    for edition in editions:
        Edition.objects.filter(pk=edition.pk).update(visible_until=edition.visible_from)


def _open(
    article: Article,
    *,
    by: User,
    kind: Kind,
    note: str,
    opens: datetime,
    first_public_at: datetime,
    like: Edition | None = None,
) -> Edition:
    """Write the new edition, after closing the one before at its opening and cancelling what was scheduled.

    A withdrawal is `like` the edition that it replaces: same address and language, and nothing else of it.
    """
    now = timezone.now()
    address = like or article
    _require_free(address.slug, article, opens)
    _cancel(article.editions.ever_visible().filter(visible_from__gt=now))
    _shown(article, now).update(visible_until=opens)
    edition = Edition(
        article=article,
        revision=revising.latest(article, by=by),
        number=(article.editions.aggregate(last=Max("number"))["last"] or 0) + 1,
        kind=kind,
        note=note,
        visible_from=opens,
        first_public_at=first_public_at,
        published_by=by,
    )
    if like is not None:
        edition.title, edition.slug, edition.language = like.title, like.slug, like.language
        edition.save()
        return edition
    for name in TEXT_FIELDS:
        setattr(edition, name, getattr(article, name))
    edition.save()
    for name in LINK_FIELDS:
        getattr(edition, name).set(getattr(article, name).all())
    edition.tags.set(article.tags.all())
    Byline.objects.bulk_create(
        Byline(
            edition=edition,
            contributor=byline.contributor,
            printed_name=byline.name,
            role=byline.role,
            place=byline.place,
            position=byline.position,
        )
        for byline in article.bylines.select_related("contributor")
    )
    quoting.place_quotes(edition)
    search.index([edition])
    return edition


def log(
    by: User,
    article: Article,
    message: str,
    *,
    action: str = "change",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Write what was done into the article's history and into the journal, there under the word `action`."""
    LogEntry.objects.log_actions(by.pk, [article], CHANGE, change_message=message, single_object=True)
    journal.note(by, article, action, before=before, after=after, reason=reason, summary=message)
