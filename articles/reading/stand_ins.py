"""Common nouns that stand for a person already named: "l'officier", "l'élu", "la diplomate", "l'intéressé"."""

from collections.abc import Callable, Sequence

from articles.reading.name_words import words
from articles.reading.office_words import HEADS, MILITARY
from articles.reading.results import PersonMention
from articles.reading.tokens import tokens_of

_BY_NOUN = {
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
    "diplomat": words("ambassador consul foreign envoy diplomacy"),
    "universitaire": words("professeur professeure chercheur chercheuse politologue historien historienne"),
    "expert": words("chercheur chercheuse analyste professeur specialiste researcher analyst fellow expert"),
}
# These say nothing of the post: the one person who can be meant.
ANYONE = words("interesse interessee responsable dirigeant dirigeante homme femme official")
# Nouns that a speaker without a name has; what else follows a verb of speech is its object.
HUMANS = (
    HEADS
    | frozenset(_BY_NOUN)
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


def stand_in(noun: str, people: Sequence[PersonMention]) -> PersonMention | None:
    """The one of these people whom the noun can mean; None when it means nobody, or could mean several."""
    fits = _fitting(noun)
    if fits is None:
        return None
    found = {id(person): person for person in people if fits(person)}
    return next(iter(found.values())) if len(found) == 1 else None


def _fitting(noun: str) -> Callable[[PersonMention], bool] | None:
    if noun in ANYONE:
        return lambda person: person.official
    posts = _BY_NOUN.get(noun)
    if posts is None:
        return None
    return lambda person: any(not posts.isdisjoint(t.key for t in tokens_of(title)) for title in _titles(person))


def _titles(person: PersonMention) -> tuple[str, ...]:
    return (*person.titles, person.office_title)
