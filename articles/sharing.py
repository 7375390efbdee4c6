"""Links by which somebody without an account reads a text before it is public.

A link shows the revision that stood when it was made, not what is written afterwards: nobody outside reads what nobody
has meant for them, and the journal says what they read. Whoever has the link has the text, so it is a secret of 256
bits, signed with the site's key; the database keeps a digest of it, by which it is found, and cannot tell it again.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing, revising
from articles.models import Article, SharedPreview
from articles.moments import with_offset

DAYS = (1, 3, 7)  # for which a link can be made
BYTES = 32  # of the secret
LONGEST = 200  # characters of a link's secret with its signature, beyond which nobody had it from us
_SIGNER = "articles.sharing"


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was made, with the secret that nobody can read again."""

    preview: SharedPreview
    secret: str


@transaction.atomic
def share(article: Article, *, by: User, note: str, days: int) -> Made:
    """Make a link to the article as it stands, for whom the note names. Raises PermissionDenied, and Refused."""
    publishing.require(by, "articles.add_sharedpreview")
    article = publishing.locked_row(article)
    note = " ".join(note.split())
    if not note:
        raise publishing.Refused(_("Say for whom the link is."))
    if days not in DAYS:
        raise publishing.Refused(_("A link works for a day, three days or a week."))
    if article.editions.public().exists():
        raise publishing.Refused(_("“%(title)s” is public: anybody can read it.") % {"title": article})
    secret = _signer().sign(secrets.token_urlsafe(BYTES))
    now = timezone.now()
    preview = SharedPreview.objects.create(
        article=article,
        revision=revising.latest(article, by=by),
        digest=_digest(secret),
        note=note[:200],
        made_at=now,
        made_by=by,
        made_by_name=(by.get_full_name() or by.get_username())[:200],
        expires_at=now + timedelta(days=days),
    )
    said = {"note": preview.note, "moment": with_offset(preview.expires_at)}
    publishing.log(
        by,
        article,
        _("Preview shared with %(note)s until %(moment)s") % said,
        action="share_preview",
        after={"link": preview.pk, "revision": preview.revision.number, "expires_at": preview.expires_at},
        reason=preview.note,
    )
    return Made(preview, secret)


@transaction.atomic
def revoke(preview: SharedPreview, *, by: User) -> None:
    """Let the link lead nowhere from now on. A second time changes nothing. Raises PermissionDenied."""
    publishing.require(by, "articles.change_sharedpreview")
    article = publishing.locked_row(preview.article, trashed=None)
    held = SharedPreview.objects.get(pk=preview.pk)
    if held.revoked_at is not None:
        return
    SharedPreview.objects.filter(pk=held.pk).update(revoked_at=timezone.now())
    said = _("The preview shared with %(note)s is revoked") % {"note": held.note}
    publishing.log(by, article, said, action="revoke_preview", before={"link": held.pk, "opened": held.opened})


def find(secret: str) -> SharedPreview | None:
    """The link of that secret, while it leads somewhere.

    It is looked up by its digest alone, so how long the answer takes tells nothing of a secret that is nearly right.
    """
    try:
        _signer().unsign(secret[:LONGEST])
    except BadSignature:
        return None
    open_ones = SharedPreview.objects.open().select_related("article", "revision")
    return open_ones.filter(digest=_digest(secret)).first()


def note_opening(preview: SharedPreview) -> None:
    """Count that the text was read, and when."""
    now = timezone.now()
    SharedPreview.objects.filter(pk=preview.pk).update(
        opened=F("opened") + 1, first_opened_at=Coalesce("first_opened_at", now), last_opened_at=now
    )


def _signer() -> Signer:
    return Signer(sep=".", salt=_SIGNER, algorithm="sha256")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
