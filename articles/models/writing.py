"""What the desk keeps of people at work: words that nobody has saved yet, and who has which article open."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class PersonalDraftQuerySet(models.QuerySet):
    def open(self):
        """Drafts whose words are neither saved nor thrown away."""
        return self.filter(settled_at=None)


class PersonalDraft(models.Model):
    """The words of one person in one tab that are not saved: a form as it was sent, and the version below it.

    Only `articles.personal_drafts` writes it. A draft without an article is for one that does not exist yet. A settled
    draft (saved, or thrown away) is empty: it stays for a while so that a late copy from its tab is known to be old.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("user"), related_name="personal_drafts"
    )
    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), null=True, related_name="personal_drafts"
    )
    tab = models.CharField(_("tab"), max_length=40)
    base_version = models.PositiveIntegerField(_("version below it"), default=0)
    fields = models.JSONField(_("fields"), default=dict)
    continues = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("continues"),
        null=True,
        related_name="continued_by",
        help_text=_("The draft that was restored into this tab."),
    )
    kept_at = models.DateTimeField(_("kept"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True)

    objects = PersonalDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("personal draft")
        verbose_name_plural = _("personal drafts")
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "article", "tab"], condition=Q(article__isnull=False), name="personal_draft_once"
            ),
            models.UniqueConstraint(
                fields=["user", "tab"], condition=Q(article=None), name="personal_draft_of_a_new_article_once"
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.article or '–'} · {timezone.localtime(self.kept_at):%Y-%m-%d %H:%M:%S}"


class Presence(models.Model):
    """One tab in which somebody has an article's form open. Only `articles.presence` writes it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("user"), related_name="presences"
    )
    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="presences")
    tab = models.CharField(_("tab"), max_length=40)
    since = models.DateTimeField(_("since"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "user", "tab"], name="presence_once_per_tab")]

    def __str__(self):
        return f"{self.user} · {self.article_id}"
