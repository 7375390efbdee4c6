"""Which passages stand in quotation marks: French, English and German marks, nested, over several paragraphs.

A mark without its partner opens or closes nothing; one pass, linear in the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.results import Block, BlockKind, Span

# A mark, but no apostrophe; the set comes first, because it is found fast.
_MARK = re.compile('[«»“”„"‟〝〞＂‘’](?:(?<=[‘’])[‘’]{1,3}|(?<!’)|(?<=[^\\s‘]’)(?!\\w))')
_CLOSES = {"»": "«", "”": "“", "’": "‘"}
_DOUBLED = "’’"
_TURNED = {"»": "«", "«": "»"}
_OPENS_INWARDS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())»(?=\w)", re.MULTILINE)
_PAIRED = re.compile("[«»“”]")
_LONGEST_SPEECH = 8_000  # characters
_SPACES = " \t\n\r\u00a0\u202f\u2009\u2007\u200a\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Marked:
    """`outer` with the marks, `inner` without them and the spaces beside them."""

    outer: Span
    inner: Span


@dataclass(slots=True)
class _Open:
    mark: str
    place: int
    found: list[tuple[int, int]]  # pairs closed inside, kept if this one never closes


class _Stack:
    """The marks open at a place; how many of each kind is counted, so that every mark costs the same."""

    def __init__(self) -> None:
        self.opened: list[_Open] = []
        self._count: Counter[str] = Counter()

    def holds(self, mark: str) -> bool:
        return self._count[mark] > 0

    def open(self, mark: str, place: int) -> None:
        self.opened.append(_Open(mark, place, []))
        self._count[mark] += 1

    def close(self, mark: str, end: int) -> tuple[int, int] | None:
        """Close the last mark of that kind and forget those opened since; the pair, when nothing is around it."""
        while True:
            opened = self.opened.pop()
            self._count[opened.mark] -= 1
            if opened.mark == mark:
                break
        pair = (opened.place, end)
        if not self.opened:
            return pair
        self.opened[-1].found.append(pair)
        return None

    def dropped(self) -> list[tuple[int, int]]:
        """Forget what is open; what was closed inside stands for itself."""
        inside = [pair for opened in self.opened for pair in opened.found]
        self.opened.clear()
        self._count.clear()
        return inside


def marked_passages(text: str, blocks: Sequence[Block]) -> list[Marked]:
    """The outermost passages in quotation marks, in order.

    A paragraph that ends inside a passage hands it on when the next one begins with the same opening mark, as
    printers repeat it; else the mark was a slip.
    """
    found: list[tuple[int, int]] = []
    stack = _Stack()
    turned = _points_inwards(text)
    for number, block in enumerate(blocks):
        if stack.opened and not (
            _continues(text, stack.opened[0].mark, block) or _closes_below(text, stack.opened[0], blocks, number)
        ):
            found.extend(stack.dropped())
        first = number > 0 and bool(stack.opened)
        for mark in _MARK.finditer(text, block.span.start, block.span.end):
            if first:
                first = False
                if not text[block.span.start : mark.start()].strip(_SPACES):
                    continue  # the mark that only says "still quoted"
            sign = _TURNED.get(mark.group(), mark.group()) if turned else mark.group()
            _read(text, sign, mark.start(), stack, found, block)
    found.extend(stack.dropped())
    return [_marked(text, start, end) for start, end in sorted(found)]


def _points_inwards(text: str) -> bool:
    """Whether the text sets its marks as German books do: »so«."""
    if "»" not in text or text.find("«") < text.find("»"):
        return False
    opens = len(_OPENS_INWARDS.findall(text))
    return opens > 0 and 2 * opens >= text.count("»")


def _read(text: str, mark: str, place: int, stack: _Stack, found: list[tuple[int, int]], block: Block) -> None:
    width = len(mark)
    if len(mark) > 1:  # ’’ … ’’, which somebody types for want of a key
        single = stack.holds("‘") and not stack.holds(_DOUBLED)
        closes = "‘" if single else _DOUBLED if stack.holds(_DOUBLED) else ""
        if not closes and stack.holds("“") and text[place - 1] not in _SPACES:
            closes = "“"  # “ … ’’
        inside_word = text[place + width : place + width + 1].isalnum()
        if inside_word if closes else not _opens_doubled(text, place, width):
            return
        mark = _DOUBLED
    elif mark in '"＂‟〝〞':
        mark = '"'
        closes = '"' if stack.holds('"') else ""
        if not closes and stack.holds("“") and not _can_open(text, place, block):
            closes = "“"  # “ … ", as hasty hands type it
        if not closes and not _can_open(text, place, block):
            return
    elif mark == "“" and stack.holds("„"):
        closes = "„"
    elif mark == "‘":
        if not _can_open(text, place, block):
            return
        closes = ""
    else:
        closes = _CLOSES.get(mark, "")
        if mark == "”" and not stack.holds("“") and stack.holds('"'):
            closes = '"'  # " … ”
        elif mark == "»" and not stack.holds("«") and stack.holds("“"):
            closes = "“"  # “ … », as two programs set one text
        elif mark == "”" and not stack.holds("“") and stack.holds("«"):
            closes = "«"
        elif mark == "”" and not stack.opened and _opens_as_it_closes(text, place, block):
            mark, closes = "“", ""
        elif mark == "«" and stack.holds("«") and not text[place + 1 : block.span.end].strip(_SPACES + ".,"):
            closes = "«"  # « …. « at a paragraph's end
        if closes and not stack.holds(closes):
            return
    if not closes:
        stack.open(mark, place)
    elif (pair := stack.close(closes, place + width)) is not None:
        found.append(pair)


def _can_open(text: str, place: int, block: Block) -> bool:
    before = text[place - 1] if place > block.span.start else " "
    after = text[place + 1] if place + 1 < block.span.end else " "
    if before in ".!?" and after.isupper():
        return True  # "… developments."Our work …": paragraphs that a page has run together
    return (before in _SPACES or before in "([«“'’—–-:/") and (after not in _SPACES or before in _SPACES)


def _opens_as_it_closes(text: str, place: int, block: Block) -> bool:
    """Whether ” stands before a passage and the next mark, the same, behind it: "remarked:” It is so”"."""
    following = _PAIRED.search(text, place + 1, block.span.end)
    return following is not None and following.group() == "”" and _can_open(text, place, block)


def _opens_doubled(text: str, place: int, width: int) -> bool:
    """Whether ’’ opens: a space before and a letter after, as "l’’Alliance" has not."""
    before, after = text[place - 1] if place else " ", text[place + width : place + width + 1]
    return (before in _SPACES or before in "(:") and (after.isalnum() or after in _SPACES)


def _continues(text: str, mark: str, block: Block) -> bool:
    return text[block.span.start : block.span.start + 1] == mark


def _closes_below(text: str, opened: _Open, blocks: Sequence[Block], number: int) -> bool:
    """Whether a speech that a line with a colon leads, and that begins its paragraph, ends in a later paragraph."""
    first = next((place for place in range(number - 1, -1, -1) if blocks[place].span.start <= opened.place), 0)
    if blocks[first].span.start != opened.place or not first or blocks[number].kind is not BlockKind.PARAGRAPH:
        return False
    if not text[blocks[first - 1].span.start : blocks[first - 1].span.end].rstrip().endswith(":"):
        return False
    mark = _PAIRED.search(text, blocks[number].span.start, opened.place + _LONGEST_SPEECH)
    return mark is not None and _CLOSES.get(mark.group()) == opened.mark


def _marked(text: str, start: int, end: int) -> Marked:
    first, last = start + 1, end - 1
    if text[start] in "‘’" and text[first] in "‘’":
        while first < last and text[first] in "‘’":
            first += 1
        while last > first and text[last - 1] in "‘’":
            last -= 1
    while first < last and text[first] in _SPACES:
        first += 1
    while last > first and text[last - 1] in _SPACES:
        last -= 1
    return Marked(Span(start, end), Span(first, last))
