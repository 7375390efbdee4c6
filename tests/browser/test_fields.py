"""Themes, bylines and links of an article in a real browser."""

import pytest

from articles.models import Contributor
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
wide = pytest.mark.parametrize("browser_page", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)


@wide
def test_themes_are_typed_suggested_and_taken_away_by_keys(desk):
    make_article(tags=["Défense"])
    make_article(tags=["Défense", "Industrie de défense"])
    article = make_article(tags=["Sahel"])
    page = desk("articles_article_change", article.pk)
    page.click(".desk-chips-input")
    page.keyboard.type("defense")
    page.wait_for_selector(".desk-suggestions li")
    assert page.inner_text(".desk-suggestions li:first-child").startswith("Défense")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute(".desk-chips-input", "aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Enter")
    page.keyboard.type("DEFENSE,")  # has it already
    page.keyboard.type("politique étrangère")
    page.keyboard.press("Enter")
    assert page.input_value("#id_tags") == "Sahel, Défense, politique étrangère"
    page.click(".desk-chip:first-child button")
    page.keyboard.press("Backspace")
    assert page.input_value("#id_tags") == "Défense"
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert [theme.name for theme in article.tags.all()] == ["Défense"]
    assert page.complaints.heard == []


@wide
def test_bylines_are_added_ordered_and_removed(desk):
    Contributor.named("Zoë Müller")
    article = make_article()
    page = desk("articles_article_change", article.pk)
    page.fill("#id_bylines-0-contributor", "Guest Writer")
    page.click("[data-act=add]")
    page.keyboard.type("zoe")
    page.wait_for_selector(".byline-row:last-child .desk-suggestions li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#id_bylines-1-contributor") == "Zoë Müller"
    page.click(".byline-row:last-child [data-act=up]")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert [byline.name for byline in article.bylines.all()] == ["Zoë Müller", "Guest Writer"]
    page.check("#id_bylines-0-DELETE")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert [byline.name for byline in article.bylines.all()] == ["Guest Writer"]
    assert page.complaints.heard == []


@wide
def test_bylines_are_dragged_into_another_order(desk):
    article = make_article()
    for position, name in enumerate(["Anne", "Bob"]):
        article.bylines.create(contributor=Contributor.named(name), position=position)
    page = desk("articles_article_change", article.pk)
    page.locator(".byline-row:nth-child(2) [data-handle]").scroll_into_view_if_needed()
    handle = page.locator(".byline-row:nth-child(2) [data-handle]").bounding_box()
    first = page.locator(".byline-row:nth-child(1)").bounding_box()
    page.mouse.move(handle["x"] + 4, handle["y"] + 4)
    page.mouse.down()
    page.mouse.move(first["x"] + 40, first["y"] + 12, steps=6)
    page.mouse.move(first["x"] + 42, first["y"] + 6, steps=3)
    page.mouse.up()
    assert page.input_value(".byline-row:nth-child(1) [data-contributor]") == "Bob"
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert [byline.name for byline in article.bylines.all()] == ["Bob", "Anne"]
