"""The import desk in a real browser, with and without scripts, on a phone's width too."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Incoming
from tests.browser.axe import violations
from tests.desk.import_desk.making import TEXT
from tests.tables import load_registry

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(browser_page, live_server, client):
    """The browser on the import desk, signed in as an administrator; the registry knows its countries."""
    load_registry()
    client.force_login(User.objects.create_superuser("anna"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
    with translation.override("en"):
        browser_page.goto(live_server.url + reverse("admin:articles_incoming_changelist"))
    return browser_page


@pytest.mark.parametrize("browser_page", [{}, {"java_script_enabled": False}], indirect=True, ids=["scripts", "none"])
def test_a_text_is_pasted_looked_at_freed_of_what_was_misread_and_made_a_draft(desk):
    desk.get_by_label("Paste a text").fill(TEXT)
    desk.get_by_label("Source").fill("Agence du Sud")
    desk.get_by_role("button", name="Read it").click()
    desk.locator(".source-text").get_by_role("link", name="Mauritanie", exact=True).first.click()
    assert re.search("#country-", desk.url)
    assert desk.locator(".review-card:target").count() == 1
    entry = desk.locator(".review-card:target")
    with desk.expect_navigation():  # sent once the server has said who is signed in
        entry.get_by_role("button", name=re.compile("^Leave out")).first.click()
    assert desk.locator(".review-card:target").get_by_role("button", name=re.compile("^Take back")).count() >= 1
    assert Incoming.objects.get().left_out
    with desk.expect_navigation():
        desk.get_by_role("button", name="Create draft").click()
    article = Article.objects.get()
    assert f"/{article.pk}/proposals/" in desk.url
    assert article.source.name == "Agence du Sud"
    assert "MR" not in set(article.proposals.values_list("key", flat=True))
    assert desk.complaints.heard == []


SCREENS = {
    "320": {"viewport": {"width": 320, "height": 844}},
    "390 in the dark": {"color_scheme": "dark"},
    "1280": {"viewport": {"width": 1280, "height": 844}},
}


@pytest.mark.parametrize("browser_page", SCREENS.values(), indirect=True, ids=SCREENS)
def test_no_page_of_the_import_desk_is_wider_than_the_screen_and_axe_minds_nothing(desk):

    def overflow():
        return desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert overflow() <= 0
    assert violations(desk) == []
    desk.get_by_label("Paste a text").fill(f"{'Donaudampfschifffahrt' * 9}\n\n{TEXT}")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Read it").click()
    assert overflow() <= 0
    assert violations(desk) == []


def test_what_is_too_much_is_told_before_it_is_sent_and_nothing_of_the_form_is_lost(desk, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    for file in files:
        file.write_text("Un texte.")
    desk.get_by_label("Source").fill("Agence du Sud")
    desk.get_by_label("Or choose files").set_input_files(files)
    desk.get_by_role("button", name="Read it").click()
    assert "500 can be sent at once" in desk.locator(".errorlist").inner_text()
    desk.get_by_label("Or choose files").set_input_files([])
    # A text of 5 MB keeps Chromium busy for minutes: a lower limit says the same.
    desk.locator("form[data-most-bytes]").evaluate("(form) => { form.dataset.mostBytes = 1000; }")
    desk.get_by_label("Paste a text").fill("Un mot de plus.\n" * 100)
    desk.get_by_role("button", name="Read it").click()
    assert "5 MB at most" in desk.locator(".errorlist").inner_text()
    assert desk.get_by_label("Source").input_value() == "Agence du Sud"
    desk.get_by_label("Paste a text").fill(TEXT)
    desk.get_by_role("button", name="Read it").click()
    assert Incoming.objects.get().options["source"] == "Agence du Sud"
    assert desk.complaints.heard == []
