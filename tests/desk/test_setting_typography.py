"""French typography set right at the desk: shown first, saved through the one door, taken back by the revision."""

import pytest
from django.urls import reverse

from articles import restoring, setting
from articles.models import Stage
from tests.desk.pages import english, form_of, texts
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db
W = "\u00a0"


@pytest.fixture
def article(db):
    return make_article(title="L'OTAN à Riga", body='<p>Il dit: "oui".</p><p lang="en">"No": it\'s so.</p>')


def url_of(article):
    return english(reverse("admin:articles_article_typography", args=[article.pk]))


def test_the_page_shows_what_would_change_and_changes_nothing(client, editor, article):
    client.force_login(editor)
    said = client.get(url_of(article)).content.decode()
    assert "<del>&#x27;</del><ins>’</ins>" in said
    assert "4 places would be set" in said
    assert article.revisions.count() == 1


def test_one_click_sets_it_right_as_a_revision_that_can_be_taken_back(client, editor, article):
    client.force_login(editor)
    response = client.post(url_of(article), form_of(client.get(url_of(article)), ""), follow=True)
    article.refresh_from_db()
    assert article.title == "L’OTAN à Riga"
    assert article.body == '<p>Il dit&nbsp;: «&nbsp;oui&nbsp;».</p><p lang="en">"No": it\'s so.</p>'
    revision = article.revisions.first()
    assert (revision.number, revision.created_by) == (2, editor)
    back = reverse("admin:articles_article_restore_revision", args=[article.pk, 1])
    assert back in " ".join(texts(response.context["messages"]))
    restoring.restore(article.revisions.last(), based_on=article.version, by=editor, reason="Essai")
    article.refresh_from_db()
    assert article.title == "L'OTAN à Riga"


def test_a_text_that_is_set_makes_no_revision(client, editor, article):
    setting.set_right(article, based_on=article.version, by=editor)
    assert setting.lines(article) == []
    assert setting.set_right(article, based_on=article.version, by=editor) is None
    assert article.revisions.count() == 2


def test_whoever_saves_in_between_is_not_overwritten(client, editor, article):
    client.force_login(editor)
    form = form_of(client.get(url_of(article)), "")
    setting.set_right(article, based_on=article.version, by=make_user("editor"))
    response = client.post(url_of(article), form | {"version": "0"})
    assert response.status_code in {302, 409}
    assert article.revisions.count() == 2


def test_an_article_in_another_language_is_left_alone(client, editor):
    article = make_article(language="en", title='It\'s so: "yes"')
    client.force_login(editor)
    assert client.post(url_of(article), {"version": article.version}).status_code == 302
    article.refresh_from_db()
    assert article.title == 'It\'s so: "yes"'


def test_who_may_not_change_the_words_cannot_set_them_right(client, article):
    type(article).objects.filter(pk=article.pk).update(stage=Stage.READY)
    for user in (make_user("reporter"), make_user("registry keeper")):
        client.force_login(user)
        assert client.post(url_of(article), {"version": article.version}).status_code == 403
    assert article.revisions.count() == 1
