"""A reading without what an editor left out of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.reading import open_documents, read, read_document
from articles.reading.leaving_out import without
from articles.reading.recognised import LeftOut, Part, recognised
from articles.reading.results import BlockKind, DateCandidate, RemovedKind, Span
from partners.dates import PartialDate
from partners.names import Names, OfficialNames
from tests.agreement import SEEDS, TEXTS
from tests.growth import in_step

TEXT = """SOUS EMBARGO JUSQU'AU 17 OCTOBRE 2024 À 12H00
Des alliés réunis à Bruxelles

• 17 Oct. 2024 -
• Mis à jour le: 18 Oct. 2024 10:05

Les ministres de la Défense parlent du flanc sud et de leurs partenaires.

BRUXELLES (AFP) - La Mauritanie a salué l’accord, et la Mauritanie y tient. L’OTAN aussi.

Une coopération durable

« Nous avons besoin de partenaires solides au sud », a déclaré le secrétaire général de l'OTAN, Jens Stoltenberg.

Lire aussi : Le sommet de Washington

Par Aminata Sow
"""


@pytest.fixture(scope="module")
def reading(names):
    return read(TEXT.encode(), names)


def identities(reading, part):
    return [thing.identity for thing in recognised(reading) if thing.part is part]


def left_out(reading, *parts):
    return without(reading, [identity for part in parts for identity in identities(reading, part)])


def assert_tiled(reading):
    position = 0
    for span in sorted(piece.span for piece in [*reading.blocks, *reading.removed]):
        assert span.start == position
        assert span.end > span.start
        position = span.end
    assert position == len(reading.text)
    assert list(reading.blocks) == sorted(reading.blocks, key=lambda block: block.span)
    assert list(reading.removed) == sorted(reading.removed, key=lambda removed: removed.span)


def paragraphs(reading):
    return [block.text for block in reading.blocks if block.kind is BlockKind.PARAGRAPH]


def test_a_reading_without_nothing_is_the_reading(reading):
    assert without(reading, []) is reading
    assert without(reading, [LeftOut("country", 1, 2), LeftOut("no kind", 0, 9)]) == reading


def test_a_country_left_out_once_stays_where_else_it_is_named(reading):
    first, second = [thing for thing in recognised(reading) if thing.target == "MR"]
    assert [country.span for country in without(reading, [first.identity]).countries if country.code == "MR"] == [
        second.span
    ]
    assert not any(c.code == "MR" for c in without(reading, [first.identity, second.identity]).countries)


def test_mentions_that_are_left_out_are_there_no_more_and_the_text_stays_as_it_was(reading):
    bare = left_out(reading, Part.COUNTRY, Part.ORGANISATION, Part.OFFICIAL, Part.MEETING, Part.QUOTE)
    assert (bare.countries, bare.people, bare.quotes) == ((), (), ())
    assert (bare.blocks, bare.removed, bare.title) == (reading.blocks, reading.removed, reading.title)


def test_a_quote_keeps_its_words_and_the_name_of_a_speaker_who_is_left_out(reading):
    (quote,) = left_out(reading, Part.OFFICIAL).quotes
    assert reading.quotes[0].speaker_key
    assert (quote.text, quote.speaker, quote.speaker_key) == (reading.quotes[0].text, "Jens Stoltenberg", "")


def test_a_title_left_out_is_a_paragraph_and_another_title_is_proposed(reading):
    changed = left_out(reading, Part.TITLE)
    assert changed.title is None
    assert paragraphs(changed)[0] == "Des alliés réunis à Bruxelles"
    assert changed.proposed_title.value.startswith("Les ministres de la Défense parlent")


def test_a_subheading_and_a_standfirst_left_out_are_paragraphs(reading):
    changed = left_out(reading, Part.SUBHEADING, Part.STANDFIRST)
    assert changed.standfirst is None
    assert not any(block.level or block.kind is BlockKind.SUBHEADING for block in changed.blocks)
    assert "Une coopération durable" in paragraphs(changed)


def test_a_dateline_goes_back_before_the_words_that_follow_it(reading):
    changed = left_out(reading, Part.DATELINE, Part.SOURCE)
    assert (changed.dateline, changed.source) == (None, None)
    assert any(words.startswith("BRUXELLES (AFP) - La Mauritanie a salué") for words in paragraphs(changed))


def test_a_line_stays_out_of_the_text_while_something_that_was_read_in_it_stays(reading):
    changed = left_out(reading, Part.SOURCE)
    assert changed.source is None
    assert changed.dateline == reading.dateline
    assert changed.blocks == reading.blocks


def test_dates_byline_and_embargo_left_out_leave_empty_fields_and_their_lines_in_the_text(reading):
    changed = left_out(reading, Part.PUBLISHED, Part.UPDATED, Part.BYLINE, Part.EMBARGO)
    assert (changed.published, changed.updated, changed.signatures, changed.embargo) == (None, None, (), None)
    text = "\n".join(paragraphs(changed))
    for line in ["SOUS EMBARGO JUSQU'AU", "17 Oct. 2024 -", "Mis à jour le: 18 Oct. 2024 10:05", "Par Aminata Sow"]:
        assert line in text


def test_page_furniture_goes_back_into_the_text(reading):
    changed = left_out(reading, Part.LINE)
    assert "Lire aussi : Le sommet de Washington" in paragraphs(changed)
    assert not any(removed.kind is RemovedKind.FURNITURE for removed in changed.removed)


def test_a_brief_goes_back_line_by_line(names):
    brief = "Brief :\n- 800 mots minimum\n- en français\n- 4 intertitres"
    reading = read(f"{brief}\n\n{TEXT}".encode(), names)
    assert reading.brief is not None
    changed = left_out(reading, Part.BRIEF)
    assert changed.brief is None
    assert_tiled(changed)
    assert paragraphs(changed)[:4] == brief.split("\n")


def test_one_likely_date_is_left_out_and_the_others_on_the_same_words_stay(reading):
    words = Span(0, 12)
    dates = tuple(
        DateCandidate(PartialDate.parse(day), ("a Thursday",), words) for day in ["2019-04-04", "2024-04-04"]
    )
    undated = replace(reading, published=None, date_candidates=dates)
    first, _second = identities(undated, Part.DATE)
    assert without(undated, [first]).date_candidates == dates[1:]


def test_values_are_in_composed_letters_however_the_file_writes_them(names):
    reading = read("Re\u0301union des allie\u0301s\n\n• 17 Oct. 2024 -\n\nLes ministres parlent.".encode(), names)
    changed = left_out(reading, Part.TITLE, Part.PUBLISHED)
    assert_tiled(changed)
    assert all("\u0301" not in block.text for block in changed.blocks)


@pytest.mark.parametrize("path", sorted([*SEEDS.glob("*.txt"), *TEXTS.glob("*.txt")]), ids=lambda path: path.stem)
def test_each_thing_can_be_left_out_alone_or_with_all_others_and_the_text_stays_whole(path: Path, names):
    (document,) = open_documents(path.read_bytes())
    reading = read_document(document, names)
    things = {thing.identity for thing in recognised(reading)}
    for identity in things:
        changed = without(reading, [identity])
        assert_tiled(changed)
        assert identity not in {thing.identity for thing in recognised(changed)}
        assert {thing.identity for thing in recognised(changed)} <= things | set(identities(changed, Part.LINE))
    bare = without(reading, things)
    assert_tiled(bare)
    assert {block.kind for block in bare.blocks} == {BlockKind.PARAGRAPH}
    assert {removed.kind for removed in bare.removed} <= {RemovedKind.SPACE}
    assert not list(recognised(bare))


def test_leaving_much_out_takes_time_in_step_with_the_text(names):
    readings = {}
    for size in (200, 800):
        text = "Un titre\n\n" + "La France parle.\n\nLire aussi : un lien\n\nPar Aminata Sow\n\n" * size
        reading = read(text.encode(), names)
        readings[size] = reading, [thing.identity for thing in recognised(reading)]
        assert len(readings[size][1]) > size
    assert in_step(lambda size: without(*readings[size]), 200)


def test_somebody_who_may_be_an_official_in_another_spelling_is_shown_and_can_be_left_out():
    names = Names(officials=(OfficialNames("choukri", "Sameh Choukri", (), "EG"),))
    text = "Un soir au Caire\n\nM. Sameh Shukri a longuement parlé jeudi devant la presse, et la foule l'a applaudi.\n"
    reading = read(text.encode(), names)
    (person,) = reading.people
    assert (person.official, person.same_as) == (False, ("choukri",))
    (shown,) = [thing for thing in recognised(reading) if thing.part is Part.OFFICIAL]
    assert shown.target == person.target
    assert without(reading, [shown.identity]).people == ()
