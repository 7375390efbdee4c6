"""The five seed texts: their fields, and that nothing of them is lost or invented."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import read
from articles.reading.as_json import as_json
from articles.reading.results import BlockKind, RemovedKind, RequirementKind
from articles.reading.titles import LONGEST

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# Their lines and pieces of lines, to be put together in any order.
FRAGMENTS = [
    piece
    for path in SEEDS
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
    for piece in (line, line[: len(line) // 3], "\n")
]
NOTHING = {
    "lang": "fr",
    "title": None,
    "published": None,
    "updated": None,
    "source": None,
    "dateline": None,
    "brief": None,
    "byline": [],
    "editors": [],
    "subheadings": [],
}
STATED = {
    "000": NOTHING,
    "001": NOTHING
    | {
        "source": "Le Quotidien de Nouakchott",
        "dateline": "Bruxelles",
        "subheadings": [
            "La première sortie de Marco Rubio, sur fond de deuil et d'engagement américain renouvelé",
            "Défense : un sursaut transatlantique",
            "Menaces convergentes et alliances renforcées",
            "Flanc sud et Balkans : ne rien négliger",
        ],
    },
    "002": NOTHING
    | {
        "brief": "Make this article seo compatible,Let there be subheadings for the article, be in french, create at "
        "least 700 words",
        "editors": ["Zoran Radosavljevic", "Alice Taylor"],
        "subheadings": ["Un besoin de dialogue"],
    },
    "003": NOTHING
    | {
        "title": "Des représentants de l’OTAN et des pays partenaires s’entretiennent de la dynamique des stratégies "
        "de partenariat et de leur mise en œuvre",
        "published": "2024-02-28",
        "updated": "2024-03-07",
    },
    "004": NOTHING
    | {
        "title": "Déclaration du secrétaire général : l'Alliance va renforcer encore sa coopération avec l'UE",
        "published": "2017-12-04",
        "updated": "2017-12-04",
    },
}
CANDIDATES = {"000": ["2024-10"], "001": ["2025-04"], "002": ["2024-04-04"], "003": [], "004": []}


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem[:3])
def seed(request, names):
    return request.param.stem[:3], read(request.param.read_bytes(), names)


def test_there_are_five():
    assert [path.stem[:3] for path in SEEDS] == sorted(STATED)


def test_the_fields_say_what_the_text_states(seed, names):
    number, reading = seed
    found = as_json(reading, names)
    assert {key: found[key] for key in STATED[number]} == STATED[number]


def test_blocks_and_removed_spans_cover_the_text_exactly(seed):
    _, reading = seed
    spans = sorted(piece.span for piece in (*reading.blocks, *reading.removed))
    assert "".join(span.of(reading.text) for span in spans) == reading.text


def test_every_surface_is_the_text_at_its_span(seed):
    _, reading = seed
    text = reading.text
    for mention in (*reading.countries, *reading.organisations):
        assert mention.span.of(text) == mention.surface
    for person in reading.people:
        # A name is given with plain spaces, whatever spaces hold it together in the text.
        assert person.span.of(text).split() == person.name.split()
    for meeting in reading.meetings:
        assert meeting.span.of(text).split() == meeting.label.split()
    for quote in reading.quotes:
        assert quote.span.of(text) == quote.text
    for found in (reading.title, reading.standfirst, reading.dateline, reading.source):
        assert found is None or found.span.of(text) == found.value
    if proposed := reading.proposed_title:
        # It may begin inside a sentence; a title begins with a capital all the same.
        assert proposed.span.of(text)[1:] == proposed.value[1:]
    for signature in (*reading.signatures, *reading.editors):
        assert signature.span.of(text) == signature.name


def test_a_text_without_a_title_gets_a_proposed_one_from_its_first_sentence(seed):
    _, reading = seed
    assert (reading.title is None) == (reading.proposed_title is not None)
    if reading.proposed_title:
        assert 30 <= len(reading.proposed_title.value) <= LONGEST


def test_likely_dates_are_as_precise_as_the_facts_and_come_with_them(seed):
    number, reading = seed
    assert [str(candidate.date) for candidate in reading.date_candidates] == CANDIDATES[number]
    assert all(candidate.reasons for candidate in reading.date_candidates)


def test_the_caption_in_english_stays_beside_the_french_text(seed):
    number, reading = seed
    captions = [block for block in reading.blocks if block.kind is BlockKind.CAPTION]
    assert [block.language for block in captions] == (["en"] if number in {"003", "004"} else [])


def test_the_brief_is_four_requirements_and_stands_in_no_block(names):
    (path,) = (path for path in SEEDS if path.stem.startswith("002"))
    reading = read(path.read_bytes(), names)
    assert {each.kind: each.value for each in reading.brief.requirements} == {
        RequirementKind.SEO: "",
        RequirementKind.SUBHEADINGS: "2",
        RequirementKind.LANGUAGE: "fr",
        RequirementKind.WORDS: "700",
    }
    assert reading.removed[0].kind is RemovedKind.BRIEF
    assert not any("seo compatible" in block.text for block in reading.blocks)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_the_seeds_lines_is_read_without_losing_a_character(names, text):
    if not text.strip():
        return
    reading = read(text.encode(), names)
    spans = sorted(piece.span for piece in (*reading.blocks, *reading.removed))
    assert "".join(span.of(text) for span in spans) == text
    for quote in reading.quotes:
        assert quote.span.of(text) == quote.text
