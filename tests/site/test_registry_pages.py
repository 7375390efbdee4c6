"""The pages of countries, officials, organisations and meetings: what is known of each, in time."""

import re
from datetime import UTC, datetime, time
from html import unescape

import pytest
from django.utils import translation

from articles.models import Decision, Edition, Quote, QuotePlace
from partners.models import AgendaItem, Country, MeetingDocument, Official
from partners.templatetags.registry_pages import source_link
from tests.bulk import bulk_editions
from tests.making import day, make_edition
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_relation,
    make_tenure,
)

pytestmark = pytest.mark.django_db


def read(client, row, query: str = "") -> str:
    with translation.override("fr"):
        response = client.get(f"{row.get_absolute_url()}{query}")
    assert response.status_code == 200
    return response.content.decode()


def part(page: str, anchor: str) -> str:
    """The words of the section of that anchor; empty where the page has none."""
    section = re.search(rf'<(section|nav)[^>]*aria-labelledby="{anchor}".*?</\1>', page, re.DOTALL)
    return words(section[0]) if section else ""


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.fixture
def alliance():
    return make_organisation(key="OTAN", name_fr="Alliance", name_en="Alliance")


# Countries


def test_a_country_s_relations_are_listed_in_time_with_their_sources(client):
    finland = make_country("FI")
    source = "Protocols of accession; https://www.nato.int/topics.htm"
    make_relation(finland, "member", "2023-04-04", source=source)
    make_relation(finland, "partnership-for-peace", "1994-05", "2023-04-04", note="became a member")
    section = part(read(client, finland), "relations")
    assert section.index("depuis le 4 avril 2023") > section.index("mai 1994")
    assert "nato.int" in section
    assert "became a member" not in section  # it is not French
    with_notes = part(client.get("/en/countries/pays-fi/").content.decode(), "relations")
    assert "Became a member" in with_notes


def test_the_line_of_time_is_for_the_eye_alone(client):
    country = make_country("FI")
    make_relation(country, "member", "2023-04-04")
    drawings = re.findall(r"<svg[^>]*>", read(client, country))
    assert len(drawings) == 2  # the span and its years
    assert all('aria-hidden="true"' in drawing for drawing in drawings)


def test_a_relation_without_any_date_has_no_line_and_says_so(client):
    country = make_country("JP")
    make_relation(country, "partners-across-the-globe")
    page = read(client, country)
    assert "dates inconnues" in part(page, "relations")
    assert "<svg" not in page


@pytest.mark.parametrize(
    ("since", "until", "heading"),
    [
        ("2020-01-01", None, "Officials Ada"),
        ("2020-01-01", "2021-01-01", "Officials 1 earlier tenure Ada"),
        ("2999-01-01", None, "Officials Soon in office Ada"),
        (None, None, "Officials Dates unknown Ada"),
    ],
)
def test_officials_stand_under_what_can_be_said_of_today(client, since, until, heading):
    country = make_country("NO")
    make_tenure(make_official("Ada Marin"), make_office("ministre", country=country), since, until)
    section = part(client.get("/en/countries/pays-no/").content.decode(), "officials")
    assert section.startswith(heading)
    assert "Ada Marin" in section


def test_who_serves_elsewhere_stands_with_the_country_they_are_from(client):
    norway = make_country("NO")
    make_tenure(make_official("Ada Marin", country=norway), make_office("secrétaire générale"), "2020-01-01")
    assert "Secrétaire générale" in part(read(client, norway), "officials")


@pytest.mark.parametrize(
    ("since", "until", "start", "attended"),
    [
        ("2023-04-04", None, "2023-04-04", True),
        ("2023-04-04", None, "2023-04-03", False),
        ("2023-04-04", None, "2023-07", True),
        ("2023-04-04", None, "2023-04", False),  # it may have begun before
        ("2023", None, "2023-07-11", False),
        ("2023", None, "2024-01-01", True),
        ("1952-02-18", "1974-08-14", "1974-08-13", True),
        ("1952-02-18", "1974-08-14", "1974-08-14", False),
        ("1952-02-18", "1974-08-14", "1974", False),
        (None, None, "2024-07-09", False),
        ("2023-04-04", None, None, False),
    ],
)
def test_members_attend_what_began_surely_while_they_were_members(client, alliance, since, until, start, attended):
    country = make_country("FI")
    make_relation(country, "member", since, until)
    make_meeting(title_fr="Sommet de Vilnius", organiser=alliance, start=start)
    assert ("Sommet de Vilnius" in part(read(client, country), "attended")) is attended


@pytest.mark.parametrize(
    ("kind", "organised", "framework"),
    [("committee", True, "member"), ("summit", False, "member"), ("summit", True, "partnership-for-peace")],
)
def test_no_seat_is_made_up_at_other_meetings_or_for_partners(client, alliance, kind, organised, framework):
    country = make_country("FI")
    make_relation(country, framework, "1990-01-01")
    organiser = alliance if organised else make_organisation()
    meeting = make_meeting(kind=kind, organiser=organiser, start="2024-07-09")
    assert part(read(client, country), "attended") == ""
    assert part(read(client, meeting), "members") == ""


def test_meetings_held_in_a_country_are_apart_from_those_attended_elsewhere(client):
    country = make_country("TR")
    here = make_meeting(title_fr="Sommet d'Ankara", country=country, start="2026-07-07")
    there = make_meeting(title_fr="Sommet de Riga", start="2006-11-28")
    for meeting in (here, there):
        meeting.participants.add(country)
    page = read(client, country)
    assert "Ankara" in part(page, "hosted")
    assert "Ankara" not in part(page, "attended")
    assert "Riga" in part(page, "attended")


def test_coverage_is_counted_by_the_newsroom_s_own_years_and_each_leads_to_its_articles(client, registry):
    country = registry["country"]
    for moment in [
        datetime(2024, 12, 31, 22, 30, tzinfo=UTC),
        datetime(2024, 12, 31, 23, 30, tzinfo=UTC),  # already 2025 in Brussels
        datetime(2025, 6, 1, tzinfo=UTC),
    ]:
        make_edition(visible_from=moment, countries=[country])
    make_edition(visible_from=day(+1), countries=[country])
    make_edition(visible_from=day(-2), visible_until=day(-1), countries=[country])
    page = read(client, country)
    years = re.findall(r'href="(/articles/\?country=maroc&amp;since=(\d+)[^"]*)".*?>(\d+) article', page)
    assert [(year, found) for _address, year, found in years] == [("2025", "2"), ("2024", "1")]
    for address, _year, found in years:
        listed = client.get(address.replace("&amp;", "&"))
        assert listed.context["paginator"].count == int(found)


def test_later_pages_of_the_coverage_do_not_repeat_what_stands_beside_it(client, registry):
    country = registry["country"]
    for _number in range(21):
        make_edition(countries=[country])
    first, second = read(client, country), read(client, country, "?page=2")
    assert part(first, "relations")
    assert not part(second, "relations")
    assert "page 2" in second.partition("<title>")[2].partition("</title>")[0]
    assert '<link rel="canonical" href="http://testserver/pays/maroc/?page=2">' in second


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("rouman", {"Roumanie"}),
        ("ROUMAINE", {"Roumanie"}),
        ("bucarest", {"Roumanie"}),
        ("romanian", {"Roumanie"}),
        ("oman", {"Oman"}),
        ("emirats arabes", {"Émirats arabes unis"}),
        ("arabes rouman", set()),
    ],
)
def test_a_country_is_found_by_the_beginning_of_its_name_adjective_or_capital(client, asked, found):
    romania = {"name_fr": "Roumanie", "name_en": "Romania", "capitals_fr": ["Bucarest"], "adjectives_en": ["Romanian"]}
    make_relation(make_country("RO", adjectives_fr_m=["roumain"], adjectives_fr_f=["roumaine"], **romania), "member")
    make_country("OM", name_fr="Oman", name_en="Oman")
    make_country("AE", name_fr="Émirats arabes unis", name_en="United Arab Emirates")
    page = client.get("/pays/", {"q": asked}).content.decode()
    assert {name for name in ["Roumanie", "Oman", "Émirats arabes unis"] if f">{name}</a>" in page} == found
    assert ('class="nothing"' in page) is (not found)


def test_countries_stand_under_each_framework_that_still_runs(client):
    switzerland = make_country("CH", name_fr="Suisse", name_en="Switzerland")
    make_relation(switzerland, "partnership-for-peace", "1996-12-11")
    finland = make_country("FI", name_fr="Finlande", name_en="Finland")
    make_relation(finland, "partnership-for-peace", "1994-05-09", "2023-04-04")
    make_relation(finland, "member", "2023-04-04")
    page = client.get("/pays/").content.decode()
    assert part(page, "member").endswith("Finlande")
    assert part(page, "partnership-for-peace").endswith("Suisse")
    partners_only = client.get("/pays/?framework=partnership-for-peace").content.decode()
    assert "Finlande" not in partners_only
    assert "Suisse" in partners_only


# Officials


def test_an_official_with_hundreds_of_quotes_shows_a_few_and_leads_to_all(client, registry):
    official = registry["official"]
    keys = bulk_editions({"slug": f"texte-{number}"} for number in range(300))
    articles = dict(Edition.objects.values_list("pk", "article"))
    quotes = Quote.objects.bulk_create(
        Quote(article_id=articles[key], text=f"Des mots {key}", speaker=official, decision=Decision.ACCEPTED)
        for key in keys
    )
    QuotePlace.objects.bulk_create(
        QuotePlace(quote=quote, edition_id=key, start=0, end=5) for key, quote in zip(keys, quotes, strict=True)
    )
    page = read(client, official)
    assert page.count('<figure class="quote"') == 6
    assert part(page, "quotes").startswith("Ce qui a été dit 300")
    assert 'href="/citations/?speaker=mark-rutte"' in page
    listed = client.get("/citations/?speaker=mark-rutte").context["page_obj"]
    assert listed.paginator.count == 300
    assert len(listed) <= 50


def test_an_official_s_offices_run_from_the_latest_back_each_with_its_owner(client, registry):
    official = registry["official"]
    office = make_office("premier ministre", country=make_country("NL", name_fr="Pays-Bas"), title_fr_f="première")
    make_tenure(official, office, "2010-10-14", "2024-07-02")
    section = part(read(client, official), "offices")
    assert section.index("Secrétaire général de l'OTAN") < section.index("Premier ministre")
    assert "du 14 octobre 2010 au 2 juillet 2024" in section
    assert "Pays-Bas" in section


# Organisations


def test_an_organisation_says_what_it_is_in_the_language_of_the_page_only(client):
    organisation = make_organisation(about_fr="Une alliance.", name_en="Org in English")
    assert "Une alliance." in read(client, organisation)
    english = client.get(f"/en/organisations/{organisation.slug}/").content.decode()
    assert "Une alliance." not in english


def test_each_office_of_an_organisation_says_who_holds_it_and_who_did(client, alliance):
    office = make_office("secrétaire général", organisation=alliance)
    make_tenure(make_official("Jens"), office, "2014-10-01", "2024-10-01")
    make_tenure(make_official("Mark"), office, "2024-10-01")
    section = part(read(client, alliance), "offices")
    assert section.index("Secrétaire général") < section.index("Mark") < section.index("Jens")


def test_the_alliance_counts_its_members(client, alliance):
    make_relation(make_country("FI"), "member", "2023-04-04")
    make_relation(make_country("SE"), "member", "2024-03-07")
    make_relation(make_country("CH"), "partnership-for-peace", "1996-12-11")
    assert re.search(r'href="/pays/\?framework=member">2 memb', read(client, alliance))
    assert "framework=member" not in read(client, make_organisation())


def test_organisations_stand_in_the_order_of_their_names_in_the_language_of_the_page(client):
    for french, english in [("Zone", "Area"), ("État-major", "Staff"), ("coalition", "Coalition")]:
        make_organisation(name_fr=french, name_en=english)
    orders = [
        re.findall(r'<li><a href="[^"]*organisations/[^"]*">([^<]*)<', client.get(address).content.decode())[-3:]
        for address in ("/organisations/", "/en/organisations/")
    ]
    assert orders == [["Coalition", "État-major", "Zone"], ["Area", "Coalition", "Staff"]]


@pytest.mark.parametrize(("asked", "found"), [("etat", True), ("EM", True), ("major", True), ("ajor", False)])
def test_an_organisation_is_found_by_its_name_or_acronym(client, asked, found):
    make_organisation(name_fr="État-major", name_en="Staff", acronym_fr="EM")
    assert (">État-major</a>" in client.get("/organisations/", {"q": asked}).content.decode()) is found


# Meetings


def test_a_meeting_of_all_members_names_who_they_were_that_day(client, alliance):
    for code, name, since in [
        ("FI", "Finlande", "2023-04-04"),
        ("SE", "Suède", "2024-03-07"),
        ("FR", "France", "1949-08-24"),
    ]:
        make_relation(make_country(code, name_fr=name), "member", since)
    meeting = make_meeting(organiser=alliance, start="2023-07-11", end="2023-07-12")
    meeting.participants.add(Country.objects.get(code="FI"), make_country("UA", name_fr="Ukraine"))
    page = read(client, meeting)
    assert part(page, "members").endswith("2 Finlande France")
    assert part(page, "countries").endswith("Ukraine")
    assert "Finlande" not in part(page, "countries")


def test_officials_at_a_meeting_come_with_the_office_that_they_held_that_day(client):
    official = make_official("Ada Marin", gender="f")
    before = make_office("ministre", title_fr_f="ministre")
    after = make_office("secrétaire général", title_fr_f="secrétaire générale")
    make_tenure(official, before, "2015-01-01", "2020-01-01")
    make_tenure(official, after, "2020-01-01")
    plain = make_official("Bo Lind")
    hidden = Official.objects.create(name="Cy Rade", confirmed=False)
    meeting = make_meeting(start="2024-07-09")
    meeting.officials.add(official, plain, hidden)
    section = part(read(client, meeting), "officials")
    assert section.endswith("Ada Marin Secrétaire générale Bo Lind")
    assert "Cy Rade" not in section


def test_a_meeting_follows_the_one_before_it_of_its_kind_and_organiser(client, alliance):
    start = {"2022": "2022-06-28", "2023": "2023-07-11", "2024": "2024-07-09"}
    made = {year: make_meeting(title_fr=f"Sommet {year}", organiser=alliance, start=on) for year, on in start.items()}
    make_meeting(title_fr="Autre sommet", organiser=make_organisation(), start="2023-08-01")
    make_meeting(title_fr="Ministres", kind="ministerial", portfolio="defence", organiser=alliance, start="2023-09-01")
    make_meeting(title_fr="Inconnu du public", organiser=alliance, start="2023-10-01", confirmed=False)
    page = read(client, made["2023"])
    assert re.search(r'rel="prev"[^>]*>Sommet 2022<', page)
    assert re.search(r'rel="next"[^>]*>Sommet 2024<', page)
    first, last = read(client, made["2022"]), read(client, made["2024"])
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last


def test_two_meetings_of_one_day_lead_to_each_other(client, alliance):
    one = make_meeting(title_fr="A", organiser=alliance, start="2024-02-15", city="Bruxelles")
    two = make_meeting(title_fr="B", organiser=alliance, start="2024-02-15", city="Bruxelles")
    assert re.search(r'rel="next"[^>]*>B<', read(client, one))
    assert re.search(r'rel="prev"[^>]*>A<', read(client, two))


def test_the_agenda_comes_by_day_and_hour_and_documents_in_their_language(client):
    meeting = make_meeting(start="2024-10-17", end="2024-10-18")
    days = [datetime(2024, 10, number, tzinfo=UTC).date() for number in (17, 18)]
    AgendaItem.objects.create(meeting=meeting, day=days[1], title_fr="Clôture")
    AgendaItem.objects.create(meeting=meeting, day=days[0], begins=time(14, 30), title_fr="Séance")
    AgendaItem.objects.create(meeting=meeting, day=days[0], begins=time(9, 5), title_fr="Accueil", title_en="Welcome")
    MeetingDocument.objects.create(
        meeting=meeting, title="Final declaration", language="en", address="https://www.example.org/d"
    )
    page = read(client, meeting)
    section = part(page, "agenda")
    assert re.search(r"17 octobre 2024 09:05 Accueil 14:30 Séance 18 octobre 2024 Clôture", section)
    assert 'href="https://www.example.org/d" hreflang="en" lang="en">Final declaration</a>' in page
    assert part(page, "documents").endswith("Anglais · example.org")


def test_a_meeting_is_followed_in_the_order_in_which_its_articles_appeared(client, registry):
    for title, since in [("Le lendemain", -1), ("L’annonce", -9), ("Le jour même", -2)]:
        make_edition(title=title, visible_from=day(since), meetings=[registry["meeting"]])
    titles = re.findall(r'class="card__title"><a [^>]*>([^<]*)<', read(client, registry["meeting"]))
    assert titles == ["L’annonce", "Le jour même", "Le lendemain"]


def test_small_entries_have_no_empty_sections(client):
    for row in [make_country("LI"), make_official("Eve"), make_organisation(), make_meeting()]:
        page = read(client, row)
        assert page.count("<h2") == 1, row  # the coverage alone, which says that there is none
        assert 'class="nothing"' in page


# Sources


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Treaty; https://www.nato.int/a.htm", '<a href="https://www.nato.int/a.htm">nato.int</a>'),
        ("https://au.int", '<a href="https://au.int">au.int</a>'),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("Une lettre", "Une lettre"),
        ('https://x.org/"><b>', '<a href="https://x.org/">x.org</a>'),
        ("https://[", "https://["),
    ],
)
def test_a_source_on_the_web_is_a_link_and_any_other_its_words(source, shown):
    assert source_link(source) == shown
