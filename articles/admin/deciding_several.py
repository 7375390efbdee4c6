"""Several proposals or quotes decided from their list: counted and told first, then done one article at a time.

Needs the permission for several at once beside the one to decide. The page names what will be decided in which
article, and what is decided so already; what somebody else has decided since the page was shown keeps their decision.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import publishing
from articles.admin.acting import acting
from articles.admin.several import BULK, MOST
from articles.decisions import Decided
from articles.models import Article, Decision


@dataclass(frozen=True, slots=True)
class Verb:
    """One of the three decisions: the function's name, what the list calls it, and what it leads to."""

    name: str
    label: str | Promise
    leads_to: Decision


VERBS = {
    "accept_selected": Verb("accept", gettext_lazy("Accept the selected ones"), Decision.ACCEPTED),
    "reject_selected": Verb("reject", gettext_lazy("Reject the selected ones"), Decision.REJECTED),
    "reopen_selected": Verb("reopen", gettext_lazy("Undo the decision on the selected ones"), Decision.PENDING),
}


@dataclass(frozen=True, slots=True)
class Group:
    """An article, with those of its rows that would be decided."""

    article: Article
    rows: list[Any]


class DecidedAdmin(admin.ModelAdmin):
    """Rows with a decision, each of an article; `functions` are those that decide, as of `articles.deciding`."""

    functions: dict[str, Callable[..., Decided]]
    decide_permission: str

    def may_decide_several(self, request: HttpRequest) -> bool:
        return request.user.has_perm(BULK) and request.user.has_perm(self.decide_permission)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The three decisions beside the list's other actions, for those who may decide several at once."""
        actions: dict[str, Any] = super().get_actions(request)
        if self.may_decide_several(request):
            actions |= {name: (partial(_action, name=name), name, verb.label) for name, verb in VERBS.items()}
        return actions

    def decide_several(self, request: HttpRequest, queryset: QuerySet, name: str) -> HttpResponse | None:
        """Ask about a decision, or take it where the page that asked was confirmed. Raises PermissionDenied."""
        if not self.may_decide_several(request):
            raise PermissionDenied
        rows = list(queryset.select_related("article").order_by("article_id", "pk")[: MOST + 1])
        if len(rows) > MOST:
            said = _("%(count)d rows are selected: at most %(most)d at once. Narrow the list first.")
            self.message_user(request, said % {"count": queryset.count(), "most": MOST}, messages.ERROR)
            return None
        verb = VERBS[name]
        if "confirmed" in request.POST:
            self._decide(request, rows, verb)
            return None
        trashed = [row for row in rows if row.article.trashed_at is not None]
        settled = [row for row in rows if row not in trashed and row.decision == verb.leads_to]
        open_rows = [row for row in rows if row not in trashed and row not in settled]
        context = {
            **self.admin_site.each_context(request),
            "title": verb.label,
            "opts": self.opts,
            "action": name,
            "grave": verb.leads_to == Decision.REJECTED,
            "count": len(open_rows),
            "groups": [
                Group(mine[0].article, mine)
                for mine in (list(rows) for _pk, rows in groupby(open_rows, key=lambda row: row.article_id))
            ],
            "settled": len(settled),
            "trashed": len(trashed),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/decide_several.html", context)

    def _decide(self, request: HttpRequest, rows: list[Any], verb: Verb) -> None:
        """Decide what the page told of and nobody has decided since, and tell what came of it."""
        told = [row for row in rows if request.POST.get(f"told-{row.pk}")]
        as_told = [row for row in told if row.decision == request.POST[f"told-{row.pk}"]]
        count = 0
        for _pk, grouped in groupby(as_told, key=lambda row: row.article_id):
            mine = list(grouped)
            try:
                decided = self.functions[verb.name](mine, by=acting(request))
            except publishing.Refused as refusal:
                self.message_user(request, f"{mine[0].article}: {refusal}", messages.WARNING)
                continue
            count += decided.count
            for remark in decided.remarks:
                self.message_user(request, remark, messages.WARNING)
            if decided.told:
                self.message_user(request, decided.told, messages.INFO)
        if count:
            said = ngettext("%(count)d decision kept.", "%(count)d decisions kept.", count)
            self.message_user(request, said % {"count": count}, messages.SUCCESS)
        if elsewhere := len(told) - len(as_told):
            said = ngettext(
                "%(count)d was decided by somebody else meanwhile, and is left as it is.",
                "%(count)d were decided by somebody else meanwhile, and are left as they are.",
                elsewhere,
            )
            self.message_user(request, said % {"count": elsewhere}, messages.WARNING)
        if not told:
            self.message_user(request, _("Nothing was done."), messages.WARNING)


def _action(model_admin: DecidedAdmin, request: HttpRequest, queryset: QuerySet[Model], *, name: str) -> Any:
    """What the list calls for the decision of that name."""
    return model_admin.decide_several(request, queryset, name)
