"""How long search takes on many editions: python -m tests.benchmarks.search [--editions 10000] [--words 700].

Works in a test database of its own, on SQLite or the database of DATABASE_URL, and drops it.
"""

import argparse
import os
import random
import statistics
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection  # noqa: E402

from articles import search  # noqa: E402
from articles.models import Edition  # noqa: E402
from articles.search.rebuilding import rebuild  # noqa: E402
from articles.search.text import words  # noqa: E402
from tests.bulk import bulk_editions  # noqa: E402

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
QUERIES = ["otan", "securite", "sommet de Madrid", '"secrétaire général"', "armée -marine", "porte-avions", "zzyzx"]
RUNS = 7
TURN = 7  # words of a turn of phrase


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=700)
    options = parser.parse_args()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        measure(options.editions, options.words)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def measure(editions: int, length: int) -> None:
    """Fill the database with texts made of the seeds' own turns of phrase, and ask."""
    chance = random.Random(7)
    held = [word.surface for seed in sorted(SEEDS.glob("*.txt")) for word in words(seed.read_text(errors="replace"))]
    starts = range(len(held) - TURN)
    texts = (
        " ".join(word for at in chance.choices(starts, k=length // TURN) for word in held[at : at + TURN])
        for _ in range(editions)
    )
    bulk_editions(({"body": f"<p>{text}</p>", "title": " ".join(text.split()[:8])} for text in texts), indexed=False)
    started = time.perf_counter()
    indexed = ", ".join(f"{rebuilt.indexed} {rebuilt.stories}" for rebuilt in rebuild())
    took = time.perf_counter() - started
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{connection.vendor}: {indexed} indexed in {took:.1f} s")
    for query in QUERIES:
        found = search.search(query, within=Edition.objects.defer("body"))
        print(
            f"{query:<24}{search.matching(query).count():>7} found"
            f"{milliseconds(lambda found=found: list(found[:20])):>9.1f} ms a page"
            f"{milliseconds(lambda query=query: search.matching(query).count()):>9.1f} ms to count"
        )


def milliseconds(action) -> float:
    """The median of some runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
