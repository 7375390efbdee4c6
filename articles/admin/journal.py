"""The journal at the desk: searched and narrowed by chiefs, changed by nobody."""

from datetime import UTC
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.records import ReadOnlyAdmin
from articles.journal import ACTIONS
from articles.models import JournalEntry


class ActionFilter(admin.SimpleListFilter):
    title = _("action")
    parameter_name = "action"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(ACTIONS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(action=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Whoever stands in the journal, be their account there or not."""

    title = _("person")
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        names = JournalEntry.objects.order_by("account_name").values_list("account_name", flat=True).distinct()
        return [(name, name) for name in names if name]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(account_name=self.value()) if self.value() else queryset


@admin.register(JournalEntry)
class JournalAdmin(ReadOnlyAdmin):
    list_display = ["moment", "account_name", "action_name", "thing", "told"]
    list_display_links = ["moment"]
    list_filter = ["at", ActionFilter, PersonFilter]
    date_hierarchy = "at"
    search_fields = ["account_name", "object_label", "summary", "reason", "=article", "=object_id"]
    search_help_text = _("A name, words of the thing or of what was done, or the number of an article.")
    fields = ["moment", "who", "action_name", "thing", "told", "changes"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        listing = request.resolver_match is not None and str(request.resolver_match.url_name).endswith("changelist")
        return queryset.defer("before", "after") if listing else queryset

    @admin.display(description=_("when (UTC)"), ordering="at")
    def moment(self, entry: JournalEntry) -> str:
        return f"{entry.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"

    @admin.display(description=_("who"))
    def who(self, entry: JournalEntry) -> str:
        return f"{entry.account_name} ({entry.account})" if entry.account is not None else "–"

    @admin.display(description=_("action"), ordering="action")
    def action_name(self, entry: JournalEntry) -> str:
        return str(ACTIONS.get(entry.action, entry.action))

    @admin.display(description=_("thing"), ordering="object_label")
    def thing(self, entry: JournalEntry) -> str:
        """Its kind and its name at that time, leading to its page where there is one."""
        try:
            kind: Any = apps.get_model(entry.object_type)._meta.verbose_name
            address = reverse(f"admin:{entry.object_type.replace('.', '_')}_change", args=[entry.object_id])
        except (LookupError, ValueError, NoReverseMatch):
            return f"{entry.object_type}: {entry.object_label}"
        return format_html('{}: <a href="{}">{}</a>', kind, address, entry.object_label)

    @admin.display(description=_("what was done"))
    def told(self, entry: JournalEntry) -> str:
        if entry.reason and entry.reason not in entry.summary:
            return format_html("{} <q>{}</q>", entry.summary, entry.reason)
        return entry.summary or "–"

    @admin.display(description=_("before and after"))
    def changes(self, entry: JournalEntry) -> str:
        before, after = entry.before or {}, entry.after or {}
        rows = [(name, _shown(before.get(name)), _shown(after.get(name))) for name in {**before, **after}]
        if not rows:
            return "–"
        return format_html(
            '<table class="journal-changes"><thead><tr><th></th><th>{}</th><th>{}</th></tr></thead>'
            "<tbody>{}</tbody></table>",
            _("before"),
            _("after"),
            format_html_join("", '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>', rows),
        )


def _shown(value: Any) -> str:
    """A value of the journal in words."""
    if isinstance(value, list):
        return ", ".join(_shown(each) for each in value) or "–"
    if isinstance(value, dict):
        if "label" in value:
            return f"{value['label']} ({value.get('id')})"
        return ", ".join(f"{name}: {_shown(each)}" for name, each in value.items())
    return "–" if value in (None, "") else str(value)
