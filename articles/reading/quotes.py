"""The quotations of a text and who speaks them.

A passage in quotation marks of five words or more is a quotation, unless the marks only name a work. Its speaker is a
person of the text, or the words for an unnamed source; unassigned rather than wrong.
"""

import re
from collections.abc import Sequence

from articles.reading.actor_words import ACTS
from articles.reading.attribution import Speakers
from articles.reading.cast import cast_of, with_known_posts
from articles.reading.directory import directory_of
from articles.reading.names import NameMentions
from articles.reading.offices import Owners
from articles.reading.prose import Prose
from articles.reading.quote_frames import Frame, frames_of
from articles.reading.quote_marks import Marked, marked_passages
from articles.reading.quote_repeats import each_once
from articles.reading.quote_speakers import CLAUSE, Beside
from articles.reading.results import BlockKind, PersonMention, QuoteMention, Span
from articles.reading.sightings import owners_of
from articles.reading.speech import Carried, Speaker
from articles.reading.speech_words import (
    AUXILIARIES,
    OTHER_CLAUSE,
    PRONOUNS,
    SPEECH_VERBS,
)
from articles.reading.titled import names_a_work
from articles.reading.tokens import Case
from partners.dates import PartialDate
from partners.names import Names

_VERBS = AUXILIARIES | SPEECH_VERBS | ACTS
_LEAST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]\S*")  # has a letter
_REMEMBERED = 3  # sentences after which a pronoun no longer means who acted last


def find_quotes(
    prose: Prose,
    people: Sequence[PersonMention],
    mentions: NameMentions,
    *,
    names: Names | None = None,
    written: PartialDate | None = None,
    owners: Owners | None = None,
) -> tuple[QuoteMention, ...]:
    """The quotations of five words or more, in order; a passage quoted twice in the same words is given once.

    `owners`: of those mentions, where the caller has them.
    """
    passages = marked_passages(prose.text, prose.blocks)
    if not passages:
        return ()
    known = with_known_posts(people, directory_of(names), written) if names is not None else []
    reader = _Reader(prose, people, owners or owners_of(prose, mentions), passages, known)
    return each_once(reader.quotes())


class _Reader:
    def __init__(
        self,
        prose: Prose,
        people: Sequence[PersonMention],
        owners: Owners,
        passages: list[Marked],
        known: Sequence[PersonMention],
    ) -> None:
        self._prose = prose
        self._passages = passages
        self._carried = Carried()
        self._speakers = Speakers(prose, cast_of(prose, people, owners, passages), owners, self._carried, known)
        self._beside = Beside(prose, self._speakers, self._carried)

    def quotes(self) -> list[QuoteMention]:
        found = []
        carried = self._carried
        going_on: Speaker | None = None
        frames = frames_of(self._prose, self._passages)
        quoting = max((number for number, frame in enumerate(frames) if frame.passages), default=-1)
        # Who acts in a sentence behind the last quotation is asked by none.
        for frame, following in zip(frames[: quoting + 1], [*frames[1:], None], strict=False):
            if self._stands_apart(frame):
                if self._prose.blocks[frame.block].kind is not BlockKind.CAPTION:
                    going_on = None
                found.extend(self._read(frame, Carried(), None)[0])
                continue
            if going_on is None and following is not None and following.block == frame.block:
                going_on = self._beside.behind(following, carried)
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
            return self._beside.before(frame, 0, len(frame.items), carried)
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
        source = self._beside.source_of(frame, carried)
        for place, (number, before) in enumerate(frame.passages):
            passage = self._passages[number]
            until = frame.passages[place + 1][1] if place + 1 < len(frame.passages) else len(frame.items)
            since = frame.passages[place - 1][1] if place else 0
            speaker = None
            if self._beside.is_led(frame, since, before):
                speaker = self._beside.before(frame, since, before, carried)
            if speaker is None:
                speaker = self._beside.after(frame, before, until, carried)
            if speaker is None:
                speaker = self._beside.before(frame, since, before, carried)
            if speaker is None:
                speaker = self._beside.inside(passage, frame, carried)
            if speaker is None:
                speaker = self._beside.at_the_end(frame, before, carried)
            if speaker is None and last is not None and self._beside.belongs_to_last(frame, place, self._passages):
                speaker = last
            if (
                source is not None
                and speaker is not None
                and speaker.person is None
                and not self._beside.is_human(speaker)
            ):
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
        if len(_WORD.findall(text)) < _LEAST_WORDS:
            return False
        return not names_a_work(self._prose, frame.items, before, passage)

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
        if first in ("pour", "selon") and self._beside.person_soon(frame.items):
            view = self._speakers.after(frame.items, 1)
            return view.person if view is not None else None
        if not self._speakers.names_somebody(frame.items):
            return self._speakers.leading_holder(frame.items)
        acting = [
            person
            for place, index in enumerate(frame.items[:CLAUSE])
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
        return plural or not OTHER_CLAUSE.isdisjoint(keys)

    def _is_verb(self, index: int) -> bool:
        token = self._prose.tokens[index]
        if token.key in _VERBS:
            return token.case is Case.LOWER and token.word != "à"
        return token.key.endswith("ed") and token.case is Case.LOWER and self._beside.is_english(index)

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
        start, end = passage.outer.start, passage.outer.end
        if frame.items:
            start = min(start, self._prose.starts[frame.items[0]])
            end = max(end, self._prose.ends[frame.items[-1]])
        return Span(start, end)
