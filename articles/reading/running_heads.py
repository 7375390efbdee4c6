"""What each sheet of a print-out repeats: "Revue de l'Atlantique    n° 118", "14 | Le Marin du Nord"."""

import re
from collections.abc import Sequence

from articles.reading.headings import is_sentence
from articles.reading.line_facts import Facts
from articles.reading.pieces import Piece
from articles.reading.results import Found, RemovedKind, Span

_LONGEST = 120
# A mark or the word tells a page's number from that of a heading: "14 | Le Marin du Nord", not "2 October", "Part 3".
_PAGE = re.compile(r"\A\d{1,4}\s*[|–—•·]\s*|\s+(?:[|–—•·]\s*(?:page|p\.)?|page|p\.)\s*\d{1,4}\Z", re.IGNORECASE)
_GAP = re.compile(r"\t|\s{3,}")
_ISSUE = re.compile(
    r"(?P<name>[A-ZÀ-Ý][^:?!|\d]{2,60}?)[\s,|–—-]+(?:n[°º]|no\.|#|vol\.|volume|issue|numéro)\s*\d+\b.*", re.IGNORECASE
)


def mark_running_heads(text: str, pieces: Sequence[Piece]) -> None:
    """The lines that stand several times with nothing but their page's number changed, or set across the page.

    The line that counts the issues of a review names who publishes.
    """
    lines: dict[str, list[Piece]] = {}
    for piece in pieces:
        words = piece.unit.words
        if 5 < len(words) <= _LONGEST and piece.open and not piece.unit.bullet and not is_sentence(words):
            paged = words[0].isdigit() or words[-1].isdigit()
            lines.setdefault(_PAGE.sub("", words) if paged else words, []).append(piece)
    for words, group in lines.items():
        if len(group) < 2 or not any(character.isalpha() for character in words):
            continue
        paged = all(piece.unit.words != words for piece in group) and len({p.unit.words for p in group}) == len(group)
        issue = _ISSUE.fullmatch(words)
        if not (paged or issue or _GAP.search(words)):
            continue
        for piece in group:
            piece.leave_as_furniture()
        if issue is not None:
            at = text.index(issue["name"], group[0].unit.start)
            source = Found(issue["name"], Span(at, at + len(issue["name"])))
            group[0].leave(Facts(RemovedKind.FURNITURE, source=source))
