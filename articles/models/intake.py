"""What came in: sources, the texts as they came, and the runs that brought them."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.named import Named
from articles.slugs import ascii_slug, free_slug


class Source(Named):
    """A publisher or agency. Two names that are equal folded are one source."""

    name = models.CharField(_("name"), max_length=200)
    folded = models.CharField(_("folded name"), max_length=200, unique=True, editable=False)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, editable=False)
    url = models.URLField(_("address"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["folded"]

    def prepare(self) -> None:
        super().prepare()
        if not self.slug:
            self.slug = free_slug(
                ascii_slug(self.name, fallback="source"),
                lambda slug: Source.objects.filter(slug=slug).exists(),
            )


class ImportRun(models.Model):
    """One call of the import: who, when, with what options, and what came of each file."""

    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("started by"),
        null=True,
        blank=True,
        related_name="import_runs",
    )
    options = models.JSONField(_("options"), default=dict)
    outcomes = models.JSONField(_("outcomes"), default=list)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class TextFormat(models.TextChoices):
    """What the bytes of a source text are, told by their content."""

    TEXT = "text", _("Plain text")
    MARKDOWN = "markdown", _("Markdown")
    HTML = "html", _("Web page")
    DOCX = "docx", _("Word document")
    FEED = "feed", _("Feed entry")


class Standing(models.TextChoices):
    """What a source text is to its article: the one its text came from, or another wording of it."""

    CURRENT = "current", _("The article's text")
    TO_COMPARE = "to_compare", _("New wording to compare")
    EARLIER = "earlier", _("Earlier wording")
    PASSED_OVER = "passed_over", _("Compared, not taken")


class SourceText(models.Model):
    """A text as it came, byte for byte. `text` is what the bytes say; spans count in it. Never changed.

    An article has one current source text. A later wording of the same source stands beside it: nothing that an
    editor wrote is overwritten.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, verbose_name=_("article"), related_name="source_texts"
    )
    standing = models.CharField(
        _("standing"), max_length=12, choices=Standing.choices, default=Standing.CURRENT, db_index=True
    )
    run = models.ForeignKey(
        ImportRun,
        models.PROTECT,
        verbose_name=_("import run"),
        null=True,
        blank=True,
        related_name="source_texts",
    )
    name = models.CharField(_("file name"), max_length=255)
    data = models.BinaryField(_("bytes"), editable=False)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    encoding = models.CharField(_("encoding"), max_length=20)
    format = models.CharField(_("format"), max_length=10, choices=TextFormat.choices, default=TextFormat.TEXT)
    url = models.URLField(_("address"), max_length=1000, blank=True, help_text=_("Where the source has it."))
    guid = models.CharField(_("identifier"), max_length=500, blank=True, help_text=_("What the source calls it."))
    text = models.TextField(_("text"))
    removed = models.JSONField(
        _("left out of the article"),
        default=list,
        help_text=_("What was recognised and moved or dropped: kind, from, to."),
    )
    left_out = models.JSONField(
        _("left out of the reading"),
        default=list,
        help_text=_("What an editor took away from the reading: kind, from, to. Whenever it is read again, too."),
    )
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("source text")
        verbose_name_plural = _("source texts")
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(sha256=""), name="source_text_has_a_hash"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(standing="current"), name="one_current_source_text_per_article"
            ),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="source_text_standing_known"),
            models.CheckConstraint(condition=Q(format__in=TextFormat.values), name="source_text_format_known"),
        ]
        indexes = [
            models.Index(fields=["name"], name="source_text_name"),
            models.Index(fields=["url"], condition=~Q(url=""), name="source_text_url"),
            models.Index(fields=["guid"], condition=~Q(guid=""), name="source_text_guid"),
        ]

    def __str__(self):
        return self.name


class Incoming(models.Model):
    """A text at the import desk: kept as it came until somebody makes a draft of it or throws it away.

    `left_out` is what the editor took away from its reading before a draft is made: [kind, from, to] each.
    """

    name = models.CharField(_("file name"), max_length=255)
    data = models.BinaryField(_("bytes"), editable=False)
    sha256 = models.CharField(
        _("SHA-256"), max_length=64, unique=True, editable=False, help_text=_("Of the bytes, and of which part waits.")
    )
    options = models.JSONField(_("options"), default=dict)
    left_out = models.JSONField(_("left out of the reading"), default=list, blank=True)
    came_at = models.DateTimeField(_("came"), auto_now_add=True)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("brought by"), null=True, related_name="incoming"
    )

    class Meta:
        verbose_name = _("incoming text")
        verbose_name_plural = _("incoming texts")
        ordering = ["-came_at", "-pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.sha256:
            self.sha256 = self.hash_of(bytes(self.data), self.options.get("part", ""))
        super().save(*args, **kwargs)

    @staticmethod
    def hash_of(data: bytes, part: str = "") -> str:
        """The hash that one text waits under: of its bytes; of a feed that is kept whole, with the entry's number."""
        return hashlib.sha256(data + f"\0{part}".encode() if part else data).hexdigest()
