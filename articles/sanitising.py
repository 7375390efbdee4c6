"""The one policy for the HTML of a text, and its plain words. Called on every way into the database."""

import re
from html import unescape

import nh3

BLOCKS = {"p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "hr"}
_CLEANER = nh3.Cleaner(
    tags=BLOCKS | {"br", "a", "strong", "em", "b", "i", "span", "sub", "sup", "cite"},
    clean_content_tags={"script", "style", "iframe", "object", "template", "noscript", "svg", "math"},
    attributes={
        "*": {"lang", "dir"},
        "a": {"href", "hreflang", "title"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
        "ol": {"start"},
    },
    allowed_classes={"p": {"caption"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
)
# Levels that a story does not have, and foreign blocks, become ours: unwrapped they would glue words together.
_RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4"} | dict.fromkeys(
    ["div", "section", "article", "figure", "figcaption", "aside", "address", "center", "pre", "dd", "dt"], "p"
)
_RENAME = re.compile(rf"(</?)({'|'.join(_RENAMED)})(?=[\s>/])", re.IGNORECASE)


def clean_html(html: str) -> str:
    """The HTML with nothing in it but what a story may hold; NUL is dropped. Cleaning twice changes nothing."""
    renamed = _RENAME.sub(lambda found: found[1] + _RENAMED[found[2].lower()], html.replace("\0", ""))
    return _CLEANER.clean(renamed)


_BLOCK_TAG = rf"</?(?:{'|'.join(sorted(BLOCKS))})\b"
# Each run of white space is looked at once, however long it is.
_BEFORE_BLOCKS = re.compile(rf"(?<!\s)\s++(?={_BLOCK_TAG})")
_AFTER_BLOCKS = re.compile(rf"({_BLOCK_TAG}[^>]*>)\s++")


def same_html(one: str, other: str) -> bool:
    """Whether two clean texts differ at most in the white space around their blocks, which no reader sees."""
    return one == other or _without_layout(one) == _without_layout(other)


def _without_layout(html: str) -> str:
    return _BEFORE_BLOCKS.sub("", _AFTER_BLOCKS.sub(r"\1", html)).strip()


_TAG = re.compile(r"""<(?:!|/?([a-zA-Z][a-zA-Z0-9]*))[^<>"]*+(?:"[^"]*+"[^<>"]*+)*+>""")
_ENDS_A_LINE = BLOCKS | {"br"}


def plain_text(html: str) -> str:
    """The words of clean HTML, a line for each block; quotes and search count in it. Linear in its length."""
    parts: list[str] = []
    pieces = iter(_TAG.split(html))
    for words in pieces:
        if words:
            parts.append(words)
        tag = next(pieces, None)
        if tag and tag.lower() in _ENDS_A_LINE and parts and parts[-1] != "\n":
            parts.append("\n")
    return unescape("".join(parts)).strip("\n")
