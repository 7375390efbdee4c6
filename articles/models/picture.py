"""The library's pictures, where they stand in articles and editions, and the portraits of officials."""

import secrets
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.story import Language, Rights
from partners.models import Official

RIGHTS = [(value, _("Own picture") if value == Rights.OWN else label) for value, label in Rights.choices]


def new_address() -> str:
    """160 random bits: nobody finds an unpublished picture by guessing."""
    return secrets.token_hex(20)


def master_name(picture: "Picture", name: str) -> str:
    return f"pictures/{picture.address[:2]}/{picture.address}/master{PurePosixPath(name).suffix}"


class PictureQuerySet(models.QuerySet):
    """The questions the desk and the site ask about pictures."""

    def public(self, at: datetime | None = None):
        """Pictures that readers see at that moment: in a public edition, or as the portrait of a public official."""
        return self.filter(_placed(Edition.objects.public(at)) | _portraying(Official.objects.public()))

    def once_public(self, at: datetime | None = None):
        """Pictures that readers see or have seen in an edition."""
        seen = Edition.objects.ever_visible().filter(visible_from__lte=at or timezone.now())
        return self.filter(_placed(seen) | _portraying(Official.objects.public()))

    def unused(self):
        """Pictures that no article, no edition and no portrait has."""
        placed = Exists(PlacedPicture.objects.filter(picture=OuterRef("pk")))
        return self.filter(~placed, ~Exists(Portrait.objects.filter(picture=OuterRef("pk"))))


def _placed(editions: models.QuerySet) -> Exists:
    return Exists(PlacedPicture.objects.filter(picture=OuterRef("pk"), edition__in=editions))


def _portraying(officials: models.QuerySet) -> Exists:
    return Exists(Portrait.objects.filter(picture=OuterRef("pk"), official__in=officials))


class Picture(models.Model):
    """A picture of the library: our own copy of a file that somebody brought, and what is said of it.

    The bytes that were brought are not kept: `file` holds what `articles.picture_files` made of them, without position
    or other hidden data. `sha256` is theirs, so that the same file is known again.
    """

    address = models.CharField(_("address"), max_length=40, unique=True, default=new_address, editable=False)
    file = models.FileField(_("file"), upload_to=master_name, max_length=200, editable=False)
    name = models.CharField(_("file name"), max_length=200, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it. One or two sentences."),
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It tells nothing that the text does not: screen readers skip it.")
    )
    caption = models.TextField(_("caption"), blank=True)
    caption_language = models.CharField(
        _("language of the caption"), max_length=8, choices=Language.choices, default=Language.FRENCH
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made or owns it, as it is to be printed.")
    )
    rights = models.CharField(_("rights"), max_length=12, choices=RIGHTS, default=Rights.UNKNOWN)
    rights_note = models.CharField(_("rights note"), max_length=200, blank=True)
    focal_x = models.FloatField(
        _("focal point, from the left"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    focal_y = models.FloatField(
        _("focal point, from the top"), default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)]
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("uploaded by"),
        null=True,
        editable=False,
        related_name="pictures",
    )
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="picture_has_a_size"),
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="picture_focal_point_inside",
            ),
            models.CheckConstraint(condition=Q(decorative=False) | Q(alt=""), name="picture_decorative_or_described"),
        ]

    def __str__(self):
        return self.caption[:80] or self.alt[:80] or self.name

    def clean(self) -> None:
        """What is decorative needs no description: the one that was typed is dropped."""
        super().clean()
        if self.decorative:
            self.alt = ""


class PictureRole(models.TextChoices):
    LEAD = "lead", _("At the top")
    BODY = "body", _("In the text")


class PlacedPicture(models.Model):
    """A picture as it stands in an article, or stood in an edition, with the words said there.

    The words are the picture's own to begin with, and the article's from then on. `position` is the number of
    paragraphs and other blocks of the text before it; at the top it is 0.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), null=True, blank=True, related_name="pictures"
    )
    edition = models.ForeignKey(
        Edition, models.CASCADE, verbose_name=_("edition"), null=True, blank=True, related_name="pictures"
    )
    picture = models.ForeignKey(Picture, models.PROTECT, verbose_name=_("picture"), related_name="places")
    role = models.CharField(
        pgettext_lazy("picture", "place"), max_length=4, choices=PictureRole.choices, default=PictureRole.LEAD
    )
    position = models.PositiveSmallIntegerField(_("after paragraph"), default=0)
    alt = models.CharField(_("alternative text"), max_length=500, blank=True)
    decorative = models.BooleanField(_("decorative"), default=False)
    caption = models.TextField(_("caption"), blank=True)
    caption_language = models.CharField(
        _("language of the caption"), max_length=8, choices=Language.choices, default=Language.FRENCH
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("picture in an article")
        verbose_name_plural = _("pictures in articles")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article=None, edition__isnull=False) | Q(article__isnull=False, edition=None),
                name="picture_in_one_text",
            ),
            models.CheckConstraint(condition=Q(role__in=PictureRole.values), name="picture_role_known"),
            models.UniqueConstraint(fields=["article"], condition=Q(role="lead"), name="one_lead_picture_per_article"),
            models.UniqueConstraint(fields=["edition"], condition=Q(role="lead"), name="one_lead_picture_per_edition"),
        ]

    def __str__(self):
        return " · ".join(filter(None, [str(self.caption[:80] or self.picture), str(self.get_role_display())]))


class Portrait(models.Model):
    """The picture that stands on an official's page."""

    official = models.OneToOneField(Official, models.CASCADE, verbose_name=_("official"), related_name="portrait")
    picture = models.ForeignKey(Picture, models.PROTECT, verbose_name=_("picture"), related_name="portraits")

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self):
        return str(self.official)


def words_of(picture: Picture) -> dict[str, Any]:
    """What the library says of a picture, by the names that a placed one has for it."""
    return {name: getattr(picture, name) for name in ("alt", "decorative", "caption", "caption_language", "credit")}
