"""Common nouns that stand for a person already named: "l'officier", "l'élu", "la diplomate", "l'intéressé"."""

from collections.abc import Sequence

from articles.reading.name_words import words
from articles.reading.office_words import HEADS, MILITARY
from articles.reading.results import PersonMention
from articles.reading.tokens import tokens_of

BY_NOUN = {
    "officier": MILITARY | words("officier inspecteur major"),
    "militaire": MILITARY | words("officier inspecteur major"),
    "grade": MILITARY,
    "officer": MILITARY | words("officer"),
    "elu": words("depute senateur maire eurodepute parlementaire conseiller president"),
    "elue": words("deputee senatrice maire eurodeputee parlementaire conseillere presidente"),
    "parlementaire": words("depute deputee senateur senatrice eurodepute eurodeputee"),
    "depute": words("depute parlementaire"),
    "lawmaker": words("senator congressman congresswoman mp mep representative speaker"),
    "diplomate": words(
        "ambassadeur ambassadrice consul consule diplomatie etrangeres envoye envoyee emissaire permanent"
    ),
    "souverain": words("roi monarque souverain"),
    "souveraine": words("reine monarque souveraine"),
    "monarque": words("roi reine souverain souveraine"),
    "monarch": words("king queen"),
    "chancelier": words("chancelier"),
    "envoy": words("ambassador envoy representative emissary"),
    "diplomat": words("ambassador consul foreign envoy diplomacy"),
    "universitaire": words("professeur professeure chercheur chercheuse politologue historien historienne"),
    "expert": words("chercheur chercheuse analyste professeur specialiste researcher analyst fellow expert"),
}
# These say nothing of the post: the one person who can be meant.
ANYONE = words("interesse interessee responsable dirigeant dirigeante homme femme official")
# "Son hôte": of two who talk, the other one.
OPPOSITES = words("hote hotesse invite invitee interlocuteur interlocutrice visiteur visiteuse host guest visitor")
# Nouns that a speaker without a name has; what else follows a verb of speech is its object.
HUMANS = (
    HEADS
    | frozenset(BY_NOUN)
    | ANYONE
    | words(
        "source sources diplomates officiels officiel officiers militaires responsables elus experts analystes"
        " habitants temoins ministres dirigeants rebelles soldats sources porte voisin voisine passant benevole"
        " riverain agents agent haut hauts employe employee etudiants manifestant manifestante manifestants ong"
        " parents mere pere ministere presidence gouvernement kremlin agence communique ambassade officials sources"
        " ministry statement army armee marine police etat collaborateur conseillers proche proches observateur"
        " observateurs volontaire soldat rescape survivant survivante avocats chef witness witnesses villager aide"
        " aides spokesperson men women man woman"
    )
)


# Nouns for anybody: "le jeune homme", "l'ancien banquier" — whoever acted last.
_ANYBODY = ANYONE | words(
    "jeune trentenaire quadragenaire quinquagenaire sexagenaire septuagenaire octogenaire garcon fille gamin gamine"
    " quadra quinqua natif native accuse prevenu prevenue victime proprietaire gerant gerante artisan infirmiere"
    " infirmier pecheur agriculteur agricultrice milliardaire republicain democrate conservateur socialiste"
    " travailliste republican democrat conservative socialist liberal technocrate francais retraite veteran avocat"
    " avocate libraire scientifique virologue virologist lawyer farmer billionaire romancier romanciere"
    " technicien technicienne edile chef cheffe patron patronne leader numero locataire"
)
# Endings of the nouns for who does what: "la cinéaste", "l'ouvrier", "the virologist" …
_TRADES = (
    "aste",
    "iste",
    "eur",
    "euse",
    "trice",
    "ien",
    "ienne",
    "ier",
    "iere",
    "logue",
    "nome",
    "ist",
    "smith",
    "er",
    "cien",
)
# … and nouns of those endings that are nobody.
_NO_TRADES = words(
    "quotidien dossier courrier papier chantier quartier calendrier metier interieur exterieur secteur valeur premier"
    " dernier editeur courrier maintien soutien entretien paper newspaper order letter centaur ordinateur moteur"
    " serveur hebdomadaire matrice tracteur liste"
)
_SOLDIERS = words(
    "marin soldat pilote gendarme legionnaire artilleur combattant medecin juriste economiste pere mere proche"
)
_FORMER = words("ancien ancienne ex former ancienne ex-")
_PARTS = words("- ‑ jeune vieux vieil vieille nouveau nouvelle nouvel futur future tres haut haute young new veteran")
# Titles of one kind in other words.
_KINDS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("foreign", words("etrangeres diplomatie foreign"), words("ministre chef cheffe minister secretary patron top")),
    (
        "defence",
        words("defense armees pentagone defence pentagon"),
        words("ministre chef minister secretaire secretary"),
    ),
    (
        "government",
        words("gouvernement premier prime chancelier chancellor"),
        words("chef cheffe ministre minister chancelier chancellor premier"),
    ),
    ("state", words("etat elysee republique blanche"), words("chef cheffe president locataire presidente")),
    (
        "crown",
        words("roi reine souverain souveraine monarque king queen monarch sovereign emir sultan"),
        words("roi reine souverain souveraine monarque king queen monarch sovereign emir sultan"),
    ),
    ("nato", words("otan alliance nato"), words("secretaire patron chef secretary chief head")),
)
_MINISTERS = words("ministre minister")


def can_be(keys: Sequence[str], person: PersonMention, *, peoples_name: bool = False) -> bool:
    """Whether the words "le …", "la …", "the …" can mean the person.

    `keys` begin behind the article; `peoples_name` says that they name a people ("l'Américain").
    """
    if not keys or "parole" in keys[:3]:
        return False  # a spokesman is somebody else, or has that title
    former = keys[0] in _FORMER
    rest = [key for key in keys if key not in _FORMER]
    while rest and rest[0] in _PARTS and len(rest) > 1:
        rest = rest[1:]
    if not rest:
        return False
    noun = rest[0]
    posts = BY_NOUN.get(noun)
    titles = _titles(person)
    if posts is not None:
        if len(rest) > 1 and rest[1] in ("de", "d'", "du", "des", "of"):
            return False  # "l'officier de garde" is another one
        return not titles or any(not posts.isdisjoint(token.key for token in tokens_of(title)) for title in titles)
    if former:
        return noun in HEADS or noun in _ANYBODY or len(rest) == 1
    if rest[0] in ("chef", "cheffe", "head") and "delegation" in rest:
        return True
    if peoples_name or (noun in _ANYBODY and (len(keys) == 1 or noun not in HEADS)):
        return True
    if noun not in HEADS:
        return not titles and len(keys) == 1 and noun.endswith(_TRADES) and noun not in _NO_TRADES
    if not any(titles):
        return True
    mine = [kinds_of(_spelled_out([token.key for token in tokens_of(title)])) for title in titles]
    said = kinds_of(rest)
    return any(not said.isdisjoint(kinds) for kinds in mine) or (noun in _MINISTERS and len(rest) == 1 and any(mine))


def is_somebody(noun: str) -> bool:
    """Whether a noun is for a person: a post, a trade, anybody."""
    trade = noun.endswith(_TRADES) and noun not in _NO_TRADES
    return trade or noun in _SOLDIERS or noun in _ANYBODY or noun in BY_NOUN or noun in HEADS or noun in MILITARY


def _spelled_out(keys: list[str]) -> list[str]:
    """A president of nothing else is a state's: "la présidente Anna Kalnina" is "la cheffe de l'État"."""
    return [*keys, "etat"] if keys and keys[0] in ("president", "presidente") and len(keys) <= 2 else keys


def kinds_of(keys: Sequence[str]) -> frozenset[str]:
    """The kinds of post that a title's words tell: a state's, a government's, the foreign minister's, …"""
    held = frozenset(keys)
    found = {kind for kind, of, heads in _KINDS if not held.isdisjoint(of) and not held.isdisjoint(heads)}
    if "major" in held:
        found.discard("state")  # "chef d'état-major"
    return frozenset(found)


def _titles(person: PersonMention) -> tuple[str, ...]:
    return tuple(title for title in (*person.titles, person.office_title) if title)
