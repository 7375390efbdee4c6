"""What the desk has decided about words, for the texts to come: a rejected proposal is not made again.

What is remembered is a decision about words in a kind of context: the words (accents and case aside), what they were
taken for, and the rule by which they were. Other words for the same entry, and the same words found by another rule,
are proposed as before. The last decision counts: accepting the same words anywhere forgets that they were rejected.
"""

from collections.abc import Collection, Container, Iterable
from typing import Any, NamedTuple

from django.contrib.auth.models import User

from articles.models import Ignored, Proposal, ProposalKind
from articles.reading.results import NEW
from partners.folding import fold
from partners.models import Official

SAME_PERSON = "same person?"  # the rule of what is remembered about a name and somebody whose name it is not
_MANY = 1000  # different words of one text; with more, asking for each costs more than reading the whole list
_LONGEST = 300  # characters: longer words are a passage, which no other text repeats


class Words(NamedTuple):
    """Words as they are remembered: what kind of proposal, the words folded, what they are taken for, by what rule."""

    kind: str
    folded: str
    target: str
    rule: str


def words_of(kind: str, surface: str, key: str, rule: str) -> Words | None:
    """What would be remembered of a proposal; None for what is a decision about one text only.

    That is its date, a meeting that the registry lacks ("la réunion" is another one in each text), and words
    without a letter or as long as a passage.
    """
    if kind == ProposalKind.DATE or (kind == ProposalKind.MEETING and key.startswith(NEW)):
        return None
    folded = fold(surface)
    if not folded or len(folded) > _LONGEST or len(surface) > _LONGEST:
        return None
    return Words(str(kind), folded, key, rule)


def ignored(drafts: Iterable[dict[str, Any]]) -> frozenset[Words]:
    """Which of a text's possible proposals, as `articles.proposing` drafts them, the desk has rejected. One query."""
    drafts = list(drafts)
    return _remembered_among(
        [
            *(_words_of_draft(draft) for draft in drafts),
            *(_apart(draft["surface"], key) for draft in drafts for key in draft["data"].get("same_as", ())),
        ]
    )


def everything_ignored() -> frozenset[Words]:
    """All that the desk has rejected: for a run, whose texts would each ask for a part of it."""
    return frozenset(Words(*row) for row in Ignored.objects.order_by().values_list(*Words._fields))


def still_asked(draft: dict[str, Any], remembered: Container[Words]) -> list[str]:
    """The keys of the officials who may be the person, without those whom the desk has told apart from that name."""
    return [key for key in draft["data"].get("same_as", ()) if _apart(draft["surface"], key) not in remembered]


def remembered_for(proposals: Iterable[Proposal]) -> frozenset[Words]:
    """The words of these proposals that are remembered as rejected. One query."""
    return _remembered_among(of_proposal(proposal) for proposal in proposals)


def _remembered_among(words: Iterable[Words | None]) -> frozenset[Words]:
    asked = frozenset(each for each in words if each is not None)
    if not asked:
        return frozenset()
    rows = Ignored.objects.order_by()
    if len(asked) <= _MANY:
        # the kinds as well: the one index begins with them
        rows = rows.filter(kind__in={each.kind for each in asked}, folded__in={each.folded for each in asked})
    return asked & {Words(*row) for row in rows.values_list(*Words._fields)}


def is_ignored(draft: dict[str, Any], remembered: Collection[Words]) -> bool:
    """Whether the desk has rejected what this draft would propose."""
    return bool(remembered) and _words_of_draft(draft) in remembered


def _words_of_draft(draft: dict[str, Any]) -> Words | None:
    return words_of(draft["kind"], draft["surface"], draft["key"], draft["rule"])


def remember(proposal: Proposal, *, by: User | None) -> Ignored | None:
    """Keep the rejected words from being proposed again; None where a rejection says nothing of other texts."""
    words = of_proposal(proposal)
    return _kept(words, proposal, proposal.label, by) if words is not None else None


def _kept(words: Words, proposal: Proposal, label: str, by: User | None) -> Ignored:
    kept, _new = Ignored.objects.get_or_create(
        **words._asdict(),
        defaults={
            "surface": " ".join(proposal.surface.split()),
            "label": label,
            "proposal": proposal,
            "ignored_by": by,
        },
    )
    return kept


def remember_apart(proposal: Proposal, official: Official, *, by: User) -> Ignored | None:
    """Keep it that the proposal's words are not that official's name, so that nobody is asked again."""
    words = _apart(proposal.surface, official.key)
    return _kept(words, proposal, str(official), by) if words is not None else None


def _apart(surface: str, key: str) -> Words | None:
    return words_of(ProposalKind.OFFICIAL, surface, key, SAME_PERSON)


def forget(proposal: Proposal, *, whoever: bool = False) -> bool:
    """Let the words be proposed again, if it was this proposal, or with `whoever` any, that had them remembered."""
    words = of_proposal(proposal)
    if words is None:
        return False
    rows = Ignored.objects.filter(**words._asdict())
    if not whoever:
        rows = rows.filter(proposal=proposal)
    return rows.delete()[0] > 0


def of_proposal(proposal: Proposal) -> Words | None:
    """What rejecting this proposal would remember; None where that says nothing of other texts."""
    return words_of(proposal.kind, proposal.surface, proposal.key, proposal.rule)
