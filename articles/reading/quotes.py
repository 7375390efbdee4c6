"""The quotations of a text and who speaks them.

A passage in quotation marks of five words or more is a quotation, unless the marks only name a work. Its speaker is a
person of the text, or the words for an unnamed source; unassigned rather than wrong.
"""

from collections.abc import Sequence

from articles.reading.actor_words import ACTS
from articles.reading.attribution import Speakers
from articles.reading.cast import cast_of, with_known_posts
from articles.reading.directory import directory_of
from articles.reading.inversions import Inversion, inverted
from articles.reading.name_words import words
from articles.reading.names import NameMentions
from articles.reading.prose import Prose
from articles.reading.quote_frames import Frame, frames_of
from articles.reading.quote_marks import Marked, marked_passages
from articles.reading.quote_repeats import each_once
from articles.reading.results import BlockKind, PersonMention, QuoteMention, Span
from articles.reading.speech import Carried, Speaker, speech_verb
from articles.reading.speech_words import (
    AUXILIARIES,
    DESCRIBES,
    GERUNDS,
    INFINITIVES,
    OTHER_CLAUSE,
    PASSIVE,
    PRONOUNS,
    SOURCES,
    SPEECH_VERBS,
)
from articles.reading.stand_ins import HUMANS
from articles.reading.titled import names_a_work
from articles.reading.tokens import Case, tokens_of
from partners.dates import PartialDate
from partners.names import Names

_VERBS = AUXILIARIES | SPEECH_VERBS | ACTS
_JOINTS = words("et and mais but que qu' y ajoutant avant car puisque parce ni ou or comme ainsi because as")
_LEAST_WORDS = 5
_ASIDE = 24  # words of an aside inside the marks that are looked at
_REMEMBERED = 3  # sentences after which a pronoun no longer means who acted last
_OPENING = 3  # words before "ajoutant", "d'ajouter" that begin a sentence
_CLAUSE = 80  # words before a verb among which its subject is looked for
_GOVERNED = 9  # words between a verb and the passage that is its object


def find_quotes(
    prose: Prose,
    people: Sequence[PersonMention],
    mentions: NameMentions,
    *,
    names: Names | None = None,
    written: PartialDate | None = None,
) -> tuple[QuoteMention, ...]:
    """The quotations of five words or more, in order; a passage quoted twice in the same words is given once."""
    passages = marked_passages(prose.text, prose.blocks)
    if not passages:
        return ()
    known = with_known_posts(people, directory_of(names), written) if names is not None else []
    reader = _Reader(prose, people, mentions, passages, known)
    return each_once(reader.quotes())


class _Reader:
    def __init__(
        self,
        prose: Prose,
        people: Sequence[PersonMention],
        mentions: NameMentions,
        passages: list[Marked],
        known: Sequence[PersonMention],
    ) -> None:
        self._prose = prose
        self._passages = passages
        self._carried = Carried()
        self._speakers = Speakers(prose, cast_of(prose, people, mentions, passages), mentions, self._carried, known)

    def quotes(self) -> list[QuoteMention]:
        found = []
        carried = self._carried
        going_on: Speaker | None = None
        for frame in frames_of(self._prose, self._passages):
            if self._stands_apart(frame):
                if self._prose.blocks[frame.block].kind is not BlockKind.CAPTION:
                    going_on = None
                found.extend(self._read(frame, Carried(), None)[0])
                continue
            said, spoke = self._read(frame, carried, going_on)
            found.extend(said)
            self._carry(frame, spoke, carried)
            going_on = self._leads(frame, spoke, carried)
        return found

    def _stands_apart(self, frame: Frame) -> bool:
        """Titles, subheadings and captions are read by themselves; a line that ends in a colon leads the next one."""
        kind = self._prose.blocks[frame.block].kind
        if kind not in (BlockKind.TITLE, BlockKind.SUBHEADING, BlockKind.CAPTION):
            return False
        return kind is not BlockKind.SUBHEADING or not self._ends_in_colon(frame)

    def _ends_in_colon(self, frame: Frame) -> bool:
        return bool(frame.items) and self._prose.tokens[frame.items[-1]].word == ":"

    def _leads(self, frame: Frame, spoke: Speaker | None, carried: Carried) -> Speaker | None:
        """Who speaks a next sentence or paragraph that is nothing but quoted words.

        "X said:" says so; so does a sentence of X's words, or one that X leads.
        """
        if self._ends_in_colon(frame) and (not frame.passages or frame.passages[-1][1] < len(frame.items)):
            return self._before(frame, 0, len(frame.items), carried)
        if spoke is not None and spoke.person is not None:
            return spoke
        return Speaker(person=carried.person) if carried.person is not None and not carried.age else None

    def _read(
        self, frame: Frame, carried: Carried, going_on: Speaker | None
    ) -> tuple[list[QuoteMention], Speaker | None]:
        """The quotations of a sentence and its last speaker.

        `going_on` spoke in the sentence before: « A », a dit X. « B. » — nothing but the passage, so X goes on.
        """
        if not frame.passages:
            return [], None
        found = []
        last: Speaker | None = None
        if going_on is not None and any(self._prose.tokens[index].word[0].isalnum() for index in frame.items):
            going_on = None
        source = self._source_of(frame, carried)
        for place, (number, before) in enumerate(frame.passages):
            passage = self._passages[number]
            until = frame.passages[place + 1][1] if place + 1 < len(frame.passages) else len(frame.items)
            speaker = self._after(frame, before, until, carried)
            if speaker is None:
                since = frame.passages[place - 1][1] if place else 0
                speaker = self._before(frame, since, before, carried)
            if speaker is None:
                speaker = self._inside(passage, frame, carried)
            if speaker is None:
                speaker = self._at_the_end(frame, before, carried)
            if speaker is None and last is not None and self._belongs_to_last(frame, place):
                speaker = last
            if source is not None and speaker is not None and speaker.person is None and not self._is_human(speaker):
                speaker = source  # "Selon lui, le texte mentionnera « … »"
            if speaker is None or (speaker.impersonal and speaker.person is None):
                speaker = source or going_on
            if speaker is not None and (speaker.person or speaker.words):
                last = speaker
            if self._is_quotation(frame, passage, before):
                found.append(self._mention(passage, frame, speaker))
        return found, last

    def _is_quotation(self, frame: Frame, passage: Marked, before: int) -> bool:
        text = passage.inner.of(self._prose.text)
        if sum(any(letter.isalpha() for letter in word) for word in text.split()) < _LEAST_WORDS:
            return False
        return not names_a_work(self._prose.tokens, frame.items, before, passage, self._prose.text)

    # --- the words after a passage

    def _after(self, frame: Frame, start: int, until: int, carried: Carried) -> Speaker | None:
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
        if verb is None or not (verb.known or self._is_human(self._speakers.after(items, verb.after))):
            return self._plain_english(items, place)
        return self._of_inversion(items, verb, frame.items[max(0, start - _CLAUSE) : start], carried)

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

    def _inside(self, passage: Marked, frame: Frame, carried: Carried) -> Speaker | None:
        """ "« Nous, explique-t-il, restons »": the speaker named inside the marks, between commas."""
        tokens = self._prose.tokens
        first = self._prose.index.get(passage.inner.start)
        if first is None:
            return None
        place = first
        while place < len(tokens) and tokens[place].start < passage.inner.end:
            if tokens[place].word in ",?!…–—" and place > first:
                items = range(place + 1, min(place + 1 + _ASIDE, len(tokens)))
                verb = inverted(tokens, items, 0)
                if verb is not None and (verb.pronoun in ("il", "elle") or (verb.known and not verb.pronoun)):
                    speaker = self._of_inversion(items, verb, frame.items[:_CLAUSE], carried)
                    if verb.pronoun or self._is_human(speaker):
                        return speaker
            place += 1
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
                return speaker if self._is_english(items[place]) or (speaker and speaker.person) else None
        return None

    def _at_the_end(self, frame: Frame, since: int, carried: Carried) -> Speaker | None:
        """ "Il n'est « pas question de céder », même demain, a prévenu X.": a verb turned round after a comma."""
        tokens = self._prose.tokens
        items = frame.items
        for place in range(since + 1, min(since + _CLAUSE, len(items))):
            if tokens[items[place]].word != "," or place + 1 >= len(items):
                continue
            if tokens[items[place + 1]].key == "selon":
                return self._speakers.after(items, place + 2)
            verb = inverted(tokens, items, place + 1)
            if verb is not None and verb.known:
                speaker = self._of_inversion(items, verb, items[max(0, place - _CLAUSE) : place], carried)
                if verb.pronoun or self._is_human(speaker):
                    return speaker
        return None

    def _is_capital(self, items: Sequence[int], place: int) -> bool:
        return place < len(items) and bool(self._prose.tokens[items[place]].case)

    def _is_english(self, index: int) -> bool:
        sentence = self._prose.sentence_at(self._prose.tokens[index].start)
        return sentence is not None and sentence.language == "en"

    # --- the words before a passage

    def _before(self, frame: Frame, since: int, start: int, carried: Carried) -> Speaker | None:
        tokens = self._prose.tokens
        items = frame.items[:start]
        if not items:
            return None
        for place in range(len(items) - 1, since - 1, -1):
            key = tokens[items[place]].key
            if key == "pour" and place == 0 and self._person_soon(items):
                return self._speakers.after(items, place + 1)
            if key == "selon" or (key == "to" and place and tokens[items[place - 1]].key == "according"):
                return self._speakers.after(items, place + 1)
            if key in GERUNDS or key in INFINITIVES:
                said = self._of_sentence(items[:place], carried)
                if said is None and not self._speakers.named(items[:place]):
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

    def _person_soon(self, items: Sequence[int]) -> bool:
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
            if self._is_human(following) and tokens[items[place + 1]].key not in ("que", "qu'", ":", "a", "that"):
                return following
        return self._speakers.before(items, verb, carried)

    def _is_human(self, speaker: Speaker | None) -> bool:
        """ "a déclaré un responsable" has its subject there, "a salué des signaux" its object."""
        if speaker is None or speaker.words is None:
            return speaker is not None and speaker.person is not None
        words = tokens_of(self._prose.text, speaker.words.start, speaker.words.end)
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

    def _belongs_to_last(self, frame: Frame, place: int) -> bool:
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

    def _source_of(self, frame: Frame, carried: Carried) -> Speaker | None:
        """ "Selon Europa Press, …" at the head of a sentence covers what it quotes."""
        tokens = self._prose.tokens
        items = frame.items
        for place in range(min(12, len(items))):
            if tokens[items[place]].key == "selon":
                return self._speakers.after(items, place + 1)
            if tokens[items[place]].key == "according" and place + 1 < len(items):
                return self._speakers.after(items, place + 2)
        return None

    # --- what is carried from sentence to sentence

    def _carry(self, frame: Frame, spoke: Speaker | None, carried: Carried) -> None:
        if spoke is not None and spoke.person is not None:
            carried.person, carried.age = spoke.person, 0
            return
        if spoke is not None and spoke.words is not None:
            carried.person = None  # somebody unnamed spoke last
            return
        subject = self._acting(frame)
        if subject is not None:
            carried.person, carried.age = subject, 0
            return
        if self._speakers.named(frame.items) > 1:
            carried.person = None  # several are named and none leads: no pronoun tells them apart
        carried.age += 1
        if carried.age > _REMEMBERED:
            carried.person = None

    def _acting(self, frame: Frame) -> PersonMention | None:
        if not frame.items:
            return None
        first = self._prose.tokens[frame.items[0]].key
        carried = self._carried.person
        if first in PRONOUNS and carried is not None and self._speakers.may_be(carried, first):
            return carried
        if first in ("pour", "selon") and self._person_soon(frame.items):
            view = self._speakers.after(frame.items, 1)
            return view.person if view is not None else None
        acting = [
            person
            for place, index in enumerate(frame.items[:_CLAUSE])
            if (person := self._speakers.last.get(index)) is not None
            and place + 1 < len(frame.items)
            and self._is_verb(frame.items[place + 1])
            and not self._in_relative(frame.items, place)
        ]
        if len({id(person) for person in acting}) == 1:
            return acting[0]
        verb = next((p for p, index in enumerate(frame.items) if self._is_verb(index)), len(frame.items))
        before = self._speakers.named(frame.items[:verb])
        if before:
            return self._speakers.subject(frame.items[:verb])
        return self._speakers.leading_holder(frame.items) or self._speakers.subject(frame.items)

    def _in_relative(self, items: Sequence[int], place: int) -> bool:
        """Whether a clause that only explains holds the name: "l'audience que lui a accordée X"."""
        keys = [self._prose.tokens[index].key for index in items[max(0, place - 6) : place]]
        plural = self._prose.tokens[items[place + 1]].key.endswith(("ont", "ent", "were", "have"))
        return plural or any(key in OTHER_CLAUSE for key in keys)

    def _is_verb(self, index: int) -> bool:
        token = self._prose.tokens[index]
        if token.key in _VERBS:
            return token.case is Case.LOWER and token.word != "à"
        return token.key.endswith("ed") and token.case is Case.LOWER and self._is_english(index)

    def _mention(self, passage: Marked, frame: Frame, speaker: Speaker | None) -> QuoteMention:
        text = self._prose.text
        person = speaker.person if speaker else None
        attribution = speaker.words if speaker and person is None else None
        block = self._prose.blocks[frame.block]
        return QuoteMention(
            text=passage.inner.of(text),
            span=passage.inner,
            passage=self._passage(frame, passage),
            speaker=person.name if person else None,
            speaker_key=person.key if person else "",
            attribution=" ".join(attribution.of(text).split()) if attribution else "",
            attribution_span=attribution,
            language=block.language,
        )

    def _passage(self, frame: Frame, passage: Marked) -> Span:
        tokens = self._prose.tokens
        start, end = passage.outer.start, passage.outer.end
        if frame.items:
            start = min(start, tokens[frame.items[0]].start)
            end = max(end, tokens[frame.items[-1]].end)
        return Span(start, end)
