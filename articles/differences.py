"""Where two texts differ, paragraph by paragraph and word by word. Pure text code, bounded for texts of any length."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from articles.aligning import Budget, aligned, parted
from articles.pairing import paired

PARAGRAPHS = 600  # that differ, beyond which those that both texts have once stand for each other
WORDS = 1_200  # of a paragraph between two that it had and has once, beyond which it is shown as it was and as it is
PAIRS = 4_000_000  # of words held against each other in all; paragraphs that come later are shown whole
PARAGRAPH = 200  # what a pair of paragraphs costs besides

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
    for alike, start, end, first, last in parted(before, after, most=PARAGRAPHS):
        if alike:
            passages += [_whole(Change.SAME, each) for each in before[start:end]]
            continue
        for was, now in paired(before[start:end], after[first:last]):
            if was == now:
                passages.append(_whole(Change.SAME, now))
            elif was and now:
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


def _word_by_word(old: str, new: str, budget: Budget) -> Iterator[Passage]:
    if not budget.spend(PARAGRAPH):
        yield from (_whole(Change.GONE, old), _whole(Change.NEW, new))
        return
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
