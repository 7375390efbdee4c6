"""Statements that an import makes for every text, written by hand: the ORM costs more there than the database does."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model

# How each database takes apart a list of rows that comes as one JSON text.
_READ_ROWS = {
    "postgresql": "SELECT {columns} FROM json_populate_recordset(NULL::{table}, %s::json)",
    "sqlite": "SELECT {extracts} FROM json_each(%s)",
}


def has_row(field: str, value: str, *models: type[Model]) -> bool:
    """Whether any row of one of the models has that value: `exists()` at a quarter of its cost."""
    questions = [f"EXISTS (SELECT 1 FROM {model._meta.db_table} WHERE {field} = %s)" for model in models]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {' OR '.join(questions)}", [value] * len(models))
        return bool(cursor.fetchone()[0])


def insert_rows(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, given as JSON values by column, in their order; the model's defaults are for what a row leaves out.

    As with `bulk_create` no signal is sent, and the database refuses what it must not hold; no instance is made, which
    is most of what that costs. Raises TypeError for a value that JSON has not.
    """
    if not rows:
        return
    defaults = _defaults(model)
    data = json.dumps([{**defaults, **row} for row in rows], ensure_ascii=False)
    with connection.cursor() as cursor:
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
