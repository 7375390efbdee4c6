"""One reading of a text however its letters are written: composed, decomposed, or with invisible marks between."""

import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read
from articles.reading.as_json import as_json
from articles.reading.clean_copy import clean_copy
from articles.reading.results import Span

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def without_places(value):
    """What was read, without where it stands."""
    if isinstance(value, dict):
        return {key: without_places(each) for key, each in value.items() if "span" not in key and key != "passage"}
    if isinstance(value, list):
        return [without_places(each) for each in value]
    return value


def found(reading, names):
    read_text = without_places(as_json(replace(reading, text=""), names))
    return read_text, [block.text for block in reading.blocks], [str(each.kind) for each in reading.removed]


@pytest.mark.parametrize("path", [*SEEDS, *TEXTS[::4]], ids=lambda path: path.stem)
def test_composed_and_decomposed_letters_are_read_alike(path, names):
    text = path.read_bytes().decode("utf-8")
    composed = read(unicodedata.normalize("NFC", text).encode(), names)
    decomposed = read(unicodedata.normalize("NFD", text).encode(), names)
    assert found(decomposed, names) == found(composed, names)
    assert decomposed.text == unicodedata.normalize("NFD", composed.text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_spans_of_a_decomposed_text_stand_on_its_own_characters(path, names):
    reading = read(unicodedata.normalize("NFD", path.read_bytes().decode("utf-8")).encode(), names)
    spans = sorted(piece.span for piece in (*reading.blocks, *reading.removed))
    assert "".join(span.of(reading.text) for span in spans) == reading.text
    for quote in reading.quotes:
        assert unicodedata.normalize("NFC", quote.span.of(reading.text)) == quote.text
    for person in reading.people:
        assert unicodedata.normalize("NFC", person.span.of(reading.text)).split() == person.name.split()


def test_invisible_marks_change_nothing_that_is_read(names):
    clean = "Publié le 3 mai 2024\n\n• Les ministres de l’OTAN se sont réunis jeudi à Bruxelles.\n• Ils reviendront."
    marked = clean.replace("ministres", "minis\u00adtres").replace("• ", "•\u200b ").replace("OTAN", "OTAN\u2060")
    assert found(read(marked.encode(), names), names) == found(read(clean.encode(), names), names)


@given(st.text(st.sampled_from("ae\u0301\u0327 \n\u00ad\u200béçÅ각\u1100\u1161\u11a8क़")))
def test_the_copy_is_the_same_for_canonically_equal_texts_and_leads_back(text):
    composed, decomposed = (clean_copy(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text
    copy = clean_copy(text)
    ends = [copy.back(Span(place, place + 1)) for place in range(len(copy.text))]
    assert all(one.end == two.start for one, two in pairwise(ends))
    if ends:
        assert (ends[0].start, ends[-1].end) == (0, len(text))


def test_a_clean_text_is_its_own_copy():
    text = "Déjà composé, « tel quel »."
    assert clean_copy(text).text is text
    assert clean_copy(text).back(Span(2, 5)) == Span(2, 5)
