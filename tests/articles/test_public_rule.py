"""The one rule of what readers may see."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Edition, Kind, Quote
from tests.making import NOW, day, make_article, make_edition, make_quote

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "opens", "closes", "expected"),
    [
        ("first", -1, None, True),
        ("first", 0, None, True),
        ("first", +1, None, False),
        ("first", -2, -1, False),
        ("first", -2, 0, False),
        ("first", -2, +1, True),
        ("correction", -1, None, True),
        ("withdrawal", -1, None, False),
    ],
)
def test_an_edition_is_public_from_its_opening_until_its_closing(kind, opens, closes, expected):
    edition = make_edition(
        kind=kind,
        visible_from=day(opens, base=NOW),
        visible_until=None if closes is None else day(closes, base=NOW),
    )
    assert Edition.objects.public(at=NOW).contains(edition) is expected


def test_an_edition_of_a_trashed_article_is_not_public():
    edition = make_edition(visible_from=day(-1, base=NOW), trashed=True)
    assert not Edition.objects.public(at=NOW).contains(edition)


def test_related_managers_offer_the_same_rule():
    article = make_article(tags=["Mer Noire"])
    shown = make_edition(article=article, visible_from=day(-1))
    make_edition(tags=["Mer Noire"], visible_from=day(+1))
    theme = shown.tags.get()
    assert list(theme.editions.public()) == [shown]


def test_a_quote_is_public_when_accepted_and_its_words_stand_in_a_public_edition():
    edition = make_edition(body="<p>« La porte reste ouverte à tous », a dit le ministre.</p>")
    accepted = make_quote(edition.article, "La porte reste ouverte à tous")
    make_quote(edition.article, "La porte reste fermée à tous")
    make_quote(edition.article, "La porte reste ouverte", accepted=False)
    assert list(Quote.objects.public()) == [accepted]


def test_a_quote_of_a_scheduled_edition_is_not_public_before_its_time():
    edition = make_edition(body="<p>Nous tiendrons parole.</p>", visible_from=day(+1))
    quote = make_quote(edition.article, "Nous tiendrons parole")
    assert not Quote.objects.public().contains(quote)
    assert Quote.objects.public(at=day(+2)).contains(quote)


def test_the_database_refuses_a_second_open_edition_of_one_article():
    edition = make_edition()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(article=edition.article)


def test_the_database_refuses_two_open_editions_at_one_address():
    make_edition(slug="sommet")
    other = make_edition(slug="sommet-2")
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=other.pk).update(slug="sommet")


def test_two_articles_never_have_one_slug_whatever_their_languages():
    make_article(slug="sommet", language="fr")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_article(slug="sommet", language="en")


def test_a_free_slug_is_no_address_that_another_article_has_or_had():
    first = make_edition(title="Sommet", slug="sommet", visible_until=day(-0.5)).article
    type(first).objects.filter(pk=first.pk).update(slug="sommet-de-vilnius")
    make_article(slug="sommet-2")
    assert type(first).objects.free_slug("Sommet") == "sommet-3"
    assert type(first).objects.free_slug("Sommet", for_article=first) == "sommet"


def test_the_database_refuses_an_edition_that_closes_before_it_opens():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(visible_from=NOW, visible_until=day(-1, base=NOW))


def test_the_database_refuses_text_in_a_withdrawal():
    edition = make_edition(kind=Kind.WITHDRAWAL)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(body="<p>Reste</p>")


@pytest.mark.postgresql
def test_postgresql_refuses_two_editions_visible_at_one_moment():
    edition = make_edition(visible_from=day(-3), visible_until=day(+3))
    with pytest.raises(IntegrityError), transaction.atomic():
        make_edition(article=edition.article, visible_from=day(-1))
