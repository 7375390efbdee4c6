"""Who is named as the speaker beside a passage: behind it, before it, inside it or at the end of its sentence."""

from collections.abc import Sequence

from articles.reading.attribution import Speakers
from articles.reading.inversions import Inversion, inverted
from articles.reading.name_words import words
from articles.reading.prose import Prose
from articles.reading.quote_frames import Frame
from articles.reading.quote_marks import Marked
from articles.reading.speech import Carried, Speaker, speech_verb
from articles.reading.speech_words import (
    AUXILIARIES,
    DESCRIBES,
    GERUNDS,
    INFINITIVES,
    OTHER_CLAUSE,
    PASSIVE,
    SOURCES,
    SPEECH_VERBS,
)
from articles.reading.stand_ins import HUMANS
from articles.reading.tokens import Case

_JOINTS = words("et and mais but que qu' y ajoutant avant car puisque parce ni ou or comme ainsi because as")
_ASIDE = 24  # words of an aside inside the marks that are looked at
_OPENING = 3  # words before "ajoutant", "d'ajouter" that begin a sentence
_GOVERNED = 9  # words between a verb and the passage that is its object
_SENTENCE = 300  # words of a sentence before a participle that are looked at
CLAUSE = 80  # words before a verb among which its subject is looked for


class Beside:
    """`carried` is shared with the caller, who says there who acted last."""

    def __init__(self, prose: Prose, speakers: Speakers, carried: Carried) -> None:
        self._prose = prose
        self._speakers = speakers
        self._carried = carried

    # --- the words after a passage

    def after(self, frame: Frame, start: int, until: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        items = frame.items[start:until]
        place = 0
        while place < len(items) and tokens[items[place]].word in ",–—-":
            place += 1
        if place >= len(items):
            return None
        key = tokens[items[place]].key
        if key in SOURCES or (key == "so" and self._is_capital(items, place + 1)):
            return self._speakers.after(items, place + 1)
        if key in ("d'", "according") and place + 1 < len(items) and tokens[items[place + 1]].key in ("apres", "to"):
            return self._speakers.after(items, place + 2)
        verb = inverted(tokens, items, place)
        if verb is None or not (verb.known or self.is_human(self._speakers.after(items, verb.after))):
            return self._plain_english(items, place)
        return self._of_inversion(items, verb, frame.items[max(0, start - CLAUSE) : start], carried)

    def _of_inversion(
        self, items: Sequence[int], verb: Inversion, before: Sequence[int], carried: Carried
    ) -> Speaker | None:
        """The subject behind a verb; a pronoun is the sentence's one subject `before`, or who acted last."""
        if verb.pronoun in ("il", "elle"):
            person = self._speakers.subject(before) or carried.person
            return Speaker(person=person) if person and self._speakers.may_be(person, verb.pronoun) else Speaker()
        if verb.pronoun:
            return Speaker(impersonal=True)
        return self._speakers.after(items, verb.after)

    def inside(self, passage: Marked, frame: Frame, carried: Carried) -> Speaker | None:
        """ "« Nous, explique-t-il, restons »": the speaker named inside the marks, between commas."""
        tokens = self._prose.tokens
        places = self._prose.inside(passage.inner)
        if not places or self._prose.starts[places.start] != passage.inner.start:
            return None
        for place in places[1:]:
            if tokens[place].word in ",?!…–—":
                items = range(place + 1, min(place + 1 + _ASIDE, len(tokens)))
                verb = inverted(tokens, items, 0)
                if verb is not None and (verb.pronoun in ("il", "elle") or (verb.known and not verb.pronoun)):
                    speaker = self._of_inversion(items, verb, frame.items[:CLAUSE], carried)
                    if verb.pronoun or self.is_human(speaker):
                        return speaker
        return None

    def _plain_english(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "…," Rutte said. — "…," he added."""
        tokens = self._prose.tokens
        for ahead in range(place, min(place + 16, len(items))):
            token = tokens[items[ahead]]
            if token.word in ".;:!?" and tokens[items[ahead - 1]].key not in ("gen", "m", "mr", "lt", "adm"):
                return None
            if ahead > place and token.key in SPEECH_VERBS and token.case is Case.LOWER:
                speaker = self._speakers.before(items, ahead, self._carried)
                return speaker if self.is_english(items[place]) or (speaker and speaker.person) else None
        return None

    def at_the_end(self, frame: Frame, since: int, carried: Carried) -> Speaker | None:
        """ "Il n'est « pas question de céder », même demain, a prévenu X.": a verb turned round after a comma."""
        tokens = self._prose.tokens
        items = frame.items
        for place in range(since + 1, min(since + CLAUSE, len(items))):
            if tokens[items[place]].word != "," or place + 1 >= len(items):
                continue
            if tokens[items[place + 1]].key == "selon":
                return self._speakers.after(items, place + 2)
            verb = inverted(tokens, items, place + 1)
            if verb is not None and verb.known:
                speaker = self._of_inversion(items, verb, items[max(0, place - CLAUSE) : place], carried)
                if verb.pronoun or self.is_human(speaker):
                    return speaker
        return None

    def _is_capital(self, items: Sequence[int], place: int) -> bool:
        return place < len(items) and bool(self._prose.tokens[items[place]].case)

    def is_english(self, index: int) -> bool:
        sentence = self._prose.sentence_at(self._prose.starts[index])
        return sentence is not None and sentence.language == "en"

    # --- the words before a passage

    def before(self, frame: Frame, since: int, start: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        items = frame.items[:start]
        if not items:
            return None
        for place in range(len(items) - 1, since - 1, -1):
            key = tokens[items[place]].key
            if key == "pour" and place == 0 and self.person_soon(items):
                return self._speakers.after(items, place + 1)
            if key == "selon" or (key == "to" and place and tokens[items[place - 1]].key == "according"):
                return self._speakers.after(items, place + 1)
            if key in GERUNDS or key in INFINITIVES:
                clause = items[max(0, place - _SENTENCE) : place]
                said = self._of_sentence(clause, carried)
                if said is None and not self._speakers.named(clause):
                    said = Speaker(person=carried.person) if carried.person and place <= _OPENING else None
                return said
            if speech_verb(tokens, items, place):
                return self._of_verb(items, place, carried)
        if tokens[items[-1]].word == ":":
            return self._of_sentence(items, carried)
        return self._of_description(items, since, carried)

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
        if turned and not (verb > 1 and items[verb - 2] in self._speakers.last):
            # ", a déclaré un responsable de l'OTAN, parce que …" is turned round; ", ministre de …, a déclaré" is not
            following = self._speakers.after(items, place + 1)
            if self.is_human(following) and tokens[items[place + 1]].key not in ("que", "qu'", ":", "a", "that"):
                return following
        return self._speakers.before(items, verb, carried)

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
        key = self._prose.tokens[items[0]].key
        if key in ("il", "elle", "he", "she") and carried.person and self._speakers.may_be(carried.person, key):
            return Speaker(person=carried.person)
        return None

    def belongs_to_last(self, frame: Frame, place: int) -> bool:
        """« A », a-t-il dit, et « B »: the next passage goes on when only a joint stands between."""
        tokens = self._prose.tokens
        start, end = frame.passages[place - 1][1], frame.passages[place][1]
        between = [tokens[index] for index in frame.items[start:end]]
        if any(token.word in ".;!?" for token in between):
            return False
        tail = [token.key for token in between[-6:] if token.word not in ",–—-"]
        inside = frame.items[start:end]
        if any(token.key in GERUNDS for token in between) and not self._speakers.named(inside):
            return True  # "a-t-il dit, promettant une mission « dans les jours qui viennent »"
        if len(between) < 12 and not any(token.key in OTHER_CLAUSE or token.word == "," for token in between):
            return True  # "s'est dit « prêt » à contribuer « en déployant des troupes »"
        return bool(tail) and any(key in _JOINTS for key in tail)

    def source_of(self, frame: Frame, carried: Carried) -> Speaker | None:
        """ "Selon Europa Press, …" at the head of a sentence covers what it quotes."""
        tokens = self._prose.tokens
        items = frame.items
        for place in range(min(12, len(items))):
            if tokens[items[place]].key == "selon":
                return self._speakers.after(items, place + 1)
            if tokens[items[place]].key == "according" and place + 1 < len(items):
                return self._speakers.after(items, place + 2)
        return None
