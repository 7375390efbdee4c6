"""Sentences seen from outside their quotations: a passage in marks is one piece of the sentence around it."""

from dataclasses import dataclass

from articles.reading.prose import Prose
from articles.reading.quote_marks import Marked
from articles.reading.tokens import Case


@dataclass(slots=True)
class Frame:
    """One sentence seen from outside its quotations: the tokens outside, and for each passage its place among them."""

    items: list[int]
    passages: list[tuple[int, int]]  # (number of the passage, how many items stand before it)
    block: int


def frames_of(prose: Prose, passages: list[Marked]) -> list[Frame]:
    """Sentences, those inside a passage joined to the one around it."""
    starts = prose.starts
    frames: list[Frame] = []
    number = 0
    frame: Frame | None = None
    for sentence in prose.sentences:
        inside = number > 0 and passages[number - 1].outer.end > starts[sentence.first]
        if frame is None or not (inside or _goes_on(prose, frame, sentence.first, sentence.block)):
            frame = Frame([], [], sentence.block)
            frames.append(frame)
        index = sentence.first
        covered = passages[number - 1].outer.end if number else 0
        ahead = passages[number].outer.start if number < len(passages) else sentence.span.end
        if covered <= sentence.span.start and ahead >= sentence.span.end:
            frame.items.extend(range(sentence.first, sentence.last))
            continue
        while index < sentence.last:
            if number < len(passages) and starts[index] >= passages[number].outer.start:
                frame.passages.append((number, len(frame.items)))
                number += 1
            covered = passages[number - 1].outer.end if number else 0
            if starts[index] < covered:
                index += 1
                continue
            frame.items.append(index)
            index += 1
    return frames


def _goes_on(prose: Prose, frame: Frame, first: int, block: int) -> bool:
    """Whether a sentence goes on after a passage that ended with a stop: "« … ! » a-t-il lancé"."""
    if frame.block != block or not frame.passages:
        return False
    if frame.items and frame.passages[-1][1] < len(frame.items):
        return False
    token = prose.tokens[first]
    return token.case is Case.LOWER and token.word not in '«“"–—-'
