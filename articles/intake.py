"""Files as they come: which ones, their bytes, and why one is refused.

What is named is read if it is a regular file, be it by a link. Below a folder that is named nothing leads out of it:
every step down is opened without following links, and a link counts only where it leads to a file of that folder.
"""

import errno
import io
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter
from pathlib import Path

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from articles.reading import Unreadable
from articles.reading.decode import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_LINES,
    Binary,
    CutOff,
    CutShort,
    Damaged,
    Empty,
    MissingLibrary,
    TooLarge,
    TooLong,
    Unsafe,
)

SUFFIXES = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".xml", ".rss", ".atom"}
# Hidden files (.DS_Store, ._notes.txt, .notes.txt.swp) and what editors leave behind (notes.txt~, #notes.txt#).
_LEFT_BEHIND = re.compile(r"\.|.*~$|#.*#$", re.DOTALL)
# Control signs, line separators, marks of direction, letters cut in half: in a name they hide or mislead.
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# A pipe without a writer, or a device, must not keep the import waiting.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class _Kind(Enum):
    FILE, FOLDER, LINK, OTHER = range(4)


class Unusable(Exception):
    """A path that leads to no file that can be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: one that was named, or one below a folder that was.

    `path` is for people. A file below a folder is opened by `steps` from `folder`, both without links in them.
    `refusal` says why it is not opened at all.
    """

    path: Path
    folder: str = ""
    steps: tuple[str, ...] = ()
    refusal: str = ""


@dataclass(slots=True)
class Collected:
    """The files that were named or found, each once, and how many others the folders hold: no texts by name."""

    files: list[File] = field(default_factory=list)
    endings: Counter[str] = field(default_factory=Counter)  # of the others' names, such as ".pdf"

    @property
    def passed_over(self) -> int:
        return self.endings.total()


def collect(paths: Iterable[Path]) -> Collected:
    """The files that are named, and the text files by name below the folders that are, in the order of their names.

    Hidden files and those that editors leave behind are not counted. Nothing is opened but folders.
    """
    collected = Collected()
    seen: set[str] = set()
    for path in paths:
        for file in _below(path) if os.path.isdir(path) else [File(path)]:
            if isinstance(file, str):
                collected.endings[file] += 1
            elif (place := os.path.abspath(file.path)) not in seen:
                seen.add(place)
                collected.files.append(file)
    return collected


def _below(named: Path) -> Iterator[File | str]:
    """The text files of a folder, and the ending of each file that is no text by name."""
    folder = os.path.realpath(named)
    waiting: list[tuple[tuple[str, ...], _Kind]] = [((), _Kind.FOLDER)]  # the next one last
    while waiting:
        steps, kind = waiting.pop()
        path = named.joinpath(*steps)
        if kind != _Kind.FOLDER:
            yield from _found(path, folder, steps, kind)
            continue
        try:
            waiting.extend(((*steps, name), below) for name, below in _entries(folder, steps))
        except OSError as error:
            yield File(path, refusal=_why(error))


def _entries(folder: str, steps: tuple[str, ...]) -> list[tuple[str, _Kind]]:
    """What stands in a folder and is not hidden, the last name first."""
    handle = _open(folder, steps, _FOLDER)
    try:
        with os.scandir(handle) as entries:
            found = [(entry.name, _kind(entry)) for entry in entries if not _LEFT_BEHIND.match(entry.name)]
    finally:
        os.close(handle)
    return sorted(found, key=itemgetter(0), reverse=True)


def _kind(entry: os.DirEntry[str]) -> _Kind:
    if entry.is_symlink():
        return _Kind.LINK
    if entry.is_dir(follow_symlinks=False):
        return _Kind.FOLDER
    return _Kind.FILE if entry.is_file(follow_symlinks=False) else _Kind.OTHER


def _found(path: Path, folder: str, steps: tuple[str, ...], kind: _Kind) -> Iterator[File | str]:
    """What to make of one entry that is no folder: a file to read, nothing, or the ending of another name."""
    is_text = path.suffix.lower() in SUFFIXES
    if kind == _Kind.LINK:
        yield from _linked(path, folder, steps, is_text=is_text)
    elif not is_text:
        yield path.suffix.lower()
    elif kind == _Kind.FILE:
        yield File(path, folder, steps)
    else:
        yield File(path, refusal=_not_regular())


def _linked(path: Path, folder: str, steps: tuple[str, ...], *, is_text: bool) -> Iterator[File | str]:
    try:
        target = Path(folder, *steps).resolve(strict=True)
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises RuntimeError for links in a circle
        yield File(path, refusal=_why(error)) if is_text else path.suffix.lower()
        return
    inside, leads_to_folder = target.is_relative_to(folder), os.path.isdir(target)
    if not is_text and not leads_to_folder:
        yield path.suffix.lower()
    elif not inside:
        yield File(path, refusal=_("This link leads out of the folder: name what it leads to, to import that."))
    elif not leads_to_folder:  # the files of a folder inside are found in their own place
        yield File(path, folder, target.relative_to(folder).parts)


def _open(folder: str, steps: tuple[str, ...], flags: int) -> int:
    """Open what stands below the folder along those steps, following no link; returns the descriptor."""
    handle = os.open(folder, _FOLDER)
    for number, step in enumerate(steps, 1):
        above = handle
        try:
            handle = os.open(step, (flags | os.O_NOFOLLOW) if number == len(steps) else _FOLDER, dir_fd=above)
        finally:
            os.close(above)
    return handle


def read_file(file: File) -> bytes:
    """The bytes of a regular file of at most `MAX_BYTES`. Raises Unusable or TooLarge."""
    if file.refusal:
        raise Unusable(file.refusal)
    try:
        if file.folder:
            handle = _open(file.folder, file.steps, _FLAGS)
        else:
            _require_regular(os.stat(file.path))  # some devices act as soon as they are opened
            handle = os.open(file.path, _FLAGS)
        with open(handle, "rb", buffering=0) as stream:
            return _read(stream)
    except OSError as error:
        raise Unusable(_why(error)) from error


def _read(stream: io.FileIO) -> bytes:
    before = os.fstat(stream.fileno())
    _require_regular(before)
    if before.st_size > MAX_BYTES:
        raise TooLarge(str(before.st_size))
    data = bytearray()
    while len(data) <= MAX_BYTES and (piece := stream.read(MAX_BYTES + 1 - len(data))):
        data += piece
    if len(data) > MAX_BYTES:
        raise TooLarge(str(len(data)))
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unusable(_("The file changed while it was read: import it again when it is complete."))
    return bytes(data)


def _require_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):  # it became one after it was found
        raise Unusable(_("This is a folder now: import it again."))
    if not stat.S_ISREG(status.st_mode):
        raise Unusable(_not_regular())


def _not_regular() -> str:
    return _("This is no regular file: name a text file or a folder.")


def _why(error: OSError | RuntimeError) -> str:
    """What to tell the importing staff of what the system says."""
    number = error.errno if isinstance(error, OSError) else errno.ELOOP
    if number == errno.ENOENT:
        return _("There is no such file: check the name.")
    if number in {errno.EACCES, errno.EPERM}:
        return _("It may not be read: check its permissions.")
    if number in {errno.ELOOP, errno.ENOTDIR}:
        return _("This link leads nowhere, or in a circle: remove it, or name the file itself.")
    return _("It cannot be read: %(why)s.") % {"why": getattr(error, "strerror", None) or error}


def showable(text: str) -> str:
    """The text without signs that would hide or reorder it on a page or a terminal: they stand as U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)


def readable(path: Path) -> Path:
    """The path as it can be shown and stored: what in it is no UTF-8, or cannot be shown, stands as U+FFFD."""
    return Path(showable(os.fsencode(path).decode("utf-8", "replace")))


def why_unreadable(refusal: Unusable | Unreadable) -> str:
    """A sentence for the importing staff, in their language."""
    if isinstance(refusal, Empty):
        return _("It has no text: there is nothing to import.")  # a file, or an entry of a feed with a title only
    if isinstance(refusal, CutShort):
        return _(
            "The file is cut off between two texts: those that come after are missing. Fetch it again, whole, "
            "and import that."
        )
    if isinstance(refusal, CutOff):
        return _("The file is cut off: it ends in the middle of this text. Fetch it again, whole, and import that.")
    if isinstance(refusal, TooLarge):
        return _("The file is too large: a text may have %(most)s MB at most.") % {"most": MAX_BYTES // 1_000_000}
    if isinstance(refusal, TooLong):
        most = {
            "characters": number_format(MAX_CHARACTERS, force_grouping=True),
            "lines": number_format(MAX_LINES, force_grouping=True),
        }
        return _("The text is too long: it may have %(characters)s characters and %(lines)s lines at most.") % most
    if isinstance(refusal, Binary):
        return _("The file is no text: save it as text (UTF-8), .docx or a web page, and import that.")
    if isinstance(refusal, Damaged):
        return _("The document is damaged, locked or of an old kind: open it, save it as .docx and import that.")
    if isinstance(refusal, Unsafe):
        return _(
            "The file is built as no article is (too many parts or tags, entities of its own): "
            "paste its text at the import desk instead."
        )
    if isinstance(refusal, MissingLibrary):
        return _("This format needs libraries that are not installed: ask for “pip install '.[import]'”.")
    return str(refusal)
