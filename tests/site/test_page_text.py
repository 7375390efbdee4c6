"""A text on its page: anchors on subheadings, and the first mention of each name linked."""

import pytest

from articles.page_text import Subheading, Target, with_anchors, with_links
from articles.sanitising import clean_html
from tests.growth import in_step

RUTTE = Target("/r/rutte/", ("Mark Rutte",))
NIGER = Target("/p/niger/", ("Niger",))
NIGERIA = Target("/p/nigeria/", ("Nigeria",))
NATO = Target("/o/otan/", ("OTAN", "l'Alliance"))
COUNCIL = Target("/o/conseil/", ("Conseil de l'OTAN",))


def linked(words: str, *targets: Target) -> str:
    return with_links(f"<p>{words}</p>", targets).removeprefix("<p>").removesuffix("</p>")


def test_each_subheading_gets_an_anchor_of_its_words_that_nothing_else_has():
    html = (
        '<h2>Un bilan</h2><p>Un bilan</p><h3 lang="en">A &amp; <em>B</em></h3><h2>Un bilan</h2><h2>Мир</h2><h2> </h2>'
    )
    anchored, contents = with_anchors(html)
    assert contents == [
        Subheading("text-un-bilan", "Un bilan", 2),
        Subheading("text-a-b", "A & B", 3),
        Subheading("text-un-bilan-3", "Un bilan", 2),
        Subheading("text-4", "Мир", 2),
    ]
    assert '<h3 id="text-a-b" lang="en">A &amp; <em>B</em></h3>' in anchored
    assert anchored.count(" id=") == 4


def test_only_the_first_mention_is_linked():
    assert linked("Mark Rutte a vu Mark Rutte.", RUTTE) == (
        '<a class="named" href="/r/rutte/">Mark Rutte</a> a vu Mark Rutte.'
    )


@pytest.mark.parametrize(
    "words",
    [
        "le Nigerien, Nigeria",
        "le Niger-Nigeria",
        "Franco-Niger",
        "niger",
        "<a href='/x/'>le Niger</a>",
        "<em>Ni</em>ger",
    ],
)
def test_what_is_not_the_name_by_itself_is_not_linked(words):
    html = clean_html(f"<p>{words}</p>")
    assert with_links(html, [NIGER]) == html


@pytest.mark.parametrize("html", ["<h2>Le Niger</h2>", '<p class="caption" lang="en">In <em>Niger</em></p>'])
def test_subheadings_and_captions_stay_without_links_and_the_text_after_them_has_them(html):
    assert with_links(f"{html}<p>Le Niger</p>", [NIGER]) == (
        f'{html}<p>Le <a class="named" href="/p/niger/">Niger</a></p>'
    )


def test_of_two_names_at_one_place_the_longer_one_is_meant():
    assert linked("Le Conseil de l’OTAN et l’OTAN", NATO, COUNCIL) == (
        'Le <a class="named" href="/o/conseil/">Conseil de l’OTAN</a> et l’<a class="named" href="/o/otan/">OTAN</a>'
    )


def test_accents_apostrophes_and_the_kind_of_space_do_not_count():
    target = Target("/x/", ("Défense de l'Île Bleue",))
    for words in ["Defense de l’Ile Bleue", "Défense de l'Île&nbsp;Bleue", "Défense de l’Île\u202fBleue"]:
        assert linked(words, target) == f'<a class="named" href="/x/">{words}</a>'


def test_a_form_of_two_targets_means_neither():
    again = Target("/r/autre/", ("Mark Rutte",))
    assert linked("Mark Rutte", RUTTE, again) == "Mark Rutte"


def test_names_and_addresses_are_written_as_text_and_never_as_markup():
    target = Target('/x/?a="b"&c', ("A & B",))
    assert linked("A &amp; B", target) == '<a class="named" href="/x/?a=&quot;b&quot;&amp;c">A &amp; B</a>'
    assert linked("a &lt;b&gt; amp; lt", Target("/y/", ("amp", "lt", "b"))) == (
        'a &lt;<a class="named" href="/y/">b</a>&gt; amp; lt'
    )


def test_both_take_time_in_step_with_the_length():
    def work(size: int) -> None:
        html = "<h2>Un titre &amp; le Niger</h2><p>Le Nigerien a dit « non » à Marc Rutte, l'OTAN-Russie.</p>" * size
        with_links(with_anchors(html)[0], [NIGER, RUTTE, NIGERIA, COUNCIL])

    assert in_step(work, 25)
