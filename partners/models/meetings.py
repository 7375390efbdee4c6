"""Meetings: summits, ministerials, bilaterals, committees, exercises and others."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from partners import kinds
from partners.coverage import without_articles
from partners.date_words import name_with_day
from partners.dates import PartialDate
from partners.fields import LinesField, PartialDateField
from partners.models.countries import Country
from partners.models.organisations import Organisation
from partners.models.people import Official
from partners.models.rows import (
    FoundInTexts,
    FoundInTextsQuerySet,
    RegistryQuerySet,
    RegistryRow,
    date_constraints,
    in_language,
    known,
)
from partners.rows import DocumentRow, MeetingRow


def surely_within(since: PartialDate, until: PartialDate | None) -> Q:
    """A start, which is known, that surely lies on or after the first date and before the second one."""
    day_before = PartialDate.of(since.last - timedelta(days=1))
    return ~Q(start__may_be_by=day_before) & (~Q(start__may_be_from=PartialDate.of(until.first)) if until else Q())


FORTNIGHT = 14  # days


def _not_over(on: PartialDate) -> Q:
    return Q(end__isnull=False, end__may_be_from=on) | Q(end=None, start__may_be_from=on)


class MeetingQuerySet(FoundInTextsQuerySet):
    def possible_on(self, on: PartialDate) -> Self:
        """Meetings that took place on that date, for sure or possibly; those without a date are left out.

        A meeting without an end is over on the day that it began.
        """
        return self.filter(Q(end__may_be_from=on) | Q(end=None, start__may_be_from=on), start__may_be_by=on)

    def to_come(self, on: PartialDate) -> Self:
        """Meetings that are not surely over on that date, the nearest first; those without a date are left out."""
        return self.filter(_not_over(on), start__isnull=False).order_by("start", "slug")

    def over(self, on: PartialDate) -> Self:
        """Meetings that surely ended before that date, the latest first."""
        return self.exclude(_not_over(on)).filter(start__isnull=False).newest_first()

    def ahead_first(self, on: PartialDate) -> Self:
        """The meetings `to_come`, which are `ahead`, then those that are `over`, each in their order."""
        ahead = models.Case(models.When(_not_over(on), then=True), default=False)
        starts = models.Case(models.When(ahead=True, then="start"))
        known = self.filter(start__isnull=False).annotate(ahead=ahead)
        return known.order_by("-ahead", starts, models.F("start").desc(), "slug")

    def attended_by(self, country: Country) -> Self:
        """Meetings in which the country took part: as recorded, or as the Alliance's member on the day they began.

        A day or a membership that is not known well enough says nothing. Uses the relations already prefetched.
        """
        seat = Q(organiser__key=kinds.ALLIANCE, kind__in=kinds.OF_ALL_MEMBERS, start__isnull=False)
        taking_part = Q(pk__in=country.meetings.values("pk"))
        for relation in country.relations.all():
            if relation.framework == kinds.Framework.MEMBER and relation.since is not None:
                taking_part |= seat & surely_within(relation.since, relation.until)
        return self.filter(taking_part)

    def soon_without_articles(self, on: PartialDate) -> Self:
        """Meetings to come that can begin within a fortnight of that day, and that nobody at the desk writes about."""
        last = PartialDate.of(on.first + timedelta(days=FORTNIGHT))
        return without_articles(self.to_come(on).filter(start__may_be_by=last))  # type: ignore[return-value]

    def newest_first(self) -> Self:
        return self.order_by(models.F("start").desc(nulls_last=True), "slug")


def _value(meeting: "Meeting", name: str) -> Any:
    """What the database keeps of that field: "2024-10" and the date that it says are the same."""
    field: Any = Meeting._meta.get_field(name)
    return field.get_prep_value(getattr(meeting, field.attname))


class Meeting(FoundInTexts, RegistryRow):
    """A meeting with its kind, organiser, place, dates and participants."""

    Kind = kinds.MeetingKind
    Portfolio = kinds.Portfolio
    KINDS = [
        (kinds.MeetingKind.SUMMIT.value, _("Summit")),
        (kinds.MeetingKind.MINISTERIAL.value, _("Ministerial meeting")),
        (kinds.MeetingKind.BILATERAL.value, _("Bilateral meeting")),
        (kinds.MeetingKind.COMMITTEE.value, _("Committee meeting")),
        (kinds.MeetingKind.EXERCISE.value, _("Exercise")),
        (kinds.MeetingKind.OTHER.value, _("Other meeting")),
    ]
    PORTFOLIOS = [
        (kinds.Portfolio.FOREIGN.value, _("Foreign affairs")),
        (kinds.Portfolio.DEFENCE.value, _("Defence")),
        (kinds.Portfolio.INTERIOR.value, _("Interior")),
        (kinds.Portfolio.JUSTICE.value, _("Justice")),
        (kinds.Portfolio.FINANCE.value, _("Finance")),
    ]

    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=KINDS)
    portfolio = models.CharField(_("portfolio"), max_length=20, choices=PORTFOLIOS, blank=True)
    title_fr = models.CharField(_("title in French"), max_length=250)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)
    other_titles = LinesField(_("other titles"))
    organiser = models.ForeignKey(
        Organisation,
        verbose_name=_("organiser"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
    )
    city = models.CharField(_("city in French"), max_length=120, blank=True)
    city_en = models.CharField(_("city in English"), max_length=120, blank=True, help_text=_("Where it differs."))
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_meetings",
    )
    start = PartialDateField(_("start"), help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."))
    end = PartialDateField(_("end"))
    participants = models.ManyToManyField(
        Country, verbose_name=_("participating countries"), blank=True, related_name="meetings"
    )
    organisations = models.ManyToManyField(
        Organisation, verbose_name=_("participating organisations"), blank=True, related_name="meetings_attended"
    )
    officials = models.ManyToManyField(
        Official, verbose_name=_("participating officials"), blank=True, related_name="meetings"
    )

    # For calendars that hold a copy of it: how often, and when, what they show of it changed.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    announced_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar = MeetingQuerySet.as_manager()

    # What calendars show of it.
    ANNOUNCED = ("kind", "title_fr", "title_en", "organiser", "city", "city_en", "country", "start", "end")
    TABLE = "meetings"
    ROW = MeetingRow
    SEARCHED = ("title_fr", "title_en", "other_titles", "city", "city_en", "kind", "portfolio")

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-start", "slug"]
        constraints = [
            *date_constraints("meeting", "start", "end"),
            UniqueConstraint(
                "title_fr",
                "city",
                known("start"),
                name="meeting_once",
                violation_error_message=_("This meeting, with the same place and start, is there already."),
            ),
            CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in kinds.MeetingKind]), name="meeting_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.start})" if self.start else self.name

    @property
    def name(self) -> str:
        return in_language(self.title_fr, self.title_en)

    @property
    def name_with_day(self) -> str:
        """As readers choose it from a list, where others have the same name."""
        return name_with_day(self.name, self.start, get_language() or "")

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save, and count the change where it changes what calendars show."""
        with transaction.atomic():
            if not self._state.adding and self._announces(update_fields) and update_fields is not None:
                update_fields = {*update_fields, "sequence", "announced_at"}
            super().save(*args, update_fields=update_fields, **kwargs)

    def _announces(self, update_fields: Iterable[str] | None) -> bool:
        """Raise the count where one of the fields to be written differs from what the database holds."""
        held = Meeting.objects.select_for_update().filter(pk=self.pk).first()
        if held is None:
            return False
        written = [name for name in self.ANNOUNCED if update_fields is None or name in update_fields]
        changed = any(_value(held, name) != _value(self, name) for name in written)
        self.sequence, self.announced_at = held.sequence, held.announced_at
        if changed:
            self.sequence, self.announced_at = held.sequence + 1, timezone.now()
        return changed

    @property
    def place(self) -> str:
        """The city in the active language."""
        return in_language(self.city, self.city_en)

    def words_for_key(self) -> str:
        return f"{self.kind} {self.portfolio} {self.city} {self.start or ''}"

    def words_for_slug(self) -> str:
        return f"{self.title_fr} {self.start or ''}"

    def searched_texts(self) -> Iterable[str]:
        yield from super().searched_texts()
        yield str(self.start or "")

    def get_absolute_url(self) -> str:
        return reverse("partners:meeting", args=[self.slug])


class AgendaItem(models.Model):
    """A point of a meeting's agenda: when it comes, as far as that is known, and what it is about."""

    meeting = models.ForeignKey(Meeting, verbose_name=_("meeting"), on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Points come by position, then by day and hour.")
    )
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("Where the meeting lasts several days."))
    begins = models.TimeField(_("begins"), null=True, blank=True, help_text=_("In the time of the meeting's place."))
    title_fr = models.CharField(_("title in French"), max_length=250)
    title_en = models.CharField(_("title in English"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = [
            "meeting",
            "position",
            models.F("day").asc(nulls_last=True),
            models.F("begins").asc(nulls_last=True),
            "pk",
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return in_language(self.title_fr, self.title_en)

    @property
    def title_language(self) -> str:
        """The language that `title` is in."""
        return "en" if self.title == self.title_en != self.title_fr else "fr"

    def clean(self) -> None:
        """Refuse a day that cannot be one of the meeting's. Raises ValidationError."""
        start, end = self.meeting.start, self.meeting.end or self.meeting.start
        if self.day is None or not (isinstance(start, PartialDate) and isinstance(end, PartialDate)):
            return
        if not start.first <= self.day <= end.last:
            raise ValidationError({"day": gettext("The meeting is not held on that day.")})


class MeetingDocument(RegistryRow):
    """What a meeting adopted or published: where it can be read, under its title, in its own language."""

    TONGUES = [
        (kinds.Tongue.FRENCH.value, _("French")),
        (kinds.Tongue.ENGLISH.value, _("English")),
        (kinds.Tongue.SPANISH.value, _("Spanish")),
        (kinds.Tongue.GERMAN.value, _("German")),
        (kinds.Tongue.ITALIAN.value, _("Italian")),
        (kinds.Tongue.PORTUGUESE.value, _("Portuguese")),
        (kinds.Tongue.DUTCH.value, _("Dutch")),
        (kinds.Tongue.ARABIC.value, _("Arabic")),
        (kinds.Tongue.TURKISH.value, _("Turkish")),
        (kinds.Tongue.RUSSIAN.value, _("Russian")),
        (kinds.Tongue.UKRAINIAN.value, _("Ukrainian")),
    ]

    meeting = models.ForeignKey(Meeting, verbose_name=_("meeting"), on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(_("title"), max_length=250, help_text=_("In the document's own language."))
    language = models.CharField(_("language"), max_length=8, choices=TONGUES, default=kinds.Tongue.FRENCH.value)
    address = models.URLField(_("address"), max_length=500, validators=[URLValidator(schemes=["http", "https"])])
    dated = PartialDateField(_("dated"), help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."))

    objects: ClassVar = RegistryQuerySet.as_manager()

    TABLE = "documents"
    ROW = DocumentRow
    SEARCHED = ("title",)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["meeting", models.F("dated").asc(nulls_last=True), "title", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["meeting", "address"],
                name="document_once_per_meeting",
                violation_error_message=_("The meeting has a document with this address already."),
            ),
            CheckConstraint(
                condition=Q(address__startswith="http://") | Q(address__startswith="https://"),
                name="document_address_is_of_the_web",
            ),
            CheckConstraint(
                condition=Q(language__in=[tongue.value for tongue in kinds.Tongue]), name="document_language_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def words_for_key(self) -> str:
        return f"{self.meeting.key} {self.language} {self.title}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()
