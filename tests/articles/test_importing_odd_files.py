"""Whatever stands in a folder: what is a text is imported, what is none is told, and nothing outside is ever read."""

import os
import socket
from pathlib import Path

import pytest

from articles import intake, outcomes
from articles.importing import import_articles
from articles.intake import File, Unusable, collect, read_file, readable, showable
from articles.models import SourceText
from articles.reading.decode import TooLarge

SECRET = "Un texte qui n'est pas dans le dossier, et que personne n'a demandé."


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"La frégate {name.strip()} a quitté le port de Brest pour trois mois en mer Rouge.\n")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "folder"
    write(folder, "good.txt")
    return folder


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


def told(folder: Path) -> dict[str, str]:
    """What an import of the folder says of each file, by its name below it."""
    report = import_articles([folder])
    assert SECRET not in list(SourceText.objects.values_list("text", flat=True))
    return {os.path.relpath(outcome.file, folder): outcome.result for outcome in report.outcomes}


def test_a_link_counts_within_its_folder_only(db, folder, secret, tmp_path):
    write(folder, "deep/inside.txt")
    write(tmp_path / "elsewhere", "more.txt")
    (folder / "a.txt").symlink_to("deep/inside.txt")
    (folder / "up.txt").symlink_to(secret)
    (folder / "deep" / "up.txt").symlink_to("../../secret.txt")
    (folder / "elsewhere").symlink_to(tmp_path / "elsewhere")
    (folder / "again").symlink_to("deep")
    assert told(folder) == {
        "a.txt": outcomes.IMPORTED,
        "deep/inside.txt": outcomes.HELD,
        "deep/up.txt": outcomes.REFUSED,
        "elsewhere": outcomes.REFUSED,
        "good.txt": outcomes.IMPORTED,
        "up.txt": outcomes.REFUSED,
    }


def test_links_in_a_circle_and_links_that_lead_nowhere_are_refused(db, folder):
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "nowhere.txt").symlink_to("missing")
    (folder / "self").symlink_to(folder)
    (folder / "up").symlink_to("..")
    assert told(folder) == {
        "a.txt": outcomes.REFUSED,
        "b.txt": outcomes.REFUSED,
        "good.txt": outcomes.IMPORTED,
        "nowhere.txt": outcomes.REFUSED,
        "up": outcomes.REFUSED,
    }


def test_a_link_that_is_named_is_read_if_it_leads_to_a_regular_file(db, secret, folder, tmp_path):
    named, device, to_folder = tmp_path / "named.txt", tmp_path / "device.txt", tmp_path / "link"
    named.symlink_to(secret)
    device.symlink_to("/dev/zero")
    to_folder.symlink_to(folder)
    results = [outcome.result for outcome in import_articles([named, device, to_folder]).outcomes]
    assert results == [outcomes.IMPORTED, outcomes.REFUSED, outcomes.IMPORTED]


@pytest.mark.parametrize("swapped", ["sub", "sub/a.txt"])
def test_what_becomes_a_link_after_it_was_found_is_not_followed(folder, secret, tmp_path, swapped):
    write(folder, "sub/a.txt")
    (found,) = [file for file in collect([folder]).files if file.path.name == "a.txt"]
    (tmp_path / "a.txt").write_text(SECRET)
    (folder / swapped).rename(tmp_path / "away")
    (folder / swapped).symlink_to(tmp_path if swapped == "sub" else secret)
    with pytest.raises(Unusable):
        read_file(found)


def test_pipes_sockets_and_devices_are_refused_at_once(db, folder, monkeypatch):
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(folder)  # a socket's address may have some hundred characters at most
        listening.bind("socket.txt")
        assert told(folder) == {
            "good.txt": outcomes.IMPORTED,
            "pipe.txt": outcomes.REFUSED,
            "socket.txt": outcomes.REFUSED,
        }
    for named in (folder / "pipe.txt", Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(Unusable):
            read_file(File(named))


def test_a_pipe_that_takes_the_place_of_a_file_keeps_nobody_waiting(folder):
    (found,) = collect([folder]).files
    (folder / "good.txt").unlink()
    os.mkfifo(folder / "good.txt")
    with pytest.raises(Unusable):
        read_file(found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_refused_by_name(db, folder):
    write(folder, "closed/a.txt")
    (folder / "closed").chmod(0)
    try:
        assert told(folder) == {"closed": outcomes.REFUSED, "good.txt": outcomes.IMPORTED}
    finally:
        (folder / "closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_refused_by_name_and_the_others_are_read(db, folder, monkeypatch):
    write(folder, "closed/a.txt", "open/b.txt")
    real = intake._entries

    def forbid(root, steps):
        if steps == ("closed",):
            raise PermissionError(13, "Permission denied")
        return real(root, steps)

    monkeypatch.setattr(intake, "_entries", forbid)
    assert told(folder) == {
        "closed": outcomes.REFUSED,
        "good.txt": outcomes.IMPORTED,
        "open/b.txt": outcomes.IMPORTED,
    }


def test_hidden_files_and_what_editors_leave_behind_are_not_even_counted(folder):
    write(folder, ".DS_Store", "._good.txt", ".hidden.txt", "good.txt~", ".good.txt.swp", "#good.txt#", ".git/a.txt")
    collected = collect([folder])
    assert [file.path.name for file in collected.files] == ["good.txt"]
    assert collected.passed_over == 0


def test_files_that_are_no_texts_by_name_are_counted_and_not_opened(db, folder):
    write(folder, "a.jpg", "sub/b.pdf", "README")
    os.mkfifo(folder / "pipe")
    report = import_articles([folder])
    assert (report.passed_over, len(report.outcomes)) == (4, 1)
    assert report.as_json()["passed_over"] == 4


def test_a_file_that_is_named_twice_is_read_once(folder):
    assert len(collect([folder, folder / "good.txt", folder / ".." / "folder" / "good.txt"]).files) == 1


def test_two_hundred_folders_in_each_other_are_walked_to_the_end(folder):
    deep = folder
    for _level in range(200):
        deep = deep / "d"
    write(deep, "deep.txt")
    files = collect([folder]).files
    assert {file.path.name for file in files} == {"good.txt", "deep.txt"}
    assert all(read_file(file) for file in files)


def test_a_path_longer_than_the_system_takes_is_walked_step_by_step(folder):
    name = "d" * 250
    handle = os.open(folder, os.O_RDONLY)
    for _level in range(20):
        os.mkdir(name, dir_fd=handle)
        below = os.open(name, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    with open(os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=handle), "w") as file:
        file.write("Un texte au fond.")
    os.close(handle)
    assert [read_file(file) for file in collect([folder]).files if file.path.name == "deep.txt"] == [
        b"Un texte au fond."
    ]


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b[2Jb.txt", "\u202etxt.b.txt", "x" * 251 + ".txt", "🛡️ sommet.txt", " .txt"]
)
def test_any_name_is_imported_and_shown_without_signs_that_hide_or_mislead(db, tmp_path, name):
    write(tmp_path, name)
    (outcome,) = import_articles([tmp_path]).outcomes
    assert outcome.result == outcomes.IMPORTED
    for shown in (outcome.file, SourceText.objects.get().name):
        assert not {"\n", "\x1b", "\u202e"} & set(shown)
        assert shown.endswith(".txt")


def test_names_that_can_be_shown_stay_as_they_are():
    for name in ["été à Brest.txt", "قمة الناتو.txt", "می\u200cخواهم.txt", "a\u00a0b.txt"]:
        assert showable(name) == name
    assert str(readable(Path("a\u2066b\u2069.txt"))) == "a\ufffdb\ufffd.txt"


def test_a_file_that_changes_while_it_is_read_is_refused(folder, monkeypatch):
    (found,) = collect([folder]).files
    real = intake._require_regular

    def grow(status):
        real(status)
        with (folder / "good.txt").open("a") as file:
            file.write("Une phrase de plus.")

    monkeypatch.setattr(intake, "_require_regular", grow)
    with pytest.raises(Unusable):
        read_file(found)


def test_a_file_that_vanishes_or_becomes_a_folder_before_it_is_read_is_refused(folder):
    (found,) = collect([folder]).files
    (folder / "good.txt").unlink()
    with pytest.raises(Unusable):
        read_file(found)
    (folder / "good.txt").mkdir()
    with pytest.raises(Unusable):
        read_file(found)


def test_a_sparse_file_of_fifty_gigabytes_is_refused_unread(folder):
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(TooLarge):
        read_file(File(folder / "sparse.txt"))


def test_a_file_that_says_it_is_small_and_is_not_is_read_no_further_than_the_limit(tmp_path):
    class Endless:
        def fileno(self):
            return descriptor

        def read(self, size):
            return b"a" * min(size, 1 << 20)

    path = tmp_path / "small.txt"
    path.write_text("a")
    with path.open("rb") as file:
        descriptor = file.fileno()
        with pytest.raises(TooLarge):
            intake._read(Endless())
