"""By what a reader narrows what was found: themes, countries, officials, meetings, sources, languages and years.

The count of a value is what one finds when one adds it: values are counted among what is found already, and each that
is chosen narrows it further. Of what is not public nothing is counted, since nothing of it is found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from articles.models import Edition, Language, Source, Theme
from articles.models.theme import ThemedEdition
from partners.coverage import covered
from partners.date_words import name_with_day
from partners.dates import PartialDate
from partners.folding import fold
from partners.models import Country, Meeting, Official
from partners.models.rows import in_language

LINKED = {"country": ("countries", Country), "official": ("officials", Official), "meeting": ("meetings", Meeting)}
NAMES = ("theme", "country", "official", "meeting", "source", "language", "year")
MOST_CHOSEN = 5  # values of one facet
LONGEST = 120  # characters of a value
FIRST_YEAR, LAST_YEAR = 1900, 2999
# The year of a moment in the newsroom's own time, of which SQLite knows the offset of New Year's nights only.
_YEAR = {
    "postgresql": "extract(year FROM first_public_at AT TIME ZONE %s)::integer",
    "sqlite": "CAST(strftime('%%Y', first_public_at, %s) AS integer)",
}

Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how it stands in addresses, what it is called, and in how many of the texts found it is."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many editions were found, and by facet their values, those of the most first."""

    total: int
    facets: dict[str, list[Choice]]


def chosen_in(values: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """What a reader chose, by facet, each value once; of what makes no sense nothing is left out: it finds nothing."""
    chosen = {}
    for name in NAMES:
        kept = list(dict.fromkeys(value.replace("\0", "")[:LONGEST] for value in values.get(name, ()) if value))
        if kept:
            chosen[name] = kept[:MOST_CHOSEN]
    return chosen


def narrowed(editions: QuerySet, chosen: Chosen) -> QuerySet:
    """The editions that have each of the values chosen."""
    for name, values in chosen.items():
        for value in values:
            editions = editions.filter(_having(name, value))
    return editions


def count(editions: QuerySet) -> Counted:
    """Count the editions and the values that they have, with one statement."""
    rows = editions.order_by().values("pk", "language", "source", "first_public_at")
    try:
        found, params = rows.query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, whatever the database holds
        return Counted(0, {})
    connection = connections[editions.db]
    arms = " UNION ALL ".join(_arms(_YEAR[connection.vendor]))
    sql = f"WITH found (id, language, source, first_public_at) AS MATERIALIZED ({found}) {arms}"
    facets: dict[str, list[Choice]] = {name: [] for name in NAMES}
    total = 0
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, _own_time(connection.vendor)])
        for kind, slug, french, english, start, held in cursor.fetchall():
            if kind == "total":
                total = held
            else:
                facets[kind].append(Choice(str(slug), _name(kind, str(slug), french, english, start), held))
    for name, choices in facets.items():
        if name == "year":
            choices.sort(key=lambda choice: choice.slug, reverse=True)
        else:
            choices.sort(key=lambda choice: (-choice.count, fold(choice.name), choice.slug))
    return Counted(total, facets)


def public_name(facet: str, slug: str) -> str:
    """What a value is called that nothing found has; the value itself where readers see nothing of it."""
    rows: dict[str, QuerySet] = {
        "theme": covered(Theme.objects.all()),
        "country": Country.objects.all(),
        "official": Official.objects.public(),
        "meeting": Meeting.objects.public(),
        "source": Source.objects.filter(pk__in=Edition.objects.public().order_by().values("source")),
    }
    row = rows[facet].filter(slug=slug).first() if facet in rows else None
    if isinstance(row, Meeting):
        return row.name_with_day
    return str(row) if row is not None else _name(facet, slug, slug, slug, "")


def _having(name: str, value: str) -> Q:
    if name in LINKED:
        link, model = LINKED[name]
        through = Edition._meta.get_field(link).remote_field.through  # type: ignore[union-attr]
        field = model._meta.model_name
        return Q(pk__in=through.objects.filter(**{f"{field}__slug": value}).values("edition"))
    if name == "theme":
        return Q(pk__in=ThemedEdition.objects.filter(tag__slug=value).values("content_object"))
    if name == "source":
        return Q(source__slug=value)
    if name == "language":
        return Q(language=value)
    if not (value.isascii() and value.isdecimal() and len(value) == 4 and FIRST_YEAR <= int(value) <= LAST_YEAR):
        return Q(pk__in=[])
    return Q(first_public_at__gte=_new_year(int(value)), first_public_at__lt=_new_year(int(value) + 1))


def _new_year(year: int) -> datetime:
    """The moment at which the year begins in the newsroom's own time."""
    return timezone.make_aware(datetime.combine(date(year, 1, 1), time()))


def _own_time(vendor: str) -> str:
    """The newsroom's own time, as that database is told of it in `_YEAR`."""
    if vendor == "postgresql":
        return settings.TIME_ZONE
    offset = _new_year(timezone.localtime().year).utcoffset()
    return f"{offset.total_seconds() if offset else 0:+.0f} seconds"


def _arms(year: str) -> list[str]:
    """The questions about what is found, as (kind, slug, French name, English name, start, count), all names texts."""
    arms = ["SELECT 'total', '', '', '', '', count(*) FROM found"]
    arms.append("SELECT 'language', language, '', '', '', count(*) FROM found GROUP BY language")
    years = f"SELECT {year} AS year FROM found"  # noqa: S608
    arms.append(f"SELECT 'year', CAST(year AS text), '', '', '', count(*) FROM ({years}) AS years GROUP BY year")  # noqa: S608
    arms.append(_counted("source", Source, "SELECT source AS key FROM found WHERE source IS NOT NULL", "name"))
    themed = ThemedEdition._meta.db_table
    arms.append(_counted("theme", Theme, _linked(themed, "content_object_id", "tag_id"), "name"))
    for name, (link, model) in LINKED.items():
        table = Edition._meta.get_field(link).remote_field.through._meta.db_table  # type: ignore[union-attr]
        keys = _linked(table, "edition_id", f"{model._meta.model_name}_id")
        match name:
            case "official":
                arms.append(_counted(name, model, keys, "name"))
            case "meeting":
                arms.append(_counted(name, model, keys, "title_fr", "title_en", start="coalesce(entry.start, '')"))
            case _:
                arms.append(_counted(name, model, keys, "name_fr", "name_en"))
    return arms


def _linked(table: str, edition: str, row: str) -> str:
    # the sign keeps SQLite from going through all links and looking each up among what was found
    return f"SELECT {row} AS key FROM found JOIN {table} ON +found.id = {table}.{edition}"  # noqa: S608


def _counted(kind: str, model: type[Model], keys: str, french: str, english: str = "", *, start: str = "''") -> str:
    counts = f"SELECT key, count(*) AS held FROM ({keys}) AS keys GROUP BY key"  # noqa: S608
    return (
        f"SELECT '{kind}', entry.slug, entry.{french}, entry.{english or french}, {start}, held"  # noqa: S608
        f" FROM ({counts}) AS counted JOIN {model._meta.db_table} AS entry ON entry.id = counted.key"
    )


def _name(kind: str, slug: str, french: str, english: str, start: str) -> str:
    if kind == "language":
        return str(dict(Language.choices).get(slug, slug))
    if kind == "year":
        return slug
    name = in_language(french, english)
    return name_with_day(name, PartialDate.parse(start) if start else None, get_language() or "")
