"""Talks of two sides and visits: "a reçu le ministre X", "s'est entretenu avec son homologue", "en visite à"."""

from articles.reading.meeting_words import OFFICIAL_VISIT, TALK_NOUNS, TALKS, TRAVELS, VISITS
from articles.reading.name_words import words
from articles.reading.office_bounds import is_abbreviation
from articles.reading.office_words import CLAUSE_WORDS, HEADS, PRIVATE_HEADS
from articles.reading.offices import Owners
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, label_end
from articles.reading.tokens import Case, Token

_STOPS = frozenset(".;:!?«“")
_AUXILIARIES = words("a ont avait avaient est aura has have had")
# Verbs that are participles or nouns as well: they say that two sides met only after an auxiliary.
_PARTICIPLES = words("recu entretenu entretenue entretenus rencontre")
_INFINITIVES = words("rencontrer recevoir entretenir")
_AHEAD = words("doit doivent devait devra va vont devraient devrait pourra")
_WITH = words("avec entre with between")
_COUNTERPARTS = words("homologue counterpart")
_SIDES = words("delegation gouvernement government autorites authorities") | (HEADS - PRIVATE_HEADS)
_TO = words("a au aux en to in")
_BEFORE_PARTICIPLE = words("a ont est sont s' se avait etait etaient avaient")
_LASTING = words("jours jour days day heures")  # "une visite de deux jours"
_GO_ON = words("de of general generale d' l'")
_REACH = 24


def talks_at(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """The talks that the word at `index` speaks of. `people`: first token of a name → the token after it."""
    tokens = prose.tokens
    if not _are_talks(tokens, index, sentence):
        return None
    start = index + 1
    if tokens[index].key in TALK_NOUNS and start < sentence.last and tokens[start].key in ("de", "d'"):
        start = next((p for p in range(start, min(sentence.last, index + _REACH)) if tokens[p].key == "avec"), start)
    end = _other_side(tokens, start, sentence, people)
    return Sign("bilateral", _with_auxiliary(tokens, index, sentence), end, head=index) if end else None


def _with_auxiliary(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """Where "s'est rendu" and "a reçu" begin."""
    first = index
    while first > sentence.first and tokens[first - 1].key in _BEFORE_PARTICIPLE and tokens[first - 1].word != "à":
        first -= 1
    return first


def _are_talks(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    key = tokens[index].key
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    last = before[-1] if before else ""
    if last in ("ete", "been", "was", "were"):
        return False
    if key in _INFINITIVES:
        return not _AHEAD.isdisjoint(before)
    if key in TALKS and (key not in _PARTICIPLES or not _AUXILIARIES.isdisjoint(before)):
        return last not in ("la", "une", "cette", "le", "un", "de", "d'", "l'", "the", "of")
    if key == "rencontre" and last not in (
        "la",
        "une",
        "cette",
        "l'",
        "de",
        "leur",
        "derniere",
        "prochaine",
        "premiere",
    ):
        return index > sentence.first and tokens[index].case is Case.LOWER
    if key not in TALK_NOUNS:
        return False
    if index == sentence.first and sentence.last - sentence.first < 12 and key in ("entretien", "rencontre"):
        return False  # "Entretien avec le général X": an interview
    ahead = tokens[index + 1 : min(sentence.last, index + _REACH)]
    if ahead and ahead[0].key in ("de", "d'"):
        return any(token.key == "avec" for token in ahead)
    return any(token.key in _WITH for token in ahead[:4])


def _other_side(tokens: list[Token], start: int, sentence: Sentence, people: dict[int, int]) -> int:
    """The index after the person, counterpart or delegation with whom the talks are; 0 when none is named."""
    side = 0
    for place in range(start, min(sentence.last, start + _REACH)):
        token = tokens[place]
        if place in people:
            return people[place]
        if token.word == "." and is_abbreviation(tokens, place):
            continue
        if token.word in _STOPS or token.key in ("que", "qui", "that", "who", "which", "dont"):
            break
        if side and (token.word == "," or token.key in CLAUSE_WORDS) and not _named_next(place, people):
            break
        begins = token.key in _COUNTERPARTS or (token.key in _SIDES and place - start < 20)
        goes_on = side == place and (token.case or token.key in _GO_ON)
        if begins or goes_on:
            side = place + 1
    while side and tokens[side - 1].key in ("de", "d'", "of", "l'"):
        side -= 1
    return side


def _named_next(comma: int, people: dict[int, int]) -> bool:
    return any(place in people for place in range(comma + 1, comma + 6))


def visit_at(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """An official visit: "en visite officielle à Alger", "X s'est rendu à Varsovie", "X visited Tunis"."""
    tokens = prose.tokens
    key = tokens[index].key
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    somebody = any(place in people or tokens[place].key in _SIDES for place in range(sentence.first, index))
    if key in TRAVELS and not (
        key in VISITS and before[-1:] in (["en"], ["on"], ["une"], ["a"], ["de"], ["official"])
    ):
        if not somebody or not (key.startswith(("visit", "travel", "flew")) or {"s'", "se"} & set(before)):
            return None
    else:
        near = {token.key for token in tokens[max(sentence.first, index - 3) : min(sentence.last, index + 5)]}
        named = any(place in people for place in range(index, min(sentence.last, index + 8)))
        if not (near & OFFICIAL_VISIT or near & _LASTING or before[-1:] in (["en"], ["on"]) or named):
            return None
    end = _destination(tokens, index, sentence, owners)
    if end:
        return Sign("bilateral", _with_auxiliary(tokens, index, sentence), end, head=index, visit=True)
    if key in VISITS and not (OFFICIAL_VISIT | _LASTING).isdisjoint(token.key for token in tokens[index : index + 5]):
        return Sign("bilateral", index, label_end(tokens, index + 1, sentence), head=index, visit=True)
    return None


def _destination(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """The index after the town or country that the journey goes to, else 0."""
    for end in range(index + 1, min(index + 16, sentence.last)):
        token = tokens[end]
        if token.word in _STOPS or token.word == ",":
            return 0
        before = tokens[end - 1]
        direct = end == index + 1 and tokens[index].key in ("visited", "visits", "visitera", "visite")
        if token.case and (direct or before.key in _TO or (before.key in ("la", "l'", "the") and end - index > 2)):
            last = end + 1
            while last < sentence.last and not sentence.capitals and (tokens[last].case or tokens[last].word in "-‑"):
                last += 1
            return last
    return 0
