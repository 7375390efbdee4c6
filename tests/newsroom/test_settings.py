"""What starts and what refuses to start."""

import os
import subprocess
import sys

import pytest
from axes.helpers import get_client_ip_address
from django.conf import settings
from django.core.management import call_command

SAFE = {"NEWSROOM_SECRET_KEY": "k" * 60 + "9&fT", "NEWSROOM_HOSTS": "newsroom.example"}


def start(tmp_path, *arguments, **environment):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSROOM_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, *arguments],
        env=inherited | {"NEWSROOM_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "newsroom.settings"} | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, "NEWSROOM_SECRET_KEY"),
        ({"NEWSROOM_SECRET_KEY": "x" * 50}, "NEWSROOM_HOSTS"),
        (SAFE | {"NEWSROOM_DEBUG": "1"}, "NEWSROOM_DEBUG"),
        (SAFE | {"NEWSROOM_ENV": "staging"}, "staging"),
    ],
)
def test_production_refuses_to_start_and_names_the_variable(tmp_path, environment, named):
    run = start(tmp_path, "-c", "import newsroom.wsgi", **environment)
    assert run.returncode != 0
    assert named in run.stderr


def test_production_with_key_and_hosts_passes_the_deployment_check(tmp_path):
    run = start(
        tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", NEWSROOM_ENV="production", **SAFE
    )
    assert run.returncode == 0, run.stderr


def test_the_local_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    shown = [
        start(tmp_path, "-c", "from newsroom import settings; print(settings.SECRET_KEY)", NEWSROOM_ENV="local").stdout
        for _ in range(2)
    ]
    assert shown[0] == shown[1]
    assert len(shown[0].strip()) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_the_local_environment_answers_loopback_hosts_only():
    assert {host for host in settings.ALLOWED_HOSTS if host != "testserver"} <= {"localhost", "127.0.0.1", "[::1]"}
    assert settings.DEBUG is False


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize(
    ("behind", "forwarded", "address"),
    [
        (False, "198.51.100.7", "192.0.2.1"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "203.0.113.9, 198.51.100.7", "198.51.100.7"),  # whoever calls can write the first ones
        (True, "", "192.0.2.1"),
        (True, "unknown", "192.0.2.1"),
    ],
)
def test_wrong_passwords_are_counted_by_the_address_that_the_proxy_saw(rf, settings, behind, forwarded, address):
    settings.BEHIND_PROXY = behind
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert get_client_ip_address(request) == address
