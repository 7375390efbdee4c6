"""A small newsroom: one of everything that the site shows."""

import pytest

from partners.models import Country, Meeting, Office, Official, Organisation, Relation, Tenure


@pytest.fixture
def registry(db):
    """A country, an organisation, an official with an office, and a meeting, all related."""
    country = Country.objects.create(code="MA", name_fr="Maroc", name_en="Morocco")
    Relation.objects.create(country=country, framework="mediterranean-dialogue", since="1995-02")
    organisation = Organisation.objects.create(
        name_fr="Organisation du traité de l'Atlantique Nord",
        name_en="North Atlantic Treaty Organization",
        acronym_fr="OTAN",
        acronym_en="NATO",
    )
    official = Official.objects.create(name="Mark Rutte", country=country, gender="m")
    office = Office.objects.create(
        title_fr_m="secrétaire général de l'OTAN", title_en="NATO Secretary General", organisation=organisation
    )
    Tenure.objects.create(official=official, office=office, since="2024-10-01")
    meeting = Meeting.objects.create(
        kind="ministerial",
        portfolio="defence",
        title_fr="Réunion des ministres de la Défense",
        title_en="Meeting of defence ministers",
        organiser=organisation,
        city="Bruxelles",
        city_en="Brussels",
        country=country,
        start="2024-10-17",
        end="2024-10-18",
    )
    meeting.participants.add(country)
    meeting.officials.add(official)
    return {
        "country": country,
        "organisation": organisation,
        "official": official,
        "office": office,
        "meeting": meeting,
    }


@pytest.fixture
def links(registry):
    """The links of an article that names all of the registry."""
    return {
        "countries": [registry["country"]],
        "organisations": [registry["organisation"]],
        "officials": [registry["official"]],
        "meetings": [registry["meeting"]],
    }
