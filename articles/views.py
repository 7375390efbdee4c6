"""The articles' public pages: the list, an article, themes and the register of quotes."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.generic import ListView
from django_filters.views import FilterView

from articles import addresses, previewing, sharing
from articles.edition_links import fetch_links
from articles.filters import EditionFilter, NoticeFilter, QuoteFilter
from articles.models import Contributor, Decision, Edition, Quote
from articles.notices import notices_of
from articles.story_page import page_of


class ArticleList(FilterView):
    filterset_class = EditionFilter
    template_name = "articles/article_list.html"
    context_object_name = "editions"
    paginate_by = 20

    def get_queryset(self) -> QuerySet:
        return Edition.objects.public().for_cards()


@require_safe
def article_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The article of that address: its public edition, or what has become of it.

    An address that an article had before leads to the one that it has now, under the same interface. What was public
    and is no longer answers 410: with the notice, when it was withdrawn. Anything else is not found.
    """
    at = timezone.now()
    edition = Edition.objects.public(at).filter(slug=slug).select_related("article__language_version")
    edition = edition.defer("article__body", "article__standfirst").first()
    if edition is None:
        return _elsewhere(request, slug, at)
    fetch_links(edition)
    # the edition is public, so a quote that stands in it is, once accepted
    standing = edition.article.quotes.filter(places__edition=edition, decision=Decision.ACCEPTED)
    quotes = standing.select_related("speaker", "office", "meeting").annotate(stands_at=F("places__start"))
    quotes = quotes.order_by("stands_at", "pk")
    return render(request, "articles/article.html", page_of(edition, quotes))


def _elsewhere(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    """What a reader gets at an address where no article is. Raises Http404 where none ever was."""
    answer = addresses.answer(slug, at)
    if answer is None:
        raise Http404
    if answer.moved_to is not None and answer.left is not None:
        tree = answer.moved_to.tree if answer.left.tree == get_language() else get_language()
        with translation.override(tree):
            moved = HttpResponsePermanentRedirect(reverse("articles:article", args=[answer.moved_to.slug]))
        # It can be revoked or turned round: a browser that remembered it would be led in a circle.
        patch_cache_control(moved, no_cache=True)
        return moved
    if answer.notice is not None:
        return render(request, "articles/withdrawn.html", {"edition": answer.notice}, status=410)
    return render(request, "articles/offline.html", status=410)


class AuthorPage(ListView):
    """What a person has signed, newest first; somebody who signed nothing public does not exist for readers."""

    template_name = "articles/author.html"
    context_object_name = "editions"
    paginate_by = 20

    def get_queryset(self) -> QuerySet:
        self.contributor = get_object_or_404(Contributor, slug=self.kwargs["slug"])
        return self.contributor.editions.public().for_cards()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(contributor=self.contributor, **kwargs)
        if not context["paginator"].count:
            raise Http404
        return context


class QuoteList(FilterView):
    filterset_class = QuoteFilter
    template_name = "articles/quote_list.html"
    context_object_name = "quotes"
    paginate_by = 30

    def get_queryset(self) -> QuerySet:
        return Quote.objects.public().for_lists()


@require_safe
def quote_page(request: HttpRequest, quote: int) -> HttpResponse:
    """One quote of the register, at the address that it keeps as long as readers may see it."""
    found = get_object_or_404(Quote.objects.public().for_lists(), pk=quote)
    return render(request, "articles/quote.html", {"quote": found})


class NoticeList(FilterView):
    """Corrections, clarifications and withdrawals, the latest first; updates for who asks for them."""

    filterset_class = NoticeFilter
    template_name = "articles/notice_list.html"
    context_object_name = "editions"
    paginate_by = 20

    def get_queryset(self) -> QuerySet:
        return Edition.objects.notices().defer("body", "standfirst")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"notices": notices_of(context["editions"])}


@require_safe
def shared_preview(request: HttpRequest, secret: str) -> HttpResponse:
    """A text that is not public, for whoever has the link; one and the same page for every link that leads nowhere."""
    preview = sharing.find(secret)
    if preview is None:
        response = render(request, "articles/shared_gone.html", status=404)
    else:
        if request.method == "GET":
            sharing.note_opening(preview)
        edition = previewing.edition_of(preview.article, preview.revision.snapshot)
        context = page_of(edition, previewing.quotes_of(preview.article, edition))
        response = render(request, "articles/shared.html", context | {"shared": preview, "versions": []})
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
