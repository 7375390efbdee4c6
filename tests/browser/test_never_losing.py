"""Words that are typed are there again: after an ended session, a lost connection, a closed tab, another's save."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from articles import personal_drafts, publishing, saving
from articles.models import Article, PersonalDraft
from articles.sanitising import plain_text
from tests.browser.axe import grave
from tests.making import make_article
from tests.serving import Server

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"viewport": {"width": 1280, "height": 900}}
wide = pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
PASSWORD = "une phrase assez longue"
STATE = "#desk-draft-state"


@pytest.fixture
def anna(desk):
    """The person who writes; she can sign in with a password."""
    user = User.objects.get(username="anna")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def article(db):
    return make_article(title="Avant", body="<p>Un.</p>")


@pytest.fixture
def writing(desk, anna, article, client, browser_page, live_server):
    """The article's page, with its editor ready."""
    client.force_login(anna)
    sign_in(browser_page, client, live_server)
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    return page


def sign_in(page, client, live_server):
    """Give the browser the session of the test's client."""
    from django.conf import settings

    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])


def type_text(page, text):
    page.click(".ProseMirror.tiptap")
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)


def state(page):
    return page.get_attribute(STATE, "data-state")


def sign_in_again(page, name="anna"):
    page.wait_for_selector("#desk-sign-in[open]")
    page.fill("#desk-sign-in-name", name)
    page.fill("#desk-sign-in-password", PASSWORD)
    page.click("#desk-sign-in button[type=submit]")


def save(page):
    page.click("[name=_continue] >> nth=0")


def saved(page):

    page.wait_for_selector(f"{STATE}[data-state=saved]")
    page.wait_for_selector(".messagelist .success")


@wide
def test_five_thousand_characters_survive_a_session_that_ended_before_they_are_saved(writing, article):
    text = "".join(f"mot {number:04d} " for number in range(600))[:5000]
    type_text(writing, text)
    Session.objects.all().delete()
    save(writing)
    sign_in_again(writing)
    saved(writing)
    article.refresh_from_db()
    assert text.strip() in plain_text(article.body)
    assert article.revisions.count() == 2


@wide
def test_a_wrong_password_in_place_is_told_and_counted_and_leaves_the_words(writing, article):
    type_text(writing, "Mes mots.")
    Session.objects.all().delete()
    save(writing)
    writing.wait_for_selector("#desk-sign-in[open]")
    for attempt in range(5):
        writing.fill("#desk-sign-in-password", f"faux {attempt}")
        writing.click("#desk-sign-in button[type=submit]")
        line = "locked" if attempt == 4 else "wrong"
        writing.wait_for_selector(f"#desk-sign-in [data-line={line}]:not([hidden])")
        expect(writing.locator("#desk-sign-in button[type=submit]")).to_be_enabled()
    assert "Mes mots." in writing.inner_text(".ProseMirror.tiptap")
    assert "Mes mots." not in Article.objects.get(pk=article.pk).body


@wide
def test_autosave_keeps_a_draft_that_is_no_revision_and_is_restored_when_the_page_is_opened_again(
    writing, article, browser_page
):
    type_text(writing, " Mes mots.")
    assert state(writing) == "writing"
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=6000)
    assert re.search(r"\d\d:\d\d:\d\d", writing.inner_text(STATE))
    assert article.revisions.count() == 1
    assert Article.objects.get(pk=article.pk).body == "<p>Un.</p>"
    browser_page.on("dialog", lambda dialog: dialog.accept())
    writing.reload()
    writing.wait_for_selector(".drafts-offered")
    writing.click(".drafts-offered a.is-first")
    writing.wait_for_selector(".ProseMirror.tiptap")
    assert "Mes mots." in writing.inner_text(".ProseMirror.tiptap")
    assert state(writing) in {"writing", "kept"}
    save(writing)
    saved(writing)
    assert "Mes mots." in Article.objects.get(pk=article.pk).body
    assert not PersonalDraft.objects.open().exists()
    assert writing.locator(".drafts-offered").count() == 0


@wide
def test_a_draft_met_by_the_end_of_the_session_asks_to_sign_in_and_lets_the_person_write_on(writing, article):
    Session.objects.all().delete()
    type_text(writing, " Mes mots.")
    writing.wait_for_selector(f"{STATE}[data-state=signed-out]", timeout=8000)
    writing.wait_for_selector("#desk-sign-in[open]")
    writing.keyboard.insert_text(" Encore.")  # the dialog has not taken the cursor
    assert "Mes mots. Encore." in writing.inner_text(".ProseMirror.tiptap")
    sign_in_again(writing)
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=8000)
    assert "Encore." in PersonalDraft.objects.open().get().fields["body"][0]


@wide
def test_while_the_server_does_not_answer_the_words_are_kept_in_the_browser_and_sent_when_it_does(writing, article):
    writing.context.set_offline(True)
    type_text(writing, " Mes mots.")
    writing.wait_for_selector(f"{STATE}[data-state=no-answer]", timeout=8000)
    save(writing)
    writing.wait_for_selector(f"{STATE}[data-not-saved]")
    assert not PersonalDraft.objects.exists()
    writing.context.set_offline(False)
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=8000)
    assert "Mes mots." in PersonalDraft.objects.get().fields["body"][0]
    save(writing)
    saved(writing)
    assert "Mes mots." in Article.objects.get(pk=article.pk).body


@wide
def test_words_that_only_the_browser_has_are_offered_on_the_next_page_of_the_desk(writing, article):
    writing.context.set_offline(True)
    type_text(writing, " Mes mots.")
    writing.wait_for_selector(f"{STATE}[data-state=no-answer]", timeout=8000)
    context, address = writing.context, writing.url
    writing.close()  # the tab is gone: no beacon reaches anybody
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    again.wait_for_selector(".drafts-offered", timeout=8000)
    assert "Mes mots." in PersonalDraft.objects.open().get().fields["body"][0]


# --- others, and oneself elsewhere


@pytest.fixture
def bruno(writing, chromium, live_server):
    """Somebody else at the same article, in a browser of their own."""
    user = User.objects.create_superuser("bruno", password=PASSWORD)
    context = chromium.new_context(**WIDE)
    page, client = context.new_page(), Client()
    client.force_login(user)
    sign_in(page, client, live_server)
    page.goto(writing.url)
    page.wait_for_selector(".ProseMirror.tiptap")
    yield page
    context.close()


@wide
def test_two_people_at_one_article_see_each_other_until_one_leaves(writing, bruno):
    expect(bruno.locator("#desk-presence [data-line=others]")).to_contain_text("anna")
    writing.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # a beat at once
    expect(writing.locator("#desk-presence [data-line=others]")).to_contain_text("bruno")
    bruno.close(run_before_unload=True)
    writing.wait_for_timeout(500)
    writing.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(writing.locator("#desk-presence")).to_be_hidden()


@wide
def test_when_another_takes_over_and_one_returns_both_texts_exist(writing, bruno, article):
    type_text(writing, " Les mots d’Anna.")
    type_text(bruno, " Les mots de Bruno.")
    save(bruno)
    saved(bruno)
    writing.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(writing.locator("#desk-presence [data-line=newer]")).to_contain_text("bruno")
    save(writing)
    writing.wait_for_selector(".conflict-form")
    shown = writing.inner_text(".conflict-form")
    assert "Les mots d’Anna." in shown
    assert "Les mots de Bruno." in shown
    assert "Bruno" in Article.objects.get(pk=article.pk).body
    writing.check("[name=choose-body][value=merged]")
    writing.click(".conflict-buttons [value=save]")
    writing.wait_for_selector(f"{STATE}[data-state=saved]")
    held = plain_text(Article.objects.get(pk=article.pk).body)
    assert "Les mots d’Anna." in held
    assert "Les mots de Bruno." in held
    assert not PersonalDraft.objects.open().exists()


@wide
def test_ones_own_second_tab_is_told_and_both_tabs_words_exist(writing, article):
    second = writing.context.new_page()
    second.goto(writing.url)
    second.wait_for_selector(".ProseMirror.tiptap")
    expect(second.locator("#desk-presence [data-line=own]")).to_be_visible()
    expect(second.locator("#desk-presence [data-line=others]")).to_be_hidden()
    type_text(writing, " Premier onglet.")
    type_text(second, " Second onglet.")
    for page in (writing, second):
        page.wait_for_selector(f"{STATE}[data-state=kept]", timeout=8000)
    assert PersonalDraft.objects.open().count() == 2
    save(second)
    saved(second)
    save(writing)
    writing.wait_for_selector(".conflict-form")
    assert "Premier onglet." in PersonalDraft.objects.open().get().fields["body"][0]
    assert "Second onglet." in Article.objects.get(pk=article.pk).body


@wide
def test_what_is_written_on_after_the_draft_was_settled_from_another_page_is_a_draft_again(writing, article, anna):
    type_text(writing, " Un mot.")
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=8000)
    draft = PersonalDraft.objects.open().get()
    personal_drafts.settle(by=anna, article=article, tab=draft.tab)
    type_text(writing, " Encore des mots.")
    writing.wait_for_selector(f"{STATE}[data-state=writing]")
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=15000)
    kept = PersonalDraft.objects.open().get()
    assert kept.tab != draft.tab
    assert "Encore des mots." in kept.fields["body"][0]


@wide
def test_a_publication_while_the_page_is_open_is_no_conflict(writing, article, anna):
    type_text(writing, " Mes mots.")
    publishing.publish(article, by=anna)
    save(writing)
    saved(writing)
    article.refresh_from_db()
    assert "Mes mots." in article.body
    assert "Mes mots." not in article.public_edition().body


@wide
def test_whoever_else_signs_in_sees_sends_and_keeps_nothing_of_what_was_written(writing, article):
    User.objects.create_superuser("bruno", password=PASSWORD)
    type_text(writing, " Le secret d’Anna.")
    writing.wait_for_selector(f"{STATE}[data-state=kept]", timeout=8000)
    Session.objects.all().delete()
    type_text(writing, " Encore.")
    save(writing)
    sign_in_again(writing, "bruno")
    notice = writing.locator("#desk-somebody-else")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("bruno")
    expect(writing.locator(".ProseMirror.tiptap")).to_be_hidden()
    assert "Encore." not in Article.objects.get(pk=article.pk).body
    assert [draft.user.username for draft in PersonalDraft.objects.open()] == ["anna"]
    writing.wait_for_timeout(1500)
    assert records(writing) == []


@wide
def test_signing_out_leaves_no_words_in_the_browser_and_the_last_ones_with_the_server(writing):
    writing.context.set_offline(True)
    type_text(writing, " Mes mots.")
    writing.wait_for_selector(f"{STATE}[data-state=no-answer]", timeout=8000)
    assert len(records(writing)) == 1
    writing.context.set_offline(False)
    writing.on("dialog", lambda dialog: dialog.accept())
    writing.click("#logout-form button")
    writing.wait_for_url("**/logout/**")
    assert records(writing) == []
    assert "Mes mots." in PersonalDraft.objects.open().get().fields["body"][0]


def records(page):
    """What the browser's own store holds."""
    return page.evaluate(
        """() => new Promise((done) => {
          const opening = indexedDB.open("newsroom-desk", 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore("words", { keyPath: "tab" });
          opening.onsuccess = () => {
            const asked = opening.result.transaction("words").objectStore("words").getAll();
            asked.onsuccess = () => { opening.result.close(); done(asked.result); };
          };
        })"""
    )


# --- a server that is killed


@wide
def test_of_what_is_typed_while_the_server_is_killed_at_most_ten_seconds_are_lost(
    browser_page, client, transactional_db, tmp_path
):
    anna = User.objects.create_superuser("anna", password=PASSWORD)
    article = make_article(title="Avant", body="<p>Un.</p>")
    server = Server(tmp_path)
    server.start()
    try:
        client.force_login(anna)
        sign_in(browser_page, client, server)
        address = server.url + reverse("admin:articles_article_change", args=[article.pk])
        page = browser_page
        page.goto(address)
        page.wait_for_selector(".ProseMirror.tiptap")
        page.click(".ProseMirror.tiptap")
        page.keyboard.press("Control+End")
        seen = set()
        for number in range(24):  # twelve seconds, the server killed after four
            page.keyboard.insert_text(f" mot{number:02d}")
            page.wait_for_timeout(500)
            seen.add(state(page))
            if number == 8:
                server.kill()
        page.wait_for_selector(f"{STATE}[data-state=no-answer]", timeout=15000)
        assert "saved" not in seen
        kept_by_server = PersonalDraft.objects.open().first()
        assert kept_by_server is None or "mot23" not in kept_by_server.fields["body"][0]
        context = page.context
        page.close()  # and the browser's tab with it
        server.start()
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".drafts-offered a.is-first", timeout=15000)
        page.click(".drafts-offered a.is-first")
        page.wait_for_selector(".ProseMirror.tiptap")
        there = page.inner_text(".ProseMirror.tiptap")
        assert [number for number in range(24) if f"mot{number:02d}" not in there] in ([], [23])
    finally:
        server.kill()


@pytest.mark.parametrize("browser_page", [WIDE, {}], indirect=True)
def test_the_page_of_both_texts_serves_everybody(writing, anna, article):
    """Keyboard, screen reader, narrow screen: nothing serious to complain of, and nothing that the policy refuses."""
    other = User.objects.create_superuser("bruno")
    type_text(writing, " Mes mots.")
    saving.save(article, {"body": "<p>Leurs mots.</p>", "standfirst": "Chapeau"}, based_on=1, by=other)
    save(writing)
    writing.wait_for_selector(".conflict-form")
    writing.wait_for_selector(".ProseMirror.tiptap")
    writing.complaints.heard.clear()  # the answer 409 is what was wanted
    assert grave(writing) == []
    wide, room = writing.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room
    draft = PersonalDraft.objects.open().get()
    for name, args in [("articles_article_drafts", []), ("articles_article_throw_draft", [draft.pk])]:
        writing.goto(re.sub(r"/admin/.*", reverse(f"admin:{name}", args=args), writing.url))
        assert grave(writing) == [], name
    assert writing.complaints.heard == []
