"""Files made to hurt: the command imports the good ones in little memory and time, and names the others."""

import json
import os
import resource
import time

import pytest

from tests.articles.another_process import Database

MEMORY = 512_000_000
SECONDS = 2  # for each file
STARTING = 10  # seconds for the interpreter, the registry and the database, on a busy machine

GOOD = "Le ministre a parlé à Tunis des câbles de la mer Baltique, et personne n'a rien dit d'autre ce jour-là.\n"


def bound_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.fixture
def hostile(tmp_path):
    """A folder of files of which two are good."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a good.txt").write_text(GOOD)
    (folder / "z good.txt").write_text(f"Autre chose\n\n{GOOD}")
    (folder / "line.txt").write_text("a" * 50_000_000)
    (folder / "lines.txt").write_text("a b\n" * 1_000_000)
    (folder / "empty lines.txt").write_text("\n" * 4_900_000 + "Un mot")
    (folder / "marks.txt").write_text("« “ " * 200_000)
    (folder / "controls.txt").write_bytes(b"\x00\x01" * 1_000_000)
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(50_000_000_000)
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "empty.txt").touch()
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def test_files_made_to_hurt_stop_no_good_one_and_cost_neither_memory_nor_time(transactional_db, tmp_path, hostile):
    started = time.monotonic()
    process = Database(tmp_path).start(
        "manage.py", "import_articles", str(hostile), "--format", "json", preexec_fn=bound_memory
    )
    told, errors = process.communicate(timeout=200)
    taken = time.monotonic() - started
    assert process.returncode == 1, errors
    report = json.loads(told)
    outcomes = {os.path.basename(each["file"]): each for each in report["files"]}
    assert outcomes["a good.txt"]["outcome"] == outcomes["z good.txt"]["outcome"] == "imported"
    refused = {name for name, each in outcomes.items() if each["outcome"] == "refused"}
    assert {"line.txt", "controls.txt", "sparse.txt", "pipe.txt", "device.txt", "empty.txt", "self.txt"} <= refused
    assert report["passed_over"] == 1
    for name in refused:
        assert name in errors
        assert "erreur du programme" not in outcomes[name]["remarks"][0]
    assert taken < STARTING + SECONDS * len(outcomes)
