"""What lies ahead of a text's own day and what is behind it, by the verbs around a day: "se réuniront", "met"."""

import re
from bisect import bisect

from articles.reading.results import Span

# One set of characters comes first, which is found fast.
_STOP = re.compile(r"[.!?…\n\r\x85\u2028\u2029](?:(?<![.!?…])|\s+(?=[A-ZÀ-Ý«“\"]))")
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
    r"headed|flew|travel+ed|concluded|wrapped|visited|arrived|welcomed|hosted|opened|launched|warned|added|called|discussed|approved|received|spoke)"
    r"|[a-zà-ÿ]{2,}(?:ó|aron|ieron)|ha|han)(?![\w’'-])"
)
# A participle right before the weekday is over, whatever the sentence goes on to say: "Réunis jeudi, …", "arrivé
# samedi, il sera reçu"; one that a future verb leads is not.
_JUST_DONE = re.compile(
    r"(?<![\w’'-])(?:(?P<lead>[\w’']+)\s+)?(?!(?:lieu|milieu|ici|lui|qui|aussi|ainsi|parmi|midi|menu|peu|puis|depuis|mais|jamais|plus|tous|nous|vous)\s)"
    r"(?:[A-ZÀ-Ý](?=[a-zà-ÿ]+s\s))?[a-zà-ÿ]{2,}(?:ée?s?|[iu](?:e?s)?|[iu]e|erte?s?|ed|held|met)\s+(?:on\s+|dès\s+)?$"
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


class Tenses:
    """The verbs of a text, found sentence by sentence as they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._stops: list[int] = []  # where sentences end; found at the first question
        self._verbs: dict[int, list[tuple[int, bool]]] = {}

    def lies_ahead(self, day: Span) -> bool | None:
        """Whether the sentence puts a day ahead (True) or behind (False); None where no verb tells.

        The verb decides, the nearest one before the day, else the one after it.
        """
        text = self.text
        start, verbs = self._sentence(day.start)
        done = _JUST_DONE.search(text, max(start, day.start - 40), day.start)
        if done and not _LEADS_ON.match(done["lead"] or "") and not _PLANNED.search(done[0]):
            return False
        next_one = bisect(verbs, (day.start, False))
        before = verbs[next_one - 1] if next_one and verbs[next_one - 1][0] >= day.start - _FAR_BEFORE else None
        after = verbs[next_one] if next_one < len(verbs) and verbs[next_one][0] < day.end + _FAR_AFTER else None
        if before is None or after is None:
            found = before or after
            return found[1] if found else None
        # "Réunis jeudi, les ministres ont …": a verb in another clause yields to one in the day's own.
        parted = _CLAUSE_END.search(text, before[0], day.start) and not _CLAUSE_END.search(text, day.end, after[0])
        return after[1] if parted else before[1]

    def _sentence(self, position: int) -> tuple[int, list[tuple[int, bool]]]:
        """Where the sentence around a place begins, and its verbs in order: where each stands, and if it is ahead."""
        if not self._stops:
            self._stops = [0, *(match.end() for match in _STOP.finditer(self.text)), len(self.text) + 1]
        place = bisect(self._stops, position) - 1
        if place not in self._verbs:
            start, end = self._stops[place], min(self._stops[place + 1], len(self.text))
            self._verbs[place] = sorted(
                (match.start(), ahead)
                for pattern, ahead in ((_AHEAD, True), (_PRESENT, True), (_BEHIND, False))
                for match in pattern.finditer(self.text, start, end)
            )
        return self._stops[place], self._verbs[place]
