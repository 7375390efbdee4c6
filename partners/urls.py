"""The registry's addresses; their words are translated, so each language has its own."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from partners import entries, meeting_lists, views
from partners.months import MonthInAddresses

register_converter(MonthInAddresses, "month")

app_name = "partners"
urlpatterns = [
    path(_("countries/"), views.CountryList.as_view(), name="countries"),
    path(_("countries/<slug:slug>/"), entries.CountryPage.as_view(), name="country"),
    path(_("officials/"), views.OfficialList.as_view(), name="officials"),
    path(_("officials/<slug:slug>/"), entries.OfficialPage.as_view(), name="official"),
    path(_("organisations/"), views.OrganisationList.as_view(), name="organisations"),
    path(_("organisations/<slug:slug>/"), entries.OrganisationPage.as_view(), name="organisation"),
    path(_("meetings/"), meeting_lists.MeetingList.as_view(), name="meetings"),
    path(_("meetings/calendar/"), meeting_lists.MeetingCalendar.as_view(), name="calendar"),
    path(_("meetings/calendar/<month:month>/"), meeting_lists.MeetingCalendar.as_view(), name="calendar-month"),
    path(_("meetings/<slug:slug>/"), entries.MeetingPage.as_view(), name="meeting"),
]
