"""Two rows of a list of the desk that are one and the same: chosen there, merged on a page that asks first."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MergedInPairs(admin.ModelAdmin):
    """Adds the action to the list of entries that can be merged."""

    actions = ["merge_selected"]

    def has_rework_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.rework_entries") and self.has_change_permission(request)

    @admin.action(description=_("Merge the two selected ones…"), permissions=["rework"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Lead to the page that asks; the one that the tables know stays, else the older one."""
        rows: list[Any] = list(queryset.order_by("pk")[:3])
        if len(rows) != 2:
            self.message_user(request, gettext("Choose two: the same entry twice."), messages.ERROR)
            return None
        kept, gone = sorted(rows, key=lambda row: (getattr(row, "loaded", None) is None, row.pk))
        word = self.model._meta.model_name
        return HttpResponseRedirect(reverse("admin:articles_entrychange_merge", args=[word, kept.pk, gone.pk]))
