"""Several texts that wait at the import desk: drafts made of them, or thrown away; counted and asked first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import incoming
from articles.admin.acting import acting, key_in
from articles.admin.several import MOST
from articles.admin.telling_many import linked, told_once
from articles.models import Article, Incoming
from articles.outcomes import HELD, REFUSED, Outcome
from partners.registry import registry_names


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done to several texts: what its page is called, and who may do it."""

    label: str | Promise
    permission: str
    grave: bool = False


DEEDS = {
    "draft": Deed(gettext_lazy("Create drafts of the selected texts"), "articles.add_sourcetext"),
    "throw": Deed(gettext_lazy("Throw the selected texts away"), "articles.delete_incoming", grave=True),
}


class SeveralIncoming(admin.ModelAdmin):
    """What the import desk does to the texts that are ticked in its list."""

    def do_several(self, request: HttpRequest) -> HttpResponse:
        """Ask about what the button says (POST), or do it where the page that asked was confirmed."""
        deed = DEEDS.get(request.POST["action"])
        if deed is None:
            return HttpResponseBadRequest(_("This button is not known."))
        if not request.user.has_perm(deed.permission):
            raise PermissionDenied
        keys = {key_in(key) for key in request.POST.getlist("_selected_action")}
        rows = list(Incoming.objects.filter(pk__in=keys).defer("data")[: MOST + 1])
        if not rows or len(rows) > MOST:
            said = _("Tick the texts first: at most %(most)d at once.") % {"most": MOST}
            if keys and not rows:
                said = _("These texts wait no more: somebody has made drafts of them, or thrown them away.")
            self.message_user(request, said, messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        if "confirmed" in request.POST:
            run: Callable[[HttpRequest, list[Incoming]], None] = (
                self._make_drafts if request.POST["action"] == "draft" else self._throw_away
            )
            run(request, rows)
            if gone := len(keys) - len(rows):
                self._tell_gone(request, gone)
            return HttpResponseRedirect(request.get_full_path())
        context = {
            **self.admin_site.each_context(request),
            "title": deed.label,
            "opts": self.opts,
            "action": request.POST["action"],
            "grave": deed.grave,
            "rows": rows,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/incoming/several.html", context)

    def _make_drafts(self, request: HttpRequest, rows: list[Incoming]) -> None:
        by, names, gone = acting(request), registry_names(), 0
        outcomes: list[tuple[Incoming, Outcome]] = []
        for row in rows:
            try:
                outcomes.append((row, incoming.make_draft(row, by=by, names=names)))
            except incoming.Gone:
                gone += 1
        articles = Article.objects.in_bulk([outcome.article for _row, outcome in outcomes if outcome.article])
        may_see = by.has_perm("articles.view_article")

        def called(outcome: Outcome) -> tuple[str, Any]:
            article = articles[outcome.article]
            return reverse("admin:articles_article_change", args=[article.pk]) if may_see else "", article

        made = [outcome for _row, outcome in outcomes if outcome.result not in {HELD, REFUSED}]
        held = [outcome for _row, outcome in outcomes if outcome.result == HELD]
        if made:
            said = ngettext("%(count)d text has become a draft.", "%(count)d texts have become drafts.", len(made))
            told: Any = said % {"count": len(made)}
            if may_see:
                address = f"{reverse('admin:articles_article_changelist')}?proposals=pending"
                go_on = _("Go on with the articles that have pending proposals")
                told = format_html('{} <a href="{}">{}</a>', told, address, go_on)
            self.message_user(request, told, messages.SUCCESS)
        if held:
            said = ngettext("%(count)d text is held already:", "%(count)d texts are held already:", len(held))
            of_them = linked(called(outcome) for outcome in held)
            self.message_user(request, format_html("{} {}", said % {"count": len(held)}, of_them), messages.WARNING)
        remarks = [
            (row.options.get("title") or row.name, remark)
            for row, outcome in outcomes
            for remark in outcome.remarks[: len(outcome.remarks) - outcome.likenesses]  # the last ones tell of those
        ]
        for line in told_once(remarks):
            self.message_user(request, line, messages.INFO)
        if alike := sum(1 for outcome in made if outcome.likenesses):
            said = ngettext(
                "%(count)d of them is much like a text that is held: compare the two.",
                "%(count)d of them are much like texts that are held: compare them.",
                alike,
            )
            address = f"{reverse('admin:articles_article_changelist')}?compare=likeness"
            told = linked([(address if may_see else "", said % {"count": alike})])
            self.message_user(request, told, messages.WARNING)
        if gone:
            self._tell_gone(request, gone)

    def _throw_away(self, request: HttpRequest, rows: list[Incoming]) -> None:
        count = 0
        for row in rows:
            try:
                incoming.throw_away(row, by=acting(request))
                count += 1
            except incoming.Gone:
                continue
        if count:
            said = ngettext("%(count)d text is thrown away.", "%(count)d texts are thrown away.", count)
            self.message_user(request, said % {"count": count}, messages.SUCCESS)
        if count < len(rows):
            self._tell_gone(request, len(rows) - count)

    def _tell_gone(self, request: HttpRequest, count: int) -> None:
        said = ngettext(
            "%(count)d text waits no more: somebody was faster.",
            "%(count)d texts wait no more: somebody was faster.",
            count,
        )
        self.message_user(request, said % {"count": count}, messages.WARNING)
