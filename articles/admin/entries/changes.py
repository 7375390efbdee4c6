"""The list of merges, splits and renames, each with its way back."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import entries
from articles.admin.acting import acting
from articles.admin.entries.asking import page_of
from articles.admin.entries.merging import MergePages
from articles.admin.entries.renaming import RenamePages
from articles.admin.entries.splitting import SplitPages
from articles.admin.records import ReadOnlyAdmin
from articles.entries import KINDS
from articles.entries.undoing import later
from articles.models import EntryChange
from articles.publishing import Refused


class UndoneFilter(admin.SimpleListFilter):
    title = gettext_lazy("undone")
    parameter_name = "undone"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", gettext_lazy("In force")), ("yes", gettext_lazy("Undone"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() in {"no", "yes"}:
            return queryset.filter(undone_at__isnull=self.value() == "no")
        return queryset


class KindOfEntryFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of entry")
    parameter_name = "model"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(word, kind.model._meta.verbose_name) for word, kind in KINDS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(model=self.value()) if self.value() in KINDS else queryset


@admin.register(EntryChange)
class EntryChangeAdmin(MergePages, SplitPages, RenamePages, ReadOnlyAdmin):
    """Whoever may do it sees what was done, and undoes it on a page that says what that brings back."""

    list_display = ["told", "kind_of_entry", "touched", "done_at", "done_by", "state"]
    list_filter = ["kind", KindOfEntryFilter, UndoneFilter]
    list_select_related = ["done_by", "undone_by"]
    search_fields = ["entry_name", "other_name", "reason"]
    fields = ["told", "kind_of_entry", "touched", "reason", "done_at", "done_by", "state", "undone_at", "undone_by"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("steps")

    def get_urls(self) -> list[URLPattern]:
        own = path("undo/<int:pk>/", self.admin_site.admin_view(self.undo_page), name="articles_entrychange_undo")
        return [own, *super().get_urls()]

    @admin.display(description=gettext_lazy("what was done"), ordering="entry_name")
    def told(self, change: EntryChange) -> str:
        return str(change)

    @admin.display(description=gettext_lazy("kind of entry"), ordering="model")
    def kind_of_entry(self, change: EntryChange) -> str:
        return str(KINDS[change.model].model._meta.verbose_name)

    @admin.display(description=gettext_lazy("touched"))
    def touched(self, change: EntryChange) -> str:
        return ", ".join(counted(change)) or "–"

    @admin.display(description=gettext_lazy("undo"))
    def state(self, change: EntryChange) -> str:
        if change.undone_at is not None:
            return _("undone by %(who)s") % {"who": change.undone_by or "–"}
        address = reverse("admin:articles_entrychange_undo", args=[change.pk])
        return format_html('<a href="{}" aria-label="{}">{}</a>', address, f"{_('Undo')}: {change}", _("Undo…"))

    def undo_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what undoing brings back, and what stands in the way (GET); undo (POST)."""
        change = get_object_or_404(EntryChange.objects.select_related("done_by", "undone_by").defer("steps"), pk=pk)
        kind = self.kind_for(request, change.model)
        refusal_told = ""
        if request.method == "POST":
            try:
                remarks = entries.undo(change, by=acting(request))
            except Refused as refusal:
                refusal_told = str(refusal)
            else:
                self.message_user(request, _("Undone: %(change)s") % {"change": change}, messages.SUCCESS)
                for remark in remarks:
                    self.message_user(request, remark, messages.WARNING)
                entry = kind.model._default_manager.filter(pk=change.entry).first()
                address = page_of(entry) if entry is not None else reverse("admin:articles_entrychange_changelist")
                return HttpResponseRedirect(address)
        entry = kind.model._default_manager.filter(pk=change.entry).first()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Undo: %(change)s") % {"change": change},
            "opts": self.opts,
            "change": change,
            "kind_of_entry": kind.model._meta.verbose_name,
            "counted": counted(change),
            "page": page_of(entry) if entry is not None else "",
            "entry": entry,
            "later": later(change) if change.undone_at is None else None,
            "refusal": refusal_told,
            "media": self.media,
        }
        status = 409 if refusal_told else 200
        return TemplateResponse(request, "admin/articles/entries/undo.html", context, status=status)


def counted(change: EntryChange) -> list[str]:
    """What a change touched, in words."""
    sums = {"articles": 0, "editions": 0, "quotes": 0, "tenures": 0, "proposals": 0}
    for label, count in change.counts.items():
        model = label.partition(".")[2]
        for word in sums:
            if model.startswith((word.removesuffix("s"), f"themed{word.removesuffix('s')}")):
                sums[word] += count
    told = [
        ngettext("%(count)d article", "%(count)d articles", sums["articles"]),
        ngettext("%(count)d edition", "%(count)d editions", sums["editions"]),
        ngettext("%(count)d quote", "%(count)d quotes", sums["quotes"]),
        ngettext("%(count)d tenure", "%(count)d tenures", sums["tenures"]),
        ngettext("%(count)d proposal", "%(count)d proposals", sums["proposals"]),
    ]
    return [text % {"count": count} for text, count in zip(told, sums.values(), strict=True) if count]
