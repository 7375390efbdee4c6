"""Who says a quoted passage: the subject of the verb of speech beside it, resolved only as far as the text allows.

"a déclaré X", "X said", "selon X" name the speaker; "le secrétaire général" is the one person whom the text gave that
post; "il" is the last person who acted; "un haut responsable" stays unnamed. When two readings remain, none is taken.
"""

from bisect import bisect_left
from collections.abc import Sequence

from articles.reading.calendar_words import MONTHS
from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, ENGLISH_TITLE_WORDS, HEADS
from articles.reading.results import PersonMention
from articles.reading.speaker_words import ADJUNCTS, CLITICS, DETERMINERS, PREPOSED, PREPOSITIONS, STOPS
from articles.reading.speech import Carried, Speaker
from articles.reading.speech_words import PRONOUNS
from articles.reading.subjects_behind import ADVERBIAL, SubjectsBehind
from articles.reading.tokens import Case, Token

_PLURALS = words("ont avaient auront sont have were are disent estiment jugent affirment assurent")
_PAIR = 30  # words of two names and what parts them
_THESE = words("ce cet cette")
_LONGEST_OPENING = 32  # words before the subject
_CONJUNCTIONS = words("mais or et puis but and yet")
_BEFORE_HEADS = words("premier premiere vice nouveau nouvelle futur future ancien ancienne ex prime - ‑")
_RELATIVES = words("qui who dont whose que whom")
_PARTICIPLES = ("é", "ée", "reçu", "reçue", "ed")  # "accompagné de Y", "reçue par Y", "flanked by Y"
_ASIDE = 26  # words
_OTHER_PREPOSITIONS = PREPOSITIONS - {"a"}


def _leads_on(token: Token) -> bool:
    """Whether a preposition or a participle opens a sentence before its subject: "Devant", "Plaidant", "Interrogé"."""
    participle = token.key.endswith(("ant", "ing")) or token.word.endswith(("é", "ée", "és", "ées"))
    return token.key in PREPOSITIONS or token.key in ADVERBIAL or (bool(token.case) and participle)


class Speakers(SubjectsBehind):
    """The persons of a text as the subjects of verbs of speech, and behind "selon"."""

    def before(self, items: Sequence[int], verb: int, carried: Carried) -> Speaker | None:
        """The subject of the verb at `items[verb]`, which stands before it."""
        tokens = self._prose.tokens
        place = verb - 1
        while place >= 0 and tokens[items[place]].key in CLITICS and items[place] not in self.last:
            place -= 1
        if place > 0 and tokens[items[place]].word == ")":
            opened = next(
                (p for p in range(place - 1, max(-1, place - 12), -1) if tokens[items[p]].word == "("), place
            )
            place = opened - 1  # "Raphaël Martin (S&D) a réclamé"
        if place < 0:
            return None
        index = items[place]
        key = tokens[index].key
        if key in PRONOUNS:
            inside = self._subject(items[:place]) or self.leading_holder(items[:place])
            person = inside or carried.person
            return Speaker(person=person) if person and self.may_be(person, key) else Speaker()
        if key in ("on", "one", "ils", "elles", "they"):
            return Speaker(impersonal=True)
        if index in self.last and self._is_one_of_two(items, place, verb):
            return Speaker()
        if index in self.last:
            return self._unless_complement(items, place) or self._phrase_before(items, place)
        if tokens[index].word in ",–—" or key == "qui":
            return self._over_apposition(items, place)
        if key in ("et", "and", "puis", "mais", "but", "or", "yet"):
            subject = self._subject(items[:place])
            return Speaker(person=subject) if subject else self._leading(items[:place], carried)
        return self._phrase_before(items, place)

    def _is_one_of_two(self, items: Sequence[int], place: int, verb: int) -> bool:
        """ "X et son homologue Y ont appelé à « … »": both say it, or neither."""
        tokens = self._prose.tokens
        if tokens[items[verb]].key not in _PLURALS:
            return False
        near = items[max(0, place - _PAIR) : place + 1]
        named = {id(self.first[index][1]) for index in near if index in self.first}
        return len(named) > 1 and any(tokens[index].key in ("et", "and") for index in near)

    def _unless_complement(self, items: Sequence[int], place: int) -> Speaker | None:
        """The person, unless the name only completes another noun: "le porte-parole de Jean Dupont a dit"."""
        person = self.last[items[place]]
        start = place
        while start > 0 and items[start] not in self.first:
            start -= 1
        return None if self._governed(items, start) else Speaker(person=person)

    def _over_apposition(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "X, ministre de …, a dit", "le ministre, X, a dit", "X, qui a dit"."""
        tokens = self._prose.tokens
        back = place - 1
        if (opening := self._opening_of_aside(items, place)) > 0:
            named = items[opening - 1] in self.last
            return (self._unless_complement if named else self._phrase_before)(items, opening - 1)
        if back >= 0 and tokens[items[place]].key == "qui" and tokens[items[back]].word == ",":
            back -= 1
        while back >= 0 and tokens[items[back]].word not in ",–—" and tokens[items[back]].word not in STOPS:
            if items[back] in self.last:
                return self._unless_complement(items, back)
            back -= 1
        if back > 0 and tokens[items[back]].word in ",–—" and items[back - 1] in self.last:
            return self._unless_complement(items, back - 1)
        subject = self._subject(items[:place])
        if subject:
            return Speaker(person=subject)
        leading = self._leading(items[:place], None)
        if leading is None and back > 0 and tokens[items[back]].word == ",":
            return self._phrase_before(items, back - 1)
        return leading

    def ends_post(self, items: Sequence[int]) -> bool:
        """Whether the tokens end on the post of the person who is named before it: "X, ministre de la Défense"."""
        tokens = self._prose.tokens
        comma = next((p for p in range(len(items) - 1, 0, -1) if tokens[items[p]].word == ","), 0)
        person = self.last.get(items[comma - 1]) if 0 < comma < len(items) - 1 else None
        post = person.office_span if person is not None else None
        return post is not None and post.start == self._prose.starts[items[comma + 1]]

    def _opening_of_aside(self, items: Sequence[int], place: int) -> int:
        """Where the comma stands that opens ", qui recevait Y," or ", reçu par Y,", if such an aside ends at `place`
        and names somebody else; else 0."""
        tokens = self._prose.tokens
        inner = False
        for back in range(place - 2, max(0, place - _ASIDE), -1):
            token = tokens[items[back]]
            if token.word in STOPS:
                return 0
            if token.word == ",":
                first = tokens[items[back + 1]]
                if items[back + 1] in self.first and not inner:
                    inner = True  # "X, qui recevait la ministre, Y, a dit": the aside has a name in apposition
                    continue
                aside = first.key in _RELATIVES or first.word.endswith(_PARTICIPLES)
                return back if aside and self.names_somebody(items[back + 1 : place]) else 0
        return 0

    def _phrase_before(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "un responsable de l'OTAN a affirmé", "le secrétaire général a indiqué"."""
        tokens = self._prose.tokens
        back = place
        while back > 0:
            before = tokens[items[back - 1]]
            if before.word in STOPS or before.word == "," or items[back - 1] != items[back] - 1:
                break
            if before.key in _THESE:
                back -= 1  # "Ce dernier a dit"
                break
            if self._ends_source(items[back - 1]):
                break
            back -= 1
        phrase = items[back : place + 1]
        phrase = phrase[self._past_date(phrase) :]
        if not phrase:
            return None
        named = self._subject(phrase)
        if named is not None:
            return Speaker(person=named)  # "Analyst Jane Holl of the Endowment said"
        if tokens[phrase[0]].key in DETERMINERS or tokens[phrase[0]].case is not Case.LOWER:
            return self.described(phrase)
        subject = self._subject(items[: place + 1])
        return Speaker(person=subject) if subject else None

    def _leading(self, items: Sequence[int], carried: Carried | None) -> Speaker | None:
        """The subject of a sentence that begins with a post or a pronoun: "Il a remercié …, et a dit"."""
        if not items:
            return None
        tokens = self._prose.tokens
        key = tokens[items[0]].key
        if key in PRONOUNS and carried is not None:
            return Speaker(person=carried.person) if carried.person and self.may_be(carried.person, key) else None
        holder = self.leading_holder(items)
        return Speaker(person=holder) if holder else None

    def leading_holder(self, items: Sequence[int]) -> PersonMention | None:
        """The person whose post opens the sentence: "Le secrétaire général a …"."""
        tokens = self._prose.tokens
        if items and tokens[items[0]].key in _CONJUNCTIONS:
            items = items[1:]
            if items and tokens[items[0]].key in ADJUNCTS and len(items) > 1 and tokens[items[1]].word == ",":
                items = items[2:]  # "Mais dimanche, le chef de la diplomatie …"
        items = items[self._past_date(items) :]
        opening = tokens[items[0]] if items else None
        if opening is not None and _leads_on(opening):
            # "Devant ses pairs, l'officier …", "Plaidant pour une issue juste, rapide, le ministre …"
            commas = (place for place, index in enumerate(items[:_LONGEST_OPENING]) if tokens[index].word == ",")
            comma = next(
                (p for p in commas if p + 1 < len(items) and tokens[items[p + 1]].key in ("le", "la", "l'", "the")),
                len(items),
            )
            items = items[comma + 1 :]
        if not items or tokens[items[0]].key not in ("le", "la", "l'", "the"):
            return None
        end = 1
        while end < min(len(items), 14) and not (
            tokens[items[end]].word in STOPS or tokens[items[end]].word == "," or self._ends_source(items[end])
        ):
            end += 1
        return self.meant(items[:end])

    def _past_date(self, items: Sequence[int]) -> int:
        """The place behind a date without a comma: "On 11 January 2009 the Secretary General …"; else 0."""
        tokens = self._prose.tokens
        start = int(bool(items) and tokens[items[0]].key in ("on", "le", "in"))
        for place in range(start, min(start + 5, len(items))):
            token = tokens[items[place]]
            if place > start and token.key in ("the", "le", "la", "l'"):
                return place
            if not token.number and token.key not in MONTHS:
                break
        return 0

    def _subject(self, items: Sequence[int]) -> PersonMention | None:
        """The one person who can be the subject of a clause: named without a preposition before."""
        if not self.names_somebody(items):
            return None
        found = []
        for place, index in enumerate(items):
            if index in self.first and not self._governed(items, place):
                found.append(self.first[index][1])
        distinct = list({id(person): person for person in found}.values())
        return distinct[0] if len(distinct) == 1 else None

    subject = _subject

    def names_somebody(self, items: Sequence[int]) -> bool:
        """Whether a name begins among those tokens, which stand in order, or in a quotation between two of them."""
        first = bisect_left(self._begins, items[0]) if items else len(self._begins)
        return first < len(self._begins) and self._begins[first] <= items[-1]

    def names_one(self, items: Sequence[int]) -> bool:
        """Whether those tokens name one person only, in whatever place."""
        return len({id(self.first[index][1]) for index in items if index in self.first}) == 1

    def named(self, items: Sequence[int]) -> int:
        """How many persons are named without a preposition before."""
        if not self.names_somebody(items):
            return 0
        return len(
            {id(self.first[i][1]) for p, i in enumerate(items) if i in self.first and not self._governed(items, p)}
        )

    def _governed(self, items: Sequence[int], place: int) -> bool:
        """Whether a preposition governs the name, title and civility aside."""
        tokens = self._prose.tokens
        back = place - 1
        steps = 0
        while back >= 0 and steps < 18:
            token = tokens[items[back]]
            if token.word == "." and back and self._abbreviates(tokens[items[back - 1]]):
                back -= 1
                continue
            if token.word in STOPS or token.word == "," or token.key in ("et", "and", "que", "qu'", "that"):
                return False
            if token.key in HEADS or token.key in CIVILITIES:
                while back > 1 and tokens[items[back - 1]].key in _BEFORE_HEADS:
                    back -= 1
                before = tokens[items[back - 1]].key if back else ""
                if before in PREPOSED or before in ("du", "au", "aux", "of", "de"):
                    return True
                if before in ("le", "la", "l'", "the"):
                    earlier = tokens[items[back - 2]].key if back > 1 else ""
                    return earlier in PREPOSITIONS
                while self._is_english_title(items, back - 1):
                    back -= 1
                return back > 0 and tokens[items[back - 1]].key in _OTHER_PREPOSITIONS
            if steps == 0 and token.key in PREPOSITIONS:
                own = f" {token.word} {tokens[items[place]].word}"  # "de Mistura" is how the man is called
                return own.casefold() not in self.first[items[place]][1].name.casefold()
            back -= 1
            steps += 1
        return False

    def _is_english_title(self, items: Sequence[int], place: int) -> bool:
        """ "critics of Defence Minister X": the words of a title go on to the left of its head."""
        if place < 0:
            return False
        token = self._prose.tokens[items[place]]
        return items[place] in self._masked or (bool(token.case) and token.key in ENGLISH_TITLE_WORDS)
