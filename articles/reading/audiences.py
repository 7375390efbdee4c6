"""Audiences, working sessions and negotiations: talks by French nouns that other verbs go with."""

from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, MILITARY
from articles.reading.other_sides import other_side, with_auxiliary
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, without_dangling
from articles.reading.tokens import Token

_SESSIONS = words("reunion seance session")
_REUNITED = words("reuni reunie reunira reunissait")
_NEGOTIATIONS = words("negociations negociation pourparlers")
_AUDIENCE = words("audience")
_TALKS = words("entretien entretiens entrevue rencontre tete")
_OVER = words("issue terme sortie")
VOCABULARY = _TALKS | _SESSIONS | _REUNITED | _NEGOTIATIONS | _AUDIENCE
_RESUMES = words(
    "reprendront reprendra reprennent repris reprises tiendront tiendra tenues tiennent ouvriront ouvrent ouvertes"
    " debuteront debutent debute commenceront commence deroulent derouleront deroulees lieu"
)
_ASIDE = words(
    "de travail bilaterale elargie restreinte a au en hier ce cette soir matin lundi mardi mercredi jeudi vendredi"
    " samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre le la du"
    " siege l' d' marge dernier egalement aussi"
)
# One other side: "avec les ambassadeurs" and "avec ses pairs" have many.
_ONE = words("le la l' son sa un une") | CIVILITIES | MILITARY
_SUBJECT = 10  # words from the noun to its verb: "pourparlers de paix sur le Soudan s'ouvriront"
_BOTH = 50  # words in which both sides are named
_REACH = 14


def audience_at(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """The talks that a French word at `index` speaks of. `people`: first token of a name → the token after it."""
    tokens = prose.tokens
    key = tokens[index].key
    if key == "tete" and not (index + 1 < sentence.last and tokens[index + 1].hyphen):
        return None
    if key in _TALKS:
        return _over(tokens, index, sentence, people)
    if key in _AUDIENCE:
        near = range(max(sentence.first, index - 8), min(sentence.last, index + 8))
        granted = next((place for place in near if tokens[place].key.startswith("accord")), -1)
        end = other_side(tokens, index + 1, sentence, people, many=True) if granted >= 0 else 0
        first = with_auxiliary(tokens, min(granted, index), sentence)  # "a accordé lundi à Alger une audience à X"
        return Sign("bilateral", first, end, head=min(granted, index)) if end else None
    if key in _NEGOTIATIONS:
        following = range(index + 1, min(sentence.last, index + _SUBJECT))
        verb = next((place for place in following if tokens[place].key in _RESUMES or tokens[place].word in ".,;:"), 0)
        if verb and tokens[verb].key not in _RESUMES:
            return None
        return Sign("other", index, without_dangling(tokens, index + 1, verb), head=index, bare=True) if verb else None
    before = {token.key for token in tokens[max(sentence.first, index - 3) : index]}
    if key in _REUNITED and before.isdisjoint(("s'", "se")):
        return None
    place = _with(tokens, index + 1, sentence)
    if not place or not (tokens[place + 1].key in _ONE or place + 1 in people):
        return None
    end = other_side(tokens, place + 1, sentence, people)
    return Sign("bilateral", index, end, head=index) if end else None


def _over(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "À l'issue d'un entretien, lundi à Rabat, X et Y ont parlé à la presse": two are named, no side is."""
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    if _OVER.isdisjoint(before) or any(token.key in ("avec", "entre") for token in tokens[index : index + 6]):
        return None
    named = sum(place in people for place in range(index, min(sentence.last, index + _BOTH)))
    end = index + 1
    while end + 1 < sentence.last and tokens[end].hyphen and tokens[end].joined:
        end += 2  # "tête-à-tête"
    return Sign("bilateral", index, end, head=index) if named == 2 else None


def _with(tokens: list[Token], place: int, sentence: Sentence) -> int:
    """Where "avec" stands behind what only says when, where and how; else 0."""
    for ahead in range(place, min(sentence.last - 1, place + _REACH)):
        token = tokens[ahead]
        if token.key == "avec":
            return ahead
        if not (token.key in _ASIDE or token.case or token.number or token.word == ","):
            return 0
    return 0
