"""Who is named as the speaker before a passage: by a verb, by the clause, by the comparison that leads to it."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from articles.reading.attribution import Speakers
from articles.reading.inversions import inverted
from articles.reading.name_words import words
from articles.reading.prose import Prose
from articles.reading.quote_frames import Frame
from articles.reading.speech import Carried, Speaker, speech_verb
from articles.reading.speech_words import (
    AUXILIARIES,
    DESCRIBES,
    GERUNDS,
    INFINITIVES,
    OTHER_CLAUSE,
    PASSIVE,
    SPEECH_VERBS,
)
from articles.reading.stand_ins import HUMANS
from articles.reading.tokens import Case

IN_THE_VIEW = words("yeux avis dires words")
_BETWEEN_VERBS = words(
    "pas jamais aussi egalement ainsi deja dit dite dits dites est sont etait etre plus bien lui y en"
)
_BEFORE_PARTICIPLES = AUXILIARIES | _BETWEEN_VERBS
_IN_COMPARISONS = words(
    "l' le a avait aussi si bien tres justement souvent encore deja lui meme si - d' ailleurs hier"
)
_COPULAS = words("est sont etait etaient serait seraient reste restent demeure demeurent is are was were remains")
_IN_TURN = words("in turn also then again for his her their part lui elle meme - aussi egalement")
_THAT = words("that que qu'")
_ASIDE = 14  # words of "affirme le ministre des Affaires étrangères"
_RELATIVE = 8  # words before a passage in which a relative clause has its own subject
OPENING = 3  # words before "ajoutant", "d'ajouter" that begin a sentence
_GOVERNED = 9  # words between a verb and the passage that is its object
_TURNS = AUXILIARIES | SPEECH_VERBS
_SENTENCE = 300  # words of a sentence before a participle that are looked at


class Leads:
    """`carried` is shared with the caller, who says there who acted last."""

    def __init__(self, prose: Prose, speakers: Speakers, carried: Carried) -> None:
        self._prose = prose
        self._speakers = speakers
        self._carried = carried

    def before(self, frame: Frame, since: int, start: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        items = frame.items[:start]
        if not items:
            return None
        for place in range(len(items) - 1, since - 1, -1):
            key = tokens[items[place]].key
            if place == 0 and (key == "pour" or (key == "for" and self.person_soon(items))):
                said = self._speakers.after(items, place + 1)
                if self.person_soon(items) or (said is not None and said.person is not None):
                    return said
            if key in ("lui", "elle") and place and tokens[items[place - 1]].key == "pour":
                return self._speakers.after(items, place)  # "L'important, pour lui, est que « … »"
            if key == "selon" or (key == "to" and place and tokens[items[place - 1]].key == "according"):
                return self._speakers.after(items, place + 1)
            if (
                key in ("de", "d'", "du", "of")
                and place > 1
                and tokens[items[place - 1]].key in IN_THE_VIEW
                and place <= 4
            ):
                return self._speakers.after(items, place + 1)  # "Aux yeux de X, « … »", "In the words of X"
            if key in GERUNDS or key in INFINITIVES:
                clause = items[max(0, place - _SENTENCE) : place]
                said = self._of_sentence(clause, carried)
                if said is None and place > 1 and tokens[items[place - 1]].word == ",":
                    person = self._speakers.last.get(items[place - 2])  # "le propos de X, déclarant que « … »"
                    said = Speaker(person=person) if person is not None and self._speakers.names_one(clause) else None
                said = said or self._turned_round(clause, carried)
                if said is None and not self._speakers.named(clause):
                    said = Speaker(person=carried.person) if carried.person and place <= OPENING else None
                return said
            if speech_verb(tokens, items, place):
                return (
                    self._turned_round(items, carried)
                    or self._behind_comparison(items, place)
                    or self._in_an_aside(items, place, carried)
                    or self._of_verb(items, place, carried)
                )
        if tokens[items[-1]].word == ":":
            return self._of_sentence(items, carried)
        colon = next(
            (p for p in range(len(items) - 1, max(since, len(items) - _GOVERNED), -1) if tokens[items[p]].word == ":"),
            0,
        )
        if colon and not self._speakers.named(items[colon:]):
            return self._of_sentence(items[:colon], carried)  # "X a été clair : pas question de « … »"
        return (
            self._of_description(items, since, carried)
            or self._of_clause(items, since, carried)
            or self._of_subject_alone(items, since)
        )

    def _turned_round(self, items: Sequence[int], carried: Carried) -> Speaker | None:
        """ "La situation est grave, a-t-il ajouté, appelant à « … »": the one who is said to say the rest, too."""
        tokens = self._prose.tokens
        near = range(len(items) - 2, max(0, len(items) - _SENTENCE), -1)
        for place in near:
            if tokens[items[place]].word != "," or tokens[items[place + 1]].key not in _TURNS:
                continue
            verb = inverted(tokens, items, place + 1)
            if verb is None or verb.pronoun not in ("il", "elle"):
                continue
            if self._speakers.named(items[verb.after :]):
                return None
            person = self._speakers.subject(items[:place])
            if person is None and not self._speakers.named(items[:place]):
                person = carried.person
            return Speaker(person=person) if person and self._speakers.may_be(person, verb.pronoun) else None
        return None

    def _of_subject_alone(self, items: Sequence[int], since: int) -> Speaker | None:
        """ "The minister in turn “urged his peers to …”": the marks hold the verb of whom the sentence begins with."""
        tokens = self._prose.tokens
        last = len(items)
        while last and (tokens[items[last - 1]].key in _IN_TURN or tokens[items[last - 1]].word == ","):
            last -= 1
        if since or not 1 < last < _GOVERNED or any(tokens[index].word in ",;" for index in items[:last]):
            return None
        if items[last - 1] in self._speakers.last and items[0] in self._speakers.first:
            return Speaker(person=self._speakers.last[items[last - 1]])
        if tokens[items[last - 1]].key not in HUMANS:
            return None
        person = self._speakers.leading_holder(items[:last])
        return Speaker(person=person) if person is not None else None

    def _of_clause(self, items: Sequence[int], since: int, carried: Carried) -> Speaker | None:
        """ "X s'est félicité d'« … »": whoever acts in the clause, if nobody else does and nothing is done to them."""
        tokens = self._prose.tokens
        keys = [tokens[index].key for index in items]
        if since or not AUXILIARIES.intersection(keys) or not PASSIVE.isdisjoint(keys):
            return None
        clause = max((place for place, index in enumerate(items) if tokens[index].word in ";:"), default=-1) + 1
        if keys[-1] in _COPULAS and keys[-2:-1] in (["qui"], ["which"], ["that"]):
            keys = keys[:-2]  # "préconise l'anticipation face aux médias, qui sont « … »": X still speaks
        if any(key in OTHER_CLAUSE for key in keys[-_RELATIVE:]) or self._is_of_a_noun(items):
            return None  # "un texte qui prévoit « … »", "un rapport destiné à « … »"
        return self._of_sentence(items[clause:], carried)

    def _is_of_a_noun(self, items: Sequence[int]) -> bool:
        """Whether a participle without its auxiliary leads to the passage."""
        tokens = self._prose.tokens
        for before, index in pairwise(items[-_RELATIVE:]):
            token = tokens[index]
            participle = unicodedata.normalize("NFC", token.word).endswith(("é", "ée", "és", "ées", "ant"))
            if participle and token.case is Case.LOWER and tokens[before].key not in _BEFORE_PARTICIPLES:
                return True
        return False

    def _of_description(self, items: Sequence[int], since: int, carried: Carried) -> Speaker | None:
        """ "X called it “…”", "X invoque « … »": the subject of a verb that takes the passage as its object."""
        tokens = self._prose.tokens
        for place in range(len(items) - 1, max(since, len(items) - _GOVERNED) - 1, -1):
            token = tokens[items[place]]
            if token.key in DESCRIBES and token.case is Case.LOWER and place:
                passive = tokens[items[place - 1]].key in PASSIVE
                return None if passive else self._of_verb(items, place, carried)
            if token.word in ",;:!?" or token.key in OTHER_CLAUSE:
                return None
        return None

    def person_soon(self, items: Sequence[int]) -> bool:
        """ "Pour l'expert X, « … »": the sentence begins with a person's view."""
        tokens = self._prose.tokens
        commas = 0
        for index in items[1:12]:
            if index in self._speakers.first:
                return True
            commas += tokens[index].word == ","
            if commas > 1:
                return False
        return False

    def _of_verb(self, items: Sequence[int], place: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        verb = place
        for back in range(place - 1, max(-1, place - 6), -1):
            key = tokens[items[back]].key
            if key in AUXILIARIES and tokens[items[back]].word != "à":
                verb = back
                break
            if not key[0].isalpha() or items[back] in self._speakers.last:
                break
        turned = verb > 0 and tokens[items[verb - 1]].word in ",–—" and tokens[items[verb]].key in AUXILIARIES
        told = tokens[items[-1]].key in ("que", "qu'", "that")  # "X, en visite, a assuré son homologue Y que « … »"
        ends_post = verb > 1 and (
            items[verb - 2] in self._speakers.last or self._speakers.ends_post(items[: verb - 1])
        )
        if turned and not told and not ends_post:
            # ", a déclaré un responsable de l'OTAN, parce que …" is turned round; ", ministre de …, a déclaré" is not
            following = self._speakers.after(items, place + 1)
            if self.is_human(following) and tokens[items[place + 1]].key not in ("que", "qu'", ":", "a", "that"):
                return following
        return self._speakers.before(items, verb, carried)

    def is_led(self, frame: Frame, since: int, start: int) -> bool:
        """Whether "X said," or "X a déclaré :" leads to the passage, whatever "she explained" follows it."""
        tokens = self._prose.tokens
        items = frame.items[:start]
        if start - since > 1 and tokens[items[-1]].key in _THAT:
            # "X told the delegation that “…”, the agency reported": what is told is X's, whoever reports it
            near = range(start - 2, max(since, start - _GOVERNED * 2) - 1, -1)
            return any(speech_verb(tokens, items, place) for place in near)
        return start - since > 1 and tokens[items[-1]].word in ",:" and speech_verb(tokens, items, start - 2)

    def _behind_comparison(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "Comme le disait hier X, « … »", "ainsi que l'a rappelé X": the subject stands behind such a verb."""
        tokens = self._prose.tokens
        back = place - 1
        while back >= 0 and tokens[items[back]].key in _IN_COMPARISONS:
            back -= 1
        if back == place - 1 or back < 0:
            return None
        key, before = tokens[items[back]].key, tokens[items[back - 1]].key if back else ""
        if key != "comme" and not (key in ("que", "qu'") and before in ("ainsi", "ce")):
            return None
        said = self._speakers.after(items, place + 1)
        return said if self.is_human(said) else None

    def _in_an_aside(self, items: Sequence[int], place: int, carried: Carried) -> Speaker | None:
        """ "Ce texte, affirme X, repose sur « … »": a verb between commas before its subject."""
        tokens = self._prose.tokens
        if not place or tokens[items[place - 1]].word not in ",–—" or tokens[items[place]].key in AUXILIARIES:
            return None
        comma = next(
            (p for p in range(place + 1, min(place + _ASIDE, len(items))) if tokens[items[p]].word in ",–—"), 0
        )
        if not comma:
            return None
        said = self._speakers.after(items[:comma], place + 1)
        return said if self.is_human(said) else None

    def is_human(self, speaker: Speaker | None) -> bool:
        """ "a déclaré un responsable" has its subject there, "a salué des signaux" its object."""
        if speaker is None or speaker.words is None:
            return speaker is not None and speaker.person is not None
        words = self._prose.tokens_in(speaker.words)
        return any(token.key in HUMANS or token.case for token in words)

    def _of_sentence(self, items: Sequence[int], carried: Carried) -> Speaker | None:
        """The sentence's subject: its one person outside a complement, the post it begins with, or its pronoun."""
        person = self._speakers.subject(items)
        if person is not None:
            return Speaker(person=person)
        if not items:
            return None
        holder = self._speakers.leading_holder(items)
        if holder is not None:
            return Speaker(person=holder)
        for place in (0, self._past_opening(items)):
            key = self._prose.tokens[items[place]].key
            if key in ("il", "elle", "he", "she") and carried.person and self._speakers.may_be(carried.person, key):
                return Speaker(person=carried.person)
        return None

    def _past_opening(self, items: Sequence[int]) -> int:
        """The place behind the words before a sentence's first comma: "Devant la presse, il …"; else 0."""
        comma = next((place for place, index in enumerate(items[:14]) if self._prose.tokens[index].word == ","), -1)
        return comma + 1 if 0 < comma + 1 < len(items) else 0
