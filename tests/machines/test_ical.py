"""The meetings in calendars: read back by icalendar, counted when they change, never dated beyond what is known."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone, translation

from partners.dates import PartialDate
from partners.loading import load, tables_from_database
from partners.models import Country, Meeting, Organisation
from tests.making import make_edition

pytestmark = pytest.mark.django_db
THEN = datetime(2024, 9, 1, 8, tzinfo=UTC)


def make_meeting(title: str = "Sommet de La Haye", **fields) -> Meeting:
    values = {"kind": "summit", "title_en": f"{title} (en)", "start": "2025-06-24", "end": "2025-06-25"}
    meeting = Meeting.objects.create(title_fr=title, **(values | fields))
    Meeting.objects.filter(pk=meeting.pk).update(announced_at=THEN)
    return Meeting.objects.get(pk=meeting.pk)


def read(client, address: str) -> icalendar.Calendar:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(response.content)
    assert str(calendar["VERSION"]) == "2.0"
    assert str(calendar["PRODID"]).strip()
    assert calendar.subcomponents, "RFC 5545: at least one component"
    assert not [component.errors for component in calendar.walk() if component.errors]
    return calendar


def events(client, address: str) -> list[icalendar.Event]:
    found = read(client, address).events
    identifiers = [str(event["UID"]) for event in found]
    assert len(identifiers) == len(set(identifiers))
    return found


def test_a_meeting_is_whole_days_whose_end_is_the_day_after(client):
    country = Country.objects.create(code="NL", name_fr="Pays-Bas", name_en="Netherlands")
    organiser = Organisation.objects.create(name_fr="Alliance", name_en="The Alliance")
    meeting = make_meeting("Sommet ; de, La Haye", city="La Haye", city_en="The Hague", country=country)
    Meeting.objects.filter(pk=meeting.pk).update(organiser=organiser)
    for language, title, place in [
        ("fr", "Sommet ; de, La Haye", "La Haye, Pays-Bas"),
        ("en", "Sommet ; de, La Haye (en)", "The Hague, Netherlands"),
    ]:
        with translation.override(language):
            (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
            assert str(event["URL"]) == f"http://testserver{meeting.get_absolute_url()}"
        assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (title, place)
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2025, 6, 24), date(2025, 6, 26))
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == THEN
        assert event["SEQUENCE"] == 0


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [
        ("2025-06-24", None, date(2025, 6, 25)),
        ("2025-06-24", "2025-06-24", date(2025, 6, 25)),
        ("2024-02-28", "2024-02-29", date(2024, 3, 1)),
        ("2024-12-31", "2025-01-01", date(2025, 1, 2)),
    ],
)
def test_an_end_lies_on_the_day_after_the_last(client, start, end, ends):
    meeting = make_meeting(start=start, end=end)
    (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
    assert event["DTEND"].dt == ends


def test_an_unknown_last_day_is_said_and_not_invented(client):
    meeting = make_meeting(start="2025-06-24", end="2025-07")
    (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
    assert event["DTEND"].dt == date(2025, 6, 25)
    with translation.override("en"):
        (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
    assert "Its last day is not known: July 2025." in str(event["DESCRIPTION"])


@pytest.mark.parametrize("start", [None, "2025", "2025-06"])
def test_a_meeting_whose_day_is_not_known_is_left_out_and_counted(client, start):
    unknown = make_meeting(start=start, end=None)
    with translation.override("en"):
        assert client.get(reverse("meeting-ical", args=[unknown.slug])).status_code == 404
        address = reverse("ical")
        assert read(client, address).events == []
        assert "1 meeting is left out" in str(read(client, address)["DESCRIPTION"])
        make_meeting("Autre")
        assert [str(event["SUMMARY"]) for event in events(client, address)] == ["Autre (en)"]


def test_the_last_day_of_all_calendars_breaks_none(client):
    meeting = make_meeting(start="9999-12-31", end=None)
    (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
    assert event["DTSTART"].dt == date.max


def test_a_subscription_has_the_meetings_of_its_kind_country_or_organiser(client):
    country = Country.objects.create(code="NL", name_fr="Pays-Bas", name_en="Netherlands")
    organiser = Organisation.objects.create(name_fr="Alliance", name_en="Alliance")
    make_meeting("Ici", country=country, start="2025-03-01", end=None)
    guest = make_meeting("Invité", kind="bilateral", start="2025-02-01", end=None)
    guest.participants.add(country)
    make_meeting("Autre", organiser=organiser, start="2025-01-01", end=None)
    wanted = {
        ("ical",): ["Autre", "Invité", "Ici"],
        ("kind-ical", "bilateral"): ["Invité"],
        ("country-ical", country.slug): ["Invité", "Ici"],
        ("organisation-ical", organiser.slug): ["Autre"],
    }
    for (name, *arguments), titles in wanted.items():
        calendar = read(client, reverse(name, args=arguments))
        assert [str(event["SUMMARY"]) for event in calendar.events] == titles, name
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
        assert str(calendar["SOURCE"]) == f"http://testserver{reverse(name, args=arguments)}"
    with translation.override("fr"):
        narrowed, kind = f"{reverse('partners:meetings')}?kind=bilateral", reverse("kind-ical", args=["bilateral"])
    assert f'href="{kind}"' in client.get(narrowed).content.decode()
    for name in ["kind-ical", "country-ical", "organisation-ical", "meeting-ical"]:
        assert client.get(reverse(name, args=["nothing"])).status_code == 404


def test_an_empty_subscription_is_a_calendar(client):
    assert events(client, reverse("ical")) == []


def test_a_meeting_that_only_the_desk_knows_is_in_no_calendar(client):
    meeting = make_meeting("Quillfish", confirmed=False)
    own = reverse("meeting-ical", args=[meeting.slug])
    assert client.get(own).status_code == 404
    assert b"Quillfish" not in client.get(reverse("ical")).content
    make_edition(meetings=[meeting])
    assert client.get(own).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start", "2025-06-23"),
        ("end", "2025-06"),
        ("title_fr", "Autre titre"),
        ("title_en", "Another title"),
        ("city", "Delft"),
        ("kind", "exercise"),
    ],
)
def test_a_change_that_calendars_show_raises_the_sequence_once_and_keeps_the_uid(client, field, value):
    meeting = make_meeting()
    address = reverse("meeting-ical", args=[meeting.slug])
    (before,) = events(client, address)
    setattr(meeting, field, value)
    meeting.save()
    meeting.save()
    Meeting.objects.get(pk=meeting.pk).save()
    (after,) = events(client, address)
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt == THEN


def test_what_calendars_do_not_show_raises_nothing():
    meeting = make_meeting()
    meeting.source, meeting.portfolio = "Un journal", "defence"
    meeting.save()
    meeting.start = "2025-06-24"  # the same, written as a text
    meeting.save()
    meeting.title_fr = "Pas enregistré"
    meeting.save(update_fields=["source"])
    held = Meeting.objects.get(pk=meeting.pk)
    assert (held.sequence, held.announced_at, held.title_fr) == (0, THEN, "Sommet de La Haye")


def test_two_who_change_it_at_once_are_both_counted():
    meeting = make_meeting()
    one, other = Meeting.objects.get(pk=meeting.pk), Meeting.objects.get(pk=meeting.pk)
    one.city = "Delft"
    one.save()
    other.city = "Leyde"
    other.save()
    assert Meeting.objects.get(pk=meeting.pk).sequence == 2


def test_the_tables_raise_the_sequence_only_where_they_change_something():
    meeting = make_meeting()
    tables = tables_from_database()
    load(tables)
    assert Meeting.objects.get(pk=meeting.pk).sequence == 0
    row = replace(tables.meetings[0], end=PartialDate(2025, 6, 26))
    load(replace(tables, meetings=(row,)))
    load(replace(tables, meetings=(row,)))
    assert Meeting.objects.get(pk=meeting.pk).sequence == 1


def test_an_editor_s_change_at_the_desk_raises_the_sequence(admin_client):
    meeting = make_meeting()
    address = reverse("admin:partners_meeting_change", args=[meeting.pk])
    form = admin_client.get(address).context["adminform"].form
    fields = {name: value or "" for name, value in form.initial.items() if not isinstance(value, list)}
    for formset in admin_client.get(address).context["inline_admin_formsets"]:
        prefix = formset.formset.prefix
        fields |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    response = admin_client.post(address, fields | {"start": "2025-06-20"})
    assert response.status_code == 302, response.context["errors"]
    assert Meeting.objects.get(pk=meeting.pk).sequence == 1


def test_who_has_the_calendar_gets_no_copy_until_it_changes(client):
    meeting = make_meeting()
    first = client.get(reverse("ical"))
    assert client.get(reverse("ical"), headers={"if-none-match": first["ETag"]}).status_code == 304
    meeting.city = "Delft"
    meeting.save()
    assert client.get(reverse("ical"), headers={"if-none-match": first["ETag"]}).status_code == 200
    assert not first.cookies


def test_a_calendar_takes_as_many_queries_for_many_meetings_as_for_few(client, django_assert_max_num_queries):
    counts = []
    for number in (3, 60):
        for each in range(number):
            make_meeting(f"Réunion {number} {each}")
        with django_assert_max_num_queries(3) as captured:
            client.get(reverse("ical"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_characters_that_no_calendar_takes_are_left_out(client):
    meeting = make_meeting("Un\x0b deux\x1f trois\nquatre")
    (event,) = events(client, reverse("meeting-ical", args=[meeting.slug]))
    assert str(event["SUMMARY"]) == "Un deux trois quatre"


def test_the_calendar_is_the_same_from_one_moment_to_the_next(client, monkeypatch):
    make_meeting()
    before = client.get(reverse("ical")).content
    later = timezone.now() + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(reverse("ical")).content == before
