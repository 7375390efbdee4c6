"""Lines that are the rows of a table: cells with upright strokes between them. No Django here.

So the formats write the tables of Word documents and web pages, Markdown its own, and people in plain text.
"""

import re
from collections.abc import Sequence

_RULE = re.compile(r":?-{2,}:?")  # a cell of Markdown's line below the head
FEWEST = 2  # rows: a single line with a stroke in it is a line


def rows_of(lines: Sequence[str]) -> list[list[str]] | None:
    """The cells of these lines, row by row, where together they are a table; else None. Linear in their length.

    Each has as many cells as the first, at least two, and not all of them empty. Markdown's rule is no row.
    """
    rows = [_cells(line) for line in lines]
    rows = [row for row in rows if not all(_RULE.fullmatch(cell) for cell in row)]
    width = len(rows[0]) if rows else 0
    if len(rows) < FEWEST or width < 2:
        return None
    return rows if all(len(row) == width and any(row) for row in rows) else None


def width_of(text: str) -> int:
    """How many cells the first line of the text has; 1 where it is no row."""
    return len(_cells(text.split("\n", 1)[0]))


def _cells(line: str) -> list[str]:
    text = line.strip()
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        text = text[1:-1]
    return [cell.strip() for cell in text.split("|")]
