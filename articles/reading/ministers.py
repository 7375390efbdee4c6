"""Ministers and leaders who meet, in so many words: "les ministres de la Défense se réunissent à Bruxelles"."""

from articles.reading.meeting_words import MEETS
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.signs import Sign, english_first, label_end, organiser_in, portfolio_in, without_dangling
from articles.reading.tokens import Token

LEADERS = words("dirigeants leaders")
GROUPS = words("ministres ministers chefs") | LEADERS
_DIPLOMACY = words("diplomatie diplomaties")
_REACH = 34
_CLAUSES = words("que qui that who which dont")
# Verbs that say the ministers do something else than meet.
_OTHERWISE = words("declare indique said abord discute affirme annonce appele told")
_MET_BEFORE = words("reunis reunies retrouves gathered meeting")


def ministers_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """The ministerial, or the leaders' summit, that the word at `index` is the subject of."""
    key = tokens[index].key
    if key == "chefs" and _DIPLOMACY.isdisjoint(token.key for token in tokens[index + 1 : index + 5]):
        return None
    if index > sentence.first and tokens[index - 1].key in ("pour", "aux", "for", "to"):
        return None
    verb = _verb_after(tokens, index, sentence)
    if not verb and not _met_before(tokens, index, sentence):
        return None
    end = label_end(tokens, index + 1, sentence)
    end = max(without_dangling(tokens, index + 1, min(end, verb) if verb else end), index + 1)
    first = english_first(tokens, index, sentence, owners) if sentence.language == "en" else index
    if first == index and index > sentence.first and tokens[index - 1].key == "les":
        first = index - 1
    kind = "summit" if key in LEADERS else "ministerial"
    portfolio = portfolio_in(tokens, first, end) if key not in LEADERS else ""
    return Sign(kind, first, end, portfolio, organiser_in(first, end, owners), verb or index)


def _verb_after(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """Where the verb of meeting stands, when these are its subject; else 0."""
    for place in range(index + 1, min(sentence.last, index + _REACH)):
        token = tokens[place]
        if token.word in ".;:!?" or token.key in _CLAUSES or token.key in _OTHERWISE:
            return 0
        if token.key in MEETS:
            between = {token.key for token in tokens[index + 1 : place]}
            gerund = token.key == "meeting" and between.isdisjoint(("are", "were", "be"))
            return 0 if gerund else place
    return 0


def _met_before(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "Réunis à Paris, les dirigeants de onze pays …"."""
    opening = tokens[sentence.first : min(sentence.first + 2, index)]
    return index - sentence.first < 16 and any(token.key in _MET_BEFORE for token in opening)
