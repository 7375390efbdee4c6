"""What can be done with an article as a whole: each step has a button, most a page that asks first.

The functions of `articles.publishing` do the work and refuse what may not be; this room only offers, asks and tells.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin.moments import MomentField, with_offset
from articles.models import Article, Edition, Kind, Stage


@dataclass(frozen=True, slots=True)
class Situation:
    """Where an article stands at a moment: what readers get of it, what is scheduled, what has changed since."""

    article: Article
    reader_state: str
    shown: Edition | None
    scheduled: Edition | None
    unpublished_changes: bool
    leads: bool

    @classmethod
    def of(cls, article: Article, at: datetime | None = None) -> "Situation":
        at = at or timezone.now()
        editions = list(article.editions.ever_visible())
        shown = next(
            (e for e in editions if e.visible_from <= at and (not e.visible_until or e.visible_until > at)), None
        )
        scheduled = next((e for e in editions if e.visible_from > at), None)
        last = article.revisions.first()
        newest = scheduled or shown
        return cls(
            article=article,
            reader_state=publishing.reader_state(article, at),
            shown=shown,
            scheduled=scheduled,
            unpublished_changes=newest is None
            or newest.kind == Kind.WITHDRAWAL
            or last is None
            or newest.revision_id != last.pk,
            leads=article.lead_since is not None
            and not Article.objects.filter(lead_since__gt=article.lead_since).exists(),
        )

    @property
    def kept(self) -> bool:
        return self.article.trashed_at is None


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )


class MomentForm(forms.Form):
    at = MomentField(label=gettext_lazy("Publish on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("The newsroom's local time; it is now %(now)s.") % {
            "now": with_offset(timezone.now())
        }


@dataclass(frozen=True, slots=True)
class DeskStep:
    """One thing to do: who may, when it applies, what it asks, and what to say when it is done.

    `applies` offers the button, `idle` says after saving why there is nothing to do (or nothing, when there is).
    `run` takes the article, the user and the form's values and returns the sentence. `explains` says on the page what
    will happen; a step without it needs no page and happens at once.
    """

    name: str
    label: str | Promise
    permission: str
    applies: Callable[[Situation], bool]
    run: Callable[[Article, User, dict[str, Any]], str]
    explains: str | Promise = ""
    idle: Callable[[Situation], str] = lambda now: ""
    form: type[forms.Form] | None = None
    shows_checks: bool = False
    grave: bool = False


def _unchanged(now: Situation) -> str:
    """Why publishing would give readers nothing new, nor anything sooner; empty when it would."""
    if now.unpublished_changes or now.scheduled is not None:
        return ""
    return _("“%(title)s” has not changed since it was published.") % {"title": now.article}


def _submit(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.move(article, "submit", by=by)
    return _("“%(title)s” waits for review.") % {"title": article}


def _approve(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.move(article, "approve", by=by)
    return _("“%(title)s” is ready.") % {"title": article}


def _send_back(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.move(article, "send_back", by=by, reason=values.get("reason", ""))
    return _("“%(title)s” is a draft again.") % {"title": article}


@transaction.atomic
def _publish(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.require(by, "articles.publish_article")
    article = publishing.locked_row(article)  # two clicks at once come one after the other
    if unchanged := _unchanged(Situation.of(article)):  # a second click makes no second edition
        raise publishing.Refused(unchanged)
    edition = publishing.publish(article, by=by, at=values.get("at"))
    if edition.visible_from > timezone.now():
        return _("“%(title)s” will appear on %(moment)s.") % {
            "title": article,
            "moment": with_offset(edition.visible_from),
        }
    return _("“%(title)s” is public.") % {"title": article}


def _cancel_schedule(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.cancel_schedule(article, by=by)
    return _("What was scheduled for “%(title)s” is cancelled.") % {"title": article}


def _withdraw(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.withdraw(article, by=by, reason=values.get("reason", ""))
    return _("“%(title)s” is withdrawn: its address shows the notice.") % {"title": article}


def _lead(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.lead(article, by=by)
    return _("“%(title)s” leads the home page.") % {"title": article}


def _trash(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.trash(article, by=by)
    return _("“%(title)s” is in the trash.") % {"title": article}


def _restore(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.restore(article, by=by)
    return _("“%(title)s” is out of the trash.") % {"title": article}


def _waive(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.waive(article, values["check"], by=by, reason=values.get("reason", ""))
    return _("You answer for this check; it no longer stands in the way.")


STEPS = {
    step.name: step
    for step in [
        DeskStep(
            "submit",
            gettext_lazy("Submit for review"),
            "articles.change_article",
            lambda now: now.kept and now.article.stage == Stage.DRAFT,
            _submit,
        ),
        DeskStep(
            "approve",
            gettext_lazy("Approve"),
            "articles.review_article",
            lambda now: now.kept and now.article.stage == Stage.IN_REVIEW,
            _approve,
        ),
        DeskStep(
            "send_back",
            gettext_lazy("Request changes"),
            "articles.review_article",
            lambda now: now.kept and now.article.stage in {Stage.IN_REVIEW, Stage.READY},
            _send_back,
            explains=gettext_lazy(
                "The article becomes a draft again, and its author reads what is missing. What readers see stays."
            ),
            form=ReasonForm,
        ),
        DeskStep(
            "publish",
            gettext_lazy("Publish"),
            "articles.publish_article",
            lambda now: now.kept,  # what an editor has typed is saved, and known, only when the button is clicked
            _publish,
            explains=gettext_lazy(
                "Readers see the text as it stands now. What is scheduled is replaced; an embargo is kept."
            ),
            idle=_unchanged,
            shows_checks=True,
        ),
        DeskStep(
            "schedule",
            gettext_lazy("Schedule"),
            "articles.publish_article",
            lambda now: now.kept,  # as above
            _publish,
            explains=gettext_lazy(
                "The text as it stands now appears at that moment. Later changes need to be scheduled again."
            ),
            form=MomentForm,
            idle=_unchanged,
            shows_checks=True,
        ),
        DeskStep(
            "cancel_schedule",
            gettext_lazy("Cancel the schedule"),
            "articles.publish_article",
            lambda now: now.kept and now.scheduled is not None,
            _cancel_schedule,
            explains=gettext_lazy("What was to appear later does not. What readers see now stays."),
        ),
        DeskStep(
            "lead",
            gettext_lazy("Make it the lead"),
            "articles.lead_article",
            lambda now: now.reader_state == "live" and not now.leads,
            _lead,
        ),
        DeskStep(
            "withdraw",
            gettext_lazy("Withdraw"),
            "articles.withdraw_article",
            lambda now: now.reader_state == "live",
            _withdraw,
            explains=gettext_lazy(
                "The text vanishes from the site; its address says that it was withdrawn. "
                "Readers see the reason: write it for them."
            ),
            form=ReasonForm,
            grave=True,
        ),
        DeskStep(
            "trash",
            gettext_lazy("Put in the trash"),
            "articles.trash_article",
            lambda now: now.kept and now.reader_state != "live",
            _trash,
            explains=gettext_lazy(
                "The article disappears from lists and can be taken out again. Its address stays reserved."
            ),
            grave=True,
        ),
        DeskStep(
            "restore",
            gettext_lazy("Take out of the trash"),
            "articles.trash_article",
            lambda now: not now.kept,
            _restore,
        ),
    ]
}
WAIVE = DeskStep(
    "waive",
    gettext_lazy("Answer for this check"),
    "articles.waive_check",
    lambda now: now.kept,
    _waive,
    explains=gettext_lazy(
        "The check no longer stands in the way. Your name and the reason are kept with the article."
    ),
    form=ReasonForm,
)


def offered(situation: Situation, user: User) -> list[DeskStep]:
    """The steps that apply to the article now and that the user may take, in the order of the buttons."""
    return [step for step in STEPS.values() if step.applies(situation) and user.has_perm(step.permission)]


def publish_label(situation: Situation) -> str:
    """What publishing means here: a first time, or what has changed since."""
    seen = situation.shown is not None and situation.shown.kind != Kind.WITHDRAWAL
    return _("Publish the changes") if seen else _("Publish")
