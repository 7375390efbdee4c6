"""Standfirst, description and themes proposed from the words in the form; nothing is applied by itself."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db
TEXT = "<p>Le sommet de Madrid a adopté un concept stratégique pour l’Alliance et pour ses partenaires du Sahel.</p>"


def ask(client, user, article, what, **fields):
    client.force_login(user)
    url = reverse("admin:articles_article_suggest_from_text", args=[article.pk, what])
    return client.post(url, {"user": user.pk} | fields)


def names(response):
    assert response.status_code == 200
    return [each["name"] for each in response.json()["found"]]


@pytest.mark.parametrize("what", ["standfirst", "meta_description"])
def test_sentences_of_the_text_in_the_form_are_proposed_and_nothing_is_kept(client, editor, what):
    article = make_article(body="<p>Autre chose.</p>")
    before = Article.objects.filter(pk=article.pk).values().get()
    assert names(ask(client, editor, article, what, body=TEXT)) == [TEXT[3:-4]]
    assert names(ask(client, editor, article, what)) == []
    assert Article.objects.filter(pk=article.pk).values().get() == before


def test_themes_that_the_text_in_the_form_names_are_proposed_but_for_those_typed(client, editor):
    make_article(tags=["Sahel", "concept stratégique", "Arctique"])
    article = make_article()
    assert set(names(ask(client, editor, article, "tags", body=TEXT))) == {"Sahel", "concept stratégique"}
    assert names(ask(client, editor, article, "tags", body=TEXT, tags="sahel")) == ["concept stratégique"]


def test_only_known_fields_and_only_for_who_may_see_articles(client, editor):
    article = make_article(body=TEXT)
    assert ask(client, editor, article, "title").status_code == 404
    response = ask(client, make_user(), article, "standfirst")
    assert (response.status_code, b"Madrid" in response.content) == (403, False)


def test_the_form_carries_what_its_buttons_and_previews_need(client, editor):
    article = make_article()
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    for what in ("standfirst", "meta_description", "tags"):
        assert reverse("admin:articles_article_suggest_from_text", args=[article.pk, what]) in page
    assert 'data-french="/articles/" data-english="/en/articles/"' in page
    assert "data-from-text" not in client.get(reverse("admin:articles_article_add")).content.decode()
