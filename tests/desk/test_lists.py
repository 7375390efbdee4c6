"""The desk's lists: found, narrowed, acted on, and never slower for more articles."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Decision, ProposalKind, Stage
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.making import day, make_article, make_edition, make_source

pytestmark = pytest.mark.django_db
LIST = "admin:articles_article_changelist"


def titles(client, **query):
    return {article.title for article in client.get(reverse(LIST), query).context["cl"].result_list}


def test_a_reader_state_is_filtered_as_publishing_tells_it(client, editor):
    client.force_login(editor)
    articles = {
        "live": make_edition(title="live").article,
        "scheduled": make_edition(title="scheduled", visible_from=day(1)).article,
        "unpublished": make_article(title="unpublished"),
        "withdrawn": make_edition(title="withdrawn", kind="withdrawal").article,
        "ended": make_edition(title="ended", visible_from=day(-2), visible_until=day(-1)).article,
    }
    changing = make_edition(title="live too", visible_until=day(1)).article
    make_edition(article=changing, visible_from=day(1))
    for state, article in articles.items():
        assert publishing.reader_state(article) == state
        expected = {"live": {"live", "live too"}}.get(state, {state})
        assert titles(client, readers=state) == expected


def test_the_list_says_when_what_is_scheduled_comes(client, editor):
    client.force_login(editor)
    tomorrow = day(1)
    said = f"{timezone.localtime(tomorrow):%Y-%m-%d %H:%M}"
    article = make_edition(visible_from=tomorrow).article
    shown = client.get(reverse(LIST)).content.decode()
    assert f'<span class="desk-when">{said}</span>' in shown
    publishing.trash(article, by=editor)
    assert "desk-when" not in client.get(reverse(LIST), {"trash": "only"}).content.decode()
    changing = make_edition(visible_until=tomorrow).article
    make_edition(article=changing, visible_from=tomorrow)
    shown = client.get(reverse(LIST)).content.decode()
    assert said in shown.partition('class="desk-when">')[2].partition("<")[0]


def test_filters_stand_between_search_and_list_behind_a_button_that_says_when_some_are_in_use(client, editor):
    client.force_login(editor)
    said = []
    for query in [{}, {"stage__exact": "draft"}]:
        page = client.get(reverse(LIST), query).content.decode()
        places = [
            page.index(f'"{mark}"') for mark in ["toolbar", "filters-button", "changelist-filter", "changelist-form"]
        ]
        assert places == sorted(places)
        said.append(page[places[1] :].partition("<summary>")[2].partition("</summary>")[0])
    assert said[0] != said[1]


def test_the_trash_is_out_of_the_way(client, editor):
    client.force_login(editor)
    make_article(title="kept")
    publishing.trash(make_article(title="trashed"), by=editor)
    assert titles(client) == {"kept"}
    assert titles(client, trash="only") == {"trashed"}
    assert titles(client, trash="with") == {"kept", "trashed"}


@pytest.mark.parametrize("query", ["ministériel", "MINISTERIEL", "déployée", "agence test", "reunion-ministerielle"])
def test_an_article_is_found_by_its_title_text_and_source_whatever_the_accents(client, editor, query):
    client.force_login(editor)
    make_article(
        title="Réunion ministérielle",
        slug="reunion-ministerielle",
        body="<p>La frégate est déployée en mer.</p>",
        source=make_source("Agence Test"),
    )
    make_article(title="Autre chose", slug="autre-chose", body="<p>Rien.</p>")
    assert titles(client, q=query) == {"Réunion ministérielle"}


@pytest.mark.parametrize("query", ["", "\x00", "'\"", "(", "%", "a" * 2000, "🙂"])
def test_no_search_breaks_the_list(client, editor, query):
    client.force_login(editor)
    make_article()
    assert client.get(reverse(LIST), {"q": query}).status_code == 200


def test_articles_with_open_proposals_are_counted_and_filtered(client, editor):
    client.force_login(editor)
    make_country()
    article = make_imported(title="open")
    propose_person(article)
    make_imported(title="none")
    assert titles(client, proposals="pending") == {"open"}
    assert titles(client, proposals="none") == {"none"}


def fill(count):
    country = make_country("ML", "Mali")
    for at in range(count):
        article = make_imported(source=make_source(), countries=[country])
        propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
        quote = pending_quote(article)
        make_edition(article=article, visible_from=day(-1) if at % 2 else day(1))
        quote.decision = Decision.PENDING
        quote.save()
    return country


def changelists():
    return [model._meta.model_name for model in admin.site._registry if model._meta.app_label == "articles"]


def test_no_list_of_the_desk_asks_more_of_the_database_for_more_rows(client, chief):
    client.force_login(chief)
    country = fill(2)

    def asked():
        """How many queries each list takes."""
        counted = {}
        for name in changelists():
            with CaptureQueriesContext(connection) as queries:
                assert client.get(reverse(f"admin:articles_{name}_changelist")).status_code == 200
            counted[name] = len(queries)
        return counted

    asked()
    few = asked()
    for _ in range(12):
        article = make_imported(source=make_source(), countries=[country])
        propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
        pending_quote(article)
        make_edition(article=article)
    many = asked()
    assert {name: (few[name], many[name]) for name in many if not many[name] <= few[name] <= 16} == {}


def test_the_article_list_holds_its_query_count_from_10_to_200_articles(client, editor):
    client.force_login(editor)
    fill(10)
    client.get(reverse(LIST))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(LIST))
    for _ in range(190):
        make_article(source=make_source())
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(LIST))
    assert len(many) == len(few)


@pytest.mark.parametrize("name", [name for name in changelists() if name != "checklevel"])  # one page of all checks
def test_every_list_can_be_searched_and_filtered(client, chief, name):
    model_admin = next(a for m, a in admin.site._registry.items() if m._meta.model_name == name)
    assert model_admin.search_fields
    client.force_login(chief)
    fill(1)
    assert client.get(reverse(f"admin:articles_{name}_changelist"), {"q": "mauritanie"}).status_code == 200


def test_the_desks_first_page_shows_what_waits(client, editor, chief):
    client.force_login(editor)
    make_country()
    waiting = make_article(title="Attend une relecture", stage=Stage.IN_REVIEW)
    propose_person(make_imported(title="À décider"))
    make_edition(title="Pour demain", visible_from=day(1))
    publishing.trash(make_article(title="Jeté", stage=Stage.IN_REVIEW), by=chief)
    content = client.get(reverse("admin:index")).content.decode()
    assert reverse("admin:articles_article_change", args=[waiting.pk]) in content
    for title in ["Attend une relecture", "À décider", "Pour demain"]:
        assert title in content
    assert "Jeté" not in content
