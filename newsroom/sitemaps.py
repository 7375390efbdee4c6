"""What search engines are told: the public addresses, each in its own language's tree, and the news of two days.

When an address last changed is said where it is known: when an edition appeared on its page, or left it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.flatpages.models import FlatPage
from django.contrib.sitemaps import Sitemap
from django.contrib.sites.requests import RequestSite
from django.core.paginator import InvalidPage
from django.db.models import F, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from articles.models import Contributor, Edition, Language, Quote, Theme
from partners.coverage import covered
from partners.meeting_lists import months_of
from partners.models import Country, Meeting, Official, Organisation
from partners.months import Month

NEWS_FOR = timedelta(hours=48)
NEWS_AT_MOST = 1_000


class ArticleMap(Sitemap):
    """Every public edition, at its one address."""

    limit = 5_000

    def items(self) -> QuerySet:
        return Edition.objects.public().only("slug", "language", "visible_from").order_by("-pk")

    def lastmod(self, edition: Edition) -> Any:
        return edition.visible_from

    def get_latest_lastmod(self) -> Any:
        return Edition.objects.last_change()


class CoverageMap(Sitemap):
    """Pages that gather the coverage of a row, in both languages; they change with the editions about it.

    `link` leads from an edition to its rows.
    """

    i18n = alternates = True

    def __init__(self, rows: QuerySet, link: str) -> None:
        self.rows = rows
        self.link = link

    def items(self) -> QuerySet:
        return self.rows.only("slug").order_by("pk")

    @cached_property
    def last_changes(self) -> dict[int, datetime]:
        """By the row's key; all at once, for row by row takes seconds."""
        changes = Edition.objects.with_last_change().order_by().values(row=F(self.link))
        return dict(changes.annotate(last=Max("changed")).values_list("row", "last"))

    def lastmod(self, row: Any) -> Any:
        return self.last_changes.get(row.pk)

    def get_latest_lastmod(self) -> Any:
        return None  # rows without coverage have none, so nothing is known of the whole


class QuoteMap(Sitemap):
    """Each quote of the register at the address that it keeps, in both languages."""

    i18n = alternates = True

    def items(self) -> QuerySet:
        return Quote.objects.public().only("pk").order_by("pk")

    def location(self, quote: Quote) -> str:
        return reverse("articles:quote", args=[quote.pk])


class CalendarMap(Sitemap):
    """The months that have meetings, in both languages."""

    i18n = alternates = True

    def items(self) -> list[Month]:
        return months_of(Meeting.objects.public())

    def location(self, month: Month) -> str:
        return reverse("partners:calendar-month", args=[month])


class PageMap(Sitemap):
    """The home page and the lists, in both languages; those of articles change with them."""

    i18n = alternates = True

    of_articles = ("home", "articles:list", "articles:themes", "articles:quotes", "articles:corrections")
    of_the_registry = ("partners:countries", "partners:officials", "partners:organisations", "partners:meetings")

    def __init__(self) -> None:
        self.last_change = Edition.objects.last_change()

    def items(self) -> list[str]:
        return [*self.of_articles, *self.of_the_registry]

    def location(self, name: str) -> str:
        return reverse(name)

    def lastmod(self, name: str) -> Any:
        return self.last_change if name in self.of_articles else None

    def get_latest_lastmod(self) -> Any:
        return None  # the registry's lists have none


class SiteTextMap(Sitemap):
    """The texts about the site; each has the address that its editor gave it."""

    def items(self) -> QuerySet:
        return FlatPage.objects.filter(sites=settings.SITE_ID, registration_required=False).order_by("url")

    def location(self, page: FlatPage) -> str:
        return page.url


def sections() -> dict[str, Callable[[], Sitemap]]:
    """The parts of the sitemap by the word in their address."""
    return {
        "articles": ArticleMap,
        "themes": lambda: CoverageMap(covered(Theme.objects.all()), "themed__tag"),
        "authors": lambda: CoverageMap(Contributor.objects.with_public_editions(), "bylines__contributor"),
        "countries": lambda: CoverageMap(Country.objects.all(), "countries"),
        "officials": lambda: CoverageMap(Official.objects.public(), "officials"),
        "organisations": lambda: CoverageMap(Organisation.objects.all(), "organisations"),
        "meetings": lambda: CoverageMap(Meeting.objects.public(), "meetings"),
        "quotes": QuoteMap,
        "calendar": CalendarMap,
        "pages": PageMap,
        "site": SiteTextMap,
    }


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the sitemap's parts; a part without addresses is left out."""
    parts = []
    for name, make in sections().items():
        section = make()
        address = request.build_absolute_uri(reverse("sitemap-section", args=[name]))
        pages = section.paginator
        if pages.count:
            changed = section.get_latest_lastmod()
            parts.append({"location": address, "last_mod": changed})
            further = range(2, pages.num_pages + 1)
            parts += [{"location": f"{address}?p={page}", "last_mod": changed} for page in further]
    return _xml(request, "sitemap_index.xml", {"sitemaps": parts})


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses of one part, a page of them. Answers 404 for what is no part or no page of it."""
    try:
        urls = sections()[section]().get_urls(
            page=request.GET.get("p", 1), site=RequestSite(request), protocol=request.scheme
        )
    except (KeyError, InvalidPage) as error:
        raise Http404("No such part of the sitemap.") from error
    return _xml(request, "sitemap.xml", {"urlset": urls})


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """What became public in the last two days, the newest first, as search engines for news ask for it.

    A text of which nobody knows the language cannot be listed.
    """
    recent = Edition.objects.public().filter(first_public_at__gte=timezone.now() - NEWS_FOR)
    known = recent.exclude(language=Language.UNDETERMINED).newest_first()
    editions = known.only("title", "slug", "language", "first_public_at")[:NEWS_AT_MOST]
    rows = [(request.build_absolute_uri(edition.get_absolute_url()), edition) for edition in editions]
    return _xml(request, "sitemap_news.xml", {"rows": rows, "site_name": settings.SITE_NAME})


def _xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = TemplateResponse(request, template, context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response


urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-news.xml", news_sitemap, name="news-sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap-section"),
]
