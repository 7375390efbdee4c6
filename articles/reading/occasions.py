"""Conferences, forums and ceremonies, and exercises that have a name."""

from articles.reading.meeting_words import EXERCISE_NAMES, PRESS, VAGUE
from articles.reading.name_words import words
from articles.reading.office_words import CLAUSE_WORDS, PUBLIC_HEADS
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.signs import Sign, capitalised_first, clause_before, label_end, organiser_in
from articles.reading.tokens import Token

# Words of other things, which only a capital or a known name makes a gathering.
_CAPITALISED_ONLY = words("dialogue salon convention assises")
_NAMED_DIALOGUES = words("shangri manama")
INAUGURATES = words("inaugure inaugurera inaugurait inaugurated inaugurates")
_HAVE = words("a ont avait avaient va doit devait aura has have had will")
_OBJECTS = words("un une des le la les a an the")
_IN_PASSING = words("d' de l' cet cette this that of an chaque tout")
_MARTIAL = words(
    "commun conjoint militaire naval aerien terrestre maritime multinational bilateral interarmees tactique joint"
    " military communes conjointes militaires navales aeriennes terrestres maritimes multinationales bilaterales"
    " grandeur deminage evacuation tir debarquement live lutte anti sauvetage otan nato"
)
_HAPPENS = words(
    "aura auront lieu tiendra tiendront tenu tenue tenus tenues deroulera derouleront deroule debutera debuteront"
    " commencera commenceront commence debute reunira mobilisera take took place begin began begins start starts"
    " started tenir derouler debuter commencer"
)
_PLANNED = words("prevu prevus prevue prevues programme programmes planned scheduled due set")
_NO_NAME_AFTER = words("en in a au de du l' la d' des les the of with aux entre le")


def conference_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "conférence sur la sécurité", "forum de Dakar", "cérémonie de …", but no press conference."""
    near = tokens[max(sentence.first, index - 1) : min(sentence.last, index + 4)]
    if any(token.key in PRESS for token in near) or near[0].key in VAGUE:
        return None
    if index in owners.masked:
        return _registered(index, sentence, owners)
    key = tokens[index].key
    if key in _CAPITALISED_ONLY and not tokens[index].case:
        return None
    if key == "dialogue" and not any(token.key in _NAMED_DIALOGUES for token in near):
        return None
    last = label_end(tokens, index + 1, sentence)
    first = capitalised_first(tokens, index, sentence) if sentence.language == "en" else index
    return Sign("other", first, max(last, index + 1), "", organiser_in(first, last, owners), index)


def _registered(index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "Munich Security Conference", which the registry knows as an organisation, is a meeting as well."""
    for first in range(index, max(sentence.first, index - 6) - 1, -1):
        organisation = owners.organisations.get(first)
        if organisation is not None and owners.ends[first] > index:
            return Sign("other", first, min(owners.ends[first], sentence.last), "", "", index)
    return None


def exercise_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "exercice Steadfast Defender 2024", "exercice « African Lion »"; one without a name is any."""
    place = index + 1
    while place < min(sentence.last, index + 9) and not tokens[place].case:
        if tokens[place].word in ".,;:!?" or tokens[place].key in CLAUSE_WORDS:
            break
        place += 1
    before = tokens[place - 1]
    if (
        place < sentence.last
        and tokens[place].case
        and place not in owners.masked
        and before.key not in _NO_NAME_AFTER
    ):
        last = place
        quoted = before.word in '«“"'
        while last < min(sentence.last, place + 8) and (
            tokens[last].word not in '»”"' if quoted else _is_named(tokens[last])
        ):
            last += 1
        if last < sentence.last and tokens[last].word in '»”"' and quoted:
            last += 1
        return Sign("exercise", index, last, head=index)
    first = capitalised_first(tokens, index, sentence)
    if sentence.language == "en" and index - first >= 2:
        return Sign("exercise", first, index + 1, head=index)
    return _unnamed_exercise(tokens, index, sentence)


def exercise_named_at(tokens: list[Token], index: int, sentence: Sentence) -> Sign | None:
    """ "African Lion 2023", "BALTOPS 24": an exercise that everybody in the field knows by its name."""
    if not tokens[index].case:
        return None
    for length in (2, 1):
        name = tokens[index : min(index + length, sentence.last)]
        if tuple(token.key for token in name) in EXERCISE_NAMES and all(token.case for token in name):
            last = index + length
            while last < sentence.last and (tokens[last].word.isdigit() or tokens[last].word in "-/"):
                last += 1
            return Sign("exercise", index, last, head=index)
    return None


def _unnamed_exercise(tokens: list[Token], index: int, sentence: Sentence) -> Sign | None:
    """ "Un premier exercice commun est prévu en février à Gao": one that takes place, at a place and a time."""
    near = tokens[max(sentence.first, index - 2) : min(sentence.last, index + 4)]
    before = tokens[index - 1].key if index > sentence.first else ""
    if before in _IN_PASSING or not any(token.key in _MARTIAL for token in near):
        return None
    last = label_end(tokens, index + 1, sentence)
    for token in tokens[last : min(sentence.last, last + 12)]:
        if token.key in _HAPPENS or token.key in _PLANNED:
            return Sign("exercise", index, max(last, index + 1), head=index, bare=True)
        if token.word in ".;:!?«»" or token.key in ("que", "that", "which"):
            break
    at_sea = any(token.key == "large" for token in tokens[index : min(sentence.last, last + 3)])
    return Sign("exercise", index, max(last, index + 1), head=index, bare=True) if at_sea else None


def inauguration_at(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "Le ministre a inauguré hier à Rosso une base": somebody in office opens something."""
    key = tokens[index].key
    before = {token.key for token in tokens[max(sentence.first, index - 4) : index]}
    if key == "inaugure" and tokens[index].word.endswith(("é", "e\u0301")) and before.isdisjoint(_HAVE):
        return None  # "le pont inauguré en 1950"
    somebody = any(p in people or tokens[p].key in PUBLIC_HEADS for p in clause_before(index, sentence))
    if not somebody or not before.isdisjoint(("ete", "been", "was", "were", "qui")):
        return None
    first = index
    while first > sentence.first and tokens[first - 1].key in _HAVE:
        first -= 1
    # "a inauguré hier à Rosso une base fluviale": what is opened belongs to the label
    opened = next((p for p in range(index + 1, min(sentence.last, index + 10)) if tokens[p].key in _OBJECTS), index)
    return Sign("other", first, max(label_end(tokens, opened + 1, sentence), index + 1), head=index)


def _is_named(token: Token) -> bool:
    return bool(token.case) or token.word[0].isdigit() or token.word in "-'’"
