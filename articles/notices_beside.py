"""What readers are told of the signatures and pictures that changed between two editions, in their own words.

Editions keep both as they were printed, whatever contributors and the library are called later.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import zip_longest
from typing import Any

from django.db.models import TextField, Value
from django.utils.translation import gettext as _

from articles.differences import Change, Piece
from articles.models import Byline, BylineRole, Edition, PlacedPicture
from articles.replacements import Replaced, replaced

_TEXT = TextField()


def fetch_beside(editions: Collection[Edition]) -> None:
    """Give the editions the signatures and pictures that they printed, by one query, none for no edition."""
    held: dict[int, dict[str, list[Any]]] = {edition.pk: {"bylines": [], "pictures": []} for edition in editions}
    if not held:
        return
    bylines = Byline.objects.filter(edition__in=held).order_by()
    pictures = PlacedPicture.objects.filter(edition__in=held).order_by()
    place = ("edition_id", "position", "pk")
    signed = bylines.values_list(Value("bylines", _TEXT), *place, Value(0), "printed_name", "role", "place")
    placed = pictures.values_list(Value("pictures", _TEXT), *place, "picture_id", "caption", "alt", "credit")
    for name, key, position, pk, picture, *words in signed.union(placed, all=True):
        row = {"pk": pk, "edition_id": key, "position": position}
        if name == "bylines":
            row |= dict(zip(("printed_name", "role", "place"), words, strict=True))
            held[key][name].append(Byline(**row))
        else:
            row |= dict(zip(("caption", "alt", "credit"), words, strict=True))
            held[key][name].append(PlacedPicture(picture_id=picture, **row))
    for edition in editions:
        for name, rows in held[edition.pk].items():
            edition._prefetched_objects_cache = getattr(edition, "_prefetched_objects_cache", {})  # type: ignore[attr-defined]
            edition._prefetched_objects_cache[name] = sorted(rows, key=lambda row: (row.position, row.pk))  # type: ignore[attr-defined]


def signatures_changed(old: Edition, new: Edition) -> list[Replaced]:
    """The signatures that went, came or were changed, each as readers read it."""
    return replaced(_signatures(old), _signatures(new), most=None)[0]


def pictures_changed(old: Edition, new: Edition) -> tuple[list[Replaced], bool]:
    """The pictures that went and came, and the words of others that changed; whether one took the place of another
    with the same words. A picture that only stands elsewhere is no change.
    """
    before, after = _pictures(old), _pictures(new)
    passages: list[Replaced] = []
    silent = False
    gone = [_shown(before[key]) for key in before if key not in after]
    come = [_shown(after[key]) for key in after if key not in before]
    for was, now in zip_longest(gone, come, fillvalue=""):
        if was == now:
            silent = True
        else:
            passages.append(Replaced(_whole(Change.GONE, was), _whole(Change.NEW, now)))
    for key in after:
        if key in before:
            passages += replaced(_words(before[key]), _words(after[key]), around=None, most=None)[0]
    return passages, silent


def _signatures(edition: Edition) -> list[str]:
    return [_signed(byline) for byline in edition.bylines.all()]


def _signed(byline: Byline) -> str:
    """As the page of the edition has it."""
    said = byline.printed_name or str(byline.get_role_display())
    if byline.printed_name and byline.role != BylineRole.AUTHOR:
        said = f"{said}, {str(byline.get_role_display()).lower()}"
    return f"{said} ({byline.place})" if byline.place else said


def _pictures(edition: Edition) -> dict[tuple[int, int], PlacedPicture]:
    """The pictures in the order of the page, by their keys; one that stands there again is another one."""
    times: Counter[int] = Counter()
    found = {}
    for placed in edition.pictures.all():
        found[placed.picture_id, times[placed.picture_id]] = placed
        times[placed.picture_id] += 1
    return found


def _words(placed: PlacedPicture) -> list[str]:
    """What is said of a picture, a line for each thing."""
    said: Sequence[tuple[str, str]] = [
        (_("Caption"), placed.caption),
        (_("Description"), placed.alt),
        (_("Credit"), placed.credit),
    ]
    told = _("%(what)s: %(words)s")
    return [told % {"what": what, "words": " ".join(words.split())} for what, words in said if words.strip()]


def _shown(placed: PlacedPicture) -> str:
    """A picture on one line: its caption, else what it shows, and whose it is."""
    words = " ".join((placed.caption or placed.alt).split()) or _("A picture without words")
    return f"{words} ({placed.credit})" if placed.credit else words


def _whole(change: Change, words: str) -> tuple[Piece, ...]:
    return (Piece(change, words),) if words else ()
