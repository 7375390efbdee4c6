"""The registry's addresses; their words are translated, so each language has its own."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners import entries, views

app_name = "partners"
urlpatterns = [
    path(_("countries/"), views.CountryList.as_view(), name="countries"),
    path(_("countries/<slug:slug>/"), entries.CountryPage.as_view(), name="country"),
    path(_("officials/"), views.OfficialList.as_view(), name="officials"),
    path(_("officials/<slug:slug>/"), entries.OfficialPage.as_view(), name="official"),
    path(_("organisations/"), views.OrganisationList.as_view(), name="organisations"),
    path(_("organisations/<slug:slug>/"), entries.OrganisationPage.as_view(), name="organisation"),
    path(_("meetings/"), views.MeetingList.as_view(), name="meetings"),
    path(_("meetings/<slug:slug>/"), entries.MeetingPage.as_view(), name="meeting"),
]
