"""Talks of two sides and visits: "a reçu le ministre X", "s'est entretenu avec son homologue", "en visite à"."""

from articles.reading.meeting_words import TALK_NOUNS, TALKS
from articles.reading.name_words import words
from articles.reading.office_words import HEADS, PUBLIC_HEADS
from articles.reading.other_sides import COUNTERPARTS, GUESTS_TOGETHER, REACH, SIDES, other_side, with_auxiliary
from articles.reading.prose import Prose, Sentence
from articles.reading.signs import Sign, clause_before
from articles.reading.tokens import Case, Token

_AUXILIARIES = words("ha han hanno aveva avevano habia habian a ont avait avaient est aura has have had")
# Verbs that are participles or nouns as well: they say that two sides met only after an auxiliary.
_PARTICIPLES = words("incontrato ricevuto recu recue recus recues entretenu entretenue entretenus rencontre")
_INFINITIVES = words("rencontrer recevoir entretenir")
_AHEAD = words("doit doivent devait devra va vont devraient devrait pourra")
_ENGLISH_INFINITIVES = words("meet receive")
_ENGLISH_AHEAD = words("will would shall ' due set expected scheduled plans")
_RECEIVED = words("recu recue recus recues received")
_RECEIVES = words(
    "recu recus recues recoit recoivent recevront recevaient recevra recevait recevoir received receives"
)
_PARTITIVES = words("des du de d'")
_VISITORS = words(
    "visite deux trois quatre plusieurs mois semaine jeune grand patron groupe delegations representants ministres"
    " matin soir two three several ambassadeurs chefs membres deputes senateurs elus diplomates officiers lundi mardi"
    " mercredi jeudi vendredi samedi dimanche directeurs dirigeants leaders premier homme femme"
)
_MEETING_EACH_OTHER = words("rencontrent rencontreront rencontraient entretiendront entretiennent")
EACH_OTHER = words("rencontres rencontrees entretenus entretenues retrouves retrouvees") | _MEETING_EACH_OTHER
_PAIRS = words(
    "ministres presidents dirigeants hommes femmes chefs generaux ministers presidents leaders responsables"
)
_CALLS = words("telephone telephonique telephoniques visioconference phone videoconference appel phoned")
GOES = words(
    "rendu rendue rendra rend rendait visite deplacement arrive arrivee arrivera ira alle allee voyage sera attendu"
    " attendue viendra venu venue partira parti partie flew fly travelled traveled travel visit visited arrived"
    " arrives trip heads headed expected goes went due flies travels visits leaves left landed lands"
)
WELCOMES = words("accueilli accueille accueillera welcomed welcomes hosted hosts host")
_DAYS = words(
    "ce cette hier lundi mardi mercredi jeudi vendredi samedi dimanche matin soir midi apres - janvier fevrier mars"
    " avril mai juin juillet aout septembre octobre novembre decembre aujourd' hui er on monday tuesday wednesday"
    " thursday friday saturday sunday yesterday"
)
_ADVERBIAL = words("a au aux dans en sur lors pour avec at in to during")
_DETERMINERS = words("le la l' les son sa ses leur un une the his her its a an")
_OPENS_GUEST = words("le la l' son sa leur the his her its")
_BEFORE_POST = words(
    "premier premiere haut haute nouveau nouvelle vice deputy prime foreign defence defense - secretary"
)
_GUESTS = words("president presidente secretaire secretary chef cheffe delegation representant representante")
_MET = words("met meets meet")
_ENGLISH_ONLY = _MET | words("received receives hosted discussed")
_ADVERBIAL_EN = words("in on at for to again here there yesterday today")
_ALONE = words("tete bilateral bilaterale prive privee one face huis")
_WITH = words("avec entre with between con tra mit zwischen")
_TOGETHER = GUESTS_TOGETHER | {"homologues", "counterparts"}
_MODIFIED = words("eventuelle possible nouvelle rare future breve longue seconde deuxieme troisieme telle")
_BEFORE_THINGS = _DETERMINERS | _PARTITIVES
_PERSONS = HEADS | SIDES | COUNTERPARTS | _BEFORE_POST | _GUESTS | _VISITORS
_PUBLIC_GUESTS = PUBLIC_HEADS | _GUESTS


def talks_at(prose: Prose, index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """The talks that the word at `index` speaks of. `people`: first token of a name → the token after it."""
    tokens = prose.tokens
    if is_call(tokens, index, sentence):
        return None
    if tokens[index].key in _ENGLISH_ONLY and sentence.language == "fr":
        return None  # "met en garde le ministre"
    if tokens[index].key == "tete" and not (index + 1 < sentence.last and tokens[index + 1].hyphen):
        return None
    if tokens[index].key == "discussed" and tokens[index + 1 : index + 2] and tokens[index + 1].key != "with":
        return None
    if tokens[index].key in WELCOMES:
        return _welcome(tokens, index, sentence, people)
    reflexive = tokens[index].key == "rencontrer" and index > sentence.first and tokens[index - 1].key == "se"
    if tokens[index].key in EACH_OTHER or reflexive:
        return _each_other(tokens, index, sentence, people)
    purpose = _is_purpose(tokens, index, sentence)
    if not purpose and not _are_talks(tokens, index, sentence):
        return _talks_at_a_place(tokens, index, sentence)
    start = index + 1
    if tokens[index].key == "meeting":
        start = next((p for p in range(start, min(sentence.last, index + REACH)) if tokens[p].key == "with"), start)
    if tokens[index].key in TALK_NOUNS and start < sentence.last and tokens[start].key in ("de", "d'", "du", "des"):
        start = next((p for p in range(start, min(sentence.last, index + REACH)) if tokens[p].key == "avec"), start)
    if tokens[index].key in _MET and not _meets_somebody(tokens, index, sentence):
        return None
    many = tokens[index].key in _RECEIVES or tokens[index].key in _MET
    end = other_side(tokens, start, sentence, people, many=many)
    if not end:
        return _talks_at_a_place(tokens, index, sentence)
    sides = range(start, end)
    together = any(tokens[p].key in _TOGETHER for p in sides) and not any(p in people for p in sides)
    return Sign(
        "bilateral", with_auxiliary(tokens, index, sentence), end, head=index, purpose=purpose, implied=together
    )


def _meets_somebody(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "met the minister", "met in Oslo with X", but not "met in Nairobi at the invitation of the government"."""
    following = [token.key for token in tokens[index + 1 : min(sentence.last, index + 12)]]
    return following[:1] == [] or following[0] not in _ADVERBIAL_EN or "with" in following


def _each_other(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "X et son homologue Y se sont rencontrés à Turin": two sides, both before the verb."""
    before = {token.key for token in tokens[max(sentence.first, index - 4) : index]}
    itself = tokens[index].key == "rencontrer" or tokens[index].key in _MEETING_EACH_OTHER
    compound = itself or not before.isdisjoint(("sont", "etaient", "seraient"))
    if before.isdisjoint(("se", "s'")) or not compound:
        return None
    places = clause_before(index, sentence)
    named = sum(place in people for place in places)
    both = any(
        tokens[p].key in ("delegations", "presidents")
        or (tokens[p].key in ("deux", "two") and tokens[p + 1].key in _PAIRS)
        or (tokens[p].key in _PAIRS and p + 4 <= index and tokens[p + 2].key == "et" and not tokens[p + 1].case)
        for p in places
    )
    if named < 2 and not both:
        return None
    return Sign("bilateral", with_auxiliary(tokens, index, sentence), index + 1, head=index)


def _receives_a_thing(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "a reçu une lettre du président": what is received is the verb's own object, and nobody."""
    first = index + 1
    if first < sentence.last and tokens[first].word == "à":  # "a reçu à l'Elysée son homologue": where, then whom
        near = range(first + 2, min(first + 8, sentence.last))
        first = next((p for p in near if tokens[p].key in _DETERMINERS and tokens[p - 1].case), sentence.last)
    if first + 1 >= sentence.last or tokens[first].key not in _BEFORE_THINGS:
        return False
    received = tokens[first + 1]
    named = received.key in _PERSONS
    return not (received.case or named or received.word[0].isdigit() or received.key.endswith(("ieme", "jour")))


def is_call(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """Talks by telephone are no meeting."""
    near = tokens[max(sentence.first, index - 8) : min(sentence.last, index + 12)]
    return any(token.key in _CALLS for token in near)


def _is_purpose(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "se rendra à Chisinau pour y rencontrer", "flew to Rome to meet": somebody goes there, and for that."""
    key = tokens[index].key
    before = [token.key for token in tokens[max(sentence.first, index - 3) : index]]
    french = (key in _INFINITIVES or key in TALK_NOUNS) and ("pour" in before or "afin" in before)
    english = (key in ("meet", "hold") and before[-1:] == ["to"]) or (key in TALK_NOUNS and before[-1:] == ["for"])
    if not french and not english:
        return False
    return any(tokens[place].key in GOES for place in clause_before(index, sentence))


def _welcome(tokens: list[Token], index: int, sentence: Sentence, people: dict[int, int]) -> Sign | None:
    """ "X a accueilli, au siège de l'Alliance, le ministre Y": who is welcomed is the verb's own object."""
    somebody = any(p in people or tokens[p].key in PUBLIC_HEADS for p in clause_before(index, sentence))
    guest = _object(tokens, index + 1, sentence, people)
    if not somebody or not guest:
        return None
    end = people.get(guest) or other_side(tokens, guest, sentence, people)
    return Sign("bilateral", with_auxiliary(tokens, index, sentence), end, head=index) if end else None


def _object(tokens: list[Token], place: int, sentence: Sentence, people: dict[int, int]) -> int:
    """Where the person or post begins that is the object of the verb before `place`; 0 when something else is.

    Adverbials stand between: a day, and what a preposition begins up to its comma.
    """
    stop = min(sentence.last, place + REACH)
    while place < stop:
        token = tokens[place]
        if place in people:
            return place
        if token.word == "," or token.word[0].isdigit() or token.key in _DAYS:
            place += 1
        elif token.key in _ADVERBIAL:
            place = _past_adverbial(tokens, place, stop, people)
        else:
            break
    for ahead in range(place, min(place + 5, stop)):
        if ahead in people or tokens[ahead].key in COUNTERPARTS or tokens[ahead].key in _PUBLIC_GUESTS:
            return ahead
        determiner = (ahead == place and tokens[ahead].key in _DETERMINERS) or tokens[ahead].key == "'s"
        if not determiner and not tokens[ahead].case and tokens[ahead].key not in _BEFORE_POST:
            return 0
    return 0


def _past_adverbial(tokens: list[Token], place: int, stop: int, people: dict[int, int]) -> int:
    """Where an adverbial ends: at its comma, or where a guest begins, "à l'aéroport d'Alger son homologue X"."""
    for ahead in range(place + 1, stop):
        if tokens[ahead].word == "," or ahead in people:
            return ahead
        if tokens[ahead].key in _OPENS_GUEST and tokens[ahead - 1].case and ahead + 1 < stop:
            return ahead
    return stop


def _talks_at_a_place(tokens: list[Token], index: int, sentence: Sentence) -> Sign | None:
    """ "Jeudi 11 avril : entretiens à Tallinn", a line of a programme."""
    if tokens[index].key not in TALK_NOUNS or index + 2 > sentence.last - 1:
        return None
    colon = index > sentence.first and tokens[index - 1].word in ":–—-"
    if colon and tokens[index + 1].key in ("a", "in", "au") and tokens[index + 2].case:
        return Sign("bilateral", index, index + 3, head=index, bare=True)
    return None


def _are_talks(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    key = tokens[index].key
    # "à" is no auxiliary, whatever it folds to
    before = [token.key if token.word != "à" else "" for token in tokens[max(sentence.first, index - 4) : index]]
    last = before[-1] if before else ""
    if key in _RECEIVES and _receives_a_thing(tokens, index, sentence):
        return False
    if key in _RECEIVED and index == sentence.first:
        return any(token.key in ("par", "by") for token in tokens[index + 1 : min(index + 9, sentence.last)])
    if key in _RECEIVED and last == "," and not (sentence.language == "en" and key == "received"):
        return any(token.key in ("par", "by") for token in tokens[index + 1 : min(index + 13, sentence.last)])
    if last in ("ete", "been", "was", "were", "be", "sera", "etre", "etant", "being"):
        following = tokens[index + 1 : min(index + 14, sentence.last)]
        return key in _RECEIVED and any(token.key in ("par", "by") for token in following)
    if key in _INFINITIVES:
        return not _AHEAD.isdisjoint(before)
    if key in _ENGLISH_INFINITIVES:
        return sentence.language == "en" and not _ENGLISH_AHEAD.isdisjoint(before)
    if key in TALKS and (key not in _PARTICIPLES or not _AUXILIARIES.isdisjoint(before)):
        return last not in ("la", "une", "cette", "le", "un", "de", "d'", "l'", "the", "of")
    if key == "rencontre" and last not in (
        "la",
        "une",
        "cette",
        "l'",
        "de",
        "leur",
        "derniere",
        "prochaine",
        "premiere",
        *_MODIFIED,
    ):
        return index > sentence.first and tokens[index].case is Case.LOWER
    owned = last in ("'s", "’s", "his", "her", "their")  # "the Minister's meeting on Wednesday with …"
    if key not in TALK_NOUNS and not (key == "meeting" and owned):
        return False
    if index == sentence.first and sentence.last - sentence.first < 12 and key in ("entretien", "rencontre"):
        return False  # "Entretien avec le général X": an interview
    ahead = tokens[index + 1 : min(sentence.last, index + REACH)]
    if ahead and ahead[0].key in ("de", "d'", "du", "des", "entre"):
        return any(token.key in ("avec", "entre") for token in ahead)
    if owned:
        return any(token.key == "with" for token in ahead)
    face_to_face = any(token.key in _ALONE for token in ahead[:4])
    return any(token.key in _WITH for token in ahead[: 9 if face_to_face else 4])
