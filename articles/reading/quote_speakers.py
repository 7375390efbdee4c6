"""Who is named as the speaker beside a passage: behind it, inside it, at the end of its sentence, or before it."""

from collections.abc import Sequence

from articles.reading.inversions import Inversion, inverted
from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, ENGLISH_TITLE_WORDS, HEADS
from articles.reading.quote_frames import Frame
from articles.reading.quote_leads import IN_THE_VIEW, OPENING, Leads
from articles.reading.quote_marks import Marked
from articles.reading.results import PersonMention
from articles.reading.speech import Carried, Speaker, speech_verb
from articles.reading.speech_words import AUXILIARIES, GERUNDS, OTHER_CLAUSE, PASSIVE, SOURCES, SPEECH_VERBS
from articles.reading.tokens import Case

_JOINTS = words("et and mais but que qu' y ajoutant avant car puisque parce ni ou or comme ainsi because as")
_ASIDE = 24  # words of an aside inside the marks that are looked at
_APPOSITION = 36  # words from a name behind a passage to its verb
_POINTS_BACK = words("lo c' ce ces cette ainsi voila voici tel telle par cet these this that such so")
_WORDS_SAID = words(
    "mots phrase formule propos parole paroles declaration message constat aveu avertissement words line verdict cri"
)
_TITLES = 8  # words before a name that signs
_LONGEST_POST = 14  # words of the post behind a name that signs quoted words
CLAUSE = 80  # words before a verb among which its subject is looked for


class Beside(Leads):
    """Every place beside a passage where its speaker can be named."""

    def after(self, frame: Frame, start: int, until: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        items = frame.items[start:until]
        place = 0
        while place < len(items) and tokens[items[place]].word in ",–—-":
            place += 1
        if place >= len(items):
            return None
        if (signer := self._signs(frame.items[:start], items, place)) is not None:
            return Speaker(person=signer)
        key = tokens[items[place]].key
        if key in SOURCES or (key == "so" and self._is_capital(items, place + 1)):
            return self._speakers.after(items, place + 1)
        following = tokens[items[place + 1]].key if place + 1 < len(items) else ""
        if (key == "d'" and following == "apres") or (key == "according" and following == "to"):
            return self._speakers.after(items, place + 2)
        if following in IN_THE_VIEW and key in ("aux", "de", "selon"):
            return self._speakers.after(items, place + 3)  # "« … », aux dires de X"
        if key == ":" and not start and place + 1 < len(items):
            # "« … » : le ministre hausse le ton"
            person = self._speakers.subject(items[place:])
            return Speaker(person=person) if person is not None and self._speakers.names_one(items[place:]) else None
        verb = inverted(tokens, items, place)
        given = (
            verb is not None and not verb.known and verb.after < len(items) and self._begins_dative(items, verb.after)
        )
        if verb is None or given or not (verb.known or self.is_human(self._speakers.after(items, verb.after))):
            said = self._by_pronoun(frame.items[max(0, start - CLAUSE) : start], items, place)
            return said or self._plain_english(items, place)
        return self._of_inversion(items, verb, frame.items[max(0, start - CLAUSE) : start], carried)

    def _begins_dative(self, items: Sequence[int], place: int) -> bool:
        """ "« … », a permis au ministre d'avancer": what is done for somebody is not what he says."""
        token = self._prose.tokens[items[place]]
        return token.word == "à" or token.key in ("au", "aux")

    def _signs(self, before: Sequence[int], items: Sequence[int], place: int) -> PersonMention | None:
        """ "« … », X, ministre de la Mer": in a title or below a pulled quotation the name alone follows the words."""
        tokens = self._prose.tokens
        if before and (tokens[before[-1]].word != ":" or len(before) > OPENING):
            return None
        place += tokens[items[place]].word == "("
        while place < min(len(items), _TITLES) and items[place] not in self._speakers.first:
            token = tokens[items[place]]
            if token.key not in HEADS and token.key not in ENGLISH_TITLE_WORDS and token.key not in CIVILITIES:
                return None
            place += 1
        if place >= len(items) or items[place] not in self._speakers.first:
            return None
        end, person = self._speakers.first[items[place]]
        rest = [tokens[index] for index in items[place:] if index >= end]
        if not rest or (len(rest) == 1 and rest[0].word in ".)"):
            return person
        keys = {token.key for token in rest}
        said = len(rest) > _LONGEST_POST or not keys.isdisjoint(SPEECH_VERBS | AUXILIARIES | PASSIVE)
        return person if rest[0].word == "," and not said and not keys.isdisjoint(HEADS) else None

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

    def _by_pronoun(self, before: Sequence[int], items: Sequence[int], place: int) -> Speaker | None:
        """ "Minister X noted that it is open, “…,” she said": she is the subject of the words before."""
        tokens = self._prose.tokens
        key = tokens[items[place]].key
        if key not in ("he", "she") or not before or place + 1 >= len(items):
            return None
        if tokens[items[place + 1]].key not in SPEECH_VERBS:
            return None
        person = self._speakers.subject(before)
        return Speaker(person=person) if person is not None and self._speakers.may_be(person, key) else None

    def _plain_english(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "…," Rutte said. — "…," he added."""
        tokens = self._prose.tokens
        named = place < len(items) and items[place] in self._speakers.first
        for ahead in range(place, min(place + (_APPOSITION if named else 16), len(items))):
            token = tokens[items[ahead]]
            if token.word in ".;:!?" and tokens[items[ahead - 1]].key not in ("gen", "m", "mr", "lt", "adm"):
                return None
            went = token.key == "went" and ahead + 1 < len(items) and tokens[items[ahead + 1]].key == "on"
            if ahead > place and token.key == "quoted" and tokens[items[ahead - 1]].key in PASSIVE:
                return self._speakers.before(items, ahead - 1, self._carried)  # "X was quoted as saying"
            if ahead > place and (went or token.key in SPEECH_VERBS) and token.case is Case.LOWER:
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
        told = tokens[frame.items[frame.passages[place - 1][1] - 1]].key if frame.passages[place - 1][1] else ""
        if told in ("que", "qu'", "that") and not self._speakers.named(inside):
            # "a précisé que « trois d'entre eux » sont à Gaza, « … »"
            keys = {token.key for token in between}
            return keys.isdisjoint(OTHER_CLAUSE) and keys.isdisjoint(SPEECH_VERBS) and keys.isdisjoint(SOURCES)
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
