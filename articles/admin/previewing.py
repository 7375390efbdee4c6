"""The article as readers would see it, before they do: at an address of its own, saved or as it is being written."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse, translate_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles import personal_drafts, previewing, publishing, revising
from articles.admin import posted
from articles.admin.acting import acting
from articles.admin.words_shown import label
from articles.models import Article
from articles.story_page import page_of

UNSAVED = 0  # the key, which no row has, of an article that nobody has saved yet
LANGUAGES = {"fr": "Français", "en": "English"}


class PreviewPages(admin.ModelAdmin):
    """Adds `<id>/preview/`, which shows `<id>/preview/page/` on a phone's and on a desk's width, in either language.

    A form that is posted to them is shown as it is, and nothing of it is kept. An article that nobody has saved yet is
    posted to `add/preview/`.
    """

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("<int:pk>/preview/", self.admin_site.admin_view(self.preview_page), name="articles_article_preview"),
            path(
                "<int:pk>/preview/page/",
                self.admin_site.admin_view(self.previewed_page),
                name="articles_article_previewed",
            ),
            path("add/preview/", self.admin_site.admin_view(self.preview_page), name="articles_article_preview_new"),
            path(
                "add/preview/page/",
                self.admin_site.admin_view(self.previewed_page),
                name="articles_article_previewed_new",
            ),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def preview_page(self, request: HttpRequest, pk: int = UNSAVED) -> HttpResponse:
        """The frames and what can be chosen for them. Posted words travel on into the frames."""
        article = self._previewed(request, pk)
        if pk == UNSAVED and request.method != "POST":
            return HttpResponseRedirect(reverse("admin:articles_article_add"))  # nobody has written anything
        address = (
            reverse("admin:articles_article_previewed_new")
            if pk == UNSAVED
            else reverse("admin:articles_article_previewed", args=[pk])
        )
        language = "en" if article.tree == "en" else "fr"
        context = {
            **self.admin_site.each_context(request),
            "title": _("Preview"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article if pk != UNSAVED else None,
            "pages": [
                {"code": code, "name": name, "address": translate_url(address, code), "chosen": code == language}
                for code, name in LANGUAGES.items()
            ],
            "address": translate_url(address, language),
            "words": personal_drafts.words_in(request.POST).items() if request.method == "POST" else (),
            "unsaved": request.method == "POST",
            "refused": [label(name) for name in posted.read(request.POST, article).errors]
            if request.method == "POST"
            else [],
            "media": self.media,
        }
        return for_nobody_else(TemplateResponse(request, "admin/articles/article/preview.html", context))

    @method_decorator([csp_replace({"frame-ancestors": [SELF]}), xframe_options_sameorigin])
    def previewed_page(self, request: HttpRequest, pk: int = UNSAVED) -> HttpResponse:
        """The public page of the article as it stands, or as posted. A field that cannot stand shows what is saved."""
        article = self._previewed(request, pk)
        words: dict[str, Any] = revising.snapshot(article) if pk != UNSAVED else {"slug": "preview"}
        if request.method == "POST":
            said = posted.read(request.POST, article)
            words |= {name: value for name, value in said.words.items() if name not in said.errors}
        edition = previewing.edition_of(article, words)
        context = page_of(edition, previewing.quotes_of(article, edition))
        return for_nobody_else(render(request, "articles/article.html", context))

    def _previewed(self, request: HttpRequest, pk: int) -> Article:
        publishing.require(acting(request), "articles.view_article")
        if pk == UNSAVED:
            publishing.require(acting(request), "articles.add_article")
            return Article(pk=UNSAVED)
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        return article


def for_nobody_else(response: HttpResponse) -> HttpResponse:
    """Neither kept nor indexed; the desk's own pages are never kept by a cache."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store, private"
    return response
