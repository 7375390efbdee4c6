"""Captions: by their own marks, by the credit that closes them, or by being in another language than the text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from articles.reading.calendar_words import DAY, ENGLISH_MONTH, MONTH, WEEKDAY, YEAR
from articles.reading.credits import ends_with_credit, is_credit
from articles.reading.language import UNKNOWN, is_foreign
from articles.reading.units import Unit

_LONGEST = 500
_LEAD = re.compile(
    r"(?:\(|\[)?\s*(?:légende|caption|pie\s+de\s+foto|photo\s+d[’'](?:illustration|archives?)|photo\s+de\s+\w+|file\s+(?:photo|picture|image)|file\s+[-–—]|"
    r"(?!MAP\s*:\s*\d)(?:photo|image|foto|picture|video|vidéo|infographie|graphic|carte|map)\s*(?:\(\w+\)\s*)?[:\-–—]|"
    r"(?:image|photo|video|media)\s+caption\b[,:]?|archives?\s*[:\-–—]|archivo\s*[:\-–—]|"
    r"(?:photo_camera\s+)?(?:photo|foto|image)\s?/\s?[A-Z][\w.\s]{1,30}\s[-–—]\s)\s*",
    re.IGNORECASE,
)
# "© HCR/Anna Roy Une famille dans le camp de Mbera": whose picture, then what it shows
_OWNER_FIRST = re.compile(
    r"©\s?[A-ZÀ-Ý][\w-]*(?:\s[A-ZÀ-Ý][\w-]*)?\s?/\s?[A-ZÀ-Ý][\w’'.-]*(?:\s[A-ZÀ-Ý][\w’'-]+){0,2}\s(?=[A-ZÀ-Ý][\w’'-]*(?:\s\S+){5})"
)
_LEAST_FOREIGN = 5  # words
_MOST_FOREIGN = 4  # of a short text; of a long one a third of its lines


# "Des sapeurs sur le quai du port, lundi.", "… à Paris, le 12 mars 2025.": as captions end.
_DATED_END = re.compile(
    rf"(?:,\s(?:(?:ce|este|le|el|on)\s+)?{WEEKDAY}(?:,?\s+{DAY}\s+(?:de\s+)?{MONTH}(?:\s+(?:de\s+)?{YEAR})?|,\s{ENGLISH_MONTH}\s{DAY}(?:,\s{YEAR})?)?"
    rf"|,\s(?:le|el)\s+{DAY}\s+(?:de\s+)?{MONTH}(?:\s+(?:de\s+)?{YEAR})?|,\s(?:on\s+)?{ENGLISH_MONTH}\s{DAY},\s{YEAR}|,\s(?:on\s+)?{DAY}\s{ENGLISH_MONTH}\s{YEAR}"
    r"|,\s(?:en|in)\s+(?:[a-zà-ÿ]+\s+)?(?:19|20)\d\d)(?:\s+(?:à|in|at|en)\s+[A-ZÀ-Ý][\w’'-]+(?:[\s-][A-ZÀ-Ý][\w’'-]+){0,2})?\.?$",
    re.IGNORECASE,
)
# What is told rather than shown: a finite verb of those that can be known by their form, somebody's words.
_TELLS = re.compile(
    r"[«»“”\"]|:\s|\b(?:a(?=\s+(?:\w+\s)?\w*(?:[éiut]|is|ert)\b)|ont|est|sont|n[’']\w+|s[’'](?:est|ouvre|achève|apprête|engage)\w*|se\s+(?:sont|tient|tiendra|réuni\w*|poursui\w+|déroul\w+)|fait|font|doit|doivent|peut|peuvent|va|vont|reste(?:nt)?|"
    r"il|elle|ils|elles|nous|je|annonce(?:nt)?|demande(?:nt)?|prévoi\w+|estime(?:nt)?|souhaite(?:nt)?|is|are|was|were|has|have|had|will|would|can|could|should|may|must|said|says|told|met|took|made|gave|held|began|"
    r"he|she|they|we|it|ha|han|fue|fueron|será|serán|dijo|puede|deben?)\b|\w{2}(?:ait|aient|èrent|irent|era|eront|rait|raient|aron|ieron)\b|\w{3}ed\b(?!\s(?:by|at|in|on|to|from|with|near)\b)",
    re.IGNORECASE,
)
_ACTS = (
    "revista",
    "posa",
    "pose",
    "inspect",
    "shake",
    "greets",
    "looks",
    "look on",
    "revue",
    "serre",
)  # none is without one
# "Vue aérienne du port", "Les participants à la réunion", "A general view of the harbour"
_VIEW = re.compile(
    r"(?:une\s+)?vue\s+(?:aérienne|générale|partielle|d[eu]s?|d[’'])|(?:una\s+)?vista\s+(?:aérea|general|parcial|de)\b|(?:an?\s+|the\s+)?(?:aerial\s+|general\s+)?view\s+of\b|"
    r"(?:les\s+|une\s+partie\s+des\s+)participante?s\s+(?:à|au|aux|de|du|des|lors|pendant)\b|(?:los\s+)?participantes\s+(?:en|de|durante)\b|capture\s+d[’']écran|captura\s+de\s+pantalla",
    re.IGNORECASE,
)
_LEAST_OF_VIEW = 4  # words
_DONE_AND_SIGNED = re.compile(r"(?:fait|done|hecho|signée?|signed|dado)\s+(?:à|at|in|en)\b", re.IGNORECASE)
_INNER_STOP = re.compile(r"[.!?…]\s+[A-ZÀ-Ý]")
_LEAST_NOUNS, _LONGEST_NOUNS = 7, 40  # words
_LONGEST_DAY = 60  # characters of the day behind a comma
_LEAST_SHOWN, _LONGEST_SHOWN = 24, 260  # characters
# What nobody writes of but as it is to be seen.
_ACTED = re.compile(
    r"\b(?:pasan?\s+revista|posan?\s+(?:con|para|junto|ante)|inspects?|shakes?\s+hands|greets|poses?\s+(?:for|with)|looks?\s+on|"
    r"passe(?:nt)?\s+en\s+revue|serre(?:nt)?\s+la\s+main|pose(?:nt)?\s+(?:avec|devant|aux\s+côtés|pour\s+une)|inspecte(?:nt)?)\b"
)
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
    r"marches|trains?|takes?\s+off|sails?|accueill(?:e|ent)|reçoi(?:t|vent)|salue(?:nt)?|serre(?:nt)?\s+la\s+main|s[’'](?:exprime|adresse|entretient)|"
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


def is_shown(words: str) -> bool:
    """Whether one sentence, or none, has no verb that tells but closes with its day, or tells what is only seen.

    Only where it stands can tell it from a paragraph of one line.
    """
    if not _LEAST_SHOWN <= len(words) <= _LONGEST_SHOWN:
        return False
    comma = words.find(",", max(0, len(words) - _LONGEST_DAY))
    if comma >= 0 and _DATED_END.search(words, comma):
        return len(words.split()) >= _LEAST_NOUNS and not _DONE_AND_SIGNED.match(words) and is_nominal(words)
    if _VIEW.match(words):
        return len(words.split()) >= _LEAST_OF_VIEW and not words.endswith((":", "?", "!")) and is_nominal(words)
    if not any(map(words.__contains__, _ACTS)):
        return False
    return _ACTED.search(words) is not None and _INNER_STOP.search(words) is None and not _TELLS.search(words)


def is_nominal(words: str) -> bool:
    """Whether a line is one sentence at most, without a verb that is known by its form."""
    if len(words.split()) > _LONGEST_NOUNS or _INNER_STOP.search(words):
        return False
    return _TELLS.search(words) is None


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

    A text in two languages has many such units, long ones or several in a row: none of those is a caption.
    """
    if language == UNKNOWN:
        return set()
    foreign = []
    for index, unit in enumerate(units):
        words = unit.words
        if not 25 <= len(words) <= _LONGEST or words.startswith(("«", "“", '"', "‘")) or unit.quoted:
            continue
        if len(words.split()) >= _LEAST_FOREIGN and is_foreign(words, language):
            foreign.append(index)
    letters = sum(len(unit.words) for unit in units)
    if 3 * len(foreign) > max(3 * _MOST_FOREIGN, len(units)):
        return set()
    if 3 * sum(len(units[index].words) for index in foreign) > letters:
        return set()
    lonely = set(foreign)
    return {index for index in foreign if index - 1 not in lonely and index + 1 not in lonely}
