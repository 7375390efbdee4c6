"""Bodies that meet: a council, a committee or an organisation that is the subject of "se réunir", "siéger", "meet"."""

from collections.abc import Iterator

from articles.reading.meeting_words import BODIES, CLITICS
from articles.reading.name_words import words
from articles.reading.offices import Owners
from articles.reading.prose import Sentence
from articles.reading.signs import Sign, capitalised_first, label_end, organiser_in, portfolio_in
from articles.reading.tokens import Token

# The Alliance's standing bodies in the registry, whose name alone makes a meeting a committee's.
STANDING_BODIES = frozenset({"CAN", "CM", "CPEA", "COG", "COU", "COR"})
# The heads of state and government are these bodies.
_SUMMITS = frozenset({"CONSUE", "G7", "G20", "BRICS"})
# What makes a committee of a body that is written small.
BODY_ADJECTIVES = words(
    "mixte mixtes conjointe conjoint joint intergouvernementale intergouvernemental bilaterale advisory"
    " steering working pilotage suivi travail contact militaire military"
)
_REFLEXIVE = words("reuni reunie reunis reunit reunira reunirait reunissait reunir retrouve retrouver retrouvera")
_GATHERED = words("reuni reunie reunis reunies meeting gathered convened")
_OPENS = words("ouvert ouverte ouvre ouvrira ouvrait acheve achevera")
_SITS = words("siegera siegeait siege siegerait siegent siegeront")
_ENGLISH = words("meet meets met convene convenes convened gather gathers gathered")
_AFTER_ENGLISH = words("in at on for behind again to . , next this later earlier yesterday today tomorrow last")
# "le Conseil des ministres", "l'Assemblée nationale" meet at home, every week.
_DOMESTIC = words("ministres ministers nationale national municipal administration regional constitutionnel etat")
_COMPLETES = words("de d' du des of a aux au par pour avec dans sur en to for by with in on from")
_LONGEST_INSERTION = 26
_CHAIRS = words("copreside copresident copresideront copresidera copresidaient copresider preside chaired")
_CHAIR_REACH = 12  # tokens


def body_at(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> Sign | None:
    """The meeting of the organisation or body whose name begins at `index` and whose verb says that it meets."""
    organisation = owners.organisations.get(index)
    if organisation is not None:
        last = min(owners.ends[index], sentence.last)
        key = organisation.key
    elif tokens[index].key in BODIES:
        last = _own_body(tokens, index, sentence, owners)
        key = organiser_in(index, last, owners)
    else:
        return None
    own = organisation is None and sentence.language == "en"
    first = capitalised_first(tokens, index, sentence) if own else index
    which = bool(last) and last + 1 < sentence.last and tokens[last].key in ("qui", "which")
    if not last or (not which and _is_complement(tokens, first, sentence)):
        return None
    portfolio = ""
    if organisation is not None and key in _SUMMITS and last < sentence.last and tokens[last].key in ("de", "des"):
        last = max(label_end(tokens, last, sentence), last)
        portfolio = portfolio_in(tokens, index, last)
    verb = _verb_of_meeting(tokens, last + which, sentence, opens=key in _SUMMITS)
    if not verb and not _is_chaired(tokens, first, sentence):
        return None
    kind = "ministerial" if portfolio else _kind(tokens, index, last, organisation is not None, key)
    return Sign(kind, first, last, portfolio, key, verb or index)


def _kind(tokens: list[Token], first: int, last: int, known: bool, key: str) -> str:
    if known and key in _SUMMITS:
        return "summit"
    if (known and key in STANDING_BODIES) or any(token.key in BODIES for token in tokens[first:last]):
        return "committee"
    return "other"


def _is_chaired(tokens: list[Token], first: int, sentence: Sentence) -> bool:
    """ "ont coprésidé jeudi à Bruxelles le Conseil d'association": two chair what meets; one may chair for years."""
    for place in range(first - 1, max(sentence.first, first - _CHAIR_REACH) - 1, -1):
        if tokens[place].word in ".;:!?«»“”":
            return False
        if tokens[place].key in _CHAIRS:
            joint = place >= sentence.first + 2 and tokens[place - 1].hyphen and tokens[place - 2].key == "co"
            return joint or tokens[place].key.startswith("co")
    return False


def _own_body(tokens: list[Token], index: int, sentence: Sentence, owners: Owners) -> int:
    """The index after a body's name that is capitalised, or a "commission mixte"; 0 when it is neither."""
    following = [token.key for token in tokens[index + 1 : min(index + 4, sentence.last)]]
    if not _DOMESTIC.isdisjoint(following):
        return 0
    if not tokens[index].case and BODY_ADJECTIVES.isdisjoint(following):
        return 0
    return max(label_end(tokens, index + 1, sentence), index + 1)


def _is_complement(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "le général de l'OTAN se réunira": the name completes another noun."""
    before = index - 1
    if before >= sentence.first and tokens[before].key in ("le", "la", "l'", "les", "the", "un", "une"):
        before -= 1
    return before >= sentence.first and tokens[before].key in _COMPLETES


def _verb_of_meeting(tokens: list[Token], place: int, sentence: Sentence, *, opens: bool) -> int:
    """Where the verb of meeting stands that follows a subject, insertions aside; 0 where another verb does.

    `opens`: whether "s'ouvrir" says it, as of a summit's own name ("le G7 s'est ouvert à Naples").
    """
    if place + 1 < sentence.last and tokens[place].word == "," and tokens[place + 1].key in _GATHERED:
        return place + 1  # "devant l'Assemblée parlementaire, réunie à Montréal"
    for start in _past_insertions(tokens, place, sentence):
        if verb := _verb_right_after(tokens, start, sentence, opens=opens):
            return verb
    return 0


def _verb_right_after(tokens: list[Token], place: int, sentence: Sentence, *, opens: bool) -> int:
    reflexive = False
    for index in range(place, min(place + 9, sentence.last)):
        key = tokens[index].key
        if key in _REFLEXIVE or (opens and key in _OPENS):
            return index if reflexive else 0
        if key in _SITS:
            return index if key != "siege" else 0
        if key in _ENGLISH:
            after = tokens[index + 1] if index + 1 < sentence.last else None
            alone = after is None or after.key in _AFTER_ENGLISH or after.key.endswith("day")
            return index if alone else 0
        reflexive = reflexive or key in ("se", "s'")
        if key not in CLITICS:
            return 0
    return 0


def _past_insertions(tokens: list[Token], place: int, sentence: Sentence) -> Iterator[int]:
    """Where the clause may go on: after "(OTAN)", and after each comma that may end ", que préside le chef, X,"."""
    if place < sentence.last and tokens[place].word == "(":
        reach = min(place + _LONGEST_INSERTION, sentence.last)
        place = next((p + 1 for p in range(place + 1, reach) if tokens[p].word == ")"), place)
    yield place
    if place < sentence.last and tokens[place].word == ",":
        for end in range(place + 1, min(place + _LONGEST_INSERTION, sentence.last)):
            if tokens[end].word == ",":
                yield end + 1
