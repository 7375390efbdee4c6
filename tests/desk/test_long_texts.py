"""Texts of three megabytes: saved, kept, compared and put together like any other."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from articles import saving
from articles.models import Article, PersonalDraft
from tests.desk.pages import form_of
from tests.making import make_article

pytestmark = pytest.mark.django_db
PARAGRAPH = "<p>La ministre des armées a reçu mardi son homologue à Paris, dit la dépêche numéro {}.</p>"


def text(size):
    """A text of at least so many bytes."""
    length = len(PARAGRAPH.encode()) + 3
    return [PARAGRAPH.format(number) for number in range(size // length + 1)]


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_a_text_of_three_megabytes_is_saved_kept_as_a_draft_and_compared(client, editor, chief):
    client.force_login(editor)
    article = make_article()
    paragraphs = text(3_000_000)
    body = "\n".join(paragraphs)
    assert len(body.encode()) >= 3_000_000
    data = form_of(client.get(change_url(article)), body=body, tab="t1")
    assert client.post(change_url(article), data).status_code == 302
    article.refresh_from_db()
    assert article.body == body
    data = form_of(client.get(change_url(article)), tab="t2")
    theirs, mine = list(paragraphs), list(paragraphs)
    theirs[5], mine[-5] = "<p>Leurs mots.</p>", "<p>Mes mots.</p>"
    saving.save(article, {"body": "\n".join(theirs)}, based_on=article.version, by=chief)
    response = client.post(change_url(article), data | {"body": "\n".join(mine)})
    assert response.status_code == 409
    draft = PersonalDraft.objects.open().get()
    assert "<p>Mes mots.</p>" in draft.fields["body"][0]
    (row,) = [row for row in response.context["rows"] if row.name == "body"]
    assert row.merges
    sent = {"do": "save", "version": article.version, "choose-body": "merged", "merged-body": row.merged}
    address = reverse("admin:articles_article_draft", args=[article.pk, draft.pk])
    assert client.post(address, sent).status_code == 302
    held = Article.objects.get(pk=article.pk).body
    assert "<p>Leurs mots.</p>" in held
    assert "<p>Mes mots.</p>" in held


def test_three_megabytes_in_letters_that_take_more_room_on_the_way_are_kept_too(client, editor):
    client.force_login(editor)
    article = make_article()
    body = "<p>" + "слово " * 275_000 + "</p>"
    assert len(body.encode()) > 3_000_000
    data = form_of(client.get(change_url(article)), body=body)
    sent = urlencode(data, doseq=True)  # as a form is sent that holds no files
    response = client.post(change_url(article), sent, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 302
    assert Article.objects.get(pk=article.pk).body.startswith("<p>слово")
