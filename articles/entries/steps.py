"""Rows as they are changed: each change is kept with the values before and after it, as JSON, and can be taken back.

Whatever a merge, split or rename writes goes through `Steps`, and nothing else is taken back by its undo. Taking back
refuses where a row is no longer as the change left it. A mere link that somebody removed since stays removed: that
was a decision of its own.
"""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import AutoField, F, Field, ForeignKey, Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import ItemBase

from partners.models import RegistryRow

Step = dict[str, Any]
_DERIVED = {"folded", "exclusive"}  # follow from other values, and may have followed them since
_COUNTING = {"sequence", "announced_at"}  # tell those who hold a copy that it is old: they only ever rise
_NOT_COMPARED = _DERIVED | _COUNTING
_STORIES = {"articles.Article", "articles.Edition"}
_AT_ONCE = 500


class CannotTakeBack(Exception):
    """A row is no longer as it was left: the message names it."""


class Steps:
    """What was changed, in order; `kept` is the JSON."""

    def __init__(self) -> None:
        self.kept: list[Step] = []

    def update(self, rows: QuerySet, **values: Any) -> int:
        """Give all the rows these values, by column ("official_id"); how many were changed."""
        model, columns = rows.model, list(values)
        groups: dict[tuple[Any, ...], list[Any]] = {}
        after = {column: _plain(model, column, value) for column, value in values.items()}
        for key, *held in rows.order_by("pk").values_list("pk", *columns):
            before = tuple(_plain(model, column, value) for column, value in zip(columns, held, strict=True))
            if before != tuple(after.values()):
                groups.setdefault(before, []).append(key)
        for before, keys in groups.items():
            for some in _chunks(keys):
                model._base_manager.filter(pk__in=some).update(**values)
            self._keep("update", model, keys=keys, before=dict(zip(columns, before, strict=True)), after=after)
        return sum(map(len, groups.values()))

    def save(self, row: Model) -> bool:
        """Write a row that is there already; whether that changed anything."""
        before = _values(type(row)._base_manager.get(pk=row.pk))
        row.save()
        after = _values(row)
        changed = [column for column in after if before[column] != after[column]]
        if changed:
            self._keep(
                "update",
                type(row),
                keys=[row.pk],
                before={column: before[column] for column in changed},
                after={column: after[column] for column in changed},
            )
        return bool(changed)

    def insert(self, row: Model) -> None:
        """Write a new row."""
        row.save(force_insert=True)
        self._keep("insert", type(row), rows=[_values(row)])

    def delete(self, rows: QuerySet) -> int:
        """Delete the rows and nothing else: what refers to them has been led elsewhere before. How many there were."""
        held = [_values(row) for row in rows.order_by("pk")]
        if held:
            for some in _chunks([row[_key(rows.model).attname] for row in held]):
                found = rows.model._base_manager.filter(pk__in=some)
                found._raw_delete(found.db)
            self._keep("delete", rows.model, rows=held)
        return len(held)

    def _keep(self, what: str, model: type[Model], **held: Any) -> None:
        self.kept.append({"do": what, "model": model._meta.label, **held})


def take_back(steps: Iterable[Step]) -> list[tuple[type[Model], Any]]:
    """Take everything back, the last first. Returns the links that stay away, by model and key.

    Call it inside a transaction, which must be rolled back when this raises CannotTakeBack.
    """
    left: list[tuple[type[Model], Any]] = []
    for step in reversed(list(steps)):
        model: Any = apps.get_model(step["model"])
        try:
            with transaction.atomic():
                left += _TAKE_BACK[step["do"]](model, step)
        except IntegrityError as error:
            said = _("Another %(kind)s stands in its place now.") % {"kind": model._meta.verbose_name}
            raise CannotTakeBack(said) from error
    return left


def is_link(model: type[Model]) -> bool:
    """Whether its rows say no more than that two things belong together."""
    return bool(model._meta.auto_created) or issubclass(model, ItemBase)


def _take_back_update(model: Any, step: Step) -> list[tuple[type[Model], Any]]:
    before, after = step["before"], step["after"]
    left = []
    for keys in _chunks(step["keys"]):
        held = {row.pk: row for row in model._base_manager.filter(pk__in=keys)}
        for key in keys:
            row = held.get(key)
            changed = row is None or any(
                _plain(model, column, getattr(row, column)) != value
                for column, value in after.items()
                if column not in _NOT_COMPARED
            )
            if changed and not is_link(model):
                raise CannotTakeBack(_changed_since(model, key, row))
            if changed:
                left.append((model, key))
        keys = [key for key in keys if (model, key) not in left] if left else keys
        if is_link(model):
            keys = _drop_doubles(model, [held[key] for key in keys], before)
        values = {
            column: _value(model, column, value) for column, value in before.items() if column not in _NOT_COMPARED
        }
        if values:
            model._base_manager.filter(pk__in=keys).update(**values, **_counted_on(model))
        for column in before.keys() & _DERIVED:
            _restore_derived(model, [held[key] for key in keys], column, before[column], after[column])
    return left


def _drop_doubles(model: Any, rows: list[Any], before: dict[str, Any]) -> list[Any]:
    """Delete links that somebody has made anew since as they were before; the keys of the others."""
    (other,) = (
        f.attname for f in model._meta.concrete_fields if isinstance(f, ForeignKey) and f.attname not in before
    )
    wanted = {f"{other}__in": [getattr(row, other) for row in rows]}
    made = set(model._base_manager.filter(**before, **wanted).values_list(other, flat=True))
    doubles = [row.pk for row in rows if getattr(row, other) in made]
    model._base_manager.filter(pk__in=doubles).delete()
    return [row.pk for row in rows if row.pk not in doubles]


def _restore_derived(model: Any, rows: list[Any], column: str, before: Any, after: Any) -> None:
    """The value from before, where nothing else has changed what it follows from; else what follows now."""
    for row in rows:
        if _plain(model, column, getattr(row, column)) == after:
            model._base_manager.filter(pk=row.pk).update(**{column: before})
        elif isinstance(row, RegistryRow):
            now = model._base_manager.get(pk=row.pk)
            now.prepare()
            model._base_manager.filter(pk=row.pk).update(**{column: getattr(now, column)})


def _counted_on(model: type[Model]) -> dict[str, Any]:
    """What tells those who hold a copy of such a row that it has changed."""
    counts = {"sequence": F("sequence") + 1, "announced_at": timezone.now()}
    return counts if {f.attname for f in model._meta.concrete_fields} >= _COUNTING else {}


def _take_back_insert(model: Any, step: Step) -> list[tuple[type[Model], Any]]:
    for values in step["rows"]:
        key = values[_key(model).attname]
        row = model._base_manager.filter(pk=key).first()
        if row is None or any(
            _plain(model, column, getattr(row, column)) != value
            for column, value in values.items()
            if column not in _NOT_COMPARED
        ):
            raise CannotTakeBack(_changed_since(model, key, row))
        for user_model, users in users_of(row):
            said = {"row": _told(model, row, key), "user": _told(user_model, users.first(), 0)}
            raise CannotTakeBack(_("%(row)s is used by %(user)s now: take it off there first.") % said)
        found = model._base_manager.filter(pk=key)
        found._raw_delete(found.db)
    return []


def _take_back_delete(model: Any, step: Step) -> list[tuple[type[Model], Any]]:
    held = _with_both_ends(model, step["rows"]) if is_link(model) else step["rows"]
    rows = [model(**{column: _value(model, column, value) for column, value in values.items()}) for values in held]
    keys = {row.pk for row in rows}
    gone = [values[_key(model).attname] for values in step["rows"]]
    left = [(model, key) for key in gone if key not in keys]
    if is_link(model):
        model._base_manager.bulk_create(rows, batch_size=_AT_ONCE)
    else:
        for row in rows:
            row.save_base(raw=True, force_insert=True)  # with its own moments, which saving would make anew
            if counted := _counted_on(model):
                model._base_manager.filter(pk=row.pk).update(**counted)
    return left


_TAKE_BACK = {"update": _take_back_update, "insert": _take_back_insert, "delete": _take_back_delete}


def references(model: type[Model]) -> list[tuple[Any, ForeignKey]]:
    """The models, also those of links, and their columns that refer to rows of this one."""
    found = []
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            column = relation.field  # type: ignore[union-attr]
            if isinstance(column, ForeignKey):
                found.append((relation.related_model, column))
    return found


def users_of(row: Model) -> list[tuple[Any, QuerySet]]:
    """The rows that refer to this one, by model; only models that have some."""
    found = []
    for model, column in references(type(row)):
        users = model._base_manager.filter(**{column.attname: row.pk})
        if users.exists():
            found.append((model, users))
    return found


def _with_both_ends(model: Any, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The links that join two things which are there."""
    for column in model._meta.concrete_fields:
        if isinstance(column, ForeignKey):
            ends: Any = column.related_model
            there: set[Any] = set()
            for some in _chunks(sorted({row[column.attname] for row in rows})):
                there |= set(ends._base_manager.filter(pk__in=some).values_list("pk", flat=True))
            rows = [row for row in rows if row[column.attname] in there]
    return rows


def _changed_since(model: type[Model], key: Any, row: Model | None) -> str:
    if row is None:
        kind = str(model._meta.verbose_name)
        return _("%(kind)s number %(key)s is no longer there.") % {"kind": kind[:1].upper() + kind[1:], "key": key}
    return _("%(row)s has been changed since.") % {"row": _told(model, row, key)}


def _told(model: type[Model], row: Model | None, key: Any) -> str:
    """The row in words. Of what belongs to an article only its kind and number: not everybody may read the article."""
    if row is not None:
        key = row.pk
        if is_link(model):  # what is linked
            for column in model._meta.concrete_fields:
                if isinstance(column, ForeignKey) and column.related_model._meta.label in _STORIES:
                    model, key = column.related_model, getattr(row, column.attname)
    kind = str(model._meta.verbose_name)
    kind = kind[:1].upper() + kind[1:]
    if row is None or model._meta.label in _STORIES or hasattr(model, "article"):
        return _("%(kind)s number %(key)s") % {"kind": kind, "key": key}
    return _("%(kind)s “%(row)s”") % {"kind": kind, "row": row}


def _key(model: type[Model]) -> Field:
    key = model._meta.pk
    assert isinstance(key, AutoField)
    return key


def _values(row: Model) -> dict[str, Any]:
    return {f.attname: _plain(type(row), f.attname, getattr(row, f.attname)) for f in row._meta.concrete_fields}


def _plain(model: type[Model], column: str, value: Any) -> Any:
    """The column's value as JSON holds it, nothing lost."""
    value = _field(model, column).get_prep_value(value)
    if isinstance(value, date | time):  # moments are dates, too
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value


def _value(model: type[Model], column: str, plain: Any) -> Any:
    return _field(model, column).to_python(plain)


def _field(model: type[Model], column: str) -> Any:
    return model._meta.get_field(column)


def _chunks(keys: list[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
