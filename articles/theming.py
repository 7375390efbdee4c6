"""Deleting a theme changes every article that has it: each gets its revision."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import publishing, revising
from articles.models import Article, Theme


@transaction.atomic
def delete(theme: Theme, *, by: User) -> int:
    """Delete a theme that no edition has; how many working copies lose it.

    Raises PermissionDenied, and ProtectedError for the theme of an edition.
    """
    publishing.require(by, "articles.delete_theme")
    reason = _("The theme “%(theme)s” was deleted") % {"theme": theme.name}
    keys = list(Article.objects.filter(themed__tag=theme).order_by("pk").values_list("pk", flat=True))
    publishing.lock_all(keys)
    theme.delete()
    for article in Article.objects.filter(pk__in=keys).iterator(chunk_size=100):
        revising.record(article, by=by, reason=reason)
    return len(keys)
