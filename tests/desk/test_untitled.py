"""A draft always saves, without a title too; nothing is published without one."""

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article
from tests.desk.pages import english, form_of
from tests.making import make_article

pytestmark = pytest.mark.django_db


def saved(client, article, **changes):
    address = english(reverse("admin:articles_article_change", args=[article.pk]))
    response = client.post(address, form_of(client.get(address), **changes))
    assert response.status_code == 302, response.context["errors"]
    article.refresh_from_db()


def test_a_new_draft_is_saved_without_a_title_and_is_told_in_the_list(client, editor):
    client.force_login(editor)
    page = english(reverse("admin:articles_article_add"))
    response = client.post(page, form_of(client.get(page), title="", body="<p>Des mots.</p>"))
    article = Article.objects.get()
    assert response.status_code == 302
    assert article.title == ""
    assert article.slug.startswith("article")
    listed = client.get(english(reverse("admin:articles_article_changelist"))).content.decode()
    assert "Untitled" in listed
    assert f"/{article.pk}/change/" in listed


def test_the_address_follows_the_first_title_and_no_later_one(client, editor):
    client.force_login(editor)
    article = make_article(title="", slug="article-7")
    saved(client, article, title="Le sommet de Madrid")
    assert article.slug == "le-sommet-de-madrid"
    saved(client, article, title="Le sommet de Bruxelles")
    assert article.slug == "le-sommet-de-madrid"


def test_an_address_that_was_written_stays_when_the_title_comes(client, editor):
    client.force_login(editor)
    article = make_article(title="", slug="article-7")
    saved(client, article, title="Le sommet de Madrid", slug="madrid-2022")
    assert article.slug == "madrid-2022"


def test_nothing_is_published_without_a_title(editor):
    with pytest.raises(publishing.NotReady) as refused:
        publishing.publish(make_article(title=""), by=editor)
    assert [finding.name for finding in refused.value.findings] == ["title"]
