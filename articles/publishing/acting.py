"""Who may act, on which locked row, and what is written about it; how an action is refused."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles import checks, journal
from articles.models import Article


class Refused(Exception):
    """Something that cannot be done now; the message says why and what to do."""


class NotReady(Refused):
    """The checks that stand in the way, in `findings`."""

    def __init__(self, findings: list[checks.Finding]):
        self.findings = findings
        super().__init__(" ".join(str(finding.message) for finding in findings))


def require(user: User, permission: str) -> None:
    """Raise PermissionDenied unless the user has the permission."""
    if not user.has_perm(permission):
        raise PermissionDenied(_("You may not do this: %(permission)s is missing.") % {"permission": permission})


def locked_row(article: Article, *, trashed: bool | None = False) -> Article:
    """The article's row, locked. Raises Refused for a trashed one, unless `trashed` is None."""
    locked = Article.objects.select_for_update().get(pk=article.pk)
    if trashed is False:
        refuse_trashed(locked)
    return locked


def refuse_trashed(article: Article) -> None:
    if article.trashed_at is not None:
        raise Refused(_("“%(title)s” is in the trash: restore it first.") % {"title": article})


def lock_all(articles: Iterable[int]) -> None:
    """Lock the rows of several articles, by primary key, in one order; before any row that hangs on them is locked."""
    list(Article.objects.select_for_update().filter(pk__in=articles).order_by("pk").values_list("pk"))


def log(
    by: User,
    article: Article,
    message: str,
    *,
    action: str = "change",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> None:
    """Write what was done into the article's history and into the journal, there under the word `action`."""
    LogEntry.objects.log_actions(by.pk, [article], CHANGE, change_message=message, single_object=True)
    journal.note(by, article, action, before=before, after=after, reason=reason, summary=message)
