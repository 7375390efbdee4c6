"""The words that stories are indexed by, as a table beside the index: found by how they begin or end.

The table forgets nothing before it is made anew, and holds the words of what is not public yet: whoever proposes one
to a reader asks first whether a public story has it.
"""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.document import Document

SHORTEST, LONGEST = 4, 32  # letters; a number is no word that can be misspelled
_LAST = "\U0010ffff"  # follows every letter


def add(connection: BaseDatabaseWrapper, table: str, documents: Iterable[Document]) -> None:
    """Hold the words of the documents too."""
    found = {word.exact for each in documents for field in each.values() for word in field}
    # in one order, so that transactions at the same time never wait for each other in a circle
    rows = [(word, word[::-1]) for word in sorted(found) if SHORTEST <= len(word) <= LONGEST and word.isalpha()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"INSERT INTO {table} SELECT * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING",  # noqa: S608
                [[word for word, _ in rows], [backwards for _, backwards in rows]],
            )
        else:
            cursor.executemany(f"INSERT OR IGNORE INTO {table} (word, backwards) VALUES (%s, %s)", rows)  # noqa: S608


def clear(connection: BaseDatabaseWrapper, table: str) -> None:
    """Hold no words any more."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608


def alike(
    connection: BaseDatabaseWrapper, table: str, *, start: str, end: str, lengths: tuple[int, int], most: int
) -> list[str]:
    """Words that begin or end so, within these lengths; `most` of them of either kind."""
    chosen = f"SELECT word FROM {table} WHERE length(word) BETWEEN %s AND %s AND {{column}} >= %s AND {{column}} < %s"  # noqa: S608
    kinds = [("word", start), ("backwards", end[::-1])]
    parts = [f"SELECT * FROM ({chosen.format(column=column)} LIMIT %s) AS {column}" for column, _ in kinds]  # noqa: S608
    sql = " UNION ".join(parts)
    params = [value for _, part in kinds for value in (*lengths, part, part + _LAST, most)]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [word for (word,) in cursor.fetchall()]
