"""Themes: what readers call tags. Two themes are the same when they are equal folded."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.slugs import ascii_slug, free_slug
from partners.addresses import is_reserved
from partners.folding import fold


class Theme(TagBase):
    """A subject. "Défense" and "defense" are one theme; the first spelling stays."""

    # Not taggit's own, which lets in letters that no address of ours has.
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    folded = models.CharField(_("folded name"), max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["folded"]

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)[:100]
        if self._state.adding and not self.slug:
            self._avoid_addresses()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a slug that is the address of another page of the site."""
        super().clean()
        if is_reserved("articles:theme", self.slug):
            raise ValidationError({"slug": _("The site has another page at this address: choose another one.")})

    def _avoid_addresses(self):
        """Take the next address where another theme had this one, or another page has. Else taggit makes the slug."""
        former = self._meta.get_field("former_names").related_model._default_manager
        wanted = self.slugify(self.name)
        if is_reserved("articles:theme", wanted) or former.filter(slug=wanted).exists():
            themes = Theme.objects.all()

            def taken(slug):
                found = former.filter(slug=slug).exists() or themes.filter(slug=slug).exists()
                return found or is_reserved("articles:theme", slug)

            self.slug = free_slug(wanted, taken)

    def slugify(self, tag, i=None):
        """An ASCII slug, numbered from the second of the same letters on."""
        slug = ascii_slug(tag, fallback="theme")
        return f"{slug}-{i}" if i else slug

    def get_absolute_url(self):
        return reverse("articles:theme", args=[self.slug])

    @property
    def editions(self) -> models.QuerySet:
        """The editions of this theme; ask them `public()`, as those of a country."""
        return apps.get_model("articles", "Edition").objects.filter(themed__tag=self)


class ThemesManager(_TaggableManager):
    """Taggit's manager, which finds an existing theme by its folded name, or by one that it had."""

    def _to_tag_model_instances(self, tags, tag_kwargs):
        wanted = {fold(tag)[:100]: tag.strip() for tag in tags if isinstance(tag, str) and tag.strip()}
        held = {theme.folded: theme for theme in Theme.objects.filter(folded__in=wanted)}
        if unknown := wanted.keys() - held.keys():
            former = apps.get_model("articles", "FormerTheme")._default_manager.filter(folded__in=unknown)
            held |= {row.folded: row.entry for row in former.select_related("entry")}
        for folded, name in wanted.items():
            if folded not in held:  # unless somebody else makes it at this moment
                held[folded], _made = Theme.objects.get_or_create(folded=folded, defaults={"name": name})
        return {tag for tag in tags if isinstance(tag, Theme)} | set(held.values())


class ThemedArticle(ItemBase):
    """A theme of a working copy. Never public."""

    tag = models.ForeignKey(Theme, models.CASCADE, related_name="themed_articles")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="themed")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="theme_once_per_article")]


class ThemedEdition(ItemBase):
    """A theme of an edition, by the name that it had when the edition was published."""

    # What was published stays as it was: a theme of an edition is not deleted.
    tag = models.ForeignKey(Theme, models.PROTECT, related_name="themed_editions")
    content_object = models.ForeignKey("articles.Edition", models.CASCADE, related_name="themed")
    name = models.CharField(_("name as printed"), max_length=100, blank=True, editable=False)

    class Meta:
        ordering = ["tag__folded"]
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="theme_once_per_edition")]
        indexes = [models.Index(fields=["content_object", "tag"], name="themes_of_edition")]

    def save(self, *args, **kwargs):
        if self._state.adding and not self.name:
            self.name = self.tag.name
        super().save(*args, **kwargs)
