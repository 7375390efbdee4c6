"""Imports that are killed, interrupted, or run at the same time leave whole texts only, and every text once."""

import io
import random
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import arriving
from articles.importing import import_articles
from articles.models import Article, ImportRun, SourceText
from tests.articles.another_process import Database
from tests.making import make_user
from tests.tables import load_registry

TEXTS = 5
TEXT = """{title}

• 12 Mar. 2024 -

La Mauritanie et l'Espagne ont signé mardi un accord sur la surveillance de {number} ports, ont annoncé les deux pays.

Le secrétaire général de l'OTAN, Jens Stoltenberg, a salué l'accord numéro {number}.
« Nous avons besoin de {number} partenaires solides sur le flanc sud », a déclaré M. Stoltenberg.

Par Aminata Sow
"""
# An article with all that belongs to it: each of these counts it once.
WHOLE = [
    "SELECT count(*) FROM articles_article WHERE version = 1",
    "SELECT count(*) FROM articles_sourcetext",
    "SELECT count(*) FROM articles_revision",
    "SELECT count(*) FROM articles_byline",
    "SELECT count(*) FROM articles_quote",
    "SELECT count(*) FROM articles_proposal WHERE kind = 'official'",
    "SELECT count(*) FROM articles_article_search WHERE {key} IN (SELECT id FROM articles_article)",
]


def write(folder: Path, count: int = TEXTS) -> Path:
    folder.mkdir()
    for number in range(count):
        title = f"Un accord sur {number} ports et {number + 40} navires" if number % 2 else "Un même titre pour tous"
        (folder / f"{number}.txt").write_text(TEXT.format(title=title, number=number + 3))
    return folder


@pytest.fixture
def database(transactional_db, tmp_path):
    load_registry()
    return Database(tmp_path)


def counted(database: Database) -> set[int]:
    key = "rowid" if database.url.startswith("sqlite") else "story"
    return {database.ask(sql.format(key=key))[0][0] for sql in WHOLE}


def test_an_import_killed_at_any_point_is_completed_by_the_next_with_every_text_once(database, tmp_path):
    folder = write(tmp_path / "texts")
    chance = random.Random(11)
    # A text takes some 15 statements, after some 10 for the run: within the first text, and within later ones.
    moments = [*range(8, 26, 2), *(chance.randint(20, 40) for _ in range(6))]
    process = database.start("-m", "tests.articles.another_process", str(folder), *map(str, moments))
    killed = 0
    for line in process.stdout:
        if not line.startswith("killed"):
            break
        killed += 1
        assert len(counted(database)) == 1, "an article without all that belongs to it"
    _rest, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert killed >= 8, "the import was hardly ever killed"
    assert counted(database) == {TEXTS}
    assert database.ask("SELECT count(*) FROM articles_importrun WHERE finished_at IS NULL") == [(killed,)]


def test_two_imports_of_one_folder_at_the_same_time_bring_every_text_once(database, tmp_path):
    folder = write(tmp_path / "texts", count=12)
    process = database.start("-m", "tests.articles.another_process", str(folder), "--together", "2")
    told, errors = process.communicate(timeout=120)
    assert told.split() == ["finished", "finished"], errors
    assert counted(database) == {12}
    assert database.ask("SELECT count(*) FROM articles_contributor") == [(1,)]


@pytest.fixture
def interrupted(db, tmp_path, monkeypatch):
    """An import of three texts that Ctrl-C stops at the third."""
    folder = write(tmp_path / "texts", count=3)
    real = arriving.read_file

    def stop_at_the_third(file):
        if file.path.name == "2.txt":
            raise KeyboardInterrupt
        return real(file)

    monkeypatch.setattr(arriving, "read_file", stop_at_the_third)
    return folder


def test_an_interrupted_import_reports_what_it_did_and_stays_unfinished(interrupted):
    report = import_articles([interrupted])
    assert [outcome.result for outcome in report.outcomes] == ["imported", "imported"]
    assert report.unfinished
    run = ImportRun.objects.get()
    assert (run.finished_at, len(run.outcomes)) == (None, 2)
    assert Article.objects.count() == SourceText.objects.count() == 2


def test_the_interrupted_command_prints_its_table_and_says_how_to_go_on(interrupted):
    out = io.StringIO()
    with pytest.raises(CommandError) as stopped:
        call_command("import_articles", str(interrupted), stdout=out)
    assert stopped.value.returncode == 130
    assert "0.txt" in out.getvalue()
    assert "2.txt" not in out.getvalue()


def test_the_desk_shows_that_a_run_was_not_finished_and_how_many_texts_it_brought(interrupted, client):
    import_articles([interrupted])
    ImportRun.objects.update(outcomes=[])  # as a killed run leaves it
    client.force_login(make_user("chief"))
    response = client.get("/admin/articles/importrun/")
    assert response.status_code == 200
    row = response.context["cl"].result_list[0]
    assert row.source_texts.count() == 2
    assert b">2<" in response.content
