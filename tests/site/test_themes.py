"""Themes: all of them by their initials, and each with its coverage by year and who is named in it."""

from datetime import UTC, datetime

import pytest

from partners.models import Country, Official
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def four(monkeypatch):
    monkeypatch.setattr("articles.theme_pages.FEW", 3)
    make_edition(tags=["Énergie", "Espace", "5G", "Drones"])


def test_themes_stand_under_their_initials_whatever_the_accents(client, four):
    groups = client.get("/themes/").context["initials"]
    held = [(initial, [theme.name for theme in group]) for initial, group in groups]
    assert held == [("#", ["5G"]), ("D", ["Drones"]), ("E", ["Énergie", "Espace"])]


def test_few_themes_need_no_initials(client, four, monkeypatch):
    monkeypatch.setattr("articles.theme_pages.FEW", 4)
    groups = client.get("/themes/").context["initials"]
    assert [(initial, [theme.name for theme in group]) for initial, group in groups] == [
        ("", ["5G", "Drones", "Énergie", "Espace"])
    ]


def test_the_more_articles_the_larger_the_name_and_the_number_is_told(client):
    for name, articles in {"Beaucoup": 10, "Moitié": 5, "Cinquième": 2, "Peu": 1}.items():
        for _number in range(articles):
            make_edition(tags=[name])
    page = client.get("/en/themes/")
    weights = {theme.name: theme.weight for _initial, group in page.context["initials"] for theme in group}
    assert weights == {"Beaucoup": 3, "Moitié": 3, "Cinquième": 2, "Peu": 1}
    text = page.content.decode()
    assert "10 articles" in text
    assert "1 article<" in text


def test_a_theme_of_drafts_alone_is_not_listed(client):
    make_article(tags=["Secret"])
    make_edition(tags=["Prévu"], visible_from=day(1))
    page = client.get("/themes/")
    assert page.context["initials"] == []
    assert "Secret" not in page.content.decode()


def test_a_theme_says_its_years_and_whom_its_articles_name_most(client):
    france, norway, mali = (
        Country.objects.create(code=code, name_fr=name)
        for code, name in [("FR", "France"), ("NO", "Norvège"), ("ML", "Mali")]
    )
    official = Official.objects.create(name="Kari Nordmann")
    for year, countries in [(2023, [france, norway]), (2024, [norway]), (2024, [])]:
        moment = datetime(year, 6, 1, tzinfo=UTC)
        make_edition(tags=["Défense"], countries=countries, officials=[official], first_public_at=moment)
    make_edition(tags=["Climat"], countries=[mali])
    make_edition(tags=["Défense"], countries=[mali], visible_from=day(1))
    context = client.get("/themes/defense/").context
    assert [(each.year, each.found) for each in context["years"]] == [(2024, 2), (2023, 1)]
    assert [(row.name, row.together) for row in context["countries"]] == [("Norvège", 2), ("France", 1)]
    assert [(row.name, row.together) for row in context["officials"]] == [("Kari Nordmann", 3)]


def test_a_year_of_a_theme_leads_to_its_articles(client):
    make_edition(title="Voulu", tags=["Défense"], first_public_at=datetime(2024, 6, 1, tzinfo=UTC))
    make_edition(title="Autre", tags=["Défense"], first_public_at=datetime(2023, 6, 1, tzinfo=UTC))
    query = "theme=defense&amp;since=2024-01-01&amp;until=2024-12-31"
    assert f'href="/articles/?{query}"' in client.get("/themes/defense/").content.decode()
    found = client.get(f"/articles/?{query.replace('&amp;', '&')}").context["page_obj"]
    assert [edition.title for edition in found] == ["Voulu"]
