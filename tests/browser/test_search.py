"""Search in a real browser: what is suggested while one types, with keyboard and mouse, and how it is narrowed."""

import re

import pytest

from tests.browser.axe import violations
from tests.bulk import bulk_editions
from tests.making import make_edition

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def site(live_server, links):
    bulk_editions({"title": f"Frégate {number}"} for number in range(21))
    make_edition(title="Mark Rutte reçoit le Maroc", tags=["Défense"], **links)
    return live_server.url


def field(page):
    return page.get_by_role("combobox")


def test_the_keyboard_takes_a_suggestion_to_its_page(browser_page, site):
    browser_page.goto(site)
    field(browser_page).press_sequentially("mark r")
    option = browser_page.get_by_role("option", name=re.compile("Mark Rutte"))
    option.wait_for()
    assert field(browser_page).get_attribute("aria-expanded") == "true"
    field(browser_page).press("ArrowDown")
    assert field(browser_page).get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert option.get_attribute("aria-selected") == "true"
    field(browser_page).press("Enter")
    browser_page.wait_for_url("**/responsables/mark-rutte/")
    assert browser_page.complaints.heard == []


def test_escape_closes_the_suggestions_and_enter_searches_what_was_typed(browser_page, site):
    browser_page.goto(site)
    field(browser_page).press_sequentially("maroc")
    browser_page.get_by_role("option").first.wait_for()
    field(browser_page).press("Escape")
    assert browser_page.get_by_role("listbox").count() == 0
    assert field(browser_page).input_value() == "maroc"
    field(browser_page).press("Enter")
    browser_page.wait_for_url("**/recherche/?q=maroc")
    assert browser_page.locator(".named__link").first.get_attribute("href") == "/pays/maroc/"


def test_a_click_takes_a_suggestion(browser_page, site):
    browser_page.goto(f"{site}/en/search/")
    field(browser_page).press_sequentially("moroc")
    browser_page.get_by_role("option", name=re.compile("Morocco")).click()
    browser_page.wait_for_url("**/en/countries/maroc/")


def test_what_is_suggested_asks_for_no_cookie_and_keeps_none(browser_page, site):
    asked = []
    browser_page.on("request", lambda request: "suggestions" in request.url and asked.append(request.all_headers()))
    browser_page.goto(site)
    field(browser_page).press_sequentially("maro")
    browser_page.get_by_role("option").first.wait_for()
    assert asked
    assert not any("cookie" in headers for headers in asked)
    assert browser_page.context.cookies() == []


@pytest.mark.parametrize(
    "browser_page",
    [{"viewport": PHONE, "color_scheme": "dark"}, {"viewport": DESK, "color_scheme": "light"}],
    indirect=True,
    ids=["phone, dark", "desk, light"],
)
def test_the_search_page_shuts_nobody_out_and_scrolls_no_way_but_down(browser_page, site):
    for query in ["", "?q=fregate", "?q=rutte&theme=defense&year=2026", "?q=Ruttte", "?q=zzyzx", "?country=maroc"]:
        browser_page.goto(f"{site}/recherche/{query}")
        assert violations(browser_page) == [], query
        assert browser_page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), query
        assert browser_page.locator("h1").count() == 1
    browser_page.goto(f"{site}/recherche/")
    field(browser_page).press_sequentially("mar")
    browser_page.get_by_role("option").first.wait_for()
    assert violations(browser_page) == []
    assert browser_page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_a_phone_without_script_opens_the_filters_adds_one_and_takes_it_off(browser_page, site):
    browser_page.goto(f"{site}/recherche/?q=texte")
    assert not browser_page.get_by_role("link", name="Maroc", exact=True).is_visible()
    browser_page.locator(".facets > summary").click()
    browser_page.get_by_role("link", name="Maroc", exact=True).click()
    browser_page.wait_for_url("**/recherche/?q=texte&country=maroc")
    assert browser_page.locator(".result").count() == 1
    browser_page.locator(".taken a").click()
    browser_page.wait_for_url("**/recherche/?q=texte")
    assert browser_page.locator(".result").count() == 20
