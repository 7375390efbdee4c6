"""What PostgreSQL makes of a document's vector, for texts as long as they may be."""

import random

import pytest
from django.db import connection

from articles.reading.decode import MAX_CHARACTERS
from articles.search.document import document
from articles.search.postgresql import vector

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


def lexemes(body: str, title: str = "") -> dict[str, str]:
    """The lexemes that PostgreSQL keeps of a French text, with their positions."""
    with connection.cursor() as cursor:
        made = vector(document(title=title, standfirst="", body=body, language="fr"))
        cursor.execute("SELECT lexeme, positions::text, weights::text FROM unnest(%s::tsvector)", [made])
        return {lexeme: f"{positions}{weights}" for lexeme, positions, weights in cursor.fetchall()}


def test_a_stem_of_several_words_has_the_places_of_all_of_them():
    held = lexemes("des navires et un navire", title="Navire")
    assert held["=navires"] == "{5}{C}"
    assert held["=navire"] == "{1,8}{A,C}"
    assert held["~navir"] == "{1,5,8}{A,C,C}"


@pytest.mark.parametrize("letters", ["abcdefghijklmnop", "абвгдежзийклмноп", "'\\éèœß"])
def test_a_text_of_nothing_but_different_words_is_taken_and_its_first_words_are_found(letters):
    chance, words, length = random.Random(3), ["Premier"], 7
    while length < MAX_CHARACTERS:
        words.append("".join(chance.choices(letters, k=chance.randint(3, 14))))
        length += len(words[-1]) + 1
    assert "=premier" in lexemes(" ".join(words))


def test_a_word_that_comes_all_the_time_is_held_with_its_first_places():
    held = lexemes("mer " * 60_000)
    assert held["=mer"].startswith("{3,4,5,")
