"""How long the title, the address, the standfirst and the words for search engines may be. No Django here."""

import re
from collections.abc import Iterator

from articles.checking.words import Noticed, Words, whole

# In characters.
TITLE = range(15, 111)  # fewer say too little alone; of more than 110, Google's rules for news say, none are shown
SEARCH_TITLE = 65  # what a line of search results holds
SLUG = 75  # what a line of search results holds of an address
META_DESCRIPTION = range(50, 321)  # what search engines show of a description
STANDFIRST = range(40, 501)

_NO_WORDS = re.compile(r"(?:article|titre|title|[\d-])*(?:-\d+)?")


def lengths(words: Words) -> Iterator[Noticed]:
    """What is too short, too long or not there."""
    title = words.title.strip()
    if title and len(title) not in TITLE:
        said = "long" if len(title) >= TITLE.stop else "short"
        bounds = {"characters": len(title), "least": TITLE.start, "most": TITLE.stop - 1}
        yield Noticed("title-length", said, bounds, (whole("title", words.title),))
    shown, where = (words.seo_title.strip(), "seo_title") if words.seo_title.strip() else (title, "title")
    if len(shown) > SEARCH_TITLE:
        said = "own" if where == "seo_title" else "title"
        values = {"characters": len(shown), "most": SEARCH_TITLE}
        yield Noticed("search-title", said, values, (whole("seo_title", words.seo_title),))
    slug = words.slug.strip()
    if slug and (len(slug) > SLUG or _NO_WORDS.fullmatch(slug)):
        said = "long" if len(slug) > SLUG else "empty"
        yield Noticed("slug", said, {"characters": len(slug), "most": SLUG}, (whole("slug", words.slug),))
    yield from _within(words, "meta_description", "meta-description", META_DESCRIPTION)
    yield from _within(words, "standfirst", "standfirst", STANDFIRST)


def _within(words: Words, name: str, check: str, allowed: range) -> Iterator[Noticed]:
    text = words.field_text(name)
    length = len(text.strip())
    if length not in allowed:
        said = "none" if not length else "short" if length < allowed.start else "long"
        bounds = {"characters": length, "least": allowed.start, "most": allowed.stop - 1}
        yield Noticed(check, said, bounds, (whole(name, text),))
