"""Nothing unpublished is visible at any public address: one walk over all of them."""

import pytest
from django.utils import timezone

from articles.models import Byline, Contributor, Edition, Source, Theme
from tests.making import day, make_article, make_edition, make_quote, make_source
from tests.site.addresses import public_addresses, public_routes

# Every text holds this word: asking the site for it must find the public text and none of the others.
BAIT = "lamproie"
HIDDEN = ["draft", "scheduled", "closed", "withdrawn", "trashed"]


def plant(state: str, links: dict) -> None:
    """An article in that state, whose every field holds a word made of the state: "draftcanarytitle"…

    Slugs are neutral, since an address is repeated on the page that answers it.
    """

    def word(field: str) -> str:
        return f"{state}canary{field}"

    slug = "paru" if state == "public" else f"cache-{HIDDEN.index(state)}"
    quote = f"Nous avons dit {word('quote')} devant tout le monde {BAIT}"
    fields = {
        "title": f"Un titre {word('title')} {BAIT}",
        "slug": slug,
        "standfirst": f"Un chapeau {word('standfirst')} {BAIT}",
        "body": f"<p>Un texte {word('body')} {BAIT}. « {quote} »</p>",
        "tags": [f"Un thème {word('theme')}"],
        "source": make_source(f"Agence {word('source')}"),
        "dateline": f"Ville {word('dateline')}",
        "rights_note": f"Droits {word('rights')}",
        "meta_description": f"Description {word('meta')}",
        "dated": "2024-10-17",
        **links,
    }
    article = make_article(**fields)
    Theme.objects.filter(name__contains=state).update(slug=f"theme-{slug}")
    Source.objects.filter(name__contains=state).update(slug=f"source-{slug}")
    if state in {"public", "trashed"}:
        make_edition(article=article, trashed=state == "trashed")
    elif state == "scheduled":
        make_edition(article=article, visible_from=day(+1))
    elif state in {"closed", "withdrawn"}:
        make_edition(article=article, visible_from=day(-3), visible_until=day(-2))
    if state == "withdrawn":
        make_edition(article=article, kind="withdrawal", visible_from=day(-2))
    contributor = Contributor.named(f"Plume {word('contributor')}")
    # an address that a reader typed stands in the answer: it must hold no word of ours
    Contributor.objects.filter(pk=contributor.pk).update(slug=f"plume-{contributor.pk}")
    for edition in Edition.objects.filter(article=article).exclude(kind="withdrawal"):
        Byline.objects.create(edition=edition, contributor=contributor)
    make_quote(
        article,
        quote,
        speaker=links["officials"][0],
        meeting=links["meetings"][0],
        speaker_name=word("speaker"),
        attribution=word("attribution"),
    )
    make_quote(article, f"Une citation {word('pending')} en attente", accepted=False, speaker=links["officials"][0])


def narrowed() -> list[str]:
    """The lists as a reader narrows them, also by values which only hidden articles have."""
    found = []
    for start in ["/", "/en/"]:
        found.append(f"{start}{'recherche' if start == '/' else 'search'}/?q={BAIT}")
        articles = f"{start}articles/?"
        found += [f"{articles}q={BAIT}", f"{articles}q={BAIT}&theme=theme-paru", f"{articles}since=2000-01-01"]
        for slug in ["paru", *(f"cache-{number}" for number in range(len(HIDDEN)))]:
            found += [f"{articles}theme=theme-{slug}", f"{articles}source=source-{slug}"]
        found += [f"{articles}country=maroc", f"{articles}official=mark-rutte", f"{articles}language=fr"]
        found.append(f"{start}{'citations' if start == '/' else 'quotes'}/?speaker=mark-rutte")
    return found


def test_the_words_of_unpublished_articles_stand_at_no_public_address(client, links):
    for state in [*HIDDEN, "public"]:
        plant(state, links)
    held: dict[str, str] = {}
    for address in [*public_addresses(), *narrowed()]:
        response = client.get(address)
        assert response.status_code < 500, address
        held[address] = b"".join(response).decode() if response.streaming else response.content.decode()
        headers = str(response.headers)
        for state in HIDDEN:
            assert f"{state}canary" not in held[address] + headers, f"{address} shows the {state} article"

    def shows(word: str, *addresses: str) -> None:
        missing = [address for address in addresses if f"publiccanary{word}" not in held[address]]
        assert not missing, f"the public {word} is missing at {missing}"

    entries = ["/pays/maroc/", "/organisations/otan/", "/responsables/mark-rutte/", "/themes/theme-paru/"]
    meeting = next(address for address in held if address.startswith("/reunions/reunion-des-ministres"))
    shows(
        "title", "/", "/en/", "/articles/", "/en/articles/", "/articles/paru/", "/en/articles/paru/", *entries, meeting
    )
    shows("title", f"/recherche/?q={BAIT}", f"/articles/?q={BAIT}", "/articles/?theme=theme-paru")
    shows("title", "/articles/?source=source-paru", "/articles/?country=maroc", "/citations/", "/atom.xml")
    shows("title", "/en/rss.xml", "/pays/maroc/atom.xml", "/themes/theme-paru/rss.xml")
    shows("standfirst", "/", "/articles/", "/articles/paru/", *entries)
    shows("body", "/articles/paru/", f"/recherche/?q={BAIT}")
    shows("theme", "/", "/themes/", "/articles/", "/articles/paru/", "/themes/theme-paru/")
    shows("source", "/", "/articles/", "/articles/paru/")
    shows("quote", "/", "/citations/", "/en/quotes/", "/articles/paru/", "/responsables/mark-rutte/", meeting)
    for word in ["contributor", "dateline", "rights", "meta"]:
        shows(word, "/articles/paru/")
    assert "/articles/paru/" in held["/sitemap-articles.xml"]
    assert not any("publiccanarypending" in page for page in held.values())


def test_the_figures_count_public_editions_only(client, links):
    for state in [*HIDDEN, "public"]:
        plant(state, links)
    assert client.get("/articles/").context["page_obj"].paginator.count == 1
    assert client.get(f"/recherche/?q={BAIT}").context["page_obj"].paginator.count == 1
    assert client.get("/pays/maroc/").context["page_obj"].paginator.count == 1
    assert [country.coverage for country in client.get("/").context["countries"]] == [1]
    assert [theme.coverage for theme in client.get("/themes/").context["themes"]] == [1]
    assert client.get("/citations/").context["page_obj"].paginator.count == 1


def test_a_scheduled_edition_appears_when_its_moment_comes(client, links, monkeypatch):
    plant("scheduled", links)
    assert client.get("/articles/cache-1/").status_code == 404
    tomorrow = day(+2)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert client.get("/articles/cache-1/").status_code == 200
    assert "scheduledcanarytitle" in client.get("/").content.decode()


def test_every_public_route_is_walked():
    names = {route.name for route in public_routes()}
    assert {"home", "search", "sitemap", "robots", "feed-atom", "articles:article", "partners:meeting"} <= names
    assert not any(name.startswith("admin") for name in names)


@pytest.mark.parametrize("address", ["/themes/theme-cache-0/", "/en/themes/theme-cache-0/"])
def test_a_theme_of_drafts_alone_does_not_exist_for_readers(client, links, address):
    plant("draft", links)
    assert client.get(address).status_code == 404
