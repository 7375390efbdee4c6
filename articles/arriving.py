"""The texts of a run of the import, one after the other: opened, read, and where there is time one of them ahead."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from articles.drafting import Options
from articles.intake import File, read_file, readable
from articles.reading import Document, open_documents, read_document
from articles.reading.results import Reading
from partners.names import Names

READ_AHEAD = 50_000  # characters of a text at most: two long ones are not held at the same time


def read(document: Document, names: Names, options: Options) -> Reading:
    """Read a document as the staff says that it is to be read. Raises Unreadable for one without a text."""
    return read_document(document, names, language=options.language or None, published=options.published)


@dataclass(slots=True)
class Text:
    """A text that is to be imported, or in its place the error for which its file cannot be opened."""

    name: str
    file: str = ""  # its name
    number: int = 0  # of the file in the run
    document: Document | None = None
    error: Exception | None = None
    _reading: Reading | None = field(default=None, repr=False)

    def opened(self) -> Document:
        """Raises what went wrong with its file."""
        if self.document is None:
            raise self.error or AssertionError("neither a document nor an error")
        return self.document

    def read(self, names: Names, options: Options) -> Reading:
        """Its reading, which is made once. Raises Unreadable for a document without a text."""
        if self._reading is None:
            self._reading = read(self.opened(), names, options)
        return self._reading


class Arriving(Iterator[Text]):
    """The texts of the files in their order, each opened in its turn; a file can hold several.

    While the database works at one text, `read_ahead` reads the next one. What goes wrong with that, an interruption
    too, is raised when its turn has come.
    """

    def __init__(self, files: Sequence[File], names: Names, options: Options) -> None:
        self._texts = _opened(files)
        self._names, self._options = names, options
        self._ahead: Text | BaseException | None = None

    def __next__(self) -> Text:
        if self._ahead is None:
            return next(self._texts)
        ahead, self._ahead = self._ahead, None
        if isinstance(ahead, BaseException):
            raise ahead
        return ahead

    def read_ahead(self) -> None:
        """Open the next text, once, and read it unless it is long. Raises nothing."""
        if self._ahead is not None:
            return
        try:
            with suppress(Exception):  # the same comes of it when its turn has come
                self._ahead = text = next(self._texts)
                if text.document is not None and len(text.document.text) <= READ_AHEAD:
                    text.read(self._names, self._options)
        except BaseException as interruption:
            self._ahead = interruption


def _opened(files: Sequence[File]) -> Iterator[Text]:
    for number, file in enumerate(files):
        shown = readable(file.path)
        try:
            documents = open_documents(read_file(file), name=shown.name)
        except Exception as error:
            yield Text(str(shown), shown.name, number, error=error)
            continue
        for document in documents:
            yield Text(document.called(str(shown)), shown.name, number, document)
