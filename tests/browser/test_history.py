"""An article's history in a real browser: from change to change by key, on a phone too, and nothing that axe minds."""

import pytest
from django.contrib.auth.models import User

from articles import publishing, saving
from tests.browser.axe import violations
from tests.desk.proposing import make_country
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WIDE = {"viewport": {"width": 1280, "height": 900}}
BODY = "\n".join(f"<p>Le paragraphe {number} du texte dit une chose.</p>" for number in range(12))


@pytest.fixture
def article(desk):
    """Published, then changed in its title, its text, a theme and a link."""
    anna = User.objects.get()
    article = make_article(title="Le sommet", body=BODY, tags=["Défense"])
    publishing.publish(article, by=anna)
    article.refresh_from_db()
    first, *rest = BODY.split("\n")
    body = "\n".join([*rest, first]).replace("paragraphe 5", "cinquième paragraphe")
    changes = {"title": "Le sommet reporté", "body": body, "tags": ["Sahel"], "countries": [make_country().pk]}
    saving.save(article, changes, based_on=article.version, by=anna, reason="Le ministère dément")
    return article


def at(page):
    """The change that the page stands at, and what it says of it."""
    marked = page.locator(".difference.is-at")
    return (marked.text_content() or "").strip(), page.text_content("[data-change-place]")


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_keys_and_buttons_go_from_change_to_change(desk, article):
    page = desk("articles_article_compare_revisions", article.pk)
    page.wait_for_selector("[data-changes-bar]:visible")
    changes = page.locator("[data-changes] .difference:not(.is-same)").count()
    page.keyboard.press("j")
    assert at(page)[0].startswith("Le sommet reporté")
    assert str(changes) in at(page)[1]
    page.click("[data-change-step='1']")
    second = at(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert at(page) == second
    assert page.evaluate("document.activeElement.classList.contains('is-at')")
    page.focus("#side-old")
    page.keyboard.press("j")
    assert at(page) == second, "a letter that is typed into a field is no command"
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_why_an_article_is_changed_is_told_while_it_is_saved(desk, article):
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.fill("#id_dateline", "DAKAR")
    page.fill("#id_why", "  Le lieu   manquait ")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert article.revisions.first().reason == "Le lieu manquait"
    assert page.input_value("#id_why") == ""


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_revision_is_named_and_restored_by_hand(desk, article):
    page = desk("articles_article_history", article.pk)
    page.click("#revision-1 summary")
    page.fill("#milestone-1", "Première")
    page.click("#revision-1 form button")
    page.wait_for_selector(".history-milestone:has-text('Première')")
    page.click("#revision-1 a[href*=restore]")
    page.fill("#restore-reason", "Erreur")
    page.click(".restore-form button")
    page.wait_for_selector(".messagelist .success")
    article.refresh_from_db()
    assert (article.title, article.body) == ("Le sommet", BODY)
    assert page.complaints.heard == []


@pytest.mark.parametrize(
    "browser_page", [WIDE, {"color_scheme": "dark"}], ids=["desk", "phone in the dark"], indirect=True
)
def test_the_pages_of_the_history_fit_the_screen_and_nothing_is_amiss(desk, article):
    for name, *more in [
        ("articles_article_history",),
        ("articles_article_compare_revisions",),
        ("articles_article_restore_revision", 1),
    ]:
        page = desk(name, article.pk, *more)
        page.wait_for_load_state("networkidle")
        wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, name
        assert violations(page) == [], name
        assert page.complaints.heard == [], name


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_letter_that_is_typed_and_taken_back_makes_no_revision(desk, article):
    before = article.body
    page = desk("articles_article_change", article.pk)
    page.click(".tiptap > p:last-child")
    page.keyboard.type("x")
    page.keyboard.press("Backspace")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    article.refresh_from_db()
    assert article.body == before
    assert article.revisions.count() == 2
