"""What will happen, told before a button is pressed, with its moment and that moment's offset.

Each function takes the article, the user and the form's values; it raises what the deed itself would raise, and
changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import publishing
from articles.admin.situation import Situation
from articles.comparison import label_of
from articles.models import Article, Kind
from articles.moments import with_offset


@dataclass(frozen=True, slots=True)
class Outlook:
    """The sentences, the first of which says it all; `told` is what they depend on, sent back with the button.

    A `warning` is of what the editor has chosen: it is shown once, and what was chosen then confirmed.
    """

    sentences: tuple[str, ...]
    told: str = ""
    warning: str = ""

    @classmethod
    def of(cls, article: Article, sentences: Iterable[str], *depends: Any) -> "Outlook":
        return cls(tuple(filter(None, sentences)), " ".join(str(each) for each in [article.version, *depends]))


def unchanged(now: Situation) -> str:
    """Why publishing would give readers nothing new, nor anything sooner; empty when it would."""
    if now.unpublished_changes or now.scheduled is not None:
        return ""
    return _("“%(title)s” has not changed since it was published.") % {"title": now.article}


def unsaid_kind(article: Article) -> str:
    """Why changes to a public article are not published among several."""
    return _("“%(title)s” is public: publish it from its own page, where the kind of change is asked.") % {
        "title": article
    }


def of_publishing_among_several(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    outlook = of_publishing(article, by, values)
    if Situation.of(article).live:
        raise publishing.Refused(unsaid_kind(article))
    return outlook


def of_publishing(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    if nothing := unchanged(Situation.of(article)):
        raise publishing.Refused(nothing)
    kind, note = values.get("kind"), values.get("note", "")
    planned = publishing.plan(article, by=by, kind=kind, note=note, at=values.get("at"))
    seen = planned.shown is not None and planned.shown.kind != Kind.WITHDRAWAL
    moment = {"moment": with_offset(planned.opens)}
    if planned.at_once:
        first = _("Readers see these changes at once.") if seen else _("Readers see this text at once.")
    elif planned.embargo_decides:
        first = _("Readers see this text from %(moment)s on, when its embargo ends.") % moment
    else:
        first = _("Readers see this text from %(moment)s on.") % moment
    more = []
    if planned.embargo_decides and planned.asked_for is not None:
        more.append(_("You asked for %(moment)s: the embargo is later.") % {"moment": with_offset(planned.asked_for)})
    if planned.scheduled is not None:
        was = {"moment": with_offset(planned.scheduled.visible_from)}
        more.append(_("What was scheduled for %(moment)s is replaced.") % was)
    if planned.shown is not None and planned.shown.kind == Kind.WITHDRAWAL:
        more.append(_("It takes the place of the withdrawal notice."))
    if planned.former_slug:
        addresses = {"old": address_of(article, planned.former_slug), "new": article.get_absolute_url()}
        more.append(_("Its address changes: %(old)s will lead to %(new)s.") % addresses)
    if planned.closes is not None:
        more.append(_("It goes offline on %(moment)s.") % {"moment": with_offset(planned.closes)})
    opens = "now" if planned.at_once else planned.opens.isoformat()
    told = Outlook.of(article, [first, *more], opens, planned.closes, article.slug)
    return replace(told, warning=_silent_and_more(article, planned)) if kind == Kind.SILENT else told


def _silent_and_more(article: Article, planned: publishing.Plan) -> str:
    """What to say before a change goes out silently that is more than typography; empty where it is not."""
    beyond = publishing.beyond_typography_of(article, planned.shown)
    if not beyond:
        return ""
    fields = ", ".join(label_of(name) for name in beyond)
    return _(
        "This is more than typography (%(fields)s), and readers would be told nothing. "
        "It will stand in the chief's list of silent edits."
    ) % {"fields": fields}


def of_cancelling(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    now = Situation.of(article)
    if now.scheduled is None:
        raise publishing.Refused(_("Nothing is scheduled for “%(title)s”.") % {"title": article})
    moment = {"moment": with_offset(now.scheduled.visible_from)}
    first = _("What was to appear on %(moment)s will not.") % moment
    stays = _("What readers see now stays.") if now.shown is not None else _("Readers see nothing of it.")
    return Outlook.of(article, [first, stays], now.scheduled.pk)


def of_going_offline(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    edition = publishing.ending(article, values["at"], timezone.now())
    first = _("From %(moment)s on readers are told that it is no longer online.") % {
        "moment": with_offset(values["at"])
    }
    was = ""
    if edition.visible_until is not None:
        was = _("Until now that was to be on %(moment)s.") % {"moment": with_offset(edition.visible_until)}
    again = _("It can be published again at any time.")
    return Outlook.of(article, [first, was, again], values["at"].isoformat(), edition.pk, edition.visible_until)


def of_staying_online(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    ends = Situation.of(article).ends
    if ends is None:
        raise publishing.Refused(_("No moment is set at which “%(title)s” goes offline.") % {"title": article})
    return Outlook.of(article, [_("It stays online after %(moment)s.") % {"moment": with_offset(ends)}], ends)


def of_withdrawing(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    if not article.editions.public().exists():
        raise publishing.Refused(_("“%(title)s” is not public: there is nothing to withdraw.") % {"title": article})
    return Outlook((_("At once readers see your reason instead of the text."),))


def of_trashing(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    publishing.refuse_public(article)
    scheduled = Situation.of(article).scheduled
    cancelled = ""
    if scheduled is not None:
        moment = {"moment": with_offset(scheduled.visible_from)}
        cancelled = _("What was to appear on %(moment)s is cancelled.") % moment
    return Outlook.of(article, [_("It leaves the desk's lists, and comes back whole when it is restored."), cancelled])


def of_restoring(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    if article.trashed_at is None:
        raise publishing.Refused(_("“%(title)s” is not in the trash.") % {"title": article})
    return Outlook.of(article, [_("It comes back as it was; readers see nothing of it before it is published.")])


def of_submitting(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    publishing.refuse_step(article, "submit", by=by)
    return Outlook.of(article, [_("It waits for review.")])


def of_asking_approval(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    publishing.refuse_step(article, "ask_approval", by=by)
    return Outlook.of(article, [_("It waits for somebody else’s approval; what readers see stays.")])


def of_approving(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    publishing.refuse_step(article, "approve", by=by)
    return Outlook.of(article, [_("It is ready to be published.")])


def of_accepting_known(article: Article, by: User, values: dict[str, Any]) -> Outlook:
    count = article.proposals.pending().known().count()
    if not count:
        raise publishing.Refused(_("Nothing that the registry knows is proposed."))
    said = ngettext("%(count)d proposal is accepted.", "%(count)d proposals are accepted.", count)
    return Outlook.of(article, [said % {"count": count}], count)


def address_of(article: models.Model, slug: str) -> str:
    """The path of that slug in the article's own tree."""
    with translation.override(getattr(article, "tree", "fr")):
        return reverse("articles:article", args=[slug])
