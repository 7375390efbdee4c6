"""What readers find about a registry entry.

The articles give each entry, and each theme, a reverse relation `editions`, whose `public()` is the one rule of what
readers may see. Everything here asks it; nothing here knows the articles.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Count, Exists, F, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear

M = TypeVar("M", bound=Model)


def public_editions(rows: QuerySet) -> QuerySet:
    """The public editions that rows of this kind can be linked to."""
    return rows.model._meta.get_field("editions").related_model.objects.public()


def with_coverage(rows: QuerySet) -> QuerySet:
    """The rows, each with `coverage`: in how many public editions it appears.

    They are counted row by row, which is right for one of them; for a list ask `tell_coverage`.
    """
    return rows.annotate(coverage=_public_count(rows, "editions"))


def tell_coverage(rows: Iterable[M]) -> list[M]:
    """Give rows of one kind their `coverage`, as `with_coverage` does, with one statement for all of them."""
    held: Any = list(rows)
    if held:
        model, keys = type(held[0]), [row.pk for row in held]
        there = model._default_manager.filter(pk__in=keys).order_by()
        if connections[there.db].vendor == "postgresql":  # which would read the whole table of editions for each row
            counts = dict(_counts(model, keys))
        else:  # SQLite would look for each of the rows at each edition
            counts = dict(with_coverage(there).values_list("pk", "coverage"))
        for row in held:
            row.coverage = counts.get(row.pk, 0)
    return held


def most_covered(model: type[M], most: int) -> list[M]:
    """The rows with the most coverage, each with its `coverage`, in its order; those of the same by their names."""
    name = _link_to(model)
    columns = [field.attname for field in model._meta.concrete_fields]
    fields = {f"row_{column}": F(f"{name}__{column}") for column in columns}
    linked = _editions(model).filter(**{f"{name}__isnull": False}).values(**fields).annotate(found=Count("pk"))
    found = []
    for values in linked.order_by("-found", "row_folded", "row_id")[:most]:
        row: Any = model.from_db(linked.db, columns, [values[f"row_{column}"] for column in columns])
        row.coverage = values["found"]
        found.append(row)
    return found


def _editions(model: Any) -> QuerySet:
    return model._meta.get_field("editions").related_model.objects.public().order_by()


def _counts(model: Any, keys: Any) -> QuerySet:
    """In how many public editions rows with these keys appear, as (`row`, `found`); those alone that appear in any.

    The keys come first: what is filtered after the count goes through the links a second time.
    """
    linked = _editions(model).filter(**{f"{_link_to(model)}__in": keys}).values(row=F(_link_to(model)))
    return linked.annotate(found=Count("pk")).values_list("row", "found")


def _link_to(model: Any) -> str:
    """The name by which editions lead to rows of that model."""
    return model._meta.get_field("editions").remote_field.name


def with_quotes_found(rows: QuerySet) -> QuerySet:
    """The rows, each with `quotes_found`: how many public quotes are its own."""
    return rows.annotate(quotes_found=_public_count(rows, "quotes"))


def _public_count(rows: QuerySet, relation: str) -> Coalesce:
    links: Any = rows.model._meta.get_field(relation)
    counted = (
        links.related_model.objects.public()
        .order_by()
        .filter(**{links.remote_field.name: OuterRef("pk")})
        .values(links.remote_field.name)
        .annotate(found=Count("pk"))
        .values("found")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


@dataclass(frozen=True, slots=True)
class YearOfCoverage:
    """How many public editions of a year, and its share of the fullest year's as a drawing takes it."""

    year: int
    found: int
    share: str


def coverage_by_year(entry: Model) -> list[YearOfCoverage]:
    """The years in which editions about the entry became public, in the newsroom's own time, the latest first."""
    editions: Any = entry.editions.public()  # type: ignore[attr-defined]
    counted = editions.order_by().annotate(year=ExtractYear("first_public_at")).values_list("year")
    years = list(counted.annotate(found=Count("pk")).order_by("-year"))
    most = max((found for _year, found in years), default=1)
    return [YearOfCoverage(year, found, f"{100 * found / most:.2f}%") for year, found in years]


def covered(rows: QuerySet) -> QuerySet:
    """Only the rows that appear in a public edition."""
    links: Any = rows.model._meta.get_field("editions")
    return rows.filter(pk__in=public_editions(rows).order_by().values(links.remote_field.name))


def without_articles(rows: QuerySet) -> QuerySet:
    """Only the rows that no article of the desk is linked to, but for those in the trash."""
    links: Any = rows.model._meta.get_field("articles")
    articles = links.related_model.objects.kept().filter(**{links.remote_field.name: OuterRef("pk")})
    return rows.filter(~Exists(articles))
