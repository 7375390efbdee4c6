"""Who is named in a text: officials of the registry, and people whom the text itself introduces with their post.

A surname alone says nothing: it links only to a person introduced in the same text, or, with its office, to the one
official of the registry who held that office that day. Each person is reported once, in the fullest form.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.reading.directory import Directory, directory_of
from articles.reading.figures import without_namesakes
from articles.reading.lexicon import lexicon_of
from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.names import NameMentions
from articles.reading.office_words import INSTITUTIONS, PARTICLES
from articles.reading.offices import Office
from articles.reading.prose import Prose, Sentence
from articles.reading.results import PersonMention, Span
from articles.reading.shared_offices import Sighting, told_apart
from articles.reading.sightings import owners_of, sightings_of
from articles.reading.spellings import Spellings, spellings_of
from articles.reading.transliteration import names_alike, skeleton, surnames_alike
from partners.dates import Answer, PartialDate
from partners.names import Names

_PLACING = words("in en au aux du des")
_NAMESAKES = 50  # in one text; more are a list of names, not people told apart


def find_people(
    prose: Prose, names: Names, mentions: NameMentions, *, written: PartialDate | None = None
) -> tuple[PersonMention, ...]:
    """Every person whom the text names, once each, in order of first appearance.

    `written` is the text's own date: offices are resolved through tenures on that day, and left open without it.
    """
    directory = directory_of(names)
    lexicon = lexicon_of(names)
    owners = owners_of(prose, mentions)
    spellings = spellings_of(names)
    sightings = [
        _surely_known(sighting, spellings)
        for sentence in prose.sentences
        for sighting in sightings_of(prose, sentence, owners, directory, lexicon)
    ]
    people = _grouped(told_apart(prose, without_namesakes(prose, sightings, mentions, directory)), directory, written)
    _add_bare_names(prose, people, sightings)
    found = [
        _asked(mention, person, spellings)
        for person in people
        if (mention := _mention(prose, person, directory, written))
    ]
    return tuple(sorted(found, key=lambda mention: mention.mentions[0]))


def _surely_known(sighting: Sighting, spellings: Spellings) -> Sighting:
    """ "Mohamed Wuld Cheikh al-Ghazouani" for the registry's "Ould Cheikh El Ghazouani": only small words differ."""
    if sighting.key or not sighting.run.full:
        return sighting
    key = spellings.surely(sighting.run.keys, country=sighting.office.country if sighting.office else "")
    if not key:
        return sighting
    return replace(sighting, key=key, rule=sighting.rule or "name in the registry")


def _asked(mention: PersonMention, person: "_Person", spellings: Spellings) -> PersonMention:
    """With the officials whom another spelling of the name may mean, where the registry's own names mean none."""
    if mention.key or len(person.keys) < 2:
        return mention
    return replace(mention, same_as=spellings.perhaps(person.keys, country=mention.office_country))


@dataclass(slots=True)
class _Person:
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
        if len(plain) == 1:
            return any(surnames_alike(plain[0], key) for key in self.keys[1:]) or plain == self.keys
        own = tuple(key for key in self.keys if key not in PARTICLES)
        return own[-len(plain) :] == plain


def _grouped(sightings: list[Sighting], directory: Directory, written: PartialDate | None) -> list[_Person]:
    people: list[_Person] = []
    by_family_name: dict[str, list[_Person]] = {}

    def begin(sighting: Sighting) -> None:
        person = _Person(sighting.run.keys, sighting)
        person.add(sighting)
        people.append(person)
        for key in person.keys[1:] or person.keys:
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
        if any(
            answer is Answer.YES and (office is None or _titled(office, held, directory))
            for held, answer in directory.tenures(key, written)
        )
    ]
    return holders[0] if len(holders) == 1 else ""


def _titled(office: Office, key: str, directory: Directory) -> bool:
    """Whether the words of a post can be that office of the registry: its head, and no other owner."""
    entry = directory.offices.get(key)
    if entry is None or office.head not in directory.heads[key]:
        return False
    if office.country and entry.country and office.country != entry.country:
        return False
    return not (office.organisation and entry.organisation and office.organisation != entry.organisation)


def _add_bare_names(prose: Prose, people: list[_Person], sightings: list[Sighting]) -> None:
    """Add the places where an introduced person is called by the surname alone."""
    owners: dict[str, list[_Person]] = {}
    for person in people:
        for surname in {person.keys[-1], *(s.run.keys[-1] for s in person.sightings)}:
            if len(surname) > 2:
                owners.setdefault(surname, []).append(person)
    single = {surname: found[0] for surname, found in owners.items() if len(found) == 1}
    if not single:
        return
    taken = {place for s in sightings for place in range(s.run.first, s.run.last)}
    for sentence in prose.sentences:
        for place in sentence.capitalised:
            person_called = single.get(prose.tokens[place].key)
            if person_called is None or place in taken:
                continue
            if place > sentence.first and prose.tokens[place - 1].key in _PLACING:
                continue  # "in Denmark" beside a Chad Denmark
            if _stands_alone(prose, place, sentence):
                person_called.spans.add(prose.span(place, place + 1))


def _stands_alone(prose: Prose, place: int, sentence: Sentence) -> bool:
    tokens = prose.tokens
    if sentence.capitals or sentence.titled:
        return True
    for neighbour in (place - 1, place + 1):
        if sentence.first <= neighbour < sentence.last and tokens[neighbour].case and tokens[neighbour].word.isalpha():
            known = tokens[neighbour].key in INSTITUTIONS or tokens[neighbour].key in FUNCTION_WORDS
            if not known and neighbour != sentence.first:
                return False
    return True


def _mention(prose: Prose, person: _Person, directory: Directory, written: PartialDate | None) -> PersonMention | None:
    ranked = sorted(
        (s for s in person.sightings if s.office is not None), key=lambda s: _worth(s.office, bool(person.key))
    )
    chosen = ranked[0] if ranked else None
    office = chosen.office if chosen else None
    official = (
        bool(person.key) if office is None else office.public is True or (bool(person.key) and office.public is None)
    )
    if person.key and office is not None and office.public is False:
        official = _holds_any(person.key, directory, written)
    standing = office.standing if office else "in office"
    if person.key and (office is None or office.rank):
        standing = _standing_in_registry(person.key, directory, written)
    best = person.best
    introduced = chosen or best
    spans = tuple(sorted(person.spans))
    country, organisation, key = _resolve(prose, person, office, directory, written)
    return PersonMention(
        name=" ".join(best.run.span.of(prose.text).split()),
        span=best.run.span,
        passage=introduced.sentence.span,
        key=person.key,
        official=official,
        office=key,
        office_title=office.title if office else "",
        office_span=office.span if office else None,
        office_country=country,
        office_organisation=organisation,
        standing=standing,
        rule=introduced.rule or best.rule,
        mentions=spans,
        titles=tuple(dict.fromkeys(s.office.title for s in ranked if s.office and s.office.public is not False)),
    )


def _worth(office: Office | None, known: bool) -> tuple[bool, bool, bool, bool, int]:
    """Sorts the offices that a text gives one person: held ones first, then those that say the most."""
    assert office is not None  # the caller keeps only sightings with one
    return (
        office.public is not True,
        office.standing not in ("in office", "acting"),
        office.rank,
        not (office.country or office.organisation),
        -len(office.title),
    )


def _holds_any(key: str, directory: Directory, written: PartialDate | None) -> bool:
    return any(answer is not Answer.NO for _, answer in directory.tenures(key, written))


def _standing_in_registry(key: str, directory: Directory, written: PartialDate | None) -> str:
    """What the tenures say on the text's day; without a day or tenures nothing speaks against "in office"."""
    official = directory.officials[key]
    if written is None or not official.tenures:
        return "in office"
    if any(answer is not Answer.NO for _, answer in directory.tenures(key, written)):
        return "in office"
    past = any(tenure.until is not None and tenure.until.last < written.first for tenure in official.tenures)
    return "former" if past else "in office"


def _resolve(
    prose: Prose, person: _Person, office: Office | None, directory: Directory, written: PartialDate | None
) -> tuple[str, str, str]:
    """The office's country, organisation and key in the registry, as far as text and tenures say."""
    if office is None or (office.rank and person.key):
        held = (
            [key for key, answer in directory.tenures(person.key, written) if answer is Answer.YES]
            if person.key
            else []
        )
        return _owned(held[0], directory) if len(held) == 1 else ("", "", "")
    written_there = directory.offices_at(prose.tokens, office.first, office.last)
    candidates: Iterable[str] = [key for key in written_there if _titled(office, key, directory)] or written_there
    if person.key:
        tenures = {key for key, answer in directory.tenures(person.key, written) if answer is not Answer.NO}
        candidates = [key for key in candidates if key in tenures] or [
            key for key in tenures if _titled(office, key, directory) and not office.rank
        ]
    unique = list(dict.fromkeys(candidates))
    if len(unique) != 1:
        return office.country, office.organisation, ""
    country, organisation, key = _owned(unique[0], directory)
    return office.country or country, office.organisation or organisation, key


def _owned(key: str, directory: Directory) -> tuple[str, str, str]:
    entry = directory.offices[key]
    return entry.country, entry.organisation, key
