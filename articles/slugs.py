"""Slugs of texts: ASCII, cut at a word, and free."""

from collections.abc import Callable, Collection

from partners import folding

LENGTH = 80
_EXPONENTS = 24  # sixteen million texts of one title are enough


def ascii_slug(text: str, *, fallback: str) -> str:
    """Make a slug of at most 80 characters; text without Latin letters or digits gives `fallback`."""
    slug = folding.ascii_slug(text)
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]
    return slug.strip("-") or fallback


def free_slug(slug: str, taken: Callable[[Collection[str]], Collection[str]]) -> str:
    """The slug itself, else with a number from 2 on: one that is free, the one before it being taken.

    `taken` says which of some slugs are; it is asked once where the slug is new, and some twenty times where
    thousands have the same, which therefore costs no more time with each one.
    """
    powers = [1 << exponent for exponent in range(_EXPONENTS)]
    gone = set(taken([_numbered(slug, number) for number in powers]))
    first = next((number for number in powers if _numbered(slug, number) not in gone), 0)
    if not first:
        raise ValueError(f"{slug}: no number is left.")
    before = first // 2
    while first - before > 1:
        middle = (before + first) // 2
        if taken([_numbered(slug, middle)]):
            before = middle
        else:
            first = middle
    return _numbered(slug, first)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
