"""The text of a story as lines that show its marks, so that a comparison can tell them. Pure text code.

A line for each paragraph: "## " before a subheading (### and #### below it), "• " or "1. " before an item of a list,
"> " before a quotation, "| " before a cell of a table; **bold**, *italic*, [words](address), {en: words in English}.
"""

from html.parser import HTMLParser

_SIGNS = {"h2": "## ", "h3": "### ", "h4": "#### ", "td": "| ", "th": "| "}
_BLOCKS = {"p", "h2", "h3", "h4", "li", "td", "th"}
_HOLDERS = {"blockquote", "ul", "ol", "table", "thead", "tbody", "tr"}
_ENDS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*", "sub": "", "sup": ""}
_STARTS = _ENDS | {"sub": "_", "sup": "^"}


class _Lines(HTMLParser):
    """Collects the lines of clean HTML."""

    def __init__(self, caption: str) -> None:
        super().__init__(convert_charrefs=True)
        self.caption = caption
        self.lines: list[str] = []
        self.words: list[str] = []
        self.sign = ""  # of the line that is being read
        self.holders: list[str] = []
        self.closing: list[tuple[str, str]] = []  # open inline tags, and what stands at their end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", "")
        if tag in _BLOCKS or tag in _HOLDERS or tag == "hr":
            self.end_line()
            if tag in _HOLDERS:
                self.holders.append(tag)
            else:
                self.begin_line(tag, given, language)
            if tag == "hr":
                self.words.append("—")
                self.end_line()
        elif tag == "br":
            self.words.append(" ⏎ ")
        else:
            before, after = _STARTS.get(tag, ""), _ENDS.get(tag, "")
            if tag == "a":
                before, after = "[", f"]({given.get('href', '')})"
            if language:
                before, after = f"{{{language}: {before}", after + "}"
            self.words.append(before)
            self.closing.append((tag, after))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
        elif tag in _HOLDERS:
            self.end_line()
            if tag in self.holders:
                del self.holders[len(self.holders) - 1 - self.holders[::-1].index(tag) :]
        elif self.closing and self.closing[-1][0] == tag:
            self.words.append(self.closing.pop()[1])

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def begin_line(self, tag: str, given: dict[str, str], language: str) -> None:
        sign = "> " if "blockquote" in self.holders else ""
        if tag == "li":
            sign += "1. " if self.holders and self.holders[-1] == "ol" else "• "
        elif tag == "p" and self.sign:
            sign = self.sign  # a paragraph that an item of a list begins with
        else:
            sign += _SIGNS.get(tag, "")
        if given.get("class") == "caption":
            sign += f"[{self.caption}] "
        self.sign = sign + (f"{{{language}}} " if language else "")

    def end_line(self) -> None:
        words = " ".join("".join(self.words).split())
        if words:
            self.lines.append(self.sign + words)
            self.sign = ""
        self.words = []


def marked_lines(html: str, *, caption: str = "caption") -> list[str]:
    """The lines of clean HTML; `caption` is what a caption is called. Linear in its length."""
    parser = _Lines(caption)
    parser.feed(html)
    parser.close()
    parser.end_line()
    return parser.lines
