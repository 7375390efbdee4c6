"""What is typography only: the rule by which a silent fix is warned about."""

import pytest

from articles.slips import is_typographic
from tests.growth import in_step


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("l'OTAN a dit", "l’OTAN a dit"),
        ("Il a dit « oui » .", "Il a dit “oui”."),
        ("Un mot\nUn autre", "Un mot Un autre"),
        ("oui ?", "oui\u202f?"),
        ("10 000 hommes", "10\u202f000 hommes"),
        ("deja vu", "déjà vu"),
        ("A Bruxelles", "À Bruxelles"),
        ("coeur", "cœur"),
        ("le Ministre", "le ministre"),
        ("vice-président", "vice président"),
        ("les minstres ont", "les ministres ont"),
        ("le partennariatt", "le partenariat"),
        ("un, deux", "un deux"),
        ("", "  "),
    ],
)
def test_slips_of_the_pen_are_typography(old, new):
    assert is_typographic(old, new)
    assert is_typographic(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("15 soldats", "16 soldats"),
        ("1,5 million", "15 millions"),
        ("10 000 hommes", "10 001 hommes"),
        ("en Iran", "en Irak"),
        ("M. Stoltenburg", "M. Stoltenberg"),
        ("possible", "impossible"),
        ("un accord légal", "un accord illégal"),
        ("non", "nos"),
        ("il vient", "il ne vient pas"),
        ("un million", "un milliard"),
        ("Il vient.", "Il vient ?"),
        ("Il a dit oui", "Il a dit « oui »"),
        ("5 %", "5"),
        ("le général de brigade", "le général de division"),
        ("le premier et le second", "le second et le premier"),
        ("un texte", ""),
        ("م", "ن"),
    ],
)
def test_what_changes_the_sense_is_more_than_typography(old, new):
    assert not is_typographic(old, new)
    assert not is_typographic(new, old)


def test_a_long_text_takes_time_in_step_with_its_length():
    assert in_step(lambda size: is_typographic("les ministres ont " * size, "les minstres ont " * size), 2_000)


def test_a_word_of_any_length_takes_time_in_step_with_it():
    assert in_step(lambda size: is_typographic("a" * size, "a" * size + "b"), 100_000)
