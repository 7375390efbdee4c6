"""The kinds of entries, and what holds for all of them: their names, their former names, who may put them right."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import journal, publishing
from articles.entries.steps import Steps
from articles.models import EntryChange, EntryChangeKind, FormerTheme, Theme
from partners.folding import fold
from partners.models import (
    Country,
    FormerCountry,
    FormerMeeting,
    FormerOfficial,
    FormerOrganisation,
    Meeting,
    Official,
    Organisation,
)

PERMISSION = "articles.rework_entries"


@dataclass(frozen=True, slots=True)
class EntryKind:
    """How a kind of entry is named, and what can be done to it.

    `names` are the fields with its own names, the one that the site calls it by first; `others` is the field with its
    other names, empty for themes, whose former names are those; `links` the field of articles that links to it.
    """

    word: str
    model: type[Model]
    former: Any  # the model of its former names
    names: tuple[str, ...]
    others: str
    links: str
    can_merge: bool = True
    can_split: bool = False

    @property
    def permission(self) -> str:
        """What changing a single entry asks for; putting whole entries right asks for `PERMISSION`, too."""
        return f"{self.model._meta.app_label}.change_{self.word}"

    @property
    def page(self) -> str:
        """The name of the addresses of such entries."""
        return f"{self.model._meta.app_label}:{self.word}"

    def called(self, entry: Any) -> str:
        """What the site calls the entry, whatever language the interface has."""
        return getattr(entry, self.names[0])

    def all_names(self, entry: Any) -> list[str]:
        """The entry's own and other names, once each, accents and case aside."""
        found: dict[str, str] = {}
        for name in (*(getattr(entry, field) for field in self.names), *self.other_names(entry)):
            if name and fold(name):
                found.setdefault(fold(name), name)
        return list(found.values())

    def other_names(self, entry: Any) -> tuple[str, ...]:
        return tuple(getattr(entry, self.others)) if self.others else ()


_ORGANISATION = ("name_fr", "name_en", "acronym_fr", "acronym_en")
KINDS = {
    kind.word: kind
    for kind in [
        EntryKind("official", Official, FormerOfficial, ("name",), "other_names", "officials", can_split=True),
        EntryKind("organisation", Organisation, FormerOrganisation, _ORGANISATION, "aliases", "organisations"),
        EntryKind("meeting", Meeting, FormerMeeting, ("title_fr", "title_en"), "other_titles", "meetings"),
        EntryKind("country", Country, FormerCountry, ("name_fr", "name_en"), "aliases", "countries", can_merge=False),
        EntryKind("theme", Theme, FormerTheme, ("name",), "", "tags"),
    ]
}


def kind_of(entry: Model) -> EntryKind:
    return KINDS[str(entry._meta.model_name)]


def may(user: Any, kind: EntryKind) -> bool:
    """Whether the user may put entries of that kind right."""
    return user.has_perm(PERMISSION) and user.has_perm(kind.permission)


def require(user: User, kind: EntryKind) -> None:
    """Raise PermissionDenied unless the user may put entries of that kind right."""
    publishing.require(user, PERMISSION)
    publishing.require(user, kind.permission)


def locked(kind: EntryKind, *keys: int) -> list[Any]:
    """The entries of these numbers, locked in one order. Raises Refused where one is gone, saying why."""
    rows = {row.pk: row for row in kind.model._default_manager.select_for_update().filter(pk__in=keys).order_by("pk")}
    for key in keys:
        if key not in rows:
            raise publishing.Refused(why_gone(kind, key))
    return [rows[key] for key in keys]


def why_gone(kind: EntryKind, key: int) -> str:
    """A sentence about an entry that is not there."""
    done = EntryChange.objects.standing().filter(kind=EntryChangeKind.MERGE, model=kind.word, other=key).first()
    if done is None:
        return _("This entry is no longer there: it was deleted meanwhile.")
    said = {"change": done, "by": done.done_by or "–", "moment": moment(done)}
    return _("%(change)s by %(by)s on %(moment)s: choose again.") % said


def moment(change: EntryChange) -> str:
    return timezone.localtime(change.done_at).strftime("%Y-%m-%d %H:%M")


def keep_former(kind: EntryKind, entry: Any, name: str, steps: Steps, **fields: Any) -> None:
    """Keep a name that the entry has no longer, and the address of that time under `slug`, None where it stayed."""
    row = kind.former(entry=entry, name=name[:300], **fields)
    if isinstance(row, FormerTheme) and (held := FormerTheme.objects.filter(folded=fold(name)[:100]).first()):
        if fields.get("slug") is None:
            return
        held.slug, held.entry = fields["slug"], entry
        steps.save(held)
        return
    steps.insert(row)


def add_names(kind: EntryKind, entry: Any, names: list[str]) -> list[str]:
    """Put the names that the entry lacks among its other names, without saving it; those that were put there."""
    if not kind.others:
        return []
    held = {fold(name) for name in kind.all_names(entry)}
    new = [name for name in dict.fromkeys(names) if fold(name) and fold(name) not in held]
    setattr(entry, kind.others, (*getattr(entry, kind.others), *new))
    return new


def note(change: EntryChange, *, by: User, entry: Model, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Write what was done into the entry's history and into the journal."""
    said = str(change)
    LogEntry.objects.log_actions(by.pk, [entry], CHANGE, change_message=said, single_object=True)
    journal.note(by, entry, change.kind, before=before, after=after, summary=said, reason=change.reason)
