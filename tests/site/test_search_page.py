"""The search page: entries, articles, facets, other spellings; and what is suggested while one types."""

import time
from urllib.parse import parse_qs

import pytest

from tests.bulk import bulk_editions
from tests.making import make_edition

pytestmark = pytest.mark.django_db

QUICK = 0.5  # seconds in which a bad query is answered


def test_entries_stand_above_the_articles_that_have_the_words(client, links):
    make_edition(title="Rutte à Rabat", **links)
    page = client.get("/recherche/?q=rutte")
    text = page.content.decode()
    assert [entry.name for _kind, entry in page.context["entries"]] == ["Mark Rutte"]
    assert text.index("/responsables/mark-rutte/") < text.index("<mark>Rutte</mark> à Rabat")
    assert text.count("<h1") == 1
    assert '<meta name="robots" content="noindex, follow">' in text


def test_an_office_finds_who_holds_it(client, links):
    page = client.get("/recherche/", {"q": "secrétaire général de l’OTAN"})
    assert [entry.name for _kind, entry in page.context["entries"]] == ["Mark Rutte"]
    assert "secrétaire général de l&#x27;OTAN, depuis le 1er octobre 2024" in page.content.decode()


def test_the_passage_shown_is_the_one_that_answers_wherever_it_stands(client):
    filler = "<p>Rien à signaler ce jour-là.</p>" * 60
    make_edition(title="Un", body=f"{filler}<p>La corvette a quitté Toulon.</p>{filler}")
    make_edition(title="Deux", standfirst="La corvette revient.", body=filler)
    text = client.get("/recherche/?q=corvette").content.decode()
    assert "La <mark>corvette</mark> a quitté Toulon" in text
    assert "La <mark>corvette</mark> revient" in text


def test_a_facet_is_added_combined_and_taken_off_by_links(client, links):
    for title, tags, fields in [("Un", ["Défense"], links), ("Deux", ["Défense", "Climat"], links), ("Trois", [], {})]:
        make_edition(title=title, tags=tags, **fields)
    page = client.get("/recherche/?q=texte&order=date")
    [climate] = [link for facet in page.context["facets"] for link in facet.first if link.choice.slug == "climat"]
    assert climate.choice.count == 1
    page = client.get(f"/recherche/{climate.address}")
    assert [edition.title for edition in page.context["editions"]] == ["Deux"]
    page = client.get("/recherche/?q=texte&country=maroc&theme=climat")
    country, theme = reversed(page.context["chosen"])
    assert (country.choice.name, theme.choice.name) == ("Maroc", "Climat")
    assert parse_qs(country.address[1:]) == {"q": ["texte"], "theme": ["climat"]}
    assert len(client.get(f"/recherche/{theme.address}").context["editions"]) == 2


def test_one_search_has_one_address(client, links):
    make_edition(tags=["Défense"], **links)
    first, second = (
        client.get(f"/recherche/?{query}").context["asked"].address(adding=("theme", "defense"))
        for query in ["q=texte&language=fr&country=maroc", "country=maroc&language=fr&q=texte&page=1&x=y"]
    )
    assert first == second == "?q=texte&theme=defense&country=maroc&language=fr"


def test_filters_find_without_words_too(client, links):
    make_edition(title="Un", **links)
    make_edition(title="Deux")
    page = client.get("/recherche/?country=maroc")
    assert [edition.title for edition in page.context["editions"]] == ["Un"]


def test_a_value_that_nothing_has_can_still_be_taken_off(client, links):
    make_edition(title="Un", **links)
    page = client.get("/recherche/?q=zzyzx&country=maroc&theme=%3Cb%3E")
    assert [(link.choice.name, link.choice.count) for link in page.context["chosen"]] == [("<b>", 0), ("Maroc", 0)]
    assert "<b>" not in page.content.decode()


def test_a_misspelled_word_is_proposed_as_a_link(client, links):
    page = client.get("/recherche/?q=Ruttte")
    assert 'href="?q=Rutte"' in page.content.decode()
    assert client.get("/recherche/?q=Rutte").context["other_words"] == ""


def test_texts_that_lack_one_word_are_shown_when_none_has_all(client):
    make_edition(title="Madrid invite Rabat")
    make_edition(title="Madrid seulement")
    page = client.get("/recherche/?q=Madrid+convie+Rabat")
    assert page.context["found"].lenient
    assert [edition.title for edition in page.context["editions"]] == ["Madrid invite Rabat"]


def test_pages_end_where_the_list_ends(client, monkeypatch):
    monkeypatch.setattr("articles.finding.MOST", 40)
    bulk_editions({"title": f"Frégate {number}"} for number in range(45))
    pages = [client.get(f"/recherche/?q=fregate&page={page}") for page in (1, 2)]
    keys = [edition.pk for page in pages for edition in page.context["editions"]]
    assert len(set(keys)) == 40
    assert pages[1].context["found"].counted.total == 45
    assert client.get("/recherche/?q=fregate&page=3").status_code == 404


BAD = {
    "NUL": "otan\0",
    "100 KB": "a" * 100_000,
    "20,000 words": "otan " * 20_000,
    "parentheses": "(" * 190 + "otan",
    "open quotes": '"otan «sommet “',
    "stop words": "de la le les à et",
    "minus": '- -- -otan -"',
    "200 words": "de " * 66,
    "60 words": " ".join(f"w{number}" for number in range(50)),
    "signs": "'\"%_\\*^:~{}[]|&!<>",
    "half a surrogate": "\ud800",
    "right to left": "\u202eotan",
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_bad_words_are_answered_at_once(client, links, words):
    make_edition(**links)
    for address in ("/recherche/", "/en/search/", "/recherche/suggestions/"):
        started = time.thread_time()
        query = words.encode("utf-8", "surrogatepass")
        answer = client.get(address, QUERY_STRING="q=" + "".join(f"%{byte:02x}" for byte in query))
        assert answer.status_code == 200, address
        assert time.thread_time() - started < QUICK, address


@pytest.mark.parametrize(
    "query", ["q=%ff%fe&country=%ff", "theme=%00", "year=0", "year=99999", "order=x", "order=%00"]
)
def test_bad_filters_are_answered(client, links, query):
    make_edition(**links)
    assert client.get(f"/recherche/?{query}").status_code == 200


@pytest.mark.parametrize("page", ["-1", "0", "1e30", "2", "%00", "9" * 5_000])
def test_a_page_that_is_not_there_answers_404_with_words_and_without(client, page):
    make_edition(title="Frégate")
    for query in ("q=fregate&", "language=fr&", ""):
        assert client.get(f"/recherche/?{query}page={page}").status_code == 404


def test_suggestions_name_entries_for_anybody_and_for_a_minute(client, links):
    answer = client.get("/recherche/suggestions/?q=mark+ru")
    assert answer.json() == {
        "found": [
            {
                "name": "Mark Rutte",
                "note": "secrétaire général de l'OTAN, depuis le 1er octobre 2024",
                "kind": "Responsable",
                "url": "/responsables/mark-rutte/",
            }
        ]
    }
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert not answer.has_header("Vary") or "Cookie" not in answer["Vary"]
    assert client.get("/en/search/suggestions/?q=morocc").json()["found"][0]["url"] == "/en/countries/maroc/"


def test_nothing_is_suggested_for_one_letter(client, links):
    assert client.get("/recherche/suggestions/?q=m").json() == {"found": []}


def test_a_page_with_everything_takes_few_queries(client, links, django_assert_max_num_queries):
    bulk_editions({"title": f"Frégate {number}"} for number in range(30))
    make_edition(tags=["Défense"], **links)
    client.get("/recherche/?q=texte")
    for query in ("texte", "texte&theme=defense&country=maroc&year=2026", "zzyzx&theme=rien", "Ruttte"):
        with django_assert_max_num_queries(12):
            client.get(f"/recherche/?q={query}")
