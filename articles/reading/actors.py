"""Whether a capital city stands for its state: only where it acts, or is acted with, as a state does.

"Madrid souhaite inviter Rabat", "un soutien à Kiev", "les relations avec Moscou" are states; "à Madrid", "le sommet de
Madrid", "Bruxelles, le 4 décembre" are places.
"""

import unicodedata
from collections.abc import Callable, Sequence

from articles.reading.actor_words import (
    ACTS,
    ACTS_EN,
    ALLIANCES,
    ARMS,
    ASIDE,
    ATTITUDES,
    AUXILIARIES,
    BELONGS,
    BELONGS_EN,
    BETWEEN_SUBJECT_AND_VERB,
    BOUND_WITH,
    COMING,
    GIVEN_TO,
    GIVEN_TO_EN,
    GOING,
    HANDED_OVER,
    HEADING,
    HOSTING,
    KEEPS,
    MANNERS,
    PARTICIPLES,
    PLACE_NOUNS,
    PLURAL_ACTS_EN,
    PREPOSITIONS,
    RECEIVED,
    SERIES,
    STANDS,
    SUFFERED,
    TOWARDS,
    TURNING,
    VERB_ENDS,
    WILLING,
    WITH,
)
from articles.reading.actors_abroad import LANGUAGES as ABROAD
from articles.reading.actors_abroad import acts_abroad, is_dealt_with
from articles.reading.calendar_words import WEEKDAYS
from articles.reading.clauses import BEFALLS, COMES_FROM, begins_clause, is_finite, speaks_last
from articles.reading.name_words import BRAND_WORDS
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

_WHERE = frozenset({"où", "where", "dove", "donde", "wo"})
_GIVEN = GIVEN_TO | GIVEN_TO_EN


def stands_for_state(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """Whether the city at `tokens[start:end]` is used for its state.

    `is_actor(index)` gives the index after a country, capital or organisation that begins there, else 0.
    """
    before = _before(tokens, start, sentence)
    after = tokens[end] if end < sentence.last else None
    if after and after.word == "," and end + 1 < sentence.last and tokens[end + 1].word in _WHERE:
        return False  # "quittera Nouakchott pour Dakar, où l'attend X"
    if _in_longer_name(tokens, start, end, sentence):
        return False
    if before and before.word == "-":
        return _in_pair(tokens, start, end, sentence, is_actor)
    if after and after.word in "-–" and after.joined:
        return _in_pair(tokens, start, end, sentence, is_actor)
    if before and before.key in ("cher", "capital", "ville", "capitale"):
        return False
    if after and after.key == "'s":
        owned = tokens[end + 1].key if end + 1 < sentence.last else ""
        return owned not in PLACE_NOUNS
    if sentence.language in ABROAD:
        governed_by = before is not None and before.key in PREPOSITIONS
        acting = not governed_by and acts_abroad(tokens, _end_of_series(tokens, end, sentence, is_actor), sentence)
        if acting or is_dealt_with(tokens, start, sentence):
            return True
    if _is_cleft(tokens, start, end, sentence) or _heads_a_line(tokens, start, end, sentence, is_actor):
        return True
    listed = end < sentence.last and tokens[end].key in ("et", "and", ",")
    governed = _governed(tokens, start, sentence, is_actor, listed)
    if governed is not None:
        return governed
    if _is_subject(tokens, start, end, sentence, is_actor) or speaks_last(tokens, start, end, sentence):
        return True
    return before is not None and before.key in TOWARDS


def _is_cleft(tokens: Sequence[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "c'est Moscou qui le fixe", "it was Moscow that broke the deal", "kept Stockholm guessing"."""
    if end >= sentence.last or start - 2 < sentence.first:
        return False
    before, earlier, after = tokens[start - 1].key, tokens[start - 2].key, tokens[end].key
    if before in ("est", "etait", "sera") and earlier in ("c'", "ce"):
        return after == "qui"
    if before in ("is", "was") and earlier == "it":
        return after in ("that", "which", "who")
    return before in KEEPS and after.endswith("ing") and after not in ("waiting", "during", "evening", "morning")


def _heads_a_line(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """A heading without a verb: "Alger et Dakar attentifs", "Berlin sous pression"."""
    if start - HEADING < sentence.first and sentence.last - sentence.first <= HEADING:
        place = _end_of_series(tokens, end, sentence, is_actor)
        first = _first_of_series(tokens, start, sentence, is_actor, listed=True)
        if first > sentence.first or place >= sentence.last or tokens[sentence.last - 1].word in ".,;":
            return False
        rest = [token.key for token in tokens[place : sentence.last]]
        if rest[0] in ATTITUDES:
            return True
        return any(tuple(rest[: len(stand)]) == stand for stand in STANDS)
    return False


def _before(tokens: Sequence[Token], index: int, sentence: Sentence) -> Token | None:
    return tokens[index - 1] if index > sentence.first else None


def _in_longer_name(tokens: Sequence[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "Paris Hilton", "Real Madrid", "Washington Post": a capitalised neighbour owns the name."""
    if sentence.capitals or sentence.titled:
        return end < sentence.last and tokens[end].key in BRAND_WORDS
    if end < sentence.last and tokens[end].case and tokens[end].word.isalpha():
        return True
    before = _before(tokens, start, sentence)
    if before is None or not before.case or start - 1 == sentence.first:
        return False
    return before.word[-1].isalpha() and before.case is not Case.LOWER


def _in_pair(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """ "l'axe Moscou-Téhéran", "pro-Kiev", but not "le vol Paris-Alger"."""
    if tokens[start - 1].word == "-" and start - 2 >= sentence.first:
        if tokens[start - 2].key in ("pro", "anti"):
            return True
        start -= 2
    return start > sentence.first and tokens[start - 1].key in ALLIANCES


def _governed(
    tokens: Sequence[Token], start: int, sentence: Sentence, is_actor: Callable[[int], int], listed: bool
) -> bool | None:
    """What the preposition before the city says; None when there is none. `listed`: a series goes on after it."""
    first = _first_of_series(tokens, start, sentence, is_actor, listed)
    if first <= sentence.first:
        return None
    preposition = tokens[first - 1].key
    back = [token.key for token in tokens[max(sentence.first, first - 7) : first - 1]]
    if preposition in ("vers", "towards", "toward"):
        wider = {token.key for token in tokens[max(sentence.first, first - 16) : first - 1]}
        return not TURNING.isdisjoint(wider) and GOING.isdisjoint(wider)
    if any(key in GOING for key in back[-4:]):
        return False if preposition in PREPOSITIONS else None
    if preposition in WITH or (preposition in ("face",)):
        return True
    if preposition in ("a", "to", "au"):
        if back and back[-1] in ("face", "grace", "quant", "oppose", "opposee", "opposees", "opposes"):
            return True
        if len(back) > 1 and back[-1] in RECEIVED and (back[-2] in MANNERS or back[-2].endswith("ment")):
            return True
        return _reaches(back, _GIVEN) and not _is_handed_over(tokens, first, back, sentence, is_actor)
    if preposition in ("de", "d'", "of") and back and back[-1] in COMING:
        return not COMES_FROM.isdisjoint(back)
    if preposition in ("de", "d'", "of"):
        return (
            bool(back)
            and (
                back[-1] in BELONGS
                or back[-2:] == ["homme", "fort"]
                or (len(back) > 1 and back[-2] in BELONGS)
                or back[-1] in BELONGS_EN
            )
        ) or (len(back) > 1 and back[-2:] in (["vis-a", "vis"], ["l'egard", "-"]))
    if preposition in ("pour", "for"):
        return True if preposition == "pour" else bool(back) and _reaches(back, GIVEN_TO_EN)
    if preposition in ("sur", "on"):
        return _reaches(back, BOUND_WITH) or "pressure" in back[-2:]
    if preposition in ("entre", "between"):
        return True
    if preposition in ("from", "by"):
        return bool(back) and (back[-1] in COMES_FROM or back[-1] in BELONGS_EN)
    if preposition in PREPOSITIONS:
        return False
    return None


def _is_handed_over(
    tokens: Sequence[Token], first: int, back: list[str], sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """ "Le groupe a donné un concert à Tunis", "le club a vendu son stade à Londres": no state has to do with it."""
    verb = next((key for key in reversed(back) if key in _GIVEN), "")
    dated = bool(back) and back[-1] in WEEKDAYS  # "a accordé lundi à Rabat une audience"
    if not dated and (verb not in HANDED_OVER or not ARMS.isdisjoint(back)):
        return False
    return not any(tokens[index].case and is_actor(index) for index in range(sentence.first, first - 1))


def _reaches(back: list[str], nouns: frozenset[str]) -> bool:
    """Whether one of the nouns governs what follows: it stands close, and no stop or other clause between."""
    for distance, key in enumerate(reversed(back)):
        made = key == "fait" and distance + 1 < len(back) and back[-distance - 2] in AUXILIARIES
        if key in nouns and not made:  # "un attentat a fait trois morts à Rabat"
            return True
        if (not key[-1].isalnum() and key not in ("l'", "d'", "-")) or distance > 4:
            return False
        if key in ("a", "avec", "dans", "en", "qui", "que", "lors", "sommet", "reunion"):
            return False
    return False


def _first_of_series(
    tokens: Sequence[Token], start: int, sentence: Sentence, is_actor: Callable[[int], int], listed: bool
) -> int:
    """In "entre Paris et Alger" the preposition of the second stands before the first: where the series begins.

    "Après Paris, Londres annonce" is no series: a comma joins only what goes on with another name.
    """
    index = start
    while (
        index - 2 >= sentence.first
        and start - index < SERIES
        and (tokens[index - 1].key in ("et", "and") or (tokens[index - 1].word == "," and (listed or index < start)))
    ):
        for width in (1, 2, 3):
            begin = index - 1 - width
            if begin >= sentence.first and is_actor(begin) == index - 1:
                index = begin
                if index > sentence.first and tokens[index - 1].key in ("la", "le", "l'", "les", "the"):
                    index -= 1
                break
        else:
            break
    return index


def _end_of_series(tokens: Sequence[Token], end: int, sentence: Sentence, is_actor: Callable[[int], int]) -> int:
    """In "Paris, Rome et La Haye souhaitent" the verb of the first follows the last: where the series ends."""
    place = end
    while (
        place + 1 < sentence.last and place - end < SERIES and tokens[place].key in ("et", "and", "y", "e", "und", ",")
    ):
        following = place + 1
        if tokens[following].key in ("et", "and", "y", "e", "und"):
            following += 1
        second = is_actor(following) if following < sentence.last else 0
        if not second and following < sentence.last and tokens[following].key in ("la", "le", "l'", "les", "the"):
            second = is_actor(following + 1)
        if not second:
            break
        place = second
    return place


def _is_subject(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    if start > sentence.first and tokens[start - 1].key in PREPOSITIONS:
        return False
    place = _end_of_series(tokens, end, sentence, is_actor)
    several = place > end or (start > sentence.first and tokens[start - 1].key == "and")
    # ", qui a signé," and ", de son côté,"
    if place + 1 < sentence.last and tokens[place].word == ",":
        if tokens[place + 1].key == "qui":
            place += 2
        else:
            for comma in range(place + 1, min(place + ASIDE, sentence.last)):
                if tokens[comma].word == ",":
                    place = comma + 1
                    break
            else:
                return False
    auxiliary = passive = False
    for index in range(place, min(place + 7, sentence.last)):
        key = tokens[index].key
        if auxiliary and key in SUFFERED and passive:
            return False
        if auxiliary and key in ("ete", "been"):
            passive = True
            continue
        if key.startswith(HOSTING) or key in BEFALLS:
            return False
        if auxiliary and (key in PARTICIPLES or key in ACTS_EN or key in WILLING or key.endswith(VERB_ENDS)):
            return True
        if auxiliary and unicodedata.normalize("NFC", tokens[index].word).endswith(("é", "és", "ée", "ées")):
            return True
        if key in AUXILIARIES or (auxiliary and key in '«“"'):
            auxiliary = True  # "Washington ait « fait des concessions »"
            continue
        if several and key in PLURAL_ACTS_EN and sentence.language == "en":
            return tokens[index].case is Case.LOWER
        if is_finite(tokens, index, sentence) and begins_clause(tokens, start, sentence) and not auxiliary:
            return True
        if key in ACTS or key in ACTS_EN:
            return tokens[index].case is Case.LOWER or sentence.capitals or sentence.titled
        if key not in BETWEEN_SUBJECT_AND_VERB and not key.endswith(("ment", "ly")):
            return False
    return False
