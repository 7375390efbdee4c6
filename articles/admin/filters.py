"""What the list of articles can be narrowed to."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import my_desk
from articles.admin.acting import acting
from articles.models import ChangeRequest, Edition, Proposal

READER_STATES = {
    "live": _("Live"),
    "scheduled": _("Scheduled"),
    "withdrawn": _("Withdrawn"),
    "ended": _("No longer online"),
    "unpublished": _("Not published"),
}


class LinkedFilter(admin.RelatedFieldListFilter):
    """The rows that an article links to: each is looked up in the links, which does not read all articles."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_value_display = format_html("{}", _("None"))

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[Any, Any]]:
        mine = OuterRef("pk")
        if field.many_to_many:
            links = field.remote_field.through.objects.filter(**{field.m2m_reverse_field_name(): mine})
        else:
            links = field.model._base_manager.filter(**{field.name: mine})
        ordering = self.field_admin_ordering(field, request, model_admin)
        return field.get_choices(include_blank=False, ordering=ordering, limit_choices_to=Q(Exists(links)))


class ReaderStateFilter(admin.SimpleListFilter):
    """What readers get, asked of the editions as `publishing.reader_state` does."""

    title = _("reader state")
    parameter_name = "readers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(READER_STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in READER_STATES:
            return queryset
        mine = {"article": OuterRef("pk")}
        live = Exists(Edition.objects.public().filter(**mine))
        withdrawn = Exists(Edition.objects.withdrawn().filter(**mine))
        future = Edition.objects.ever_visible().filter(visible_from__gt=timezone.now(), article__trashed_at=None)
        if self.value() == "live":
            return queryset.filter(live)
        if self.value() == "withdrawn":
            return queryset.filter(withdrawn)
        hidden = queryset.filter(~live, ~withdrawn)
        coming = Exists(future.filter(**mine))
        if self.value() == "scheduled":
            return hidden.filter(coming)
        seen = Exists(Edition.objects.ever_visible().filter(article__trashed_at=None, **mine))
        return hidden.filter(~coming, seen if self.value() == "ended" else ~seen)


class BriefFilter(admin.SimpleListFilter):
    title = _("brief")
    parameter_name = "brief"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("With a brief")), ("no", _("Without a brief"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() in {"yes", "no"}:
            return queryset.filter(brief__isnull=self.value() == "no")
        return queryset


class ProposalsFilter(admin.SimpleListFilter):
    title = _("proposals")
    parameter_name = "proposals"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("pending", _("With pending proposals")), ("none", _("Nothing pending"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        pending = Exists(Proposal.objects.pending().filter(article=OuterRef("pk")))
        if self.value() == "pending":
            return queryset.filter(pending)
        return queryset.filter(~pending) if self.value() == "none" else queryset


class ComparingFilter(admin.SimpleListFilter):
    title = _("news to compare")
    parameter_name = "compare"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("wording", _("With a new wording")), ("likeness", _("With a likeness to decide"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "wording":
            return queryset.with_new_wordings()  # type: ignore[attr-defined]
        return queryset.with_open_likenesses() if self.value() == "likeness" else queryset  # type: ignore[attr-defined]


class AskedFilter(admin.SimpleListFilter):
    """Articles of which a reviewer has asked for changes."""

    title = _("changes requested")
    parameter_name = "asked"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("me", _("Of me")), ("anybody", _("Of anybody"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        asked = ChangeRequest.objects.open().order_by()
        if self.value() == "me":
            asked = asked.of_author(request.user)
        return queryset.filter(pk__in=asked.values("article")) if self.value() in {"me", "anybody"} else queryset


class DeskFilter(admin.SimpleListFilter):
    """The lists of the desk's first page, whole."""

    title = _("my desk")
    parameter_name = "desk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(each.name, each.title) for each in my_desk.waiting_for(acting(request))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        lists = my_desk.waiting_for(acting(request))
        asked = next((each for each in lists if each.name == self.value()), None)
        if asked is None:
            return queryset
        return queryset.filter(pk__in=asked.articles(acting(request)).order_by().values("pk"))


class TrashFilter(admin.SimpleListFilter):
    """Articles in the trash are out of the way unless they are asked for."""

    title = _("trash")
    parameter_name = "trash"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("only", _("In the trash")), ("with", _("All, with the trash"))]

    def choices(self, changelist: Any) -> Any:
        kept, *others = super().choices(changelist)
        yield kept | {"display": _("Not in the trash")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "only":
            return queryset.trashed()  # type: ignore[attr-defined]
        return queryset if self.value() == "with" else queryset.kept()  # type: ignore[attr-defined]
