"""The articles' public pages: the list, an article, themes and the register of quotes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.generic import ListView
from django_filters.views import FilterView

from articles import addresses
from articles.filters import EditionFilter, QuoteFilter, midnight
from articles.models import Edition, Kind, Quote, Theme, ThemedEdition
from partners.coverage import covered, with_coverage
from partners.models import Official, Tenure
from partners.views import CoverageView

RELATED_SHOWN = 4
# The kinds of which a reader is told that, and when, the text changed.
TOLD = [Kind.UPDATE, Kind.CLARIFICATION, Kind.CORRECTION]


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
    public = Edition.objects.public(at).filter(slug=slug)
    edition = public.for_page().prefetch_related("officials__tenures__office").first()
    if edition is None:
        return _elsewhere(request, slug, at)
    quotes = edition.article.quotes.public(at).filter(places__edition=edition).select_related("speaker")
    return render(request, "articles/article.html", page_of(edition, quotes))


def page_of(edition: Edition, quotes: Iterable[Quote]) -> dict[str, Any]:
    """What the page of an edition shows beside its text, by the names that its template has for it."""
    return {
        "edition": edition,
        "at_home": edition.tree == get_language(),
        "officials": _with_office(edition),
        "quotes": quotes,
        "own_day": _own_day(edition),
        "told": edition.kind in TOLD,
        "updated_at": _updated_at(edition),
        "related": related(edition),
        "canonical_path": edition.get_absolute_url(),
    }


def _elsewhere(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    """What a reader gets at an address where no article is. Raises Http404 where none ever was."""
    answer = addresses.answer(slug, at)
    if answer is None:
        raise Http404
    if answer.moved_to is not None and answer.left is not None:
        tree = answer.moved_to.tree if answer.left.tree == get_language() else get_language()
        with translation.override(tree):
            return HttpResponsePermanentRedirect(reverse("articles:article", args=[answer.moved_to.slug]))
    if answer.notice is not None:
        return render(request, "articles/withdrawn.html", {"edition": answer.notice}, status=410)
    return render(request, "articles/offline.html", status=410)


def _with_office(edition: Edition) -> list[tuple[Official, Tenure | None]]:
    """The edition's officials, each with the office that they surely held on the day of the text, if it is dated."""
    named = []
    for official in edition.officials.all():
        holders = official.tenures_on(edition.dated) if edition.dated else []
        sure = [holder.tenure for holder in holders if holder.answer == "yes"]
        if sure:
            sure[0].official = official  # its title asks for the gender
        named.append((official, sure[0] if sure else None))
    return named


def _own_day(edition: Edition) -> bool:
    """Whether it stands under the text's own day, as from an archive: then no hour of its publishing is known."""
    return bool(edition.dated and edition.dated.full and edition.first_public_at == midnight(edition.dated.first))


def _updated_at(edition: Edition):
    """When the text last changed in a way that readers are told of, or None."""
    if edition.kind == Kind.FIRST:
        return None
    told = edition.article.editions.ever_visible().filter(kind__in=TOLD, visible_from__lte=edition.visible_from)
    return told.order_by("-visible_from").values_list("visible_from", flat=True).first()


def related(edition: Edition) -> QuerySet:
    """Public coverage that shares a meeting, else an official, else a theme with it; the nearest first."""

    here = OuterRef("pk")
    meetings = Edition.meetings.through.objects.filter(edition=here, meeting__in=edition.meetings.all())
    officials = Edition.officials.through.objects.filter(edition=here, official__in=edition.officials.all())
    themes = ThemedEdition.objects.filter(content_object=here, tag__in=edition.tags.all())
    nearness = Case(
        When(Exists(meetings), then=Value(3)),
        When(Exists(officials), then=Value(2)),
        When(Exists(themes), then=Value(1)),
        default=Value(0),
    )
    others = Edition.objects.public().exclude(article=edition.article_id).for_cards().annotate(nearness=nearness)
    return others.filter(nearness__gt=0).order_by("-nearness", "-first_public_at", "-pk")[:RELATED_SHOWN]


class ThemeList(ListView):
    template_name = "articles/theme_list.html"
    context_object_name = "themes"
    paginate_by = 200

    def get_queryset(self) -> QuerySet:
        return covered(with_coverage(Theme.objects.all()))


class ThemePage(CoverageView):
    """A theme that no public edition has does not exist for readers."""

    template_name = "articles/theme.html"

    def entries(self) -> QuerySet:
        return covered(Theme.objects.all())


class QuoteList(FilterView):
    filterset_class = QuoteFilter
    template_name = "articles/quote_list.html"
    context_object_name = "quotes"
    paginate_by = 30

    def get_queryset(self) -> QuerySet:
        return Quote.objects.public().for_lists()
