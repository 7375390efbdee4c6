"""Several articles at once: counted and told first, done one by one, by those who may."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles import publishing, revising
from articles.admin import several
from articles.models import Article, Edition, JournalEntry, Proposal, ProposalKind, Stage
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country, make_imported, propose, propose_person
from tests.making import make_article, make_edition, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:articles_article_changelist"


def ask(client, action, articles, **more):
    data = {"action": action, "_selected_action": [article.pk for article in articles], "index": "0"} | more
    query = "?trash=only" if action == "restore_selected" else ""
    return client.post(english(reverse(LIST)) + query, data)


def act(client, action, articles):
    """Choose, read what will happen, and confirm it."""
    asked = ask(client, action, articles)
    address = asked.wsgi_request.get_full_path()
    return client.post(address, form_of(asked, ""), follow=True)


def states(articles):
    return [Article.objects.get(pk=article.pk).stage for article in articles]


def test_nothing_happens_before_it_is_confirmed_and_the_page_counts_and_says_why(client, editor):
    client.force_login(editor)
    ready, unclear, public = make_article(title="Prêt"), make_article(rights="unknown"), make_edition().article
    page = ask(client, "publish_selected", [ready, unclear, public])
    assert [row.article for row in page.context["possible"]] == [ready]
    assert [row.article for row in page.context["impossible"]] == [unclear, public]
    content = page.content.decode()
    assert "It will be done to 1 article." in content
    assert "It cannot be done to 2 articles." in content
    assert "Readers see this text at once." in content
    assert "Nobody has said by what right" in content
    assert "has not changed since it was published" in content
    assert Edition.objects.count() == 1


def test_what_was_confirmed_is_done_and_counted(client, editor):
    client.force_login(editor)
    articles = [make_article(), make_article(), make_article(rights="unknown")]
    response = act(client, "publish_selected", articles)
    assert texts(response.context["messages"]) == ["2 articles are published."]
    assert {edition.article for edition in Edition.objects.all()} == set(articles[:2])
    assert JournalEntry.objects.filter(action="publish", account=editor.pk).count() == 2


@pytest.mark.parametrize(
    ("action", "stage", "after"),
    [
        ("submit_selected", Stage.DRAFT, [Stage.IN_REVIEW, Stage.READY]),
        ("approve_selected", Stage.IN_REVIEW, [Stage.READY, Stage.READY]),
    ],
)
def test_several_are_submitted_and_approved(client, editor, action, stage, after):
    client.force_login(editor)
    articles = [make_article(stage=stage), make_article(stage=Stage.READY)]
    act(client, action, articles)
    assert states(articles) == after


def test_several_go_to_the_trash_and_come_back(client, editor):
    client.force_login(editor)
    articles = [make_article(), make_article()]
    act(client, "trash_selected", [*articles, make_edition().article])
    assert set(Article.objects.trashed()) == set(articles)
    act(client, "restore_selected", articles)
    assert not Article.objects.trashed().exists()


def test_what_the_registry_knows_is_accepted_in_several_articles(client, editor):
    client.force_login(editor)
    country = make_country()
    articles = [make_imported(), make_imported()]
    for article in articles:
        propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
        propose_person(article)
    act(client, "accept_known", [*articles, make_article()])
    assert all(list(article.countries.all()) == [country] for article in articles)
    assert {proposal.kind for proposal in Proposal.objects.pending()} == {"official"}


def test_what_was_changed_after_the_page_told_of_it_is_not_touched(client, editor):
    client.force_login(editor)
    same, changed = make_article(), make_article(title="Sommet")
    page = ask(client, "publish_selected", [same, changed])
    Article.objects.filter(pk=changed.pk).update(title="Sommet de Vilnius")
    revising.record(Article.objects.get(pk=changed.pk), by=None)
    response = client.post(page.wsgi_request.get_full_path(), form_of(page, ""), follow=True)
    assert [edition.article for edition in Edition.objects.all()] == [same]
    assert any("changed meanwhile" in told for told in texts(response.context["messages"]))


def changed_before_it_is_locked(monkeypatch):
    """Have somebody change an article just before its row is locked for the first time; the articles so changed."""
    lock, changed = publishing.locked_row, []

    def locked_row(article, **how):
        if not changed:
            changed.append(article)
            Article.objects.filter(pk=article.pk).update(title="Tout autre chose")
            revising.record(Article.objects.get(pk=article.pk), by=None)
        return lock(article, **how)

    monkeypatch.setattr(publishing, "locked_row", locked_row)
    return changed


@pytest.mark.parametrize("page", ["several", "one"])
def test_nothing_is_published_of_which_the_page_did_not_tell(client, editor, monkeypatch, page):
    client.force_login(editor)
    article = make_article()
    one = english(reverse("admin:articles_article_step", args=[article.pk, "publish"]))
    asked = ask(client, "publish_selected", [article]) if page == "several" else client.get(one)
    changed = changed_before_it_is_locked(monkeypatch)
    client.post(asked.wsgi_request.get_full_path(), form_of(asked, ""))
    assert changed == [article]
    assert not Edition.objects.exists()


def test_one_that_fails_stops_no_other(client, editor):
    client.force_login(editor)
    articles = [make_article(), make_article()]
    page = ask(client, "publish_selected", articles)
    publishing.trash(articles[0], by=editor)
    client.post(page.wsgi_request.get_full_path() + "?trash=with", form_of(page, ""))
    assert [edition.article for edition in Edition.objects.all()] == [articles[1]]


def test_all_of_a_long_list_are_refused_with_their_number(client, editor, monkeypatch):
    monkeypatch.setattr(several, "MOST", 3)
    client.force_login(editor)
    articles = [make_article() for _ in range(5)]
    data = {"action": "submit_selected", "_selected_action": [articles[0].pk], "index": "0", "select_across": "1"}
    response = client.post(english(reverse(LIST)), data, follow=True)
    assert texts(response.context["messages"]) == [
        "5 articles are selected: at most 3 at once. Narrow the list first."
    ]
    assert set(states(articles)) == {Stage.DRAFT}


def test_all_of_a_list_are_named_one_by_one_before_anything_happens(client, editor):
    client.force_login(editor)
    articles = [make_article() for _ in range(5)]
    page = ask(client, "submit_selected", articles[:1], select_across="1")
    assert {row.article for row in page.context["possible"]} == set(articles)
    client.post(page.wsgi_request.get_full_path(), form_of(page, ""))
    assert set(states(articles)) == {Stage.IN_REVIEW}


@pytest.mark.parametrize("action", several.DEEDS)
@pytest.mark.parametrize("group", ["reporter", "importer"])
def test_who_may_not_act_on_several_is_offered_nothing_and_does_nothing(client, group, action):
    client.force_login(make_user(group))
    article = make_article()
    for confirmed in [{}, {"confirmed": "yes", f"told-{article.pk}": "0"}]:
        response = ask(client, action, [article], **confirmed)
        assert action.encode() not in response.content
    assert states([article]) == [Stage.DRAFT]
    assert not Article.objects.trashed().exists()


def test_acting_on_several_is_a_permission_of_its_own(client):
    Group.objects.get(name="editor").permissions.remove(Permission.objects.get(codename="bulk_article"))
    client.force_login(make_user("editor"))
    article = make_article()
    assert "possible" not in (ask(client, "trash_selected", [article]).context or {})
    assert client.get(reverse("admin:articles_article_step", args=[article.pk, "trash"])).status_code == 200


def test_the_list_offers_taking_out_of_the_trash_where_the_trash_is(client, editor):
    client.force_login(editor)
    publishing.trash(make_article(), by=editor)
    make_article()
    assert b"restore_selected" not in client.get(reverse(LIST)).content
    trash = client.get(reverse(LIST), {"trash": "only"}).content
    assert b"restore_selected" in trash
    assert b"publish_selected" not in trash
