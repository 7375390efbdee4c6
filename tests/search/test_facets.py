"""Facets: what their counts say is what one finds."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from articles import facets, search
from articles.finding import MOST, find
from articles.models import Edition
from tests.bulk import bulk_editions
from tests.making import day, make_article, make_edition, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(links):
    agency = make_source("Agence du jour")
    make_edition(
        title="Un",
        tags=["Défense", "Climat"],
        source=agency,
        first_public_at=datetime(2023, 6, 1, tzinfo=UTC),
        **links,
    )
    make_edition(
        title="Deux", tags=["Défense"], language="en", first_public_at=datetime(2024, 6, 1, tzinfo=UTC), **links
    )
    make_edition(title="Trois", tags=["Climat"], source=agency, first_public_at=datetime(2024, 7, 1, tzinfo=UTC))


def counts(found) -> dict[str, dict[str, int]]:
    return {
        name: {choice.slug: choice.count for choice in choices}
        for name, choices in found.counted.facets.items()
    }  # fmt: skip


def test_values_are_counted_among_what_is_found(site, links):
    meeting = links["meetings"][0].slug
    assert counts(find("", {})) == {
        "theme": {"climat": 2, "defense": 2},
        "country": {"maroc": 2},
        "official": {"mark-rutte": 2},
        "meeting": {meeting: 2},
        "source": {"agence-du-jour": 2},
        "language": {"fr": 2, "en": 1},
        "year": {"2024": 2, "2023": 1},
    }
    assert counts(find("trois", {}))["theme"] == {"climat": 1}


def test_the_count_of_a_value_is_what_one_finds_by_adding_it(site):
    for words in ("", "texte"):
        for chosen in (
            {},
            {"theme": ["defense"]},
            {"theme": ["defense", "climat"]},
            {"year": ["2024"], "language": ["fr"]},
        ):
            found = find(words, chosen)
            assert found.counted.total == found.editions.count()
            for name, choices in found.counted.facets.items():
                for choice in choices:
                    narrower = {**chosen, name: [*chosen.get(name, []), choice.slug]}
                    assert find(words, narrower).counted.total == choice.count, (chosen, name, choice)


def test_values_have_names_in_the_interfaces_language(site, client):
    page = client.get("/en/search/?q=texte").context
    held = {facet.label: [link.choice.name for link in facet.first] for facet in page["facets"]}
    assert held["Country"] == ["Morocco"]
    assert held["Language"] == ["French", "English"]
    assert held["Meeting"] == ["Meeting of defence ministers (17 October 2024)"]


def test_years_begin_at_midnight_in_brussels():
    make_edition(title="Après minuit", first_public_at=datetime(2023, 12, 31, 23, 30, tzinfo=UTC))
    make_edition(title="Avant minuit", first_public_at=datetime(2023, 12, 31, 22, 30, tzinfo=UTC))
    assert counts(find("minuit", {}))["year"] == {"2024": 1, "2023": 1}
    assert [edition.title for edition in find("minuit", {"year": ["2024"]}).editions] == ["Après minuit"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("year", year) for year in ("0", "99999", "²⁰²⁴", "-1")),
        *[("theme", "rien"), ("language", "xx"), ("country", "'\"%")],
    ],
)
def test_a_value_that_makes_no_sense_finds_nothing(site, name, value):
    assert find("", {name: [value]}).counted.total == 0


def test_what_is_chosen_is_read_from_any_address():
    values = {
        "theme": ["a", "a", "", "b\0"],
        "country": ["x" * 500],
        "year": [str(year) for year in range(2000, 2020)],
    }
    chosen = facets.chosen_in(values)
    assert chosen == {
        "theme": ["a", "b"],
        "country": ["x" * facets.LONGEST],
        "year": ["2000", "2001", "2002", "2003", "2004"],
    }


def test_what_is_not_public_is_counted_nowhere(site, links):
    fields = {"title": "Caché", "tags": ["Secret"], "source": make_source("Agence secrète"), "language": "ar", **links}
    before = counts(find("", {}))
    make_article(**fields)
    make_edition(visible_from=day(1), **fields)
    make_edition(visible_from=day(-2), visible_until=day(-1), **fields)
    make_edition(kind="withdrawal", **fields)
    make_edition(trashed=True, **fields)
    assert counts(find("", {})) == before
    assert find("caché", {}).counted.total == 0
    assert find("", {"theme": ["secret"]}).counted.total == 0
    assert facets.public_name("theme", "secret") == "secret"
    assert facets.public_name("source", "agence-secrete") == "agence-secrete"
    assert facets.public_name("source", "agence-du-jour") == "Agence du jour"


def test_the_order_is_total_and_by_date_where_it_is_asked_for(site):
    by_date = list(find("texte", {}, order="date").editions.values_list("title", flat=True))
    assert by_date == ["Trois", "Deux", "Un"]
    moment = timezone.now()
    bulk_editions({"title": "Frégate"} for _ in range(50))
    Edition.objects.filter(title="Frégate").update(first_public_at=moment)
    for order in ("", "date"):
        found = find("frégate", {}, order=order)
        keys = [key for start in range(0, 50, 7) for key in found.keys(start, start + 7)]
        assert len(set(keys)) == 50
        assert keys == sorted(keys, reverse=True)


def test_no_more_than_so_many_can_be_paged_through(site, monkeypatch):
    monkeypatch.setattr("articles.finding.MOST", 2)
    found = find("texte", {})
    assert (found.counted.total, found.shown, len(found.keys(0, 20))) == (3, 2, 2)
    assert MOST == 1_000


def test_of_a_facet_the_most_frequent_values_are_named_and_none_left_out_that_is_as_frequent(site, monkeypatch):
    monkeypatch.setattr("articles.facets.NAMED", 1)
    make_edition(title="Quatre", tags=["Climat", "Budget"])
    found = find("", {})
    assert counts(found)["theme"] == {"climat": 3}
    assert counts(found)["year"] == {"2024": 2}
    assert sorted(count for (kind, _key), count in found.counted.held.items() if kind == "theme") == [1, 2, 3]
    assert counts(find("deux", {}))["official"] == {"mark-rutte": 1}
    assert counts(find("quatre", {}))["theme"] == {"budget": 1, "climat": 1}


def test_a_scheduled_text_that_an_embargo_moves_is_counted_in_its_new_year(links):
    edition = make_edition(title="Bientôt", visible_from=datetime(2023, 12, 30, tzinfo=UTC), **links)
    Edition.objects.filter(pk=edition.pk).update(first_public_at=datetime(2024, 1, 2, tzinfo=UTC))
    assert counts(find("bientôt", {}))["year"] == {"2023": 1}
    search.hold_values(Edition.objects.filter(pk=edition.pk))
    assert counts(find("bientôt", {}))["year"] == {"2024": 1}
    assert counts(find("bientôt", {}))["official"] == {"mark-rutte": 1}
