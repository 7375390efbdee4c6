"""Word documents (.docx) as documents. Nothing that they name outside themselves is opened, no macro is looked at."""

import io
import re
import zipfile
from collections.abc import Collection
from typing import Any
from xml.etree import ElementTree

from articles.reading.agencies import is_person
from articles.reading.decode import MAX_BYTES, MAX_CHARACTERS, Binary, Damaged, TooLarge, TooLong, Unreadable, Unsafe
from articles.reading.formats.document import DOCX, Document
from articles.reading.formats.extras import library
from articles.reading.formats.web_page import read_html
from articles.reading.formats.writer import Stated

ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PARTS = 2_000
_MOST_UNPACKED = 2 * MAX_BYTES  # of the parts that are read: XML packs well, and has far more signs than words
# A text of 3,000 words, each of them set in its own type, stays below each.
_MOST_SIGNS = 90_000  # tags and attributes: each costs its reader a kilobyte
_MOST_PARAGRAPHS = 6_000
_MOST_RUNS = 10_000
_MOST_FIELDS = 4_000  # their beginnings and ends: time grows with the square of those that are left open
_MOST_IN_ONE_PIECE = 4 * MAX_CHARACTERS  # bytes: the parser's time grows with the square of one tag's length
_TEXT_PART = re.compile(r"(?:(?:word|word/_rels|docProps)/[\w.-]+|_rels/|\[Content_Types\])\.(?:xml|rels)")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p(?=[\s/>])")
_RUN = re.compile(rb"<(?:\w+:)?r(?=[\s/>])")
_FIELD = re.compile(rb"<(?:\w+:)?fldChar(?=[\s/>])")
_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='heading 5'] => h5:fresh
p[style-name='caption'] => p.image-caption:fresh
p[style-name='Caption'] => p.image-caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_CELL = re.compile(r"(<t[dh][^<>]*>)<p>((?:(?!</?p>).)*)</p>(?=</t[dh]>)", re.DOTALL)  # a cell of one paragraph
# What word processors and their templates write where nobody wrote anything.
_NOBODY = re.compile(
    r"\s*(?:microsoft(?:\s+office)?(?:\s+user)?|utilisateur(?:\s+(?:de\s+)?microsoft(?:\s+office)?|\s+windows)?|windows\s+user"
    r"|user|admin(?:istrat(?:or|eur))?|python-docx|openpyxl|apache\s+poi|unknown|inconnu|auteur|author|owner|hp|dell"
    r"|lenovo|acer|asus|pc|libreoffice|google\s+docs|pandoc)\s*\d*\s*",
    re.IGNORECASE,
)


def is_word_file(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive that says that it is a word processor's, or its old binary form."""
    return data.startswith(_OLD) or (data.startswith(ZIP) and b"word/" in data)


def open_word_file(data: bytes) -> Document:
    """The text of a Word document. Raises Unreadable where it is old, damaged, locked, too large or empty."""
    if data.startswith(_OLD):
        raise Damaged("This is a document of an old Word, or a locked one: save it as .docx without a password.")
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{len(data):,} bytes: a document may have {MAX_BYTES:,} at most.")
    parts = _parts(data)
    mammoth = library("mammoth", "Word documents")
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(_repacked(parts)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
            include_embedded_style_map=False,
        )
    except Exception as error:  # whatever a damaged document does to its reader
        raise Damaged("This Word document is damaged: open it in a word processor and save it again.") from error
    facts = _facts(parts.get(_PROPERTIES, b""))
    text, marks, _ = read_html(_CELL.sub(r"\1\2", result.value), facts)
    return Document(data, text, "utf-8", DOCX, marks=marks, language=facts.language)


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that hold text, unpacked within bounds. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS:
                raise Unsafe(f"This document has {len(entries):,} parts: it may have {_MOST_PARTS:,}.")
            wanted = [entry for entry in entries if _TEXT_PART.fullmatch(entry.filename)]
            if _DOCUMENT not in {entry.filename for entry in wanted}:
                raise Binary("This is a ZIP archive, not a Word document: there is no text part in it.")
            if any(entry.flag_bits & 1 for entry in wanted):
                raise Damaged("This Word document is locked: save it without a password.")
            parts: dict[str, bytes] = {}
            left = _MOST_UNPACKED
            for entry in wanted:
                # The size that the archive states is the sender's word: what comes out is what counts.
                with archive.open(entry) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise TooLarge("This document unpacks to more than may be read.")
                parts[entry.filename] = part
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Damaged("This Word document is damaged: the archive cannot be unpacked.") from error
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        raise Unsafe("This Word document declares entities of its own: no word processor does.")
    _require_reason(parts.values())
    return parts


def _require_reason(parts: Collection[bytes]) -> None:
    """Refuse what would cost minutes to take apart. Raises Unsafe, or TooLong where it is paragraphs."""
    if sum(part.count(b"<") + part.count(b"=") for part in parts) > _MOST_SIGNS:
        raise Unsafe(f"This Word document has more than {_MOST_SIGNS:,} tags and attributes.")
    if any(len(piece) > _MOST_IN_ONE_PIECE for part in parts for piece in part.split(b"<")):
        raise TooLong(f"This Word document has a passage or a tag of more than {_MOST_IN_ONE_PIECE:,} bytes.")
    if sum(len(_PARAGRAPH.findall(part)) for part in parts) > _MOST_PARAGRAPHS:
        raise TooLong(f"This Word document has more than {_MOST_PARAGRAPHS:,} paragraphs.")
    if sum(len(_RUN.findall(part)) for part in parts) > _MOST_RUNS:
        raise Unsafe(f"This Word document changes its type more than {_MOST_RUNS:,} times.")
    if sum(len(_FIELD.findall(part)) for part in parts) > _MOST_FIELDS:
        raise Unsafe(f"This Word document has more than {_MOST_FIELDS // 2:,} fields.")


def _repacked(parts: dict[str, bytes]) -> bytes:
    """An archive of the parts that hold text and no others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _facts(properties: bytes) -> Stated:
    """What the document's properties say, where somebody wrote it. They are often a template's or an earlier text's:
    neither its dates nor its title are the text's own, and an author is one by a whole name only."""
    try:
        root: Any = ElementTree.fromstring(properties)  # noqa: S314 — entities are refused above
    except ElementTree.ParseError:
        return Stated()
    said = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root}
    author = said.get("creator", "")
    if not _is_whole_name(author):
        author = ""
    language = said.get("language", "")[:2].lower()
    return Stated(authors=(author,) if author else (), language=language if language.isalpha() else "")


def _is_whole_name(words: str) -> bool:
    return _NOBODY.fullmatch(words) is None and is_person(words)
