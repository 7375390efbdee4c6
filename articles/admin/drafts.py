"""Personal drafts at the desk: kept while somebody writes, offered when they come back, restored into the form."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import F
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import personal_drafts, presence, publishing
from articles.admin.acting import acting, key_in
from articles.admin.in_place import in_place
from articles.admin.step_pages import change_page
from articles.models import Article, PersonalDraft
from articles.sanitising import plain_text

OFFERED = 5  # drafts of one article, the newest
LISTED = 100


class DraftPages(admin.ModelAdmin):
    """Adds the addresses of drafts to the article's pages, and `?draft=<draft>` to its form."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("drafts/", view(self.drafts_page), name="articles_article_drafts"),
            path("drafts/<int:key>/throw/", view(self.throw_draft_page), name="articles_article_throw_draft"),
            path("drafts/keep/", in_place(self.admin_site, self.keep_draft), name="articles_article_keep_draft"),
            path("drafts/offered/", view(self.offered_drafts), name="articles_article_offered_drafts"),
        ]
        return [*own, *super().get_urls()]

    def keep_draft(self, request: HttpRequest) -> HttpResponse:
        """Keep the words of a tab (or with `drop` forget them); says when they were kept, or that they are saved.

        `article` is empty for one that does not exist yet. The answer's `kept_at` is the newsroom's local time.
        """
        article = self._written(request)
        by, tab = acting(request), personal_drafts.tab_in(request.POST.get("tab", ""))
        if not tab:
            return JsonResponse({"error": "tab"}, status=400)
        if "drop" in request.POST:
            held = PersonalDraft.objects.open().filter(user=by, article=article, tab=tab).first()
            if held is not None:
                personal_drafts.throw_away(held)
            return JsonResponse({"dropped": True})
        try:
            draft = personal_drafts.keep(
                by=by,
                article=article,
                tab=tab,
                fields=personal_drafts.words_in(request.POST, besides={"user", "article"}),
                base_version=key_in(request.POST.get("version", "")),
                continues=key_in(request.POST.get("continues", "")),
            )
        except personal_drafts.Settled:
            return JsonResponse({"settled": True})
        return JsonResponse({"kept_at": f"{timezone.localtime(draft.kept_at):%H:%M:%S}", "draft": draft.pk})

    def drafts_page(self, request: HttpRequest) -> HttpResponse:
        """What the person has written and not saved, in all articles."""
        publishing.require(acting(request), "articles.view_article")
        own = personal_drafts.of(acting(request)).annotate(titles=F("fields__title"))
        drafts = list(own.select_related("article").defer("fields", "article__body")[:LISTED])
        for draft in drafts:
            draft.title = " ".join(draft.titles or [])  # type: ignore[attr-defined]
            draft.behind = draft.article and draft.base_version != draft.article.version  # type: ignore[attr-defined]
        context = {
            **self.admin_site.each_context(request),
            "title": _("My drafts not saved"),
            "opts": self.opts,
            "drafts": drafts,
            "days": personal_drafts.KEPT_FOR.days,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/drafts.html", context)

    def throw_draft_page(self, request: HttpRequest, key: int) -> HttpResponse:
        """Ask before one's own draft is thrown away (GET), and do it (POST)."""
        publishing.require(acting(request), "articles.view_article")
        draft = PersonalDraft.objects.open().filter(user=acting(request), pk=key).select_related("article").first()
        if draft is None:
            raise Http404
        if request.method == "POST":
            personal_drafts.throw_away(draft)
            self.message_user(request, _("Your draft is thrown away."), messages.SUCCESS)
            return HttpResponseRedirect(change_page(draft.article) if draft.article else self._drafts_address())
        held = [
            " ".join(draft.fields.get("title", [])),
            *plain_text(" ".join(draft.fields.get("body", []))).split("\n"),
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Throw your draft away?"),
            "subtitle": str(draft.article or ""),
            "opts": self.opts,
            "draft": draft,
            "lines": held,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/throw_draft.html", context)

    def _drafts_address(self) -> str:
        return reverse("admin:articles_article_drafts")

    def offered_drafts(self, request: HttpRequest) -> HttpResponse:
        """The notice of an article's page (`?article=`), for when drafts have come to it since it was loaded."""
        publishing.require(acting(request), "articles.view_article")
        key = key_in(request.GET.get("article", ""))
        article = self.get_object(request, str(key)) if key else None
        shown = {each for each in (request.GET.get("tab"), request.GET.get("continues")) if each}
        context = {"drafts": self.offered(request, article, without=shown), "article": article}
        return TemplateResponse(request, "admin/articles/article/_drafts.html", context)

    def offered(self, request: HttpRequest, article: Article | None, without: set[str]) -> list[PersonalDraft]:
        """The person's newest drafts of the article, each with `behind` (it was changed since) and `open_now`."""
        own = personal_drafts.of(acting(request)).filter(article=article).defer("fields")
        drafts = [each for each in own[: OFFERED + 2] if each.tab not in without and str(each.pk) not in without]
        tabs = presence.open_tabs(article, of=acting(request)) if article is not None and drafts else set()
        for draft in drafts:
            draft.behind = article is not None and draft.base_version != article.version  # type: ignore[attr-defined]
            draft.open_now = draft.tab in tabs  # type: ignore[attr-defined]
        return drafts[:OFFERED]

    def _written(self, request: HttpRequest) -> Article | None:
        """The article that a page of this person is for. Raises PermissionDenied and Http404."""
        publishing.require(acting(request), "articles.view_article")
        key = request.POST.get("article", "")
        publishing.require(acting(request), "articles.change_article" if key else "articles.add_article")
        if not key:
            return None
        article = self.get_object(request, str(key_in(key)))
        if article is None:
            raise Http404
        return article

    # --- back into the form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """With `?draft=` the form holds the words of that draft of the person's own, as if they had just sent them."""
        if request.method == "GET" and (key := key_in(request.GET.get("draft", ""))):
            own = PersonalDraft.objects.open().filter(user=acting(request), article=key_in(object_id or "") or None)
            draft = own.filter(pk=key).first()
            if draft is None:
                self.message_user(request, _("That draft is saved already, or thrown away."), messages.WARNING)
                return HttpResponseRedirect(request.path)
            article = draft.article
            if article and (article.version != draft.base_version or not self.has_change_permission(request, article)):
                page = reverse("admin:articles_article_draft", args=[article.pk, draft.pk])
                return HttpResponseRedirect(page)  # others saved since: the person chooses first
            request.restored_draft = draft  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm]:
        form: Any = super().get_form(request, obj, change, **kwargs)
        draft: PersonalDraft | None = getattr(request, "restored_draft", None)
        if draft is None:
            return form
        words = personal_drafts.as_posted(draft.fields)

        class Restored(form):
            def __init__(self, data: Any = None, files: Any = None, **given: Any) -> None:
                given.pop("initial", None)
                super().__init__(words, files, **given)

        return Restored

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        draft = getattr(request, "restored_draft", None)
        if draft is not None and f"{prefix}-TOTAL_FORMS" in draft.fields:
            kwargs["data"] = personal_drafts.as_posted(draft.fields)
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell the page what its saves are based on, and offer the drafts that wait."""
        article, sent, draft = context.get("original"), request.POST, getattr(request, "restored_draft", None)
        if draft is not None:
            context["errors"] = None  # nobody has tried to save it
            kwargs["form_url"] = request.path  # and what is saved then is no draft any more
        may_write = self.has_change_permission(request, article) if article else self.has_add_permission(request)
        shown = {each for each in (sent.get("tab"), str(draft.pk) if draft else None) if each}
        context["saving"] = {
            "may_write": may_write,
            "version": sent.get("version") or (article.version if article is not None else 0),
            "tab": sent.get("tab", ""),
            "continues": draft.pk if draft is not None else sent.get("continues", ""),
            "restored": draft,
            "unsaved": request.method == "POST" or draft is not None,
            "last": article.revisions.select_related("created_by").defer("snapshot").first() if article else None,
        }
        if may_write:
            context["drafts"] = self.offered(request, article, without=shown)
        return super().render_change_form(request, context, *args, **kwargs)
