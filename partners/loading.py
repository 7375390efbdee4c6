"""Brings the tables into the database without ever overwriting an editor.

Each row keeps the values that it was last loaded with. A field that still has its loaded value follows the table; one
that an editor changed stays and is reported; a row that an editor deleted, or a name that one took off, stays away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from partners.models import (
    Country,
    Meeting,
    MeetingDocument,
    Office,
    Official,
    Organisation,
    RegistryRow,
    Relation,
    RemovedName,
    RemovedRow,
    Tenure,
)
from partners.naming import names_of_entry, without_names
from partners.overlaps import Clash, relation_clashes, tenure_clashes
from partners.rows import REFERENCES, Tables, facts_of
from partners.tables import BadTables, Problem, file_of
from partners.telling import Told, tell

MODELS: dict[str, type[RegistryRow]] = {
    model.TABLE: model
    for model in (Country, Organisation, Relation, Official, Office, Tenure, Meeting, MeetingDocument)
}
OVERLAP_CONSTRAINTS = (
    "relation_no_overlap, relation_member_or_partner, tenure_no_overlap, tenure_single_holder"  # of migration 0002
)


REFERENCE_DELETED = gettext_noop("%(key)s: an editor deleted its %(column)s %(value)s.")


@dataclass(frozen=True, slots=True)
class Kept:
    """A field that an editor changed and that the table says otherwise."""

    file: str
    line: int
    key: str
    field: str
    ours: Any
    table: Any

    def __str__(self) -> str:
        ours, table = (", ".join(value) if isinstance(value, list) else value for value in (self.ours, self.table))
        said = _("%(file)s line %(line)d %(key)s %(field)s: ours “%(ours)s”, table “%(table)s”")
        return said % {
            "file": self.file,
            "line": self.line,
            "key": self.key,
            "field": self.field,
            "ours": ours,
            "table": table,
        }


@dataclass(slots=True)
class Count:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0


@dataclass(slots=True)
class Report:
    """What loading did: counts by table, and in words what it left as it was."""

    counts: dict[str, Count] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    dry_run: bool = False

    @property
    def changed(self) -> int:
        """How many rows were created or updated."""
        return sum(count.created + count.updated for count in self.counts.values())

    def as_table(self) -> str:
        """The summary that the command prints."""
        columns = ["table", "created", "updated", "unchanged", "left out"]  # one wording for people and scripts
        rows = [
            [name, str(count.created), str(count.updated), str(count.unchanged), str(count.left_out)]
            for name, count in self.counts.items()
        ]
        lines = [f"{row[0]:<15}" + "".join(f"{cell:>13}" for cell in row[1:]) for row in [columns, *rows]]
        lines += [_("kept by an editor: %(row)s") % {"row": kept} for kept in self.kept]
        lines += [_("left out: %(row)s") % {"row": problem.said(_)} for problem in self.left_out]
        lines += [_("no longer in its table, kept: %(row)s") % {"row": row} for row in self.gone]
        if self.dry_run:
            lines.append(_("Nothing was written."))
        return "\n".join(lines)


def load(tables: Tables, *, dry_run: bool = False) -> Report:
    """Bring the tables into the database in one transaction; a second run changes nothing.

    Raises BadTables, naming file and line, when a row contradicts one that is there; nothing is loaded then.
    """
    with transaction.atomic():
        loading = _Loading(tables, Report(dry_run=dry_run))
        _check_overlaps(deferred=True)
        for name in MODELS:
            loading.load_table(name)
        loading.check_clashes()
        if loading.problems:
            raise BadTables(sorted(loading.problems))
        _check_overlaps(deferred=False)
        if dry_run:
            transaction.set_rollback(True)
    return loading.report


def tables_from_database() -> Tables:
    """The database's rows in the shape of the tables, in as many queries as there are tables (and participants)."""
    return Tables(
        **{
            name: tuple(row.as_row() for row in model.objects.with_references().order_by("pk"))
            for name, model in MODELS.items()
        }
    )


def contents_mark() -> int:
    """Another number whenever a row of the registry is another; for this process only. A query for each table."""
    mark = 0
    with connection.cursor() as cursor:
        for model in MODELS.values():
            columns = ", ".join(
                connection.ops.quote_name(str(field.column))
                for field in model._meta.local_concrete_fields
                if field.name not in {"source", "loaded", "folded"}  # long, and no name comes from them
            )
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT {columns} FROM {table} ORDER BY id")  # noqa: S608 - names of our own models
            mark = hash((mark, tuple(cursor.fetchall())))
    return mark


def _check_overlaps(*, deferred: bool) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET CONSTRAINTS {OVERLAP_CONSTRAINTS} {'DEFERRED' if deferred else 'IMMEDIATE'}")


class _Loading:
    """One run over all tables; knows the rows seen so far by table and key."""

    def __init__(self, tables: Tables, report: Report) -> None:
        self.tables = tables
        self.report = report
        self.problems: list[Problem] = []
        self.known: dict[str, dict[str, RegistryRow]] = {}
        self.removed = set(RemovedRow.objects.values_list("table", "key"))
        self.removed_names: dict[tuple[str, str], set[str]] = {}
        for table, key, folded in RemovedName.objects.order_by().values_list("table", "key", "folded"):
            self.removed_names.setdefault((table, key), set()).add(folded)

    def load_table(self, name: str) -> None:
        model = MODELS[name]
        # locked, so that an editor's change cannot slip in between reading and writing
        there = {row.key: row for row in model.objects.with_references().select_for_update(of=("self",))}
        self.known[name] = there
        count = self.report.counts[name] = Count()
        rows = [self._without_removed_names(name, row, there.get(row.key)) for row in getattr(self.tables, name)]
        from_table = {row.key for row in there.values() if row.loaded is not None}
        self.report.gone += [f"{file_of(name)} {key}" for key in sorted(from_table - {row.key for row in rows})]
        new = []
        for table_row in rows:
            if table_row.key in there:
                self._update(name, there[table_row.key], table_row, count)
            elif reason := self._reason_to_leave_out(name, table_row):
                count.left_out += 1
                self.report.left_out.append(Problem(file_of(name), table_row.line, reason))
            else:
                new.append(table_row)
        # after the updates: what closes a span comes before what opens the next one
        self._create(name, new, count)

    def _without_removed_names(self, name: str, table_row: Any, held: RegistryRow | None) -> Any:
        """The table's row without the names that an editor took off, save those that the row bears again."""
        removed = self.removed_names.get((name, table_row.key), set())
        if removed and held is not None:
            removed = removed - {each.folded for each in names_of_entry(held)}
        return without_names(table_row, MODELS[name], removed) if removed else table_row

    def _reason_to_leave_out(self, name: str, table_row: Any) -> Told | None:
        if (name, table_row.key) in self.removed:
            deleted = gettext_noop("%(key)s: an editor deleted it; take it off the removed rows to load it again.")
            return tell(deleted, key=table_row.key)
        for column in REFERENCES.get(name, {}):
            if self._missing(name, column, value := getattr(table_row, column)):
                return tell(REFERENCE_DELETED, key=table_row.key, column=column, value=value)
        return None

    def _missing(self, name: str, column: str, value: Any) -> bool:
        """Whether the field names a single row that is not there, as its own table has been loaded before."""
        target = REFERENCES.get(name, {}).get(column)
        return bool(target and value and isinstance(value, str) and value not in self.known[target])

    def _create(self, name: str, table_rows: list[Any], count: Count) -> None:
        """Write new rows together; where the database refuses one, each alone, to name its line."""
        model = MODELS[name]
        new = [(self._new(name, model, table_row), table_row) for table_row in table_rows]
        new = [(row, table_row) for row, table_row in new if self._fits(name, row, table_row)]
        model.prepare_all(row for row, _table_row in new)
        try:
            with transaction.atomic():
                model.objects.bulk_create([row for row, _table_row in new], batch_size=200)
        except IntegrityError:
            for row, _table_row in new:
                row.pk, row._state.adding = None, True
            new = [(row, table_row) for row, table_row in new if self._save(name, row, table_row)]
        for row, table_row in new:
            self._link(name, row, table_row, list(facts_of(table_row)))
            self.known[name][row.key] = row
        count.created += len(new)

    def _new(self, name: str, model: type[RegistryRow], table_row: Any) -> RegistryRow:
        facts = facts_of(table_row)
        row = model(**{"code" if model is Country else "key": table_row.key}, loaded=facts)
        self._set(name, row, table_row, list(facts))
        return row

    def _update(self, name: str, row: RegistryRow, table_row: Any, count: Count) -> None:
        facts, ours = facts_of(table_row), facts_of(row.as_row())
        following = []
        for column, theirs in facts.items():
            if ours[column] == theirs:
                continue
            if self._missing(name, column, theirs):
                told = tell(REFERENCE_DELETED, key=row.key, column=column, value=theirs)
                self.report.left_out.append(Problem(file_of(name), table_row.line, told))
                continue
            if row.loaded is not None and ours[column] == row.loaded.get(column, type(theirs)()):
                following.append(column)
            else:
                kept = Kept(file_of(name), table_row.line, row.key, column, ours[column], theirs)
                self.report.kept.append(kept)
        if following or row.loaded != facts:
            row.loaded = facts
            self._set(name, row, table_row, following)
            if not self._fits(name, row, table_row) or not self._save(name, row, table_row, following):
                return
            self._link(name, row, table_row, following)
        count.updated += bool(following)
        count.unchanged += not following

    def _set(self, name: str, row: RegistryRow, table_row: Any, columns: list[str]) -> None:
        references = REFERENCES.get(name, {})
        for column in columns:
            if row._meta.get_field(column).many_to_many:
                continue
            value = getattr(table_row, column)
            if column in references:
                value = self.known[references[column]].get(value)
            elif value is None and column in {"portfolio", "gender"}:
                value = ""
            setattr(row, column, value)

    def _fits(self, name: str, row: RegistryRow, table_row: Any) -> bool:
        """Whether each value fits its field; what does not becomes a problem of the table's line."""
        try:
            row.clean_fields(exclude={*REFERENCES.get(name, {}), "loaded", "folded", "slug", "key"})
        except ValidationError as error:
            self._refuse(name, table_row, error)
            return False
        return True

    def _save(self, name: str, row: RegistryRow, table_row: Any, columns: list[str] | None = None) -> bool:
        """Write the row, or only those columns; the database's refusal becomes a problem of the table's line."""
        if columns is not None:
            columns = [*(column for column in columns if not row._meta.get_field(column).many_to_many), "loaded"]
        try:
            with transaction.atomic():
                row.save(update_fields=columns)
        except IntegrityError as error:
            self._refuse(name, table_row, _explained(row, error))
            return False
        return True

    def _link(self, name: str, row: RegistryRow, table_row: Any, columns: list[str]) -> None:
        for column in columns:
            if row._meta.get_field(column).many_to_many:
                there = self.known[REFERENCES[name][column]]
                linked = [there[key] for key in getattr(table_row, column) if key in there]
                getattr(row, column).set(linked)

    def _refuse(self, name: str, table_row: Any, error: ValidationError) -> None:
        if hasattr(error, "error_dict"):
            texts = [
                f"{column}: {text}" if column != "__all__" else text
                for column, messages in error.message_dict.items()
                for text in messages
            ]
        else:
            texts = error.messages
        self.problems += [Problem(file_of(name), table_row.line, Told(f"{table_row.key}: {text}")) for text in texts]

    def check_clashes(self) -> None:
        """Overlaps between the table's rows and what editors wrote; reading the tables has compared theirs."""
        relations = [row.as_row() for row in self.known["relations"].values()]
        self._report_clashes("relations", relation_clashes(relations))
        single = {key for key, office in self.known["offices"].items() if office.single_holder}  # type: ignore[attr-defined]
        tenures = [row.as_row() for row in self.known["tenures"].values()]
        self._report_clashes("tenures", tenure_clashes(tenures, single))

    def _report_clashes(self, name: str, clashes: Iterator[Clash]) -> None:
        lines = {row.key: row.line for row in getattr(self.tables, name)}
        for clash in clashes:
            mine, other = (clash.second, clash.first) if clash.second in lines else (clash.first, clash.second)
            if mine in lines:
                told = Clash(other, mine, clash.rule).told(
                    tell(gettext_noop("%(row)s, which stands in the registry"), row=other)
                )
                self.problems.append(Problem(file_of(name), lines[mine], told))


def _explained(row: RegistryRow, error: IntegrityError) -> ValidationError:
    """The database's refusal in the words of the rule that it kept."""
    try:
        row.validate_unique()
        row.validate_constraints()
    except ValidationError as broken:
        return broken
    return ValidationError(str(error))
