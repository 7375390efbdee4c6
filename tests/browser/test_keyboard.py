"""The bar of the editing screen and its keys, in a real browser."""

import pytest

from articles.counting import count_words, reading_minutes
from articles.sanitising import clean_html, plain_text
from tests.desk.proposing import make_imported
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
WIDE = {"viewport": {"width": 1280, "height": 900}}
wide = pytest.mark.parametrize("browser_page", [WIDE], indirect=True)

TEXTS = [
    "",
    "L'OTAN et l’Alliance, peut-être aujourd'hui ; aujourd’hui encore.",
    "Quelqu’un, quelques-unes, quelqu'unes, prud'hommes, prud’homale, presqu'île, presqu’îles",
    "3 000 soldats, 3,5 %, 1.234.567, 12\u00a0000, 12\u202f000 €, F-16, A400M, 2e, 1er",
    "porte‐avions et porte‑avions – pas — un tiret…",
    "снова, مرحبا بالعالم, 北京, Ærø, Straße, œuvre, e\u0301te\u0301, _souligné_ et a_b",
    "Ⅻ ½ ² ٣ ३ 𝟘 🙂 naïve\u00adté",
    "«\u00a0Oui\u00a0»\u202f! Vraiment\u202f? 50\u00a0%",
]
BODIES = [
    "<h2>Un titre</h2><p>Deux <strong>mots</strong>coupés.</p><ul><li>un</li><li>deux<br>trois</li></ul>",
    "<p>a&amp;b &lt;c&gt; d&nbsp;e</p><table><tbody><tr><th>Pays</th><td>Mali</td></tr></tbody></table>",
    '<p class="caption">Une <em lang="en">caption</em></p>',
    "<blockquote><p>Un</p><p>deux</p></blockquote><hr><p>H<sub>2</sub>O</p>\n\n<p></p>",
]


@wide
def test_words_and_minutes_are_counted_while_typing_as_they_are_counted_on_the_site(desk):
    page = desk("articles_article_change", make_article().pk)
    counted = page.evaluate(
        """async ([texts, bodies, numbers]) => {
          const { countWords, plainText, readingMinutes } = await import("/static/newsroom/desk/counting.js");
          const inBodies = bodies.map((html) => countWords(plainText(html)));
          return [texts.map(countWords), inBodies, numbers.map(readingMinutes)];
        }""",
        [TEXTS, BODIES, numbers := [0, 1, 109, 110, 220, 329, 330, 331, 549, 550, 551, 990, 2000]],
    )
    assert counted == [
        [count_words(text) for text in TEXTS],
        [count_words(plain_text(clean_html(body))) for body in BODIES],
        [reading_minutes(number) for number in numbers],
    ]


@wide
def test_the_bar_counts_what_is_typed(desk):
    page = desk("articles_article_change", make_article(body="<p>L'OTAN peut-être.</p>").pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    assert page.inner_text("[data-word-count]").startswith("3 ")
    page.click(".ProseMirror.tiptap")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Deux mots")
    page.wait_for_selector("[data-word-count][data-count='5']")


@wide
def test_the_text_is_saved_by_a_key_while_the_cursor_is_in_it(desk):
    article = make_article(body="<p>Un texte.</p>")
    page = desk("articles_article_change", article.pk)
    page.click(".ProseMirror.tiptap")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Encore.")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    article.refresh_from_db()
    assert article.body == "<p>Un texte. Encore.</p>"
    assert page.complaints.heard == []


@wide
def test_publishing_by_key_saves_first_and_asks(desk):
    article = make_article(title="Avant")
    page = desk("articles_article_change", article.pk)
    page.fill("#id_title", "Après")
    with page.expect_navigation():
        page.keyboard.press("Control+Shift+Enter")
    assert page.url.endswith("/step/publish/")
    article.refresh_from_db()
    assert article.title == "Après"


@wide
def test_a_question_mark_lists_the_keys_but_not_while_writing(desk):
    page = desk("articles_article_change", make_article().pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.focus("#id_title")
    page.keyboard.type("?")
    assert page.is_hidden("[data-keys-dialog]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.is_visible("[data-keys-dialog]")
    listed = page.inner_text("[data-keys]")
    for key in ["Ctrl S", "Ctrl Shift ↵", "Ctrl B", "Alt F10"]:
        assert key in listed
    page.keyboard.press("Escape")
    assert page.is_hidden("[data-keys-dialog]")


@wide
def test_what_stands_beside_the_text_is_walked_by_arrows(desk):
    page = desk("articles_article_change", make_imported().pk)
    assert page.is_visible("#beside-proposals .source-text")
    assert page.is_hidden("#beside-publishing")
    page.focus("#beside-proposals-tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "beside-checks-tab"
    assert page.is_visible("#beside-checks")
    assert page.is_hidden("#beside-proposals")
    page.reload()
    assert page.is_visible("#beside-checks")


@wide
def test_after_saving_the_page_is_where_its_writer_was_and_where_it_is_refused_at_the_complaint(desk):
    page = desk("articles_article_change", make_article(body="<p>Un.</p>" * 60).pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    field = page.locator("#id_meta_description")
    field.scroll_into_view_if_needed()
    field.fill("Une description.")
    before = field.bounding_box()["y"]
    with page.expect_navigation():
        page.keyboard.press("Control+S")
    page.wait_for_selector(".ProseMirror.tiptap")
    page.wait_for_timeout(300)
    assert page.evaluate("window.scrollY") > 200
    assert abs(page.locator("#id_meta_description").bounding_box()["y"] - before) < 150
    page.fill("#id_dated", "hier")
    page.locator("#id_meta_description").scroll_into_view_if_needed()
    with page.expect_navigation():
        page.keyboard.press("Control+S")
    page.wait_for_timeout(300)
    assert page.evaluate("window.scrollY") < 100
