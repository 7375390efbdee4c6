"""The texts of a run come one after the other, and the next can be read before its turn."""

import pytest

from articles import arriving
from articles.arriving import READ_AHEAD, Arriving
from articles.drafting import Options
from articles.intake import File, Unusable
from partners.names import Names


@pytest.fixture
def opened(monkeypatch):
    """The names of the files opened and read so far, in order."""
    told = []
    open_file, read_text = arriving.read_file, arriving.read_document

    def opening(file):
        told.append(f"opened {file.path.name}")
        return open_file(file)

    def reading(document, *args, **options):
        told.append("read")
        return read_text(document, *args, **options)

    monkeypatch.setattr(arriving, "read_file", opening)
    monkeypatch.setattr(arriving, "read_document", reading)
    return told


def texts_of(folder, **contents):
    files = []
    for name, content in contents.items():
        files.append(File(folder / f"{name}.txt"))
        if content is not None:
            files[-1].path.write_text(content)
    return Arriving(files, Names(), Options())


def test_a_text_is_opened_in_its_turn(tmp_path, opened):
    texts = texts_of(tmp_path, a="Un port.", b="Une base.")
    assert opened == []
    first = next(texts)
    assert (first.name, opened) == (str(tmp_path / "a.txt"), ["opened a.txt"])
    assert next(texts).opened().text == "Une base."
    assert list(texts) == []


def test_the_next_text_is_read_ahead_once_and_then_not_again(tmp_path, opened):
    texts = texts_of(tmp_path, a="Un port.", b="Une base.")
    next(texts)
    texts.read_ahead()
    texts.read_ahead()
    assert opened == ["opened a.txt", "opened b.txt", "read"]
    second = next(texts)
    assert second.read(Names(), Options()).text == "Une base."
    assert opened.count("read") == 1
    texts.read_ahead()
    assert list(texts) == []


def test_a_long_text_is_opened_ahead_and_read_in_its_turn(tmp_path, opened):
    texts = texts_of(tmp_path, a="Un port.", b="Une base. " * (READ_AHEAD // 10 + 1))
    next(texts)
    texts.read_ahead()
    assert opened == ["opened a.txt", "opened b.txt"]


def test_what_goes_wrong_ahead_is_raised_in_its_turn_and_again(tmp_path, monkeypatch):
    texts = texts_of(tmp_path, a="Un port.", missing=None, c="Une base.")

    def failing(*args, **options):
        raise RuntimeError("power cut")

    next(texts)
    texts.read_ahead()
    missing = next(texts)
    with pytest.raises(Unusable):
        missing.opened()
    monkeypatch.setattr(arriving, "read_document", failing)
    texts.read_ahead()
    third = next(texts)
    with pytest.raises(RuntimeError):
        third.read(Names(), Options())


def test_an_interruption_ahead_stops_the_run_when_the_text_in_hand_is_done(tmp_path, monkeypatch):
    texts = texts_of(tmp_path, a="Un port.", b="Une base.")

    def interrupted(*args):
        raise KeyboardInterrupt

    next(texts)
    monkeypatch.setattr(arriving, "read_file", interrupted)
    texts.read_ahead()
    with pytest.raises(KeyboardInterrupt):
        next(texts)
