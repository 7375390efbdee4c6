"""Search on PostgreSQL: a table with a tsvector and the pairs of words, each with a GIN index, for each kind of story.

The vector is written here, not by a text search configuration: the words are normalised already. The first letter of a
lexeme says by which form it holds the word, the weight in which field the word stands. Whether words stand side by
side the index of a vector does not know; that of the pairs does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, FloatField, Func
from django.db.models.expressions import RawSQL

from articles.search.document import FIELDS, Document
from articles.search.pairs import pairs_asked, pairs_of
from articles.search.query import FORM_NAMES, Alternative, Query, Term
from articles.search.text import Forms
from articles.statements import writing_cursor

_LETTERS = dict(zip(FORM_NAMES, "=~^", strict=True))
_LABELS = dict(zip(FIELDS, "ABC", strict=True))
_WEIGHTS = "{0, 0.1, 0.4, 1.0}"  # of the labels D, C, B, A
# PostgreSQL's own bounds: the last position, positions a lexeme, bytes a vector (some are left for its headers).
_LAST_POSITION, _POSITIONS, _BYTES = 16_383, 255, 900_000
_LAST_PLACE = {label: f"{_LAST_POSITION}{label}" for label in _LABELS.values()}


def index(connection: BaseDatabaseWrapper, table: str, rows: Iterable[tuple[int, Document]]) -> None:
    """Write the documents, each in the place of what was there under its key."""
    with writing_cursor(connection) as cursor:
        for key, document in rows:
            cursor.execute(
                f"INSERT INTO {table} (story, words, pairs) VALUES (%s, %s::tsvector, %s::text::bigint[])"  # noqa: S608
                " ON CONFLICT (story) DO UPDATE SET words = EXCLUDED.words, pairs = EXCLUDED.pairs",
                (key, vector(document), f"{{{','.join(map(str, pairs_of(document)))}}}"),
            )


def remove(connection: BaseDatabaseWrapper, table: str, which: str, params: Sequence[Any]) -> int:
    """Delete the rows whose key (`{key}` in `which`) answers the SQL condition; returns how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {which.format(key='story')}", params)  # noqa: S608
        return cursor.rowcount


def matches(table: str, query: Query) -> RawSQL:
    """The keys of all that answer the query, as a sub-select."""
    found, params, unsure = _candidates(table, query)
    if unsure:
        found, params = _sifted(table, found), [*params, unsure]
    return RawSQL(found, params)  # noqa: S611


def _candidates(table: str, query: Query) -> tuple[str, list[Any], str]:
    """Keys of stories as a select, its parameters, and what those stories are still to be asked; empty for nothing.

    The pairs say which stories have two words side by side. Of three words or more they leave few, whose vectors are
    opened; where a word is the beginning of one, or one term may be missing, all stories with the words are opened.
    """
    if not _has_phrase(*query.required, *query.excluded):
        return _keys(table), [expression(query)], ""
    if query.lenient or any(each.is_part for term in query.required for each in term.alternatives):
        return _keys(table), [expression(query, side_by_side=False)], expression(query)
    rows = [term for term in query.required if _has_phrase(term)]
    single = [term for term in query.required if not _has_phrase(term)]
    parts: list[tuple[str, list[Any]]] = []
    if single:
        parts.append((_keys(table), [" & ".join(map(_term, single))]))
    parts += [(_paired(table), [numbers]) for term in rows for numbers in pairs_asked(term)]
    sql, params = " INTERSECT ".join(part for part, _ in parts), [value for _, values in parts for value in values]
    for term in query.excluded:
        out, values = _stories_with(table, term)
        sql, params = f"{sql} EXCEPT {out}", [*params, *values]
    return sql, params, " & ".join(_term(term) for term in rows if len(term.alternatives[0].words) > 2)


def _stories_with(table: str, term: Term) -> tuple[str, list[Any]]:
    """The keys of the stories that have the term, as a select, and its parameters."""
    if not _has_phrase(term):
        return _keys(table), [_term(term)]
    numbers = pairs_asked(term)
    found = " INTERSECT ".join([_paired(table)] * len(numbers))
    return (found, [*numbers]) if len(numbers) == 1 else (f"({_sifted(table, found)})", [*numbers, _term(term)])


def _keys(table: str) -> str:
    return f"SELECT story FROM {table}_keys(%s::tsquery) AS story"  # noqa: S608


def _paired(table: str) -> str:
    return f"SELECT story FROM {table}_pairs(%s::bigint[]) AS story"  # noqa: S608


def _sifted(table: str, candidates: str) -> str:
    """Of the candidates' keys, the highest first, those whose vectors answer a tsquery, the last parameter."""
    # a join would have the planner read all vectors, since it does not know what unpacking one costs
    holds = f"(SELECT words @@ %s::tsquery FROM {table} WHERE story = candidates.story)"  # noqa: S608
    inner = f"SELECT story FROM ({candidates}) AS found ORDER BY story DESC"  # noqa: S608
    return f"SELECT story FROM ({inner}) AS candidates WHERE {holds}"  # noqa: S608


def among(keys: Sequence[int]) -> RawSQL:
    """The keys, as a sub-select."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])


def is_broad(connection: BaseDatabaseWrapper, table: str, query: Query, most: int) -> bool:
    """Whether more than that many stories answer the query; nothing but indexes is asked where they know."""
    params: list[Any] = [expression(query), most + 1]
    found = f"SELECT {table}_count(%s::tsquery, %s)"
    if _has_phrase(*query.required, *query.excluded):
        keys = matches(table, query)
        found, params = f"SELECT count(*) FROM ({keys.sql} LIMIT %s) AS found", [*keys.params, most + 1]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(found, params)
        return cursor.fetchone()[0] > most


class Answers(Func):
    """Whether one story answers the query, asked of its own row: to be filtered by where most of them do."""

    output_field = BooleanField()

    def __init__(self, table: str, query: Query) -> None:
        super().__init__(F("pk"))
        self.table, self.query = table, query

    def as_sql(self, compiler, connection, **extra_context):  # type: ignore[override]
        key, params = compiler.compile(self.source_expressions[0])
        sql = f"(SELECT words @@ %s::tsquery FROM {self.table} WHERE story = {key})"  # noqa: S608
        return sql, [expression(self.query), *params]


class Rank(Func):
    """How well a story answers, the higher the better; NULL where its key is under `least`."""

    output_field = FloatField()

    def __init__(self, table: str, query: Query, least: Expression) -> None:
        super().__init__(F("pk"), least)
        self.table, self.query = table, query

    def as_sql(self, compiler, connection, **extra_context):  # type: ignore[override]
        (key, params), (least, values) = map(compiler.compile, self.source_expressions)
        # what `least` selects hangs on nothing outside: it is run once
        sql = (
            f"CASE WHEN {key} >= {least}"  # noqa: S608
            f" THEN (SELECT ts_rank('{_WEIGHTS}', words, %s::tsquery, 1) FROM {self.table} WHERE story = {key}) END"
        )
        return sql, [*params, *values, any_word(self.query), *params]


def vector(document: Document) -> str:
    """The document as the text of a tsvector.

    Words after the 16,383rd are found, but not as part of a phrase; a text whose vector would be too large for
    PostgreSQL is indexed as far as it goes.
    """
    places: dict[Forms, list[str]] = defaultdict(list)  # by word: most words of a text come again
    before = 0
    for field in FIELDS:
        label, words = _LABELS[field], document[field]
        for position, word in enumerate(words, start=before + 1):
            held = places[word]
            if position <= _LAST_POSITION:
                held.append(f"{position}{label}")
            elif not held or held[-1] != _LAST_PLACE[label]:
                held.append(_LAST_PLACE[label])
        before += len(words) + 1  # a phrase does not run on from one field into the next
    parts: list[str] = []  # a stem that several words have comes several times: PostgreSQL joins them
    size = 0
    for word, held in places.items():
        (exact, stem, folded), bytes_of_words = _lexemes(word)
        size += bytes_of_words + 6 * len(held)
        if size > _BYTES:
            break
        marks = held[0] if len(held) == 1 else ",".join(held[:_POSITIONS])
        parts += exact, marks, stem, marks, folded, marks
    return "".join(parts)


@lru_cache(maxsize=1 << 16)
def _lexemes(word: Forms) -> tuple[list[str], int]:
    """What a vector holds of a word, quoted, and how many bytes that takes in it without the positions."""
    lexemes = [letter + form for letter, form in zip(_LETTERS.values(), word, strict=True)]
    return [f" {_quoted(lexeme)}:" for lexeme in lexemes], sum(len(lexeme.encode()) + 4 for lexeme in lexemes)


def expression(query: Query, *, side_by_side: bool = True) -> str:
    """The query as the text of a tsquery. Every word is quoted, so nothing that a reader types is an operator.

    Unless `side_by_side`, the words of a phrase can stand anywhere, and none is left out for a phrase that it has: the
    index alone answers that.
    """
    between = " <-> " if side_by_side else " & "
    asked = " | ".join(f"({' & '.join(_term(term, between) for term in terms)})" for terms in query.demanded)
    excluded = [term for term in query.excluded if side_by_side or not _has_phrase(term)]
    return " & ".join([f"({asked})", *(f"!{_term(term, between)}" for term in excluded)])


def any_word(query: Query) -> str:
    """All the words that may be found, for reckoning how well they are: an exact form counts with its stems."""
    lexemes = (
        _quoted(_LETTERS[alternative.form] + word) + (":*" if alternative.is_part and at == 1 else "")
        for term in query.required
        for alternative in term.alternatives
        for at, word in enumerate(reversed(alternative.words), start=1)
    )
    return " | ".join(dict.fromkeys(lexemes))


def _has_phrase(*terms: Term) -> bool:
    return any(len(alternative.words) > 1 for term in terms for alternative in term.alternatives)


def _term(term: Term, between: str = " <-> ") -> str:
    return f"({' | '.join(_alternative(each, between) for each in term.alternatives)})"


def _alternative(alternative: Alternative, between: str) -> str:
    row = between.join(_quoted(_LETTERS[alternative.form] + word) for word in alternative.words)
    return f"({row}{':*' if alternative.is_part else ''})"


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
