"""Every list asks the database as often for a thousand editions as for ten."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import (
    Byline,
    Contributor,
    Decision,
    Edition,
    Kind,
    LanguageVersion,
    LanguageVersions,
    Quote,
    QuotePlace,
    Theme,
    ThemedEdition,
)
from articles.statements import tell_planner
from partners.models import AgendaItem, Country, MeetingDocument, Official
from partners.months import Month
from tests.bulk import bulk_editions
from tests.partners.making import (
    make_country,
    make_meeting,
    make_office,
    make_official,
    make_organisation,
    make_relation,
    make_tenure,
)

CEILINGS = {
    "/": 10,
    "/en/": 10,
    "/articles/": 8,
    "/articles/?theme=defense&country=maroc": 8,
    "/articles/?q=texte": 8,
    "/themes/": 8,
    "/themes/defense/": 8,
    "/pays/": 10,
    "/pays/maroc/": 10,
    "/responsables/": 10,
    "/responsables/mark-rutte/": 10,
    "/organisations/": 10,
    "/organisations/otan/": 10,
    "/reunions/": 10,
    "/reunions/{meeting}/": 10,
    "{calendar}": 10,
    "{calendar}?kind=ministerial&country=maroc": 10,
    "/reunions/?kind=ministerial&organiser=otan": 10,
    "/citations/": 10,
    "/citations/?q=mots&speaker=mark-rutte&country=maroc&since=2024-01-01": 10,
    "/recherche/?q=texte": 8,
    "{author}": 8,
    "/articles/texte-du-lot/": 8,
    "/en/articles/texte-du-lot/": 8,
}


def publish(number: int, links: dict, **fields) -> list[int]:
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
    signer = Contributor.named("Awa Diop")
    Byline.objects.bulk_create(
        Byline(edition_id=key, contributor=signer, printed_name="Awa Diop", position=at)
        for key in keys
        for at in range(2)
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
    return keys


def correct_and_link(key: int, other: int) -> None:
    """What makes an article's page ask for more: what was corrected, and a version in another language."""
    now = Edition.objects.get(pk=key)
    earlier = Edition(**{field.attname: getattr(now, field.attname) for field in Edition._meta.concrete_fields[1:]})
    earlier.pk, earlier.number, earlier.kind, earlier.note = None, 2, Kind.FIRST, ""
    earlier.body = "<p>Un texte faux.</p>"
    earlier.visible_until = now.visible_from
    earlier.visible_from = earlier.visible_until - timedelta(minutes=1)
    earlier.save()
    group = LanguageVersions.objects.create()
    for edition in Edition.objects.filter(pk__in=[key, other]):
        LanguageVersion.objects.create(group=group, article_id=edition.article_id, language=edition.language)


def count_queries(client, address: str) -> int:
    client.get(address)  # the first answer may also fill caches of content types and templates
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_the_editions(client, links):
    meeting = links["meetings"][0].slug
    author = Contributor.named("Awa Diop").get_absolute_url()
    calendar = reverse("partners:calendar-month", args=[Month(2024, 10)])
    known = {"meeting": meeting, "author": author, "calendar": calendar}
    ceilings = {address.format(**known): ceiling for address, ceiling in CEILINGS.items()}
    publish(8, links)
    correction = {"kind": Kind.CORRECTION, "note": "Le nom était faux."}
    corrected, english = publish(1, links, slug="texte-du-lot", **correction) + publish(1, links, language="en")
    correct_and_link(corrected, english)
    few = {address: count_queries(client, address) for address in ceilings}
    publish(990, links)
    tell_planner()  # as an import of so many does; a plan made for empty tables takes minutes
    many = {address: count_queries(client, address) for address in ceilings}
    assert Edition.objects.public().count() == 1_000
    assert many == few
    over = {address: found for address, found in many.items() if found > ceilings[address]}
    assert not over


def test_the_number_of_queries_does_not_grow_with_what_the_registry_knows(client, links):
    entries = [rows[0] for rows in links.values()]
    with translation.override("fr"):
        addresses = [row.get_absolute_url() for row in entries]
    addresses += ["/pays/", "/responsables/", "/organisations/?q=o"]
    enrich(1, *entries)
    few = {address: count_queries(client, address) for address in addresses}
    enrich(6, *entries)
    assert {address: count_queries(client, address) for address in addresses} == few
    assert max(few.values()) <= 10


def enrich(number: int, country, organisation, official, meeting) -> None:
    """That many more of everything that these four are shown with."""
    first = Official.objects.count()
    for at in range(first, first + number):
        for entry, others in [(country, "aliases"), (official, "other_names"), (meeting, "other_titles")]:
            entry.former_names.create(name=f"Ancien {at}", until=f"{1900 + at}")
            setattr(entry, others, (*getattr(entry, others), f"Ancien {at}"))
            entry.save()
        another = make_official(f"Personne {at}", country=country)
        theirs = make_country(f"{chr(65 + at // 26)}{chr(65 + at % 26)}", name_fr=f"Pays {at}")
        make_relation(theirs, "member", "1990-01-01")
        for holder, office in [
            (another, make_office(f"fonction {at}", organisation=organisation)),
            (official, make_office(f"ministre {at}", country=country)),
        ]:
            make_tenure(holder, office, "2000", "2005")
        other = make_meeting(start=f"{1900 + at}", country=country, organiser=organisation)
        for each in (meeting, other):
            each.participants.add(theirs)
            each.organisations.add(organisation, make_organisation())
            each.officials.add(official, another)
        AgendaItem.objects.create(meeting=meeting, title_fr=f"Point {at}")
        MeetingDocument.objects.create(meeting=meeting, title="D", address=f"https://example.org/{at}")


@pytest.mark.django_db
def test_the_empty_site_answers_too(client):
    for address in ["/", "/articles/", "/themes/", "/pays/", "/citations/", "/recherche/?q=x", "/reunions/", "/en/"]:
        assert client.get(address).status_code == 200, address
