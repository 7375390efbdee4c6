"""What an editor corrects in a proposal before accepting it: how a new official or meeting will be registered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.models import Decision, Proposal, ProposalKind
from partners.dates import in_order
from partners.fields import PartialDateFormField


@dataclass(frozen=True, slots=True)
class Correctable:
    """One thing of a proposal that can be corrected: its place in `data`, what it is called, how long it may be."""

    name: str
    label: str | Promise
    longest: int
    required: bool = False
    is_date: bool = False


FIELDS: dict[str, tuple[Correctable, ...]] = {
    ProposalKind.OFFICIAL: (
        Correctable("name", gettext_lazy("Name"), 200, required=True),
        Correctable("office_title", gettext_lazy("Title of the office"), 200),
    ),
    ProposalKind.MEETING: (
        Correctable("title", gettext_lazy("Title"), 250, required=True),
        Correctable("place", gettext_lazy("Place"), 120),
        Correctable("start", gettext_lazy("Start"), 10, is_date=True),
        Correctable("end", gettext_lazy("End"), 10, is_date=True),
    ),
}


@dataclass
class BadCorrection(Exception):
    """Values that cannot stand; `errors` says by field's name what is wrong with each."""

    errors: dict[str, str] = field(default_factory=dict)


def correctable(proposal: Proposal) -> tuple[Correctable, ...]:
    """What of the proposal can be corrected: nothing once it is accepted, or stands for an entry that is there."""
    fields = FIELDS.get(proposal.kind, ())
    described = any(proposal.data.get(each.name) for each in fields if each.required)
    if not described or proposal.decision == Decision.ACCEPTED or getattr(proposal, proposal.kind) is not None:
        return ()
    return fields


@transaction.atomic
def correct(proposal: Proposal, values: Mapping[str, str], *, by: User) -> bool:
    """Put the corrected values into the proposal; those not given stay. False where nothing changes.

    Raises PermissionDenied, Refused for an article in the trash, and BadCorrection.
    """
    publishing.require(by, "articles.decide_proposal")
    article = publishing.locked_row(proposal.article)
    held = article.proposals.get(pk=proposal.pk)
    fields = {each.name: each for each in correctable(held)}
    cleaned = {name: " ".join(value.split()) for name, value in values.items() if name in fields}
    changed = {name: value for name, value in cleaned.items() if value != str(held.data.get(name) or "")}
    if not changed:
        return False
    _check(fields, changed, {name: str(held.data.get(name) or "") for name in fields} | changed)
    held.data.update(changed)
    held.data["corrected"] = sorted({*held.data.get("corrected", ()), *changed})
    held.label = next(str(held.data[each.name]) for each in fields.values() if each.required)
    held.save(update_fields=["data", "label"])
    publishing.log(by, article, _("Corrected: %(what)s") % {"what": held.label}, action="decide")
    return True


def _check(fields: Mapping[str, Correctable], changed: Mapping[str, str], values: Mapping[str, str]) -> None:
    errors = {}
    dates = {}
    for name, value in values.items():
        rule = fields[name]
        if name in changed and rule.required and not value:
            errors[name] = _("This cannot be empty.")
        elif name in changed and len(value) > rule.longest:
            errors[name] = _("At most %(longest)d characters.") % {"longest": rule.longest}
        elif rule.is_date:
            try:
                dates[name] = PartialDateFormField(required=False).clean(value)
            except ValidationError as error:
                if name in changed:
                    errors[name] = " ".join(error.messages)
    if not errors and {"start", "end"} <= dates.keys() and not in_order(dates["start"], dates["end"]):
        errors["end"] = _("The last date lies before the first.")
    if errors:
        raise BadCorrection(errors)
