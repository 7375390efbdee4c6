"""Every list asks the database as often for a thousand editions as for ten."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Decision, Edition, Quote, QuotePlace, Theme, ThemedEdition
from partners.models import Country
from tests.bulk import bulk_editions

CEILINGS = {
    "/": 12,
    "/articles/": 10,
    "/articles/?theme=defense&country=maroc": 10,
    "/articles/?q=texte": 10,
    "/themes/": 10,
    "/themes/defense/": 10,
    "/pays/": 10,
    "/pays/maroc/": 10,
    "/responsables/": 10,
    "/responsables/mark-rutte/": 10,
    "/organisations/": 10,
    "/organisations/otan/": 10,
    "/reunions/": 10,
    "/reunions/{meeting}/": 10,
    "/citations/": 10,
    "/recherche/?q=texte": 10,
    "/articles/texte-du-lot/": 20,
}


def publish(number: int, links: dict, **fields) -> None:
    """That many more public editions, each linked to everything, each with a theme and a public quote."""
    keys = bulk_editions({"title": "Un texte", **fields} for _number in range(number))
    second = Country.objects.get_or_create(code="ES", defaults={"name_fr": "Espagne", "name_en": "Spain"})[0]
    for name, rows in (links | {"countries": [*links["countries"], second]}).items():
        through = Edition._meta.get_field(name).remote_field.through
        column = f"{rows[0]._meta.model_name}_id"
        through.objects.bulk_create(through(edition_id=key, **{column: row.pk}) for key in keys for row in rows)
    themes = [Theme.objects.get_or_create(name=name)[0] for name in ["Défense", "Partenariats"]]
    ThemedEdition.objects.bulk_create(
        ThemedEdition(content_object_id=key, tag=theme, name=theme.name) for key in keys for theme in themes
    )
    articles = dict(Edition.objects.filter(pk__in=keys).values_list("pk", "article"))
    quotes = Quote.objects.bulk_create(
        Quote(
            article_id=articles[key],
            text=f"Des mots {key}",
            speaker=links["officials"][0],
            meeting=links["meetings"][0],
            decision=Decision.ACCEPTED,
            decided_at=timezone.now(),
        )
        for key in keys
    )
    QuotePlace.objects.bulk_create(
        QuotePlace(quote=quote, edition_id=key, start=0, end=5) for key, quote in zip(keys, quotes, strict=True)
    )


def count_queries(client, address: str) -> int:
    client.get(address)  # the first answer may also fill caches of content types and templates
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_editions(client, links):
    meeting = links["meetings"][0].slug
    ceilings = {address.format(meeting=meeting): ceiling for address, ceiling in CEILINGS.items()}
    publish(9, links)
    publish(1, links, slug="texte-du-lot")
    few = {address: count_queries(client, address) for address in ceilings}
    publish(990, links)
    many = {address: count_queries(client, address) for address in ceilings}
    assert Edition.objects.public().count() == 1_000
    assert many == few
    over = {address: found for address, found in many.items() if found > ceilings[address]}
    assert not over


@pytest.mark.django_db
def test_the_empty_site_answers_too(client):
    for address in ["/", "/articles/", "/themes/", "/pays/", "/citations/", "/recherche/?q=x", "/reunions/", "/en/"]:
        assert client.get(address).status_code == 200, address
