"""How alike two texts are, without a database."""

import random

import pytest

from articles.reading.shingles import KEPT, containment, likeness, shingles_of, sketch, words_of
from tests.growth import in_step


def shingles(text, left_out=()):
    return shingles_of(words_of(text, left_out))


def prose(words, seed=1):
    made = random.Random(seed)
    return " ".join(f"mot{made.randrange(5000)}" for _ in range(words))


def test_the_numbers_of_a_text_are_the_same_on_every_machine():
    expected = [3495154418269598301, 4462652501882538177, 5320367248147356456, 8307196376771753886]
    assert sorted(shingles("Le ministre a reçu son homologue à Nouakchott.")) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’armée s’est déployée au Sahel hier soir", "L'ARMÉE s'est déployée, au Sahel… hier soir !"),
        ("Le préfet de l'Élysée était là hier", "Le pre\u0301fet de l'E\u0301lyse\u0301e e\u0301tait la\u0300 hier"),
        ("un deux trois\nquatre cinq six", "un deux\r\ntrois quatre\u2028cinq six"),
    ],
)
def test_case_accents_marks_and_line_ends_make_no_difference(one, other):
    assert likeness(shingles(one), shingles(other)) == 1.0


def test_the_order_of_words_counts_and_the_order_of_paragraphs_hardly():
    paragraphs = [prose(60, seed) for seed in range(8)]
    text, turned = "\n".join(paragraphs), "\n".join(reversed(paragraphs))
    assert likeness(shingles(text), shingles(turned)) > 0.8
    assert likeness(shingles(text), shingles(" ".join(reversed(text.split())))) == 0.0


def test_a_cut_text_stands_wholly_in_the_longer_one():
    text = prose(400)
    cut = " ".join(text.split()[:100])
    assert containment(shingles(cut), shingles(text)) == 1.0
    assert 0.2 < containment(shingles(text), shingles(cut)) < 0.3
    assert likeness(shingles(cut), shingles(text)) == containment(shingles(text), shingles(cut))


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" \n… !", 0), ("Alerte", 1), ("un deux trois quatre", 1), ("a b c d e", 1), ("a b c d e f", 2)],
)
def test_a_text_of_fewer_words_than_a_run_is_one_run_and_none_without_words(text, count):
    assert len(shingles(text)) == count


def test_texts_without_words_are_like_nothing():
    assert likeness(frozenset(), frozenset()) == 0.0
    assert containment(frozenset(), shingles("Alerte")) == 0.0


def test_what_left_the_article_does_not_count():
    furniture = "Lire aussi : tous nos articles sur le sommet de Washington\n"
    text = prose(80)
    assert shingles(furniture + text, [(0, len(furniture))]) == shingles(text)


@pytest.mark.parametrize(
    "notice",
    [
        "À propos de l'OTAN\nL'OTAN est une alliance politique de trente-deux pays d'Europe et d'ailleurs.",
        "About NATO: the Alliance is a political and military alliance of thirty-two countries on two continents.",
        "Notes to editors\nImages are available on the media portal of the ministry for editorial use by everybody.",
        "Contact presse : Direction de la communication, 12 rue de la Paix, bureau des relations avec les médias",
        "© Ministère des Armées 2026 – toute reproduction est soumise à l'accord de la délégation à l'information",
    ],
)
def test_the_standing_notice_of_a_house_does_not_count(notice):
    text = prose(80)
    assert shingles(f"{text}\n\n{notice}") == shingles(text)


def test_a_sentence_that_only_begins_like_a_notice_counts():
    sentence = "About French soldiers in the Sahel, the minister said that nothing had been decided so far."
    assert len(shingles(sentence)) == 12


def test_a_sketch_keeps_the_same_few_of_a_text_and_of_most_of_it():
    text = prose(500)
    most = " ".join(text.split()[50:])
    assert len(sketch(shingles(text))) == KEPT
    assert len(set(sketch(shingles(text))) & set(sketch(shingles(most)))) > KEPT / 2


def test_every_number_fits_a_databases_integer():
    assert all(0 <= value < 2**63 for value in shingles(prose(2000)))


@pytest.mark.parametrize("one_line", [True, False])
def test_the_work_grows_in_step_with_the_text(one_line):
    between = " " if one_line else "\n"
    assert in_step(lambda size: sketch(shingles(between.join(prose(size).split()))), 8_000)
    assert in_step(lambda size: shingles("x" * size), 200_000)
    assert in_step(lambda size: shingles("À propos de\n" * size, [(at, at + 1) for at in range(size)]), 5_000)
