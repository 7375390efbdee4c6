"""The registry at the desk: searchable whatever the accents, with each row's ties beside it."""

from itertools import combinations
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import DateField, Model, QuerySet, TextField, TimeField, URLField
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.dates import PartialDate
from partners.fields import LinesField
from partners.guarding import GuardedAdmin
from partners.models import (
    AgendaItem,
    Country,
    Meeting,
    MeetingDocument,
    Office,
    Official,
    Organisation,
    RegistryRow,
    Relation,
    RemovedRow,
    Tenure,
)
from partners.pairs import MergedInPairs
from partners.removal import users_of
from partners.seen import SeenByReaders


class FromTheTables(admin.SimpleListFilter):
    """Rows that the tables brought, rows that an editor made, and rows that an editor changed since."""

    title = _("origin")
    parameter_name = "origin"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("tables", _("from the tables")), ("differs", _("differs from the table")), ("desk", _("made here"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "desk":
            return queryset.filter(loaded__isnull=True)
        if self.value() in {"tables", "differs"}:
            queryset = queryset.filter(loaded__isnull=False)
        if self.value() == "differs":
            rows = queryset.with_references()  # type: ignore[attr-defined]
            return queryset.filter(pk__in=[row.pk for row in rows if row.differences()])
        return queryset


class RegistryAdmin(GuardedAdmin):
    """What all of the registry's pages share. Deleting a row that is in use is refused with its users' names."""

    show_full_result_count = False
    list_per_page = 50
    search_fields = ["folded"]
    search_help_text = _("Any part of a name; accents and case do not count.")
    readonly_fields = ["key", "table_says"]
    formfield_overrides = {
        LinesField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 40})},
        TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})},
    }

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What the row says, and below it where that is on record."""
        own = [name for name in super().get_fields(request, obj) if name not in {"source", *self.readonly_fields}]
        return [*own, "source", *self.readonly_fields]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_references()  # type: ignore[attr-defined]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return queryset.matching(search_term), False  # type: ignore[attr-defined]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), FromTheTables]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_display(request), "differs"]

    @admin.display(description=_("as in its table"), boolean=True)
    def differs(self, row: RegistryRow) -> bool | None:
        return None if row.loaded is None else not row.differences()

    @admin.display(description=_("the table says"))
    def table_says(self, row: RegistryRow) -> str:
        """The table's values where an editor has others."""
        if row.loaded is None:
            return "–"
        differences = row.differences()
        if not differences:
            return str(_("The same as this row."))
        pairs = (
            (self.model._meta.get_field(name).verbose_name, ", ".join(theirs) if isinstance(theirs, list) else theirs)
            for name, (_ours, theirs) in differences.items()
        )
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", pairs))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        users = [user for row in objs for user in users_of(row)]
        return to_delete, counts, missing, [*protected, *(f"{user._meta.verbose_name}: {user}" for user in users)]


class SpansFormSet(BaseInlineFormSet):
    """Spans that are changed together are compared as they will be: one may be closed and the next opened at once."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]  # absent from the stubs
        form.instance.judged_with = [row.pk for row in self.get_queryset()]
        return form

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        spans = [form.instance for form in self.forms if self._stays(form)]
        for first, second in combinations(spans, 2):
            if second.clashes_with(first):
                text = gettext("These overlap: %(first)s (%(first_since)s), %(second)s (%(second_since)s).")
                names = {"first": first, "first_since": first.since, "second": second, "second_since": second.since}
                raise ValidationError(text % names, code="overlap")

    def _stays(self, form: Any) -> bool:
        removed = self._should_delete_form(form)  # type: ignore[attr-defined]
        return not removed and bool(form.instance.pk or form.has_changed())


class RelationInline(admin.TabularInline):
    model = Relation
    formset = SpansFormSet
    extra = 0
    fields = ["framework", "since", "until", "note", "note_fr", "source"]
    formfield_overrides = RegistryAdmin.formfield_overrides


class OfficeInline(admin.TabularInline):
    model = Office
    extra = 0
    fields = ["title_fr_m", "title_fr_f", "title_en", "single_holder"]
    show_change_link = True


class TenureInline(admin.TabularInline):
    model = Tenure
    formset = SpansFormSet
    extra = 0
    fields = ["official", "office", "since", "until", "acting", "source"]
    autocomplete_fields = ["official", "office"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official", "office")


class AgendaInline(admin.TabularInline):
    model = AgendaItem
    extra = 0
    fields = ["position", "day", "begins", "title_fr", "title_en"]
    # the browser's own fields: the desk's offer the clock of the reader's desk, and hours here are those of the place
    formfield_overrides = {
        DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
        TimeField: {"widget": forms.TimeInput(format="%H:%M", attrs={"type": "time"})},
    }


class DocumentInline(admin.TabularInline):
    model = MeetingDocument
    extra = 0
    fields = ["title", "language", "address", "dated", "source"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"  # of an address typed without one
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(Country)
class CountryAdmin(RegistryAdmin):
    list_display = ["name", "code", "name_fr", "name_en"]
    list_filter = ["relations__framework"]
    ordering = ["slug"]
    inlines = [RelationInline, OfficeInline]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Two countries are two states: whoever looks for the way to merge them is told."""
        (name, first), *others = super().get_fieldsets(request, obj)
        told = _(
            "A country is a state by its ISO code, so two are never merged. One that changes its name is renamed."
        )
        return [(name, first | {"description": told}), *others]


@admin.register(Relation)
class RelationAdmin(RegistryAdmin):
    list_display = ["country", "framework", "since", "until", "note"]
    list_filter = ["framework"]
    autocomplete_fields = ["country"]


@admin.register(Organisation)
class OrganisationAdmin(MergedInPairs, RegistryAdmin):
    list_display = ["name", "acronym_fr", "acronym_en"]
    inlines = [OfficeInline]


@admin.register(Official)
class OfficialAdmin(SeenByReaders, MergedInPairs, RegistryAdmin):
    list_display = ["name", "country", "offices"]
    list_filter = [("country", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["country"]
    inlines = [TenureInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("tenures__office")

    @admin.display(description=_("offices"))
    def offices(self, official: Official) -> str:
        return "; ".join(dict.fromkeys(tenure.office.name for tenure in official.tenures.all()))


@admin.register(Office)
class OfficeAdmin(RegistryAdmin):
    list_display = ["name", "organisation", "country", "single_holder"]
    list_filter = [
        "single_holder",
        ("organisation", admin.RelatedOnlyFieldListFilter),
        ("country", admin.RelatedOnlyFieldListFilter),
    ]
    autocomplete_fields = ["organisation", "country"]
    inlines = [TenureInline]


@admin.register(Tenure)
class TenureAdmin(RegistryAdmin):
    list_display = ["official", "office", "since", "until", "acting"]
    list_filter = ["acting", ("office", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["official", "office"]


class UncoveredFilter(admin.SimpleListFilter):
    """Meetings soon to come that nobody writes about."""

    title = _("coverage")
    parameter_name = "coverage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("none", _("Within a fortnight, without an article"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() != "none":
            return queryset
        today = PartialDate.of(timezone.localdate())
        return queryset.filter(pk__in=Meeting.objects.soon_without_articles(today).order_by().values("pk"))


@admin.register(Meeting)
class MeetingAdmin(SeenByReaders, MergedInPairs, RegistryAdmin):
    list_display = ["name", "kind", "portfolio", "city", "start", "end"]
    list_filter = [UncoveredFilter, "kind", "portfolio", ("organiser", admin.RelatedOnlyFieldListFilter)]
    autocomplete_fields = ["organiser", "country", "participants", "organisations", "officials"]
    inlines = [AgendaInline, DocumentInline]


@admin.register(RemovedRow)
class RemovedRowAdmin(admin.ModelAdmin):
    """Rows of the tables that were deleted here. Deleting one of these lets the next load bring its row back."""

    list_display = ["table", "key", "name", "removed_at"]
    list_filter = ["table"]
    search_fields = ["key", "name"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
