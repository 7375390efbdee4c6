"""Proposals decided beside the text in a real browser, by keys, without leaving or reloading the page."""

import pytest

from articles.models import Decision, ProposalKind
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
wide = pytest.mark.parametrize("browser_page", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)


@pytest.fixture
def article(transactional_db):
    country = make_country()
    imported = make_imported()
    propose(imported, ProposalKind.COUNTRY, "mauritanien", label="Mauritanie", country=country)
    propose_person(imported)
    pending_quote(imported)
    return imported


@wide
def test_a_chosen_proposal_is_marked_where_its_words_stand(desk, article):
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.keyboard.press("j")
    assert page.inner_text(".source-text mark.is-chosen") == "mauritanien"
    assert page.evaluate("[...CSS.highlights.get('desk-passage')].map(String)") == ["mauritanien"]
    page.keyboard.press("j")
    assert page.inner_text(".proposal.is-chosen .proposal-label") == "Hanena Ould Sidi"
    page.keyboard.press("k")
    assert page.inner_text(".proposal.is-chosen .proposal-label") == "Mauritanie"


@wide
def test_keys_accept_reject_and_undo_and_the_form_follows_without_losing_words(desk, article):
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.fill("#id_title", "Titre en cours")
    page.focus("#id_title")
    page.keyboard.type("ajr")  # letters, while one writes
    assert page.input_value("#id_title") == "Titre en coursajr"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector("[data-tab-count='2']")
    assert page.get_attribute(".field-countries .select2-selection__choice", "title") == "Mauritanie"
    assert page.input_value("input[name=version]") == "2"
    page.keyboard.press("r")  # the next one is chosen
    page.wait_for_selector("[data-tab-count='1']")
    page.keyboard.press("u")
    page.wait_for_selector("[data-tab-count='2']")
    assert [p.decision for p in article.proposals.order_by("kind")] == [Decision.ACCEPTED, Decision.PENDING]
    with page.expect_navigation():
        page.click("input[name=_continue]")
    article.refresh_from_db()
    assert article.title == "Titre en coursajr"
    assert article.countries.count() == 1
    assert page.complaints.heard == []


@wide
def test_a_decision_that_did_not_reach_the_desk_is_not_called_kept(desk, article):
    page = desk("articles_article_change", article.pk)
    page.wait_for_selector(".ProseMirror.tiptap")
    page.context.set_offline(True)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(".proposals-told.is-failed")
    assert article.proposals.pending().count() == 2
    assert len(page.query_selector_all(".proposal-buttons [data-do^='accept']")) == 3
