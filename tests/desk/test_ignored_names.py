"""What the desk has rejected stands in a list, and is taken back there in one step."""

import pytest
from django.urls import reverse

from articles import deciding
from articles.models import Decision, Ignored, ProposalKind
from tests.desk.pages import form_of
from tests.desk.proposing import make_country, make_imported, propose, propose_date
from tests.desk.test_review_page import press, url

pytestmark = pytest.mark.django_db

LIST = "admin:articles_ignored_changelist"


@pytest.fixture
def proposal(db):
    return propose(
        make_imported(),
        ProposalKind.COUNTRY,
        "mauritanien",
        country=make_country(),
        key="MR",
        label="Mauritanie",
        rule="adjective",
    )


@pytest.fixture
def kept(proposal, editor):
    deciding.reject([proposal], by=editor)
    return Ignored.objects.get()


def test_rejecting_says_what_is_remembered_and_the_decided_list_shows_it(client, editor, proposal):
    client.force_login(editor)
    response = press(client, proposal.article, f"reject:{proposal.pk}")
    content = client.get(response["Location"]).content.decode()
    assert "“mauritanien” ≠ Mauritanie" in content
    assert f"forget:{proposal.pk}" in content
    press(client, proposal.article, f"forget:{proposal.pk}")
    assert not Ignored.objects.exists()
    assert f"forget:{proposal.pk}" not in client.get(url(proposal.article)).content.decode()
    proposal.refresh_from_db()
    assert proposal.decision == Decision.REJECTED


@pytest.mark.parametrize("button", ["leave:{}", "leave-kind:country"])
def test_leaving_out_here_remembers_nothing(client, editor, proposal, button):
    client.force_login(editor)
    press(client, proposal.article, button.format(proposal.pk))
    proposal.refresh_from_db()
    assert proposal.decision == Decision.REJECTED
    assert not Ignored.objects.exists()


def test_a_date_is_only_ever_rejected_here(client, editor):
    client.force_login(editor)
    date = propose_date(make_imported(), "2022-05-26")
    content = client.get(url(date.article)).content.decode()
    assert f"reject:{date.pk}" in content
    assert 'value="leave' not in content.split('id="kind-date"')[1]


def test_the_list_tells_who_ignored_what_and_where_and_finds_it_whatever_the_accents(client, editor, kept):
    client.force_login(editor)
    content = client.get(reverse(LIST), {"q": "Maurîtanien"}).content.decode()
    assert kept.surface in content
    assert reverse("admin:articles_article_proposals", args=[kept.proposal.article_id]) in content
    assert editor.username in content
    assert kept.surface not in client.get(reverse(LIST), {"q": "rien"}).content.decode().split('id="result_list"')[-1]
    assert client.get(reverse(LIST), {"kind__exact": "official"}).context["cl"].result_count == 0


def test_one_button_takes_a_name_back(client, editor, kept):
    client.force_login(editor)
    response = client.post(reverse(LIST), {"undo": kept.pk})
    assert response.status_code == 302
    assert not Ignored.objects.exists()


def test_several_are_taken_back_by_one_action(client, editor, kept):
    client.force_login(editor)
    client.post(reverse(LIST), {"action": "undo_selected", "_selected_action": [kept.pk]})
    assert not Ignored.objects.exists()


def test_a_reporter_sees_the_list_and_takes_nothing_back(client, reporter, kept):
    client.force_login(reporter)
    assert b'name="undo"' not in client.get(reverse(LIST)).content
    assert client.post(reverse(LIST), {"undo": kept.pk}).status_code == 403
    assert Ignored.objects.exists()


def test_rejecting_in_the_list_of_proposals_says_what_is_remembered(client, editor, proposal):
    client.force_login(editor)
    address = reverse("admin:articles_proposal_changelist")
    asked = client.post(address, {"action": "reject_selected", "_selected_action": [proposal.pk]})
    assert not Ignored.objects.exists()
    response = client.post(address, form_of(asked, ""), follow=True)
    assert "“mauritanien” ≠ Mauritanie" in response.content.decode()
    assert Ignored.objects.exists()
