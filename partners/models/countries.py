"""Countries, and how they relate to the Alliance."""

from collections.abc import Iterable
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, UniqueConstraint
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners import kinds
from partners.dates import Answer, PartialDate, held
from partners.fields import LinesField, PartialDateField
from partners.models.rows import (
    RegistryQuerySet,
    RegistryRow,
    date_constraints,
    dates_are_known,
    in_language,
    is_english,
    known,
)
from partners.overlaps import relation_clash
from partners.rows import CountryRow, RelationRow


class CountryQuerySet(RegistryQuerySet):
    def related_to_the_alliance(self) -> Self:
        """Members and partners of today or of old."""
        return self.filter(relations__isnull=False).distinct()

    def with_open_relation(self, framework: str = "") -> Self:
        """Countries whose relation has no end yet, within one framework or any."""
        open_ones = Relation.objects.open()
        if framework:
            open_ones = open_ones.filter(framework=framework)
        return self.filter(pk__in=open_ones.values("country"))


class Country(RegistryRow):
    """A state; its key is its ISO 3166-1 alpha-2 code, with XK for Kosovo."""

    key = property(lambda self: self.code)  # the code is the key
    code = models.CharField(
        _("code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Write the two capital letters of ISO 3166-1."))],
        help_text=_("ISO 3166-1 alpha-2; XK for Kosovo."),
    )
    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    name_fr = models.CharField(_("name in French"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    adjectives_fr_m = LinesField(_("French adjectives, masculine"))
    adjectives_fr_f = LinesField(_("French adjectives, feminine"))
    adjectives_en = LinesField(_("English adjectives"))
    adjectives_it = LinesField(_("Italian adjectives"), help_text=_("In the masculine singular."))
    adjectives_es = LinesField(_("Spanish adjectives"), help_text=_("In the masculine singular."))
    adjectives_de = LinesField(_("German adjectives"), help_text=_("Without an ending."))
    capitals_fr = LinesField(_("capital in French"))
    capitals_en = LinesField(_("capital in English"))
    capitals_other = LinesField(
        _("capital in other languages"), help_text=_("Where it is spelled otherwise than in French and English.")
    )
    aliases = LinesField(_("other names"))
    metonyms = LinesField(_("metonyms"), help_text=_("A house or palace that stands for the state."))
    ambiguous = LinesField(_("ambiguous forms"), help_text=_("Forms that also mean something else."))

    objects: ClassVar = CountryQuerySet.as_manager()

    TABLE = "countries"
    ROW = CountryRow
    SEARCHED = (
        "code",
        "name_fr",
        "name_en",
        "aliases",
        "capitals_fr",
        "capitals_en",
        "adjectives_fr_m",
        "adjectives_fr_f",
        "adjectives_en",
    )

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=r"^[A-Z]{2}\Z"), name="country_code_is_iso"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.name_fr, self.name_en)

    @property
    def capital(self) -> str:
        """The capital in the active language, by the form that comes first; empty where none is known."""
        return in_language(next(iter(self.capitals_fr), ""), next(iter(self.capitals_en), ""))

    def words_for_slug(self) -> str:
        return self.name_fr

    def get_absolute_url(self) -> str:
        return reverse("partners:country", args=[self.slug])

    def relation_on(self, on: PartialDate) -> tuple["Relation | None", Answer]:
        """The relation to the Alliance on that date: the one that surely held, else one that may have.

        On the day of accession a country is named a member. (None, NO) says that the registry has no relation for
        that date, which excludes nothing. Uses the relations already prefetched.
        """
        answers = [(relation, held(relation.since, relation.until, on=on)) for relation in self.relations.all()]
        for wanted in (Answer.YES, Answer.CANNOT_SAY):
            fitting = [relation for relation, answer in answers if answer is wanted]
            if fitting:
                return max(fitting, key=lambda r: (r.framework == kinds.Framework.MEMBER, str(r.since or ""))), wanted
        return None, Answer.NO


class RelationQuerySet(RegistryQuerySet):
    def open(self) -> Self:
        """Relations without an end."""
        return self.filter(until=None)

    def possible_on(self, on: PartialDate) -> Self:
        """Relations that held on that date, for sure or possibly."""
        return self.filter(Q(since=None) | Q(since__may_be_by=on), Q(until=None) | Q(until__may_be_from=on))


class Relation(RegistryRow):
    """How a country relates to the Alliance, from when to when."""

    Framework = kinds.Framework
    FRAMEWORKS = [
        (kinds.Framework.MEMBER.value, _("Member")),
        (kinds.Framework.PARTNERSHIP_FOR_PEACE.value, _("Partnership for Peace")),
        (kinds.Framework.MEDITERRANEAN_DIALOGUE.value, _("Mediterranean Dialogue")),
        (kinds.Framework.ISTANBUL_INITIATIVE.value, _("Istanbul Cooperation Initiative")),
        (kinds.Framework.ACROSS_THE_GLOBE.value, _("Partners across the globe")),
    ]

    country = models.ForeignKey(Country, verbose_name=_("country"), on_delete=models.CASCADE, related_name="relations")
    framework = models.CharField(_("framework"), max_length=40, choices=FRAMEWORKS)
    since = PartialDateField(_("since"), help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."))
    until = PartialDateField(_("until"), help_text=_("Empty: still running."))
    note = models.TextField(_("note in English"), blank=True)
    note_fr = models.TextField(_("note in French"), blank=True)

    objects: ClassVar = RelationQuerySet.as_manager()

    TABLE = "relations"
    ROW = RelationRow

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["country", "since"]
        constraints = [
            *date_constraints("relation", "since", "until"),
            UniqueConstraint(
                fields=["country", "framework"],
                condition=Q(until=None),
                name="relation_one_open_per_framework",
                violation_error_message=_("The country has a relation of this framework that is still running."),
            ),
            UniqueConstraint(
                "country",
                "framework",
                known("since"),
                name="relation_once",
                violation_error_message=_("The country has this relation with the same start already."),
            ),
            models.CheckConstraint(
                condition=Q(framework__in=[framework.value for framework in kinds.Framework]),
                name="relation_framework_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} – {self.get_framework_display()}"

    def words_for_key(self) -> str:
        return f"{self.country.code} {self.framework}"

    def searched_texts(self) -> Iterable[str]:
        return (self.country.name_fr, self.country.name_en, self.framework, self.note, self.note_fr)

    @property
    def remark(self) -> str:
        """The note in the active language; empty where nobody has written it in that language."""
        return self.note if is_english() else self.note_fr

    def held(self, on: PartialDate) -> Answer:
        """Whether the relation held on that date."""
        return held(self.since, self.until, on=on)

    def clashes_with(self, other: "Relation") -> bool:
        """Whether both relations, of one country, cannot stand side by side."""
        return bool(relation_clash(self.as_row(), other.as_row()))

    def clean(self) -> None:
        """Refuse what surely overlaps with another relation of the country. Raises ValidationError."""
        if self.country_id is None or not self.framework or not dates_are_known(self.since, self.until):
            return
        others = Relation.objects.filter(country=self.country_id).exclude(pk__in={self.pk, *self.judged_with})
        for other in others.select_related("country"):
            if self.clashes_with(other):
                raise ValidationError(
                    gettext("This relation overlaps with: %(other)s (%(since)s – %(until)s)."),
                    code="overlap",
                    params={"other": other, "since": other.since or "?", "until": other.until or ""},
                )

    def get_absolute_url(self) -> str:
        return self.country.get_absolute_url()
