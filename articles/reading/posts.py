"""Whom a post alone means: "le secrétaire général" is the one person whom the text gave that post."""

from collections.abc import Sequence
from functools import lru_cache

from articles.reading.name_words import words
from articles.reading.office_words import HEADS
from articles.reading.offices import Owners
from articles.reading.prose import Prose
from articles.reading.results import PersonMention
from articles.reading.stand_ins import kinds_of
from articles.reading.tokens import tokens_of

# French and English posts as one: a caption may introduce whom the text then calls by the post.
_SAME = {"secretary": "secretaire", "minister": "ministre", "chancellor": "chancelier", "ambassador": "ambassadeur",
         "spokesman": "parole", "director": "directeur", "chairman": "president", "chair": "president", "king": "roi",
         "presidente": "president", "chanceliere": "chancelier", "directrice": "directeur", "generale": "general",
         "governor": "gouverneur", "commander": "commandant", "committee": "comite", "council": "conseil",
         "military": "militaire", "defence": "defense", "foreign": "etrangeres", "state": "etat", "chief": "chef",
         "staff": "major", "army": "armee"}  # fmt: skip
_SMALL = words("le la l' les de d' du des the of and et")
_CHIEFS = words("chef cheffe")
_OF = words("de d' du des of")


@lru_cache(maxsize=1 << 12)  # the registry's posts have few titles
def _keys(title: str) -> tuple[str, ...]:
    return tuple([_SAME.get(token.key, token.key) for token in tokens_of(title) if token.letters])


@lru_cache(maxsize=1 << 12)
def _words(title: str) -> frozenset[str]:
    return frozenset([token.key for token in tokens_of(title) if token.letters])


class Posts:
    """The posts that a text gives its people."""

    def __init__(self, prose: Prose, people: Sequence[PersonMention], owners: Owners) -> None:
        self._prose = prose
        self._titled: dict[str, list[int]] = {}  # a word of a title → the people with that title, by number
        self._titles: list[list[tuple[str, ...]]] = []
        self._people = people
        self._numbers = {id(person): number for number, person in enumerate(people)}
        for number, person in enumerate(people):
            titles = [_keys(title) for title in person.titles]
            self._titles.append(titles)
            for key in {key for title in titles for key in title}:
                self._titled.setdefault(key, []).append(number)
        self._of_organisation: dict[str, list[int]] = {}
        for number, person in enumerate(people):
            if person.titles and person.office_organisation:
                self._of_organisation.setdefault(person.office_organisation, []).append(number)
        self._owners = owners

    def holders(self, items: Sequence[int]) -> list[PersonMention]:
        """Everybody in the text whose post the words can name."""
        tokens = self._prose.tokens
        head = next((place for place, index in enumerate(items[:5]) if tokens[index].key in HEADS), None)
        if head is None or any(tokens[index].key in _OF for index in items[:head]):
            return []  # "les partisans du général": another noun is the head
        named = [tokens[index].key for index in items[head:] if tokens[index].letters]
        countries, organisations = self._owners.countries, self._owners.organisations
        country = next((countries[index].code for index in items if index in countries), "")
        organisation = next((organisations[index].key for index in items if index in organisations), "")
        possible = {
            *self._titled.get(_SAME.get(named[0], named[0]), ()),
            *self._of_organisation.get(organisation, ()),
        }
        return [self._people[n] for n in sorted(possible) if self._bears(n, named, country, organisation)]

    def closest(self, items: Sequence[int], holders: list[PersonMention]) -> list[PersonMention]:
        """Of several holders those whose post shares the most words with the words said."""
        if len(holders) < 2:
            return holders
        tokens = self._prose.tokens
        heads = {tokens[index].key for index in items if tokens[index].key in HEADS}
        # "the Chairman" beside a president, whose post French calls by the same word
        holders = [each for each in holders if any(heads & _words(title) for title in each.titles)] or holders
        said = {_SAME.get(tokens[index].key, tokens[index].key) for index in items if tokens[index].letters}
        said -= _SMALL
        shared = [
            max((len(said.intersection(keys)) for keys in self._titles[self._numbers[id(person)]]), default=0)
            for person in holders
        ]
        return [person for person, words_shared in zip(holders, shared, strict=True) if words_shared == max(shared)]

    def _bears(self, number: int, named: list[str], country: str, organisation: str) -> bool:
        person = self._people[number]
        if person.standing in ("former", "late"):
            return False
        title = next((keys for keys in self._titles[number] if _SAME.get(named[0], named[0]) in keys), None)
        if title is None:
            # "le chef Jens Stoltenberg", then "le secrétaire général de l'OTAN"
            return bool(person.titles and organisation and organisation == person.office_organisation)
        said = kinds_of([_SAME.get(key, key) for key in named]) if named[0] in _CHIEFS else None
        if said and not any(said & kinds_of(keys) for keys in self._titles[number]):
            return False  # "le chef de l'État" is not "le chef de l'OTAN"
        if country and person.office_country and country != person.office_country:
            return False
        if organisation and person.office_organisation and organisation != person.office_organisation:
            return False
        second = named[1] if len(named) > 1 else ""
        if second in ("general", "generale", "delegue", "adjoint", "d'etat") and second not in title:
            return False
        portfolio = {"defense", "etrangeres", "interieur", "defence", "foreign", "finances", "justice"}
        mine = portfolio & set(title)
        theirs = portfolio & set(named)
        return not (mine and theirs and mine != theirs)
