"""Reading the tables: every fault is named by file and line, all of them at once."""

import shutil

import pytest

from partners.kinds import Framework, MeetingKind, Portfolio
from partners.models import Meeting, Relation
from partners.tables import DATA, BadTables, read_tables


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(DATA, tmp_path / "data")


def problems(folder):
    with pytest.raises(BadTables) as refusal:
        read_tables(folder)
    return [str(problem) for problem in refusal.value.problems]


def append(path, line):
    """Add a line to the table; return its number."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text + line + "\n", encoding="utf-8")
    return text.count("\n") + 1


def row(path, **cells):
    """A line of the table with those cells, the others empty."""
    header = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    assert set(cells) <= set(header)
    return ",".join(cells.get(column, "") for column in header)


@pytest.mark.parametrize(
    ("file", "cells", "said"),
    [
        ("officials.csv", {"key": "x"}, "name is empty"),
        ("officials.csv", {"key": "x", "name": "X", "country": "QQ"}, "countries.csv has no QQ"),
        ("officials.csv", {"key": "mark-rutte", "name": "X"}, "stands already on line"),
        ("officials.csv", {"key": "un nom", "name": "X"}, "is not a key"),
        ("officials.csv", {"key": "x", "name": "X", "gender": "z"}, "none of: f, m"),
        ("offices.csv", {"key": "x", "title_fr_m": "x", "title_en": "x"}, "one organisation or one country"),
        (
            "offices.csv",
            {"key": "x", "title_fr_m": "x", "title_en": "x", "country": "FR", "organisation": "OTAN"},
            "one organisation or one country",
        ),
        (
            "offices.csv",
            {"key": "x", "title_fr_m": "x", "title_en": "x", "country": "FR", "single_holder": "oui"},
            "neither",
        ),
        ("tenures.csv", {"key": "x", "official": "mark-rutte", "office": "none"}, "offices.csv has no none"),
        (
            "tenures.csv",
            {"key": "x", "official": "mark-rutte", "office": "nl-pm", "since": "2025", "until": "2024-12"},
            "ends (2024-12) before it begins (2025)",
        ),
        ("tenures.csv", {"key": "x", "official": "mark-rutte", "office": "nl-pm", "since": "2024-02-30"}, "since: "),
        (
            "tenures.csv",
            {"key": "x", "official": "joe-biden", "office": "otan-sg", "since": "2025"},
            "single holder, the tenure mark-rutte-otan-sg",
        ),
        (
            "tenures.csv",
            {"key": "x", "official": "joe-biden", "office": "us-senator-fl", "since": "2001", "until": "1999"},
            "before it begins",
        ),
        ("alliance_relations.csv", {"key": "x", "country": "FR", "framework": "friend"}, "framework: "),
        (
            "alliance_relations.csv",
            {"key": "x", "country": "FR", "framework": "partnership-for-peace", "since": "1994"},
            "a member and a partner at once",
        ),
        (
            "alliance_relations.csv",
            {"key": "x", "country": "FR", "framework": "member", "since": "1960", "until": "1966"},
            "same country and framework",
        ),
        ("countries.csv", {"iso2": "fr", "name_fr": "x", "name_en": "x"}, "two capital letters"),
        ("meetings.csv", {"key": "x", "kind": "party", "title_fr": "x", "title_en": "x"}, "kind: "),
        (
            "meetings.csv",
            {
                "key": "x",
                "kind": "other",
                "title_fr": "x",
                "title_en": "x",
                "start": "2024-05-02",
                "end": "2024-05-01",
            },
            "before it begins",
        ),
        (
            "documents.csv",
            {"key": "x", "meeting": "none", "title": "T", "language": "fr", "address": "https://example.org/"},
            "meetings.csv has no none",
        ),
        (
            "documents.csv",
            {
                "key": "x",
                "meeting": "summit-madrid-2022-06-28",
                "title": "T",
                "language": "xx",
                "address": "https://x.y",
            },
            "language: ",
        ),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(folder, file, cells, said):
    line = append(folder / file, row(folder / file, **cells))
    found = problems(folder)
    assert len(found) == 1, found
    assert found[0].startswith(f"{file} line {line}: ")
    assert said in found[0]


def test_all_faults_of_all_files_are_told_at_once(folder):
    append(folder / "officials.csv", row(folder / "officials.csv", key="x"))
    append(folder / "offices.csv", "too,few")
    found = problems(folder)
    assert [text.split()[0] for text in found] == ["officials.csv", "offices.csv"]


def test_a_line_number_counts_the_lines_inside_quoted_cells(folder):
    path = folder / "officials.csv"
    append(path, row(path, key="lines", name='"Two\nLines"'))
    line = append(path, row(path, key="x"))
    assert problems(folder)[0].startswith(f"officials.csv line {line}: ")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text.replace("key,name", "key,label", 1).encode(), "line 1: the header lacks name"),
        (lambda text: text.replace("key,name", "key,name,colour", 1).encode(), "unknown columns: colour"),
        (lambda text: text.encode("utf-16"), "cannot be read"),
        (lambda text: (text + "a\0b\n").encode(), "NUL"),
        (lambda text: (text + 'a,"b\n').encode(), "is not CSV"),
        (lambda text: b"", "the header lacks key"),
    ],
)
def test_a_damaged_file_is_named(folder, damage, said):
    path = folder / "officials.csv"
    path.write_bytes(damage(path.read_text(encoding="utf-8")))
    assert any(text.startswith("officials.csv") and said in text for text in problems(folder))


def test_a_missing_file_is_named(folder):
    (folder / "tenures.csv").unlink()
    assert problems(folder) == [f"tenures.csv: not found in {folder}."]


def test_a_byte_order_mark_windows_line_ends_and_blank_lines_are_read(folder):
    path = folder / "meetings.csv"
    before = read_tables(folder).meetings
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert read_tables(folder).meetings == before


def test_optional_columns_may_be_absent(folder):
    path = folder / "alliance_relations.csv"
    path.write_text("key,country,framework\nFR-member,FR,member\n", encoding="utf-8")
    (relation,) = read_tables(folder).relations
    assert (relation.since, relation.source) == (None, "")


def test_forms_offer_exactly_the_words_that_tables_may_use():
    assert {value for value, _label in Relation.FRAMEWORKS} == set(Framework)
    assert {value for value, _label in Meeting.KINDS} == set(MeetingKind)
    assert {value for value, _label in Meeting.PORTFOLIOS} == set(Portfolio)


def test_what_is_wrong_is_said_in_the_language_of_whoever_shows_it(folder):
    line = append(folder / "officials.csv", row(folder / "officials.csv", key="x", name="X", gender="z"))
    with pytest.raises(BadTables) as refusal:
        read_tables(folder)
    french = {
        "%(file)s line %(line)d: %(problem)s": "%(file)s, ligne %(line)d : %(problem)s",
        "“%(cell)s” is none of: %(words)s.": "« %(cell)s » n’est pas l’un de : %(words)s.",
    }
    said = [problem.said(lambda message: french.get(message, message)) for problem in refusal.value.problems]
    assert said == [f"officials.csv, ligne {line} : gender: « z » n’est pas l’un de : f, m."]
