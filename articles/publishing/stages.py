"""The stages of an article at the desk, and who answers for what: steps, approvals, requests for changes, waivers."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checks, revising
from articles.models import Approval, Article, ChangeRequest, Revision, Stage, Waiver
from articles.publishing.acting import Refused, locked_row, log, require


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
            gettext_lazy("Request changes"),
            frozenset({Stage.IN_REVIEW, Stage.READY}),
            Stage.DRAFT,
            "articles.review_article",
        ),
        Step(
            "ask_approval",
            gettext_lazy("Ask for approval"),
            frozenset({Stage.READY}),
            Stage.IN_REVIEW,
            "articles.review_article",
        ),
        Step("approve", gettext_lazy("Approve"), frozenset({Stage.IN_REVIEW}), Stage.READY, "articles.review_article"),
    ]
}


@transaction.atomic
def move(article: Article, step_name: str, *, by: User, reason: str = "") -> None:
    """Take the article from one stage to the next by a step of `STEPS`.

    "send_back" asks its author for changes and needs a reason, which stays open until the article is submitted again.
    Raises PermissionDenied, and Refused from another stage, without that reason, or where a second person is wanted.
    """
    step = STEPS[step_name]
    require(by, step.permission)
    locked, reason = locked_row(article), reason.strip()
    refuse_step(locked, step_name, by=by)
    if step_name == "send_back":
        if not reason:
            raise Refused(_("Say what is missing: the author will read it."))
        ChangeRequest.objects.create(article=locked, reason=reason, asked_by=by)
    else:
        answer_requests(locked)
    if step_name == "approve":
        Approval.objects.create(revision=revising.latest(locked, by=by), approved_by=by)
    was = locked.stage
    set_stage(locked, step.after)
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


def refuse_step(article: Article, step_name: str, *, by: User) -> None:
    """Raise Refused where the step does not apply to the article as it stands, or not to this person."""
    step = STEPS[step_name]
    if article.stage not in step.before:
        raise Refused(
            _("“%(title)s” is at the stage “%(stage)s”: “%(step)s” does not apply.")
            % {"title": article, "stage": article.get_stage_display(), "step": step.label}
        )
    if step_name == "approve":
        require_second_person(article, by=by, approving=True)
    if step_name == "ask_approval" and not lacks_second_person(article):
        raise Refused(_("“%(title)s” needs nobody’s approval as it stands.") % {"title": article})


def require_second_person(article: Article, *, by: User, approving: bool = False) -> None:
    """Raise Refused where whoever wrote the last change would answer for it alone, and the settings ask for two.

    Somebody else's approval of the text as it stands is enough to publish, not to approve.
    """
    last = article.revisions.first()
    if not settings.SECOND_APPROVAL or last is None or last.created_by_id != by.pk:
        return
    if approving or not _approved_by_another(last, by.pk):
        raise Refused(
            _("You wrote the last change to “%(title)s”: somebody else has to approve it.") % {"title": article}
        )


def lacks_second_person(article: Article) -> bool:
    """Whether whoever wrote the last change has to wait until somebody else has approved it."""
    last = article.revisions.first() if settings.SECOND_APPROVAL else None
    return last is not None and last.created_by_id is not None and not _approved_by_another(last, last.created_by_id)


def _approved_by_another(revision: Revision, user: int) -> bool:
    return revision.approvals.exclude(approved_by=None).exclude(approved_by=user).exists()


def answer_requests(article: Article) -> None:
    """Close what a reviewer asked for: the article goes on."""
    ChangeRequest.objects.open().filter(article=article).update(answered_at=timezone.now())


def set_stage(article: Article, stage: Stage) -> None:
    Article.objects.filter(pk=article.pk).update(stage=stage, updated_at=timezone.now())
    article.stage = stage


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
