"""Who heads a government or another public body that a text names in place of the post."""

from dataclasses import replace

from articles.reading.name_words import words
from articles.reading.office_bounds import ENDS
from articles.reading.office_facts import Office, Owners, office_of
from articles.reading.office_words import CLAUSE_WORDS, HEADS, PRIVATE_WORDS
from articles.reading.prose import Prose, Sentence

_LED = words("dirige dirigee preside presidee led headed chaired")
_LED_BODIES = words("ministere gouvernement cabinet presidence executif ministry government administration presidency")
_GOVERNMENTS = words("gouvernement government gobierno governo regierung governo regime cabinet administration")
# "the government of New South Wales" is a part of a country's.
_PARTS_OF_COUNTRIES = words(
    "new nouvelle north northern south southern east eastern west western haut haute bas basse saint sainte san santa"
    " puerto hong el la los sa nord sud est ouest ile iles ciudad"
)


def government_of(prose: Prose, end: int, sentence: Sentence, owners: Owners) -> Office | None:
    """ "le gouvernement libyen d'Abdel Hamid Dbeibah", "el Gobierno de X": who gives a government a name heads it."""
    tokens = prose.tokens
    if end - 2 < sentence.first or tokens[end - 1].key not in ("de", "d'", "of", "di", "do", "del", "von"):
        return None
    if end >= sentence.last or tokens[end].key in _PARTS_OF_COUNTRIES:
        return None
    place = end - 2
    while place > sentence.first and end - place < 5 and place in owners.masked:
        place -= 1
    if tokens[place].key not in _GOVERNMENTS:
        return None
    if place - 2 >= sentence.first and tokens[place - 1].key in ("de", "du") and tokens[place - 2].key in HEADS:
        return None  # "le directeur de cabinet d'Emmanuel Macron"
    return replace(office_of(prose, place, end - 1, place, sentence, owners), public=True)


def led_by(prose: Prose, end: int, sentence: Sentence, owners: Owners) -> Office | None:
    """ "le ministère de la Défense, dirigé par X", "a cabinet led by X": who leads a public body is its head."""
    tokens = prose.tokens
    if end - 3 < sentence.first or tokens[end - 1].key not in ("par", "by") or tokens[end - 2].key not in _LED:
        return None
    for place in range(end - 3, max(sentence.first, end - 14) - 1, -1):
        token = tokens[place]
        if token.key in _LED_BODIES:
            return replace(office_of(prose, place, end - 2, place, sentence, owners), public=True)
        if place not in owners.masked and (
            token.key in PRIVATE_WORDS or token.key in CLAUSE_WORDS or token.word in ENDS
        ):
            return None
    return None
