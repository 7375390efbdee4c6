"""A name that is not an entry's: which articles it touched, taking it off with what rests on it, and undoing that.

The registry's side, with what the tables may bring back, stands in `partners.naming`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Q, QuerySet

from articles import deciding, publishing
from articles.models import Decision, Proposal, ProposalKind
from articles.proposing import proposals_of
from articles.reading import Unreadable
from articles.wordings import reading_of
from partners import naming
from partners.folding import fold
from partners.models import Country, Meeting, Official, Organisation, RegistryRow, RemovedName
from partners.names import Names
from partners.registry import registry_names

KINDS: dict[type[RegistryRow], ProposalKind] = {
    Country: ProposalKind.COUNTRY,
    Organisation: ProposalKind.ORGANISATION,
    Official: ProposalKind.OFFICIAL,
    Meeting: ProposalKind.MEETING,
}
_READ_AGAIN = 100  # texts in one step; the proposals of more are rejected unread
_RESTS_ON = ["surface", "start", "end", "passage_start", "passage_end", "rule", "reason"]
_MARK = "name_removed"  # in a proposal's data: the removal by which it was rejected


@dataclass(slots=True)
class Uses:
    """How many articles a name has been proposed in, by what was decided there."""

    pending: int = 0
    accepted: int = 0
    rejected: int = 0


@dataclass(slots=True)
class Removal:
    """What taking a name off did: the removal itself, and how many proposals were rejected, rest on another name of
    the entry in their text now, or were left as they are.
    """

    removed: RemovedName
    rejected: int = 0
    moved: int = 0
    left: int = 0
    remarks: list[str] = field(default_factory=list)


def uses_of(entry: RegistryRow) -> dict[str, Uses]:
    """By folded name, how often the entry's names were proposed. One query, however many proposals there are."""
    names = {each.folded for each in naming.names_of_entry(entry)}
    uses = {name: Uses() for name in names}
    counted = _proposals(entry).order_by().values("surface", "decision").annotate(count=Count("pk"))
    for row in counted:
        if (name := _name_in(row["surface"], names)) is not None:
            setattr(uses[name], row["decision"], getattr(uses[name], row["decision"]) + row["count"])
    return uses


def touched(entry: RegistryRow, name: str) -> QuerySet[Proposal]:
    """The pending and accepted proposals for the entry that rest on this name, accepted ones first."""
    names = {each.folded for each in naming.names_of_entry(entry)} | {fold(name)}
    surfaces = _proposals(entry).order_by().values_list("surface", flat=True).distinct()
    wanted = [surface for surface in surfaces if _name_in(surface, names) == fold(name)]
    return (
        _proposals(entry)
        .filter(surface__in=wanted)
        .exclude(decision=Decision.REJECTED)
        .select_related("article", "source_text")
        .order_by("decision", "article__title", "pk")
    )


@transaction.atomic
def take_off(entry: RegistryRow, name: str, *, by: User, take_back: Collection[int] = ()) -> Removal:
    """Take the name off the entry; reject the pending proposals that rest on it, and the accepted ones in `take_back`.

    A pending one whose text names the entry by another name, too, rests on that one from now on. The words need no
    remembering, as no text means the entry by them any more. Articles in the trash are left alone, and so are all
    proposals where the user may not decide about them. Raises what `naming.remove_name` raises.
    """
    # Articles before the entry, as whoever accepts a proposal locks them; what is decided meanwhile is seen.
    publishing.lock_all({proposal.article_id for proposal in touched(entry, name)})
    resting = list(touched(entry, name).filter(article__trashed_at=None))
    removal = Removal(naming.remove_name(entry, name, by=by))
    wanted = [p for p in resting if p.decision == Decision.PENDING or p.pk in take_back]
    if not wanted:
        return removal
    if not by.has_perm("articles.decide_proposal"):
        removal.left = len(wanted)
        return removal
    pending = [p for p in wanted if p.decision == Decision.PENDING][:_READ_AGAIN]
    moved = _move(pending, registry_names()) if pending else set()
    removal.moved = len(moved)
    wanted = [p for p in wanted if p.pk not in moved]
    decided = deciding.reject(wanted, by=by, only_here=True)
    removal.rejected, removal.remarks = decided.count, decided.remarks
    for proposal in Proposal.objects.filter(pk__in=[p.pk for p in wanted], decision=Decision.REJECTED):
        proposal.data[_MARK] = removal.removed.pk
        proposal.save(update_fields=["data"])
    return removal


def _move(proposals: Iterable[Proposal], names: Names) -> set[int]:
    """Let each proposal rest on what else its text, read again, names the entry by; the primary keys of those."""
    moved = set()
    for proposal in proposals:
        try:
            reading = reading_of(proposal.source_text, names, language=proposal.article.language)
        except Unreadable:
            continue
        for draft in proposals_of(reading):
            if (draft["kind"], draft["key"]) == (proposal.kind, proposal.key):
                for name in _RESTS_ON:
                    setattr(proposal, name, draft[name])
                proposal.save(update_fields=_RESTS_ON)
                moved.add(proposal.pk)
    return moved


@transaction.atomic
def give_back(removed: RemovedName, *, by: User) -> int:
    """Give the name back, and let the proposals that its removal rejected wait for a decision again; how many.

    Links that were taken back with it are not made again: their proposals are pending. Raises PermissionDenied.
    """
    mark = removed.pk
    marked = Proposal.objects.filter(decision=Decision.REJECTED, data__has_key=_MARK)
    publishing.lock_all({pk for pk, data in marked.values_list("article", "data") if data[_MARK] == mark})
    entry = naming.restore_name(removed, by=by)
    if entry is None or not by.has_perm("articles.decide_proposal"):
        return 0
    rejected = _proposals(entry).filter(decision=Decision.REJECTED, article__trashed_at=None, data__has_key=_MARK)
    mine = [proposal for proposal in rejected.select_related("article") if proposal.data[_MARK] == mark]
    for proposal in mine:
        del proposal.data[_MARK]
        proposal.save(update_fields=["data"])
    return deciding.reopen(mine, by=by).count if mine else 0


def removable_words(proposals: Iterable[Proposal]) -> dict[int, str]:
    """By the primary key of a proposal for a known entry, the name that its words are, where it can be taken off."""
    found = {}
    for proposal in proposals:
        entry = getattr(proposal, proposal.kind, None)
        if entry is None:
            continue
        names = {each.folded: each for each in naming.names_of_entry(entry)}
        name = _name_in(proposal.surface, names)
        if name is not None and names[name].removable:
            found[proposal.pk] = names[name].text
    return found


def _proposals(entry: RegistryRow) -> QuerySet[Proposal]:
    kind = KINDS[type(entry)]
    return Proposal.objects.filter(Q(**{str(kind): entry}), kind=kind)


def _name_in(surface: str, names: Collection[str]) -> str | None:
    """Which of the folded names the words are: themselves, or the plural of one ("maliens" of "malien")."""
    folded = fold(surface)
    if folded in names:
        return folded
    singular = folded.removesuffix("s")
    return singular if singular in names else None
