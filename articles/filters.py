"""How readers narrow the list of articles and the register of quotes.

Choices are only what public editions have: what stands in drafts alone never shows.
"""

from datetime import date, datetime, time, timedelta

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles import search
from articles.models import Edition, Kind, Language, Quote, Source, Theme
from partners.coverage import covered
from partners.date_words import name_with_day
from partners.dates import PartialDate
from partners.filters import ReaderFilterSet, WordsFilter, choices_of
from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation
from partners.models.rows import in_language

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
    organisation = django_filters.ChoiceFilter(
        label=_("Organisation"), field_name="organisations__slug", empty_label=_("All")
    )
    meeting = django_filters.ChoiceFilter(label=_("Meeting"), field_name="meetings__slug", empty_label=_("All"))
    source = django_filters.ChoiceFilter(label=_("Source"), field_name="source__slug", empty_label=_("All"))
    language = django_filters.ChoiceFilter(label=_("Language"), empty_label=_("All"))
    since = DayFilter(label=_("From"), method="from_day")
    until = DayFilter(label=_("To"), method="to_day")

    class Meta:
        model = Edition
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        self.found = _found_in_public_editions()
        super().__init__(*args, **kwargs)

    def theme_choices(self) -> list[tuple[str, str]]:
        return self.found["theme"]

    def country_choices(self) -> list[tuple[str, str]]:
        return self.found["country"]

    def official_choices(self) -> list[tuple[str, str]]:
        return self.found["official"]

    def organisation_choices(self) -> list[tuple[str, str]]:
        return self.found["organisation"]

    def meeting_choices(self) -> list[tuple[str, str]]:
        return self.found["meeting"]

    def source_choices(self) -> list[tuple[str, str]]:
        return self.found["source"]

    def language_choices(self) -> list[tuple[str, str]]:
        held = {code for code, _label in self.found["language"]}
        return [(code, str(label)) for code, label in Language.choices if code in held]

    @property
    def subjects(self) -> list[tuple[str, dict[str, str]]]:
        """What was asked for and has a feed of its own: by the filter's name, its slug and its name for readers."""
        asked = self.form.cleaned_data if self.is_valid() else {}
        return [
            (kind, {"slug": slug, "name": str(name)})
            for kind in ["theme", "country", "official", "meeting", "source", "language"]
            for slug, name in self.filters[kind].extra["choices"]
            if slug == asked.get(kind)
        ]

    def with_words(self, editions: QuerySet, _name: str, words: str) -> QuerySet:
        return search.search(words, within=editions)

    def from_day(self, editions: QuerySet, _name: str, day: date) -> QuerySet:
        return editions.filter(first_public_at__gte=midnight(day))

    def to_day(self, editions: QuerySet, _name: str, day: date) -> QuerySet:
        return editions.filter(first_public_at__lt=midnight(day + timedelta(days=1)))


def _found_in_public_editions() -> dict[str, list[tuple[str, str]]]:
    """What public editions have, by kind, as (slug, name in the active language); one query for all kinds.

    In the order of their names, meetings the newest first.
    """
    editions = Edition.objects.public()
    first, *others = [
        _named("theme", covered(Theme.objects.all()), "name"),
        _named("country", covered(Country.objects.all()), "name_fr", "name_en"),
        _named("official", covered(Official.objects.all()), "name"),
        _named("organisation", covered(Organisation.objects.all()), "name_fr", "name_en"),
        _named("meeting", covered(Meeting.objects.all()), "title_fr", "title_en", start="start"),
        _named("source", Source.objects.filter(pk__in=editions.order_by().values("source")), "name"),
        _named("language", editions.distinct(), "language", slug="language"),
    ]
    found: dict[str, list[tuple[str, str]]] = {
        kind: [] for kind in ["theme", "country", "official", "organisation", "meeting", "source", "language"]
    }
    meetings, language = [], get_language() or ""
    for kind, slug, french, english, start in first.union(*others, all=True):
        name = in_language(french, english)
        if kind == "meeting":
            meetings.append((start, slug, name_with_day(name, PartialDate.parse(start) if start else None, language)))
        else:
            found[kind].append((slug, name))
    for choices in found.values():
        choices.sort(key=lambda choice: fold(choice[1]))
    newest_first = sorted(sorted(meetings, key=lambda row: row[1]), key=lambda row: row[0], reverse=True)
    found["meeting"] = [(slug, name) for _start, slug, name in newest_first]
    return found


def _named(
    kind: str, rows: QuerySet, french: str, english: str = "", *, slug: str = "slug", start: str = ""
) -> QuerySet:
    """The rows as (kind, slug, French name, English name, start), all of them texts."""
    columns = {
        "the_slug": F(slug),
        "french": F(french),
        "english": F(english or french),
        "begins": Coalesce(Cast(F(start), TextField()), Value("")) if start else Value(""),
    }
    texts = {name: Cast(column, TextField()) for name, column in columns.items()}
    kind_of_row = Value(kind, output_field=TextField())
    return rows.order_by().annotate(kind_of_row=kind_of_row, **texts).values_list("kind_of_row", *texts)


class QuoteFilter(ReaderFilterSet):
    """`queryset` is what readers may see. A quote of a date known less well is found on every day that it can be."""

    q = WordsFilter(label=_("Words"), method="with_words")
    speaker = django_filters.ChoiceFilter(label=_("Speaker"), field_name="speaker__slug", empty_label=_("All"))
    country = django_filters.ChoiceFilter(label=_("Country"), method="of_country", empty_label=_("All"))
    meeting = django_filters.ChoiceFilter(label=_("Meeting"), field_name="meeting__slug", empty_label=_("All"))
    since = DayFilter(label=_("From"), method="from_day")
    until = DayFilter(label=_("To"), method="to_day")

    class Meta:
        model = Quote
        fields: list[str] = []

    def speaker_choices(self) -> list[tuple[str, str]]:
        return choices_of(Official.objects.filter(pk__in=Quote.objects.public().values("speaker")))

    def country_choices(self) -> list[tuple[str, str]]:
        public = Quote.objects.public()
        of_speakers, of_offices = (public.values(country) for country in ("speaker__country", "office__country"))
        return choices_of(Country.objects.filter(Q(pk__in=of_speakers) | Q(pk__in=of_offices)))

    def meeting_choices(self) -> list[tuple[str, str]]:
        meetings = Meeting.objects.filter(pk__in=Quote.objects.public().values("meeting"))
        return [(meeting.slug, meeting.name_with_day) for meeting in meetings.newest_first()]

    def with_words(self, quotes: QuerySet, _name: str, words: str) -> QuerySet:
        return quotes.with_words(words)  # type: ignore[attr-defined]

    def of_country(self, quotes: QuerySet, _name: str, slug: str) -> QuerySet:
        return quotes.of_country(slug)  # type: ignore[attr-defined]

    def from_day(self, quotes: QuerySet, _name: str, day: date) -> QuerySet:
        return quotes.filter(said_on__may_be_from=PartialDate.of(day))

    def to_day(self, quotes: QuerySet, _name: str, day: date) -> QuerySet:
        return quotes.filter(said_on__may_be_by=PartialDate.of(day))


class NoticeFilter(ReaderFilterSet):
    """Updates are not corrections: they are shown to who asks for them."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        method="of_kind",
        empty_label=_("Corrections, clarifications and withdrawals"),
        choices=[
            (Kind.CORRECTION.value, _("Corrections")),
            (Kind.CLARIFICATION.value, _("Clarifications")),
            (Kind.WITHDRAWAL.value, _("Withdrawals")),
            (Kind.UPDATE.value, _("Updates")),
            ("all", _("All, with updates")),
        ],
    )

    class Meta:
        model = Edition
        fields: list[str] = []

    @property
    def qs(self) -> QuerySet:
        found = super().qs
        asked = self.is_bound and self.form.is_valid() and self.form.cleaned_data["kind"]
        return found if asked else found.exclude(kind=Kind.UPDATE)

    def of_kind(self, editions: QuerySet, _name: str, kind: str) -> QuerySet:
        return editions if kind == "all" else editions.filter(kind=kind)
