"""Which words stand side by side, as the index of PostgreSQL holds it."""

import pytest

from articles.search.document import document
from articles.search.pairs import pairs_asked, pairs_of
from articles.search.query import parse


def has(query: str, body: str, title: str = "", language: str = "fr") -> bool:
    """Whether a text has one of the pairs that are asked for each two neighbours of the query's only term."""
    held = set(pairs_of(document(title=title, standfirst="", body=body, language=language)))
    (term,) = parse(query).required
    return all(held.intersection(numbers) for numbers in pairs_asked(term))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"secretaire general"', True),
        ('"secrétaires généraux"', False),  # in quotes as written
        ("secrétaires-générales", True),  # joined by a hyphen in any form
        ('"général secrétaire"', False),
        ('"du secrétaire général"', True),
        ('"avis général"', False),
    ],
)
def test_two_words_are_a_pair_where_they_stand_side_by_side(query, expected):
    assert has(query, "L’avis du Secrétaire général.") is expected


def test_a_pair_does_not_run_on_from_one_field_into_the_next():
    assert not has('"mer noire"', "Noire est la nuit.", title="La mer")


def test_the_forms_of_one_pair_are_not_mixed_with_those_of_another():
    assert not has('"marin sous"', "marins sous")
    assert has("marin-sous", "marins sous")


def test_a_text_holds_each_pair_once_however_often_it_comes():
    once = pairs_of(document(title="", standfirst="", body="la mer la mer", language="fr"))
    assert pairs_of(document(title="", standfirst="", body="la mer " * 50, language="fr")) == once
    assert all(-(1 << 63) <= number < 1 << 63 for number in once)
