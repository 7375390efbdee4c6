"""Who is named in a text: officials of the registry, and people whom the text itself introduces with their post.

A surname alone says nothing: it links only to a person introduced in the same text, or, with its office, to the one
official of the registry who held that office that day. Each person is reported once, in the fullest form.
"""

from collections.abc import Iterable
from dataclasses import replace

from articles.reading.bearers import Person, can_be_titled, grouped
from articles.reading.directory import Directory, directory_of
from articles.reading.figures import without_namesakes
from articles.reading.lexicon import lexicon_of
from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.names import NameMentions
from articles.reading.office_words import CIVILITIES, INSTITUTIONS, SHORT_STYLES
from articles.reading.offices import Office
from articles.reading.prose import Prose, Sentence
from articles.reading.results import PersonMention
from articles.reading.shared_offices import Sighting, told_apart
from articles.reading.sightings import owners_of, sightings_of
from articles.reading.spellings import Spellings, spellings_of
from partners.dates import Answer, PartialDate
from partners.names import Names

_EXCELLENCIES = words("sem se excellence excellency majeste majesty altesse highness sar")
_PLACING = words("in en au aux du des")


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
    in_office: set[str] = set()
    sightings = [
        _surely_known(sighting, spellings)
        for sentence in prose.sentences
        for sighting in sightings_of(prose, sentence, owners, directory, lexicon, in_office)
    ]
    people = grouped(told_apart(prose, without_namesakes(prose, sightings, mentions, directory)), directory, written)
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


def _asked(mention: PersonMention, person: "Person", spellings: Spellings) -> PersonMention:
    """With the officials whom another spelling of the name may mean, where the registry's own names mean none."""
    if mention.key or len(person.keys) < 2:
        return mention
    same_as = spellings.perhaps(person.keys, country=mention.office_country)
    return replace(mention, same_as=same_as) if same_as else mention


def _add_bare_names(prose: Prose, people: list[Person], sightings: list[Sighting]) -> None:
    """Add the places where an introduced person is called by the surname alone."""
    owners: dict[str, list[Person]] = {}
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


def _mention(prose: Prose, person: Person, directory: Directory, written: PartialDate | None) -> PersonMention | None:
    ranked = sorted(
        (s for s in person.sightings if s.office is not None), key=lambda s: _worth(s.office, bool(person.key))
    )
    chosen = ranked[0] if ranked else None
    office = chosen.office if chosen else None
    official = (
        bool(person.key) or _is_excellency(prose, person)
        if office is None
        else office.public is True or (bool(person.key) and office.public is None)
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


def _is_excellency(prose: Prose, person: Person) -> bool:
    """ "S.E.M. Joël Meyer": the style alone says that an office is held."""
    for sighting in person.sightings:
        place = sighting.run.first - 1
        while place >= sighting.sentence.first and (
            (prose.tokens[place].key in CIVILITIES and prose.tokens[place].case)
            or prose.tokens[place].word == "."
            or prose.tokens[place].word in SHORT_STYLES
        ):
            if prose.tokens[place].key in _EXCELLENCIES or prose.tokens[place].word in SHORT_STYLES:
                return True
            place -= 1
    return False


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
    prose: Prose, person: Person, office: Office | None, directory: Directory, written: PartialDate | None
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
    candidates: Iterable[str] = [
        key for key in written_there if can_be_titled(office, key, directory)
    ] or written_there
    if person.key:
        tenures = {key for key, answer in directory.tenures(person.key, written) if answer is not Answer.NO}
        candidates = [key for key in candidates if key in tenures] or [
            key for key in tenures if can_be_titled(office, key, directory) and not office.rank
        ]
    unique = list(dict.fromkeys(candidates))
    if len(unique) != 1:
        return office.country, office.organisation, ""
    country, organisation, key = _owned(unique[0], directory)
    return office.country or country, office.organisation or organisation, key


def _owned(key: str, directory: Directory) -> tuple[str, str, str]:
    entry = directory.offices[key]
    return entry.country, entry.organisation, key
