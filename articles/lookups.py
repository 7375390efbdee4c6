"""Rows that a run meets again and again, asked of the database once."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model

from articles import remembering
from articles.models import Contributor, ProposalKind, Source
from articles.remembering import Words
from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation

_Named = TypeVar("_Named", Source, Contributor)
LINKED: dict[str, tuple[type[Model], str]] = {
    ProposalKind.COUNTRY: (Country, "code"),
    ProposalKind.ORGANISATION: (Organisation, "key"),
    ProposalKind.OFFICIAL: (Official, "key"),
    ProposalKind.MEETING: (Meeting, "key"),
}


class Lookups:
    """Sources and contributors by name, registry entries by kind and key; those that are new are made by name.

    What a transaction makes is kept once it is committed, so nothing is kept that a failure took back. A row that
    somebody deletes meanwhile makes the next link to it fail with IntegrityError: `forget`, and do it again.

    `rejected` is all that the desk has rejected, where a run reads it once; without it each text's words are asked.
    """

    def __init__(self, *, rejected: frozenset[Words] | None = None) -> None:
        self._rejected = rejected
        self._sources: dict[str, Source] = {}
        self._contributors: dict[str, Contributor] = {}
        self._entries: dict[tuple[str, str], Any] = {}

    def forget(self) -> None:
        """Ask the database again from here on."""
        self._sources.clear()
        self._contributors.clear()
        self._entries.clear()

    def rejected(self, drafts: Iterable[dict[str, Any]]) -> frozenset[Words]:
        """What the desk has rejected, the words of these possible proposals at least."""
        return remembering.ignored(drafts) if self._rejected is None else self._rejected

    def source(self, name: str) -> Source:
        """The source of that name, made when it is new."""
        return self._named(name, self._sources, Source.named)

    def contributors(self, names: Iterable[str]) -> dict[str, Contributor]:
        """The contributors by their names, made when they are new.

        They are made in one order, so that imports at the same time never wait for each other in a circle.
        """
        in_order = sorted(set(names), key=fold)
        return {name: self._named(name, self._contributors, Contributor.named) for name in in_order}

    def entries(self, kind: str, keys: Iterable[str]) -> dict[str, Any]:
        """The registry's entries of that kind by key; what it lacks is not among them."""
        wanted = {key for key in keys if key}
        unknown = {key for key in wanted if (kind, key) not in self._entries}
        if unknown:
            model, field = LINKED[kind]
            for entry in model._default_manager.filter(**{f"{field}__in": unknown}):
                self._entries[kind, getattr(entry, field)] = entry
        return {key: self._entries[kind, key] for key in wanted if (kind, key) in self._entries}

    @staticmethod
    def _named(name: str, held: dict[str, _Named], find: Callable[[str], _Named]) -> _Named:
        if name in held:
            return held[name]
        row = find(name)
        transaction.on_commit(lambda: held.setdefault(name, row))
        return row
