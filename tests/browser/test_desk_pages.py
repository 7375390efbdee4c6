"""The desk in a real browser: the text's editor, narrow screens, and forms that work without scripts."""

import re

import pytest
from django.utils import timezone

from articles.models import ProposalKind
from articles.sanitising import clean_html, plain_text
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.making import make_edition

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WIDE = {"viewport": {"width": 1280, "height": 900}}
BODY = clean_html(
    "<h2>L’accord de Nouakchott</h2>\n"
    '<p>Un mot, <em lang="en">off the record</em>, et <span lang="de">Zeitenwende</span> à 3 %&nbsp;: « oui ».</p>'
    '\n<p class="caption" lang="en">A caption in English.</p>\n'
    '<blockquote><p>Une <a href="https://example.org/a?b=1&amp;c=2" hreflang="en">source</a> &lt;citée&gt;.</p>'
    "</blockquote>\n"
    '<ul><li>un</li><li>deux<sup>2</sup></li></ul>\n<ol start="3"><li>trois</li></ol>\n'
    '<table><tbody><tr><th scope="col">Pays</th><td>Mali</td></tr></tbody></table>\n<p>Fin<br>du texte.</p>'
)


def words(html):
    return plain_text(html).split()


def marks(html):
    """The languages, classes and addresses that a text bears."""
    return sorted(re.findall(r'(?:lang|hreflang|class|start|scope|href)="[^"]*"', html))


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_text_that_nobody_touches_comes_back_byte_for_byte(desk):
    article = make_imported(body=BODY)
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    article.refresh_from_db()
    assert article.body == BODY
    assert article.revisions.count() == 1
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_writing_in_the_editor_keeps_every_word_language_and_link_of_the_rest(desk):
    article = make_imported(body=BODY)
    page = desk("articles_article_change", article.pk)
    page.click(".tiptap > p:last-child")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Encore trois mots.")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    article.refresh_from_db()
    assert words(article.body) == [*words(BODY), "Encore", "trois", "mots."]
    assert marks(article.body) == marks(BODY)
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_leaving_with_unsaved_words_asks_first(desk):
    article = make_imported()
    page = desk("articles_article_change", article.pk)
    page.wait_for_timeout(600)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill("#id_title", "Un autre titre")
    page.click("#branding a, #site-name a")
    page.wait_for_load_state()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    "browser_page",
    [{}, {"color_scheme": "dark"}, WIDE],
    ids=["phone", "phone in the dark", "desk"],
    indirect=True,
)
def test_the_desks_pages_fit_the_screen_and_break_no_policy(desk):
    country = make_country()
    article = make_imported(body=BODY)
    propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
    propose_person(article)
    pending_quote(article)
    make_edition(article=article)
    visits = [
        ("index",),
        ("articles_article_changelist",),
        ("articles_article_change", article.pk),
        ("articles_article_proposals", article.pk),
        ("articles_article_step", article.pk, "schedule"),
        ("articles_article_step", article.pk, "withdraw"),
        ("articles_quote_change", article.quotes.get().pk),
    ]
    for visit in visits:
        page = desk(*visit)
        page.wait_for_load_state("networkidle")
        wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, visit
        assert page.complaints.heard == [], visit


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_links_are_picked_by_searching(desk):
    country = make_country()
    article = make_imported()
    page = desk("articles_article_change", article.pk)
    page.click(".field-countries .select2-selection")
    page.keyboard.type("mauri")
    page.click(".select2-results__option:has-text('Mauritanie')")
    with page.expect_navigation():
        page.click("input[name=_continue]")
    assert list(article.countries.all()) == [country]
    # the widget gives up a question as soon as the next letter is typed
    assert [heard for heard in page.complaints.heard if "autocomplete" not in heard] == []


@pytest.mark.parametrize("browser_page", [WIDE | {"java_script_enabled": False}], indirect=True)
def test_proposals_are_decided_and_texts_published_without_scripts(desk):
    country = make_country()
    article = make_imported()
    propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
    page = desk("articles_article_change", article.pk)
    page.fill("#id_title", "Sans script")
    page.click("button[name=_go][value=proposals]")
    page.click(".desk-accept")
    assert list(article.countries.all()) == [country]
    page = desk("articles_article_change", article.pk)
    page.click("button[name=_go][value='step:publish']")
    page.click("input[type=submit]")
    edition = article.editions.get()
    assert (edition.title, list(edition.countries.all())) == ("Sans script", [country])


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_an_article_that_may_only_be_read_opens_without_complaint(desk):
    article = make_imported(trashed_at=timezone.now())
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".desk-steps")
    page.wait_for_load_state("networkidle")
    assert page.locator("input[name=_save]").count() == 0
    assert page.complaints.heard == []
