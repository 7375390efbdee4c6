"""Is it the same person? Officials whom a proposed new one may be in another spelling, and the answer "yes".

The reader asks about officials whom the registry had when the text was read; those whom the desk has added since are
found here, so that two texts that spell one newcomer in two ways do not make two entries.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.models import Proposal, ProposalKind
from articles.reading.spellings import words_of_name
from articles.reading.transliteration import full_name, names_alike, skeleton
from partners import naming
from partners.folding import fold
from partners.models import Official


def questions(proposals: Iterable[Proposal]) -> dict[int, list[Official]]:
    """By primary key of a proposal for a new official, whom the registry has who may be meant. Two queries at most.

    Not those whom an editor has told apart from the person, and nobody known to be of another country.
    """
    new = [p for p in proposals if p.kind == ProposalKind.OFFICIAL and p.official_id is None and p.data.get("name")]
    if not new:
        return {}
    asked = {str(key) for p in new for key in p.data.get("same_as", ())}
    known = {o.key: o for o in Official.objects.filter(key__in=asked).select_related("country")} if asked else {}
    added: dict[str, list[tuple[tuple[str, ...], Official]]] = {}
    for official in Official.objects.filter(loaded__isnull=True).select_related("country"):
        for words in map(words_of_name, (official.name, *official.other_names)):
            added.setdefault(_family(words), []).append((words, official))
    found = {}
    for proposal in new:
        name = str(proposal.data["name"])
        words = words_of_name(name)
        alike = [known[key] for key in proposal.data.get("same_as", ()) if key in known]
        alike += [official for other, official in added.get(_family(words), ()) if names_alike(words, other)]
        apart = set(proposal.data.get("other_than", ()))
        found[proposal.pk] = [
            official
            for official in dict.fromkeys(alike)
            if official.key not in apart and _may_be_of(official, str(proposal.data.get("country") or ""))
        ]
        if any(fold(name) in _spellings(official) for official in found[proposal.pk]):
            found[proposal.pk] = []  # the very name is there by now: accepting finds it without a question
    return found


def link(proposal: Proposal, official: Official, *, by: User) -> list[str]:
    """Make the proposal one for that official, and the text's spelling one of the official's names.

    So the next texts link it without a question. Returns what an editor should know when the name was not added.
    """
    name = " ".join(str(proposal.data.get("name") or proposal.label).split())
    remarks = []
    try:
        added = naming.give_other_name(official, name, by=by)
    except PermissionDenied:
        added = False
        said = _("“%(name)s” was not added to the names of %(official)s: you may not change the registry.")
        remarks.append(said % {"name": name, "official": official})
    proposal.official = official
    proposal.data["same"] = {"added": name if added else ""}
    proposal.save(update_fields=["official", "data"])
    return remarks


def unlink(proposal: Proposal, *, by: User) -> None:
    """Undo `link`, where it was done: the question is open again, and the added spelling is gone."""
    done = proposal.data.pop("same", None)
    if done is None or proposal.official is None:
        return
    if done["added"]:
        naming.take_other_name(proposal.official, done["added"], by=by)
    proposal.official = None


def _family(words: tuple[str, ...]) -> str:
    """What all spellings of the family name have in common."""
    return skeleton(full_name(words).family) if words else ""


def _spellings(official: Official) -> set[str]:
    return {fold(name) for name in (official.name, *official.other_names)}


def _may_be_of(official: Official, country: str) -> bool:
    return not country or official.country is None or official.country.code == country
