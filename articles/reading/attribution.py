"""Who says a quoted passage: the subject of the verb of speech beside it, resolved only as far as the text allows.

"a déclaré X", "X said", "selon X" name the speaker; "le secrétaire général" is the one person whom the text gave that
post; "il" is the last person who acted; "un haut responsable" stays unnamed. When two readings remain, none is taken.
"""

from bisect import bisect_left
from collections.abc import Sequence

from articles.reading.descriptions import Descriptions
from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, ENGLISH_TITLE_WORDS, HEADS, MILITARY
from articles.reading.results import PersonMention
from articles.reading.speaker_words import (
    ADJUNCTS,
    CLITICS,
    DETERMINERS,
    END_OF_SOURCE,
    INDEFINITE,
    PREPOSED,
    PREPOSITIONS,
    STOPS,
)
from articles.reading.speech import Carried, Speaker
from articles.reading.speech_words import PRONOUNS
from articles.reading.tokens import Case, Token

_ADJUNCT = 20  # words between a verb and its subject behind it
_STRESSED = {"lui": "il", "elle": "elle", "him": "he", "her": "she"}  # "selon lui"
# What may stand between a verb of speech and its subject begins with these …
_ADVERBIAL = words(
    "aux au lors dans devant sur en de d' du depuis par avec apres avant hier vers face chez sans sous entre durant"
    " pendant aupres non plus tout in on at to during after before from"
)
# … and goes on with these before its articles.
_GOVERNORS = _ADVERBIAL | words("des son sa ses ce cette pour selon mais toute tous quelques the of")
_CLAUSES = words("que qu' qui dont ou that which who parce tandis alors ajoutant precisant soulignant")
_BEFORE_HEADS = words("premier premiere vice nouveau nouvelle futur future ancien ancienne ex prime - ‑")
_OTHER_PREPOSITIONS = PREPOSITIONS - {"a"}


class Speakers(Descriptions):
    """The persons of a text as the subjects of verbs of speech, and behind "selon"."""

    # --- after a verb

    def after(self, items: Sequence[int], start: int) -> Speaker | None:
        """The subject that follows a verb or "selon" at `items[start]` on; items are tokens outside quotations."""
        tokens = self._prose.tokens
        place = start
        while place < len(items) and (tokens[items[place]].key in ADJUNCTS or tokens[items[place]].word == ","):
            place += 1
        place = self._past_adjuncts(items, place)
        if place >= len(items):
            return None
        if tokens[items[place]].key in _STRESSED:
            person = self.carried.person
            return (
                Speaker(person=person)
                if person and self.may_be(person, _STRESSED[tokens[items[place]].key])
                else Speaker()
            )
        first = place
        indefinite = tokens[items[place]].key in INDEFINITE
        while place < len(items) and place < first + 24:
            index = items[place]
            if index in self.first and not indefinite:
                return Speaker(person=self.first[index][1])
            token = tokens[index]
            if token.word == "." and place and self._abbreviates(tokens[items[place - 1]]):
                place += 1
                continue
            if token.word in STOPS or (place > first and self._ends_source(index)):
                break
            if token.word == ",":
                # "le ministre de la Défense, Jean Dupont": only a name may go on
                if not indefinite and self._names_next(items, place + 1):
                    place += 1
                    continue
                break
            if index != items[first] and place > first and items[place] != items[place - 1] + 1:
                break  # a quotation stands between
            place += 1
        return self.described(items[first:place])

    def _ends_source(self, index: int) -> bool:
        """Whether the words for a speaker end before that token: another clause begins."""
        token = self._prose.tokens[index]
        if token.key not in END_OF_SOURCE or token.word == "à":
            return False
        following = self._prose.tokens[index + 1] if index + 1 < len(self._prose.tokens) else None
        joined = following is not None and following.hyphen and following.joined
        return not joined  # "le contre-amiral"

    @staticmethod
    def _abbreviates(token: Token) -> bool:
        return len(token.word) <= 4 and (token.key in CIVILITIES or token.key in MILITARY or len(token.word) == 1)

    def _names_next(self, items: Sequence[int], place: int) -> bool:
        tokens = self._prose.tokens
        for ahead in range(place, min(place + 7, len(items))):
            if items[ahead] in self.first:
                return True
            key = tokens[items[ahead]].key
            if (
                key not in CIVILITIES
                and key not in MILITARY
                and key not in ("le", "la", "l'", ".", "de", "d'", "corps", "armee", "division")
            ):
                return False
        return False

    def _past_adjuncts(self, items: Sequence[int], place: int) -> int:
        """The place of the subject behind "a déclaré à la presse", "a commenté, hier soir, à Oslo,": a name, or an
        article that no small word governs. The last place where there is none.
        """
        tokens = self._prose.tokens
        if place >= len(items) or not self._begins_adjunct(items, place):
            return place
        for ahead in range(place + 1, min(place + _ADJUNCT, len(items))):
            index = items[ahead]
            if index in self.first:
                return ahead
            token, before = tokens[index], tokens[items[ahead - 1]]
            if token.word in STOPS or token.key in _CLAUSES:
                break
            if (
                token.key in ("le", "la", "l'", "un", "une", "the", "a")
                and token.word != "à"
                and not self._is_governor(before)
            ):
                return ahead
        return len(items)

    def _begins_adjunct(self, items: Sequence[int], place: int) -> bool:
        token = self._prose.tokens[items[place]]
        following = self._prose.tokens[items[place + 1]].key if place + 1 < len(items) else ""
        if token.key in ("ce", "cette", "this"):
            return following in ADJUNCTS or following in ("semaine", "week", "apres")
        return token.word == "à" or token.key in _ADVERBIAL or (token.key == "pour" and following in ("sa", "leur"))

    @staticmethod
    def _is_governor(token: Token) -> bool:
        return token.word == "à" or token.key in _GOVERNORS

    # --- before a verb

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
            inside = self._subject(items[:place])
            person = inside or carried.person
            return Speaker(person=person) if person and self.may_be(person, key) else Speaker()
        if key in ("on", "one", "ils", "elles", "they"):
            return Speaker(impersonal=True)
        if index in self.last:
            return self._unless_complement(items, place) or self._phrase_before(items, place)
        if tokens[index].word in ",–—" or key == "qui":
            return self._over_apposition(items, place)
        if key in ("et", "and", "puis", "mais", "but", "or", "yet"):
            subject = self._subject(items[:place])
            return Speaker(person=subject) if subject else self._leading(items[:place], carried)
        return self._phrase_before(items, place)

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

    def _phrase_before(self, items: Sequence[int], place: int) -> Speaker | None:
        """ "un responsable de l'OTAN a affirmé", "le secrétaire général a indiqué"."""
        tokens = self._prose.tokens
        back = place
        while back > 0:
            before = tokens[items[back - 1]]
            if before.word in STOPS or before.word == "," or items[back - 1] != items[back] - 1:
                break
            if self._ends_source(items[back - 1]):
                break
            back -= 1
        phrase = items[back : place + 1]
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
        if items and (tokens[items[0]].key in PREPOSITIONS or tokens[items[0]].key in _ADVERBIAL):
            # "Devant ses pairs, l'officier …"
            comma = next((place for place, index in enumerate(items[:12]) if tokens[index].word == ","), len(items))
            items = items[comma + 1 :]
        if not items or tokens[items[0]].key not in ("le", "la", "l'", "the"):
            return None
        end = 1
        while end < min(len(items), 14) and not (
            tokens[items[end]].word in STOPS or tokens[items[end]].word == "," or self._ends_source(items[end])
        ):
            end += 1
        return self.meant(items[:end])

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
                return True
            back -= 1
            steps += 1
        return False

    def _is_english_title(self, items: Sequence[int], place: int) -> bool:
        """ "critics of Defence Minister X": the words of a title go on to the left of its head."""
        if place < 0:
            return False
        token = self._prose.tokens[items[place]]
        return bool(token.case) and token.key in ENGLISH_TITLE_WORDS
