"""Pictures on the pages of readers: at the top of a text, within it, on cards and on officials' pages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles import renditions
from articles.blocks import with_insertions
from articles.models import Edition, Language, PictureRole, PlacedPicture, Portrait
from articles.renditions import Sizes
from partners.models import Official

register = template.Library()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it stands in a text, in all its sizes; `language` is the caption's where it is another one."""

    placed: PlacedPicture
    sizes: Sizes
    language: str

    @classmethod
    def of(cls, placed: PlacedPicture, edition: Edition) -> "Figure":
        own = placed.caption_language in {edition.language, Language.UNDETERMINED}
        picture = placed.picture
        return cls(
            placed,
            renditions.whole(picture.address, picture.width, picture.height),
            "" if own else placed.caption_language,
        )


@register.simple_tag
def lead_figure(edition: Edition) -> Figure | None:
    """The picture at the top of the text, if it has one."""
    for placed in edition.pictures.all():
        if placed.role == PictureRole.LEAD:
            return Figure.of(placed, edition)
    return None


@register.simple_tag
def with_pictures(html: SafeString, edition: Edition) -> SafeString:
    """The text as it is set, with the pictures that stand in it."""
    pieces: dict[int, str] = {}
    for placed in edition.pictures.all():
        if placed.role == PictureRole.BODY:
            figure = render_to_string("articles/_figure.html", {"figure": Figure.of(placed, edition)})
            pieces[placed.position] = pieces.get(placed.position, "") + figure
    return mark_safe(with_insertions(html, pieces)) if pieces else html  # noqa: S308 - both are safe already


@register.simple_tag
def card_sizes(edition: Any) -> Sizes | None:
    """The part of the picture at the top that a card shows, of an edition from `for_cards`."""
    held: dict[str, Any] | None = getattr(edition, "lead_picture", None)
    return renditions.card(**held) if held else None


@register.simple_tag
def shared_sizes(figure: Figure) -> Sizes:
    """The part of a picture that goes with a link to the text elsewhere."""
    picture = figure.placed.picture
    return renditions.card(picture.address, picture.width, picture.height, picture.focal_x, picture.focal_y)


@register.simple_tag
def portrait_of(official: Official) -> tuple[Portrait, Sizes] | None:
    """The portrait of an official, if there is one."""
    portrait = Portrait.objects.filter(official=official).select_related("picture").first()
    if portrait is None:
        return None
    picture = portrait.picture
    return portrait, renditions.whole(picture.address, picture.width, picture.height)
