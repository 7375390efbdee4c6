"""Statements that an import makes for every text, written by hand: the ORM costs more there than the database does."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.models import Field, Model

# How each database takes apart a list of rows that comes as one JSON text.
_READ_ROWS = {
    "postgresql": "SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s::json)",
    "sqlite": "SELECT {extracts} FROM json_each(%s)",
}
# And how each gives a key away before its row is written.
_NEW_KEY = {
    "postgresql": "nextval(pg_get_serial_sequence('{table}', '{column}'))",
    "sqlite": "coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0) + 1",
}


def has_row(field: str, value: str, *models: type[Model]) -> bool:
    """Whether any row of one of the models has that value: `exists()` at a quarter of its cost."""
    questions = [f"EXISTS (SELECT 1 FROM {model._meta.db_table} WHERE {field} = %s)" for model in models]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {' OR '.join(questions)}", [value] * len(models))
        return bool(cursor.fetchone()[0])


def tell_planner() -> None:
    """Let the database see what its tables hold now: it plans for what they held when it last looked.

    PostgreSQL looks by itself, but a while after many rows came; SQLite never does.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def one_go(*, meanwhile: Callable[[], object] | None = None) -> Iterator[None]:
    """A transaction whose statements go to PostgreSQL one after the other, without waiting for what each comes to.

    Whoever asks waits for the answer, and the end of the block for all of it; what the database refuses is raised as
    ever, at a later statement or at the end. So how many rows a statement has touched is not known in the block, and
    nothing in it may catch what the database refuses. SQLite is no server: there is nothing to wait for.

    `meanwhile` is done before the end is waited for, while the server still works; it must ask nothing of the
    database, and what it raises takes the block back. On SQLite it is not done: others would wait for its end.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor != "postgresql":
            yield
            return
        with connection.wrap_database_errors, connection.connection.pipeline() as pipeline:
            try:
                yield
                if meanwhile is not None:
                    if outermost:  # else nothing ends here, and what comes after may still need the delay
                        ask("SET CONSTRAINTS ALL IMMEDIATE")  # most of what is left for the end: looked at now
                    meanwhile()
            except BaseException:
                with suppress(psycopg.Error):  # refused for the same reason, as all that came after it
                    pipeline.sync()
                raise


def ask(sql: str, params: Sequence[Any] = ()) -> Callable[[], list[tuple[Any, ...]]]:
    """Send a question; what is returned gives the rows of the answer, once. Within `one_go` only that one waits."""
    cursor = connection.cursor()
    cursor.execute(sql, params)

    def answer() -> list[tuple[Any, ...]]:
        with cursor:
            return cursor.fetchall()

    return answer


def ask_keys(*models: type[Model]) -> Callable[[], list[int]]:
    """Ask for a key for a new row of each of the models, by which others can name it before it is written.

    Inside a transaction: on SQLite that keeps others from taking the same one.
    """
    answer = ask(_question_for_keys(models, connection.vendor))
    return lambda: list(answer()[0])


@cache
def _question_for_keys(models: tuple[type[Model], ...], vendor: str) -> str:
    return "SELECT " + ", ".join(
        _NEW_KEY[vendor].format(table=model._meta.db_table, column=model._meta.pk.column) for model in models
    )


def writing_cursor(connection: Any = connection) -> Any:
    """A cursor for statements that carry much: on PostgreSQL their values go beside them, not quoted into them."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    held = connection.connection
    factory, held.cursor_factory = held.cursor_factory, psycopg.Cursor
    try:
        return connection.cursor()
    finally:
        held.cursor_factory = factory


def insert(row: Model) -> None:
    """Insert a new instance as it stands, under the key that it has, or one of the database's that it is not told.

    No signal is sent, and no `save` of the model's own is called.
    """
    sql, fields = _insertion_of_one(type(row), keyed=row.pk is not None)
    database = connections[DEFAULT_DB_ALIAS]  # itself: fields ask it many things, and each through `connection` costs
    values = [field.get_db_prep_save(field.pre_save(row, add=True), database) for field in fields]
    with writing_cursor(database) as cursor:
        cursor.execute(sql, values)
    row._state.adding, row._state.db = False, database.alias


@cache
def _insertion_of_one(model: type[Model], *, keyed: bool) -> tuple[str, "list[Field[Any, Any]]"]:
    fields = [field for field in model._meta.concrete_fields if keyed or not field.primary_key]
    columns, marks = ", ".join(f'"{field.column}"' for field in fields), ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({marks})", fields  # noqa: S608


def insert_rows(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, given as JSON values by column, in their order; the model's defaults are for what a row leaves out.

    As with `bulk_create` no signal is sent, and the database refuses what it must not hold; no instance is made, which
    is most of what that costs. Raises TypeError for a value that JSON has not.
    """
    if not rows:
        return
    defaults = _defaults(model)
    data = json.dumps([{**defaults, **row} for row in rows], ensure_ascii=False)
    with writing_cursor() as cursor:
        cursor.execute(_insertion(model, connection.vendor), [data])


@cache
def _insertion(model: type[Model], vendor: str) -> str:
    table, names = model._meta.db_table, list(_defaults(model))
    columns = ", ".join(f'"{name}"' for name in names)
    extracts = ", ".join(f"json_extract(value, '$.{name}')" for name in names)
    rows = _READ_ROWS[vendor].format(columns=columns, extracts=extracts, table=table)
    return f"INSERT INTO {table} ({columns}) {rows}"


@cache
def _defaults(model: type[Model]) -> dict[str, Any]:
    """What stands in a row of the model that names nothing, by column; the database gives the key."""
    fields = (field for field in model._meta.concrete_fields if not field.primary_key)
    return {str(field.column): field.get_default() for field in fields}
