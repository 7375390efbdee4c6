"""Which texts say the same: the marks by which likenesses are found, and what the editor says of each."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Shingle(models.Model):
    """One of the few runs of words, as a number, that stand for a source text when its likenesses are looked for."""

    source_text = models.ForeignKey(
        "articles.SourceText", models.CASCADE, verbose_name=_("source text"), related_name="shingles"
    )
    value = models.BigIntegerField(_("value"), db_index=True)

    class Meta:
        verbose_name = _("shingle")
        verbose_name_plural = _("shingles")

    def __str__(self):
        return f"{self.source_text_id}: {self.value}"


class Likeness(models.TextChoices):
    """What the editor says of two texts that resemble each other."""

    PENDING = "pending", _("Not decided")
    VERSION = "version", _("Version of it")
    REPUBLICATION = "republication", _("Republication of it")
    DIFFERENT = "different", _("A different text")


class ResemblanceQuerySet(models.QuerySet):
    """The questions the desk asks about likenesses."""

    def open(self):
        """Those that wait for a decision: of texts that articles came from, neither article in the trash."""
        return self.filter(
            decision=Likeness.PENDING,
            source_text__standing="current",
            source_text__article__trashed_at=None,
            other__article__trashed_at=None,
        ).exclude(source_text__article=F("other__article"))


class Resemblance(models.Model):
    """Two source texts with much in common: `source_text` came when `other` was held already."""

    source_text = models.ForeignKey(
        "articles.SourceText", models.CASCADE, verbose_name=_("source text"), related_name="resemblances"
    )
    other = models.ForeignKey(
        "articles.SourceText", models.CASCADE, verbose_name=_("held text"), related_name="resembled_by"
    )
    share = models.PositiveSmallIntegerField(
        _("share in common"), help_text=_("How much of the new text stands in the held one, in percent.")
    )
    decision = models.CharField(_("decision"), max_length=13, choices=Likeness.choices, default=Likeness.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        related_name="decided_resemblances",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    draft = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        verbose_name=_("draft in the trash"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text=_("The draft of a text that was found to be a version of another."),
    )

    objects = ResemblanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("resemblance")
        verbose_name_plural = _("resemblances")
        ordering = ["-share", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["source_text", "other"], name="resemblance_once"),
            models.CheckConstraint(condition=~Q(source_text=F("other")), name="resemblance_of_two_texts"),
            models.CheckConstraint(condition=Q(share__lte=100), name="resemblance_share_in_percent"),
            models.CheckConstraint(condition=Q(decision__in=Likeness.values), name="resemblance_decision_known"),
            models.CheckConstraint(
                condition=Q(decision="pending", decided_at=None)
                | (~Q(decision="pending") & Q(decided_at__isnull=False)),
                name="resemblance_decided_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.source_text} ~ {self.other} ({self.share} %)"
