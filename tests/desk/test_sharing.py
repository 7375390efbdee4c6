"""Secret links by which somebody without an account reads a text before it is public."""

import re

import pytest
from django.urls import reverse

from articles import publishing, revising, sharing
from articles.models import Article, JournalEntry, SharedPreview
from tests.desk.pages import english, form_of
from tests.making import day, make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return make_article(title="Le sommet quillfish", body="<p>Un texte lamproie.</p>", slug="quillfish", tags=["Mer"])


@pytest.fixture
def made(article, editor):
    return sharing.share(article, by=editor, note="Awa Diop", days=3)


def address(secret):
    return reverse("articles:shared", args=[secret])


def opens(client, secret):
    """Whether the link leads to the text; where it does not, nothing of the article is told."""
    answer = client.get(address(secret))
    if answer.status_code == 200:
        return True
    assert answer.status_code == 404
    assert not any(word in answer.content for word in [b"quillfish", b"lamproie"])
    return False


def at(preview, **moments):
    SharedPreview.objects.filter(pk=preview.pk).update(**moments)


def test_the_text_is_read_without_an_account_and_says_that_it_is_not_public(client, made):
    page = client.get(english(address(made.secret))).content.decode()
    assert "Un texte lamproie." in page
    assert "Not published. Confidential." in page
    assert "Non publié" not in page
    assert made.secret not in client.get("/").content.decode()


def test_nothing_keeps_indexes_or_passes_on_the_page(client, made):
    for secret in [made.secret, "faux"]:
        answer = client.get(address(secret))
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies
        page = answer.content.decode()
        assert 'rel="canonical"' not in page
        assert "og:title" not in page
        assert "ld+json" not in page
        loaded = re.findall(r'<(?:link|script|img|iframe|source)[^>]*?(?:href|src|srcset)="([^"]+)"', page)
        assert all(found.startswith("/") for found in loaded), loaded


def test_the_secret_is_long_and_only_a_digest_of_it_is_kept(made, article, editor):
    other = sharing.share(article, by=editor, note="Bruno", days=1)
    assert made.secret != other.secret
    random = made.secret.rpartition(".")[0]
    assert len(random) * 6 >= 128
    held = SharedPreview.objects.filter(pk=made.preview.pk).values().get()
    assert not any(random in str(value) or made.secret in str(value) for value in held.values())
    assert not JournalEntry.objects.filter(after__icontains=random).exists()


def test_what_is_written_afterwards_is_not_shown(client, made, article, editor):
    Article.objects.filter(pk=article.pk).update(body="<p>Un texte baudroie.</p>")
    revising.record(article, by=editor)
    page = client.get(address(made.secret)).content
    assert b"lamproie" in page
    assert b"baudroie" not in page


def test_quotes_that_are_not_accepted_are_not_shown(client, article, editor):
    make_quote(article, "Un texte lamproie", accepted=False, speaker_name="Baudroie")
    made = sharing.share(article, by=editor, note="Awa", days=1)
    assert b"Baudroie" not in client.get(address(made.secret)).content


def test_a_link_ends_with_its_time(client, made):
    assert opens(client, made.secret)
    assert (made.preview.expires_at - made.preview.made_at).days == 3
    at(made.preview, made_at=day(-4), expires_at=day(-1))
    assert not opens(client, made.secret)


@pytest.mark.parametrize("days", [0, 2, 8, 30, -1])
def test_no_link_works_for_another_time(article, editor, days):
    with pytest.raises(publishing.Refused):
        sharing.share(article, by=editor, note="Awa", days=days)
    assert not SharedPreview.objects.exists()


def test_a_revoked_link_leads_nowhere_and_both_stand_in_the_journal(client, made, editor):
    sharing.revoke(made.preview, by=editor)
    assert not opens(client, made.secret)
    sharing.revoke(made.preview, by=editor)
    words = list(
        JournalEntry.objects.filter(action__in=["share_preview", "revoke_preview"]).values_list("action", "account")
    )
    assert sorted(words) == [("revoke_preview", editor.pk), ("share_preview", editor.pk)]


def test_a_link_dies_for_good_when_the_article_is_published(client, made, article, chief):
    publishing.publish(article, by=chief)
    assert not opens(client, made.secret)
    publishing.withdraw(article, by=chief, reason="Faux.")
    assert not opens(client, made.secret)
    again = sharing.share(article, by=chief, note="Awa", days=1)
    assert opens(client, again.secret)


def test_a_schedule_ends_the_link_when_its_moment_has_come(client, made, article, editor):
    edition = publishing.publish(article, by=editor, at=day(1))
    assert opens(client, made.secret)
    type(edition).objects.filter(pk=edition.pk).update(visible_from=day(-0.01))
    assert not opens(client, made.secret)


def test_a_link_dies_for_good_in_the_trash(client, made, article, editor):
    publishing.trash(article, by=editor)
    assert not opens(client, made.secret)
    publishing.restore(article, by=editor)
    assert not opens(client, made.secret)


def test_what_is_public_is_not_shared(article, editor):
    publishing.publish(article, by=editor)
    with pytest.raises(publishing.Refused):
        sharing.share(article, by=editor, note="Awa", days=1)


def test_every_link_that_leads_nowhere_answers_the_same(client, made, article, editor):
    revoked = sharing.share(article, by=editor, note="Bruno", days=1)
    sharing.revoke(revoked.preview, by=editor)
    expired = sharing.share(article, by=editor, note="Carla", days=1)
    at(expired.preview, made_at=day(-2), expires_at=day(-1))
    unsigned, signature = made.secret.split(".")
    forged = [
        made.secret[:-1],
        unsigned,
        f"{unsigned}.{signature[::-1]}",
        f"A{unsigned[1:]}.{signature}",
        "é" * 300,
        "x",
    ]
    answers = {}
    for secret in [revoked.secret, expired.secret, *forged]:
        answer = client.get(address(secret))
        answers[answer.status_code, answer.content.replace(address(secret).encode(), b""), str(answer.headers)] = (
            secret
        )
    assert {status for status, *_rest in answers} == {404}
    assert len({page for _status, page, _headers in answers}) == 1


def test_openings_are_counted_and_a_look_at_the_head_is_none(client, made):
    client.head(address(made.secret))
    for _time in range(2):
        client.get(address(made.secret))
    held = SharedPreview.objects.get()
    assert held.opened == 2
    assert held.first_opened_at < held.last_opened_at
    assert client.post(address(made.secret)).status_code == 405


# --- at the desk


def desk(article):
    return english(reverse("admin:articles_article_share", args=[article.pk]))


def test_a_link_is_made_at_the_desk_shown_once_and_works(client, editor, article):
    client.force_login(editor)
    page = client.get(desk(article))
    made = client.post(desk(article), form_of(page, "", note="Awa Diop", days="7"))
    assert "no-store" in made["Cache-Control"]
    link = made.context["address"]
    assert f'value="{link}"' in made.content.decode()
    assert link not in client.get(desk(article)).content.decode()
    client.logout()
    assert b"lamproie" in client.get(link.removeprefix("http://testserver")).content


def test_the_desk_tells_for_whom_by_whom_and_how_often(client, editor, article, made):
    client.get(address(made.secret))
    client.force_login(editor)
    page = client.get(desk(article)).content.decode()
    for told in ["Awa Diop", editor.username, "opened once", "Works"]:
        assert told in page
    client.post(desk(article), {"revoke": made.preview.pk})
    assert "Revoked" in client.get(desk(article)).content.decode()


def test_a_link_needs_somebody_for_whom_it_is(client, editor, article):
    client.force_login(editor)
    answer = client.post(desk(article), {"note": "  ", "days": "3"})
    assert answer.context["form"].errors["note"]
    answer = client.post(desk(article), {"note": "Awa", "days": "30"})
    assert answer.context["form"].errors["days"]
    assert not SharedPreview.objects.exists()


def test_reporters_read_the_list_and_neither_make_nor_revoke(client, reporter, article, made):
    client.force_login(reporter)
    page = client.get(desk(article))
    assert page.context["form"] is None
    assert b'name="revoke"' not in page.content
    assert client.post(desk(article), {"note": "Awa", "days": "3"}).status_code == 403
    assert client.post(desk(article), {"revoke": made.preview.pk}).status_code == 403
    assert SharedPreview.objects.open().count() == 1


def test_the_list_of_all_links_is_narrowed_to_those_that_work(client, editor, article, made):
    other = sharing.share(article, by=editor, note="Bruno", days=1)
    sharing.revoke(other.preview, by=editor)
    client.force_login(editor)
    url = reverse("admin:articles_sharedpreview_changelist")
    assert list(client.get(url, {"state": "open"}).context["cl"].result_list) == [made.preview]
    assert list(client.get(url, {"state": "over"}).context["cl"].result_list) == [other.preview]
    one = reverse("admin:articles_sharedpreview_change", args=[made.preview.pk])
    assert client.get(one).headers["Location"].endswith(f"/article/{article.pk}/share/")
