"""Bytes → text: the first step of reading, and the one that every span counts on."""

import codecs
import re
from dataclasses import dataclass

from ftfy import fix_encoding

MAX_BYTES = 5_000_000  # of a file, whatever its format
# Of a text: a book's length, ten times that of the longest declarations of a summit.
MAX_CHARACTERS = 300_000
MAX_LINES = 5_000

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS\x00", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# What no text holds, beside tab, line ends, form feed, and the end-of-file and escape marks of old editors.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffd]")
_FEW_CONTROLS = 8
_SOMETHING = re.compile("[^\\s\x1a\x1b\ufeff\u200b]")  # anything but space, seen or unseen
_CONTROL_SHARE = 0.05

# The set comes first, because it is found fast.
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")

# What a letter looks like whose UTF-8 was taken for Windows-1252 and written once more: "Ã©", "â€™".
_TWICE = re.compile("[Ãâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]")
# What of it no language writes: "IRMÃ »" and "manhã" are Portuguese.
_STILL_TWICE = re.compile("Ã[\u0080-\u009f\u00a1-\u00ba\u00bc-\u00bf]|â€")

# A broken sequence among this many sound ones is an accident in a UTF-8 text, not another encoding.
_SOUND_PER_BROKEN = 10


class Unreadable(ValueError):
    """The bytes are no text that can be read; the message says why, for the person who sent them."""


class Empty(Unreadable):
    """Nothing but white space."""


class TooLarge(Unreadable):
    """More bytes than `MAX_BYTES`."""


class TooLong(Unreadable):
    """More characters than `MAX_CHARACTERS`, or more lines than `MAX_LINES`."""


class Binary(Unreadable):
    """A picture, an archive, a program or the like."""


class Damaged(Unreadable):
    """A document that its own format's reader cannot take apart: cut, broken, locked, or of an old kind."""


class CutOff(Unreadable):
    """A file that ends in the middle of a text: it was not fetched, or not saved, to its end."""


class CutShort(CutOff):
    """A feed that ends between two of its texts: those that come after are missing."""


class Unsafe(Unreadable):
    """A document made to hurt its reader: entities of its own, tags without end, more parts than any text has."""


class MissingLibrary(Unreadable):
    """The library that reads the format is not installed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be" or "windows-1252"."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, as UTF-8 or UTF-16 by their byte order mark, else as Windows-1252.

    The byte order mark is dropped, NUL becomes U+FFFD one for one, a text that was encoded twice is taken back
    ("Ã©" for é), all else is kept, line ends too. Raises TooLarge, Binary or Empty, which are Unreadable.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(f"{len(data):,} bytes: a text may have {MAX_BYTES:,} at most.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Binary(f"This is {what}, not plain text.")
    if data.startswith(_UTF32):
        raise Binary("This is UTF-32: save it as UTF-8.")
    text, encoding = _decode(data)
    controls = len(_CONTROLS.findall(text))
    if 2 * controls > len(text) or (controls > _FEW_CONTROLS and controls > _CONTROL_SHARE * len(text)):
        raise Binary("Too many control characters for a text: a binary file, or UTF-16 without its byte order mark.")
    text = text.replace("\x00", "\ufffd")
    if not _SOMETHING.search(text):
        raise Empty("There is no text in it.")
    return Decoded(text, encoding)


def has_damaged_letters(text: str) -> bool:
    """Whether letters of a decoded text were lost on their way: some could not be read, or were written twice in
    different encodings and could not be taken back.
    """
    return "\ufffd" in text or _STILL_TWICE.search(text) is not None


def require_length(text: str) -> None:
    """Refuse what is no text of the press by its length. Raises TooLong."""
    if len(text) > MAX_CHARACTERS:
        raise TooLong(f"{len(text):,} characters: a text may have {MAX_CHARACTERS:,} at most.")
    if len(text) >= MAX_LINES and len(_LINE_END.findall(text)) >= MAX_LINES:
        raise TooLong(f"Too many lines: a text may have {MAX_LINES:,} at most.")


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Binary("It begins as UTF-16, but is not: the file is cut or damaged.") from error
    marked = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if marked else data
    name = "utf-8-sig" if marked else "utf-8"
    try:
        text = body.decode("utf-8")
        return (fix_encoding(text) if _TWICE.search(text) else text), name
    except UnicodeDecodeError as error:
        cut = error.start + 3 >= len(body) and error.reason == "unexpected end of data"
    repaired = body.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    sound = sum(1 for character in repaired if character > "\x7f") - broken
    # A text whose one fault is its cut last character is UTF-8, however short, once it has a sound one.
    if marked or sound >= _SOUND_PER_BROKEN * broken or (cut and sound):
        return repaired, name
    return body.decode("cp1252", errors="windows-1252-controls"), "windows-1252"


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves open, as every browser reads them: the C1 control of that number."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("windows-1252-controls", _as_control)
