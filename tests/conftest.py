"""How the tests run: in the local environment, on the database of DATABASE_URL or on SQLite.

Tests marked `postgresql` or `browser` are skipped where PostgreSQL or Chromium is missing, and the summary says so;
NEWSROOM_REQUIRE="postgresql chromium" makes them fail there. So it is with `vnu`, the HTML checker: it needs Java, and
the path of its vnu.jar in NEWSROOM_VNU.
"""

import gc
import importlib.util
import os
import shutil

import hypothesis
import pytest

REQUIRED = os.environ.get("NEWSROOM_REQUIRE", "").replace(",", " ").split()
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
# The first that is there: without windows the same engine takes half the time.
BROWSERS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
VNU = os.environ.get("NEWSROOM_VNU", "")
HAS_VNU = bool(VNU and shutil.which("java"))
HAS_BROWSER = bool(CHROMIUM) and importlib.util.find_spec("playwright") is not None


# A busy machine is no bug; the gate tries the same examples each time, developers new ones.
hypothesis.settings.register_profile("newsroom", deadline=None, derandomize=os.environ.get("CI") == "true")
hypothesis.settings.load_profile("newsroom")


def pytest_collection_modifyitems(config, items):
    for item in items:
        if item.get_closest_marker("postgresql") and not ON_POSTGRESQL and "postgresql" not in REQUIRED:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: set DATABASE_URL"))
        if item.get_closest_marker("browser") and not HAS_BROWSER and "chromium" not in REQUIRED:
            item.add_marker(pytest.mark.skip(reason="needs Chromium and the e2e extra"))
        if item.get_closest_marker("browser"):
            # A browser that a busy machine starves is no fault of ours; what is broken fails twice. The summary tells.
            item.add_marker(pytest.mark.flaky(reruns=1))
        if item.get_closest_marker("vnu") and not HAS_VNU and "vnu" not in REQUIRED:
            item.add_marker(pytest.mark.skip(reason="needs Java, and the path of vnu.jar in NEWSROOM_VNU"))


def pytest_collection_finish():
    """What stays to the end is walked by the collector no more: each walk took half a second of some test's time."""
    gc.collect()
    gc.freeze()


def pytest_report_header(config):
    database = "PostgreSQL" if ON_POSTGRESQL else "SQLite (set DATABASE_URL to test on PostgreSQL)"
    browser = CHROMIUM if HAS_BROWSER else "none: browser tests are skipped"
    return [f"database: {database}", f"browser: {browser}"]


def pytest_terminal_summary(terminalreporter):
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_line(f"Failed at first, and was run again: {report.nodeid}")
    if not ON_POSTGRESQL:
        terminalreporter.write_line("Ran on SQLite only: set DATABASE_URL to run on PostgreSQL too.")
    if not HAS_VNU:
        terminalreporter.write_line("The HTML checker did not run: Java, or vnu.jar in NEWSROOM_VNU, is missing.")
    if not HAS_BROWSER:
        terminalreporter.write_line("Browser tests did not run: Chromium or the e2e extra is missing.")
