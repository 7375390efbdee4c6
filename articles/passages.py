"""Anchors in a text's HTML at places that count in its plain text. No Django here."""

import re
from collections.abc import Mapping
from html import escape, unescape

from articles.sanitising import BLOCKS

_TAG = re.compile(r"""</?(?P<name>[a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*>""")
_CHARACTER = re.compile(r"&(?:#\w+|\w+);|.", re.DOTALL)


def with_passages(html: str, passages: Mapping[int, str]) -> str:
    """The clean HTML with an empty, named element before each character of `sanitising.plain_text` that is asked for.

    `passages` gives the names by place. A place that the text does not have gets none. Linear in the length of both.
    """
    wanted = sorted(passages.items(), reverse=True)
    parts: list[str] = []
    at, done, line_ended, begun = 0, 0, False, False
    for tag in [*_TAG.finditer(html), None]:
        run = html[done : tag.start() if tag else len(html)]
        text = unescape(run)
        begins = len(text) if begun else len(text.lstrip("\n"))  # the plain text does not begin with empty lines
        skipped = len(text) - begins
        begun = begun or begins > 0
        end = at + begins
        while wanted and wanted[-1][0] < at:
            wanted.pop()  # between two blocks, where no character is
        if wanted and at <= wanted[-1][0] < end:
            parts.append(_marked(run, at - skipped, end, wanted))
        else:
            parts.append(run)
        at = end
        if run:
            line_ended = text == "\n"
        if tag:
            parts.append(tag[0])
            done = tag.end()
            if (tag["name"] in BLOCKS or tag["name"] == "br") and begun and not line_ended:
                at, line_ended = at + 1, True
    return "".join(parts)


def _marked(run: str, at: int, end: int, wanted: list[tuple[int, str]]) -> str:
    """The run of text, whose first character stands at that place, with the names that fall into it."""
    parts: list[str] = []
    for written in _CHARACTER.findall(run):
        while wanted and wanted[-1][0] == at:
            parts.append(f'<span class="passage" id="{escape(wanted.pop()[1])}"></span>')
        parts.append(written)
        at += len(unescape(written))
    return "".join(parts)
