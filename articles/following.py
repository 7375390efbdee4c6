"""What old snapshots name that has been merged since: the entry that stays in its place."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model

from articles.models import Article, EntryChange, EntryChangeKind
from articles.models.story import LINK_FIELDS
from articles.snapshots import Snapshot, names_of

_WORDS = {name: str(getattr(Article, name).rel.model._meta.model_name) for name in LINK_FIELDS} | {"tags": "theme"}


def stays(model: type[Model], keys: Collection[int]) -> dict[int, int]:
    """By the key of an entry that was merged, that of the one which stands for it now, however often it went on."""
    return _merged({str(model._meta.model_name): set(keys)}).get(str(model._meta.model_name), {})


def followed(held: Snapshot) -> Snapshot:
    """The snapshot with merged entries led to the one that stays; itself, where none was merged. Names stay."""
    keys = {name: set(held.get(name) or ()) for name in LINK_FIELDS} | {"tags": set(names_of(held, "tags"))}
    merged = _merged({_WORDS[name]: found for name, found in keys.items() if found})
    if not merged:
        return held
    led: dict[str, Any] = dict(held) | {"names": dict(held.get("names", {}))}
    for name, word in _WORDS.items():
        to = merged.get(word, {})
        if not to:
            continue
        if name != "tags":
            led[name] = sorted({to.get(key, key) for key in held[name]})
            continue
        names = {to.get(key, key): text for key, text in names_of(held, name).items()}
        led["names"][name] = {str(key): text for key, text in names.items()}
        led[name] = sorted(names.values())
    return led


def _merged(keys: dict[str, set[int]]) -> dict[str, dict[int, int]]:
    """By kind of entry, which of those keys lead where. A query for each merge that follows another."""
    led: dict[str, dict[int, int]] = {}
    asked = keys
    while any(asked.values()):
        rows = EntryChange.objects.standing().filter(
            kind=EntryChangeKind.MERGE, model__in=asked, other__in=set().union(*asked.values())
        )
        found: dict[str, dict[int, int]] = {}
        for word, gone, kept in rows.values_list("model", "other", "entry"):
            if gone in asked.get(word, ()):
                found.setdefault(word, {})[gone] = kept
        for word, to in found.items():
            before = led.setdefault(word, {})
            for start, end in before.items():
                before[start] = to.get(end, end)
            before |= {gone: kept for gone, kept in to.items() if gone in keys[word]}
        asked = {word: set(to.values()) for word, to in found.items()}
    return led
