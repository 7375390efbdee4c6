"""Words and sentences: folding, elisions, abbreviations, lines of capitals; and the steps' cost."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.lines import small_letters, split_lines
from articles.reading.quote_marks import marked_passages
from articles.reading.tokens import Case, fold, tokens_of, words_of
from tests.growth import in_step
from tests.reading.prose import lines, meetings, named, people, quotes


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("l'OTAN", ["l'", "otan"]),
        ("d’Espagne", ["d'", "espagne"]),
        ("Côte d’Ivoire", ["cote", "d'", "ivoire"]),
        ("États-Unis", ["etats", "-", "unis"]),
        ("Moscow’s", ["moscow", "'s"]),
        ("U.S. troops", ["us", "troops"]),
        ("Œuvre Łódź", ["oeuvre", "lodz"]),
    ],
)
def test_words_are_folded_alike_in_every_normal_form(text, keys):
    for form in ("NFC", "NFD"):
        assert [token.key for token in tokens_of(unicodedata.normalize(form, text))] == keys


@given(st.text())
def test_every_token_is_its_place_in_the_text(text):
    words = words_of(text, 0, len(text))
    tokens, starts, ends = words.tokens, words.starts, words.ends
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == [token.word for token in tokens]
    assert [end == start for end, start in zip(ends, starts[1:], strict=False)] == [t.joined for t in tokens[1:]]
    between = (text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True))
    assert all(not gap.replace("_", "").strip() for gap in between)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_case_is_kept_beside_the_key():
    assert [token.case for token in tokens_of("Otan OTAN otan")] == [Case.CAPITALISED, Case.CAPITALS, Case.LOWER]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("M. Rutte est venu. Il repart.", 2),
        ("Le gén. Andrew M. Rohling est venu.", 1),
        ("Est-il venu ? Oui ! Bien… Alors.", 4),
        ("« Il est venu. » Puis rien.", 2),
        ("« Il est venu ! » a-t-il dit.", 1),
        ("The U.S. Army left. It was late.", 2),
        ("Il vaut 3.5 milliards.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, count):
    assert len(lines(text).sentences) == count


@given(st.text(alphabet='«»“”„"‘’ abc.\n', max_size=60))
def test_marked_passages_are_apart_and_inside_the_text(text):
    passages = marked_passages(text, lines(text).blocks)
    for passage in passages:
        assert passage.outer.holds(passage.inner)
        assert 0 <= passage.outer.start <= passage.outer.end <= len(text)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(passages))


@given(text=st.text(max_size=200))
def test_no_text_is_too_odd_to_read(names, text):
    mentions = named(text, names)
    spans = [m.span for m in (*mentions.countries, *people(text, names), *meetings(text, names), *quotes(text, names))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


ODD = [
    "« " * 400,
    "Le ministre " * 400,
    "Chad Jordan " * 400,
    "Paris, " * 400,
    "Jean-" * 400,
    "la réunion " * 400,
    "Karim Alaoui, ministre, " * 300,
    "« Nous devons faire bien davantage », a-t-il dit. " * 150,
    "Le sommet de Lomé le 5 mai 2024. " * 150,
]


@pytest.mark.parametrize("piece", ODD, ids=lambda piece: piece[:20])
def test_reading_takes_time_in_step_with_length(piece, names):
    def work(times):
        text = piece * times
        named(text, names), people(text, names), meetings(text, names), quotes(text, names)

    assert in_step(work, 1)


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n")), max_size=6))
def test_the_words_of_a_line_are_those_that_the_whole_text_has_there(lines):
    text = "\n".join(lines)
    whole = words_of(text, 0, len(text))
    start = 0
    for line in lines:
        end = start + len(line)
        inside, alone = whole.inside(start, end, text), words_of(text, start, end)
        assert (inside.starts, inside.ends) == (alone.starts, alone.ends)
        assert [(t.word, t.joined) for t in inside.tokens] == [(t.word, t.joined) for t in alone.tokens]
        start = end + 1


def test_the_words_of_a_vocabulary_are_found_with_their_numbers():
    prose = lines("Le général Durand a reçu le colonel Petit. Le colonel est parti.")
    ranks = frozenset({"general", "colonel", "amiral"})
    assert [(number, prose.tokens[number].word) for number in prose.numbers_of(ranks)] == [
        (1, "général"),
        (6, "colonel"),
        (10, "colonel"),
    ]
    assert prose.numbers_of(frozenset({"amiral"})) == []
    assert [prose.has_any(ranks, first, last) for first, last in ((0, 2), (2, 6), (2, 7), (11, 14))] == [
        True,
        False,
        True,
        False,
    ]


def test_marks_between_records_end_no_line():
    text = "un\x1cdeux\x1e\r\ntrois\x85\n\x0bquatre"
    assert [(line.start, line.words) for line in split_lines(text)] == [
        (0, "un\x1cdeux"),
        (10, "trois"),
        (16, ""),
        (17, ""),
        (18, "quatre"),
    ]
    assert [small_letters(word) for word in ("İZMİR", "ÉTÉ")] == ["izmir", "été"]
