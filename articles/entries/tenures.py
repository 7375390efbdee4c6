"""The tenures of two officials put together: the same one twice is one, and of two that overlap somebody chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import publishing
from articles.entries.steps import Steps
from partners.dates import PartialDate, surely_overlap
from partners.models import Official, Tenure

KEPT, GONE, JOINED = "kept", "gone", "joined"
CHOICES = (KEPT, GONE, JOINED)


@dataclass(frozen=True, slots=True)
class Overlap:
    """A tenure of the one who goes, and those of the one who stays beside which it cannot stand."""

    tenure: Tenure
    others: tuple[Tenure, ...]

    @property
    def span(self) -> tuple[PartialDate | None, PartialDate | None]:
        """From when to when all of them together lasted, as far as their dates tell; empty is still running."""
        spans = [self.tenure, *self.others]
        since = min((t.since for t in spans if t.since is not None), key=lambda date: date.first, default=None)
        ends = [t.until for t in spans if t.until is not None]
        return since, max(ends, key=lambda date: date.last) if len(ends) == len(spans) else None

    @property
    def is_the_same(self) -> bool:
        """Whether the tables merely say it twice."""
        return any(_facts(self.tenure) == _facts(other) for other in self.others)


def overlaps(kept: Official, gone: Official) -> list[Overlap]:
    """What cannot stand side by side once both are one person. Two queries."""
    theirs, mine = _of(kept), _of(gone)
    found = []
    for tenure in mine:
        others = tuple(other for other in theirs if _excludes(tenure, other))
        if others:
            found.append(Overlap(tenure, others))
    return found


def put_together(kept: Official, gone: Official, choices: Mapping[int, str], steps: Steps) -> None:
    """Give the tenures of `gone` to `kept`; of those that overlap, what `choices` says by the key of the gone one's.

    "kept" keeps those of the one who stays, "gone" the other one, "joined" one from the first to the last day. Raises
    Refused where a choice is missing, or where what was chosen still overlaps.
    """
    found = overlaps(kept, gone)
    dropped: set[int] = set()
    joined: list[Overlap] = []
    for overlap in found:
        choice = KEPT if overlap.is_the_same else choices.get(overlap.tenure.pk)
        if choice not in CHOICES:
            raise publishing.Refused(_("Choose which tenure stays: %(tenure)s.") % {"tenure": overlap.tenure})
        dropped |= {other.pk for other in overlap.others} if choice == GONE else {overlap.tenure.pk}
        if choice == JOINED:
            joined.append(overlap)
            dropped |= {other.pk for other in overlap.others[1:]}
    steps.delete(Tenure.objects.filter(pk__in=dropped))
    for overlap in joined:
        first = Tenure.objects.select_related("official", "office").filter(pk=overlap.others[0].pk).first()
        if first is None:
            raise publishing.Refused(
                _("What you chose about the office “%(office)s” contradicts itself: choose again.")
                % {"office": overlap.tenure.office}
            )
        first.since, first.until = overlap.span
        steps.save(first)
    for tenure in _of(gone):
        tenure.official = kept
        steps.save(tenure)
    _refuse_clashes(kept)


def _refuse_clashes(official: Official) -> None:
    """Raise Refused where tenures of the official still exclude each other, or another person's."""
    held = _of(official)
    for first, second in combinations(held, 2):
        if _excludes(first, second):
            said = {"office": first.office, "official": official}
            raise publishing.Refused(_("Tenures of “%(office)s” by %(official)s still overlap: choose again.") % said)
    for tenure in held:
        try:
            tenure.clean()
        except ValidationError as error:
            raise publishing.Refused(" ".join(error.messages)) from error


def _of(official: Official) -> list[Tenure]:
    return list(official.tenures.select_related("official", "office").order_by("since", "pk"))


def _excludes(one: Tenure, other: Tenure) -> bool:
    """Whether one person cannot have both: the same start in the same office, or days that surely are in both."""
    if one.office_id != other.office_id:
        return False
    return one.since == other.since or surely_overlap((one.since, one.until), (other.since, other.until))


def _facts(tenure: Tenure) -> tuple[object, ...]:
    return tenure.office_id, tenure.since, tenure.until, tenure.acting
