"""Where entries are found: at their address, and at those that they had before, which lead to it in one step.

A view asks `find`. What it raises for a former address is answered by `newsroom.middleware.FormerAddresses`, so that
every page of an entry, its feeds and calendars too, moves with it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.core.validators import slug_re
from django.db.models import Model, QuerySet
from django.http import Http404
from django.urls import URLResolver, get_resolver, reverse
from django.utils import translation


class Moved(Http404):
    """The entry has another address now: `slug`."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__("The entry has another address now.")


class Revoked(Http404):
    """The address led to an entry once, and somebody took that back."""


def find(entries: QuerySet, slug: str) -> Any:
    """The entry of that address, among these. Raises Moved, Revoked, or Http404 where none of them has or had it."""
    entry = entries.filter(slug=slug).first()
    if entry is not None:
        return entry
    led = _former(entries.model, slug)
    present: Model | None = entries.filter(pk=led.entry_id).first() if led is not None else None
    if present is None:
        raise Http404("No such entry.")
    if led.revoked_at is not None:
        raise Revoked("No longer an address.")
    raise Moved(present.slug)  # type: ignore[attr-defined]  # entries have one


def _former(model: type[Model], slug: str) -> Any:
    """The former name with that address; None where there is none, or where rows of this kind keep none."""
    if not hasattr(model, "former_names"):
        return None
    names: Any = model._meta.get_field("former_names").related_model
    return names._default_manager.filter(slug=slug).first()


def is_reserved(name: str, slug: str) -> bool:
    """Whether another page stands, in some language, where a page of that name ("partners:meeting") would with it."""
    return slug in _reserved(name)


@cache
def _reserved(name: str) -> frozenset[str]:
    found = set()
    for language, _label in settings.LANGUAGES:
        with translation.override(language):
            before, after = reverse(name, args=["_"]).split("_")
            for address in _fixed_addresses(get_resolver().url_patterns, "/"):
                word = address.removeprefix(before).removesuffix(after)
                if address == before + word + after and slug_re.match(word):
                    found.add(word)
    return frozenset(found)


def _fixed_addresses(patterns: list[Any], start: str) -> Iterator[str]:
    """The addresses of pages that take no argument, in the active language."""
    for pattern in patterns:
        address = start + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _fixed_addresses(pattern.url_patterns, address)
        elif not pattern.pattern.regex.groupindex:
            yield address
