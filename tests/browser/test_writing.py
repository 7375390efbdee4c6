"""The text's editor in a real browser: its toolbar, languages of passages, and what is pasted into it."""

import re
from pathlib import Path

import pytest

from articles.sanitising import clean_html, plain_text
from tests.making import make_article

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
CLIPBOARD = Path(__file__).parent / "clipboard"  # what other programs put there, written by hand after their ways
PASTE = """([html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", text);
  document.querySelector(".ProseMirror.tiptap").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
  );
}"""
WIDE = {"viewport": {"width": 1280, "height": 900}}
wide = pytest.mark.parametrize("browser_page", [WIDE], indirect=True)


@pytest.fixture
def writing(desk):
    """An article's page with its text's editor ready; `writing(body)` opens it."""

    def start(body="<p></p>"):
        article = make_article(body=body)
        page = desk("articles_article_change", article.pk)
        page.wait_for_selector(".ProseMirror.tiptap")
        page.click(".ProseMirror.tiptap")
        page.wait_for_timeout(100)  # until then the editor sets its selection to where the click was
        return page

    return start


COPY = """() => {
  const held = new DataTransfer();
  const copy = new ClipboardEvent("copy", { clipboardData: held, bubbles: true, cancelable: true });
  document.querySelector(".tiptap").dispatchEvent(copy);
  return held.getData("text/html");
}"""


def text(page):
    """The text as it would be kept, but for what the sanitiser says of every link."""
    return clean_html(page.input_value("#id_body")).replace(' rel="noopener noreferrer"', "")


def paste(page, program):
    page.evaluate(PASTE, [(CLIPBOARD / f"{program}.html").read_text(), ""])


def choose(page, words):
    """Select these words, which stand within one piece of the text, and wait until the editor has heard of it."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".tiptap"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at >= 0) {
              document.querySelector(".tiptap").focus();
              document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
              return;
            }
          }
          throw new Error(`“${words}” is not in the text`);
        }""",
        words,
    )
    page.wait_for_function(
        """(words) => {
          const {doc, selection} = document.querySelector(".tiptap").editor.state;
          return doc.textBetween(selection.from, selection.to) === words;
        }""",
        arg=words,
    )


@wide
def test_words_headings_lists_and_links_of_word_stay_and_all_else_goes(writing):
    page = writing()
    paste(page, "word")
    assert text(page) == (
        "<h2>Réunion à Bruxelles</h2><h2>Les décisions</h2>"
        "<p>L'OTAN et le Mali ont <strong>signé</strong> un <em>accord</em> de 3&nbsp;%</p>"
        "<ul><li><p>un point</p><ul><li><p>un sous-point</p></li></ul></li><li><p>un autre point</p></li></ul>"
        "<p>Ensuite :</p><ol><li><p>premier</p></li><li><p>second</p></li></ol>"
        '<h3>Le <a href="https://www.nato.int/a?b=1&amp;c=2">texte</a>[1]</h3>'
        "<blockquote><p>Nous tenons parole.</p></blockquote>"
        "<table><tbody><tr><td><p><strong>Pays</strong></p></td><td><p>Mali</p></td></tr></tbody></table>"
        '<p class="caption">Photo : un avion</p><p>gardé</p>'
    )
    assert page.complaints.heard == []


@wide
def test_bold_and_italic_that_google_docs_writes_as_styles_are_bold_and_italic(writing):
    page = writing()
    paste(page, "google-docs")
    assert text(page) == (
        "<h2>Le sommet</h2><p><strong>Gras</strong><em> et italique</em>, H<sub>2</sub>O.</p>"
        "<ul><li><p>un</p><ul><li><p>un bis</p></li></ul></li><li><p>deux</p></li></ul>"
        '<h3>La suite</h3><p><a href="https://www.nato.int/x">un lien</a></p>'
    )
    assert page.complaints.heard == []


@wide
def test_a_web_page_leaves_no_class_style_script_or_picture(writing):
    page = writing()
    paste(page, "web-page")
    assert text(page) == (
        "<h3>Une page</h3><p>Un premier paragraphe.</p><p>Un second,<br>sur deux lignes.</p>"
        '<p>Un faux lien et <a href="http://example.org/">un vrai</a>.</p>'
        '<p class="caption">La légende</p><blockquote><p>Citation.</p></blockquote><p>Un cadre</p>'
    )
    assert page.complaints.heard == []


ODD = [
    "<b>gras <p>au milieu</p> des</b> blocs",
    "<div>un<div>deux<p>trois</p>quatre</div>cinq</div>",
    "<table><tr><td>un<table><tr><td>deux</td><td>trois</td></tr></table></td><td>quatre</td></tr></table>",
    "<ul><ul><li>un</ul><li>deux<p>trois</p><ol><li>quatre</ol>cinq</ul>",
    "<dl><dt>un<dd>deux</dl><pre>trois\nquatre</pre><center>cinq</center>",
    "<h1>un</h1><h5>deux</h5><h6><div>trois</div></h6><h2></h2>",
    "<p style='mso-list:l0 level3 lfo1'>un<p style='mso-list:l1 level1 lfo2'>deux<p>trois",
    "<font face='Liberation Serif'>un</font><sdt><p class=western>deux <i><b>trois</b></i></p></sdt>",
    "<a href='x:y'>un</a> <a href=''>deux</a> <a>trois</a><a href='https://a.example'><p>quatre</p></a>",
    "un<br><br>deux<br>trois<hr>quatre<wbr>cinq",
    "<p><strong>un<br><br>deux</strong></p><blockquote>trois<footer>quatre</footer></blockquote>",
    "<span style='font-weight:bold'><div>un</div></span><em><h2>deux</h2></em>",
    "<p>un<o:p></o:p></p><w:sdt>deux</w:sdt><unknown-tag><p>trois</p></unknown-tag>",
]


@wide
def test_no_word_that_was_seen_is_lost_in_pasting_and_what_stays_is_what_a_story_may_hold(writing):
    page = writing()
    pasted = page.evaluate(
        """async (samples) => {
          const { cleanPasted } = await import("/static/newsroom/desk/editor/pasting.js");
          return samples.map((html) => [html, cleanPasted(html)]);
        }""",
        ODD,
    )
    for html, clean in pasted:
        seen = re.findall(r"un|deux|trois|quatre|cinq|gras|au milieu|des|blocs", re.sub("<[^>]*>", " ", html))
        assert re.findall(r"un|deux|trois|quatre|cinq|gras|au milieu|des|blocs", plain_text(clean)) == seen, html
        assert clean_html(clean).replace(' rel="noopener noreferrer"', "") == clean, html
    assert page.complaints.heard == []


@wide
def test_what_is_copied_within_the_editor_keeps_its_language(writing):
    page = writing('<p>Un <span lang="de">Zeitenwende</span>.</p>')
    page.keyboard.press("Control+a")
    page.wait_for_timeout(300)  # the editor hears of a selection some time after the key
    copied = page.evaluate(COPY)  # browsers that run at once have one clipboard
    page.keyboard.press("Control+End")
    page.wait_for_timeout(300)
    page.evaluate(PASTE, [copied, ""])
    page.wait_for_function("() => document.querySelector('#id_body').value.split('Zeitenwende').length === 3")
    assert text(page).count('<span lang="de">Zeitenwende</span>') == 2


@wide
def test_a_language_is_set_and_taken_from_words_and_from_whole_paragraphs(writing):
    page = writing("<p>Il dit off the record et part.</p><p>A caption in English.</p>")
    choose(page, "off the record")
    page.select_option("[data-language]", "en")
    assert '<p>Il dit <span lang="en">off the record</span> et part.</p>' in text(page)
    choose(page, "A caption in English.")
    page.select_option("[data-language]", "en")
    assert text(page).endswith('<p lang="en">A caption in English.</p>')
    choose(page, "off the")
    page.select_option("[data-language]", "ar")
    assert '<span lang="ar" dir="rtl">off the</span><span lang="en"> record</span>' in text(page)
    choose(page, "caption")
    assert page.input_value("[data-language]") == "en"
    page.select_option("[data-language]", "")  # French words in an English paragraph, then
    assert text(page).endswith('<p lang="en">A <span lang="fr">caption</span> in English.</p>')
    page.keyboard.press("Control+a")
    page.select_option("[data-language]", "")
    assert "lang=" not in text(page)
    assert page.complaints.heard == []


@wide
def test_the_toolbar_is_one_stop_of_the_tab_key_and_is_walked_by_arrows(writing):
    page = writing("<p>Un texte.</p>")
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+F10")
    assert page.evaluate("document.activeElement.matches('[data-block]')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.do") == "bold"
    page.keyboard.press("Enter")
    assert text(page) == "<p><strong>Un texte.</strong></p>"
    assert page.get_attribute("[data-do=bold]", "aria-pressed") == "true"
    page.keyboard.press("Alt+F10")
    page.keyboard.press("Escape")
    page.wait_for_selector(".tiptap:focus")
    assert len(page.query_selector_all(".story-toolbar [tabindex='0']")) == 1


@wide
@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("heading2", "<h2>Un texte.</h2>"),
        ("heading4", "<h4>Un texte.</h4>"),
        ("caption", '<p class="caption">Un texte.</p>'),
    ],
)
def test_the_kind_of_a_paragraph_is_chosen_and_taken_back(writing, kind, made):
    page = writing("<p>Un texte.</p>")
    page.select_option("[data-block]", kind)
    assert text(page) == made
    assert page.input_value("[data-block]") == kind
    page.select_option("[data-block]", "paragraph")
    assert text(page) == "<p>Un texte.</p>"


@wide
def test_a_link_is_written_without_its_scheme_and_removed_again(writing):
    page = writing("<p>Le texte de Madrid.</p>")
    choose(page, "Madrid")
    page.keyboard.press("Control+k")
    page.fill("[data-dialog=link] [name=href]", "nato.int/madrid")
    page.select_option("[data-dialog=link] [name=hreflang]", "en")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-dialog=link]", state="hidden")
    assert '<a hreflang="en" href="https://nato.int/madrid">Madrid</a>' in text(page)
    choose(page, "adri")
    page.click("[data-do=link]")
    page.click("[data-dialog=link] button[value=remove]")
    assert text(page) == "<p>Le texte de Madrid.</p>"
    assert page.complaints.heard == []


@wide
def test_a_table_is_made_and_grows_by_its_own_buttons(writing):
    page = writing("<p>Avant.</p>")
    assert page.is_hidden("[data-do=rowBelow]")
    page.click("[data-do=table]")
    page.fill("[data-dialog=table] [name=rows]", "2")
    page.fill("[data-dialog=table] [name=columns]", "2")
    page.click("[data-dialog=table] button[value=keep]")
    page.keyboard.type("Pays")
    page.click("[data-do=rowBelow]")
    html = text(page)
    assert (html.count("<tr>"), html.count("<th>"), html.count("<td>")) == (3, 2, 4)
    assert "<th><p>Pays</p></th>" in html
    page.click("[data-do=tableAway]")
    assert "<table>" not in text(page)
    assert page.complaints.heard == []


@wide
def test_the_text_can_be_written_as_html_and_what_a_story_may_not_hold_goes(writing):
    page = writing("<p>Un.</p>")
    page.click("[data-do=html]")
    page.fill("[data-dialog=html] [name=html]", '<p onclick="x()">Deux <cite>mots</cite>.</p><script>x()</script>')
    page.click("[data-dialog=html] button[value=keep]")
    assert text(page) == "<p>Deux <cite>mots</cite>.</p>"
    assert page.complaints.heard == []
