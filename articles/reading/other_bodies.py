"""Where the name of an organisation is the beginning of another body's: "l'Alliance pour le progrès"."""

from collections.abc import Sequence

from articles.reading.calendar_words import MONTHS, WEEKDAYS
from articles.reading.name_words import words
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

_OPENS_A_PURPOSE = words("pour des du for of")
_OF_ANOTHER_KIND = words(
    "israelite francaise populaire republicaine democratique progressiste nationale renault centriste biblique"
)
_COUNCILS = words("conseil council")
_ARTICLES = words("le la les l' l")
_PURPOSES = words("pour")
_SUBJECTS = words("on for")
_DAYS = MONTHS | WEEKDAYS


def stands_alone(tokens: Sequence[Token], end: int, sentence: Sentence) -> bool:
    """Whether an ambiguous name that ends there is whole: "l'Alliance des États du Sahel" and "l'Alliance Renault"
    are others than the Alliance."""
    if end >= sentence.last:
        return True
    after = tokens[end]
    if after.key in _OPENS_A_PURPOSE or after.key in _OF_ANOTHER_KIND:
        return False
    return sentence.capitals or sentence.titled or after.case is Case.LOWER


def goes_on(tokens: Sequence[Token], index: int, end: int, sentence: Sentence) -> bool:
    """Whether a council's name goes on into a think tank's: "Conseil européen pour les relations internationales",
    "European Council on Foreign Relations". What a council does "pour l'Ukraine" or "on Thursday" is its own."""
    if end + 2 >= sentence.last or _COUNCILS.isdisjoint(token.key for token in tokens[index:end]):
        return False
    if tokens[end].key in _PURPOSES and tokens[end + 1].key in _ARTICLES:
        return tokens[end + 2].case is Case.LOWER and not sentence.capitals
    if tokens[end].key in _SUBJECTS and not (sentence.capitals or sentence.titled):
        subject = tokens[end + 1 : end + 3]
        return all(token.case is Case.CAPITALISED and token.key not in _DAYS for token in subject)
    return False
