"""Meetings as a list, to come and past, and as a calendar by month."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from partners.models import Country, Meeting, Organisation
from partners.months import Month
from tests.making import make_edition

pytestmark = pytest.mark.django_db


def meet(title: str, start: str = "", end: str = "", **fields) -> Meeting:
    return Meeting.objects.create(
        kind=fields.pop("kind", "summit"), title_fr=title, start=start or None, end=end or None, **fields
    )


def calendar(month: Month | None = None, language: str = "fr") -> str:
    with translation.override(language):
        return reverse("partners:calendar-month", args=[month]) if month else reverse("partners:calendar")


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2024, 10, 17))


def test_the_list_says_what_is_to_come_with_days_to_go_then_what_is_past_by_year(client, today):
    for title, start in [("Jadis", "2019-12-04"), ("Bientôt", "2024-10-27"), ("Hier", "2024-10-16"), ("Un jour", "")]:
        meet(title, start)
    meet("En cours", "2024-10-16", "2024-10-18")
    meet("Plus tard", "2025")
    context = client.get("/reunions/").context
    assert [meeting.name for meeting in context["to_come"]] == ["En cours", "Bientôt", "Plus tard"]
    assert [meeting.name for meeting in context["page_obj"]] == ["Hier", "Jadis", "Un jour"]
    with translation.override("en"):
        text = client.get(reverse("partners:meetings")).content.decode()
    assert "in 10 days" in text
    assert text.count('<span class="agenda__days">') == 3
    assert [text.index(f">{heading}</h2>") for heading in ("2024", "2019", "Date unknown")] == sorted(
        text.index(f">{heading}</h2>") for heading in ("2024", "2019", "Date unknown")
    )


def test_what_is_to_come_is_told_on_the_first_page_only(client, today):
    meet("Bientôt", "2024-10-27")
    for number in range(41):
        meet(f"Jadis {number}", "2019-12-04")
    assert "Bientôt" in client.get("/reunions/").content.decode()
    second = client.get("/reunions/?page=2")
    assert len(second.context["page_obj"]) == 1
    assert "Bientôt" not in second.content.decode()


def test_the_calendar_shows_each_day_of_a_meeting_and_apart_what_has_no_day(client, today):
    meet("Ministérielle", "2024-10-17", "2024-10-18")
    meet("Exercice", "2024-10", kind="exercise")
    text = client.get(calendar(Month(2024, 10))).content.decode()
    table, _end, after = text.partition("</table>")
    assert table.count(">Ministérielle</a>") == 2
    assert ">Exercice</a>" not in table
    assert ">Exercice</a>" in after
    assert table.count("<td") == 35
    assert table.count('<th scope="col">') == 7
    assert table.count("<caption") == 1


def test_today_is_marked_for_eyes_and_for_screen_readers(client, today):
    meet("Ministérielle", "2024-10-17")
    text = client.get(calendar(Month(2024, 10), "en")).content.decode()
    assert text.count('<td aria-current="date"') == 1
    assert text.count('<span class="calendar__today">Today</span>') == 1
    meet("Suivante", "2024-11-05")
    assert "calendar__today" not in client.get(calendar(Month(2024, 11), "en")).content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("fr", ["lundi", "octobre 2024"]), ("en", ["Monday", "October 2024"])]
)
def test_the_calendar_speaks_the_readers_language(client, today, language, words):
    meet("Ministérielle", "2024-10-17")
    text = client.get(calendar(Month(2024, 10), language)).content.decode()
    assert all(word in text for word in words)


@pytest.fixture
def years(today):
    meet("Sommet", "2024-07-09", "2024-07-11")
    meet("Ministérielle", "2024-10-30", "2024-11-02")
    meet("Lointaine", "2025-06-24")
    meet("Cette année-là", "2024")
    meet("Sans date")


@pytest.mark.parametrize(
    ("month", "before", "after"),
    [
        (Month(2024, 7), None, Month(2024, 10)),
        (Month(2024, 8), Month(2024, 7), Month(2024, 10)),
        (Month(2024, 10), Month(2024, 7), Month(2024, 11)),
        (Month(2024, 11), Month(2024, 10), Month(2025, 6)),
        (Month(2025, 6), Month(2024, 11), None),
    ],
)
def test_one_goes_on_to_the_next_month_that_has_meetings(client, years, month, before, after):
    page = client.get(calendar(month))
    assert (page.context["before"], page.context["after"]) == (before, after)
    for neighbour in filter(None, [before, after]):
        assert f'href="{calendar(neighbour)}"' in page.content.decode()


@pytest.mark.parametrize("month", [Month(2024, 6), Month(2025, 7), Month(1, 1), Month(9999, 12)])
def test_no_month_is_found_before_the_first_meeting_or_after_the_last(client, years, month):
    assert client.get(calendar(month)).status_code == 404


@pytest.mark.parametrize("address", ["2024/13/", "2024/00/", "0000/01/", "2024/1/", "99999/01/", "2024/10/17/"])
def test_what_is_no_month_is_not_found(client, years, address):
    assert client.get(calendar() + address).status_code == 404


def test_search_engines_keep_months_that_have_meetings_only(client, years):
    def kept(address):
        return 'name="robots"' not in client.get(address).content.decode()

    assert kept(calendar(Month(2024, 11)))
    assert not kept(calendar(Month(2024, 8)))
    assert not kept(calendar(Month(2024, 11)) + "?kind=summit")


def test_without_a_month_the_calendar_shows_the_nearest_to_today(client, years):
    page = client.get(calendar())
    assert page.context["month"] == Month(2024, 10)
    assert f'rel="canonical" href="http://testserver{calendar(Month(2024, 10))}"' in page.content.decode()


@pytest.mark.parametrize(("start", "month"), [("2019-12-04", Month(2019, 12)), ("2031-01-04", Month(2031, 1))])
def test_where_all_is_past_or_far_off_the_calendar_shows_its_nearest_end(client, today, start, month):
    meet("Sommet", start)
    assert client.get(calendar()).context["month"] == month


def test_an_empty_calendar_answers_and_is_kept_by_no_search_engine(client, today):
    page = client.get(calendar())
    assert page.status_code == 200
    assert 'name="robots" content="noindex' in page.content.decode()
    assert client.get(calendar(Month(2024, 10))).status_code == 404


@pytest.fixture
def kinds(today):
    nato = Organisation.objects.create(name_fr="Organisation du traité", acronym_fr="OTAN", acronym_en="NATO")
    norway = Country.objects.create(code="NO", name_fr="Norvège", name_en="Norway")
    meet("Voulue", "2024-10-17", kind="exercise", organiser=nato, country=norway)
    meet("Autre", "2024-10-18")
    meet("Autre encore", "2024-12-01", "2024-12-03")


@pytest.mark.parametrize("query", ["kind=exercise", "country=norvege", "organiser=otan", "q=voulue"])
def test_list_and_calendar_are_narrowed_alike(client, kinds, query):
    listed = client.get(f"/reunions/?{query}").context
    assert [each.name for each in [*listed["to_come"], *listed["page_obj"]]] == ["Voulue"]
    page = client.get(f"{calendar(Month(2024, 10))}?{query}")
    assert ">Voulue</a>" in page.content.decode()
    assert ">Autre</a>" not in page.content.decode()
    assert page.context["after"] is None


@pytest.mark.parametrize("query", ["kind=ball", "country=x", "organiser=%00", "q=" + "a" * 300])
def test_what_cannot_be_asked_is_said_to_match_nothing(client, kinds, query):
    for address in ["/reunions/", calendar(Month(2024, 10))]:
        page = client.get(f"{address}?{query}")
        assert page.status_code == 200
        assert ">Voulue</a>" not in page.content.decode()
        assert "errorlist" in page.content.decode()


def test_ways_and_months_keep_what_was_asked(client, kinds):
    text = client.get("/reunions/?kind=summit&page=1").content.decode()
    assert f'href="{calendar()}?kind=summit"' in text
    page = client.get(f"{calendar(Month(2024, 10))}?kind=summit").content.decode()
    assert f'href="{calendar(Month(2024, 12))}?kind=summit"' in page


def test_a_meeting_that_readers_do_not_know_yet_opens_no_month(client, today):
    meet("Sommet", "2024-10-17")
    hidden = meet("Secret", "2027-03-01", confirmed=False)
    assert client.get(calendar(Month(2027, 3))).status_code == 404
    assert "2027" not in client.get(calendar()).content.decode()
    assert "Secret" not in client.get("/reunions/").content.decode()
    make_edition(meetings=[hidden])
    assert client.get(calendar(Month(2027, 3))).status_code == 200
