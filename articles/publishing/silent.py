"""Silent edits: how much one changes, who has looked at it, and owning up to it later."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import quoting, revising, search, timeline
from articles.models import Article, Edition, Kind, SilentEdit
from articles.models.story import TEXT_FIELDS
from articles.publishing.acting import Refused, locked_row, log, require
from articles.publishing.opening import copy_links, keep_edition
from articles.sanitising import plain_text
from articles.slips import is_typographic
from articles.snapshots import Snapshot, changed_fields

# What a reader reads; addresses, links, themes and what is for search engines may be mended at any time.
READ = ("title", "standfirst", "body", "dateline", "language", "dated", "source", "rights_note", "bylines", "pictures")
_TEXTS = {"title", "standfirst", "body", "dateline", "rights_note"}
SEE = "articles.change_silentedit"
NOTICES = (Kind.CLARIFICATION, Kind.CORRECTION)  # by which a silent edit is owned up to


def beyond_typography(old: Snapshot, new: Snapshot) -> list[str]:
    """The fields that readers read and in which the snapshots differ by more than `articles.slips` allows."""
    return [name for name in changed_fields(old, new, READ) if not (name in _TEXTS and _mended(name, old, new))]


def beyond_typography_of(article: Article, shown: Edition | None) -> list[str]:
    """The same for the working copy as it stands, against what readers see; nothing where they see no text."""
    if shown is None or shown.kind == Kind.WITHDRAWAL:
        return []
    return beyond_typography(revising.snapshot_of_edition(shown), revising.snapshot(article))


@transaction.atomic
def mark_seen(silent: SilentEdit, *, by: User) -> bool:
    """Note that a chief has looked at it; False where one had, and nothing changes."""
    require(by, SEE)
    article = locked_row(silent.edition.article, trashed=None)
    held = SilentEdit.objects.get(pk=silent.pk)
    if held.seen_at is not None:
        return False
    name = (by.get_full_name() or by.get_username())[:200]
    SilentEdit.objects.filter(pk=held.pk).update(seen_at=timezone.now(), seen_by=by, seen_by_name=name)
    said = _("Looked at the silent edit: edition %(number)d") % {"number": held.edition.number}
    log(by, article, said, action="see_silent", after={"edition": held.edition.number})
    return True


@transaction.atomic
def disclose(silent: SilentEdit, *, kind: Kind, note: str, by: User) -> Edition:
    """Tell readers of a silent edit after all: an edition of the text that they see now, with the notice.

    The notice shows the passages of the silent edit. What is scheduled, and an end that was set, stay. Raises Refused
    without a note, for another kind than `NOTICES`, where readers see no text, and where it has been told already.
    """
    require(by, SEE)
    require(by, "articles.publish_article")
    note = note.strip()
    if kind not in NOTICES or not note:
        raise Refused(_("Write what was changed and why: readers will see it."))
    article = locked_row(silent.edition.article)
    now = timezone.now()
    held = SilentEdit.objects.select_related("edition").get(pk=silent.pk)
    if held.disclosed_in_id is not None:
        raise Refused(_("Readers have been told of it already."))
    shown = article.editions.public(now).first()
    if shown is None or held.edition.visible_from > now:
        raise Refused(_("“%(title)s” is not public: there is nobody to tell.") % {"title": article})
    if _withdrawn_since(held.edition, now):
        raise Refused(_("The text was withdrawn since: what stood in it stays withdrawn."))
    edition = _again(shown, kind=kind, note=note, now=now, by=by)
    name = (by.get_full_name() or by.get_username())[:200]
    seen: dict[str, Any] = {} if held.seen_at else {"seen_at": now, "seen_by": by, "seen_by_name": name}
    SilentEdit.objects.filter(pk=held.pk).update(disclosed_in=edition, **seen)
    said = {"number": edition.number, "silent": held.edition.number}
    log(
        by,
        article,
        _("Edition %(number)d tells readers of the silent edit %(silent)d") % said,
        action="disclose",
        before={"edition": shown.number},
        after={"edition": edition.number, "kind": kind, "discloses": held.edition.number},
        reason=note,
    )
    return edition


def _again(shown: Edition, *, kind: Kind, note: str, now: datetime, by: User) -> Edition:
    """The edition that readers see, once more, with a notice; it takes its place up to the same moment."""
    edition = Edition(
        article=shown.article,
        revision=shown.revision,
        source_name=shown.source_name,
        kind=kind,
        note=note,
        visible_from=now,
        visible_until=shown.visible_until,
        first_public_at=shown.first_public_at,
        published_by=by,
    )
    for name in TEXT_FIELDS:
        setattr(edition, name, getattr(shown, name))
    timeline.shown(shown.article, now).update(visible_until=now)
    keep_edition(edition)
    copy_links(shown, edition)
    quoting.place_quotes(edition)
    search.index([edition])
    return edition


def _withdrawn_since(edition: Edition, now: datetime) -> bool:
    later = Edition.objects.ever_visible().filter(article=edition.article_id, visible_from__lte=now)
    return later.filter(kind=Kind.WITHDRAWAL, visible_from__gt=edition.visible_from).exists()


def _mended(name: str, old: Snapshot, new: Snapshot) -> bool:
    texts = [str(each.get(name) or "") for each in (old, new)]
    return is_typographic(*(plain_text(text) if name == "body" else text for text in texts))
