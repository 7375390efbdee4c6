"""The preview: what readers would see, at an address of its own, before anybody but the desk sees it."""

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article, Contributor, Edition, Theme
from partners.dates import PartialDate
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_country
from tests.making import make_article, make_edition, make_quote, make_source, make_user

pytestmark = pytest.mark.django_db


def shell(article):
    return reverse("admin:articles_article_preview", args=[article.pk])


def page(article):
    return reverse("admin:articles_article_previewed", args=[article.pk])


def story(response):
    """The part of a public page that is the article's own."""
    assert response.status_code == 200
    content = response.content.decode()
    return content[content.index("<article") : content.index("</main>")]


def test_the_preview_of_a_published_article_is_its_public_page(client, editor):
    client.force_login(editor)
    country = make_country()
    article = make_article(
        title="Le titre",
        standfirst="Chapeau.",
        body='<p>Il a dit « oui » : c’est fait.</p><p class="caption" lang="en">A caption.</p>',
        dateline="Bruxelles",
        dated=PartialDate(2024, 10, 17),
        source=make_source(),
        countries=[country],
        tags=["Défense", "Sahel"],
    )
    article.bylines.create(contributor=Contributor.named("Anne Martin"), role="correspondent", place="Rome")
    make_quote(article, "oui")
    edition = publishing.publish(article, by=editor)
    public = story(client.get(edition.get_absolute_url()))
    assert "Anne Martin" in public
    assert "oui" in public
    assert story(client.get(page(article))) == public


def test_what_is_posted_is_shown_and_nothing_of_it_is_kept(client, editor):
    client.force_login(editor)
    article = make_article(title="Avant", body="<p>Avant.</p>")
    address = reverse("admin:articles_article_change", args=[article.pk])
    before = Article.objects.filter(pk=article.pk).values().get()
    words = form_of(
        client.get(address),
        title="Après",
        body='<p>Après.</p><script>alert(1)</script><p onclick="x()">Fin.</p>',
        tags="Nouveau thème, Sahel",
    )
    shown = story(client.post(page(article), words))
    assert "Après" in shown
    assert "Nouveau thème" in shown
    assert "<p>Après.</p><p>Fin.</p>" in shown
    assert "Avant" not in shown
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert article.revisions.count() == 1
    assert not Theme.objects.exists()
    assert not Edition.objects.exists()


def test_a_field_that_cannot_stand_is_named_and_shown_as_saved(client, editor):
    client.force_login(editor)
    article = make_article(title="Titre", dated=PartialDate(2024, 10, 17))
    address = reverse("admin:articles_article_change", args=[article.pk])
    words = form_of(client.get(address), title="Autre titre", dated="hier")
    assert "2024" in story(client.post(page(article), words))
    told = client.post(english(shell(article)), words)
    assert told.context["refused"] == ["Dated"]
    assert 'value="Autre titre"' in told.content.decode()


def test_a_form_without_title_is_shown_as_untitled(client, editor):
    client.force_login(editor)
    article = make_article(title="Titre")
    words = form_of(client.get(reverse("admin:articles_article_change", args=[article.pk])), title="", slug="")
    shown = client.post(page(article), words)
    assert shown.status_code == 200
    assert "Titre" not in story(shown)


@pytest.mark.parametrize("address", [shell, page])
def test_a_preview_is_neither_indexed_nor_kept_and_nobody_else_may_see_it(client, editor, address):
    article = make_article(title="Secret")
    response = client.get(address(article))
    assert response.status_code == 302
    client.force_login(make_user())
    assert client.get(address(article)).status_code == 403
    client.force_login(editor)
    response = client.get(address(article))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]
    assert client.get(address(Article(pk=999_999))).status_code == 404


def test_only_the_previewed_page_may_stand_in_a_frame_of_this_site(client, editor):
    client.force_login(editor)
    article = make_edition().article
    framed = client.get(page(article))
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    for other in [shell(article), article.open_edition().get_absolute_url(), reverse("admin:index")]:
        response = client.get(other)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "DENY"


def test_the_preview_speaks_both_languages_of_the_site(client, editor):
    client.force_login(editor)
    french = page(make_article())
    assert '<html lang="fr">' in client.get(french).content.decode()
    assert '<html lang="en">' in client.get(english(french)).content.decode()
    offered = client.get(french.removesuffix("page/")).context["pages"]
    assert [each["address"] for each in offered] == [french, english(french)]


def test_a_new_article_is_previewed_before_its_first_save(client, editor):
    client.force_login(editor)
    address = reverse("admin:articles_article_add")
    words = form_of(
        client.get(address),
        title="Un sommet & des suites",
        body="<p>Premier jet.</p><script>alert(1)</script>",
        dated="hier",
        tags="Sahel",
        countries=[make_country().pk],
    )
    frames = client.post(english(reverse("admin:articles_article_preview_new")), words).content.decode()
    assert "the preview leaves them out" in frames
    assert english(reverse("admin:articles_article_previewed_new")) in frames
    shown = story(client.post(reverse("admin:articles_article_previewed_new"), words))
    assert all(said in shown for said in ["Un sommet &amp; des suites", "Premier jet.", "Sahel", "Mauritanie"])
    assert "alert" not in shown
    assert not Article.objects.exists()
    assert client.get(reverse("admin:articles_article_preview_new")).url.endswith(address)


def test_who_may_not_write_articles_previews_no_new_one(client):
    client.force_login(make_user("registry keeper"))
    assert client.post(reverse("admin:articles_article_preview_new"), {"title": "Mots"}).status_code == 403
