"""The site in a real browser: it fits a phone, breaks no policy, needs no script and shuts nobody out."""

from collections import Counter
from datetime import time
from typing import Any

import pytest
from django.urls import resolve
from django.utils import translation

from articles import language_versions
from articles.models import Byline, Contributor
from partners.models import AgendaItem, MeetingDocument
from tests.browser.axe import violations
from tests.making import make_edition, make_quote, make_source, make_user
from tests.partners.making import make_official, make_tenure
from tests.site.addresses import addresses, public_routes

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

LONG_WORD = "Rüstungskontrollvereinbarungsverifikationsmechanismusausschuss"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
NARROWEST = {"width": 320, "height": 640}
ADDRESSES = [
    "/",
    "/articles/",
    "/articles/?theme=defense",
    "/articles/le-texte/",
    "/en/articles/le-texte/",
    "/en/",
    "/en/articles/",
    "/en/articles/the-text/",
    "/articles/retire/",
    "/recherche/?q=alliance",
    "/citations/",
    "/themes/defense/",
    "/pays/",
    "/pays/maroc/",
    "/responsables/mark-rutte/",
    "/en/organisations/otan/",
    "/reunions/",
    "/reunions/reunion-des-ministres-de-la-defense-2024-10-17/",
    "/en/meetings/",
    "/en/meetings/calendar/2024/10/",
    "/a-propos/",
    "/nulle-part/",
]
EXPECTED = {"/articles/retire/": 410, "/nulle-part/": 404}


@pytest.fixture
def site(live_server, links):
    """The address of a site with a long text, a withdrawn one, and one of everything else."""
    body = (
        f"<h2>Un intertitre : {LONG_WORD}</h2>"
        '<p class="caption" lang="en">A caption of the picture</p>'
        + "<p>Les ministres de l'Alliance ont dit « que la paix se prépare chaque jour » à Bruxelles.</p>" * 6
        + "<table><tr><th>Pays</th><th>Part</th></tr><tr><td>Norvège</td><td>2,2 %</td></tr></table>"
        + f"<blockquote><p>{LONG_WORD}</p></blockquote><ul><li>un</li><li>deux</li></ul>"
    )
    for number in range(22):
        make_edition(title=f"Bilan n° {number}", body=body, tags=["Défense"], **links)
    edition = make_edition(
        title=f"L'Alliance et ses partenaires du voisinage sud : bilan et {LONG_WORD}",
        slug="le-texte",
        standfirst="Un chapeau ; assez long pour deux lignes, avec « des guillemets » dedans.",
        body=body,
        tags=["Défense", "Voisinage sud", LONG_WORD],
        source=make_source("Agence de presse avec un nom assez long"),
        dated="2024-10-17",
        **links,
    )
    make_quote(edition.article, "que la paix se prépare chaque jour", speaker=links["officials"][0])
    make_edition(kind="withdrawal", slug="retire")
    [meeting] = links["meetings"]
    AgendaItem.objects.create(meeting=meeting, begins=time(9, 30), title_fr=f"Ouverture : {LONG_WORD}")
    MeetingDocument.objects.create(
        meeting=meeting, title=LONG_WORD, language="de", address=f"https://example.org/{LONG_WORD}"
    )
    make_tenure(make_official("Ada Marin"), links["officials"][0].tenures.get().office, "2010", "2024-10-01")
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"))
    english = make_edition(title="The text", slug="the-text", language="en", body="<p>A text.</p>", **links)
    language_versions.link(edition.article, english.article, by=make_user("editor"))
    return live_server.url


def overflow(page) -> list[str]:
    """The elements that stick out of the window, when the page can be scrolled sideways."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll("body *")]
            .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
            .map((element) => element.tagName + "." + element.className)"""
    )


@pytest.mark.parametrize("browser_page", [{"viewport": NARROWEST}], indirect=True, ids=["narrowest"])
def test_no_page_scrolls_sideways_breaks_the_policy_or_leaves_a_cookie(browser_page, site):
    for address in ADDRESSES:
        browser_page.set_viewport_size(NARROWEST)
        response = browser_page.goto(site + address)
        assert response.status == EXPECTED.get(address, 200), address
        for size in [NARROWEST, PHONE, DESK]:
            browser_page.set_viewport_size(size)
            assert overflow(browser_page) == [], (address, size)
        if response.status == 200:
            assert browser_page.complaints.heard == [], address
        browser_page.complaints.heard.clear()
    assert browser_page.context.cookies() == []


@pytest.mark.parametrize("browser_page", [{"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_a_reader_without_script_finds_reads_and_switches(browser_page, site):
    browser_page.goto(site)
    browser_page.get_by_role("searchbox").fill("alliance")
    browser_page.get_by_role("button", name="Chercher").click()
    browser_page.locator(".result a").first.click()
    assert browser_page.locator("h1").count() == 1
    browser_page.get_by_role("link", name="English").click()
    browser_page.wait_for_url("**/en/articles/**")
    browser_page.goto(f"{site}/articles/")
    browser_page.locator("summary").click()
    browser_page.get_by_label("Thème").select_option("defense")
    browser_page.get_by_role("button", name="Filtrer").click()
    browser_page.wait_for_url("**theme=defense**")
    assert browser_page.locator(".card").count() == 20
    browser_page.get_by_role("link", name="Page suivante").click()
    browser_page.wait_for_url("**page=2**")
    assert browser_page.locator(".card").count() == 3


def language_of(address: str) -> str:
    return "en" if address.startswith("/en/") else "fr"


def kind_of(address: str) -> tuple[str, str]:
    """What page an address shows, and the language of the interface there."""
    language = language_of(address)
    with translation.override(language):
        return resolve(address.partition("?")[0]).view_name, language


def kinds_of_pages() -> list[str]:
    """ADDRESSES, and one of every other public route in each language: a new one is looked at as soon as it exists."""
    found = list(ADDRESSES)
    known = {kind_of(address) for address in ADDRESSES}
    for route in public_routes():
        for address in sorted(addresses(route)):
            if kind_of(address) not in known:
                known.add(kind_of(address))
                found.append(address)
    return found


LONG = {"height": 9000}  # all of a page is in sight: what is not has no place yet (`content-visibility`)
LOOKS = [(PHONE | LONG, "light"), (DESK | LONG, "dark")]


def seen_in() -> dict[str, tuple[dict[str, int], str]]:
    """Each address in one look, so that every kind of page is seen in both: French in one, English in the other.

    Where a kind has more addresses in a language, they take turns.
    """
    turns: Counter[tuple[str, str]] = Counter()
    seen = {}
    for address in kinds_of_pages():
        kind = kind_of(address)
        seen[address] = LOOKS[(turns[kind] + (kind[1] == "en")) % 2]
        turns[kind] += 1
    return seen


def test_no_page_shuts_anyone_out(browser_page, client, site):
    seen, looked_at = seen_in(), 0
    found: list[tuple[Any, ...]] = []
    for look in LOOKS:
        viewport, scheme = look
        browser_page.set_viewport_size(viewport)
        browser_page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour between two others
        for address in [address for address, its in seen.items() if its == look]:
            if not client.get(address)["Content-Type"].startswith("text/html"):
                continue
            browser_page.goto(site + address)
            if address not in EXPECTED:  # nor breaks the policy, whatever data it holds for machines
                found += [(address, complaint) for complaint in browser_page.complaints.heard]
            browser_page.complaints.heard.clear()
            found += [(address, scheme, *each) for each in violations(browser_page, target_size=True)]
            looked_at += 1
    assert looked_at > 40
    assert found == []


def test_the_keyboard_reaches_the_content_first(browser_page, site):
    browser_page.goto(site)
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.className") == "skip-link"
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(
    "browser_page",
    [{"forced_colors": "active", "color_scheme": scheme} for scheme in ["light", "dark"]],
    indirect=True,
    ids=["light", "dark"],
)
def test_lines_of_time_are_drawn_in_the_reader_s_own_colours(browser_page, live_server, links):
    browser_page.goto(f"{live_server.url}/pays/maroc/")
    drawn, written = browser_page.evaluate(
        """() => [getComputedStyle(document.querySelector(".span__sure")).fill,
                  getComputedStyle(document.querySelector("h1")).color]"""
    )
    assert drawn == written
