"""Where a text says what was asked for, and its best passage. No Django here."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

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


def find_matches(text: str, query: str, *, language: str) -> list[Match]:
    """The places that answer the query, in their order and apart; offsets count in the text as given."""
    wanted: dict[tuple[str, str], list[tuple[FormName, int, tuple[str, ...]]]] = {}
    for number, term in enumerate(parse(query).required):
        for alternative in term.alternatives:
            first = (alternative.form, alternative.words[0])
            wanted.setdefault(first, []).append((alternative.form, number, alternative.words))
    if not wanted:
        return []
    begun: dict[
        str, list[tuple[FormName, int, tuple[str, ...]]]
    ] = {}  # most words of a text come again, and begin none
    matches: list[Match] = []
    for word in WORD.finditer(text):
        surface = word.group()
        if surface not in begun:
            held = forms(surface, language)
            begun[surface] = [row for name in FORM_NAMES for row in wanted.get((name, getattr(held, name)), ())]
        for name, number, row in begun[surface]:
            end = _end_of(row[1:], text, word.end(), name, language)
            if end is not None:
                matches.append(Match(word.start(), end, number))
    return _apart(matches)


def _end_of(row: tuple[str, ...], text: str, at: int, name: FormName, language: str) -> int | None:
    """Where words that follow there by that form end; `at` itself for none of them. None when others stand there."""
    following = words(text, at)
    for expected in row:
        for word in following:
            at = word.end
            if (found := getattr(forms(word.surface, language), name)) == expected:
                break
            if found:  # what has no letter that counts stands between words and parts none
                return None
        else:
            return None
    return at


def highlight(text: str, query: str, *, language: str) -> list[Fragment]:
    """The whole text in fragments; joined they are the text."""
    return _fragments(text, find_matches(text, query, language=language), 0, len(text))


def snippet(text: str, query: str, *, length: int, language: str) -> list[Fragment]:
    """The passage of about `length` characters that answers most terms, else the beginning; "…" where it was cut."""
    matches = find_matches(text, query, language=language)
    start, end = _passage(text, matches, length)
    fragments = _fragments(text, matches, start, end)
    if start > 0:
        fragments.insert(0, Fragment("… ", False))
    if end < len(text.rstrip()):
        fragments.append(Fragment(" …", False))
    # a caption or a subheading has no full stop: on one line it would run on into what follows
    *others, last = fragments or [Fragment("", False)]
    fragments = [*others, Fragment(last.text.rstrip("\n"), last.is_match)]
    return [Fragment(_UNENDED_LINE.sub(" · ", each.text), each.is_match) for each in fragments if each.text]


def telling(texts: Sequence[str], query: str, *, language: str) -> str:
    """The one of the texts that answers most of the query's terms; of equals the first."""
    return max(texts, key=lambda text: len({match.term for match in find_matches(text, query, language=language)}))


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
        count = (len({each.term for each in within}), len(within))
        if count > best_count:
            best, best_count = match, count
    return best


def _next_word(text: str, at: int, limit: int) -> int:
    """The first beginning of a word from `at` on, `limit` when there is none before."""
    if at == 0:
        return 0
    space = text.find(" ", at, limit)
    return limit if space == -1 else space + 1
