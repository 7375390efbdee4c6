"""The public lists of meetings: those to come and those past, and the calendar of a month."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Substr
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.views.generic import TemplateView
from django_filters.views import FilterView

from partners.coverage import tell_coverage
from partners.dates import PartialDate
from partners.filters import MeetingFilter
from partners.models import Meeting
from partners.months import Month, lay_out

TO_COME_SHOWN = 60
MONTH_WRITTEN = 7  # characters of "2024-10"


class MeetingList(FilterView):
    """Meetings to come, the nearest first, on the first page; then those past, the latest first, a page at a time."""

    filterset_class = MeetingFilter
    template_name = "partners/meeting_list.html"
    context_object_name = "meetings"
    paginate_by = 40

    def get_queryset(self) -> QuerySet:
        return Meeting.objects.public().select_related("organiser", "country")

    def get_context_data(self, *, object_list: Any = None, **kwargs: Any) -> dict[str, Any]:
        to_come = self.object_list.to_come(PartialDate.of(timezone.localdate()))
        past = self.object_list.exclude(pk__in=to_come.values("pk")).newest_first()
        context = super().get_context_data(object_list=past, **kwargs)
        page = context["page_obj"]
        shown = list(to_come[:TO_COME_SHOWN]) if page.number == 1 else []
        tell_coverage([*page, *shown])
        return context | {"to_come": shown}


class MeetingCalendar(TemplateView):
    """The meetings of a month, narrowed as in the list; of the month that is nearest to today where none is named.

    From the month of the first public meeting to that of the last; other months are not found.
    """

    template_name = "partners/calendar.html"

    def get_context_data(self, *, month: Month | None = None, **kwargs: Any) -> dict[str, Any]:
        public = Meeting.objects.public()
        months = months_of(public)
        today = timezone.localdate()
        shown = month or nearest(Month.of(today), months)
        if month is not None and not (months and months[0] <= month <= months[-1]):
            raise Http404("No meeting is known so early or so late.")
        narrowing = MeetingFilter(self.request.GET, queryset=public)
        found = narrowing.qs if narrowing.form.is_valid() else public.none()
        others = months_of(found) if narrowing.narrowed else months
        possible = found.possible_on(shown.known).select_related("organiser", "country")
        laid_out = lay_out(shown, possible.order_by("start", "slug"), today=today)
        return super().get_context_data(
            filter=narrowing,
            month=shown,
            current=month is None,
            laid_out=laid_out,
            weekdays=WEEKDAYS.values(),
            before=max((each for each in others if each < shown), default=None),
            after=min((each for each in others if each > shown), default=None),
            years=by_year(others),
            canonical_path=reverse("partners:calendar-month", args=[shown]) if months else None,
            **kwargs,
        )


def months_of(meetings: QuerySet) -> list[Month]:
    """The months in which one of those meetings is known to lie, in their order; one query.

    A meeting known to the year only lies in none.
    """
    ends = Substr(Coalesce("end", "start"), 1, MONTH_WRITTEN)
    known = meetings.order_by().annotate(starts=Substr("start", 1, MONTH_WRITTEN), ends=ends)
    found: set[Month] = set()
    for starts, ends in known.values_list("starts", "ends").distinct():
        first, last = _month(starts), _month(ends)
        if first is not None:
            found.update(first.until(last or first))
    return sorted(found)


def _month(written: Any) -> Month | None:
    date = PartialDate.parse(str(written)) if written else None
    return Month(date.year, date.month) if date and date.month else None


def nearest(month: Month, months: list[Month]) -> Month:
    """That month, or the end of the calendar that lies nearer to it; itself where the calendar is empty."""
    return min(max(month, months[0]), months[-1]) if months else month


def by_year(months: list[Month]) -> list[tuple[int, list[Month]]]:
    """The latest year first, its months in their order."""
    years: dict[int, list[Month]] = {}
    for month in months:
        years.setdefault(month.year, []).append(month)
    return sorted(years.items(), reverse=True)
