"""Model and form fields of the registry: dates as known, and lists of names written one per line."""

import contextlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import BuiltinLookup
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from partners.dates import PartialDate

# What the database itself accepts; the calendar's other rules are PartialDate's.
DATE_FORM = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z"


class PartialDateFormField(forms.CharField):
    """A date as known: 2024, 2024-10 or 2024-10-17. Cleans to a PartialDate, or None when empty."""

    default_error_messages = {
        "invalid": _("“%(value)s” is no date. Write a year, a month or a day as 2024, 2024-10 or 2024-10-17."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("placeholder", "2024-10-17")
        self.widget.attrs.setdefault("inputmode", "numeric")

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        text = super().to_python(value)
        try:
            return PartialDate.parse(text) if text else None
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], "invalid", params={"value": text}) from None

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], "required")

    def run_validators(self, value: Any) -> None:
        """The text's length is checked where it is read; a PartialDate has none."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (str(initial) if initial else "") != (data or "").strip()


class _AsKnown(DeferredAttribute):
    """Makes "2024-10" a PartialDate when it is assigned; what is no date stays for validation to refuse."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                value = PartialDate.parse(value) if value else None
        instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):
    """A date known to the year, month or day, kept as the text that says so; PartialDate in Python, None when unknown.

    `order_by` sorts a year before its months and a month before its days. Two lookups compare with a day:
    `since__may_be_by=day` (can it lie on or before that day?) and `until__may_be_from=day` (on or after it?).
    """

    description = _("Date as known")
    descriptor_class = _AsKnown
    _pyi_private_get_type: PartialDate | None  # type: ignore[assignment]
    _pyi_private_set_type: PartialDate | str | None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *_context: Any) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        try:
            return PartialDate.parse(str(value))
        except ValueError as error:
            raise ValidationError(str(error), "invalid") from error

    def get_prep_value(self, value: Any) -> Any:
        if hasattr(value, "resolve_expression"):
            return value
        value = self.to_python(value)
        return None if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def run_validators(self, value: Any) -> None:
        """PartialDate has refused everything that is no date."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PartialDateFormField, "empty_value": None, **kwargs})


@PartialDateField.register_lookup
class MayBeBy(BuiltinLookup):
    """Its earliest day lies on or before the latest day of the other date."""

    lookup_name = "may_be_by"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        mine, mine_params = self.process_lhs(compiler, connection)
        day, day_params = self.process_rhs(compiler, connection)
        # 2024 <= 2024-10-17, as 2024 <= "2024"; cut to the shorter one, both compare as text
        sql = f"substr({mine}, 1, length({day})) <= substr({day}, 1, length({mine}))"
        return sql, (*mine_params, *day_params, *day_params, *mine_params)


@PartialDateField.register_lookup
class MayBeFrom(BuiltinLookup):
    """Its latest day lies on or after the earliest day of the other date."""

    lookup_name = "may_be_from"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        mine, mine_params = self.process_lhs(compiler, connection)
        day, day_params = self.process_rhs(compiler, connection)
        sql = f"substr({mine}, 1, length({day})) >= substr({day}, 1, length({mine}))"
        return sql, (*mine_params, *day_params, *day_params, *mine_params)


class LinesFormField(forms.CharField):
    """Several names, one per line. Cleans to a tuple without blanks and repeats."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 40})

    def to_python(self, value: Any) -> Any:
        return lines(super().to_python(value))

    def run_validators(self, value: Any) -> None:
        """Each line is free text."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return lines(initial) != lines(data)


def lines(value: Any) -> tuple[str, ...]:
    """The lines of a text, or the items of a list, trimmed; blanks and repeats are dropped."""
    items = value.splitlines() if isinstance(value, str) else value or ()
    return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


class LinesField(models.TextField):
    """A list of names, kept one per line so that the database can search it; a tuple of strings in Python."""

    description = _("Names, one per line")
    _pyi_private_get_type: tuple[str, ...]  # type: ignore[assignment]
    _pyi_private_set_type: Iterable[str]  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", ())
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_context: Any) -> tuple[str, ...]:
        return lines(value)

    def to_python(self, value: Any) -> Any:
        return lines(value)

    def get_prep_value(self, value: Any) -> Any:
        if hasattr(value, "resolve_expression"):
            return value
        return "\n".join(lines(value))

    def value_to_string(self, obj: models.Model) -> str:
        return "\n".join(lines(self.value_from_object(obj)))

    def formfield(self, **kwargs: Any) -> Any:
        # a TextField would put its own widget in
        kwargs.setdefault("widget", LinesFormField.widget)
        return super().formfield(**{"form_class": LinesFormField, **kwargs})
