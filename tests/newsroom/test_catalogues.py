"""Every interface string is translated, and the compiled catalogues are those of their sources."""

import re
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

LOCALE = settings.LOCALE_PATHS[0]
LANGUAGES = ["fr", "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogue(language):
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def texts(entry):
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_its_source(language):
    compiled = polib.mofile(str(LOCALE / language / "LC_MESSAGES" / "django.mo"))
    source = {(entry.msgctxt, entry.msgid): texts(entry) for entry in catalogue(language).translated_entries()}
    assert {(entry.msgctxt, entry.msgid): texts(entry) for entry in compiled} == source


def test_every_string_has_its_french():
    french = catalogue("fr")
    assert [entry.msgid for entry in french.untranslated_entries()] == []
    assert [entry.msgid for entry in french.fuzzy_entries()] == []
    assert [entry.msgid for entry in french.obsolete_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language):
    for entry in catalogue(language).translated_entries():
        one, wanted = placeholders(entry.msgid), placeholders(entry.msgid) | placeholders(entry.msgid_plural or "")
        for number, text in enumerate(texts(entry)):
            # of one thing a sentence may say "a", as the English one does
            assert placeholders(text) in ([wanted, one] if number == 0 else [wanted]), entry.msgid


def placeholders(text):
    return set(PLACEHOLDER.findall(text))


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs xgettext (gettext)")
def test_the_catalogues_hold_every_string_of_the_code_and_the_templates(tmp_path):
    for name in ["manage.py", "newsroom", "articles", "partners", "templates"]:
        origin = settings.BASE_DIR / name
        if origin.is_dir():
            shutil.copytree(origin, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origin, tmp_path / name)
    languages = [part for language in LANGUAGES for part in ("-l", language)]
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--no-location", *languages],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "NEWSROOM_ENV": "local", "NEWSROOM_VAR": str(tmp_path / "var")},
    )
    for language in LANGUAGES:
        made = polib.pofile(str(tmp_path / "newsroom" / "locale" / language / "LC_MESSAGES" / "django.po"))
        held = {(entry.msgctxt, entry.msgid) for entry in catalogue(language)}
        assert {(entry.msgctxt, entry.msgid) for entry in made if not entry.obsolete} == held
