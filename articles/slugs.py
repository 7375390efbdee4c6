"""Slugs of texts: ASCII, cut at a word, and free."""

from collections.abc import Callable

from partners import folding

LENGTH = 80


def ascii_slug(text: str, *, fallback: str) -> str:
    """Make a slug of at most 80 characters; text without Latin letters or digits gives `fallback`."""
    slug = folding.ascii_slug(text)
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]
    return slug.strip("-") or fallback


def free_slug(slug: str, taken: Callable[[str], bool]) -> str:
    """The slug itself, or the first of slug-2, slug-3… that is not taken."""
    candidate, number = slug, 1
    while taken(candidate):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
