"""Files as they come: which ones, their bytes, and why one is refused."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from articles.reading import Unreadable
from articles.reading.decode import MAX_BYTES, Binary, Empty, TooLarge

SUFFIXES = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".xml", ".rss", ".atom"}


class Unusable(Exception):
    """A path that leads to no file that can be read; the message says what to do."""


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and the text files below the folders by name; each once."""
    seen: set[Path] = set()
    for path in paths:
        below = (
            sorted(found for found in path.rglob("*") if found.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        )
        for file in below:
            if file not in seen and not (file != path and file.is_dir()):
                seen.add(file)
                yield file


def readable(path: Path) -> Path:
    """The path as it can be shown and stored: what in it is no UTF-8 stands as U+FFFD."""
    return Path(os.fsencode(path).decode("utf-8", "replace"))


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of at most `MAX_BYTES`. Raises Unusable or TooLarge."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unusable(_("This is no regular file: name a text file or a folder."))
        if status.st_size > MAX_BYTES:
            raise TooLarge(str(status.st_size))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise Unusable(_("There is no such file: check the name.")) from error
        if error.errno == errno.EACCES:
            raise Unusable(_("The file may not be read: check its permissions.")) from error
        raise Unusable(_("The file cannot be read: %(why)s.") % {"why": error.strerror or error}) from error
    return data


def why_unreadable(refusal: Unusable | Unreadable) -> str:
    """A sentence for the importing staff, in their language."""
    if isinstance(refusal, Empty):
        return _("The file is empty: there is nothing to import.")
    if isinstance(refusal, TooLarge):
        return _("The file is too large: a text may have %(most)s MB at most.") % {"most": MAX_BYTES // 1_000_000}
    if isinstance(refusal, Binary):
        return _("The file is no plain text: save it as text (UTF-8) and import that.")
    return str(refusal)
