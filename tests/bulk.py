"""Many public editions at once, for tests that count queries and for measuring."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import count, islice
from typing import Any

from django.utils import timezone

from articles import search
from articles.models import Article, Edition, Kind, Revision, Stage

BATCH = 500
OF_EDITIONS = {"kind": Kind.FIRST, "number": 1, "note": ""}
_numbers = count(1)


def bulk_editions(rows: Iterable[dict[str, Any]], *, indexed: bool = True) -> list[int]:
    """An open public edition, without links or themes, for each dict of its fields; returns their keys, in order.

    They follow each other by the minute, the last one being the newest.
    """
    keys: list[int] = []
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        keys += _write(batch, indexed=indexed)
    return keys


def _write(rows: list[dict[str, Any]], *, indexed: bool) -> list[int]:
    numbers = list(islice(_numbers, len(rows)))
    texts = [
        {"title": f"Texte {number}", "slug": f"texte-en-nombre-{number}", "body": "<p>Un texte.</p>"}
        | {name: value for name, value in row.items() if name not in OF_EDITIONS}
        for number, row in zip(numbers, rows, strict=True)
    ]
    own = [{name: row.get(name, value) for name, value in OF_EDITIONS.items()} for row in rows]
    articles = Article.objects.bulk_create(Article(stage=Stage.READY, rights="own", **text) for text in texts)
    revisions = Revision.objects.bulk_create(Revision(article=each, number=1, snapshot={}) for each in articles)
    start = timezone.now() - timedelta(days=3_000)
    editions = Edition.objects.bulk_create(
        Edition(
            article=article,
            revision=revision,
            visible_from=start + timedelta(minutes=number),
            first_public_at=start + timedelta(minutes=number),
            rights="own",
            **text,
            **fields,
        )
        for article, revision, number, text, fields in zip(articles, revisions, numbers, texts, own, strict=True)
    )
    if indexed:
        search.index(editions)
    return [edition.pk for edition in editions]
