"""Markdown → lines and marks: a small reader of our own, for the few signs that writers of articles use.

A parser of the whole language would make HTML of it first; the layout of plain text knows most of these signs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from articles.reading.decode import Decoded
from articles.reading.formats.document import MARKDOWN, Document, Mark, MarkKind
from articles.reading.formats.front_matter import read_front_matter
from articles.reading.formats.writer import Stated, Writer
from articles.reading.furniture import is_separator

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+(.*)")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}|~{3,})[^`]*")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+[\"'](?P<title>[^\"']{0,500})[\"'])?\s*\)")
_IMAGE_ALONE = re.compile(rf"\s*(?:\[\s*)?{_IMAGE.pattern}(?:\s*\]\([^()\s]{{0,2000}}\))?\s*")
_LINK = re.compile(
    r"\[([^\[\]]{1,1000})\]\(\s*<?[^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?>?"
    r"(?:\s+[\"'][^\"']{0,500}[\"'])?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]]{0,200}\]")
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]{1,200}\]:[ \t]+\S+.*")
_ADDRESS = re.compile(r"<(https?://[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200})>")
_STRONG = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?![\w*])")
_UNDERSCORED = re.compile(r"(?<![\w_])(___|__|_)(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,2000})(?<=\S)~~")
_CODE = re.compile(r"(`{1,2})([^`\n]{1,500})\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>|<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->")  # stops at the next: linear
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,200})(?<=\S)\1")


def open_markdown(data: bytes, decoded: Decoded) -> Document | None:
    """The document when its signs show that the text is Markdown; None for a plain text.

    A single "#" line, dashes before items and a row of stars stand in many plain texts and show nothing.
    """
    front = read_front_matter(decoded.text)
    body = decoded.text[front.end :] if front else decoded.text
    if front is None and not _shows_markdown(body):
        return None
    facts = front.facts if front else Stated()
    text, marks = _written(body, facts)
    return Document(
        data,
        text,
        decoded.encoding,
        MARKDOWN,
        url=facts.url,
        guid=facts.guid,
        marks=marks,
        language=facts.language,
    )


def _shows_markdown(text: str) -> bool:
    """Whether the signs are of several kinds, or one that nothing else explains stands there."""
    lines = text.splitlines()
    headings = sum(1 for line in lines if "#" in line and _HEADING.fullmatch(line))
    links = len(_LINK.findall(text[:200_000])) + len(_REFERENCE.findall(text[:200_000]))
    images = sum(1 for line in lines if "![" in line and _IMAGE.search(line))
    strong = len(re.findall(r"\*\*[^\s*][^*\n]{0,300}\*\*", text[:200_000]))
    quoted = sum(1 for line in lines if line.startswith("> "))
    listed = sum(1 for line in lines if line.startswith(("- ", "* ", "1. ")))
    if images or links >= 2:
        return True
    signs = [headings > 0, links > 0, strong > 0, quoted > 0, listed > 1]
    return (headings > 1 and sum(signs) >= 2) or sum(signs) >= 3


def _written(body: str, facts: Stated) -> tuple[str, tuple[Mark, ...]]:
    writer = Writer()
    writer.head(facts)
    titled = bool(facts.title)
    begun = False
    close = False  # the line stands right below the last one, with no gap
    for block in _blocks(body):
        for number, words in enumerate(block.lines):
            kind, level = block.kind, 0
            if kind is MarkKind.SUBHEADING:
                if not titled and (not begun or block.level == 1):
                    kind, titled = MarkKind.TITLE, True
                else:
                    level = min(max(block.level, 2), 4)
            begun = begun or kind is None
            writer.line(words, kind, level=level, close=bool(number) or (block.listed and close))
        close = block.listed
    return writer.text, writer.marks


@dataclass(slots=True)
class _Block:
    """Lines that belong together: a heading, an item, a quotation, a caption, or a paragraph with its own breaks."""

    lines: list[str]
    kind: MarkKind | None = None
    level: int = 0

    @property
    def listed(self) -> bool:
        return self.kind is MarkKind.LIST_ITEM


def _blocks(body: str) -> Iterator[_Block]:
    open_block: _Block | None = None
    fenced = False
    for line in body.splitlines():
        if _FENCE.fullmatch(line):
            fenced = not fenced
            block, stays = None, False
        elif fenced:
            block, stays = _Block([line]), True
        elif not line.strip() or _DEFINITION.fullmatch(line):
            block, stays = None, False
        elif (
            (under := _UNDERLINE.fullmatch(line)) and open_block and not open_block.kind and len(open_block.lines) == 1
        ):
            open_block.kind, open_block.level = MarkKind.SUBHEADING, 1 if under[1][0] == "=" else 2
            block, stays = None, False
        elif _RULE.fullmatch(line):
            block, stays = None, False
        else:
            block, stays = _block_of(line), True
        if open_block is not None and (block is None or not _goes_on(open_block, block, line)):
            yield open_block
            open_block = None
        if block is not None and stays:
            if open_block is None:
                open_block = block
            elif block.kind is None and open_block.kind is None:
                open_block.lines += block.lines
            else:
                open_block.lines[-1] = f"{open_block.lines[-1]} {' '.join(block.lines).strip()}"
    if open_block is not None:
        yield open_block


def _block_of(line: str) -> _Block:
    if heading := _HEADING.fullmatch(line):
        return _Block([reduced(heading[2])], MarkKind.SUBHEADING, len(heading[1]))
    if picture := _IMAGE_ALONE.fullmatch(line):
        return _Block([reduced(picture["title"] or picture["alt"])], MarkKind.CAPTION)
    if quote := _QUOTE.fullmatch(line):
        return _Block([reduced(quote[1])], MarkKind.BLOCK_QUOTE)
    if (item := _ITEM.fullmatch(line)) and not is_separator(line):
        return _Block([reduced(item[1])], MarkKind.LIST_ITEM)
    if bold := _BOLD_LINE.fullmatch(line.strip()):
        return _Block([f"**{reduced(bold[2])}**"])  # a heading in bold: the layout tells by where it stands
    if line.lstrip().startswith("|"):
        line = line.strip().strip("|")
    return _Block(reduced(line).split("\n"))


def _goes_on(block: _Block, following: _Block, line: str) -> bool:
    """Whether a line belongs to the block above it."""
    if block.kind is None:
        return following.kind is None
    if block.kind is MarkKind.BLOCK_QUOTE:
        return following.kind in {None, MarkKind.BLOCK_QUOTE} and following.lines[0] != "" and not _is_signed(line)
    return block.kind is MarkKind.LIST_ITEM and following.kind is None


def _is_signed(line: str) -> bool:
    """Who said it, on a line of the quotation: "> — Mark Rutte"."""
    return re.match(r"[\s>]*[—–-]\s*\w", line) is not None


def reduced(words: str) -> str:
    """The words of a line without the signs of emphasis, links, pictures and code."""
    words = re.sub(r"<br\s*/?>", "\n", words)
    words = _IMAGE.sub(lambda picture: picture["alt"], words)
    for pattern in (_LINK, _REFERENCE, _ADDRESS):
        words = pattern.sub(r"\1", words)
    words = _CODE.sub(r"\2", words)
    for _ in range(2):  # bold inside italics, and the other way round
        words = _UNDERSCORED.sub(r"\2", _STRONG.sub(r"\2", words))
    words = _TAG.sub("", _STRUCK.sub(r"\1", words))
    return unescape(_ESCAPED.sub(r"\1", words))
