"""What readers find about a registry entry.

The articles give each entry, and each theme, a reverse relation `editions`, whose `public()` is the one rule of what
readers may see. Everything here asks it; nothing here knows the articles.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractYear


def public_editions(rows: QuerySet) -> QuerySet:
    """The public editions that rows of this kind can be linked to."""
    return rows.model._meta.get_field("editions").related_model.objects.public()


def with_coverage(rows: QuerySet) -> QuerySet:
    """The rows, each with `coverage`: in how many public editions it appears."""
    return rows.annotate(coverage=_public_count(rows, "editions"))


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
