"""Which page of this site an address names."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

_PAGES = {
    "articles:article": "article",
    "articles:theme": "theme",
    "articles:author": "author",
    "partners:country": "country",
    "partners:official": "official",
    "partners:organisation": "organisation",
    "partners:meeting": "meeting",
}
_FILES = ("/static/", "/media/")


@dataclass(frozen=True, slots=True)
class OwnPage:
    """`exists`: the site has it whatever its records are; else what it shows, by kind and slug, has to be there."""

    kind: str
    slug: str = ""
    exists: bool = False


def own_page(address: str, hosts: Collection[str] = ()) -> OwnPage | None:
    """The page of this site that a link leads to; None for what is elsewhere, a file, or a place on the same page."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    if host and host not in {*hosts, *(name for name in settings.ALLOWED_HOSTS if "*" not in name)}:
        return None
    path = unquote(parts.path)
    if not path.startswith("/") or parts.scheme not in {"", "http", "https"} or path.startswith(_FILES):
        return None
    with translation.override("en" if path.startswith("/en/") else settings.LANGUAGE_CODE):
        try:
            found = resolve(path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/")
        except Resolver404:
            return OwnPage("nothing")
    if found.app_names[:1] == ["admin"]:
        return OwnPage("desk")
    if found.view_name in _PAGES:
        return OwnPage(_PAGES[found.view_name], found.kwargs["slug"])
    if found.url_name == "site-text":
        return OwnPage("site-text", f"/{'en/' if path.startswith('/en/') else ''}{found.kwargs['url']}")
    return OwnPage("page", exists=True)
