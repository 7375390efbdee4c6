"""The formula of Kandel and Moles, and how syllables are counted."""

import pytest

from articles.reading_ease import reading_ease, syllables

SYLLABLES = {
    1: "le table tables que quelque guerre guide quatre parle rue joue eau août oui lui hui s",
    2: "nation pays royal été idée idées amie maïs Noël ministre bateau soldat armée voyage théâtre poète vraiment",
    3: "réunion militaire océan essayer stratégique",
    4: "sécurité européenne coopérer ambassadeur",
    5: "géopolitique coopération",
}


@pytest.mark.parametrize(("word", "count"), [(word, n) for n, words in SYLLABLES.items() for word in words.split()])
def test_syllables_are_counted_as_french_is_read_aloud(word, count):
    assert syllables(word) == count


def test_each_figure_of_a_number_counts():
    assert syllables("2024") == 4


def test_the_score_is_the_formula_s():
    # 100 words of two syllables in 5 sentences: 207 − 1.015 × 20 − 73.6 × 2
    assert reading_ease(words=100, spoken=200, sentences=5) == pytest.approx(207 - 20.3 - 147.2)


def test_longer_sentences_and_longer_words_are_harder():
    easy = reading_ease(words=200, spoken=200, sentences=20)
    assert reading_ease(words=200, spoken=200, sentences=5) < easy
    assert reading_ease(words=200, spoken=1_000, sentences=20) < easy


def test_of_a_few_words_the_formula_says_nothing():
    assert reading_ease(words=99, spoken=99, sentences=9) is None
    assert reading_ease(words=100, spoken=100, sentences=0) is None
