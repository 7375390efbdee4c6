"""The blocks that a text consists of: paragraphs, headings, lists and so on, one after the other. No Django here.

Both take clean HTML, as `sanitising.clean_html` leaves it, and are linear in its length. Blocks within blocks belong
to the outermost.
"""

import re
from collections.abc import Mapping

_TAG = re.compile(r"""<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*>""")
_BLOCKS = {"p", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "hr"}
_EMPTY = {"br", "hr"}


def spans_of_blocks(html: str) -> list[tuple[int, int]]:
    """Where each block begins and ends, in order."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for tag in _TAG.finditer(html):
        name = tag["name"]
        if name in _EMPTY:
            if depth == 0 and name in _BLOCKS:
                found.append(tag.span())
        elif tag["end"]:
            depth = max(depth - 1, 0)
            if depth == 0 and name in _BLOCKS:
                found.append((start, tag.end()))
        else:
            if depth == 0:
                start = tag.start()
            depth += 1
    return found


def with_insertions(html: str, insertions: Mapping[int, str]) -> str:
    """The text with each piece of HTML after as many blocks as its key says; after the last one where it has fewer."""
    ends = [0, *(end for _start, end in spans_of_blocks(html))]
    parts: list[str] = []
    done = 0
    for number in sorted(insertions):
        end = ends[number] if number < len(ends) else len(html)
        parts += [html[done:end], insertions[number]]
        done = end
    return "".join([*parts, html[done:]])
