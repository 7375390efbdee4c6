"""Articles that say the same in another language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.story import Language


class LanguageVersions(models.Model):
    """Articles that say the same, one in each language. `articles.language_versions` makes and ends them."""

    class Meta:
        verbose_name = _("group of language versions")
        verbose_name_plural = _("groups of language versions")

    def __str__(self):
        return f"{self.pk}"


class LanguageVersion(models.Model):
    """One article of a group. `language` is the one that it was linked as: a text that has since changed its
    language is not offered to readers as a version."""

    group = models.ForeignKey(
        LanguageVersions, models.CASCADE, verbose_name=_("language versions"), related_name="members"
    )
    article = models.OneToOneField(Article, models.CASCADE, verbose_name=_("article"), related_name="language_version")
    language = models.CharField(_("language"), max_length=8, choices=Language.choices)

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["group", "language"], name="language_version_once_per_language"),
        ]

    def __str__(self):
        return f"{self.article} ({self.language})"
