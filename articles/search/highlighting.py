"""Where a text says what was asked for, and its best passage. No Django here."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.search.query import FORM_NAMES, FormName, parse
from articles.search.text import WORD, forms, words

_SENTENCE_END = re.compile(r"[.!?…]\s+|\n\s*")
_UNENDED_LINE = re.compile(r"(?<![.!?…:;,»”\"\s])[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of the text as it stands, and whether it was asked for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A place of the text, `text[start:end]`, and the number of the query's term that it answers."""

    start: int
    end: int
    term: int


class Wanted:
    """What a query asks for, read once and looked for in many texts, as on a page of what was found.

    It remembers of each word that it met what that word begins, and so is made anew for each page.
    """

    def __init__(self, query: str) -> None:
        self._rows: dict[tuple[str, str], list[_Row]] = {}
        for number, term in enumerate(parse(query).required):
            for alternative in term.alternatives:
                first, *others = alternative.words
                self._rows.setdefault((alternative.form, first), []).append(_Row(alternative.form, number, others))
        self._begun: dict[str, _Begun] = {}

    def matches(self, text: str, *, language: str) -> list[Match]:
        """The places that answer the query, in their order and apart; offsets count in the text as given."""
        if not self._rows:
            return []
        begun = self._begun.setdefault(language, _Begun(self._rows, language))
        matches: list[Match] = []
        for word in WORD.finditer(text):
            if rows := begun[word.group()]:
                for row in rows:
                    end = _end_of(row, text, word.end(), language)
                    if end is not None:
                        matches.append(Match(word.start(), end, row.term))
        return _apart(matches)


class _Row(NamedTuple):
    """What follows a first word, all of it by one form, and the number of the query's term."""

    form: FormName
    term: int
    others: Sequence[str]


class _Begun(dict[str, list[_Row]]):
    """What each word begins in texts of a language: most words come again, and begin nothing."""

    def __init__(self, rows: Mapping[tuple[str, str], list[_Row]], language: str) -> None:
        super().__init__()
        self._rows, self._language = rows, language
        self._firsts = {form for _name, form in rows}

    def __missing__(self, surface: str) -> list[_Row]:
        held, found = forms(surface, self._language), list[_Row]()
        if not self._firsts.isdisjoint(held):
            for name, form in zip(FORM_NAMES, held, strict=True):
                found += self._rows.get((name, form), ())
        self[surface] = found
        return found


def _end_of(row: _Row, text: str, at: int, language: str) -> int | None:
    """Where the other words end that follow there; `at` itself for none of them. None when others stand there."""
    following = words(text, at)
    for expected in row.others:
        for word in following:
            at = word.end
            if (found := getattr(forms(word.surface, language), row.form)) == expected:
                break
            if found:  # what has no letter that counts stands between words and parts none
                return None
        else:
            return None
    return at


def highlight(text: str, wanted: Wanted, *, language: str) -> list[Fragment]:
    """The whole text in fragments; joined they are the text."""
    return _fragments(text, wanted.matches(text, language=language), 0, len(text))


def snippet(text: str, wanted: Wanted, *, length: int, language: str, also: str = "") -> list[Fragment]:
    """The passage of about `length` characters that answers most terms, else the beginning; "…" where it was cut.

    Of `also`, another text, when that answers more of the terms.
    """
    matches = wanted.matches(text, language=language)
    if also and _terms(others := wanted.matches(also, language=language)) > _terms(matches):
        text, matches = also, others
    start, end = _passage(text, matches, length)
    fragments = _fragments(text, matches, start, end)
    if start > 0:
        fragments.insert(0, Fragment("… ", False))
    if end < len(text.rstrip()):
        fragments.append(Fragment(" …", False))
    # a caption or a subheading has no full stop: on one line it would run on into what follows
    *before, last = fragments or [Fragment("", False)]
    fragments = [*before, Fragment(last.text.rstrip("\n"), last.is_match)]
    return [Fragment(_UNENDED_LINE.sub(" · ", each.text), each.is_match) for each in fragments if each.text]


def _terms(matches: Iterable[Match]) -> int:
    """How many of the query's terms are answered."""
    return len({match.term for match in matches})


def _apart(matches: list[Match]) -> list[Match]:
    """The matches without those that begin inside another; the longest counts of those that begin together."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end, match.term)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _fragments(text: str, matches: list[Match], start: int, end: int) -> list[Fragment]:
    fragments: list[Fragment] = []
    at = start
    for match in matches:
        if match.start >= at and match.end <= end:
            fragments += [Fragment(text[at : match.start], False), Fragment(text[match.start : match.end], True)]
            at = match.end
    fragments.append(Fragment(text[at:end], False))
    return [fragment for fragment in fragments if fragment.text]


def _passage(text: str, matches: list[Match], length: int) -> tuple[int, int]:
    """Where the best passage begins and ends."""
    first = _densest(matches, length * 3 // 4)
    if first is None or first.end <= length:
        start = 0
    else:
        # a whole sentence reads best; in a long one, some words before the match must do
        earliest = max(0, first.start - length // 4)
        ends = [found.end() for found in _SENTENCE_END.finditer(text, earliest, first.start)]
        start = ends[0] if ends else _next_word(text, earliest, first.start)
    end = min(start + length, len(text))
    if end < len(text) and not text[end].isspace():
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        inside = [match for match in matches if match.start < end < match.end]
        end = max(space, first.end if first is not None and first in inside else 0, start) if space > start else end
    return start, end


def _densest(matches: list[Match], length: int) -> Match | None:
    """The match from which on `length` characters answer the most terms, the first of those."""
    starts = [match.start for match in matches]
    best, best_count = None, (0, 0)
    for at, match in enumerate(matches):
        within = matches[at : bisect_left(starts, match.start + length)]
        count = (_terms(within), len(within))
        if count > best_count:
            best, best_count = match, count
    return best


def _next_word(text: str, at: int, limit: int) -> int:
    """The first beginning of a word from `at` on, `limit` when there is none before."""
    if at == 0:
        return 0
    space = text.find(" ", at, limit)
    return limit if space == -1 else space + 1
