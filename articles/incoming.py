"""The import desk: texts that wait, as they came, until somebody makes a draft of each or throws it away.

The bytes are read anew whenever they are looked at; what is kept beside them is what people said: the options, and
what an editor left out of the reading.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import journal, publishing
from articles.counting import count_words
from articles.drafting import Options, title_of
from articles.importing import import_document, refusal
from articles.models import Article, Incoming, Language, Rights, SourceText
from articles.outcomes import HELD, REFUSED, Outcome
from articles.reading import Document, TooLarge, open_documents, pieces_of, read_document
from articles.reading.decode import MAX_BYTES
from articles.reading.leaving_out import without
from articles.reading.recognised import LeftOut, recognised
from articles.reading.results import Reading
from articles.slugs import ascii_slug
from partners.dates import PartialDate
from partners.names import Names
from partners.registry import registry_names


class Gone(publishing.Refused):
    """The text waits no more: `article` is the draft that was made of it, None where it was thrown away."""

    def __init__(self, article: Article | None = None):
        self.article = article
        super().__init__(
            _("A draft was made of this text already.")
            if article
            else _("This text is no longer at the import desk: a draft was made of it, or it was thrown away.")
        )


@dataclass(frozen=True, slots=True)
class Received:
    """What came of one text that was brought: it waits, or it is `held` by an article already, or `why` refuses it.

    `again` says that the same bytes waited here before.
    """

    name: str
    incoming: Incoming | None = None
    again: bool = False
    held: SourceText | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """One incoming text as it is read: `full` with everything recognised, `reading` without what is left out."""

    document: Document
    full: Reading
    reading: Reading
    left_out: frozenset[LeftOut]


def pasted(text: str) -> File:
    """A pasted text as a file: named by its first words, with line ends as on disk, not as browsers send them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first_line = next((line for line in text.split("\n", 50) if line.strip()), "")
    return ContentFile(text.encode("utf-8", "replace"), name=f"{ascii_slug(first_line[:80], fallback='text')}.txt")


def receive(file: File, *, by: User, options: Options | None = None, names: Names | None = None) -> list[Received]:
    """Take in the texts of one file: one, or the entries of a feed. What cannot be read is refused, and says why.

    Raises PermissionDenied where the user may not bring texts.
    """
    publishing.require(by, "articles.add_incoming")
    name, options = str(file.name), options or Options()
    try:
        if file.size > MAX_BYTES:  # told before it is in memory
            raise TooLarge(str(file.size))
        data = file.read()
        documents = open_documents(data, name=name)
        names = names or registry_names()
    except Exception as error:  # one bad file stops no other; an error of ours is logged
        return [_refused(name, error)]
    received = []
    for document, piece in zip(documents, pieces_of(data, documents), strict=True):
        shown = document.called(name)
        try:
            part = document.part if piece is data else ""
            received.append(_receive(document, piece, part, shown, options, names, by))
        except Exception as error:  # nor does one bad entry of a feed
            received.append(_refused(shown, error))
    return received


def _refused(name: str, error: Exception) -> Received:
    return Received(name, why=" ".join(refusal(name, error).remarks))


def _receive(
    document: Document, kept: bytes, part: str, shown: str, options: Options, names: Names, by: User
) -> Received:
    sha256 = Incoming.hash_of(kept, part)
    if known := _known(document, sha256, shown):
        return known
    reading = _read(document, options, names)
    values = options.as_json() | {"part": part} | _summary(reading, shown)
    try:
        with transaction.atomic():
            row = Incoming.objects.create(name=shown[:255], data=kept, sha256=sha256, options=values, brought_by=by)
            journal.note(by, row, "bring", after=values)
    except IntegrityError:  # somebody brought the same bytes while these were read
        if known := _known(document, sha256, shown):
            return known
        raise
    return Received(shown, row)


def _known(document: Document, sha256: str, shown: str) -> Received | None:
    """What there is to say of a text that an article holds, or that waits here already; None for a new one."""
    if source_text := held(document.sha256):
        return Received(shown, held=source_text)
    waiting = Incoming.objects.filter(sha256=sha256).defer("data").first()
    return Received(shown, waiting, again=True) if waiting is not None else None


def held(sha256: str) -> SourceText | None:
    """The source text of the bytes of that hash, with its article, which may be in the trash."""
    found: SourceText | None = (
        SourceText.objects.select_related("article").defer("data", "text").filter(sha256=sha256).first()
    )
    return found


def options_of(incoming: Incoming) -> Options:
    """What its bringers said of the text, as the import wants it."""
    said: dict[str, Any] = incoming.options
    rights, published = said.get("rights"), said.get("published")
    return Options(
        source=said.get("source", ""),
        rights=Rights(rights) if rights in Rights.values else Rights.UNKNOWN,
        published=PartialDate.parse(published) if published else None,
        language=said.get("language", "") if said.get("language") in Language.values else "",
    )


def left_out_of(incoming: Incoming) -> frozenset[LeftOut]:
    return frozenset(LeftOut(*each) for each in incoming.left_out)


def document_of(incoming: Incoming) -> Document:
    """The one document that waits. Raises Unreadable where a newer reader cannot open what an older one could."""
    documents = open_documents(bytes(incoming.data), name=incoming.name)
    part = incoming.options.get("part", "")
    return next((document for document in documents if document.part == part), documents[0])


def reading_of(incoming: Incoming, *, names: Names | None = None) -> Understood:
    """Read the text with its options. Raises Unreadable as `document_of` does."""
    document = document_of(incoming)
    full = _read(document, options_of(incoming), names or registry_names())
    left_out = left_out_of(incoming)
    return Understood(document, full, without(full, left_out), left_out)


def _read(document: Document, options: Options, names: Names) -> Reading:
    return read_document(document, names, language=options.language or None, published=options.published)


def _summary(reading: Reading, name: str) -> dict[str, Any]:
    """What the desk's list shows of a text without reading it."""
    words = count_words(" ".join(block.text for block in reading.blocks))
    return {"title": title_of(reading, name), "words": words}


@transaction.atomic
def set_options(incoming: Incoming, options: Options, *, by: User, names: Names | None = None) -> None:
    """Say something else of the text: source, rights, date as known, language. Raises Gone."""
    publishing.require(by, "articles.change_incoming")
    row = _locked(incoming)
    before = row.options
    row.options = row.options | options.as_json()
    _keep(row, incoming, reading_of(row, names=names))
    was, now = journal.difference(before, row.options)
    journal.note(by, row, "read", before=was, after=now)


def leave_out(incoming: Incoming, things: Iterable[LeftOut], *, by: User, names: Names | None = None) -> None:
    """Take things away from the reading. Raises Gone, and Refused for what is not in the reading."""
    _change(incoming, frozenset(things), frozenset(), by=by, names=names)


def take_back(incoming: Incoming, things: Iterable[LeftOut], *, by: User, names: Names | None = None) -> None:
    """Let things be in the reading again. Raises Gone."""
    _change(incoming, frozenset(), frozenset(things), by=by, names=names)


@transaction.atomic
def _change(
    incoming: Incoming, added: Collection[LeftOut], taken: Collection[LeftOut], *, by: User, names: Names | None
) -> None:
    publishing.require(by, "articles.change_incoming")
    row = _locked(incoming)
    understood = reading_of(row, names=names)
    if not set(added) <= {thing.identity for thing in recognised(understood.full)}:
        raise publishing.Refused(_("The text is no longer read like that: look at the page again."))
    left_out = (understood.left_out | set(added)) - set(taken)
    before = row.left_out
    row.left_out = [each.as_json() for each in sorted(left_out)]
    journal.note(by, row, "read", before={"left_out": before}, after={"left_out": row.left_out})
    _keep(row, incoming, replace(understood, left_out=left_out, reading=without(understood.full, left_out)))


def _keep(row: Incoming, incoming: Incoming, understood: Understood) -> None:
    row.options = row.options | _summary(understood.reading, row.name)
    row.save(update_fields=["options", "left_out"])
    incoming.options, incoming.left_out = row.options, row.left_out


@transaction.atomic
def make_draft(incoming: Incoming, *, by: User, names: Names | None = None) -> Outcome:
    """Import the text without what is left out; it then waits no more.

    Bytes that an article holds already stay here, and the outcome says so. Raises Gone where another editor was
    faster, with the draft.
    """
    publishing.require(by, "articles.add_sourcetext")
    row = _locked(incoming)
    document = replace(document_of(row), part="")  # the name says already which entry it is
    outcome = import_document(
        document,
        row.name,
        options_of(row),
        names=names or registry_names(),
        by=by,
        left_out=left_out_of(row),
    )
    if outcome.result not in {HELD, REFUSED}:
        journal.note(by, row, "import", article=outcome.article, summary=outcome.title)
        row.delete()
    return outcome


@transaction.atomic
def throw_away(incoming: Incoming, *, by: User) -> None:
    """Keep nothing of the text. Raises Gone."""
    publishing.require(by, "articles.delete_incoming")
    row = _locked(incoming)
    journal.note(by, row, "throw_away", before=row.options)
    row.delete()


def gone(sha256: str) -> Gone:
    """That the text of these bytes waits no more, and what was made of it."""
    source_text = held(sha256)
    return Gone(source_text.article if source_text else None)


def _locked(incoming: Incoming) -> Incoming:
    """The row, locked. Raises Gone where it is no longer there."""
    row = Incoming.objects.select_for_update().filter(pk=incoming.pk).first()
    if row is None:
        raise gone(document_of(incoming).sha256)
    return row
