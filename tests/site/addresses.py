"""Every public address of the site, built from the URLconf and the rows of the database.

A new route is walked as soon as it exists; one whose argument is unknown here fails the walk: nobody forgets it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.flatpages.models import FlatPage
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from articles.models import Article, Contributor, Theme
from newsroom.sitemaps import sections
from partners.models import Country, Meeting, Official, Organisation

LANGUAGES = ["fr", "en"]
# Not for readers, or no page of its own: the admin, and site texts, which are walked by their rows.
LEFT_OUT = {"admin", "site-text", "favicon"}
ROWS = {
    "article": Article,
    "author": Contributor,
    "theme": Theme,
    "country": Country,
    "official": Official,
    "organisation": Organisation,
    "meeting": Meeting,
}


@dataclass(frozen=True)
class Route:
    """A named address and the argument that it takes, if any."""

    name: str
    argument: str = ""


def public_routes(patterns=None, namespace: str = "", above: tuple[str, ...] = ()) -> Iterator[Route]:
    """Every named route but those of the admin."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            if pattern.namespace not in LEFT_OUT:
                inner = ":".join(filter(None, [namespace, pattern.namespace]))
                yield from public_routes(pattern.url_patterns, inner, arguments)
        elif isinstance(pattern, URLPattern) and pattern.name not in LEFT_OUT:
            assert pattern.name, f"{pattern} has no name"
            assert len(arguments) <= 1, f"{pattern} takes {arguments}"
            yield Route(":".join(filter(None, [namespace, pattern.name])), *arguments)


def addresses(route: Route) -> set[str]:
    """The route's address in both languages, for each row that it can show."""
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            found |= {reverse(route.name, args=[value] if value else []) for value in _values(route)}
    return found


def _values(route: Route) -> list[str]:
    if not route.argument:
        return [""]
    if route.argument == "section":
        return list(sections())
    kind = route.name.rpartition(":")[2].split("-")[0]
    return list(ROWS[kind].objects.values_list("slug", flat=True).order_by("slug").distinct())


def public_addresses() -> list[str]:
    """All of them: each route for each row, public or not, and the site texts."""
    found = {address for route in public_routes() for address in addresses(route)}
    found |= set(FlatPage.objects.values_list("url", flat=True))
    return sorted(found)
