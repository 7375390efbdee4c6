"""Which relations and tenures cannot stand side by side. No Django here.

Only what is certain is refused: two spans clash when they share a day whatever their unknown parts are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from partners.dates import PartialDate, surely_overlap
from partners.kinds import Framework
from partners.telling import Told, _, tell


class RelationSpan(Protocol):
    """What is compared of a relation: a table's row or the database's, countries by their code."""

    @property
    def key(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def framework(self) -> str: ...
    @property
    def since(self) -> PartialDate | None: ...
    @property
    def until(self) -> PartialDate | None: ...


class TenureSpan(Protocol):
    """What is compared of a tenure, officials and offices by their key."""

    @property
    def key(self) -> str: ...
    @property
    def official(self) -> str: ...
    @property
    def office(self) -> str: ...
    @property
    def since(self) -> PartialDate | None: ...
    @property
    def until(self) -> PartialDate | None: ...
    @property
    def acting(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Clash:
    """Two rows by their keys, and the rule that they break, a message in which both stand."""

    first: str
    second: str
    rule: str

    def told(self, other: str | Told) -> Told:
        """What the second does to the first, which `other` names."""
        return tell(self.rule, row=self.second, other=other)


def relation_clash(a: RelationSpan, b: RelationSpan) -> str:
    """The rule that two relations of one country break, as a message, or nothing."""
    if not surely_overlap((a.since, a.until), (b.since, b.until)):
        return ""
    if a.framework == b.framework:
        return _("%(row)s: overlaps the relation of the same country and framework %(other)s.")
    if Framework.MEMBER in (a.framework, b.framework):
        return _("%(row)s: makes the country a member and a partner at once, with %(other)s.")
    return ""


def tenure_clash(a: TenureSpan, b: TenureSpan, *, single_holder: bool) -> str:
    """The rule that two tenures of one office break, as a message, or nothing."""
    if not surely_overlap((a.since, a.until), (b.since, b.until)):
        return ""
    if a.official == b.official:
        return _("%(row)s: overlaps the same official's tenure of the same office %(other)s.")
    if single_holder and not a.acting and not b.acting:
        return _("%(row)s: overlaps, in an office with a single holder, the tenure %(other)s.")
    return ""


def relation_clashes(relations: Iterable[RelationSpan]) -> Iterator[Clash]:
    """Every pair of relations that cannot both stand, in the given order."""
    by_country = defaultdict(list)
    for relation in relations:
        by_country[relation.country].append(relation)
    for group in by_country.values():
        for a, b in combinations(group, 2):
            if rule := relation_clash(a, b):
                yield Clash(a.key, b.key, rule)


def tenure_clashes(tenures: Iterable[TenureSpan], single_holder: Collection[str]) -> Iterator[Clash]:
    """Every pair of tenures that cannot both stand; `single_holder` holds the keys of those offices."""
    by_office = defaultdict(list)
    for tenure in tenures:
        by_office[tenure.office].append(tenure)
    for office, group in by_office.items():
        for a, b in combinations(group, 2):
            if rule := tenure_clash(a, b, single_holder=office in single_holder):
                yield Clash(a.key, b.key, rule)
