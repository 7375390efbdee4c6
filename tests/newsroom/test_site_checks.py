"""What an installation is told that it lacks."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.flatpages.models import FlatPage
from django.core.management import CommandError, call_command
from django.db.migrations.executor import MigrationExecutor

from newsroom.site_checks import look
from tests.making import make_user
from tests.partners.making import make_country

pytestmark = pytest.mark.django_db


def told(*, faults):
    return [finding.told for finding in look() if finding.fault is faults]


@pytest.fixture
def ready(settings, tmp_path):
    """An installation in which nothing is missing."""
    settings.VAR_DIR = tmp_path
    settings.SECURITY_CONTACT = ["mailto:securite@example.org"]
    settings.SECURITY_EXPIRES = datetime(2999, 1, 1, tzinfo=UTC)
    make_country()
    make_user("chief")
    FlatPage.objects.all().update(content="<p>Écrite.</p>")


def test_an_installation_that_is_ready_lacks_nothing(ready, capsys):
    assert told(faults=True) == []
    call_command("check_site")
    assert capsys.readouterr().out


def test_what_stands_in_the_way_is_named_with_what_to_do_and_ends_the_command_with_1(ready, capsys, settings):
    get_user_model().objects.all().delete()
    settings.VAR_DIR = settings.VAR_DIR / "file"
    settings.VAR_DIR.write_text("")
    with pytest.raises(CommandError) as refusal:
        call_command("check_site")
    assert refusal.value.returncode == 1
    printed = capsys.readouterr().out
    assert "createsuperuser" in printed
    assert str(settings.VAR_DIR) in printed


def test_what_can_wait_is_advice(ready, settings):
    settings.SECURITY_CONTACT = []
    FlatPage.objects.filter(url="/contact/").update(content="<p>Cette page est à compléter par la rédaction.</p>")
    advice = " ".join(told(faults=False))
    assert "NEWSROOM_SECURITY_CONTACT" in advice
    assert "/contact/" in advice
    assert told(faults=True) == []


def test_tables_of_an_earlier_version_are_told_before_anything_is_asked_of_them(ready, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["one", "two"])
    assert [each for each in told(faults=True) if "manage.py migrate" in each]


def test_production_without_collected_static_files_is_told(ready, settings, tmp_path):
    settings.PRODUCTION = True
    settings.STATIC_ROOT = tmp_path / "static"
    assert [each for each in told(faults=True) if "collectstatic" in each]
