"""The registry's public pages: lists of entries, and each entry with its public coverage."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import ListView, TemplateView
from django_filters.views import FilterView

from partners.addresses import find
from partners.coverage import with_coverage
from partners.dates import PartialDate
from partners.filters import MeetingFilter, OfficialFilter
from partners.folding import fold
from partners.kinds import Framework
from partners.models import Country, Meeting, Official, Organisation, Relation, Tenure

MEETINGS_SHOWN = 6
QUOTES_SHOWN = 5


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

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(entry=self.entry, **kwargs)


class CountryPage(CoverageView):
    template_name = "partners/country.html"

    def entries(self) -> QuerySet:
        return Country.objects.prefetch_related("relations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tenures = Tenure.objects.public().filter(office__country=self.entry).select_related("official", "office")
        here = Q(country=self.entry) | Q(pk__in=self.entry.meetings.values("pk"))
        meetings = Meeting.objects.public().filter(here).newest_first()
        return super().get_context_data(
            tenures=_newest_first(tenures), meetings=meetings[:MEETINGS_SHOWN], today=today(), **kwargs
        )


def _newest_first(tenures: QuerySet) -> list[Tenure]:
    """The running ones first, then by their start, the latest first; those of unknown start last."""
    return sorted(tenures, key=lambda t: (t.since is not None and t.until is None, str(t.since or "")), reverse=True)


class OfficialPage(CoverageView):
    template_name = "partners/official.html"

    def entries(self) -> QuerySet:
        return Official.objects.public().select_related("country")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tenures = self.entry.tenures.select_related("office__organisation", "office__country")
        for tenure in tenures:
            tenure.official = self.entry  # its title asks for the gender
        return super().get_context_data(
            tenures=_newest_first(tenures), quotes=self.entry.quotes.public().for_lists()[:QUOTES_SHOWN], **kwargs
        )


class OrganisationPage(CoverageView):
    template_name = "partners/organisation.html"

    def entries(self) -> QuerySet:
        return Organisation.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tenures = Tenure.objects.public().current().filter(office__organisation=self.entry)
        return super().get_context_data(
            tenures=_newest_first(tenures.select_related("official", "office")),
            meetings=self.entry.meetings.public().newest_first()[:MEETINGS_SHOWN],
            **kwargs,
        )


class MeetingPage(CoverageView):
    template_name = "partners/meeting.html"

    def entries(self) -> QuerySet:
        attending = Prefetch("officials", Official.objects.public())
        return (
            Meeting.objects.public()
            .select_related("organiser", "country")
            .prefetch_related("participants", "organisations", attending)
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(quotes=self.entry.quotes.public().for_lists()[:QUOTES_SHOWN], **kwargs)


class CountryList(TemplateView):
    """Every country with a relation to the Alliance, by framework; then the others that the coverage names."""

    template_name = "partners/country_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        countries = {country.pk: country for country in with_coverage(Country.objects.all())}
        by_framework: dict[str, list[Country]] = {framework: [] for framework, _label in Relation.FRAMEWORKS}
        for framework, country in Relation.objects.open().values_list("framework", "country"):
            by_framework[framework].append(countries[country])
        related = {country.pk for group in by_framework.values() for country in group}
        groups = [
            (_("Members") if framework == Framework.MEMBER else label, _by_name(by_framework[framework]))
            for framework, label in Relation.FRAMEWORKS
        ]
        others = [country for country in countries.values() if country.coverage and country.pk not in related]
        return super().get_context_data(
            groups=[group for group in groups if group[1]], others=_by_name(others), **kwargs
        )


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
            with_coverage(Official.objects.public().select_related("country"))
            .prefetch_related(Prefetch("tenures", current, to_attr="current_tenures"))
            .order_by("slug")
        )


class OrganisationList(ListView):
    template_name = "partners/organisation_list.html"
    context_object_name = "organisations"
    paginate_by = 120

    def get_queryset(self) -> QuerySet:
        return with_coverage(Organisation.objects.all())


class MeetingList(FilterView):
    filterset_class = MeetingFilter
    template_name = "partners/meeting_list.html"
    context_object_name = "meetings"
    paginate_by = 40

    def get_queryset(self) -> QuerySet:
        return with_coverage(Meeting.objects.public().newest_first().select_related("organiser", "country"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(today=today(), **kwargs)
