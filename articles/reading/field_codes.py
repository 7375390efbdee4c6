"""A press database's export, each of whose lines begins with a field's code: "HD", "BY", "PD", "SN", "LP", "TD"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.reading.line_facts import Facts, of_dates
from articles.reading.lines import unwrapped
from articles.reading.moments import read_moment
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, Found, RemovedKind, Span
from articles.reading.signatures import read_byline, read_signature

_CODE = re.compile(
    r"(?P<code>HD|BY|CR|WC|PD|ET|SN|SC|SE|CLM|ED|PG|VOL|LA|CY|LP|TD|ART|RF|CT|CO|IN|NS|RE|IPD|IPC|PUB|AN|CX|DSC)"
    r"(?:\t\s*|\s{2,}|\Z)(?P<value>.*)",
    re.DOTALL,
)
_LEAST_CODES = 4  # different ones make an export
_WORDS = frozenset({"LP", "TD"})  # the codes of the article's own words


def mark_field_codes(text: str, pieces: Sequence[Piece], language: str) -> None:
    """Each line with a field's code is what the code says; without a headline among them nothing is marked."""
    if "HD" not in text:
        return
    coded = [(piece, match) for piece in pieces if piece.open and (match := _CODE.match(piece.span.of(text)))]
    codes = {match["code"] for _, match in coded}
    if len(codes) < _LEAST_CODES or "HD" not in codes:
        return
    titled = False
    for piece, match in coded:
        code, value = match["code"], match["value"]
        start = piece.unit.start + match.start("value")
        if value and (code in _WORDS or (code == "HD" and not titled)):
            piece.unit = replace(piece.unit, start=start, words=unwrapped(value))
            if code == "HD":
                piece.kind, titled = BlockKind.TITLE, True
        else:
            piece.leave(_facts(text, code, Span(start, piece.unit.end), language))


def _facts(text: str, code: str, value: Span, language: str) -> Facts:
    """What a field other than the headline and the words hands on."""
    words = value.of(text)
    if code == "SN" and words:
        return Facts(RemovedKind.BYLINE, source=Found(words, value))
    if code == "BY" and words:
        signed = read_byline(text, value) or read_signature(text, value)
        return Facts(RemovedKind.BYLINE, signatures=signed.signatures if signed else ())
    if code == "PD" and (dates := read_moment(text, value, language)) is not None:
        return of_dates(dates)
    return Facts(RemovedKind.FURNITURE)
