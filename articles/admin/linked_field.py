"""The choice of entries that an article is linked to, which outlives what becomes of them while somebody writes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from articles import following
from articles.admin.acting import key_in
from articles.models import EntryChange, EntryChangeKind


class LinkedField(forms.ModelMultipleChoiceField):
    """Entries of the registry. One that was merged since the page was opened is taken as the one that stands for it;
    one that was deleted is left out. `told` says so, a sentence for each.
    """

    told: tuple[str, ...] = ()

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What a form that is shown again offers: it can offer nothing that is not there any more."""
        if not data:
            return data
        led = following.stays(self.queryset.model, {key_in(str(each)) for each in data})  # type: ignore[union-attr]
        return list(dict.fromkeys(str(led.get(key_in(str(each)), each)) for each in data))

    def _check_values(self, value: Any) -> QuerySet:
        try:
            return super()._check_values(value)  # type: ignore[misc]
        except ValidationError:
            keys = {key_in(str(each)) for each in value}
            if 0 in keys:
                raise  # no page of ours sends that
            model: type[Model] = self.queryset.model  # type: ignore[union-attr]
            there = set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
            led = following.stays(model, keys - there)
            self.told = tuple(_what_became_of(model, key, key in led) for key in sorted(keys - there))
            return super()._check_values(sorted(there | set(led.values())))  # type: ignore[misc]


def _what_became_of(model: type[Model], key: int, stands: bool) -> str:
    """A sentence about an entry that is not there any more, and about the link to it."""
    if not stands:
        return _("An entry that you had chosen was deleted meanwhile: the article is not linked to it.")
    change = EntryChange.objects.standing().get(
        kind=EntryChangeKind.MERGE, model=str(model._meta.model_name), other=key
    )
    return _("%(change)s meanwhile: the article is linked to the one that stays.") % {"change": change}
