"""What a page says of its article beside the words: JSON-LD, OpenGraph, meta and link elements."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from articles.reading.formats.writer import Stated, iso_date

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|\w*Report|Review|PressRelease|Statement|Interview)")
_MOST_NODES = 2_000
_LONGEST = 1_000  # of a value: anything longer is no title, name or address
_SITE_JOINT = re.compile(r"\s+[|–—·•»:-]+\s+")


def facts_of(root: Any) -> Stated:
    """What the page states; empty values for what it does not."""
    said = _metas(root)
    article = next((node for node in _linked_data(root) if _is_article(node)), {})
    site = _name(article.get("publisher")) or said.get("og:site_name", "")
    title = _text(article.get("headline")) or _without_site(said.get("og:title", ""), site)
    authors = _names(article.get("author")) or _authors(root, said)
    standfirst = ""
    if article or said.get("og:type", "").casefold() == "article":
        standfirst = _text(article.get("description")) or said.get("og:description", "")
    return Stated(
        title=title,
        standfirst=standfirst,
        authors=tuple(author for author in authors if author != site),
        published=_first_date(
            _text(article.get("datePublished")),
            said.get("article:published_time", ""),
            *(said.get(name, "") for name in _PUBLISHED),
            _time_element(root, "datePublished"),
        ),
        updated=_first_date(
            _text(article.get("dateModified")),
            said.get("article:modified_time", ""),
            said.get("og:updated_time", ""),
            _time_element(root, "dateModified"),
        ),
        source=site,
        language=_language(root, article, said),
        url=_address(_canonical(root), said.get("og:url", ""), _text(article.get("url"))),
    )


_PUBLISHED = ("dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date", "date", "publishdate", "pubdate")


def page_title(root: Any, facts: Stated) -> str:
    """The page's own title without the name of its site, where the page says what that is."""
    return _without_site(_flat(root.findtext(".//title") or ""), facts.source)


def _metas(root: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().casefold()
        content = _flat(meta.get("content") or "")
        if name and content and len(content) <= _LONGEST:
            said.setdefault(name, content)
    return said


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, the outer ones first; what is no JSON is passed over."""
    waiting: list[Any] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().casefold().startswith("application/ld+json"):
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    count = 0
    while waiting and count < _MOST_NODES:
        node = waiting.pop(0)
        count += 1
        if isinstance(node, list):
            waiting[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            waiting += [value for value in (node.get("@graph"), node.get("mainEntity")) if value]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind.rpartition("/")[2]) for kind in kinds)


def _text(value: Any) -> str:
    """A string of JSON-LD on one line; empty for anything else or for one that is too long to be a field."""
    return _flat(value) if isinstance(value, str) and len(value) <= _LONGEST else ""


def _flat(words: str) -> str:
    return " ".join(words.split())


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(name for each in listed[:20] if (name := _name(each))))


def _authors(root: Any, said: dict[str, str]) -> list[str]:
    named = said.get("author") or said.get("article:author") or said.get("dc.creator") or said.get("dcterms.creator")
    if named and not named.startswith(("http://", "https://")):
        return [named]
    linked = root.xpath("//a[@rel='author'] | //*[@itemprop='author']")
    names = [_flat(" ".join(element.itertext())) for element in linked[:20]]
    return list(dict.fromkeys(name for name in names if 0 < len(name) <= 80))


def _first_date(*values: str) -> str:
    return next((date for value in values if (date := iso_date(value))), "")


def _time_element(root: Any, name: str) -> str:
    found = root.xpath("//*[@itemprop=$name]", name=name)
    return next((value for each in found[:5] if (value := each.get("datetime") or each.get("content"))), "")


def _language(root: Any, article: dict[str, Any], said: dict[str, str]) -> str:
    declared = _text(article.get("inLanguage")) or root.get("lang") or said.get("og:locale", "")
    code = re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", declared or "")
    return code[1].lower() if code else ""


def _canonical(root: Any) -> str:
    links = root.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links else ""


def _address(*values: str) -> str:
    """The first that is a whole address of the web."""
    for value in values:
        value = value.strip()
        try:
            parts = urlsplit(value)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc and len(value) <= _LONGEST and " " not in value:
            return value
    return ""


def _without_site(title: str, site: str) -> str:
    """The title without " | Le Monde" at its end or its beginning, where the page says that this is its site."""
    parts = [match.span() for match in _SITE_JOINT.finditer(title)]
    if not (parts and site):
        return title
    (first_end, first_start), (last_end, last_start) = parts[0], parts[-1]
    if _same(title[last_start:], site):
        return title[:last_end]
    if _same(title[:first_end], site):
        return title[first_start:]
    return title


def _same(one: str, other: str) -> bool:
    def letters(words: str) -> str:
        return "".join(character for character in words.casefold() if character.isalnum())

    one, other = letters(one), letters(other)
    return bool(one) and (one == other or one == letters(f"{other}.fr") or one == letters(f"{other}.com"))
