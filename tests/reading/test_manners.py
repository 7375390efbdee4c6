"""Texts in the manners of agencies, papers, ministries and sites, each beside what it states (texts/*.json)."""

import json
from pathlib import Path

import pytest

from articles.reading import read
from articles.reading.as_json import as_json

TEXTS = Path(__file__).parent / "texts"


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_is_read_as_its_label_says(path, names):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = as_json(read(path.read_bytes(), names), names)
    found["embargo"] = found["embargo"] and found["embargo"]["until"]
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_blocks_and_removed_spans_cover_the_text_exactly(path, names):
    reading = read(path.read_bytes(), names)
    spans = sorted(piece.span for piece in (*reading.blocks, *reading.removed))
    assert "".join(span.of(reading.text) for span in spans) == reading.text


def test_there_is_a_label_for_every_text():
    assert {path.stem for path in TEXTS.glob("*.txt")} == {path.stem for path in TEXTS.glob("*.json")}
    assert len(list(TEXTS.glob("*.txt"))) > 40
