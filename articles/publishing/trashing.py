"""The trash: an article is hidden everywhere, loses nothing, and comes back as it was."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import timeline
from articles.models import Article
from articles.publishing.acting import Refused, locked_row, log, require


@transaction.atomic
def trash(article: Article, *, by: User) -> None:
    """Put an article in the trash: hidden everywhere, its address kept. A public one must be withdrawn first.

    What was scheduled is cancelled, links for people without an account are revoked, and both stay so when the
    article is restored.
    """
    require(by, "articles.trash_article")
    article = locked_row(article, trashed=None)
    refuse_public(article)
    if article.trashed_at is None:
        now = timezone.now()
        Article.objects.filter(pk=article.pk).update(trashed_at=now)
        cancelled = timeline.cancel_coming(article, now)
        timeline.let_go(article)
        revoked = article.shared_previews.filter(revoked_at=None).update(revoked_at=now)  # for good
        before: dict[str, Any] = {"visible_from": [edition.visible_from for edition in cancelled]} if cancelled else {}
        if revoked:
            before["links"] = revoked
        log(by, article, _("Put in the trash"), action="trash", before=before or None)


def refuse_public(article: Article) -> None:
    if article.editions.public().exists():
        raise Refused(_("“%(title)s” is public: withdraw it first.") % {"title": article})


@transaction.atomic
def restore(article: Article, *, by: User) -> None:
    """Take an article out of the trash."""
    require(by, "articles.trash_article")
    article = locked_row(article, trashed=None)
    if article.trashed_at is not None:
        Article.objects.filter(pk=article.pk).update(trashed_at=None)
        log(by, article, _("Taken out of the trash"), action="restore")
