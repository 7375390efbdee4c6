"""The chief's list of silent edits: who changed what without telling readers, looked at, and told after all."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import comparison, notices, publishing, revising
from articles.admin.acting import acting, key_in
from articles.admin.records import ReadOnlyAdmin
from articles.admin.several import BULK, MOST
from articles.admin.step_forms import NoticeForm
from articles.models import Edition, SilentEdit
from articles.moments import with_offset

SEE = "articles.change_silentedit"


class ExtentFilter(admin.SimpleListFilter):
    """Slips of the pen are out of the way unless they are asked for."""

    title = gettext_lazy("extent")
    parameter_name = "extent"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("typography", gettext_lazy("Typography only")), ("all", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        beyond, *others = super().choices(changelist)
        yield beyond | {"display": _("More than typography")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "all":
            return queryset
        return queryset.filter(beyond_typography=self.value() != "typography")


class SeenFilter(admin.SimpleListFilter):
    title = gettext_lazy("seen")
    parameter_name = "seen"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("no", gettext_lazy("Not seen yet")), ("yes", gettext_lazy("Seen"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(seen_at__isnull=self.value() == "no") if self.value() in {"no", "yes"} else queryset


@admin.register(SilentEdit)
class SilentEditAdmin(ReadOnlyAdmin):
    list_display = ["title", "moment", "who", "extent", "seen", "told"]
    list_filter = [ExtentFilter, SeenFilter, "edition__language"]
    list_select_related = ["edition__published_by", "disclosed_in"]
    search_fields = ["edition__title", "edition__published_by__username"]
    date_hierarchy = "edition__visible_from"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        late = ["edition__body", "edition__standfirst", "disclosed_in__body", "disclosed_in__standfirst"]
        return SilentEdit.objects.out().order_by("-edition__visible_from", "-pk").defer(*late)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/seen/", view(self.seen_page), name="articles_silentedit_seen"),
            path("<int:pk>/notice/", view(self.notice_page), name="articles_silentedit_notice"),
        ]
        return [*own, *super().get_urls()]

    # --- several of them

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """To have seen several at once, for chiefs who may act on several."""
        actions: dict[str, Any] = super().get_actions(request)
        if _may_see_several(request):
            actions["see_selected"] = (_see_selected, "see_selected", _("I have seen the selected ones"))
        return actions

    def see_several(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Count and name them, or note that they have been seen where the page that asked was confirmed."""
        if not _may_see_several(request):
            raise PermissionDenied
        rows = list(queryset.order_by("-edition__visible_from", "-pk")[: MOST + 1])
        if len(rows) > MOST:
            said = _("%(count)d rows are selected: at most %(most)d at once. Narrow the list first.")
            self.message_user(request, said % {"count": queryset.count(), "most": MOST}, messages.ERROR)
            return None
        unseen = [row for row in rows if row.seen_at is None]
        if "confirmed" in request.POST:
            seen = sum(publishing.mark_seen(row, by=acting(request)) for row in unseen)
            said = ngettext(
                "Noted: you have seen %(count)d silent edit.", "Noted: you have seen %(count)d silent edits.", seen
            )
            self.message_user(request, said % {"count": seen}, messages.SUCCESS if seen else messages.WARNING)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("I have seen the selected ones"),
            "action": "see_selected",
            "opts": self.opts,
            "unseen": unseen,
            "settled": len(rows) - len(unseen),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/silentedit/several.html", context)

    # --- the list

    @admin.display(description=gettext_lazy("article"), ordering="edition__title")
    def title(self, silent: SilentEdit) -> str:
        return silent.edition.title

    @admin.display(description=gettext_lazy("since"), ordering="edition__visible_from")
    def moment(self, silent: SilentEdit) -> str:
        return with_offset(silent.edition.visible_from)

    @admin.display(description=gettext_lazy("published by"))
    def who(self, silent: SilentEdit) -> str:
        return str(silent.edition.published_by or "–")

    @admin.display(description=gettext_lazy("extent"), ordering="beyond_typography")
    def extent(self, silent: SilentEdit) -> str:
        return _("More than typography") if silent.beyond_typography else _("Typography only")

    @admin.display(description=gettext_lazy("seen"), ordering="seen_at")
    def seen(self, silent: SilentEdit) -> str:
        return f"{with_offset(silent.seen_at)}, {silent.seen_by_name}" if silent.seen_at else "–"

    @admin.display(description=gettext_lazy("told to readers"))
    def told(self, silent: SilentEdit) -> str:
        return silent.disclosed_in.get_kind_display() if silent.disclosed_in else "–"

    # --- one of them

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The two editions compared, and what can be done about it."""
        silent = self._silent(request, object_id or "")
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        old = _before(silent)
        snapshots = [revising.snapshot_of_edition(each) for each in (old, silent.edition)] if old else []
        found = comparison.compare(*snapshots) if old else []
        return self._page(request, silent, "page.html", {"title": _("Silent edit"), "old": old, "found": found})

    def seen_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note that the chief has seen it."""
        publishing.require(acting(request), SEE)
        silent = self._silent(request, str(pk))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        publishing.mark_seen(silent, by=acting(request))
        self.message_user(request, _("Noted: you have seen it."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_silentedit_changelist") + "?seen=no")

    def notice_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the notice with which readers are told after all, or publish it."""
        publishing.require(acting(request), SEE)
        publishing.require(acting(request), "articles.publish_article")
        silent = self._silent(request, str(pk))
        form = NoticeForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                publishing.disclose(silent, by=acting(request), **form.cleaned_data)
            except publishing.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                self.message_user(request, _("Readers are told of it."), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:articles_silentedit_change", args=[silent.pk]))
        old = _before(silent)
        changed = notices.changes(old, silent.edition) if old else []
        notice = notices.Notice(silent.edition, changed)
        context = {"title": _("Tell readers of a silent edit"), "form": form, "notice": notice}
        return self._page(request, silent, "notice.html", context)

    def _page(self, request: HttpRequest, silent: SilentEdit, name: str, context: dict[str, Any]) -> HttpResponse:
        can = request.user.has_perm(SEE)
        context = {
            **self.admin_site.each_context(request),
            "subtitle": silent.edition.title,
            "opts": self.opts,
            "silent": silent,
            "edition": silent.edition,
            "may_see": can,
            "may_tell": can and silent.disclosed_in_id is None and request.user.has_perm("articles.publish_article"),
            **context,
        }
        return TemplateResponse(request, f"admin/articles/silentedit/{name}", context)

    def _silent(self, request: HttpRequest, key: str) -> SilentEdit:
        publishing.require(acting(request), "articles.view_silentedit")
        found = SilentEdit.objects.out().select_related("edition__article", "edition__published_by", "disclosed_in")
        silent = found.filter(pk=key_in(key)).first()
        if silent is None:
            raise Http404
        return silent


def _may_see_several(request: HttpRequest) -> bool:
    return request.user.has_perm(BULK) and request.user.has_perm(SEE)


def _see_selected(model_admin: SilentEditAdmin, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
    """What the list calls."""
    return model_admin.see_several(request, queryset)


def _before(silent: SilentEdit) -> Edition | None:
    """The edition in whose place the silent one came."""
    line = silent.edition.article.editions.ever_visible()
    return notices.before(silent.edition, line)
