"""From the blocks of a reading to the HTML of an article."""

from html import escape

from articles.reading.results import Block, BlockKind, Reading
from articles.sanitising import clean_html

_TAGS = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.BLOCK_QUOTE: "blockquote",
    BlockKind.LIST_ITEM: "li",
    BlockKind.CAPTION: "p",
}


def body_html(reading: Reading) -> str:
    """The article's text as clean HTML: everything but the title and the standfirst, which have their own fields.

    Imported text is data: every character is escaped. A block in another language than the article says so.
    """
    parts: list[str] = []
    in_list = False
    for block in reading.blocks:
        if block.kind in {BlockKind.TITLE, BlockKind.STANDFIRST}:
            continue
        if (block.kind == BlockKind.LIST_ITEM) != in_list:
            parts.append("<ul>" if not in_list else "</ul>")
            in_list = not in_list
        parts.append(_block(block, reading.language))
    if in_list:
        parts.append("</ul>")
    return clean_html("\n".join(parts))


def _block(block: Block, language: str) -> str:
    tag = f"h{block.level or 2}" if block.kind == BlockKind.SUBHEADING else _TAGS[block.kind]
    attributes = ' class="caption"' if block.kind == BlockKind.CAPTION else ""
    if block.language and block.language not in {language, "und"}:
        attributes += f' lang="{escape(block.language)}"'
    text = escape(" ".join(block.text.split("\n")), quote=False)
    if block.kind == BlockKind.BLOCK_QUOTE:
        text = f"<p>{text}</p>"
    return f"<{tag}{attributes}>{text}</{tag}>"
