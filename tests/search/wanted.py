"""What readers of this site type, and what they want first; and queries that both engines must answer alike.

Written before the search that has to answer them. The texts are the five of `seeds/`, all of them public, with the
registry as its tables have it; `SEEDS` names each text by the words that only its file has.
"""

from dataclasses import dataclass
from typing import Literal

# A text by its short name: words of its file's own, and the themes that an editor would give it.
SEEDS = {
    "maroc": ("Vecindad Sur", ["Voisinage sud", "Lutte contre le terrorisme"]),
    "rubio": ("diplomatie infatigable", ["Dépenses de défense", "Indo-Pacifique"]),
    "experts": ("rapport d’experts indépendants", ["Voisinage sud"]),
    "emi": ("océan numérique", ["Partenariats"]),
    "declaration": ("régimes mondiaux de non-prolifération", ["Lutte contre le terrorisme", "Porte ouverte"]),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query and what must stand first on its page: an entry by its name, a text of `SEEDS`, or a word to try."""

    query: str
    kind: Literal["entry", "text", "try"]
    first: str
    interface: Literal["fr", "en"] = "fr"


WANTED = [
    # people, by their names as they are remembered
    Wanted("Stoltenberg", "entry", "Jens Stoltenberg"),
    Wanted("mark rutte", "entry", "Mark Rutte"),
    Wanted("Rutte Mark", "entry", "Mark Rutte"),
    Wanted("général Serban", "entry", "T. Serban"),
    Wanted("pedro sanchez", "entry", "Pedro Sánchez"),
    # by their offices
    Wanted("secrétaire général de l’OTAN", "entry", "Mark Rutte"),
    Wanted("secrétaire d'Etat américain", "entry", "Marco Rubio"),
    Wanted("ministre espagnole de la defense", "entry", "Margarita Robles"),
    Wanted("ministre de la Défense Espagne", "entry", "Margarita Robles"),
    Wanted("NATO secretary general", "entry", "Mark Rutte", "en"),
    Wanted("Spanish defense minister", "entry", "Margarita Robles", "en"),
    # countries and organisations
    Wanted("Maroc", "entry", "Maroc"),
    Wanted("coree du nord", "entry", "Corée du Nord"),
    Wanted("les Etats-Unis", "entry", "États-Unis"),
    Wanted("Morocco", "entry", "Morocco", "en"),
    Wanted("otan", "entry", "OTAN"),
    Wanted("l’UE", "entry", "UE"),
    Wanted("commission otan georgie", "entry", "Commission OTAN-Géorgie"),
    # meetings and themes
    Wanted("sommet de Washington", "entry", "Sommet de Washington"),
    Wanted("sommet la haye 2025", "entry", "Sommet de La Haye"),
    Wanted("réunion des ministres de la défense octobre 2024", "entry", "Réunion des ministres de la Défense"),
    Wanted("the hague summit", "entry", "The Hague Summit", "en"),
    Wanted("voisinage sud", "entry", "Voisinage sud"),
    # texts, by what is remembered of them
    Wanted("Madrid souhaite inviter Rabat au sommet", "text", "maroc"),
    Wanted("Madrid veut inviter Rabat", "text", "maroc"),
    Wanted("condoleances soldats Lituanie", "text", "rubio"),
    Wanted("« diplomatie infatigable »", "text", "rubio"),
    Wanted("bureau de liaison à Amman", "text", "rubio"),
    Wanted("rapport d'experts Stoltenberg", "text", "experts"),
    Wanted("drones et missiles iraniens", "text", "experts"),
    Wanted("voisinage meridional", "text", "experts"),
    Wanted("terrorisme Jordanie -Afghanistan", "text", "experts"),
    Wanted("concept d’ocean numerique", "text", "emi"),
    Wanted("mise en oeuvre des partenariats", "text", "emi"),
    Wanted("infrastructures sous marines critiques", "text", "emi"),
    Wanted("coopération OTAN-UE cyberattaque", "text", "declaration"),
    Wanted("sécurité en mer Noire", "text", "declaration"),
    # misspelled
    Wanted("Stoltenburg", "try", "Stoltenberg"),
    Wanted("Zelinsky", "try", "Zelensky"),
    Wanted("secretaire generale de l'Aliance", "try", "secretaire generale de l'Alliance"),
]

# What both engines must find alike: words, stems, accents, elisions, ligatures, phrases, exclusions, odd signs.
QUERIES = [
    "otan",
    "OTAN",
    "O.T.A.N.",
    "l'OTAN",
    "l’otan",
    "securite",
    "sécurité",
    "SÉCURITÉS",
    "alliés",
    "allié",
    "Alliance",
    "l'Alliance atlantique",
    "armée",
    "armees",
    "arme",
    "armement",
    "coeur",
    "œuvre",
    "mise en oeuvre",
    "sommet de Madrid",
    "sommet Washington juillet",
    "ministres de la Défense",
    "ministre defense",
    "affaires étrangères",
    "affaires etrangeres ministre",
    '"secrétaire général"',
    "« secretaire general »",
    "“affaires étrangères”",
    '"général secrétaire"',
    "« mise en œuvre des partenariats »",
    "otan -Russie",
    "Ukraine -Russie",
    '-Russie "mer Noire"',
    "partenaires -« pays partenaires »",
    "Stoltenberg",
    "stoltenberg -rutte",
    "Rutte Rubio",
    "jens stoltenberg secretaire general",
    "corée du nord",
    "Coree",
    "États-Unis",
    "etats unis",
    "euro-atlantique",
    "sous-marines",
    "non-prolifération",
    "cyberattaques",
    "cyber",
    "5 et 6 décembre 2017",
    "28 février 2024",
    "2024",
    "17",
    "milliards de dollars",
    "20 milliards",
    "NATO Secretary General",
    "partnerships",
    "partenariats militaires",
    "de la",
    "à",
    "zzyzx",
    "otan zzyzx",
]
