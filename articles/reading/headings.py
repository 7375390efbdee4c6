"""How titles, standfirsts and subheadings look: the shape of a line, apart from where it stands."""

import re
from functools import lru_cache

from articles.reading.agencies import AGENCY, is_person, is_proper, names_a_medium
from articles.reading.units import Unit

_LONGEST_TITLE = 250
_LONGEST_SUBHEADING = 110
_DECK_WORDS = 10
_DECK_WORDS_ABOVE_MARGIN = 3
LONGEST_STANDFIRST = 900
_LONGEST_NUMBER = 4  # characters of "12. ", before a question
_LONGEST_LEAD = 40  # characters of "Une première. ", with which a title of two parts begins

_STOPS = (".", ";", ",", ":")
_ELLIPSES = ("...", "…")
_ABBREVIATION_END = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:etc|Jr|Sr|Inc|Ltd|Co|No|art)\.)$")
_CLOSING = "»”\"’')]" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_INNER_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bSt)(?<!\bGen)(?<!\b[nN]o)[.!?]\s+[A-ZÀ-Ý«“\"]")
_BEGINNING = re.compile(r"[«“\"'‘(\[¿¡\s#]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9\u0370-\U0010ffff]")
_ASKED = re.compile(r"[^:?]{2,40}\s?:\s.*\?$")
_SIGNED = re.compile(
    rf"[.!?»”\"]\s*(?:\((?:(?:[Aa]vec|[Cc]on|[Ww]ith|Agence|Agencia|Agency)\s+)?(?P<in_brackets>{AGENCY.pattern})(?:\s*/\s*[\w.-]+)*\)|(?:(?<=[.!?]\s)|(?:--|[–—-]|/)\s?)(?P<bare>{AGENCY.pattern}))\.?$"
)
_HOUSE_BEHIND = re.compile(r"[.!?»”\"]\s*\((?P<house>[A-Z][^()/]{3,40}?)(?:\s*/[^()]{2,40})?\)\.?$")
_ACRONYM_BEHIND = re.compile(r"[.!?»”\"]\s*(?:—|--)\s?(?P<house>[A-Z]{3,6})$")  # "… said. — VNS"
_SAYING = re.compile(
    r"\b(?:said|says|added|adds|stated|wrote|told\s[\w\s]+|commented|explained|continued|déclar(?:e|ait|é)|dit|disait|ajout(?:e|é)|écri(?:t|vait)|expliqu(?:e|é)|affirm(?:e|é)|"
    r"soulign(?:e|é)|précis(?:e|é)|répond(?:u)?|dijo|dice|añadió|sagte|erklärte|ha\s+detto)\s*:$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


def _final(words: str) -> str:
    """The words without what closes them: quotation marks, brackets, the agency after the last full stop."""
    signed = _SIGNED.search(words, max(0, len(words) - 40))
    return (words[: signed.start() + 1] if signed else words).rstrip(_CLOSING)


def stops(words: str) -> bool:
    """Whether it ends with a full stop, or another mark that no heading ends with."""
    return _stops(_final(words))


def _stops(final: str) -> bool:
    return final.endswith(_STOPS) and not final.endswith(_ELLIPSES) and not _abbreviated(final)


def _abbreviated(final: str) -> bool:
    return final.endswith(".") and _ABBREVIATION_END.search(final, max(0, len(final) - 8)) is not None


def is_signed(words: str) -> bool:
    """Whether an agency's name follows the last full stop: "… a-t-il ajouté. AFP"."""
    return _SIGNED.search(words, max(0, len(words) - 40)) is not None


def agency_behind(words: str) -> str | None:
    """The agency behind the last full stop of a text."""
    signed = _SIGNED.search(words, max(0, len(words) - 40))
    return (signed["in_brackets"] or signed["bare"]) if signed else None


def house_behind(words: str) -> str | None:
    """The paper in brackets behind the last full stop of a text: "… ties. (Times of Port / Harbour News)"."""
    if (wire := _ACRONYM_BEHIND.search(words, max(0, len(words) - 12))) is not None:
        return wire["house"]
    signed = _HOUSE_BEHIND.search(words, max(0, len(words) - 80))
    house = signed["house"].strip() if signed else ""
    return house if names_a_medium(house) and is_proper(house) and not is_person(house) else None


def ends_open(words: str) -> bool:
    """Whether something must follow: "Les décisions :"."""
    return words.rstrip().endswith(":")


@lru_cache(maxsize=128)  # the steps of layout ask it of the same line
def is_sentence(words: str) -> bool:
    """Whether it is a paragraph: long, or several sentences, or one with its full stop."""
    if len(words) > _LONGEST_TITLE:
        return True
    count = len(words.split())
    final = _final(words)
    if _stops(final):
        return count >= 6 and not final.endswith((":", ";", ","))
    if final.endswith(("!", "?", "…", "...")):
        return _INNER_STOP.search(words, _LONGEST_NUMBER) is not None or count > 28
    return len(words) > 120 and _INNER_STOP.search(words, _LONGEST_LEAD) is not None


def is_title(unit: Unit) -> bool:
    """Whether it can be the title: a short line without a final stop that begins as titles do."""
    words = unit.words
    if unit.bullet or unit.quoted or unit.lines > 4 or len(words) > _LONGEST_TITLE:
        return False
    count = len(words.split())
    if not 2 <= count <= 42 and not (count == 1 and unit.level):
        return False
    if stops(words) or is_sentence(words) or not _LETTER.search(words):
        return False
    return _BEGINNING.match(words) is not None


def is_deck(words: str, *, above_margin: bool) -> bool:
    """Whether a line without a stop under the title sums the text up, rather than heading what follows.

    `above_margin`: a dateline, byline or date comes next, which no subheading would head.
    """
    count = sum(1 for word in words.split() if _LETTER.search(word))  # « set apart » or «not» counts the same
    return count >= (_DECK_WORDS_ABOVE_MARGIN if above_margin else _DECK_WORDS) or len(words) >= 70


def is_subheading(unit: Unit) -> bool:
    """Whether it can be a subheading: short, no final stop, no list item, nobody's name as a speaker's label."""
    words = unit.words
    if unit.level:
        return len(words) <= _LONGEST_TITLE and bool(_LETTER.search(words)) and not is_sentence(words)
    if unit.bullet or unit.quoted or unit.lines > 2 or len(words) > _LONGEST_SUBHEADING or len(words.split()) > 18:
        return False
    if not _LETTER.search(words) or _BEGINNING.match(words) is None:
        return False
    if words.split()[-1].isupper() and not words.isupper() and len(words.split()) <= 4 and is_person(words):
        return False  # "Emmanuel MACRON", above what he says
    if words.endswith(":"):
        if _SAYING.search(words):
            return False  # "Defence Secretary Grant Shapps said:"
        label = words.rstrip(" :\u00a0\u202f")
        return len(label.split()) <= 5 and not is_person(label) and not stops(label)
    if _ASKED.match(words):
        return False  # a question of an interview, with who asks it
    return not stops(words) and not words.endswith(_ELLIPSES) and not is_sentence(words)
