"""Feeds: what they hold, that readers can rely on their ids and dates, and that no draft is in them."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Article, Byline, Contributor, Edition, Kind
from articles.publishing import publish, withdraw
from newsroom import feeds
from partners.models import Country, Meeting, Official, Organisation
from tests.bulk import bulk_editions
from tests.making import day, make_article, make_edition, make_source, make_user

feedparser = pytest.importorskip("feedparser", reason="needs the import extra")
pytestmark = pytest.mark.django_db

FORMATS = pytest.mark.parametrize("form", ["atom", "rss"])


def read(client, address: str = "/atom.xml", **headers):
    """The feed at that address as a feed reader understands it."""
    response = client.get(address, **headers)
    assert response.status_code == 200
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def titles(client, address: str = "/atom.xml") -> list[str]:
    return [entry.title for entry in read(client, address).entries]


@FORMATS
def test_the_newest_thirty_public_editions_come_first(client, form):
    bulk_editions({"title": f"Texte {number}"} for number in range(40))
    newest = make_edition(title="Le dernier", visible_from=day(-2))
    make_edition(title="Une archive", first_public_at=datetime(1999, 3, 1, tzinfo=UTC))
    assert titles(client, f"/{form}.xml") == [newest.title, *[f"Texte {number}" for number in range(39, 10, -1)]]


@FORMATS
def test_an_entry_has_its_address_dates_signature_themes_and_summary(client, form):
    article = make_article(
        title="L’OTAN & « l’Ukraine »", slug="otan", standfirst="A < B.", tags=["Défense"], rights_note="© Agence"
    )
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"))
    Byline.objects.create(article=article, role="correspondent", place="Bruxelles")
    edition = publish(article, by=make_user("chief"))
    Edition.objects.filter(pk=edition.pk).update(first_public_at=datetime(2024, 2, 27, 13, 26, tzinfo=UTC))
    (entry,) = read(client, f"/{form}.xml", headers={"host": "localhost:8000"}).entries
    assert entry.title == "L’OTAN & « l’Ukraine »"
    assert entry.link == f"http://localhost:8000{edition.get_absolute_url()}"
    assert entry.summary == "A &lt; B."
    assert entry.author == "Awa Diop"
    assert [tag.term for tag in entry.tags] == ["Défense"]
    assert entry.published_parsed[:5] == (2024, 2, 27, 13, 26)
    assert entry.id == f"urn:uuid:{article.uid}"


def test_an_atom_entry_says_when_it_was_updated_and_in_which_language(client):
    moment = timezone.now().replace(microsecond=0) - timedelta(hours=3)
    make_edition(title="Sommet", language="en", visible_from=moment, first_public_at=datetime(2024, 2, 27, tzinfo=UTC))
    make_edition(title="Texte", language="und", first_public_at=datetime(2023, 1, 1, tzinfo=UTC), visible_from=day(-4))
    parsed = read(client)
    assert parsed.entries[0].updated == parsed.feed.updated == moment.isoformat()
    assert parsed.entries[0].link.startswith("http://testserver/en/")
    entries = ElementTree.fromstring(client.get("/atom.xml").content).findall("{*}entry")  # noqa: S314
    assert [entry.get("{http://www.w3.org/XML/1998/namespace}lang") for entry in entries] == ["en", None]


@FORMATS
def test_the_id_stays_when_an_article_is_updated_at_another_address(client, form):
    chief = make_user("chief")
    article = make_article(title="Avant")
    publish(article, by=chief)
    before = read(client, f"/{form}.xml").entries[0]
    article.title, article.slug = "Après", "apres"
    article.save()
    publish(article, by=chief)
    after = read(client, f"/{form}.xml").entries[0]
    assert (before.title, after.title) == ("Avant", "Après")
    assert before.id == after.id
    assert before.published == after.published
    assert after.link.endswith("/apres/")


@FORMATS
def test_an_entry_has_the_same_id_at_every_host_and_in_every_feed(client, form):
    edition = make_edition(tags=["Défense"])
    ids = {
        read(client, address, headers={"host": host}).entries[0].id
        for address in (f"/{form}.xml", f"/en/{form}.xml", f"/themes/defense/{form}.xml")
        for host in ("localhost", "127.0.0.1:8000")
    }
    assert ids == {f"urn:uuid:{edition.article.uid}"}


@pytest.mark.parametrize(
    ("rights", "whole"),
    [("own", True), ("handout", True), ("agency", False), ("republished", False), ("unknown", False)],
)
def test_only_texts_that_may_be_passed_on_are_in_feeds_as_a_whole(client, rights, whole):
    body = '<p>Un chapeau de dépêche.</p><p>Le <a href="/pays/maroc/">fin mot</a>.</p>'
    make_edition(rights=rights, standfirst="Un chapeau.", body=body)
    for form in ("atom", "rss"):
        (entry,) = read(client, f"/{form}.xml").entries
        assert ("fin mot" in str(entry.get("content", ""))) is whole
        assert entry.summary == "Un chapeau."
        if whole:
            assert 'href="http://testserver/pays/maroc/"' in entry.content[0].value
    (item,) = client.get("/feed.json").json()["items"]
    assert ("content_html" in item, "content_text" in item) == (whole, not whole)
    assert ("fin mot" in str(item)) is whole


def test_a_text_without_standfirst_is_summed_up_by_its_first_words():
    edition = Edition(body="<p>Un texte&nbsp;court.</p><p>La suite.</p>")
    assert feeds.summary(edition) == "Un texte\xa0court. La suite."
    summary = feeds.summary(Edition(body=f"<p>{'Un long texte. ' * 60}</p>"))
    assert len(summary) <= feeds.SUMMARY_LENGTH + 2
    assert summary.endswith("texte. …")


@FORMATS
def test_characters_that_xml_cannot_hold_are_left_out(client, form):
    make_edition(title="Un\x0b deux\x1f\ufffe trois", standfirst="\x08Quatre", tags=["ci\x07nq"])
    (entry,) = read(client, f"/{form}.xml").entries
    assert entry.title == "Un deux trois"
    assert entry.summary == "Quatre"
    assert [tag.term for tag in entry.tags] == ["cinq"]


@pytest.fixture
def subjects():
    """A row of each kind that has a feed, and the words that link an edition to it."""
    country = Country.objects.create(code="MR", name_fr="Mauritanie", name_en="Mauritania")
    return {
        "country": ("countries", country),
        "official": ("officials", Official.objects.create(name="Awa Diop")),
        "organisation": (
            "organisations",
            Organisation.objects.create(name_fr="Organisation du traité", name_en="Treaty Organisation"),
        ),
        "meeting": (
            "meetings",
            Meeting.objects.create(kind="summit", title_fr="Sommet de Madrid", title_en="Madrid Summit"),
        ),
    }


@FORMATS
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("about", ["country", "official", "organisation", "meeting"])
def test_an_entry_of_the_registry_has_a_feed_of_its_coverage_in_both_languages(
    client, subjects, about, language, form
):
    link, row = subjects[about]
    make_edition(title="Dedans", **{link: [row]})
    make_edition(title="Ailleurs")
    with translation.override(language):
        parsed = read(client, reverse(f"{about}-{form}", args=[row.slug]))
        assert parsed.feed.title == f"{row.name} – {settings.SITE_NAME}"
        assert parsed.feed.link == f"http://testserver{row.get_absolute_url()}"
    assert parsed.feed.language == language
    assert [entry.title for entry in parsed.entries] == ["Dedans"]


@FORMATS
def test_a_source_a_language_and_an_author_have_feeds_that_lead_to_their_articles(client, form):
    edition = make_edition(title="Dedans", source=make_source("Agence X"), language="en")
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"))
    make_edition(title="Ailleurs", source=make_source("Agence Y"))
    for about, slug, page in [
        ("source", "agence-x", "/articles/?source=agence-x"),
        ("language", "en", "/articles/?language=en"),
        ("author", "awa-diop", Contributor.objects.get().get_absolute_url()),
    ]:
        parsed = read(client, reverse(f"{about}-{form}", args=[slug]))
        assert [entry.title for entry in parsed.entries] == ["Dedans"], about
        assert parsed.feed.link == f"http://testserver{page}"
        assert client.get(page).status_code == 200


@FORMATS
def test_a_source_or_an_author_of_hidden_texts_has_no_feed(client, form):
    hidden = make_edition(visible_from=day(+1), source=make_source("Agence X"))
    Byline.objects.create(edition=hidden, contributor=Contributor.named("Awa Diop"))
    for about, slug in [("source", "agence-x"), ("author", "awa-diop"), ("language", "xx")]:
        assert client.get(reverse(f"{about}-{form}", args=[slug])).status_code == 404, about


@FORMATS
def test_a_theme_has_a_feed_once_it_has_coverage(client, form):
    make_article(tags=["Quillfish"])
    assert client.get(f"/themes/quillfish/{form}.xml").status_code == 404
    make_edition(title="Dedans", tags=["Quillfish"])
    make_edition(title="Ailleurs", tags=["Défense"])
    assert titles(client, reverse(f"theme-{form}", args=["quillfish"])) == ["Dedans"]


@FORMATS
@pytest.mark.parametrize("about", ["theme", "country", "official", "organisation", "meeting"])
def test_a_feed_about_nothing_is_not_found(client, about, form):
    assert client.get(reverse(f"{about}-{form}", args=["nothing"])).status_code == 404


@FORMATS
def test_an_empty_feed_is_a_feed_and_stays_the_same(client, form):
    assert titles(client, f"/{form}.xml") == []
    first, second = (client.get(f"/{form}.xml") for _ in range(2))
    assert first["ETag"] == second["ETag"]
    assert "Last-Modified" not in first


@FORMATS
def test_what_is_not_public_is_in_no_feed(client, subjects, form):
    fields = {link: [row] for link, row in subjects.values()} | {
        "title": "Quillfish",
        "tags": ["Défense", "Quillfish"],
    }
    make_article(**fields)
    make_edition(visible_from=day(1), **fields)
    make_edition(visible_from=day(-2), visible_until=day(-1), **fields)
    make_edition(kind=Kind.WITHDRAWAL, **fields)
    make_edition(trashed=True, **fields)
    public = make_edition(**(fields | {"title": "Visible", "tags": ["Défense"]}))
    assert public.tags.count() == 1
    names = {"feed": None, "theme": "defense"} | {about: row.slug for about, (_link, row) in subjects.items()}
    for name, slug in names.items():
        address = reverse(f"{name}-{form}", args=[slug] if slug else [])
        assert titles(client, address) == ["Visible"], address
        assert b"quillfish" not in client.get(address).content.lower()


@FORMATS
def test_a_reader_who_has_the_feed_already_gets_no_copy_until_it_changes(client, form):
    chief = make_user("chief")
    article = make_article()
    publish(article, by=chief)
    Edition.objects.update(visible_from=day(-1), first_public_at=day(-1))
    make_edition(visible_from=day(-2))
    first = client.get(f"/{form}.xml")
    etag, modified = first["ETag"], first["Last-Modified"]
    assert client.get(f"/{form}.xml", headers={"if-none-match": etag}).status_code == 304
    assert client.get(f"/{form}.xml", headers={"if-modified-since": modified}).status_code == 304
    withdraw(article, by=chief, reason="Erreur.")
    assert client.get(f"/{form}.xml", headers={"if-none-match": etag}).status_code == 200
    assert client.get(f"/{form}.xml", headers={"if-modified-since": modified}).status_code == 200


def moments_of(**fields) -> list[datetime]:
    edition = make_edition(**fields)
    return [edition.visible_from, edition.visible_until]


def test_a_feed_last_changed_when_an_edition_appeared_ended_or_was_trashed(django_assert_num_queries):
    make_article()
    assert Edition.objects.last_change() is None
    make_edition(visible_from=day(+1))
    cancelled = day(-1)
    make_edition(visible_from=cancelled, visible_until=cancelled)
    assert Edition.objects.last_change() is None  # what readers never saw changes nothing
    opened, _end = moments_of(visible_from=day(-9), visible_until=day(+1))
    assert Edition.objects.last_change() == opened
    later, ended = moments_of(visible_from=day(-8), visible_until=day(-4))
    with django_assert_num_queries(1):
        assert Edition.objects.last_change() == ended
    assert Edition.objects.last_change(at=day(-6)) == later
    trashed = make_edition(visible_from=day(-7), trashed=True).article
    trashed.refresh_from_db()
    assert Edition.objects.last_change() == trashed.trashed_at


def found_by_readers(client, address: str) -> set[str]:
    """The feeds that a feed reader finds on that page."""
    head = client.get(address).content.decode().partition("</head>")[0]
    return set(re.findall(r'<link rel="alternate" type="application/(?:\w+)\+\w+"[^>]* href="([^"]+)"', head))


def test_a_page_names_the_feeds_of_the_site_and_its_own(client, subjects):
    edition = make_edition(tags=["Défense"], source=make_source("Agence X"))
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"))
    site = {reverse(f"feed-{form}") for form in feeds.FORMATS}
    assert found_by_readers(client, "/") == site
    pages = {
        "theme": ("/themes/defense/", "defense"),
        "author": (Contributor.objects.get().get_absolute_url(), "awa-diop"),
        "source": ("/articles/?source=agence-x", "agence-x"),
        "language": ("/articles/?language=fr", "fr"),
    } | {about: (row.get_absolute_url(), row.slug) for about, (_link, row) in subjects.items()}
    assert pages.keys() == feeds.SUBJECTS.keys()
    for about, (page, slug) in pages.items():
        own = {reverse(f"{about}-{form}", args=[slug]) for form in feeds.FORMATS}
        assert found_by_readers(client, page) == site | own, about
        assert {client.get(address).status_code for address in own} == {200}, about


def test_what_went_to_the_trash_unseen_changes_no_feed(client):
    make_edition(visible_from=day(-3))
    before = client.get("/atom.xml")["Last-Modified"]
    article = make_edition(visible_from=day(-1), trashed=True).article
    Article.objects.filter(pk=article.pk).update(trashed_at=day(-2))
    assert client.get("/atom.xml")["Last-Modified"] == before


@FORMATS
def test_a_feed_sets_no_cookie_and_varies_with_nothing_of_the_reader(client, form):
    response = client.get(f"/en/{form}.xml", headers={"accept-language": "fr"})
    assert response["Content-Type"].startswith(f"application/{form}+xml")
    assert not response.cookies
    assert response.get("Vary", "") in {"", "Accept-Encoding"}  # pages are packed for who takes them so
    assert b"The latest articles." in response.content
    assert client.post(f"/{form}.xml").status_code == 405


@FORMATS
def test_a_feed_takes_as_many_queries_for_a_thousand_editions_as_for_ten(client, form, django_assert_max_num_queries):
    counts = []
    for editions in (10, 990):
        keys = bulk_editions({"title": f"Texte {number}"} for number in range(editions))
        Byline.objects.bulk_create(
            Byline(edition_id=key, contributor=Contributor.named("Awa Diop"), printed_name="Awa Diop")
            for key in keys[-10:]
        )
        Edition.objects.get(pk=keys[-1]).tags.set(["Défense"])
        with django_assert_max_num_queries(6) as captured:
            client.get(f"/{form}.xml")
        counts.append(len(captured))
    assert counts[0] == counts[1]
