"""Two people who change one row at once: the second is told what the first changed, and no word is lost.

The form carries a mark of each value that its page showed (`_seen`). When it comes back the marks are compared, on
the locked row, with what is held now. What the other one changed and this one left alone is taken over into the form;
what both changed stays as this one wrote it, with the other's value told; nothing is saved before it is sent again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

SEEN = "_seen"
_OWN = ""  # among the marks, the form of the row itself; a row within it is called "tenures:12"


@dataclass(slots=True)
class Met:
    """What came of comparing: sentences about what the other changed, and the form as it goes back."""

    told: list[str] = field(default_factory=list)
    data: QueryDict = field(default_factory=QueryDict)


class GuardedAdmin(admin.ModelAdmin):
    """Compares before it saves. A form without marks, which is none of our pages', is saved as it comes."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST" or object_id is None or SEEN not in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            told = self._meet(request, object_id)
            response = super().changeform_view(request, object_id, form_url, extra_context)
        if told:
            response.status_code = 409
        return response

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        told: list[str] = getattr(request, "_changed_meanwhile", [])
        if not told:
            return form

        class Changed(form):  # type: ignore[misc,valid-type]  # made at run time, as the admin's own are
            def full_clean(self) -> None:
                super().full_clean()
                if self.is_bound:
                    self.add_error(None, [ValidationError(sentence, "changed") for sentence in told])

        return Changed

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context.get("original")
        if row is not None and self.has_change_permission(request, row):
            context["desk_seen"] = request.POST.get(SEEN) or self._marks_of_page(context)
        return super().render_change_form(request, context, *args, **kwargs)

    def _marks_of_page(self, context: dict[str, Any]) -> str:
        formsets = [shown.formset for shown in context["inline_admin_formsets"] if shown.has_change_permission]
        return json.dumps(_marks(context["adminform"].form, formsets))

    def _meet(self, request: HttpRequest, object_id: str) -> list[str]:
        """Compare what the form was made of with what is held now; where they differ, the form sent is mended."""
        row = self.get_object(request, unquote(object_id))
        seen = _read(request.POST[SEEN])
        if row is None or seen is None or not self.has_change_permission(request, row):
            return []
        self.model._base_manager.select_for_update().get(pk=row.pk)
        row = self.model._default_manager.get(pk=row.pk)  # as it is now that nobody else can change it
        form, formsets = self._forms_of(request, row)
        now = _marks(form, formsets)
        if seen == now:
            return []
        met = _met(request.POST, seen, now, form, formsets)
        if not met.told:
            return []
        met.told.insert(0, _who(row))
        met.data[SEEN] = json.dumps(now)
        request.POST = met.data  # type: ignore[assignment]
        request._changed_meanwhile = met.told  # type: ignore[attr-defined]
        return met.told

    def _forms_of(self, request: HttpRequest, row: Any) -> tuple[forms.ModelForm, list[Any]]:
        """The forms as the page would show them now, without what was sent."""
        form = self.get_form(request, row, change=True, fields=_fields(self, request, row))(instance=row)
        formsets, used = [], dict[str, int]()
        for made, inline in self.get_formsets_with_inlines(request, row):
            prefix = made.get_default_prefix()
            used[prefix] = used.get(prefix, 0) + 1
            if used[prefix] > 1:
                prefix = f"{prefix}-{used[prefix]}"
            if inline.has_change_permission(request, row):
                formsets.append(made(instance=row, prefix=prefix, queryset=inline.get_queryset(request)))
        return form, formsets


def _fields(model_admin: admin.ModelAdmin, request: HttpRequest, row: Model) -> list[Any]:
    return admin.utils.flatten_fieldsets(model_admin.get_fieldsets(request, row))


def _who(row: Model) -> str:
    """Who changed the row last, as its history tells."""
    kind = ContentType.objects.get_for_model(row)
    last = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).select_related("user").first()
    if last is None:
        return _("It was changed while you wrote. Nothing of yours is lost: look at what follows and save again.")
    said = _("%(who)s changed it while you wrote. Nothing of yours is lost: look at what follows and save again.")
    return said % {"who": last.user.get_full_name() or last.user.get_username()}


def _marks(form: forms.ModelForm, formsets: Iterable[Any]) -> dict[str, dict[str, str]]:
    """A mark of every value that the forms show, by row and field."""
    return {name: {bound.name: _mark(_held(bound)) for bound in each} for name, each in _forms_by_name(form, formsets)}


def _forms_by_name(form: forms.ModelForm, formsets: Iterable[Any]) -> Iterator[tuple[str, forms.ModelForm]]:
    yield _OWN, form
    for formset in formsets:
        for each in formset.initial_forms:
            yield f"{formset.prefix}:{each.instance.pk}", each


def _met(
    sent: QueryDict, seen: Mapping[str, Mapping[str, str]], now: Mapping[str, Any], form: Any, formsets: list[Any]
) -> Met:
    met = Met(data=sent.copy())
    _mend(met, sent, form.prefix or "", form, seen.get(_OWN, {}), now[_OWN], "")
    for formset in formsets:
        _mend_rows(met, sent, formset, seen, now)
    return met


def _mend(
    met: Met,
    sent: QueryDict,
    prefix: str,
    form: Any,
    seen: Mapping[str, str],
    now: Mapping[str, str],
    called: str,
    to_prefix: str | None = None,
) -> None:
    """Put into the form, field by field, what the other one changed and this one did not; tell both."""
    for bound in form:
        if bound.name not in seen or bound.name == "id":
            continue
        name = f"{prefix}-{bound.name}" if prefix else bound.name
        to_name = f"{to_prefix}-{bound.name}" if to_prefix else name
        mine, theirs = _sent(bound, sent, name), _held(bound)
        if seen[bound.name] == now[bound.name] or mine == theirs:
            continue
        said = {"field": f"{called}{bound.label}", "value": _shown(bound, theirs)}
        if _mark(mine) == seen[bound.name]:
            met.data.setlist(to_name, theirs)
            met.told.append(_("%(field)s is “%(value)s” now: it stands in your form.") % said)
        else:
            met.told.append(_("%(field)s is “%(value)s” now: what you wrote instead stands in your form.") % said)


def _mend_rows(met: Met, sent: QueryDict, formset: Any, seen: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Write the rows anew: those that are there now, with what this one wrote in them, then this one's new ones."""
    prefix = formset.prefix
    total = sent.get(f"{prefix}-TOTAL_FORMS", "0")
    numbers = range(min(int(total), 1000)) if total.isdecimal() else range(0)
    mine = {sent.get(f"{prefix}-{number}-id", "") or f"new {number}": number for number in numbers}
    for name in [name for name in met.data if name.startswith(f"{prefix}-") and name.split("-")[-2].isdecimal()]:
        del met.data[name]
    at = 0
    for each in formset.initial_forms:
        key, to = str(each.instance.pk), f"{prefix}-{at}"
        row = f"{prefix}:{key}"
        number = mine.pop(key, None)
        if number is not None:
            _copy(met.data, sent, f"{prefix}-{number}", to)
            _mend(met, sent, f"{prefix}-{number}", each, seen.get(row, {}), now[row], f"{each.instance}: ", to)
        else:
            for bound in each:
                met.data.setlist(f"{to}-{bound.name}", _held(bound))
            if row not in seen:
                met.told.append(_("New: %(row)s.") % {"row": each.instance})
        at += 1
    met.data[f"{prefix}-INITIAL_FORMS"] = str(at)
    for key, number in mine.items():
        gone = not key.startswith("new ")
        shown = seen.get(f"{prefix}:{key}", {})
        changed = not gone or _wrote_in(sent, f"{prefix}-{number}", formset.empty_form, shown)
        if gone and changed:
            met.told.append(_("A row that you changed was deleted: yours stands in the form as a new one."))
        elif gone:
            met.told.append(_("A row was deleted: number %(key)s.") % {"key": key})
        if changed:
            _copy(met.data, sent, f"{prefix}-{number}", f"{prefix}-{at}")
            if gone:
                met.data[f"{prefix}-{at}-id"] = ""
            at += 1
    met.data[f"{prefix}-TOTAL_FORMS"] = str(at)


def _wrote_in(sent: QueryDict, prefix: str, form: Any, seen: Mapping[str, str]) -> bool:
    """Whether what was sent of that row is another thing than its page had shown."""
    return any(
        _mark(_sent(bound, sent, f"{prefix}-{bound.name}")) != seen[bound.name]
        for bound in form
        if bound.name in seen and bound.name != "id"
    )


def _copy(data: QueryDict, sent: QueryDict, old: str, new: str) -> None:
    for name in sent:
        if name.startswith(f"{old}-"):
            data.setlist(f"{new}-{name.removeprefix(f'{old}-')}", sent.getlist(name))


def _read(text: str) -> dict[str, dict[str, str]] | None:
    """The marks that a form carried; None for anything else."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    fits = isinstance(found, dict) and all(isinstance(marks, dict) for marks in found.values())
    return found if fits else None


def _mark(values: list[str]) -> str:
    return hashlib.sha256("\0".join(values).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _held(bound: Any) -> list[str]:
    """The values of the field as a form would send them."""
    value = bound.value()
    if isinstance(value, date | time):
        value = bound.field.widget.format_value(value)
    return _plain(value)


def _sent(bound: Any, sent: QueryDict, name: str) -> list[str]:
    return _plain(bound.field.widget.value_from_datadict(sent, {}, name))


def _plain(value: Any) -> list[str]:
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    if isinstance(value, list | tuple | set):
        return sorted(text for each in value for text in _plain(each))
    text = str(getattr(value, "pk", value)).replace("\r\n", "\n").strip()
    return [text] if text else []


def _shown(bound: Any, values: list[str]) -> str:
    """The values in words: what is chosen by its name."""
    choices = getattr(bound.field, "queryset", None)
    if choices is not None:
        keys = [value for value in values if value.isdecimal()]
        return ", ".join(str(row) for row in choices.filter(pk__in=keys)) or "–"
    names = dict(getattr(bound.field, "choices", ()))
    return ", ".join(str(names.get(value, value)) for value in values).replace("\n", ", ")[:300] or "–"
