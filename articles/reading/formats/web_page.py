"""Web pages, and fragments of them, as documents. Nothing is fetched: neither pictures nor scripts nor links."""

import re
from typing import Any

from articles.reading.decode import Decoded, Empty, Unsafe
from articles.reading.formats.charsets import decode_declared
from articles.reading.formats.document import HTML, Document, Mark
from articles.reading.formats.extras import library
from articles.reading.formats.page_article import article_in
from articles.reading.formats.page_facts import facts_of, page_title
from articles.reading.formats.page_lines import write_lines
from articles.reading.formats.writer import Stated, Writer

_PAGE = re.compile(r"<(?:!doctype|html|head|body|meta|link)\b", re.IGNORECASE)
# The parser's time grows with the square of one tag's attributes: a tag with thousands of them is no one's page.
_LONG = 50_000
_TAG = re.compile(
    r"(?is:<!--(?:.*?-->|.*+))|(?is:<(script|style|textarea|title)\b(?:.*?</\1|.*+))"
    r"|<[a-zA-Z][^\s/>]*+(?:[\s/]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+)|[^\s/>=]++)*+"
)
_MOST_ATTRIBUTES = 1_000
_MOST_TAGS = 100_000


def open_web_page(data: bytes) -> Document:
    """The article of a page, or all of a fragment. Raises Unreadable where there is no text in it."""
    decoded = decode_declared(data)
    text, marks, facts = read_html(decoded.text)
    return _document(data, decoded, text, marks, facts)


def read_html(source: str, known: Stated | None = None) -> tuple[str, tuple[Mark, ...], Stated]:
    """The lines of a page or a fragment, their marks, and the facts that it holds apart.

    `known` is what the sender of a fragment holds apart itself: a feed of its entry, a word processor of its file.
    """
    root = _parsed(source)
    page = known is None and _PAGE.search(source[:_LONG]) is not None
    facts = facts_of(root) if page else known or Stated()
    article = article_in(root, source) if page else [root]
    writer = Writer()
    if page and not facts.title and not any(element.find(".//h1") is not None for element in article):
        facts.title = page_title(root, facts)
    write_lines(writer, article, facts)
    if not any(character.isalnum() for character in writer.text):
        raise Empty("There is no text in it.")
    return writer.text, writer.marks, facts


def _parsed(source: str) -> Any:
    html = library("lxml.html", "web pages")
    etree = library("lxml.etree", "web pages")
    if source.count("<") > _MOST_TAGS:
        raise Unsafe(f"This page has more than {_MOST_TAGS:,} tags.")
    if len(source) > _LONG:
        source = _TAG.sub(_within_reason, source)
    parser = html.HTMLParser(no_network=True, recover=True, huge_tree=True, remove_pis=False)
    try:
        root = html.document_fromstring(_without_declaration(source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError, ValueError) as error:
        raise Empty("There is no text in it.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "xcessive depth" in entry.message for entry in parser.error_log):
        raise Unsafe("This page nests its tags too deeply to be read.")
    return root


def _within_reason(tag: re.Match[str]) -> str:
    """The tag itself, without its attributes where there are far too many; a comment or a script as it is."""
    if tag[1] or tag[0][1] == "!" or len(tag[0]) < _MOST_ATTRIBUTES:
        return tag[0]
    if tag[0].count("=") + len(tag[0].split()) < _MOST_ATTRIBUTES:
        return tag[0]
    return re.split(r"[\s/]", tag[0], maxsplit=1)[0]


def _without_declaration(source: str) -> str:
    """The parser refuses text that declares an encoding: it is decoded already."""
    return re.sub(r"\A\s*<\?xml[^>]{0,300}>", "", source).replace("\x00", "\ufffd")


def _document(data: bytes, decoded: Decoded, text: str, marks: tuple[Mark, ...], facts: Stated) -> Document:
    return Document(
        data, text, decoded.encoding, HTML, url=facts.url, guid=facts.guid, marks=marks, language=facts.language
    )
