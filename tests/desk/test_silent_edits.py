"""Changes to a public text are of a kind; those without a word to readers stand in the chief's list."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles import publishing
from articles.models import JournalEntry, Kind, SilentEdit
from tests.articles.correcting import rewrite
from tests.desk.pages import english, form_of, texts
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db
LIST = "admin:articles_silentedit_changelist"


def step_url(article, name="publish"):
    return reverse("admin:articles_article_step", args=[article.pk, name])


def url(silent, page):
    return reverse(f"admin:articles_silentedit_{page}", args=[silent.pk])


@pytest.fixture
def public(editor):
    """An article that readers see, changed since by more than typography."""
    article = make_article(title="Sommet", body="<p>Le sommet de Vilna.</p>")
    publishing.publish(article, by=editor)
    return rewrite(article, body="<p>Le sommet de Riga.</p>")


@pytest.fixture
def silent(public, editor):
    return publishing.publish(public, by=editor, kind=Kind.SILENT).silent_edit


# --- publishing asks


def test_changes_to_a_public_article_are_not_published_before_their_kind_is_said(client, editor, public):
    client.force_login(editor)
    page = client.get(step_url(public))
    assert "kind" in page.context["form"].fields
    answer = client.post(step_url(public), form_of(page, ""))
    assert answer.context["form"].errors["kind"]
    assert public.editions.count() == 1


def test_a_text_that_nobody_has_seen_is_published_without_being_asked(client, editor):
    client.force_login(editor)
    article = make_article()
    assert client.get(step_url(article)).context["form"] is None
    client.post(step_url(article))
    assert article.editions.get().kind == Kind.FIRST


def test_a_correction_is_published_with_its_note(client, editor, public):
    client.force_login(editor)
    page = client.get(step_url(public))
    refused = client.post(step_url(public), form_of(page, "", kind="correction", note=" "))
    assert refused.context["form"].errors["note"]
    client.post(step_url(public), form_of(refused, "", kind="correction", note="La ville était fausse."))
    edition = public.public_edition()
    assert (edition.kind, edition.note) == (Kind.CORRECTION, "La ville était fausse.")


def test_a_silent_fix_of_more_than_typography_is_warned_about_before_it_goes_out(client, editor, public):
    client.force_login(editor)
    page = client.get(english(step_url(public)))
    assert "more than typography: Text" in page.content.decode()
    warned = client.post(english(step_url(public)), form_of(page, "", kind="silent"))
    assert "more than typography" in warned.context["foreseen"].warning
    assert public.editions.count() == 1
    client.post(english(step_url(public)), form_of(warned, "", kind="silent"))
    assert public.public_edition().kind == Kind.SILENT
    assert SilentEdit.objects.unseen().count() == 1


def test_a_silent_fix_of_typography_goes_out_at_once(client, editor, public):
    client.force_login(editor)
    rewrite(public, body="<p>Le  sommet de vilna.</p>")
    page = client.get(step_url(public))
    client.post(step_url(public), form_of(page, "", kind="silent"))
    assert public.public_edition().kind == Kind.SILENT
    assert not SilentEdit.objects.unseen().exists()


def test_changes_that_appear_at_a_moment_have_their_kind_too(client, editor, public):
    client.force_login(editor)
    moment = {"at_0": "2099-06-01", "at_1": "14:00"}
    page = client.post(step_url(public, "schedule"), moment | {"kind": "correction", "note": "La ville."})
    assert public.editions.count() == 1
    client.post(step_url(public, "schedule"), form_of(page, "", kind="correction"))
    assert public.editions.get(number=2).kind == Kind.CORRECTION


def test_several_at_once_leave_out_public_articles(client, editor, public):
    client.force_login(editor)
    fresh = make_article()
    data = {"action": "publish_selected", "_selected_action": [public.pk, fresh.pk]}
    address = english(reverse("admin:articles_article_changelist"))
    asked = client.post(address, data)
    assert "from its own page" in asked.content.decode()
    client.post(address, form_of(asked, "") | data | {"confirmed": "yes"})
    assert (public.editions.count(), fresh.editions.count()) == (1, 1)


# --- the chief's list


def listed(client, **query):
    return list(client.get(reverse(LIST), query).context["cl"].result_list)


def test_the_list_has_what_readers_were_not_told_and_slips_for_who_asks(client, chief, silent):
    slip = publishing.publish(
        rewrite(silent.edition.article, body="<p>Le sommet, de riga.</p>"), by=chief, kind=Kind.SILENT
    ).silent_edit
    scheduled = make_edition()
    publishing.publish(rewrite(scheduled.article, title="Autre"), by=chief, kind=Kind.SILENT, at=day(1))
    client.force_login(chief)
    assert listed(client) == [silent]
    assert listed(client, extent="typography") == [slip]
    assert listed(client, extent="all") == [slip, silent]
    assert listed(client, seen="yes") == []


def test_its_page_shows_who_when_and_the_difference(client, chief, editor, silent):
    client.force_login(chief)
    page = client.get(url(silent, "change")).content.decode()
    assert "<del>Vilna" in page
    assert "<ins>Riga" in page
    assert editor.username in page


def test_seen_is_noted_with_a_name_and_in_the_journal(client, chief, silent):
    client.force_login(chief)
    assert client.get(url(silent, "seen")).status_code == 405
    client.post(url(silent, "seen"))
    silent.refresh_from_db()
    assert (silent.seen_by, bool(silent.seen_at)) == (chief, True)
    assert listed(client, seen="no") == []
    client.post(url(silent, "seen"))
    entry = JournalEntry.objects.get(action="see_silent")
    assert (entry.account, entry.article) == (chief.pk, silent.edition.article_id)


def test_several_are_counted_first_and_then_noted_as_seen_each_in_the_journal(client, chief, silent, editor):
    article = rewrite(silent.edition.article, body="<p>Le sommet de Tallinn.</p>")
    other = publishing.publish(article, by=editor, kind=Kind.SILENT).silent_edit
    data = {"action": "see_selected", "_selected_action": [silent.pk, other.pk]}
    client.force_login(chief)
    address = english(reverse(LIST))
    asked = client.post(address, data)
    assert "2 silent edits will be noted" in asked.content.decode()
    assert not JournalEntry.objects.filter(action="see_silent").exists()
    publishing.mark_seen(silent, by=chief)  # meanwhile
    told = client.post(address, data | {"confirmed": "yes"}, follow=True)
    assert "Noted: you have seen 1 silent edit." in texts(told.context["messages"])
    assert not SilentEdit.objects.unseen().exists()
    assert JournalEntry.objects.filter(action="see_silent", account=chief.pk).count() == 2


def test_several_at_once_need_the_permission_for_several(client, chief, silent):
    chief.groups.clear()
    names = ["view_silentedit", "change_silentedit"]
    chief.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(chief)
    data = {"action": "see_selected", "_selected_action": [silent.pk], "confirmed": "yes"}
    assert b"see_selected" not in client.get(reverse(LIST)).content
    client.post(reverse(LIST), data)
    assert SilentEdit.objects.unseen().exists()


def test_the_chief_tells_readers_after_all(client, chief, silent):
    client.force_login(chief)
    page = client.get(url(silent, "notice"))
    assert "<del>Vilna</del>" in page.content.decode()
    refused = client.post(url(silent, "notice"), {"kind": "update", "note": "Un mot."})
    assert refused.context["form"].errors["kind"]
    client.post(url(silent, "notice"), {"kind": "correction", "note": "La ville était fausse."})
    site = client.get(silent.edition.article.get_absolute_url()).content.decode()
    assert "La ville était fausse." in site
    assert "<del>Vilna</del>" in site
    assert JournalEntry.objects.get(action="disclose").reason == "La ville était fausse."
    again = client.post(english(url(silent, "notice")), {"kind": "correction", "note": "Encore."}, follow=True)
    assert "Readers have been told of it already." in texts(again.context["messages"])


@pytest.mark.parametrize("who", ["reporter", "editor"])
def test_nobody_but_chiefs_sees_or_tells(client, request, who, silent):
    client.force_login(request.getfixturevalue(who))
    for page in ["change", "seen", "notice"]:
        for answer in [client.get(url(silent, page)), client.post(url(silent, page), {"note": "x"})]:
            assert answer.status_code == 403
            assert b"Sommet" not in answer.content
    assert silent.edition.article.editions.count() == 2


def test_nothing_of_it_is_changed_or_deleted_at_the_desk(client, chief, silent):
    client.force_login(chief)
    client.post(reverse(LIST), {"action": "delete_selected", "_selected_action": [silent.pk], "post": "yes"})
    assert (
        client.post(reverse("admin:articles_silentedit_delete", args=[silent.pk]), {"post": "yes"}).status_code == 403
    )
    assert client.post(url(silent, "change"), {"beyond_typography": ""}).status_code == 405
    edition = reverse("admin:articles_edition_delete", args=[silent.edition_id])
    assert client.post(edition, {"post": "yes"}).status_code == 403
    assert SilentEdit.objects.filter(pk=silent.pk, beyond_typography=True).exists()
