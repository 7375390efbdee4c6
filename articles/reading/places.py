"""The town that a sentence says a meeting takes place in: a city of the registry, or a name after "à" or "in"."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.reading.meeting_words import HOSTS, NO_PLACES, PLACE_PREPOSITIONS
from articles.reading.name_words import FUNCTION_WORDS, REGIONS, words
from articles.reading.per_registry import once_per_registry
from articles.reading.person_names import is_institution
from articles.reading.prose import Prose, Sentence
from articles.reading.results import CountryMention
from articles.reading.tokens import Case, Token, fold
from articles.reading.trie import Trie
from partners.names import Form, Names

_SITES = words("base camp residence palais chateau caserne aeroport port hotel domaine abbaye quartier")
_OF_SITES = words("aerienne navale militaire aeronavale interarmees presidentiel royal")
_CITY_STATES = frozenset({"LU", "DJ", "SG", "MC", "SM", "VA"})  # one name for town and country
_SUBJECTS = words("le la l' les il elle ils elles on the he she they lo ha")  # "À Pristina le ministre a reçu"
_HOST_REACH = 40  # tokens between a host and its verb
_WHEN = words(
    "attendu attendue arrive arrivee en visite officielle de travail deplacement "
    "ce hier le lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi apres - janvier fevrier mars avril"
    " mai juin juillet aout septembre octobre novembre decembre on monday tuesday wednesday thursday friday saturday"
    " sunday january february march april may june july august september october november december"
)
_SITED = words("a au aux en dans sur du la le sa son")
_NO_TOWNS = REGIONS | NO_PLACES | words("arab arabs african european western nordic baltic islamic")


class Cities:
    """The cities that the registry knows, each under all its names."""

    def __init__(self, names: Names) -> None:
        self._trie: Trie[str] = Trie()
        self._same: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        for country in names.countries:
            towns = [surface.text for surface in country.surfaces if surface.form is Form.CAPITAL]
            if towns:
                self.capitals[country.code] = towns[0]
            # French and English names of one capital; a country with two seats of government is left alone
            french = [s.text for s in country.surfaces if s.form is Form.CAPITAL and s.language in ("fr", "")]
            self._add(towns, french[:1] if len(french) == 1 else [])
        for meeting in names.meetings:
            self._add(list(meeting.places), list(meeting.places)[:1])

    def _add(self, towns: list[str], canonical: list[str]) -> None:
        for town in towns:
            self._trie.add(town, town)
            self._same.setdefault(fold(town), fold(canonical[0]) if canonical else fold(town))

    def at(self, prose: Prose, index: int, stop: int) -> tuple[int, str]:
        """The city that begins with that token, as the text writes it: the index after it and the words."""
        if not prose.tokens[index].case or not self._trie.may_begin(prose.tokens, index):
            return 0, ""
        end = max((end for end, _ in self._trie.matches(prose.tokens, index, stop)), default=0)
        return (end, _words(prose, index, end)) if end else (0, "")

    def with_article(self, token: Token) -> str:
        """ "Le Caire", whose article has gone into the "au" before it; "" where no such city is known."""
        town = f"Le {token.word}"
        return town if token.case and fold(town) in self._same else ""

    def same(self, a: str, b: str) -> bool:
        """Whether two names are of one city: "Bruxelles" and "Brussels"."""
        return self.canonical(a) == self.canonical(b)

    def canonical(self, place: str) -> str:
        key = fold(place)
        return self._same.get(key, key)


@dataclass(frozen=True, slots=True)
class Ground:
    """What decides whether a word is a place: the known cities, the text's countries by the token where each begins,
    the tokens of other names, and those of posts ("l'ambassadeur d'Espagne à Nouakchott"), which place no meeting."""

    cities: Cities
    countries: Mapping[int, CountryMention]
    masked: frozenset[int]
    posts: frozenset[int] = frozenset()


@once_per_registry
def cities_of(names: Names) -> Cities:
    """The cities of a registry; the same registry object gets the same cities."""
    return Cities(names)


def _words(prose: Prose, start: int, end: int) -> str:
    return " ".join(prose.span(start, end).of(prose.text).split())


def named_after(prose: Prose, index: int, stop: int, ground: Ground) -> tuple[int, str]:
    """The town of "sommet de La Haye", whose name begins at `index`: known, or merely capitalised."""
    if index >= stop:
        return 0, ""
    end, town = ground.cities.at(prose, index, stop)
    if end:
        return end, town
    return _capitalised(prose, index, stop, ground.masked)


def _capitalised(prose: Prose, index: int, stop: int, masked: frozenset[int]) -> tuple[int, str]:
    tokens = prose.tokens
    place = index
    while place < stop and place not in masked:
        token = tokens[place]
        joint = token.hyphen and place > index and token.joined
        joint = joint or (
            token.key in ("el", "al") and place > index and tokens[place + 1].hyphen
        )  # "Sharm el-Sheikh"
        article = place == index and token.key in ("la", "le", "the", "los", "san", "el") and token.case
        if joint or article:
            place += 1
            continue
        if token.case is Case.LOWER or not token.letters or token.key in _NO_TOWNS:
            break
        if token.key in FUNCTION_WORDS or is_institution(token.key) or token.case is Case.CAPITALS:
            break
        place += 1
    if place == index or tokens[place - 1].case is Case.LOWER or place - index > 4:
        return 0, ""
    if tokens[place - 1].key in ("la", "le", "the", "el"):
        return 0, ""
    return place, _words(prose, index, place)


def place_in(prose: Prose, start: int, stop: int, sentence: Sentence, ground: Ground, *, journey: bool = False) -> str:
    """The first town after a preposition of place between two tokens; else the headquarters that are named there.

    `journey`: somebody goes there, so that "to Berlin" is the place.
    """
    tokens = prose.tokens
    seat = ""
    for index in range(start, min(stop, sentence.last)):
        key = tokens[index].key
        if index in ground.posts or index + 1 >= sentence.last:
            continue
        if key in ("siege", "headquarters", "hq") and not seat:
            seat = _seat(prose, index, sentence)
        if key == "large" and index + 2 < sentence.last and tokens[index + 1].key in ("de", "d'", "du"):
            end, town = ground.cities.at(prose, index + 2, sentence.last)  # "au large de Doha"
            if end:
                return town
        if key == "(":
            end, town = ground.cities.at(prose, index + 1, sentence.last)  # "(Rabat, 26 février 2024)"
            if end and end < sentence.last and tokens[end].word in ",)":
                return town
        if journey and key == "to" and (town := ground.cities.at(prose, index + 1, sentence.last)[1]):
            return town
        if key not in PLACE_PREPOSITIONS or (key == "a" and sentence.language == "en") or index + 1 in ground.posts:
            continue  # the "a" of hasty French may be "à", the English one is none
        if town := _after_preposition(prose, index, sentence, ground):
            return town
    return seat


def site_in(prose: Prose, start: int, stop: int, sentence: Sentence, ground: Ground) -> str:
    """The first base, camp or residence that is named between two tokens."""
    for index in range(start, min(stop, sentence.last)):
        if prose.tokens[index].key in _SITES and (site := _site(prose, index, sentence, ground)):
            return site
    return ""


def fronted_place(prose: Prose, sentence: Sentence, ground: Ground) -> str:
    """The town that a sentence begins with, for all that it tells: "À Tallinn, le ministre …"."""
    tokens = prose.tokens
    first = sentence.first
    for comma in range(first + 1, min(first + 3, sentence.last - 3)):  # "Al mattino, a Belgrado, il ministro …"
        if tokens[comma].word == "," and tokens[comma + 1].key in PLACE_PREPOSITIONS:
            end, town = ground.cities.at(prose, comma + 2, sentence.last)
            if end and end < sentence.last and tokens[end].word == ",":
                return town
    when = first
    while when < min(first + 7, sentence.last - 3) and (tokens[when].key in _WHEN or tokens[when].number):
        when += 1
    if when > first and tokens[when].key in PLACE_PREPOSITIONS:  # "Ce jeudi 6 février à Rabat, le ministre …"
        end, town = ground.cities.at(prose, when + 1, sentence.last)
        return town if end and end < sentence.last and tokens[end].word == "," else ""
    if first + 2 >= sentence.last or tokens[first].key not in PLACE_PREPOSITIONS or not tokens[first].case:
        return ""
    end, town = ground.cities.at(prose, first + 1, sentence.last)
    if end and end < sentence.last and (tokens[end].word in ",–—" or tokens[end].key in _SUBJECTS):
        return town
    end, town = named_after(prose, first + 1, sentence.last, ground)
    if not end and (capital := _capital(prose, first + 1, sentence, ground)):
        return capital
    return town if end and end < sentence.last and tokens[end].word in ",–—" else ""


def _after_preposition(prose: Prose, index: int, sentence: Sentence, ground: Ground) -> str:
    named = ground.countries.get(index + 1)
    if named is not None and named.rule == "capital":
        return ""  # "l'aide militaire à Kiev": the state, and no place
    end, town = ground.cities.at(prose, index + 1, sentence.last)
    if end:
        return town
    if prose.tokens[index].key == "au" and (town := ground.cities.with_article(prose.tokens[index + 1])):
        return town  # "au Caire"
    if capital := _capital(prose, index + 1, sentence, ground):
        return capital
    country = ground.countries.get(index + 1)
    key = prose.tokens[index].key
    if (
        country is not None
        and country.rule == "name"
        and (key == "a" or (key == "in" and country.code in _CITY_STATES))
    ):
        return country.surface  # "à Luxembourg", "à Djibouti": French says "au" or "en" of other countries
    if key == "at":
        for place in range(index + 2, min(index + 8, sentence.last - 1)):  # "at Trinity House in London"
            beyond = prose.tokens[place].key == "in" or prose.tokens[place].word == ","  # "at State House, Nairobi"
            if beyond and (town := ground.cities.at(prose, place + 1, sentence.last)[1]):
                return town
    if key in ("a", "in", "at") or (key == "en" and sentence.language == "es"):
        return _capitalised(prose, index + 1, sentence.last, ground.masked)[1]
    return ""


def _capital(prose: Prose, index: int, sentence: Sentence, ground: Ground) -> str:
    """ "la capitale nigérienne", "the Polish capital": the town is the country's."""
    for place in range(index, min(index + 4, sentence.last)):
        if prose.tokens[place].key in ("capitale", "capital"):
            for near in (place + 1, place - 1):
                country = ground.countries.get(near)
                if country is not None and country.code in ground.cities.capitals:
                    return ground.cities.capitals[country.code]
    return ""


def _site(prose: Prose, index: int, sentence: Sentence, ground: Ground) -> str:
    """ "sur la base de Vaziani", "dans sa résidence de Kultaranta": the name that the place has."""
    tokens = prose.tokens
    before = [token.key for token in tokens[max(sentence.first, index - 3) : index]]
    if index + 1 < sentence.last and tokens[index + 1].key in _OF_SITES:
        index += 1  # "sur la base navale de La Goulette"
    if not _SITED & set(before) or index + 2 >= sentence.last or tokens[index + 1].key not in ("de", "d'"):
        return ""
    if index + 2 in ground.posts:
        return ""
    return named_after(prose, index + 2, sentence.last, ground)[1]


def _seat(prose: Prose, index: int, sentence: Sentence) -> str:
    """ "siège de l'OTAN": the words up to the name in capitals."""
    tokens = prose.tokens
    if sentence.language == "en":
        first = index - 1
        return _words(prose, first, index + 1) if first >= sentence.first and tokens[first].case else ""
    for place in range(index + 1, min(index + 5, sentence.last)):
        if tokens[place].case:
            end = place + 1
            while end + 1 < sentence.last and tokens[end].hyphen and tokens[end].joined:
                end += 2  # "siège de l'État-major"
            return _words(prose, index, end)
        if tokens[place].key not in ("de", "du", "des", "d'", "l'", "la"):
            return ""
    return ""


def host_before(prose: Prose, index: int, sentence: Sentence, ground: Ground) -> str:
    """The town that hosts what follows: "Lisbonne accueillera le sommet", "la capitale belge abritera une réunion"."""
    tokens = prose.tokens
    verb = next((i for i in range(index - 1, max(sentence.first, index - 14) - 1, -1) if tokens[i].key in HOSTS), -1)
    if verb < 0:
        return ""
    for place in range(max(sentence.first, verb - _HOST_REACH), verb):
        if tokens[place].key in ("capitale", "capital") and (capital := _capital(prose, place, sentence, ground)):
            return capital
        if place == sentence.first or tokens[place - 1].key not in PLACE_PREPOSITIONS:
            end, town = ground.cities.at(prose, place, verb)
            if end:
                return town
    return ""
