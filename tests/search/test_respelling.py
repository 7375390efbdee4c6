"""Other spellings: of what readers can find, never of what is not public."""

import pytest

from articles.models import Edition
from articles.respelling import MOST_WORDS, respelled
from articles.search import forget_words, words_like
from articles.search.rebuilding import rebuild
from partners.models import Official
from tests.making import day, make_article, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    Official.objects.create(name="Jens Stoltenberg")
    make_edition(title="La sécurité en mer Noire", body="<p>Les partenariats et les infrastructures. Frégate.</p>")


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("Stoltenburg", "Stoltenberg"),
        ("jens stoltenburg", "jens Stoltenberg"),
        ("Stolt", "Stoltenberg"),
        ("securitee", "sécurité"),
        ("securité", ""),  # is found as it is
        ("mer Noirre", "mer Noire"),
        ("partenraiats", "partenariats"),
        ("infrastuctures -zzyzx", "infrastructures -zzyzx"),
        ('"partenariats et infrastuctures"', ""),  # those words stand nowhere side by side
        ("frégatte securitee", "Frégate sécurité"),
        ("fregattes", "Frégate"),
        ("fregate zzyzxx", ""),  # no spelling of one word mends the other
        ("ner", ""),  # short words are all alike
        ("zzyzx", ""),
        ("", ""),
        ("de la", ""),
        ("1234567", ""),
        ("stoltenburg " * (MOST_WORDS + 1), ""),
        ("\0()\"'%_\\", ""),
        ("a" * 100_000, ""),
    ],
)
def test_what_is_misspelled_is_proposed_as_it_is_written(site, typed, proposed):
    assert respelled(typed) == proposed


def test_the_words_of_what_is_not_public_are_never_proposed(site):
    for fields in [
        {"visible_from": day(1)},
        {"visible_from": day(-2), "visible_until": day(-1)},
        {"trashed": True},
    ]:
        make_edition(title="Quillfish", body="<p>Quillfish.</p>", **fields)
    make_article(title="Quillfish")
    Official.objects.create(name="Anna Quillfish", confirmed=False)
    assert "quillfish" in words_like("quilfish")  # the index has it, and keeps it to itself
    assert respelled("quilfish") == ""
    make_edition(title="Quillfish")
    assert respelled("quilfish") == "Quillfish"


def test_reindex_makes_the_words_anew(site):
    forget_words(Edition)
    assert words_like("fregatte") == []
    rebuild()
    assert "fregate" in words_like("fregatte")


def test_a_spelling_takes_few_questions(site, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        respelled("infrastuctures partenraiats")
