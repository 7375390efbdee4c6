"""The working copy as readers would see it: an edition that nobody keeps, for the public page's own template."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Contributor,
    Decision,
    Edition,
    Kind,
    Picture,
    PlacedPicture,
    Quote,
    Source,
    Theme,
    ThemedEdition,
)
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.quoting import find_words
from articles.sanitising import clean_html, plain_text
from articles.slugs import ascii_slug
from partners.dates import PartialDate
from partners.folding import fold

_NOBODYS = 0  # the key of an edition that is in no table


def edition_of(article: Article, words: Mapping[str, Any]) -> Edition:
    """The edition that publishing those words now would make; it is not saved, and links to what is.

    `words` speaks as a revision's snapshot does; a byline may have a `name` instead of a contributor's key. Themes and
    contributors that nobody has made yet are shown, and not made.
    """
    edition = Edition(pk=_NOBODYS, article=article)
    for name in TEXT_FIELDS:
        if name != "source":
            setattr(edition, name, words.get(name) or ("" if name not in {"dated", "revised"} else None))
    for name in ("dated", "revised"):
        if isinstance(value := getattr(edition, name), str):
            setattr(edition, name, PartialDate.parse(value))
    edition.body = clean_html(edition.body)
    edition.source = Source.objects.filter(pk=words.get("source") or 0).first()
    edition.source_name = edition.source.name if edition.source else ""
    now = timezone.now()
    first = article.editions.ever_visible().filter(visible_from__lte=now).order_by("visible_from").first()
    edition.kind = Kind.SILENT if first is not None else Kind.FIRST
    edition.visible_from = now
    edition.first_public_at = first.first_public_at if first is not None else now
    themes = _themes(words.get("tags") or ())
    # What the managers of a kept edition would fetch: they ask here first.
    edition._prefetched_objects_cache = {  # type: ignore[attr-defined]
        **{name: _linked(name, words.get(name) or ()) for name in LINK_FIELDS},
        "themed": [ThemedEdition(tag=theme, content_object=edition, name=theme.name) for theme in themes],
        "tags": Theme.objects.filter(pk__in=[theme.pk for theme in themes if theme.pk]),
        "bylines": _bylines(edition, words.get("bylines") or ()),
        "pictures": _pictures(edition, words.get("pictures") or ()),
    }
    return edition


def quotes_of(article: Article, edition: Edition) -> list[Quote]:
    """The article's accepted quotes whose words stand in that edition's text, as its page shows them."""
    text = unicodedata.normalize("NFC", plain_text(edition.body))
    accepted = article.quotes.filter(decision=Decision.ACCEPTED).select_related("speaker", "office")
    standing = []
    for quote in accepted:
        if found := find_words(quote.text, text):
            quote.stands_at = found[0]
            standing.append(quote)
    return sorted(standing, key=lambda quote: (quote.stands_at, quote.pk))


def _linked(name: str, keys: Any) -> Any:
    rows = Edition._meta.get_field(name).related_model._default_manager.filter(pk__in=list(keys))  # type: ignore[union-attr]
    beside = {"officials": ["tenures__office", "country"], "countries": ["relations"]}
    return rows.prefetch_related(*beside.get(name, []))


def _themes(names: Any) -> list[Theme]:
    """The themes of those names, in the order of themes; one that is new is made here and nowhere else."""
    typed = {fold(name)[:100]: name for name in names if fold(name)}
    held = {theme.folded: theme for theme in Theme.objects.filter(folded__in=typed)}
    new = {
        folded: Theme(name=name, slug=ascii_slug(name, fallback="theme"), folded=folded)
        for folded, name in typed.items()
    }
    return [(new | held)[folded] for folded in sorted(typed)]


def _bylines(edition: Edition, rows: Any) -> list[Byline]:
    known = Contributor.objects.in_bulk([row["contributor"] for row in rows if row.get("contributor")])
    signed = []
    for row in rows:
        contributor = known.get(row.get("contributor")) or (Contributor(name=row["name"]) if row.get("name") else None)
        signed.append(
            Byline(
                edition=edition,
                printed_name=contributor.name if contributor else "",
                contributor=contributor if contributor and contributor.pk else None,  # one who has a page
                role=row["role"],
                place=row["place"],
                position=row["position"],
            )
        )
    return sorted(signed, key=lambda byline: byline.position)


def _pictures(edition: Edition, rows: Any) -> list[PlacedPicture]:
    known = Picture.objects.in_bulk([row["picture"] for row in rows])
    placed = [
        PlacedPicture(edition=edition, **row | {"picture": known[row["picture"]]})
        for row in rows
        if row["picture"] in known
    ]
    return sorted(placed, key=lambda each: each.position)
