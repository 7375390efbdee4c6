"""The desk's first page: what waits for whoever has signed in, each list with a way to all of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from articles import my_desk
from articles.models import SilentEdit
from articles.moments import with_offset
from partners.date_words import range_in_words
from partners.dates import PartialDate
from partners.models import Meeting


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits, and where something is done about it."""

    title: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A list: how long it is, what it begins with, and the address of the whole list."""

    name: str
    title: str | Promise
    count: int
    address: str
    items: list[Item] = field(default_factory=list)


def sections_for(user: Any) -> list[Section]:
    """What this person can do something about, also where nothing waits; in the order of the page."""
    lists = my_desk.waiting_for(user)
    found = my_desk.first_of_each(user, lists)
    articles = reverse("admin:articles_article_changelist")
    sections = [
        Section(
            each.name,
            each.title,
            found[each.name].count,
            f"{articles}?desk={each.name}",
            [Item(title, reverse(f"admin:{each.page}", args=[key])) for key, title in found[each.name].first],
        )
        for each in lists
    ]
    return [*sections, *_meetings(user), *_silent_edits(user)]


def _meetings(user: Any) -> Iterator[Section]:
    """Meetings that nobody writes about; each leads to a new article that is linked to it."""
    if not (user.has_perm("articles.add_article") and user.has_perm("partners.view_meeting")):
        return
    soon = Meeting.objects.soon_without_articles(PartialDate.of(timezone.localdate()))
    count, rows = _first(soon)
    write = reverse("admin:articles_article_add")
    yield Section(
        "meetings",
        gettext_lazy("Meetings soon, without an article"),
        count,
        reverse("admin:partners_meeting_changelist") + "?coverage=none",
        [Item(row.name, f"{write}?meetings={row.pk}", _when(row)) for row in rows],
    )


def _silent_edits(user: Any) -> Iterator[Section]:
    if not user.has_perm("articles.change_silentedit"):
        return
    late = ["edition__body", "edition__standfirst"]
    count, rows = _first(SilentEdit.objects.unseen().select_related("edition").defer(*late))
    yield Section(
        "silent",
        gettext_lazy("Silent edits not seen yet"),
        count,
        reverse("admin:articles_silentedit_changelist") + "?seen=no",
        [
            Item(
                row.edition.title,
                reverse("admin:articles_silentedit_change", args=[row.pk]),
                with_offset(row.edition.visible_from),
            )
            for row in rows
        ],
    )


def _first(rows: QuerySet) -> tuple[int, list[Any]]:
    """How many there are, and the first of them; one query."""
    found = list(rows.annotate(total=Window(Count("pk")))[: my_desk.SHOWN])
    return (found[0].total if found else 0), found


def _when(meeting: Meeting) -> str:
    return range_in_words(meeting.start, meeting.end, get_language() or "")
