"""Clauses whose subject is a bare capital: told by the verb's form, not by a list of what states do.

"Alger s'en méfie", "Ouagadougou mettrait", "Ankara shrugged off": a finite verb right after a name that begins its
clause. What befalls towns ("Rome suffoque", "Tunis compte deux millions d'habitants") is listed instead.
"""

from collections.abc import Sequence

from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.office_words import HEADS
from articles.reading.prose import Sentence
from articles.reading.speech_words import REFLEXIVES, SPEECH_VERBS
from articles.reading.tokens import Case, Token

BEFALLS = words(
    "connu subi vecu vibre brule tremble resonne ressemble celebre fete grandi change saw woke bustling"
    " compte comptait comptera etend etendait reveille reveillait dort dormait grouille suffoque suffoquait grelotte"
    " bruisse vit vivait respire fascine attire regorge abonde anime animait embrase illumine enflamme situe borde"
    " surplombe jouit manque etouffe embellit vieillit grandit ensable inonde noircit vide videra videe remplit"
    " ruisselle somnole scintille degage seduit enchante charme conserve mesure culmine longe brille fourmille bouge"
    " renait murmure chante danse souffre pleut neige paralyse retrouve entoure merite vaut abritait figure sombre"
    " burned burns flooded floods slept mourned mourns shivers bustles suffers suffered hosts hosted sits lies located"
    " jumele bouchonne confine deconfine petrifie transforme agrandit modernise ville capitale"
)
COMES_FROM = words(
    "backing pressure orders support demand demands response reaction threat threats message messages signal"
    " signals criticism approval permission warning warnings help aid weapons money assurances guarantees"
    " objections opposition calls request requests instructions push pushback interference condemnation praise"
    " invitation moves efforts denials attempts decision statement overtures concessions surprise reponse"
    " proposition initiative critique critiques pression pressions soutien refus feu signal signaux avertissement"
    " avertissements menace menaces demande demandes ordre ordres consigne consignes financement financements armes"
    " aide appel appels offre condamnation condamnations veto impulsion reticences resistance resistances"
    " objections proposal initiative veto"
)
# A name after one of these begins a clause; so does one at the head of a sentence.
_OPENERS = words(
    "que qu' si quand lorsque lorsqu' tandis mais et ou car donc or comme puisque puisqu' parce ainsi puis aussi"
    " encore ensuite enfin alors depuis desormais pourtant cependant that as while but and when if because although"
    " though since whether so then meanwhile where said says y e und pero aber what why how which whom quoi"
    " pourquoi comment"
)
_MARKS = frozenset(',;:–—«“"(.')
# Endings of finite French verbs, folded: "-e", "-ait", "-ra", "-ront", "-rait", "-it", "-end" …
_SPANISH = (
    "ó",
    "rá",
    "rán",
    "ará",
    "aba",
    "ía",
    "aron",
    "ieron",
    "aría",
    "za",
    "ta",
    "ra",
    "ca",
    "de",
    "ge",
    "ve",
    "re",
)
_SPANISH_BEING = words("era esta estaba habia tenia vivia parecia desde entre sobre siempre durante")
_ITALIAN = ("a", "ano", "ono", "ò", "rà", "ranno", "arono", "irono", "ose", "ise", "ede", "iene", "eme", "ide", "isce")
_ITALIAN_BEING = words(
    "della nella alla sulla dalla quella questa antica era stata nuova vecchia prima ancora senza sopra contra tutta"
    " ospita ospitera vanta conta sera mattina intera citta sta stava rimane"
)
_GERMAN_BEING = words(
    "zwischen gegen wegen neben unten oben dagegen innen aussen hingegen morgen waren werden wurden haben hatten"
    " liegen ist hat seit nicht mit gut weit stadt jetzt heute hatte statt fast erst bereits bekannt liegt"
)
_FINITE = ("e", "ent", "ait", "a", "ont", "it", "end", "ond", "ut")
# Words in such endings that are no verbs, or are no deed of the name before.
_NO_VERBS = words(
    "antique moderne entiere occupe occupee libere liberee seule meme encadre comme contre entre centre est ouest sud"
    " nord notamment autre environ exactement outre elle endroit droit nuit soit tout toute ensuite vite encore"
    " quatre notre votre peut-etre presque puisque lorsque quelque chaque ligne rive banlieue region aeroport midi"
)
_AFTER_ENGLISH = words("the a an its that it no any off out back up down against what how he she they")
_AFTER_PAST = words("to over for on at in all more new by with")
_CLITICS = words("se s' ne n' en y le la l' les lui leur")
_SAYING = SPEECH_VERBS | REFLEXIVES


def begins_clause(tokens: Sequence[Token], start: int, sentence: Sentence) -> bool:
    """Whether the name at `start` begins its sentence or its clause."""
    if start == sentence.first:
        return True
    before = tokens[start - 1]
    return before.word in _MARKS or before.key in _OPENERS


def is_finite(tokens: Sequence[Token], index: int, sentence: Sentence) -> bool:
    """Whether a word has the form of a finite verb and is none of what befalls towns."""
    token = tokens[index]
    key = token.key
    if token.case is not Case.LOWER or not token.letters or len(key) < 3:
        return False
    if key in BEFALLS or key in FUNCTION_WORDS or key in HEADS or key in _NO_VERBS:
        return False
    following = tokens[index + 1] if index + 1 < sentence.last else None
    if sentence.language == "es":
        return key not in _SPANISH_BEING and token.word.endswith(_SPANISH)
    if sentence.language == "it":
        return key not in _ITALIAN_BEING and token.word.endswith(_ITALIAN)
    if sentence.language == "de":
        return key not in _GERMAN_BEING and key.endswith(("t", "te", "ten", "en", "rn", "ln"))
    if sentence.language == "en":
        if following is None or not key.endswith(("ed", "s")):
            return False
        return following.key in _AFTER_ENGLISH or (key.endswith("ed") and following.key in _AFTER_PAST)
    return key.endswith(_FINITE) and not key.endswith("ment") and not _is_participle(token)


def _is_participle(token: Token) -> bool:
    return token.word.endswith(("é", "ée", "és", "ées", "e\u0301", "e\u0301e"))


def speaks_last(tokens: Sequence[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "La frontière restera fermée, confirme Helsinki", "…, s'inquiète Rome.": the subject turned behind its verb."""
    if end < sentence.last and tokens[end].word not in ".,;:!?…»”":
        return False
    verb = start - 1
    if verb <= sentence.first or tokens[verb].key not in _SAYING or tokens[verb].case:
        return False
    before = verb - 1
    while before > sentence.first and tokens[before].key in ("a", "ont", "avait", "s'", "se", "est"):
        before -= 1
    return tokens[before].word in ',»”"–—' and before > sentence.first
