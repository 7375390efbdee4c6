"""Where two texts differ, in words that an editor can read."""

import random

import pytest

from articles.differences import Change, differences, differences_of_lines
from tests.growth import cost


def shown(old, new):
    """The passages as [gone-] and {+new} words."""
    marks = {Change.GONE: "[{}]", Change.NEW: "{{{}}}", Change.SAME: "{}"}
    return ["".join(marks[piece.change].format(piece.text) for piece in each.pieces) for each in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["Un.", "Deux."], ["Un.", "Deux."], ["Un.", "Deux."]),
        (["Un."], [], ["[Un.]"]),
        ([], ["Un."], ["{Un.}"]),
        (
            ["Le ministre a reçu mardi son homologue."],
            ["Le ministre a reçu jeudi son homologue."],
            ["Le ministre a reçu [mardi]{jeudi} son homologue."],
        ),
        (["a dit le ministre de la Défense."], ["a dit le ministre."], ["a dit le ministre[ de la Défense]."]),
        (["Un titre"], ["Un titre neuf"], ["Un titre{ neuf}"]),
        (["Un mot\n  et  un autre"], ["Un mot et un autre"], ["Un mot et un autre"]),
        (
            ["Le premier paragraphe reste.", "Celui-ci s'en va tout entier.", "Le dernier aussi reste."],
            ["Le premier paragraphe reste.", "Le dernier aussi reste."],
            ["Le premier paragraphe reste.", "[Celui-ci s'en va tout entier.]", "Le dernier aussi reste."],
        ),
        (["Rien de commun ici"], ["Autre chose ailleurs"], ["[Rien de commun ici]", "{Autre chose ailleurs}"]),
    ],
)
def test_what_is_gone_and_what_is_new_is_told_word_by_word(old, new, expected):
    assert shown(old, new) == expected


def texts(seed, paragraphs, length, words):
    made = random.Random(seed)
    return [" ".join(f"m{made.randrange(words)}" for _ in range(length)) for _ in range(paragraphs)]


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_can_be_read_out_of_their_differences(seed):
    made = random.Random(seed)
    old = texts(seed, 12, 15, 30)
    new = [" ".join(made.sample(each.split(), 12)) if made.random() < 0.4 else each for each in old]
    made.shuffle(new)
    found = differences(old, new)
    for wanted, other in ((old, Change.NEW), (new, Change.GONE)):
        kept = ["".join(piece.text for piece in each.pieces if piece.change != other) for each in found]
        read = [" ".join(each.split()) for each in kept if each.strip()]
        assert sorted(read) == sorted(wanted)
    assert all(piece.text for each in found for piece in each.pieces)


@pytest.mark.parametrize(
    ("paragraphs", "length", "words"),
    [(1, 1_190, 2), (500, 300, 3), (590, 1, 9), (1, 100_000, 40), (50_000, 1, 400), (1, 1, 1)],
    ids=["one symbol", "many alike", "lines of a word", "a line without end", "lines without end", "nothing"],
)
def test_no_text_takes_long_to_compare(paragraphs, length, words):
    old, new = texts(1, paragraphs, length, words), texts(2, paragraphs, length, words)
    assert cost(lambda: differences(old, new), tries=1) < 5


def test_a_paragraph_that_moved_is_told_from_one_that_is_gone_and_one_that_is_new():
    first, second, third = "Le premier paragraphe du texte.", "Un tout autre sujet ici.", "Encore une fin."
    found = differences([first, second, third], [second, third, first])
    assert [(each.change, each.pieces[0].change) for each in found] == [
        (Change.MOVED, Change.GONE),
        (Change.SAME, Change.SAME),
        (Change.SAME, Change.SAME),
        (Change.MOVED, Change.NEW),
    ]


def test_a_paragraph_that_came_twice_and_went_once_moved_once():
    found = differences(["Le refrain.", "Un.", "Deux."], ["Un.", "Le refrain.", "Deux.", "Le refrain."])
    assert [each.change for each in found].count(Change.MOVED) == 2
    assert [each.change for each in found].count(Change.NEW) == 1


def test_in_a_long_text_only_the_changed_paragraphs_differ():
    old = texts(1, 4_000, 40, 3_000)
    new = [f"Autrement {each}" if number % 9 == 0 else each for number, each in enumerate(old)]
    found = differences(old, new)
    assert [each.change for each in found].count(Change.CHANGED) == sum(1 for n in range(4_000) if n % 9 == 0)
    assert {each.change for each in found} == {Change.CHANGED, Change.SAME}


def test_in_a_paragraph_without_end_only_the_changed_words_differ():
    (old,) = texts(1, 1, 60_000, 20_000)
    words = old.split()
    words[30_000:30_000] = ["neuf"]
    (found,) = differences([old], [" ".join(words)])
    assert [each.text.strip() for each in found.pieces if each.change != Change.SAME] == ["neuf"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Le sommet", "Une réunion", "[Le sommet]{Une réunion}"),
        ("", "Neuf", "{Neuf}"),
        ("Parti", "", "[Parti]"),
        ("Le même", "Le  même", "Le même"),
    ],
)
def test_a_line_is_shown_with_what_became_of_it(old, new, expected):
    marks = {Change.GONE: "[{}]", Change.NEW: "{{{}}}", Change.SAME: "{}"}
    (found,) = differences_of_lines(old, new)
    assert "".join(marks[piece.change].format(piece.text) for piece in found.pieces) == expected
