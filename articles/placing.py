"""The pictures of an article, as rows of a snapshot: one at the top, others after a paragraph of the text."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Article, Edition, Picture, PictureRole, PlacedPicture
from articles.models.picture import words_of
from articles.sanitising import clean_html
from articles.snapshots import OF_A_PICTURE
from articles.staying import places_now


def rows_of(story: Article | Edition) -> list[dict[str, Any]]:
    """The pictures that stand there, in their order."""
    return list(story.pictures.values(*OF_A_PICTURE))


def row_for(picture: Picture, *, role: str = PictureRole.LEAD, position: int = 0) -> dict[str, Any]:
    """The picture in that place, with the words that the library has for it."""
    return {"picture": picture.pk, "role": role, "position": position} | words_of(picture)


def in_order(rows: Iterable[Mapping[str, Any]], *, strict: bool = True) -> list[dict[str, Any]]:
    """The rows as they are kept: whole, in the order of the page, at the top at position 0.

    Raises ValidationError for two pictures at the top, if it is `strict`.
    """
    kept = [{name: row[name] for name in OF_A_PICTURE} for row in rows]
    for row in kept:
        row["position"] = 0 if row["role"] == PictureRole.LEAD else row["position"]
        row["alt"] = "" if row["decorative"] else row["alt"]
    if strict and sum(row["role"] == PictureRole.LEAD for row in kept) > 1:
        raise ValidationError(_("Only one picture stands at the top: put the other one into the text."))
    return sorted(kept, key=lambda row: row["position"])


def followed(rows: Iterable[Mapping[str, Any]], old: str, new: str) -> list[dict[str, Any]]:
    """The rows of a text that has been changed: each picture behind the paragraph that it stood behind.

    How it follows says `articles.staying`. Both texts are HTML.
    """
    kept = [dict(row) for row in rows]
    within = [row for row in kept if row["role"] == PictureRole.BODY]
    if within and old != new:
        now = places_now({row["position"] for row in within}, clean_html(old), clean_html(new))
        for row in within:
            row["position"] = now[row["position"]]
    return in_order(kept, strict=False)


def put(article: Article, rows: Iterable[Mapping[str, Any]]) -> None:
    """Give the article those pictures and no others; one that has left the library is left out.

    Call it inside the transaction that saves. Raises ValidationError.
    """
    wanted = in_order(rows)
    if rows_of(article) == wanted:
        return
    known = set(Picture.objects.filter(pk__in=[row["picture"] for row in wanted]).values_list("pk", flat=True))
    article.pictures.all().delete()
    for row in wanted:
        if row["picture"] in known:
            placed = PlacedPicture(article=article, picture_id=row["picture"])
            for name in OF_A_PICTURE[1:]:
                setattr(placed, name, row[name])
            placed.full_clean(exclude=["article", "edition", "picture"])
            placed.save()


def copy(story: Article | Edition, edition: Edition) -> None:
    """Give a new edition the pictures that the article has now, or another edition had, as they stand there."""
    PlacedPicture.objects.bulk_create(
        PlacedPicture(edition=edition, picture_id=row.pop("picture"), **row) for row in rows_of(story)
    )
