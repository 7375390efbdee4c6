"""How long search takes on many editions: python -m tests.benchmarks.search [--editions 20000] [--words 700].

Asks the queries of `tests.search.wanted` for their first page, of the engine and of the site. Works in a test database
of its own, on SQLite or the database of DATABASE_URL, and drops it. What is found is printed as one sum a query list:
it is the same on both.
"""

import argparse
import gc
import hashlib
import os
import random
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles import finding, respelling, search  # noqa: E402
from articles.models import Edition, Source, Theme, ThemedEdition  # noqa: E402
from articles.search.rebuilding import rebuild  # noqa: E402
from articles.search.text import words  # noqa: E402
from partners.models import Country, Meeting, Official  # noqa: E402
from tests.bulk import bulk_editions  # noqa: E402
from tests.search.wanted import QUERIES, WANTED  # noqa: E402

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
RUNS = 9
TURN = 7  # words of a turn of phrase
NEW_WORDS = 10  # that each text has for itself
_SYLLABLES = [
    first + rest
    for first in ("b", "c", "ch", "d", "dr", "f", "g", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v")
    for rest in ("a", "e", "i", "o", "ou", "an", "on", "eur", "ique")
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=700)
    options = parser.parse_args()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        fill(options.editions, options.words)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")  # as the server does by itself, some minutes after many rows came
        measure()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def fill(editions: int, length: int) -> None:
    """Fill the database with texts made of the seeds' own turns of phrase, each linked to entries of the registry."""
    call_command("load_registry", verbosity=0)
    chance = random.Random(7)
    keys = bulk_editions(_texts(editions, length, chance), indexed=False)
    _link(keys, chance)
    started = time.perf_counter()
    indexed = ", ".join(f"{rebuilt.indexed} {rebuilt.stories}" for rebuilt in rebuild())
    print(f"{connection.vendor}: {indexed} indexed in {time.perf_counter() - started:.0f} s")


def _texts(count: int, length: int, chance: random.Random) -> Iterator[dict[str, str]]:
    held = [word.surface for seed in sorted(SEEDS.glob("*.txt")) for word in words(seed.read_text(errors="replace"))]
    starts = range(len(held) - TURN)
    for _ in range(count):
        text = [word for at in chance.choices(starts, k=length // TURN) for word in held[at : at + TURN]]
        text += ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(NEW_WORDS)]
        yield {"body": f"<p>{' '.join(text)}</p>", "title": " ".join(text[:8])}


def _link(keys: list[int], chance: random.Random) -> None:
    """Give each edition countries, an official, a meeting, themes, a source and a day of the last eleven years."""
    models: list[tuple[str, Any, int]] = [
        ("countries", Country, 3),
        ("officials", Official, 1),
        ("meetings", Meeting, 1),
    ]
    for name, model, number in models:
        rows = list(model.objects.order_by("pk").values_list("pk", flat=True))
        through: Any = Edition._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        column = f"{model._meta.model_name}_id"
        links = ((key, row) for key in keys for row in sorted(set(chance.choices(rows, k=number))))
        through.objects.bulk_create((through(edition_id=key, **{column: row}) for key, row in links), batch_size=5_000)
    themes = [Theme.objects.create(name=f"Thème {number}") for number in range(60)]
    ThemedEdition.objects.bulk_create(
        (
            ThemedEdition(content_object_id=key, tag=theme, name=theme.name)
            for key in keys
            for theme in {theme.pk: theme for theme in chance.choices(themes, k=2)}.values()
        ),
        batch_size=5_000,
    )
    sources = [Source.named(f"Agence {number}") for number in range(12)]
    start = datetime(2015, 1, 1, tzinfo=UTC)
    editions = [
        Edition(
            pk=key, source=chance.choice(sources), first_public_at=start + timedelta(hours=chance.randint(0, 95_000))
        )
        for key in keys
    ]
    Edition.objects.bulk_update(editions, ["source", "first_public_at"], batch_size=400)


def measure() -> None:
    """Print the times of the queries: by the engine, of the whole page, and of what is misspelled."""
    print(hits())
    gc.collect()
    # of this machine, not of a test: without what the tests record of each template, which costs a tenth of a page
    client = Client(headers={"host": "localhost"})
    times = {
        "the engine, counts and facets too": [
            milliseconds(lambda query=query: finding.find(query, {}).keys(0, 20)) for query in QUERIES
        ],
        "the whole page": [
            milliseconds(lambda query=query: client.get("/recherche/", {"q": query})) for query in QUERIES
        ],
        "suggestions while typing": [
            milliseconds(lambda part=part: client.get("/recherche/suggestions/", {"q": part}))
            for part in {wanted.query[:length] for wanted in WANTED for length in (3, 7)}
        ],
        "another spelling": [
            milliseconds(lambda query=query: respelling.respelled(query))
            for query in ("Stoltenburg", "cybermenances", "partenraiats militaires", "zzyzxa", "infrastuctures")
        ],
    }
    for name, found in times.items():
        found.sort()
        print(f"{name:<35}{found[len(found) // 2]:>8.1f} ms median{percentile(found):>8.1f} ms 95th percentile")
    with CaptureQueriesContext(connection) as queries:
        client.get("/recherche/", {"q": "otan"})
    print(f"{len(queries)} queries for a page with facets")
    reset_queries()


def hits() -> str:
    """How many texts the queries find, a sum of which they are, and how many find the same without accents."""
    keys = {query: sorted(search.matching(query).values_list("pk", flat=True)) for query in QUERIES}
    offset = min(min(found) for found in keys.values() if found)  # keys begin where the database pleases
    total = hashlib.sha256(repr([[key - offset for key in found] for found in keys.values()]).encode()).hexdigest()
    bare = sum(
        sorted(search.matching(unaccented(query)).values_list("pk", flat=True)) == found
        for query, found in keys.items()
    )
    return f"{sum(map(len, keys.values()))} hits of {len(keys)} queries, {total[:16]}; {bare} the same without accents"


def unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def percentile(times: list[float]) -> float:
    """The 95th, of times in their order: 95 of 100 are no longer."""
    return times[max(-(-len(times) * 95 // 100) - 1, 0)]


def milliseconds(action: Callable[[], Any]) -> float:
    """The median of some runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return sorted(times)[RUNS // 2] * 1000


if __name__ == "__main__":
    main()
