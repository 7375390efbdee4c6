"""The registry: countries, relations, organisations, officials, offices, tenures, meetings and their documents."""

from partners.models.countries import Country, Relation
from partners.models.former import FormerCountry, FormerMeeting, FormerName, FormerOfficial, FormerOrganisation
from partners.models.meetings import AgendaItem, Meeting, MeetingDocument
from partners.models.organisations import Organisation
from partners.models.people import Holder, Office, Official, Tenure
from partners.models.rows import RegistryRow, RemovedName, RemovedRow

__all__ = [
    "AgendaItem",
    "Country",
    "FormerCountry",
    "FormerMeeting",
    "FormerName",
    "FormerOfficial",
    "FormerOrganisation",
    "Holder",
    "Meeting",
    "MeetingDocument",
    "Office",
    "Official",
    "Organisation",
    "RegistryRow",
    "Relation",
    "RemovedName",
    "RemovedRow",
    "Tenure",
]
