"""Articles that say the same in another language: linked at the desk, offered to readers when both are public."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import language_versions, publishing
from articles.models import Article, LanguageVersion, LanguageVersions
from articles.publishing import Refused
from tests.making import day, make_article, make_edition, make_picture, make_user, place
from tests.partners.making import make_country

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def group_of(article: Article) -> list[Article]:
    return [version.article for version in language_versions.versions_of(article)]


def test_linked_articles_are_versions_of_each_other_and_of_all_in_both_groups(editor):
    french, english, spanish, german = (make_article(language=code) for code in ["fr", "en", "es", "de"])
    language_versions.link(french, english, by=editor)
    language_versions.link(spanish, german, by=editor)
    language_versions.link(english, german, by=editor)
    language_versions.link(english, german, by=editor)
    assert group_of(french) == [german, english, spanish]
    assert group_of(german) == [english, spanish, french]
    assert LanguageVersions.objects.count() == 1


def test_two_articles_of_a_language_are_no_versions_of_each_other_in_one_step_or_in_two(editor):
    french, other, english = make_article(), make_article(), make_article(language="en")
    with pytest.raises(Refused, match=other.title):
        language_versions.link(french, other, by=editor)
    language_versions.link(french, english, by=editor)
    with pytest.raises(Refused, match=other.title):
        language_versions.link(other, english, by=editor)
    assert group_of(english) == [french]


@pytest.mark.parametrize("language", ["und"])
def test_an_article_of_unknown_language_in_the_trash_or_itself_is_refused(editor, language):
    article = make_article()
    for other in [article, make_article(language=language), make_article(language="en", trashed_at=day(-1))]:
        with pytest.raises(Refused):
            language_versions.link(article, other, by=editor)
    assert not LanguageVersion.objects.exists()


def test_a_group_of_one_ends_and_a_larger_one_goes_on(editor):
    french, english, spanish = (make_article(language=code) for code in ["fr", "en", "es"])
    language_versions.link(french, english, by=editor)
    language_versions.link(french, spanish, by=editor)
    language_versions.unlink(english, by=editor)
    assert group_of(french) == [spanish]
    language_versions.unlink(spanish, by=editor)
    language_versions.unlink(spanish, by=editor)
    assert not LanguageVersions.objects.exists()
    assert not LanguageVersion.objects.exists()


def test_who_may_not_change_articles_links_and_unlinks_nothing():
    reader = make_user()
    for act in [language_versions.link, language_versions.unlink]:
        with pytest.raises(PermissionDenied):
            act(make_article(), *([make_article(language="en")] if act is language_versions.link else []), by=reader)


def test_an_editor_finds_links_and_unlinks_on_the_article_s_page(client, editor):
    client.force_login(editor)
    french, english = make_article(), make_article(language="en", title="The other one")
    page = reverse("admin:articles_article_versions", args=[french.pk])
    assert page in client.get(reverse("admin:articles_article_change", args=[french.pk])).content.decode()
    query = {"app_label": "articles", "model_name": "languageversion", "field_name": "article", "term": "other one"}
    found = client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [row["id"] for row in found] == [str(english.pk)]
    client.post(page, {"link": "1", "article": english.pk})
    assert group_of(french) == [english]
    assert "The other one" in client.get(page).content.decode()
    client.post(page, {"unlink": make_article().pk})
    assert group_of(french) == [english]
    client.post(page, {"unlink": english.pk})
    assert group_of(french) == []


def test_the_page_refuses_what_is_no_article_and_who_may_only_look(client, editor):
    client.force_login(editor)
    article = make_article()
    page = reverse("admin:articles_article_versions", args=[article.pk])
    assert client.post(page, {"link": "1", "article": "9" * 30}).status_code in {200, 400}  # as the database says it
    assert client.post(page, {"link": "1"}).status_code == 200
    assert client.get(reverse("admin:articles_article_versions", args=[article.pk + 10**6])).status_code == 404
    client.force_login(make_user())
    assert client.post(page, {"link": "1", "article": make_article(language="en").pk}).status_code == 403
    assert not LanguageVersion.objects.exists()


def test_readers_are_led_from_one_version_to_the_other_once_both_are_public(client, editor):
    french = make_edition(title="Le titre", slug="le-titre")
    english = make_edition(title="The title", slug="the-title", language="en", visible_from=day(+1))
    language_versions.link(french.article, english.article, by=editor)
    before = client.get("/articles/le-titre/").content.decode()
    assert "the-title" not in before
    assert "hreflang=" not in before.partition("</head>")[0]
    type(english).objects.filter(pk=english.pk).update(visible_from=day(-1))
    for address in ["/articles/le-titre/", "/en/articles/the-title/"]:
        text = client.get(address).content.decode()
        head = text.partition("</head>")[0]
        assert 'hreflang="fr" href="http://testserver/articles/le-titre/"' in head
        assert 'hreflang="en" href="http://testserver/en/articles/the-title/"' in head
    switch = '<a class="masthead__language" href="/en/articles/the-title/" lang="en"'
    assert switch in client.get("/articles/le-titre/").content.decode()


def test_a_text_that_has_changed_its_language_since_is_no_version(client, editor):
    french = make_edition(slug="le-titre")
    english = make_edition(slug="the-title", language="en")
    language_versions.link(french.article, english.article, by=editor)
    english.article.language = "es"
    english.article.save()
    publishing.publish(english.article, by=editor)
    assert "the-title" not in client.get("/articles/le-titre/").content.decode()


def test_a_version_begins_with_all_that_needs_no_translation_and_is_linked(client, editor):
    country = make_country("MA")
    facts = {"embargo_until": day(+3), "dated": "2024-10", "tags": ["Sahel"], "countries": [country]}
    french = make_article(title="Le titre", body="<p>Le texte.</p>", **facts)
    place(french, make_picture(), alt="Un quai", credit="AFP")
    client.force_login(editor)
    page = reverse("admin:articles_article_versions", args=[french.pk])
    client.post(page, {"begin": "1", "language": "en", "title": "The title"})
    (english,) = group_of(french)
    assert (english.title, english.slug, english.language, english.stage) == ("The title", "the-title", "en", "draft")
    assert (english.body, str(english.dated), english.embargo_until) == (french.body, "2024-10", french.embargo_until)
    assert list(english.countries.all()) == [country]
    assert [tag.name for tag in english.tags.all()] == ["Sahel"]
    assert [(each.alt, each.credit) for each in english.pictures.all()] == [("", "AFP")]
    assert english.revisions.get().snapshot["countries"] == [country.pk]
    assert english.created_by == editor
    for language in ["en", "fr", "und"]:
        assert client.post(page, {"begin": "1", "language": language, "title": "Twice"}).status_code == 200
        with pytest.raises(Refused):
            language_versions.begin(french, language, "Twice", by=editor)
    assert Article.objects.count() == 2
