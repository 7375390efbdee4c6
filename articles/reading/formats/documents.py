"""Bytes → documents: which format the content shows, whatever the file is called."""

from articles.reading.decode import decode
from articles.reading.formats.document import TEXT, Document


def open_documents(data: bytes, *, name: str = "") -> tuple[Document, ...]:
    """The texts that the bytes hold, in their order; at least one. `name` is the file's, for messages only.

    Raises Unreadable, with what to tell the sender, when there is nothing that can be read.
    """
    decoded = decode(data)
    return (Document(data, decoded.text, decoded.encoding, TEXT),)
