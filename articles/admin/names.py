"""Sources, themes and contributors: the names that articles share."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import theming
from articles.admin.acting import acting
from articles.models import Contributor, FormerTheme, Source, Theme
from partners.folding import fold
from partners.guarding import GuardedAdmin
from partners.pairs import MergedInPairs
from partners.seen import SeenByReaders


class FoldedForm(forms.ModelForm):
    """Refuses a name that is, folded, another one's, or that has no letter or digit."""

    def clean_name(self) -> str:
        name, model = self.cleaned_data["name"], self._meta.model
        if not fold(name):
            raise ValidationError(RegexValidator.message, "invalid")
        if model._default_manager.filter(folded=fold(name)).exclude(pk=self.instance.pk).exists():
            raise self.instance.unique_error_message(model, ("name",))
        return name


class FoldedAdmin(GuardedAdmin):
    """Searched by the folded name: accents and case do not count."""

    form = FoldedForm

    search_fields = ["folded"]
    search_help_text = _("Any part of the name; accents and case do not count.")
    list_per_page = 50
    show_full_result_count = False

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return super().get_search_results(request, queryset, fold(search_term))


@admin.register(Source)
class SourceAdmin(FoldedAdmin):
    list_display = ["name", "url"]
    fields = ["name", "url", "note"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "url":
            kwargs["assume_scheme"] = "https"  # of an address typed without one
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ThemeForm(FoldedForm):
    """Refuses the former name of another theme, which means that one, and its former address."""

    def clean_name(self) -> str:
        name = super().clean_name()
        former = FormerTheme.objects.filter(folded=fold(name)[:100]).exclude(entry=self.instance.pk).first()
        if former is not None:
            raise ValidationError(gettext("“%(name)s” means the theme “%(theme)s” now."), params=_told(former))
        return name

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        former = FormerTheme.objects.filter(slug=slug).first()
        if former is not None:
            raise ValidationError(gettext("This address leads to the theme “%(theme)s”."), params=_told(former))
        return slug


def _told(former: FormerTheme) -> dict[str, str]:
    return {"name": former.name, "theme": former.entry.name}


@admin.register(Theme)
class ThemeAdmin(MergedInPairs, FoldedAdmin):
    form = ThemeForm
    list_display = ["name", "slug", "articles_with_it"]
    fields = ["name", "slug"]

    def get_readonly_fields(self, request: HttpRequest, obj: Theme | None = None) -> list[str]:
        """Readers keep a theme's address: it stays once an edition has the theme."""
        kept = ["slug"] if obj is not None and obj.themed_editions.exists() else []
        return [*super().get_readonly_fields(request, obj), *kept]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(uses=Count("themed_articles", distinct=True))

    def delete_model(self, request: HttpRequest, obj: Theme) -> None:
        theming.delete(obj, by=acting(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for theme in queryset:
            theming.delete(theme, by=acting(request))

    @admin.display(description=_("articles"), ordering="uses")
    def articles_with_it(self, theme: Any) -> int:
        return theme.uses


@admin.register(Contributor)
class ContributorAdmin(SeenByReaders, FoldedAdmin):
    readable = "with_public_editions"
    list_display = ["name", "user"]
    list_select_related = ["user"]
    autocomplete_fields = ["user"]
    fields = ["name", "user"]

    def get_fields(self, request: HttpRequest, obj: Contributor | None = None) -> Any:
        """The account is chosen by those who may see accounts."""
        return ["name", "user"] if request.user.has_perm("auth.view_user") else ["name"]
