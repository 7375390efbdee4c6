"""The registry's tables: CSV files in, typed rows out, every fault named by file and line. No Django here.

UTF-8 with a header row; several values in one cell are separated by ``|``; an empty date is unknown or still running.
"""

import csv
import re
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from partners.dates import PartialDate, in_order
from partners.overlaps import Clash, relation_clashes, tenure_clashes
from partners.rows import (
    REFERENCES,
    CountryRow,
    DocumentRow,
    MeetingRow,
    OfficeRow,
    OfficialRow,
    OrganisationRow,
    RelationRow,
    Tables,
    TenureRow,
)

DATA = Path(__file__).parent / "data"

_COUNTRY_CODE = re.compile(r"[A-Z]{2}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,98}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a table. `line` is the file's own; 0 stands for the whole file."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


class BadTables(ValueError):
    """The tables cannot be used; `problems` lists why, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


FILES: dict[str, tuple[str, type[Any]]] = {
    "countries": ("countries.csv", CountryRow),
    "organisations": ("organisations.csv", OrganisationRow),
    "relations": ("alliance_relations.csv", RelationRow),
    "officials": ("officials.csv", OfficialRow),
    "offices": ("offices.csv", OfficeRow),
    "tenures": ("tenures.csv", TenureRow),
    "meetings": ("meetings.csv", MeetingRow),
    "documents": ("documents.csv", DocumentRow),
}


def read_tables(folder: Path = DATA) -> Tables:
    """Read and check every table of the folder. Raises BadTables with all problems of all files."""
    problems: list[Problem] = []
    tables = Tables(**{name: tuple(_read(folder / file, row, problems)) for name, (file, row) in FILES.items()})
    problems += _broken_rules(tables)
    if problems:
        order = [file for file, _row in FILES.values()]
        raise BadTables(sorted(set(problems), key=lambda problem: (order.index(problem.file), problem.line)))
    return tables


def file_of(table: str) -> str:
    """The file that holds the table of that name."""
    return FILES[table][0]


def _read(path: Path, row_type: type[Any], problems: list[Problem]) -> Iterator[Any]:
    def report(line: int, text: str) -> None:
        problems.append(Problem(path.name, line, text))

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return report(0, f"not found in {path.parent}.")
    except (OSError, UnicodeDecodeError) as error:
        return report(0, f"cannot be read: {error}")
    if "\0" in text:
        return report(1 + text[: text.index("\0")].count("\n"), "holds a NUL character; the file is damaged.")
    cells = csv.reader(text.splitlines(keepends=True), strict=True)
    columns = _columns(row_type)
    try:
        header = next(cells, [])
        if faults := _header_faults(header, columns):
            return report(1, faults)
        for values in cells:
            if not any(value.strip() for value in values):
                continue
            if len(values) != len(header):
                report(cells.line_num, f"has {len(values)} cells where the header has {len(header)}.")
                continue
            try:
                yield _row(row_type, columns, dict(zip(header, values, strict=True)), cells.line_num)
            except ValueError as error:
                report(cells.line_num, str(error))
    except csv.Error as error:
        report(cells.line_num, f"is not CSV: {error}")
    return None


def _columns(row_type: type[Any]) -> dict[str, tuple[Field[Any], Callable[[str], Any]]]:
    """Which field each column fills, and how its cells are read."""
    hints = get_type_hints(row_type)
    named = {f.metadata.get("column", f.name): f for f in fields(row_type) if f.name != "line"}
    return {column: (f, _reader(hints[f.name])) for column, f in named.items()}


def _reader(hint: Any) -> Callable[[str], Any]:
    if isinstance(hint, types.UnionType):
        inner = _reader(next(arg for arg in hint.__args__ if arg is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if hint is str:
        return str
    if hint is bool:
        return _read_bool
    if hint is PartialDate:
        return PartialDate.parse
    if isinstance(hint, type):
        return lambda cell: _read_word(hint, cell)
    return lambda cell: tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _read_bool(cell: str) -> bool:
    if cell not in {"", "0", "1"}:
        raise ValueError(f"“{cell}” is neither 1 nor 0.")
    return cell == "1"


def _read_word(words: Any, cell: str) -> Any:
    try:
        return words(cell)
    except ValueError:
        raise ValueError(f"“{cell}” is none of: {', '.join(words)}.") from None


def _required(f: Field[Any]) -> bool:
    return f.default is MISSING


def _header_faults(header: list[str], columns: dict[str, tuple[Field[Any], Callable[[str], Any]]]) -> str:
    faults = []
    if missing := [name for name, (f, _cell) in columns.items() if _required(f) and name not in header]:
        faults.append(f"the header lacks {', '.join(missing)}")
    if unknown := [name or "(empty)" for name in header if name not in columns]:
        faults.append(f"the header has unknown columns: {', '.join(unknown)}")
    if len(set(header)) < len(header):
        faults.append("the header names a column twice")
    return "; ".join(faults) + "." if faults else ""


def _row(row_type: type[Any], columns: dict[str, Any], cells: dict[str, str], line: int) -> Any:
    values: dict[str, Any] = {"line": line}
    for column, cell in cells.items():
        f, read = columns[column]
        cell = cell.strip()
        if not cell and _required(f):
            raise ValueError(f"{column} is empty.")
        try:
            values[f.name] = read(cell)
        except ValueError as error:
            raise ValueError(f"{column}: {error}") from None
    row = row_type(**values)
    form = _COUNTRY_CODE if row_type is CountryRow else _KEY
    if not form.fullmatch(row.key):
        wanted = "two capital letters" if row_type is CountryRow else "ASCII letters, digits and hyphens"
        raise ValueError(f"“{row.key}” is not a key: write {wanted}.")
    return row


def _broken_rules(tables: Tables) -> Iterator[Problem]:
    """Everything that one row alone cannot tell."""
    known = {}
    for name, (file, _type) in FILES.items():
        lines: dict[str, int] = {}
        for row in getattr(tables, name):
            if row.key in lines:
                yield Problem(file, row.line, f"{row.key} stands already on line {lines[row.key]}.")
            lines.setdefault(row.key, row.line)
        known[name] = lines
    for name, references in REFERENCES.items():
        for row in getattr(tables, name):
            for column, target in references.items():
                value = getattr(row, column)
                for key in (value,) if isinstance(value, str) else value:
                    if key and key not in known[target]:
                        yield Problem(file_of(name), row.line, f"{column}: {file_of(target)} has no {key}.")
    yield from _date_order(tables)
    for office in tables.offices:
        if bool(office.organisation) == bool(office.country):
            yield Problem("offices.csv", office.line, "an office belongs to one organisation or one country.")
    yield from _clashes("relations", known["relations"], relation_clashes(tables.relations))
    single = {office.key for office in tables.offices if office.single_holder}
    yield from _clashes("tenures", known["tenures"], tenure_clashes(tables.tenures, single))


def _date_order(tables: Tables) -> Iterator[Problem]:
    spans = [
        *(("relations", row.line, row.since, row.until) for row in tables.relations),
        *(("tenures", row.line, row.since, row.until) for row in tables.tenures),
        *(("meetings", row.line, row.start, row.end) for row in tables.meetings),
    ]
    for table, line, first, last in spans:
        if not in_order(first, last):
            yield Problem(file_of(table), line, f"ends ({last}) before it begins ({first}).")


def _clashes(table: str, lines: dict[str, int], clashes: Iterable[Clash]) -> Iterator[Problem]:
    for clash in clashes:
        text = f"{clash.second}: {clash.rule} {clash.first} (line {lines[clash.first]})."
        yield Problem(file_of(table), lines[clash.second], text)
