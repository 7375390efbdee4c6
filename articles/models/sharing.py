"""Links by which somebody without an account reads a text that is not public."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.desk import Revision
from articles.models.edition import Edition, Kind


class SharedPreviewQuerySet(models.QuerySet):
    def open(self, at: datetime | None = None):
        """Links that lead somewhere at that moment.

        Not revoked, not expired; of an article that is not in the trash, and has not been public since the link was
        made: whoever has it reads what everybody reads, and a text that is withdrawn does not come back by it.
        """
        at = at or timezone.now()
        seen = Edition.objects.ever_visible().filter(article=OuterRef("article"), visible_from__lte=at)
        since = seen.filter(Q(visible_until=None) | Q(visible_until__gt=OuterRef("made_at"))).exclude(
            kind=Kind.WITHDRAWAL
        )
        return self.filter(~Exists(since), revoked_at=None, expires_at__gt=at, article__trashed_at=None)


class SharedPreview(models.Model):
    """A link to one revision of an article, for one person. Of the link itself only a digest is kept."""

    article = models.ForeignKey(
        Article, models.PROTECT, verbose_name=_("article"), related_name="shared_previews", editable=False
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, verbose_name=_("revision"), related_name="shared_previews", editable=False
    )
    digest = models.CharField(_("digest of the link"), max_length=64, unique=True, editable=False)
    note = models.CharField(_("for whom"), max_length=200)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("made by"),
        null=True,
        related_name="shared_previews",
        editable=False,
    )
    # The account may be deleted: who it was stays.
    made_by_name = models.CharField(_("made by, by name"), max_length=200, blank=True, editable=False)
    expires_at = models.DateTimeField(_("works until"), editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)
    opened = models.PositiveIntegerField(_("times opened"), default=0, editable=False)
    first_opened_at = models.DateTimeField(_("first opened"), null=True, blank=True, editable=False)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True, editable=False)

    objects = SharedPreviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("shared preview")
        verbose_name_plural = _("shared previews")
        ordering = ["-made_at", "-pk"]
        default_permissions = ["view", "add", "change"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("made_at")), name="shared_preview_expires_after_it_is_made"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="shared_preview_is_for_somebody"),
        ]

    def __str__(self):
        return f"{self.article} → {self.note}"
