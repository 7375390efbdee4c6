"""Schedules, embargoes and ends: what readers get at which moment, and what is refused."""

from datetime import datetime

import pytest

from articles import publishing, revising, timeline
from articles.models import JournalEntry
from articles.publishing import Refused
from tests.making import day, make_article, make_edition, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def changed(article, **values):
    """The article with other values, kept as the desk keeps them."""
    recorded(article, by=None, **values)
    return article


def recorded(article, *, by, **values):
    """The revision that the desk makes of the article with other values."""
    for name, value in values.items():
        setattr(article, name, value)
    article.save()
    return revising.record(article, by=by)


def bodies(article, *days):
    """What readers see on those days: the text, or nothing."""
    shown = [article.public_edition(day(at)) for at in days]
    return [edition and edition.body for edition in shown]


# --- the end


def test_from_its_end_on_an_article_is_no_longer_public(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    publishing.take_offline(article, by=editor, at=day(2))
    assert bodies(article, 0, 1.9, 2.1) == ["<p>Un.</p>", "<p>Un.</p>", None]
    assert [publishing.reader_state(article, day(at)) for at in (1, 3)] == ["live", "ended"]


def test_an_end_can_be_moved_and_taken_back(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    publishing.take_offline(article, by=editor, at=day(2))
    publishing.take_offline(article, by=editor, at=day(4))
    assert bodies(article, 3, 5) == ["<p>Un.</p>", None]
    publishing.keep_online(article, by=editor)
    assert bodies(article, 5) == ["<p>Un.</p>"]
    with pytest.raises(Refused):
        publishing.keep_online(article, by=editor)


def test_changes_published_before_the_end_keep_it(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    publishing.take_offline(article, by=editor, at=day(3))
    changed(article, body="<p>Deux.</p>")
    publishing.publish(article, by=editor)
    changed(article, body="<p>Trois.</p>")
    publishing.publish(article, by=editor, at=day(1))
    assert bodies(article, 0, 2, 4) == ["<p>Deux.</p>", "<p>Trois.</p>", None]


def test_a_cancelled_schedule_leaves_the_end_where_it_was_set(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    changed(article, body="<p>Deux.</p>")
    publishing.publish(article, by=editor, at=day(1))
    publishing.take_offline(article, by=editor, at=day(3))
    publishing.cancel_schedule(article, by=editor)
    assert bodies(article, 0, 2, 4) == ["<p>Un.</p>", "<p>Un.</p>", None]


@pytest.mark.parametrize("at", [-1, 1, 2])
def test_an_end_before_what_is_scheduled_or_in_the_past_is_refused(editor, at):
    article = make_article()
    edition = publishing.publish(article, by=editor, at=day(2))
    with pytest.raises(Refused):
        publishing.take_offline(article, by=editor, at=edition.visible_from if at == 2 else day(at))
    assert article.public_edition(day(9)) == edition


def test_nothing_is_scheduled_for_after_the_end(editor):
    article = make_article()
    publishing.publish(article, by=editor)
    publishing.take_offline(article, by=editor, at=day(2))
    with pytest.raises(Refused):
        publishing.publish(article, by=editor, at=day(3))


def test_what_is_neither_public_nor_scheduled_has_no_end(editor):
    withdrawn = make_edition(kind="withdrawal").article
    ended = make_edition(visible_from=day(-2), visible_until=day(-1)).article
    for article in (make_article(), withdrawn, ended):
        with pytest.raises(Refused):
            publishing.take_offline(article, by=editor, at=day(1))


def test_what_has_ended_can_be_published_again_without_an_end(editor):
    article = make_edition(visible_from=day(-2), visible_until=day(-1), body="<p>Un.</p>").article
    edition = publishing.publish(article, by=editor)
    assert (edition.kind, edition.visible_until) == ("update", None)
    assert bodies(article, 9) == ["<p>Un.</p>"]


def test_a_withdrawal_has_no_end_whatever_was_set_before():
    chief = make_user("chief")
    article = make_article()
    publishing.publish(article, by=chief)
    publishing.take_offline(article, by=chief, at=day(1))
    publishing.withdraw(article, by=chief, reason="Faux.")
    assert publishing.reader_state(article, day(2)) == "withdrawn"


# --- the embargo, apart from the schedule


@pytest.mark.parametrize(("asked", "embargo", "opens"), [(1, 2, 2), (2, 1, 2), (None, 2, 2), (2, None, 2)])
def test_of_schedule_and_embargo_the_later_decides_and_both_are_kept(editor, asked, embargo, opens):
    moments = {1: day(1), 2: day(2), None: None}
    article = make_article(embargo_until=moments[embargo])
    edition = publishing.publish(article, by=editor, at=moments[asked])
    assert edition.visible_from == moments[opens]
    assert (edition.asked_for, edition.article.embargo_until) == (moments[asked], moments[embargo])


def test_an_embargo_that_moves_later_takes_what_is_scheduled_with_it(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    changed(article, body="<p>Deux.</p>")
    publishing.publish(article, by=editor, at=day(1))
    changed(article, embargo_until=day(3))
    assert bodies(article, 0, 2, 4) == ["<p>Un.</p>", "<p>Un.</p>", "<p>Deux.</p>"]
    assert article.editions.filter(visible_until=None).count() == 1


def test_a_first_edition_that_an_embargo_moves_is_listed_under_its_new_moment(editor):
    article = make_article()
    edition = publishing.publish(article, by=editor, at=day(1))
    changed(article, embargo_until=day(3))
    edition.refresh_from_db()
    assert edition.first_public_at == edition.visible_from == article.embargo_until


def test_an_embargo_that_is_lifted_shows_nothing_sooner_until_somebody_publishes(editor):
    article = make_article(embargo_until=day(3), body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    changed(article, embargo_until=None)
    assert bodies(article, 2, 4) == [None, "<p>Un.</p>"]
    publishing.publish(article, by=editor)
    assert bodies(article, 0) == ["<p>Un.</p>"]


def test_what_would_appear_after_its_end_is_cancelled_by_the_embargo(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    changed(article, body="<p>Deux.</p>")
    publishing.publish(article, by=editor, at=day(1))
    publishing.take_offline(article, by=editor, at=day(2))
    changed(article, embargo_until=day(3))
    assert bodies(article, 1.5, 2.5, 4) == ["<p>Un.</p>", None, None]


def test_who_sets_an_embargo_is_told_what_it_does_to_the_schedule_and_the_journal_keeps_it(editor):
    article, first, second = make_article(), day(1), day(2)
    publishing.publish(article, by=editor, at=first)
    made = recorded(article, by=editor, embargo_until=second)
    entry = JournalEntry.objects.get(action="move_schedule")
    assert made.schedule_told == entry.summary != ""
    assert (entry.article, entry.account) == (article.pk, editor.pk)
    moments = [datetime.fromisoformat(each["visible_from"]) for each in (entry.before, entry.after)]
    assert moments == [first, second]
    assert recorded(article, by=editor, embargo_until=day(1.5)).schedule_told == ""
    assert JournalEntry.objects.filter(action="move_schedule").count() == 1


def test_a_schedule_that_an_embargo_cancels_is_told_of_and_gives_its_new_address_back(editor):
    article = make_article(slug="ancienne")
    publishing.publish(article, by=editor)
    changed(article, slug="nouvelle")
    publishing.publish(article, by=editor, at=day(1))
    publishing.take_offline(article, by=editor, at=day(2))
    made = recorded(article, by=editor, embargo_until=day(3))
    entry = JournalEntry.objects.get(action="cancel_schedule", account=editor.pk)
    assert made.schedule_told == entry.summary != ""
    assert set(article.addresses.values_list("slug", flat=True)) == {"ancienne"}


def test_an_embargo_hides_nothing_that_readers_see_already(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor)
    changed(article, embargo_until=day(3))
    assert bodies(article, 0, 4) == ["<p>Un.</p>", "<p>Un.</p>"]


# --- a plan says what publishing does


def test_a_plan_changes_nothing_and_tells_what_publishing_then_does(editor):
    article = make_article(embargo_until=day(2))
    planned = publishing.plan(article, by=editor, at=day(1))
    assert not article.editions.exists()
    edition = publishing.publish(article, by=editor, at=planned.asked_for)
    assert (edition.visible_from, edition.kind, edition.visible_until) == (
        planned.opens,
        planned.kind,
        planned.closes,
    )
    assert planned.embargo_decides
    assert not publishing.plan(article, by=editor, at=day(3)).embargo_decides


def test_moments_of_going_offline_are_in_the_journal(editor):
    article = make_article()
    publishing.publish(article, by=editor)
    at = day(2)
    publishing.take_offline(article, by=editor, at=at)
    entry = JournalEntry.objects.filter(action="take_offline").first()
    assert entry.after == {"visible_until": at.isoformat()}


def test_what_is_coming_and_its_end_are_read_from_the_editions(editor):
    article = make_article()
    edition = publishing.publish(article, by=editor, at=day(1))
    publishing.take_offline(article, by=editor, at=day(2))
    assert list(timeline.coming(article, day(0))) == [edition]
    assert timeline.end(article, day(0)) == timeline.end(article, day(1.5))
    assert timeline.end(article, day(3)) is None
