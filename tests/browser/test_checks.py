"""The checks beside the text in a real browser: up to date within a second, shown where they are, set right."""

import time

import pytest

from articles.models import Brief, CheckLevel, Rights
from tests.browser.axe import violations
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
wide = pytest.mark.parametrize("browser_page", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)
BODY = '<p>Un texte sans faute.</p><h2>Partie</h2><p>Il a dit: "oui" hier.</p>'


@wide
def test_the_panel_is_up_to_date_within_a_second_of_a_pause_and_shows_where(desk):
    article = make_article(title="Un titre qui convient", body="<p>Un texte sans faute.</p>", rights=Rights.UNKNOWN)
    Brief.objects.create(article=article, text="4 mots", least_words=6)
    page = desk("articles_article_change", article.pk)
    page.click("#beside-checks-tab")
    assert page.is_visible("[data-check=brief-words]")
    page.click(".ProseMirror.tiptap")
    page.keyboard.press("Control+End")
    page.keyboard.type(' L\'été "oui"')
    began = time.monotonic()
    page.wait_for_selector("[data-check=brief-words]", state="detached")
    page.wait_for_selector("[data-check=typography]")
    assert time.monotonic() - began < 5  # a busy machine; the pause itself is 400 ms
    assert page.locator("[data-checks-told]").inner_text() == page.locator("[data-checks-summary]").inner_text()
    page.click("[data-check=typography] .check-place >> nth=0")
    assert page.evaluate("getSelection().toString()") == 'L\'été "oui"'
    page.keyboard.type("Fin")  # what is selected is mended by typing
    page.wait_for_selector("[data-check=typography]", state="detached")
    article.refresh_from_db()
    assert article.body == "<p>Un texte sans faute.</p>"
    page.click("[data-check=standfirst] .check-place")
    assert page.evaluate("document.activeElement.id") == "id_standfirst"
    assert page.complaints.heard == []


@wide
def test_typography_is_shown_set_right_and_taken_back(desk):
    article = make_article(title="Un titre qui convient", body=BODY)
    page = desk("articles_article_change", article.pk)
    page.click("#beside-checks-tab")
    with page.expect_navigation():
        page.click("[data-check=typography] button[value=typography]")
    assert page.locator(".typeset-lines ins").count() == 3
    with page.expect_navigation():
        page.click("input[type=submit].default")
    article.refresh_from_db()
    assert article.body.endswith("<p>Il a dit&nbsp;: «&nbsp;oui&nbsp;» hier.</p>")
    with page.expect_navigation():
        page.click(".messagelist a")
    page.fill("[name=reason]", "Essai")
    with page.expect_navigation():
        page.click(".history-buttons button")
    article.refresh_from_db()
    assert article.body == BODY
    assert page.complaints.heard == []


@wide
def test_a_proposal_from_the_text_is_taken_and_put_back_and_the_previews_follow(desk):
    lead = "Le sommet de Madrid a adopté un concept stratégique pour l’Alliance et ses partenaires du Sahel."
    article = make_article(title="Le sommet", slug="le-sommet", body=f"<p>{lead}</p>", standfirst="Ancien")
    page = desk("articles_article_change", article.pk)
    page.click("#id_standfirst ~ .from-text > button")
    page.click("#id_standfirst ~ .from-text li button")
    assert page.input_value("#id_standfirst") == lead
    page.click("#id_standfirst ~ .from-text li button")
    assert page.input_value("#id_standfirst") == "Ancien"
    page.fill("#id_seo_title", "Madrid en bref")
    page.fill("#id_meta_description", "Ce que le sommet a décidé.")
    page.locator("[data-description]", has_text="Ce que le sommet a décidé.").wait_for()
    assert page.inner_text("[data-title]").startswith("Madrid en bref – ")
    assert page.inner_text("[data-shared-title]") == "Le sommet"
    assert page.inner_text(".outside [data-address]").endswith("› articles › le-sommet")
    assert article.standfirst == "Ancien"
    assert page.complaints.heard == []


@wide
def test_the_chief_sets_a_level_and_the_panel_follows(desk):
    article = make_article(title="Un titre qui convient")
    page = desk("articles_checklevel_changelist")
    page.check("[name=level-standfirst][value=blocks]")
    with page.expect_navigation():
        page.click(".check-levels input[type=submit]")
    assert CheckLevel.objects.get().level == "blocks"
    page = desk_again(page, desk, article)
    assert "is-blocks" in page.get_attribute("[data-check=standfirst]", "class")
    assert page.complaints.heard == []


def desk_again(page, desk, article):
    """The article's page, in the same browser."""
    base = page.url.split("/admin/")[0]
    page.goto(f"{base}/admin/articles/article/{article.pk}/change/")
    page.click("#beside-checks-tab")
    return page


@pytest.mark.parametrize(
    "browser_page",
    [{"viewport": {"width": 1280, "height": 900}}, {"color_scheme": "dark"}],
    ids=["desk", "phone in the dark"],
    indirect=True,
)
def test_the_pages_of_the_checks_fit_the_screen_and_nothing_is_amiss(desk):
    article = make_article(title="Un titre qui convient", body=BODY, rights=Rights.UNKNOWN)
    Brief.objects.create(article=article, text="700 mots", least_words=700, language="fr", seo=True)
    for name, *more in [
        ("articles_article_change", article.pk),
        ("articles_article_typography", article.pk),
        ("articles_checklevel_changelist",),
    ]:
        page = desk(name, *more)
        page.wait_for_load_state("networkidle")
        if name.endswith("change"):
            page.click("#beside-checks-tab")
            page.click("#id_standfirst ~ .from-text > button")
        page.wait_for_timeout(300)
        wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, name
        assert page.complaints.heard == [], name
        assert violations(page) == [], name
