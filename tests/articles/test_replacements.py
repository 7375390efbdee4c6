"""The passages that readers are shown are those of the two texts, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Change
from articles.replacements import replaced, replaced_line

LINES = st.lists(
    st.lists(st.sampled_from(["un", "deux", "trois", "quatre", "cinq", "six"]), min_size=1, max_size=8), max_size=6
)


def words(pieces):
    return "".join(piece.text for piece in pieces).split()


def lines(found):
    return [" ".join(each) for each in found]


@given(LINES, LINES)
def test_without_what_stays_the_old_sides_are_what_went_and_the_new_sides_what_came(old, new):
    before, after = lines(old), lines(new)
    found, left_out = replaced(before, after, around=None, most=None)
    assert not left_out
    for passage in found:
        assert " ".join(words(passage.old)) in [*before, ""]
        assert " ".join(words(passage.new)) in [*after, ""]
        assert passage.old or passage.new
    kept = [line for line in before if line not in [" ".join(words(each.old)) for each in found]]
    assert all(line in after for line in kept)
    assert bool(found) is (before != after)


def test_a_changed_word_stands_in_its_sentence_on_both_sides():
    [passage], _ = replaced(["Rien.", "Le sommet de Vilna a eu lieu."], ["Rien.", "Le sommet de Vilnius a eu lieu."])
    assert "".join(piece.text for piece in passage.old) == "Le sommet de Vilna a eu lieu."
    assert "".join(piece.text for piece in passage.new) == "Le sommet de Vilnius a eu lieu."
    assert [piece.text.strip() for piece in passage.old if piece.change is Change.GONE] == ["Vilna"]
    assert [piece.text.strip() for piece in passage.new if piece.change is Change.NEW] == ["Vilnius"]


def test_of_a_long_paragraph_only_what_touches_the_change_is_shown():
    around = "mot " * 200
    [passage], _ = replaced([f"{around}faux {around}"], [f"{around}juste {around}"])
    told = "".join(piece.text for piece in passage.new)
    assert "mot juste mot" in told
    assert len(told) < 400
    assert told.startswith("… ")
    assert told.endswith(" …")


def test_a_paragraph_that_only_moved_is_told_once():
    first, second, third = "Un paragraphe entier.", "Un deuxième, tout autre.", "Encore des mots ailleurs."
    found, _ = replaced([first, second, third], [second, third, first])
    assert [each.moved for each in found] == [True]


def test_very_many_passages_are_counted_rather_than_shown():
    found, left_out = replaced([f"ligne {n} avant" for n in range(50)], [f"ligne {n} après" for n in range(50)])
    assert (len(found), left_out) == (12, 38)


def test_a_title_is_shown_whole():
    [passage] = replaced_line("Sommet à Vilna", "Sommet à Vilnius")
    assert "".join(piece.text for piece in passage.old) == "Sommet à Vilna"
