"""The one sanitiser, plain words, the counting rule, slugs and where quotes stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.counting import count_words, reading_minutes
from articles.quoting import find_words
from articles.sanitising import clean_html, plain_text, same_html
from articles.slugs import ascii_slug, free_slug
from tests.growth import in_step

HTML = st.text(alphabet="<>/abph123 =\"'&;é\n", max_size=200)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red" id="i">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<p class="caption other" lang="en">a</p>', '<p class="caption" lang="en">a</p>'),
        ("<h1>a</h1><h6>b</h6>", "<h2>a</h2><h4>b</h4>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("3 < 4 & 5", "3 &lt; 4 &amp; 5"),
        ('<svg><a href="x">a</a></svg><p>b</p>', "<p>b</p>"),
        ('<img src="x" onerror="y"><p>b\0c</p>', "<p>bc</p>"),
    ],
)
def test_the_sanitiser_leaves_only_what_a_story_may_hold(dirty, clean):
    assert clean_html(dirty) == clean


@given(HTML)
def test_cleaning_twice_changes_nothing(html):
    once = clean_html(html)
    assert clean_html(once) == once


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=100))
def test_escaped_text_comes_back_word_for_word(text):
    from html import escape

    assert plain_text(clean_html(f"<p>{escape(text)}</p>")).split() == text.split()


def test_blocks_part_words_and_inline_marks_do_not():
    assert plain_text("<p>un<strong>e</strong></p><p>deux</p>") == "une\ndeux"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("l'OTAN", 2),
        ("l’Alliance d’aujourd’hui", 4),
        ("peut-être", 1),
        ("700\u00a0000 soldats", 2),
        ("3,5 % du PIB", 3),
        ("« oui » – non !", 2),
        ("Quelqu'un l'a dit : presqu'île", 5),
        ("États-Unis", 1),
        ("a-t-il dit", 2),
        ("G20", 1),
    ],
)
def test_words_are_counted_by_the_stated_rule(text, count):
    assert count_words(text) == count


def test_reading_time_is_at_least_a_minute():
    assert [reading_minutes(words) for words in (0, 220, 700)] == [1, 1, 3]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L’OTAN et l'Œuvre de Kyïv", "l-otan-et-l-oeuvre-de-kyiv"),
        ("قمة الناتو", "texte"),
        ("mot " * 40, "-".join(["mot"] * 20)),
    ],
)
def test_slugs_are_ascii_and_cut_at_a_word(text, slug):
    assert ascii_slug(text, fallback="texte") == slug


@pytest.mark.parametrize(
    ("held", "free"), [(0, "a"), (1, "a-2"), (2, "a-3"), (3, "a-4"), (4, "a-5"), (1000, "a-1001")]
)
def test_a_taken_slug_gets_the_next_number(held, free):
    slugs = {"a", *(f"a-{number}" for number in range(2, held + 1))} if held else set()
    assert free_slug("a", slugs.__contains__) == free


def test_a_slug_among_thousands_of_its_like_is_found_with_few_questions():
    slugs, asked = {"a", *(f"a-{number}" for number in range(2, 10_001))}, []
    free_slug("a", lambda slug: asked.append(slug) or slug in slugs)
    assert len(asked) < 30


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("l'Alliance tient", "Oui, l’Alliance\u00a0tient bon", "l’Alliance\u00a0tient"),
        ("deux lignes", "sur deux\nlignes ici", "deux\nlignes"),
        ("absent", "rien de tel", None),
    ],
)
def test_a_quote_is_found_by_its_exact_words(words, text, found):
    at = find_words(words, text)
    assert (text[at[0] : at[1]] if at else None) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<p>Un</p>\n<p>deux</p>", "<p>Un</p><p>deux</p>", True),
        ("<ul>\n<li>un</li>\n</ul>", "<ul><li>un</li></ul>", True),
        ('<p lang="en"> Un </p>', '<p lang="en">Un</p>', True),
        ("<p>Un mot</p>", "<p>Un  mot</p>", False),
        ("<p><em>Un</em> <em>mot</em></p>", "<p><em>Un</em><em>mot</em></p>", False),
        ("<p>Un</p>", "<h2>Un</h2>", False),
        ("<p>Un\u00a0!</p>", "<p>Un !</p>", False),
        ("<p>\u00a0Un</p>", "<p>Un</p>", True),
        ("", "\n", True),
    ],
)
def test_white_space_around_blocks_makes_no_other_text(one, other, same):
    assert same_html(one, other) is same


def test_a_text_of_white_space_is_compared_in_step_with_its_length():
    assert in_step(lambda size: same_html(f"<p>{' ' * size}x{' ' * size}</p>", "<p>x</p>"), 20_000)
