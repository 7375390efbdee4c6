"""Source texts cut into pieces lose nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.admin.marking import Mark, Piece, Removal, pieces

SPANS = st.tuples(st.integers(0, 45), st.integers(0, 45))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=4))
def test_the_pieces_joined_are_the_text_whatever_the_spans(text, marks, removed):
    found = pieces(
        text,
        [Mark(start, end, "country", f"m{at}") for at, (start, end) in enumerate(marks)],
        [Removal(start, end, "date") for start, end in removed],
    )
    assert "".join(piece.text for piece in found) == text


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=40), st.lists(SPANS, max_size=8))
def test_each_mark_within_the_text_begins_once_and_covers_its_words(text, spans):
    marks = [Mark(start, end, f"k{at}", f"m{at}") for at, (start, end) in enumerate(spans)]
    found = pieces(text, marks)
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            assert sum(mark.anchor in piece.anchors for piece in found) == 1
            assert "".join(p.text for p in found if mark.kind in p.kinds) == text[mark.start : mark.end]


def test_marks_may_lie_within_what_was_left_out():
    found = pieces("Mis à jour le 7 mars", [Mark(14, 20, "date", "d")], [Removal(0, 20, "date")])
    assert found == [
        Piece("Mis à jour le ", removed="date", removal_begins=True),
        Piece("7 mars", kinds=("date",), anchors=("d",), removed="date"),
    ]
