"""What search engines are told: the public addresses, each in its own language's tree, and what to leave alone."""

from typing import Any

from django.conf import settings
from django.contrib.flatpages.models import FlatPage
from django.contrib.sitemaps import Sitemap
from django.contrib.sites.requests import RequestSite
from django.core.paginator import InvalidPage
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.models import Contributor, Edition, Theme
from partners.coverage import covered, public_editions
from partners.models import Country, Meeting, Official, Organisation


class ArticleMap(Sitemap):
    """Every public edition, at its one address."""

    limit = 5_000

    def items(self) -> QuerySet:
        return Edition.objects.public().only("slug", "language", "visible_from").order_by("-pk")

    def lastmod(self, edition: Edition) -> Any:
        return edition.visible_from

    def get_latest_lastmod(self) -> Any:
        return Edition.objects.public().aggregate(last=Max("visible_from"))["last"]


class CoverageMap(Sitemap):
    """Pages that gather the coverage of a row, in both languages; they change when an edition about it appears."""

    i18n = alternates = True

    def __init__(self, rows: QuerySet) -> None:
        self.rows = rows

    def items(self) -> QuerySet:
        link = self.rows.model._meta.get_field("editions").remote_field.name
        last = (
            public_editions(self.rows)
            .order_by()
            .filter(**{link: OuterRef("pk")})
            .values(link)
            .annotate(last=Max("visible_from"))
            .values("last")
        )
        return self.rows.only("slug").annotate(last_covered=Subquery(last)).order_by("pk")

    def lastmod(self, row: Any) -> Any:
        return row.last_covered

    def get_latest_lastmod(self) -> Any:
        return None  # rows without coverage have none, so nothing is known of the whole


class AuthorMap(Sitemap):
    """Whoever has signed a public edition, in both languages."""

    i18n = alternates = True

    def items(self) -> QuerySet:
        signed = Q(bylines__edition__in=Edition.objects.public())
        last = Max("bylines__edition__visible_from", filter=signed)
        return Contributor.objects.annotate(last_signed=last).filter(last_signed__isnull=False).order_by("pk")

    def lastmod(self, contributor: Any) -> Any:
        return contributor.last_signed

    def get_latest_lastmod(self) -> Any:
        return self.items().aggregate(last=Max("last_signed"))["last"]


class PageMap(Sitemap):
    """The home page and the lists, in both languages."""

    i18n = alternates = True

    def items(self) -> list[str]:
        return [
            "home",
            "articles:list",
            "articles:themes",
            "articles:quotes",
            "partners:countries",
            "partners:officials",
            "partners:organisations",
            "partners:meetings",
        ]

    def location(self, name: str) -> str:
        return reverse(name)


class SiteTextMap(Sitemap):
    """The texts about the site; each has the address that its editor gave it."""

    def items(self) -> QuerySet:
        return FlatPage.objects.filter(sites=settings.SITE_ID, registration_required=False).order_by("url")

    def location(self, page: FlatPage) -> str:
        return page.url


def sections() -> dict[str, Sitemap]:
    """The parts of the sitemap by the word in their address."""
    return {
        "articles": ArticleMap(),
        "authors": AuthorMap(),
        "themes": CoverageMap(covered(Theme.objects.all())),
        "countries": CoverageMap(Country.objects.all()),
        "officials": CoverageMap(Official.objects.public()),
        "organisations": CoverageMap(Organisation.objects.all()),
        "meetings": CoverageMap(Meeting.objects.public()),
        "pages": PageMap(),
        "site": SiteTextMap(),
    }


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the sitemap's parts; a part without addresses is left out."""
    parts = []
    for name, section in sections().items():
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
        urls = sections()[section].get_urls(
            page=request.GET.get("p", 1), site=RequestSite(request), protocol=request.scheme
        )
    except (KeyError, InvalidPage) as error:
        raise Http404("No such part of the sitemap.") from error
    return _xml(request, "sitemap.xml", {"urlset": urls})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots should leave alone, and where the sitemap is."""
    closed = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            closed += [reverse("admin:index"), reverse("search")]
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed), ""]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = TemplateResponse(request, template, context, content_type="application/xml")
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return response


urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap-section"),
]
