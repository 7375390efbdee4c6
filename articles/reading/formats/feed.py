"""RSS and Atom: each entry with a text is a document of its own, cut out of the file by its own bytes."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from articles.reading.decode import CutOff, Decoded, Empty, Unsafe
from articles.reading.formats.charsets import decode_declared
from articles.reading.formats.document import FEED, Document
from articles.reading.formats.extras import library
from articles.reading.formats.web_page import read_html
from articles.reading.formats.writer import Stated

_MOST_ENTRIES = 500
_MOST_TAGS = 100_000
_MOST_TAGS_OF_AN_ENTRY = 20_000
_MOST_ENTITIES = 400_000
# The parser's time grows with the square of one tag's attributes.
_LONG_TAG = re.compile(r"<[^<>!?][^<>]{20000}")
_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,2000}\?>\s*|<!--(?:[^-]|-(?!->))*+-->\s*|<!DOCTYPE[^<>\[]{0,500}(?:\[[^\]]{0,50000}\]\s*)?>\s*)*+"
    r"(?P<root><(?:rss|feed|rdf:RDF|(?:\w{1,20}:)?feed|item|entry)(?=[\s>/])[^<>]{0,10000}>)",
    re.IGNORECASE,
)
_ENTITIES = re.compile(r"<!(?:ENTITY|DOCTYPE[^<>]{0,500}\[)", re.IGNORECASE)
_STEP = re.compile(
    r"<!\[CDATA\[|<!--|<(?P<open>(?:\w{1,20}:)?(?:item|entry))(?=[\s>/])|</(?P<close>(?:\w{1,20}:)?(?:item|entry))\s*>"
)
_NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)
_CODECS = {"utf-8-sig": "utf-8", "windows-1252": "cp1252"}
_RFC_3339 = "%Y-%m-%dT%H:%M:%S"
_HAS_ELEMENTS = re.compile(
    r"<(?:p|div|br|a|em|strong|b|i|ul|ol|li|h[1-6]|blockquote|img|figure|span)\b", re.IGNORECASE
)


def is_feed(text: str) -> bool:
    """Whether the text is a feed, or one entry of a feed."""
    return _ROOT.match(text, 0, 65_536) is not None


def open_feed(data: bytes) -> tuple[Document, ...]:
    """The entries that hold a text, in the feed's order. Raises Unreadable: Empty where none does, CutOff where none
    does before the file breaks off.

    Dates are those that the entry states. The document of an entry without a text has none either, so that reading it
    says so; nor has the one in which the file breaks off: half a text is not taken for a whole one. Where it breaks
    off between two entries, a last document without any bytes stands for those that are missing.
    """
    decoded = decode_declared(data)
    text = decoded.text
    if _ENTITIES.search(text[:65_536]):
        raise Unsafe("This feed declares entities of its own: no feed needs them.")
    root = _ROOT.match(text)
    assert root is not None
    lone = re.match(r"<(?:item|entry)\b", root["root"], re.IGNORECASE) is not None
    cuts = list(_entries(text, root.start("root") if lone else root.end()))
    if len(cuts) > _MOST_ENTRIES:
        raise Unsafe(f"This feed has {len(cuts):,} entries: {_MOST_ENTRIES:,} are the most that are read.")
    if text.count("<") > _MOST_TAGS or any(text.count("<", *cut) > _MOST_TAGS_OF_AN_ENTRY for cut in cuts):
        raise Unsafe("This feed has more tags than articles have.")
    if text.count("&") > _MOST_ENTITIES or _LONG_TAG.search(text):
        raise Unsafe("This feed has more entities, or a longer tag, than articles have.")
    opening = _standard_root(cuts, text) if lone else root["root"]
    source = "" if lone else _parsed(opening, text[root.end() : cuts[0][0]] if cuts else "").feed.get("title", "")
    cut_off = _breaks_off(text, cuts, root)
    goes_on = not lone and not cut_off and _goes_on(text, cuts, root)
    documents = []
    for number, (start, end) in enumerate(cuts, start=1):
        entry = text[start:end]
        part = "" if len(cuts) == 1 and not goes_on else str(number)
        if cut_off and end == len(text):
            documents.append(replace(_without_text(entry, decoded, part), cut_off=True))
        else:
            documents.append(_document(entry, decoded, opening, _words(source), part=part))
    if not any(document.text for document in documents):
        if cut_off:
            raise CutOff("This feed ends before its first text does.")
        raise Empty("There is no entry with a text in this feed.")
    if goes_on:
        documents.append(replace(_without_text("", decoded, str(len(cuts) + 1)), cut_off=True))
    return tuple(documents)


def entries_apart(data: bytes) -> Iterator[bytes]:
    """For each document of the feed, in its order, a feed that holds that entry alone and says the same of itself."""
    decoded = decode_declared(data)
    text, codec = decoded.text, _CODECS.get(decoded.encoding, decoded.encoding)
    root = _ROOT.match(text)
    assert root is not None
    lone = re.match(r"<(?:item|entry)\b", root["root"], re.IGNORECASE) is not None
    cuts = list(_entries(text, root.start("root") if lone else root.end()))
    goes_on = not lone and not _breaks_off(text, cuts, root) and _goes_on(text, cuts, root)
    head, tail = text[: cuts[0][0]], f"</{_name_of(root)}>" if goes_on else text[cuts[-1][1] :]
    for start, end in cuts:
        yield (head + text[start:end] + tail).encode(codec, "replace")
    if goes_on:
        yield data


def _entries(text: str, place: int) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends, tags included; what a comment or a CDATA section says does not count."""
    opened = -1
    while (step := _STEP.search(text, place)) is not None:
        place = step.end()
        if step[0] in {"<![CDATA[", "<!--"}:
            end = text.find("]]>" if step[0] == "<![CDATA[" else "-->", place)
            if end < 0:
                break
            place = end + 3
        elif step["open"]:
            if opened >= 0:  # the one before was never closed
                yield opened, step.start()
            opened = step.start()
        elif opened >= 0:
            yield opened, place
            opened = -1
    if opened >= 0:
        yield opened, len(text)


def _breaks_off(text: str, cuts: list[tuple[int, int]], root: re.Match[str]) -> bool:
    """Whether the file ends within its last entry, or before the first: neither that entry nor the feed is closed."""
    if cuts and cuts[-1][1] < len(text):
        return False
    closing = rf"</{re.escape(_name_of(root))}\s*>|</(?:\w{{1,20}}:)?(?:item|entry)\s*>\Z"
    return re.search(closing, text[cuts[-1][0] if cuts else root.end() :], re.IGNORECASE) is None


def _goes_on(text: str, cuts: list[tuple[int, int]], root: re.Match[str]) -> bool:
    """Whether the file ends where another entry could begin: nothing after its last one begins to close the feed."""
    closing = rf"</(?:{re.escape(_name_of(root))}|(?:\w{{1,20}}:)?channel)\b|</[\w:]*\Z"
    return bool(cuts) and re.search(closing, text[cuts[-1][0] :], re.IGNORECASE) is None


def _name_of(root: re.Match[str]) -> str:
    name = re.match(r"<([^\s>/]+)", root["root"])
    assert name is not None
    return name[1]


def _standard_root(cuts: list[tuple[int, int]], text: str) -> str:
    atom = bool(cuts) and text.startswith("<entry", cuts[0][0])
    return f'<feed xmlns="http://www.w3.org/2005/Atom"{_NAMESPACES}>' if atom else f'<rss version="2.0"{_NAMESPACES}>'


def _parsed(opening: str, inside: str) -> Any:
    """What feedparser makes of a piece of the feed under its own root; nothing is fetched, no HTML is changed."""
    feedparser = library("feedparser", "feeds")
    name = re.match(r"<([^\s>/]+)", opening)
    assert name is not None
    channel = name[1].lower() == "rss"
    if channel and "<channel" not in inside[:5_000]:
        inside = f"<channel>{inside}"
    ending = ("</channel>" if channel else "") + f"</{name[1]}>"
    source = f'<?xml version="1.0" encoding="utf-8"?>{opening}{inside}{ending}'
    return feedparser.parse(
        io.BytesIO(source.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
    )


def _document(entry: str, decoded: Decoded, opening: str, source: str, *, part: str) -> Document:
    """The document of one entry; without a text where the entry has none beside its title."""
    empty = _without_text(entry, decoded, part)
    parsed = _parsed(opening, entry).entries
    if not parsed:
        return empty
    said = parsed[0]
    summary = said.get("summary", "")
    body = max((each.get("value", "") for each in said.get("content", ())), key=len, default="") or summary
    facts = Stated(
        title=_words(said.get("title", "")),
        standfirst=_words(summary) if summary != body else "",
        authors=tuple(dict.fromkeys(name for each in said.get("authors", ()) if (name := _author(each)))),
        published=_date(said, "published"),
        updated=_date(said, "updated"),
        source=_words(said.get("source", {}).get("title", "")) or source,
        language=(said.get("language") or "")[:2],
        url=_address(said.get("link", "")),
        guid=(said.get("id") or "")[:500],
    )
    if not any(character.isalnum() for character in _words(body)):
        return replace(empty, url=facts.url, guid=facts.guid)
    try:
        text, marks, _ = read_html(_as_html(body), facts)
    except Empty:
        return empty
    return replace(empty, text=text, url=facts.url, guid=facts.guid, marks=marks, language=facts.language)


def _without_text(entry: str, decoded: Decoded, part: str) -> Document:
    data = entry.encode(_CODECS.get(decoded.encoding, decoded.encoding), "replace")
    return Document(data, "", decoded.encoding, FEED, part=part)


def _as_html(body: str) -> str:
    """The entry's text as HTML; one without any element has its lines for paragraphs."""
    if _HAS_ELEMENTS.search(body):
        return f"<div>{body}</div>"
    lines = re.split(r"\s*\n\s*\n\s*", body)
    return "".join(f"<p>{escape(line) if '<' not in line and '&' not in line else line}</p>" for line in lines)


def _words(html: str) -> str:
    """The words of a title or a summary on one line, without their tags."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    shown = library("lxml.html", "feeds").fragment_fromstring(html[:20_000], create_parent="div")
    return " ".join("".join(shown.itertext()).split())


def _author(said: Any) -> str:
    """The name; RSS writes "mail@example.org (Name)"."""
    name = _words(said.get("name", "") or "")
    bracketed = re.fullmatch(r"\S+@\S+\s*\((.+)\)", name)
    return bracketed[1] if bracketed else name


def _date(said: Any, name: str) -> str:
    """The day as the entry writes it, in its own offset: what feedparser read of it is in UTC."""
    # feedparser answers for a missing date with the other one, and warns that it will not for ever
    words = (dict.get(said, name) or "").strip()
    moment = dict.get(said, f"{name}_parsed")
    if not words or moment is None:
        return ""
    if re.match(r"\d{4}-\d{2}", words):
        return words
    try:
        return parsedate_to_datetime(words).strftime(_RFC_3339)
    except (ValueError, TypeError):
        return datetime(*moment[:6]).strftime(_RFC_3339)


def _address(words: str) -> str:
    return words if re.fullmatch(r"https?://\S{1,990}", words) else ""
