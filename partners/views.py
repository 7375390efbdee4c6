"""The registry's public lists, and what the page of every entry has: its public coverage."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import ListView
from django_filters.views import FilterView

from partners.addresses import find
from partners.coverage import tell_coverage, with_coverage
from partners.dates import PartialDate
from partners.filters import CountryFilter, OfficialFilter, OrganisationFilter
from partners.folding import fold
from partners.kinds import Framework
from partners.models import Country, Official, Organisation, Relation, Tenure


def today() -> PartialDate:
    """Today in the newsroom's own time."""
    return PartialDate.of(timezone.localdate())


class CoverageView(ListView):
    """One entry, found by its slug among `entries()`, with its public coverage: newest first, a page at a time."""

    paginate_by = 20
    context_object_name = "coverage"

    def entries(self) -> QuerySet:
        raise NotImplementedError

    def get_queryset(self) -> QuerySet:
        self.entry = find(with_coverage(self.entries()), self.kwargs["slug"])
        return self.entry.editions.public().for_cards()

    def get_paginator(self, *args: Any, **kwargs: Any) -> Any:
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.entry.coverage  # it came with the entry: one query less
        return paginator

    def beside(self) -> dict[str, Any]:
        """What the entry's page shows beside its coverage; the later pages of the coverage do not repeat it."""
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(entry=self.entry, today=today(), **kwargs)
        return context | self.beside() if context["page_obj"].number == 1 else context


class CountryList(FilterView):
    """Every country with a relation to the Alliance, by framework; then the others that the coverage names.

    A search looks at all countries of the registry, whether covered or not.
    """

    filterset_class = CountryFilter
    template_name = "partners/country_list.html"

    def get_queryset(self) -> QuerySet:
        return Country.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found = {country.pk: country for country in tell_coverage(context["object_list"])}
        by_framework: dict[str, list[Country]] = {framework: [] for framework, _label in Relation.FRAMEWORKS}
        for framework, country in Relation.objects.open().values_list("framework", "country"):
            if country in found and self.filterset.of_framework_asked(framework):
                by_framework[framework].append(found[country])
        related = {country.pk for group in by_framework.values() for country in group}
        groups = [
            (framework, _("Members") if framework == Framework.MEMBER else label, _by_name(by_framework[framework]))
            for framework, label in Relation.FRAMEWORKS
        ]
        searched = self.filterset.narrowed
        others = [each for each in found.values() if each.pk not in related and (each.coverage or searched)]
        return context | {"groups": [group for group in groups if group[2]], "others": _by_name(others)}


def _by_name(countries: list[Country]) -> list[Country]:
    """In the order of their names; folded, as "É" follows "E" and not "Z"."""
    return sorted(countries, key=lambda country: fold(country.name))


class OfficialList(FilterView):
    filterset_class = OfficialFilter
    template_name = "partners/official_list.html"
    context_object_name = "officials"
    paginate_by = 60

    def get_queryset(self) -> QuerySet:
        current = Tenure.objects.current().select_related("office", "official").order_by("-since", "pk")
        return (
            Official.objects.public()
            .select_related("country")
            .prefetch_related(Prefetch("tenures", current, to_attr="current_tenures"))
            .order_by("slug")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        tell_coverage(context["page_obj"])
        return context


class OrganisationList(FilterView):
    filterset_class = OrganisationFilter
    template_name = "partners/organisation_list.html"
    context_object_name = "organisations"
    paginate_by = 120

    def get_queryset(self) -> QuerySet:
        return Organisation.objects.by_name()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        tell_coverage(context["page_obj"])
        return context
