"""Two entries that are one: everything of the one goes to the other, and its address leads there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ForeignKey, Model, Q, QuerySet
from django.utils.translation import gettext as _

from articles import journal, publishing, search
from articles.entries import tenures
from articles.entries.kinds import EntryKind, add_names, keep_former, kind_of, locked, note, require, why_gone
from articles.entries.speaking import Offices
from articles.entries.steps import Steps, is_link, references, users_of
from articles.models import Article, Edition, EntryChange, EntryChangeKind, Ignored, Proposal
from partners.folding import fold
from partners.models import Official, RegistryRow, RemovedName, RemovedRow, Tenure

KEPT, GONE = "kept", "gone"
_NOT_CHOSEN = {"source", "confirmed"}  # both sources are kept; confirmed is what one of them is


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose: by field, and by the key of a tenure of the one who goes, which stands afterwards."""

    fields: Mapping[str, str] = field(default_factory=dict)
    tenures: Mapping[int, str] = field(default_factory=dict)


def differing_fields(kept: Model, gone: Model) -> list[models.Field]:
    """The fields of which both say something else: somebody has to choose."""
    return [f for f in _own_fields(kept) if _said(kept, f) and _said(gone, f) and _said(kept, f) != _said(gone, f)]


@transaction.atomic
def merge(kept: Any, gone: Any, *, by: User, choices: Choices | None = None, reason: str = "") -> EntryChange:
    """Give everything of `gone` to `kept`: names, tenures, links of articles and editions, quotes, addresses.

    What is printed in editions stays. Where `choices` says nothing about a field, what `kept` says stands. Raises
    PermissionDenied; Refused where one of them is gone, is the other, or where they cannot be put together.
    """
    kind, choices = kind_of(kept), choices or Choices()
    require(by, kind)
    refuse_unmergeable(kind)
    if type(kept) is not type(gone) or kept.pk == gone.pk:
        raise publishing.Refused(_("Choose two different entries of one kind."))
    _lock_articles(kind, gone)
    kept, gone = locked(kind, kept.pk, gone.pk)
    before = {"kept": journal.values(kept), "gone": journal.values(gone)}
    steps, counts = Steps(), {"partners.tenure": gone.tenures.count() if isinstance(gone, Official) else 0}
    try:
        with transaction.atomic():
            offices = Offices(kept, gone) if isinstance(kept, Official) else None
            if isinstance(kept, Official) and isinstance(gone, Official):
                tenures.put_together(kept, gone, choices.tenures, steps)
            counts |= _lead_here(kind, kept, gone, steps)
            steps.delete(type(gone)._base_manager.filter(pk=gone.pk))
            if isinstance(kept, RegistryRow) and isinstance(gone, RegistryRow):
                _of_the_registry(kind, kept, gone, choices, steps)
            keep_former(kind, kept, kind.called(gone), steps, slug=gone.slug)
            if offices is not None:
                counts["offices"] = offices.find_again(steps, kept)
            search.hold_values(Edition.objects.filter(**{kind.links: kept.pk}))
    except IntegrityError as error:
        raise publishing.Refused(
            _("They cannot be merged: what both have contradicts itself (%s).") % error
        ) from error
    change = EntryChange.objects.create(
        kind=EntryChangeKind.MERGE,
        model=kind.word,
        entry=kept.pk,
        entry_name=kind.called(kept)[:300],
        other=gone.pk,
        other_name=kind.called(gone)[:300],
        counts={word: count for word, count in counts.items() if count},
        steps=steps.kept,
        reason=reason.strip(),
        done_by=by,
    )
    note(change, by=by, entry=kept, before=before, after={"kept": journal.values(kept)})
    return change


def refuse_unmergeable(kind: EntryKind) -> None:
    """Raise Refused for countries: each is a state by its code, and two states are not one."""
    if not kind.can_merge:
        raise publishing.Refused(
            _("Countries are not merged: each is a state by its ISO code. Rename the one that changed its name.")
        )


def refuse_gone(kind: EntryKind, key: int) -> None:
    """Raise Refused where no entry has that number, with what became of it."""
    if not kind.model._default_manager.filter(pk=key).exists():
        raise publishing.Refused(why_gone(kind, key))


def _lock_articles(kind: EntryKind, entry: Model) -> None:
    """The articles before the entry, as whoever accepts a proposal locks them."""
    linked = Article.objects.filter(Q(**{kind.links: entry.pk})).order_by().values("pk")
    list(Article.objects.select_for_update().filter(pk__in=linked).order_by("pk").values_list("pk"))


def _lead_here(kind: EntryKind, kept: Any, gone: Any, steps: Steps) -> dict[str, int]:
    """Lead whatever refers to the one that goes to the one that stays; how many rows, by model."""
    counts: dict[str, int] = {}
    for model, column in references(type(kept)):
        rows = model._base_manager.filter(**{column.attname: gone.pk})
        if model is Tenure and column.name == "official":
            continue
        doubled = 0  # said of both: once is enough
        for twice in _said_twice(model, column, rows, kept):
            if not is_link(model) and (used := next((row for row in twice if users_of(row)), None)) is not None:
                said = {"kind": model._meta.verbose_name, "row": used}
                raise publishing.Refused(
                    _("Both have the same %(kind)s, “%(row)s”: delete or rename one of them first.") % said
                )
            doubled += steps.delete(twice)
        counts[model._meta.label_lower] = doubled + steps.update(rows, **{column.attname: kept.pk})
    if isinstance(kept, RegistryRow):
        _rename_proposals(kind, kept, gone, steps)
        _follow_ignored(kind, kept, gone, steps)
    return counts


def _said_twice(model: type[Model], column: ForeignKey, rows: QuerySet, kept: Model) -> list[QuerySet]:
    """The rows which say of the one that goes what others say of the one that stays, where that is said only once."""
    found = []
    for unique in _unique_together(model):
        if column.name not in unique:
            continue
        alike = {name: models.OuterRef(name) for name in unique if name != column.name}
        theirs = model._base_manager.filter(**{column.attname: kept.pk}, **alike)
        twice = rows.filter(models.Exists(theirs))
        if twice.exists():
            found.append(model._base_manager.filter(pk__in=list(twice.values_list("pk", flat=True))))
    return found


def _unique_together(model: type[Model]) -> list[tuple[str, ...]]:
    constraints = [c.fields for c in model._meta.constraints if isinstance(c, models.UniqueConstraint) and c.fields]
    alone = [(f.name,) for f in model._meta.concrete_fields if f.unique and not f.primary_key]
    return [*map(tuple, model._meta.unique_together), *map(tuple, constraints), *alone]


def _rename_proposals(kind: EntryKind, kept: Any, gone: Any, steps: Steps) -> None:
    """Give proposals the key of the one that stays, but where the article has one of that key already."""
    mine = Proposal.objects.filter(kind=kind.word)
    there = mine.filter(article=models.OuterRef("article"), key=kept.key)
    old = mine.filter(key=gone.key, **{f"{kind.word}_id": kept.pk}).exclude(models.Exists(there))
    steps.update(old, key=kept.key)


def _follow_ignored(kind: EntryKind, kept: Any, gone: Any, steps: Steps) -> None:
    """What words do not mean the one that goes, they do not mean the one that stays; but for the names of both."""
    rows = Ignored.objects.filter(kind=kind.word)
    names = {fold(name) for entry in (kept, gone) for name in kind.all_names(entry)}
    steps.delete(rows.filter(target__in=[kept.key, gone.key], folded__in=names))
    same = rows.filter(target=kept.key, folded=models.OuterRef("folded"), rule=models.OuterRef("rule"))
    twice = list(rows.filter(models.Exists(same), target=gone.key).values_list("pk", flat=True))
    steps.delete(Ignored.objects.filter(pk__in=twice))
    steps.update(rows.filter(target=gone.key), target=kept.key)


def _of_the_registry(kind: EntryKind, kept: Any, gone: Any, choices: Choices, steps: Steps) -> None:
    """Names and facts; and that loading the tables does not bring the one back that went."""
    names = kind.all_names(gone)
    removed = RemovedName.objects.filter(table=kept.TABLE, key=kept.key, folded__in=[fold(name) for name in names])
    steps.delete(removed)
    add_names(kind, kept, names)
    for each in _own_fields(kept):
        chosen = choices.fields.get(each.name, KEPT)
        if _said(gone, each) and (not _said(kept, each) or chosen == GONE):
            setattr(kept, each.attname, getattr(gone, each.attname))
    if gone.source and gone.source not in kept.source:
        kept.source = "\n".join(filter(None, [kept.source, gone.source]))
    if hasattr(kept, "confirmed"):
        kept.confirmed = kept.confirmed or gone.confirmed
    try:
        kept.clean_fields()
        kept.validate_constraints()
    except ValidationError as error:
        raise publishing.Refused(" ".join(error.messages)) from error
    if gone.loaded is not None and not RemovedRow.objects.filter(table=gone.TABLE, key=gone.key).exists():
        steps.insert(RemovedRow(table=gone.TABLE, key=gone.key, name=kind.called(gone)))
    steps.save(kept)


def _own_fields(entry: Model) -> list[models.Field]:
    """The facts of an entry that are chosen one by one: neither its names nor its key and address."""
    kind = kind_of(entry)
    skipped = {*kind.names, kind.others, *_NOT_CHOSEN}
    return (
        [
            f
            for f in entry._meta.concrete_fields
            if f.editable and not f.primary_key and not f.unique and f.name not in skipped
        ]
        if isinstance(entry, RegistryRow)
        else []
    )


def _said(entry: Model, each: models.Field) -> Any:
    value = getattr(entry, each.attname)
    return value if value not in (None, "", ()) else None
