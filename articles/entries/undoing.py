"""A merge, split or rename taken back: every row that it changed is as it was before."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import journal, publishing, search
from articles.entries.kinds import KINDS, moment, require
from articles.entries.splitting import keep_revisions
from articles.entries.steps import CannotTakeBack, Step, take_back
from articles.models import Article, Edition, EntryChange, Revision
from articles.models.story import LINK_FIELDS
from articles.models.theme import ThemedArticle

# The column of an article's links that holds the article.
_ARTICLE = {
    **{getattr(Article, name).through._meta.label: "article_id" for name in LINK_FIELDS},
    ThemedArticle._meta.label: "content_object_id",
}


def later(change: EntryChange) -> EntryChange | None:
    """The latest change since then, not undone, that had to do with one of the same entries."""
    keys = [key for key in (change.entry, change.other) if key is not None]
    rows = EntryChange.objects.standing().filter(model=change.model, pk__gt=change.pk).order_by("-pk")
    return rows.filter(entry__in=keys).first() or rows.filter(other__in=keys).first()


@transaction.atomic
def undo(change: EntryChange, *, by: User) -> list[str]:
    """Take the change back; returns what an editor should know. What came since and has not to do with it stays.

    Raises PermissionDenied, and Refused where a row is no longer as the change left it, naming it and what to do.
    """
    kind = KINDS[change.model]
    require(by, kind)
    articles = _articles_of(change.steps)
    publishing.lock_all(articles)
    list(kind.model._default_manager.select_for_update().filter(pk__in=[change.entry, change.other]).order_by("pk"))
    held = EntryChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if held.undone_at is not None:
        raise publishing.Refused(_("It has been undone already."))
    if (after := later(held)) is not None:
        said = {"change": after, "moment": moment(after)}
        raise publishing.Refused(
            _("Undo first what was done later with the same entry: %(change)s (%(moment)s).") % said
        )
    try:
        with transaction.atomic():
            left = take_back(held.steps)
            entries = [key for key in (held.entry, held.other) if key is not None]
            search.hold_values(Edition.objects.filter(**{f"{kind.links}__in": entries}))
    except CannotTakeBack as why:
        raise publishing.Refused(
            _("It cannot be undone any more. %(why)s Put that back as it was, then undo.") % {"why": why}
        ) from why
    EntryChange.objects.filter(pk=held.pk).update(undone_at=timezone.now(), undone_by=by)
    said_of_it = _("Undone: %(change)s") % {"change": held}
    entry = kind.model._default_manager.get(pk=held.entry)
    LogEntry.objects.log_actions(by.pk, [entry], CHANGE, change_message=said_of_it, single_object=True)
    journal.note(by, entry, "undo", before={"change": held.pk}, after=journal.values(entry), summary=said_of_it)
    changed_since = Revision.objects.filter(article=OuterRef("pk"), created_at__gte=held.done_at)
    kept_since = Article.objects.filter(Exists(changed_since), pk__in=articles).order_by("pk")
    keep_revisions(list(kept_since.values_list("pk", flat=True)), by=by, reason=said_of_it)
    if not left:
        return []
    return [
        ngettext(
            "%(count)d link that was taken off since stays off.",
            "%(count)d links that were taken off since stay off.",
            len(left),
        )
        % {"count": len(left)}
    ]


def _articles_of(steps: Iterable[Step]) -> list[int]:
    """The articles whose links the steps changed."""
    found: set[int] = set()
    for step in steps:
        model: Any = apps.get_model(step["model"])
        column = _ARTICLE.get(step["model"])
        if column is None:
            continue
        if step["do"] == "delete":
            found |= {row[column] for row in step["rows"]}
        else:
            found |= set(model._base_manager.filter(pk__in=step["keys"]).values_list(column, flat=True))
    return sorted(found)
