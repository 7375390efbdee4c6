"""What readers are told that an entry was called before, by the statement that finds the entry."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Aggregate, F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from partners.dates import PartialDate
from partners.fields import LinesField
from partners.folding import fold
from partners.models import RegistryRow
from partners.naming import NAME_FIELDS, names_of_entry


class _Array(Aggregate):
    """The values of many rows as one array in JSON."""

    function = "JSONB_AGG"
    output_field = JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


@dataclass(frozen=True, slots=True)
class FormerlyCalled:
    """A name, and until when the entry bore it."""

    name: str
    until: PartialDate


def with_former_names(rows: QuerySet) -> QuerySet:
    """The rows, each with the former names that `called_before` asks for: with an end, their address not revoked."""
    kept: Any = rows.model._meta.get_field("former_names").related_model
    said = JSONObject(name=F("name"), until=F("until"), number=F("pk"))
    of_row = kept.objects.filter(entry=OuterRef("pk"), revoked_at=None, until__isnull=False).order_by().values("entry")
    return rows.annotate(names_before=Subquery(of_row.annotate(said=_Array(said)).values("said")))


def called_before(entry: RegistryRow) -> list[FormerlyCalled]:
    """The names that an entry of `with_former_names` bore until a time that an editor gave, the latest first.

    Without one nobody has said that it ever was so called: a misspelling goes when two entries are merged. What it is
    called now is none of them, accents and case aside; nor is a name that was taken off it as wrong.
    """
    lines = {name for name in NAME_FIELDS[type(entry)] if isinstance(entry._meta.get_field(name), LinesField)}
    others = {name.folded for name in names_of_entry(entry) if lines.issuperset(name.fields)}
    found: dict[str, tuple[tuple[date, int], FormerlyCalled]] = {}
    for row in entry.names_before or ():  # type: ignore[attr-defined]  # annotated
        until = PartialDate.parse(row["until"])
        latest, folded = (until.last, row["number"]), fold(row["name"])
        if folded in others and (folded not in found or latest > found[folded][0]):
            found[folded] = latest, FormerlyCalled(row["name"], until)
    return [former for _latest, former in sorted(found.values(), key=lambda each: each[0], reverse=True)]
