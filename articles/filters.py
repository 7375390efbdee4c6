"""How readers narrow the list of articles and the register of quotes.

Choices are only what public editions have: what stands in drafts alone never shows.
"""

from datetime import date, datetime, time, timedelta

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.models import Edition, Language, Quote, Source, Theme
from partners.coverage import covered
from partners.filters import ReaderFilterSet, WordsFilter, choices_of
from partners.models import Country, Meeting, Official

# Moments outside these years overflow when they are turned into UTC, or mean a slip of the keyboard.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)


class DayFilter(django_filters.DateFilter):
    """A day of the newsroom's calendar."""

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
            **kwargs,
        )


def midnight(day: date) -> datetime:
    """The moment at which the day begins in the newsroom's own time."""
    return timezone.make_aware(datetime.combine(day, time()))


class EditionFilter(ReaderFilterSet):
    """`queryset` is what readers may see; the filters only narrow it."""

    q = WordsFilter(label=_("Words"), method="with_words")
    theme = django_filters.ChoiceFilter(label=_("Theme"), field_name="tags__slug", empty_label=_("All"))
    country = django_filters.ChoiceFilter(label=_("Country"), field_name="countries__slug", empty_label=_("All"))
    official = django_filters.ChoiceFilter(label=_("Official"), field_name="officials__slug", empty_label=_("All"))
    meeting = django_filters.ChoiceFilter(label=_("Meeting"), field_name="meetings__slug", empty_label=_("All"))
    source = django_filters.ChoiceFilter(label=_("Source"), field_name="source__slug", empty_label=_("All"))
    language = django_filters.ChoiceFilter(label=_("Language"), empty_label=_("All"))
    since = DayFilter(label=_("From"), method="from_day")
    until = DayFilter(label=_("To"), method="to_day")

    class Meta:
        model = Edition
        fields: list[str] = []

    def theme_choices(self) -> list[tuple[str, str]]:
        return choices_of(covered(Theme.objects.all()))

    def country_choices(self) -> list[tuple[str, str]]:
        return choices_of(covered(Country.objects.all()))

    def official_choices(self) -> list[tuple[str, str]]:
        return choices_of(covered(Official.objects.all()))

    def meeting_choices(self) -> list[tuple[str, str]]:
        return [(meeting.slug, str(meeting)) for meeting in covered(Meeting.objects.newest_first())]

    def source_choices(self) -> list[tuple[str, str]]:
        return choices_of(Source.objects.filter(pk__in=Edition.objects.public().values("source")))

    def language_choices(self) -> list[tuple[str, str]]:
        held = set(Edition.objects.public().order_by().values_list("language", flat=True).distinct())
        return [(code, str(label)) for code, label in Language.choices if code in held]

    def with_words(self, editions: QuerySet, _name: str, words: str) -> QuerySet:
        return search.search(words, within=editions)

    def from_day(self, editions: QuerySet, _name: str, day: date) -> QuerySet:
        return editions.filter(first_public_at__gte=midnight(day))

    def to_day(self, editions: QuerySet, _name: str, day: date) -> QuerySet:
        return editions.filter(first_public_at__lt=midnight(day + timedelta(days=1)))


class QuoteFilter(ReaderFilterSet):
    speaker = django_filters.ChoiceFilter(label=_("Speaker"), field_name="speaker__slug", empty_label=_("All"))

    class Meta:
        model = Quote
        fields: list[str] = []

    def speaker_choices(self) -> list[tuple[str, str]]:
        return choices_of(Official.objects.filter(pk__in=Quote.objects.public().values("speaker")))
