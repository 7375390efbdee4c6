"""What stands between a draft and the reader."""

import pytest

from articles import checks
from articles.models import Brief, Rights
from tests.making import day, make_article, make_source_text

pytestmark = pytest.mark.django_db


def names(article):
    return [finding.name for finding in checks.blocking(article)]


def words(number):
    return f"<p>{' '.join(['mot'] * number)}</p>"


def test_a_complete_text_with_known_rights_has_nothing_against_it():
    assert names(make_article()) == []


def test_unknown_rights_an_empty_title_and_an_empty_text_block():
    assert names(make_article(rights=Rights.UNKNOWN, title=" ", body="<p> </p>")) == ["title", "text", "rights"]


def test_an_embargo_line_whose_end_nobody_has_set_blocks_until_it_is_set():
    article = make_article()
    source_text = make_source_text(article, "SOUS EMBARGO\nTexte")
    assert names(article) == []
    type(source_text).objects.update(removed=[["embargo", 0, 12], ["space", 12, 13]])
    assert names(article) == ["embargo"]
    article.embargo_until = day(-1)
    article.save()
    assert names(article) == []


@pytest.mark.parametrize(("held", "blocks"), [(699, True), (700, False), (701, False)])
def test_the_brief_s_words_are_a_least_number(held, blocks):
    article = make_article(body=words(held))
    Brief.objects.create(article=article, text="700 mots", least_words=700)
    assert ("brief-words" in names(article)) is blocks


@pytest.mark.parametrize(("body", "blocks"), [("<p>a</p>", True), ("<h2>a</h2><p>b</p>", False)])
def test_the_brief_s_subheadings_are_counted_in_the_text(body, blocks):
    article = make_article(body=body)
    Brief.objects.create(article=article, text="intertitres", least_subheadings=1)
    assert ("brief-subheadings" in names(article)) is blocks


def test_the_brief_s_language_is_the_article_s():
    article = make_article(language="en")
    Brief.objects.create(article=article, text="en français", language="fr")
    assert names(article) == ["brief-language"]


@pytest.mark.parametrize(
    ("title", "description", "blocks"),
    [("", "d" * 100, True), ("t", "d" * 49, True), ("t", "d" * 50, False), ("t", "d" * 320, False)],
)
def test_the_brief_s_seo_asks_for_a_title_and_a_description(title, description, blocks):
    article = make_article(seo_title=title, meta_description=description)
    Brief.objects.create(article=article, text="SEO", seo=True)
    assert ("brief-seo" in names(article)) is blocks


def test_a_proposed_title_is_a_warning_that_blocks_nothing():
    article = make_article(title_proposed=True)
    assert names(article) == []
    assert "proposed-title" in {finding.name for finding in checks.findings(article)}
