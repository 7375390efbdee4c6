"""Where a sentence speaks of a meeting: the words that name it and what they say of its kind."""

from collections.abc import Iterator

from articles.reading.audiences import VOCABULARY as AUDIENCES
from articles.reading.audiences import audience_at
from articles.reading.english_talks import VOCABULARY as ENGLISH
from articles.reading.english_talks import english_talks
from articles.reading.meeting_bodies import BODY_ADJECTIVES, STANDING_BODIES, body_at
from articles.reading.meeting_words import (
    BODIES,
    CONFERENCES,
    EXERCISE_STARTS,
    EXERCISES,
    FIGURATIVE,
    GATHERINGS,
    HOLDS,
    MARGINS,
    MEALS,
    MINISTERS,
    SUMMITS,
    TALK_NOUNS,
    TALKS,
    TRAVELS,
    VAGUE,
    VISITS,
)
from articles.reading.ministers import GROUPS, LEADERS, group_kind, ministers_at, opened_by
from articles.reading.name_words import words
from articles.reading.occasions import INAUGURATES, conference_at, exercise_at, exercise_named_at, inauguration_at
from articles.reading.office_words import HEADS
from articles.reading.offices import Owners
from articles.reading.prose import Prose, Sentence, between
from articles.reading.signs import Sign, capitalised_first, english_first, label_end, organiser_in, portfolio_in
from articles.reading.talks import EACH_OTHER, WELCOMES, talks_at
from articles.reading.talks_about import VOCABULARY as DISCUSSING
from articles.reading.talks_about import talks_about
from articles.reading.talks_between import NOUNS as BETWEEN_NOUNS
from articles.reading.talks_between import talks_between, talks_with_counterparts
from articles.reading.tokens import Token
from articles.reading.visits import visit_at

_MINISTERIAL = words("ministerielle ministeriel ministerial")
_DISCUSSIONS = words("debat ministerielle consultations entretiens discussions talks")
_PLURALS = words("reunions meetings")
_TALKING = TALKS | TALK_NOUNS | WELCOMES | EACH_OTHER | {"meet", "host", "receive"}
_JOURNEYS = VISITS | TRAVELS
# Every word that can begin to speak of a meeting.
_SAY_SO = (
    EXERCISE_STARTS
    | SUMMITS
    | GROUPS
    | GATHERINGS
    | CONFERENCES
    | EXERCISES
    | INAUGURATES
    | _TALKING
    | _JOURNEYS
    | BODIES
    | {"edition", "table"}
    | AUDIENCES
    | ENGLISH
    | BETWEEN_NOUNS
    | DISCUSSING
)
_GREAT = SUMMITS | CONFERENCES | GATHERINGS
_MEETING_BODIES = BODIES | GATHERINGS


def hints_of(prose: Prose, owners: Owners) -> list[int]:
    """The tokens that can begin to speak of a meeting, in order: most are none, and nothing else is asked of those."""
    return sorted({*prose.numbers_of(_SAY_SO), *owners.organisations})


def signs_of(
    prose: Prose, sentence: Sentence, hints: list[int], owners: Owners, people: dict[int, int]
) -> Iterator[Sign]:
    """The meetings that a sentence names, in order. `hints`: those of the text, see `hints_of`; `people`: first token
    of a person's name → token after it."""
    after, verb = sentence.first, -1
    for index in between(hints, sentence.first, sentence.last):
        if index < after:
            continue
        # The verb of those who meet is theirs: "the committee met in Prague with Admiral X in the chair".
        sign = _sign_at(prose, index, sentence, owners, people) if index != verb else None
        if sign is not None:
            yield sign
            verb = sign.head
            after = max(sign.last, index + 1)


def named_inside(prose: Prose, talks: Sign, sentence: Sentence, hints: list[int], owners: Owners) -> Iterator[Sign]:
    """The meetings in the margins of which talks are told: "a rencontré, en marge du Forum de Dakar, son pair"."""
    tokens = prose.tokens
    for index in between(hints, talks.head + 1, talks.last) if talks.kind == "bilateral" else ():
        if MARGINS.isdisjoint(token.key for token in tokens[max(talks.first, index - 5) : index]):
            continue
        sign = _sign_at(prose, index, sentence, owners, {}) if tokens[index].key in _GREAT else None
        if sign is not None and sign.kind != "bilateral":
            yield sign


def _sign_at(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    tokens = prose.tokens
    key = tokens[index].key
    if key in ENGLISH and sentence.language == "en":
        if (sign := english_talks(prose, index, sentence, owners, people)) is not None:
            return sign
    elif key in AUDIENCES and (sign := audience_at(prose, index, sentence, people)) is not None:
        return sign
    if key in DISCUSSING and (sign := talks_about(prose, index, sentence, people)) is not None:
        return sign
    if key == "table":
        ronde = index + 1 < sentence.last and tokens[index + 1].key in ("ronde", "rondes")
        return conference_at(tokens, index, sentence, owners) if ronde else None
    if key in SUMMITS:
        return _summit(tokens, index, sentence, owners)
    if key in GROUPS:
        return ministers_at(tokens, index, sentence, owners)
    if key in BETWEEN_NOUNS and (sign := talks_between(prose, index, sentence, people)) is not None:
        return sign
    if key == "convention" and index > sentence.first and tokens[index - 1].case and sentence.language == "en":
        return None  # "the Montreux Convention"
    if key == "edition":
        bodies = {token.key for token in tokens[index + 1 : min(sentence.last, index + 4)]} & _MEETING_BODIES
        return _gathering(prose, index, sentence, owners, people) if bodies else None
    if key in GATHERINGS and index not in owners.masked:
        return _gathering(prose, index, sentence, owners, people)
    if key in CONFERENCES:
        return conference_at(tokens, index, sentence, owners)
    if key in EXERCISES:
        return exercise_at(tokens, index, sentence, owners)
    if key in EXERCISE_STARTS and (named := exercise_named_at(tokens, index, sentence)):
        return named
    if key in INAUGURATES:
        return inauguration_at(tokens, index, sentence, people)
    if key in _TALKING:
        sign = talks_at(prose, index, sentence, people)
        if sign is not None or key not in _JOURNEYS:
            return sign
    if key in _JOURNEYS:
        return visit_at(prose, index, sentence, owners, people)
    return body_at(tokens, index, sentence, owners)


def _summit(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
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
    last = label_end(tokens, index + 1, sentence)
    bare = last == index + 1 and first == index
    return Sign("summit", first, last, "", organiser_in(first, last, owners), index, bare)


def _gathering(prose: Prose, index: int, sentence: Sentence, owners: Owners, people: dict[int, int]) -> Sign | None:
    """ "réunion des ministres de la Défense", "réunion de la Commission …", "rencontre entre X et Y", "la réunion"."""
    tokens = prose.tokens
    head = tokens[index]
    before = tokens[index - 1].key if index > sentence.first else ""
    if before in VAGUE or (head.key == "meeting" and before in ("are", "is", "be")):
        return None
    following = [token.key for token in tokens[index + 1 : min(sentence.last, index + 3)]]
    if following[:1] in (["of"], ["de"], ["d'"]) and following[-1] in TALK_NOUNS and following[-1] not in MEALS:
        return None  # "a session of talks between X and Y": the talks say so themselves
    last = label_end(tokens, index + 1, sentence)
    first = english_first(tokens, index, sentence, owners) if sentence.language == "en" else index
    organiser = organiser_in(first, last, owners)
    if _is_ministerial(tokens, first, index, last):
        organiser = organiser or organiser_in(index, min(sentence.last, last + 6), owners)
        return Sign("ministerial", first, last, portfolio_in(tokens, first, last), organiser, index)
    if head.key in _DISCUSSIONS:
        return talks_at(prose, index, sentence, people)
    if head.key in _PLURALS:
        return talks_at(prose, index, sentence, people)
    if _are_leaders(tokens[index + 1 : last]):
        return Sign("summit", first, last, "", organiser, index)
    group = next((p for p in range(index + 2, min(index + 4, last)) if tokens[p].key in GROUPS), 0)
    if group and tokens[group - 1].key in ("des", "de", "of") and (kind := group_kind(tokens, group, sentence)):
        return Sign(kind, first, last, "", organiser, index)
    level = _level_of_ministers(tokens, last, sentence)
    if level:
        whose = "OTAN" if organiser in STANDING_BODIES else organiser  # the council of ministers is the Alliance's
        return Sign("ministerial", first, last, portfolio_in(tokens, last, level), whose, index)
    if _names_body(tokens, index, last, owners):
        return Sign("committee", first, last, "", organiser, index)
    host = _holding_body(tokens, index, sentence, owners)
    if host is not None:
        host = capitalised_first(tokens, host, sentence) if sentence.language == "en" else host
        return Sign("committee", host, last, "", organiser_in(host, last, owners), index)
    talks = talks_at(prose, index, sentence, people)
    if talks is not None or head.key in MEALS:
        return talks
    if named := _given_by(tokens, last, sentence, owners):
        return Sign("other", first, named, "", organiser_in(last, named, owners), index)
    if with_counterparts := talks_with_counterparts(prose, index, sentence, people):
        return with_counterparts
    group = opened_by(tokens, index, sentence)
    if group >= 0:
        kind = group_kind(tokens, group, sentence)
        portfolio = portfolio_in(tokens, group, index) if kind == "ministerial" else ""
        return Sign(kind, first, max(last, index + 1), portfolio, organiser_in(group, index, owners), index)
    if any(token.case for token in tokens[index + 2 : last]) and not (sentence.capitals or sentence.titled):
        return Sign("other", first, last, "", organiser, index)  # "la réunion annuelle du Dialogue méditerranéen"
    return Sign("", first, max(last, index + 1), "", organiser, index, bare=True)


def _level_of_ministers(tokens: list[Token], last: int, sentence: Sentence) -> int:
    """The index after "at the level of Defence Ministers", "au niveau des ministres" that follows a label, else 0."""
    for place in range(last, min(last + 8, sentence.last)):
        if tokens[place].key in ("level", "niveau"):
            near = range(place + 1, min(place + 7, sentence.last))
            return next((p + 4 for p in near if tokens[p].key in MINISTERS), 0)
    return 0


def _given_by(tokens: list[Token], last: int, sentence: Sentence, owners: Owners) -> int:
    """ "la réunion que l'OTAN consacrera à …": the index after the organisation that holds it, else 0."""
    if last >= sentence.last or tokens[last].key not in ("que", "qu'", "that", "which"):
        return 0
    for place in range(last + 1, min(last + 4, sentence.last)):
        if place in owners.organisations:
            return min(owners.ends[place], sentence.last)
    return 0


def _is_ministerial(tokens: list[Token], first: int, head: int, last: int) -> bool:
    if any(token.key in _MINISTERIAL for token in tokens[head : min(head + 3, max(last, head + 1))]):
        return True
    if _chiefs_of_diplomacy(tokens[head + 1 : min(last, head + 9)]):
        return True
    return any(token.key in MINISTERS for token in (*tokens[first:head], *tokens[head + 1 : min(last, head + 9)]))


def _chiefs_of_diplomacy(window: list[Token]) -> bool:
    keys = [token.key for token in window]
    return "chefs" in keys and "diplomatie" in keys[keys.index("chefs") :]


def _are_leaders(window: list[Token]) -> bool:
    """Heads of state or government meet: a summit, whatever the text calls it."""
    keys = [token.key for token in window[:12]]
    for place, key in enumerate(keys[:7]):
        if key in LEADERS:
            return True
        near = keys[place : place + 4]
        if key in ("chefs", "heads") and "major" not in keys[place:]:
            return not {"etat", "state", "gouvernement"}.isdisjoint(near)
    return False


def _names_body(tokens: list[Token], index: int, last: int, owners: Owners) -> bool:
    """Whether a meeting is a committee's: a known body, a capitalised one, or a "commission mixte"."""
    window = tokens[index + 1 : last]
    for place in range(index, last):
        organisation = owners.organisations.get(place)
        if organisation is not None and organisation.key in STANDING_BODIES:
            return not any(token.key in HEADS for token in tokens[index + 1 : place])
    body = next((place for place, token in enumerate(window[:8]) if token.key in BODIES), None)
    if body is None or any(token.key in HEADS for token in window[:body]):
        return False  # "rencontre avec le président du Comité militaire"
    if index + 1 + body in owners.masked or window[body].case:
        return True
    return any(token.key in BODY_ADJECTIVES for token in window[max(0, body - 3) : body + 4])


def _holding_body(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int | None:
    """ "la Division X … a tenu sa réunion semestrielle": where the body that holds it begins."""
    near = [token.key for token in tokens[max(sentence.first, index - 5) : index]]
    if HOLDS.isdisjoint(near):
        return None
    for place in range(sentence.first, index):
        organisation = owners.organisations.get(place)
        standing = organisation is not None and organisation.key in STANDING_BODIES
        if tokens[place].case and (standing or tokens[place].key in BODIES):
            return place
    return None
