"""Conferences, forums and ceremonies, and exercises that have a name."""

from articles.reading.meeting_words import PRESS, VAGUE
from articles.reading.name_words import words
from articles.reading.office_words import CLAUSE_WORDS
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.signs import Sign, capitalised_first, label_end, organiser_in
from articles.reading.tokens import Token

# Words of other things, which only a capital or a known name makes a gathering.
_CAPITALISED_ONLY = words("dialogue salon convention assises")
_NAMED_DIALOGUES = words("shangri manama")
_NO_NAME_AFTER = words("en in a au de du l' la d' des les the of with aux entre le")


def conference_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "conférence sur la sécurité", "forum de Dakar", "cérémonie de …", but no press conference."""
    near = tokens[max(sentence.first, index - 1) : min(sentence.last, index + 4)]
    if any(token.key in PRESS for token in near) or near[0].key in VAGUE:
        return None
    if index in owners.masked:
        return _registered(tokens, index, sentence, owners)
    key = tokens[index].key
    if key in _CAPITALISED_ONLY and not tokens[index].case:
        return None
    if key == "dialogue" and not any(token.key in _NAMED_DIALOGUES for token in near):
        return None
    last = label_end(tokens, index + 1, sentence)
    first = capitalised_first(tokens, index, sentence) if sentence.language == "en" else index
    return Sign("other", first, max(last, index + 1), "", organiser_in(first, last, owners), index)


def _registered(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """ "Munich Security Conference", which the registry knows as an organisation, is a meeting as well."""
    for first in range(index, max(sentence.first, index - 6) - 1, -1):
        organisation = owners.organisations.get(first)
        if organisation is not None and organisation.span.end > tokens[index].start:
            last = index + 1
            while last < sentence.last and tokens[last].start < organisation.span.end:
                last += 1
            return Sign("other", first, last, "", "", index)
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
        while last < sentence.last and _is_named(tokens[last]):
            last += 1
        if last < sentence.last and tokens[last].word in '»”"' and before.word in '«“"':
            last += 1
        return Sign("exercise", index, last, head=index)
    first = capitalised_first(tokens, index, sentence)
    if sentence.language == "en" and index - first >= 2:
        return Sign("exercise", first, index + 1, head=index)
    return None


def _is_named(token: Token) -> bool:
    return bool(token.case) or token.word[0].isdigit() or token.word in "-'’"
