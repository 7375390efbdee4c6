"""The desk asks the database as little of a long text and of a long list as of a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import search
from articles.models import Article, PersonalDraft
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country
from tests.making import make_article, make_source

pytestmark = pytest.mark.django_db
LIST = "admin:articles_article_changelist"


def titles(response):
    return [article.title for article in response.context["cl"].result_list]


def test_saving_two_thousand_words_takes_25_queries_at_most(client, editor):
    client.force_login(editor)
    article = make_article(countries=[make_country()], tags=["Défense", "Sahel"], source=make_source())
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = form_of(client.get(address), body=f"<p>{'deux mots ' * 1000}</p>", title="Autre", tab="t1", _continue="")
    PersonalDraft.objects.create(user=editor, article=article, tab="t1", fields={"title": ["Autre"]}, base_version=1)
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address, form).status_code == 302
    assert article.revisions.count() == 2
    two_for_one = connection.vendor == "sqlite"  # whose index takes a deletion and an insertion
    assert len(asked) - two_for_one <= 25, "\n".join(query["sql"][:90] for query in asked)


@pytest.mark.parametrize("query", [{}, {"q": "frégate"}, {"q": "agence"}, {"o": "4"}, {"proposals": "pending"}])
def test_the_list_takes_20_queries_at_most_searched_or_not(client, editor, query):
    client.force_login(editor)
    for _ in range(60):
        make_article(body="<p>Une frégate.</p>", source=make_source(), countries=[])
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(LIST), query).status_code == 200
    assert len(asked) <= 20


@pytest.fixture
def few(monkeypatch):
    """As if four articles were many."""
    monkeypatch.setattr(search, "BROAD", 3)
    monkeypatch.setattr(search, "FEW", 2)


def test_of_words_that_most_articles_have_the_list_shows_the_newest_and_says_so(client, editor, few):
    client.force_login(editor)
    for at in range(5):
        make_article(title=f"Frégate {at}", stage="draft" if at < 3 else "ready")
    response = client.get(english(reverse(LIST)), {"q": "frégate"})
    assert titles(response) == ["Frégate 4", "Frégate 3"]
    assert "only the last 2 that were changed" in " ".join(texts(response.context["messages"]))
    narrowed = client.get(reverse(LIST), {"q": "frégate", "stage__exact": "draft"})
    assert titles(narrowed) == ["Frégate 2", "Frégate 1"]


def test_of_rarer_words_the_list_shows_every_article_and_says_nothing(client, editor, few):
    client.force_login(editor)
    for at in range(3):
        make_article(title=f"Frégate {at}")
    make_article(title="Autre")
    response = client.get(reverse(LIST), {"q": "frégate"})
    assert titles(response) == ["Frégate 2", "Frégate 1", "Frégate 0"]
    assert not list(response.context["messages"])


@pytest.mark.parametrize("broad", [1, 100])
def test_articles_of_a_source_and_of_an_address_are_found_beside_those_with_the_words(
    client, editor, monkeypatch, broad
):
    monkeypatch.setattr(search, "BROAD", broad)
    client.force_login(editor)
    make_article(title="Sur Europa", body="<p>europa</p>")
    make_article(title="Aussi sur Europa", body="<p>europa</p>")
    make_article(title="D’elle", source=make_source("Europa Press"))
    make_article(title="Rien")
    assert set(titles(client.get(reverse(LIST), {"q": "europa"}))) == {"Sur Europa", "Aussi sur Europa", "D’elle"}
    Article.objects.filter(title="Rien").update(slug="une-adresse")
    for typed in ["une-adresse", "https://example.org/articles/une-adresse/"]:
        assert "Rien" in titles(client.get(reverse(LIST), {"q": typed}))
