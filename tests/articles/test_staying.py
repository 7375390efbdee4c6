"""Where a place between two paragraphs is, once the text has been changed."""

import pytest

from articles.staying import places_now
from tests.growth import in_step

A = "Le ministre mauritanien de la Défense a reçu les délégations à Nouakchott."
B = "Les chefs d’état-major ont parlé de la coopération maritime au large du Sahel."
C = "Une prochaine réunion se tiendra à Bruxelles avant la fin de l’année."
D = "Le porte-parole n’a pas voulu dire combien de navires seront envoyés."
NEW = "Rien de tout cela n’avait été annoncé par aucune des capitales."


def html(*blocks):
    return "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)


@pytest.mark.parametrize(
    ("place", "after", "now"),
    [
        (2, [NEW, A, B, C, D], 3),  # written before it
        (2, [A, B, NEW, C, D], 2),  # written behind it
        (2, [A, B.replace("maritime", "navale et aérienne"), C, D], 2),  # its words changed
        (3, [A, NEW, B.upper(), C, D], 4),
        (2, [A, C, D], 1),  # gone: behind the nearest earlier one
        (3, [A, NEW, D], 1),
        (1, [B, C, D], 0),  # gone, and none before it
        (2, [A, C, D, B], 4),  # moved, and the place with it
        (1, [D, C, B, A], 4),
        (2, [A, B[:40], B[40:].strip(), C, D], 3),  # parted
        (2, [f"{A} {B}", C, D], 1),  # joined
        (0, [NEW, A, B, C, D], 0),  # before all
        (4, [A, B, C, D, NEW], 4),
        (9, [A, B, C, D, NEW], 4),  # behind all that there was
        (2, [A, B, "Bruxelles", C, D], 2),
        (2, [], 0),
    ],
)
def test_a_place_stays_behind_the_paragraph_it_stood_behind(place, after, now):
    assert places_now([place], html(A, B, C, D), html(*after)) == {place: now}


def test_lists_rules_and_paragraphs_that_come_again_are_told_apart():
    old = html(A, "<hr>", A, f"<ul><li>{B}</li><li>{C}</li></ul>", "<hr>", D)
    new = html(NEW, A, "<hr>", A, f"<ul><li>{B}</li><li>{C}</li><li>{NEW}</li></ul>", "<hr>", D)
    assert places_now(range(7), old, new) == {0: 0} | {place: place + 1 for place in range(1, 7)}


def test_of_a_text_that_was_empty_every_place_is_as_it_was():
    assert places_now([3], "", html(A, B)) == {3: 3}


def test_the_work_grows_in_step_with_the_text():
    def work(size):
        old = "".join(f"<p>Phrase {n} sur la réunion {n * 7}.</p>" for n in range(size))
        places_now([size // 2], old, old.replace("Phrase", "Ligne"))

    assert in_step(work, 150)
