"""How fast texts are imported, and how much memory it takes: python -m tests.benchmarks.importing [--texts 10000].

Works in a test database of its own, on SQLite or the database of DATABASE_URL, and drops it. The texts are made of the
paragraphs of the seeds and of the labelled texts with some words exchanged, so that no two are alike; they are the
same at every run.
"""

import argparse
import os
import random
import resource
import tempfile
import time
from pathlib import Path
from unittest import mock

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection  # noqa: E402

from articles import arriving  # noqa: E402
from articles.importing import import_articles  # noqa: E402
from articles.outcomes import IMPORTED  # noqa: E402
from articles.reading import read_document  # noqa: E402
from partners.loading import load  # noqa: E402
from partners.registry import read_tables  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
GOAL = 60  # articles a second, on PostgreSQL, in one process
MOST_MEMORY = 250  # megabytes
A_FOLDER = 1_000  # texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=700)
    options = parser.parse_args()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        load(read_tables())
        with tempfile.TemporaryDirectory() as folder:
            write_texts(Path(folder), options.texts, options.words)
            measure(Path(folder), options.texts)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def write_texts(folder: Path, count: int, length: int) -> None:
    """Write so many texts of about so many words below the folder, a thousand to a folder."""
    chance = random.Random(7)
    paragraphs = paragraphs_held()
    plain = sorted({word for words in paragraphs for word in words if is_plain(word)})
    for number in range(count):
        words = 0
        parts = [f"{' '.join(chance.choice(paragraphs)[:8])} ({number})"]
        while words < length:
            held = chance.choice(paragraphs)
            parts.append(" ".join(chance.choice(plain) if is_plain(w) and chance.random() < 0.8 else w for w in held))
            words += len(held)
        path = folder / f"{number // A_FOLDER:03}" / f"{number:06}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(parts), encoding="utf-8")


def is_plain(word: str) -> bool:
    """Whether the word may stand anywhere: not the shortest, and written small."""
    return len(word) > 3 and word.isalpha() and word.islower()


def paragraphs_held() -> list[list[str]]:
    """The words of the paragraphs of running text in the seeds and in the labelled texts."""
    files = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "reading" / "texts").glob("*.txt")]
    lines = (line.strip() for file in sorted(files) for line in file.read_text("utf-8", "replace").split("\n"))
    return [words for line in lines if 20 <= len(words := line.split()) <= 150]


def measure(folder: Path, texts: int) -> None:
    """Import the folder and print how it went."""
    stages = {max(1, texts * share // 100): share for share in (10, 50, 100)}
    queries = 0

    def count(execute, sql, params, many, context):
        nonlocal queries
        queries += 1
        return execute(sql, params, many, context)

    def progress(done: int, total: int) -> None:
        if done in stages:
            taken = time.perf_counter() - started
            print(f"{stages[done]:>4} %{done / taken:>9.1f} articles/s{resident():>7.0f} MB")

    reading = 0.0

    def read_and_time(*args, **kwargs):
        nonlocal reading
        begun = time.process_time()
        try:
            return read_document(*args, **kwargs)
        finally:
            reading += time.process_time() - begun

    started, processor = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(count), mock.patch.object(arriving, "read_document", read_and_time):
        report = import_articles([folder], progress=progress)
    taken, worked = time.perf_counter() - started, time.process_time() - processor
    imported = report.counts()[IMPORTED]
    print(
        f"{connection.vendor}: {imported} of {texts} texts in {taken:.1f} s, {imported / taken:.1f} a second"
        f" ({imported / taken / GOAL:.2f} of the goal); at most {peak():.0f} MB (goal: {MOST_MEMORY})"
    )
    print(
        f"each: {queries / texts:.1f} queries, {taken / texts * 1000:.1f} ms; of these {worked / texts * 1000:.1f}"
        f" of work in this process, and of those {reading / texts * 1000:.1f} ms to read it"
    )


def resident() -> float:
    """Megabytes of memory held now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def peak() -> float:
    """The most megabytes of memory held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
