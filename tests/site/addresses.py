"""Every public address of the site, built from the URLconf and the rows of the database.

A new route is walked as soon as it exists; one whose argument is unknown here fails the walk: nobody forgets it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.flatpages.models import FlatPage
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from articles.models import Article, Contributor, Edition, Quote, Source, Theme
from newsroom.sitemaps import sections
from partners.meeting_lists import months_of
from partners.models import Country, Meeting, Official, Organisation

LANGUAGES = ["fr", "en"]
# No pages: the admin, pictures' files, what is there only once it is set. Site texts are walked by their rows.
LEFT_OUT = {"admin", "site-text", "favicon", "shared", "picture", "security"}


def slugs(model: type[Model]) -> Callable[[], list[str]]:
    """The slugs of all rows, of those too that readers must not see."""
    rows: Any = model._default_manager
    return lambda: list(rows.values_list("slug", flat=True).order_by("slug").distinct())


# What a route's argument can be, by the first word of the route's name: "country-atom" is filled as "country". A route
# with several arguments has a tuple for each.
FILLINGS: dict[str, Callable[[], list[Any]]] = {
    "article": lambda: sorted({*slugs(Article)(), *slugs(Edition)()}),
    "author": slugs(Contributor),
    "theme": slugs(Theme),
    "source": slugs(Source),
    "language": lambda: sorted(set(Article.objects.values_list("language", flat=True))),
    "country": slugs(Country),
    "official": slugs(Official),
    "organisation": slugs(Organisation),
    "meeting": slugs(Meeting),
    "kind": lambda: [kind for kind, _label in Meeting.KINDS],
    "calendar": lambda: months_of(Meeting.objects.all()),
    "quote": lambda: list(Quote.objects.values_list("pk", flat=True)),
    "sitemap": lambda: list(sections()),
}


@dataclass(frozen=True)
class Route:
    """A named address and the arguments that it takes, if any."""

    name: str
    arguments: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The first word of its name, without the app's."""
        return self.name.rpartition(":")[2].split("-")[0]


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
            yield Route(":".join(filter(None, [namespace, pattern.name])), arguments)


def addresses(route: Route) -> set[str]:
    """The route's address in both languages, for each row that it can show."""
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            found |= {reverse(route.name, args=values) for values in _values(route)}
    return found


def _values(route: Route) -> list[tuple[Any, ...]]:
    if not route.arguments:
        return [()]
    assert route.kind in FILLINGS, f"Say in FILLINGS what {route.arguments} of the new route {route.name} can be."
    filled = [value if isinstance(value, tuple) else (value,) for value in FILLINGS[route.kind]()]
    assert all(len(values) == len(route.arguments) for values in filled), route
    return filled


def public_addresses() -> list[str]:
    """All of them: each route for each row, public or not, and the site texts."""
    found = {address for route in public_routes() for address in addresses(route)}
    found |= set(FlatPage.objects.values_list("url", flat=True))
    return sorted(found)
