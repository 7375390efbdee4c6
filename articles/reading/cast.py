"""Who may speak in a text: its people, and the names that nothing but their place makes a person's.

"« … », résume Maëlle, 15 ans", "said Whitfield", "Firmin Castro y voit …": enough to say who speaks, too little to
propose a person. Only quotations ask for them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from articles.reading.agencies import is_agency
from articles.reading.directory import Directory
from articles.reading.inversions import inverted
from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.office_words import CIVILITIES
from articles.reading.offices import Owners
from articles.reading.person_names import Run, is_institution, runs_of
from articles.reading.prose import Prose, Sentence
from articles.reading.quote_marks import Marked
from articles.reading.results import PersonMention
from articles.reading.sightings import THINGS
from articles.reading.speaker_words import ADJUNCTS
from articles.reading.speech_words import SOURCES
from articles.reading.tokens import Case, Token
from partners.dates import Answer, PartialDate

_POSSESSIVES = words("son sa mon ma notre leur ton ta his her my our their")
_ARTICLES = words("le la l' un une the a an") | _POSSESSIVES
_AT = words("a au aux en de du des d' dans sur chez vers depuis at in of to from near on via")
# Places and papers that speak without an article.
_NO_PERSONS = words(
    "matignon bercy beauvau brienne balard whitehall langley foggy downing wikipedia google facebook twitter tiktok"
    " reuters bloomberg liberation mediapart politico axios euronews novaya spiegel"
)
_GERMAN_OPENINGS = words(
    "mit nach bei vor seit auf in im am an zum zur aus von fur uber unter ohne gegen durch um bis als"
)
_YEARS = words("ans year years jahre anos")


@dataclass(slots=True)
class _Name:
    best: Run
    sentence: Sentence
    sure: bool = False
    runs: list[Run] = field(default_factory=list)


def cast_of(
    prose: Prose, people: Sequence[PersonMention], owners: Owners, passages: Sequence[Marked]
) -> tuple[PersonMention, ...]:
    """The people, then the names besides them that speak, act as people do, or have an age. Linear in the text."""
    masked = set(owners.masked)
    for person in people:
        for span in person.mentions:
            masked.update(prose.inside(span))
    behind = _behind_verbs(prose, passages, owners)
    names: dict[tuple[str, ...], _Name] = {}
    singles: list[tuple[Run, Sentence]] = []
    for sentence in prose.sentences:
        for run in runs_of(prose, sentence, masked):
            if any(is_institution(key) or key in _NO_PERSONS for key in run.keys) or is_agency(
                run.span.of(prose.text)
            ):
                continue
            if sentence.language == "de" and run.first == sentence.first and run.keys[0] in _GERMAN_OPENINGS:
                continue  # "Mit Blick auf …": every noun has a capital
            if not run.full:
                singles.append((run, sentence))
                continue
            name = names.setdefault(run.keys, _Name(run, sentence))
            name.runs.append(run)
            name.sure = name.sure or run.first in behind or _is_person(prose.tokens, run, sentence)
    _add_singles(prose, names, singles, behind)
    found = (_person(prose, name) for name in names.values() if name.sure)
    return (*people, *found)


def with_known_posts(
    people: Iterable[PersonMention], directory: Directory, written: PartialDate | None
) -> list[PersonMention]:
    """The registry's people of a text with the titles of the posts that they held that day, or ever without one."""
    found = []
    for person in people:
        if not person.key or person.key not in directory.officials:
            continue
        held = directory.tenures(person.key, written)
        keys = [office for office, answer in held if answer is Answer.YES] or [
            office for office, answer in held if answer is Answer.CANNOT_SAY
        ]
        offices = [directory.offices[key] for key in keys if key in directory.offices]
        organisations = {office.organisation for office in offices}
        found.append(
            replace(
                person,
                titles=tuple(title.text for office in offices for title in office.titles),
                office_country=directory.officials[person.key].country,
                office_organisation=organisations.pop() if len(organisations) == 1 else "",
            )
        )
    return found


def _behind_verbs(prose: Prose, passages: Iterable[Marked], owners: Owners) -> set[int]:
    """The tokens where the subject of a verb right behind quoted words begins."""
    tokens = prose.tokens
    found = set()
    for passage in passages:
        place = bisect_left(prose.starts, passage.outer.end)
        while place < len(tokens) and tokens[place].word in ",–—-":
            place += 1
        if place < len(tokens) and (tokens[place].key in SOURCES or tokens[place].key == "so"):
            found.add(place + 1)
            continue
        verb = inverted(tokens, range(place, min(place + 24, len(tokens))), 0)
        if verb is None or verb.pronoun:
            continue
        place += verb.after
        while place < len(tokens) and tokens[place].key in ADJUNCTS:
            place += 1
        if place in owners.countries:
            while place in owners.masked:
                place += 1
            place += place < len(tokens) and tokens[place].key == "'s"  # "said Kenya's Musalia Mudavadi"
        found.add(place)
        while place < len(tokens) and (tokens[place].key in CIVILITIES or tokens[place].word == "."):
            place += 1  # "a déclaré M. Séjourné"
        found.add(place)
    return found


def _add_singles(
    prose: Prose, names: dict[tuple[str, ...], _Name], singles: list[tuple[Run, Sentence]], behind: set[int]
) -> None:
    """Surnames of the full names, which become sure where the surname speaks; then given names that stand alone."""
    by_surname: dict[str, list[_Name]] = {}
    for name in names.values():
        by_surname.setdefault(name.best.keys[-1], []).append(name)
    for run, sentence in singles:
        if len(run.keys[0]) < 3 or prose.tokens[run.first].case is Case.CAPITALS:
            continue
        speaks = run.first in behind
        owners = by_surname.get(run.keys[-1], [])
        if len(owners) == 1:
            owners[0].runs.append(run)
            owners[0].sure = owners[0].sure or speaks
        elif not owners and (speaks or _has_age(prose.tokens, run, sentence) or _is_mine(prose.tokens, run, sentence)):
            name = _Name(run, sentence, sure=True, runs=[run])
            names[run.keys] = name
            by_surname[run.keys[-1]] = [name]


def _is_person(tokens: Sequence[Token], run: Run, sentence: Sentence) -> bool:
    return _has_age(tokens, run, sentence) or _acts(tokens, run, sentence) or _is_described(tokens, run, sentence)


def _has_age(tokens: Sequence[Token], run: Run, sentence: Sentence) -> bool:
    """ "Jordan Diakité, 19 ans", "Chantal Roy, 54,", "Ali (31 ans)"."""
    after = tokens[run.last : min(run.last + 4, sentence.last)]
    if len(after) < 3 or after[0].word not in ",(" or not after[1].word.isdigit() or not 4 < int(after[1].word) < 110:
        return False
    return after[2].key in _YEARS or after[2].word in ",)"


def _acts(tokens: Sequence[Token], run: Run, sentence: Sentence) -> bool:
    """A full name that opens a sentence as its subject: a small word that can be a verb follows."""
    if run.first != sentence.first or run.last >= sentence.last:
        return False
    after = tokens[run.last]
    if after.word == "," or after.case is not Case.LOWER or not after.letters:
        return False
    return after.key not in FUNCTION_WORDS or after.key in (
        "a",
        "est",
        "y",
        "en",
        "has",
        "is",
        "was",
        "s'",
        "se",
        "n'",
    )


def _is_described(tokens: Sequence[Token], run: Run, sentence: Sentence) -> bool:
    """ "le docteur Paul Roy", "virologist Ann Lee", "par Paul Roy, le libraire": a common noun beside the name."""
    place = run.first - 1
    if place >= sentence.first:
        noun = tokens[place]
        plain = noun.case is Case.LOWER and noun.word.isalpha() and noun.key not in FUNCTION_WORDS
        opened = tokens[place - 1] if place > sentence.first else None
        if plain and noun.key not in THINGS and opened is not None and (opened.key in _ARTICLES or opened.word == ","):
            return True
    after = tokens[run.last : min(run.last + 3, sentence.last)]
    if len(after) < 3 or after[0].word != "," or after[2].key in THINGS or after[2].case is not Case.LOWER:
        return False
    return after[1].key in ("le", "la", "l'", "un", "une", "the", "a", "an") and after[1].word != "à"


def _is_mine(tokens: Sequence[Token], run: Run, sentence: Sentence) -> bool:
    """ "Son camarade Titouan", "mon vieil ami Hubert"."""
    place = run.first - 1
    steps = 0
    while place >= sentence.first and steps < 4 and tokens[place].word.isalpha():
        if tokens[place].key in _POSSESSIVES:
            return steps > 0
        if tokens[place].case or tokens[place].key in _AT or tokens[place].key in THINGS:
            return False
        place -= 1
        steps += 1
    return False


def _person(prose: Prose, name: _Name) -> PersonMention:
    spans = tuple(sorted({run.span for run in name.runs}))
    return PersonMention(
        name=" ".join(name.best.span.of(prose.text).split()),
        span=name.best.span,
        passage=name.sentence.span,
        official=False,
        rule="speaks",
        mentions=spans,
    )
