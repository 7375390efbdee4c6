"""One title for several names: "les ministres X et Y", "Presidents X and Y", "MM. X, Y et Z".

A plural title says who its bearers are only where their names follow at once, one after another.
"""

from dataclasses import dataclass, replace

from articles.reading.name_words import words
from articles.reading.office_bounds import ENDS, closes_title, is_abbreviation, lists_portfolios, past_brackets
from articles.reading.office_facts import Office, Owners, office_of
from articles.reading.office_words import (
    CIVILITIES,
    CLAUSE_WORDS,
    COUNTERPARTS,
    ENGLISH_TITLE_WORDS,
    HEADS,
    PLAYED,
)
from articles.reading.person_names import Run
from articles.reading.prose import Prose, Sentence
from articles.reading.subjects import is_sport
from articles.reading.tokens import Token

_JOINING = words(", et and y und e &")
_PASSED = CIVILITIES | words(". le la l' the")
_LONGEST = 22  # words of a title
_PORTFOLIO = 9  # words
_PLURAL_CIVILITIES = words("mm mmes messrs mss")
_SINGLE_CIVILITIES = words("m mme mlle mr mrs ms monsieur madame .")
_IRREGULAR = {"generaux": "general", "amiraux": "amiral", "marechaux": "marechal"}
_OF = words("de du des d'")
_SPOKESMEN = words("parole spokesman spokeswoman spokesperson")
_HIS = words("son sa his her")
_OPENING = words("les des aux leurs ses deux trois quatre the both two three former anciens anciennes")
_BEFORE_PLURALS = words("premiers vice hauts nouveaux nouvelles actuels actuelles - of and")
_BEFORE_COUNTRIES = words("of du de (")
_BETWEEN_NAMES = _JOINING | _PASSED
_BEFORE_NAMES = _PASSED | {","}
_TITLE_WORDS = ENGLISH_TITLE_WORDS - _OPENING


@dataclass(slots=True, eq=False)
class Sighting:
    """A place where a sentence names a person, with what stands around the name.

    `rule` is "" for a name that nothing around it makes a person's; such a one only repeats another.
    """

    run: Run
    sentence: Sentence
    key: str = ""
    office: Office | None = None
    rule: str = ""


def with_shared_offices(prose: Prose, sentence: Sentence, owners: Owners, found: list[Sighting]) -> list[Sighting]:
    """The sightings of a sentence, those in a row of names with the title or civility of the whole row."""
    first = 0
    while first < len(found):
        last = first + 1
        while last < len(found) and _joined(prose.tokens, found[last - 1].run, found[last].run, owners):
            last += 1
        if last - first > 1:
            found[first:last] = _row(prose, sentence, owners, found[first:last], first and found[first - 1].run.last)
        first = last
    return found


def told_apart(prose: Prose, sightings: list[Sighting]) -> list[Sighting]:
    """The sightings of a text, with what only the text as a whole says of their posts.

    "son homologue X", "sa porte-parole Y" have the kind of post that was named before; a captain in the sports pages
    is a team's.
    """
    found = []
    public: bool | None = None
    sport = any(each.office is not None and each.office.head in PLAYED for each in sightings) and is_sport(prose)
    for each in sightings:
        if sport:
            each = _as_sport(each)
        if each.office is not None:
            of_kind = each.office.head in COUNTERPARTS or _is_ones_spokesman(prose, each.office)
            if each.office.public is None and of_kind:
                each = replace(each, office=replace(each.office, public=public))
            public = each.office.public if each.office is not None else public
        elif each.key:
            public = True
        found.append(each)
    return found


def _is_ones_spokesman(prose: Prose, office: Office) -> bool:
    """ "a indiqué son porte-parole X": whose, the text has said before."""
    return office.head in _SPOKESMEN and office.first > 0 and prose.tokens[office.first - 1].key in _HIS


def _as_sport(sighting: Sighting) -> Sighting:
    office = sighting.office
    if office is None or office.head not in PLAYED or office.country or office.organisation:
        return sighting
    return replace(sighting, office=replace(office, public=None))


def _joined(tokens: list[Token], left: Run, right: Run, owners: Owners) -> bool:
    between = tokens[_past_country(tokens, left.last, owners) : right.first]
    if not between or between[0].key not in _JOINING:
        return False
    return all(t.key in _BETWEEN_NAMES for t in between) or bool(_portfolio(tokens, left.last, right.first))


def _past_country(tokens: list[Token], place: int, owners: Owners) -> int:
    """The place behind "of Kenya" in "Presidents X of Kenya and Y of Uganda", behind "(Mali)" in "les ministres
    X (Mali) et Y (Niger)"; `place` where no country stands so."""
    opens = place + 1 < len(tokens) and tokens[place].key in _BEFORE_COUNTRIES
    if not opens or place + 1 not in owners.countries:
        return place
    end = place + 1
    while end in owners.masked:
        end += 1
    if tokens[place].word != "(":
        return end
    return end + 1 if end < len(tokens) and tokens[end].word == ")" else place


def _portfolio(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """In "les ministres de l'Intérieur, X, de la Défense, Y, et de la Santé, Z": the portfolio between two names."""
    while first < last and tokens[first].key in _JOINING:
        first += 1
    while first < last and tokens[last - 1].key in _BEFORE_NAMES:
        last -= 1
    phrase = tokens[first:last]
    if not phrase or phrase[0].key not in ("de", "des", "du", "d'") or len(phrase) > _PORTFOLIO:
        return None
    if any(t.word in ENDS or t.key in CLAUSE_WORDS or t.key in HEADS for t in phrase):
        return None
    return first, last


def _row(prose: Prose, sentence: Sentence, owners: Owners, row: list[Sighting], previous: int) -> list[Sighting]:
    tokens = prose.tokens
    start = row[0].run.first
    while start > sentence.first and tokens[start - 1].key in _SINGLE_CIVILITIES:
        start -= 1  # "les membres de la présidence, Mme X et M. Y"
    if _plural_civility(tokens, start, sentence):
        return [each if each.rule else replace(each, rule="civility") for each in row]
    head, end = _plural_head(tokens, start, max(previous, sentence.first), sentence, owners)
    each_own = False
    if head is None:
        head, end, each_own = _plural_behind(tokens, row[-1].run.last, sentence)
    if head is None:
        return row
    singular = tokens[head].key if each_own and tokens[head].key in HEADS else _singular(tokens[head].key)
    begin = _begin(tokens, head, sentence, owners)
    office = office_of(prose, begin, end, head, sentence, owners, head_key=singular)
    named = dict.fromkeys(
        owners.countries[place].code for place in range(office.first, office.last) if place in owners.countries
    )
    codes: list[str] = list(named)
    if len(codes) > 1:
        office = replace(office, country="")
    shared = []
    for number, each in enumerate(row):
        own = office if len(codes) != len(row) else replace(office, country=codes[number])
        if _past_country(tokens, each.run.last, owners) > each.run.last:
            own = replace(own, country=owners.countries[each.run.last + 1].code)
        portfolio = _portfolio(tokens, row[number - 1].run.last, each.run.first) if number else None
        if portfolio:
            span = prose.span(*portfolio)
            title = f"{singular} {' '.join(span.of(prose.text).split())}"
            own = replace(own, title=title, span=span, first=portfolio[0], last=portfolio[1])
        kept = (
            each.office is not None and each.office.public is not None and each.office.head not in ("gen", "general")
        )
        shared.append(each if kept and not each_own else replace(each, office=own, rule="office before the name"))
    return shared


def _plural_civility(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    place = start - 1
    if place > sentence.first and tokens[place].word == ".":
        place -= 1
    return place >= sentence.first and tokens[place].key in _PLURAL_CIVILITIES


def _plural_head(
    tokens: list[Token], start: int, floor: int, sentence: Sentence, owners: Owners
) -> tuple[int | None, int]:
    """Where the plural head of the title right before `start` stands, and where the title ends."""
    end = start
    if end > floor and tokens[end - 1].word == ":":
        return None, end
    comma = end > floor and tokens[end - 1].word == ","
    if comma:
        end = past_brackets(tokens, end - 1, sentence)
    english = sentence.language == "en"
    for place in range(end - 1, max(floor, end - _LONGEST) - 1, -1):
        token = tokens[place]
        if _singular(token.key) in HEADS and token.key not in HEADS:
            if not comma and end - place > 1 and tokens[end - 1].key in _OF:
                return None, end  # "les deux ministres visiteront la base de X, et Y": a place is meant
            opens = place == sentence.first or tokens[place - 1].key in _OPENING or english
            return (place if opens else None), end
        if place in owners.masked:
            continue
        if token.word in ENDS and not is_abbreviation(tokens, place):
            break
        if token.word == "," and not lists_portfolios(tokens, place, sentence):
            break
        if english and not comma and token.key not in ENGLISH_TITLE_WORDS and token.word not in ",-":
            break
        if token.key in CLAUSE_WORDS and not closes_title(tokens, place, sentence):
            break
    return None, end


def _plural_behind(tokens: list[Token], last: int, sentence: Sentence) -> tuple[int | None, int, bool]:
    """Where the head of the title behind a row of names stands, where that ends, and whether each has one:
    "X et Y, ministres de la Défense du Mali et du Niger", "X, Y et Z, respectivement ministre de …"."""
    if last >= sentence.last or tokens[last].word not in ",(":
        return None, last, False
    first = last + 1
    each_own = first < sentence.last and tokens[first].key in ("respectivement", "respectively")
    reach = 8 if sentence.language == "en" else 3
    for head in range(first + each_own, min(sentence.last, first + each_own + reach)):
        key = tokens[head].key
        if (each_own and key in HEADS) or (_singular(key) in HEADS and key not in HEADS):
            break
        known = key in _OPENING or key in ENGLISH_TITLE_WORDS or tokens[head].case or key in _BEFORE_PLURALS
        if not known:
            return None, last, False
    else:
        return None, last, False
    end = head + 1
    while end < min(sentence.last, head + _LONGEST):
        token = tokens[end]
        if token.word in ENDS or (token.key in CLAUSE_WORDS and not closes_title(tokens, end, sentence)):
            break
        if token.word == "," and not (each_own and _goes_on(tokens, end, sentence)):
            break
        end += 1
    return head, end, each_own


def _goes_on(tokens: list[Token], comma: int, sentence: Sentence) -> bool:
    """ "ministre des Affaires étrangères du Mali, du Burkina Faso et du Niger"."""
    return comma + 1 < sentence.last and tokens[comma + 1].key in ("de", "du", "d'", "des", "of")


def _begin(tokens: list[Token], head: int, sentence: Sentence, owners: Owners) -> int:
    first = head
    if sentence.language == "en":
        while first > sentence.first and (tokens[first - 1].key in _TITLE_WORDS or first - 1 in owners.masked):
            first -= 1
        while first < head and tokens[first].key in ("and", "of", ".", "'s", "-"):
            first += 1
        return first
    while first > sentence.first and tokens[first - 1].key in ("premiers", "vice", "ex", "-", "hauts"):
        first -= 1
    return first


def _singular(key: str) -> str:
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    return key[:-1] if len(key) > 3 and key[-1] in "sx" else key
