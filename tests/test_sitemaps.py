"""The sitemap lists the public addresses and no other; robots.txt says what to leave alone."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.flatpages.models import FlatPage
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Article, Byline, Contributor, Edition, Kind
from newsroom.sitemaps import ArticleMap
from partners.models import Country, Meeting, Official, Organisation
from partners.months import Month
from tests.bulk import bulk_editions
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 2, 27, 12, tzinfo=UTC)
LISTS = [
    "home",
    *(f"articles:{name}" for name in ["list", "themes", "quotes", "corrections"]),
    *(f"partners:{name}" for name in ["countries", "officials", "organisations", "meetings"]),
]


def entries(client, address: str, **headers) -> list[ElementTree.Element]:
    response = client.get(address, **headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return list(ElementTree.fromstring(response.content))  # noqa: S314


def addresses(client, address: str, **headers) -> list[str]:
    return [entry.findtext("{*}loc") or "" for entry in entries(client, address, **headers)]


def everything(client) -> list[str]:
    return [found for part in addresses(client, "/sitemap.xml") for found in addresses(client, part)]


def both(name: str, *args: object) -> set[str]:
    """The addresses of a page in French and in English."""
    found = set()
    for language in ("fr", "en"):
        with translation.override(language):
            found.add(f"http://testserver{reverse(name, args=args)}")
    return found


@pytest.fixture
def rows():
    return {
        "countries": Country.objects.create(code="MR", name_fr="Mauritanie", name_en="Mauritania"),
        "officials": Official.objects.create(name="Awa Diop"),
        "organisations": Organisation.objects.create(name_fr="Traité", name_en="Treaty"),
        "meetings": Meeting.objects.create(kind="summit", title_fr="Sommet", title_en="Summit", start="2024-07-09"),
    }


def test_the_sitemap_lists_exactly_the_public_addresses_and_each_of_them_answers(client, rows):
    hidden = {"title": "Quillfish", "tags": ["Quillfish"], "countries": [rows["countries"]]}
    make_article(**hidden)
    hidden_one = make_edition(visible_from=day(1), **hidden)
    make_edition(visible_from=day(-2), visible_until=day(-1), **hidden)
    make_edition(kind=Kind.WITHDRAWAL, **hidden)
    make_edition(trashed=True, **hidden)
    french = make_edition(slug="un-texte", tags=["Défense"])
    Byline.objects.create(edition=french, contributor=Contributor.named("Awa Diop"))
    for edition in Edition.objects.exclude(pk=french.pk):
        Byline.objects.create(edition=edition, contributor=Contributor.named("Nobody Public"))
    english = make_edition(slug="a-text", language="en")
    german = make_edition(slug="ein-text", language="de")
    Byline.objects.create(edition=german, contributor=Contributor.named("Awa Diop"))
    Byline.objects.create(edition=hidden_one, contributor=Contributor.named("Quillfish"))
    expected = {f"http://testserver{edition.get_absolute_url()}" for edition in (french, english, german)}
    for name, row in {"country": "countries", "official": "officials"}.items():
        expected |= both(f"partners:{name}", rows[row].slug)
    for name, row in {"organisation": "organisations", "meeting": "meetings"}.items():
        expected |= both(f"partners:{name}", rows[row].slug)
    expected |= both("partners:calendar-month", Month(2024, 7))
    expected |= both("articles:theme", "defense") | both("articles:author", "awa-diop")
    for name in LISTS:
        expected |= both(name)
    expected |= {f"http://testserver{url}" for url in FlatPage.objects.values_list("url", flat=True)}
    found = everything(client)
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert {address for address in found if client.get(address).status_code != 200} == set()


def test_an_article_is_listed_in_the_tree_of_its_own_language_with_the_day_of_its_edition(client):
    make_edition(slug="a-text", language="en", visible_from=NOON, first_public_at=day(-4_000))
    (entry,) = entries(client, "/sitemap-articles.xml")
    assert (entry.findtext("{*}loc") or "").startswith("http://testserver/en/")
    assert entry.findtext("{*}lastmod") == "2024-02-27"


def test_a_page_in_both_languages_names_its_twin(client, rows):
    for entry in entries(client, "/sitemap-countries.xml"):
        twins = {(link.get("hreflang"), link.get("href")) for link in entry.findall("{*}link")}
        assert {language for language, _href in twins} == {"fr", "en"}
        assert {href for _language, href in twins} == both("partners:country", rows["countries"].slug)


def test_a_registry_page_last_changed_when_an_edition_came_or_went_or_never(client, rows):
    def days() -> list[str | None]:
        return [entry.findtext("{*}lastmod") for entry in entries(client, "/sitemap-countries.xml")]

    assert days() == [None, None]
    links = {"countries": [rows["countries"]]}
    make_edition(visible_from=day(1), **links)
    make_edition(visible_from=NOON, trashed=True, first_public_at=NOON, **links)
    Article.objects.update(trashed_at=day(-1, base=NOON))
    assert days() == [None, None]  # nobody has seen any of them
    make_edition(visible_from=day(-1, base=NOON), **links)
    make_edition(visible_from=NOON, **links)
    assert days() == ["2024-02-27"] * 2
    make_edition(visible_from=day(-2, base=NOON), visible_until=day(3, base=NOON), **links)
    assert days() == ["2024-03-01"] * 2


def test_a_list_last_changed_with_what_it_shows_and_not_when_it_is_asked(client, monkeypatch):
    make_edition(visible_from=NOON)
    make_edition(visible_from=day(1))
    later = day(+0.5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    found = {entry.findtext("{*}loc"): entry.findtext("{*}lastmod") for entry in entries(client, "/sitemap-pages.xml")}
    assert found["http://testserver/"] == found["http://testserver/en/articles/"] == "2024-02-27"
    assert found["http://testserver/pays/"] is None


NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def test_the_news_are_what_became_public_within_two_days(client, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    minute = 1 / 24 / 60
    make_edition(title="L’OTAN & <vous>\x0b", language="fr", visible_from=NOON)
    make_edition(title="The text", language="en", visible_from=day(-2 + minute, base=NOON))
    make_edition(title="Trop ancien", visible_from=day(-2 - minute, base=NOON))
    make_edition(title="Archive", visible_from=NOON, first_public_at=day(-900, base=NOON))
    make_edition(title="Sans langue", language="und", visible_from=NOON)
    make_edition(title="Demain", visible_from=day(minute, base=NOON))
    make_edition(title="Fermé", visible_from=day(-1, base=NOON), visible_until=NOON)
    first, second = entries(client, "/sitemap-news.xml")
    assert first.findtext(f"{NEWS}news/{NEWS}title") == "L’OTAN & <vous>"
    assert first.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}name") == settings.SITE_NAME
    assert first.findtext(f"{NEWS}news/{NEWS}publication_date") == "2024-02-27T13:00:00+01:00"
    assert (second.findtext("{*}loc") or "").startswith("http://testserver/en/articles/")
    languages = [entry.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}language") for entry in (first, second)]
    assert languages == ["fr", "en"]
    monkeypatch.setattr(timezone, "now", lambda: day(2 * minute, base=NOON))
    titles = [entry.findtext(f"{NEWS}news/{NEWS}title") for entry in entries(client, "/sitemap-news.xml")]
    assert titles == ["Demain", "L’OTAN & <vous>"]


def test_the_news_are_a_thousand_at_most_by_two_queries(client, monkeypatch, django_assert_max_num_queries):
    bulk_editions({} for _ in range(1_003))
    Edition.objects.update(first_public_at=timezone.now())
    with django_assert_max_num_queries(2):
        assert len(entries(client, "/sitemap-news.xml")) == 1_000


def test_addresses_have_the_host_that_was_asked(client):
    make_edition()
    host = {"headers": {"host": "127.0.0.1:8100"}}
    for address in ("/sitemap.xml", "/sitemap-articles.xml", "/sitemap-pages.xml"):
        assert all(found.startswith("http://127.0.0.1:8100/") for found in addresses(client, address, **host))
    assert "Sitemap: http://127.0.0.1:8100/sitemap.xml\n" in client.get("/robots.txt", **host).content.decode()


def test_many_articles_are_listed_in_parts(client, monkeypatch):
    monkeypatch.setattr(ArticleMap, "limit", 4)
    bulk_editions({} for _ in range(10))
    parts = [part for part in addresses(client, "/sitemap.xml") if "articles" in part]
    assert [part.partition(".xml")[2] for part in parts] == ["", "?p=2", "?p=3"]
    assert len({found for part in parts for found in addresses(client, part)}) == 10


@pytest.mark.parametrize("address", ["/sitemap-nothing.xml", "/sitemap-articles.xml?p=9", "/sitemap-articles.xml?p=x"])
def test_what_is_no_part_of_the_sitemap_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_sitemap_takes_as_many_queries_for_a_thousand_editions_as_for_ten(
    client, rows, django_assert_max_num_queries
):
    for address in ("/sitemap.xml", "/sitemap-articles.xml", "/sitemap-countries.xml"):
        counts = []
        for editions in (10, 990):
            bulk_editions({} for _ in range(editions))
            with django_assert_max_num_queries(12) as captured:
                assert client.get(address).status_code == 200
            counts.append(len(captured))
        assert counts[0] == counts[1]


def test_robots_are_kept_from_the_desk_and_from_search_results(client):
    text = client.get("/robots.txt").content.decode()
    expected = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            expected |= {f"Disallow: {reverse('admin:index')}", f"Disallow: {reverse('search')}"}
    assert {line for line in text.splitlines() if line.startswith("Disallow")} == expected
    assert len(expected) == 4
    assert {"Sitemap: http://testserver/sitemap.xml", "Sitemap: http://testserver/sitemap-news.xml"} < set(
        text.splitlines()
    )


def test_whom_to_tell_of_a_hole_is_said_while_it_holds(client, settings):
    settings.SECURITY_CONTACT = ["mailto:security@newsroom.example", "https://newsroom.example/report"]
    settings.SECURITY_EXPIRES = day(+100, base=NOON)
    for later, status in [(99, 200), (100, 404)]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(timezone, "now", lambda later=later: day(later, base=NOON))
            response = client.get("/.well-known/security.txt")
        assert response.status_code == status
        if status == 200:
            assert response["Content-Type"] == "text/plain; charset=utf-8"
            fields = [line.split(": ", 1) for line in response.content.decode().splitlines()]
            assert [value for name, value in fields if name == "Contact"] == settings.SECURITY_CONTACT
            assert dict(fields)["Expires"] == "2024-06-06T12:00:00Z"
            assert dict(fields)["Canonical"] == "http://testserver/.well-known/security.txt"
            assert dict(fields)["Preferred-Languages"] == "fr, en"


def test_who_has_named_no_contact_or_no_end_tells_nothing(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = ["mailto:security@newsroom.example"]
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/sitemap-pages.xml"])
def test_what_robots_read_sets_no_cookie(client, address):
    response = client.get(address)
    assert not response.cookies
    assert response.get("Vary", "") in {"", "Accept-Encoding"}  # pages are packed for who takes them so
