"""Every change of what readers see."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import publishing
from articles.models import Byline, Contributor, Edition, Kind, Rights, Stage
from articles.publishing import NotReady, Refused
from partners.dates import PartialDate
from tests.making import day, make_article, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def chief():
    return make_user("chief")


@pytest.fixture
def reporter():
    return make_user("reporter")


def public(article):
    return article.public_edition()


def test_publishing_makes_an_edition_with_the_article_s_text_themes_links_and_bylines(editor):
    article = make_article(title="Sommet", standfirst="En bref.", tags=["Flanc sud"], source=make_source())
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place="Dakar")
    edition = publishing.publish(article, by=editor)
    assert public(article) == edition
    assert (edition.title, edition.standfirst, edition.body) == ("Sommet", "En bref.", article.body)
    assert edition.kind == Kind.FIRST
    assert [theme.name for theme in edition.tags.all()] == ["Flanc sud"]
    assert [str(byline.contributor) for byline in edition.bylines.all()] == ["Awa Diop"]
    assert edition.revision.snapshot["title"] == "Sommet"
    article.refresh_from_db()
    assert article.stage == Stage.READY


def test_readers_keep_the_public_text_while_the_article_is_edited(editor):
    article = make_article(body="<p>Premier.</p>")
    publishing.publish(article, by=editor)
    article.body = "<p>Second.</p>"
    article.save()
    assert public(article).body == "<p>Premier.</p>"
    second = publishing.publish(article, by=editor)
    assert public(article) == second
    assert second.kind == Kind.UPDATE
    assert Edition.objects.filter(article=article, visible_until=None).count() == 1


def test_a_later_edition_keeps_the_day_of_the_first(editor):
    article = make_article()
    first = publishing.publish(article, by=editor)
    second = publishing.publish(article, by=editor)
    assert second.first_public_at == first.first_public_at
    assert second.visible_from >= first.visible_from


def test_a_scheduled_edition_appears_at_its_time_without_anybody_s_help(editor):
    article = make_article()
    edition = publishing.publish(article, by=editor, at=day(+1))
    assert public(article) is None
    assert article.public_edition(at=day(+1.1)) == edition
    assert edition.first_public_at == edition.visible_from


def test_a_scheduled_change_replaces_the_text_at_its_time(editor):
    article = make_article(body="<p>Avant.</p>")
    publishing.publish(article, by=editor)
    article.body = "<p>Après.</p>"
    article.save()
    publishing.publish(article, by=editor, at=day(+1))
    assert public(article).body == "<p>Avant.</p>"
    assert article.public_edition(at=day(+2)).body == "<p>Après.</p>"


def test_publishing_now_replaces_what_was_scheduled(editor):
    article = make_article(body="<p>Un.</p>")
    publishing.publish(article, by=editor, at=day(+1))
    publishing.publish(article, by=editor)
    assert public(article).body == "<p>Un.</p>"
    assert article.public_edition(at=day(+2)) == public(article)


def test_a_cancelled_schedule_leaves_what_readers_see(editor):
    article = make_article(body="<p>Avant.</p>")
    shown = publishing.publish(article, by=editor)
    publishing.publish(article, by=editor, at=day(+1))
    publishing.cancel_schedule(article, by=editor)
    assert article.public_edition(at=day(+2)) == shown
    with pytest.raises(Refused):
        publishing.cancel_schedule(article, by=editor)


def test_a_cancelled_first_edition_was_never_public(editor):
    article = make_article()
    publishing.publish(article, by=editor, at=day(+1))
    publishing.cancel_schedule(article, by=editor)
    assert article.public_edition(at=day(+2)) is None
    again = publishing.publish(article, by=editor)
    assert again.kind == Kind.FIRST
    assert again.first_public_at == again.visible_from


def test_a_moment_in_the_past_is_refused(editor):
    with pytest.raises(Refused):
        publishing.publish(make_article(), by=editor, at=day(-1))


def test_an_embargo_is_never_crossed(editor):
    article = make_article(embargo_until=day(+2))
    edition = publishing.publish(article, by=editor)
    assert edition.visible_from == article.embargo_until
    assert public(article) is None
    assert publishing.publish(article, by=editor, at=day(+3)).visible_from > article.embargo_until


def test_an_archive_is_filed_under_its_own_day_but_public_only_from_now(editor):
    article = make_article(dated=PartialDate(2024, 2, 28))
    edition = publishing.publish(article, by=editor, as_archive=True)
    assert timezone.localtime(edition.first_public_at).date().isoformat() == "2024-02-28"
    assert article.public_edition(at=datetime(2024, 3, 1, tzinfo=UTC)) is None
    assert public(article) == edition


def test_an_archive_without_a_full_date_stays_a_draft(editor):
    article = make_article(dated=PartialDate(2024, 2))
    with pytest.raises(Refused):
        publishing.publish(article, by=editor, as_archive=True)
    assert not article.editions.exists()


@pytest.mark.parametrize("group", ["reporter", "importer", "registry keeper"])
def test_only_who_may_publish_publishes(group):
    article = make_article()
    with pytest.raises(PermissionDenied):
        publishing.publish(article, by=make_user(group))
    assert not article.editions.exists()


def test_what_stands_in_the_way_is_named_and_a_waiver_with_a_reason_lifts_it(editor, chief):
    article = make_article(rights=Rights.UNKNOWN)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(article, by=editor)
    assert [finding.name for finding in refusal.value.findings] == ["rights"]
    with pytest.raises(PermissionDenied):
        publishing.waive(article, "rights", by=editor, reason="Accord oral")
    with pytest.raises(Refused):
        publishing.waive(article, "rights", by=chief, reason="  ")
    publishing.waive(article, "rights", by=chief, reason="Accord oral")
    assert publishing.publish(article, by=editor)


def test_a_missing_text_cannot_be_waived(chief):
    article = make_article(body="")
    with pytest.raises(Refused):
        publishing.waive(article, "text", by=chief, reason="Pressé")


def test_a_withdrawal_takes_the_text_from_readers_and_keeps_the_notice(chief):
    article = make_article(body="<p>Faux.</p>")
    publishing.publish(article, by=chief)
    notice = publishing.withdraw(article, by=chief, reason="Source démentie.")
    assert public(article) is None
    assert Edition.objects.withdrawn().get() == notice
    assert (notice.body, notice.standfirst, notice.note) == ("", "", "Source démentie.")
    assert publishing.reader_state(article) == "withdrawn"


def test_a_withdrawal_needs_a_reason_and_a_public_text(chief):
    article = make_article()
    with pytest.raises(Refused):
        publishing.withdraw(article, by=chief, reason="x")
    publishing.publish(article, by=chief)
    with pytest.raises(Refused):
        publishing.withdraw(article, by=chief, reason=" ")


def test_a_withdrawn_article_can_be_published_again(chief):
    article = make_article()
    publishing.publish(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Erreur.")
    again = publishing.publish(article, by=chief)
    assert public(article) == again
    assert not Edition.objects.withdrawn().exists()


def test_a_public_article_is_not_trashed_and_a_trashed_one_not_published(editor, chief):
    article = make_article()
    publishing.publish(article, by=editor)
    with pytest.raises(Refused):
        publishing.trash(article, by=editor)
    publishing.withdraw(article, by=chief, reason="Erreur.")
    publishing.trash(article, by=editor)
    assert not Edition.objects.withdrawn().exists()
    with pytest.raises(Refused):
        publishing.publish(article, by=editor)
    publishing.restore(article, by=editor)
    assert publishing.publish(article, by=editor)


def test_trashing_cancels_what_was_scheduled(editor):
    article = make_article()
    publishing.publish(article, by=editor, at=day(+1))
    publishing.trash(article, by=editor)
    publishing.restore(article, by=editor)
    assert article.public_edition(at=day(+2)) is None


def test_only_a_public_article_can_lead_the_home_page(editor):
    article = make_article()
    with pytest.raises(Refused):
        publishing.lead(article, by=editor)
    publishing.publish(article, by=editor)
    publishing.lead(article, by=editor)
    article.refresh_from_db()
    assert article.lead_since is not None


@pytest.mark.parametrize(
    ("step", "stage", "group", "after"),
    [
        ("submit", "draft", "reporter", "in_review"),
        ("approve", "in_review", "editor", "ready"),
        ("send_back", "in_review", "editor", "draft"),
        ("send_back", "ready", "editor", "draft"),
    ],
)
def test_a_step_leads_from_its_stage_to_the_next(step, stage, group, after):
    article = make_article(stage=stage)
    publishing.move(article, step, by=make_user(group), reason="Relire." if step == "send_back" else "")
    article.refresh_from_db()
    assert article.stage == after


@pytest.mark.parametrize(("step", "stage"), [("submit", "ready"), ("approve", "draft"), ("send_back", "draft")])
def test_a_step_from_another_stage_is_refused(step, stage, editor):
    article = make_article(stage=stage)
    with pytest.raises(Refused):
        publishing.move(article, step, by=editor, reason="Relire.")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_changes_are_requested_with_a_reason(editor, reason):
    article = make_article(stage="in_review")
    with pytest.raises(Refused):
        publishing.move(article, "send_back", by=editor, reason=reason)
    article.refresh_from_db()
    assert article.stage == "in_review"
    assert not article.change_requests.exists()


@pytest.mark.parametrize("answer", ["submit", "publish"])
def test_a_request_for_changes_is_open_until_the_article_goes_on(editor, reporter, answer):
    article = make_article(stage="in_review")
    publishing.move(article, "send_back", by=editor, reason="Une source manque.")
    assert [(asked.reason, asked.asked_by) for asked in article.change_requests.open()] == [
        ("Une source manque.", editor)
    ]
    if answer == "submit":
        publishing.move(article, "submit", by=reporter)
    else:
        publishing.publish(article, by=editor)
    assert not article.change_requests.open().exists()
    assert article.change_requests.count() == 1


def test_a_reporter_cannot_approve():
    with pytest.raises(PermissionDenied):
        publishing.move(make_article(stage="in_review"), "approve", by=make_user("reporter"))


def test_what_happened_is_logged_with_its_author(editor):
    article = make_article()
    publishing.publish(article, by=editor)
    assert LogEntry.objects.get(object_id=str(article.pk)).user == editor


@pytest.mark.parametrize(("opens", "expected"), [(None, "live"), (+1, "scheduled")])
def test_the_reader_s_state_is_derived_from_editions(editor, opens, expected):
    article = make_article()
    assert publishing.reader_state(article) == "unpublished"
    publishing.publish(article, by=editor, at=day(opens) if opens else None)
    assert publishing.reader_state(article) == expected


def test_a_withdrawal_holds_when_what_was_to_replace_it_goes_to_the_trash(chief):
    article = make_article(slug="retire")
    publishing.publish(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Faux.")
    publishing.publish(article, by=chief, at=day(3))
    publishing.trash(article, by=chief)
    publishing.restore(article, by=chief)
    assert Edition.objects.withdrawn(day(5)).filter(slug="retire").exists()
