"""The bytes of a web page or a feed → its text: by its byte order mark, by what it declares, else as any text."""

import codecs
import re

from articles.reading.decode import Binary, Decoded, Empty, decode

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|\A\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKED_AT = 4096  # browsers look at the first kilobyte; pages that begin with a long comment declare it later
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers read under these names.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "iso8859-9": "cp1254", "tis-620": "cp874"}
# Codecs of Python that are no charsets of texts.
_NO_CHARSETS = {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "idna", "punycode",
                "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "undefined"}  # fmt: skip


def decode_declared(data: bytes) -> Decoded:
    """Read bytes that may declare their charset. Raises Unreadable as `decode` does."""
    declared = _declared(data)
    if declared and not data.startswith(_MARKS):
        # Half of the pages that declare an old charset are UTF-8 by now: sound UTF-8 with accents is no accident.
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode(declared, errors="replace").replace("\x00", "\ufffd")
            if not text.strip():
                raise Empty("There is no text in it.") from None
            if 20 * text.count("\ufffd") > len(text):
                raise Binary("It is not in the charset that it declares: the file is damaged.") from None
            return Decoded(text, _named(declared))
    return decode(data)


def _declared(data: bytes) -> str:
    """The codec of the charset that the first bytes declare; empty for none that Python knows and that needs one."""
    found = _DECLARED.search(data[:_LOOKED_AT])
    if found is None:
        return ""
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii", "replace"))
    except LookupError:
        return ""
    name = _MEANT.get(codec.name, codec.name)
    # Those that are UTF-8 or Windows-1252 after all are what `decode` reads by itself.
    if not codec._is_text_encoding or name in _NO_CHARSETS or name in {"utf-8", "cp1252"}:
        return ""
    return name


def _named(codec: str) -> str:
    return {"iso8859-15": "iso-8859-15"}.get(codec, codec)[:20]
