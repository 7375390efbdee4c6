"""What holds for whatever is read, however it is written: texts put together from the lines of newsroom texts."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.reading import Unreadable, read
from articles.reading.as_json import as_json
from articles.reading.decode import MAX_CHARACTERS, MAX_LINES
from tests.growth import cost, in_step

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    line.strip()
    for path in [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "texts").glob("*.txt"))]
    for line in path.read_bytes().decode("utf-8", errors="replace").splitlines()
]
ODD = [
    "« “ ‘ ", "”’»", "(", "31 avril 2024", "le 30 février", "4 et 5", "99/99/2024", "12:99", "1er", "Mme",
    "M.", "- ", "• |", "# ", "> ", "1. ", "Par ", "© ", "SOUS EMBARGO JUSQU’AU 31 ", "ﬁ œ ß", "İstanbul",
    "\u0301", "\u200b", "É", "A. B. C.", "...", "!?", "OTAN", "jeudi", "ministre de la", "Source : ",
    "http://a.b", "😀", "\ufeff", "\t",
]  # fmt: skip
PIECES = st.one_of(st.sampled_from(LINES), st.sampled_from(ODD), st.text(max_size=12))
TEXTS = st.lists(PIECES, max_size=12).map("\n".join)
EVERYWHERE = {"blocks", "removed", "span", "encoding"}  # where things stand, which the form of a text does decide


def reading_of(text, names):
    try:
        return read(text.encode("utf-8", "replace"), names)
    except Unreadable:
        return None


def said(value):
    """What a reading says, wherever it stands in the text; white space counts once."""
    if isinstance(value, dict):
        return {key: said(each) for key, each in value.items() if key not in EVERYWHERE}
    if isinstance(value, list):
        return [said(each) for each in value]
    return " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_no_letter_is_lost_and_every_span_is_exact(names, text):
    reading = reading_of(text, names)
    if reading is None:
        return
    spans = sorted(piece.span for piece in (*reading.blocks, *reading.removed))
    assert spans[0].start == 0
    assert spans[-1].end == len(reading.text)
    assert all(a.end == b.start for a, b in pairwise(spans))
    for mention in (*reading.countries, *reading.organisations):
        assert said(mention.span.of(reading.text)) == said(mention.surface)
    for quote in reading.quotes:
        assert quote.passage.start <= quote.span.start < quote.span.end <= quote.passage.end
    for found in (*reading.people, *reading.meetings):
        assert 0 <= found.span.start < found.span.end <= len(reading.text)


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_every_date_is_stated_or_absent(names, text):
    reading = reading_of(text, names)
    if reading is None:
        return
    for found in (reading.published, reading.updated):
        if found is not None:
            words = found.span.of(reading.text)
            assert str(found.date.year) in words
            assert found.date.day is None or str(found.date.day) in words
    for meeting in reading.meetings:
        assert meeting.start is None or meeting.end is None or meeting.start.first <= meeting.end.last


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028"])
@given(pieces=st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(ODD)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_kind_of_line_end_changes_nothing(names, end, pieces):
    one, other = (reading_of(join.join(pieces), names) for join in ("\n", end))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert said(as_json(one, names)) == said(as_json(other, names))


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_composed_and_decomposed_letters_read_alike(names, text):
    assume(not {"Ã", "â"} & set(text))  # what was encoded twice is known by these letters, each of them whole
    one, other = (reading_of(unicodedata.normalize(form, text), names) for form in ("NFC", "NFD"))
    if one is not None and other is not None:
        assert said(as_json(one, names)) == said(as_json(other, names))


HOSTILE = [
    "« ", "“«‘", '"', "([", "12 ", "4 avril 2024, ", "4 et ", "le 4-", "jeudi ", "entre le ", "en avril ",
    "OTAN ONU ", "Jean Dupont ", "A. B. ", "Le ministre ", "Jens Stoltenberg, ", "Paris, Berlin, ",
    "Paris et ", "français ", "• ", "- a\n", "a", "Jean-", "e\u0301\u0327", "\u200b\u00ad", "\u00a0 ",
    "Il. ", "12 juin 2024\n", "Par Jean Dupont\n", "(© AFP / ", "la réunion de ", "selon lui, a déclaré ",
    "Rutte said “we must do much more than that” and ", "La visite à Paris et ", "PARIS/",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_of_one_thing_alone_takes_time_in_step_with_its_length(piece, names):
    def work(size):
        return read(("A" + piece * (size // len(piece))).encode(), names)

    work(100)  # builds what is kept for a registry
    assert in_step(work, 4_000)


@pytest.mark.parametrize("piece", ["a\n", "4 avril 2024, ", "Paris, Berlin, ", "Le ministre "])
def test_the_longest_text_is_read_in_seconds(piece, names):
    lines = (piece * (MAX_CHARACTERS // len(piece))).splitlines(keepends=True)[: MAX_LINES - 1]
    data = "".join(lines).encode()
    # Two seconds on a machine that is not busy: the benchmark prints them.
    assert cost(lambda: read(data, names), tries=1) < 6
