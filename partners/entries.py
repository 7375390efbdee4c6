"""The pages of the registry's entries: what is known of each, in time, beside its public coverage.

Each page asks the database at most ten times. Lists that can grow are cut where their page says so, in an order that
two rows never share.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from partners import kinds
from partners.attendance import neighbours, taking_part
from partners.called_before import called_before, with_former_names
from partners.chronology import chronology
from partners.coverage import coverage_by_year, with_quotes_found
from partners.dates import Answer, PartialDate
from partners.models import Country, Meeting, Official, Organisation, Relation, Tenure
from partners.views import CoverageView, today

MEETINGS_SHOWN = 6
QUOTES_SHOWN = 6
TENURES_SHOWN = 200


@dataclass(slots=True)
class InTime:
    """Tenures by what can be said of a day: who holds an office, who will, who did, and of whom nothing is known."""

    now: list[Tenure] = field(default_factory=list)
    to_come: list[Tenure] = field(default_factory=list)
    before: list[Tenure] = field(default_factory=list)
    unknown: list[Tenure] = field(default_factory=list)

    @property
    def any(self) -> bool:
        return bool(self.now or self.to_come or self.before or self.unknown)

    @classmethod
    def of(cls, tenures: Iterable[Tenure], on: PartialDate) -> "InTime":
        """Sort the tenures as they are on that day, each list in their order."""
        sorted_out = cls()
        for tenure in tenures:
            if tenure.held(on) is Answer.NO:
                yet_to_come = tenure.since is not None and on.last < tenure.since.first
                (sorted_out.to_come if yet_to_come else sorted_out.before).append(tenure)
            else:
                (sorted_out.now if tenure.since is not None else sorted_out.unknown).append(tenure)
        return sorted_out


def drawn(spans: Iterable[Any]) -> dict[str, Any]:
    """Rows with `since` and `until`, each with its bar, and the years of the line that they lie on."""
    rows = list(spans)
    line = chronology([(row.since, row.until) for row in rows], today=today().first)
    return {"spans": list(zip(rows, line.bars, strict=True)), "ticks": line.ticks}


class CountryPage(CoverageView):
    template_name = "partners/country.html"

    def entries(self) -> QuerySet:
        return with_former_names(Country.objects.prefetch_related("relations"))

    def beside(self) -> dict[str, Any]:
        country = self.entry
        of_country = Q(office__country=country) | Q(official__country=country)
        tenures = Tenure.objects.public().filter(of_country).select_related("official", "office").running_first()
        meetings = Meeting.objects.public()
        return {
            "called_before": called_before(country),
            **drawn(sorted(country.relations.all(), key=lambda each: (str(each.since or ""), each.framework))),
            "relations_now": [each for each in country.relations.all() if _runs(each)],
            "tenures": InTime.of(tenures[:TENURES_SHOWN], today()),
            "hosted": meetings.filter(country=country).newest_first()[:MEETINGS_SHOWN],
            "attended": meetings.attended_by(country).exclude(country=country).newest_first()[:MEETINGS_SHOWN],
            "years": coverage_by_year(country),
        }


def _runs(relation: Relation) -> bool:
    """Whether the relation has not surely ended, nor surely not begun."""
    return relation.until is None and (relation.since is None or relation.held(today()) is not Answer.NO)


class OfficialPage(CoverageView):
    template_name = "partners/official.html"

    def entries(self) -> QuerySet:
        return with_former_names(with_quotes_found(Official.objects.public().select_related("country")))

    def beside(self) -> dict[str, Any]:
        official = self.entry
        tenures = official.tenures.select_related("office__organisation", "office__country").running_first()
        tenures = list(tenures[:TENURES_SHOWN])
        for tenure in tenures:
            tenure.official = official  # its title asks for the gender
        return {
            "called_before": called_before(official),
            **drawn(tenures),
            "tenures": InTime.of(tenures, today()),
            "quotes": official.quotes.public().for_lists()[:QUOTES_SHOWN],
            "meetings": official.meetings.public().newest_first()[:MEETINGS_SHOWN],
            "years": coverage_by_year(official),
        }


class OrganisationPage(CoverageView):
    template_name = "partners/organisation.html"

    def entries(self) -> QuerySet:
        return with_former_names(Organisation.objects.all())

    def beside(self) -> dict[str, Any]:
        organisation = self.entry
        tenures = Tenure.objects.public().filter(office__organisation=organisation)
        tenures = tenures.select_related("official", "office").running_first()[:TENURES_SHOWN]
        return {
            "called_before": called_before(organisation),
            "offices": by_office(tenures),
            "members": organisation.key == kinds.ALLIANCE and _members(),
            "organised": organisation.meetings.public().newest_first()[:MEETINGS_SHOWN],
            "attended": organisation.meetings_attended.public().newest_first()[:MEETINGS_SHOWN],
            "years": coverage_by_year(organisation),
        }


def by_office(tenures: Iterable[Tenure]) -> list[tuple[Any, InTime]]:
    """Each office with its tenures in time, in the order in which the registry came to know the offices."""
    by_key: dict[int, list[Tenure]] = {}
    for tenure in tenures:
        by_key.setdefault(tenure.office_id, []).append(tenure)
    return [(held[0].office, InTime.of(held, today())) for _key, held in sorted(by_key.items())]


def _members() -> int:
    return Relation.objects.open().filter(framework=kinds.Framework.MEMBER).count()


class MeetingPage(CoverageView):
    """The coverage in the order in which it appeared, as a meeting is followed from its announcement on."""

    template_name = "partners/meeting.html"

    def entries(self) -> QuerySet:
        return with_former_names(with_quotes_found(Meeting.objects.public().select_related("organiser", "country")))

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().order_by("first_public_at", "pk")

    def beside(self) -> dict[str, Any]:
        meeting = self.entry
        agenda = list(meeting.agenda.all())
        return {
            "called_before": called_before(meeting),
            "participants": taking_part(meeting),
            "agenda": agenda,
            "hours": any(point.begins for point in agenda),
            "documents": meeting.documents.all(),
            "quotes": meeting.quotes.public().for_lists()[:QUOTES_SHOWN],
            **neighbours(meeting),
        }
