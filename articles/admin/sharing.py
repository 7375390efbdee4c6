"""Shared previews at the desk: made for one person, listed with who opened them, revoked."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from articles import publishing, sharing
from articles.admin.acting import acting, key_in
from articles.admin.previewing import for_nobody_else
from articles.admin.records import ReadOnlyAdmin
from articles.admin.step_pages import article_named
from articles.models import Article, SharedPreview
from articles.moments import with_offset

VIEW, ADD, CHANGE = (f"articles.{verb}_sharedpreview" for verb in ("view", "add", "change"))
_DAYS = ngettext_lazy("%(count)d day", "%(count)d days", "count")


class ShareForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=200,
        help_text=gettext_lazy("A name that the desk recognises. Only the desk reads it."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Works for"),
        coerce=int,
        choices=lambda: [(days, _DAYS % {"count": days}) for days in sharing.DAYS],
        initial=3,
        widget=forms.RadioSelect,
    )


class SharePages(admin.ModelAdmin):
    """Adds `<id>/share/`: the links to the article, a form for another, and their revocation."""

    def get_urls(self) -> list[URLPattern]:
        own = path("<int:pk>/share/", self.admin_site.admin_view(self.share_page), name="articles_article_share")
        return [own, *super().get_urls()]

    def share_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """List the links; make one, which is shown this once, or revoke one (POST)."""
        publishing.require(acting(request), "articles.view_article")
        publishing.require(acting(request), VIEW)
        article = article_named(self, request, pk)
        if request.method == "POST" and "revoke" in request.POST:
            return self._revoked(request, article)
        form, made = ShareForm(request.POST if request.method == "POST" else None), None
        if request.method == "POST" and form.is_valid():
            try:
                made = sharing.share(article, by=acting(request), **form.cleaned_data)
                form = ShareForm()
            except publishing.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
        address = ""
        if made is not None:
            with translation.override(article.tree):
                address = request.build_absolute_uri(reverse("articles:shared", args=[made.secret]))
        open_ones = set(article.shared_previews.open().values_list("pk", flat=True))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Share a preview"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "form": form if request.user.has_perm(ADD) else None,
            "public": article.editions.public().exists(),
            "trashed": article.trashed_at is not None,
            "made": made.preview if made else None,
            "address": address,
            "links": [(link, link.pk in open_ones) for link in article.shared_previews.select_related("revision")],
            "may_revoke": request.user.has_perm(CHANGE),
            "now": timezone.now(),
        }
        page = TemplateResponse(request, "admin/articles/article/share.html", context)
        return for_nobody_else(page)

    def _revoked(self, request: HttpRequest, article: Article) -> HttpResponse:
        publishing.require(acting(request), CHANGE)
        preview = article.shared_previews.filter(pk=key_in(request.POST["revoke"])).first()
        if preview is None:
            raise Http404
        sharing.revoke(preview, by=acting(request))
        told = _("The link for %(note)s leads nowhere any more.") % {"note": preview.note}
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_article_share", args=[article.pk]))


class OpenFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("open", gettext_lazy("Leads to the text")), ("over", gettext_lazy("Leads nowhere"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        open_ones = SharedPreview.objects.open().order_by().values("pk")
        if self.value() == "open":
            return queryset.filter(pk__in=open_ones)
        return queryset.exclude(pk__in=open_ones) if self.value() == "over" else queryset


@admin.register(SharedPreview)
class SharedPreviewAdmin(ReadOnlyAdmin):
    """All links of all articles; each is made and revoked on its article's page."""

    list_display = ["note", "article_links", "made_by_name", "moment", "until", "opened", "last"]
    list_filter = [OpenFilter, "made_at"]
    list_select_related = ["article"]
    search_fields = ["note", "article__title", "made_by_name"]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A link has no page of its own: it stands with its article's."""
        publishing.require(acting(request), VIEW)
        preview = SharedPreview.objects.filter(pk=key_in(object_id or "")).first()
        if preview is None:
            raise Http404
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        return HttpResponseRedirect(reverse("admin:articles_article_share", args=[preview.article_id]))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("article__body", "article__standfirst")

    @admin.display(description=gettext_lazy("article"), ordering="article__title")
    def article_links(self, preview: SharedPreview) -> str:
        return str(preview.article)

    @admin.display(description=gettext_lazy("made"), ordering="made_at")
    def moment(self, preview: SharedPreview) -> str:
        return with_offset(preview.made_at)

    @admin.display(description=gettext_lazy("works until"), ordering="expires_at")
    def until(self, preview: SharedPreview) -> str:
        return _("revoked") if preview.revoked_at else with_offset(preview.expires_at)

    @admin.display(description=gettext_lazy("last opened"), ordering="last_opened_at")
    def last(self, preview: SharedPreview) -> str:
        return with_offset(preview.last_opened_at) if preview.last_opened_at else "–"
