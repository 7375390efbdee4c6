"""Entries that may be one and the same: by their names, and for meetings by their days."""

from difflib import SequenceMatcher
from typing import Any

from articles.entries.kinds import EntryKind, kind_of
from articles.models import Ignored, ProposalKind
from articles.reading.spellings import words_of_name
from articles.reading.transliteration import names_alike
from articles.remembering import SAME_PERSON
from partners.folding import fold
from partners.models import Meeting, Official

MOST = 8
_SLIP = 0.9  # of the letters of a name of ten, one is another


def doubles(entry: Any) -> list[Any]:
    """Entries of the same kind that may be this one, those of the same name first. Three queries at most.

    Not those whom an editor has told apart from one of these names, nor people of different countries.
    """
    kind = kind_of(entry)
    names = {fold(name) for name in kind.all_names(entry)}
    apart = _told_apart(names) if isinstance(entry, Official) else set()
    same, alike = [], []
    others = kind.model._default_manager.exclude(pk=entry.pk)
    if isinstance(entry, Official):
        others = others.select_related("country").prefetch_related("tenures__office")
    for other in others:
        if getattr(other, "key", "") in apart:
            continue
        if names & {fold(name) for name in kind.all_names(other)}:
            same.append(other)
        elif _may_be(kind, entry, other):
            alike.append(other)
    return [*same, *alike][:MOST]


def _told_apart(names: set[str]) -> set[str]:
    rows = Ignored.objects.filter(kind=ProposalKind.OFFICIAL, folded__in=names, rule=SAME_PERSON)
    return set(rows.values_list("target", flat=True))


def _may_be(kind: EntryKind, one: Any, other: Any) -> bool:
    if isinstance(one, Official):
        if one.country_id and other.country_id and one.country_id != other.country_id:
            return False
        spellings = [[words_of_name(name) for name in kind.all_names(entry)] for entry in (one, other)]
        pairs = [(mine, theirs) for mine in spellings[0] for theirs in spellings[1] if mine and theirs]
        return any(names_alike(*pair) or _a_slip_apart(*map(" ".join, pair)) for pair in pairs)
    if isinstance(one, Meeting):
        same_place = {fold(one.city), fold(one.city_en)} & {fold(other.city), fold(other.city_en)} - {""}
        if not same_place or one.start is None or other.start is None:
            return False
        return one.kind == other.kind and one.start.may_be(other.start)
    return any(_stem(mine) == _stem(theirs) for mine in kind.all_names(one) for theirs in kind.all_names(other))


def _a_slip_apart(one: str, other: str) -> bool:
    """Whether somebody who wrote the one may have meant the other: of two words or more, but for a letter or two."""
    if " " not in one or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    alike = SequenceMatcher(None, one, other, autojunk=False)
    return alike.real_quick_ratio() >= _SLIP and alike.quick_ratio() >= _SLIP and alike.ratio() >= _SLIP


def _stem(name: str) -> str:
    """The name without the ending of a plural in any of its words."""
    return " ".join(word.rstrip("sx") for word in fold(name).split())
