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
from partners.telling import Told, _, tell

DATA = Path(__file__).parent / "data"

_COUNTRY_CODE = re.compile(r"[A-Z]{2}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,98}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a table. `line` is the file's own; 0 stands for the whole file."""

    file: str
    line: int
    told: Told

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Where and what, in the language of `translate`."""
        where = tell(_("%(file)s line %(line)d: %(problem)s"), file=self.file, line=self.line, problem=self.told)
        return where.said(translate) if self.line else f"{self.file}: {self.told.said(translate)}"

    def __str__(self) -> str:
        return self.said()


class BadTables(ValueError):
    """The tables cannot be used; `problems` lists why, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class _Fault(ValueError):
    """A cell or a row that cannot be read, and why."""

    def __init__(self, told: Told) -> None:
        self.told = told
        super().__init__(str(told))


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
        order = [file for file, _type in FILES.values()]
        raise BadTables(sorted(set(problems), key=lambda problem: (order.index(problem.file), problem.line)))
    return tables


def file_of(table: str) -> str:
    """The file that holds the table of that name."""
    return FILES[table][0]


def _read(path: Path, row_type: type[Any], problems: list[Problem]) -> Iterator[Any]:
    def report(line: int, told: Told) -> None:
        problems.append(Problem(path.name, line, told))

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return report(0, tell(_("not found in %(folder)s."), folder=str(path.parent)))
    except (OSError, UnicodeDecodeError) as error:
        return report(0, tell(_("cannot be read: %(why)s"), why=str(error)))
    if "\0" in text:
        return report(1 + text[: text.index("\0")].count("\n"), tell(_("holds a NUL character; the file is damaged.")))
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
                message = _("has %(cells)d cells where the header has %(header)d.")
                report(cells.line_num, tell(message, cells=len(values), header=len(header)))
                continue
            try:
                yield _row(row_type, columns, dict(zip(header, values, strict=True)), cells.line_num)
            except _Fault as fault:
                report(cells.line_num, fault.told)
    except csv.Error as error:
        report(cells.line_num, tell(_("is not CSV: %(why)s"), why=str(error)))
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
        return _read_date
    if isinstance(hint, type):
        return lambda cell: _read_word(hint, cell)
    return lambda cell: tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _read_bool(cell: str) -> bool:
    if cell not in {"", "0", "1"}:
        raise _Fault(tell(_("“%(cell)s” is neither 1 nor 0."), cell=cell))
    return cell == "1"


def _read_date(cell: str) -> PartialDate:
    try:
        return PartialDate.parse(cell)
    except ValueError:
        raise _Fault(tell(_("“%(cell)s” is no date: write 2024, 2024-10 or 2024-10-17."), cell=cell)) from None


def _read_word(words: Any, cell: str) -> Any:
    try:
        return words(cell)
    except ValueError:
        raise _Fault(tell(_("“%(cell)s” is none of: %(words)s."), cell=cell, words=", ".join(words))) from None


def _required(f: Field[Any]) -> bool:
    return f.default is MISSING


def _header_faults(header: list[str], columns: dict[str, tuple[Field[Any], Callable[[str], Any]]]) -> Told | None:
    faults = []
    if missing := [name for name, (f, _cell) in columns.items() if _required(f) and name not in header]:
        faults.append(tell(_("the header lacks %(columns)s"), columns=", ".join(missing)))
    if unknown := [name or "“”" for name in header if name not in columns]:
        faults.append(tell(_("the header has unknown columns: %(columns)s"), columns=", ".join(unknown)))
    if len(set(header)) < len(header):
        faults.append(tell(_("the header names a column twice")))
    return tell("%(faults)s.", faults=tuple(faults)) if faults else None


def _row(row_type: type[Any], columns: dict[str, Any], cells: dict[str, str], line: int) -> Any:
    values: dict[str, Any] = {"line": line}
    for column, cell in cells.items():
        f, read = columns[column]
        cell = cell.strip()
        if not cell and _required(f):
            raise _Fault(tell(_("%(column)s is empty."), column=column))
        try:
            values[f.name] = read(cell)
        except _Fault as fault:
            raise _Fault(tell(_("%(column)s: %(problem)s"), column=column, problem=fault.told)) from None
    row = row_type(**values)
    form = _COUNTRY_CODE if row_type is CountryRow else _KEY
    if not form.fullmatch(row.key):
        wanted = _("“%(key)s” is not a key: write ASCII letters, digits and hyphens.")
        if row_type is CountryRow:
            wanted = _("“%(key)s” is not a key: write two capital letters.")
        raise _Fault(tell(wanted, key=row.key))
    return row


def _broken_rules(tables: Tables) -> Iterator[Problem]:
    """Everything that one row alone cannot tell."""
    known = {}
    for name, (file, _type) in FILES.items():
        lines: dict[str, int] = {}
        for row in getattr(tables, name):
            if row.key in lines:
                twice = tell(_("%(key)s stands already on line %(line)d."), key=row.key, line=lines[row.key])
                yield Problem(file, row.line, twice)
            lines.setdefault(row.key, row.line)
        known[name] = lines
    for name, references in REFERENCES.items():
        for row in getattr(tables, name):
            for column, target in references.items():
                value = getattr(row, column)
                for key in (value,) if isinstance(value, str) else value:
                    if key and key not in known[target]:
                        lacks = _("%(column)s: %(file)s has no %(key)s.")
                        told = tell(lacks, column=column, file=file_of(target), key=key)
                        yield Problem(file_of(name), row.line, told)
    yield from _date_order(tables)
    for office in tables.offices:
        if bool(office.organisation) == bool(office.country):
            told = tell(_("an office belongs to one organisation or one country."))
            yield Problem("offices.csv", office.line, told)
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
            told = tell(_("ends (%(last)s) before it begins (%(first)s)."), last=str(last), first=str(first))
            yield Problem(file_of(table), line, told)


def _clashes(table: str, lines: dict[str, int], clashes: Iterable[Clash]) -> Iterator[Problem]:
    for clash in clashes:
        other = tell(_("%(row)s (line %(line)d)"), row=clash.first, line=lines[clash.first])
        yield Problem(file_of(table), lines[clash.second], clash.told(other))
