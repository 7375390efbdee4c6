"""What the article's form suggests: themes and names while somebody types; standfirst, description and themes made
from the words in the form. Nothing is applied by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from taggit.utils import parse_tags

from articles import checks, publishing
from articles.admin.acting import acting, key_in
from articles.admin.check_pages import as_written
from articles.admin.in_place import in_place
from articles.checking.lengths import META_DESCRIPTION, STANDFIRST
from articles.models import Article, Contributor, Theme
from articles.sanitising import plain_text
from articles.summaries import summaries
from partners.folding import fold

SHOWN = 10

_READ = 60_000  # characters of a text that themes are looked for in
_KNOWN = 2_000  # themes that are looked for: those in use most


@dataclass(frozen=True, slots=True)
class Lengths:
    """In characters: what the checks allow, and how long a proposal is at most."""

    allowed: range
    best: int


FROM_TEXT = {
    "standfirst": Lengths(STANDFIRST, 300),
    "meta_description": Lengths(META_DESCRIPTION, 160),  # what most search engines show
    "tags": Lengths(range(0), 0),
}


class SuggestionPages(admin.ModelAdmin):
    """Adds `suggest/themes/` and `suggest/contributors/`, and `<id>/suggest/<field>/` for the words in the form: JSON
    for who may see articles.
    """

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("suggest/<slug:what>/", self.admin_site.admin_view(self.suggest), name="articles_article_suggest"),
            path(
                "<int:pk>/suggest/<slug:what>/",
                in_place(self.admin_site, self.suggest_from_text),
                name="articles_article_suggest_from_text",
            ),
        ]
        return [*own, *super().get_urls()]

    def suggest_from_text(self, request: HttpRequest, pk: int, what: str) -> HttpResponse:
        """`found`: proposals for the field, made of the words in the posted form; nothing is saved."""
        publishing.require(acting(request), "articles.view_article")
        article = Article.objects.filter(pk=pk).first() if key_in(str(pk)) else None
        if article is None or what not in FROM_TEXT:
            raise Http404
        as_written(article, request.POST)
        if what == "tags":
            typed = {fold(name) for name in parse_tags(f"{request.POST.get('tags', '')},")}
            found = [each for each in themes_in(article, own=False) if fold(each["name"]) not in typed]
        else:
            lengths = FROM_TEXT[what]
            said = checks.words_of(article)
            made = summaries(
                said.blocks, title=said.title, language=said.language, allowed=lengths.allowed, best=lengths.best
            )
            found = [{"name": each, "note": ""} for each in made]
        return JsonResponse({"found": found})

    def suggest(self, request: HttpRequest, what: str) -> HttpResponse:
        """`found`: names with a note, for the letters of `q`; for none, themes that the text of `article` names."""
        publishing.require(acting(request), "articles.view_article")
        typed = request.GET.get("q", "")[:100]
        if what == "contributors":
            found = contributors(typed)
        elif what == "themes" and fold(typed):
            found = themes(typed)
        elif what == "themes":
            article = Article.objects.filter(pk=key_in(request.GET.get("article", ""))).first()
            found = themes_in(article) if article is not None else []
        else:
            raise Http404
        return JsonResponse({"found": found})


def themes(typed: str) -> list[dict[str, str]]:
    """Themes whose name has those letters: the same name first, then those that begin so, then the most used."""
    return [_theme(theme) for theme in _nearest(_counted(), fold(typed))]


def themes_in(article: Article, *, own: bool = True) -> list[dict[str, str]]:
    """Themes that the title or the text names, the most used first; `own`: without those that the article has."""
    words = f"{article.title}\n{article.standfirst}\n{plain_text(article.body[:_READ])}"
    held, has = f" {fold(words)} ", set(article.tags.values_list("pk", flat=True)) if own else set()
    known = _counted().order_by("-uses", "folded")[:_KNOWN]
    named = [theme for theme in known if theme.pk not in has and f" {theme.folded} " in held]
    return [_theme(theme, _("in the text")) for theme in named[:SHOWN]]


def contributors(typed: str) -> list[dict[str, str]]:
    """Names that have those letters, with how often they have signed; without letters those who sign most."""
    counted = Contributor.objects.annotate(uses=Count("bylines__article"))
    rows: Iterable[Any] = _nearest(counted, fold(typed))
    return [
        {"name": row.name, "note": ngettext("%(count)d article", "%(count)d articles", row.uses) % {"count": row.uses}}
        for row in rows
    ]


def _counted() -> QuerySet:
    return Theme.objects.annotate(uses=Count("themed_articles"))


def _nearest(rows: QuerySet, folded: str) -> QuerySet:
    nearness = Case(
        When(folded=folded, then=Value(0)),
        When(folded__startswith=folded, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    found = rows.filter(folded__contains=folded) if folded else rows
    return found.annotate(nearness=nearness).order_by("nearness", "-uses", "folded")[:SHOWN]


def _theme(theme: Any, where: str = "") -> dict[str, str]:
    uses = ngettext("%(count)d article", "%(count)d articles", theme.uses) % {"count": theme.uses}
    return {"name": theme.name, "note": f"{where} · {uses}" if where else uses}
