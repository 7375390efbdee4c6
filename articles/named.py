"""The entries that a reader's words name: officials, by name or by office, countries, organisations, meetings, themes.

Every word must stand in one of an entry's names, in any of its forms; an office is named by its post's own noun
("ministre", not "défense"). Only what readers may see is found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any

from django.db import connections, router
from django.db.models import Case, Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import get_language, gettext

from articles.models import Theme
from articles.search.naming import Asked, Fit
from partners.coverage import public_editions
from partners.date_words import date_in_words, period_in_words, range_in_words
from partners.dates import PartialDate
from partners.kinds import Gender
from partners.models import Country, Meeting, Official, Organisation, Tenure
from partners.models.rows import in_language

KINDS = ("official", "country", "organisation", "meeting", "theme")
MOST_WORDS = 12  # no name has more
_PAGES = {
    "official": "partners:official",
    "country": "partners:country",
    "organisation": "partners:organisation",
    "meeting": "partners:meeting",
    "theme": "articles:theme",
}
_PLACE = {"postgresql": "strpos", "sqlite": "instr"}  # where one text stands in another; 0 where it does not
_NOTHING, _YES = Value("", output_field=TextField()), Value("yes", output_field=TextField())


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as a list shows it, in the active language; `note` tells it from others of its name."""

    kind: str
    slug: str
    name: str
    note: str

    @property
    def url(self) -> str:
        return reverse(_PAGES[self.kind], args=[self.slug])


@dataclass(frozen=True)
class Row:
    """What the database holds of an entry, or of an official in an office; names and titles one a line."""

    kind: str
    key: str  # the official's, where it is an office
    slug: str
    french: str
    english: str
    names: str
    titles: str
    title_fr: str
    title_en: str
    since: str
    until: str
    acting: str
    confirmed: str  # whether readers see it even where no text names it

    @property
    def entry_kind(self) -> str:
        return "official" if self.kind == "tenure" else self.kind

    @cached_property
    def dates(self) -> tuple[PartialDate | None, PartialDate | None]:
        return _date(self.since), _date(self.until)

    @property
    def is_past(self) -> bool:
        """Whether it is an office that is held no more, or nobody knows since when."""
        return self.kind == "tenure" and (bool(self.until) or not self.since)


def find(
    text: str, *, most: int, partial: bool = False, counts: Mapping[tuple[str, str | int], int] | None = None
) -> list[Entry]:
    """The entries that the text names, the best first: whole names, who is in office, then those of most coverage.

    When `partial`, the last word can be the beginning of one. `counts` says by kind and key in how many of the texts
    that were found an entry is; without it the order is that of names.
    """
    asked = Asked(text, partial=partial)
    if not asked.words or len(asked.words) > MOST_WORDS:
        return []
    parts = asked.parts()
    return best(asked, rows_with(parts), most=most, counts=counts or {}) if parts else []


def best(asked: Asked, rows: Iterable[Row], *, most: int, counts: Mapping[tuple[str, str | int], int]) -> list[Entry]:
    """The entries among the rows that the words name, in the order of `find`; whole names stand alone."""
    by_entry: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_entry.setdefault((row.entry_kind, row.slug), []).append(row)
    found = []
    for key, held in by_entry.items():
        fits = [(fit, row) for row in held if (fit := _fit(asked, row)) is not None]
        if fits:
            fit, row = min(fits, key=lambda pair: (not pair[0].is_whole, pair[1].is_past, pair[0], _latest(pair[1])))
            past = fit.by_office and row.is_past
            within = fit.far > 1  # not at the name's beginning
            rank = (
                not fit.is_whole,
                past,
                within,
                -counts.get((key[0], int(row.key)), 0),
                fit,
                KINDS.index(key[0]),
                _latest(row),
                _name(row),
            )
            found.append((rank, key, row, held))
    found.sort(key=lambda each: each[0])
    whole = [each for each in found if not each[0][0]]
    return [_entry(key, row, held) for _rank, key, row, held in (whole or found)[:most]]


def rows_with(parts: Sequence[Sequence[str]]) -> list[Row]:
    """The public rows, of every kind, in whose folded names there stands one at least of each of the parts.

    One query; a second one where it takes public texts for readers to see a row.
    """
    using = router.db_for_read(Official)
    connection, (names, params) = connections[using], _names(using)
    place = f"{_PLACE[connection.vendor]}(searched, %s) > 0"
    standing = " AND ".join(f"({' OR '.join([place] * len(some))})" for some in parts)
    with connection.cursor() as cursor:
        cursor.execute(f"{names} WHERE {standing}", [*params, *(part for some in parts for part in some)])
        return _public([Row(*values) for values in cursor])


@cache
def _names(using: str) -> tuple[str, tuple[Any, ...]]:
    """The statement of all rows, with the columns of `Row`, and its parameters: longer to make than to ask."""
    first, *others = _arms()
    sql, params = first.union(*others, all=True).query.get_compiler(using).as_sql()
    columns = ", ".join(f"column_{at}" for at in range(len(fields(Row))))
    return f"SELECT {columns} FROM ({sql}) AS named", tuple(params)  # noqa: S608


def _public(rows: list[Row]) -> list[Row]:
    """Those of the rows that readers may see: confirmed ones anyway, about others public texts are asked."""
    doubtful: dict[str, set[int]] = {}
    for row in rows:
        if not row.confirmed:
            doubtful.setdefault(row.entry_kind, set()).add(int(row.key))
    if not doubtful:
        return rows
    first, *others = (
        _SHOWN[kind]().order_by().filter(pk__in=keys).values_list(Value(kind, output_field=TextField()), "pk")
        for kind, keys in doubtful.items()
    )
    shown = set(first.union(*others, all=True))
    return [row for row in rows if row.confirmed or (row.entry_kind, int(row.key)) in shown]


def _themes_shown() -> QuerySet:
    shown = public_editions(Theme.objects.all()).filter(themed__tag=OuterRef("pk"))
    return Theme.objects.filter(Exists(shown))


# Of the kinds of which readers do not see every row, those that they see.
_SHOWN: dict[str, Callable[[], QuerySet]] = {
    "official": lambda: Official.objects.public(),
    "meeting": lambda: Meeting.objects.public(),
    "theme": _themes_shown,
}


def _fit(asked: Asked, row: Row) -> Fit | None:
    """How well the words name the entry of the row; None where they do not."""
    names, titles = row.names.split("\n"), row.titles.split("\n")
    match row.kind:
        case "tenure":
            return asked.best_fit(asked.office(title, names) for title in titles)
        case "official":
            return asked.best_fit(asked.person(name) for name in names)
        case "meeting":
            around = " ".join([row.titles, *_days_in_words(row)])
            return asked.best_fit(asked.name(name, around) for name in names)
    return asked.best_fit([*(asked.name(name) for name in names), *(asked.other_name(name) for name in titles)])


def _days_in_words(row: Row) -> Iterator[str]:
    for date in row.dates:
        if date is not None:
            yield from (date_in_words(date, language) for language in ("fr", "en"))


def _name(row: Row) -> str:
    """What its entry is called: an organisation by its acronym, where it has one."""
    acronym = in_language(row.title_fr, row.title_en) if row.kind == "organisation" else ""
    return acronym or in_language(row.french, row.english)


def _entry(key: tuple[str, str], row: Row, held: list[Row]) -> Entry:
    kind, slug = key
    language = get_language() or ""
    name, note = _name(row), ""
    since, until = row.dates
    if kind == "official":
        offices = [each for each in held if each.kind == "tenure"]
        shown = (
            row if row.kind == "tenure" else min(offices, key=lambda each: (each.is_past, _latest(each)), default=None)
        )
        if shown is not None:
            title = in_language(shown.title_fr, shown.title_en)
            if shown.acting:
                title = gettext("%(title)s, acting") % {"title": title}
            note = ", ".join(filter(None, [title, period_in_words(*shown.dates, language)]))
    elif kind == "organisation":
        full = in_language(row.french, row.english)
        note = full if full != name else ""
    elif kind == "meeting":
        days = range_in_words(since, until, language)
        note = ", ".join(filter(None, [in_language(row.title_fr, row.title_en), days]))
    return Entry(kind, slug, name, note)


def _latest(row: Row) -> tuple[int, ...]:
    """Puts the latest first, and what has no date last."""
    start = row.dates[0]
    return (-start.first.toordinal(),) if start else (1,)


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _arms() -> Iterator[QuerySet]:
    feminine = "office__title_fr_f"
    in_feminine = When(~Q(**{feminine: ""}), official__gender=Gender.FEMININE, then=feminine)
    yield _arm("official", Official.objects.all(), "name", names=["name", "other_names"], confirmed="confirmed")
    yield _arm(
        "tenure",
        Tenure.objects.all(),
        "official__name",
        key="official__pk",
        slug="official__slug",
        names=["official__name", "official__other_names"],
        titles=["office__title_fr_m", feminine, "office__title_en", "office__aliases"],
        shown=(Case(in_feminine, default="office__title_fr_m", output_field=TextField()), "office__title_en"),
        dates=("since", "until"),
        acting="acting",
        confirmed="official__confirmed",
    )
    yield _arm(
        "country",
        Country.objects.all(),
        "name_fr",
        "name_en",
        names=["name_fr", "name_en", "aliases"],
        titles=["capitals_fr", "capitals_en", "adjectives_fr_m", "adjectives_fr_f", "adjectives_en"],
    )
    yield _arm(
        "organisation",
        Organisation.objects.all(),
        "name_fr",
        "name_en",
        names=["name_fr", "name_en", "acronym_fr", "acronym_en", "aliases"],
        shown=("acronym_fr", "acronym_en"),
    )
    yield _arm(
        "meeting",
        Meeting.objects.all(),
        "title_fr",
        "title_en",
        names=["title_fr", "title_en"],
        titles=["city", "city_en"],
        shown=("city", "city_en"),
        dates=("start", "end"),
        confirmed="confirmed",
    )
    yield _arm("theme", Theme.objects.all(), "name", names=["name"], confirmed="")


def _arm(
    kind: str,
    rows: QuerySet,
    french: str,
    english: str = "",
    *,
    names: list[str],
    titles: Iterable[str] = (),
    key: str = "pk",
    slug: str = "slug",
    shown: tuple[Any, Any] | None = None,
    dates: tuple[str, str] | None = None,
    acting: str = "",
    confirmed: str | None = None,
) -> QuerySet:
    """The rows with the columns of `Row`, all of them texts, and with the names that are searched.

    `confirmed` names the field; None where every row is, empty where none is.
    """
    columns: list[Any] = [
        Value(kind, output_field=TextField()),
        *(_text(name) for name in (key, slug, french, english or french)),
        _lines(names),
        _lines(titles),
        *((_text(name) for name in shown) if shown else (_NOTHING, _NOTHING)),
        *((_text(name) for name in dates) if dates else (_NOTHING, _NOTHING)),
        _whether(acting),
        _YES if confirmed is None else _whether(confirmed),
    ]
    named = {f"column_{at}": column for at, column in enumerate(columns)} | {"searched": F("folded")}
    return rows.order_by().annotate(**named).values_list(*named)


def _text(column: Any) -> Coalesce:
    return Coalesce(Cast(F(column) if isinstance(column, str) else column, TextField()), _NOTHING)


def _whether(field: str) -> Any:
    return Case(When(**{field: True}, then=_YES), default=_NOTHING) if field else _NOTHING


class _Lines(Func):
    """The texts as one, each on a line of its own."""

    template = "(%(expressions)s)"
    arg_joiner = " || '\n' || "


def _lines(names: Iterable[str]) -> Any:
    parts = [_text(name) for name in names]
    return _Lines(*parts, output_field=TextField()) if parts else _NOTHING
