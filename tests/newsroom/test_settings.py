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
        (SAFE | {"NEWSROOM_SSL_REDIRECT": "oui"}, "NEWSROOM_SSL_REDIRECT"),
        (SAFE | {"NEWSROOM_HSTS_SECONDS": "1y"}, "NEWSROOM_HSTS_SECONDS"),
        (SAFE | {"NEWSROOM_HOSTS": "https://newsroom.example"}, "NEWSROOM_HOSTS"),
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


def test_a_variable_that_is_set_to_nothing_has_its_default_and_words_stand_as_they_are(tmp_path):
    nothing = dict.fromkeys(("NEWSROOM_VAR", "DATABASE_URL", "NEWSROOM_SSL_REDIRECT", "NEWSROOM_SITE_NAME"), "")
    told = "import newsroom.wsgi; from django.conf import settings as s; print(s.VAR_DIR.name, s.SITE_NAME,"
    told += " s.DATABASES['default']['NAME'] == str(s.VAR_DIR / 'newsroom.sqlite3'), s.SECURE_SSL_REDIRECT,"
    told += " s.SECRET_KEY[:2], s.ALLOWED_HOSTS, s.PRODUCTION)"
    own = {"NEWSROOM_SECRET_KEY": "$a" + "k" * 60, "NEWSROOM_HOSTS": "a.example, b.example,", "NEWSROOM_ENV": ""}
    run = start(tmp_path, "-c", told, **nothing, **own)
    assert run.stdout == "var Newsroom True True $a ['a.example', 'b.example'] True\n", run.stderr


def test_a_setting_that_cannot_stand_is_told_in_a_line(tmp_path):
    run = start(tmp_path, "manage.py", "check", NEWSROOM_SECOND_APPROVAL="peut-être")
    assert run.returncode == 1
    assert run.stderr == "NEWSROOM_SECOND_APPROVAL is “peut-être”: write 1 or 0.\n"


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
