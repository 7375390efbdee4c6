"""Documents opened and read, with what must hold of every reading: spans exact, the text covered, no mark astray."""

import re

from articles.reading import open_documents, read_document
from articles.reading.results import BlockKind


def read_all(data, names, **options):
    """The documents of the bytes and their readings, each checked."""
    pairs = []
    for document in open_documents(data):
        for mark in document.marks:
            words = mark.span.of(document.text)
            assert words
            assert words == words.strip()
            assert "\n" not in words
        reading = read_document(document, names, **options)
        position = 0
        for piece in sorted((*reading.blocks, *reading.removed), key=lambda piece: piece.span):
            assert piece.span.start == position
            position = piece.span.end
        assert position == len(reading.text) == len(document.text)
        for found in (reading.title, reading.standfirst, reading.source):
            assert found is None or found.value.split() == found.span.of(reading.text).split()
        for found in reading.signatures:
            assert found.name in found.span.of(reading.text)
        pairs.append((document, reading))
    return pairs


def read_one(data, names, **options):
    ((document, reading),) = read_all(data if isinstance(data, bytes) else data.encode(), names, **options)
    return document, reading


def lines(reading, kind):
    return [block.text for block in reading.blocks if block.kind is BlockKind(kind)]


def words_of(passage):
    return re.findall(r"\w+", passage)


def body_words(reading):
    """The words of the article as a reader gets it, title and standfirst included."""
    return [word for block in reading.blocks for word in words_of(block.text)]
