"""Officials, their offices, and who held which from when to when."""

from collections.abc import Iterable
from typing import Any, ClassVar, NamedTuple, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, CheckConstraint, Q, UniqueConstraint, When
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners import kinds
from partners.dates import Answer, PartialDate, held
from partners.fields import LinesField, PartialDateField
from partners.models.countries import Country
from partners.models.organisations import Organisation
from partners.models.rows import (
    FoundInTexts,
    FoundInTextsQuerySet,
    RegistryQuerySet,
    RegistryRow,
    date_constraints,
    dates_are_known,
    in_language,
    known,
)
from partners.overlaps import tenure_clash
from partners.rows import OfficeRow, OfficialRow, TenureRow


class OfficialQuerySet(FoundInTextsQuerySet):
    """The questions asked about officials."""


class Official(FoundInTexts, RegistryRow):
    """A person of public office. Who they were on a day, their tenures say."""

    GENDERS = [(kinds.Gender.FEMININE.value, _("feminine")), (kinds.Gender.MASCULINE.value, _("masculine"))]

    slug = models.SlugField(_("address"), max_length=100, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    other_names = LinesField(_("other names"))
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="officials",
    )
    gender = models.CharField(
        _("gender of titles"),
        max_length=1,
        choices=GENDERS,
        blank=True,
        help_text=_("Which form of a French title is used."),
    )

    TABLE = "officials"
    ROW = OfficialRow

    objects = OfficialQuerySet.as_manager()  # type: ignore[misc]  # a mixin stands between it and RegistryRow
    SEARCHED = ("name", "other_names")

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def words_for_key(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partners:official", args=[self.slug])

    def tenures_on(self, on: PartialDate) -> list["Holder"]:
        """The offices held on that date, for sure or possibly; the sure ones first. Uses prefetched tenures."""
        return _holders(self.tenures.all(), on)


class Holder(NamedTuple):
    """A tenure and whether it held: YES or CANNOT_SAY."""

    tenure: "Tenure"
    answer: Answer


def _holders(tenures: Iterable["Tenure"], on: PartialDate) -> list[Holder]:
    holders = [Holder(tenure, tenure.held(on)) for tenure in tenures]
    return sorted((h for h in holders if h.answer is not Answer.NO), key=lambda h: h.answer is not Answer.YES)


class Office(RegistryRow):
    """A post of an organisation or of a country: its titles, and whether one person holds it at a time."""

    title_fr_m = models.CharField(_("French title, masculine"), max_length=200)
    title_fr_f = models.CharField(_("French title, feminine"), max_length=200, blank=True)
    title_en = models.CharField(_("English title"), max_length=200)
    aliases = LinesField(_("other titles"))
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
    )
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
    )
    single_holder = models.BooleanField(_("one holder at a time"), default=True)

    TABLE = "offices"
    ROW = OfficeRow
    SEARCHED = ("title_fr_m", "title_fr_f", "title_en", "aliases")

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["folded"]
        constraints = [
            CheckConstraint(
                condition=Q(organisation__isnull=True, country__isnull=False)
                | Q(organisation__isnull=False, country__isnull=True),
                name="office_has_one_owner",
                violation_error_message=_("An office belongs to one organisation or one country."),
            ),
            UniqueConstraint(
                fields=["title_fr_m", "organisation"],
                condition=Q(country=None),
                name="office_once_per_organisation",
                violation_error_message=_("The organisation has this office already."),
            ),
            UniqueConstraint(
                fields=["title_fr_m", "country"],
                condition=Q(organisation=None),
                name="office_once_per_country",
                violation_error_message=_("The country has this office already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_language(self.title_fr_m, self.title_en)

    def title_for(self, gender: str) -> str:
        """The title in the active language, in the form that the person's titles take."""
        feminine = self.title_fr_f if gender == kinds.Gender.FEMININE else ""
        return in_language(feminine or self.title_fr_m, self.title_en)

    def words_for_key(self) -> str:
        return self.title_fr_m

    def holders(self, on: PartialDate) -> list[Holder]:
        """Who held the office on that date, for sure or possibly; the sure ones first. Uses prefetched tenures."""
        return _holders(self.tenures.all(), on)

    def clean(self) -> None:
        """Refuse to make an office single that surely had two holders at once. Raises ValidationError."""
        if not self.single_holder or self.pk is None:
            return
        rows = [tenure.as_row() for tenure in self.tenures.select_related("official", "office")]
        for at, mine in enumerate(rows):
            for other in rows[:at]:
                if tenure_clash(other, mine, single_holder=True):
                    raise ValidationError(
                        {
                            "single_holder": gettext("Two persons held this office at once: %s.")
                            % f"{other.key}, {mine.key}"
                        },
                    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            # PostgreSQL's exclusion constraint reads this off the tenure's own row
            self.tenures.filter(acting=False).exclude(exclusive=self.single_holder).update(
                exclusive=self.single_holder
            )


class TenureQuerySet(RegistryQuerySet):
    def possible_on(self, on: PartialDate) -> Self:
        """Tenures that held on that date, for sure or possibly."""
        return self.filter(Q(since=None) | Q(since__may_be_by=on), Q(until=None) | Q(until__may_be_from=on))

    def public(self) -> Self:
        """The tenures of officials whom readers may see."""
        return self.filter(official__in=Official.objects.public())

    def running_first(self) -> Self:
        """Those without an end first, then by their start, the latest first; those of unknown start last."""
        runs = Case(When(since__isnull=False, until=None, then=0), default=1)
        return self.order_by(runs, models.F("since").desc(nulls_last=True), "official__slug", "pk")

    def current(self) -> Self:
        """Tenures with a known start and no end."""
        return self.filter(since__isnull=False, until=None)


class Tenure(RegistryRow):
    """An official in an office, from when to when, as known."""

    official = models.ForeignKey(
        Official, verbose_name=_("official"), on_delete=models.CASCADE, related_name="tenures"
    )
    office = models.ForeignKey(Office, verbose_name=_("office"), on_delete=models.PROTECT, related_name="tenures")
    since = PartialDateField(_("since"), help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."))
    until = PartialDateField(_("until"), help_text=_("Empty: still running, or unknown when the start is unknown."))
    acting = models.BooleanField(_("acting"), default=False)
    exclusive = models.BooleanField(editable=False, default=False)  # a single holder's, and not acting

    objects: ClassVar = TenureQuerySet.as_manager()

    TABLE = "tenures"
    ROW = TenureRow

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["office", "since"]
        constraints = [
            *date_constraints("tenure", "since", "until"),
            UniqueConstraint(
                "official",
                "office",
                known("since"),
                name="tenure_once",
                violation_error_message=_("The official has this tenure with the same start already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official} – {self.title}"

    @property
    def title(self) -> str:
        """The office's title as this official bears it, in the active language."""
        title = self.office.title_for(self.official.gender)
        return gettext("%(title)s, acting") % {"title": title} if self.acting else title

    def words_for_key(self) -> str:
        return f"{self.official.key} {self.office.key}"

    def searched_texts(self) -> Iterable[str]:
        return (*self.official.searched_texts(), *self.office.searched_texts())

    def held(self, on: PartialDate) -> Answer:
        """Whether the official held the office on that date."""
        return held(self.since, self.until, on=on)

    def clashes_with(self, other: "Tenure") -> bool:
        """Whether both tenures cannot stand side by side."""
        if self.office_id != other.office_id:
            return False
        return bool(tenure_clash(self.as_row(), other.as_row(), single_holder=self.office.single_holder))

    def clean(self) -> None:
        """Refuse what surely overlaps with another tenure of the office. Raises ValidationError."""
        if self.official_id is None or self.office_id is None or not dates_are_known(self.since, self.until):
            return
        others = Tenure.objects.filter(office=self.office_id).exclude(pk__in={self.pk, *self.judged_with})
        for other in others.select_related("official", "office"):
            if self.clashes_with(other):
                raise ValidationError(
                    gettext("This tenure overlaps with: %(other)s (%(since)s – %(until)s)."),
                    code="overlap",
                    params={"other": other, "since": other.since or "?", "until": other.until or ""},
                )

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if update_fields is not None:
            update_fields = {*update_fields, "exclusive"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def prepare(self, taken: set[str] | None = None) -> None:
        super().prepare(taken)
        self.exclusive = self.office.single_holder and not self.acting

    def get_absolute_url(self) -> str:
        return self.official.get_absolute_url()
