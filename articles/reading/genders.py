"""What a text says of a person's gender, for the pronouns that may mean them."""

from articles.reading.name_words import words
from articles.reading.prose import Prose
from articles.reading.results import PersonMention

_HERS = words("mme mrs ms madame mlle")
_HIS = words("m mr monsieur")
_FEMININE = ("ente", "ère", "trice", "euse", "ière", "ice-présidente", "ale", "uée", "cheffe", "gente", "éputée")


def gender_of(prose: Prose, person: PersonMention, index: dict[int, int]) -> str:
    """ "f" or "m" by the words before the name ("Mme", "M.") and by the post's form; "" when nothing says so.

    `index`: place of the text → number of the token there.
    """
    found = set()
    posts = [person.office_span.start] if person.office_span else []
    for start in (*(span.start for span in person.mentions), *posts):
        place = index.get(start)
        if place is None:
            continue
        near = {token.key for token in prose.tokens[max(0, place - 3) : place]}
        if near & _HERS:
            found.add("f")
        if near & _HIS:
            found.add("m")
    article = _article(prose, person, index)
    if article:
        found.add(article)
    title = person.office_title.casefold().split()
    if title and title[0].endswith(_FEMININE):
        found.add("f")
    return found.pop() if len(found) == 1 else ""


def _article(prose: Prose, person: PersonMention, index: dict[int, int]) -> str:
    """ "la ministre de l'Intérieur, X": the post's own article."""
    place = index.get(person.office_span.start) if person.office_span else None
    if not place:
        return ""
    return {"la": "f", "une": "f", "le": "m", "un": "m"}.get(prose.tokens[place - 1].key, "")
