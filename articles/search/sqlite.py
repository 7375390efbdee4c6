"""Search on SQLite: an FTS5 table for each kind of story, its rowid the story's primary key."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, FloatField, Func
from django.db.models.expressions import RawSQL

from articles.search.document import FIELDS, Document
from articles.search.query import FORM_NAMES, Query, Term

COLUMNS = [f"{form}_{field}" for form in FORM_NAMES for field in FIELDS]
_FIELD_WEIGHTS = {"title": 8.0, "standfirst": 3.0, "body": 1.0}
_FORM_WEIGHTS = {"exact": 2.0, "stem": 1.0, "folded": 1.0}
_WEIGHTS = ", ".join(str(_FORM_WEIGHTS[form] * _FIELD_WEIGHTS[field]) for form in FORM_NAMES for field in FIELDS)


def index(connection: BaseDatabaseWrapper, table: str, rows: Iterable[tuple[int, Document]]) -> None:
    """Write the documents, each in the place of what was there under its key."""
    rows = list(rows)
    marks = ", ".join(["%s"] * (1 + len(COLUMNS)))
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(key,) for key, _ in rows])  # noqa: S608
        cursor.executemany(
            f"INSERT INTO {table} (rowid, {', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608
            [
                (
                    key,
                    *[
                        " ".join(getattr(word, form) for word in document[field])
                        for form in FORM_NAMES
                        for field in FIELDS
                    ],
                )
                for key, document in rows
            ],
        )


def remove(connection: BaseDatabaseWrapper, table: str, which: str, params: Sequence[Any]) -> int:
    """Delete the rows whose key (`{key}` in `which`) answers the SQL condition; returns how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {which.format(key='rowid')}", params)  # noqa: S608
        return cursor.rowcount


def matches(table: str, query: Query) -> RawSQL:
    """The keys of all that answer the query, as a sub-select."""
    return RawSQL(f"SELECT rowid AS story FROM {table} WHERE {table} MATCH %s", [expression(query)])  # noqa: S608, S611


def among(keys: Sequence[int]) -> RawSQL:
    """The keys, as a sub-select."""
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(keys))])


def is_broad(connection: BaseDatabaseWrapper, table: str, query: Query, most: int) -> bool:
    """Whether more than that many stories answer the query."""
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH %s LIMIT %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({found})", [expression(query), most + 1])  # noqa: S608
        return cursor.fetchone()[0] > most


class Answers(Func):
    """Whether one story answers the query."""

    output_field = BooleanField()

    def __init__(self, table: str, query: Query) -> None:
        super().__init__(F("pk"))
        self.table, self.query = table, query

    def as_sql(self, compiler, connection, **extra_context):  # type: ignore[override]
        key, params = compiler.compile(self.source_expressions[0])
        sql = f"{key} IN (SELECT rowid FROM {self.table} WHERE {self.table} MATCH %s)"  # noqa: S608
        return sql, [*params, expression(self.query)]


class Rank(Func):
    """How well a story answers, the higher the better; NULL where its key is under `least`.

    The inner select touches the FTS table alone: SQLite runs it once, and bm25 is reckoned once for each match.
    """

    output_field = FloatField()

    def __init__(self, table: str, query: Query, least: Expression) -> None:
        super().__init__(F("pk"), least)
        self.table, self.query = table, query

    def as_sql(self, compiler, connection, **extra_context):  # type: ignore[override]
        (key, params), (least, values) = map(compiler.compile, self.source_expressions)
        sql = (
            f"(SELECT score FROM (SELECT rowid AS story, -bm25({self.table}, {_WEIGHTS}) AS score"  # noqa: S608
            f" FROM {self.table} WHERE {self.table} MATCH %s AND rowid >= {least} LIMIT -1)"
            f" WHERE story = {key})"
        )
        return sql, [expression(self.query), *values, *params]


def expression(query: Query) -> str:
    """The query in FTS5's language. Every word is quoted, so nothing that a reader types is an operator."""
    asked = " OR ".join(f"({' AND '.join(map(_term, terms))})" for terms in query.demanded)
    return f"({asked}) NOT ({' OR '.join(map(_term, query.excluded))})" if query.excluded else asked


def _term(term: Term) -> str:
    """The term's alternatives. Those of the same letters by several forms are one: their places are read once."""
    forms: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for each in term.alternatives:
        forms.setdefault((each.words, each.is_part), []).append(each.form)
    return f"({' OR '.join(_alternative(*asked, by) for asked, by in forms.items())})"


def _alternative(words: tuple[str, ...], is_part: bool, forms: list[str]) -> str:
    columns = " ".join(f"{form}_{field}" for form in forms for field in FIELDS)
    row = " ".join(words).replace('"', '""')
    return f'{{{columns}}} : "{row}"{" *" if is_part else ""}'
