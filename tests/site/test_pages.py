"""What holds for every page: one heading, its own title, nothing inline, no cookie."""

import itertools
import re
from html.parser import HTMLParser

import pytest
from django.contrib.flatpages.models import FlatPage

from partners.dates import PartialDate
from tests.making import day, make_edition, make_quote, make_source
from tests.site.addresses import public_addresses


class Outline(HTMLParser):
    """The elements of a page that the rules below are about."""

    def __init__(self, text: str):
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.title = ""
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in_title = tag == "title"

    def handle_endtag(self, tag):
        self._in_title = False

    def handle_data(self, data):
        if self._in_title:
            self.title += data

    def all(self, tag: str, **wanted) -> list[dict]:
        return [
            attrs
            for name, attrs in self.elements
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]


@pytest.fixture
def written(links, settings):
    """One text of each kind."""
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = ["mailto:security@newsroom.example"], day(+100)
    edition = make_edition(
        title="La réunion <b>de Bruxelles</b>",
        slug="la-reunion-de-bruxelles",
        standfirst="Un chapeau & demi.",
        body='<p class="caption" lang="en">A caption</p><p>Il a dit « nous avons un plan clair pour la suite ».</p>',
        tags=["Défense"],
        source=make_source(),
        dated="2024-10-17",
        **links,
    )
    make_quote(edition.article, "nous avons un plan clair pour la suite", speaker=links["officials"][0])
    make_edition(title="A text in English", slug="a-text-in-english", language="en", tags=["Defence policy"], **links)


answers: dict = {}  # the first test that wants them asks for them, those after look at the same


@pytest.fixture
def pages(client, written):
    """Every public HTML page, by address; every address has answered 200."""
    if not answers:
        found = {address: client.get(address) for address in public_addresses()}
        assert {address: each.status_code for address, each in found.items() if each.status_code != 200} == {}
        answers.update(found)
    return {address: each for address, each in answers.items() if each["Content-Type"].startswith("text/html")}


def test_every_page_stands_on_its_own(pages):
    assert len(pages) > 40
    titles: dict[tuple[str, str], str] = {}
    for address, response in pages.items():
        page = Outline(response.content.decode())
        language = "en" if address.startswith("/en/") else "fr"
        assert page.all("html") == [{"lang": language}], address
        assert len(page.all("h1")) == 1, address
        assert page.all("meta", name="description")[0]["content"].strip(), address
        canonical = page.all("link", rel="canonical")
        assert len(canonical) == 1, address
        assert canonical[0]["href"].startswith("http://testserver/"), address
        title = " ".join(page.title.split())
        assert title, address
        # the same article under both interfaces has one title, and one canonical address
        key = (title, language)
        assert titles.setdefault(key, address) == address, f"{address} and {titles[key]} are both called {title}"
        identifiers = [attrs["id"] for _tag, attrs in page.elements if "id" in attrs]
        assert len(identifiers) == len(set(identifiers)), address
        levels = [int(tag[1]) for tag, _attrs in page.elements if re.fullmatch("h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (address, levels)


def test_no_page_has_anything_inline_and_the_policy_forbids_it(pages):
    for address, response in pages.items():
        policy = response["Content-Security-Policy"]
        assert "unsafe-inline" not in policy, address
        assert "default-src 'none'" in policy, address
        for tag, attrs in Outline(response.content.decode()).elements:
            assert tag != "style", address
            assert tag != "script" or attrs.get("src") or attrs.get("type") == "application/ld+json", address
            assert "style" not in attrs, (address, tag)
            assert not [name for name in attrs if name.startswith("on")], (address, tag)


def test_readers_get_no_cookie_and_no_page_varies_by_one(pages):
    for address, response in pages.items():
        assert not response.cookies, address
        assert "Set-Cookie" not in response, address
        assert "cookie" not in response.get("Vary", "").lower(), address
        assert "csrfmiddlewaretoken" not in response.content.decode(), address


def test_what_was_typed_is_shown_and_never_markup(pages):
    for address in ["/", "/articles/", "/articles/la-reunion-de-bruxelles/", "/pays/maroc/"]:
        text = pages[address].content.decode()
        assert "La réunion &lt;b&gt;de Bruxelles&lt;/b&gt;" in text, address
        assert "<b>de Bruxelles" not in text, address


def test_every_link_inside_the_site_leads_somewhere(client, pages):
    links = {
        attrs["href"]
        for response in pages.values()
        for attrs in Outline(response.content.decode()).all("a")
        if attrs["href"].startswith("/")
    }
    assert len(links) > 40
    asked = {link: client.get(link).status_code for link in links - answers.keys()}
    assert {link: status for link, status in asked.items() if status != 200} == {}


@pytest.mark.parametrize(
    ("address", "language"),
    [("/a-propos/", "fr"), ("/contact/", "fr"), ("/en/about/", "en"), ("/en/privacy/", "en")],
)
@pytest.mark.django_db
def test_texts_about_the_site_are_there_in_both_languages(client, address, language):
    page = client.get(address)
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.content.decode()
    assert address in client.get("/en/" if language == "en" else "/").content.decode()


@pytest.mark.django_db
def test_a_text_about_the_site_that_is_deleted_leaves_no_link_behind(client):
    FlatPage.objects.get(url="/contact/").delete()
    assert client.get("/contact/").status_code == 404
    assert 'href="/contact/"' not in client.get("/").content.decode().partition("<footer")[2]


@pytest.mark.django_db
def test_a_card_says_the_text_s_own_date_when_it_is_older_than_its_publication(client):
    make_edition(dated=PartialDate(2025, 4), title="Ancien texte")
    make_edition(dated=PartialDate(2100), title="Texte du jour")
    text = client.get("/articles/").content.decode()
    assert text.count("texte daté") == 1
    assert "avril 2025" in text
