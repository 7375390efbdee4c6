"""What every row of the registry has: a stable key, a source, and what the tables last said of it."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

from django.conf import settings
from django.db import models
from django.db.models import CharField, CheckConstraint, F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partners.addresses import is_reserved
from partners.coverage import covered
from partners.dates import PartialDate
from partners.fields import DATE_FORM
from partners.folding import ascii_slug, fold
from partners.rows import REFERENCES, facts_of


class RegistryQuerySet(models.QuerySet):
    def matching(self, text: str) -> Self:
        """Rows with every word of the text in one of their names; accents and case do not count."""
        for word in fold(text).split():
            self = self.filter(folded__contains=word)
        return self

    def beginning_with(self, text: str) -> Self:
        """Rows of which each word of the text begins a word of one of their names: "Oman" is not in "Romania"."""
        for word in fold(text).split():
            self = self.filter(Q(folded__startswith=word) | Q(folded__contains=f" {word}"))
        return self

    def from_the_tables(self) -> Self:
        return self.filter(loaded__isnull=False)

    def with_references(self) -> Self:
        """With the rows that each refers to, for `as_row` and `differences` without further queries."""
        references = REFERENCES.get(self.model.TABLE, {})  # type: ignore[attr-defined]
        single = [name for name in references if not self.model._meta.get_field(name).many_to_many]
        several = [name for name in references if name not in single]
        return self.select_related(*single).prefetch_related(*several)


class RegistryRow(models.Model):
    """One fact of the public record. `key` never changes: tables, imports and archives refer to it."""

    key = models.CharField(_("key"), max_length=100, unique=True, editable=False)
    source = models.TextField(_("source"), blank=True, help_text=_("Where this is on public record."))
    loaded = models.JSONField(_("values last loaded"), null=True, blank=True, editable=False)
    folded = models.TextField(_("searched text"), blank=True, editable=False)

    objects: ClassVar = RegistryQuerySet.as_manager()

    # Which of its own fields hold what people search for, and from what its key and address are made.
    SEARCHED: ClassVar[tuple[str, ...]] = ()
    # Rows that change together with this one: whoever changes them compares them, as `clean` sees only what is saved.
    judged_with: Collection[int] = ()
    TABLE: ClassVar[str]
    ROW: ClassVar[type[Any]]

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        self.prepare()
        if update_fields is not None:
            update_fields = {*update_fields, "folded"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def prepare(self, taken: set[str] | None = None) -> None:
        """Give a new row its key and address, and keep the searched text in step with the names.

        `taken` holds the addresses in use, and gets the row's own; without it the database is asked.
        """
        names = {field.name for field in self._meta.concrete_fields}
        if "key" in names and not self.key:
            self.key = self._free("key", self.words_for_key())
        if "slug" in names and not getattr(self, "slug", ""):
            setattr(self, "slug", self._free("slug", self.words_for_slug(), taken))  # noqa: B010
        self.folded = fold("\n".join(self.searched_texts()))

    @classmethod
    def prepare_all(cls, rows: Iterable[Self]) -> None:
        """Prepare many new rows, which have their keys, with one query."""
        has_slug = any(field.name == "slug" for field in cls._meta.concrete_fields)
        rows_there: models.QuerySet[Any] = cls._default_manager.all()
        taken = set(rows_there.values_list("slug", flat=True)) | former_slugs(cls) if has_slug else set()
        for row in rows:
            row.prepare(taken)

    def as_row(self) -> Any:
        """The row as its table would hold it: other rows by their keys, line 0."""
        values = {f.name: getattr(self, f.name) for f in fields(self.ROW) if f.name != "line"}
        hints = _hints(self.ROW)  # type: ignore[arg-type]  # a class is hashable
        return self.ROW(line=0, **{name: _table_value(value, hints[name]) for name, value in values.items()})

    def differences(self) -> dict[str, tuple[Any, Any]]:
        """By field, what the row says and what its table last said, where an editor has changed it."""
        ours = facts_of(self.as_row())
        return {name: (ours[name], value) for name, value in (self.loaded or {}).items() if ours.get(name) != value}

    def words_for_key(self) -> str:
        """The words that the key of an editor's own row is made of."""
        raise NotImplementedError

    def words_for_slug(self) -> str:
        """The words that the row's address is made of."""
        return str(self)

    def searched_texts(self) -> Iterable[str]:
        for name in self.SEARCHED:
            value = getattr(self, name)
            yield from (value,) if isinstance(value, str) else value

    def _free(self, field: str, words: str, taken: set[str] | None = None) -> str:
        """The words as they stand in an address, cut to the field and counted up where another row has them."""
        wanted = (ascii_slug(words) or self._meta.model_name or "")[:90]
        if taken is None:
            others = type(self).objects.exclude(pk=self.pk).filter(**{f"{field}__startswith": wanted})
            taken = set(others.values_list(field, flat=True))
            if field == "slug":
                taken |= former_slugs(type(self), starting=wanted, of_others_than=self.pk)
        free, count = wanted, 1
        while free in taken or (field == "slug" and is_reserved(f"partners:{self._meta.model_name}", free)):
            count += 1
            free = f"{wanted}-{count}"
        taken.add(free)
        return free


def former_slugs(model: type[models.Model], *, starting: str = "", of_others_than: int | None = None) -> set[str]:
    """The addresses that rows of the model had before, and that no other row gets."""
    former: Any = model._meta.get_field("former_names").related_model
    rows = former._default_manager.order_by().filter(slug__startswith=starting)
    if of_others_than is not None:
        rows = rows.exclude(entry=of_others_than)
    return set(rows.values_list("slug", flat=True))


_hints = cache(get_type_hints)


def _table_value(value: Any, hint: Any) -> Any:
    """The value as a table's row holds it, in a field of that type."""
    if isinstance(value, models.Model):
        return value.key  # type: ignore[attr-defined]
    if isinstance(value, models.Manager):
        return tuple(row.key for row in value.all())
    for word in getattr(hint, "__args__", (hint,)):
        if isinstance(word, type) and issubclass(word, StrEnum):
            return word(value) if value else None
    return "" if value is None and hint is str else value


class FoundInTextsQuerySet(RegistryQuerySet):
    def public(self) -> Self:
        """What readers may see: confirmed rows, and those that a public edition or a public quote names."""
        quotes: Any = self.model._meta.get_field("quotes")
        quoted = quotes.related_model.objects.public().order_by().values(quotes.remote_field.name)
        named = covered(self.model._default_manager.all()).values("pk")
        return self.filter(Q(confirmed=True) | Q(pk__in=named) | Q(pk__in=quoted))


class FoundInTexts(models.Model):
    """A row that accepting a proposal may make: until somebody confirms it, it is known to the desk only."""

    confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Without it, readers see the entry only once a public article names it."),
    )

    class Meta:
        abstract = True


class RemovedRow(models.Model):
    """A row of the tables that an editor deleted: loading the tables again does not bring it back."""

    table = models.CharField(_("table"), max_length=40)
    key = models.CharField(_("key"), max_length=100)
    name = models.CharField(_("name"), max_length=400, blank=True)
    removed_at = models.DateTimeField(_("removed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("removed row")
        verbose_name_plural = _("removed rows")
        ordering = ["table", "key"]
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="removed_row_once")]

    def __str__(self) -> str:
        return f"{self.table}: {self.name or self.key}"


class RemovedName(models.Model):
    """A name that an editor took off an entry: loading the tables again does not bring it back.

    `places` says where it stood, for `partners.naming.restore_name`: under "ours" in the entry's fields, under
    "table" in the values last loaded; by field, lists of place and text.
    """

    table = models.CharField(_("table"), max_length=40)
    key = models.CharField(_("key"), max_length=100)
    name = models.CharField(_("name"), max_length=400)
    folded = models.CharField(_("folded name"), max_length=400, editable=False)
    places = models.JSONField(_("where it stood"), default=dict)
    removed_at = models.DateTimeField(_("removed at"), auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("removed by"), null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("removed name")
        verbose_name_plural = _("removed names")
        ordering = ["-removed_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["table", "key", "folded"], name="removed_name_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)


def is_english() -> bool:
    """Whether the active language is English; French otherwise."""
    return (get_language() or "").startswith("en")


def in_language(french: str, english: str) -> str:
    """The form of the active language, else the other one."""
    return (english or french) if is_english() else (french or english)


def dates_are_known(*dates: object) -> bool:
    """Whether each is a date or empty: not so while a form still holds what could not be read."""
    return all(date is None or isinstance(date, PartialDate) for date in dates)


def known(date_field: str) -> Coalesce:
    """The date's text, with one value for "unknown", so that two unknown dates count as the same."""
    return Coalesce(F(date_field), Value(""), output_field=CharField())


def date_constraints(model: str, first: str, last: str) -> list[models.BaseConstraint]:
    """Both dates are written as dates are, and the last can lie on or after the first."""
    return [
        *(
            CheckConstraint(
                condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__regex": DATE_FORM}),
                name=f"{model}_{name}_is_a_date",
                violation_error_message=_("Write a date as 2024, 2024-10 or 2024-10-17."),
            )
            for name in (first, last)
        ),
        CheckConstraint(
            condition=Q(**{f"{first}__isnull": True})
            | Q(**{f"{last}__isnull": True})
            | Q(**{f"{last}__may_be_from": F(first)}),
            name=f"{model}_dates_in_order",
            violation_error_message=_("The last date lies before the first."),
        ),
    ]
