"""A source text cut into pieces, so that a template can mark what rests on which words. No Django here."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that something rests on. `kind` is how they are shown, `anchor` how they are linked to.

    `entry` is the anchor that a click on them leads to, `label` what stands before them; both may be empty.
    """

    start: int
    end: int
    kind: str
    anchor: str
    entry: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A span that left the article; `kind` says as what, in the editor's words."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks throughout. Joined, the pieces are the whole text.

    `anchors` names the marks that begin here, `labels` what is to be said of them; `entry` is where the shortest mark
    leads. `removed` is the kind of what was left out, and `removal_begins` is True on the first piece of it.
    """

    text: str
    kinds: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    removed: str = ""
    removal_begins: bool = False
    labels: tuple[str, ...] = ()
    entry: str = ""


def pieces(text: str, marks: Iterable[Mark] = (), removed: Iterable[Removal] = ()) -> list[Piece]:
    """Cut the text wherever a mark or a removal begins or ends. What lies outside the text is cut off."""
    length = len(text)
    held = sorted((m for m in marks if 0 <= m.start < m.end <= length), key=lambda m: (m.start, m.end))
    left_out = sorted((r for r in removed if 0 <= r.start < r.end <= length), key=lambda r: (r.start, r.end))
    edges = {at for mark in held for at in (mark.start, mark.end)}
    edges |= {at for removal in left_out for at in (removal.start, removal.end)}
    cuts = sorted(edges | {0, length})
    found: list[Piece] = []
    open_marks: list[Mark] = []
    open_removals: list[Removal] = []
    next_mark = next_removal = 0
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        open_removals = [removal for removal in open_removals if removal.end > start]
        anchors, labels = [], []
        while next_mark < len(held) and held[next_mark].start == start:
            open_marks.append(held[next_mark])
            anchors.append(held[next_mark].anchor)
            labels.append(held[next_mark].label)
            next_mark += 1
        while next_removal < len(left_out) and left_out[next_removal].start == start:
            open_removals.append(left_out[next_removal])
            next_removal += 1
        leading = min(
            (mark for mark in open_marks if mark.entry), key=lambda mark: mark.end - mark.start, default=None
        )
        removal = open_removals[-1] if open_removals else None
        found.append(
            Piece(
                text[start:end],
                kinds=tuple(dict.fromkeys(mark.kind for mark in open_marks)),
                anchors=tuple(filter(None, anchors)),
                removed=removal.kind if removal else "",
                removal_begins=removal is not None and removal.start == start,
                labels=tuple(filter(None, labels)),
                entry=leading.entry if leading else "",
            )
        )
    return found


def _length(mark: Mark) -> int:
    return mark.end - mark.start
