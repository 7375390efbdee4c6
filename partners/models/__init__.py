"""The registry: countries, relations, organisations, officials, offices, tenures and meetings."""

from partners.models.countries import Country, Relation
from partners.models.meetings import Meeting
from partners.models.organisations import Organisation
from partners.models.people import Holder, Office, Official, Tenure
from partners.models.rows import RegistryRow, RemovedName, RemovedRow

__all__ = [
    "Country",
    "Holder",
    "Meeting",
    "Office",
    "Official",
    "Organisation",
    "RegistryRow",
    "Relation",
    "RemovedName",
    "RemovedRow",
    "Tenure",
]
