"""Bylines in the article's form: a name is chosen or simply typed, and a new one makes a new contributor."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Byline, BylineRole, Contributor
from partners.folding import fold


class ContributorField(forms.CharField):
    """A contributor by name; None when empty. Accents and case do not count; an unknown name gives an unsaved row."""

    def __init__(self, **options: Any) -> None:
        longest = Contributor._meta.get_field("name").max_length
        super().__init__(required=False, max_length=longest, label=_("Name"), **options)
        self.widget.attrs |= {"class": "vTextField", "data-contributor": "", "autocomplete": "off"}

    def clean(self, value: Any) -> Contributor | None:
        name = " ".join(super().clean(value).split())
        if not name:
            return None
        if not fold(name):
            raise forms.ValidationError(RegexValidator.message, "invalid")
        return Contributor.objects.filter(folded=fold(name)).first() or Contributor(name=name)


class BylineForm(forms.ModelForm):
    """One signature. An empty row at the end, or one that only got a number, is none."""

    contributor = ContributorField()

    class Meta:
        model = Byline
        fields = ["contributor", "role", "place", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = self.instance.contributor if self.instance.pk else None
        if signed is not None:
            self.initial["contributor"] = signed.name

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - (set() if self.instance.pk else {"position"}))

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        unsigned = values.get("contributor") is None and "contributor" not in self.errors
        if values.get("role") == BylineRole.AUTHOR and unsigned:
            self.add_error("contributor", _("An author needs a name."))
        return values

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {"contributor"}  # type: ignore[misc]  # `clean` asks for it

    def save(self, commit: bool = True) -> Byline:
        contributor = self.instance.contributor
        if contributor is not None and contributor.pk is None:
            self.instance.contributor = Contributor.named(contributor.name)
        return super().save(commit)


class BylineInline(admin.TabularInline):
    model = Byline
    form = BylineForm
    extra = 1
    template = "admin/articles/byline/inline.html"
    verbose_name_plural = _("bylines")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("contributor")
