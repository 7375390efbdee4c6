"""How readers narrow the registry's lists. Choices are read once for each request."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation, Relation, Tenure

LONGEST_SEARCH = 200


class WordsField(forms.CharField):
    """Words to look for, on one line. NUL, which PostgreSQL refuses, is dropped; longer texts than 200 are refused."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_SEARCH)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "search", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python((value or "").replace("\0", "")) or ""


class WordsFilter(django_filters.CharFilter):
    field_class = WordsField


class ReaderFilterSet(django_filters.FilterSet):
    """A filter set whose choices come from methods, `country_choices` for the filter `country`, asked once each."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, filter_ in self.filters.items():
            if choices := getattr(self, f"{name}_choices", None):
                filter_.extra["choices"] = choices()

    @property
    def form(self) -> Any:
        """The form of the filters; its labels stand above the fields, and so without a colon."""
        form = super().form
        form.label_suffix = ""
        return form

    @property
    def narrowed(self) -> bool:
        """Whether the reader asked for anything at all."""
        return any((self.data or {}).get(name) for name in self.filters)


def choices_of(rows: QuerySet, *, name: str = "name") -> list[tuple[str, str]]:
    """(slug, name) of the rows in the order of their names in the active language."""
    return sorted(((row.slug, str(getattr(row, name))) for row in rows), key=lambda choice: fold(choice[1]))


class CountryFilter(ReaderFilterSet):
    q = WordsFilter(label=_("Name, adjective or capital"), method="named")
    framework = django_filters.ChoiceFilter(
        label=_("Relation to the Alliance"), choices=Relation.FRAMEWORKS, method="of_framework", empty_label=_("All")
    )

    class Meta:
        model = Country
        fields: list[str] = []

    def named(self, rows: QuerySet, _name: str, words: str) -> QuerySet:
        return rows.beginning_with(words)  # type: ignore[attr-defined]

    def of_framework(self, rows: QuerySet, _name: str, framework: str) -> QuerySet:
        return rows.with_open_relation(framework)  # type: ignore[attr-defined]

    def of_framework_asked(self, framework: str) -> bool:
        """Whether that framework is the one asked for, or none is."""
        asked = self.form.cleaned_data.get("framework") if self.form.is_valid() else ""
        return not asked or asked == framework


class OfficialFilter(ReaderFilterSet):
    q = WordsFilter(label=_("Name"), method="named")
    country = django_filters.ChoiceFilter(label=_("Country"), field_name="country__slug", empty_label=_("All"))
    organisation = django_filters.ChoiceFilter(label=_("Organisation"), method="of_organisation", empty_label=_("All"))

    class Meta:
        model = Official
        fields: list[str] = []

    def country_choices(self) -> list[tuple[str, str]]:
        return choices_of(Country.objects.filter(pk__in=Official.objects.public().values("country")))

    def organisation_choices(self) -> list[tuple[str, str]]:
        return choices_of(
            Organisation.objects.filter(offices__tenures__in=Tenure.objects.public()).distinct(), name="short_name"
        )

    def named(self, rows: QuerySet, _name: str, words: str) -> QuerySet:
        return rows.matching(words)  # type: ignore[attr-defined]

    def of_organisation(self, rows: QuerySet, _name: str, slug: str) -> QuerySet:
        return rows.filter(tenures__office__organisation__slug=slug).distinct()


class MeetingFilter(ReaderFilterSet):
    q = WordsFilter(label=_("Title or place"), method="named")
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Meeting.KINDS, empty_label=_("All"))
    country = django_filters.ChoiceFilter(label=_("Host country"), field_name="country__slug", empty_label=_("All"))
    organiser = django_filters.ChoiceFilter(label=_("Organiser"), field_name="organiser__slug", empty_label=_("All"))

    class Meta:
        model = Meeting
        fields: list[str] = []

    def country_choices(self) -> list[tuple[str, str]]:
        return choices_of(Country.objects.filter(pk__in=Meeting.objects.public().values("country")))

    def organiser_choices(self) -> list[tuple[str, str]]:
        return choices_of(
            Organisation.objects.filter(pk__in=Meeting.objects.public().values("organiser")), name="short_name"
        )

    def named(self, rows: QuerySet, _name: str, words: str) -> QuerySet:
        return rows.matching(words)  # type: ignore[attr-defined]


class OrganisationFilter(ReaderFilterSet):
    q = WordsFilter(label=_("Name or acronym"), method="named")

    class Meta:
        model = Organisation
        fields: list[str] = []

    def named(self, rows: QuerySet, _name: str, words: str) -> QuerySet:
        return rows.beginning_with(words)  # type: ignore[attr-defined]
