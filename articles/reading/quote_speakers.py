"""Who is named as the speaker beside a passage: behind it, before it, inside it or at the end of its sentence."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

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

_IN_THE_VIEW = words("yeux avis dires")
_JOINTS = words("et and mais but que qu' y ajoutant avant car puisque parce ni ou or comme ainsi because as")
_ASIDE = 24  # words of an aside inside the marks that are looked at
_APPOSITION = 36  # words from a name behind a passage to its verb
_POINTS_BACK = words("lo c' ce ces cette ainsi voila voici tel telle par cet these this that such so")
_WORDS_SAID = words(
    "mots phrase formule propos parole paroles declaration message constat aveu avertissement words line verdict cri"
)
_BETWEEN_VERBS = words(
    "pas jamais aussi egalement ainsi deja dit dite dits dites est sont etait etre plus bien lui y en"
)
_BEFORE_PARTICIPLES = AUXILIARIES | _BETWEEN_VERBS
_RELATIVE = 8  # words before a passage in which a relative clause has its own subject
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
        if verb.after >= len(items) or self._prose.tokens[items[verb.after]].word in ".;":
            # "”, ha aggiunto.": Italian and Spanish leave the pronoun out
            sentence = self._prose.sentence_at(self._prose.starts[items[0]])
            if sentence is not None and sentence.language in ("it", "es") and carried.person is not None:
                return Speaker(person=carried.person)
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
        named = place < len(items) and items[place] in self._speakers.first
        for ahead in range(place, min(place + (_APPOSITION if named else 16), len(items))):
            token = tokens[items[ahead]]
            if token.word in ".;:!?" and tokens[items[ahead - 1]].key not in ("gen", "m", "mr", "lt", "adm"):
                return None
            if ahead > place and token.key in SPEECH_VERBS and token.case is Case.LOWER:
                speaker = self._speakers.before(items, ahead, self._carried)
                if named and tokens[items[ahead - 1]].word in ",–—" and (speaker is None or speaker.person is None):
                    speaker = Speaker(person=self._speakers.first[items[place]][1])
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
            if key == "pour" and place == 0:
                said = self._speakers.after(items, place + 1)
                if self.person_soon(items) or (said is not None and said.person is not None):
                    return said
            if key == "selon" or (key == "to" and place and tokens[items[place - 1]].key == "according"):
                return self._speakers.after(items, place + 1)
            if key in ("de", "d'", "du") and place > 1 and tokens[items[place - 1]].key in _IN_THE_VIEW and place <= 4:
                return self._speakers.after(items, place + 1)  # "Aux yeux de X, « … »"
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
        return self._of_description(items, since, carried) or self._of_clause(items, since, carried)

    def _of_clause(self, items: Sequence[int], since: int, carried: Carried) -> Speaker | None:
        """ "X s'est félicité d'« … »": whoever acts in the clause, if nobody else does and nothing is done to them."""
        tokens = self._prose.tokens
        keys = [tokens[index].key for index in items]
        if since or not AUXILIARIES.intersection(keys) or not PASSIVE.isdisjoint(keys):
            return None
        clause = max((place for place, index in enumerate(items) if tokens[index].word in ";:"), default=-1) + 1
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
        for place in (0, self._past_opening(items)):
            key = self._prose.tokens[items[place]].key
            if key in ("il", "elle", "he", "she") and carried.person and self._speakers.may_be(carried.person, key):
                return Speaker(person=carried.person)
        return None

    def behind(self, frame: Frame, carried: Carried) -> Speaker | None:
        """Who is named in the sentence behind a passage that stands alone.

        "« … » C'est ce qu'a déclaré X.", "« … » Ces mots sont de X.", "« … » X n'a pas caché son dépit."
        """
        tokens = self._prose.tokens
        items = frame.items
        if frame.passages or not items:
            return None
        keys = [tokens[index].key for index in items]
        if keys[0] in _POINTS_BACK:
            for place in range(len(items)):
                if speech_verb(tokens, items, place):
                    return self._speakers.after(items, place + 1) or self._speakers.before(items, place, carried)
            near = {
                id(self._speakers.first[index][1]): self._speakers.first[index][1]
                for index in items
                if index in self._speakers.first
            }
            said = len(near) == 1 and not _WORDS_SAID.isdisjoint(keys)
            return Speaker(person=next(iter(near.values()))) if said else None
        person = self._speakers.subject(items)
        return Speaker(person=person) if person is not None and self._speakers.named(items) == 1 else None

    def _past_opening(self, items: Sequence[int]) -> int:
        """The place behind the words before a sentence's first comma: "Devant la presse, il …"; else 0."""
        comma = next((place for place, index in enumerate(items[:14]) if self._prose.tokens[index].word == ","), -1)
        return comma + 1 if 0 < comma + 1 < len(items) else 0

    def belongs_to_last(self, frame: Frame, place: int, passages: Sequence[Marked]) -> bool:
        """« A », a-t-il dit, et « B »: the next passage goes on when only a joint stands between."""
        tokens = self._prose.tokens
        start, end = frame.passages[place - 1][1], frame.passages[place][1]
        between = [tokens[index] for index in frame.items[start:end]]
        first, second = (passages[frame.passages[at][0]].inner for at in (place - 1, place))
        broken = self._prose.text[first.end - 1] == "," or (between and between[0].word == ",")
        if broken and between and between[-1].word == "," and self._prose.text[second.start].islower():
            return True  # "“We will not wait,” said X, the minister, “any longer”"
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
