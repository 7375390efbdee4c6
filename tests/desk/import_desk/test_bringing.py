"""Texts come to the import desk, and wait."""

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import incoming, publishing
from articles.drafting import Options
from articles.models import Article, Incoming
from articles.reading.decode import MAX_BYTES
from partners.dates import PartialDate
from tests.desk.import_desk.making import DESK, TEXT, bring, page, waiting
from tests.desk.pages import texts

pytestmark = pytest.mark.django_db


def test_a_pasted_text_waits_as_it_came_and_is_shown_at_once(signed_in, editor):
    response = bring(signed_in, TEXT.replace("\n", "\r\n"), source="Agence du Sud", published="2024-03")
    row = Incoming.objects.get()
    assert response["Location"] == page(row)
    assert bytes(row.data) == TEXT.encode()
    assert (row.brought_by, row.name) == (editor, "le-port-de-nouadhibou-accueillera-une-base-logistique.txt")
    assert incoming.options_of(row) == Options(source="Agence du Sud", published=PartialDate.parse("2024-03"))
    assert not Article.objects.exists()


def test_several_files_are_received_and_those_that_cannot_be_read_are_named(signed_in):
    response = bring(
        signed_in,
        "",
        SimpleUploadedFile("un.txt", "Un texte sur la défense.".encode()),
        SimpleUploadedFile("vide.txt", b""),
        SimpleUploadedFile("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        SimpleUploadedFile("gros.txt", b"a" * (MAX_BYTES + 1)),
        SimpleUploadedFile("deux.txt", b"Another text about defence."),
        follow=True,
    )
    assert {row.name for row in Incoming.objects.all()} == {"un.txt", "deux.txt"}
    told = texts(response.context["messages"])
    assert [message.split(":")[0].strip(" “”«»\xa0") for message in told[:3]] == ["vide.txt", "photo.txt", "gros.txt"]
    assert len(told) == 4


def test_a_file_on_which_the_reader_fails_stops_no_other(signed_in, monkeypatch, caplog):
    read = incoming.read_document

    def failing(document, *args, **kwargs):
        return 1 / 0 if "boom" in document.text else read(document, *args, **kwargs)

    monkeypatch.setattr(incoming, "read_document", failing)
    files = [SimpleUploadedFile(f"{name}.txt", f"Un texte {name}.".encode()) for name in ["boom", "calme"]]
    response = bring(signed_in, "", *files, follow=True)
    assert [row.name for row in Incoming.objects.all()] == ["calme.txt"]
    assert "ZeroDivisionError" in texts(response.context["messages"])[0]


def test_nothing_and_a_wrong_date_are_refused_on_the_page_with_the_words_kept(signed_in):
    assert "errorlist" in bring(signed_in).content.decode()
    content = bring(signed_in, "Un texte.", published="hier").content.decode()
    assert "Un texte." in content
    assert "errorlist" in content
    assert not Incoming.objects.exists()


@pytest.mark.parametrize(
    "text", ["mot " * 80_000, "ligne\n" * 6_000, "a" * (MAX_BYTES + 1)], ids=["long", "lines", "large"]
)
def test_a_pasted_text_that_is_too_long_stays_in_the_form_with_the_limit_beside_it(signed_in, text):
    upload = SimpleUploadedFile("un.txt", "Un texte sur la défense.".encode())
    response = bring(signed_in, text, upload, source="Agence du Sud")
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == ["text"]
    assert re.search(r"\d", form.errors["text"][0])
    assert form["text"].value() == text
    assert "Agence du Sud" in response.content.decode()
    assert [row.name for row in Incoming.objects.all()] == ["un.txt"]


@pytest.mark.parametrize("much", ["text", "files"])
def test_more_than_a_form_may_hold_is_answered_with_the_limits_and_what_to_do(signed_in, much):
    files = [SimpleUploadedFile(f"{n}.txt", b"Un texte.") for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    response = bring(signed_in, "a" * 11 * 2**20) if much == "text" else bring(signed_in, "", *files)
    assert response.status_code == 413
    content = response.content.decode()
    assert re.search(r"\b10\sM", content)
    assert re.search(r"\b500\b", content)
    assert not Incoming.objects.exists()


def test_the_same_text_twice_waits_once(signed_in):
    bring(signed_in, TEXT)
    response = bring(signed_in, TEXT, follow=True)
    assert Incoming.objects.count() == 1
    assert len(texts(response.context["messages"])) == 1


def test_bytes_that_an_article_holds_lead_to_it_and_out_of_the_trash(signed_in, editor):
    incoming.make_draft(waiting(), by=editor)
    article = Article.objects.get()
    content = bring(signed_in, TEXT, follow=True).content.decode()
    assert reverse("admin:articles_article_change", args=[article.pk]) in content
    assert not Incoming.objects.exists()
    publishing.trash(article, by=editor)
    restore = reverse("admin:articles_article_step", args=[article.pk, "restore"])
    assert restore in bring(signed_in, TEXT, follow=True).content.decode()
    signed_in.post(restore)
    article.refresh_from_db()
    assert article.trashed_at is None


def test_the_desk_lists_what_waits_and_reads_nothing_for_it(signed_in, django_assert_max_num_queries, monkeypatch):
    for number in range(60):
        waiting(f"Un titre {number}\n\nUn texte sur la défense de la région.\n")
    monkeypatch.setattr(incoming, "read_document", None)
    with django_assert_max_num_queries(12):
        content = signed_in.get(reverse(DESK)).content.decode()
    assert "Un titre 59" in content
    assert "?page=2" in content


def test_what_waits_is_found_by_title_name_and_source(signed_in):
    waiting("Le port de Nouadhibou\n\nUn texte sur la défense.\n", source="Agence du Sud")
    waiting("La base de Niamey\n\nUn autre texte sur la défense.\n")
    for words in ["Nouadhibou", "le-port-de", "agence du sud"]:
        shown = signed_in.get(reverse(DESK), {"q": words}).context["page_obj"]
        assert [row.options["title"] for row in shown] == ["Le port de Nouadhibou"]
