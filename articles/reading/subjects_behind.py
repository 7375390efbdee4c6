"""The subject behind a verb of speech or "selon": "a déclaré, hier soir, à la presse, X"."""

from collections.abc import Sequence

from articles.reading.descriptions import Descriptions
from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, HEADS, MILITARY
from articles.reading.results import PersonMention
from articles.reading.speaker_words import ADJUNCTS, END_OF_SOURCE, INDEFINITE, STOPS
from articles.reading.speech import Speaker
from articles.reading.tokens import Token

_ADJUNCT = 20  # words between a verb and its subject behind it
_STRESSED = {"lui": "il", "elle": "elle", "him": "he", "her": "she"}  # "selon lui"
# What may stand between a verb of speech and its subject begins with these …
ADVERBIAL = words(
    "aux au lors dans devant sur en de d' du depuis par avec apres avant hier vers face chez sans sous entre durant"
    " pendant aupres non plus tout in on at to during after before from"
)
# … and goes on with these before its articles.
_GOVERNORS = ADVERBIAL | words("des son sa ses ce cette pour selon mais toute tous quelques the of")
_TIME_NOUNS = words(
    "tot tard heures heure jours jour minutes semaines semaine mois veille matin soir lendemain foulee auparavant"
    " precedemment recemment journee soiree matinee"
)
_TIMES = _TIME_NOUNS | words("un une le la l' les deux trois quatre quelques plusieurs meme peu plus dans")
_HIS = words("son sa ses leur leurs")
_CLAUSES = words("que qu' qui dont ou that which who parce tandis alors ajoutant precisant soulignant")


class SubjectsBehind(Descriptions):
    """The persons of a text as the subjects behind a verb of speech."""

    def after(self, items: Sequence[int], start: int) -> Speaker | None:
        """The subject that follows a verb or "selon" at `items[start]` on; items are tokens outside quotations."""
        tokens = self._prose.tokens
        place = start
        while place < len(items) and (tokens[items[place]].key in ADJUNCTS or tokens[items[place]].word == ","):
            place += 1
        if place + 1 < len(items) and place > start and tokens[items[place - 1]].word == ",":
            manner = tokens[items[place]]
            if tokens[items[place + 1]].word == "," and manner.letters and not manner.case:
                place += 2  # "a conclu, optimiste, le ministre X"
        place = self._past_adjuncts(items, self._past_times(items, place))
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
            if token.word in STOPS or (
                place > first and (self._ends_source(index) or self._is_addressed(items, place))
            ):
                break
            if token.word == ",":
                # "le ministre de la Défense, Jean Dupont": only a name may go on
                if not indefinite and self._names_next(items, place + 1):
                    place += 1
                    continue
                if indefinite and (person := self._titled_by(items, first, place)):
                    return Speaker(person=person)
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
        if token.key in ("et", "and") and following is not None and following.key in ("de", "des", "du", "d'", "of"):
            return False  # "le ministre de l'Europe et des Affaires étrangères"
        joined = following is not None and following.hyphen and following.joined
        return not joined  # "le contre-amiral"

    def _is_addressed(self, items: Sequence[int], place: int) -> bool:
        """ "a rappelé le président égyptien à Sylvie Goulard": to whom it was said is not who said it."""
        tokens = self._prose.tokens
        token = tokens[items[place]]
        if place + 1 >= len(items) or (token.word != "à" and token.key not in ("au", "aux")):
            return False
        following = tokens[items[place + 1]]
        if token.word != "à":
            return following.key in HEADS
        return items[place + 1] in self.first or following.key in CIVILITIES or following.key in _HIS

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

    def _titled_by(self, items: Sequence[int], first: int, comma: int) -> PersonMention | None:
        """ "a dit une porte-parole du ministère, Mme X": who is named behind a post that only she has."""
        if not self._names_next(items, comma + 1):
            return None
        person = next(self.first[index][1] for index in items[comma + 1 :] if index in self.first)
        post, starts = person.office_span, self._prose.starts
        return person if post is not None and starts[items[first]] <= post.start < starts[items[comma]] else None

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

    def _past_times(self, items: Sequence[int], place: int) -> int:
        """The place behind "un peu plus tôt", "quelques heures après", "le même jour"; `place` where none begins."""
        tokens = self._prose.tokens
        end = place
        while end < len(items) and end - place < 7 and tokens[items[end]].key in _TIMES:
            end += 1
        while end > place and tokens[items[end - 1]].key not in _TIME_NOUNS:
            end -= 1
        return end + (end > place and end < len(items) and tokens[items[end]].key in ("apres", "avant"))

    def _begins_adjunct(self, items: Sequence[int], place: int) -> bool:
        token = self._prose.tokens[items[place]]
        following = self._prose.tokens[items[place + 1]].key if place + 1 < len(items) else ""
        if token.key in ("ce", "cette", "this"):
            return following in ADJUNCTS or following in ("semaine", "week", "apres")
        return token.word == "à" or token.key in ADVERBIAL or (token.key == "pour" and following in ("sa", "leur"))

    @staticmethod
    def _is_governor(token: Token) -> bool:
        return token.word == "à" or token.key in _GOVERNORS
