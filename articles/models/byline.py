"""Who signs, and how they signed an article."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.edition import Edition, EditionQuerySet
from articles.models.named import Named
from articles.slugs import ascii_slug, free_slug
from partners.addresses import is_reserved


class ContributorQuerySet(models.QuerySet):
    def with_public_editions(self):
        """Those who signed something that readers may see."""
        return self.filter(pk__in=Byline.objects.filter(edition__in=Edition.objects.public()).values("contributor"))


class Contributor(Named):
    """A person who signs."""

    name = models.CharField(_("name"), max_length=200)
    folded = models.CharField(_("folded name"), max_length=200, unique=True, editable=False)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("account"), null=True, blank=True
    )

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["folded"]

    def prepare(self) -> None:
        super().prepare()
        if not self.slug:
            self.slug = free_slug(
                ascii_slug(self.name, fallback="author"),
                lambda slug: is_reserved("articles:author", slug) or Contributor.objects.filter(slug=slug).exists(),
            )

    def get_absolute_url(self):
        return reverse("articles:author", args=[self.slug])

    @property
    def editions(self) -> EditionQuerySet:
        """The editions that the person signed; ask them `public()`, as those of a country."""
        return Edition.objects.filter(pk__in=Byline.objects.filter(contributor=self).values("edition"))


class BylineRole(models.TextChoices):
    AUTHOR = "author", _("Author")
    CORRESPONDENT = "correspondent", _("Special correspondent")
    PHOTOGRAPHER = "photographer", _("Photographer")
    TRANSLATOR = "translator", _("Translator")
    EDITOR = "editor", _("Editor")


class Byline(models.Model):
    """One signature, under an article or under an edition.

    A text may be signed by a role and a place alone ("Special correspondent in Brussels"): the contributor is then
    empty.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), null=True, blank=True, related_name="bylines"
    )
    edition = models.ForeignKey(
        Edition, models.CASCADE, verbose_name=_("edition"), null=True, blank=True, related_name="bylines"
    )
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, verbose_name=_("contributor"), null=True, blank=True, related_name="bylines"
    )
    printed_name = models.CharField(
        _("name as printed"),
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("Under an edition: what the contributor was called when it was published."),
    )
    role = models.CharField(_("role"), max_length=14, choices=BylineRole.choices, default=BylineRole.AUTHOR)
    place = models.CharField(_("place"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article=None, edition__isnull=False) | Q(article__isnull=False, edition=None),
                name="byline_under_one_text",
            ),
            models.CheckConstraint(
                condition=Q(contributor__isnull=False) | ~Q(role="author"), name="byline_author_has_a_name"
            ),
        ]

    def __str__(self):
        return " · ".join(filter(None, [self.name, self.get_role_display(), self.place]))

    def save(self, *args, **kwargs):
        if self._state.adding and self.edition_id and not self.printed_name:
            self.printed_name = _name_of(self.contributor)
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """Who signed: under an edition as it was printed, under a working copy as the contributor is called now."""
        return self.printed_name if self.edition_id is not None else _name_of(self.contributor)


def _name_of(contributor: Contributor | None) -> str:
    return contributor.name if contributor is not None else ""
