import io
import json
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = "Un titre court\n\nPublié le 5 avril 2024\n\nLes ministres de la Défense se sont réunis jeudi à Bruxelles.\n"


def run(*arguments):
    out, errors = io.StringIO(), io.StringIO()
    call_command("read_articles", *map(str, arguments), stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def test_one_json_file_for_each_text_named_by_its_stem(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "b.md").write_text(TEXT)
    (tmp_path / "in" / "c.csv").write_text("x,y")
    run(tmp_path / "in", "--out", tmp_path / "deep" / "out")
    assert sorted(path.name for path in (tmp_path / "deep" / "out").iterdir()) == ["a.json", "b.json"]
    found = json.loads((tmp_path / "deep" / "out" / "a.json").read_text())
    assert (found["title"], found["published"]) == ("Un titre court", "2024-04-05")


def test_texts_with_one_stem_get_a_file_each(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT.replace("Un titre", f"Un titre {folder}"))
    run(tmp_path / "one", tmp_path / "two", "--out", tmp_path / "out")
    titles = [json.loads(path.read_text())["title"] for path in sorted((tmp_path / "out").glob("*.json"))]
    assert sorted(titles) == ["Un titre one court", "Un titre two court"]
    assert (tmp_path / "out" / "a-2.json").exists()


def test_a_refused_file_is_named_and_the_others_are_read(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "good.txt").write_text(TEXT)
    errors = io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command(
            "read_articles", str(tmp_path), "--out", str(tmp_path / "out"), stderr=errors, stdout=io.StringIO()
        )
    assert refusal.value.returncode == 1
    assert "bad.txt" in errors.getvalue()
    assert "empty.txt" in errors.getvalue()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.json"]


def test_a_missing_file_is_named(tmp_path):
    errors = io.StringIO()
    with pytest.raises(CommandError):
        call_command("read_articles", str(tmp_path / "nowhere.txt"), "--out", str(tmp_path), stderr=errors)
    assert "nowhere.txt" in errors.getvalue()


def test_a_dash_reads_standard_input_and_prints(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    out, _ = run("-")
    assert json.loads(out)["title"] == "Un titre court"


def test_without_a_folder_to_write_to_nothing_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(CommandError, match="--out"):
        run(tmp_path / "a.txt")


def test_reading_again_gives_the_same_bytes(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    run(tmp_path / "a.txt", "--out", tmp_path / "out")
    first = (tmp_path / "out" / "a.json").read_bytes()
    run(tmp_path / "a.txt", "--out", tmp_path / "out")
    assert (tmp_path / "out" / "a.json").read_bytes() == first


def test_quotes_begin_with_their_first_sixty_characters_and_are_given_whole(tmp_path):
    words = "Nous devons faire davantage pour nos partenaires du Sud, et nous devons le faire sans attendre"
    (tmp_path / "a.txt").write_text(TEXT + f"\n« {words} », a déclaré le secrétaire général, Mark Rutte.\n")
    run(tmp_path / "a.txt", "--out", tmp_path / "out")
    (quote,) = json.loads((tmp_path / "out" / "a.json").read_text())["quotes"]
    assert quote["text"] == words[:60]
    assert quote["full_text"] == words


FEED = (
    "<rss version='2.0'><channel><title>Le Port</title><item><title>Un titre</title><description>Les ministres se"
    " sont réunis.</description></item><item><title>Un titre seul</title></item><item><title>Un autre titre</title>"
    "<description>Ils se sont quittés.</description></item></channel></rss>"
)


def test_each_entry_of_a_feed_gets_a_file_and_one_without_text_is_named(tmp_path):
    (tmp_path / "a.xml").write_text(FEED)
    errors = io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command(
            "read_articles", str(tmp_path), "--out", str(tmp_path / "out"), stderr=errors, stdout=io.StringIO()
        )
    assert refusal.value.returncode == 1
    assert "a.xml · 2" in errors.getvalue()
    found = {path.name: json.loads(path.read_text())["title"] for path in (tmp_path / "out").iterdir()}
    assert found == {"a-1.json": "Un titre", "a-3.json": "Un autre titre"}


def test_the_entries_of_a_feed_on_standard_input_are_printed_as_a_list(monkeypatch):
    feed = FEED.replace("<item><title>Un titre seul</title></item>", "")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(feed.encode())))
    out, _ = run("-")
    assert [reading["title"] for reading in json.loads(out)] == ["Un titre", "Un autre titre"]
