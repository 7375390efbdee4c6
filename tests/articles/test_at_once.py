"""What two people, or one impatient one, do at the same moment. SQLite lets them in one by one anyway."""

import threading
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import connections

from articles import (
    deciding,
    incoming,
    language_versions,
    publishing,
    resembling,
    restoring,
    saving,
    wordings,
    wrong_names,
)
from articles.admin.steps import STEPS
from articles.importing import import_articles
from articles.models import (
    Article,
    Incoming,
    LanguageVersion,
    LanguageVersions,
    Likeness,
    ProposalKind,
    Resemblance,
    Source,
    SourceText,
    Standing,
    Theme,
)
from articles.outcomes import HELD, IMPORTED
from partners.models import Country
from tests.desk.proposing import make_country, make_imported, propose
from tests.making import make_article, make_source_text

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


def test_of_saves_of_one_version_at_once_exactly_one_wins(editor):
    article = make_article()
    for number in range(5):
        told = at_once(
            *[
                lambda name=f"{number}-{each}", base=article.version: saving.save(
                    Article.objects.get(pk=article.pk), {"title": name}, based_on=base, by=editor
                )
                for each in range(8)
            ]
        )
        assert sum(isinstance(each, saving.Conflict) for each in told) == 7, told
        (won,) = [each for each in told if not isinstance(each, saving.Conflict)]
        article.refresh_from_db()
        assert (article.title, article.version) == (won.snapshot["title"], won.number)
    assert article.revisions.count() == 6


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


def test_the_same_text_pasted_by_several_at_once_waits_once_and_the_others_are_told(editor):
    for number in range(3):
        text = f"La base {number} de Niamey\n\nUn texte sur la défense de la région {number}.\n"
        received = at_once(*[lambda text=text: incoming.receive(incoming.pasted(text), by=editor) for _ in range(4)])
        assert [len(each) for each in received] == [1, 1, 1, 1], received
        assert {each.incoming for (each,) in received} == {Incoming.objects.get()}
        assert sorted(each.again for (each,) in received) == [False, True, True, True]
        Incoming.objects.all().delete()


def make_likeness():
    """An article whose text resembles a held one's."""
    texts = [make_source_text(make_article(), f"Un texte sur la base de Niamey, {number}.") for number in range(2)]
    return Resemblance.objects.create(source_text=texts[1], other=texts[0], share=80)


def test_of_two_editors_who_decide_about_one_likeness_at_once_the_first_decides(editor):
    acts = [resembling.version_of, resembling.republication_of, resembling.different]
    for first, second in [(acts[0], acts[1]), (acts[1], acts[2]), (acts[0], acts[2]), (acts[0], acts[0])]:
        likeness = make_likeness()
        told = at_once(*[partial(act, Resemblance.objects.get(pk=likeness.pk), by=editor) for act in (first, second)])
        assert sum(isinstance(each, publishing.Refused) for each in told) == 1, told
        held = Resemblance.objects.get(pk=likeness.pk)
        draft = held.draft or held.source_text.article
        assert (draft.trashed_at is not None) is (held.decision == Likeness.VERSION)
        assert (draft.republishes is not None) is (held.decision == Likeness.REPUBLICATION)


def test_a_version_is_taken_or_goes_back_to_its_draft_and_not_both(editor):
    for _round in range(3):
        held = make_likeness()
        resembling.version_of(held, by=editor)
        wording = held.source_text_id
        told = at_once(
            lambda pk=wording: wordings.take(SourceText.objects.get(pk=pk), by=editor, despite_edits=True),
            lambda pk=held.pk: resembling.reopen(Resemblance.objects.get(pk=pk), by=editor),
        )
        assert sum(isinstance(each, publishing.Refused) for each in told) == 1, told
        assert SourceText.objects.get(pk=wording).standing == Standing.CURRENT


def test_a_name_is_taken_off_while_others_accept_what_rests_on_it_and_nobody_waits_in_a_circle(editor):
    country = make_country("MR", "Mauritanie", aliases=("Chinguetti",))
    for _round in range(4):
        proposals = [
            propose(
                make_imported("Le port de Chinguetti."), ProposalKind.COUNTRY, "Chinguetti", key="MR", country=country
            )
            for _ in range(3)
        ]
        told = at_once(
            lambda: wrong_names.take_off(Country.objects.get(code="MR"), "Chinguetti", by=editor),
            *[lambda row=row: deciding.accept([row], by=editor) for row in proposals],
        )
        assert [each for each in told if isinstance(each, Exception)] == []
        wrong_names.give_back(told[0].removed, by=editor)


def test_of_restores_and_saves_of_one_version_exactly_one_wins(editor):
    for _round in range(4):
        article = make_article(title="Avant")
        saving.save(article, {"title": "Après"}, based_on=article.version, by=editor)
        first, version = article.revisions.last(), article.version
        told = at_once(
            lambda r=first, v=version: restoring.restore(r, based_on=v, by=editor, reason="Comme avant"),
            lambda r=first, v=version: restoring.restore(r, based_on=v, by=editor, reason="Pour voir"),
            lambda a=article, v=version: saving.save(a, {"title": "Autrement"}, based_on=v, by=editor),
        )
        assert sum(isinstance(each, saving.Conflict) for each in told) == 2, told
        assert article.revisions.count() == 3


def test_two_revisions_are_not_given_one_name_at_once(editor):
    article = make_article()
    saving.save(article, {"title": "Après"}, based_on=article.version, by=editor)
    told = at_once(*(partial(restoring.name_milestone, row, "Relue", by=editor) for row in article.revisions.all()))
    assert sum(isinstance(each, publishing.Refused) for each in told) == 1, told
    assert article.revisions.filter(milestone="Relue").count() == 1


def test_of_links_of_one_language_to_one_group_at_once_one_stands_and_the_others_are_refused(editor):
    for _round in range(3):
        french, english, spanish = (make_article(language=code) for code in ["fr", "en", "es"])
        language_versions.link(french, english, by=editor)
        language_versions.link(french, spanish, by=editor)
        german = [make_article(language="de") for _ in range(3)]
        pairs = zip([french, english, spanish], german, strict=True)
        told = at_once(*[lambda pair=pair: language_versions.link(*pair, by=editor) for pair in pairs])
        assert sorted(type(each).__name__ for each in told) == ["NoneType", "Refused", "Refused"], told
        assert LanguageVersion.objects.filter(group=french.language_version.group).count() == 4


def test_links_taken_away_at_once_leave_no_group_of_one(editor):
    for _round in range(3):
        three = [make_article(language=code) for code in ["fr", "en", "de"]]
        language_versions.link(three[0], three[1], by=editor)
        language_versions.link(three[0], three[2], by=editor)
        told = at_once(*[lambda one=one: language_versions.unlink(one, by=editor) for one in three[:2]])
        assert told == [None, None]
    assert not LanguageVersions.objects.exists()
