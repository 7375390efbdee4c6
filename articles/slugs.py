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
    """The slug itself, else with a number from 2 on: one that is free, the one before it being taken.

    `taken` is asked once where the slug is new, and some twenty times where thousands have the same: an article
    costs no more time than the one before.
    """
    first, before = 1, 0
    while taken(_numbered(slug, first)):
        before, first = first, 2 * first
    while first - before > 1:
        middle = (before + first) // 2
        if taken(_numbered(slug, middle)):
            before = middle
        else:
            first = middle
    return _numbered(slug, first)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
