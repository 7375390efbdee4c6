"""Captions: by their own marks, by the credit that closes them, or by being in another language than the text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.reading.credits import ends_with_credit, is_credit
from articles.reading.language import UNKNOWN, language_of
from articles.reading.units import Unit

_LONGEST = 500
_LEAD = re.compile(
    r"(?:\(|\[)?\s*(?:légende|caption|pie\s+de\s+foto|photo\s+d[’'](?:illustration|archives?)|photo\s+de\s+\w+|file\s+(?:photo|picture|image)|file\s+[-–—]|"
    r"(?:photo|image|foto|picture|video|vidéo|infographie|graphic|carte|map)\s*(?:\(\w+\)\s*)?[:\-–—]|"
    r"(?:image|photo|video|media)\s+caption\b[,:]?|archives?\s*[:\-–—]|archivo\s*[:\-–—]|"
    r"(?:photo_camera\s+)?(?:photo|foto|image)\s?/\s?[A-Z][\w.\s]{1,30}\s[-–—]\s)\s*",
    re.IGNORECASE,
)
# "© HCR/Anna Roy Une famille dans le camp de Mbera": whose picture, then what it shows
_OWNER_FIRST = re.compile(
    r"©\s?[A-ZÀ-Ý][\w-]*(?:\s[A-ZÀ-Ý][\w-]*)?\s?/\s?[A-ZÀ-Ý][\w’'.-]*(?:\s[A-ZÀ-Ý][\w’'-]+){0,2}\s(?=[A-ZÀ-Ý][\w’'-]*(?:\s\S+){5})"
)
_MOST_FOREIGN = 4


# Where each person stands in the picture.
_PLACED = re.compile(
    r"\((?:à\s+)?(?:gauche|droite|left|right|l|r|g|d|au\s+centre|centre|center|izquierda|derecha)\)|\b(?:de\s+gauche\s+à\s+droite|"
    r"(?:from\s+)?left\s+to\s+right|de\s+izquierda\s+a\s+derecha)\b",
    re.IGNORECASE,
)
_SIDES = ("(", "gauche", "left", "izquierda")  # none of these is without one of them
# What people and soldiers are seen doing: the present of captions.
_SCENE = re.compile(
    r"\b(?:meets?|welcomes?|greets?|receives?|shakes?\s+hands|speaks?|talks?|addresses|attends?|arrives?|poses?|walks?|"
    r"delivers?|visits?|signs?|hosts?|chairs?|inspects?|listens?|looks?|waves?|stands?|takes?\s+part|participates?|patrols?|"
    r"marches|trains?|accueill(?:e|ent)|reçoi(?:t|vent)|salue(?:nt)?|serre(?:nt)?\s+la\s+main|s[’'](?:exprime|adresse|entretient)|"
    r"prononce|assiste(?:nt)?|pose(?:nt)?|visite(?:nt)?|signe(?:nt)?|préside|inspecte|écoute(?:nt)?|participe(?:nt)?|"
    r"rencontre(?:nt)?|patrouille(?:nt)?|défilent|embarquent|débarquent|manœuvrent|recibe|saluda|visita|asiste|firma|pasa\s+revista)\b"
)
_TWO_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w’'-]+\s+[A-ZÀ-Ý][\w’'-]+")
_COLON = re.compile(r":\s")
_LEAST_SCENE_WORDS = 9


def is_scene(words: str) -> bool:
    """Whether a line without a stop tells what a picture shows: named people in the present, at some length.

    Only where it stands can tell it from a heading that is as long.
    """
    if words.rstrip(' »”"').endswith((".", ":", "?", "!", ";")) or words.startswith(("«", "“", '"')):
        return False
    if not _LEAST_SCENE_WORDS <= len(words.split()) <= 45 or _COLON.search(words):
        return False
    return _SCENE.search(words) is not None and _TWO_CAPITALS.search(words) is not None


@lru_cache(maxsize=128)  # the steps of layout ask it of the same line
def is_caption(words: str) -> bool:
    """A line that says by its own marks that it describes a picture."""
    if not 12 <= len(words) <= _LONGEST:
        return False
    if _LEAD.match(words) or (words[0] == "©" and _OWNER_FIRST.match(words)):
        return not is_credit(words)
    if len(words) <= 250 and any(map(words.lower().__contains__, _SIDES)) and _PLACED.search(words):
        return True
    return ends_with_credit(words)


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
