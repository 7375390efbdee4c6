"""Words that are written nearly alike. Pure: no database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.spelling import distance, pieces, slips_allowed


@pytest.mark.parametrize(
    ("one", "other", "limit", "expected"),
    [
        ("stoltenburg", "stoltenberg", 2, 1),
        ("aliance", "alliance", 1, 1),
        ("alliiance", "alliance", 1, 1),
        ("rutet", "rutte", 1, 1),  # two letters changed round are one slip
        ("volodimir", "volodymyr", 2, 2),
        ("otan", "otan", 0, 0),
        ("otan", "ohio", 1, None),
        ("sommet", "sommets", 0, None),
    ],
)
def test_slips_are_counted_up_to_a_limit(one, other, limit, expected):
    assert distance(one, other, limit) == distance(other, one, limit) == expected


@pytest.mark.parametrize(("word", "slips"), [("ue", 0), ("mer", 0), ("otan", 1), ("alliance", 1), ("stoltenberg", 2)])
def test_the_longer_a_word_the_more_slips_it_takes(word, slips):
    assert slips_allowed(word) == slips


LETTERS = st.text("abcde", min_size=4, max_size=14)


@given(LETTERS, st.lists(st.tuples(st.integers(0, 13), st.sampled_from("abcde"), st.sampled_from("xir")), max_size=2))
def test_one_piece_of_a_word_stands_in_whatever_it_is_a_misspelling_of(word, slips):
    meant = word
    for at, letter, kind in slips[: slips_allowed(word)]:
        at = min(at, len(meant) - 1)
        meant = meant[:at] + {"x": "", "i": letter + meant[at], "r": letter}[kind] + meant[at + 1 :]
    far = distance(word, meant, 2)
    assert far is not None
    assert far <= min(len(slips), slips_allowed(word))
    assert "".join(pieces(word)) == word
    assert any(piece in meant for piece in pieces(word))
