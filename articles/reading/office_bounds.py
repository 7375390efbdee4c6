"""Where the words of a post begin and end: heads, ranks, complements, in French and English."""

from articles.reading.name_words import words
from articles.reading.office_words import (
    CIVILITIES,
    CLAUSE_WORDS,
    HEADS,
    MILITARY,
    PUBLIC_WORDS,
    RANK_COMPLEMENTS,
    SHORT_STYLES,
)
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

OPENERS = words(
    "le la l' les un une son sa leur notre du de d' au the a an its his her their nouveau nouvelle actuel"
    " actuelle puissant puissante autre tout premier premiere vice - ancien ancienne ex feu defunt futur"
    " future numero grand haut haute"
)


# What opens a title in English inside another language's text, in Italian, Spanish and German.
_FOREIGN_OPENERS = words(
    "prime foreign defence defense deputy interior il lo i gli dal del al suo el los las su nuevo nueva nuovo nuova"
    " der die das dem den sein seine seinem ihr neue neuer alto alta primer primo"
)
_BEFORE_HEAD = words("premier premiere vice ex haut haute sous co grand")
_PATRONYMIC = words("bin ben ibn bint ould")
GIVEN_NAMES_TOO = words("pape prince sultan emir rey reina major")
# "ministre délégué" as well: a minister stands before the word that is a post elsewhere
SERVICES = words(
    "controleur controleuse ingenieur ingenieure commissaire medecin pharmacien pharmacienne administrateur"
    " administratrice inspecteur inspectrice infirmier infirmiere intendant intendante ministre"
)
_OF = words("et and of by to with par avec que")
_STYLES = words("highness excellency majesty")
_WHOSE = words("his her their")
_HONOURS = words("excellence majeste altesse eminence")
_SHORTENED = words("gov sen rep amb dep pres sec min lt asst")
ENDS = frozenset('.;:!?…()[]«»“”"–—')
# "Secretary General", "inspecteur général": the head stands before the word that is a rank elsewhere.
_HEADS_OF_GENERALS = words(
    "secretary attorney director inspector solicitor surgeon governor consul auditor secretaire directeur directrice"
    " inspecteur inspectrice delegue deleguee procureur procureure avocat avocate gouverneur gouverneure commissaire"
    " controleur controleuse administrateur administratrice representant representante rapporteur vicaire tresorier"
    " conseil sous secretario secretaria director directora segretario segretaria direttore direttrice console"
    " procuratore commissario ispettore generaldirektor"
)
_GENERALS = words("general generale generaux generales")
_PARTICIPLES_TOO = words("representant dirigeant envoye delegue adjoint responsable")
_IN_CHARGE = words("charge chargee charges chargees")
_BEFORE_GENERAL = HEADS | {"etat", "-"}
_BEFORE_TITLES = OPENERS | _OF
_ALL_OPENERS = OPENERS | _FOREIGN_OPENERS


def past_brackets(tokens: list[Token], end: int, sentence: Sentence) -> int:
    """Step over an acronym in brackets: "commandant suprême des forces alliées en Europe (SACEUR), X"."""
    if end > sentence.first and tokens[end - 1].word == ")":
        for place in range(end - 2, max(sentence.first, end - 6), -1):
            if tokens[place].word == "(":
                return place
    return end


def past_ranks(tokens: list[Token], index: int, sentence: Sentence) -> tuple[int, tuple[int, int] | None]:
    """Step over "M.", "S.E.", "Dr" and "le général de division"; the rank's first and last tokens."""
    end = index
    rank = None
    while end > sentence.first:
        last = end - 1
        if tokens[last].word == "." and last > sentence.first and tokens[last].joined:
            last -= 1
        if tokens[last].key in _STYLES and last > sentence.first:
            before = last - 1 if tokens[last - 1].key == "royal" else last
            if before > sentence.first and tokens[before - 1].key in _WHOSE:
                end = before - 1  # "Defence Minister His Royal Highness X"
                continue
        if tokens[last].word in SHORT_STYLES:
            end = last
            continue
        if tokens[last].key in CIVILITIES and (tokens[last].case or tokens[last].key not in ("comte", "maitre")):
            end = last
            if tokens[last].key in _HONOURS and end > sentence.first and tokens[end - 1].key in ("son", "sa", "leurs"):
                end -= 1
            continue
        start = last
        if tokens[last].key in ("de", "d'") and tokens[last - 1].key in ("commandant", "commandante"):
            return end, rank  # "le commandant d'Africom": a post, and no one's name
        while start >= sentence.first and tokens[start].key in RANK_COMPLEMENTS and tokens[start].key not in MILITARY:
            start -= 1
        if start > sentence.first + 1 and tokens[start - 1].hyphen and tokens[start - 2].key == "etat":
            return end, rank  # "le chef d'état-major X"
        if start >= sentence.first and tokens[start].key in MILITARY and start > last - 7:
            while start - 1 >= sentence.first and (
                tokens[start - 1].key in MILITARY
                or tokens[start - 1].key in ("vice", "contre", "rear", "lieutenant", "lieutenante", "sous", "-")
                or (
                    tokens[start - 1].word == "." and start - 2 >= sentence.first and tokens[start - 2].key in MILITARY
                )
            ):
                start -= 1
            if rank is None and not _commands(tokens, start, end) and not _belongs_left(tokens, start, sentence):
                rank = (start, end)
                end = start
                if end > sentence.first and tokens[end - 1].key in ("le", "la", "the", "l'", "du", "au"):
                    # "du général Serban" ends no other title; "le chef d'état-major, le général Serban" does
                    if tokens[end - 1].key in ("le", "la", "l'", "the"):
                        end -= 1
                    else:
                        return end, rank
                continue
        return end, rank
    return end, rank


def _belongs_left(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "Secretary General Mark Rutte", "le directeur général de Renault": the word is no rank there."""
    if tokens[start].key not in _GENERALS:
        return False  # "Press Secretary Maj. Gen. Pat Ryder"
    before = start - 1
    if before > sentence.first and tokens[before].hyphen:
        before -= 1
    return before >= sentence.first and tokens[before].key in _HEADS_OF_GENERALS


def _commands(tokens: list[Token], start: int, end: int) -> bool:
    """ "commandant de la marine" is a post; "commandant" and "général" alone are ranks."""
    return tokens[start].key in ("commandant", "commander", "commandante") and end - start > 2


def is_head(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    key = tokens[place].key
    following = tokens[place + 1].key if place + 1 < sentence.last else ""
    if key in GIVEN_NAMES_TOO and is_given_name(tokens, place, sentence):
        return False
    if key in _PARTICIPLES_TOO and following in ("l'", "la", "le", "les", "un", "une", "par"):
        return False  # "représentant l'administration"
    if key in ("charge", "chargee"):  # "chargé d'affaires", but "le ministre chargé de l'Europe"
        beyond = tokens[place + 2].key if place + 2 < sentence.last else ""
        return following == "d'" and beyond in ("affaires", "affaire")
    if key == "parole":
        return place - 2 >= sentence.first and tokens[place - 2].key == "porte"
    if key == "general":  # "secrétaire général" has its head on the left
        return not (place > sentence.first and tokens[place - 1].key in _BEFORE_GENERAL and key == "general") and (
            tokens[place].word[-1] != "s"
        )
    if key == "generale" and sentence.language == "it":
        return not (place > sentence.first and tokens[place - 1].key in HEADS)
    if key == "generale":
        return place > sentence.first and tokens[place - 1].key == "la"
    return key not in ("premier", "major") or sentence.language in ("en", "it")


def is_given_name(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    """ "l'attaquant sénégalais Pape Dieng" has a given name where "le pape François" has a title."""
    if tokens[place].case is not Case.CAPITALISED or place + 1 >= sentence.last:
        return False
    if not tokens[place + 1].case and tokens[place + 1].key not in _PATRONYMIC:
        return False
    if place == sentence.first:
        return False
    if tokens[place + 1].key in _PATRONYMIC:
        return True  # "Gen Sultan bin Mohammed al Numani"
    before = tokens[place - 1]
    return before.case is Case.LOWER and before.letters and before.key not in _BEFORE_TITLES


def opens_title(tokens: list[Token], place: int, sentence: Sentence) -> bool:
    if place == sentence.first or tokens[place - 1].word in ",(«":
        return True
    return tokens[place - 1].key in _ALL_OPENERS


def ends_on_preposition(token: Token) -> bool:
    return token.key in (
        "de",
        "du",
        "des",
        "d'",
        "a",
        "au",
        "aux",
        "la",
        "le",
        "l'",
        "et",
        "en",
        "pour",
        "chez",
        "les",
    )


def head_from(tokens: list[Token], place: int, sentence: Sentence) -> int | None:
    """The head of a title that begins at `place`, at most six words on; articles and nationalities may precede it."""
    if place < sentence.last and tokens[place].key in ("et", "and", "ou", "or", "du", "des", "au", "aux"):
        return None
    for index in range(place, min(place + 8, sentence.last)):
        token = tokens[index]
        if token.key in HEADS and is_head(tokens, index, sentence):
            return index
        if token.word in ENDS or token.word == ",":
            return None
        hyphened = index + 1 < sentence.last and tokens[index + 1].hyphen and tokens[index + 1].joined
        if token.key in CLAUSE_WORDS and not hyphened and token.key not in ("a", "his", "her", "its", "their"):
            return None
        if sentence.language != "en" and index - place > 3:
            return None
        if sentence.language != "en" and token.key not in OPENERS and token.case is Case.LOWER and index - place > 2:
            return None
    return None


def has_article(tokens: list[Token], place: int) -> bool:
    return tokens[place].key in ("le", "la", "l'", "the", "son", "sa")


def closes_title(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """A clause word inside a title: "à" before an institution, "par intérim", "auprès de", "par suppléance"."""
    token = tokens[index]
    following = tokens[index + 1].key if index + 1 < sentence.last else ""
    if token.key == "par":
        return following in ("interim", "interimaire", "suppleance", "interim")
    if token.word == "à":
        return True
    if token.key == "at":  # "Secretary-General at the Ministry of Defence"
        return following == "the" and index + 2 < sentence.last and tokens[index + 2].key in PUBLIC_WORDS
    if token.key == "in":  # "l'ambasciatore in Italia", "der Botschafter in Berlin"
        beyond = tokens[index + 1] if index + 1 < sentence.last else None
        return sentence.language not in ("fr", "en") and beyond is not None and bool(beyond.case)
    if token.key in ("dans", "sur", "contre"):
        return token.key == "contre"
    return token.key == "entre"


def joins_title(tokens: list[Token], index: int, sentence: Sentence) -> bool:
    """ "et" goes on with the title when a complement follows: "des Affaires étrangères et de la Coopération"."""
    following = tokens[index + 1] if index + 1 < sentence.last else None
    if following is None:
        return False
    if following.key in ("de", "du", "des", "d'", "la", "le", "les", "of", "a", "l'"):
        beyond = tokens[index + 2] if index + 2 < sentence.last else None
        return beyond is None or beyond.key not in HEADS or following.key in ("de", "du", "des", "d'")
    return True


def lists_portfolios(tokens: list[Token], comma: int, sentence: Sentence) -> bool:
    """ "ministre des Affaires étrangères, de la Coopération et des …": the comma is the title's."""
    after = tokens[comma + 1 : min(comma + 4, sentence.last)]
    if after and after[0].key in _IN_CHARGE:
        after = tokens[comma + 2 : min(comma + 6, sentence.last)]  # ", chargé de l'Administration …"
    if not after or after[0].key not in ("de", "du", "des", "d'"):
        return False
    return any(token.case for token in after[1:])


def is_abbreviation(tokens: list[Token], index: int) -> bool:
    return (
        tokens[index].word == "."
        and index > 0
        and (
            tokens[index - 1].key in MILITARY
            or tokens[index - 1].key in CIVILITIES
            or tokens[index - 1].key in _SHORTENED
            or len(tokens[index - 1].word) == 1
        )
    )


def _past_service(tokens: list[Token], head: int, floor: int) -> int:
    """The head, or the service before it: "contrôleur général", "commissaire en chef", "médecin-chef"."""
    if tokens[head].key not in ("general", "generale", "chef", "cheffe", "delegue", "deleguee"):
        return head
    before = head - 1
    while before > floor and (tokens[before].hyphen or tokens[before].key == "en"):
        before -= 1
    return before if before >= floor and tokens[before].key in SERVICES else head


def title_start(tokens: list[Token], head: int, floor: int) -> int:
    """Where the title begins: "Premier ministre", "vice-président", "porte-parole", "haut représentant"."""
    first = _past_service(tokens, head, floor)
    while first > floor:
        before = tokens[first - 1]
        if before.hyphen and first - 2 >= floor and before.joined:
            if tokens[first - 2].key in ("ex",):
                break
            first -= 2
        elif before.key in _BEFORE_HEAD and before.key != "ex":
            first -= 1
        else:
            break
    return first
