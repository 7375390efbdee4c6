"""Clean HTML as the blocks that a reader sees, with the way back from each of their characters to the HTML.

No Django here. The HTML is what `sanitising.clean_html` leaves; the work is linear in its length.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import escape, unescape

from articles.reading.results import Span

_PIECE = re.compile(
    r"""<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>|(?P<words>[^<]+)|<"""
)
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);")
_ATTRIBUTE = re.compile(r"""([a-z]+)="([^"]*)\"""")
_TEXT_BLOCKS = {"p", "h2", "h3", "h4", "li", "td", "th"}
_HOLDERS = {"blockquote", "ul", "ol", "table", "thead", "tbody", "tr"}
_BREAKS = {"br", "hr"}


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a block that lead to an address."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block that stand in the HTML one for one, or, `whole`, all of them for one entity."""

    start: int  # in the block's text
    html: Span
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of running text. `kind` is its element, or "caption"; `start` where it begins among all blocks' words.

    `language` is what the HTML says of the whole block, "" where nothing; `foreign` are the passages within that are
    marked as another language than the block's own.
    """

    kind: str
    text: str
    start: int
    language: str
    links: tuple[Link, ...] = ()
    foreign: tuple[Span, ...] = ()
    runs: tuple[Run, ...] = ()
    quoted: bool = False  # within a block quote

    @property
    def level(self) -> int:
        """Of a subheading 2, 3 or 4; else 0."""
        return int(self.kind[1]) if self.kind in {"h2", "h3", "h4"} else 0

    def in_html(self, span: Span) -> Span:
        """Where a span of the text, of one character or more, stands in the HTML, tags between included."""
        return Span(self._place(span.start)[0], self._place(span.end - 1)[1])

    def _place(self, character: int) -> tuple[int, int]:
        run = self.runs[bisect_right(self.runs, character, key=lambda each: each.start) - 1]
        if run.whole:
            return run.html.start, run.html.end
        at = run.html.start + character - run.start
        return at, at + 1


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    kind: str
    language: str
    quoted: bool
    length: int = 0
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    foreign: list[Span] = field(default_factory=list)

    def add(self, words: str, html: Span, *, whole: bool = False) -> None:
        self.runs.append(Run(self.length, html, whole))
        self.parts.append(words)
        self.length += len(words)


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.start = 0
        self.open: _Open | None = None
        self.elements: list[tuple[str, str, str, int]] = []  # tag, language, address, where its words begin

    def begin(self, kind: str) -> None:
        self.close()
        language = next((language for _tag, language, _address, _at in reversed(self.elements) if language), "")
        self.open = _Open(kind, language, any(element[0] == "blockquote" for element in self.elements))

    def close(self) -> None:
        block, self.open = self.open, None
        if block is None:
            return
        text = "".join(block.parts)
        if text.strip() or block.kind in {"h2", "h3", "h4"}:
            links, foreign, runs = tuple(block.links), tuple(block.foreign), tuple(block.runs)
            self.blocks.append(Block(block.kind, text, self.start, block.language, links, foreign, runs, block.quoted))
            self.start += len(text) + 1

    def here(self) -> int:
        return self.open.length if self.open is not None else 0

    def starts(self, tag: str, attributes: str, place: Span) -> None:
        given = dict(_ATTRIBUTE.findall(attributes))
        if tag == "br" and self.open is not None:
            self.open.add("\n", place, whole=True)
        if tag in _BREAKS:
            if tag == "hr":
                self.close()
            return
        if tag in _HOLDERS:
            self.close()
        language, address = unescape(given.get("lang", "")), unescape(given.get("href", "")) if tag == "a" else ""
        if tag in _TEXT_BLOCKS:
            self.close()
            self.elements.append((tag, language, address, 0))
            self.begin("caption" if given.get("class") == "caption" else tag)
        else:
            self.elements.append((tag, language, address, self.here()))

    def ends(self, tag: str) -> None:
        if tag in _TEXT_BLOCKS or tag in _HOLDERS:
            self.close()
        if not any(element[0] == tag for element in self.elements):
            return
        while True:
            name, language, address, at = self.elements.pop()
            if self.open is not None and name not in _TEXT_BLOCKS:
                if name == "a":
                    self.open.links.append(Link(Span(at, self.open.length), address))
                if language and language != self.open.language and at < self.open.length:
                    self.open.foreign.append(Span(at, self.open.length))
            if name == tag:
                return

    def words(self, html: str, place: Span) -> None:
        if self.open is None:
            if not html.strip():
                return
            self.begin(self.elements[-1][0] if self.elements and self.elements[-1][0] in _TEXT_BLOCKS else "p")
        assert self.open is not None
        done = 0
        for entity in _ENTITY.finditer(html):
            if done < entity.start():
                self.open.add(html[done : entity.start()], Span(place.start + done, place.start + entity.start()))
            at = Span(place.start + entity.start(), place.start + entity.end())
            self.open.add(unescape(entity[0]), at, whole=True)
            done = entity.end()
        if done < len(html):
            self.open.add(html[done:], Span(place.start + done, place.end))


def blocks_of(html: str) -> list[Block]:
    """The blocks of clean HTML in reading order; empty ones are left out, but for subheadings."""
    reader = _Reader()
    for piece in _PIECE.finditer(html):
        place = Span(*piece.span())
        if piece["words"] is not None or piece["tag"] is None:
            reader.words(piece[0], place)
        elif piece["end"]:
            reader.ends(piece["tag"])
        else:
            reader.starts(piece["tag"], piece["attributes"], place)
    reader.close()
    return reader.blocks


def as_html(words: str) -> str:
    """Words as the sanitiser writes them between tags."""
    return escape(words, quote=False).replace("\u00a0", "&nbsp;")
