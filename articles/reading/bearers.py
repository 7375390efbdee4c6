"""Which sightings of a text are of one person: by the full name, its repetitions, then the surname alone."""

from dataclasses import dataclass, field

from articles.reading.directory import Directory
from articles.reading.name_words import NUMERALS
from articles.reading.office_words import PARTICLES
from articles.reading.offices import Office
from articles.reading.results import Span
from articles.reading.shared_offices import Sighting
from articles.reading.transliteration import names_alike, skeleton, surnames_alike
from partners.dates import Answer, PartialDate

_NAMESAKES = 50  # in one text; more are a list of names, not people told apart


@dataclass(slots=True)
class Person:
    """The sightings of one person; `keys` is the fullest name, folded."""

    keys: tuple[str, ...]
    best: Sighting
    key: str = ""
    sightings: list[Sighting] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)

    def add(self, sighting: Sighting) -> None:
        self.sightings.append(sighting)
        self.spans.add(sighting.run.span)
        self.key = self.key or sighting.key
        if len(sighting.run.keys) > len(self.keys):
            self.keys = sighting.run.keys
            self.best = sighting

    def may_be(self, keys: tuple[str, ...]) -> bool:
        """Whether another full name can be this person's: one family name, given names that do not differ.

        The same name in another spelling is the same person's, too.
        """
        if keys[-1] != self.keys[-1]:
            return names_alike(self.keys, keys, closely=True)
        mine, other = self.keys[:-1], keys[:-1]
        if not mine or not other:
            return True
        a, b = mine[0], other[0]
        return (
            a == b
            or (min(len(a), len(b)) == 1 and a[0] == b[0])
            or set(mine) <= set(other)
            or set(other) <= set(mine)
            or names_alike(self.keys, keys, closely=True)
        )

    def called(self, keys: tuple[str, ...]) -> bool:
        """Whether a family name, with or without its particles, is this person's."""
        plain = tuple(key for key in keys if key not in PARTICLES) or keys
        if self.keys[-1] in NUMERALS and plain == self.keys[:-1]:
            return True  # "King Abdullah" for Abdullah II
        if len(plain) == 1:
            return any(surnames_alike(plain[0], key) for key in self.keys[1:]) or plain == self.keys
        own = tuple(key for key in self.keys if key not in PARTICLES)
        return own[-len(plain) :] == plain


def grouped(sightings: list[Sighting], directory: Directory, written: PartialDate | None) -> list[Person]:
    """The persons whom the sightings of a text are of, in the order in which something makes a name a person's.

    `written` is the text's own date, for surnames whose bearer only the registry's tenures tell.
    """
    people: list[Person] = []
    by_family_name: dict[str, list[Person]] = {}

    def begin(sighting: Sighting) -> None:
        person = Person(sighting.run.keys, sighting)
        person.add(sighting)
        people.append(person)
        for key in person.keys[person.keys[-1] not in NUMERALS :] or person.keys:
            if key not in PARTICLES:
                by_family_name.setdefault(skeleton(key), []).append(person)

    full = [s for s in sightings if s.run.full]
    # First the names that something makes a person's, then bare repetitions of them, then surnames.
    for sighting in [s for s in full if s.rule]:
        known = [
            p
            for p in by_family_name.get(skeleton(sighting.run.keys[-1]), [])[-_NAMESAKES:]
            if p.may_be(sighting.run.keys)
        ]
        same = [p for p in known if not (p.key and sighting.key and p.key != sighting.key)]
        if len(same) == 1:
            same[0].add(sighting)
        else:
            begin(sighting)
    for sighting in [s for s in full if not s.rule]:
        known = [
            p
            for p in by_family_name.get(skeleton(sighting.run.keys[-1]), [])[-_NAMESAKES:]
            if p.may_be(sighting.run.keys)
        ]
        if len(known) == 1:
            known[0].add(sighting)
    for sighting in [s for s in sightings if not s.run.full]:
        called = [
            p
            for p in by_family_name.get(skeleton(sighting.run.keys[-1]), [])[-_NAMESAKES:]
            if p.called(sighting.run.keys)
        ]
        if len(called) == 1:
            called[0].add(sighting)
        elif not called and sighting.rule:
            begin(sighting)
            people[-1].key = people[-1].key or _by_surname(sighting, directory, written)
    return people


def _by_surname(sighting: Sighting, directory: Directory, written: PartialDate | None) -> str:
    """The registry's one official of that surname who held an office that day: of that title, or, after "M.", any."""
    office = sighting.office
    if written is None or (office is not None and not office.public):
        return ""
    holders = [
        key
        for key in directory.by_family_name.get(sighting.run.keys[-1], ())
        if (office is not None or not directory.reigns(key))
        and any(
            answer is Answer.YES and (office is None or can_be_titled(office, held, directory))
            for held, answer in directory.tenures(key, written)
        )
    ]
    return holders[0] if len(holders) == 1 else ""


def can_be_titled(office: Office, key: str, directory: Directory) -> bool:
    """Whether the words of a post can be that office of the registry: its head, and no other owner."""
    entry = directory.offices.get(key)
    if entry is None or office.head not in directory.heads[key]:
        return False
    if office.country and entry.country and office.country != entry.country:
        return False
    return not (office.organisation and entry.organisation and office.organisation != entry.organisation)
