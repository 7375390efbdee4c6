"""Talks that name both sides behind "entre": "un entretien, lundi 6 mai à Tunis, entre le ministre X et Y"."""

from articles.reading.name_words import words
from articles.reading.office_words import CIVILITIES, HEADS
from articles.reading.other_sides import COUNTERPARTS, other_side
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign
from articles.reading.tokens import Token

NOUNS = words(
    "entretien entretiens tete rencontre reunion entrevue audience pourparlers discussions conversation meeting talks"
    " seance consultations concertations"
    " encuentro incontro colloquio treffen gesprach"
)
# "une rencontre a réuni à Niamey X et Y" as well
_BETWEEN = words("entre reuni rassemble regroupe between tra fra zwischen")
# What may stand between the noun and its sides: a day, a place, that it took place, how high it was.
_ASIDE = words(
    "a au aux en le la l' du de d' s' est a tete eu lieu deroule deroulee tenu tenue tenus tenues hier ce cette"
    " matin soir"
    " siege haut niveau travail bilateral bilaterale bilaterales high level held took place on at in the was were"
    " prevu prevue prevus prevues programmee programmes doit doivent aura auront avoir sera seront"
    " yesterday courant mois dernier derniere"
)
_WITH = words("avec with")
_DAYS = words(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre"
    " octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august september october november december"
)
_ASIDE_REACH = 18  # words
_SIDES_REACH = 48
_STOPS = frozenset(".;:!?«»“”")


def talks_between(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """The talks whose noun stands at `index`, when two people, or one and a post, stand behind "entre"."""
    tokens = prose.tokens
    place = _past_aside(tokens, index, sentence, _BETWEEN)
    if not place:
        return None
    sides = 0
    end = 0
    ahead = place + 1
    while ahead < min(sentence.last, place + _SIDES_REACH):
        token = tokens[ahead]
        if token.word in _STOPS and not (token.word == "." and tokens[ahead - 1].key in CIVILITIES):
            break
        if ahead in people:
            sides, end, ahead = sides + 1, people[ahead], people[ahead]
            continue
        ahead += 1
    if sides == 1:
        first = next((p for p in range(place + 1, end) if p in people), end)
        sides += any(tokens[p].key in HEADS for p in range(people.get(first, end), min(sentence.last, end + 12)))
    return Sign("bilateral", index, end, head=index) if sides == 2 else None


def talks_with_counterparts(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "une réunion à Paris avec ses homologues allemand et polonais": the gathering whose noun stands at `index`."""
    tokens = prose.tokens
    place = _past_aside(tokens, index, sentence, _WITH)
    if not place or COUNTERPARTS.isdisjoint(token.key for token in tokens[place + 1 : min(place + 5, sentence.last)]):
        return None
    end = other_side(tokens, place + 1, sentence, people)
    named = any(p in people for p in range(place, end))
    return Sign("bilateral", index, end, head=index, implied=not named) if end else None


def _past_aside(tokens: list[Token], index: int, sentence: Sentence, wanted: frozenset[str]) -> int:
    """Where a wanted word stands, when nothing but a day, a place and the like part it from the noun; else 0."""
    for place in range(index + 1, min(sentence.last, index + _ASIDE_REACH)):
        token = tokens[place]
        if token.key in wanted:
            return place
        known = token.key in _ASIDE or token.key in _DAYS or token.word == ","
        if not (known or token.case or token.word[0].isdigit() or token.hyphen):
            return 0
    return 0
