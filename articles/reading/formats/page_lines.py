"""The elements of an article → the lines that are read, each with what its element says of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.reading.formats.document import MarkKind
from articles.reading.formats.extras import library
from articles.reading.formats.page_article import Around
from articles.reading.formats.writer import Stated, Writer
from articles.reading.name_words import words as words_of

_BLOCKS = words_of(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody"
    " tfoot thead tr ul"
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
_KINDS = {"li": MarkKind.LIST_ITEM, "blockquote": MarkKind.BLOCK_QUOTE, "figcaption": MarkKind.CAPTION}
_INLINE = words_of("a abbr b bdi bdo cite code em font i kbd mark q s samp small span strong sub sup time u")
_IN_COLUMNS = ("p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "br")
_ON_ONE_LINE = {MarkKind.SUBHEADING, MarkKind.CAPTION}
_GAP = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CAPTION = re.compile(
    r"\b(?:(?:wp-)?caption(?:-text)?|(?:image|photo|picture|img|figure)[-_]*(?:caption|legende)|legende)\b"
)
_CREDIT = re.compile(r"\b(?:credits?|copyrights?|photographer|photo-?credit|image-?source)\b")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:chapo|chapô|chapeau|standfirst|dek|deck|lead|lede|intro|sapo|entradilla|desc|description|"
    r"excerpt|summary|subtitle|sub-?headline|teaser)(?:$|[\s_-])"
)
_FIRST_LINES = 8  # the standfirst stands among these
_LEAST_STANDFIRST = 5  # words
_CUT = re.compile(r"\s*(?:\.\.\.|…|\[[^\]]{0,12}\])\s*$")


@dataclass(slots=True)
class Line:
    """One line of an article's element. `level` 1 is the page's heading; `leading`: its element calls it the chapô."""

    words: str
    kind: MarkKind | None = None
    level: int = 0
    close: bool = False
    leading: bool = False


def write_lines(writer: Writer, article: Iterable[Any], facts: Stated) -> None:
    """Write the article: on top the facts that it does not say in place, then its lines.

    The heading on the page is the title, before the one that the page states for others.
    """
    elements = list(article)
    around = Around(elements)
    lines = [line for element in elements for line in _lines(element, around)]
    title = _title(lines, facts)
    if title is not None:
        title.kind, facts.title = MarkKind.TITLE, ""
    standfirst = _standfirst(lines, title)
    if standfirst is not None:
        standfirst.kind, standfirst.level, facts.standfirst = MarkKind.STANDFIRST, 0, ""
    elif _is_said(facts.standfirst, lines):
        facts.standfirst = ""
    writer.head(facts)
    for line in lines:
        level = max(2, line.level) if line.kind is MarkKind.SUBHEADING else 0
        writer.line(line.words, line.kind, level=level, close=line.close)


def _title(lines: list[Line], facts: Stated) -> Line | None:
    """The heading that is the title: the one that says what the page states, else the first."""
    headings = [line for line in lines if line.level == 1 and _key(line.words) != _key(facts.source)]
    same = [line for line in lines if line.kind is MarkKind.SUBHEADING and _key(line.words) == _key(facts.title)]
    if found := next((line for line in (*same, *headings)), None):
        return found
    if not facts.title and lines and lines[0].kind is MarkKind.SUBHEADING and len(lines) > 1:
        return lines[0]
    return None


def _standfirst(lines: list[Line], title: Line | None) -> Line | None:
    for line in lines[:_FIRST_LINES]:
        if line is title or not line.leading or line.kind in {MarkKind.CAPTION, MarkKind.CREDIT, MarkKind.LIST_ITEM}:
            continue
        if len(line.words.split()) >= _LEAST_STANDFIRST and "\n" not in line.words:
            return line
    return None


def _is_said(standfirst: str, lines: list[Line]) -> bool:
    """Whether the page's description is no more than the beginning of its text, or too short to be a standfirst."""
    if len(standfirst.split()) < _LEAST_STANDFIRST or _CUT.search(standfirst):
        return True
    key = _key(standfirst)
    return key in _key(" ".join(line.words for line in lines if line.kind is not MarkKind.TITLE))


def _key(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _lines(root: Any, around: Around) -> Iterator[Line]:
    """The lines of an element in their order; white space as browsers show it."""
    etree = library("lxml.etree", "web pages")
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    page = _Page()
    for event, element in walk:
        # A comment and what is passed over leave the words after them.
        if event == "start":
            passed_over = element is not root and around.holds(element)
            if element.tag in _BLOCKS or (passed_over and element.tag not in _INLINE):
                yield from page.closed()
            if passed_over:
                walk.skip_subtree()
            else:
                yield from page.opened(element)
        else:
            if event == "end":
                yield from page.left(element)
            if element is not root:
                page.add(element.tail)
    yield from page.closed()


class _Page:
    """Where a walk through the elements stands: the line that is being collected and the elements around it."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kinds: list[tuple[Any, MarkKind, int]] = []
        self._leading: list[Any] = []
        self._kept: list[Any] = []  # elements that keep their line ends
        self._in_data = False  # the cells of the row stand on one line, rather than holding the page's columns
        self._after_item = False

    def add(self, words: str | None) -> None:
        if words:
            self._words.append(words if self._kept else _SPACE.sub(" ", words))

    def opened(self, element: Any) -> Iterator[Line]:
        tag = element.tag
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"[:500].casefold()
        in_caption = bool(self._kinds) and self._kinds[-1][1] is MarkKind.CAPTION
        if in_caption and tag not in _BLOCKS and _CREDIT.search(names):
            yield from self.closed()
            self._kinds.append((element, MarkKind.CREDIT, 0))
        elif tag in _HEADINGS:
            self._kinds.append((element, MarkKind.SUBHEADING, _HEADINGS[tag]))
        elif tag in _KINDS:
            self._kinds.append((element, _KINDS[tag], 0))
        elif tag in {"p", "div", "span"} and _CAPTION.search(names):
            yield from self.closed()
            self._kinds.append((element, MarkKind.CAPTION, 0))
        if tag in _BLOCKS and _STANDFIRST.search(names):
            self._leading.append(element)
        if tag == "pre":
            self._kept.append(element)
        elif tag == "tr":
            self._in_data = not any(element.find(f".//{inner}") is not None for inner in _IN_COLUMNS)
        elif tag in {"td", "th"}:
            if not self._in_data:
                yield from self.closed()
            elif any(not words.isspace() for words in self._words):
                self._words.append(" | ")
        elif tag == "br":
            self._words.append("\n")
        elif tag == "q":
            self._words.append("“")
        self.add(element.text)

    def left(self, element: Any) -> Iterator[Line]:
        told = bool(self._kinds) and self._kinds[-1][0] is element
        if element.tag == "q":
            self._words.append("”")
        if told or element.tag in _BLOCKS:
            yield from self.closed()
        if told:
            self._kinds.pop()
        for stack in (self._leading, self._kept):
            if stack and stack[-1] is element:
                stack.pop()

    def closed(self) -> Iterator[Line]:
        """The line that was collected, and several where two line breaks part it."""
        words = "".join(self._words)
        self._words.clear()
        kind, level = self._kinds[-1][1:] if self._kinds else (None, 0)
        joint = " " if kind in _ON_ONE_LINE else "\n"
        for part in _GAP.split(words):
            shown = joint.join(line for each in part.split("\n") if (line := _SPACE.sub(" ", each).strip(" ")))
            if shown:
                listed = kind is MarkKind.LIST_ITEM
                yield Line(shown, kind, level, close=listed and self._after_item, leading=bool(self._leading))
                self._after_item = listed
