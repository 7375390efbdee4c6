"""Deciding on the review page: one form, whose buttons say what to do with what."""

import pytest
from django.urls import reverse

from articles.models import Decision, ProposalKind
from partners.models import Official
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import (
    make_country,
    make_imported,
    make_organisation,
    pending_quote,
    propose,
    propose_date,
    propose_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    article = make_imported()
    propose(article, ProposalKind.COUNTRY, "mauritanien", country=make_country(), label="Mauritanie")
    propose(article, ProposalKind.COUNTRY, "Nouakchott", country=make_country("ML", "Mali"), label="Mali")
    propose(article, ProposalKind.ORGANISATION, "partenaires", organisation=make_organisation())
    propose_person(article)
    propose_date(article, "2022-05-26")
    propose_date(article, "2022-05")
    pending_quote(article)
    return article


def url(article):
    return reverse("admin:articles_article_proposals", args=[article.pk])


def press(client, article, button, **changes):
    """Press a button of the page with everything else that the form holds."""
    data = form_of(client.get(url(article)), form_id="", **changes)
    return client.post(url(article), data | {"do": button})


def test_looking_decides_nothing_and_shows_each_passage_with_its_words_marked(client, editor, article):
    client.force_login(editor)
    content = client.get(url(article)).content.decode()
    assert 'Le ministre <mark class="source-mark is-country">mauritanien</mark> de la Défense' in content
    assert "ministre de la Défense · Mauritanie · en fonction" in content
    assert article.proposals.pending().count() == 6


def test_one_is_accepted_and_the_page_returns_to_its_kind(client, editor, article):
    client.force_login(editor)
    proposal = article.proposals.get(label="Mauritanie")
    response = press(client, article, f"accept:{proposal.pk}")
    assert response["Location"] == f"{url(article)}#kind-country"
    assert [country.code for country in article.countries.all()] == ["MR"]
    assert article.proposals.pending().count() == 5


def test_all_of_a_kind_are_accepted_or_rejected_and_no_others(client, editor, article):
    client.force_login(editor)
    press(client, article, "accept-kind:country")
    press(client, article, "reject-kind:date")
    assert article.countries.count() == 2
    article.refresh_from_db()
    assert article.dated is None
    assert {p.kind for p in article.proposals.pending()} == {"organisation", "official"}


def test_dates_are_not_accepted_all_at_once(client, editor, article):
    client.force_login(editor)
    assert b"accept-kind:date" not in client.get(url(article)).content
    press(client, article, "accept-kind:date")
    assert article.proposals.pending().filter(kind="date").count() == 2


def test_a_decision_is_undone(client, editor, article):
    client.force_login(editor)
    proposal = article.proposals.get(label="Mauritanie")
    press(client, article, f"accept:{proposal.pk}")
    assert f"reopen:{proposal.pk}" in client.get(url(article)).content.decode()
    press(client, article, f"reopen:{proposal.pk}")
    assert not article.countries.exists()


def test_what_is_new_in_the_registry_is_told(client, editor, article):
    client.force_login(editor)
    data = {"do": f"accept:{article.proposals.get(kind='official').pk}"}
    told = texts(client.post(english(url(article)), data, follow=True).context["messages"])
    assert any("New in the registry: Hanena Ould Sidi" in text for text in told)


def test_proposals_of_another_article_are_out_of_reach(client, editor, article):
    client.force_login(editor)
    other = make_imported()
    foreign = propose_person(other)
    press(client, article, f"accept:{foreign.pk}")
    foreign.refresh_from_db()
    assert foreign.decision == Decision.PENDING


@pytest.mark.parametrize("button", ["", "accept", "accept:x", "accept-kind:tables", "explode:1", "accept-quote:"])
def test_a_button_that_the_page_does_not_have_does_nothing(client, editor, article, button):
    client.force_login(editor)
    assert press(client, article, button).status_code == 400
    assert article.proposals.pending().count() == 6


def test_a_reporter_sees_the_page_without_buttons_and_decides_nothing(client, reporter, article):
    client.force_login(reporter)
    content = client.get(url(article)).content.decode()
    assert 'name="do"' not in content
    quote = article.quotes.get()
    for button in ["accept-kind:country", f"accept:{article.proposals.first().pk}", f"accept-quote:{quote.pk}"]:
        assert client.post(url(article), {"do": button}).status_code == 403
    assert client.post(url(article), {"do": "keep:", f"attribution-{quote.pk}": "X"}).status_code == 403
    assert article.proposals.pending().count() == 6
    quote.refresh_from_db()
    assert (quote.attribution, quote.decision) == ("", Decision.PENDING)


def test_quotes_are_decided_with_the_speaker_that_was_chosen(client, editor, article):
    client.force_login(editor)
    quote = article.quotes.get()
    press(client, article, f"accept:{article.proposals.get(kind='official').pk}")
    official = Official.objects.get()
    press(client, article, f"accept-quote:{quote.pk}", **{f"attribution-{quote.pk}": ["le ministre"]})
    quote.refresh_from_db()
    assert (quote.speaker, quote.attribution, quote.decision) == (official, "le ministre", Decision.ACCEPTED)
    assert quote.decided_by == editor


def test_a_speaker_chosen_on_the_page_is_kept_whatever_button_is_pressed(client, editor, article):
    client.force_login(editor)
    quote = article.quotes.get()
    press(client, article, "reject-kind:date", **{f"attribution-{quote.pk}": ["un diplomate"]})
    quote.refresh_from_db()
    assert quote.attribution == "un diplomate"


def test_an_old_page_does_not_undo_what_another_editor_named_since(client, editor, article):
    client.force_login(editor)
    quote = article.quotes.get()
    old = form_of(client.get(url(article)), form_id="")
    quote.attribution = "nommé entre-temps"
    quote.save()
    client.post(url(article), old | {"do": "reject-kind:date"})
    quote.refresh_from_db()
    assert quote.attribution == "nommé entre-temps"


def test_all_quotes_are_accepted_at_once_but_for_those_of_nobody(client, editor, article):
    client.force_login(editor)
    pending_quote(article, start=None, end=None, speaker_name="")
    press(client, article, "accept-quotes:all")
    assert sorted(quote.decision for quote in article.quotes.all()) == ["accepted", "pending"]


def test_the_page_asks_no_more_of_the_database_for_more_proposals(
    client, editor, article, django_assert_max_num_queries
):
    client.force_login(editor)
    client.get(url(article))
    for at in range(40):
        propose(
            article, ProposalKind.ORGANISATION, "coopération", key=f"k{at}", organisation=make_organisation(f"O{at}")
        )
        pending_quote(article, start=at, end=at + 5)
    with django_assert_max_num_queries(20):
        client.get(url(article))


def test_a_proposal_on_a_whole_passage_does_not_hide_the_marks_within_it(client, editor):
    article = make_imported("Le Mali " + "et encore " * 60)
    whole = article.source_text.text
    propose(article, ProposalKind.DATE, whole, key="2024", label="2024", data={"date": "2024"})
    propose(article, ProposalKind.COUNTRY, "Mali", country=make_country("ML", "Mali"))
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert '<mark class="source-mark is-country">Mali</mark>' in page
    assert "source-mark is-date" not in page
