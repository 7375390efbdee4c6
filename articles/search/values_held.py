"""What readers narrow a search by, held beside the index: the values of an edition as one text, a character for each.

So a search counts them without following links: the database puts the texts of what was found together, and Python
counts the characters. Which kind of value a character stands for is told by the range in which it lies, and which
value by its place there: a language by its letters, a year by itself, an entry by its primary key.

The editions' own rows and links decide; whoever changes those of an edition that is held has it held again.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any, NamedTuple

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

TABLE = "articles_edition_values"
# Values of each kind that there is room for; what comes after is not counted. Together they fill Unicode's planes
# but the first, which has characters that no text may hold.
ROOM = {
    "language": 1_000,
    "year": 10_000,
    "country": 10_000,
    "source": 127_576,
    "theme": 250_000,
    "meeting": 250_000,
    "official": 400_000,
}
_FIRST = 0x1_0000
_KINDS = list(ROOM)
_STARTS = list(accumulate(ROOM.values(), initial=_FIRST))[:-1]
_START = dict(zip(_KINDS, _STARTS, strict=True))
_A, _LETTERS = ord("a"), 26
_NUMBERS = {"little": "utf-32-le", "big": "utf-32-be"}[sys.byteorder]  # characters as an array's numbers

_CHARACTER = {"postgresql": "chr(number::integer)", "sqlite": "char(number)"}
_CODE = {"postgresql": "ascii", "sqlite": "unicode"}
_TOGETHER = {"postgresql": "string_agg", "sqlite": "group_concat"}
_YEAR = {
    "postgresql": "extract(year FROM first_public_at AT TIME ZONE %s)::integer",
    # of the newsroom's own time SQLite is told what it is on New Year's nights: on no other does it matter
    "sqlite": "CAST(strftime('%%Y', first_public_at, %s) AS integer)",
}
_LINKS = {
    "country": ("articles_edition_countries", "edition_id", "country_id"),
    "official": ("articles_edition_officials", "edition_id", "official_id"),
    "meeting": ("articles_edition_meetings", "edition_id", "meeting_id"),
    "theme": ("articles_themededition", "content_object_id", "tag_id"),
    "source": ("articles_edition", "id", "source_id"),
}

# both engines write numbers with commas between them sooner than Python is given a list of them
_KEYS = {"postgresql": "string_agg(found.pk::text, ',')", "sqlite": "group_concat(found.pk)"}

Value = tuple[str, str | int]
Select = tuple[str, Sequence[Any]]


class Answer(NamedTuple):
    """How many editions there are, how many of them have each value, and the keys of them, or of the newest.

    A value is the kind of it, and a language's code, a year or an entry's primary key.
    """

    total: int
    held: dict[Value, int]
    keys: list[int]


def hold(connection: BaseDatabaseWrapper, which: str, params: Sequence[Any]) -> None:
    """Hold the values that the editions have now whose key (`{key}` in `which`) answers the SQL condition."""
    vendor = connection.vendor
    code, year = _CODE[vendor], _YEAR[vendor]
    letters = f"{_LETTERS} * ({code}(substr(language, 1, 1)) - {_A}) + {code}(substr(language, 2, 1)) - {_A}"
    editions = which.format(key="id")
    arms = [
        f"SELECT id AS story, {_START['language']} + {letters} AS number FROM articles_edition WHERE {editions}",  # noqa: S608
        f"SELECT id, {_START['year']} + {year} FROM articles_edition WHERE {editions}",  # noqa: S608
    ]
    for kind, (table, edition, key) in _LINKS.items():
        of_these = f"{key} < {ROOM[kind]} AND {which.format(key=edition)}"
        arms.append(f"SELECT {edition}, {_START[kind]} + {key} FROM {table} WHERE {of_these}")  # noqa: S608
    values = [*params, _own_time(vendor), *params, *(value for _ in _LINKS for value in params)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} (story, held)"  # noqa: S608
            f" SELECT story, {_TOGETHER[vendor]}({_CHARACTER[vendor]}, '')"
            f" FROM ({' UNION ALL '.join(arms)}) AS found WHERE true GROUP BY story"
            " ON CONFLICT (story) DO UPDATE SET held = EXCLUDED.held",
            values,
        )


def remove(connection: BaseDatabaseWrapper, which: str, params: Sequence[Any]) -> None:
    """Hold nothing of the editions whose key answers the condition."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE {which.format(key='story')}", params)  # noqa: S608


def counted(
    connection: BaseDatabaseWrapper, editions: Select, answering: Select | None, *, newest: int | None
) -> Answer:
    """Count the editions and the values that they have, with one statement; with the keys of the `newest` so many.

    `editions` selects their keys as "pk"; where `answering` selects keys as "story", only those that are among them.
    """
    vendor = connection.vendor
    source, params = f"({editions[0]}) AS found", [*editions[1]]
    if answering is not None:
        source = f"({answering[0]}) AS answering JOIN {source} ON found.pk = answering.story"
        params = [*answering[1], *params]
    keys = "NULL" if newest == 0 else _KEYS[vendor]
    together = f"{_TOGETHER[vendor]}(held, '')"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*), {together}, {keys}"  # noqa: S608
            f" FROM {source} LEFT JOIN {TABLE} AS held ON held.story = found.pk",
            params,
        )
        total, characters, found = cursor.fetchone()
    values = {_value(number): count for number, count in _tally(characters or "")}
    return Answer(total, values, _greatest(found, newest) if found else [])


def _tally(characters: str) -> Iterable[tuple[int, int]]:
    """The code points of a text, each with how often it comes."""
    import numpy  # most commands never count

    counts = numpy.bincount(numpy.frombuffer(characters.encode(_NUMBERS), dtype=numpy.int32))
    there = numpy.flatnonzero(counts)
    return zip(there.tolist(), counts[there].tolist(), strict=True)


def _greatest(keys: str, most: int | None) -> list[int]:
    """The greatest of the keys, which stand between commas, so many of them; the greatest first."""
    import numpy

    return numpy.sort(numpy.fromstring(keys, dtype=numpy.int64, sep=","))[::-1][:most].tolist()


def _value(number: int) -> Value:
    """The kind, and which of it: a language's code, a year, an entry's key."""
    at = bisect_right(_STARTS, number) - 1
    kind, place = _KINDS[at], number - _STARTS[at]
    if kind == "language":
        return kind, "".join(chr(_A + letter) for letter in divmod(place, _LETTERS))
    return kind, place


def _own_time(vendor: str) -> str:
    """The newsroom's own time, by which years are told, as that database is told of it in `_YEAR`."""
    if vendor == "postgresql":
        return settings.TIME_ZONE
    new_year = datetime(timezone.localtime().year, 1, 1, tzinfo=timezone.get_default_timezone())
    offset = new_year.utcoffset()
    return f"{offset.total_seconds() if offset else 0:+.0f} seconds"
