"""How the reader does on labelled texts, field by field. Run with -s for the table."""

import json
from pathlib import Path

import pytest

from articles.reading import read
from articles.reading.as_json import as_json
from partners.registry import names_of, read_tables
from tests.scoring import prf, report, score

TEXTS = Path(__file__).parents[1] / "texts"
SEEDS = Path(__file__).parents[2] / "seeds"
EXACT = ["lang", "title", "published", "updated", "source"]
# The least F1 of each field.
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
ON_TEXTS = {
    "byline": 0.92,
    "officials": 0.92,
    "countries": 0.96,
    "countries_metonym": 0.8,
    "organisations": 0.92,
    "meetings": 0.8,
    "subheadings": 0.92,
    "captions": 0.92,
    "quotes": 0.93,
    "quotes+speaker": 0.85,
}


@pytest.mark.parametrize(
    ("folder", "labels", "least", "all_exact"),
    [(SEEDS, "seeds_labels.json", ON_SEEDS, 1.0), (TEXTS, "labels.json", ON_TEXTS, 0.92)],
    ids=["seeds", "texts"],
)
def test_the_reader_finds_what_a_careful_reader_finds(folder, labels, least, all_exact):
    gold = {Path(name).stem: label for name, label in json.loads((TEXTS / labels).read_text("utf-8")).items()}
    names = names_of(read_tables())
    found = {stem: as_json(read((folder / f"{stem}.txt").read_bytes(), names), names) for stem in gold}
    totals, _details = score(gold, found)
    print(f"\n{report(totals)}")
    reached = {field: prf(*counts)[2] for field, counts in totals["lists"].items()}
    assert {field: f1 for field, f1 in reached.items() if f1 < least.get(field, 0)} == {}
    for field in EXACT:
        right, of = totals["exact"][field]
        assert right >= all_exact * of, field
