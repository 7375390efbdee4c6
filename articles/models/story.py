"""What an article and its editions have in common: the text, its links, and where it stands."""

from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.sanitising import clean_html
from partners.fields import PartialDateField


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


class Story(models.Model):
    """What an article and its editions have in common."""

    title = models.CharField(_("title"), max_length=300, blank=True)
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
