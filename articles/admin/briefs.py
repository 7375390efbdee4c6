"""Briefs at the desk. Whoever may not waive a check cannot lower what the check asks instead."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles import publishing, saving
from articles.admin.acting import acting
from articles.models import Brief

WAIVE = "articles.waive_check"


class BriefKept(BaseModelAdmin):
    """A brief that is there is changed and deleted only by those who may waive its checks."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and request.user.has_perm(WAIVE)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and request.user.has_perm(WAIVE)


class BriefInline(BriefKept, admin.StackedInline):
    model = Brief
    extra = 0
    classes = ["collapse"]
    fields = [("language", "least_words", "least_subheadings", "seo"), "text", "remarks"]


class BriefForm(forms.ModelForm):
    """A brief on a page of its own, saved only while its article has the version that the page was loaded with."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Brief
        fields = ["article", *saving.OF_A_BRIEF]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["version"] = self.instance.article.version

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if self.instance.pk and set(self.changed_data) - {"version"}:
            try:
                saving.hold(self.instance.article_id, values.get("version") or 0)
            except saving.Conflict as conflict:
                self.add_error(None, _("%(what)s Open this page again beside this one and look.") % {"what": conflict})
        return values


@admin.register(Brief)
class BriefAdmin(BriefKept, admin.ModelAdmin):
    form = BriefForm
    list_display = ["article", "language", "least_words", "least_subheadings", "seo"]
    list_filter = ["language", "seo"]
    list_select_related = ["article"]
    search_fields = ["text", "article__title"]
    autocomplete_fields = ["article"]
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Brief | None = None) -> list[str]:
        """A brief stays with its article."""
        kept = ["article"] if obj is not None else []
        return [*super().get_readonly_fields(request, obj), *kept]

    def save_model(self, request: HttpRequest, obj: Brief, form: Any, change: bool) -> None:
        """A change of the brief counts for those who have the article open."""
        super().save_model(request, obj, form, change)
        if set(form.changed_data) - {"version"}:
            saving.raise_version(obj.article)

    def log_change(self, request: HttpRequest, obj: Brief, message: Any) -> Any:
        publishing.log(acting(request), obj.article, _("Brief changed"), action="brief")
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet) -> Any:
        for brief in queryset:
            publishing.log(acting(request), brief.article, _("Brief deleted"), action="brief")
        return super().log_deletions(request, queryset)
