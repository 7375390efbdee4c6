"""Atom and RSS: the latest of the site, of a theme and of every registry entry, in both interface languages."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any

from django.conf import settings
from django.db.models import Max, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Edition, Theme
from articles.models.story import EditionQuerySet
from articles.sanitising import plain_text
from partners.coverage import covered
from partners.models import Country, Meeting, Official, Organisation

ENTRIES = 30
SUMMARY_LENGTH = 300
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed can be about: the rows that have one, and how an edition is linked to them."""

    rows: Callable[[], QuerySet]
    link: str


SUBJECTS = {
    "theme": Subject(lambda: covered(Theme.objects.all()), "tags"),
    "country": Subject(Country.objects.all, "countries"),
    "official": Subject(Official.objects.public, "officials"),
    "organisation": Subject(Organisation.objects.all, "organisations"),
    "meeting": Subject(Meeting.objects.public, "meetings"),
}


class _Dated:
    """A feed that changed when its newest entry did, and not at every reading when it has none."""

    feed: dict[str, Any]

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]


class AtomFeed(_Dated, Atom1Feed):
    """Atom 1.0; each entry says its own language."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] != "und" else {}


class RssFeed(_Dated, Rss201rev2Feed):
    """RSS 2.0."""


FORMATS: dict[str, type[AtomFeed] | type[RssFeed]] = {"atom": AtomFeed, "rss": RssFeed}


@require_safe
def feed(request: HttpRequest, *, written_as: str, about: str = "", slug: str = "") -> HttpResponse:
    """The newest public editions, all of them or those `about` the row with that slug, as "atom" or "rss".

    Answers 304 to a reader who has it already, 404 for a row that is not there.
    """
    editions = Edition.objects.public()
    row = None
    if about:
        row = get_object_or_404(SUBJECTS[about].rows(), slug=slug)
        editions = editions.filter(**{SUBJECTS[about].link: row})
    content = _written(request, FORMATS[written_as], row, editions)
    etag = quote_etag(hashlib.sha256(content.encode()).hexdigest()[:32])
    # A withdrawal changes a feed without being in it: what counts is the last change of the whole site.
    changed = Edition.objects.filter(visible_from__lte=timezone.now()).aggregate(last=Max("visible_from"))["last"]
    modified = int(changed.timestamp()) if changed else None
    response = HttpResponse(content, content_type=FORMATS[written_as].content_type)
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response) or response


def _written(
    request: HttpRequest, generator: type[AtomFeed] | type[RssFeed], row: Model | None, editions: EditionQuerySet
) -> str:
    entries = list(editions.newest_first().prefetch_related("themed", "bylines")[:ENTRIES])
    title, description = settings.SITE_NAME, _("The latest articles.")
    if row is not None:
        name = row.name  # type: ignore[attr-defined]  # themes and registry rows alike have one
        title = _("%(name)s – %(site)s") % {"name": name, "site": settings.SITE_NAME}
        description = _("The latest articles on this subject: %(name)s.") % {"name": name}
    page = row.get_absolute_url() if row is not None else reverse("home")  # type: ignore[attr-defined]
    written = generator(
        title=_xml(title),
        link=request.build_absolute_uri(page),
        description=_xml(description),
        subtitle=_xml(description),  # the same, as Atom calls it
        language=get_language(),
        author_name=_xml(settings.SITE_PUBLISHER),
        feed_url=request.build_absolute_uri(request.path),
        updated=max((edition.visible_from for edition in entries), default=datetime(1970, 1, 1, tzinfo=UTC)),
    )
    for edition in entries:
        written.add_item(**_entry(request, edition))
    return written.writeString("utf-8")


def _entry(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    host = request.get_host().partition(":")[0]
    signed = [byline.name for byline in edition.bylines.all() if byline.name]
    return {
        "title": _xml(edition.title),
        "link": request.build_absolute_uri(edition.get_absolute_url()),
        # readers take both formats' summaries for HTML
        "description": _xml(escape(summary(edition), quote=False)),
        "unique_id": f"tag:{host},{edition.first_public_at:%Y-%m-%d}:article-{edition.article_id}",
        "unique_id_is_permalink": False,
        "pubdate": edition.first_public_at,
        "updateddate": edition.visible_from,
        "author_name": _xml(", ".join(signed)) or None,
        "categories": [_xml(theme.name) for theme in edition.themed.all()],
        "item_copyright": _xml(edition.rights_note) or None,
        "language": edition.language,
    }


def summary(edition: Edition) -> str:
    """The standfirst, or the first words of the text, on one line."""
    text = " ".join((edition.standfirst or plain_text(edition.body)).split("\n")).strip()
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0] + " …"


def _xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _paths(route: Any, name: str, about: str = "") -> URLPattern | URLResolver:
    return path(
        route,
        include(
            [
                path(f"{form}.xml", feed, {"written_as": form, "about": about}, name=f"{name}-{form}")
                for form in FORMATS
            ]
        ),
    )


urlpatterns = [
    _paths("", "feed"),
    _paths(gettext_lazy("themes/<slug:slug>/"), "theme", "theme"),
    _paths(gettext_lazy("countries/<slug:slug>/"), "country", "country"),
    _paths(gettext_lazy("officials/<slug:slug>/"), "official", "official"),
    _paths(gettext_lazy("organisations/<slug:slug>/"), "organisation", "organisation"),
    _paths(gettext_lazy("meetings/<slug:slug>/"), "meeting", "meeting"),
]
