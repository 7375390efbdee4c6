"""Whom the words for somebody mean: "le secrétaire général" is the one person whom the text gave that post.

"Ce dernier" was named last, "l'officier mauritanien" is the one from there; when two may be meant, nobody is.
"""

from bisect import bisect_left
from collections.abc import Sequence

from articles.reading.genders import gender_of
from articles.reading.name_words import words
from articles.reading.office_words import MILITARY, RANK_COMPLEMENTS
from articles.reading.offices import Owners
from articles.reading.posts import Posts
from articles.reading.prose import Prose
from articles.reading.results import PersonMention, Span
from articles.reading.speaker_words import DETERMINERS, INDEFINITE
from articles.reading.speech import Carried, Speaker
from articles.reading.speech_words import PRONOUNS
from articles.reading.stand_ins import BY_NOUN, OPPOSITES, can_be, is_somebody
from articles.reading.tokens import Case

_PLACES_IN_A_PAIR = {"le premier": 0, "la premiere": 0, "the former": 0, "le second": 1, "la seconde": 1}
_BESIDES = words(
    "dans lors a au aux devant en sur apres avant jeudi lundi mardi mercredi vendredi samedi dimanche hier in at on"
)
_MAJESTIES = {
    ("majesty",), ("his", "majesty"), ("her", "majesty"), ("sa", "majeste"), ("le", "monarque"), ("the", "monarch"),
}  # fmt: skip
_CROWNS = words("king queen roi reine emir sultan souverain souveraine monarch")
_HIS = ("son", "sa", "his", "her", "its")
# "Celui-ci": a post without a gender known is a man's more often than a woman's.
_THESE: dict[str, tuple[str, ...]] = {"celui": ("m", ""), "celle": ("f",), "ceux": (), "celles": ()}
_POINTING = ("ce", "cet", "cette", "this")
_NEAREST = 50  # names before a post that may be meant by it
_RANKS = RANK_COMPLEMENTS | MILITARY


class Descriptions:
    """The persons of a text and whom its other words for them mean: posts, pronouns, "l'officier", "ce dernier"."""

    def __init__(
        self,
        prose: Prose,
        people: Sequence[PersonMention],
        owners: Owners,
        carried: Carried,
        known: Sequence[PersonMention] = (),
    ) -> None:
        """`carried` is shared with the caller, who says there who acted last; `known`: the people of the registry
        with the posts that it gives them, for texts that leave those out.
        """
        self._prose = prose
        self._people = people
        self.first: dict[int, tuple[int, PersonMention]] = {}  # first token of a name → token after it, person
        self.last: dict[int, PersonMention] = {}  # last token of a name → person
        for person in people:
            for span in person.mentions:
                places = prose.inside(span)
                self.first[places.start] = (places.stop, person)
                self.last[places.stop - 1] = person
        self._begins, self._ends = sorted(self.first), sorted(self.last)
        self.carried = carried
        self._masked = owners.masked
        # "Le Maroc" is no Moroccan
        self._states = {place for place, country in owners.countries.items() if country.rule != "adjective"}
        self._countries = {place: country.code for place, country in owners.countries.items()}
        self._posts = Posts(prose, people, owners)
        self._known_posts = Posts(prose, known, owners)
        self._nationality = {person.key: person.office_country for person in known}
        self._by_key = {person.key: person for person in people if person.key}
        self._ranks: dict[int, frozenset[str]] = {}
        self._genders: dict[int, str] = {}

    def _gender(self, person: PersonMention) -> str:
        if id(person) not in self._genders:
            self._genders[id(person)] = gender_of(self._prose, person)
        return self._genders[id(person)]

    def _country(self, person: PersonMention) -> str:
        return person.office_country or self._nationality.get(person.key, "")

    def may_be(self, person: PersonMention, pronoun: str) -> bool:
        gender = self._gender(person)
        return not gender or not PRONOUNS.get(pronoun) or PRONOUNS[pronoun] == gender

    def described(self, items: Sequence[int]) -> Speaker | None:
        """A description: the post of a person of the text, else the words themselves."""
        tokens = self._prose.tokens
        items = list(items)
        while items and (tokens[items[-1]].word in ",-–—" or tokens[items[-1]].key in ("et", "and", "a")):
            items.pop()
        if not items:
            return None
        keys = [tokens[index].key for index in items]
        alone = len(keys) < 3 or keys[2] in _BESIDES  # "à ce dernier égard" means nobody
        if alone and keys[:2] in (["ce", "dernier"], ["cette", "derniere"], ["the", "latter"]):
            latter = self._last_named(items[0])
            return Speaker(person=latter) if latter else None
        if keys[0] in _THESE:
            latter = self._last_named(items[0]) if len(keys) == 3 and keys[-1] == "ci" else None
            fits = latter is not None and self._gender(latter) in _THESE[keys[0]]
            return Speaker(person=latter) if fits else Speaker()
        if tuple(keys) in _MAJESTIES:
            crowned = [person for person in self._people if _CROWNS.intersection(person.office_title.lower().split())]
            return Speaker(person=crowned[0]) if len(crowned) == 1 else None
        if keys[0] in _HIS and keys[-1] in OPPOSITES:
            return Speaker(person=other) if (other := self._other(items[0])) else None
        if (place := _PLACES_IN_A_PAIR.get(" ".join(keys))) is not None:
            pair = self._named_before(items[0])
            return Speaker(person=pair[place]) if len(pair) == 2 else None
        if keys[0] in PRONOUNS or keys[0] in ("on", "we", "they", "ils", "elles", "nous", "je", "i", "it"):
            return None
        if keys[0] not in INDEFINITE:
            holder = self.meant(items)
            if holder is not None:
                return Speaker(person=holder)
        if tokens[items[0]].case is Case.LOWER and keys[0] not in DETERMINERS:
            return None
        return Speaker(words=Span(self._prose.starts[items[0]], self._prose.ends[items[-1]]))

    def meant(self, items: Sequence[int]) -> PersonMention | None:
        """Whom "la ministre" or "l'officier" means: the post's one holder, or the one who was just named."""
        keys = [self._prose.tokens[index].key for index in items]
        if len(items) > 1 and items[1] in self._states and keys[0] in ("le", "la", "l'", "the"):
            return None
        by_rank = keys[0] in ("le", "la", "l'", "the") and keys[1:2] and keys[1] in MILITARY
        if by_rank and (ranked := self._of_rank(keys[1:], self._named_before(items[0]))) is not None:
            return ranked
        holders = self._posts.holders(items)
        gender = {"le": "m", "la": "f"}.get(keys[0], "")
        fitting = [person for person in holders if not gender or self._gender(person) in ("", gender)]
        fitting = self._posts.closest(items, fitting)
        if len(fitting) <= 1 and holders:
            return fitting[0] if fitting else None
        near = self._named_before(items[0])
        if fitting:
            recent = [person for person in near if person in fitting]
            return recent[0] if len(recent) == 1 else None
        if keys[0] in _POINTING:
            # "ce marin de 58 ans": whoever acted last, or is alone in the sentences before
            last = near[-1] if len(near) == 1 else self.carried.person if self.carried.age <= 1 else None
            who = last is not None and keys[0] in (
                "this",
                "cet",
                {"m": "ce", "f": "cette"}.get(self._gender(last), keys[0]),
            )
            return last if who and len(keys) > 1 and is_somebody(keys[1]) else None
        if keys[0] not in ("le", "la", "l'", "the"):
            return None
        known = self._known_posts.holders(items)
        known = [person for person in known if not gender or self._gender(self._by_key[person.key]) in ("", gender)]
        acted = self.carried.person if self.carried.age <= 1 else None
        if len(known) == 1:
            return self._by_key[known[0].key]
        peoples_name = len(items) == 2
        named = [
            self._prose.tokens[index].key
            for index in items[1:]
            if self._prose.tokens[index].key[0].isalnum() and (peoples_name or index not in self._countries)
        ]
        if acted is not None and acted not in near:
            near = [*near, acted]
        country = next((self._countries[index] for index in items if index in self._countries), "")
        fits = [
            person
            for person in near
            if (not gender or self._gender(person) in ("", gender))
            and (not country or self._country(person) in ("", country))
            and can_be(named, person, peoples_name=len(items) == 2 and bool(country))
        ]
        if len(fits) == 1:
            return fits[0]
        if not fits and not country and len(named) == 1 and named[0] in BY_NOUN:
            # "le diplomate": whom the text introduced long before, if it has one only
            fits = [
                person
                for person in self._people
                if (not gender or self._gender(person) in ("", gender)) and can_be(named, person)
            ]
            return fits[0] if len(fits) == 1 else None
        if country and not fits:
            # "l'officier mauritanien": whom the text introduced long before, if only one comes from there
            fits = [
                person
                for person in self._people
                if self._country(person) == country
                and (not gender or self._gender(person) in ("", gender))
                and can_be(named, person)
            ]
            return fits[0] if len(fits) == 1 else None
        return acted if acted in fits and self.carried.age <= 1 and named[0] not in BY_NOUN else None

    def _of_rank(self, keys: Sequence[str], near: Sequence[PersonMention]) -> PersonMention | None:
        """ "le général d'armée": the one whom the text names with that rank, of several the one named last."""
        end = next((place for place, key in enumerate(keys) if key in _BESIDES), len(keys))
        keys = keys[:end]
        if not keys or not _RANKS.issuperset(keys):
            return None
        wanted = MILITARY.intersection(keys)
        fits = [person for person in self._people if wanted <= self._rank_of(person)]
        if len(fits) > 1 and len(keys) > 1:
            fits = [person for person in fits if self._rank_of(person).issuperset(keys)]
        if len(fits) > 1:
            fits = [person for person in near if person in fits]
        return fits[0] if len(fits) == 1 else None

    def _rank_of(self, person: PersonMention) -> frozenset[str]:
        """The words of the ranks that stand right before the person's name."""
        if id(person) not in self._ranks:
            found = set()
            for span in person.mentions:
                place = self._prose.inside(span).start - 1
                while place >= 0 and self._prose.tokens[place].key in _RANKS:
                    found.add(self._prose.tokens[place].key)
                    place -= 1
            self._ranks[id(person)] = frozenset(found)
        return self._ranks[id(person)]

    def _named_before(self, index: int) -> list[PersonMention]:
        """The persons named in the sentence before that token and in the two before it, each once."""
        sentence = self._prose.sentence_at(self._prose.starts[index])
        if sentence is None:
            return []
        number = bisect_left(self._prose.openings, sentence.span.start)
        floor = self._prose.sentences[max(0, number - 2)].first
        first, last = bisect_left(self._ends, floor), bisect_left(self._ends, index)
        found = {id(self.last[place]): self.last[place] for place in self._ends[max(first, last - _NEAREST) : last]}
        return list(found.values())

    def _other(self, index: int) -> PersonMention | None:
        """Of two who talk, the one who did not act last: "lui a répondu son hôte"."""
        before = {id(self.last[place]): self.last[place] for place in self._ends[: bisect_left(self._ends, index)]}
        near = self._named_before(index)
        pair = near if len(near) == 2 else list(before.values())
        others = [person for person in pair if person is not self.carried.person]
        return others[0] if len(pair) == 2 and len(others) == 1 else None

    def _last_named(self, index: int) -> PersonMention | None:
        """The person named last before that token, not further off than the sentence before."""
        sentence = self._prose.sentence_at(self._prose.starts[index])
        if sentence is None:
            return None
        before = bisect_left(self._ends, index) - 1
        if before < 0 or self._ends[before] <= max(0, sentence.first - 60):
            return None
        return self.last[self._ends[before]]
