"""JSON Feed 1.1, against its own rules."""

import jsonschema
import pytest
from django.urls import reverse

from articles.models import Byline, Contributor
from tests.bulk import bulk_editions
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db

ADDRESS = {"type": "string", "pattern": r"^https?://[^\s]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
WORDS = {"type": "string", "minLength": 1}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": WORDS, "url": ADDRESS, "avatar": ADDRESS},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": WORDS,
        "language": {"enum": ["fr", "en"]},
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": WORDS,
                    "url": ADDRESS,
                    "title": WORDS,
                    "content_html": WORDS,
                    "content_text": {"type": "string"},
                    "summary": WORDS,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": WORDS},
                    "language": WORDS,
                },
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def read(client, address="/feed.json"):
    response = client.get(address)
    assert response["Content-Type"] == "application/feed+json"
    feed = response.json()
    jsonschema.validate(feed, JSON_FEED)
    return feed


def test_a_feed_holds_what_the_format_asks_for(client, django_assert_max_num_queries):
    edition = make_edition(title="L’OTAN & « l’Ukraine »", standfirst="A < B.", tags=["Défense"], language="en")
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"))
    make_edition(language="und", body="", rights="agency", visible_from=day(-2))
    bulk_editions({"body": f"<p>Texte {number}</p>"} for number in range(40))
    with django_assert_max_num_queries(6):
        feed = read(client)
    assert len(feed["items"]) == 30
    item = feed["items"][0]
    assert item["id"] == f"urn:uuid:{edition.article.uid}"
    assert item["url"] == f"http://testserver{edition.get_absolute_url()}"
    assert (item["title"], item["summary"], item["language"]) == ("L’OTAN & « l’Ukraine »", "A < B.", "en")
    assert item["authors"] == [{"name": "Awa Diop"}]
    assert item["tags"] == ["Défense"]
    assert item["date_published"].startswith(f"{edition.first_public_at:%Y-%m-%dT%H:%M:%S}")
    assert "language" not in feed["items"][1]


@pytest.mark.parametrize("address", ["/feed.json", "/en/feed.json"])
def test_an_empty_feed_is_a_feed(client, address):
    assert read(client, address)["items"] == []


def test_a_theme_has_one_once_it_has_coverage(client):
    make_article(tags=["Quillfish"])
    address = reverse("theme-json", args=["quillfish"])
    assert client.get(address).status_code == 404
    make_edition(title="Dedans", tags=["Quillfish"])
    assert [item["title"] for item in read(client, address)["items"]] == ["Dedans"]


def test_a_reader_who_has_it_gets_no_copy(client):
    make_edition()
    etag = client.get("/feed.json")["ETag"]
    assert client.get("/feed.json", headers={"if-none-match": etag}).status_code == 304
    make_edition()
    assert client.get("/feed.json", headers={"if-none-match": etag}).status_code == 200
