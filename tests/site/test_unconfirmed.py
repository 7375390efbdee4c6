"""What accepting a proposal adds to the registry stays with the desk until readers may know it."""

import pytest

from partners.dates import PartialDate
from partners.models import Country, Meeting, Office, Official, Organisation, Tenure
from tests.making import make_edition, make_quote
from tests.site.addresses import public_addresses

pytestmark = pytest.mark.django_db
CANARY = "quillfish"


@pytest.fixture
def found():
    """A person in office and a meeting to come, as accepting the proposals of a draft makes them."""
    country = Country.objects.create(code="MR", name_fr="Mauritanie", name_en="Mauritania")
    organisation = Organisation.objects.create(key="OTAN", name_fr="OTAN", name_en="NATO")
    known = Official.objects.create(name="Jens Connu", country=country)
    official = Official.objects.create(name="Quillfish Ould Test", country=country, confirmed=False)
    for owner in ({"country": country}, {"organisation": organisation}):
        office = Office.objects.create(
            title_fr_m=f"ministre {len(owner)}", title_en="minister", single_holder=False, **owner
        )
        Tenure.objects.create(official=official, office=office, since=PartialDate(2020))
    meeting = Meeting.objects.create(
        kind="summit",
        title_fr="Sommet Quillfish",
        title_en="Quillfish Summit",
        start=PartialDate(2090),
        country=country,
        organiser=organisation,
        confirmed=False,
    )
    meeting.participants.add(country)
    shown = Meeting.objects.create(kind="summit", title_fr="Sommet connu", start=PartialDate(2091))
    shown.officials.add(official, known)
    return official, meeting


def seen(client):
    return {
        address
        for address in public_addresses()
        if CANARY in (response := client.get(address)).content.decode().lower() and response.status_code == 200
    }


def test_what_a_draft_adds_to_the_registry_stands_at_no_public_address(client, found):
    official, meeting = found
    make_edition(visible_from=None, title="Autre chose")
    assert seen(client) == set()
    assert client.get(official.get_absolute_url()).status_code == 404
    assert client.get(meeting.get_absolute_url()).status_code == 404


def test_a_public_edition_that_names_it_makes_it_public_and_its_withdrawal_hides_it_again(client, found):
    official, meeting = found
    edition = make_edition(officials=[official], meetings=[meeting])
    assert {official.get_absolute_url(), meeting.get_absolute_url(), "/pays/mauritanie/", "/"} <= seen(client)
    type(edition).objects.filter(pk=edition.pk).update(visible_until=edition.visible_from)
    assert seen(client) == set()


def test_a_public_quote_makes_its_speaker_public(client, found):
    official, _meeting = found
    edition = make_edition(body="<p>Nous tiendrons parole.</p>")
    make_quote(edition.article, "Nous tiendrons parole", speaker=official)
    assert client.get(official.get_absolute_url()).status_code == 200


def test_confirming_an_entry_makes_it_public(client, found):
    official, _meeting = found
    Official.objects.filter(pk=official.pk).update(confirmed=True)
    assert client.get(official.get_absolute_url()).status_code == 200
