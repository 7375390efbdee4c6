"""The registry's officials, offices and members as the reader looks for them: built once for each registry."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.name_words import NUMERALS
from articles.reading.office_words import PARTICLES
from articles.reading.per_registry import once_per_registry
from articles.reading.tokens import Case, Token, tokens_of
from articles.reading.trie import Trie
from partners.dates import Answer, PartialDate, held
from partners.names import Names, OfficeNames, OfficialNames


@dataclass(frozen=True, slots=True)
class Directory:
    officials: dict[str, OfficialNames]
    offices: dict[str, OfficeNames]
    names: Trie[tuple[str, tuple[bool, ...]]]  # official's key and which words are capitalised
    beginnings: frozenset[str]  # of those names
    titles: Trie[str]  # office keys
    by_family_name: dict[str, tuple[str, ...]]
    heads: dict[str, frozenset[str]]  # office key → the words of its titles
    joined: dict[str, PartialDate | None]  # country code → when it became a member of the Alliance

    def official_at(self, tokens: list[Token], start: int, stop: int) -> tuple[int, str]:
        """The longest official's name that begins there: the index after it and the key, or (0, "")."""
        best = 0, ""
        for end, values in self.names.matches(tokens, start, stop):
            written = [token for token in tokens[start:end] if not token.hyphen]
            right = {
                key
                for key, capitals in values
                if all(token.case or not capital for token, capital in zip(written, capitals, strict=True))
            }
            if len(right) == 1:  # two officials of one name are told apart by no text
                best = end, right.pop()
        return best

    def offices_at(self, tokens: list[Token], start: int, stop: int) -> tuple[str, ...]:
        """The offices whose title is written there, by the longest title."""
        found: tuple[str, ...] = ()
        for _, keys in self.titles.matches(tokens, start, stop):
            found = tuple(dict.fromkeys(keys))
        return found

    def owners_of(self, official: str) -> frozenset[str]:
        """The countries and organisations whose offices the official has held."""
        held_offices = (self.offices[tenure.office] for tenure in self.officials[official].tenures)
        return frozenset(owner for office in held_offices for owner in (office.country, office.organisation) if owner)

    def reigns(self, official: str) -> bool:
        """Whether the name has a monarch's number, so that its one other word is no family name."""
        return self.officials[official].name.rpartition(" ")[2].lower() in NUMERALS

    def tenures(self, official: str, on: PartialDate | None) -> list[tuple[str, Answer]]:
        """The offices of an official, each with whether it is held on that date."""
        return [
            (tenure.office, held(tenure.since, tenure.until, on=on) if on else Answer.CANNOT_SAY)
            for tenure in self.officials[official].tenures
        ]


def family_names(name: str) -> Iterator[str]:
    """The words of a name by which its bearer may be called: the last one, and a double name's first."""
    keys = [token.key for token in tokens_of(name) if token.letters]
    if len(keys) > 1 and keys[-1] in NUMERALS:
        keys = keys[:-1]  # "King Abdullah" is Abdullah II
    plain = [key for key in keys[1:] if key not in PARTICLES and len(key) > 1] or keys[-1:]
    yield plain[-1]


@once_per_registry
def directory_of(names: Names) -> Directory:
    """The directory of a registry; the same registry object gets the same directory."""
    people: Trie[tuple[str, tuple[bool, ...]]] = Trie()
    family: dict[str, list[str]] = {}
    for official in names.officials:
        for name in dict.fromkeys((official.name, *official.other_names)):
            capitals = tuple(token.case is not Case.LOWER for token in tokens_of(name) if not token.hyphen)
            if len(capitals) > 1:  # a single word is a family name, which needs its context
                people.add(name, (official.key, capitals))
            for word in family_names(name):
                if official.key not in family.setdefault(word, []):
                    family[word].append(official.key)
    titles: Trie[str] = Trie()
    heads: dict[str, frozenset[str]] = {}
    for office in names.offices:
        for title in office.titles:
            titles.add(title.text, office.key)
        heads[office.key] = frozenset(token.key for title in office.titles for token in tokens_of(title.text))
    return Directory(
        {official.key: official for official in names.officials},
        {office.key: office for office in names.offices},
        people,
        people.beginnings(),
        titles,
        {word: tuple(keys) for word, keys in family.items()},
        heads,
        {country.code: country.member_since for country in names.countries},
    )
