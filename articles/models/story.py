"""The desk's working copy (article) and what readers see (edition)."""

import uuid
from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import JSONObject, Substr
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.intake import SourceText, Standing
from articles.models.journal import Kept
from articles.models.likeness import Resemblance
from articles.models.theme import ThemedArticle, ThemedEdition, ThemesManager
from articles.sanitising import clean_html
from articles.slugs import ascii_slug, free_slug
from articles.statements import has_row
from partners.fields import PartialDateField

OPENING = 1200  # characters of HTML: enough for a caption or two and the first sentences


class Language(models.TextChoices):
    """The languages that a text can be in (BCP 47). The interface has French and English."""

    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")
    GERMAN = "de", _("German")
    ITALIAN = "it", _("Italian")
    PORTUGUESE = "pt", _("Portuguese")
    DUTCH = "nl", _("Dutch")
    ARABIC = "ar", _("Arabic")
    TURKISH = "tr", _("Turkish")
    RUSSIAN = "ru", _("Russian")
    UKRAINIAN = "uk", _("Ukrainian")
    UNDETERMINED = "und", _("Undetermined")


class Rights(models.TextChoices):
    OWN = "own", _("Own text")
    AGENCY = "agency", _("Agency")
    HANDOUT = "handout", _("Handout")
    REPUBLISHED = "republished", _("Republished by agreement")
    UNKNOWN = "unknown", _("Unknown")


class Stage(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    READY = "ready", _("Ready")


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


class Story(models.Model):
    """What an article and its editions have in common."""

    title = models.CharField(_("title"), max_length=300)
    slug = models.SlugField(
        _("slug"), max_length=100, help_text=_("The last part of the address: a-z, 0-9 and hyphens.")
    )
    language = models.CharField(_("language"), max_length=8, choices=Language.choices, default=Language.FRENCH)
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = models.TextField(_("text"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=120, blank=True, help_text=_("The place the text is from."))
    dated = PartialDateField(
        _("dated"), null=True, blank=True, help_text=_("The text's own date, as known: 2024, 2024-10 or 2024-10-17.")
    )
    revised = PartialDateField(
        _("revised"), null=True, blank=True, help_text=_("When the source last changed its text, as it states.")
    )
    source = models.ForeignKey(
        "articles.Source", models.PROTECT, verbose_name=_("source"), null=True, blank=True, related_name="%(class)ss"
    )
    rights = models.CharField(_("rights"), max_length=12, choices=Rights.choices, default=Rights.UNKNOWN)
    rights_note = models.CharField(_("rights note"), max_length=200, blank=True)
    seo_title = models.CharField(_("title for search engines"), max_length=120, blank=True)
    meta_description = models.CharField(_("description for search engines"), max_length=320, blank=True)
    countries = models.ManyToManyField(
        "partners.Country", verbose_name=_("countries"), blank=True, related_name="%(class)ss"
    )
    officials = models.ManyToManyField(
        "partners.Official", verbose_name=_("officials"), blank=True, related_name="%(class)ss"
    )
    organisations = models.ManyToManyField(
        "partners.Organisation", verbose_name=_("organisations"), blank=True, related_name="%(class)ss"
    )
    meetings = models.ManyToManyField(
        "partners.Meeting", verbose_name=_("meetings"), blank=True, related_name="%(class)ss"
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.body = clean_html(self.body)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        with translation.override(self.tree):
            return reverse("articles:article", args=[self.slug])

    @property
    def tree(self) -> str:
        """The interface language in whose address tree this text lives: English texts under /en/, others under /."""
        return "en" if self.language == Language.ENGLISH else "fr"


# The fields that an edition takes over from its article, in the order in which a comparison shows them.
TEXT_FIELDS = [
    "title",
    "slug",
    "language",
    "standfirst",
    "body",
    "dateline",
    "dated",
    "revised",
    "source",
    "rights",
    "rights_note",
    "seo_title",
    "meta_description",
]
LINK_FIELDS = ["countries", "officials", "organisations", "meetings"]


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

        def taken(slug: str) -> bool:
            if for_article is None or for_article.pk is None:  # not kept yet
                return has_row("slug", slug, Article, Edition)
            articles, editions = (
                Article.objects.exclude(pk=for_article.pk),
                Edition.objects.exclude(article=for_article),
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
        """Refuse a slug that is an address of another article, or was: readers know what stands there."""
        super().clean()
        if self.slug == self.slug_held:
            return
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

    def public_edition(self, at: datetime | None = None):
        """The edition that readers see at that moment, or None."""
        return self.editions.public(at).first()


class EditionQuerySet(models.QuerySet):
    """The questions the site asks about editions, each by one name."""

    def delete(self) -> NoReturn:
        raise Kept("What readers have seen is not deleted.")

    def public(self, at: datetime | None = None):
        """Editions that readers may see at that moment. Nothing else decides this."""
        at = at or timezone.now()
        return self.exclude(kind=Kind.WITHDRAWAL).filter(
            Q(visible_until=None) | Q(visible_until__gt=at), visible_from__lte=at, article__trashed_at=None
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
            models.Index(fields=["visible_from", "visible_until"], name="edition_visibility"),
            models.Index(fields=["slug"], name="edition_address"),
            # All that search asks of the thousands that have the words: whether each is public, its order and its
            # facets. On SQLite the columns behind the text cost the reading of the text.
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
