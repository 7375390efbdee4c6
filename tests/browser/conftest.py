"""A page in the system's Chromium, that listens for everything that goes wrong in it."""

import importlib
import os
import time
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.signals import request_finished, request_started
from django.db import connection
from django.urls import reverse
from django.utils import translation

from tests.conftest import CHROMIUM
from tests.site.conftest import links, registry  # noqa: F401 - fixtures of these tests too

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass
class Complaints:
    """What the browser complained of: console errors, exceptions, refused or failed requests."""

    heard: list[str] = field(default_factory=list)

    def listen(self, page) -> None:
        page.on("console", lambda message: message.type == "error" and self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("requestfailed", self.failed)
        page.on(
            "response",
            lambda response: response.status >= 400 and self.heard.append(f"{response.status} {response.url}"),
        )

    def failed(self, request) -> None:
        """A request that failed; what a page still asked for when it was left is no complaint."""
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"{request.url}: {request.failure}")


@pytest.fixture(autouse=True)
def rows_of_migrations(transactional_db):
    """Put back the groups and site texts that migrations wrote.

    A live server needs real transactions, after which every table is emptied. (`serialized_rollback` would collide
    with the content types that a late request of the browser makes again between two tests.)
    """
    if not Group.objects.exists():
        for module, function in [
            ("articles.migrations.0002_groups", "make_groups"),
            ("articles.migrations.0012_journal", "let_chiefs_read"),
            ("articles.migrations.0014_publishing", "let_editors_act_on_several"),
            ("articles.migrations.0018_pictures", "let_the_desk_use_pictures"),
            ("articles.migrations.0019_levels_of_checks", "let_chiefs_set"),
            ("articles.migrations.0020_silent_edits_and_shared_previews", "add_permissions"),
            ("newsroom.migrations.0001_site_texts", "write_texts"),
        ]:
            getattr(importlib.import_module(module), function)(apps, SimpleNamespace(connection=connection))
    under_way.clear()
    yield
    let_the_server_finish()


under_way: list[int] = []  # one for each request that the live server has begun to answer


def begun(**_environment: object) -> None:
    under_way.append(1)


def ended(**_environment: object) -> None:
    if under_way:
        under_way.pop()


request_started.connect(begun)
request_finished.connect(ended)


def let_the_server_finish(at_most: float = 10) -> None:
    """Wait for what pages that are closed by now still asked, before the tables are emptied under it."""
    last = time.monotonic() + at_most
    while under_way and time.monotonic() < last:
        time.sleep(0.02)


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once. Tests marked `browser` are skipped before they come here where it is missing."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "Chromium is missing"
    # Playwright's loop runs in this thread, and Django takes that for asynchronous code.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def kept_contexts(chromium):
    """Contexts by their options, for pages of the desk: eighty scripts and styles are fetched once, not each time."""
    held = {}
    yield held
    for context in held.values():
        context.close()


@pytest.fixture
def browser_page(chromium, kept_contexts, request):
    """A page of a phone's width, in a context that remembers nothing; `complaints` on it holds what went wrong.

    `@pytest.mark.parametrize("browser_page", [{"viewport": …, "color_scheme": "dark"}], indirect=True)` changes it.
    """
    options = {"viewport": {"width": 390, "height": 844}} | getattr(request, "param", {})
    is_kept = "desk" in request.fixturenames
    context = kept_contexts.pop(repr(options), None) if is_kept else None
    context = context or chromium.new_context(**options)
    page = context.new_page()
    page.complaints = Complaints()
    page.complaints.listen(page)
    yield page
    if is_kept:
        forget(context, request.getfixturevalue("live_server").url)
        kept_contexts[repr(options)] = context
    else:
        context.close()


def forget(context, origin: str) -> None:
    """Close the context's pages, and let it forget all but the files that it fetched."""
    context.set_offline(False)
    page = context.new_page()
    kept = {"origin": origin, "storageTypes": "indexeddb,local_storage"}
    context.new_cdp_session(page).send("Storage.clearDataForOrigin", kept)
    for each in context.pages:
        each.close()
    context.clear_cookies()
    context.clear_permissions()


@pytest.fixture
def desk(browser_page, live_server, client):
    """The browser, signed in and in French; `desk(name, *args)` opens a page of the desk.

    As an administrator: tests with a server of their own begin with an empty database, without the groups.
    """
    client.force_login(User.objects.create_superuser("anna"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])

    def visit(name, *args):
        browser_page.goto(live_server.url + reverse(f"admin:{name}", args=args))
        return browser_page

    with translation.override("fr"):
        yield visit
