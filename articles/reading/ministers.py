"""Ministers, leaders and chiefs who meet, in so many words: "les ministres de la Défense se réunissent à Riga"."""

from articles.reading.meeting_words import CLITICS, DECIDES, MEETS, OPENS
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.signs import Sign, english_first, label_end, organiser_in, portfolio_in, without_dangling
from articles.reading.tokens import Token

LEADERS = words("dirigeants leaders lideres")
_GERMAN = words("verteidigungsminister aussenminister innenminister minister")
GROUPS = (
    words("ministres ministers ministros ministri chefs chiefs heads ambassadeurs ambassadors") | LEADERS | _GERMAN
)
_DIPLOMACY = words("diplomatie diplomaties")
_STATES = words("etat etats state states gouvernement gouvernements government governments")
_REACH = 34
_CLAUSES = words("que that who which dont")
_RELATIVES = words("qui who")
# Verbs that say the ministers do something else than meet.
_OTHERWISE = words("declare indique said abord discute affirme annonce appele told")
_HOLD = words("hold holds held")
_WORK = words("talks consultations discussions travaux pourparlers debats concertations deliberations")
_DISCUSSED = words("discute debattu parle delibere")
_BRINGS = words("reunit reunira reunissait reuni reunissant rassemble rassemblera rassemblait gathers gathered")
_OWN = words("leur leurs their")
_MET_BEFORE = words("reunis reunies retrouves gathered meeting")
_WHERE = words("in at on a au")
_OTHER_CLAUSES = _CLAUSES | _RELATIVES


def group_kind(tokens: list[Token], index: int, sentence: Sentence) -> str:
    """What a meeting of those is whom the word at `index` names; "" when they are no such group."""
    key = tokens[index].key
    if key in LEADERS:
        return "summit"
    if key in _GERMAN:  # "Minister" is one of them or all
        several = index > sentence.first and tokens[index - 1].key == "die"
        return "ministerial" if sentence.language == "de" and several else ""
    if key in ("ministres", "ministers", "ministros", "ministri"):
        return "ministerial"
    if key not in GROUPS:
        return ""
    near = [token.key for token in tokens[index + 1 : min(index + 5, sentence.last)]]
    if key in ("ambassadeurs", "ambassadors"):
        return "committee"
    if not _DIPLOMACY.isdisjoint(near):
        return "ministerial"
    if "major" in near or near[:2] in (["of", "defence"], ["of", "defense"], ["of", "staff"], ["de", "la"]):
        return "committee" if "major" in near or key == "chiefs" else ""
    return "" if _STATES.isdisjoint(near[:2]) or key == "chiefs" else "summit"


def ministers_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """The ministerial, the summit or the chiefs' meeting that the word at `index` is the subject of."""
    kind = group_kind(tokens, index, sentence)
    if not kind:
        return None
    verb, relative = _verb_after(tokens, index, sentence)
    if index > sentence.first and tokens[index - 1].key in ("deux", "two"):
        return None  # two of them hold talks
    governed = index > sentence.first and tokens[index - 1].key in ("pour", "aux", "for", "to", "des", "of")
    if governed and not relative:
        return None
    decides = 0
    if not verb and kind == "ministerial":
        decides = _brought_together(tokens, index, sentence)
    if not verb and not decides and not _met_before(tokens, index, sentence):
        decides = _decision_after(tokens, index, sentence, owners)
        if not decides:
            return None
    end = label_end(tokens, index + 1, sentence)
    head = verb or decides or index
    stop = min(end, head) if head > index else end
    end = max(without_dangling(tokens, index + 1, stop), index + 1)
    first = english_first(tokens, index, sentence, owners) if sentence.language == "en" else index
    if first == index and index > sentence.first and tokens[index - 1].key == "les":
        first = index - 1
    portfolio = portfolio_in(tokens, first, end) if kind == "ministerial" else ""
    return Sign(kind, first, end, portfolio, organiser_in(first, end, owners), head, implied=bool(decides))


def _verb_after(tokens: list[Token], index: int, sentence: Sentence) -> tuple[int, bool]:
    """Where the verb of meeting stands, when these are its subject, and whether a "qui" joins it; else 0."""
    relative = False
    for place in range(index + 1, min(sentence.last, index + _REACH)):
        token = tokens[place]
        if token.key in _RELATIVES and _meets_next(tokens, place + 1, sentence):
            relative = True
            continue
        if token.key in _DISCUSSED and "en" in (tokens[place - 1].key, tokens[place - 2].key):
            return place, relative  # "les ambassadeurs en ont discuté mercredi"
        if token.word in ".;:!?" or token.key in _OTHER_CLAUSES or token.key in _OTHERWISE:
            return 0, False
        if (token.key in _HOLD or token.key in OPENS) and _work_follows(tokens, place, sentence):
            return place, relative
        if token.key in MEETS and _has_object(tokens, place, sentence):
            return 0, False
        if token.key in MEETS:
            between = {token.key for token in tokens[index + 1 : place]}
            joined = place + 1 < sentence.last and tokens[place - 1].word == "," and tokens[place + 1].key in _WHERE
            gerund = token.key == "meeting" and between.isdisjoint(("are", "were", "be")) and not joined
            return (0, False) if gerund else (place, relative)
    return 0, False


def _work_follows(tokens: list[Token], verb: int, sentence: Sentence) -> bool:
    """ "ont entamé jeudi à Bruxelles deux jours de discussions", "held talks"."""
    for token in tokens[verb + 1 : min(sentence.last, verb + 12)]:
        if token.key in _WORK:
            return True
        if token.word in ".;:!?«»“”," or token.key in _OTHER_CLAUSES:
            return False
    return False


def _has_object(tokens: list[Token], verb: int, sentence: Sentence) -> bool:
    """ "rencontrent des difficultés", "réunissent un million d'euros": something is met with, or brought together."""
    if verb + 1 >= sentence.last or tokens[verb + 1].key not in ("des", "un", "une", "du", "peu", "leurs"):
        return False
    return {"se", "s'"}.isdisjoint(token.key for token in tokens[max(sentence.first, verb - 3) : verb])


def _meets_next(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    """Whether a relative pronoun's own verb is one of meeting: "qui se retrouveront", "who will meet"."""
    while place < sentence.last and tokens[place].key in CLITICS:
        place += 1
    return place < sentence.last and tokens[place].key in MEETS


def _met_before(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "Réunis à Paris, les dirigeants de onze pays …"."""
    opening = tokens[sentence.first : min(sentence.first + 2, index)]
    return index - sentence.first < 16 and any(token.key in _MET_BEFORE for token in opening)


def _brought_together(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """ "L'initiative réunira ses ministres à Rome": where the verb stands whose object they are; else 0."""
    before = range(index - 1, max(sentence.first, index - 4) - 1, -1)
    verb = next((place for place in before if tokens[place].key in _BRINGS), 0)
    reflexive = {"se", "s'"} & {token.key for token in tokens[max(sentence.first, verb - 3) : verb]}
    return 0 if reflexive else verb


def _decision_after(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """ "Les ministres de la Défense de l'OTAN ont adopté …": who decides together has met; else 0."""
    end = label_end(tokens, index + 1, sentence)
    if not organiser_in(index, end, owners):
        return 0
    for place in range(end, min(end + 5, sentence.last)):
        if tokens[place].key in DECIDES:
            return place
        if tokens[place].key not in CLITICS and tokens[place].word not in ("s'", "s’"):
            return 0
    return 0


def opened_by(tokens: list[Token], index: int, sentence: Sentence) -> int:
    """The group that opens, holds or ends the gathering named at `index`: "les chefs d'état-major ont ouvert mardi,
    dans la capitale, une réunion"; where it begins, or -1."""
    verb = -1
    for place in range(index - 1, max(sentence.first, index - 16) - 1, -1):
        token = tokens[place]
        if token.key in OPENS:
            verb = place
            break
        if token.word in ".;:!?«»“”" or token.key in _OTHER_CLAUSES:
            break
    own = index > sentence.first and _OWN & {token.key for token in tokens[max(sentence.first, index - 2) : index]}
    if verb < 0 and own:
        verb = index  # "devraient trancher lors de leur prochaine réunion"
    if verb < 0:
        return -1
    for place in range(verb - 1, max(sentence.first, verb - _REACH) - 1, -1):
        if tokens[place].word in ".;:!?«»“”" or tokens[place].key in _OTHER_CLAUSES:
            return -1
        if tokens[place].key in GROUPS and group_kind(tokens, place, sentence):
            governed = place > sentence.first and tokens[place - 1].key in ("des", "aux", "of", "to", "pour")
            return -1 if governed else place
    return -1
