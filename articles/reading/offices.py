"""The post that a text gives a person: its words, whose post it is, and whether it is held.

French puts the post before or after the name ("le ministre mauritanien des Affaires étrangères, X", "X, directeur de la
Division …"), English as well ("Spanish Defence Minister X", "X, the country's army chief"). Nothing is looked up here.
"""

from dataclasses import dataclass, replace

from articles.reading.office_words import (
    ACTING,
    CIVILITIES,
    CLAUSE_WORDS,
    DESIGNATED,
    ENGLISH_TITLE_WORDS,
    FORMER,
    HEADS,
    LATE,
    MILITARY,
    OPEN_HEADS,
    PRIVATE_HEADS,
    PRIVATE_WORDS,
    PUBLIC_HEADS,
    PUBLIC_WORDS,
    RANK_COMPLEMENTS,
)
from articles.reading.prose import Prose, Sentence
from articles.reading.results import CountryMention, OrganisationMention, Span
from articles.reading.tokens import Case, Token

_LONGEST = 22  # words of a title
_OPENERS = frozenset(
    [
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "son",
        "sa",
        "leur",
        "notre",
        "du",
        "de",
        "d'",
        "au",
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "nouveau",
        "nouvelle",
        "actuel",
        "actuelle",
        "puissant",
        "puissante",
        "autre",
        "tout",
        "premier",
        "premiere",
        "vice",
        "-",
        "ancien",
        "ancienne",
        "ex",
        "feu",
        "defunt",
        "futur",
        "future",
        "numero",
        "grand",
        "haut",
        "haute",
    ]
)
_BEFORE_HEAD = frozenset(
    [
        "premier",
        "premiere",
        "vice",
        "ex",
        "haut",
        "haute",
        "sous",
        "co",
        "grand",
        "vice-premier",
        "premier-ministre",
        "sous",
    ]
)
_HONOURS = frozenset("excellence majeste altesse eminence".split())
_ENDS = frozenset('.;:!?…()[]«»“”"–—')


@dataclass(frozen=True, slots=True)
class Office:
    """A post as worded. `public`: True, False, or None when the words alone cannot tell (a bare "chef")."""

    title: str
    span: Span
    first: int
    last: int
    head: str
    public: bool | None
    standing: str
    country: str = ""
    organisation: str = ""
    rank: bool = False


@dataclass(frozen=True, slots=True)
class Owners:
    """The countries and organisations named in the text by the index of the token where they begin."""

    countries: dict[int, CountryMention]
    organisations: dict[int, OrganisationMention]
    masked: frozenset[int]


def office_before(prose: Prose, index: int, sentence: Sentence, owners: Owners, previous: int) -> Office | None:
    """The post that ends right before `index`, where a name begins; civilities and ranks between are passed over.

    `previous` is where the name before ends: no title reaches over it.
    """
    tokens = prose.tokens
    end, rank = _past_ranks(tokens, index, sentence)
    comma = end > sentence.first and tokens[end - 1].word == ","
    if comma:
        end = _past_brackets(tokens, end - 1, sentence)
    found = (
        _english_before(prose, end, previous, sentence, owners)
        if sentence.language == "en"
        else _french_before(prose, end, previous, sentence, owners, leftmost=comma)
    )
    if found is not None:
        return replace(found, public=True) if found.public is None and rank is not None else found
    if rank is None:
        return None
    first, last = rank
    return _office(prose, first, last, first, sentence, owners, rank=True)


def office_after(prose: Prose, index: int, sentence: Sentence, owners: Owners, next_run: int | None) -> Office | None:
    """The post in apposition after a name that ends at `index`: ", ministre de …," or "(chef d'état-major)"."""
    tokens = prose.tokens
    if index >= sentence.last or tokens[index].word not in ",(–—":
        return None
    place = index + 1
    while place < sentence.last and (tokens[place].word[0].isdigit() or tokens[place].key in ("ans", "aged")):
        place += 1  # ", 54 ans, ministre"
        if place < sentence.last and tokens[place].word == ",":
            place += 1
    head = _head_from(tokens, place, sentence)
    if head is None:
        return None
    last = head + 1
    for last in range(head + 1, min(head + _LONGEST, sentence.last) + 1):
        if last == sentence.last or (tokens[last].word == "," and not _lists_portfolios(tokens, last, sentence)):
            break
        if tokens[last].word in _ENDS and not _is_abbreviation(tokens, last):
            break
        if tokens[last].key in CLAUSE_WORDS and not _closes_title(tokens, last, sentence):
            break
        if tokens[last].key in ("et", "and") and not _joins_title(tokens, last, sentence):
            break
    if next_run is not None and next_run < last:
        # ", le ministre de la Défense Jean Dupont": the title belongs to the next name
        return None
    if next_run is not None and next_run <= last + 1 and _has_article(tokens, place) and tokens[last].word == ",":
        return None
    first = _title_start(tokens, head, max(place, sentence.first))
    if sentence.language == "en":
        first = place
        while first < head and (tokens[first].key in _OPENERS or tokens[first].key in FORMER | LATE):
            first += 1
    return _office(prose, first, last, head, sentence, owners)


def _past_brackets(tokens: list[Token], end: int, sentence: Sentence) -> int:
    """Step over an acronym in brackets: "commandant suprême des forces alliées en Europe (SACEUR), X"."""
    if end > sentence.first and tokens[end - 1].word == ")":
        for place in range(end - 2, max(sentence.first, end - 6), -1):
            if tokens[place].word == "(":
                return place
    return end


def _past_ranks(tokens: list[Token], index: int, sentence: Sentence) -> tuple[int, tuple[int, int] | None]:
    """Step over "M.", "S.E.", "Dr" and "le général de division"; the rank's first and last tokens."""
    end = index
    rank = None
    while end > sentence.first:
        last = end - 1
        if tokens[last].word == "." and last > sentence.first and tokens[last].start == tokens[last - 1].end:
            last -= 1
        if tokens[last].key in CIVILITIES and (tokens[last].case or tokens[last].key not in ("comte", "maitre")):
            end = last
            if tokens[last].key in _HONOURS and end > sentence.first and tokens[end - 1].key in ("son", "sa", "leurs"):
                end -= 1
            continue
        start = last
        while start >= sentence.first and tokens[start].key in RANK_COMPLEMENTS and tokens[start].key not in MILITARY:
            start -= 1
        if start >= sentence.first and tokens[start].key in MILITARY and start > last - 7:
            while start - 1 >= sentence.first and (
                tokens[start - 1].key in MILITARY
                or tokens[start - 1].key in ("vice", "contre", "rear", "lieutenant", "sous", "-")
                or (
                    tokens[start - 1].word == "." and start - 2 >= sentence.first and tokens[start - 2].key in MILITARY
                )
            ):
                start -= 1
            if rank is None and not _commands(tokens, start, end) and not _belongs_left(tokens, start, sentence):
                rank = (start, end)
                end = start
                if end > sentence.first and tokens[end - 1].key in ("le", "la", "the", "l'", "du", "au"):
                    # "du général Serban" ends no other title; "le chef d'état-major, le général Serban" does
                    if tokens[end - 1].key in ("le", "la", "l'", "the"):
                        end -= 1
                    else:
                        return end, rank
                continue
        return end, rank
    return end, rank


def _belongs_left(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "Secretary General Mark Rutte": the word is no rank there."""
    before = start - 1
    if before > sentence.first and tokens[before].word in "-‑":
        before -= 1
    return before >= sentence.first and tokens[before].key in ("secretary", "attorney", "director", "secretaire")


def _commands(tokens: list[Token], start: int, end: int) -> bool:
    """ "commandant de la marine" is a post; "commandant" and "général" alone are ranks."""
    return tokens[start].key in ("commandant", "commander", "commandante") and end - start > 2


def _french_before(
    prose: Prose, end: int, previous: int, sentence: Sentence, owners: Owners, *, leftmost: bool
) -> Office | None:
    tokens = prose.tokens
    head = None
    place = end - 1
    floor = max(previous, end - _LONGEST)
    while place >= floor:
        token = tokens[place]
        if place not in owners.masked:
            if token.word in _ENDS and not _is_abbreviation(tokens, place):
                break
            if token.word == "," and not (leftmost and _lists_portfolios(tokens, place, sentence)):
                break
            if token.key in CLAUSE_WORDS and not _closes_title(tokens, place, sentence) and token.key != "a":
                break
            if token.key == "a" and token.word != "à":
                break
            if token.key in HEADS and _is_head(tokens, place, sentence):
                head = place
                if not leftmost or _opens_title(tokens, place, sentence):
                    further = _further_head(tokens, place, floor, sentence, owners) if leftmost else None
                    head = head if further is None else further
                    break
        place -= 1
    if head is None or tokens[end - 1].key == "'s":
        return None
    if not leftmost and end - head > 1 and _ends_on_preposition(tokens[end - 1]):
        return None
    first = _title_start(tokens, head, sentence.first)
    return _office(prose, first, end, head, sentence, owners)


def _further_head(tokens: list[Token], head: int, floor: int, sentence: Sentence, owners: Owners) -> int | None:
    """In "le représentant spécial du secrétaire général …, X" the post is the first one."""
    found = None
    place = head - 1
    while place >= floor:
        token = tokens[place]
        if place not in owners.masked and (
            token.word in _ENDS
            or (token.word == "," and not _lists_portfolios(tokens, place, sentence))
            or (token.key in CLAUSE_WORDS and token.word != "à")
        ):
            break
        if token.key in HEADS and _is_head(tokens, place, sentence) and _opens_title(tokens, place, sentence):
            found = place
        place -= 1
    return found


def _english_before(prose: Prose, end: int, previous: int, sentence: Sentence, owners: Owners) -> Office | None:
    tokens = prose.tokens
    place = end - 1
    head = None
    floor = max(previous, end - _LONGEST)
    while place >= floor and (
        place in owners.masked or tokens[place].key in ENGLISH_TITLE_WORDS or tokens[place].word in "-.’'"
    ):
        if tokens[place].word == "." and not _is_abbreviation(tokens, place):
            break
        if tokens[place].key in HEADS and place not in owners.masked and head is None:
            head = place
        place -= 1
    first = place + 1
    if head is None or tokens[end - 1].key == "'s":
        return None
    while first < head and (
        tokens[first].key in ("the", "of", "and", "to", "for", "'s", "a", "an", "-", ".", "then")
        or tokens[first].key in FORMER | LATE
        or tokens[first].word in "-."
    ):
        first += 1
    if tokens[end - 1].key in ("of", "for", "to", "and", "the"):
        return None
    for ahead in range(first, head):
        if tokens[ahead].key in HEADS and ahead not in owners.masked and tokens[ahead].key not in MILITARY:
            head = ahead  # "Army Chief of Staff", "Secretary General": the first head names the post
            break
    return _office(prose, first, end, head, sentence, owners)


def _is_head(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    key = tokens[place].key
    if (
        key in ("representant", "dirigeant", "envoye", "delegue", "adjoint", "responsable")
        and place + 1 < sentence.last
    ):
        # "représentant l'administration" is a participle
        if tokens[place + 1].key in ("l'", "la", "le", "les", "un", "une", "par"):
            return False
    if key == "parole":
        return place - 2 >= sentence.first and tokens[place - 2].key == "porte"
    if key == "general":  # "secrétaire général" has its head on the left
        return not (
            place > sentence.first and tokens[place - 1].key in HEADS | {"etat", "-"} and key == "general"
        ) and (tokens[place].word[-1] != "s")
    if key == "generale":
        return place > sentence.first and tokens[place - 1].key == "la"
    return key not in ("premier", "major") or sentence.language == "en"


def _opens_title(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    return place == sentence.first or tokens[place - 1].key in _OPENERS or tokens[place - 1].word in ",(«"


def _ends_on_preposition(token: Token) -> bool:
    return token.key in (
        "de",
        "du",
        "des",
        "d'",
        "a",
        "au",
        "aux",
        "la",
        "le",
        "l'",
        "et",
        "en",
        "pour",
        "chez",
        "les",
    )


def _head_from(tokens: list[Token], place: int, sentence: Sentence) -> int | None:
    """The head of a title that begins at `place`, at most six words on; articles and nationalities may precede it."""
    if place < sentence.last and tokens[place].key in ("et", "and", "ou", "or", "du", "des", "au", "aux"):
        return None
    for index in range(place, min(place + 8, sentence.last)):
        token = tokens[index]
        if token.key in HEADS and _is_head(tokens, index, sentence):
            return index
        if token.word in _ENDS or token.word == ",":
            return None
        if token.key in CLAUSE_WORDS and token.key not in ("a", "his", "her", "its", "their"):
            return None
        if sentence.language != "en" and index - place > 3:
            return None
        if sentence.language != "en" and token.key not in _OPENERS and token.case is Case.LOWER and index - place > 2:
            return None
    return None


def _has_article(tokens: list[Token], place: int) -> bool:
    return tokens[place].key in ("le", "la", "l'", "the", "son", "sa")


def _closes_title(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """A clause word inside a title: "à" before an institution, "par intérim", "auprès de", "par suppléance"."""
    token = tokens[index]
    following = tokens[index + 1].key if index + 1 < sentence.last else ""
    if token.key == "par":
        return following in ("interim", "interimaire", "suppleance", "interim")
    if token.word == "à":
        return True
    if token.key in ("dans", "sur", "contre"):
        return token.key == "contre"
    return token.key == "entre"


def _joins_title(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "et" goes on with the title when a complement follows: "des Affaires étrangères et de la Coopération"."""
    following = tokens[index + 1] if index + 1 < sentence.last else None
    if following is None:
        return False
    if following.key in ("de", "du", "des", "d'", "la", "le", "les", "of", "a", "l'"):
        beyond = tokens[index + 2] if index + 2 < sentence.last else None
        return beyond is None or beyond.key not in HEADS or following.key in ("de", "du", "des", "d'")
    return True


def _lists_portfolios(tokens: list[Token], comma: int, sentence: Sentence) -> bool:
    """ "ministre des Affaires étrangères, de la Coopération et des Marocains de l'étranger": the comma is the title's."""
    after = tokens[comma + 1 : min(comma + 4, sentence.last)]
    if not after or after[0].key not in ("de", "du", "des", "d'"):
        return False
    return any(token.case for token in after[1:])


def _is_abbreviation(tokens: list[Token], index: int) -> bool:
    return (
        tokens[index].word == "."
        and index > 0
        and (
            tokens[index - 1].key in MILITARY
            or tokens[index - 1].key in CIVILITIES
            or len(tokens[index - 1].word) == 1
        )
    )


def _title_start(tokens: list[Token], head: int, floor: int) -> int:
    """Where the title begins: "Premier ministre", "vice-président", "porte-parole", "haut représentant"."""
    first = head
    while first > floor:
        before = tokens[first - 1]
        if before.word in "-‑" and first - 2 >= floor and before.start == tokens[first - 2].end:
            if tokens[first - 2].key in ("ex",):
                break
            first -= 2
        elif before.key in _BEFORE_HEAD and before.key != "ex":
            first -= 1
        else:
            break
    return first


def _office(
    prose: Prose, first: int, last: int, head: int, sentence: Sentence, owners: Owners, *, rank: bool = False
) -> Office:
    tokens = prose.tokens
    while last > head + 1 and (tokens[last - 1].word in ",-–(" or tokens[last - 1].key in ("'s", "le", "la", "the")):
        last -= 1
    span = Span(tokens[first].start, tokens[last - 1].end)
    keys = [token.key for token in tokens[first:last]]
    country, organisation = _owner(tokens, range(first, last), owners)
    if sentence.language == "en" and not country and not organisation:
        country, organisation = _owner(tokens, range(max(sentence.first, first - 3), first), owners)
    return Office(
        title=" ".join(span.of(prose.text).split()),
        span=span,
        first=first,
        last=last,
        head=tokens[head].key,
        public=_is_public(keys, tokens[head].key, any(place in owners.masked for place in range(first, last))),
        standing=_standing(tokens, first, last, sentence),
        country=country,
        organisation=organisation,
        rank=rank,
    )


def _owner(tokens: list[Token], places: range, owners: Owners) -> tuple[str, str]:
    """Whose post it is: "ambassadeur de Russie au Mali" is Russia's, "envoyé spécial pour la Libye" is no one's here."""
    country = ""
    for place in places:
        if place in owners.countries and not _is_field(tokens, place, places.start):
            country = owners.countries[place].code
            break
    organisation = next((owners.organisations[i].key for i in places if i in owners.organisations), "")
    return country, "" if country else organisation


def _is_field(tokens: list[Token], place: int, floor: int) -> bool:
    """Whether a country is only what the post deals with, or where it is."""
    before = place - 1
    while before >= floor and tokens[before].key in ("la", "le", "l'", "les", "the"):
        before -= 1
    if before >= floor and tokens[before].key in ("en", "au", "aux", "a", "to", "in", "sur", "on"):
        return True
    return any(token.key in ("pour", "for") for token in tokens[floor:place])


def _is_public(keys: list[str], head: str, owned: bool) -> bool | None:
    if head in PRIVATE_HEADS:
        return False
    if head in PUBLIC_HEADS or head in MILITARY:
        return True
    if head not in OPEN_HEADS:
        return None
    rest = [key for key in keys if key != head]
    if any(key in PRIVATE_WORDS for key in rest):
        return False
    if owned or any(key in PUBLIC_WORDS for key in rest):
        return True
    return True if head in ("president", "presidente") and len(rest) <= 1 else None


def _standing(tokens: list[Token], first: int, last: int, sentence: Sentence) -> str:
    around = [token.key for token in tokens[max(sentence.first, first - 3) : first]]
    near: list[str] = []
    for key in reversed(around):
        if key in (",", ".", "(", ")", "et", "and", ";", ":"):
            break
        near.append(key)
    inside = [token.key for token in tokens[first:last]]
    close = inside[:2] + inside[-3:] + near[:3]
    if any(key in LATE for key in close):
        return "late"
    if any(key in FORMER for key in (*inside[:2], *near)):
        return "former"
    if any(key in ACTING for key in close):
        return "acting"
    if any(key in DESIGNATED for key in close):
        return "designated"
    return "in office"
