"""Changes to public texts of which readers are told nothing: what the chief looks through."""

from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Edition
from articles.models.journal import Kept


class SilentEditQuerySet(models.QuerySet):
    def out(self, at: datetime | None = None):
        """Those that readers have had before them: neither cancelled nor still to come."""
        seen = Edition.objects.ever_visible().filter(visible_from__lte=at or timezone.now())
        return self.filter(edition__in=seen)

    def unseen(self, at: datetime | None = None):
        """Those that change more than typography and that no chief has looked at."""
        return self.out(at).filter(beyond_typography=True, seen_at=None)

    def delete(self) -> NoReturn:
        raise Kept("A silent edit is not forgotten.")


class SilentEdit(models.Model):
    """An edition that took the place of another without a word to readers.

    `disclosed_in` is the edition that owned up to it later: of the same text, with the notice.
    """

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name=_("edition"), related_name="silent_edit")
    beyond_typography = models.BooleanField(_("more than typography"))
    seen_at = models.DateTimeField(_("seen"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("seen by"),
        null=True,
        blank=True,
        related_name="silent_edits_seen",
    )
    # The account may be deleted: who it was stays.
    seen_by_name = models.CharField(_("seen by, by name"), max_length=200, blank=True, editable=False)
    disclosed_in = models.OneToOneField(
        Edition, models.PROTECT, verbose_name=_("told to readers in"), null=True, blank=True, related_name="discloses"
    )

    objects = SilentEditQuerySet.as_manager()

    class Meta:
        verbose_name = _("silent edit")
        verbose_name_plural = _("silent edits")
        ordering = ["-edition__visible_from", "-pk"]
        default_permissions = ["view", "change"]
        constraints = [
            models.CheckConstraint(
                condition=Q(disclosed_in=None) | ~Q(disclosed_in=models.F("edition")), name="disclosed_by_another"
            )
        ]

    def __str__(self):
        return f"{self.edition} · {self.edition.number}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept("A silent edit is not forgotten.")
