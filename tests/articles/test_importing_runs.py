"""A run of the import: its files, what is held already, what fails, and what is kept of it."""

import os
from pathlib import Path

import pytest

from articles import importing
from articles.drafting import Options
from articles.importing import import_articles
from articles.models import (
    Article,
    Contributor,
    ImportRun,
    Quote,
    Revision,
    Source,
    SourceText,
)
from articles.reading.decode import MAX_BYTES
from partners.models import Official
from tests.articles.wire import WIRE
from tests.making import make_user
from tests.tables import load_registry

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry_kept(transactional_db):
    load_registry()


def test_the_same_bytes_are_imported_once_even_under_another_name(wire, tmp_path):
    copy = tmp_path / "copie.txt"
    copy.write_bytes(wire.read_bytes())
    assert [o.result for o in import_articles([wire, copy]).outcomes] == ["imported", "already held"]
    again = import_articles([wire])
    assert [o.result for o in again.outcomes] == ["already held"]
    assert again.outcomes[0].article == Article.objects.get().pk
    assert Article.objects.count() == SourceText.objects.count() == Revision.objects.count() == 1


def test_a_folder_is_read_by_name_and_only_its_text_files(tmp_path):
    for name in ["b.txt", "a.md", "c.jpg", "sub/d.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Un texte au sujet de {name}, sans autre forme de procès.")
    files = [Path(outcome.file).name for outcome in import_articles([tmp_path]).outcomes]
    assert files == ["a.md", "b.txt", "d.txt"]


def test_files_that_cannot_be_read_are_refused_by_name_and_the_others_go_on(wire, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "large.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    os.mkfifo(tmp_path / "pipe.txt")
    names = ["empty.txt", "binary.txt", "large.txt", "pipe.txt", "missing.txt", wire.name]
    report = import_articles([tmp_path / name for name in names])
    assert [outcome.result for outcome in report.outcomes] == ["refused"] * 5 + ["imported"]
    assert all(outcome.remarks[0] for outcome in report.refused)
    assert Article.objects.count() == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(wire):
    wire.chmod(0)
    assert import_articles([wire]).refused


def test_a_dry_run_says_what_would_happen_and_writes_nothing(wire):
    foretold = import_articles([wire], Options(dry_run=True))
    for model in (Article, ImportRun, Contributor, Source):
        assert not model.objects.exists()
    done = import_articles([wire])
    keys = ["outcome", "title", "words", "proposals", "quotes", "remarks"]
    told, made = foretold.as_json()["files"][0], done.as_json()["files"][0]
    assert {key: told[key] for key in keys} == {key: made[key] for key in keys}


def fails_late(monkeypatch, name):
    """Let the text of that name fail once all of its draft has been written."""
    real = importing.create_draft

    def create_draft(of, *args, **kwargs):
        draft = real(of, *args, **kwargs)
        if of == name:
            raise RuntimeError("power cut")
        return draft

    monkeypatch.setattr(importing, "create_draft", create_draft)


def test_a_name_that_a_failed_text_made_is_made_again_for_the_next(wire, tmp_path, monkeypatch, transactional_db):
    second = tmp_path / "zz.txt"
    second.write_text(WIRE.replace("Nouadhibou", "Nouakchott"))
    fails_late(monkeypatch, wire.name)
    assert [outcome.result for outcome in import_articles([wire, second]).outcomes] == ["refused", "imported"]
    assert Article.objects.get().bylines.get().contributor.name == "Aminata Sow"


def test_a_contributor_and_an_official_deleted_during_a_run_do_not_stop_it(registry_kept, wire, tmp_path):
    second = tmp_path / "zz.txt"
    second.write_text(WIRE.replace("Nouadhibou", "Nouakchott"))

    def delete_after_the_first(done, total):
        if done == 1:
            Article.objects.get().bylines.all().delete()
            Contributor.objects.all().delete()
            Quote.objects.all().delete()
            Official.objects.get(key="jens-stoltenberg").delete()

    report = import_articles([wire, second], progress=delete_after_the_first)
    assert [outcome.result for outcome in report.outcomes] == ["imported", "imported"]
    article = Article.objects.latest("pk")
    assert article.bylines.get().contributor.name == "Aminata Sow"
    assert not article.proposals.filter(official__isnull=False).exists()
    assert article.quotes.get().speaker is None


def test_an_unexpected_error_leaves_nothing_of_its_text_and_stops_no_other(wire, tmp_path, monkeypatch):
    second = tmp_path / "zz.txt"
    second.write_text("Un autre texte, tout à fait différent du premier, mais qui tombe en panne.")
    fails_late(monkeypatch, second.name)
    third = tmp_path / "zzz.txt"
    third.write_text("Un troisième texte, qui n'a rien à voir avec les deux autres et qui arrive après eux.")
    report = import_articles([wire, second, third])
    assert [outcome.result for outcome in report.outcomes] == ["imported", "refused", "imported"]
    assert "RuntimeError" in report.outcomes[1].remarks[0]
    assert {held.name for held in SourceText.objects.all()} == {wire.name, third.name}
    assert Article.objects.count() == Revision.objects.count() == 2
    assert ImportRun.objects.get().finished_at is not None


def test_bytes_that_another_process_brought_in_between_are_reported_as_held(wire, monkeypatch):
    import_articles([wire])
    real, calls = importing._held, []

    def late(sha256, *rest):
        calls.append(sha256)
        return None if len(calls) == 1 else real(sha256, *rest)

    monkeypatch.setattr(importing, "_held", late)
    assert [outcome.result for outcome in import_articles([wire]).outcomes] == ["already held"]
    assert Article.objects.count() == 1


def test_the_run_is_kept_with_what_came_of_each_file(wire):
    user = make_user("importer")
    import_articles([wire, wire.parent / "missing.txt"], by=user)
    run = ImportRun.objects.get()
    assert run.started_by == user
    assert [outcome["outcome"] for outcome in run.outcomes] == ["imported", "refused"]
    assert run.finished_at is not None


def test_a_file_whose_name_is_no_utf8_is_imported_or_refused_by_a_name_that_can_be_shown(tmp_path):
    folder = os.fsencode(tmp_path)
    for name, data in {b"caf\xe9.txt": "Un titre\n\nLe ministre a parlé.\n".encode(), b"vid\xe9.txt": b""}.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    report = import_articles([tmp_path])
    assert [(Path(each.file).name, each.result) for each in report.outcomes] == [
        ("caf\ufffd.txt", "imported"),
        ("vid\ufffd.txt", "refused"),
    ]
    assert SourceText.objects.get().name == "caf\ufffd.txt"
    assert [each["file"] for each in ImportRun.objects.get().outcomes] == [each.file for each in report.outcomes]
