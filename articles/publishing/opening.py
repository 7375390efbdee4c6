"""How an edition comes to stand: its number, and its own copy of links, themes, signatures and pictures."""

from django.db.models import Max

from articles import placing
from articles.models import Article, Byline, Edition, ThemedEdition
from articles.models.story import LINK_FIELDS


def keep_edition(edition: Edition) -> None:
    """Keep the new edition under the next number of its article, whose row is locked."""
    last = edition.article.editions.aggregate(last=Max("number"))["last"]
    edition.number = (last or 0) + 1
    edition.save()


def copy_links(story: Article | Edition, edition: Edition) -> None:
    """Give the edition the links, themes, bylines and pictures of the working copy, or of another edition.

    Those of a working copy with the names that they have now, those of an edition with the names that it printed.
    """
    for name in LINK_FIELDS:
        getattr(edition, name).set(getattr(story, name).all())
    if isinstance(story, Edition):
        ThemedEdition.objects.bulk_create(
            ThemedEdition(tag=theme.tag, content_object=edition, name=theme.name)
            for theme in story.themed.select_related("tag")
        )
    else:
        edition.tags.set(story.tags.all())
    Byline.objects.bulk_create(
        Byline(
            edition=edition,
            contributor=byline.contributor,
            printed_name=byline.name,
            role=byline.role,
            place=byline.place,
            position=byline.position,
        )
        for byline in story.bylines.select_related("contributor")
    )
    placing.copy(story, edition)
