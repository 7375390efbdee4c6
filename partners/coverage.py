"""What readers find about a registry entry.

The articles give each entry, and each theme, a reverse relation `editions`, whose `public()` is the one rule of what
readers may see. Everything here asks it; nothing here knows the articles.
"""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def public_editions(rows: QuerySet) -> QuerySet:
    """The public editions that rows of this kind can be linked to."""
    return rows.model._meta.get_field("editions").related_model.objects.public()


def with_coverage(rows: QuerySet) -> QuerySet:
    """The rows, each with `coverage`: in how many public editions it appears."""
    links: Any = rows.model._meta.get_field("editions")
    counted = (
        public_editions(rows)
        .order_by()
        .filter(**{links.remote_field.name: OuterRef("pk")})
        .values(links.remote_field.name)
        .annotate(found=Count("pk"))
        .values("found")
    )
    return rows.annotate(coverage=Coalesce(Subquery(counted, output_field=IntegerField()), 0))


def covered(rows: QuerySet) -> QuerySet:
    """Only the rows that appear in a public edition."""
    links: Any = rows.model._meta.get_field("editions")
    return rows.filter(pk__in=public_editions(rows).order_by().values(links.remote_field.name))
