"""What every format becomes: plain text that spans count in, and what the format itself says of its lines."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from articles.reading.results import Span

TEXT, MARKDOWN, HTML, DOCX, FEED = "text", "markdown", "html", "docx", "feed"


class MarkKind(StrEnum):
    """What a format can say of a line: the blocks of an article, and the facts that it holds apart."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    CAPTION = "caption"
    CREDIT = "credit"
    AUTHOR = "author"
    PUBLISHED = "published"  # an ISO date, with or without its hour
    UPDATED = "updated"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Mark:
    """What one line of a document's text is. The span is the line without the white space around it."""

    kind: MarkKind
    span: Span
    level: int = 0  # of a subheading: 2, 3 or 4; else 0


@dataclass(frozen=True, slots=True)
class Document:
    """One text that can be read; a feed gives several.

    Lines of `text` without a mark are guessed as those of a plain text are. `language` is what the format
    declares; the words of the text go before it.
    """

    data: bytes  # what is kept for it: the file's bytes; of a feed, the entry's own
    text: str
    encoding: str
    format: str  # "text", "markdown", "html", "docx" or "feed"
    url: str = ""  # where the source has it
    guid: str = ""  # what the source calls it
    marks: tuple[Mark, ...] = ()  # in reading order
    part: str = ""  # which entry of a file, counted from "1"; empty for the only one
    language: str = ""
    cut_off: bool = False  # the file ends in the middle of it, or, where it has no bytes, before it

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal: the same bytes are the same text."""
        return hashlib.sha256(self.data).hexdigest()

    def called(self, file: str) -> str:
        """The text's name: the file's, and which entry of it."""
        return entry_name(file, self.part)


def entry_name(file: str, part: str) -> str:
    """How one entry of a file is called: "feed.xml · 3"; the file's name for its only one."""
    return f"{file} · {part}" if part else file
