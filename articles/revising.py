"""The desk's memory: a snapshot after each real change."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Case, CharField, F, Max, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, JSONObject
from django.utils.translation import gettext as _

from articles import briefing, following, journal, search, timeline
from articles.models import Article, Byline, Edition, Revision
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.moments import with_offset
from articles.snapshots import OF_A_BYLINE, OF_A_PICTURE, Snapshot, changed_fields, in_short
from articles.statements import insert

# What an entry of each link field is called in the site's language, as its row would say.
_MEETING = Concat("meeting__title_fr", Value(" ("), Cast("meeting__start", CharField()), Value(")"))
_CALLED: dict[str, tuple[str, Combinable]] = {
    "countries": ("country", F("country__name_fr")),
    "officials": ("official", F("official__name")),
    "organisations": ("organisation", F("organisation__name_fr")),
    "meetings": ("meeting", Case(When(meeting__start=None, then="meeting__title_fr"), default=_MEETING)),
}


def snapshot(article: Article) -> dict[str, Any]:
    """Everything of the article that an edition or a restore needs, as JSON values: see `articles.snapshots`."""
    return _held(article, F("tag__name")) | {
        "title_proposed": article.title_proposed,
        "embargo_until": _moment(article.embargo_until),
    }


def snapshot_of_edition(edition: Edition) -> dict[str, Any]:
    """What stands in the edition's own rows, as a snapshot with the names that it was printed with."""
    held = _held(edition, F("name"))
    if edition.source_id is not None:
        held["names"]["source"] = {str(edition.source_id): edition.source_name}
    return held


def record_first(article: Article, bylines: Sequence[Byline], *, by: User | None, reason: str = "") -> None:
    """Keep an article that was made in this transaction, with those bylines and nothing linked, and let it be found.

    This is what `record` would keep of it, without asking the database for what nobody can have added yet.
    """
    now = _own_fields(article) | {name: [] for name in [*LINK_FIELDS, "tags", "pictures"]} | _signed(bylines)
    now["names"] = _names(source=_source(article), contributors=_contributors(bylines))
    now["title_proposed"] = article.title_proposed
    now["embargo_until"] = _moment(article.embargo_until)
    search.index([article])
    insert(_revision(article, article.version, now, {}, by, reason))


def record(article: Article, *, by: User | None, reason: str = "") -> Revision | None:
    """Keep the article as it stands now as a new revision, and let the desk find it; None when nothing changed.

    An entry that was only given another name is no change. Call it inside the transaction that made the change, with
    the article's row locked.
    """
    # a form's own copy may say what was not written
    held = Article.objects.select_related("source", "brief").get(pk=article.pk)
    now = snapshot(held)
    last = article.revisions.first()
    before = _followed(last.snapshot, now) if last is not None else {}
    if last is not None and not changed_fields(before, now):
        return None
    # A revision bears its article's version, by which a save from an older page finds what that page has shown.
    number = article.version = max(last.number if last is not None else 0, held.version) + 1
    Article.objects.filter(pk=article.pk).update(version=number)
    search.index([held])
    made = _revision(article, number, now, in_short(before, now) if last is not None else {}, by, reason)
    made.save()
    if (brief := getattr(held, "brief", None)) is not None:
        briefing.note(held, brief)
    if by is not None:
        _note(made, last, by)
    if last is not None and last.snapshot.get("embargo_until") != now.get("embargo_until"):
        _follow_embargo(held, made, by)
    return made


def _follow_embargo(article: Article, made: Revision, by: User | None) -> None:
    """Let the schedule follow the new embargo, and say so: in the journal, and to whoever saved."""
    followed = timeline.follow_embargo(article)
    if followed is None:
        return
    if followed.opens is None:
        action, told = "cancel_schedule", _("The embargo ends after its end: what was scheduled is cancelled.")
    else:
        moment = with_offset(followed.opens)
        action = "move_schedule"
        told = _("What was scheduled waits for the embargo: it appears on %(moment)s.") % {"moment": moment}
    before, after = {"visible_from": followed.opened}, {"visible_from": followed.opens}
    journal.note(by, article, action, before=before, after=after, summary=told)
    made.schedule_told = told


def _followed(before: Snapshot, now: Snapshot) -> Snapshot:
    """The snapshot from before, as it is to be compared: that an entry was merged into another changes no article."""
    links = {"tags", *LINK_FIELDS}
    return before if links.isdisjoint(changed_fields(before, now)) else following.followed(before)


def latest(article: Article, *, by: User | None) -> Revision:
    """The revision that holds the article as it stands, made when there is none yet."""
    made = record(article, by=by)
    return made or article.revisions.get(number=article.revisions.aggregate(last=Max("number"))["last"])


def _note(made: Revision, last: Revision | None, by: User) -> None:
    """Write into the journal what the revision changed; it holds long texts itself."""
    after = made.snapshot
    before = _followed(last.snapshot, after) if last is not None else {}
    changed = changed_fields(before, after) if last is not None else list(after)
    journal.note(
        by,
        made.article,
        "save",
        before={name: before.get(name) for name in changed} | {"revision": last.number} if last is not None else None,
        after={name: after.get(name) for name in changed} | {"revision": made.number},
        summary=made.reason,
    )


def _revision(
    article: Article, number: int, now: dict[str, Any], changes: dict[str, Any], by: User | None, reason: str
) -> Revision:
    return Revision(
        article=article,
        number=number,
        snapshot=now,
        changes=changes,
        reason=reason[:300],
        created_by=by,
        created_by_name=(by.get_full_name() or by.get_username())[:200] if by is not None else "",
    )


def _held(story: Article | Edition, theme_name: F) -> dict[str, Any]:
    """The fields that an article and its editions share, and what their entries are called."""
    names = _linked(story, theme_name)
    bylines = list(story.bylines.select_related("contributor"))
    held: dict[str, Any] = {name: list(names[name]) for name in LINK_FIELDS}
    held["tags"] = sorted(names["tags"].values())
    placed = _placed(names["pictures"])
    held["pictures"] = [{name: row[name] for name in OF_A_PICTURE} for row in placed]
    names["pictures"] = {row["picture"]: row["caption"][:80] or row["alt"][:80] or row["file"] for row in placed}
    names |= {"source": _source(story), "contributors": _contributors(bylines)}
    return _own_fields(story) | held | _signed(bylines) | {"names": _names(**names)}


def _linked(story: Article | Edition, theme_name: F) -> dict[str, dict[int, str]]:
    """The entries of each link field and the themes, by key in order, with their names; all in one question.

    And the rows of the pictures, as JSON.
    """
    asked = [story.themed.order_by().values_list(Value("tags"), "tag_id", theme_name)]
    for field, (entry, name) in _CALLED.items():
        rows = getattr(type(story), field).through.objects.filter(**{str(story._meta.model_name): story.pk})
        asked.append(rows.values_list(Value(field), f"{entry}_id", name))
    asked.append(_rows_of_pictures(story))
    found: dict[str, dict[int, str]] = {field: {} for field in ["tags", *LINK_FIELDS, "pictures"]}
    for field, key, name in sorted(asked[0].union(*asked[1:], all=True)):
        found[field][key] = name
    return found


def _rows_of_pictures(story: Article | Edition) -> QuerySet:
    columns: dict[str, Any] = {name: F(name) for name in OF_A_PICTURE}
    row = Cast(JSONObject(**columns, file=F("picture__name")), TextField())
    return story.pictures.order_by().values_list(Value("pictures"), "pk", row)


def _placed(rows: dict[int, str]) -> list[dict[str, Any]]:
    """The pictures in their order, which is that of `PlacedPicture`."""
    placed = [json.loads(row) for _key, row in sorted(rows.items())]
    for row in placed:
        row["decorative"] = bool(row["decorative"])  # SQLite has numbers for it
    return sorted(placed, key=lambda row: row["position"])


def _moment(moment: datetime | None) -> str | None:
    """One moment as one text, whichever zone it was written in: else to read the row again would be a change."""
    return moment.astimezone(UTC).isoformat() if moment is not None else None


def _own_fields(story: Article | Edition) -> dict[str, Any]:
    """What stands in the story's own row."""
    held: dict[str, Any] = {}
    for name in TEXT_FIELDS:
        value = story.serializable_value(name)
        held[name] = str(value) if value is not None and not isinstance(value, int | str) else value
    return held


def _signed(bylines: Iterable[Byline]) -> dict[str, Any]:
    return {"bylines": [{name: byline.serializable_value(name) for name in OF_A_BYLINE} for byline in bylines]}


def _contributors(bylines: Iterable[Byline]) -> dict[int, str]:
    return {byline.contributor_id: byline.name for byline in bylines if byline.contributor_id is not None}


def _source(story: Article | Edition) -> dict[int, str]:
    return {story.source.pk: story.source.name} if story.source is not None else {}


def _names(**fields: dict[int, str]) -> dict[str, dict[str, str]]:
    """As JSON has them, without the fields that have none."""
    return {field: {str(key): name for key, name in names.items()} for field, names in fields.items() if names}
