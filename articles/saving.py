"""The one door for changes of an article's words and links at the desk: nobody overwrites what they have not read.

Every save names the version that it is based on, and wins only while the article still has it. Of any number of saves
of one version exactly one wins; the others get `Conflict` and lose nothing but their turn.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import placing, publishing, revising
from articles.models import Article, Brief, Byline, Contributor, Revision, Stage
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from articles.snapshots import OF_A_BYLINE

OF_A_BRIEF = ("language", "least_words", "least_subheadings", "seo", "text", "remarks")
_OWN_FIELDS = [*TEXT_FIELDS, "title_proposed", "embargo_until"]


class Conflict(Exception):
    """The article has been changed since the version that a save is based on; `theirs` is how it stands now."""

    def __init__(self, theirs: Article, based_on: int) -> None:
        self.theirs, self.based_on = theirs, based_on
        super().__init__(_("“%(title)s” has been changed meanwhile.") % {"title": theirs})


def claim(article: Article | int, based_on: int) -> Article:
    """Lock the article for a save that is based on that version, and return its row as it stands.

    Call it inside the transaction that saves. Raises Conflict where the article has another version by now, and
    Article.DoesNotExist.
    """
    key = article if isinstance(article, int) else article.pk
    hold(key, based_on)
    return Article.objects.get(pk=key)


def hold(key: int, based_on: int) -> None:
    """As `claim`, for a caller who reads the row anyway."""
    # One statement both asks and locks: who comes second waits here, and then meets the new version.
    if not Article.objects.filter(pk=key, version=based_on).update(version=F("version")):
        raise Conflict(Article.objects.get(pk=key), based_on)


def require_changing(article: Article, by: User) -> None:
    """Raise PermissionDenied unless the user may change the words: those of a ready article are its reviewers'.

    Raises Refused for an article in the trash.
    """
    publishing.require(by, "articles.change_article")
    if article.stage == Stage.READY:
        publishing.require(by, "articles.review_article")
    if article.trashed_at is not None:
        raise publishing.Refused(_("“%(title)s” is in the trash: restore it first.") % {"title": article})


@transaction.atomic
def save(
    article: Article, changes: Mapping[str, Any], *, based_on: int, by: User, reason: str = ""
) -> Revision | None:
    """Give the article those values and keep that as a revision; None where it has them all already.

    `changes` speaks as a revision's snapshot does, and holds as much of it as is to change: texts, dates as texts,
    the source's primary key, lists of primary keys, names of themes, bylines and pictures as dictionaries; and
    `brief`, a dictionary or None. A registry entry that no longer exists is left out; pictures that are not named
    follow the text. Raises Conflict,
    PermissionDenied, Refused, and ValidationError for what cannot stand.
    """
    try:
        held = claim(article, based_on)
    except Conflict as conflict:
        require_changing(conflict.theirs, by)
        if unchanged(words_of(conflict.theirs), changes):
            return None
        raise
    require_changing(held, by)  # of the locked row: a step does not raise the version
    before = words_of(held)
    if "body" in changes and "pictures" not in changes:
        changes = {**changes, "pictures": placing.followed(before["pictures"], before["body"], changes["body"])}
    put(held, {name: value for name, value in changes.items() if name not in before or before[name] != value})
    made = revising.record(held, by=by, reason=reason)
    if "brief" in changes and _put_brief(held, changes["brief"]) and made is None:
        raise_version(held)
    article.refresh_from_db()
    return made


def raise_version(article: Article) -> None:
    """Let a change beside the text, as of the brief, count for those who have the article open."""
    Article.objects.filter(pk=article.pk).update(version=F("version") + 1, updated_at=timezone.now())
    article.refresh_from_db(fields=["version", "updated_at"])


def unchanged(snapshot: Mapping[str, Any], changes: Mapping[str, Any]) -> bool:
    """Whether a snapshot holds all those values already."""
    return all(same(snapshot.get(name), value) for name, value in changes.items() if name != "names")


def same(one: Any, other: Any) -> bool:
    """Whether two values of a snapshot say the same: white space around a text and kinds of line ends do not count."""
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) == _plain(other)
    if isinstance(one, list) and isinstance(other, list) and not any(isinstance(each, dict) for each in one + other):
        return sorted(one) == sorted(other)
    return (one or None) == (other or None)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def put(article: Article, values: Mapping[str, Any]) -> None:
    """Write values of a snapshot to the article's row and links; what `values` does not name stays.

    Call it inside a transaction, with the row locked. Raises ValidationError.
    """
    own = [name for name in _OWN_FIELDS if name in values]
    for name in own:
        field: Any = Article._meta.get_field(name)
        value = values[name]
        if field.is_relation:
            value = value if field.related_model._default_manager.filter(pk=value).exists() else None
        elif name not in {"dated", "revised"}:  # those read a text by themselves
            value = field.to_python(value)
        setattr(article, field.attname, value)
    if own:
        checked = [field.name for field in article._meta.concrete_fields if field.name not in own]
        article.full_clean(exclude=checked)
        article.save(update_fields=[*own, "updated_at"])
    for name in LINK_FIELDS:
        if name in values:
            links: Any = getattr(article, name)
            links.set(links.model._default_manager.filter(pk__in=values[name]))
    if "tags" in values:
        article.tags.set(values["tags"])
    if "bylines" in values:
        _put_bylines(article, values["bylines"])
    if "pictures" in values:
        placing.put(article, values["pictures"])


def _put_bylines(article: Article, wanted: Iterable[Mapping[str, Any]]) -> None:
    rows = [_signed(row) for row in wanted]
    if list(article.bylines.values(*OF_A_BYLINE)) == rows:
        return
    known = set(Contributor.objects.filter(pk__in=[row["contributor"] for row in rows]).values_list("pk", flat=True))
    article.bylines.all().delete()
    for row in rows:
        if row["contributor"] is None or row["contributor"] in known:
            byline = Byline(article=article, contributor_id=row["contributor"])
            byline.role, byline.place, byline.position = row["role"], row["place"], row["position"]
            byline.full_clean()
            byline.save()


def _signed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The byline with its contributor's key: one who has a `name` only, as typed in a form, is made by that."""
    held = {name: row[name] for name in OF_A_BYLINE}
    if row.get("name") and held["contributor"] is None:
        held["contributor"] = Contributor.named(row["name"]).pk
    return held


def words_of(article: Article) -> dict[str, Any]:
    """The article as it stands, as a snapshot tells it, with its brief."""
    return revising.snapshot(article) | {"brief": brief_of(article)}


def brief_of(article: Article) -> dict[str, Any] | None:
    """What the article's brief says, by its fields' names; None without one."""
    return Brief.objects.filter(article=article).values(*OF_A_BRIEF).first()


def _put_brief(article: Article, wanted: Mapping[str, Any] | None) -> bool:
    """Give the article that brief, or none; False where it has it already."""
    if brief_of(article) == wanted:
        return False
    if wanted is None:
        Brief.objects.filter(article=article).delete()
    else:
        Brief.objects.update_or_create(article=article, defaults=dict(wanted))
    return True
