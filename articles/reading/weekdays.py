"""Bare weekdays of news prose, "se sont réunis jeudi", "will meet on Tuesday": behind the text's own day, or ahead?"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.reading.anchors import matches_at
from articles.reading.calendar_words import MONTH, weekday_number
from articles.reading.lines import LINE_ENDS
from articles.reading.results import Span
from articles.reading.tenses import Tenses

_NAMES = (
    r"(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|"
    r"(?<=[Aa]m\s)(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|(?<=el\s)(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|"
    r"LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE)"
)
# A weekday that something else already dates, or that is no day of this week: "le jeudi", "chaque jeudi", "jeudi
# dernier", "jeudi 4 avril", "Vendredi saint", "Black Friday", "the Sunday Times".
_NOT_BEFORE = re.compile(
    r"(?:\b(?:ce|le|chaque|tous\s+les|tout|un|autre|every|each|any|last|next|this|that|a|the|following|previous|"
    r"pasado|próximo|cada|este|good|black|bloody|ash|palm|easter|shrove|super|mail\s+on|pâques|l[’'])|[-–’'])\s*$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    rf"[-’'](?!\w*\s)|-là|\s+(?:dernier|passé|prochain|suivant|précédent|saint|noir|gras|pasado|próximo|{MONTH})\b"
    r"|\s+en\s+huit|\s*,?\s*\(?\s*(?:le\s+|the\s+)?\d+(?!\d|\s*(?:h\b|h\d|heures?|[:.]\d\d|am\b|pm\b|a\.m|p\.m))"
    rf"|,?\s*\(?\s*{MONTH}|\s+[A-Z]\w+"
)
_WEEKDAY = re.compile(rf"(?<![\w-]){_NAMES}(?![\w])")
_JOINT = re.compile(r"\s+(?:et|and|y)\s+(?:on\s+|el\s+)?", re.IGNORECASE)
_REACH = re.compile(r"\s+(?:soir\s+|matin\s+)?(?:à|au|to|until|through)\s+(?:on\s+)?|\s*[-–]\s*", re.IGNORECASE)
_REACH_LEAD = re.compile(r"\b(?:de|du|from|entre|between)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:depuis|since)\s+$", re.IGNORECASE)
_LINE_ENDS = frozenset(LINE_ENDS)


def bare_weekdays(text: str, places: Sequence[int], tenses: Tenses) -> Iterator[tuple[int, int, Span, bool]]:
    """The weekdays that stand alone: first and last of a run (0 is Monday), the span, and whether they lie ahead.

    `places`: where the text has the name of a weekday at all. The verbs decide; without one that says the contrary
    a weekday is behind, as news is.
    """
    found = [match for match in matches_at(_WEEKDAY, text, places) if _stands_alone(text, match)]
    if not found:
        return
    taken = -1
    for match, after in pairwise([*found, None]):
        if match is None or match.start() < taken:
            continue
        first = last = weekday_number(match[0])
        end = match.end()
        if after is not None and after.start() - end < 16:
            between = text[end : after.start()]
            following = weekday_number(after[0])
            reaches = _REACH.fullmatch(between) and _REACH_LEAD.search(text, max(0, match.start() - 12), match.start())
            if reaches or (_JOINT.fullmatch(between) and following == (first + 1) % 7):
                last, end = following, after.end()
        taken = end
        day = Span(match.start(), end)
        yield (
            first,
            last,
            day,
            not _SINCE.search(text, max(0, day.start - 8), day.start) and bool(tenses.lies_ahead(day)),
        )


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 24]
    spanish = match[0][0].islower() and before.endswith("el ")
    if not spanish and _NOT_BEFORE.search(before):
        return False
    capital = match[0][0].isupper() and before.strip() and match[0].lower()[-1] != "y" and not match[0].isupper()
    if capital and before.rstrip()[-1:] not in '.!?…:«“"–—-(•|' and _LINE_ENDS.isdisjoint(before[-3:]):
        return False  # a French weekday with a capital inside a sentence is a name: "Vendredi"
    return _NOT_AFTER.match(after) is None
