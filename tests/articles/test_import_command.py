"""The command: its options, its table, its report."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.drafting import Options
from articles.importing import import_articles
from articles.models import (
    Article,
)
from tests.making import make_user

pytestmark = pytest.mark.django_db


def test_the_command_prints_a_table_and_fails_naming_what_was_refused(wire, capsys):
    with pytest.raises(CommandError, match=r"missing\.txt") as refusal:
        call_command("import_articles", str(wire), str(wire.parent / "missing.txt"))
    assert refusal.value.returncode == 1
    printed = capsys.readouterr().out
    assert wire.name in printed
    assert "Le port de Nouadhibou" in printed


def test_the_command_reports_in_json(wire, capsys):
    call_command("import_articles", str(wire), "--format", "json", "--dry-run")
    report = json.loads(capsys.readouterr().out)
    assert report["counts"]["imported"] == 1
    assert report["dry_run"] is True


@pytest.mark.parametrize(("many", "options", "looks"), [(1, [], True), (2, [], False), (1, ["--dry-run"], False)])
def test_after_many_texts_the_database_looks_at_what_it_holds(wire, monkeypatch, many, options, looks):
    monkeypatch.setattr("articles.management.commands.import_articles.MANY", many)
    with CaptureQueriesContext(connection) as queries:
        call_command("import_articles", str(wire), *options)
    assert any(query["sql"] == "ANALYZE" for query in queries) is looks


def test_what_comes_again_is_taken_out_of_the_trash_by_who_may_and_only_when_asked(db, wire, capsys):
    import_articles([wire])
    chief, reporter = make_user("chief", username="chief"), make_user("reporter", username="rose")
    publishing.trash(Article.objects.get(), by=chief)
    (held,) = import_articles([wire]).outcomes
    assert held.result == "already held"
    assert "--restore" in held.remarks[0]
    with pytest.raises(CommandError, match="rose"):
        call_command("import_articles", str(wire), "--restore", "--as", reporter.username)
    (told,) = import_articles([wire], Options(restore_as=chief, dry_run=True)).outcomes
    assert told.result == "restored"
    assert Article.objects.get().trashed_at is not None
    call_command("import_articles", str(wire), "--restore", "--as", chief.username, "--format", "json")
    assert json.loads(capsys.readouterr().out)["counts"]["restored"] == 1
    assert Article.objects.get().trashed_at is None


def test_the_table_names_files_from_their_common_folder_and_hides_no_sign(db, tmp_path, capsys):
    for name in ["a/x.txt", "b/x.txt", "b/c.jpg"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Un \u202etitre\x1b[2J {name}\n\nLa frégate {name} a quitté le port de Brest.\n")
    call_command("import_articles", str(tmp_path))
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()[1:3]] == ["a/x.txt", "b/x.txt"]
    assert "1 (.jpg 1)" in printed.splitlines()[-1]
    assert not {"\u202e", "\x1b"} & set(printed)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--restore"],
        ["--publish"],
        ["--publish", "--as", "nobody"],
        ["--published", "17/10/2024"],
        ["--rights", "stolen"],
    ],
)
def test_the_command_refuses_wrong_options_with_a_sentence(wire, arguments):
    with pytest.raises(CommandError):
        call_command("import_articles", str(wire), *arguments)
    assert not Article.objects.exists()
