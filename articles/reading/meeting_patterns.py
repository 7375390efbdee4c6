"""Where a sentence speaks of a meeting: the words that name it and what they say of its kind. Times and places later."""

from collections.abc import Iterator

from articles.reading.meeting_words import (
    BODIES,
    CONFERENCES,
    EXERCISES,
    FIGURATIVE,
    GATHERINGS,
    HOLDS,
    MEETS,
    MINISTERS,
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
from articles.reading.signs import Sign
from articles.reading.talks import talks_at, visit_at
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
    if key in MINISTERS or key == "chefs":
        return _ministers(prose, index, sentence, owners)
    if key in GATHERINGS and index not in owners.masked:
        return _gathering(prose, index, sentence, owners, people)
    if key in CONFERENCES:
        return _conference(prose, index, sentence, owners)
    if key in EXERCISES:
        return _exercise(tokens, index, sentence, owners)
    if key in TALKS or key in TALK_NOUNS:
        return talks_at(prose, index, sentence, people)
    if key in VISITS or key in TRAVELS:
        return visit_at(prose, index, sentence, owners, people)
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
        return talks_at(prose, index, sentence, people)
    plural = head.key in ("reunions", "meetings")
    if not plural and _of_leaders(window):
        return Sign("summit", first, last, "", organiser, index)
    body = next((i for i, token in enumerate(window[:7]) if token.key in BODIES), None)
    committee = any(
        owners.organisations[i].key in _COMMITTEES_KEYS for i in range(index, last) if i in owners.organisations
    )
    if (body is not None or committee) and not plural:
        if body is not None and index + 1 + body not in owners.masked and not tokens[index + 1 + body].case:
            joint = any(token.key in _JOINT for token in window[body : body + 4])
            body = body if joint else None
        if body is not None or committee:
            return Sign("committee", first, last, "", _organiser(index, last, owners), index)
    host = _holding_body(prose, index, sentence, owners) if not plural else None
    if host is not None:
        return Sign("committee", host, last, "", _organiser(host, last, owners), index)
    bilateral = talks_at(prose, index, sentence, people)
    if bilateral is not None:
        return bilateral
    if plural:
        return None
    return Sign("", first, max(last, index + 1), "", organiser, index, bare=True)


_JOINT = frozenset("mixte mixtes conjointe conjoint joint intergouvernementale intergouvernemental bilaterale".split())


def _of_leaders(window: list[Token]) -> bool:
    """Heads of state or government meet: a summit, whatever the text calls it."""
    keys = [token.key for token in window[:7]]
    for place, key in enumerate(keys):
        if key in ("leaders", "dirigeants"):
            return True
        near = set(keys[place : place + 4])
        if key in ("chefs", "heads") and {"etat", "state", "gouvernement"} & near and "major" not in keys[place:]:
            return True
    return False


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
    if tokens[index].key not in ("ministres", "ministers", "chefs"):
        return None
    if tokens[index].key == "chefs" and not _are_diplomats(tokens, index):
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
    if tokens[index].key == "chefs":
        end = max(end, index + 4)
    if first == index and index > sentence.first and tokens[index - 1].key == "les":
        first = index - 1
    return Sign("ministerial", first, end, _portfolio(tokens, first, end), _organiser(first, end, owners), verb)


def _are_diplomats(tokens: list[Token], index: int) -> bool:
    """ "les chefs de la diplomatie": foreign ministers."""
    return any(token.key in ("diplomatie", "diplomaties") for token in tokens[index + 1 : index + 5])


def _conference(prose: Prose, index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    tokens = prose.tokens
    following = tokens[index + 1 : min(sentence.last, index + 4)]
    if any(token.key in PRESS for token in following):
        return None
    if index in owners.masked:
        return _named_conference(tokens, index, sentence, owners)
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


def _named_conference(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "Munich Security Conference", which the registry knows as an organisation, is a meeting as well."""
    for first in range(index, max(sentence.first, index - 6) - 1, -1):
        organisation = owners.organisations.get(first)
        if organisation is not None and organisation.span.end > tokens[index].start:
            last = index + 1
            while last < sentence.last and tokens[last].start < organisation.span.end:
                last += 1
            return Sign("other", first, last, "", "", index)
    return None


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
        if last < sentence.last and tokens[last].word in '»”"' and tokens[place - 1].word in '«“"':
            last += 1
        return Sign("exercise", index, last, head=index)
    first = index
    while first > sentence.first and (tokens[first - 1].case and tokens[first - 1].word.isalpha()):
        first -= 1
    if sentence.language == "en" and index - first >= 2:
        return Sign("exercise", first, index + 1, head=index)
    return None
