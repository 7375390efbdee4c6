"""Who takes part in a meeting, and which meetings come before and after it. Few queries, whoever took part."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from partners import kinds
from partners.dates import Answer, PartialDate, held
from partners.folding import fold
from partners.models import Country, Meeting, Office, Official, Organisation, Relation, Tenure

# What a row of any kind brings along, as texts; a kind leaves empty what it does not have.
COLUMNS = ["slug", "french", "english", "since", "until", "gender", "title_fr_m", "title_fr_f", "title_en"]


@dataclass(slots=True)
class Attendance:
    """Who took part, each list in the order of the names. Officials come with the office surely held that day."""

    members: list[Country] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    officials: list[tuple[Official, Tenure | None]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.members or self.countries or self.organisations or self.officials)


def taking_part(meeting: Meeting) -> Attendance:
    """Who took part, as recorded; and at a meeting of all the Alliance's members, who they were that day.

    One query. A country whose membership that day is not sure is left out of the members.
    """
    all_members = meeting.organiser is not None and meeting.organiser.key == kinds.ALLIANCE
    rows = [
        _texts("country", Country.objects.filter(meetings=meeting), french="name_fr", english="name_en"),
        _texts("organisation", meeting.organisations.all(), french="name_fr", english="name_en"),
        _texts(
            "official",
            Official.objects.public().filter(meetings=meeting),
            french="name",
            english="name",
            since="tenures__since",
            until="tenures__until",
            gender="gender",
            title_fr_m="tenures__office__title_fr_m",
            title_fr_f="tenures__office__title_fr_f",
            title_en="tenures__office__title_en",
        ),
    ]
    if all_members and meeting.kind in kinds.OF_ALL_MEMBERS and meeting.start is not None:
        members = Relation.objects.possible_on(meeting.start).filter(framework=kinds.Framework.MEMBER)
        named = {"slug": "country__slug", "french": "country__name_fr", "english": "country__name_en"}
        rows.append(_texts("member", members, **named, since="since", until="until"))
    first, *others = rows
    return _sorted_out(first.union(*others, all=True), meeting.start)


def _texts(kind: str, rows: QuerySet, **columns: str) -> QuerySet:
    columns = {"slug": "slug"} | columns
    texts = {f"its_{name}": Cast(F(columns[name]) if name in columns else Value(""), TextField()) for name in COLUMNS}
    its_kind = Value(kind, output_field=CharField())
    return rows.order_by().annotate(its_kind=its_kind, **texts).values_list("its_kind", *texts)


def _sorted_out(rows: Iterable[tuple[str, ...]], on: PartialDate | None) -> Attendance:
    found = Attendance()
    officials: dict[str, tuple[Official, Tenure | None]] = {}
    for kind, *texts in rows:
        row = dict(zip(COLUMNS, texts, strict=True))
        names = {"slug": row["slug"], "name_fr": row["french"], "name_en": row["english"]}
        if kind == "country":
            found.countries.append(Country(**names))
        elif kind == "organisation":
            found.organisations.append(Organisation(**names))
        elif kind == "member":
            if _surely(row, on):
                found.members.append(Country(**names))
        else:
            official = Official(slug=row["slug"], name=row["french"], gender=row["gender"])
            known, tenure = officials.get(official.slug, (official, None))
            if tenure is None and row["title_fr_m"] and _surely(row, on):
                titles = {name: row[name] or "" for name in ("title_fr_m", "title_fr_f", "title_en")}
                tenure = Tenure(official=known, office=Office(**titles))
            officials[official.slug] = (known, tenure)
    members = {country.slug for country in found.members}
    found.countries = [country for country in found.countries if country.slug not in members]
    for countries in (found.members, found.countries, found.organisations):
        countries.sort(key=lambda each: fold(each.name))
    found.officials = sorted(officials.values(), key=lambda pair: (fold(pair[0].name), pair[0].slug))
    return found


def _surely(row: dict[str, Any], on: PartialDate | None) -> bool:
    dates = [PartialDate.parse(row[name]) if row[name] else None for name in ("since", "until")]
    return on is not None and held(*dates, on=on) is Answer.YES


def neighbours(meeting: Meeting) -> dict[str, Meeting | None]:
    """The public meetings of the same kind and organiser right `before` and `after` it, by one query."""
    found: dict[str, Meeting | None] = {"before": None, "after": None}
    if meeting.start is None:
        return found
    alike = Meeting.objects.public().filter(
        kind=meeting.kind, portfolio=meeting.portfolio, organiser=meeting.organiser_id, start__isnull=False
    )
    here = Q(start=meeting.start)
    earlier = alike.filter(Q(start__lt=meeting.start) | here & Q(slug__lt=meeting.slug)).order_by("-start", "-slug")
    later = alike.filter(Q(start__gt=meeting.start) | here & Q(slug__gt=meeting.slug)).order_by("start", "slug")
    either = Q(pk=Subquery(earlier.values("pk")[:1])) | Q(pk=Subquery(later.values("pk")[:1]))
    for other in Meeting.objects.filter(either):
        is_before = (str(other.start), other.slug) < (str(meeting.start), meeting.slug)
        found["before" if is_before else "after"] = other
    return found
