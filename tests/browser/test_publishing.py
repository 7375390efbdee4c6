"""Publishing, the journal and several articles at once in a real browser: confirmed by hand, nothing amiss."""

import pytest

from articles import publishing
from articles.models import Article
from tests.browser.axe import grave
from tests.making import make_article, make_edition, make_user

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
WIDE = {"viewport": {"width": 1280, "height": 900}}
SCREENS = [WIDE, {"color_scheme": "dark"}]


@pytest.fixture
def moved():
    """A public article with a former address, changed since, with a reviewer's request."""
    chief = make_user("chief")
    article = make_edition(slug="un").article
    Article.objects.filter(pk=article.pk).update(slug="deux", title="Autre titre")
    publishing.publish(article, by=chief)
    Article.objects.filter(pk=article.pk).update(title="Encore un titre")
    publishing.move(article, "send_back", by=chief, reason="Il manque une source.")
    return Article.objects.get(pk=article.pk)


@pytest.mark.parametrize("browser_page", SCREENS, ids=["desk", "phone in the dark"], indirect=True)
def test_the_pages_of_publishing_fit_the_screen_and_nothing_is_amiss(desk, moved):
    for name, *more in [
        ("articles_article_step", moved.pk, "publish"),
        ("articles_article_step", moved.pk, "take_offline"),
        ("articles_article_step", moved.pk, "withdraw"),
        ("articles_journalentry_changelist",),
        ("articles_article_changelist",),
    ]:
        page = desk(name, *more)
        if name == "articles_article_changelist":
            page.check("#action-toggle")
            page.select_option("select[name=action]", "submit_selected")
            page.click("button[name=index]")
        page.wait_for_load_state("networkidle")
        wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, more or name
        assert page.complaints.heard == [], name
        assert grave(page) == [], (name, more)


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_moment_is_read_before_it_is_confirmed_by_hand(desk):
    article = make_article()
    page = desk("articles_article_step", article.pk, "schedule")
    page.fill("#id_at_0", "2099-06-01")
    page.fill("#id_at_1", "14:00")
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".step-outlook")
    assert "2099-06-01 14:00 (UTC+2)" in page.inner_text(".step-outlook")
    assert not article.editions.exists()
    page.click(".submit-row input[type=submit]")
    page.wait_for_selector(".messagelist .success")
    assert publishing.reader_state(article) == "scheduled"
    assert page.complaints.heard == []


@pytest.mark.parametrize("browser_page", [WIDE], indirect=True)
def test_a_former_address_is_revoked_by_hand(desk, moved):
    page = desk("articles_article_change", moved.pk)
    page.click("#beside-publishing-tab")
    page.click("button[name=revoke]")
    page.wait_for_selector("button[name=lead]", state="attached")
    assert moved.addresses.get(slug="un").revoked_at is not None
    assert page.complaints.heard == []
