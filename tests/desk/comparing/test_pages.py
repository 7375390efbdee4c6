"""The pages on which wordings and likenesses are compared."""

import pytest
from django.urls import reverse

from articles import saving
from articles.models import (
    Article,
    Resemblance,
)
from tests.desk.comparing.making import ELSEWHERE, FIRST, SECOND, bring, standings
from tests.desk.pages import form_of, texts
from tests.making import make_article

pytestmark = pytest.mark.django_db


def compare(article):
    return reverse("admin:articles_article_compare", args=[article.pk])


def beside(likeness):
    return reverse("admin:articles_article_likeness", args=[likeness.source_text.article_id, likeness.pk])


def test_the_page_shows_what_is_gone_and_what_is_new(client, article, editor):
    client.force_login(editor)
    page = client.get(compare(article)).content.decode()
    assert "<del>Quatre</del><ins>Cinq</ins>" in page
    assert 'value="take"' in page


def test_the_pages_buttons_do_what_they_say(client, article, wording, editor):
    client.force_login(editor)
    client.post(compare(article), {"do": "keep", "wording": wording.pk})
    client.post(compare(article), {"do": "again", "wording": wording.pk})
    assert standings(article)[SECOND] == "to_compare"
    response = client.post(compare(article), {"do": "take", "wording": wording.pk})
    assert response["Location"] == reverse("admin:articles_article_proposals", args=[article.pk])
    assert standings(article)[SECOND] == "current"
    assert client.post(compare(article), {"do": "take", "wording": wording.pk}).status_code == 302  # told, not broken
    assert client.post(compare(article), {"do": "burn", "wording": wording.pk}).status_code == 400


def test_the_page_asks_before_it_replaces_what_was_written_here(client, article, wording, editor):
    client.force_login(editor)
    Article.objects.filter(pk=article.pk).update(body=article.body.replace("La mer nous unit", "La mer nous lie"))
    page = client.get(compare(article)).content.decode()
    assert 'name="despite"' in page
    assert "<del>unit</del><ins>lie</ins>" in page
    client.post(compare(article), {"do": "take", "wording": wording.pk})
    assert standings(article)[SECOND] == "to_compare"
    agreed = form_of(client.get(compare(article)), "", do="take", despite="yes")
    saving.save(article, {"title": "Un autre titre"}, based_on=Article.objects.get(pk=article.pk).version, by=editor)
    client.post(compare(article), agreed)  # to what the page had shown, not to losing what came since
    assert standings(article)[SECOND] == "to_compare"
    client.post(compare(article), form_of(client.get(compare(article)), "", do="take", despite="yes"))
    assert standings(article)[SECOND] == "current"


def test_a_different_text_leads_to_its_own_page(client, article, wording, editor):
    client.force_login(editor)
    response = client.post(compare(article), {"do": "apart", "wording": wording.pk})
    apart = Article.objects.exclude(pk=article.pk).get()
    assert response["Location"] == reverse("admin:articles_article_change", args=[apart.pk])


def test_a_likeness_is_decided_and_undone_on_its_page(client, likeness, editor):
    client.force_login(editor)
    page = client.get(beside(likeness)).content.decode()
    assert "agence.txt" in page
    response = client.post(beside(likeness), {"do": "version"})
    assert response["Location"] == compare(likeness.other.article)
    held = client.get(compare(likeness.other.article)).content.decode()
    assert "journal.txt" in held
    trashed = client.get(beside(likeness))  # from the draft in the trash
    assert 'value="reopen"' in trashed.content.decode()
    client.post(beside(likeness), {"do": "reopen"})
    for act, decision in [("different", "different"), ("reopen", "pending"), ("republication", "republication")]:
        client.post(beside(likeness), {"do": act})
        likeness.refresh_from_db()
        assert likeness.decision == decision
    assert client.post(beside(likeness), {"do": "burn"}).status_code == 400


def test_the_article_and_its_review_say_what_waits(client, article, wording, likeness_pages, editor):
    client.force_login(editor)
    for name in ("change", "proposals"):
        page = client.get(reverse(f"admin:articles_article_{name}", args=[article.pk])).content.decode()
        assert f"{compare(article)}?wording={wording.pk}" in page
        page = client.get(reverse(f"admin:articles_article_{name}", args=[likeness_pages.source_text.article_id]))
        assert beside(likeness_pages) in page.content.decode()


def test_the_first_page_and_the_list_lead_to_what_waits(client, article, likeness_pages, editor):
    client.force_login(editor)
    assert compare(article) in client.get(reverse("admin:index")).content.decode()
    for query, expected in [("wording", article), ("likeness", likeness_pages.source_text.article)]:
        page = client.get(reverse("admin:articles_article_changelist"), {"compare": query})
        assert [row.pk for row in page.context["cl"].result_list] == [expected.pk]
    listed = client.get(reverse("admin:articles_resemblance_changelist")).content.decode()
    assert beside(likeness_pages) in listed
    page = client.get(reverse("admin:articles_resemblance_change", args=[likeness_pages.pk]))
    assert page.status_code == 200


def test_who_may_only_look_sees_no_buttons_and_cannot_press_them(client, article, wording, likeness_pages, reporter):
    client.force_login(reporter)
    for url, act in [(compare(article), "take"), (compare(article), "keep"), (beside(likeness_pages), "different")]:
        page = client.get(url)
        assert page.status_code == 200
        assert 'name="do"' not in page.content.decode()
        assert client.post(url, {"do": act, "wording": wording.pk}).status_code == 403
    assert standings(article)[SECOND] == "to_compare"


def test_nobody_without_an_account_sees_the_pages(client, article, likeness_pages):
    for url in (compare(article), beside(likeness_pages)):
        assert client.get(url).status_code == 302


def test_pages_of_what_is_not_there_are_not_there(client, article, likeness_pages, editor):
    client.force_login(editor)
    other = make_article()
    assert client.get(compare(article), {"wording": "99999999999999999999"}).status_code == 404
    assert client.get(compare(article), {"wording": "x"}).status_code == 404
    assert (
        client.get(reverse("admin:articles_article_likeness", args=[other.pk, likeness_pages.pk])).status_code == 404
    )
    assert client.get(compare(other)).status_code == 200


def test_hostile_words_are_shown_as_words(client, editor):
    evil = '<script>alert(1)</script><img src=x onerror=alert(1)> "cité" '
    held = bring(evil + FIRST, "communique.txt")
    bring(evil + SECOND, "communique.txt")
    bring(evil + ELSEWHERE, "journal<script>.txt")
    client.force_login(editor)
    article = Article.objects.get(pk=held.article)
    for url in (compare(article), beside(Resemblance.objects.first())):
        response = client.get(url)
        page = response.content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_the_pages_cost_the_same_for_many_wordings(client, article, editor, django_assert_max_num_queries):
    client.force_login(editor)
    for number in range(6):
        bring(SECOND.replace("Cinq", f"{number + 10}"), "communique.txt")
    client.get(compare(article))
    with django_assert_max_num_queries(18):
        client.get(compare(article))


def test_a_refusal_is_told(client, likeness, editor):
    client.force_login(editor)
    client.post(beside(likeness), {"do": "different"})
    page = client.post(beside(likeness), {"do": "different"}, follow=True)
    assert any("entre-temps" in text or "meanwhile" in text for text in texts(page.context["messages"]))
