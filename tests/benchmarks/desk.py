"""How long the desk's pages take: python -m tests.benchmarks.desk [--articles 100000].

Saves an article of 2,000 words, and opens the list of articles as it comes, searched, narrowed and sorted. Works in a
test database of its own, on the PostgreSQL of DATABASE_URL, and drops it.
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

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.models import Article, ProposalKind  # noqa: E402
from articles.search.text import words  # noqa: E402
from tests.desk.pages import form_of  # noqa: E402
from tests.desk.proposing import make_country, make_imported, pending_quote, propose  # noqa: E402
from tests.making import make_edition, make_source  # noqa: E402

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PROTOTYPES = 200
RUNS = 7
TURN = 7  # words of a turn of phrase
LISTS = {
    "as it comes": {},
    "searched: otan": {"q": "otan"},
    "searched: sommet de Madrid": {"q": "sommet de Madrid"},
    "searched: secrétaire général": {"q": "secrétaire général"},
    "searched: agence 7": {"q": "agence 7"},
    "searched: zzyzx": {"q": "zzyzx"},
    "by title": {"o": "1"},
    "drafts, last page": {"stage__exact": "draft", "p": "last"},
    "live, by date": {"readers": "live", "o": "-5"},
    "with proposals": {"proposals": "pending"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)  # one that was stopped left its own
    try:
        client = Client()
        client.force_login(User.objects.create_superuser("anna"))
        started = time.perf_counter()
        fill(options.articles)
        print(f"{connection.vendor}: {Article.objects.count()} articles in {time.perf_counter() - started:.0f} s")
        measure_lists(client)
        measure_saving(client)
        measure_checks(client)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def text_of(chance: random.Random, length: int) -> list[str]:
    """So many words in the seeds' own turns of phrase."""
    held = [word.surface for seed in sorted(SEEDS.glob("*.txt")) for word in words(seed.read_text(errors="replace"))]
    starts = range(len(held) - TURN)
    return [word for at in chance.choices(starts, k=length // TURN) for word in held[at : at + TURN]]


def fill(articles: int) -> None:
    """Some hundred articles with all that belongs to them, and as many copies of them as are asked for."""
    chance = random.Random(7)
    words_held = text_of(chance, PROTOTYPES * 300)
    country = make_country()
    for at in range(PROTOTYPES):
        mine = words_held[at * 299 : at * 299 + 299]
        article = make_imported(
            title=" ".join(mine[:9]),
            body=f"<p>{' '.join(mine)}</p>",
            source=make_source(f"Agence {at % 20}"),
            countries=[country],
        )
        propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
        pending_quote(article)
        if at % 2:
            make_edition(article=article)
    copies = articles // PROTOTYPES - 1
    anew = {"id", "uid", "slug", "updated_at"}
    own = [field.column for field in Article._meta.concrete_fields if field.column not in anew]
    taken = ", ".join(own)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE copied (id bigint, prototype bigint)")
        cursor.execute(
            f"""WITH made AS (
                  INSERT INTO articles_article (uid, slug, updated_at, {taken})
                  SELECT gen_random_uuid(), slug || '-copie-' || n || '-' || id,
                         updated_at - n * interval '7 minutes', {taken}
                  FROM articles_article CROSS JOIN generate_series(1, %s) AS n RETURNING id, slug)
                INSERT INTO copied SELECT id, substring(slug from '[0-9]+$')::bigint FROM made""",
            [copies],
        )
        cursor.execute(
            "INSERT INTO articles_article_search SELECT copied.id, words"
            " FROM copied JOIN articles_article_search ON story = prototype"
        )
        cursor.execute(
            "INSERT INTO articles_article_countries (article_id, country_id) SELECT copied.id, country_id"
            " FROM copied JOIN articles_article_countries ON article_id = prototype"
        )
        cursor.execute("VACUUM ANALYZE")


def measure_lists(client: Client) -> None:
    address = reverse("admin:articles_article_changelist")
    for name, query in LISTS.items():
        asked = dict(query)
        if query.get("p"):
            asked["p"] = str(client.get(address, query | {"p": "1"}).context["cl"].paginator.num_pages)
        with CaptureQueriesContext(connection) as asked_of:
            response = client.get(address, asked)
        queries = len(asked_of)
        assert response.status_code == 200
        found = response.context["cl"].result_count
        took = milliseconds(lambda asked=asked: client.get(address, asked))
        print(f"list {name:<32}{found:>8} found{queries:>4} queries{took:>8.0f} ms")


def measure_saving(client: Client) -> None:
    chance = random.Random(8)
    article = Article.objects.order_by("pk").first()
    assert article is not None
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = form_of(client.get(address), _continue="")
    times, queries = [], 0
    for turn in range(RUNS):
        paragraphs = " ".join(text_of(chance, 2_002)).split(" ")
        body = "".join(f"<p>{' '.join(paragraphs[at : at + 80])}.</p>" for at in range(0, len(paragraphs), 80))
        form |= {"body": body, "title": f"Titre {turn}", "version": str(Article.objects.get(pk=article.pk).version)}
        with CaptureQueriesContext(connection) as asked_of:
            started = time.perf_counter()
            response = client.post(address, form)
            times.append(time.perf_counter() - started)
        assert response.status_code == 302, response.status_code
        queries = len(asked_of)
    print(f"saving 2,000 words {queries:>35} queries{statistics.median(times) * 1000:>8.0f} ms")
    took = milliseconds(lambda: client.get(address))
    with CaptureQueriesContext(connection) as asked_of:
        client.get(address)
    print(f"opening the editing screen {len(asked_of):>27} queries{took:>8.0f} ms")


def measure_checks(client: Client) -> None:
    """The panel beside the text, for the words in the form, 2,000 of them: whole new ones, and as somebody types."""
    chance = random.Random(9)
    article = Article.objects.order_by("pk").first()
    assert article is not None
    for number in range(100):
        propose(article, ProposalKind.ORGANISATION, "mauritanien", key=f"new:{number}")
    address = reverse("admin:articles_article_checks", args=[article.pk])
    form = form_of(client.get(reverse("admin:articles_article_change", args=[article.pk])))
    form["user"] = str(User.objects.get(username="anna").pk)
    client.post(address, form)  # the templates are read once
    news = [_long_body(chance) for _run in range(RUNS)]
    typed = [f"<p>{' mot' * turn}</p>{news[0]}" for turn in range(RUNS)]
    for name, bodies in (("new", news), ("as somebody types", typed)):
        queries, spent, took = 0, [], []
        for body in bodies:
            with CaptureQueriesContext(connection) as asked_of:
                started, worked = time.perf_counter(), time.process_time()
                response = client.post(address, form | {"body": body})
                took.append(time.perf_counter() - started)
                spent.append(time.process_time() - worked)
                queries = len(asked_of)
            assert response.status_code == 200
        work, clock = min(spent) * 1000, statistics.median(took) * 1000
        print(f"checking 2,000 words, {name:<18}{queries:>14} queries{clock:>8.0f} ms, {work:.0f} of work")


def _long_body(chance: random.Random) -> str:
    held = text_of(chance, 2_002)
    return "".join(f"<h2>Partie</h2><p>{' '.join(held[at : at + 80])}.</p>" for at in range(0, len(held), 80))


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
