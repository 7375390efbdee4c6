"""Monarchs by their shorter names and their majesty, marks of two kinds in one pair, dispatches that are passed on."""

import pytest

from articles.reading import read
from articles.reading.results import BlockKind
from partners.registry import names_of, read_tables

TITLE = "King and NATO chief discuss ties"
BODY = "King Abdullah II of Jordan received NATO Secretary General Jens Stoltenberg in Amman on Tuesday."


@pytest.fixture(scope="module")
def names():
    return names_of(read_tables())


def reading_of(text, names, title=TITLE):
    return read(f"{title}\n\n{text}\n\nThe talks lasted for two hours in the palace.\n".encode(), names)


def test_a_king_without_his_number_is_the_one_of_the_text(names):
    text = f"{BODY} Later King Abdullah thanked his guest, and Abdullah left for Aqaba."
    assert [p.key for p in reading_of(text, names).people] == ["abdullah-ii", "jens-stoltenberg"]


@pytest.mark.parametrize(
    ("words", "keys"),
    [("King Abdullah", ["abdullah-ii"]), ("Mr. Abdullah", [""]), ("the general Jean Abdullah", [""])],
)
def test_a_king_is_known_without_his_number_where_one_reigned_that_day(words, keys, names):
    text = f"March 6, 2018\n\nIn Amman, {words} received his guests on Tuesday and thanked them at length."
    assert [p.key for p in reading_of(text, names, title="Guests in Amman").people] == keys


def test_two_kings_of_other_names_are_two(names):
    text = f"{BODY} King Felipe VI sent his regards."
    keys = [p.key for p in reading_of(text, names).people]
    assert keys[:2] == ["abdullah-ii", "jens-stoltenberg"]
    assert len(keys) == 3


@pytest.mark.parametrize("words", ["His Majesty said", "the monarch said", "said His Majesty"])
def test_a_majesty_is_the_monarch_of_the_text(words, names):
    found = reading_of(f"{BODY}\n\n“That is not going to change in the next years,” {words}.", names)
    assert [quote.speaker for quote in found.quotes] == ["Abdullah II"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', "”"), ("“", '"'), ("“", "”"), ('"', '"')],
    ids=["straight", "bent", "both bent", "both"],
)
def test_a_straight_and_a_bent_mark_make_a_pair(opening, closing, names):
    said = f"{opening}That is not going to change in the next years,{closing} Stoltenberg said."
    found = reading_of(f"{BODY}\n\n{said}", names)
    assert [quote.text for quote in found.quotes] == ["That is not going to change in the next years,"]
    assert [quote.speaker for quote in found.quotes] == ["Jens Stoltenberg"]


def test_nested_marks_stay_nested(names):
    said = '“We call this "a door that is always open" in our house,” Stoltenberg said.'
    found = reading_of(f"{BODY}\n\n{said}", names)
    assert [quote.text for quote in found.quotes] == ['We call this "a door that is always open" in our house,']


@pytest.mark.parametrize(
    ("lead", "source", "place"),
    [
        ("(MENAFN- Kuwait News Agency (KUNA)) BRUSSELS, Nov 6 (KUNA) -- ", "KUNA", "BRUSSELS"),
        ("(Port Wire) AMMAN, Nov 6 (Petra) -- ", "Petra", "AMMAN"),
        ("PORTNEWS - ", "PORTNEWS", None),
    ],
)
def test_who_passes_a_dispatch_on_stands_before_its_dateline(lead, source, place, names):
    found = reading_of(lead + BODY, names)
    assert found.source.value == source
    assert (found.dateline.value if found.dateline else None) == place


def test_a_picture_may_be_owned_by_an_account(names):
    line = "Le commandant en chef de l'armée, le général Jean Roux. Photo Twitter @armee"
    text = f"{line}\n\nLe commandant en chef de l'armée est arrivé lundi à Brest pour une visite de trois jours."
    found = read(f"Le commandant en chef de l'armée en visite à Brest\n\n{text}\n\nIl neige.\n".encode(), names)
    assert [block.text for block in found.blocks if block.kind is BlockKind.CAPTION] == [line]
