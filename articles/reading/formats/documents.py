"""Bytes → documents: which format the content shows, whatever the file is called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.reading.decode import decode
from articles.reading.formats.document import TEXT, Document
from articles.reading.formats.feed import entries_apart, is_feed, open_feed
from articles.reading.formats.markdown import open_markdown
from articles.reading.formats.web_page import open_web_page
from articles.reading.formats.word import is_word_file, open_word_file

_LOOKED_AT = 65_536
_LEADS_A_PAGE = re.compile(
    r"(?:\s|<!--(?:[^-]|-(?!->))*+-->|<\?xml[^>]{0,300}>)*+<(?:!doctype\s+html|(?:html|head|body|meta|title|link|base"
    r"|script|style|article|main|section|header|nav|div|center|p|h[1-6]|ul|ol|table|blockquote|figure|img|span|font|a|b|i"
    r"|em|strong|br|hr|time)(?=[\s/>]))",
    re.IGNORECASE,
)


def open_documents(data: bytes, *, name: str = "") -> tuple[Document, ...]:
    """The texts that the bytes hold, in their order; at least one. `name` is the file's, for messages only.

    Raises Unreadable, with what to tell the sender, when there is nothing that can be read.
    """
    if is_word_file(data):
        return (open_word_file(data),)
    decoded = decode(data)
    if is_feed(decoded.text):
        return open_feed(data)
    if is_html(decoded.text):
        return (open_web_page(data),)
    return (open_markdown(data, decoded) or Document(data, decoded.text, decoded.encoding, TEXT),)


def pieces_of(data: bytes, documents: Sequence[Document]) -> Iterator[bytes]:
    """For each of the documents that the bytes were opened as, bytes that hold that one alone, as small as can be.

    Opened, they are the same document without its part, or the pieces are the whole, with all its documents.
    """
    if len(documents) == 1:
        yield data
        return
    for document, apart in zip(documents, entries_apart(data), strict=True):
        yield next((piece for piece in (document.data, apart) if _opens_as(piece, document)), data)


def _opens_as(piece: bytes, document: Document) -> bool:
    try:
        return [replace(each, part=document.part) for each in open_documents(piece)] == [document]
    except Exception:  # Unreadable, or whatever a parser says of a piece that is no whole
        return False


def is_html(text: str) -> bool:
    """Whether the text is a web page or a fragment of one: it begins with an element of a page."""
    return _LEADS_A_PAGE.match(text, 0, _LOOKED_AT) is not None
