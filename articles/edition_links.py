"""All that an edition's page names, by one query: entries of the registry, themes, signatures and pictures.

The query is a union of rows whose columns are texts. From them the models' own objects are made, with the fields that
the page needs, and put where `edition.countries.all()` and the like look first.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from articles.models import Byline, Edition, PlacedPicture, ThemedEdition
from partners.models import Country, Meeting, Official, Organisation, Relation, Tenure


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of one model that belong to an edition: how to find them, which fields to bring, how to sort them."""

    model: type[models.Model]
    path: str
    fields: tuple[str, ...]
    order: tuple[str, ...] = ("slug",)
    within: str = ""  # brought for rows of another kind: the name under which these keep them
    owner: str = ""
    found: list[Any] = field(default_factory=list)


_KINDS = {
    "countries": _Rows(Country, "editions", ("slug", "name_fr", "name_en", "aliases", "ambiguous")),
    "organisations": _Rows(
        Organisation, "editions", ("slug", "name_fr", "name_en", "acronym_fr", "acronym_en", "aliases")
    ),
    "officials": _Rows(
        Official,
        "editions",
        (
            "slug",
            "name",
            "other_names",
            "gender",
            "country__id",
            "country__slug",
            "country__name_fr",
            "country__name_en",
        ),
    ),
    "meetings": _Rows(
        Meeting, "editions", ("slug", "title_fr", "title_en", "start", "end", "city", "city_en"), ("start", "slug")
    ),
    "relations": _Rows(
        Relation,
        "country__editions",
        ("country_id", "framework", "since", "until"),
        ("since", "pk"),
        within="countries",
        owner="country_id",
    ),
    "tenures": _Rows(
        Tenure,
        "official__editions",
        (
            "official_id",
            "since",
            "until",
            "acting",
            "office__id",
            "office__title_fr_m",
            "office__title_fr_f",
            "office__title_en",
        ),
        ("since", "pk"),
        within="officials",
        owner="official_id",
    ),
    "themed": _Rows(ThemedEdition, "content_object", ("name", "tag__id", "tag__slug", "tag__folded"), ("tag.folded",)),
    "bylines": _Rows(
        Byline,
        "edition",
        ("edition_id", "printed_name", "role", "place", "position", "contributor__id", "contributor__slug"),
        ("position", "pk"),
    ),
    "pictures": _Rows(
        PlacedPicture,
        "edition",
        (
            "role",
            "position",
            "alt",
            "caption",
            "caption_language",
            "credit",
            "picture__id",
            "picture__address",
            "picture__width",
            "picture__height",
            "picture__focal_x",
            "picture__focal_y",
        ),
        ("position", "pk"),
    ),
}
_WIDTH = max(len(rows.fields) for rows in _KINDS.values())
_COLUMNS = [f"column_{at}" for at in range(_WIDTH)]
_ANY_EDITION = -1  # no row has it; in the query's values it stands where an edition's key goes


def fetch_links(edition: Edition) -> None:
    """Give the edition what it names, by one query; its managers then answer `all()` without the database."""
    statement, values = _statement(connection.alias)
    found: dict[str, list[Any]] = {name: [] for name in _KINDS}
    with connection.cursor() as cursor:
        cursor.execute(statement, [edition.pk if value == _ANY_EDITION else value for value in values])
        fetched = cursor.fetchall()
    for name, key, *texts in fetched:
        rows = _KINDS[name]
        found[name].append(_object(rows.model, {"id": key, **dict(zip(rows.fields, texts, strict=False))}))
    for name, rows in _KINDS.items():
        found[name].sort(key=lambda each: [_sortable(each, path) for path in rows.order])
        if rows.within:
            for owner in found[rows.within]:
                mine = [each for each in found[name] if getattr(each, rows.owner) == owner.pk]
                _prefetched(owner)[name] = mine
        else:
            _prefetched(edition)[name] = found[name]
    for official in found["officials"]:
        for tenure in official.tenures.all():
            tenure.official = official  # its title asks for the gender


@cache
def _statement(alias: str) -> tuple[str, tuple[Any, ...]]:
    """The query's SQL and values, with _ANY_EDITION for the key: to write it anew took a fifth of a page's time."""
    first, *others = [_select(name, rows) for name, rows in _KINDS.items()]
    compiler = first.union(*others, all=True).query.get_compiler(using=alias)
    sql, values = compiler.as_sql()
    return sql, tuple(values)


def _select(name: str, rows: _Rows) -> QuerySet:
    """The rows as (kind, key, texts), as many texts as the widest kind has."""
    columns = {
        column: Cast(F(rows.fields[at]) if at < len(rows.fields) else Value(""), TextField())
        for at, column in enumerate(_COLUMNS)
    }
    chosen = rows.model._default_manager.order_by().filter(**{rows.path: _ANY_EDITION})
    kind = Value(name, output_field=TextField())
    return chosen.annotate(kind_of_row=kind, **columns).values_list("kind_of_row", "pk", *_COLUMNS)


def _object(model: type[models.Model], texts: dict[str, Any]) -> Any:
    """A row of the model from texts, and the rows that it refers to; the fields that were not brought are deferred."""
    own = {name: text for name, text in texts.items() if "__" not in name}
    beside: dict[str, dict[str, Any]] = {}
    for name, text in texts.items():
        if "__" in name:
            other, _underscores, part = name.partition("__")
            beside.setdefault(other, {})[part] = text
    for other, parts in beside.items():
        own[f"{other}_id"] = parts["id"]
    fields = [each for each in model._meta.concrete_fields if each.attname in own]
    row = model.from_db(
        connection.alias, [each.attname for each in fields], [_value(each, own[each.attname]) for each in fields]
    )
    for other, parts in beside.items():
        to = model._meta.get_field(other).related_model
        setattr(row, other, _object(to, parts) if parts["id"] is not None else None)  # type: ignore[arg-type]
    return row


def _value(of: Any, text: Any) -> Any:
    if text is None:
        return None
    if isinstance(of, models.BooleanField):
        return text in {"1", "t", "true"}
    return (of.target_field if isinstance(of, models.ForeignKey) else of).to_python(text)


def _sortable(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = getattr(row, name)
    return row if isinstance(row, int) else str(row or "")


def _prefetched(row: Any) -> dict[str, Any]:
    if not hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}
    cache: dict[str, Any] = row._prefetched_objects_cache
    return cache
