"""International organisations, their organs and missions."""

from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.fields import LinesField
from partners.models.rows import RegistryQuerySet, RegistryRow, in_language, is_english
from partners.rows import OrganisationRow


class OrganisationQuerySet(RegistryQuerySet):
    def by_name(self) -> Self:
        """In the order of their names in the active language, accents and case aside."""
        first = Lower("name_en") if is_english() else "folded"  # which begins with the French name
        return self.order_by(first, "pk")


class Organisation(RegistryRow):
    """An organisation with its acronyms by language and its other names."""

    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    name_fr = models.CharField(_("name in French"), max_length=200, unique=True)
    name_en = models.CharField(_("name in English"), max_length=200)
    acronym_fr = models.CharField(_("acronym in French"), max_length=30, blank=True)
    acronym_en = models.CharField(_("acronym in English"), max_length=30, blank=True)
    aliases = LinesField(_("other names"))
    about_fr = models.TextField(
        _("what it is, in French"),
        blank=True,
        help_text=_("A sentence or two; shown to readers at the head of its page."),
    )
    about_en = models.TextField(_("what it is, in English"), blank=True)

    objects: ClassVar = OrganisationQuerySet.as_manager()

    TABLE = "organisations"
    ROW = OrganisationRow
    SEARCHED = ("name_fr", "name_en", "acronym_fr", "acronym_en", "aliases")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_fr, self.name_en)

    @property
    def acronym(self) -> str:
        return in_language(self.acronym_fr, self.acronym_en)

    @property
    def about(self) -> str:
        """What it is, in the active language; empty where nobody has said so in it."""
        return self.about_en if is_english() else self.about_fr

    @property
    def short_name(self) -> str:
        """The acronym where there is one, else the name."""
        return self.acronym or self.name

    def words_for_key(self) -> str:
        return self.acronym_fr or self.name_fr

    def words_for_slug(self) -> str:
        return self.acronym_fr or self.name_fr

    def get_absolute_url(self) -> str:
        return reverse("partners:organisation", args=[self.slug])
