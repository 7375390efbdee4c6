"""Which countries and organisations of the registry a text names, and where.

Accents and the kind of apostrophe do not count, case does; the longest name wins; forms that can mean something else
need their context (`articles.reading.countries`, `articles.reading.actors`). Linear in the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.reading.actors import stands_for_state
from articles.reading.countries import adjective_counts, house_counts, name_counts, prefix_counts
from articles.reading.lexicon import Entry, Lexicon, lexicon_of
from articles.reading.name_words import AGAINST, EVIDENCE, FIRST_NAMES, FUNCTION_WORDS, GENERIC_NOUNS, PREFIXES
from articles.reading.namesakes import is_family_name
from articles.reading.other_bodies import goes_on, stands_alone
from articles.reading.prose import Prose, Sentence, between
from articles.reading.results import CountryMention, OrganisationMention, PersonMention, Span
from articles.reading.subjects import is_leisure
from articles.reading.tokens import Case, fold
from articles.reading.works import titles_of_works
from partners.names import Form, Names

# "Bruxelles" says the EU or the Alliance more often than Belgium, so it never stands for its state.
_SEATS = frozenset({"BE"})
# Bodies, commands and missions of the Alliance in the registry.
_ALLIED_ORGANS = frozenset(
    {"CAN", "CM", "EMI", "SHAPE", "ACO", "ACT", "JFCNAPLES", "NSPA", "NDC", "NMI", "NTMI", "HUBSUD", "COG", "COU"}
    | {"COR", "CPEA", "APOTAN", "KFOR", "ISAF", "SFOR"}
)
# The seats of ministries speak for a ministry: they name its country, and are no other word for the state.
_MINISTRIES = frozenset({"pentagone", "pentagon", "quai d'orsay"})

# A town that the press uses as a capital, and that is a place as often.
_TOWNS = frozenset({"tel aviv", "tel-aviv"})


@dataclass(frozen=True, slots=True)
class NameMentions:
    """Every place where a country or an organisation is named, in reading order."""

    countries: tuple[CountryMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()


def find_names(prose: Prose, names: Names) -> NameMentions:
    """Find the countries and organisations of the registry that the text names; several mentions of one are kept."""
    lexicon = lexicon_of(names)
    finder = _Finder(prose, lexicon)
    places = prose.numbers_of(lexicon.beginnings)
    for sentence in prose.sentences:
        finder.read(sentence, between(places, sentence.first, sentence.last))
    return finder.settled()


def outside_people(mentions: NameMentions, people: Iterable[PersonMention]) -> NameMentions:
    """The mentions without those inside a person's name ("Israël Katz")."""
    taken = sorted(span for person in people for span in (person.span, *person.mentions))
    if not taken:
        return mentions
    held = _Held(taken)
    return NameMentions(
        tuple(m for m in mentions.countries if m.rule in ("adjective", "metonym") or not held.holds(m.span)),
        tuple(m for m in mentions.organisations if not held.holds(m.span)),
    )


class _Held:
    def __init__(self, spans: Sequence[Span]) -> None:
        self._places = {place for span in spans for place in range(span.start, span.end)}

    def holds(self, span: Span) -> bool:
        return span.start in self._places


class _Finder:
    """One pass over the text; what needs evidence from the whole of it waits in `_open` until the end."""

    def __init__(self, prose: Prose, lexicon: Lexicon) -> None:
        self._prose = prose
        self._lexicon = lexicon
        self._countries: list[CountryMention] = []
        self._organisations: list[OrganisationMention] = []
        self._open_countries: list[tuple[CountryMention, tuple[str, ...]]] = []
        self._open_organisations: list[OrganisationMention] = []
        self._beside_capitals: frozenset[str] | None = None
        self._leisure: bool | None = None
        self._ends: dict[int, int] = {}
        self._family_names: set[str] = set()

    def read(self, sentence: Sentence, places: Iterable[int]) -> None:
        """Note the names of a sentence, which can begin only at those of its tokens."""
        tokens, may_begin = self._prose.tokens, self._lexicon.entries.may_begin
        after = sentence.first
        for index in places:
            if index < after:
                continue
            if tokens[index].key in PREFIXES:
                self._read_prefix(index, sentence)
            if may_begin(tokens, index):
                after = self._read_name(index, sentence)

    def _read_prefix(self, index: int, sentence: Sentence) -> None:
        code = prefix_counts(self._prose, index, sentence, lambda place: self._adjective_end(place, sentence))
        if code in self._lexicon.codes:
            self._countries.append(self._country(code, index, index + 1, sentence, "adjective"))

    def _read_name(self, index: int, sentence: Sentence) -> int:
        """Note the longest name that begins at `index`, when it counts; the index where reading goes on."""
        end, entries = self._longest(index, sentence)
        if not end:
            return index + 1
        for entry in entries:
            if not entry.code and not entry.key:
                return end  # a phrase that only looks like a country
        for entry in entries:
            if entry.key:
                return self._read_organisation(index, end, entry, sentence)
        self._read_country(index, end, entries, sentence)
        return end

    def _longest(self, index: int, sentence: Sentence, stop: int | None = None) -> tuple[int, list[Entry]]:
        stop = sentence.last if stop is None else stop
        return self._lexicon.longest(self._prose.tokens, index, stop, sentence.language, sentence.capitals)

    def _name_end(self, index: int, sentence: Sentence) -> int:
        """The index after a country, capital or organisation that begins there, else 0."""
        if not sentence.first <= index < sentence.last:
            return 0
        if not self._lexicon.entries.may_begin(self._prose.tokens, index):
            return 0
        known = self._ends.get(index)  # each name of a series asks for the others
        if known is None:
            end, entries = self._longest(index, sentence)
            known = end if any((e.code or e.key) and e.form is not Form.ADJECTIVE for e in entries) else 0
            self._ends[index] = known
        return known

    def _adjective_end(self, index: int, sentence: Sentence) -> int:
        if not self._lexicon.entries.may_begin(self._prose.tokens, index):
            return 0
        end, entries = self._longest(index, sentence)
        return end if any(entry.form is Form.ADJECTIVE for entry in entries) else 0

    # --- organisations

    def _read_organisation(self, index: int, end: int, entry: Entry, sentence: Sentence) -> int:
        if goes_on(self._prose.tokens, index, end, sentence):
            return end
        mention = self._organisation(entry, index, end, sentence)
        if entry.ambiguous:
            if not stands_alone(self._prose.tokens, end, sentence):
                return index + 1
            self._open_organisations.append(mention)
            return end
        self._organisations.append(mention)
        self._read_parts(index, end, sentence)
        return end

    def _read_parts(self, start: int, stop: int, sentence: Sentence) -> None:
        """An organ's name may hold its parent's, and a country's: "Commission OTAN-Géorgie"."""
        tokens = self._prose.tokens
        index = start
        while index < stop:
            best: tuple[int, list[Entry]] = (0, [])
            for end, entries in self._lexicon.entries.matches(tokens, index, stop):
                if (index, end) != (start, stop):
                    right = [e for e in entries if e.fits(tokens, index, end, sentence.language, sentence.capitals)]
                    best = (end, right) if right else best
            end, entries = best
            for entry in entries:
                if entry.key and not entry.ambiguous:
                    self._organisations.append(self._organisation(entry, index, end, sentence))
                    break
                if entry.code and entry.form is Form.NAME:
                    self._countries.append(self._country(entry.code, index, end, sentence, "name"))
                    break
            index = end or index + 1

    def _organisation(self, entry: Entry, start: int, end: int, sentence: Sentence) -> OrganisationMention:
        span = self._span(start, end)
        rule = "acronym" if entry.form is Form.ACRONYM else "name"
        shown = self._lexicon.organisations[entry.key]
        return OrganisationMention(entry.key, shown, span.of(self._prose.text), span, rule, sentence.span)

    # --- countries

    def _read_country(self, start: int, end: int, entries: list[Entry], sentence: Sentence) -> None:
        by_form: dict[Form, list[Entry]] = {}
        for entry in entries:
            by_form.setdefault(entry.form, []).append(entry)
        for form in (Form.NAME, Form.ACRONYM, Form.METONYM, Form.ADJECTIVE, Form.CAPITAL):
            found = by_form.get(form)
            if found and self._counts(form, start, end, found, sentence):
                self._note(found, start, end, sentence, "name" if form is Form.ACRONYM else form.value)
                return
            if found and form is Form.ADJECTIVE and is_family_name(self._prose.tokens, start, end, sentence):
                self._family_names.add(self._prose.tokens[start].key)

    def _counts(self, form: Form, start: int, end: int, entries: list[Entry], sentence: Sentence) -> bool:
        if form is Form.CAPITAL:
            if self._leisure is None:
                self._leisure = is_leisure(self._prose)
            return (
                not self._leisure
                and entries[0].code not in _SEATS
                and stands_for_state(
                    self._prose.tokens, start, end, sentence, lambda index: self._name_end(index, sentence)
                )
            )
        if form is Form.ADJECTIVE:
            return adjective_counts(self._prose, start, end, sentence)
        if form is Form.NAME:
            return name_counts(self._prose, start, end, sentence, lambda index: self._name_end(index, sentence))
        if form is Form.ACRONYM:
            return self._acronym_counts(start, end, sentence)
        if fold(self._span(start, end).of(self._prose.text)) in _TOWNS:
            return self._counts(Form.CAPITAL, start, end, entries, sentence)
        return house_counts(self._prose, start, end, sentence)

    def _acronym_counts(self, start: int, end: int, sentence: Sentence) -> bool:
        """ "US Monastir" is a club; "US Army" and "l'armée US" are not."""
        tokens = self._prose.tokens
        if sentence.language != "fr" or end >= sentence.last or tokens[start].key != "us":
            return True
        return tokens[end].case is Case.LOWER or tokens[end].key in (
            "army",
            "navy",
            "air",
            "marine",
            "marines",
            "space",
        )

    def _note(self, entries: list[Entry], start: int, end: int, sentence: Sentence, rule: str) -> None:
        codes = tuple(dict.fromkeys([entry.code for entry in entries]))
        if rule == Form.METONYM.value:
            if end - start > 1 and self._prose.tokens[start].key in ("le", "la", "l'", "the"):
                start += 1  # "the Kremlin": the name is the bare one
            if fold(self._span(start, end).of(self._prose.text)) in _MINISTRIES:
                rule = "name"
        mention = self._country(codes[0], start, end, sentence, rule)
        if len(codes) > 1 or (any(entry.ambiguous for entry in entries) and rule == "name"):
            self._open_countries.append((mention, codes))
        else:
            self._countries.append(mention)

    def _country(self, code: str, start: int, end: int, sentence: Sentence, rule: str) -> CountryMention:
        span = self._span(start, end)
        return CountryMention(code, span.of(self._prose.text), span, rule, sentence.span)

    def _span(self, start: int, end: int) -> Span:
        return self._prose.span(start, end)

    # --- the end

    def settled(self) -> NameMentions:
        if self._family_names:  # "Lucas Roumain", then "Roumain (46e)"
            self._countries = [
                m for m in self._countries if m.surface.islower() or fold(m.surface) not in self._family_names
            ]
        if self._countries and (works := titles_of_works(self._prose)):
            held = _Held(works)
            self._countries = [m for m in self._countries if not held.holds(m.span)]
            self._open_countries = [(m, codes) for m, codes in self._open_countries if not held.holds(m.span)]
        sure = {mention.code for mention in self._countries}
        keys = self._prose.vocabulary
        countries = self._countries + [
            replace(mention, code=code)
            for mention, codes in self._open_countries
            if (code := self._settle(mention, codes, sure, keys))
        ]
        named = {mention.key for mention in self._organisations}
        if not named.isdisjoint(_ALLIED_ORGANS) and "AES" not in named:
            named.add("OTAN")  # beside KFOR or SHAPE "l'Alliance" is the one that they belong to
        organisations = self._organisations + [m for m in self._open_organisations if m.key in named]
        return NameMentions(
            tuple(sorted(countries, key=lambda mention: mention.span)),
            tuple(sorted(organisations, key=lambda mention: mention.span)),
        )

    def _settle(self, mention: CountryMention, codes: tuple[str, ...], sure: set[str], keys: frozenset[str]) -> str:
        """The one country that the text as a whole speaks for, or ""."""
        favoured = [code for code in codes if code in sure or not keys.isdisjoint(EVIDENCE.get(code, ()))]
        if len(favoured) == 1:
            return favoured[0]
        if favoured or len(codes) > 1:
            return ""
        code = codes[0]
        if fold(mention.surface) in FIRST_NAMES:
            return ""
        return "" if not keys.isdisjoint(AGAINST.get(code, ())) or self._is_person(mention) else code

    def _is_person(self, mention: CountryMention) -> bool:
        """A first or family name somewhere in the text: "Michael Jordan", then "Jordan said"."""
        if self._beside_capitals is None:
            self._beside_capitals = _keys_beside_capitals(self._prose)
        return fold(mention.surface) in self._beside_capitals


def _keys_beside_capitals(prose: Prose) -> frozenset[str]:
    """The capitalised words with another one right beside them, small words and titles aside."""
    found: set[str] = set()
    for sentence in prose.sentences:
        if sentence.capitals or sentence.titled:
            continue
        for left, right in pairwise(prose.tokens[sentence.first : sentence.last]):
            if left.key in FUNCTION_WORDS or left.key in GENERIC_NOUNS:
                continue
            if left.case is Case.CAPITALISED and right.case is Case.CAPITALISED:
                found.update((left.key, right.key))
    return frozenset(found)
