"""Corrections, silent edits, shared previews and the first page in a real browser."""

import pytest
from django.urls import reverse

from articles import publishing, sharing
from articles.models import Kind
from tests.articles.correcting import rewrite
from tests.browser.axe import grave
from tests.making import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
WIDE = {"viewport": {"width": 1280, "height": 900}}
SCREENS = [WIDE, {"color_scheme": "dark"}]


@pytest.fixture
def public():
    """A public article with a correction and a silent edit, changed once more since."""
    chief = make_user("chief")
    article = make_article(title="Sommet", body="<p>Le sommet de Vilna.</p>", slug="sommet")
    publishing.publish(article, by=chief)
    fixed = rewrite(article, body="<p>Le sommet de Vilnius.</p>")
    publishing.publish(fixed, by=chief, kind=Kind.CORRECTION, note="Le nom de la ville.")
    publishing.publish(rewrite(article, title="Sommet de Vilnius"), by=chief, kind=Kind.SILENT)
    return rewrite(article, body="<p>Le sommet de Vilnius, hier.</p>")


def fits(page):
    page.wait_for_load_state("networkidle")
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return wide <= room


@pytest.mark.parametrize("browser_page", SCREENS, ids=["desk", "phone in the dark"], indirect=True)
def test_the_pages_fit_the_screen_and_nothing_is_amiss(desk, public, live_server):
    silent = public.editions.get(kind="silent").silent_edit
    draft = make_article(title="Un brouillon")
    made = sharing.share(draft, by=make_user("chief"), note="Awa Diop", days=3)
    for name, *more in [
        ("index",),
        ("articles_article_step", public.pk, "publish"),
        ("articles_silentedit_changelist",),
        ("articles_silentedit_change", silent.pk),
        ("articles_silentedit_notice", silent.pk),
        ("articles_article_share", draft.pk),
        ("articles_sharedpreview_changelist",),
    ]:
        page = desk(name, *more)
        assert fits(page), name
        assert page.complaints.heard == [], name
        assert grave(page) == [], name
    for address in [
        reverse("articles:corrections"),
        "/articles/sommet/",
        reverse("articles:shared", args=[made.secret]),
    ]:
        page.goto(live_server.url + address)
        assert fits(page), address
        assert page.complaints.heard == [], address
        assert grave(page) == [], address


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_silent_fix_is_warned_about_by_hand_and_a_correction_is_read_by_readers(desk, public, live_server):
    page = desk("articles_article_step", public.pk, "publish")
    page.check("input[name=kind][value=silent]")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".step-warning")
    page.check("input[name=kind][value=correction]")
    page.fill("textarea[name=note]", "Le jour manquait.")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".messagelist .success")
    page.goto(f"{live_server.url}/articles/sommet/")
    assert "Le jour manquait." in page.inner_text(".corrections")
    assert page.inner_text(".corrections ins >> nth=0").strip(" ,")
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_link_is_made_copied_by_keyboard_opened_by_a_stranger_and_revoked(desk, chromium, browser_page):
    article = make_article(title="Un brouillon", body="<p>Pas encore public.</p>")
    browser_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk("articles_article_share", article.pk)
    page.fill("#id_note", "Awa Diop")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector("[data-copy]:not([hidden])")
    link = page.input_value("#share-address")
    page.focus("[data-copy]")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('share-copied').textContent !== ''")
    stranger = chromium.new_context(java_script_enabled=False)
    other = stranger.new_page()
    answer = other.goto(link)
    assert answer.status == 200
    assert "Pas encore public." in other.inner_text("main")
    assert stranger.cookies() == []
    page.click("button[name=revoke]")
    page.wait_for_selector(".messagelist .success")
    assert other.goto(link).status == 404
    stranger.close()
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_the_chief_tells_readers_of_a_silent_edit_by_hand(desk, public, live_server):
    page = desk("index")
    page.click("[aria-labelledby=waiting-silent] li a")
    page.click("a[href$='/notice/']")
    page.check("input[name=kind][value=clarification]")
    page.fill("textarea[name=note]", "Le titre ne disait pas où.")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".messagelist .success")
    page.goto(f"{live_server.url}{reverse('articles:corrections')}")
    assert "Le titre ne disait pas où." in page.inner_text(".notices")
