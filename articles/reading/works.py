"""Titles of works in texts about arts and pastimes: what they name is no country and nobody."""

import re

from articles.reading.lines import LINE_ENDS
from articles.reading.prose import Prose
from articles.reading.results import Span
from articles.reading.subjects import is_leisure

# At most seventy characters between marks of one kind, and no mark inside: a longer passage is somebody's words.
_QUOTED = re.compile(
    r"«[^«»\n]{1,70}»|“[^“”\n]{1,70}”|„[^„“\n]{1,70}“|(?<!\w)\"[^\"\n]{1,70}\"(?!\w)|(?<!\w)[*_][^*_\n]{1,70}[*_](?!\w)".replace(
        r"\n", LINE_ENDS
    )
)
# "… les affiches : Casablanca, Brazil, Bons baisers de Russie, …": phrases among capitalised items behind a colon.
_ROW = re.compile(
    r":\s(?:[^\W\d_a-zà-ÿ][^,.:;!?\n«»“”]{1,60},\s){2,20}[^\W\d_a-zà-ÿ][^,.:;!?\n«»“”]{1,60}".replace(r"\n", LINE_ENDS)
)
_PHRASE = re.compile(r"(?<=[:,]\s)(\w+) [^\W\d_A-ZÀ-Ý]{4,}[^,]*")
_SPACES = " \u00a0\u202f"


def titles_of_works(prose: Prose) -> tuple[Span, ...]:
    """The short passages between marks that begin as titles do and end as no sentence does.

    None in a text about anything else: what a title names there is what the text is about.
    """
    if not is_leisure(prose):
        return ()
    quoted = [
        Span(*match.span())
        for block in prose.blocks
        for match in _QUOTED.finditer(prose.text, block.span.start, block.span.end)
        if _is_title(prose.text, match)
    ]
    listed = [
        Span(item.start() + len(item.group(1)), item.end())
        for block in prose.blocks
        for row in _ROW.finditer(prose.text, block.span.start, block.span.end)
        for item in _PHRASE.finditer(prose.text, row.start(), row.end())
    ]
    return tuple(quoted + listed)


def _is_title(text: str, match: re.Match[str]) -> bool:
    title = match.group()[1:-1].strip(_SPACES)
    if not title[:1].isupper() or title[-1] in ".!?…,":
        return False
    return not text[max(0, match.start() - 3) : match.start()].rstrip(_SPACES).endswith(":")
