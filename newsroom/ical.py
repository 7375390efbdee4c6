"""The meetings as calendars take them in (iCalendar, RFC 5545 and 7986): each alone, and as subscriptions.

Meetings are days, not hours. A meeting whose first day is not known is in no calendar, and the calendar says how many
those are; where only its last day is not known, the event is its first day and says so. An event's UID is made of the
meeting's key, which never changes; its SEQUENCE is raised when what a calendar shows of it changes.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event, Timezone, vDuration, vText, vUri

from newsroom.conditional import conditional
from newsroom.feed_formats import in_xml
from partners import addresses
from partners.date_words import date_in_words
from partners.models import Country, Meeting, Organisation

CONTENT_TYPE = "text/calendar; charset=utf-8"
EVENTS = 1_000
READ_AGAIN_AFTER = timedelta(hours=12)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:newsroom:meeting")


@require_safe
def all_meetings(request: HttpRequest) -> HttpResponse:
    """A subscription to every meeting."""
    return _subscription(request, _("Meetings"), Meeting.objects.public())


@require_safe
def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """A subscription to the meetings of one kind; 404 for what is no kind."""
    kinds = dict(Meeting.KINDS)
    if kind not in kinds:
        raise Http404("No such kind of meeting.")
    name = _("Meetings: %(name)s") % {"name": kinds[kind]}
    return _subscription(request, name, Meeting.objects.public().filter(kind=kind))


@require_safe
def of_country(request: HttpRequest, slug: str) -> HttpResponse:
    """A subscription to the meetings in a country and those that it takes part in."""
    country = addresses.find(Country.objects.all(), slug)
    name = _("Meetings: %(name)s") % {"name": country.name}
    return _subscription(request, name, Meeting.objects.public().filter(_with(country)))


@require_safe
def of_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """A subscription to the meetings of an organisation."""
    organisation = addresses.find(Organisation.objects.all(), slug)
    name = _("Meetings: %(name)s") % {"name": organisation.short_name}
    return _subscription(request, name, Meeting.objects.public().filter(organiser=organisation))


@require_safe
def one_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting; 404 where its day is not known, for a calendar has nothing to show then."""
    meeting = addresses.find(Meeting.objects.public().select_related("country", "organiser"), slug)
    if not in_calendars(meeting):
        raise Http404("Its day is not known.")
    return _answer(request, _calendar(request, meeting.name, [meeting]))


def in_calendars(meeting: Meeting) -> bool:
    """Whether its first day is known."""
    return meeting.start is not None and meeting.start.full


def event_of(meeting: Meeting, address: str) -> Event:
    """The meeting, of a known first day, in the active language; `address` is its page."""
    assert meeting.start is not None  # `in_calendars`
    event = Event()
    event.add("uid", f"{uuid.uuid5(_NAMESPACE, meeting.key)}")
    event.add("dtstamp", meeting.announced_at.astimezone(UTC))
    event.add("last-modified", meeting.announced_at.astimezone(UTC))
    event.add("sequence", meeting.sequence)
    event.add("dtstart", meeting.start.first)
    last = meeting.end if meeting.end is not None and meeting.end.full else meeting.start
    if last.last < date.max:
        event.add("dtend", last.last + timedelta(days=1))  # the first day on which it is over
    event.add("summary", _line(meeting.name))
    place = ", ".join(filter(None, [meeting.place, meeting.country.name if meeting.country else ""]))
    if place:
        event.add("location", _line(place))
    event.add("description", "\n".join([*map(_line, _description(meeting)), address]))
    event.add("categories", [str(meeting.get_kind_display())])
    event.add("url", vUri(address))
    event.add("transp", "TRANSPARENT")  # news, not an appointment of the reader's
    return event


def _description(meeting: Meeting) -> Iterable[str]:
    yield str(meeting.get_kind_display())
    if meeting.organiser:
        yield meeting.organiser.name
    if meeting.end is not None and not meeting.end.full:
        until = date_in_words(meeting.end, get_language() or "")
        yield _("Its last day is not known: %(until)s.") % {"until": until}


def _line(text: str) -> str:
    """The words on one line, without characters that are for machines alone."""
    return " ".join(in_xml(text).split())


def _with(country: Country) -> Q:
    return Q(country=country) | Q(pk__in=country.meetings.values("pk"))


def _subscription(request: HttpRequest, name: str, meetings: QuerySet[Meeting]) -> HttpResponse:
    """The newest of the meetings, in the order of their days, with the number of those that are left out."""
    rows = list(meetings.select_related("country", "organiser").order_by("-start", "slug")[:EVENTS])
    known = [meeting for meeting in rows if in_calendars(meeting)]
    title = _("%(name)s – %(site)s") % {"name": name, "site": settings.SITE_NAME}
    calendar = _calendar(request, title, reversed(known))
    if left_out := len(rows) - len(known):
        said = ngettext(
            "%(count)d meeting is left out, as its day is not known.",
            "%(count)d meetings are left out, as their days are not known.",
            left_out,
        ) % {"count": left_out}
        calendar.add("description", said)
        calendar.add("x-wr-caldesc", vText(said))
    calendar.add("refresh-interval", vDuration(READ_AGAIN_AFTER), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(READ_AGAIN_AFTER))
    calendar.add("source", vUri(request.build_absolute_uri(request.path)), parameters={"VALUE": "URI"})
    return _answer(request, calendar)


def _calendar(request: HttpRequest, name: str, meetings: Iterable[Meeting]) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{_line(settings.SITE_NAME)}//Newsroom//{(get_language() or 'fr').upper()}")
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", vText(_line(name)))
    for meeting in meetings:
        calendar.add_component(event_of(meeting, request.build_absolute_uri(meeting.get_absolute_url())))
    if not calendar.subcomponents:
        # a calendar has to hold something: an empty one says at least where its newsroom is
        zone = ZoneInfo(settings.TIME_ZONE)
        calendar.add_component(Timezone.from_tzinfo(zone, first_date=date(2024, 1, 1), last_date=date(2025, 1, 1)))
    return calendar


def _answer(request: HttpRequest, calendar: Calendar) -> HttpResponse:
    return conditional(request, calendar.to_ical(), CONTENT_TYPE)


urlpatterns = [
    path(
        gettext_lazy("meetings/"),
        include(
            [
                path("meetings.ics", all_meetings, name="ical"),
                path("<slug:kind>.ics", of_kind, name="kind-ical"),
                path("<slug:slug>/meeting.ics", one_meeting, name="meeting-ical"),
            ]
        ),
    ),
    path(gettext_lazy("countries/<slug:slug>/"), include([path("meetings.ics", of_country, name="country-ical")])),
    path(
        gettext_lazy("organisations/<slug:slug>/"),
        include([path("meetings.ics", of_organisation, name="organisation-ical")]),
    ),
]
