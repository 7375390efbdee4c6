"""What the desk says before a button is pressed, and what stands beside the article about its readers."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles import addresses, publishing, revising
from articles.admin import outlook
from articles.models import Article
from tests.desk.pages import english, form_of
from tests.desk.test_steps import step_url
from tests.making import day, make_article, make_edition, make_user

pytestmark = pytest.mark.django_db
SOON = datetime(2099, 6, 1, 12, 0, tzinfo=UTC)
LATER = datetime(2099, 12, 1, 12, 0, tzinfo=UTC)


def foreseen(client, article, name, **data):
    """The sentences on the page, asked for or with the form's values."""
    address = english(step_url(article, name))
    response = client.post(address, data) if data else client.get(address)
    return " ".join(response.context["foreseen"].sentences)


def change_page(client, article):
    return client.get(english(reverse("admin:articles_article_change", args=[article.pk]))).content.decode()


def test_publishing_tells_that_readers_see_the_text_at_once(client, editor):
    client.force_login(editor)
    assert foreseen(client, make_article(), "publish") == "Readers see this text at once."


@pytest.fixture
def edited(client, editor):
    """A public article whose text was changed at the desk since."""
    client.force_login(editor)
    article = make_edition(slug="un").article
    url = reverse("admin:articles_article_change", args=[article.pk])
    client.post(url, form_of(client.get(url), title="Autre titre", slug="deux"))
    return Article.objects.get(pk=article.pk)


def test_changes_of_what_is_public_are_told_with_the_address_that_will_lead_on(client, edited):
    said = foreseen(client, edited, "publish")
    assert said == (
        "Readers see these changes at once. Its address changes: /articles/un/ will lead to /articles/deux/."
    )


def test_of_an_embargo_and_a_schedule_the_page_tells_both(client, editor):
    client.force_login(editor)
    article = make_article(embargo_until=LATER)
    assert foreseen(client, article, "publish") == (
        "Readers see this text from 2099-12-01 13:00 (UTC+1) on, when its embargo ends."
    )
    assert foreseen(client, article, "schedule", at_0="2099-06-01", at_1="14:00") == (
        "Readers see this text from 2099-12-01 13:00 (UTC+1) on, when its embargo ends. "
        "You asked for 2099-06-01 14:00 (UTC+2): the embargo is later."
    )


def test_a_moment_is_told_before_it_is_kept(client, editor):
    client.force_login(editor)
    article = make_article()
    page = client.post(step_url(article, "schedule"), {"at_0": "2099-06-01", "at_1": "14:00"})
    assert not article.editions.exists()
    assert "2099-06-01 14:00 (UTC+2)" in page.content.decode()
    client.post(step_url(article, "schedule"), form_of(page, "", at_1="15:00"))  # another moment than was told
    assert not article.editions.exists()
    client.post(step_url(article, "schedule"), form_of(page, ""))
    assert article.editions.get().visible_from == SOON


def test_what_changed_after_it_was_told_is_told_again_first(client, editor):
    client.force_login(editor)
    article = make_article()
    page = client.get(step_url(article, "publish"))
    Article.objects.filter(pk=article.pk).update(embargo_until=LATER)
    again = client.post(step_url(article, "publish"), form_of(page, ""))
    assert not article.editions.exists()
    client.post(step_url(article, "publish"), form_of(again, ""))
    assert article.editions.get().visible_from == LATER


def test_an_article_goes_offline_and_stays_online_by_its_buttons(client, editor):
    client.force_login(editor)
    article = make_edition().article
    page = client.post(english(step_url(article, "take_offline")), {"at_0": "2099-06-01", "at_1": "14:00"})
    assert article.editions.get().visible_until is None
    client.post(step_url(article, "take_offline"), form_of(page, ""))
    assert article.editions.get().visible_until == SOON
    assert "goes offline 2099-06-01 14:00 (UTC+2)" in change_page(client, article)
    client.post(step_url(article, "keep_online"), form_of(client.get(step_url(article, "keep_online")), ""))
    assert article.editions.get().visible_until is None


@pytest.mark.parametrize("name", ["take_offline", "keep_online"])
def test_a_reporter_takes_nothing_offline(client, reporter, name):
    client.force_login(reporter)
    article = make_edition(title="Quillfish", visible_until=day(3)).article
    for response in [
        client.get(step_url(article, name)),
        client.post(step_url(article, name), {"at_0": "2099-06-01"}),
    ]:
        assert response.status_code == 403
        assert b"Quillfish" not in response.content


def test_each_step_foresees_what_it_would_refuse(editor):
    fresh, public = make_article(), make_edition().article
    publishing.move(fresh, "submit", by=editor)
    for foresee, article in [
        (outlook.of_publishing, public),
        (outlook.of_cancelling, fresh),
        (outlook.of_staying_online, public),
        (outlook.of_withdrawing, fresh),
        (outlook.of_trashing, public),
        (outlook.of_restoring, fresh),
        (outlook.of_submitting, fresh),
        (outlook.of_approving, public),
        (outlook.of_accepting_known, fresh),
    ]:
        with pytest.raises(publishing.Refused):
            foresee(article, editor, {})


# --- beside the article


@pytest.fixture
def moved(editor):
    """An article that was public at one address and is at another."""
    article = make_article(slug="un")
    publishing.publish(article, by=editor)
    Article.objects.filter(pk=article.pk).update(slug="deux")
    publishing.publish(article, by=editor)
    return article


def test_former_addresses_stand_beside_the_article_and_are_revoked_there(client, editor, moved):
    client.force_login(editor)
    assert "/articles/un/" in change_page(client, moved)
    url = reverse("admin:articles_article_address", args=[moved.pk])
    client.post(url, {"revoke": "un"})
    assert client.get("/articles/un/").status_code == 410
    assert "leads nowhere since" in change_page(client, moved)
    client.post(url, {"lead": "un"})
    assert client.get("/articles/un/").status_code == 301


def test_addresses_are_changed_by_publishers_and_by_post_only(client, reporter, editor, moved):
    url = reverse("admin:articles_article_address", args=[moved.pk])
    client.force_login(reporter)
    assert client.post(url, {"revoke": "un"}).status_code == 403
    assert "name=&quot;revoke" not in change_page(client, moved)
    assert 'name="revoke"' not in change_page(client, moved)
    client.force_login(editor)
    assert client.get(url).status_code == 405
    assert client.post(url, {"revoke": "deux"}, follow=True).status_code == 200
    assert not addresses.former(moved).exclude(revoked_at=None).exists()


def test_changes_requested_stand_on_the_article_and_on_the_authors_first_page(client, editor):
    anna, bruno = make_user("reporter", username="anna"), make_user("reporter", username="bruno")
    article = make_article(title="Sommet de Vilnius", stage="in_review", created_by=anna)
    publishing.move(article, "send_back", by=editor, reason="Il manque une source.")
    client.force_login(anna)
    assert "Il manque une source." in change_page(client, article)
    sections = {each.name: each for each in client.get(reverse("admin:index")).context["desk_sections"]}
    assert [item.title for item in sections["asked"].items] == [article.title]
    listed = client.get(reverse("admin:articles_article_changelist"), {"asked": "me"}).context["cl"].result_list
    assert list(listed) == [article]
    client.force_login(bruno)
    assert "asked" not in {each.name for each in client.get(reverse("admin:index")).context["desk_sections"]}


@pytest.mark.parametrize("second", [True, False])
def test_a_second_person_is_asked_for_where_the_settings_want_one(settings, second):
    settings.SECOND_APPROVAL = second
    anna, bruno = make_user("editor"), make_user("editor")
    article = make_article(stage="in_review")
    article.revisions.update(created_by=anna)
    if not second:
        publishing.move(article, "approve", by=anna)
        assert publishing.publish(article, by=anna)
        return
    for deed in [lambda: publishing.move(article, "approve", by=anna), lambda: publishing.publish(article, by=anna)]:
        with pytest.raises(publishing.Refused):
            deed()
    publishing.move(article, "approve", by=bruno)
    assert publishing.publish(article, by=anna)


def test_a_change_to_a_public_text_waits_for_a_second_person_while_readers_see_the_text_before(client, settings):
    settings.SECOND_APPROVAL = True
    anna, bruno = make_user("editor"), make_user("editor")
    article = make_edition(article=make_article(title="Avant", stage="ready")).article
    with pytest.raises(publishing.Refused):
        publishing.move(article, "ask_approval", by=anna)
    Article.objects.filter(pk=article.pk).update(title="Après")
    revising.record(Article.objects.get(pk=article.pk), by=anna)
    client.force_login(anna)
    page = client.get(step_url(article, "publish")).content.decode()
    assert " disabled>" in page
    assert step_url(article, "ask_approval") in page
    client.post(step_url(article, "ask_approval"))
    article.refresh_from_db()
    assert (article.stage, article.editions.public().get().title) == ("in_review", "Avant")
    with pytest.raises(publishing.Refused):
        publishing.move(article, "approve", by=anna)
    publishing.move(article, "approve", by=bruno)
    assert " disabled>" not in client.get(step_url(article, "publish")).content.decode()
    assert publishing.publish(article, by=anna, kind="update").title == "Après"


def test_an_approval_counts_for_the_text_that_was_approved_only(settings):
    settings.SECOND_APPROVAL = True
    anna, bruno = make_user("editor"), make_user("editor")
    article = make_article(stage="in_review")
    publishing.move(article, "approve", by=bruno)
    Article.objects.filter(pk=article.pk).update(title="Autre titre")
    revising.record(Article.objects.get(pk=article.pk), by=anna)
    with pytest.raises(publishing.Refused):
        publishing.publish(article, by=anna)
    assert publishing.publish(article, by=bruno)
