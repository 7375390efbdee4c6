"""Until when an entry bore a name that it bears no longer: said when it is renamed, or at any time later."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import journal, publishing
from articles.entries.kinds import kind_of, locked, require
from partners.dates import PartialDate
from partners.folding import fold


@transaction.atomic
def say_until(entry: Any, name: str, until: PartialDate | None, *, by: User) -> None:
    """Keep one of the entry's other names as what it was called until that date, as known; None where nobody knows.

    Raises PermissionDenied, and Refused for what is neither a former name of the entry nor one of its other names.
    """
    kind = kind_of(entry)
    require(by, kind)
    (held,) = locked(kind, entry.pk)
    former = next((row for row in held.former_names.all() if fold(row.name) == fold(name)), None)
    if former is None:
        others = {fold(each): each for each in kind.other_names(held)}
        if fold(name) not in others:
            raise publishing.Refused(_("“%(name)s” is none of its other names.") % {"name": name})
        former = kind.former(entry=held, name=others[fold(name)][:300])
    elif former.until == until:
        return
    before, former.until = former.until, until
    former.save()
    journal.note(
        by,
        held,
        "name",
        before={"until": str(before or "")},
        after={"until": str(until or "")},
        summary=_("Called “%(name)s” until %(date)s") % {"name": former.name, "date": until or "?"},
    )
