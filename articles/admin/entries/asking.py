"""What the pages about whole entries have in common: who may open them, and what stands on each."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse

from articles.admin.acting import allowed_media
from articles.entries import KINDS, EntryKind
from articles.entries.kinds import may, why_gone
from articles.models import EntryChange
from articles.publishing import Refused
from partners.models import RegistryRow
from partners.told_apart import with_note


def page_of(entry: Model) -> str:
    """The entry's own page at the desk."""
    return reverse(f"admin:{entry._meta.app_label}_{entry._meta.model_name}_change", args=[entry.pk])


class AskingPages(admin.ModelAdmin):
    """What each of the pages needs."""

    def kind_for(self, request: HttpRequest, word: str) -> EntryKind:
        """The kind of entry; raises Http404 for no kind, PermissionDenied for who may not put such entries right."""
        if word not in KINDS:
            raise Http404
        if not may(request.user, KINDS[word]):
            raise PermissionDenied
        return KINDS[word]

    def entry_for(self, kind: EntryKind, key: int) -> Any:
        """The entry; raises Refused, in words, where it is gone by a merge, Http404 where it never was."""
        entry = kind.model._default_manager.filter(pk=key).first()
        if entry is None:
            if EntryChange.objects.filter(model=kind.word, other=key).exists():
                raise Refused(why_gone(kind, key))
            raise Http404
        return entry

    def asked(self, request: HttpRequest, kind: EntryKind, entry: Any, title: Any, **context: Any) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": kind.model._meta,
            "kind": kind,
            "entry": entry,
            "noted": with_note(entry) if isinstance(entry, RegistryRow) else str(entry),
            "may_read": request.user.has_perm("articles.view_article"),
            "media": allowed_media(context.pop("media", self.media), request),
            **context,
        }

    def refused(self, request: HttpRequest, refusal: Refused, kind: EntryKind) -> HttpResponseRedirect:
        """Say why, on the list of the entries."""
        self.message_user(request, str(refusal), "error")
        app = kind.model._meta.app_label
        return HttpResponseRedirect(reverse(f"admin:{app}_{kind.word}_changelist"))


def posted(data: Mapping[str, Any], prefix: str) -> dict[str, str]:
    """The values of the form's fields whose names begin so, by the rest of their names."""
    return {name.removeprefix(prefix): str(data[name]) for name in data if name.startswith(prefix)}
