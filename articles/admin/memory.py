"""The names that the desk ignores: rejected once, not proposed again, until somebody takes that back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.acting import key_in
from articles.admin.records import ReadOnlyAdmin
from articles.models import Ignored
from articles.remembering import SAME_PERSON
from partners.folding import fold
from partners.models import Meeting

# The reader's rules, in words for the editor; a meeting's rule is its kind.
FOUND_BY = {
    "name": _("its name"),
    "adjective": _("its adjective"),
    "capital": _("its capital"),
    "metonym": _("what stands for it"),
    "office before the name": _("the office before the name"),
    "office after the name": _("the office after the name"),
    "name in the registry": _("a name in the registry"),
    "civility": _("“Mr”, “Ms” or a title before the name"),
    "speaker": _("words that the person says"),
    "apposition": _("what the text calls the person"),
    SAME_PERSON: _("another spelling"),
} | {str(kind): label for kind, label in Meeting.KINDS}


@admin.register(Ignored)
class IgnoredAdmin(ReadOnlyAdmin):
    """Every row has the button that undoes it: the next imports propose those words again."""

    list_display = ["surface", "taken_for", "kind", "found_by", "ignored_by", "ignored_at", "article", "undo"]
    list_filter = ["kind", ("ignored_by", admin.RelatedOnlyFieldListFilter), "ignored_at"]
    list_select_related = ["ignored_by", "proposal__article"]
    search_fields = ["folded", "label", "target"]
    search_help_text = _("Any part of the words or of the entry's name; accents and case do not count in the words.")
    fields = ["surface", "taken_for", "kind", "found_by", "ignored_by", "ignored_at", "article"]
    readonly_fields = ["taken_for", "found_by", "article"]
    actions = ["undo_selected"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.delete_ignored")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Undoing several is one step, as undoing one is; the stock deletion, which asks again, stays away."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = self.list_display
        return shown if self.has_delete_permission(request) else [name for name in shown if name != "undo"]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        found, repeats = super().get_search_results(request, queryset, search_term)
        folded = fold(search_term)
        return (found | queryset.filter(folded__contains=folded), repeats) if folded else (found, repeats)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, or the answer to one row's button."""
        if request.method == "POST" and (wanted := key_in(request.POST.get("undo", ""))):
            self._undo(request, Ignored.objects.filter(pk=wanted))
            return HttpResponseRedirect(request.get_full_path())
        return super().changelist_view(request, {"title": _("Ignored names")} | (extra_context or {}))

    @admin.action(description=_("Let the selected words be proposed again"), permissions=["delete"])
    def undo_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._undo(request, queryset)

    def _undo(self, request: HttpRequest, queryset: QuerySet) -> None:
        if not self.has_delete_permission(request):
            raise PermissionDenied
        rows = list(queryset)
        if not rows:
            return
        self.log_deletions(request, queryset)
        queryset.filter(pk__in=[row.pk for row in rows]).delete()
        told = _("The next imports propose these words again: %(words)s.")
        self.message_user(request, told % {"words": ", ".join(str(row) for row in rows)}, messages.SUCCESS)

    @admin.display(description=_("taken for"), ordering="label")
    def taken_for(self, row: Ignored) -> str:
        return row.label or row.target

    @admin.display(description=_("recognised by"), ordering="rule")
    def found_by(self, row: Ignored) -> str:
        return str(FOUND_BY.get(row.rule, row.rule or "–"))

    @admin.display(description=_("article"))
    def article(self, row: Ignored) -> str:
        if row.proposal is None:
            return "–"
        address = reverse("admin:articles_article_proposals", args=[row.proposal.article_id])
        return format_html('<a href="{}">{}</a>', address, row.proposal.article)

    @admin.display(description=_("undo"))
    def undo(self, row: Ignored) -> str:
        return format_html(
            '<button name="undo" value="{}" class="desk-link" aria-label="{}">{}</button>',
            row.pk,
            _("Propose again: %(words)s") % {"words": row},
            _("Propose again"),
        )
