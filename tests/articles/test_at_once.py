"""What two people, or one impatient one, do at the same moment. SQLite lets them in one by one anyway."""

import threading

import pytest
from django.contrib.auth.models import User
from django.db import connections

from articles import incoming, publishing
from articles.admin.steps import STEPS
from articles.importing import import_articles
from articles.models import Article, Incoming, Source, Theme
from articles.outcomes import HELD, IMPORTED
from tests.making import make_article

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(*calls):
    """Start the calls together, each with a connection of its own; returns what each gave or raised."""
    barrier, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(position, call):
        try:
            barrier.wait()
            results[position] = call()
        except Exception as error:
            results[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def editor():
    return User.objects.create_superuser("anna")


def test_publications_at_once_stand_one_after_the_other(editor):
    for _round in range(3):
        article = make_article()
        editions = at_once(*[lambda pk=article.pk: publishing.publish(Article(pk=pk), by=editor) for _ in range(4)])
        assert sorted(edition.number for edition in editions) == [1, 2, 3, 4]
        assert sorted(edition.kind for edition in editions) == ["first", "update", "update", "update"]
        assert article.editions.public().count() == 1
        assert article.editions.ever_visible().count() == 4


def test_clicks_at_once_make_one_edition(editor):
    article = make_article()
    told = at_once(*[lambda: STEPS["publish"].run(Article.objects.get(pk=article.pk), editor, {}) for _ in range(3)])
    assert sum(isinstance(each, publishing.Refused) for each in told) == 2
    assert article.editions.count() == 1


def test_of_waivers_at_once_one_is_kept_and_the_others_are_refused_in_words(editor):
    article = make_article(rights="unknown")
    told = at_once(*[lambda: publishing.waive(article, "rights", by=editor, reason="Oui.") for _ in range(3)])
    assert sum(isinstance(each, publishing.Refused) for each in told) == 2
    assert article.waivers.count() == 1


def test_imports_at_once_hold_each_text_once_and_each_at_its_own_address(editor, tmp_path):
    for folder in ["one", "two"]:
        (tmp_path / folder).mkdir()
        for number in range(3):
            words = f"Un même titre pour tous\n\nLe ministre a parlé à Tunis ({number} {folder}).\n\nAFP\n"
            (tmp_path / folder / f"{folder} {number}.txt").write_text(words)
        (tmp_path / folder / "same.txt").write_text("Un autre titre\n\nLe ministre a parlé à Alger.\n")
    reports = at_once(*[lambda folder=folder: import_articles([tmp_path / folder]) for folder in ["one", "two"]])
    results = [outcome.result for report in reports for outcome in report.outcomes]
    assert (results.count(IMPORTED), results.count(HELD)) == (7, 1)
    assert Article.objects.count() == 7


def test_a_name_that_is_new_to_several_at_once_is_one_row():
    articles = [make_article() for _ in range(4)]
    made = at_once(*[lambda article=article: article.tags.set(["Flanc sud"]) for article in articles])
    made += at_once(*[lambda: Source.named("Agence Test") for _ in range(4)])
    assert [each for each in made if isinstance(each, Exception)] == []
    assert (Theme.objects.count(), Source.objects.count()) == (1, 1)


def test_two_editors_who_make_a_draft_of_one_incoming_text_at_once_make_one(editor):
    for number in range(3):
        text = f"La base {number} de Niamey\n\nUn texte sur la défense de la région {number}.\n"
        (received,) = incoming.receive(incoming.pasted(text), by=editor)
        rows = [Incoming.objects.get(pk=received.incoming.pk) for _ in range(2)]
        results = at_once(*[lambda row=row: incoming.make_draft(row, by=editor) for row in rows])
        article = Article.objects.latest("pk")
        assert Article.objects.count() == number + 1
        assert sorted(type(result).__name__ for result in results) == ["Gone", "Outcome"]
        assert next(result.article for result in results if isinstance(result, incoming.Gone)) == article
    assert not Incoming.objects.exists()
