"""What readers see: an immutable copy of an article as it stood."""

from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import JSONObject, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.article import Article
from articles.models.journal import Kept
from articles.models.story import Story
from articles.models.theme import ThemedEdition, ThemesManager

OPENING = 1200  # characters of HTML: enough for a caption or two and the first sentences


class Kind(models.TextChoices):
    """What an edition is to the reader."""

    FIRST = "first", _("First edition")
    SILENT = "silent", _("Silent fix")
    UPDATE = "update", _("Update")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")
    WITHDRAWAL = "withdrawal", _("Withdrawal")

    @classmethod
    def told(cls) -> "list[Kind]":
        """The kinds of which readers are told that, and when, the text changed."""
        return [cls.UPDATE, cls.CLARIFICATION, cls.CORRECTION]


class EditionQuerySet(models.QuerySet):
    """The questions the site asks about editions, each by one name."""

    def delete(self) -> NoReturn:
        raise Kept("What readers have seen is not deleted.")

    def public(self, at: datetime | None = None):
        """Editions that readers may see at that moment. Nothing else decides this."""
        at = at or timezone.now()
        # the few articles in the trash are looked at once; to look at that of each edition takes as long as all else
        trashed = Article.objects.trashed().order_by().values("pk")
        return (
            self.exclude(kind=Kind.WITHDRAWAL)
            .filter(Q(visible_until=None) | Q(visible_until__gt=at), visible_from__lte=at)
            .exclude(article__in=trashed)
        )

    def withdrawn(self, at: datetime | None = None):
        """Withdrawal notices in force at that moment: their addresses answer 410."""
        at = at or timezone.now()
        return self.filter(
            Q(visible_until=None) | Q(visible_until__gt=at),
            kind=Kind.WITHDRAWAL,
            visible_from__lte=at,
            article__trashed_at=None,
        )

    def notices(self, at: datetime | None = None):
        """What readers are told of, the latest first: changes with a note, and withdrawals, of kept articles.

        Changes only while their article is public, and none from before a withdrawal: that text stays withdrawn.
        """
        at = at or timezone.now()
        mine = {"article": OuterRef("article")}
        public = Exists(Edition.objects.public(at).filter(**mine))
        later = Edition.objects.ever_visible().filter(
            kind=Kind.WITHDRAWAL, visible_from__gt=OuterRef("visible_from"), visible_from__lte=at, **mine
        )
        in_force = Q(visible_until=None) | Q(visible_until__gt=at)
        return (
            self.ever_visible()
            .filter(kind__in=[*Kind.told(), Kind.WITHDRAWAL], visible_from__lte=at, article__trashed_at=None)
            .exclude(note="")
            .filter(Q(public) | Q(in_force, kind=Kind.WITHDRAWAL), ~Exists(later))
            .select_related("discloses")
            .order_by("-visible_from", "-pk")
        )

    def ever_visible(self):
        """Editions that were, are or will be seen: all but those cancelled before they opened."""
        return self.filter(Q(visible_until=None) | Q(visible_until__gt=models.F("visible_from")))

    def with_last_change(self, at: datetime | None = None):
        """Editions that readers had seen by that moment, each with `changed`: when it appeared, ended or was trashed.

        What they never saw is left out: schedules to come or cancelled, what went to the trash unseen.
        """
        at = at or timezone.now()
        trashed = F("article__trashed_at")
        seen = self.ever_visible().filter(
            Q(article__trashed_at=None) | Q(article__trashed_at__gt=F("visible_from")), visible_from__lte=at
        )
        while_seen = Q(visible_until=None) | Q(visible_until__gt=trashed)
        return seen.annotate(
            changed=Case(
                When(while_seen, article__trashed_at__lte=at, then=trashed),
                When(visible_until__lte=at, then=F("visible_until")),
                default=F("visible_from"),
            )
        )

    def last_change(self, at: datetime | None = None) -> datetime | None:
        """When what readers see of these last changed by that moment; None where they never saw any."""
        return self.with_last_change(at).order_by().aggregate(last=Max("changed"))["last"]

    def newest_first(self):
        return self.order_by("-first_public_at", "-pk")

    def for_cards(self):
        """What a list shows: of the text itself only its `opening`, for a card without a standfirst.

        `lead_picture` is what a card has to know of the picture at the top.
        """
        placed: Any = self.model._meta.get_field("pictures").related_model
        names = ("address", "width", "height", "focal_x", "focal_y")
        known = JSONObject(**{name: F(f"picture__{name}") for name in names})
        at_the_top = placed.objects.filter(edition=OuterRef("pk"), role="lead").order_by().values(known=known)
        return (
            self.newest_first()
            .defer("body")
            .annotate(opening=Substr("body", 1, OPENING), lead_picture=Subquery(at_the_top[:1]))
            .prefetch_related("countries")
        )


class Edition(Story):  # type: ignore[django-manager-missing]  # as above
    """What readers see: an immutable copy of one revision. Only `articles.publishing` makes and closes them.

    The database has a trigger that refuses changes of its text and note: where a migration has SQLite remake the
    table, make it again.
    """

    article = models.ForeignKey(Article, models.PROTECT, verbose_name=_("article"), related_name="editions")
    revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, verbose_name=_("revision"), related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    source_name = models.CharField(
        _("source as printed"), max_length=200, blank=True, help_text=_("What the source was called then.")
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    note = models.TextField(_("note"), blank=True)
    visible_from = models.DateTimeField(_("visible from"))
    visible_until = models.DateTimeField(_("visible until"), null=True, blank=True)
    asked_for = models.DateTimeField(
        _("asked for"), null=True, blank=True, help_text=_("The moment chosen for it; an embargo can be later.")
    )
    first_public_at = models.DateTimeField(_("first public"), db_index=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("published by"), null=True, related_name="editions"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    tags = TaggableManager(
        _("themes"), through=ThemedEdition, manager=ThemesManager, blank=True, related_name="editions"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-first_public_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="edition_number_once_per_article"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(visible_until=None), name="one_open_edition_per_article"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(visible_until=None), name="one_open_edition_per_address"
            ),
            models.CheckConstraint(
                condition=Q(visible_until=None) | Q(visible_until__gte=models.F("visible_from")),
                name="edition_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=~Q(kind="withdrawal") | Q(body="", standfirst=""), name="withdrawal_has_no_text"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="edition_kind_known"),
        ]
        indexes = [
            # What is public, and its order, without the texts, which SQLite reads to come to the columns behind them.
            models.Index(
                fields=["visible_from", "visible_until", "kind", "article", "first_public_at", "source", "language"],
                name="edition_public",
            ),
            models.Index(fields=["slug"], name="edition_address"),
            # All that search asks of the thousands that have the words: whether each is public, its order, and the
            # language or source chosen. On SQLite the columns behind the text cost the reading of the text.
            models.Index(
                fields=[
                    "id",
                    "kind",
                    "visible_from",
                    "visible_until",
                    "article",
                    "first_public_at",
                    "language",
                    "source",
                ],
                name="edition_found",
            ),
            models.Index(fields=["kind", "visible_from"], name="edition_kind"),
        ]

    def save(self, *args, **kwargs):
        if self._state.adding and self.source is not None and not self.source_name:
            self.source_name = self.source.name
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept("What readers have seen is not deleted.")
