"""Anchors before the very words of a quote, wherever they stand in the HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.passages import with_passages
from articles.sanitising import clean_html, plain_text
from tests.growth import in_step
from tests.making import make_edition, make_quote

SENTINEL = "\ue000"
PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h2>",
        "</h2>",
        "<em>",
        "</em>",
        "<br>",
        "<ul><li>",
        "</li></ul>",
        "\n",
        " ",
        "a",
        "é&amp;b",
        "&nbsp;",
    ]
)


@given(st.lists(PIECES, max_size=25).map(lambda pieces: clean_html("".join(pieces))))
def test_each_character_of_the_plain_text_can_be_led_to_and_no_word_changes(html):
    text = plain_text(html)
    for place, character in enumerate(text):
        marked = with_passages(html, {place: "x"})
        assert plain_text(marked).split() == text.split()
        seen = plain_text(marked.replace('<span class="passage" id="x"></span>', SENTINEL))
        assert character == "\n" or seen.index(SENTINEL) == place


def test_two_quotes_of_one_place_and_one_of_no_place():
    html = "<p>un &lt;deux&gt; trois</p>"
    marked = with_passages(html, {3: "b", 99: "c", 0: "a"})
    assert marked == (
        '<p><span class="passage" id="a"></span>un <span class="passage" id="b"></span>&lt;deux&gt; trois</p>'
    )


def test_the_work_grows_with_the_text_and_not_faster():
    def work(size):
        with_passages("<p>des mots</p>" * size, dict.fromkeys(range(0, size * 9, 9), "x"))

    assert in_step(work, 2_000)


@pytest.mark.django_db
def test_a_quote_elsewhere_leads_to_its_words_in_the_article(client, registry):
    body = "<p>Un début.</p><p>Il a dit « <em>nous</em> avons un plan ».</p>"
    edition = make_edition(slug="le-texte", body=body, officials=[registry["official"]])
    quote = make_quote(edition.article, "nous avons un plan", speaker=registry["official"])
    assert f'href="/articles/le-texte/#{quote.anchor}"' in client.get("/responsables/mark-rutte/").content.decode()
    article = client.get("/articles/le-texte/").content.decode()
    assert f'<em><span class="passage" id="{quote.anchor}"></span>nous</em>' in article
