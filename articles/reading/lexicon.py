"""The registry's names as the reader looks for them: built once for each registry, then walked for each text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.reading.inflection import inflected
from articles.reading.name_words import ACRONYM_WORDS, ENGLISH_WORDS, PEOPLES, PREFIXES, TRAPS
from articles.reading.per_registry import once_per_registry
from articles.reading.tokens import Case, Token, fold, tokens_of
from articles.reading.trie import Trie
from partners.names import OTHER_LANGUAGES, Form, Names, Surface


@dataclass(frozen=True, slots=True)
class Entry:
    """One surface of one registry entry. `code` is a country's, `key` an organisation's; a trap has neither.

    `cases`: for each word of the surface, hyphens aside, the least capitals that the text must show.
    """

    form: Form
    cases: tuple[int, ...]
    code: str = ""
    key: str = ""
    language: str = ""
    ambiguous: bool = False
    shared: bool = False  # spelled the same in French and English: a third language may spell it so, too

    def fits(self, tokens: list[Token], start: int, end: int, language: str, capitals: bool) -> bool:
        """Whether the words there are written as this surface demands, in a text of that language."""
        if not self._speaks(language):
            return False
        written = [token for token in tokens[start:end] if not token.hyphen]
        if self.form is Form.ADJECTIVE:
            english = self.language == "en" and written[0].key in ENGLISH_WORDS
            return not english or written[0].case is not Case.LOWER
        for token, least in zip(written, self.cases, strict=True):
            if least is Case.CAPITALS and not _acronym_fits(token, capitals, len(written) == 1, language):
                return False
            if token.case < min(least, Case.CAPITALISED):
                return False
        return True

    def _speaks(self, language: str) -> bool:
        if not self.language or language in ("und", "") or self.language == language:
            return True
        if self.form is Form.ACRONYM:
            # Three letters are a word somewhere ("un", "au", "eu"); four in capitals are an acronym everywhere.
            # Spanish and Italian have the acronyms that French has ("UE", "ONU").
            return len(self.cases) > 1 or self.shared or (self.language == "fr" and language in ("it", "es", "pt"))
        return language not in ("fr", "en") and (self.shared or self.form is Form.CAPITAL)  # "Londres" in Spanish


def _acronym_fits(token: Token, capitals: bool, alone: bool, language: str) -> bool:
    if token.case is Case.CAPITALS:
        return not (capitals and alone and token.key in ACRONYM_WORDS)
    if language == "it" and token.key in ("ue", "onu"):
        return token.case is Case.CAPITALISED
    # The wires write "Otan" and "Cedeao", never "Ue" or "Cpi".
    return token.case is Case.CAPITALISED and len(token.key) >= 4 and token.key not in ACRONYM_WORDS


@dataclass(frozen=True, slots=True)
class Lexicon:
    entries: Trie[Entry]
    capitals: dict[str, tuple[str, ...]]  # a country's capital, as the registry writes it, French first
    organisations: dict[str, str]  # key → name to show
    codes: frozenset[str]
    cities: frozenset[str]  # folded, the capitals of one word
    beginnings: frozenset[str]  # the words at which reading stops: a name may begin there, or a prefix stand

    def longest(
        self, tokens: list[Token], start: int, stop: int, language: str, capitals: bool
    ) -> tuple[int, list[Entry]]:
        """The longest name that begins there and is written right: the index after it and its entries; (0, [])."""
        best: tuple[int, list[Entry]] = (0, [])
        for end, entries in self.entries.matches(tokens, start, stop):
            right = [entry for entry in entries if entry.fits(tokens, start, end, language, capitals)]
            if right:
                best = end, right
        return best


@once_per_registry
def lexicon_of(names: Names) -> Lexicon:
    """The lexicon of a registry; the same registry object gets the same lexicon."""
    entries: Trie[Entry] = Trie()
    capitals: dict[str, tuple[str, ...]] = {}
    for country in names.countries:
        same = _spelled_alike(country.surfaces)
        for surface in country.surfaces:
            for form in _forms(surface):
                entries.add(form, _entry(form, surface, same, code=country.code))
        capitals[country.code] = tuple(
            s.text for s in country.surfaces if s.form is Form.CAPITAL and s.language != OTHER_LANGUAGES
        )
        for people in PEOPLES.get(country.code, "").split():
            entries.add(people, Entry(Form.NAME, _cases(people), code=country.code, language="en"))
    for organisation in names.organisations:
        same = _spelled_alike(organisation.surfaces)
        for surface in organisation.surfaces:
            entry = _entry(surface.text, surface, same, key=organisation.key)
            entries.add(surface.text, replace(entry, ambiguous=True) if _bare(surface.text) else entry)
    for trap in TRAPS:
        entries.add(trap, Entry(Form.NAME, tuple(min(case, Case.CAPITALISED) for case in _cases(trap))))
    cities = frozenset(fold(city) for towns in capitals.values() for city in towns if city.isalpha())
    shown = {o.key: _shown(o.surfaces, o.name_fr) for o in names.organisations}
    codes = frozenset(country.code for country in names.countries)
    return Lexicon(entries, capitals, shown, codes, cities, entries.beginnings() | frozenset(PREFIXES))


def _bare(text: str) -> bool:
    """An article and a common word ("l'Alliance"): the organisation only where the text names it in full."""
    written = tokens_of(text)
    return len(written) == 2 and written[0].key in ("l'", "la", "le", "the") and written[1].case is Case.CAPITALISED


def _shown(surfaces: tuple[Surface, ...], name: str) -> str:
    french = [s.text for s in surfaces if s.form is Form.ACRONYM and s.language in ("fr", "")]
    return french[0] if french and len(french[0]) <= len(name) else name


def _spelled_alike(surfaces: tuple[Surface, ...]) -> frozenset[str]:
    """The surfaces that French and English share."""
    languages: dict[str, set[str]] = {}
    for surface in surfaces:
        languages.setdefault(surface.text, set()).update([surface.language] if surface.language else ["fr", "en"])
    return frozenset(text for text, spoken in languages.items() if len(spoken) > 1)


def _entry(text: str, surface: Surface, same: frozenset[str], *, code: str = "", key: str = "") -> Entry:
    cases = _cases(text)
    if surface.form is Form.ACRONYM:
        shared = len(text.replace(".", "")) >= 4 or surface.text in same
    else:
        shared = surface.text in same
    return Entry(surface.form, cases, code, key, surface.language, surface.ambiguous, shared)


def _cases(text: str) -> tuple[int, ...]:
    """Only the first capitalised word must be capitalised ("Corée du nord"), and acronyms stay acronyms."""
    found = []
    seen = False
    for token in tokens_of(text):
        if token.hyphen:
            continue
        if token.case is Case.CAPITALS:
            found.append(Case.CAPITALS)
            seen = True
        elif token.case is Case.CAPITALISED and not seen:
            found.append(Case.CAPITALISED)
            seen = True
        else:
            found.append(Case.LOWER)
    return tuple(found)


def _forms(surface: Surface) -> Iterator[str]:
    """The surface, and the other forms of an adjective or of the inhabitants."""
    if surface.form is Form.ADJECTIVE and surface.language in ("it", "es", "de"):
        yield from inflected(surface.text, surface.language)
        return
    yield surface.text
    if surface.form is not Form.ADJECTIVE:
        return
    if surface.language == "en":
        if surface.text.endswith(("an", "i", "k", "er", "ch", "o", "ne")) and not surface.text.endswith(
            ("French", "Dutch", "Czech", "Philippine")
        ):
            yield surface.text + "s"
        if surface.text == "Czech":
            yield "Czechs"
    elif not surface.text.endswith(("s", "x")):
        yield surface.text + "s"
