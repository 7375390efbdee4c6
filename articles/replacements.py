"""The passages of a text that were replaced, each as it was and as it is. Pure text code, bounded for any length.

They are made of the two texts and of nothing else: with `around=None`, the old sides hold every word that the new text
lacks, and the new sides every word that it gained.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.differences import Change, Passage, Piece, differences, differences_of_lines

AROUND = 140  # characters of what stays the same on either side of a change
SHOWN = 12  # passages of one text
LONGEST = 8_000  # characters of all of them


@dataclass(frozen=True, slots=True)
class Replaced:
    """One passage: `old` is empty where something was added, `new` where it was taken away; `moved` changed place."""

    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    moved: bool = False


def replaced(
    old: Sequence[str], new: Sequence[str], *, around: int | None = AROUND, most: int | None = SHOWN
) -> tuple[list[Replaced], int]:
    """The passages in which two texts differ, paragraph by paragraph, and how many more there are than are shown."""
    return _bounded(_passages(differences(list(old), list(new)), around), most)


def replaced_line(old: str, new: str) -> list[Replaced]:
    """What a title or another line was and is, whole."""
    return list(_passages(differences_of_lines(old, new), None))


def _passages(found: list[Passage], around: int | None) -> Iterator[Replaced]:
    for passage in found:
        if passage.change is Change.SAME:
            continue
        if passage.change is Change.MOVED:
            if passage.pieces[0].change is Change.NEW:  # told once, where it stands now
                yield Replaced(new=(Piece(Change.SAME, passage.pieces[0].text),), moved=True)
            continue
        old = [piece for piece in passage.pieces if piece.change is not Change.NEW]
        new = [piece for piece in passage.pieces if piece.change is not Change.GONE]
        yield Replaced(_trimmed(old, around), _trimmed(new, around))


def _trimmed(pieces: list[Piece], around: int | None) -> tuple[Piece, ...]:
    """One side of a passage; of a long stretch that stays the same, what touches a change."""
    held = [piece for piece in pieces if piece.text]
    if around is None:
        return tuple(held)
    last = len(held) - 1
    return tuple(
        Piece(piece.change, _cut(piece.text, around, first=at == 0, last=at == last))
        if piece.change is Change.SAME
        else piece
        for at, piece in enumerate(held)
    )


def _cut(text: str, around: int, *, first: bool, last: bool) -> str:
    """The end of what comes before a change, the beginning of what comes after one; both between two changes."""
    room = around if first or last else 2 * around
    if len(text) <= room + 20 or (first and last):  # less than that is not worth a gap
        return text
    head = "" if first else text[:around].rpartition(" ")[0]
    tail = "" if last else text[-around:].partition(" ")[2]
    return f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}"


def _bounded(found: Iterator[Replaced], most: int | None) -> tuple[list[Replaced], int]:
    shown: list[Replaced] = []
    left_out, room = 0, LONGEST
    for each in found:
        length = sum(len(piece.text) for piece in (*each.old, *each.new))
        if most is not None and (len(shown) >= most or (shown and length > room)):
            left_out += 1
            continue
        room -= length
        shown.append(each)
    return shown, left_out
