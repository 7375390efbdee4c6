"""How the reader does on labelled texts, field by field; `python -m tests.agreement` prints the table."""

import pytest

from partners.registry import names_of, read_tables
from tests.agreement import (
    COPIES,
    COPIES_GOALS,
    GOALS,
    SEEDS,
    TEXTS,
    agreement,
    labels_of_copies,
    labels_of_seeds,
    labels_of_texts,
)

ON_SEEDS = {
    "officials": 0.97,
    "countries": 0.97,
    "organisations": 0.95,
    "meetings": 0.85,
    "subheadings": 1.0,
    "captions": 1.0,
    "quotes": 0.9,
    "quotes+speaker": 0.8,
}


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


@pytest.fixture(scope="module")
def texts(names):
    return agreement(TEXTS, labels_of_texts(), names)


@pytest.fixture(scope="module")
def copies(names):
    return agreement(COPIES, labels_of_copies(), names, COPIES_GOALS)


@pytest.mark.parametrize("field", GOALS)
def test_the_reader_finds_what_a_careful_reader_finds(texts, field):
    assert texts.reached[field] >= GOALS[field]


@pytest.mark.parametrize("field", COPIES_GOALS)
def test_the_reader_tells_the_text_from_the_page_it_was_copied_with(copies, field):
    assert copies.reached[field] >= COPIES_GOALS[field]


def test_no_trap_text_gives_a_false_link(texts):
    assert texts.false_links == []


def test_every_text_is_labelled_and_every_label_has_its_text():
    assert set(labels_of_texts()) == {text.name for text in TEXTS.glob("*.txt")}
    assert set(labels_of_copies()) == {copy.name for copy in COPIES.glob("*.txt")}


@pytest.mark.parametrize("name", labels_of_copies())
def test_what_a_copys_label_quotes_stands_in_the_copy(name):
    lines = (COPIES / name).read_text("utf-8").splitlines()
    label = labels_of_copies()[name]
    whole = [*label["subheadings"], *label["captions"]]
    within = [value for value in [label["title"], label["source"], *label["byline"]] if value]
    assert [line for line in whole if line not in lines] == []
    assert [value for value in within if not any(value in line for line in lines)] == []


def test_the_seeds_are_read_as_a_careful_reader_reads_them(names):
    reached = agreement(SEEDS, labels_of_seeds(), names).reached
    assert {field: reached[field] for field, least in ON_SEEDS.items() if reached[field] < least} == {}
    assert [reached[field] for field in ["lang", "title", "published", "updated", "source"]] == [1.0] * 5
