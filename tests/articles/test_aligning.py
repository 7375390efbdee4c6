"""Rows that two sequences share, found without holding everything against everything."""

import random

import pytest

from articles.aligning import Budget, aligned
from tests.growth import in_step


def runs(old, new, most=50, pairs=10**6):
    return aligned(old, new, most=most, budget=Budget(pairs))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("abc", "abc", [(True, 0, 3, 0, 3)]),
        ("abc", "", [(False, 0, 3, 0, 0)]),
        ("abc", "axc", [(True, 0, 1, 0, 1), (False, 1, 2, 1, 2), (True, 2, 3, 2, 3)]),
        ("abc", "xyz", [(False, 0, 3, 0, 3)]),
        ("ab", "aab", [(True, 0, 1, 0, 1), (False, 1, 1, 1, 2), (True, 1, 2, 2, 3)]),
    ],
)
def test_runs_that_are_alike_and_that_differ(old, new, expected):
    assert runs(old, new) == expected


@pytest.mark.parametrize("seed", range(30))
def test_the_runs_cover_both_and_say_truly_what_is_alike(seed):
    made = random.Random(seed)
    old = [str(made.randrange(made.choice([4, 400]))) for _ in range(made.randrange(400))]
    new = [each for each in old if made.random() > 0.1]
    for _ in range(made.randrange(20)):
        new.insert(made.randrange(len(new) + 1), str(made.randrange(400)))
    found = runs(old, new, most=made.choice([5, 50]), pairs=made.choice([100, 10**6]))
    at, to = 0, 0
    for alike, start, end, first, last in found:
        assert (start, first) == (at, to)
        assert not alike or old[start:end] == new[first:last]
        at, to = end, last
    assert (at, to) == (len(old), len(new))


def test_a_change_in_every_tenth_of_many_items_leaves_the_others_alike():
    old = [f"item {number}" for number in range(20_000)]
    new = [f"{item} changed" if number % 10 == 0 else item for number, item in enumerate(old)]
    alike = sum(end - start for alike, start, end, _first, _last in runs(old, new) if alike)
    assert alike == 18_000


def test_the_work_grows_in_step_with_the_items():
    def work(size):
        made = random.Random(size)
        old = [str(made.randrange(size)) for _ in range(size)]
        runs(old, made.sample(old, size), pairs=4_000_000)

    assert in_step(work, 5_000)
