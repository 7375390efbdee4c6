"""What the page of an edition shows beside its text, in as few queries as the page allows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.filters import midnight
from articles.models import Edition, Kind, LanguageVersion, Quote, ThemedEdition
from articles.notices import notices_among
from articles.page_text import Target
from partners.dates import Answer, PartialDate
from partners.models import Country, Official, Organisation, Tenure

RELATED_SHOWN = 4


def page_of(edition: Edition, quotes: Iterable[Quote]) -> dict[str, Any]:
    """What the page of an edition shows beside its text, by the names that its template has for it.

    The edition's links have been fetched, and `article.language_version` with it.
    """
    history, versions = _history_and_versions(edition)
    thread = Thread.of(edition)
    return {
        "edition": edition,
        "at_home": edition.tree == get_language(),
        "day": day_of_text(edition),
        "officials": _with_office(edition),
        "countries": _with_relation(edition),
        "targets": targets(edition),
        "quotes": quotes,
        "own_day": _own_day(edition),
        "notices": notices_among(history),
        "updated_at": max((row.visible_from for row in history if row.kind in Kind.told()), default=None),
        "versions": versions,
        "related": related(edition),
        "thread": thread,
        "neighbours": thread.neighbours(edition) if thread else {},
        "canonical_path": edition.get_absolute_url(),
    }


def day_of_text(edition: Edition) -> PartialDate:
    """The day that offices and relations are told for: the text's own as known, else that of its publication."""
    return edition.dated or PartialDate.of(edition.first_public_at.date())


def _with_office(edition: Edition) -> list[tuple[Official, Tenure | None]]:
    """The edition's officials, each with the office that they surely held on the day of the text, if it is dated."""
    named = []
    for official in edition.officials.all():
        holders = official.tenures_on(edition.dated) if edition.dated else []
        sure = [holder.tenure for holder in holders if holder.answer == Answer.YES]
        if sure:
            sure[0].official = official  # its title asks for the gender
        named.append((official, sure[0] if sure else None))
    return named


def _with_relation(edition: Edition) -> list[tuple[Country, str]]:
    """The edition's countries, each with its relation to the Alliance that surely held on the day of the text."""
    day = day_of_text(edition)
    named = []
    for country in edition.countries.all():
        relation, answer = country.relation_on(day)
        said = relation.get_framework_display() if relation is not None and answer is Answer.YES else ""
        named.append((country, str(said)))
    return named


def _own_day(edition: Edition) -> bool:
    """Whether it stands under the text's own day, as from an archive: then no hour of its publishing is known."""
    return bool(edition.dated and edition.dated.full and edition.first_public_at == midnight(edition.dated.first))


def targets(edition: Edition) -> list[Target]:
    """Where the names in the text lead: the entries that the edition is linked to, by the forms of its language."""
    found = [Target(row.get_absolute_url(), (row.name, *row.other_names)) for row in edition.officials.all()]
    for country in edition.countries.all():
        forms = {*_of_language(edition, country.name_fr, country.name_en), *country.aliases}
        found.append(Target(country.get_absolute_url(), tuple(sorted(forms - set(country.ambiguous)))))
    for organisation in edition.organisations.all():
        found.append(Target(organisation.get_absolute_url(), _names_of(edition, organisation)))
    for meeting in edition.meetings.all():
        titles = _of_language(edition, meeting.title_fr, meeting.title_en)
        # "la réunion des ministres": within a sentence a title begins with a small letter
        small = [title[0].lower() + title[1:] for title in titles if title]
        found.append(Target(meeting.get_absolute_url(), (*titles, *small)))
    return found


def _names_of(edition: Edition, row: Organisation) -> tuple[str, ...]:
    acronyms = _of_language(edition, row.acronym_fr, row.acronym_en)
    return (*_of_language(edition, row.name_fr, row.name_en), *acronyms, *row.aliases)


def _of_language(edition: Edition, french: str, english: str) -> tuple[str, ...]:
    """The form that texts of the edition's language use; both where it has neither language."""
    return {"fr": (french,), "en": (english,)}.get(edition.language, (french, english))


def _history_and_versions(edition: Edition) -> tuple[list[Edition], list[Edition]]:
    """What readers saw of the article up to this edition; and the public language versions. One query or none."""
    member: LanguageVersion | None = getattr(edition.article, "language_version", None)
    wanted = (
        Q(article=edition.article_id, visible_from__lte=edition.visible_from) if edition.kind != Kind.FIRST else Q()
    )
    if member is not None and member.language == edition.language:
        others = Edition.objects.public().filter(
            article__language_version__group=member.group_id, language=F("article__language_version__language")
        )
        wanted |= Q(pk__in=others.exclude(article=edition.article_id).values("pk"))
    if not wanted:
        return [], []
    found = list(Edition.objects.ever_visible().filter(wanted).select_related("discloses").order_by("visible_from"))
    history = [row for row in found if row.article_id == edition.article_id]
    return history, sorted((row for row in found if row not in history), key=lambda row: row.language)


def related(edition: Edition) -> list[Edition]:
    """Public coverage that shares a meeting, else an official, else a theme with it; the nearest first.

    Each has `reason`: a sentence that names what is shared.
    """
    meetings = {row.pk: row for row in edition.meetings.all()}
    officials = {row.pk: row for row in edition.officials.all()}
    themes = {row.tag_id: row for row in edition.themed.all() if row.tag_id}
    if not (meetings or officials or themes):
        return []
    by_meeting = Edition.meetings.through.objects.filter(meeting__in=list(meetings))
    by_official = Edition.officials.through.objects.filter(official__in=list(officials))
    by_theme = ThemedEdition.objects.filter(tag__in=list(themes)).order_by()
    nearness = Case(
        When(pk__in=by_meeting.values("edition"), then=Value(3)),
        When(pk__in=by_official.values("edition"), then=Value(2)),
        When(pk__in=by_theme.values("content_object"), then=Value(1)),
        default=Value(0),
    )
    near = Edition.objects.public().exclude(article=edition.article_id).annotate(nearness=nearness)
    nearest = near.filter(nearness__gt=0).order_by("-nearness", "-first_public_at", "-pk").values("pk")[:RELATED_SHOWN]
    here = OuterRef("pk")
    found = list(
        Edition.objects.filter(pk__in=nearest)
        .for_cards()
        .prefetch_related(None)
        .annotate(
            nearness=nearness,
            shared_meeting=Subquery(by_meeting.filter(edition=here).values("meeting")[:1]),
            shared_official=Subquery(by_official.filter(edition=here).values("official")[:1]),
            shared_theme=Subquery(by_theme.filter(content_object=here).values("tag")[:1]),
        )
        .order_by("-nearness", "-first_public_at", "-pk")
    )
    for other in found:
        if other.shared_meeting:
            other.reason = _("Same meeting: %(name)s") % {"name": meetings[other.shared_meeting].name}
        elif other.shared_official:
            other.reason = _("Also about %(name)s") % {"name": officials[other.shared_official].name}
        else:
            other.reason = _("Same theme: %(name)s") % {"name": themes[other.shared_theme].name}
    return found


@dataclass(frozen=True, slots=True)
class Thread:
    """What a reader can follow from one text to the next: the meeting that it is about, else its first theme."""

    name: str
    address: str
    editions: QuerySet[Edition]

    @classmethod
    def of(cls, edition: Edition) -> "Thread | None":
        for meeting in edition.meetings.all():
            return cls(meeting.name, meeting.get_absolute_url(), Edition.objects.public().filter(meetings=meeting.pk))
        for themed in edition.themed.all():
            if themed.tag_id:
                followed = Edition.objects.public().filter(themed__tag=themed.tag_id)
                return cls(themed.name, themed.tag.get_absolute_url(), followed)
        return None

    def neighbours(self, edition: Edition) -> dict[str, Edition]:
        """The public texts just before and just after it, as "before" and "after" where there are any; one query."""
        others = self.editions.exclude(article=edition.article_id)
        at, key = edition.first_public_at, edition.pk
        earlier = others.filter(Q(first_public_at__lt=at) | Q(first_public_at=at, pk__lt=key))
        later = others.filter(Q(first_public_at__gt=at) | Q(first_public_at=at, pk__gt=key))
        before = Subquery(earlier.order_by("-first_public_at", "-pk").values("pk")[:1])
        after = Subquery(later.order_by("first_public_at", "pk").values("pk")[:1])
        rows = Edition.objects.filter(Q(pk=before) | Q(pk=after)).defer("body", "standfirst").order_by()
        return {"before" if (row.first_public_at, row.pk) < (at, key) else "after": row for row in rows.order_by("pk")}
