"""Posts with people whom the text also names: "le porte-parole de Vladimir Poutine, Dmitri Peskov"."""

from dataclasses import replace

from articles.reading.name_words import words
from articles.reading.office_bounds import ENDS, is_head, opens_title, past_ranks, title_start
from articles.reading.office_facts import Office, Owners, office_of
from articles.reading.office_words import CIVILITIES, CLAUSE_WORDS, HEADS
from articles.reading.prose import Prose, Sentence
from articles.reading.shared_offices import Sighting

_OF = words("de d' du of")
_FIELDS = words("pour au aux en for to in on")
_LONGEST_FIELD = 12  # words of "pour le Moyen-Orient" between the two names
_LONGEST_POST = 8  # words of "directeur de cabinet"


def with_aides(
    prose: Prose, sentence: Sentence, owners: Owners, found: list[Sighting], in_office_before: set[str]
) -> list[Sighting]:
    """The sightings of a sentence, those with a post beside somebody in office with that post.

    `in_office_before`: family names of those whom the text has named in office: "le chef de cabinet de M. Duda, X".
    """
    for number in range(1, len(found)):
        superior, aide = found[number - 1], found[number]
        in_office = bool(superior.key) or (superior.office is not None and superior.office.public is True)
        in_office = in_office or superior.run.keys[-1] in in_office_before
        if not in_office or not aide.run.full or (aide.office is not None and aide.office.public is not None):
            continue
        office = _named_after(prose, sentence, owners, superior, aide) or _possessed(prose, superior, aide)
        if office is not None:
            found[number] = replace(aide, office=replace(office, public=True), rule="office before the name")
    return found


def _possessed(prose: Prose, superior: Sighting, aide: Sighting) -> Office | None:
    """ "Putin's spokesman X": the post stands right behind the possessive."""
    last = superior.run.last
    near = aide.office is not None and last < aide.office.first <= last + 3
    return aide.office if near and prose.tokens[last].key == "'s" else None


def _named_after(
    prose: Prose, sentence: Sentence, owners: Owners, superior: Sighting, aide: Sighting
) -> Office | None:
    tokens = prose.tokens
    comma = past_ranks(tokens, aide.run.first, sentence)[0] - 1
    if comma < superior.run.last or tokens[comma].word != ",":
        return None
    field = tokens[superior.run.last : comma]
    if field and (field[0].key not in _FIELDS or len(field) > _LONGEST_FIELD):
        return None
    if any(token.word in ENDS or token.word == "," or token.key in HEADS for token in field):
        return None
    place = superior.run.first
    if superior.office is not None and superior.office.first < place:
        place = superior.office.first
    while place > sentence.first and (tokens[place - 1].key in CIVILITIES or tokens[place - 1].word == "."):
        place -= 1
    if place - 2 < sentence.first or tokens[place - 1].key not in _OF:
        return None
    for head in range(place - 2, max(sentence.first, place - 2 - _LONGEST_POST) - 1, -1):
        token = tokens[head]
        if token.word in ENDS or token.word == "," or (token.key in CLAUSE_WORDS and token.word != "à"):
            return None
        if token.key in HEADS and is_head(tokens, head, sentence):
            # "porte-parole" has its head behind a hyphen; what opens the title is the article before it
            first = title_start(tokens, head, sentence.first)
            if opens_title(tokens, first, sentence) or opens_title(tokens, head, sentence):
                return office_of(prose, first, comma, head, sentence, owners)
    return None
