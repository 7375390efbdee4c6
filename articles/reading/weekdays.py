"""Bare weekdays of news prose, "se sont réunis jeudi", "will meet on Tuesday": behind the text's own day, or ahead?"""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from articles.reading.calendar_words import MONTH, weekday_number
from articles.reading.results import Span

_NAMES = (
    r"(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"(?<=el\s)(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|"
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

_STOP = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Ý«“\"])|[\n\r\x85\u2028\u2029]")
_CLAUSE_END = re.compile(r"[,;:()«»“”\"–—]")

# What lies ahead, in the clause of the weekday or just before it.
_AHEAD = re.compile(
    r"\b(?:"
    r"(?!(?:opéra|ultra|extra|infra|intra|contra|choléra|caméra|cobra|pampara|sahara|ankara)\b)[a-zà-ÿ]+(?:[aeiïouyrdtv]r|pourr|verr|enverr)(?:a|ont)"
    r"|(?!aurai(?:t|ent)|serai(?:t|ent)\s+\w+[éiu]e?s?\b)[a-zà-ÿ]{2,}rai(?:t|ent)|iron?t|ira"
    r"|(?:va|vont|allait|allaient|doit|doivent|devait|devaient)\s+(?:\w+[’'])?(?:\w+\s+)?(?:s[’'])?\w+(?:er|ir|re|oir)\b"
    r"|(?<!\ba\s)(?<!\bont\s)(?<!\bavait\s)(?:prévue?|attendue?|programmée?|fixée?|convoquée?|conviée?|invitée?)s?|(?:s[’']apprête|compte|entend|prévoit|souhaite|espère)(?:nt)?"
    r"|d[’']ici(?:\s+à)?|dès|avant|pour|jusqu[’']à|jusqu[’']au|à\s+partir\s+de|à\s+compter\s+de"
    r"|will|shall|would|won[’']t|(?:is|are|was|were)\s+(?:due|set|expected|scheduled|planned|slated)|to\s+(?:meet|be|hold|host|visit|travel|open|begin|start|discuss)|expected|scheduled"
    r"|plans?|by|until|from|ahead\s+of|before"
    r"|[a-zà-ÿ]+r(?:á|án)|va\s+a|van\s+a"
    r")(?![\w’'-])"
)
# What is over: a finite past. A participle alone ("elected in 2020") is no news of the day.
_BEHIND = re.compile(
    r"\b(?:(?:a|ont|ai|avons|est|sont|avait|avaient|était|étaient|aurait|auraient|ayant|étant)\s+(?:\w+\s+){0,2}?\w+(?:é|i|u|s|t|ée|és|ées|ie|is|ies|ue|us|ues)"
    r"|[a-zà-ÿ]{2,}(?:èrent|irent|urent)|\w{3,}aient|disait|déclarait"
    r"|(?<!\bbe\s)(?<!\bbeen\s)(?:said|told|met|held|took|made|gave|was|were|had|has|have|did|began|became|came|went|left|signed|agreed|announced|"
    r"visited|arrived|welcomed|hosted|opened|launched|warned|added|called|discussed|approved|received|spoke)"
    r"|[a-zà-ÿ]{2,}(?:ó|aron|ieron)|ha|han)(?![\w’'-])"
)
# A participle right before the weekday is over, whatever the sentence goes on to say: "Réunis jeudi, …", "arrivé
# samedi, il sera reçu"; one that a future verb leads is not.
_JUST_DONE = re.compile(
    r"(?<![\w’'-])(?:(?P<lead>[\w’']+)\s+)?(?!(?:lieu|milieu|ici|lui|qui|aussi|ainsi|parmi|midi|menu|peu|puis|depuis|mais|jamais|plus|tous|nous|vous)\s)"
    r"(?:[A-ZÀ-Ý](?=[a-zà-ÿ]+s\s))?[a-zà-ÿ]{2,}(?:ée?s?|[iu](?:e?s)?|[iu]e|erte?s?|ed|held|met)\s+(?:on\s+)?$"
)
_LEADS_ON = re.compile(
    r"(?:se|s[’']\w*|sera|seront|serait|seraient|soit|soient|est|sont|être|be|is|are|been|aura|auront|doit|doivent|devrait|devraient)$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"(?:prév|attend|programm|fix|convoqu|convi|invit|expect|schedul|plann|du\b)", re.IGNORECASE)
# The present of announcements: today's own day, else the day to come.
_PRESENT = re.compile(
    r"\b(?:(?:se\s+|s[’'])(?:réuni(?:t|ssent)|retrouv(?:e|ent)|rencontr(?:e|ent)|tien(?:t|nent)|ouvr(?:e|ent)|rend(?:ent)?|entretien(?:t|nent)|achèv(?:e|ent))"
    r"|(?:meets?|hosts?|holds?|visits?|opens?|gathers?|travels?|begins?|starts?)|accueill(?:e|ent)|reçoi(?:t|vent)|se\s+reúnen?|recibe)(?![\w’'-])"
)

_FAR_BEFORE, _FAR_AFTER = 200, 160  # characters: a verb farther off speaks of something else


def bare_weekdays(text: str) -> Iterator[tuple[int, int, Span, bool]]:
    """The weekdays that stand alone: first and last of a run (0 is Monday), the span, and whether they lie ahead.

    The verb decides, the nearest one before the weekday, else the one after it in its sentence. Without a verb that
    says the contrary a weekday is behind, as news is.
    """
    found = [match for match in _WEEKDAY.finditer(text) if _stands_alone(text, match)]
    if not found:
        return
    stops = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
    place, taken, read = 0, -1, -1
    verbs: list[tuple[int, bool]] = []
    for match, after in pairwise([*found, None]):
        if match is None or match.start() < taken:
            continue
        while stops[place + 1] <= match.start():
            place += 1
        if read != place:
            read, verbs = place, _verbs(text, stops[place], stops[place + 1])
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
        yield first, last, day, _lies_ahead(text, stops[place], verbs, day)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 24]
    spanish = match[0][0].islower() and before.endswith("el ")
    if not spanish and _NOT_BEFORE.search(before):
        return False
    capital = match[0][0].isupper() and before.strip() and match[0].lower()[-1] != "y" and not match[0].isupper()
    if capital and before.rstrip()[-1:] not in '.!?…:«“"–—-(•|\n' and "\n" not in before[-3:]:
        return False  # a French weekday with a capital inside a sentence is a name: "Vendredi"
    return _NOT_AFTER.match(after) is None


def _lies_ahead(text: str, start: int, verbs: list[tuple[int, bool]], day: Span) -> bool:
    """What the sentence that begins at `start` says of a day in it; `verbs` are the sentence's, in order."""
    done = _JUST_DONE.search(text, max(start, day.start - 40), day.start)
    if done and not _LEADS_ON.match(done["lead"] or "") and not _PLANNED.search(done[0]):
        return False
    next_one = bisect(verbs, (day.start, False))
    before = verbs[next_one - 1] if next_one and verbs[next_one - 1][0] >= day.start - _FAR_BEFORE else None
    after = verbs[next_one] if next_one < len(verbs) and verbs[next_one][0] < day.end + _FAR_AFTER else None
    if before is None or after is None:
        return (before or after or (0, False))[1]
    # "Réunis jeudi, les ministres ont …": a verb in another clause yields to one in the weekday's own.
    parted = _CLAUSE_END.search(text, before[0], day.start) and not _CLAUSE_END.search(text, day.end, after[0])
    return after[1] if parted else before[1]


def _verbs(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Where each verb of the sentence begins, and whether it speaks of what lies ahead."""
    patterns = ((_AHEAD, True), (_PRESENT, True), (_BEHIND, False))
    return sorted(
        (match.start(), ahead) for pattern, ahead in patterns for match in pattern.finditer(text, start, end)
    )
