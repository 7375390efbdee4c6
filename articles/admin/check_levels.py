"""The levels of the checks at the desk: one page for all of them, which the chief changes and the desk reads."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.acting import acting
from articles.checking.catalogue import CHECKS, GROUPS
from articles.checking.levels import levels, set_level
from articles.models import CheckLevel, Level


@admin.register(CheckLevel)
class CheckLevelAdmin(admin.ModelAdmin):
    """In place of a list of rows: every check, by its subject, with why it is there and its level."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # which checks there are is the house's own knowledge

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The checks (GET), or set the levels that the form names (POST)."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        may_change = self.has_change_permission(request)
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            with transaction.atomic():
                count = sum(
                    set_level(name, Level(chosen), by=acting(request))
                    for name, check in CHECKS.items()
                    if not check.fixed and (chosen := request.POST.get(f"level-{name}", "")) in Level.values
                )
            told = ngettext("%(count)d level is set.", "%(count)d levels are set.", count) % {"count": count}
            self.message_user(request, told if count else _("Saved already: nothing had changed."), messages.SUCCESS)
            return HttpResponseRedirect(request.path)
        now = levels()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Checks before publishing"),
            "opts": self.opts,
            "groups": [(group, [(check, now[check.name]) for check in group.checks]) for group in GROUPS],
            "levels": Level,
            "may_change": may_change,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/checklevel/levels.html", context)

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A row has no page of its own."""
        return HttpResponseRedirect("../../")
