"""Atom, RSS and JSON Feed: the latest of the site, of a theme, an author, a source, a language, a registry entry.

An entry's id is `urn:uuid:` and the article's own number, which the database keeps: it is the same in all feeds, at
every host, and under every address that the article ever has. The text itself is in a feed where the newsroom may
pass it on, its own texts and handouts; of others a feed holds the summary.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Contributor, Edition, Language, Rights, Source, Theme
from articles.models.edition import EditionQuerySet
from articles.sanitising import plain_text
from newsroom.conditional import conditional
from newsroom.correction_feed import corrections
from newsroom.feed_formats import FILE_NAMES, FORMATS, NOTHING_YET, in_xml
from partners import addresses
from partners.coverage import covered
from partners.models import Country, Meeting, Official, Organisation

ENTRIES = 30
SUMMARY_LENGTH = 300
PASSED_ON = {Rights.OWN, Rights.HANDOUT}
_ADDRESS_HERE = re.compile(r'(?<=\bhref=")(?=/(?!/))')


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is about: its name, its page, and the editions about it, whether public or not."""

    name: str
    page: str
    editions: EditionQuerySet


def _row(rows: Callable[[], QuerySet], page: Callable[[Any], str]) -> Callable[[str], Subject]:
    """The subject of a slug among the rows; those know their editions. Raises as `addresses.find` does."""

    def find(slug: str) -> Subject:
        row = addresses.find(rows(), slug)
        return Subject(row.name, page(row), row.editions.all())

    return find


def _language(code: str) -> Subject:
    if code not in Language.values:
        raise Http404("No such language.")
    return Subject(str(Language(code).label), _narrowed("language", code), Edition.objects.filter(language=code))


def _narrowed(by: str, value: str) -> str:
    """The list of articles that has only those."""
    return f"{reverse('articles:list')}?{by}={value}"


def _own_page(row: Any) -> str:
    return row.get_absolute_url()


# By the word that names the feed's address. A row that no public edition has does not exist for readers, unless it is
# the registry's.
SUBJECTS: dict[str, Callable[[str], Subject]] = {
    "theme": _row(lambda: covered(Theme.objects.all()), _own_page),
    "author": _row(Contributor.objects.with_public_editions, _own_page),
    "source": _row(lambda: covered(Source.objects.all()), lambda source: _narrowed("source", source.slug)),
    "language": _language,
    "country": _row(Country.objects.all, _own_page),
    "official": _row(Official.objects.public, _own_page),
    "organisation": _row(Organisation.objects.all, _own_page),
    "meeting": _row(Meeting.objects.public, _own_page),
}


@require_safe
def feed(request: HttpRequest, *, written_as: str, about: str = "", slug: str = "") -> HttpResponse:
    """The newest public editions, all of them or those about a subject, in one of `FORMATS`.

    Answers 304 to a reader who has it already, 404 for a subject that is not there.
    """
    subject = SUBJECTS[about](slug) if about else Subject("", reverse("home"), Edition.objects.all())
    content = _written(request, written_as, subject)
    # A withdrawal changes a feed without being in it, so not only its entries say when it changed.
    changed = subject.editions.last_change()
    return conditional(request, content.encode(), FORMATS[written_as].content_type, changed=changed)


def _written(request: HttpRequest, written_as: str, subject: Subject) -> str:
    newest = subject.editions.public().newest_first().annotate(article_uid=F("article__uid"))
    entries = list(newest.prefetch_related("themed", "bylines")[:ENTRIES])
    title, description = settings.SITE_NAME, _("The latest articles.")
    if subject.name:
        title = _("%(name)s – %(site)s") % {"name": subject.name, "site": settings.SITE_NAME}
        description = _("The latest articles on this subject: %(name)s.") % {"name": subject.name}
    written = FORMATS[written_as](
        title=in_xml(title),
        link=request.build_absolute_uri(subject.page),
        description=in_xml(description),
        subtitle=in_xml(description),  # the same, as Atom calls it
        language=get_language(),
        author_name=in_xml(settings.SITE_PUBLISHER),
        feed_url=request.build_absolute_uri(request.path),
        updated=max((edition.visible_from for edition in entries), default=NOTHING_YET),
    )
    for edition in entries:
        written.add_item(**_entry(request, edition))
    return written.writeString("utf-8")


def _entry(request: HttpRequest, edition: Any) -> dict[str, Any]:
    signed = [in_xml(byline.name) for byline in edition.bylines.all() if byline.name]
    words = in_xml(summary(edition))
    return {
        "title": in_xml(edition.title),
        "link": request.build_absolute_uri(edition.get_absolute_url()),
        "summary": words,
        "description": escape(words, quote=False),  # readers take Atom's and RSS's for HTML
        "content": in_xml(full_text(edition, request.build_absolute_uri("/"))),
        "unique_id": f"urn:uuid:{edition.article_uid}",
        "unique_id_is_permalink": False,
        "pubdate": edition.first_public_at,
        "updateddate": edition.visible_from,
        "signed": signed,
        "author_name": ", ".join(signed) or None,
        "categories": [in_xml(theme.name) for theme in edition.themed.all()],
        "item_copyright": in_xml(edition.rights_note) or None,
        "language": edition.language,
    }


def full_text(edition: Edition, site: str) -> str:
    """The text as HTML with links that lead to the site from anywhere, or nothing where we may not pass it on."""
    if edition.rights not in PASSED_ON:
        return ""
    return _ADDRESS_HERE.sub(lambda _found: site.rstrip("/"), edition.body)


def summary(edition: Edition) -> str:
    """The standfirst, or the first words of the text, on one line."""
    text = " ".join((edition.standfirst or plain_text(edition.body)).split("\n")).strip()
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0] + " …"


def _paths(route: Any, name: str, about: str = "") -> URLPattern | URLResolver:
    return path(
        route,
        include(
            [
                path(file, feed, {"written_as": form, "about": about}, name=f"{name}-{form}")
                for form, file in FILE_NAMES.items()
            ]
        ),
    )


urlpatterns = [
    _paths("", "feed"),
    path(gettext_lazy("corrections/log/atom.xml"), corrections, name="corrections-atom"),
    _paths(gettext_lazy("themes/<slug:slug>/"), "theme", "theme"),
    _paths(gettext_lazy("authors/<slug:slug>/"), "author", "author"),
    _paths(gettext_lazy("sources/<slug:slug>/"), "source", "source"),
    _paths(gettext_lazy("languages/<slug:slug>/"), "language", "language"),
    _paths(gettext_lazy("countries/<slug:slug>/"), "country", "country"),
    _paths(gettext_lazy("officials/<slug:slug>/"), "official", "official"),
    _paths(gettext_lazy("organisations/<slug:slug>/"), "organisation", "organisation"),
    _paths(gettext_lazy("meetings/<slug:slug>/"), "meeting", "meeting"),
]
