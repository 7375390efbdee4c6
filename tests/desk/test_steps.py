"""Publishing, scheduling, withdrawing and the rest by the desk's buttons."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Kind, Stage
from articles.moments import with_offset
from tests.desk.pages import english, form_of, texts
from tests.making import day, make_article, make_edition, make_user

pytestmark = pytest.mark.django_db


def step_url(article, name):
    return reverse("admin:articles_article_step", args=[article.pk, name])


def test_looking_at_a_step_changes_nothing(client, chief):
    client.force_login(chief)
    article = make_article()
    for name in ["submit", "publish", "schedule", "trash"]:
        assert client.get(step_url(article, name)).status_code == 200
    article.refresh_from_db()
    assert (article.stage, article.trashed_at, article.editions.count()) == (Stage.DRAFT, None, 0)


def test_an_editor_publishes(client, editor):
    client.force_login(editor)
    article = make_article(stage=Stage.READY)
    client.post(step_url(article, "publish"))
    assert publishing.reader_state(article) == "live"
    assert article.editions.get().published_by == editor


def test_checks_that_stand_in_the_way_are_told_and_nothing_is_published(client, editor):
    client.force_login(editor)
    article = make_article(rights="unknown")
    assert b"disabled" in client.get(step_url(article, "publish")).content
    response = client.post(english(step_url(article, "publish")))
    assert "Nobody has said by what right the text may be published." in texts(response.context["messages"])
    assert not article.editions.exists()


def test_scheduling_takes_the_newsrooms_local_time(client, editor):
    client.force_login(editor)
    article = make_article()
    moment = timezone.localtime(day(2)).replace(hour=9, minute=30, second=0, microsecond=0)
    page = client.post(step_url(article, "schedule"), {"at_0": f"{moment:%Y-%m-%d}", "at_1": "09:30"})
    assert with_offset(moment) in page.content.decode()
    assert not article.editions.exists()
    client.post(step_url(article, "schedule"), form_of(page, ""))
    assert article.editions.get().visible_from == moment
    assert publishing.reader_state(article) == "scheduled"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (("2001-01-01", "10:00"), "That moment has passed"),
        (("2099-03-29", "02:30"), "does not exist"),
        (("2099-10-25", "02:30"), "02:30 (UTC+2) or 02:30 (UTC+1)"),
        (("2099-10-25", ""), ""),
        (("", ""), ""),
    ],
)
def test_a_moment_that_cannot_be_is_refused_in_words(client, editor, at, words):
    client.force_login(editor)
    article = make_article()
    response = client.post(english(step_url(article, "schedule")), {"at_0": at[0], "at_1": at[1]})
    assert response.status_code == 200
    assert words in " ".join(texts(response.context["messages"])) + str(response.context["form"].errors)
    assert not article.editions.exists()


def test_a_schedule_can_be_cancelled(client, editor):
    client.force_login(editor)
    article = make_article()
    publishing.publish(article, by=editor, at=day(2))
    client.post(step_url(article, "cancel_schedule"))
    assert publishing.reader_state(article) == "unpublished"


def test_a_withdrawal_needs_a_reason_and_a_chief(client, editor, chief):
    article = make_article(stage=Stage.READY)
    make_edition(article=article)
    client.force_login(editor)
    assert client.post(step_url(article, "withdraw"), {"reason": "Erreur"}).status_code == 403
    client.force_login(chief)
    client.post(step_url(article, "withdraw"), {"reason": "  "})
    assert publishing.reader_state(article) == "live"
    client.post(step_url(article, "withdraw"), {"reason": "Erreur"})
    assert publishing.reader_state(article) == "withdrawn"
    assert article.open_edition().note == "Erreur"


def test_an_article_goes_through_its_stages(client, reporter, editor):
    article = make_article()
    client.force_login(reporter)
    client.post(step_url(article, "submit"))
    article.refresh_from_db()
    assert article.stage == Stage.IN_REVIEW
    client.force_login(editor)
    client.post(step_url(article, "approve"))
    article.refresh_from_db()
    assert article.stage == Stage.READY
    client.post(step_url(article, "send_back"), {"reason": "Une source manque"})
    article.refresh_from_db()
    assert article.stage == Stage.DRAFT


def test_the_trash_and_back(client, editor):
    client.force_login(editor)
    article = make_article()
    client.post(step_url(article, "trash"))
    article.refresh_from_db()
    assert article.trashed_at
    client.post(step_url(article, "restore"))
    article.refresh_from_db()
    assert article.trashed_at is None


def test_a_public_article_is_not_trashed(client, editor):
    client.force_login(editor)
    article = make_article()
    make_edition(article=article)
    client.post(step_url(article, "trash"))
    article.refresh_from_db()
    assert article.trashed_at is None


def test_a_public_article_can_lead_the_home_page(client, editor):
    client.force_login(editor)
    article = make_article()
    make_edition(article=article)
    client.post(step_url(article, "lead"))
    article.refresh_from_db()
    assert article.lead_since


@pytest.mark.parametrize("name", ["approve", "send_back", "publish", "schedule", "cancel_schedule", "lead", "trash"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reporter_takes_none_of_the_editors_steps(client, reporter, name, method):
    client.force_login(reporter)
    article = make_article(title="Quillfish", stage=Stage.IN_REVIEW)
    response = getattr(client, method)(step_url(article, name))
    assert response.status_code == 403
    assert b"Quillfish" not in response.content
    article.refresh_from_db()
    assert (article.stage, article.trashed_at, article.editions.count()) == (Stage.IN_REVIEW, None, 0)


def test_unknown_steps_and_articles_are_not_found(client, chief):
    client.force_login(chief)
    assert client.get(step_url(make_article(), "explode")).status_code == 404
    assert client.get(reverse("admin:articles_article_step", args=[10_000, "publish"])).status_code == 404


@pytest.mark.parametrize("name", ["publish", "schedule"])
def test_what_an_editor_types_into_a_live_article_can_be_published_with_one_button(client, editor, name):
    client.force_login(editor)
    article = make_article()
    publishing.publish(article, by=editor)
    url = english(reverse("admin:articles_article_change", args=[article.pk]))
    page = client.get(url)
    assert f'value="step:{name}"' in page.content.decode()
    assert "Publish the changes" in page.content.decode()
    response = client.post(url, form_of(page, title="Un autre titre", _go=f"step:{name}"), follow=True)
    assert response.redirect_chain[-1][0] == english(step_url(article, name))
    assert response.status_code == 200
    client.post(step_url(article, "publish"), {"kind": "update"})
    assert [edition.title for edition in article.editions.order_by("number")][1:] == ["Un autre titre"]


@pytest.mark.parametrize("name", ["publish", "schedule"])
def test_what_has_not_changed_is_said_so_and_not_published_again(client, editor, name):
    client.force_login(editor)
    article = make_article()
    publishing.publish(article, by=editor)
    url = english(reverse("admin:articles_article_change", args=[article.pk]))
    response = client.post(url, form_of(client.get(url), _go=f"step:{name}"), follow=True)
    assert f"“{article}” has not changed since it was published." in texts(response.context["messages"])
    assert response.redirect_chain[-1][0].endswith("/change/")
    assert article.editions.get().kind == Kind.FIRST


def test_what_was_changed_back_has_not_changed_and_its_buttons_wait_for_a_change(client, editor):
    client.force_login(editor)
    article = make_article(title="Un titre")
    publishing.publish(article, by=editor)
    url = reverse("admin:articles_article_change", args=[article.pk])
    changed = client.get(url).content.decode()
    assert changed.count("data-once-changed") == 3  # publish, schedule, and publish in the bar
    for title in ["Un autre", "Un titre"]:
        assert client.post(url, form_of(client.get(url), title=title, _continue="")).status_code == 302
        assert ("data-once-changed" in client.get(url).content.decode()) is (title == "Un titre")
    assert article.revisions.count() == 3


def test_the_filters_of_the_list_one_came_from_outlive_saving_and_steps(client, editor):
    client.force_login(editor)
    article = make_article()
    filters = "?_changelist_filters=stage__exact%3Ddraft%26o%3D1"
    url = reverse("admin:articles_article_change", args=[article.pk]) + filters
    form = form_of(client.get(url))
    assert client.post(url, form | {"_continue": ""})["Location"] == url
    assert client.post(url, form | {"_go": "step:submit"})["Location"] == url
    step = step_url(article, "trash") + filters
    assert client.post(url, form_of(client.get(url), _go="step:trash"))["Location"] == step
    page = client.get(step)
    assert f'href="{url}"' in page.content.decode()
    assert client.post(step, form_of(page, ""))["Location"] == url


def test_a_step_that_does_not_apply_is_said_so_and_leads_back(client, editor):
    client.force_login(editor)
    article = make_article()
    response = client.get(step_url(article, "approve"))
    assert response.status_code == 302


def test_a_viewer_without_rights_at_the_desk_sees_no_step(client):
    client.force_login(make_user())
    assert client.get(step_url(make_article(), "publish")).status_code == 403


def test_a_second_click_makes_no_second_edition(client, editor):
    client.force_login(editor)
    article = make_article()
    for _ in range(2):
        client.post(step_url(article, "publish"))
    assert article.editions.count() == 1


def test_a_withdrawn_article_can_be_published_again(client, chief):
    client.force_login(chief)
    article = make_article()
    publishing.publish(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Erreur")
    assert client.get(step_url(article, "publish")).status_code == 200
    client.post(step_url(article, "publish"))
    assert publishing.reader_state(article) == "live"
