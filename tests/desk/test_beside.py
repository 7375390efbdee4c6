"""Proposals decided beside the text, by one button each, while the form stays open."""

import pytest
from django.urls import reverse

from articles.models import Article, Decision, ProposalKind
from partners.models import Official
from tests.desk.pages import english, form_of
from tests.desk.proposing import (
    make_country,
    make_imported,
    pending_quote,
    propose,
    propose_date,
    propose_person,
)
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db


def decide(client, article, button, **more):
    address = reverse("admin:articles_article_decide", args=[article.pk])
    version = Article.objects.get(pk=article.pk).version
    return client.post(english(address), {"do": button, "version": version} | more)


@pytest.fixture
def country(db):
    return make_country()


@pytest.fixture
def proposed(country):
    article = make_imported()
    return propose(article, ProposalKind.COUNTRY, "mauritanien", label="Mauritanie", country=country)


def test_accepting_answers_with_the_link_and_the_version_that_the_form_needs(client, editor, proposed, country):
    client.force_login(editor)
    article = proposed.article
    answer = decide(client, article, f"accept:{proposed.pk}").json()
    assert answer["links"] == [{"field": "countries", "key": country.pk, "name": "Mauritanie", "there": True}]
    assert answer["version"] == Article.objects.get(pk=article.pk).version == 2
    assert answer["open"] == 0
    assert answer["told"] == ["1 decision kept."]
    assert f'data-do="reopen:{proposed.pk}"' in answer["html"]
    undone = decide(client, article, f"reopen:{proposed.pk}").json()
    assert [link["there"] for link in undone["links"]] == [False]
    assert undone["open"] == 1


def test_the_open_form_can_be_saved_after_a_decision_and_keeps_its_link(client, editor, proposed, country):
    client.force_login(editor)
    article = proposed.article
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = form_of(client.get(address), title="Autre titre")
    answer = decide(client, article, f"accept:{proposed.pk}", version=form["version"]).json()
    posted = form | {"version": answer["version"], "countries": [str(country.pk)], "_continue": ""}
    assert client.post(address, posted).status_code == 302
    article.refresh_from_db()
    assert article.title == "Autre titre"
    assert list(article.countries.all()) == [country]


def test_a_page_that_somebody_else_has_overtaken_keeps_its_old_version(client, editor, proposed):
    client.force_login(editor)
    answer = decide(client, proposed.article, f"accept:{proposed.pk}", version="0").json()
    assert answer["version"] is None
    proposed.refresh_from_db()
    assert proposed.decision == Decision.ACCEPTED


def test_rejecting_takes_no_link_and_no_version(client, editor, proposed):
    client.force_login(editor)
    answer = decide(client, proposed.article, f"reject:{proposed.pk}").json()
    assert (answer["links"], answer["version"], answer["open"]) == ([], 1, 0)
    proposed.refresh_from_db()
    assert proposed.decision == Decision.REJECTED


def test_an_accepted_date_is_told_to_the_form(client, editor):
    client.force_login(editor)
    article = make_imported()
    proposal = propose_date(article, "2024-10-17")
    assert decide(client, article, f"accept:{proposal.pk}").json()["dated"] == "2024-10-17"
    assert decide(client, article, f"reopen:{proposal.pk}").json()["dated"] == ""


def test_quotes_and_questions_about_persons_are_answered_beside_the_text(client, editor, country):
    client.force_login(editor)
    article = make_imported()
    quote = pending_quote(article, attribution="le ministre")
    assert decide(client, article, f"accept-quote:{quote.pk}").json()["open"] == 0
    official = Official.objects.create(name="Hanana Ould Sidi", country=country)
    person = propose_person(article, same_as=[official.key])
    shown = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'data-do="same:{person.pk}-{official.pk}"' in shown
    answer = decide(client, article, f"same:{person.pk}-{official.pk}").json()
    assert [link["name"] for link in answer["links"]] == ["Hanana Ould Sidi"]


def test_what_the_desk_refuses_is_told_and_changes_nothing(client, editor):
    client.force_login(editor)
    article = make_imported()
    for day in ("2024-10-17", "2024-10-18"):
        propose_date(article, day)
    answer = decide(client, article, "accept-kind:date").json()
    assert "one date" in answer["refused"]
    assert answer["open"] == 2


@pytest.mark.parametrize("button", ["", "accept", "accept:", "accept:x", "explode:1", "accept-kind:nothing", "same:1"])
def test_no_other_button_does_anything(client, editor, proposed, button):
    client.force_login(editor)
    response = decide(client, proposed.article, button)
    assert response.status_code in {400, 404}
    proposed.refresh_from_db()
    assert proposed.decision == Decision.PENDING


def test_who_may_not_decide_sees_no_buttons_and_is_refused(client, proposed):
    client.force_login(make_user("registry keeper"))
    article = proposed.article
    assert decide(client, article, f"accept:{proposed.pk}").status_code == 403
    client.force_login(make_user())
    assert decide(client, article, f"accept:{proposed.pk}").status_code == 403
    client.logout()
    assert decide(client, article, f"accept:{proposed.pk}").status_code == 302
    assert Article.objects.get(pk=article.pk).countries.count() == 0


def test_another_articles_proposal_is_not_decided_here(client, editor, proposed):
    client.force_login(editor)
    decide(client, make_article(), f"accept:{proposed.pk}")
    proposed.refresh_from_db()
    assert proposed.decision == Decision.PENDING
    assert client.get(reverse("admin:articles_article_decide", args=[proposed.article_id])).status_code == 400
