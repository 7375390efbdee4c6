"""Slugs that articles hold: whatever readers see or will see under a slug makes it that article's for good."""

from django.utils.translation import gettext as _

from articles.models import Address, Article
from articles.publishing.acting import Refused


def claim(article: Article, slug: str) -> None:
    """Make the slug an address of the article, once more if it was revoked. Raises Refused where it is another's."""
    address, made = Address.objects.get_or_create(slug=slug, defaults={"article": article})
    if address.article_id != article.pk:
        raise Refused(refusal(slug))
    if not made and address.revoked_at is not None:
        Address.objects.filter(pk=address.pk).update(revoked_at=None)


def refuse_taken(article: Article, slug: str) -> None:
    """Raise Refused where the slug is an address of another article."""
    if Address.objects.filter(slug=slug).exclude(article=article).exists():
        raise Refused(refusal(slug))


def refusal(slug: str) -> str:
    return _("“%(slug)s” is the address of another article, or was: change the slug.") % {"slug": slug}
