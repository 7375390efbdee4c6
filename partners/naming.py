"""The names of a registry entry: which it has, how a wrong one is taken off for good, and how one comes to it.

A name that was taken off stays off when the tables are loaded again, until it is given back. The entry's own name,
without which it cannot be, is changed on its page instead.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _

from partners.fields import LinesField
from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation, RegistryRow, RemovedName

# Somebody changed the names of an entry: `entry`, `message`, `by`. Whoever keeps a journal listens.
logged = Signal()

NAME_FIELDS: dict[type[RegistryRow], tuple[str, ...]] = {
    Country: (
        "name_fr",
        "name_en",
        "aliases",
        "adjectives_fr_m",
        "adjectives_fr_f",
        "adjectives_en",
        "adjectives_it",
        "adjectives_es",
        "adjectives_de",
        "capitals_fr",
        "capitals_en",
        "capitals_other",
        "metonyms",
    ),
    Organisation: ("name_fr", "name_en", "acronym_fr", "acronym_en", "aliases"),
    Official: ("name", "other_names"),
    Meeting: ("title_fr", "title_en", "other_titles"),
}
_MARKS: dict[type[RegistryRow], tuple[str, ...]] = {
    Country: ("ambiguous",)
}  # fields that repeat names to say something of them


class CannotRename(Exception):
    """The entry cannot lose or get that name; the message says why."""


@dataclass(frozen=True, slots=True)
class EntryName:
    """One name of an entry, with the fields where it stands. Its own name cannot be taken off."""

    text: str
    fields: tuple[str, ...]
    removable: bool

    @property
    def folded(self) -> str:
        return fold(self.text)


def names_of_entry(entry: RegistryRow) -> list[EntryName]:
    """The names by which texts can mean the entry, once each (accents and case aside), in the order of its fields."""
    found: dict[str, tuple[str, list[str]]] = {}
    for field in NAME_FIELDS[type(entry)]:
        for text in _texts(entry, field):
            found.setdefault(fold(text), (text, []))[1].append(field)
    return [
        EntryName(text, tuple(dict.fromkeys(fields)), not any(_is_required(entry, field) for field in fields))
        for text, fields in found.values()
    ]


def removed_names(entry: RegistryRow) -> Iterable[RemovedName]:
    """The names that were taken off the entry, the latest first."""
    return RemovedName.objects.filter(table=entry.TABLE, key=entry.key).select_related("removed_by")


@transaction.atomic
def remove_name(entry: RegistryRow, name: str, *, by: AbstractUser) -> RemovedName:
    """Take a name off the entry, in every field where it stands. Loading the tables does not bring it back.

    Raises PermissionDenied, and CannotRename for a name that the entry does not have or that is its own.
    """
    _require_change(entry, by)
    held = type(entry)._default_manager.select_for_update().get(pk=entry.pk)
    folded = fold(name)
    named = next((each for each in names_of_entry(held) if each.folded == folded), None)
    if named is None:
        raise CannotRename(_("“%(entry)s” has no name “%(name)s”.") % {"entry": held, "name": name})
    if not named.removable:
        raise CannotRename(
            _("“%(name)s” is the entry's own name: change it on the entry's page.") % {"name": named.text}
        )
    places: dict[str, list[list[Any]]] = {}
    loaded_places: dict[str, list[list[Any]]] = {}
    for field in (*named.fields, *_MARKS.get(type(held), ())):
        places[field] = _take_out(held, field, folded)
        if held.loaded is not None and field in held.loaded:
            held.loaded[field], loaded_places[field] = _without(held.loaded[field], folded)
    held.save()
    removed, _new = RemovedName.objects.update_or_create(
        table=held.TABLE,
        key=held.key,
        folded=folded,
        defaults={"name": named.text, "places": {"ours": places, "table": loaded_places}, "removed_by_id": by.pk},
    )
    log(held, _("Name removed: “%(name)s”") % {"name": named.text}, by=by)
    entry.refresh_from_db()
    return removed


@transaction.atomic
def restore_name(removed: RemovedName, *, by: AbstractUser) -> RegistryRow | None:
    """Give a removed name back, where it stood. Returns the entry, or None where that has been deleted since."""
    model = next(model for model in NAME_FIELDS if removed.table == model.TABLE)
    field_of_key = "code" if model is Country else "key"
    entry = model._default_manager.select_for_update().filter(**{field_of_key: removed.key}).first()
    if entry is not None:
        _require_change(entry, by)
        for field, taken in removed.places["ours"].items():
            setattr(entry, field, _with(getattr(entry, field), taken))
        if entry.loaded is not None:
            for field, taken in removed.places["table"].items():
                entry.loaded[field] = _with(entry.loaded.get(field, ""), taken)
        entry.save()
        log(entry, _("Name given back: “%(name)s”") % {"name": removed.name}, by=by)
    removed.delete()
    return entry


@transaction.atomic
def give_other_name(official: Official, name: str, *, by: AbstractUser) -> bool:
    """Add a spelling to the official's other names; False where the official has it already.

    Who may add officials may do so, too. Raises PermissionDenied.
    """
    if not by.has_perm("partners.add_official"):
        _require_change(official, by)
    held = Official.objects.select_for_update().get(pk=official.pk)
    if fold(name) in {each.folded for each in names_of_entry(held)}:
        return False
    held.other_names = (*held.other_names, " ".join(name.split()))
    held.save(update_fields=["other_names"])
    RemovedName.objects.filter(table=held.TABLE, key=held.key, folded=fold(name)).delete()
    log(held, _("Other name added: “%(name)s”") % {"name": name}, by=by)
    official.other_names = held.other_names
    return True


@transaction.atomic
def take_other_name(official: Official, name: str, *, by: AbstractUser) -> None:
    """Undo `give_other_name`: the spelling is gone, and not remembered as a removed one."""
    held = Official.objects.select_for_update().get(pk=official.pk)
    rest = tuple(text for text in held.other_names if fold(text) != fold(name))
    if rest != tuple(held.other_names):
        held.other_names = rest
        held.save(update_fields=["other_names"])
        log(held, _("Other name taken back: “%(name)s”") % {"name": name}, by=by)
    official.other_names = rest


def without_names(table_row: Any, model: type[RegistryRow], removed: Collection[str]) -> Any:
    """The row of a table without the names whose folded form is among those removed; its own name stays."""
    kept: dict[str, Any] = {}
    for field in (*NAME_FIELDS[model], *_MARKS.get(model, ())):
        value = getattr(table_row, field)
        if isinstance(value, tuple):
            kept[field] = tuple(text for text in value if fold(text) not in removed)
        elif fold(value) in removed and getattr(model._meta.get_field(field), "blank", False):
            kept[field] = ""
    return replace(table_row, **kept)


def log(entry: RegistryRow, message: str, *, by: AbstractUser) -> None:
    """Write one line into the entry's history at the desk."""
    LogEntry.objects.log_actions(by.pk, [entry], CHANGE, change_message=message, single_object=True)
    logged.send(type(entry), entry=entry, message=message, by=by)


def _require_change(entry: RegistryRow, by: AbstractUser) -> None:
    permission = f"partners.change_{entry._meta.model_name}"
    if not by.has_perm(permission):
        raise PermissionDenied(_("You may not do this: %(permission)s is missing.") % {"permission": permission})


def _texts(entry: RegistryRow, field: str) -> tuple[str, ...]:
    value = getattr(entry, field)
    return ((value,) if value else ()) if isinstance(value, str) else tuple(value)


def _is_required(entry: RegistryRow, field: str) -> bool:
    return not getattr(entry._meta.get_field(field), "blank", True)


def _take_out(entry: RegistryRow, field: str, folded: str) -> list[list[Any]]:
    """Take the name out of the field; where it stood."""
    rest, taken = _without(getattr(entry, field), folded)
    setattr(entry, field, tuple(rest) if isinstance(entry._meta.get_field(field), LinesField) else rest)
    return taken


def _without(value: Any, folded: str) -> tuple[Any, list[list[Any]]]:
    """The value of a field without the name, and the texts taken out, each with its place."""
    if isinstance(value, str):
        return ("", [[0, value]]) if value and fold(value) == folded else (value, [])
    taken = [[at, text] for at, text in enumerate(value) if fold(text) == folded]
    return [text for text in value if fold(text) != folded], taken


def _with(value: Any, taken: list[list[Any]]) -> Any:
    """The value of a field with those texts back in their places; what an editor has put there since stays."""
    if isinstance(value, str):
        return value or (taken[0][1] if taken else "")
    texts = list(value)
    for at, text in taken:
        if text not in texts:
            texts.insert(at, text)
    return texts
