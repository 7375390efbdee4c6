"""What can be done with an article as a whole: each step has a button, most a page that asks first.

The functions of `articles.publishing` do the work and refuse what may not be; this room only offers, asks and tells.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.admin import outlook
from articles.admin.outlook import Outlook
from articles.admin.situation import Situation
from articles.admin.step_forms import ChangeAtForm, ChangeForm, MomentForm, ReasonForm
from articles.models import Article, Kind, Stage
from articles.moments import with_offset


@dataclass(frozen=True, slots=True)
class DeskStep:
    """One thing to do: who may, when it applies, what it asks, and what to say when it is done.

    `applies` offers the button, `idle` says after saving why there is nothing to do (or nothing, when there is).
    `foresees` tells what will happen, or raises what `run` would. `run` takes the article, the user and the form's
    values and returns the sentence. `explains` says on the page what the step is; one without it needs no page and
    happens at once. `form` is what it asks, `form_of_changes` where readers have the article before them.
    """

    name: str
    label: str | Promise
    permission: str
    applies: Callable[[Situation], bool]
    run: Callable[[Article, User, dict[str, Any]], str]
    explains: str | Promise = ""
    foresees: Callable[[Article, User, dict[str, Any]], Outlook] | None = None
    idle: Callable[[Situation], str] = lambda now: ""
    form: type[forms.Form] | None = None
    form_of_changes: type[forms.Form] | None = None
    shows_checks: bool = False
    grave: bool = False

    def form_for(self, now: Situation) -> type[forms.Form] | None:
        """What it asks about the article as it stands."""
        return self.form_of_changes if self.form_of_changes is not None and now.live else self.form

    def asks_again(self, now: Situation) -> bool:
        """Whether what will happen can be told only once the form is filled in, and is confirmed after that."""
        form = self.form_for(now)
        return form is not None and issubclass(form, MomentForm)


def _submit(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.move(article, "submit", by=by)
    return _("“%(title)s” waits for review.") % {"title": article}


def _ask_approval(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.move(article, "ask_approval", by=by)
    return _("“%(title)s” waits for somebody else’s approval.") % {"title": article}


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
    now = Situation.of(article)
    if unchanged := outlook.unchanged(now):  # a second click makes no second edition
        raise publishing.Refused(unchanged)
    kind, note = values.get("kind"), values.get("note", "")
    if now.live and kind is None:
        raise publishing.Refused(outlook.unsaid_kind(article))
    edition = publishing.publish(article, by=by, kind=kind, note=note, at=values.get("at"))
    if edition.visible_from > timezone.now():
        return _("“%(title)s” will appear on %(moment)s.") % {
            "title": article,
            "moment": with_offset(edition.visible_from),
        }
    return _("“%(title)s” is public.") % {"title": article}


def _take_offline(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.take_offline(article, by=by, at=values["at"])
    return _("“%(title)s” goes offline on %(moment)s.") % {"title": article, "moment": with_offset(values["at"])}


def _keep_online(article: Article, by: User, values: dict[str, Any]) -> str:
    publishing.keep_online(article, by=by)
    return _("“%(title)s” stays online.") % {"title": article}


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
            foresees=outlook.of_submitting,
        ),
        DeskStep(
            "ask_approval",
            gettext_lazy("Ask for approval"),
            "articles.review_article",
            lambda now: (
                now.kept
                and now.article.stage == Stage.READY
                and now.unpublished_changes
                and publishing.lacks_second_person(now.article)
            ),
            _ask_approval,
            foresees=outlook.of_asking_approval,
        ),
        DeskStep(
            "approve",
            gettext_lazy("Approve"),
            "articles.review_article",
            lambda now: now.kept and now.article.stage == Stage.IN_REVIEW,
            _approve,
            foresees=outlook.of_approving,
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
            foresees=outlook.of_publishing,
            explains=gettext_lazy("Readers will see the text as it stands now. An embargo is kept."),
            form_of_changes=ChangeForm,
            idle=outlook.unchanged,
            shows_checks=True,
        ),
        DeskStep(
            "schedule",
            gettext_lazy("Schedule"),
            "articles.publish_article",
            lambda now: now.kept,  # as above
            _publish,
            foresees=outlook.of_publishing,
            explains=gettext_lazy(
                "The text as it stands now appears at that moment. Later changes need to be scheduled again."
            ),
            form=MomentForm,
            form_of_changes=ChangeAtForm,
            idle=outlook.unchanged,
            shows_checks=True,
        ),
        DeskStep(
            "cancel_schedule",
            gettext_lazy("Cancel the schedule"),
            "articles.publish_article",
            lambda now: now.kept and now.scheduled is not None,
            _cancel_schedule,
            foresees=outlook.of_cancelling,
            explains=gettext_lazy("What was to appear later does not. What readers see now stays."),
        ),
        DeskStep(
            "take_offline",
            gettext_lazy("Take offline"),
            "articles.publish_article",
            lambda now: now.live or (now.kept and now.scheduled is not None),
            _take_offline,
            explains=gettext_lazy(
                "From that moment on readers are told that the article is no longer online, without a reason. "
                "To take it away at once, or to say why, withdraw it."
            ),
            foresees=outlook.of_going_offline,
            form=MomentForm,
        ),
        DeskStep(
            "keep_online",
            gettext_lazy("Keep it online"),
            "articles.publish_article",
            lambda now: now.kept and now.ends is not None,
            _keep_online,
            explains=gettext_lazy("The moment at which it was to go offline is taken back."),
            foresees=outlook.of_staying_online,
        ),
        DeskStep(
            "lead",
            gettext_lazy("Make it the lead"),
            "articles.lead_article",
            lambda now: now.live and not now.leads,
            _lead,
        ),
        DeskStep(
            "withdraw",
            gettext_lazy("Withdraw"),
            "articles.withdraw_article",
            lambda now: now.live,
            _withdraw,
            foresees=outlook.of_withdrawing,
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
            lambda now: now.kept and not now.live,
            _trash,
            foresees=outlook.of_trashing,
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
            foresees=outlook.of_restoring,
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
