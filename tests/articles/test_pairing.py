"""Which paragraph became which."""

import random

import pytest

from articles.pairing import paired
from tests.growth import in_step

A = "Le ministre de la Défense a reçu mardi une délégation de l'OTAN à Nouakchott."
B = "Le sommet de Washington a décidé d'un plan d'action pour le voisinage méridional."
C = "La Mauritanie accueillera en octobre un exercice de secours en mer."
D = "Tunis et Rabat ont signé chacun un programme de partenariat individuel."


def changed(text):
    return text.replace("de", "du").replace("OTAN", "Alliance")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B], [A, B], [(A, A), (B, B)]),
        ([A], [], [(A, "")]),
        ([], [A], [("", A)]),
        ([A, B, C], [changed(A), C], [(A, changed(A)), (B, ""), (C, C)]),
        ([A, B], [B, A], [("", B), (A, A), (B, "")]),
        ([A, B, C], [A, D, B, C], [(A, A), ("", D), (B, B), (C, C)]),
        (["–", "–", "–"], ["–", "–"], [("–", "–"), ("–", "–"), ("–", "")]),
    ],
)
def test_each_paragraph_stands_beside_the_one_that_it_became(old, new, expected):
    assert list(paired(old, new)) == expected


def test_a_paragraph_that_moved_unchanged_does_not_part_the_others_that_all_changed():
    found = list(paired([A, B, C, D], [changed(B), changed(C), changed(D), A]))
    assert found == [(A, ""), (B, changed(B)), (C, changed(C)), (D, changed(D)), ("", A)]


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_are_there_in_their_order(seed):
    made = random.Random(seed)
    old = [" ".join(f"m{made.randrange(30)}" for _ in range(made.randrange(1, 9))) for _ in range(40)]
    new = [each for each in old if made.random() < 0.8] + ["neuf"] * made.randrange(3)
    if seed % 2:
        made.shuffle(new)
    found = list(paired(old, new))
    assert [was for was, _now in found if was] == old
    assert [now for _was, now in found if now] == new


def test_paragraphs_of_common_words_only_are_paired_by_their_place():
    made = random.Random(1)
    old = [" ".join(f"m{made.randrange(60)}" for _ in range(60)) for _ in range(80)]
    new = [each.replace("m7 ", "autre ") for each in old]
    assert list(paired(old, new)) == list(zip(old, new, strict=True))


def test_the_work_grows_in_step_with_the_paragraphs():
    def work(size):
        made = random.Random(size)
        old = [" ".join(f"m{made.randrange(size)}" for _ in range(12)) for _ in range(size)]
        list(paired(old, made.sample(old, size)))

    assert in_step(work, 2_000)
