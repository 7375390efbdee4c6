"""Words that nobody has saved yet: whose they are, when they are kept, and when they are gone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import personal_drafts, saving
from articles.models import Article, PersonalDraft
from tests.desk.pages import form_of
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db

KEEP = reverse("admin:articles_article_keep_draft")


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def article(db):
    return make_article(title="Avant", body="<p>Un.</p>", tags=["Sahel"])


def keep(client, user, article, **fields):
    """What a page sends of its words every few seconds."""
    key = article.pk if article else ""
    sent = {"user": user.pk, "article": key, "tab": "t1", "version": "1", "title": "Mon titre"} | fields
    return client.post(KEEP, sent)


def drafts(**about):
    return PersonalDraft.objects.open().filter(**about)


def test_words_are_kept_for_their_writer_and_change_nothing_else(client, editor, article):
    before = Article.objects.filter(pk=article.pk).values().get()
    client.force_login(editor)
    answer = keep(client, editor, article, body="<p>Mes mots.</p>")
    draft = drafts().get()
    assert answer.json() == {"kept_at": f"{timezone.localtime(draft.kept_at):%H:%M:%S}", "draft": draft.pk}
    assert (draft.user, draft.article, draft.base_version) == (editor, article, 1)
    assert draft.fields == {"title": ["Mon titre"], "body": ["<p>Mes mots.</p>"]}
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert article.revisions.count() == 1


def test_a_later_copy_of_one_tab_takes_the_place_of_the_one_before_and_of_no_other_tabs(client, editor, article):
    client.force_login(editor)
    keep(client, editor, article, title="Un")
    keep(client, editor, article, title="Deux")
    keep(client, editor, article, title="Autre", tab="t2")
    assert sorted(draft.fields["title"][0] for draft in drafts()) == ["Autre", "Deux"]


def test_two_peoples_drafts_of_one_article_are_two(client, editor, reporter, article):
    for user in [editor, reporter]:
        client.force_login(user)
        keep(client, user, article, title=user.username)
    assert drafts(user=editor).get().fields["title"] == [editor.username]
    assert drafts(user=reporter).get().fields["title"] == [reporter.username]


def test_nobody_who_is_signed_out_keeps_anything_and_no_page_is_sent_instead(client, editor, article):
    answer = keep(client, editor, article)
    assert (answer.status_code, answer.json()) == (401, {"signed_in": False})
    assert not PersonalDraft.objects.exists()


def test_words_of_one_persons_page_are_never_kept_as_anothers(client, editor, reporter, article):
    client.force_login(reporter)
    assert keep(client, editor, article).status_code == 409
    assert not PersonalDraft.objects.exists()


@pytest.mark.parametrize("known", [True, False])
def test_who_may_not_write_articles_keeps_no_drafts_and_learns_nothing(client, article, known):
    keeper = make_user("registry keeper")
    client.force_login(keeper)
    answer = keep(client, keeper, article if known else None)
    assert answer.status_code == 403
    assert b"Avant" not in answer.content
    assert not PersonalDraft.objects.exists()


def test_a_draft_of_an_article_that_does_not_exist_is_refused(client, editor, article):
    client.force_login(editor)
    assert keep(client, editor, Article(pk=987654)).status_code == 404
    assert keep(client, editor, article, tab="").status_code == 400
    assert client.get(KEEP).status_code == 405


def test_what_is_typed_back_to_what_is_saved_is_no_draft(client, editor, article):
    client.force_login(editor)
    keep(client, editor, article)
    assert keep(client, editor, article, drop="1").json() == {"dropped": True}
    assert not drafts().exists()


def test_saving_settles_the_draft_and_a_late_copy_of_it_is_not_kept(client, editor, article):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre", tab="t1")
    keep(client, editor, article)
    keep(client, editor, article, tab="t2", title="Autre")
    assert client.post(change_url(article), data).status_code == 302
    assert keep(client, editor, article).json() == {"settled": True}
    assert [draft.tab for draft in drafts()] == ["t2"]
    assert PersonalDraft.objects.get(tab="t1").fields == {}


def test_a_save_that_is_refused_leaves_the_draft(client, editor, article):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), dated="hier", tab="t1")
    keep(client, editor, article)
    assert client.post(change_url(article), data).status_code == 200
    assert drafts().count() == 1


def test_a_new_article_has_drafts_too_which_are_settled_when_it_is_saved(client, reporter):
    client.force_login(reporter)
    url = reverse("admin:articles_article_add")
    data = form_of(client.get(url), title="Neuf", body="<p>Texte.</p>", tab="t1")
    keep(client, reporter, None, **{name: value for name, value in data.items() if name not in {"version", "tab"}})
    draft = drafts(article=None).get()
    restored = client.get(url, {"draft": draft.pk})
    assert form_of(restored)["title"] == ["Neuf"]
    assert client.post(url, data).status_code == 302
    assert not drafts().exists()
    assert Article.objects.get(title="Neuf").body == "<p>Texte.</p>"


# --- coming back


@pytest.fixture
def left(client, editor, article):
    """A draft with all fields of the page, left in a tab that is closed."""
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre", body="<p>Mes mots.</p>", tags="Sahel, Niger")
    keep(client, editor, article, **{name: held for name, held in data.items() if name not in {"tab", "continues"}})
    return drafts().get()


def test_a_draft_is_offered_on_the_articles_page_and_on_the_desks_first_one(client, article, left):
    page = client.get(change_url(article))
    assert page.context["drafts"] == [left]
    assert f"?draft={left.pk}" in page.content.decode()
    assert client.get(reverse("admin:index")).context["my_drafts"] == 1
    listed = client.get(reverse("admin:articles_article_drafts")).content.decode()
    assert "Avant" in listed


def test_drafts_are_offered_to_their_writer_only(client, article, left, chief):
    client.force_login(chief)
    assert client.get(change_url(article)).context["drafts"] == []
    assert client.get(reverse("admin:index")).context["my_drafts"] == 0
    assert b"Mon titre" not in client.get(reverse("admin:articles_article_drafts")).content
    assert b"Mon titre" not in client.get(change_url(article), {"draft": left.pk}, follow=True).content
    for method in (client.get, client.post):
        assert method(reverse("admin:articles_article_throw_draft", args=[left.pk])).status_code == 404
    assert drafts().count() == 1


def test_a_restored_draft_fills_the_form_and_is_gone_when_it_is_saved(client, article, left):
    page = client.get(change_url(article), {"draft": left.pk})
    data = form_of(page)
    assert (data["title"], data["continues"]) == (["Mon titre"], [str(left.pk)])
    assert client.get(change_url(article)).context["drafts"] == [left]  # opening it threw nothing away
    assert client.post(change_url(article), data | {"tab": "t2"}).status_code == 302
    held = Article.objects.get(pk=article.pk)
    assert (held.title, held.body) == ("Mon titre", "<p>Mes mots.</p>")
    assert sorted(theme.name for theme in held.tags.all()) == ["Niger", "Sahel"]
    assert not drafts().exists()


def test_a_draft_that_is_written_on_in_another_tab_is_offered_once(client, editor, article, left):
    keep(client, editor, article, tab="t2", continues=str(left.pk), title="Encore")
    assert [draft.tab for draft in client.get(change_url(article)).context["drafts"]] == ["t2"]
    data = form_of(client.get(change_url(article)), tab="t2", title="Encore")
    client.post(change_url(article), data)
    assert not drafts().exists()


def test_a_draft_below_which_others_have_saved_is_compared_before_it_is_restored(client, article, left, chief):
    saving.save(article, {"standfirst": "Chapeau"}, based_on=1, by=chief)
    (offered,) = client.get(change_url(article)).context["drafts"]
    assert offered.behind
    response = client.get(change_url(article), {"draft": left.pk})
    assert response["Location"] == reverse("admin:articles_article_draft", args=[article.pk, left.pk])


def test_a_draft_is_thrown_away_when_that_is_confirmed(client, article, left):
    url = reverse("admin:articles_article_throw_draft", args=[left.pk])
    assert "Mes mots." in client.get(url).content.decode()
    assert drafts().count() == 1
    assert client.post(url).status_code == 302
    assert not PersonalDraft.objects.exists()


def test_drafts_that_nobody_has_touched_for_a_month_are_forgotten(editor, article):
    for days, tab in [(29, "kept"), (31, "old")]:
        draft = personal_drafts.keep(by=editor, article=article, tab=tab, fields={"title": [tab]})
        PersonalDraft.objects.filter(pk=draft.pk).update(kept_at=timezone.now() - timedelta(days=days))
    assert personal_drafts.forget_old() == 1
    assert drafts().get().tab == "kept"


def test_text_with_what_the_database_cannot_hold_is_kept_without_it(client, editor, article):
    client.force_login(editor)
    assert keep(client, editor, article, title="a\0b").status_code == 200
    assert drafts().get().fields["title"] == ["ab"]
    assert keep(client, editor, article, tab="t\0", version="9" * 12, **{"a\0": "b"}).status_code == 200
    assert drafts().get(tab="t").fields["a"] == ["b"]
    assert drafts().get(tab="t").base_version == 0


# --- who is signed in


def test_the_desk_tells_a_page_who_is_signed_in(client, editor, article):
    url = reverse("admin:session")
    nobody = client.get(url).json()
    assert (nobody["user"], nobody["name"]) == ("", "")
    assert nobody["token"]
    client.force_login(editor)
    answer = client.get(url)
    assert answer.json()["user"] == str(editor.pk)
    assert "no-store" in answer["Cache-Control"]


def test_a_stale_token_is_refused_and_a_fresh_one_goes_on(editor, article):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert keep(client, editor, article, csrfmiddlewaretoken="x" * 64).status_code == 403
    token = client.get(reverse("admin:session")).json()["token"]
    assert keep(client, editor, article, csrfmiddlewaretoken=token).status_code == 200
