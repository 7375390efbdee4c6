"""French typography of a text: guillemets, spaces that do not break, apostrophes, ellipses. No Django here.

The house's rules, which `set_text` applies and which change nothing but spaces, quotation marks, apostrophes and dots:

* an apostrophe between two letters is ’, and three dots are one sign, …;
* quotations stand between « », those within them between “ ”; where marks do not pair, all stay as they are;
* a space that does not break stands after « and before » and : (wide), before ; ! ? (narrow), and a figure's % € $ £
  keep theirs; one that does not break already may be of either width;
* no space stands before a comma or a full stop.

Addresses, code, times ("14:05") and passages that the caller names stay as they are. Setting a text that is set
changes nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.paragraphs import once_per_paragraph
from articles.reading.language import UNKNOWN, language_of
from articles.reading.results import Span
from articles.story_blocks import Block, as_html, blocks_of

WIDE, NARROW = "\u00a0", "\u202f"
FRENCH = "fr"
_AT_MOST = 5  # settings until a text no longer changes; one that never rests is left alone
_APART = "\ufffc"  # stands for what is left alone, as if it were a letter
_SPACE = " \t\u00a0\u202f\u2009"
_LETTER = r"[^\W\d_]"

_LEFT_ALONE = re.compile(
    rf"{_APART}+"
    r"|(?:https?|ftp|file|mailto|tel):[^\s«»“”<>]+|www\.[^\s«»“”<>]+"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|`[^`\n]*`|\b[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*')|\b\w+\((?=[^()\n\"']*[\"'])[^()\n]*\)"  # code
    r"|\w+::\w+|</?\w[^<>\n]*>"
    r"|(?<![\w/])(?:\.{1,2}|~)?/[\w.~-]+(?:/[\w.~-]*)+"  # paths
    r"|\d{1,4}\s?:\s?\d{1,4}(?:\s?:\s?\d{1,2})*"  # times, scores
)
# Most paragraphs have nothing of the kind, and are looked at once.
_MAY_HOLD_SUCH = re.compile(rf"[{_APART}/@=`<]|www\.|\w\(|::|(?:mailto|tel):|\d\s?:\s?\d")
_APOSTROPHE = re.compile(rf"['´](?<={_LETTER}['´])(?=[«“\"]?[^\W_]|[«“\"]\s[^\W_])")
_MARKS = re.compile(r"[«»“”\"]")
_OPENS_AFTER = frozenset(" \t\u00a0\u202f\u2009([{'’—–-/«“")
_BREAKS_OFF = frozenset(" \t\u00a0\u202f\u2009)]},.;:!?…—–-/»”")
_SIGNS = re.compile(r"[«»:;!?%€$£‰,.]")
_BREAKING = frozenset(" \t\u2009")
_ENDS_WORDS = frozenset('»”")]%€$£‰’' + _APART)  # what a sign may follow, beside letters and figures
_CLOSES = frozenset('»”")],.…')
_ELLIPSIS = re.compile(r"\.{3,}")
_CHANGEABLE = re.compile(r"[ \t\u00a0\u202f\u2009.…'´’\"“”«»]*")

_KEPT = re.compile(r"[^ \t\u00a0\u202f\u2009.…'´’\"“”«»]+")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters of a text, none for an insertion, and what stands in their place."""

    span: Span
    put: str


def set_text(text: str, *, apart: Sequence[Span] = ()) -> str:
    """The text as French sets it; the spans `apart` stay as they are. Setting it again changes nothing."""
    held, kept = _masked(text, apart)
    now = held
    for _turn in range(_AT_MOST):
        after = _set_once(now)
        if after == now:
            return _unmasked(now, kept)
        now = after
    return text


def changes_of(old: str, new: str) -> list[Change]:
    """What setting changed of a text, as small as can be, in reading order."""
    if old == new:
        return []
    found: list[Change] = []
    at = there = 0
    while True:
        was, now = _CHANGEABLE.match(old, at), _CHANGEABLE.match(new, there)
        assert was is not None
        assert now is not None
        if was[0] != now[0]:
            found += _smallest(at, was[0], now[0])
        at, there = was.end(), now.end()
        if at >= len(old):
            return found
        alike, as_well = _KEPT.match(old, at), _KEPT.match(new, there)
        assert alike is not None
        assert as_well is not None
        length = min(len(alike[0]), len(as_well[0]))  # where a space comes in between two letters, both begin anew
        at, there = at + length, there + length


def of_html(
    html: str, language: str, blocks: Sequence[Block] | None = None
) -> Iterator[tuple[Block, Sequence[Change]]]:
    """The blocks of clean HTML whose setting is not French's, each with what changes.

    `language` is the article's, `blocks` are the HTML's where the caller has them. Blocks and passages in another
    language are left alone, by their mark or by their words; so is a block in which tags stand within what would have
    to change.
    """
    for block in blocks_of(html) if blocks is None else blocks:
        if (block.language or language) != FRENCH:
            continue
        changed = _changes_of_french(block.text, block.foreign)
        if changed and all("<" not in html[slice(*_bounds(block, change))] for change in changed):
            yield block, changed


@once_per_paragraph
def _changes_of_french(text: str, apart: tuple[Span, ...]) -> tuple[Change, ...]:
    """What setting changes of a paragraph; nothing where its words are another language's."""
    changed = changes_of(text, set_text(text, apart=apart))
    return tuple(changed) if changed and language_of(text) in {FRENCH, UNKNOWN} else ()


def set_html(html: str, language: str) -> str:
    """Clean HTML with its French text set; setting it again changes nothing."""
    parts: list[str] = []
    done = 0
    for block, changed in of_html(html, language):
        for change in changed:
            start, end = _bounds(block, change)
            parts += [html[done:start], as_html(change.put)]
            done = end
    return "".join([*parts, html[done:]])


def _bounds(block: Block, change: Change) -> tuple[int, int]:
    """Where in the HTML the characters stand. What is put in stays beside the sign that asks for it."""
    start, end = change.span.start, change.span.end
    if start < end:
        span = block.in_html(change.span)
        return span.start, span.end
    after_opening = start > 0 and block.text[start - 1] in "«"
    if after_opening or start >= len(block.text):
        at = block.in_html(Span(start - 1, start)).end
    else:
        at = block.in_html(Span(start, start + 1)).start
    return at, at


def _smallest(at: int, was: str, now: str) -> list[Change]:
    """The change of one run of signs without what both sides begin and end with."""
    first = 0
    while first < min(len(was), len(now)) and was[first] == now[first]:
        first += 1
    last = 0
    while last < min(len(was), len(now)) - first and was[-1 - last] == now[-1 - last]:
        last += 1
    start, end = at + first, at + len(was) - last
    put = now[first : len(now) - last]
    return [Change(Span(start, end), put)]


def _masked(text: str, apart: Sequence[Span]) -> tuple[str, list[str]]:
    """The text with one sign for each span, and what the spans held."""
    parts: list[str] = []
    kept: list[str] = []
    done = 0
    apart = [*apart, *(Span(*sign.span()) for sign in re.finditer(_APART, text))]
    for span in sorted(apart, key=lambda each: each.start):
        start, end = max(span.start, done), max(span.end, done)
        if start < end:
            parts += [text[done:start], _APART]
            kept.append(text[start:end])
            done = end
    return "".join([*parts, text[done:]]), kept


def _hidden(text: str) -> tuple[str, list[str]]:
    """The text with one sign for each thing that stays as it is by itself, and what that was."""
    if _MAY_HOLD_SUCH.search(text) is None:
        return text, []
    kept: list[str] = []

    def hide(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _APART

    return _LEFT_ALONE.sub(hide, text), kept


def _unmasked(text: str, kept: list[str]) -> str:
    """The text with what each of those signs stands for."""
    left = iter(kept)
    return re.sub(_APART, lambda _sign: next(left), text)


def _set_once(text: str) -> str:
    text, kept = _hidden(text)
    text = _ELLIPSIS.sub(lambda dots: "…" if len(dots[0]) == 3 else dots[0], _APOSTROPHE.sub("’", text))
    text = "\n".join(_with_spaces(_with_guillemets(line)) for line in text.split("\n"))
    return _unmasked(text, kept) if kept else text


def _with_guillemets(line: str) -> str:
    """The line with its quotations between the marks of their depth; as it is where its marks do not pair."""
    marks = list(_MARKS.finditer(line))
    if all(mark[0] in "«»" for mark in marks):
        return line
    outer = _closed_from_before(marks)
    opened: list[tuple[int, str]] = []
    put: dict[int, str] = {}
    for mark in marks:
        sign, at = mark[0], mark.start()
        if _opens(line, at, sign, opened):
            opened.append((at, sign))
        elif sign == "»":
            while opened and opened[-1][1] != "«":
                return line
            if opened:
                opened.pop()
            else:
                outer -= 1
        else:
            if not opened or opened[-1][1] == "«":
                return line
            begun, _sign = opened.pop()
            depth = len(opened) + outer
            put[begun], put[at] = ("«", "»") if depth == 0 else ("“", "”")
    if any(sign != "«" for _at, sign in opened):
        return line
    return "".join(put.get(at, sign) for at, sign in enumerate(line))


def _closed_from_before(marks: list[re.Match[str]]) -> int:
    """How many quotations were open before the line: they close in it, and it is within them until then."""
    depth = lowest = 0
    for mark in marks:
        depth += {"«": 1, "»": -1}.get(mark[0], 0)
        lowest = min(lowest, depth)
    return -lowest


def _opens(line: str, at: int, sign: str, opened: list[tuple[int, str]]) -> bool:
    """Whether the mark opens a quotation: as it is drawn, or by what is about it."""
    if sign != '"':
        return sign in "«“"
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    may_open = (not before or before in _OPENS_AFTER) and bool(after) and not after.isspace()
    may_close = bool(before) and not before.isspace() and (not after or after in _BREAKS_OFF)
    if may_open != may_close:
        return may_open
    return not (opened and opened[-1][1] != "«")


def _with_spaces(line: str) -> str:
    """The line with the spaces that its signs ask for."""
    parts: list[str] = []
    done = 0
    for found in _SIGNS.finditer(line):
        at, sign = found.start(), found[0]
        if at < done:
            continue
        left = at
        while left > done and line[left - 1] in _SPACE:
            left -= 1
        before = line[left - 1] if left else ""
        put = _space_before(sign, before, line[left:at], line, at) if before and before not in _SPACE else None
        if put is not None:
            parts += [line[done:left], put]
            done = at
        if sign == "«":
            right = at + 1
            while right < len(line) and line[right] in _SPACE:
                right += 1
            if right < len(line) and _breaks(line[at + 1 : right]):
                parts += [line[done : at + 1], WIDE]
                done = right
    return "".join([*parts, line[done:]])


def _breaks(gap: str) -> bool:
    """Whether a gap between a sign and its word is none, or one at which a line can break."""
    return not gap or not _BREAKING.isdisjoint(gap)


def _space_before(sign: str, before: str, gap: str, line: str, at: int) -> str | None:
    """What has to stand between a sign and the character before it; None where it is as it should be."""
    if sign == "«" or not _breaks(gap):
        return None
    after = line[at + 1 : at + 2]
    if sign in ",.":
        stands_off = bool(gap) and (before.isalnum() or before in _ENDS_WORDS)
        return "" if stands_off and (not after or after.isspace()) else None
    if sign in "%€$£‰":
        return WIDE if gap and before.isdigit() else None
    if sign == "»":
        return WIDE if before != "«" else None
    may_follow = bool(gap) or before.isalnum() or before in _ENDS_WORDS
    if sign == ":":
        ends = not after or after.isspace() or after in ('»”")]' if gap else "»")
        return WIDE if may_follow and ends else None
    if gap:
        return NARROW
    last = at
    while sign != ";" and last + 1 < len(line) and line[last + 1] in "!?":
        last += 1
    after = line[last + 1 : last + 2]
    return NARROW if may_follow and (not after or after.isspace() or after in _CLOSES) else None
