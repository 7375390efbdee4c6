"""Where two texts differ, paragraph by paragraph and word by word. Pure text code, bounded for texts of any length."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

PARAGRAPHS = 600  # of either text, beyond which only what begins and ends alike is aligned
WORDS = 1_200  # of a paragraph's differing middle, beyond which it is shown whole as it was and as it is
PAIRS = 5_000_000  # of words held against each other in all; what comes later is shown whole
PAIRED = 20  # paragraphs looked at for the one that a changed paragraph was
ALIKE = 0.3  # of the words of two paragraphs, for one to be the other changed

_TOKEN = re.compile(r"(?:\w+|[^\w\s])\s*")
_WORD = re.compile(r"\w+")


class Change(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"  # of a paragraph: some of its words are gone or new


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
    left = PAIRS
    for tag, start, end, first, last in _runs(before, after, PARAGRAPHS):
        if tag == "equal":
            passages += [_whole(Change.SAME, each) for each in before[start:end]]
            continue
        for was, now in _paired(before[start:end], after[first:last]):
            cost = len(was) * len(now) // 25
            if was and now and cost <= left:
                left -= cost
                passages += _word_by_word(was, now)
            else:
                passages += [_whole(*each) for each in ((Change.GONE, was), (Change.NEW, now)) if each[1]]
    return passages


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with the one that it became; an empty text stands where there is none."""
    at = 0
    if max(len(old), len(new)) > PARAGRAPHS:
        yield from ((each, "") for each in old)
        yield from (("", each) for each in new)
        return
    unknown: list[str] = []  # new ones, that stand after what is gone before them
    for paragraph in new:
        words = set(_WORD.findall(paragraph))
        mates = (place for place in range(at, min(at + PAIRED, len(old))) if _alike(words, old[place]))
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


def _alike(words: set[str], paragraph: str) -> bool:
    others = set(_WORD.findall(paragraph))
    return len(words & others) >= ALIKE * len(words | others) > 0


def _word_by_word(old: str, new: str) -> Iterator[Passage]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs = list(_runs([each.rstrip() for each in before], [each.rstrip() for each in after], WORDS))
    if any(tag == "replace" and max(end - start, last - first) > WORDS for tag, start, end, first, last in runs):
        yield from (_whole(Change.GONE, old), _whole(Change.NEW, new))
        return
    pieces: list[Piece] = []
    for tag, start, end, first, last in runs:
        mark_between = bool(pieces) and end < len(before) and not any(map(_WORD.match, before[start:end]))
        if tag != "equal" or mark_between:  # a comma between two changes joins them
            pieces += [Piece(Change.GONE, "".join(before[start:end])), Piece(Change.NEW, "".join(after[first:last]))]
            continue
        for was, now in zip(before[start:end], after[first:last], strict=True):
            word = was.rstrip()
            if was == now:
                pieces.append(Piece(Change.SAME, was))
            else:  # the same word, before a blank in one text only
                pieces += [
                    Piece(Change.SAME, word),
                    Piece(Change.GONE, was[len(word) :]),
                    Piece(Change.NEW, now[len(word) :]),
                ]
    yield Passage(Change.CHANGED, tuple(_joined(pieces)))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one: first all that is gone, then all that is new, then the blank that both end with."""
    for same, run in groupby(pieces, key=lambda piece: piece.change == Change.SAME):
        texts = dict.fromkeys(Change, "")
        for piece in run:
            texts[piece.change] += piece.text
        gone, come = texts[Change.GONE], texts[Change.NEW]
        if not same and gone.endswith(" ") and come.endswith(" "):
            texts |= {Change.GONE: gone[:-1], Change.NEW: come[:-1], Change.SAME: " "}
        for change in (Change.GONE, Change.NEW, Change.SAME):
            if texts[change]:
                yield Piece(change, texts[change])


def _runs(old: list[str], new: list[str], most: int) -> Iterator[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`; what begins and ends alike is cut off first, and a long rest is one run."""
    shortest = min(len(old), len(new))
    head = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    rest = shortest - head
    tail = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    end, last = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    if max(end - head, last - head) > most:
        yield "replace", head, end, head, last
    elif end > head or last > head:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old[head:end], new[head:last], autojunk=False).get_opcodes():
            yield tag, head + i1, head + i2, head + j1, head + j2
    if tail:
        yield "equal", end, len(old), last, len(new)


def _whole(change: Change, text: str) -> Passage:
    return Passage(change, (Piece(change, text),))
