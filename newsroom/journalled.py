"""What the desk's stock pages save and delete is written into the journal, whatever the model."""

import json
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles import journal
from articles.models import Article, Byline, PlacedPicture

# The revisions keep these, and note them.
_NOTED_ELSEWHERE = (Article, Byline, PlacedPicture)


class JournalledAdmin(admin.ModelAdmin):
    """Every page of the desk is one: additions, changes and deletions, rows within rows too, with before and after."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One transaction for deletions and changes in the list: what is not noted does not happen."""
        if request.method != "POST" or not (
            "_save" in request.POST or request.POST.get("action") == "delete_selected"
        ):
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            return super().changelist_view(request, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and not isinstance(obj, _NOTED_ELSEWHERE):
            before = type(obj)._base_manager.filter(pk=obj.pk).first()
            self._before(request)[obj.pk] = journal.values(before) if before is not None else {}
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Rows that hang on another are things of their own in the journal."""
        model = formset.model
        if issubclass(model, _NOTED_ELSEWHERE):
            super().save_formset(request, form, formset, change)
            return
        touched = [row.instance.pk for row in formset.initial_forms if row.has_changed()]
        rows = {row.pk: row for row in model._base_manager.filter(pk__in=touched)}
        before = {key: journal.values(row) for key, row in rows.items()}
        super().save_formset(request, form, formset, change)
        by: Any = request.user
        for row in formset.new_objects:
            journal.note(by, row, "add", after=journal.values(row))
        for row, _fields in formset.changed_objects:
            was, now = journal.difference(before.get(row.pk, {}), journal.values(row))
            journal.note(by, row, "change", before=was, after=now)
        gone = set(before) - set(model._base_manager.filter(pk__in=before).values_list("pk", flat=True))
        for key in sorted(gone):
            journal.note(by, rows[key], "delete", before=before[key])

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        if not isinstance(obj, _NOTED_ELSEWHERE):
            by: Any = request.user
            journal.note(by, obj, "add", after=journal.values(obj))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        if not isinstance(obj, _NOTED_ELSEWHERE):
            by: Any = request.user
            held = self._before(request).pop(obj.pk, None)
            if held is None:  # a page of its own, such as the one that sets another's password
                journal.note(by, obj, "change", summary=_words_of(message))
            else:
                was, now = journal.difference(held, journal.values(type(obj)._base_manager.get(pk=obj.pk)))
                if was or now:
                    journal.note(by, obj, "change", before=was, after=now)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet) -> Any:
        by: Any = request.user
        for row in queryset:
            journal.note(by, row, "delete", before=journal.values(row))
        return super().log_deletions(request, queryset)

    @staticmethod
    def _before(request: HttpRequest) -> dict[Any, dict[str, Any]]:
        """What the rows that this request saves held before, by primary key."""
        held: dict[Any, dict[str, Any]] | None = getattr(request, "_journal_before", None)
        if held is None:
            held = {}
            request._journal_before = held  # type: ignore[attr-defined]
        return held


def journalled(model_admin: type[admin.ModelAdmin]) -> type[admin.ModelAdmin]:
    """The same admin, writing into the journal."""
    if issubclass(model_admin, JournalledAdmin):
        return model_admin
    return type(model_admin.__name__, (JournalledAdmin, model_admin), {"__module__": model_admin.__module__})


def _words_of(message: Any) -> str:
    return message if isinstance(message, str) else json.dumps(message, ensure_ascii=False, default=str)
