"""Captions: by their own marks, by the credit that closes them, or by being in another language than the text."""

import re
from collections.abc import Sequence

from articles.reading.agencies import AGENCY
from articles.reading.language import UNKNOWN, language_of
from articles.reading.units import Unit

_LONGEST = 500
_LEAD = re.compile(
    r"(?:\(|\[)?\s*(?:légende|caption|pie\s+de\s+foto|photo\s+d[’'](?:illustration|archives?)|photo\s+de\s+\w+|file\s+(?:photo|picture|image)|"
    r"(?:photo|image|foto|picture|video|vidéo|infographie|graphic|carte|map)\s*(?:\(\w+\)\s*)?[:\-–—]|"
    r"(?:image|photo|video|media)\s+caption\b[,:]?|archives?\s*[:\-–—])\s*",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    rf"(?:©|\(c\)|\[(?:photo|image|foto|credit|crédit|getty|reuters|afp|ap)\b|\(\s*(?:photo|image|foto|credits?|crédits?|archives?|file)\b"
    rf"|(?:photo|image|foto|picture)\s*(?::|©|by|par|de|credits?\s*:?)\s|crédits?(?:\s+photos?)?\s*:|credits?\s*:|\bAP\s+Photo|\bGetty\s+Images|\bREUTERS/"
    rf"|(?:/|\s-\s|\s–\s|\|)\s*(?:{AGENCY.pattern})\s*[)\]]?\.?$|[(\[](?:{AGENCY.pattern})\s*(?:/|-|–)\s*[^()]{{2,40}}[)\]]\.?$)"
    r"(?P<rest>.{0,80})$",
    re.IGNORECASE,
)
# What none of them does without: most lines have nothing of it.
_CREDIT_MARK = re.compile(
    r"[©(\[/|:]|\s[-–]\s|[Pp][Hh][Oo][Tt][Oo]|[Ii][Mm][Aa][Gg][Ee]|[Ff][Oo][Tt][Oo]|[Pp][Ii][Cc][Tt][Uu][Rr][Ee]"
)
_NAME = r"[A-ZÀ-Ý][\w.’'-]+(?:\s+[\w.’'-]+){0,3}"
_PHOTO_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?i:(?:image|photo|video|media|picture)\s+(?:source|copyright|credit)\b[,:]?\s|(?:crédits?|credits?)(?:\s+(?:photos?|images?))?\s*:|©|\(c\)\s|copyright\b|AP\s+Photo|Getty\b|"
    r"(?:photos?|images?|foto|picture|photograph|fotografía)\s*(?:credits?\s*:?|:|©|by\s|par\s|de\s|/))"
    rf"|(?:{AGENCY.pattern})\s*/\s*\w|{_NAME}\s*/\s*(?:{AGENCY.pattern}|[A-Z]\w+))"
)
_SMALL_WORD = re.compile(
    r"\b(?:le|la|les|des|du|au|aux|un|une|lors|avec|dans|sur|pendant|the|at|of|during|with|in|on|to|attend\w*|is|are|el|los|en)\b"
)
_MOST_FOREIGN = 4


# Where each person stands in the picture.
_PLACED = re.compile(
    r"\((?:à\s+)?(?:gauche|droite|left|right|l|r|g|d|au\s+centre|centre|center|izquierda|derecha)\)|\b(?:de\s+gauche\s+à\s+droite|"
    r"(?:from\s+)?left\s+to\s+right|de\s+izquierda\s+a\s+derecha)\b",
    re.IGNORECASE,
)
# What people and soldiers are seen doing: the present of captions.
_SCENE = re.compile(
    r"\b(?:meets?|welcomes?|greets?|receives?|shakes?\s+hands|speaks?|talks?|addresses|attends?|arrives?|poses?|walks?|"
    r"delivers?|visits?|signs?|hosts?|chairs?|inspects?|listens?|looks?|waves?|stands?|takes?\s+part|participates?|patrols?|"
    r"marches|trains?|accueill(?:e|ent)|reçoi(?:t|vent)|salue(?:nt)?|serre(?:nt)?\s+la\s+main|s[’'](?:exprime|adresse|entretient)|"
    r"prononce|assiste(?:nt)?|pose(?:nt)?|visite(?:nt)?|signe(?:nt)?|préside|inspecte|écoute(?:nt)?|participe(?:nt)?|"
    r"rencontre(?:nt)?|patrouille(?:nt)?|défilent|embarquent|débarquent|manœuvrent|recibe|saluda|visita|asiste|firma|pasa\s+revista)\b"
)
_TWO_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]+\s+[A-ZÀ-Ý][\w’'-]+")
_LEAST_SCENE_WORDS = 9


def is_scene(words: str) -> bool:
    """Whether a line without a stop tells what a picture shows: named people in the present, at some length.

    Only where it stands can tell it from a heading that is as long.
    """
    if not _LEAST_SCENE_WORDS <= len(words.split()) <= 45 or words.startswith(("«", "“", '"')):
        return False
    if words.rstrip(' »”"').endswith((".", ":", "?", "!", ";")) or re.search(r"\s:\s|:\s", words):
        return False
    return _SCENE.search(words) is not None and _TWO_CAPITALS.search(words) is not None


def is_credit(words: str) -> bool:
    """A credit on a line of its own: who made or owns a picture, and nothing of what it shows."""
    if len(words) > 120 or not _PHOTO_CREDIT.match(words):
        return False
    return len(_SMALL_WORD.findall(words)) <= 1 and len(words.split()) <= 12


def is_caption(words: str) -> bool:
    """A line that says by its own marks that it describes a picture."""
    if not 12 <= len(words) <= _LONGEST:
        return False
    if _LEAD.match(words):
        return not is_credit(words)
    if len(words) <= 250 and _PLACED.search(words):
        return True
    start = max(0, len(words) - 140)
    if _CREDIT_MARK.search(words, start) is None:
        return False
    found = _CREDIT_AT_END.search(words, start)
    return found is not None and found.start() >= 12 and len(found["rest"].split()) <= 8


def foreign_captions(units: Sequence[Unit], language: str) -> set[int]:
    """The indices of units in another language that stand alone among the text's own: captions kept from elsewhere.

    A text in two languages has many such units, or several in a row: none of those is a caption.
    """
    if language == UNKNOWN:
        return set()
    foreign = []
    for index, unit in enumerate(units):
        words = unit.words
        if not 25 <= len(words) <= _LONGEST or words.startswith(("«", "“", '"', "‘")) or unit.quoted:
            continue
        own = language_of(words)
        if own not in (language, UNKNOWN) and len(words.split()) >= 5:
            foreign.append(index)
    if len(foreign) > _MOST_FOREIGN or 3 * len(foreign) > len(units):
        return set()
    lonely = set(foreign)
    return {index for index in foreign if index - 1 not in lonely and index + 1 not in lonely}
