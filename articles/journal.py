"""The journal of staff actions: who did what with which thing, when, what was before and after, and why.

`note` writes one entry, in the transaction of the action: an action that fails leaves none. Short words in `action`
tell the kind of action to filters; `summary` is the sentence that the desk shows.
"""

import hashlib
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from articles.models import Article, JournalEntry

LONGEST = 1000  # characters of a value that are kept whole; the revisions hold the texts
_BEGINNING = 200
_NOT_KEPT = {"password", "last_login"}  # neither what opens an account nor when it was last opened

# What the desk calls the actions; another one is shown by its own word.
ACTIONS = {
    "save": _("Text saved"),
    "add": _("Added"),
    "change": _("Changed"),
    "delete": _("Deleted"),
    "decide": _("Decided"),
    "compare": _("Compared with a source"),
    "brief": _("Brief"),
    "submit": _("Submitted for review"),
    "approve": _("Approved"),
    "send_back": _("Changes requested"),
    "publish": _("Publication"),
    "cancel_schedule": _("Schedule cancelled"),
    "move_schedule": _("Schedule moved by the embargo"),
    "withdraw": _("Withdrawn"),
    "see_silent": _("Silent edit seen"),
    "disclose": _("Silent edit told to readers"),
    "share_preview": _("Preview shared"),
    "revoke_preview": _("Shared preview revoked"),
    "take_offline": _("Moment of going offline"),
    "revoke_address": _("Former address"),
    "trash": _("Put in the trash"),
    "restore": _("Taken out of the trash"),
    "lead": _("Made the lead"),
    "waive": _("Check answered for"),
    "check_level": _("Level of a check"),
    "bring": _("Brought to the import desk"),
    "read": _("Reading changed at the import desk"),
    "import": _("Made a draft of"),
    "throw_away": _("Thrown away at the import desk"),
    "name": _("Names changed"),
    "merge": _("Entries merged"),
    "split": _("Entry split"),
    "rename": _("Entry renamed"),
    "undo": _("Merge, split or rename undone"),
    "password": _("Password changed"),
    "milestone": _("Milestone named"),
    "link_version": _("Language version linked"),
    "unlink_version": _("Language version unlinked"),
}


def note(
    by: AbstractBaseUser | None,
    obj: Model,
    action: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    summary: str = "",
    article: int | None = None,
) -> JournalEntry:
    """Write that somebody did something with a thing; `by` is None for what no account did.

    Values are kept as JSON; of a long one its beginning, its length and its SHA-256. `article` is the number of the
    article that it has to do with, where the thing itself does not say.
    """
    return JournalEntry.objects.create(
        account=by.pk if by is not None else None,
        account_name=by.get_username() if by is not None else "",
        action=action,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk or ""),
        object_label=str(obj)[:300],
        article=article or (obj.pk if isinstance(obj, Article) else getattr(obj, "article_id", None)),
        before=_json(before),
        after=_json(after),
        reason=reason,
        summary=summary,
    )


def note_names(*, entry: Model, message: str, by: AbstractBaseUser, **_signal: Any) -> None:
    """Write that somebody changed the names of a registry entry."""
    note(by, entry, "name", summary=message)


def values(obj: Model) -> dict[str, Any]:
    """What a row holds, as the journal keeps it: its fields, and what it is linked to by number and name."""
    held: dict[str, Any] = {}
    for field in obj._meta.concrete_fields:
        if field.name in _NOT_KEPT or field.name in obj.get_deferred_fields():
            continue
        held[field.name] = _link(getattr(obj, field.name)) if field.is_relation else _json(getattr(obj, field.name))
    if obj.pk is not None:
        for many in obj._meta.many_to_many:
            held[many.name] = [_link(row) for row in getattr(obj, many.name).order_by("pk")]
    return held


def difference(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of two states is not the same: before, and after."""
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return (
        {name: before[name] for name in changed if name in before},
        {name: after[name] for name in changed if name in after},
    )


def _link(row: Model | None) -> dict[str, Any] | None:
    return None if row is None else {"id": row.pk, "label": str(row)[:200]}


def _json(value: Any) -> Any:
    """The value as JSON can hold it, and no longer than the journal keeps."""
    if isinstance(value, dict):
        return {str(key): _json(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_json(each) for each in value]
    if isinstance(value, bytes | memoryview):
        data = bytes(value)
        return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    text = text.replace("\x00", "\ufffd")  # which PostgreSQL's JSON cannot hold
    if len(text) <= LONGEST:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"beginning": text[:_BEGINNING], "characters": len(text), "sha256": digest}
