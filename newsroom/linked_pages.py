"""What each page tells machines of itself, in schema.org's words: which things stand on it, and the way to it.

By the name of its address; a page that is not named here tells nothing, nor does one that is not to be indexed.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.templatetags.pictures import lead_figure, shared_sizes
from articles.templatetags.stories import summary
from newsroom import linked_data
from newsroom.linked_data import Node

Context = Mapping[str, Any]
LISTS = {
    "articles:list": _("Articles"),
    "articles:themes": _("Themes"),
    "articles:quotes": _("Quotes"),
    "partners:countries": _("Countries"),
    "partners:officials": _("Officials"),
    "partners:organisations": _("Organisations"),
    "partners:meetings": _("Meetings"),
}


def nodes_of(name: str, context: Context, site: str, path: str) -> list[Node]:
    """The nodes of the page of that name; `path` is its one address, with its page number."""
    if name in LISTS:
        return _list_page(name, context, site, path)
    build = PAGES.get(name)
    return build(context, site, path) if build is not None else []


def _home(_context: Context, site: str, _path: str) -> list[Node]:
    return [linked_data.publisher(site), linked_data.website(site)]


def _list_page(name: str, context: Context, site: str, path: str) -> list[Node]:
    rows = list(context.get("page_obj") or ())
    quotes = _quotations(site, rows) if name == "articles:quotes" else []
    pages = [] if quotes else [row for row in rows if hasattr(row, "get_absolute_url")]
    way = [_at_home(), (str(LISTS[name]), reverse(name))]
    return [
        linked_data.collection(site, path, str(LISTS[name]), pages),
        linked_data.breadcrumbs(site, way),
        *quotes,
    ]


def _article(context: Context, site: str, _path: str) -> list[Node]:
    edition = context["edition"]
    if not context["at_home"]:
        return []
    lead = lead_figure(edition)
    told = linked_data.article(
        site,
        edition,
        officials=context["officials"],
        countries=[country for country, _relation in context["countries"]],
        notes=[notice.edition for notice in context["notices"]],
        versions=context["versions"],
        description=edition.meta_description or summary(edition),
        images=[site + shared_sizes(lead).src] if lead else [],
        own_day=edition.dated if context["own_day"] else None,
    )
    quotes = [linked_data.quotation(site, quote, edition) for quote in context["quotes"]]
    way = [*_below("articles:list"), (edition.title, edition.get_absolute_url())]
    return [told, linked_data.publisher(site), linked_data.breadcrumbs(site, way), *quotes]


def _theme(context: Context, site: str, path: str) -> list[Node]:
    return _coverage(context, site, path, context["entry"], "articles:themes")


def _author(context: Context, site: str, path: str) -> list[Node]:
    contributor = context["contributor"]
    url = site + contributor.get_absolute_url()
    person = linked_data.node("Person", id=f"{url}#this", name=contributor.name, url=url)
    return [person, *_coverage(context, site, path, contributor, "articles:list")]


def _country(context: Context, site: str, path: str) -> list[Node]:
    entry = context["entry"]
    return [linked_data.country(site, entry), *_coverage(context, site, path, entry, "partners:countries")]


def _official(context: Context, site: str, path: str) -> list[Node]:
    entry = context["entry"]
    tenures = [tenure for tenure, _bar in context.get("spans", ())]
    told = linked_data.person(site, entry, tenures=tenures)
    return [told, *_coverage(context, site, path, entry, "partners:officials")]


def _organisation(context: Context, site: str, path: str) -> list[Node]:
    entry = context["entry"]
    return [linked_data.organisation(site, entry), *_coverage(context, site, path, entry, "partners:organisations")]


def _meeting(context: Context, site: str, path: str) -> list[Node]:
    entry, present = context["entry"], context.get("participants")
    told = linked_data.event(
        site,
        entry,
        officials=[official for official, _tenure in present.officials] if present else (),
        organisations=present.organisations if present else (),
        countries=present.countries if present else (),
    )
    return [told, *_coverage(context, site, path, entry, "partners:meetings")]


def _coverage(context: Context, site: str, path: str, entry: Any, parent: str) -> list[Node]:
    """The list of texts about an entry, the words said, and the way to the page."""
    way = [*_below(parent), (entry.name, entry.get_absolute_url())]
    listed = linked_data.collection(site, path, entry.name, context["page_obj"])
    return [listed, linked_data.breadcrumbs(site, way), *_quotations(site, context.get("quotes") or ())]


def _quotations(site: str, quotes: Iterable[Any]) -> list[Node]:
    """Quotes from `for_lists`, which know where readers find their words."""
    return [
        linked_data.quotation(site, quote, quote.public_places[0].edition) for quote in quotes if quote.public_places
    ]


def _at_home() -> tuple[str, str]:
    return settings.SITE_NAME, reverse("home")


def _below(name: str) -> list[tuple[str, str]]:
    return [_at_home(), (str(LISTS[name]), reverse(name))]


PAGES: dict[str, Callable[[Context, str, str], list[Node]]] = {
    "home": _home,
    "articles:article": _article,
    "articles:theme": _theme,
    "articles:author": _author,
    "partners:country": _country,
    "partners:official": _official,
    "partners:organisation": _organisation,
    "partners:meeting": _meeting,
}
