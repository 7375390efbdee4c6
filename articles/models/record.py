"""The quotes register: exact words, who said them, and where readers can see them."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.desk import Decision
from articles.models.edition import Edition
from articles.models.story import Language
from articles.search.text import STEMMED, forms, forms_held, words
from partners.fields import PartialDateField


class WordsField(models.TextField):
    """The words of the quote in every form that they are found by, each between spaces; kept in step by saving."""

    def pre_save(self, model_instance, add):
        words = " ".join(forms_held(model_instance.text, model_instance.language))
        setattr(model_instance, self.attname, f" {words} ")
        return super().pre_save(model_instance, add)


class QuoteQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(decision=Decision.PENDING)

    def public(self, at: datetime | None = None):
        """Accepted quotes whose words stand in an edition that readers may see at that moment."""
        return self.filter(
            Q(pk__in=QuotePlace.objects.filter(edition__in=Edition.objects.public(at)).values("quote")),
            decision=Decision.ACCEPTED,
        )

    def with_words(self, query: str):
        """Quotes that hold every word of the query in any of its forms; a query without words finds nothing.

        Accents, ligatures and the kind of apostrophe do not count.
        """
        asked = list(dict.fromkeys(word.surface for word in words(query)))
        for surface in asked:
            wanted = {form for language in STEMMED for form in forms(surface, language) if form}
            self = self.filter(reduce(or_, (Q(searched__contains=f" {form} ") for form in sorted(wanted))))
        return self if asked else self.none()

    def of_country(self, slug: str):
        """Words of that country's officials, and of whoever held one of its offices when they spoke."""
        return self.filter(Q(speaker__country__slug=slug) | Q(office__country__slug=slug))

    def for_lists(self):
        """Newest first, each with the public editions that hold its words in `public_places`."""
        places = QuotePlace.objects.filter(edition__in=Edition.objects.public()).select_related("edition")
        return (
            self.defer("searched")
            .select_related("speaker", "office", "meeting")
            .prefetch_related(models.Prefetch("places", places.defer("edition__body"), to_attr="public_places"))
            .order_by(F("said_on").desc(nulls_last=True), "-pk")
        )


class Quote(models.Model):
    """Exact words and their speaker. Pending until accepted; the office is the one that the speaker held that day."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="quotes")
    source_text = models.ForeignKey(
        "articles.SourceText",
        models.PROTECT,
        verbose_name=_("source text"),
        null=True,
        blank=True,
        related_name="quotes",
    )
    text = models.TextField(_("words"))
    language = models.CharField(_("language"), max_length=8, choices=Language.choices, default=Language.FRENCH)
    speaker = models.ForeignKey(
        "partners.Official", models.PROTECT, verbose_name=_("speaker"), null=True, blank=True, related_name="quotes"
    )
    speaker_name = models.CharField(
        _("speaker as named"), max_length=200, blank=True, help_text=_("The speaker's name in the text.")
    )
    attribution = models.CharField(
        _("attributed to"), max_length=300, blank=True, help_text=_("Who said it, when no person is named.")
    )
    office = models.ForeignKey(
        "partners.Office", models.SET_NULL, verbose_name=_("office that day"), null=True, blank=True, related_name="+"
    )
    meeting = models.ForeignKey(
        "partners.Meeting", models.SET_NULL, verbose_name=_("meeting"), null=True, blank=True, related_name="quotes"
    )
    said_on = PartialDateField(_("said on"), help_text=_("As known: 2024, 2024-10 or 2024-10-17."))
    searched = WordsField(blank=True, default="", editable=False)
    start = models.PositiveIntegerField(_("from character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("to character"), null=True, blank=True)
    passage_start = models.PositiveIntegerField(_("passage from character"), null=True, blank=True)
    passage_end = models.PositiveIntegerField(_("passage to character"), null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices, default=Decision.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        related_name="quote_decisions",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["article", "start", "pk"]
        permissions = [("decide_quote", _("Can accept and reject quotes"))]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="quote_has_words"),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lt=F("end")), name="quote_span_in_order"
            ),
            # Spans count in one source text: another wording can have other words at the same place.
            models.UniqueConstraint(fields=["article", "source_text", "start", "end"], name="quote_once_per_place"),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self):
        return reverse("articles:quote", args=[self.pk])

    stands_at: int | None = None  # in the plain text of the edition that is shown, where a query has said so

    @property
    def anchor(self) -> str:
        """Where its words stand on the page of the article."""
        return f"said-{self.pk}"

    @property
    def passage(self) -> str:
        """The sentence around it in the source text."""
        if self.source_text is None or self.passage_start is None or self.passage_end is None:
            return ""
        return self.source_text.text[self.passage_start : self.passage_end]


class QuotePlace(models.Model):
    """Where a quote stands in an edition's plain text (`sanitising.plain_text`), found by its exact words."""

    quote = models.ForeignKey(Quote, models.CASCADE, verbose_name=_("quote"), related_name="places")
    edition = models.ForeignKey(Edition, models.CASCADE, verbose_name=_("edition"), related_name="quote_places")
    start = models.PositiveIntegerField(_("from character"))
    end = models.PositiveIntegerField(_("to character"))

    class Meta:
        verbose_name = _("place of a quote")
        verbose_name_plural = _("places of quotes")
        constraints = [
            models.UniqueConstraint(fields=["quote", "edition"], name="quote_once_per_edition"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quote_place_has_words"),
        ]

    def __str__(self):
        return f"{self.edition_id}: {self.start}–{self.end}"
