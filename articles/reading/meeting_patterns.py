"""Where a sentence speaks of a meeting: the words that name it and what they say of its kind. Times and places later."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.meeting_words import (
    BODIES,
    CONFERENCES,
    EXERCISES,
    FIGURATIVE,
    GATHERINGS,
    HOLDS,
    MEETS,
    MINISTERS,
    OFFICIAL_VISIT,
    OTHER_PORTFOLIOS,
    PORTFOLIOS,
    PRESS,
    SUMMITS,
    TALK_NOUNS,
    TALKS,
    TRAVELS,
    VAGUE,
    VISITS,
)
from articles.reading.office_words import CLAUSE_WORDS
from articles.reading.offices import Owners
from articles.reading.prose import Prose, Sentence
from articles.reading.tokens import Token

_ENDS = frozenset('.;:!?…()[]«»“”",–—')
_LONGEST = 26
_COMMITTEES_KEYS = frozenset({"CAN", "CM", "CPEA", "COG", "COU"})
_PLANNED = frozenset(
    [
        "prevu",
        "prevue",
        "prevus",
        "prevues",
        "programme",
        "programmee",
        "organise",
        "organisee",
        "tenu",
        "tenue",
        "tenus",
        "due",
        "set",
        "scheduled",
    ]
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Tokens `first` to `last` (excluded) name a meeting. `bare`: only "la réunion", which must refer to another."""

    kind: str
    first: int
    last: int
    portfolio: str = ""
    organiser: str = ""
    head: int = 0
    bare: bool = False
    visit: bool = False


def signs_of(prose: Prose, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Iterator[Sign]:
    """The meetings that a sentence names, in order. `people`: first token of a person's name → token after it."""
    index = sentence.first
    while index < sentence.last:
        sign = _sign_at(prose, index, sentence, owners, people)
        if sign is None:
            index += 1
            continue
        yield sign
        index = max(sign.last, index + 1)


def _sign_at(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    tokens = prose.tokens
    key = tokens[index].key
    if key in SUMMITS:
        return _summit(prose, index, sentence, owners)
    if key in MINISTERS:
        return _ministers(prose, index, sentence, owners)
    if key in GATHERINGS and index not in owners.masked:
        return _gathering(prose, index, sentence, owners, people)
    if key in CONFERENCES:
        return _conference(prose, index, sentence, owners)
    if key in EXERCISES:
        return _exercise(tokens, index, sentence, owners)
    if key in TALKS or key in TALK_NOUNS:
        return _talks(prose, index, sentence, owners, people)
    if key in VISITS or key in TRAVELS:
        return _visit(tokens, index, sentence, owners, people)
    return _committee(prose, index, sentence, owners)


def label_end(prose: Prose, index: int, sentence: Sentence) -> int:
    """The index after the words that go on naming what begins before `index`."""
    tokens = prose.tokens
    end = index
    while end < min(sentence.last, index + _LONGEST):
        token = tokens[end]
        if token.word in _ENDS:
            break
        if (
            token.key in CLAUSE_WORDS
            and token.word != "à"
            and token.key not in ("entre", "avec", "sur", "with", "between")
        ):
            break
        if token.key in _PLANNED or token.key in MEETS or (token.key in HOLDS and token.key != "tenir"):
            break
        end += 1
    while end > index and tokens[end - 1].key in _DANGLING:
        end -= 1
    return end


_DANGLING = frozenset(
    [
        "et",
        "and",
        "de",
        "du",
        "des",
        "d'",
        "l'",
        "la",
        "le",
        "les",
        "a",
        "au",
        "aux",
        "en",
        "the",
        "of",
        "to",
        "in",
        "on",
        "for",
        "pour",
        "vont",
        "avec",
        "entre",
        "sur",
    ]
)


def _summit(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    tokens = prose.tokens
    before = tokens[index - 1].key if index > sentence.first else ""
    following = [token.key for token in tokens[index + 1 : min(sentence.last, index + 4)]]
    if before in VAGUE or (before == "au" and any(key in FIGURATIVE for key in following)):
        return None
    first = index
    if sentence.language == "en":
        while first > sentence.first and (
            first - 1 in owners.masked
            or (tokens[first - 1].case and tokens[first - 1].word.isalpha())
            or tokens[first - 1].word in "-–"
        ):
            first -= 1
    last = label_end(prose, index + 1, sentence)
    bare = last == index + 1 and first == index
    return Sign("summit", first, last, "", _organiser(first, last, owners), index, bare)


def _organiser(first: int, last: int, owners: Owners) -> str:
    return next((owners.organisations[i].key for i in range(first, last) if i in owners.organisations), "")


def _portfolio(tokens: list[Token], first: int, last: int) -> str:
    for token in tokens[first:last]:
        for name, keys in PORTFOLIOS.items():
            if token.key in keys:
                return name
        if token.key in OTHER_PORTFOLIOS:
            return ""
    return ""


def _gathering(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """ "réunion des ministres de la Défense", "réunion de la Commission …", "rencontre entre X et Y", "la réunion"."""
    tokens = prose.tokens
    head = tokens[index]
    if head.key in ("meeting", "meet") and index > sentence.first and tokens[index - 1].key in ("are", "is", "be"):
        return None
    last = label_end(prose, index + 1, sentence)
    before = tokens[index - 1].key if index > sentence.first else ""
    if before in VAGUE:
        return None
    window = tokens[index + 1 : last]
    ministers = next((i for i, token in enumerate(window) if token.key in MINISTERS), None)
    organiser = _organiser(index, last, owners)
    first = index
    if sentence.language == "en":
        first = _english_first(tokens, index, sentence, owners)
        ministers = (
            ministers
            if ministers is not None
            else next((0 for token in tokens[first:index] if token.key in MINISTERS), None)
        )
        organiser = organiser or _organiser(first, index, owners)
    adjective = next(
        (
            True
            for token in tokens[index : min(index + 3, last)]
            if token.key in ("ministerielle", "ministeriel", "ministerial")
        ),
        False,
    )
    if head.key == "ministerielle" or adjective or (ministers is not None and ministers < 8):
        if not organiser:
            organiser = _organiser(index, min(sentence.last, last + 6), owners)
        return Sign("ministerial", first, last, _portfolio(tokens, first, last), organiser, index)
    if head.key in ("debat", "ministerielle", "consultations", "entretiens", "discussions", "talks"):
        return _talks(prose, index, sentence, owners, people)
    plural = head.key in ("reunions", "meetings")
    body = next((i for i, token in enumerate(window[:7]) if token.key in BODIES), None)
    committee = any(
        owners.organisations[i].key in _COMMITTEES_KEYS for i in range(index, last) if i in owners.organisations
    )
    if (body is not None or committee) and not plural:
        if body is not None and index + 1 + body not in owners.masked and not tokens[index + 1 + body].case:
            body = None
        if body is not None or committee:
            return Sign("committee", first, last, "", _organiser(index, last, owners), index)
    host = _holding_body(prose, index, sentence, owners) if not plural else None
    if host is not None:
        return Sign("committee", host, last, "", _organiser(host, last, owners), index)
    bilateral = _talks(prose, index, sentence, owners, people)
    if bilateral is not None:
        return bilateral
    if plural:
        return None
    return Sign("", first, max(last, index + 1), "", organiser, index, bare=True)


def _english_first(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """The words before an English head that belong to it: "NATO defence ministers' meeting"."""
    first = index
    while first > sentence.first:
        before = tokens[first - 1]
        portfolio = any(before.key in keys for keys in PORTFOLIOS.values())
        if (
            first - 1 in owners.masked
            or portfolio
            or before.key in MINISTERS | {"-", "'", "’", "annual", "bi", "affairs"}
            or before.word in "'’"
        ):
            first -= 1
        else:
            break
    return first


def _holding_body(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> int | None:
    """ "la Division X … a tenu sa réunion semestrielle": where the body that holds it begins."""
    tokens = prose.tokens
    near = [token.key for token in tokens[max(sentence.first, index - 5) : index]]
    if not any(key in HOLDS for key in near):
        return None
    for place in range(sentence.first, index):
        token = tokens[place]
        if token.case and (
            token.key in BODIES
            or (place in owners.organisations and owners.organisations[place].key in _COMMITTEES_KEYS)
        ):
            return place
    return None


def _committee(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "Le Conseil de l'Atlantique Nord s'est réuni", "le Comité militaire se réunira"."""
    organisation = owners.organisations.get(index)
    tokens = prose.tokens
    if organisation is None or organisation.key not in _COMMITTEES_KEYS:
        return None
    last = index + 1
    while last < sentence.last and tokens[last].start < organisation.span.end:
        last += 1
    ahead = [token.key for token in tokens[last : min(sentence.last, last + 7)]]
    for key in ahead:
        if key in MEETS:
            return Sign("committee", index, last, "", organisation.key, index)
        if key in _ENDS:
            return None
    return None


def _ministers(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "les ministres de la Défense de l'OTAN se réunissent": the ministers meet, in so many words."""
    tokens = prose.tokens
    if tokens[index].key not in ("ministres", "ministers"):
        return None
    before = [token.key for token in tokens[max(sentence.first, index - 3) : index]]
    end = index + 1
    verb = 0
    for place in range(index + 1, min(sentence.last, index + 34)):
        token = tokens[place]
        if token.word in ".;:!?" or token.key in ("que", "qui", "that", "who"):
            break
        if token.key in MEETS:
            verb = place
            break
    if not verb:
        return None
    between = [token.key for token in tokens[index + 1 : verb]]
    said = {"a", "ont", "declare", "indique", "said", "abord", "discute"} & set(between) - {"a"}
    if tokens[verb].key in ("meeting",) and not {"are", "were", "be"} & set(between):
        return None
    if said - {"ont"} or "pour" in before:
        return None
    end = label_end(prose, index + 1, sentence)
    end = min(end, verb)
    while end > index + 1 and (
        tokens[end - 1].key in _DANGLING or tokens[end - 1].key in ("se", "s'", "will", "are", "ont", "vont")
    ):
        end -= 1
    first = _english_first(tokens, index, sentence, owners) if sentence.language == "en" else index
    if first == index and index > sentence.first and tokens[index - 1].key == "les":
        first = index - 1
    return Sign("ministerial", first, end, _portfolio(tokens, first, end), _organiser(first, end, owners), verb)


def _conference(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    tokens = prose.tokens
    following = tokens[index + 1 : min(sentence.last, index + 4)]
    if any(token.key in PRESS for token in following) or index in owners.masked:
        return None
    if index > sentence.first and (tokens[index - 1].key in PRESS | VAGUE or tokens[index - 1].key == "news"):
        return None
    if tokens[index].key in ("dialogue", "salon", "convention", "assises") and not tokens[index].case:
        return None
    if tokens[index].key in ("dialogue",) and not any(token.key == "shangri" for token in following):
        return None
    last = label_end(prose, index + 1, sentence)
    first = index
    if sentence.language == "en":
        while first > sentence.first and tokens[first - 1].case and tokens[first - 1].word.isalpha():
            first -= 1
    return Sign("other", first, max(last, index + 1), "", _organiser(first, last, owners), index)


def _exercise(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """An exercise has a name ("exercice Steadfast Defender 2024", "exercice « African Lion »"), else it is any."""
    place = index + 1
    while place < min(sentence.last, index + 9) and not tokens[place].case:
        if tokens[place].word in ".,;:!?" or tokens[place].key in CLAUSE_WORDS:
            break
        place += 1
    named = (
        place < sentence.last
        and tokens[place].case
        and place not in owners.masked
        and tokens[place - 1].key
        not in (
            "en",
            "in",
            "a",
            "au",
            "de",
            "du",
            "l'",
            "la",
            "d'",
            "des",
            "les",
            "the",
            "of",
            "with",
            "aux",
            "entre",
            "le",
        )
    )
    if named:
        last = place
        while (
            last < sentence.last
            and (tokens[last].case or tokens[last].word[0].isdigit() or tokens[last].word in "-'’")
            and tokens[last].word not in "«»"
        ):
            last += 1
        if last < sentence.last and tokens[last].word in "»”\"" and tokens[place - 1].word in "«“\"":
            last += 1
        return Sign("exercise", index, last, head=index)
    first = index
    while first > sentence.first and (tokens[first - 1].case and tokens[first - 1].word.isalpha()):
        first -= 1
    if sentence.language == "en" and index - first >= 2:
        return Sign("exercise", first, index + 1, head=index)
    return None


def _talks(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """Talks of two sides: "a reçu le ministre X", "s'est entretenu avec son homologue", "rencontre entre X et Y"."""
    tokens = prose.tokens
    key = tokens[index].key
    before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
    if key in TALKS and before and before[-1] in ("la", "une", "cette", "le", "un", "de", "d'", "l'"):
        if key not in TALK_NOUNS:
            return None
    if (
        key in ("recu", "entretenu", "rencontre", "entretenue")
        and key not in TALK_NOUNS
        and not {"a", "ont", "est", "avait"} & set(before)
    ):
        return None
    if key in TALK_NOUNS and not ({"a", "ont", "avait"} & set(before[-2:])):
        joined = tokens[index + 1 : min(sentence.last, index + 5)]
        if not any(token.key in ("avec", "entre", "with", "between") for token in joined):
            if key != "rencontre" or before[-1:] in (["la"], ["une"], ["cette"], ["l'"], ["de"]):
                return None
    if key in ("received", "receives", "recu", "recoit") and tokens[index - 1].key in ("been", "was", "ete"):
        return None
    other = _other_side(tokens, index, sentence, people)
    if not other:
        return None
    return Sign("bilateral", index, other, head=index)


def _other_side(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> int:
    """The index after the person or counterpart with whom the talks are; 0 when nobody is named."""
    for place in range(index + 1, min(sentence.last, index + 24)):
        if place in people:
            return people[place]
        if tokens[place].word in ".;:!?«“" or tokens[place].key in ("que", "qui", "that", "who", "which"):
            return 0
        if tokens[place].key in ("homologue", "counterpart"):
            end = place + 1
            while end < sentence.last and tokens[end].word not in ".,;:!?":
                if end in people:
                    return people[end]
                if end > place + 3 or tokens[end].key in CLAUSE_WORDS:
                    break
                end += 1
            ahead = next((p for p in range(place + 1, min(place + 8, sentence.last)) if p in people), 0)
            return people[ahead] if ahead else place + 1
    return 0


def _visit(tokens: list[Token], index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """An official visit to a country or city."""
    key = tokens[index].key
    if key in TRAVELS:
        before = [token.key for token in tokens[max(sentence.first, index - 4) : index]]
        reflexive = {"s'", "se"} & set(before)
        if key not in ("visited", "visits", "travelled", "traveled") and not reflexive:
            return None
        if not any(place in people for place in range(sentence.first, index)):
            return None
    near = [token.key for token in tokens[max(sentence.first, index - 3) : min(sentence.last, index + 5)]]
    official = any(word in OFFICIAL_VISIT for word in near) or "en" in near[:3] or "on" in near[:3]
    if key in VISITS and not official and not any(p in people for p in range(index, min(sentence.last, index + 8))):
        return None
    end = index + 1
    while end < min(sentence.last, index + 16) and tokens[end].word not in ".,;:!?«":
        if end - 1 > index and tokens[end - 1].key in ("a", "au", "aux", "en", "to", "in") and tokens[end].case:
            while end < sentence.last and (tokens[end].case or tokens[end].word == "-"):
                end += 1
            return Sign("bilateral", index, end, head=index, visit=True)
        end += 1
    if (
        key in VISITS
        and near
        and any(word in ("officielle", "official", "travail", "working", "etat", "state") for word in near)
    ):
        return Sign("bilateral", index, min(end, index + 6), head=index, visit=True)
    return None
