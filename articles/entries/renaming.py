"""An entry is called otherwise: the old name stays a name that texts mean it by, the old address leads to the new."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import journal, publishing
from articles.entries.kinds import EntryKind, add_names, keep_former, kind_of, locked, note, require
from articles.entries.steps import Steps
from articles.models import EntryChange, EntryChangeKind, FormerTheme, Theme
from articles.models.entries import FormerName
from articles.slugs import ascii_slug, free_slug
from partners.addresses import is_reserved
from partners.dates import PartialDate
from partners.folding import fold
from partners.models import RegistryRow, RemovedName


@transaction.atomic
def rename(
    entry: Model,
    names: Mapping[str, str],
    *,
    by: User,
    until: PartialDate | None = None,
    new_address: bool = True,
    reason: str = "",
) -> EntryChange:
    """Give the entry these names, by field. It was called as before until that date, as known.

    With `new_address` the address follows the name. Raises PermissionDenied; Refused where nothing changes, where a
    name is missing, or where another entry has it: then the two may be one.
    """
    kind = kind_of(entry)
    require(by, kind)
    (held,) = locked(kind, entry.pk)
    wanted = {name: " ".join(names.get(name, getattr(held, name)).split()) for name in kind.names}
    if all(getattr(held, name) == text for name, text in wanted.items()):
        raise publishing.Refused(_("That is what it is called already."))
    before, old, steps = journal.values(held), kind.called(held), Steps()
    former = [getattr(held, name) for name in kind.names]
    for name, text in wanted.items():
        setattr(held, name, text)
    _settle_names(kind, held, former, steps)
    slug = held.slug
    if new_address:
        held.slug = _address_for(kind, held)
    try:
        with transaction.atomic():
            steps.delete(kind.former._base_manager.filter(entry=held.pk, slug=held.slug))
            if isinstance(held, Theme):
                steps.delete(FormerTheme.objects.filter(folded=fold(held.name)[:100]))
            _validate(held)
            steps.save(held)
            if slug != held.slug or fold(old) != fold(kind.called(held)):
                keep_former(kind, held, old, steps, until=until, slug=slug if slug != held.slug else None)
    except IntegrityError as error:
        raise publishing.Refused(_("Another entry is called so: merge the two if they are one.")) from error
    change = EntryChange.objects.create(
        kind=EntryChangeKind.RENAME,
        model=kind.word,
        entry=held.pk,
        entry_name=kind.called(held)[:300],
        other_name=old[:300],
        counts={},
        steps=steps.kept,
        reason=reason.strip(),
        done_by=by,
    )
    was, now = journal.difference(before, journal.values(held))
    note(change, by=by, entry=held, before=was, after=now)
    return change


@transaction.atomic
def revoke(former: FormerName, *, by: User) -> None:
    """Let a former address lead nowhere."""
    _lead(former, by=by, revoked=True)


@transaction.atomic
def lead_again(former: FormerName, *, by: User) -> None:
    """Let a revoked address lead to its entry again."""
    _lead(former, by=by, revoked=False)


def _lead(former: FormerName, *, by: User, revoked: bool) -> None:
    entry: Any = former.entry  # type: ignore[attr-defined]  # of every kind
    require(by, kind_of(entry))
    held = type(former)._default_manager.select_for_update().get(pk=former.pk)
    if held.slug is None or (held.revoked_at is not None) is revoked:
        return
    held.revoked_at = timezone.now() if revoked else None
    held.save(update_fields=["revoked_at"])
    said = (
        _("The address “%(slug)s” no longer leads here") if revoked else _("The address “%(slug)s” leads here again")
    )
    journal.note(by, entry, "revoke_address", after={"leads_here": not revoked}, summary=said % {"slug": held.slug})


def _settle_names(kind: EntryKind, entry: Any, former: list[str], steps: Steps) -> None:
    """The former names become other names; what is a name of its own now is no other name any more."""
    if not kind.others:
        return
    own = {fold(getattr(entry, name)) for name in kind.names}
    setattr(entry, kind.others, tuple(name for name in kind.other_names(entry) if fold(name) not in own))
    added = add_names(kind, entry, [name for name in former if name])
    folded = [fold(name) for name in (*added, *(getattr(entry, name) for name in kind.names))]
    steps.delete(RemovedName.objects.filter(table=entry.TABLE, key=entry.key, folded__in=folded))


def _address_for(kind: EntryKind, entry: Any) -> str:
    """The address that a new entry of that name would get; its own, or one that it had, where the name gives that."""
    if isinstance(entry, RegistryRow):
        wanted, longest = ascii_slug(entry.words_for_slug(), fallback=kind.word)[:90], 90
    else:
        wanted, longest = ascii_slug(entry.name, fallback=kind.word), 90
    living = kind.model._default_manager.exclude(pk=entry.pk)
    former = kind.former._base_manager.exclude(entry=entry.pk)

    def taken(slug: str) -> bool:
        return is_reserved(kind.page, slug) or living.filter(slug=slug).exists() or former.filter(slug=slug).exists()

    return free_slug(wanted[:longest], taken)


def _validate(entry: Any) -> None:
    """Raise Refused where a name is missing or too long, or is another entry's."""
    if isinstance(entry, Theme):
        entry.folded = fold(entry.name)[:100]
    try:
        entry.clean_fields(exclude={"source", "loaded"})
        entry.validate_unique()
        entry.validate_constraints()
    except ValidationError as error:
        said = " ".join(error.messages)
        if any(each.code in {"unique", "unique_together"} for each in _errors(error)):
            said = _("Another entry is called so: merge the two if they are one.")
        raise publishing.Refused(said) from error


def _errors(error: ValidationError) -> list[ValidationError]:
    if hasattr(error, "error_dict"):
        return [each for several in error.error_dict.values() for each in several]
    return list(error.error_list)
