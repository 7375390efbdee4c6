"""How readers narrow the list of articles."""

from datetime import UTC, datetime

import pytest

from tests.making import make_article, make_edition, make_source

pytestmark = pytest.mark.django_db


def titles(client, query: str) -> list[str]:
    return [edition.title for edition in client.get(f"/articles/?{query}").context["page_obj"]]


@pytest.mark.parametrize(
    "query",
    [
        "q=drones",
        "theme=defense",
        "country=maroc",
        "official=mark-rutte",
        "source=agence-du-jour",
        "language=en",
        "since=2024-06-01",
        "theme=defense&country=maroc&since=2024-06-01",
    ],
)
def test_a_filter_shows_what_fits_and_nothing_else(client, links, query):
    make_edition(
        title="Voulu",
        body="<p>Des drones.</p>",
        tags=["Défense"],
        source=make_source("Agence du jour"),
        language="en",
        first_public_at=datetime(2024, 10, 17, tzinfo=UTC),
        **links,
    )
    make_edition(title="Autre", tags=["Climat"], first_public_at=datetime(2024, 1, 1, tzinfo=UTC))
    assert titles(client, query) == ["Voulu"]


def test_the_meeting_filter_takes_the_meetings_address(client, links):
    make_edition(title="Voulu", **links)
    make_edition(title="Autre")
    assert titles(client, f"meeting={links['meetings'][0].slug}") == ["Voulu"]


def test_days_are_those_of_brussels(client):
    make_edition(title="Minuit et demi à Bruxelles", first_public_at=datetime(2024, 10, 16, 22, 30, tzinfo=UTC))
    assert titles(client, "since=2024-10-17&until=2024-10-17") == ["Minuit et demi à Bruxelles"]
    assert titles(client, "until=2024-10-16") == []


def test_choices_are_only_what_public_editions_have(client, links):
    make_edition(tags=["Défense"], source=make_source("Agence publique"))
    make_article(tags=["Secret"], source=make_source("Agence secrète"), language="ar", **links)
    form = client.get("/articles/").context["filter"].form

    def offered(name: str) -> list[str]:
        return [value for value, _label in form.fields[name].choices if value]

    assert offered("theme") == ["defense"]
    assert offered("source") == ["agence-publique"]
    assert offered("language") == ["fr"]
    assert offered("country") == offered("official") == offered("meeting") == []


def test_choices_are_in_the_order_of_the_alphabet_whatever_the_accents(client):
    for name in ["Zone", "Épaves", "Alliance", "Été"]:
        make_edition(tags=[name])
    choices = client.get("/articles/").context["filter"].form.fields["theme"].choices
    assert [label for value, label in choices if value] == ["Alliance", "Épaves", "Été", "Zone"]


def test_a_next_page_keeps_the_filters(client):
    for _number in range(21):
        make_edition(tags=["Défense"])
    assert "theme=defense&amp;page=2" in client.get("/articles/?theme=defense").content.decode()
