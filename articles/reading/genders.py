"""What a text says of a person's gender, for the pronouns that may mean them."""

from articles.reading.name_words import words
from articles.reading.prose import Prose
from articles.reading.results import PersonMention

_HERS = words("mme mrs ms madame mlle")
_HIS = words("m mr monsieur")
_FEMININE = ("ente", "ère", "trice", "euse", "ière", "ice-présidente", "ale", "uée", "cheffe", "gente", "éputée")


def gender_of(prose: Prose, person: PersonMention) -> str:
    """ "f" or "m" by the words before the name ("Mme", "M.") and by the post's form; "" when nothing says so."""
    found = set()
    posts = [person.office_span] if person.office_span else []
    for span in (*person.mentions, *posts):
        place = prose.inside(span).start
        near = {token.key for token in prose.tokens[max(0, place - 3) : place]}
        if near & _HERS:
            found.add("f")
        if near & _HIS:
            found.add("m")
    article = _article(prose, person)
    if article:
        found.add(article)
    title = person.office_title.casefold().split()
    if title and title[0].endswith(_FEMININE):
        found.add("f")
    return found.pop() if len(found) == 1 else ""


def _article(prose: Prose, person: PersonMention) -> str:
    """ "la ministre de l'Intérieur, X": the post's own article."""
    place = prose.inside(person.office_span).start if person.office_span else 0
    if not place:
        return ""
    return {"la": "f", "une": "f", "le": "m", "un": "m"}.get(prose.tokens[place - 1].key, "")
