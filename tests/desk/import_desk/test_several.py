"""Several texts that wait at the import desk: asked about, then made drafts or thrown away together."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import incoming
from articles.models import Article, Incoming
from tests.desk.import_desk.making import DESK, EVIL, TEXT, bring, waiting
from tests.desk.pages import english, form_of, texts
from tests.making import make_user

pytestmark = pytest.mark.django_db


def ask(client, action, rows):
    """Tick those rows and press the button: the page that asks."""
    ticked = [row.pk for row in rows]
    return client.post(english(reverse(DESK)), {"action": action, "_selected_action": ticked})


def confirm(client, page):
    return client.post(english(reverse(DESK)), form_of(page, form_id=""), follow=True)


@pytest.fixture
def three(editor):
    return [waiting(text, by=editor) for text in (TEXT, f"Un titre {EVIL}\n\nUn texte.", "Un autre titre\n\nUn mot.")]


def test_drafts_are_made_of_what_is_ticked_after_the_page_that_asks(signed_in, three):
    page = ask(signed_in, "draft", three[:2])
    assert "2 texts will become drafts" in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert not Article.objects.exists()
    told = texts(confirm(signed_in, page).context["messages"])
    assert told[0].startswith("2 texts have become drafts.")
    assert Article.objects.count() == 2
    assert list(Incoming.objects.all()) == [three[2]]


def test_what_somebody_else_has_taken_meanwhile_is_told_and_stops_no_other(signed_in, three):
    page = ask(signed_in, "draft", three)
    incoming.throw_away(three[0], by=make_user("chief"))
    told = texts(confirm(signed_in, page).context["messages"])
    assert told[0].startswith("2 texts have become drafts.")
    assert told[-1] == "1 text waits no more: somebody was faster."


def test_what_is_ticked_is_thrown_away_after_the_page_that_asks(signed_in, three):
    page = ask(signed_in, "throw", three[1:])
    assert Incoming.objects.count() == 3
    assert texts(confirm(signed_in, page).context["messages"]) == ["2 texts are thrown away."]
    assert list(Incoming.objects.all()) == [three[0]]


def test_each_deed_asks_for_its_permission_and_for_something_ticked(client, three):
    client.force_login(make_user("importer"))
    assert "Tick the texts first" in texts(ask(client, "draft", []).wsgi_request._messages)[0]
    assert ask(client, "publish", three).status_code == 400
    client.force_login(make_user("reporter"))
    assert {ask(client, action, three).status_code for action in ("draft", "throw")} == {403}
    assert Incoming.objects.count() == 3


def test_the_same_refusal_of_many_files_is_told_once_with_their_names(signed_in):
    files = [SimpleUploadedFile(f"vide-{number}.txt", b"") for number in range(12)]
    response = bring(signed_in, "", *files, SimpleUploadedFile("un.txt", b"Un texte."), follow=True)
    told = texts(response.context["messages"])
    assert len(told) == 2
    assert [f"vide-{number}.txt" in told[0] for number in range(12)] == [True] * 10 + [False] * 2
    assert "2" in told[0]
