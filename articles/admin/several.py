"""Deeds for several articles at once: counted and told first, then done one article at a time.

Each needs the permission for several at once beside its own. The page names what will happen to how many and which
cannot, and why; only those of which it told are acted on, and none that has been changed since.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import deciding, publishing
from articles.admin import outlook
from articles.admin.acting import acting
from articles.admin.outlook import Outlook
from articles.admin.steps import STEPS
from articles.models import Article

MOST = 50  # articles at once: a page of the list, which somebody can still look through and one request can do
TOLD = 20  # refusals that are told one by one
BULK = "articles.bulk_article"


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done to several articles: as the step of that name is done to one, or by functions of its own."""

    label: str | Promise
    done: Callable[[int], str]
    permission: str
    foresees: Callable[[Article, User, dict[str, Any]], Outlook]
    run: Callable[[Article, User, dict[str, Any]], str]
    grave: bool = False


def _of_step(
    name: str, label: str | Promise, done: Callable[[int], str], foresees: Callable[..., Outlook] | None = None
) -> Deed:
    step = STEPS[name]
    foresees = foresees or step.foresees
    assert foresees is not None
    return Deed(label, done, step.permission, foresees, step.run, step.grave)


def _accept_known(article: Article, by: User, values: dict[str, Any]) -> str:
    decided = deciding.accept(article.proposals.pending().known(), by=by)
    return _("“%(title)s”: %(count)d accepted.") % {"title": article, "count": decided.count}


DEEDS = {
    "publish_selected": _of_step(
        "publish",
        gettext_lazy("Publish the selected articles"),
        lambda n: ngettext("%(count)d article is published.", "%(count)d articles are published.", n) % {"count": n},
        outlook.of_publishing_among_several,
    ),
    "submit_selected": _of_step(
        "submit",
        gettext_lazy("Submit the selected articles for review"),
        lambda n: (
            ngettext("%(count)d article waits for review.", "%(count)d articles wait for review.", n) % {"count": n}
        ),
    ),
    "approve_selected": _of_step(
        "approve",
        gettext_lazy("Approve the selected articles"),
        lambda n: ngettext("%(count)d article is ready.", "%(count)d articles are ready.", n) % {"count": n},
    ),
    "accept_known": Deed(
        gettext_lazy("Accept what the registry knows, in the selected articles"),
        lambda n: (
            ngettext(
                "What the registry knows is accepted in %(count)d article.",
                "What the registry knows is accepted in %(count)d articles.",
                n,
            )
            % {"count": n}
        ),
        "articles.decide_proposal",
        outlook.of_accepting_known,
        _accept_known,
    ),
    "trash_selected": _of_step(
        "trash",
        gettext_lazy("Put the selected articles in the trash"),
        lambda n: (
            ngettext("%(count)d article is in the trash.", "%(count)d articles are in the trash.", n) % {"count": n}
        ),
    ),
    "restore_selected": _of_step(
        "restore",
        gettext_lazy("Take the selected articles out of the trash"),
        lambda n: (
            ngettext("%(count)d article is out of the trash.", "%(count)d articles are out of the trash.", n)
            % {"count": n}
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One article on the page that asks: what will happen, or why it cannot."""

    article: Article
    outlook: Outlook | None = None
    why: str = ""


class SeveralPages(admin.ModelAdmin):
    """Adds the deeds to the actions of the list, for those who may do them to several articles."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The deeds that the user may do; taking out of the trash only where the trash is listed."""
        listed = "restore_selected" if request.GET.get("trash") == "only" else None
        return {
            name: (partial(_action, name=name), name, deed.label)
            for name, deed in DEEDS.items()
            if _may(request, deed) and (listed in {None, name}) and (name != "restore_selected" or listed)
        }

    def do_to_several(self, request: HttpRequest, queryset: QuerySet, name: str) -> HttpResponse | None:
        """Ask about a deed, or do it where the page that asked was confirmed. Raises PermissionDenied."""
        deed = DEEDS[name]
        if not _may(request, deed):
            raise PermissionDenied
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            said = _("%(count)d articles are selected: at most %(most)d at once. Narrow the list first.")
            self.message_user(request, said % {"count": queryset.count(), "most": MOST}, messages.ERROR)
            return None
        articles = list(Article.objects.filter(pk__in=keys).order_by("pk"))
        if "confirmed" in request.POST:
            self._do(request, articles, deed)
            return None
        rows = [_foreseen(article, deed, acting(request)) for article in articles]
        context = {
            **self.admin_site.each_context(request),
            "title": deed.label,
            "opts": self.opts,
            "deed": deed,
            "action": name,
            "possible": [row for row in rows if row.outlook is not None],
            "impossible": [row for row in rows if row.outlook is None],
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/several.html", context)

    def _do(self, request: HttpRequest, articles: list[Article], deed: Deed) -> None:
        """Do it to one after the other, each in a transaction of its own, and tell what came of it."""
        done, refused = 0, []
        for article in articles:
            told = request.POST.get(f"told-{article.pk}")
            if told is None:  # of this one the page had said that it cannot
                continue
            try:
                with transaction.atomic():
                    held = publishing.locked_row(article, trashed=None)  # what was told is what is done
                    if told != deed.foresees(held, acting(request), {}).told:
                        raise publishing.Refused(_("It has been changed meanwhile: look at it again."))
                    deed.run(held, acting(request), {})
                done += 1
            except (publishing.Refused, PermissionDenied) as refusal:
                refused.append(f"{article}: {refusal}")
        if done:
            self.message_user(request, deed.done(done), messages.SUCCESS)
        for said in refused[:TOLD]:
            self.message_user(request, said, messages.WARNING)
        if more := refused[TOLD:]:
            said = ngettext("%(count)d more was refused.", "%(count)d more were refused.", len(more))
            self.message_user(request, said % {"count": len(more)}, messages.WARNING)
        if not done and not refused:
            self.message_user(request, _("Nothing was done."), messages.WARNING)


def _may(request: HttpRequest, deed: Deed) -> bool:
    return request.user.has_perm(BULK) and request.user.has_perm(deed.permission)


def _action(model_admin: SeveralPages, request: HttpRequest, queryset: QuerySet, *, name: str) -> HttpResponse | None:
    """What the list calls for the deed of that name."""
    return model_admin.do_to_several(request, queryset, name)


def _foreseen(article: Article, deed: Deed, by: User) -> Row:
    try:
        return Row(article, deed.foresees(article, by, {}))
    except publishing.Refused as refusal:
        return Row(article, why=str(refusal))
