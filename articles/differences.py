"""Where two texts differ, paragraph by paragraph and word by word. Pure text code, bounded for texts of any length."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from articles.aligning import Budget, Run, aligned

PARAGRAPHS = 600  # between two that each text has once, beyond which they are shown whole as they were and as they are
WORDS = 1_200  # likewise of a paragraph
PAIRS = 4_000_000  # of paragraphs or words held against each other in all; what comes later is shown whole
PAIRED = 20  # paragraphs looked at for the one that a changed paragraph was
ALIKE = 0.3  # of the words of two paragraphs, for one to be the other changed

_TOKEN = re.compile(r"(?:\w+|[^\w\s])\s*")
_WORD = re.compile(r"\w+")


class Change(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"  # of a paragraph: some of its words are gone or new
    MOVED = "moved"  # of a paragraph: it is gone here and new elsewhere, or the other way round, word for word


_ENDS = (Change.GONE, Change.NEW)  # of a move
_SHOWN = (Change.GONE, Change.NEW, Change.SAME)  # of neighbouring words, in this order


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same, gone or new."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of either text. Without the new pieces it is the old one, without those gone the new one."""

    change: Change
    pieces: tuple[Piece, ...]


def differences(old: Sequence[str], new: Sequence[str]) -> list[Passage]:
    """The paragraphs of both texts in reading order; white space within a paragraph counts as one blank."""
    before, after = ([" ".join(each.split()) for each in text if each.strip()] for text in (old, new))
    passages: list[Passage] = []
    budget = Budget(PAIRS)
    runs = aligned(before, after, most=PARAGRAPHS, budget=budget)
    moved = _elsewhere(before, after, runs)
    for alike, start, end, first, last in runs:
        if alike:
            passages += [_whole(Change.SAME, each) for each in before[start:end]]
            continue
        for was, now in _paired(before[start:end], after[first:last], moved):
            if was and now:
                passages += _word_by_word(was, now, budget)
            else:
                passages.append(_whole(Change.GONE, was) if was else _whole(Change.NEW, now))
    return list(_with_moves(passages))


def differences_of_lines(old: str, new: str) -> list[Passage]:
    """A line and what became of it, word by word, however little they have in common."""
    before, after = (" ".join(each.split()) for each in (old, new))
    if before == after:
        return [_whole(Change.SAME, after)] if after else []
    return list(_word_by_word(before, after, Budget(PAIRS)))


def _elsewhere(old: list[str], new: list[str], runs: list[Run]) -> set[str]:
    """The paragraphs that differ in their place and stand, word for word, in another one."""
    gone = {each for alike, start, end, _first, _last in runs if not alike for each in old[start:end]}
    return gone & {each for alike, _start, _end, first, last in runs if not alike for each in new[first:last]}


def _with_moves(passages: list[Passage]) -> Iterator[Passage]:
    """The same, with paragraphs that are gone in one place and new in another as moved, once for each time."""
    counts = {change: Counter(each.pieces[0].text for each in passages if each.change == change) for change in _ENDS}
    moved = counts[Change.GONE] & counts[Change.NEW]
    left = {change: moved.copy() for change in _ENDS}
    for each in passages:
        if each.change in left and left[each.change][each.pieces[0].text] > 0:
            left[each.change][each.pieces[0].text] -= 1
            yield Passage(Change.MOVED, each.pieces)
        else:
            yield each


def _paired(old: list[str], new: list[str], moved: set[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with the one that it became, or with an empty text: those that moved became no other."""
    at = 0
    if max(len(old), len(new)) > PARAGRAPHS:
        yield from ((each, "") for each in old)
        yield from (("", each) for each in new)
        return
    held: list[set[str]] = [set() if each in moved else set(_WORD.findall(each)) for each in old]
    unknown: list[str] = []  # new ones, that stand after what is gone before them
    for paragraph in new:
        words: set[str] = set() if paragraph in moved else set(_WORD.findall(paragraph))
        mates = (place for place in range(at, min(at + PAIRED, len(old))) if _alike(words, held[place]))
        mate = next(mates, None)
        if mate is None:
            unknown.append(paragraph)
            continue
        yield from ((each, "") for each in old[at:mate])
        yield from (("", each) for each in unknown)
        yield old[mate], paragraph
        unknown, at = [], mate + 1
    yield from ((each, "") for each in old[at:])
    yield from (("", each) for each in unknown)


def _alike(words: set[str], others: set[str]) -> bool:
    return len(words & others) >= ALIKE * len(words | others) > 0


def _word_by_word(old: str, new: str, budget: Budget) -> Iterator[Passage]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    bare = [each.rstrip() for each in before], [each.rstrip() for each in after]
    runs = aligned(*bare, most=WORDS, budget=budget)
    if any(not alike and min(end - start, last - first) > WORDS for alike, start, end, first, last in runs):
        yield from (_whole(Change.GONE, old), _whole(Change.NEW, new))
        return
    pieces: list[Piece] = []
    for alike, start, end, first, last in runs:
        mark_between = bool(pieces) and end < len(before) and not any(map(_WORD.match, before[start:end]))
        if not alike or mark_between:  # a comma between two changes joins them
            pieces += [Piece(Change.GONE, "".join(before[start:end])), Piece(Change.NEW, "".join(after[first:last]))]
            continue
        if before[start:end] == after[first:last]:
            pieces.append(Piece(Change.SAME, "".join(after[first:last])))
            continue
        for was, now in zip(before[start:end], after[first:last], strict=True):
            word = was if was == now else was.rstrip()
            pieces.append(Piece(Change.SAME, word))
            if was != now:  # the same word, before a blank in one text only
                pieces += [Piece(Change.GONE, was[len(word) :]), Piece(Change.NEW, now[len(word) :])]
    yield Passage(Change.CHANGED, tuple(_joined(pieces)))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one: first all that is gone, then all that is new, then the blank that both end with."""
    for same, run in groupby(pieces, key=lambda piece: piece.change == Change.SAME):
        held = list(run)
        texts = {each: "".join(piece.text for piece in held if piece.change == each) for each in _SHOWN}
        gone, come = texts[Change.GONE], texts[Change.NEW]
        if not same and gone.endswith(" ") and come.endswith(" "):
            texts |= {Change.GONE: gone[:-1], Change.NEW: come[:-1], Change.SAME: " "}
        for change in _SHOWN:
            if texts[change]:
                yield Piece(change, texts[change])


def _whole(change: Change, text: str) -> Passage:
    return Passage(change, (Piece(change, text),))
