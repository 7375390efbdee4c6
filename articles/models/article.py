"""The desk's working copy, which readers never see."""

import uuid
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.intake import SourceText, Standing
from articles.models.likeness import Resemblance
from articles.models.story import Story
from articles.models.theme import ThemedArticle, ThemesManager
from articles.slugs import ascii_slug, free_slug
from articles.statements import has_row
from partners.addresses import is_reserved


class Stage(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    READY = "ready", _("Ready")


class ArticleQuerySet(models.QuerySet):
    """The questions the desk asks about articles."""

    def kept(self):
        """Articles that are not in the trash."""
        return self.filter(trashed_at=None)

    def trashed(self):
        return self.exclude(trashed_at=None)

    def with_new_wordings(self):
        """Articles beside which a new wording of their source waits to be compared."""
        return self.filter(Exists(SourceText.objects.filter(article=OuterRef("pk"), standing=Standing.TO_COMPARE)))

    def with_open_likenesses(self):
        """Articles of which nobody has said yet what they are to a held text that resembles them."""
        return self.filter(Exists(Resemblance.objects.open().filter(source_text__article=OuterRef("pk"))))

    def free_slug(self, title: str, *, for_article: "Article | None" = None) -> str:
        """A slug made of the title that no other article has, nor any of their editions ever had."""

        editions_table: Any = apps.get_model("articles", "Edition")  # which stands on articles

        def taken(slug: str) -> bool:
            if is_reserved("articles:article", slug):
                return True
            if for_article is None or for_article.pk is None:  # not kept yet
                return has_row("slug", slug, Article, editions_table)
            articles, editions = (
                Article.objects.exclude(pk=for_article.pk),
                editions_table.objects.exclude(article=for_article),
            )
            return articles.filter(slug=slug).exists() or editions.filter(slug=slug).exists()

        return free_slug(ascii_slug(title, fallback="article"), taken)


class Article(Story):  # type: ignore[django-manager-missing]  # taggit's through models have no stubs
    """The desk's working copy. Readers never see it: they see editions of it."""

    # What machines know it by, wherever it is read and whatever its address: feeds' entries keep it for good.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    title_proposed = models.BooleanField(
        _("title is a proposal"),
        default=False,
        help_text=_("The text came without a title; this one was made from it."),
    )
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    lead_since = models.DateTimeField(_("lead of the home page since"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("created by"),
        null=True,
        editable=False,
        related_name="articles_created",
    )
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    trashed_at = models.DateTimeField(_("trashed"), null=True, blank=True, editable=False)
    republishes = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("republication of"),
        null=True,
        blank=True,
        editable=False,
        related_name="republications",
        help_text=_("The article that says the same in another outlet."),
    )
    tags = TaggableManager(
        _("themes"), through=ThemedArticle, manager=ThemesManager, blank=True, related_name="articles"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-updated_at", "-pk"]
        indexes = [
            # the desk's list as it comes, and how long it is, without reading the texts
            models.Index(fields=["-updated_at", "-id"], condition=Q(trashed_at=None), name="article_kept_newest"),
            # and whether editions found are those of articles kept
            models.Index(fields=["id", "trashed_at"], name="article_trashed"),
            models.Index(fields=["id"], condition=Q(trashed_at__isnull=False), name="article_in_trash"),
            models.Index(fields=["title"], name="article_title"),  # by which a title used twice is found
        ]
        constraints = [
            # Whatever the language, since each article is also shown under the other interface. Trashed articles
            # keep their slug: an address never comes to mean something else.
            models.UniqueConstraint(
                fields=["slug"],
                name="article_slug_once",
                violation_error_message=_("Another article has this slug: choose another one."),
            ),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="article_stage_known"),
            models.CheckConstraint(condition=~Q(republishes=models.F("pk")), name="article_republishes_another"),
        ]
        permissions = [
            ("review_article", _("Can approve articles or send them back")),
            ("publish_article", _("Can publish and schedule articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("waive_check", _("Can waive a check, with a reason")),
            ("trash_article", _("Can put articles in the trash and take them out")),
            ("lead_article", _("Can choose the lead of the home page")),
            ("bulk_article", _("Can act on several articles at once")),
        ]

    slug_held: str | None = None  # in the database, when the row was read

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any, **options: Any) -> "Article":
        """The row, with the slug that it has: `clean` asks about another one only."""
        row = super().from_db(db, field_names, values, **options)
        row.slug_held = row.__dict__.get("slug")
        return row

    def clean(self) -> None:
        """Refuse a slug that is an address of another article, or was: readers know what stands there.

        One that is another page's too.
        """
        super().clean()
        if self.slug == self.slug_held:
            return
        if is_reserved("articles:article", self.slug):
            raise ValidationError({"slug": _("The site has another page at this address: choose another one.")})
        taken = self._meta.apps.get_model("articles", "Address")._default_manager.filter(slug=self.slug)
        if taken.exclude(article=self.pk).exists():
            raise ValidationError({"slug": _("Another article has this address, or had it: choose another one.")})

    @cached_property
    def source_text(self):
        """The source text that the article's text came from; None for an article written here."""
        return self.source_texts.filter(standing=Standing.CURRENT).first()

    def open_edition(self):
        """The edition without an end: what readers see now, will see from its opening on, or its withdrawal notice."""
        return self.editions.filter(visible_until=None).first()

    def __str__(self):
        return self.title or gettext("Untitled")

    def public_edition(self, at: datetime | None = None):
        """The edition that readers see at that moment, or None."""
        return self.editions.public(at).first()
