"""How far the reader agrees with the labelled texts, field by field, beside the least that is asked.

    python -m tests.agreement              # the table; exit status 1 where a goal is missed
    python -m tests.agreement --per-text   # then, text by text, what was missed and what was invented
    python -m tests.agreement --only w     # the texts whose name begins so

Labels: every `tests/texts/labels*.json` for the texts beside it, `seeds_labels.json` for the seeds,
`copies/labels.json` for the copies: short texts whose heads and tails are as web pages, wires and printouts have them.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.reading import read
from articles.reading.as_json import as_json
from partners.names import Names
from partners.registry import names_of, read_tables
from tests.scoring import prf, report, score

TEXTS = Path(__file__).parent / "texts"
COPIES = TEXTS / "copies"
SEEDS = Path(__file__).parents[1] / "seeds"
# The least F1 of each field, or for a single value the least share of texts in which it is right.
GOALS = {
    "lang": 0.97,
    "title": 0.97,
    "published": 0.97,
    "updated": 0.92,
    "source": 0.92,
    "byline": 0.92,
    "officials": 0.92,
    "countries": 0.96,
    "organisations": 0.92,
    "meetings": 0.80,
    "subheadings": 0.92,
    "captions": 0.92,
    "quotes": 0.93,
    "quotes+speaker": 0.85,
}
# The copies are labelled for what stands around the prose, not for what the prose speaks of.
COPIES_GOALS = {
    field: GOALS[field]
    for field in ["lang", "title", "published", "updated", "source", "byline", "subheadings", "captions"]
}
LINKS = ["officials", "countries", "countries_metonym", "organisations", "meetings"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """`reached` by field; `false_links`: what is found in a trap text and is not there, as "text: field: value"."""

    texts: int
    reached: dict[str, float]
    false_links: list[str]
    totals: dict[str, Any]
    details: dict[str, Any]
    goals: dict[str, float]

    @property
    def missed(self) -> dict[str, tuple[float, float]]:
        """The fields below their goal: what is reached and what is asked."""
        return {
            field: (self.reached[field], least) for field, least in self.goals.items() if self.reached[field] < least
        }


def labels_of_texts() -> dict[str, dict[str, Any]]:
    """The labels of all the texts, by file name. Raises ValueError where two files label one text."""
    labels: dict[str, dict[str, Any]] = {}
    for file in sorted(TEXTS.glob("labels*.json")):
        for name, label in json.loads(file.read_text("utf-8")).items():
            if name in labels:
                raise ValueError(f"{file.name}: {name} is labelled twice")
            labels[name] = label
    return labels


def labels_of_seeds() -> dict[str, dict[str, Any]]:
    return json.loads((TEXTS / "seeds_labels.json").read_text("utf-8"))


def labels_of_copies() -> dict[str, dict[str, Any]]:
    return json.loads((COPIES / "labels.json").read_text("utf-8"))


def agreement(
    folder: Path, labels: dict[str, dict[str, Any]], names: Names, goals: dict[str, float] = GOALS
) -> Agreement:
    """Read the texts of a folder that are labelled, and compare in what their labels speak of."""
    found = {}
    for name, label in labels.items():
        reading = as_json(read((folder / name).read_bytes(), names), names)
        found[name] = {key: value for key, value in reading.items() if key in label}
    totals, details = score(labels, found)
    # Where nothing is to be found and nothing was, the two agree.
    reached = {field: prf(*counts)[2] if any(counts) else 1.0 for field, counts in totals["lists"].items()}
    reached |= {field: right / of for field, (right, of) in totals["exact"].items()}
    false_links = [
        f"{name}: {field}: {value}"
        for name, label in labels.items()
        if label.get("trap")
        for field in LINKS
        for value in details[name].get(field, {}).get("invented", [])
    ]
    return Agreement(len(labels), reached, false_links, totals, details, goals)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-text", action="store_true", help="what was missed and what was invented, text by text")
    parser.add_argument("--only", default="", metavar="PREFIX", help="the texts whose name begins so")
    options = parser.parse_args()
    names = names_of(read_tables())
    good = True
    for title, folder, labels, goals in [
        ("Texts of our own", TEXTS, labels_of_texts(), GOALS),
        ("Copies", COPIES, labels_of_copies(), COPIES_GOALS),
        ("Seeds", SEEDS, labels_of_seeds(), GOALS),
    ]:
        chosen = {name: label for name, label in labels.items() if name.startswith(options.only)}
        if not chosen:
            continue
        result = agreement(folder, chosen, names, goals)
        print(f"{title}: {result.texts}")
        for field, least in goals.items():
            mark = " " if result.reached[field] >= least else "<"
            print(f"  {field:<16}{result.reached[field]:6.3f} {mark} {least:.2f}")
        traps = sum(1 for label in chosen.values() if label.get("trap"))
        print(f"  false links in {traps} trap texts: {len(result.false_links)}")
        for link in result.false_links:
            print(f"    {link}")
        if options.per_text:
            print(report(result.totals, result.details))
        good = good and not result.missed and not result.false_links
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
