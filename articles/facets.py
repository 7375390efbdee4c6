"""By what a reader narrows what was found: themes, countries, officials, meetings, sources, languages and years.

The count of a value is what one finds when one adds it: values are counted among what is found already, and each that
is chosen narrows it further. Of what is not public nothing is counted, since nothing of it is found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db import connections
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from articles import search
from articles.models import Edition, Language, Source, Theme
from articles.models.theme import ThemedEdition
from articles.search.query import Query
from articles.search.values_held import Value
from partners.coverage import covered
from partners.date_words import name_with_day
from partners.dates import PartialDate
from partners.folding import fold
from partners.models import Country, Meeting, Official
from partners.models.rows import in_language

# Of entries: their model, and their French name, English name and start as SQL.
_NAMES: dict[str, tuple[type[Model], tuple[str, str, str]]] = {
    "theme": (Theme, ("name", "name", "''")),
    "country": (Country, ("name_fr", "name_en", "''")),
    "official": (Official, ("name", "name", "''")),
    "meeting": (Meeting, ("title_fr", "title_en", "coalesce(start, '')")),
    "source": (Source, ("name", "name", "''")),
}
LINKED = {"country": ("countries", Country), "official": ("officials", Official), "meeting": ("meetings", Meeting)}
NAMES = ("theme", "country", "official", "meeting", "source", "language", "year")
MOST_CHOSEN = 5  # values of one facet
LONGEST = 120  # characters of a value
NAMED = 30  # values of a facet, those of the most texts; and as many more as are in no fewer than the last of them
FIRST_YEAR, LAST_YEAR = 1900, 2999
Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how it stands in addresses, what it is called, and in how many of the texts found it is."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many editions were found, and by facet their most frequent values, those of the most first.

    `held` says of every value, by kind and primary key, code or year, how many of them have it; `keys` are those of
    what can be paged through.
    """

    total: int
    facets: dict[str, list[Choice]] = field(default_factory=dict)
    held: Mapping[Value, int] = field(default_factory=dict)
    keys: Sequence[int] = ()


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


def count(within: QuerySet, query: Query | None = None) -> Counted:
    """Count the editions of `within` that answer the query, all without one, and the values that they have.

    Two statements: one counts, one names what is counted.
    """
    total, held, keys = search.count_values(query, within)
    if not total:
        return Counted(0)
    most = _most_frequent(held)
    names = _names_of({kind: list(counts) for kind, counts in most.items() if kind in _NAMES}, using=within.db)
    facets: dict[str, list[Choice]] = {}
    for kind in NAMES:
        choices = []
        for key, held_by in most.get(kind, {}).items():
            if kind not in _NAMES:
                choices.append(Choice(str(key), _named(kind, str(key)), held_by))
            elif (named := names.get((kind, key))) is not None:  # else it was removed this very moment
                choices.append(Choice(*named, held_by))
        if kind == "year":
            choices.sort(key=lambda choice: choice.slug, reverse=True)
        else:
            choices.sort(key=lambda choice: (-choice.count, fold(choice.name), choice.slug))
        facets[kind] = choices
    return Counted(total, facets, held, keys)


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
    return str(row) if row is not None else _named(facet, slug)


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


def _most_frequent(held: Mapping[Value, int]) -> dict[str, dict[Any, int]]:
    """Of each kind the values of the most texts: `NAMED`, and those in as many texts as the last of these."""
    by_kind: dict[str, dict[Any, int]] = {}
    for (kind, key), count in held.items():
        by_kind.setdefault(kind, {})[key] = count
    for kind, counts in by_kind.items():
        if len(counts) > NAMED:
            least = sorted(counts.values(), reverse=True)[NAMED - 1]
            by_kind[kind] = {key: count for key, count in counts.items() if count >= least}
    return by_kind


def _names_of(keys: Mapping[str, Sequence[int]], *, using: str) -> dict[Value, tuple[str, str]]:
    """The slugs and the names for readers of the entries with these keys, by kind and key."""
    arms: list[str] = []
    params: list[int] = []
    for kind, wanted in keys.items():
        model, (french, english, start) = _NAMES[kind]
        name = in_language(_either(french, english), _either(english, french))
        marks = ", ".join(["%s"] * len(wanted))
        arms.append(f"SELECT '{kind}', id, slug, {name}, {start} FROM {model._meta.db_table} WHERE id IN ({marks})")  # noqa: S608
        params += wanted
    if not arms:
        return {}
    language = get_language() or ""
    with connections[using].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(arms), params)
        return {
            (kind, key): (slug, name_with_day(name, PartialDate.parse(start), language) if start else name)
            for kind, key, slug, name, start in cursor
        }


def _either(first: str, other: str) -> str:
    return first if first == other else f"coalesce(nullif({first}, ''), {other})"


def _named(kind: str, value: str) -> str:
    """What a language, or a year, is called; the value itself when it is none of them."""
    return str(dict(Language.choices).get(value, value)) if kind == "language" else value
