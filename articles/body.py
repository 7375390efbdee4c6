"""From the blocks of a reading to the HTML of an article."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from articles.reading.results import Block, BlockKind, Reading
from articles.sanitising import clean_html
from articles.table_rows import rows_of, width_of

_TAGS = {
    BlockKind.PARAGRAPH: "p",
    BlockKind.BLOCK_QUOTE: "blockquote",
    BlockKind.LIST_ITEM: "li",
    BlockKind.CAPTION: "p",
}


def body_html(reading: Reading) -> str:
    """The article's text as clean HTML: everything but the title and the standfirst, which have their own fields.

    Imported text is data: every character is escaped. A block in another language than the article says so. Paragraphs
    that together are the rows of a table become one.
    """
    parts: list[str] = []
    in_list = False
    for run in _runs(reading.blocks):
        block = run[0]
        if (block.kind == BlockKind.LIST_ITEM) != in_list:
            parts.append("<ul>" if not in_list else "</ul>")
            in_list = not in_list
        rows = rows_of([line for each in run for line in each.text.split("\n")]) if _may_be_a_row(block) else None
        parts += [_table(rows)] if rows else [_block(each, reading.language) for each in run]
    if in_list:
        parts.append("</ul>")
    return clean_html("\n".join(parts))


def _runs(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of the body one by one, but those that may be rows of a table together: as many cells in each."""
    body = (block for block in blocks if block.kind not in {BlockKind.TITLE, BlockKind.STANDFIRST})
    for width, run in groupby(body, key=lambda block: width_of(block.text) if _may_be_a_row(block) else 0):
        together = list(run)
        yield from [together] if width else ([block] for block in together)


def _may_be_a_row(block: Block) -> bool:
    # the few words of a row pass for a subheading
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.SUBHEADING} and width_of(block.text) > 1


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td><p>{escape(cell, quote=False)}</p></td>" for cell in row) for row in rows)
    return "<table><tbody>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</tbody></table>"


def _block(block: Block, language: str) -> str:
    tag = f"h{block.level or 2}" if block.kind == BlockKind.SUBHEADING else _TAGS[block.kind]
    attributes = ' class="caption"' if block.kind == BlockKind.CAPTION else ""
    if block.language and block.language not in {language, "und"}:
        attributes += f' lang="{escape(block.language)}"'
    text = escape(" ".join(block.text.split("\n")), quote=False)
    if block.kind == BlockKind.BLOCK_QUOTE:
        text = f"<p>{text}</p>"
    return f"<{tag}{attributes}>{text}</{tag}>"
