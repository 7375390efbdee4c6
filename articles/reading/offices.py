"""The post that a text gives a person: its words, whose post it is, and whether it is held.

French puts the post before or after the name ("le ministre mauritanien des Affaires étrangères, X",
"X, directeur de la Division …"), English as well ("Spanish Defence Minister X", "X, the country's army chief").
Nothing is looked up here.
"""

from dataclasses import replace

from articles.reading.governments import government_of, led_by
from articles.reading.name_words import words
from articles.reading.office_bounds import (
    ENDS,
    OPENERS,
    closes_title,
    ends_on_preposition,
    has_article,
    head_from,
    is_abbreviation,
    is_head,
    joins_title,
    lists_portfolios,
    opens_title,
    past_brackets,
    past_ranks,
    title_start,
)
from articles.reading.office_facts import Office, Owners, office_of
from articles.reading.office_words import (
    CIVILITIES,
    CLAUSE_WORDS,
    ENGLISH_TITLE_WORDS,
    FORMER,
    HEADS,
    LATE,
    MILITARY,
    PUBLIC_HEADS,
    RANK_COMPLEMENTS,
)
from articles.reading.person_names import SECRETARIES
from articles.reading.prose import Prose, Sentence
from articles.reading.tokens import Token

_LONGEST = 22  # words of a title
_LONGEST_OWNER = 8  # tokens from the comma before it to the bracket after it
_DETERMINERS = words("the its his her their our a an")
# A post right after a name without a comma: "Jean Dupuis ministre de la Défense a dit".
_PLAIN_HEADS = (PUBLIC_HEADS | words("president presidente secretaire directeur directrice chef cheffe")) - words(
    "charge chargee general generale major maire premier prince princesse reine roi pape consul gov gen adm col amb"
)
_GOVERNING = words("of for to in and at on under with")
_BEFORE_NAMES = CIVILITIES | RANK_COMPLEMENTS | MILITARY
_ARTICLES = OPENERS - {"vice"}
_PAST = FORMER | LATE
_SHORTENED = words("cs ps")
_NO_NAMES = CIVILITIES | HEADS


def office_before(prose: Prose, index: int, sentence: Sentence, owners: Owners, previous: int) -> Office | None:
    """The post that ends right before `index`, where a name begins; civilities and ranks between are passed over.

    `previous` is where the name before ends: no title reaches over it.
    """
    tokens = prose.tokens
    end, rank = past_ranks(tokens, index, sentence)
    comma = end > sentence.first and tokens[end - 1].word == ","
    if comma:
        end = past_brackets(tokens, end - 1, sentence)
    if not prose.has_any(_SHORTENED | HEADS, max(previous, end - _LONGEST), end):
        found = None
    elif sentence.language == "en":
        found = _english_before(prose, end, previous, sentence, owners)
        if comma:
            whole = _english_phrase(prose, end, previous, sentence, owners)
            found = whole if whole is not None and (found is None or whole.first < found.first) else found
    else:
        found = _french_before(prose, end, previous, sentence, owners, leftmost=comma, civil=comma and end < index - 1)
    if found is not None and comma and found.first == previous + 1 and tokens[previous].word == ",":
        found = None  # "X, président de la transition, le capitaine Y": the post is of the name before
    if found is not None and all(
        token.key in MILITARY or token.key in RANK_COMPLEMENTS for token in tokens[found.first : found.last]
    ):
        found = replace(found, rank=True)  # "le général de corps d'armée, X, vice-ministre"
    if found is not None:
        return replace(found, public=True) if found.public is None and rank is not None else found
    if rank is None:
        return government_of(prose, end, sentence, owners) or led_by(prose, end, sentence, owners)
    first, last = rank
    head = next((place for place in range(first, last) if tokens[place].key in MILITARY), first)  # "contre-amiral"
    return office_of(prose, first, last, head, sentence, owners, rank=True)


def office_after(prose: Prose, index: int, sentence: Sentence, owners: Owners, next_run: int | None) -> Office | None:
    """The post in apposition after a name that ends at `index`: ", ministre de …," or "(chef d'état-major)"."""
    tokens = prose.tokens
    if index >= sentence.last:
        return None
    place = index + 1
    if tokens[index].word not in ",(–—":
        if not _follows_at_once(tokens, index, sentence):
            return None
        place = index
    while place < sentence.last and (tokens[place].word[0].isdigit() or tokens[place].key in ("ans", "aged")):
        place += 1  # ", 54 ans, ministre"
        if place < sentence.last and tokens[place].word == ",":
            place += 1
    head = head_from(tokens, place, sentence)
    if head is None:
        return None
    last, comma = head + 1, 0
    for last in range(head + 1, min(head + _LONGEST, sentence.last) + 1):
        if last == sentence.last:
            break
        if tokens[last].word == "," and not lists_portfolios(tokens, last, sentence):
            if tokens[index].word == "(" and _closes_with_owner(tokens, last, sentence, owners):
                comma = last
                continue
            break
        if tokens[last].word in ENDS and not is_abbreviation(tokens, last):
            break
        if tokens[last].key in CLAUSE_WORDS and not closes_title(tokens, last, sentence):
            break
        if tokens[last].key in ("et", "and") and not joins_title(tokens, last, sentence):
            break
    if next_run is not None and next_run < last:
        # ", le ministre de la Défense Jean Dupont": the title belongs to the next name
        return None
    if next_run is not None and has_article(tokens, place) and last < sentence.last and tokens[last].word == ",":
        between = tokens[last + 1 : next_run]
        if all(token.key in _BEFORE_NAMES or token.key in ("le", "la", ".") for token in between):
            return None  # ", la porte-parole de l'armée, Mme X": likewise
    first = title_start(tokens, head, max(place, sentence.first))
    if sentence.language == "en":
        first = place
        while first < head and (tokens[first].key in _ARTICLES or tokens[first].key in _PAST):
            first += 1
    found = office_of(prose, first, last, head, sentence, owners)
    if found is not None and comma:
        return replace(found, title=prose.span(first, comma).of(prose.text))
    return found


def _closes_with_owner(tokens: list[Token], comma: int, sentence: Sentence, owners: Owners) -> bool:
    """ "(Prime Minister, Luxembourg)", "(Secretary General, NATO)": whose post it is, as captions have it."""
    if comma + 1 not in owners.countries and comma + 1 not in owners.organisations:
        return False
    return any(token.word == ")" for token in tokens[comma + 2 : min(comma + _LONGEST_OWNER, sentence.last)])


def _follows_at_once(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """Whether a post with its complement stands right after a full name, as hasty copy has it."""
    if sentence.language != "fr" or index - 2 < sentence.first or index + 2 >= sentence.last:
        return False
    if not tokens[index - 2].case or tokens[index].case or tokens[index - 2].key in _NO_NAMES:
        return False
    if tokens[index].key in ("l'", "le", "la") and index + 3 < sentence.last:  # "en présence de X l'ambassadeur de Y"
        first = next((p for p in range(index - 1, max(sentence.first, index - 8), -1) if not tokens[p].case), index)
        index += tokens[first].key in ("de", "d'", "avec", "par")
    return tokens[index].key in _PLAIN_HEADS and tokens[index + 1].key in ("de", "du", "des", "d'", "general", "d")


def _french_before(
    prose: Prose, end: int, previous: int, sentence: Sentence, owners: Owners, *, leftmost: bool, civil: bool
) -> Office | None:
    """`leftmost`: a comma stands before the name; `civil`: and a civility after it, so that another comma may part
    the title from it ("le ministre de X, porte-parole, au nom du gouvernement, M. Y")."""
    tokens = prose.tokens
    head = None
    place = end - 1
    floor = max(previous, end - _LONGEST)
    while place >= floor:
        token = tokens[place]
        if place not in owners.masked:
            if token.word in ENDS and not is_abbreviation(tokens, place):
                break
            listed = leftmost and token.word == "," and lists_portfolios(tokens, place, sentence)
            if token.word == "," and not listed and not (civil and head is None):
                break
            if token.key in CLAUSE_WORDS and not closes_title(tokens, place, sentence) and token.key != "a":
                break
            if token.key == "a" and token.word != "à":
                break
            if token.key in HEADS and is_head(tokens, place, sentence):
                head = place
                if not leftmost or opens_title(tokens, place, sentence):
                    further = _further_head(tokens, place, floor, sentence, owners) if leftmost else None
                    head = head if further is None else further
                    break
        place -= 1
    if head is None or tokens[end - 1].key == "'s":
        return None
    if not leftmost and end - head > 1 and ends_on_preposition(tokens[end - 1]):
        return None
    first = title_start(tokens, head, sentence.first)
    return office_of(prose, first, end, head, sentence, owners)


def _further_head(tokens: list[Token], head: int, floor: int, sentence: Sentence, owners: Owners) -> int | None:
    """In "le représentant spécial du secrétaire général …, X" the post is the first one."""
    found = None
    place = head - 1
    while place >= floor:
        token = tokens[place]
        if place not in owners.masked and (
            token.word in ENDS
            or (token.word == "," and not lists_portfolios(tokens, place, sentence))
            or (token.key in CLAUSE_WORDS and token.word != "à")
        ):
            break
        if token.key in HEADS and is_head(tokens, place, sentence) and opens_title(tokens, place, sentence):
            found = place
        place -= 1
    return found


def _english_phrase(prose: Prose, end: int, previous: int, sentence: Sentence, owners: Owners) -> Office | None:
    """ "The Cabinet Secretary for Mining and Maritime Affairs of Kenya, Mr X": a whole noun phrase up to the comma."""
    tokens = prose.tokens
    opening = -1
    for place in range(end - 1, max(previous, end - _LONGEST) - 1, -1):
        token = tokens[place]
        if token.key in _DETERMINERS and not (place > previous and tokens[place - 1].key in _GOVERNING):
            opening = place
            break
        if place in owners.masked:
            continue
        if token.word in ENDS and not is_abbreviation(tokens, place):
            return None
        if token.word == "," and not (place + 1 < end and tokens[place + 1].case):
            return None  # within a title a comma lists portfolios: "Mining, Blue Economy and …"
        if token.key in CLAUSE_WORDS and token.key not in ("in", "at", "its", "his", "her", "their"):
            return None
    if opening < 0:
        return None
    for head in range(opening + 1, min(opening + 7, end)):
        if head in owners.masked:
            continue
        if tokens[head].key in HEADS and is_head(tokens, head, sentence):
            first = opening + 1
            while first < head and (tokens[first].key in _PAST or tokens[first].key in ("-", "then")):
                first += 1
            return office_of(prose, first, end, head, sentence, owners)
        if tokens[head].key not in ENGLISH_TITLE_WORDS and not tokens[head].case:
            return None
    return None


def _gives_charge(tokens: list[Token], place: int, end: int) -> bool:
    """ "the Minister Delegate, in charge of the National Defence Administration, X": the comma and "in" are his."""
    if tokens[place].word == "," and place + 1 < end:
        place += 1
    return [token.key for token in tokens[place : min(place + 2, end)]] == ["in", "charge"]


def _english_before(prose: Prose, end: int, previous: int, sentence: Sentence, owners: Owners) -> Office | None:
    tokens = prose.tokens
    place = end - 1
    head = None
    floor = max(previous, end - _LONGEST)
    short = tokens[place].word in SECRETARIES  # "Foreign Affairs CS X"
    place -= short
    head = place + 1 if short else None
    while place >= floor and (
        place in owners.masked
        or tokens[place].key in ENGLISH_TITLE_WORDS
        or tokens[place].word in "-.’'"
        or (tokens[place].key in ("in", ",") and _gives_charge(tokens, place, end))
    ):
        if tokens[place].word == "." and not is_abbreviation(tokens, place):
            break
        if tokens[place].key in HEADS and place not in owners.masked and head is None:
            head = place
        place -= 1
    first = place + 1
    if head is None or tokens[end - 1].key == "'s":
        return None
    while first < head and (
        tokens[first].key in ("the", "of", "and", "to", "for", "'s", "a", "an", "-", ".", "then")
        or tokens[first].key in _PAST
        or tokens[first].word in "-."
    ):
        first += 1
    if tokens[end - 1].key in ("of", "for", "to", "and", "the"):
        return None
    if short:
        return replace(office_of(prose, first, end, head, sentence, owners, head_key="secretary"), public=True)
    for ahead in range(first, head):
        if tokens[ahead].key in HEADS and ahead not in owners.masked and tokens[ahead].key not in MILITARY:
            head = ahead  # "Army Chief of Staff", "Secretary General": the first head names the post
            break
    return office_of(prose, first, end, head, sentence, owners)
