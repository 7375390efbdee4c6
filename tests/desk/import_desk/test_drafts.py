"""Texts that wait become drafts, or are thrown away."""

import pytest
from django.urls import reverse

from articles import incoming
from articles.drafting import Options
from articles.importing import import_articles, import_document
from articles.models import Article, Incoming, SourceText
from partners.registry import registry_names
from tests.desk.import_desk.making import DESK, TEXT, page, press, token, waiting
from tests.desk.pages import form_of, texts
from tests.making import make_user

pytestmark = pytest.mark.django_db


def test_a_draft_has_the_options_and_none_of_what_was_left_out(signed_in, registry, editor):
    row = waiting()
    press(signed_in, row, f"leave-all:{token(row, 'country', 'Mauritanie')}")
    response = press(signed_in, row, "draft:", source="Agence du Sud", rights="agency", published="2024-03-13")
    article = Article.objects.get()
    assert response["Location"] == reverse("admin:articles_article_proposals", args=[article.pk])
    assert (article.source.name, article.rights, str(article.dated)) == ("Agence du Sud", "agency", "2024-03-13")
    assert article.created_by == editor
    proposed = set(article.proposals.values_list("key", flat=True))
    assert "ES" in proposed
    assert "MR" not in proposed
    assert bytes(article.source_text.data) == TEXT.encode()
    assert not Incoming.objects.exists()


def test_a_text_that_nobody_touched_becomes_what_the_import_makes_of_its_file(signed_in, registry, tmp_path):
    press(signed_in, waiting(), "draft:")
    drafted = Article.objects.get()
    here = {name: getattr(drafted, name) for name in ["title", "body", "language", "dateline", "dated", "standfirst"]}
    proposed = sorted(drafted.proposals.values_list("kind", "key", "start"))
    SourceText.objects.all().update(sha256="0" * 64)
    (tmp_path / "wire.txt").write_text(TEXT)
    import_articles([tmp_path / "wire.txt"])
    imported = Article.objects.exclude(pk=drafted.pk).get()
    assert {name: getattr(imported, name) for name in here} == here
    assert sorted(imported.proposals.values_list("kind", "key", "start")) == proposed


def test_two_editors_make_one_draft_and_the_second_is_led_to_it(registry, editor):
    row = waiting()
    same = Incoming.objects.get(pk=row.pk)
    incoming.make_draft(row, by=editor)
    with pytest.raises(incoming.Gone) as gone:
        incoming.make_draft(same, by=make_user("chief"))
    assert gone.value.article == Article.objects.get()


def test_create_draft_pressed_again_leads_to_the_draft_that_was_made(signed_in, registry):
    row = waiting()
    pressed = form_of(signed_in.get(page(row)), form_id="reading") | {"do": "draft:"}
    signed_in.post(page(row), pressed)
    again = signed_in.post(page(row), pressed, follow=True)
    article = Article.objects.get()
    assert again.redirect_chain[0][0] == reverse("admin:articles_article_proposals", args=[article.pk])
    assert any(str(incoming.Gone(article)) in told for told in texts(again.context["messages"]))


@pytest.mark.parametrize("named", ["", "0" * 64, "\x00", "0" * 5_000, "'"])
def test_a_page_that_names_no_known_bytes_leads_to_the_desk(signed_in, named):
    row = waiting()
    incoming.throw_away(row, by=make_user("editor"))
    assert signed_in.post(page(row), {"do": "draft:", "sha256": named})["Location"] == reverse(DESK)


def test_a_page_of_a_text_that_is_gone_leads_to_the_desk(signed_in):
    row = waiting()
    incoming.throw_away(row, by=make_user("editor"))
    for response in [signed_in.get(page(row)), signed_in.post(page(row), {"do": "draft:"})]:
        assert response["Location"] == reverse(DESK)


def test_bytes_that_came_in_another_way_meanwhile_are_not_imported_again(signed_in, registry, editor):
    row = waiting()
    import_document(incoming.document_of(row), "autre.txt", Options(), names=registry_names(), by=editor)
    response = press(signed_in, row, "draft:")
    assert response["Location"] == page(row)
    assert Article.objects.count() == 1
    assert b"draft:" not in signed_in.get(page(row)).content


def test_a_new_wording_of_a_held_text_is_said_to_be_one_and_kept_beside_it(signed_in, registry, editor):
    incoming.make_draft(waiting(), by=editor)
    article = Article.objects.get()
    row = waiting(f"{TEXT}\nUne phrase de plus.\n")
    assert reverse("admin:articles_article_change", args=[article.pk]) in signed_in.get(page(row)).content.decode()
    response = press(signed_in, row, "draft:")
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert Article.objects.get() == article
    assert article.source_texts.count() == 2
    assert not Incoming.objects.exists()


def test_thrown_away_only_after_a_question_and_gone_for_good(signed_in):
    row = waiting()
    address = reverse("admin:articles_incoming_delete", args=[row.pk])
    assert signed_in.get(address).status_code == 200
    assert Incoming.objects.exists()
    assert signed_in.post(address)["Location"] == reverse(DESK)
    assert not Incoming.objects.exists()
