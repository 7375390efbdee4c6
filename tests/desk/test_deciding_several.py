"""Proposals and quotes decided from their lists: told first, done after a yes, by those who may."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from articles import deciding, publishing
from articles.admin.several import MOST
from articles.models import Decision, JournalEntry, Proposal, ProposalKind
from tests.desk.pages import english, form_of, texts
from tests.desk.proposing import make_country, make_imported, pending_quote, propose
from tests.making import make_user

pytestmark = pytest.mark.django_db


def ask(client, rows, action="accept_selected", **more):
    address = english(reverse(f"admin:articles_{rows[0]._meta.model_name}_changelist"))
    return client.post(address, {"action": action, "_selected_action": [row.pk for row in rows]} | more)


def confirm(client, page):
    return client.post(page.wsgi_request.get_full_path(), form_of(page, ""), follow=True)


def decisions(rows):
    return [type(row).objects.get(pk=row.pk).decision for row in rows]


@pytest.fixture
def proposals(db):
    """One in each of two articles."""
    country = make_country()
    articles = [make_imported(title="Premier"), make_imported(title="Second")]
    return [propose(a, ProposalKind.COUNTRY, "mauritanien", label="Mauritanie", country=country) for a in articles]


def test_nothing_is_decided_before_it_is_confirmed_and_the_page_counts_by_article(client, editor, proposals):
    client.force_login(editor)
    deciding.accept(proposals[:1], by=editor)
    page = ask(client, proposals)
    assert [group.article.title for group in page.context["groups"]] == ["Second"]
    content = page.content.decode()
    assert "1 will be decided." in content
    assert "1 is decided so already." in content
    assert decisions(proposals) == [Decision.ACCEPTED, Decision.PENDING]


@pytest.mark.parametrize(
    ("action", "after"), [("accept_selected", Decision.ACCEPTED), ("reject_selected", Decision.REJECTED)]
)
def test_what_was_confirmed_is_decided_counted_and_in_the_journal(client, editor, proposals, action, after):
    client.force_login(editor)
    quotes = [pending_quote(proposal.article) for proposal in proposals]
    for rows in (proposals, quotes):
        before = JournalEntry.objects.filter(action="decide").count()
        response = confirm(client, ask(client, rows, action))
        assert "2 decisions kept." in texts(response.context["messages"])
        assert decisions(rows) == [after, after]
        assert JournalEntry.objects.filter(action="decide", account=editor.pk).count() == before + 2
        confirm(client, ask(client, rows, "reopen_selected"))
        assert decisions(rows) == [Decision.PENDING, Decision.PENDING]


def test_what_somebody_else_has_decided_meanwhile_keeps_their_decision(client, editor, proposals):
    client.force_login(editor)
    page = ask(client, proposals)
    deciding.reject(proposals[:1], by=make_user("editor"))
    response = confirm(client, page)
    assert decisions(proposals) == [Decision.REJECTED, Decision.ACCEPTED]
    assert "1 was decided by somebody else meanwhile, and is left as it is." in texts(response.context["messages"])


def test_what_is_added_to_the_confirmed_form_is_not_decided(client, editor, proposals):
    client.force_login(editor)
    ask(client, proposals, confirmed="yes")
    assert decisions(proposals) == [Decision.PENDING, Decision.PENDING]


def test_what_belongs_to_the_trash_is_told_and_left(client, editor, proposals):
    client.force_login(editor)
    publishing.trash(proposals[0].article, by=editor)
    page = ask(client, proposals)
    assert "1 belongs to an article in the trash, and stays as it is." in page.content.decode()
    confirm(client, page)
    assert decisions(proposals) == [Decision.PENDING, Decision.ACCEPTED]


def test_more_than_a_page_at_once_is_refused_with_the_count(client, editor, proposals):
    client.force_login(editor)
    held = proposals[0]
    for number in range(MOST):
        held.pk, held.key, held._state.adding = None, str(number), True
        held.save()
    rows = list(Proposal.objects.all())
    response = ask(client, rows, follow=True)
    assert not Proposal.objects.exclude(decision=Decision.PENDING).exists()
    said = texts(client.get(response.url).context["messages"])
    assert said == [f"{len(rows)} rows are selected: at most {MOST} at once. Narrow the list first."]


def test_deciding_several_is_a_permission_of_its_own(client, proposals):
    Group.objects.get(name="editor").permissions.remove(Permission.objects.get(codename="bulk_article"))
    client.force_login(make_user("editor"))
    for more in ({}, {"confirmed": "yes", f"told-{proposals[0].pk}": "pending"}):
        response = ask(client, proposals[:1], **more)
        assert b"accept_selected" not in response.content
    assert decisions(proposals) == [Decision.PENDING, Decision.PENDING]
