"""What stands beside an article on its way to readers: its addresses, approvals and requests for changes."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.desk import Revision


class Address(models.Model):
    """A slug under which an article is, was or will be public: that article's for good, and no other's.

    The one of the public edition shows the article; each other leads to it in one step, until somebody revokes it.
    """

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    article = models.ForeignKey(Article, models.PROTECT, verbose_name=_("article"), related_name="addresses")
    since = models.DateTimeField(_("since"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["since", "pk"]

    def __str__(self):
        return self.slug


class Approval(models.Model):
    """Somebody has read that revision of the article and found it fit to be published."""

    revision = models.ForeignKey(Revision, models.CASCADE, verbose_name=_("revision"), related_name="approvals")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("approved by"), null=True, related_name="approvals"
    )
    approved_at = models.DateTimeField(_("approved"), default=timezone.now)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.revision} · {self.approved_by or '–'}"


class ChangeRequestQuerySet(models.QuerySet):
    def open(self):
        """Requests that nobody has answered: the article has not been submitted again."""
        return self.filter(answered_at=None)

    def of_author(self, user):
        """Requests about articles that the user has begun or changed."""
        written = Exists(Revision.objects.filter(article=OuterRef("article"), created_by=user))
        return self.filter(Q(article__created_by=user) | Q(written))


class ChangeRequest(models.Model):
    """What a reviewer asks the author to change; open until the article is submitted again, or published."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="change_requests")
    reason = models.TextField(_("what is missing"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("asked by"),
        null=True,
        related_name="change_requests",
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = ChangeRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for changes")
        verbose_name_plural = _("requests for changes")
        ordering = ["-asked_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="change_request_has_a_reason")]

    def __str__(self):
        return self.reason[:80]
