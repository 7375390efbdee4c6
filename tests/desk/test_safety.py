"""Imported text is data on the desk, forms carry their tokens, and no page has anything inline."""

import re
from html import escape

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Brief, Byline, Contributor, ImportRun, ProposalKind, QuotePlace, Waiver
from tests.desk.pages import english
from tests.desk.proposing import make_imported, pending_quote, propose, propose_person
from tests.making import make_edition, make_source, make_user

pytestmark = pytest.mark.django_db

EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7|add:7 }} "quoted"'
TEXT = f"{EVIL} a reçu <b>le ministre</b>.\n« Des mots {EVIL} dits ici », a-t-il dit.\n"


def give_records(article, words="Des mots"):
    """One of each record that the desk has a page for, all of this article."""
    Brief.objects.create(article=article, text=words, remarks=words)
    Byline.objects.create(article=article, contributor=Contributor.named(words), role="author", place=words[:100])
    Waiver.objects.create(article=article, check_name="rights", reason=words, waived_by=make_user("chief"))
    ImportRun.objects.create(outcomes=[{"file": words}])
    article.tags.set([words])
    edition = make_edition(article=article)
    QuotePlace.objects.create(quote=article.quotes.get(), edition=edition, start=0, end=1)


def evil_article():
    body = f"<p>{escape(TEXT)}</p>"  # as an import writes it
    article = make_imported(
        TEXT, body=body, title=EVIL, standfirst=EVIL, source=make_source(EVIL), dateline=EVIL[:100]
    )
    article.source_text.name = EVIL
    article.source_text.removed = [["brief", 0, 20]]
    article.source_text.save()
    propose(article, ProposalKind.MEETING, "<b>le ministre</b>", label=EVIL, reason=EVIL, data={"title": EVIL})
    propose_person(article, name="<b>le", office_title=EVIL)
    pending_quote(article, speaker_name=EVIL, attribution=EVIL)
    give_records(article, EVIL)
    return article


def pages_of(article):
    yield reverse("admin:index")
    yield reverse("admin:articles_article_changelist")
    yield reverse("admin:articles_article_change", args=[article.pk])
    yield reverse("admin:articles_article_proposals", args=[article.pk])
    yield reverse("admin:articles_article_history", args=[article.pk])
    for step in ["publish", "schedule", "withdraw", "send_back", "trash"]:
        yield reverse("admin:articles_article_step", args=[article.pk, step])
    for name, row in {
        "proposal": article.proposals.first(),
        "quote": article.quotes.first(),
        "edition": article.editions.first(),
        "revision": article.revisions.first(),
        "sourcetext": article.source_text,
        "brief": article.brief,
        "source": article.source,
        "contributor": article.bylines.get().contributor,
        "byline": article.bylines.get(),
        "theme": article.tags.get(),
        "waiver": article.waivers.get(),
        "importrun": ImportRun.objects.get(),
        "quoteplace": QuotePlace.objects.get(),
    }.items():
        yield reverse(f"admin:articles_{name}_changelist")
        yield reverse(f"admin:articles_{name}_change", args=[row.pk])


def test_imported_text_is_escaped_on_every_page_of_the_desk(client, chief):
    article = evil_article()
    client.force_login(chief)
    shown = 0
    for url in pages_of(article):
        response = client.get(url, follow=True)
        content = response.content.decode()
        assert response.status_code == 200, url
        assert "<script>alert" not in content, url
        assert "<img src=x" not in content, url
        assert "<b>le ministre" not in content, url
        shown += "&lt;script&gt;alert(1)" in content
    assert shown > 10


def test_what_the_desk_says_about_imported_text_is_escaped_too(client, chief):
    article = evil_article()
    client.force_login(chief)
    url = reverse("admin:articles_article_proposals", args=[article.pk])
    proposal = article.proposals.get(kind="official")
    content = client.post(url, {"do": f"accept:{proposal.pk}"}, follow=True).content.decode()
    assert "&lt;b&gt;le" in content
    assert "<b>le" not in content


INLINE = re.compile(rb"<script(?![^>]*\ssrc=)(?![^>]*type=\"importmap\")|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE)


def test_no_page_has_inline_script_or_style_and_each_has_a_strict_policy(client, chief):
    article = make_imported(source=make_source())
    propose_person(article)
    pending_quote(article)
    give_records(article)
    client.force_login(chief)
    for url in [*pages_of(article), english(reverse("admin:articles_article_add"))]:
        response = client.get(url, follow=True)
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        found = INLINE.search(response.content)
        assert found is None, (url, response.content[max(0, found.start() - 80) : found.end() + 80] if found else "")


def test_the_import_map_of_the_editor_carries_the_pages_nonce(client, editor):
    client.force_login(editor)
    response = client.get(reverse("admin:articles_article_add"))
    nonce = re.search(r"'nonce-([^']+)'", response["Content-Security-Policy"])[1]
    importmap = re.search(rb"<script[^>]*importmap[^>]*>", response.content)[0].decode()
    assert f'nonce="{nonce}"' in importmap


def test_nothing_is_decided_or_published_without_the_forms_token(chief):
    article = make_imported()
    proposal = propose_person(article)
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    for url, data in [
        (reverse("admin:articles_article_proposals", args=[article.pk]), {"do": f"accept:{proposal.pk}"}),
        (reverse("admin:articles_article_step", args=[article.pk, "publish"]), {}),
        (reverse("admin:articles_article_waive", args=[article.pk, "rights"]), {"reason": "x"}),
        (reverse("admin:articles_article_change", args=[article.pk]), {"title": "x"}),
    ]:
        assert client.post(url, data).status_code == 403
    proposal.refresh_from_db()
    assert proposal.decision == "pending"
    assert not article.editions.exists()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_too_many_wrong_passwords_lock_out_and_say_for_how_long(language):
    make_user("editor", username="anna")
    client = Client()
    url = reverse("admin:login") if language == "fr" else english(reverse("admin:login"))
    for _ in range(6):
        response = client.post(url, {"username": "anna", "password": "wrong"})
    assert response.status_code == 429
    content = response.content.decode()
    assert "15 minute" in content
    assert INLINE.search(response.content) is None
    assert "anna" not in content
