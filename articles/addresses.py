"""Where articles are found: an address is one article's for good, and a former one leads to the present one.

Which address is the present one follows from the public edition, so that a scheduled change of address needs nobody:
every other address of the article leads there in one step, whatever came in between. Taking an old address back
makes it the present one again, and it leads nowhere else.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Address, Article, Edition


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address that shows no article: where to go, or the notice, or merely that it is gone."""

    moved_to: Edition | None = None
    left: Edition | None = None
    notice: Edition | None = None


def answer(slug: str, at: datetime) -> Answer | None:
    """What to tell a reader at an address where no edition is public at that moment; None where nothing ever was.

    An address of an article in the trash never was. One that has led somewhere is gone for good, once its article is
    not public or it was revoked: 410, which asks search engines to forget it, where 404 has them come back and try.
    """
    address = Address.objects.select_related("article").filter(slug=slug, article__trashed_at=None).first()
    if address is None:
        return None
    seen = _seen(at).filter(article=address.article, slug=slug).defer("body").order_by("-visible_from").first()
    if seen is None:
        return None
    if address.revoked_at is not None:
        return Answer()
    public = address.article.public_edition(at)
    if public is not None:
        return Answer(moved_to=public, left=seen)
    return Answer(notice=address.article.editions.withdrawn(at).first())


def former(article: Article, at: datetime | None = None) -> QuerySet[Address]:
    """The addresses under which readers could find the article and no longer do, revoked ones too."""
    at = at or timezone.now()
    mine = _seen(at).filter(article=article)
    present = mine.order_by("-visible_from", "-number").values("slug")[:1]
    return article.addresses.filter(Exists(mine.filter(slug=OuterRef("slug")))).exclude(slug=Subquery(present))


@transaction.atomic
def revoke(article: Article, slug: str, *, by: User) -> None:
    """Let a former address lead nowhere. Raises PermissionDenied, and Refused for what is no former address."""
    address = _former(article, slug, by)
    if address.revoked_at is None:
        Address.objects.filter(pk=address.pk).update(revoked_at=timezone.now())
        said = _("The address “%(slug)s” no longer leads here") % {"slug": slug}
        publishing.log(by, article, said, action="revoke_address", before={"leads_here": [slug]})


@transaction.atomic
def lead_again(article: Article, slug: str, *, by: User) -> None:
    """Let a revoked address lead to its article again. Raises as `revoke` does."""
    address = _former(article, slug, by)
    if address.revoked_at is not None:
        Address.objects.filter(pk=address.pk).update(revoked_at=None)
        said = _("The address “%(slug)s” leads here again") % {"slug": slug}
        publishing.log(by, article, said, action="revoke_address", after={"leads_here": [slug]})


def _former(article: Article, slug: str, by: User) -> Address:
    publishing.require(by, "articles.publish_article")
    locked = publishing.locked_row(article)
    address = former(locked).filter(slug=slug).first()
    if address is None:
        raise publishing.Refused(_("“%(slug)s” is no former address of this article.") % {"slug": slug})
    return address


def _seen(at: datetime) -> QuerySet[Edition]:
    """Editions that readers have seen or see at that moment."""
    return Edition.objects.ever_visible().filter(visible_from__lte=at)
