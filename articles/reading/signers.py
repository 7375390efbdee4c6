"""The names on a line that signs: people by their form, with rank, place and handle told apart, and outlets."""

import re
from dataclasses import dataclass

from articles.reading.agencies import SPLIT_NAMES, is_agency, is_generic, is_person, is_proper, is_small_agency
from articles.reading.results import Found, Signature, Span

PLACE = r"[A-ZÀ-Ý][\w’'-]+(?:[\s-](?:[A-ZÀ-Ý][\w’'-]+|(?:de|du|la|le|sur|the|of)\s+[A-ZÀ-Ý][\w’'-]+)){0,3}"

_RANK = re.compile(
    r"(?:(?:le|la|l[’'])\s*)?(?:(?:médecin|contre|vice|brigadier)[- ])?"
    r"(?:(?:1st|2nd|first|second|senior|staff|tech(?:nical|\.)?|master|chief|lance|lead(?:ing)?|petty|mass|warrant|command|gunnery|"
    r"major|lt\.?|lieutenant|brig\.?|maj\.?|adjudant|capitaine|général|general)[\s-]+)*"
    r"(?:sgt|sergeant|sergent|airman|spc|specialist|pfc|private|cpl|corporal|caporal|seaman|officer|lt|lieutenant|ltjg|ensign|capt|captain|"
    r"capitaine|cdr|cmdr|commander|commandant|maj|major|col|colonel|gen|gén|gal|général|générale|general|adm|admiral|amiral|"
    r"adjudant|cne|cdt|dr|docteur|prof|professeur|professor|pr|me|maître|m|mr|mrs|ms|mme|mlle)\b\.?"
    r"(?:\s+(?:1st|2nd|3rd|first|second|third)\s+class)?(?:\s*\(2\s*s\))?\s+(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
_DESK_OF = re.compile(
    r"(?i:(?:la\s+)?(?:rédaction|redaction|redacción|service\s+[\w-]+))\s+(?:de\s+(?=l[’'])|de\s+(?=la\s+[A-ZÀ-Ý])|du\s+|de\s+|d[’'])(?P<name>[lL]?[’']?[A-ZÀ-Ý].{1,50}|la\s.{2,50})"
)
_HANDLE = re.compile(r"\s*(?:\(\s*)?@\w+\s*\)?$")
# "Karim B.": the stop belongs to the name.
_SHORT_SURNAME = re.compile(r"[a-zà-ÿ][\s]+[A-ZÀ-Ý]\.$")
_LOCATED = re.compile(rf"(?P<name>.+?)\s*(?:,\s*|\(\s*|\s)(?:in|à|en|au|aux|en|a)\s+(?P<place>{PLACE})\s*\)?")
_INVERTED = re.compile(
    r"(?P<last>[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){0,2}),\s*(?P<first>[A-ZÀ-Ý][\w’'.-]+(?:\s+[A-ZÀ-Ý][\w’'.-]+)?)"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a line says of who made the text. An empty one is still a byline: "Par la rédaction"."""

    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    source: Found | None = None
    dateline: Found | None = None


def found(words: str, offset: int) -> Found:
    return Found(words, Span(offset, offset + len(words)))


def unranked(words: str) -> str:
    """A name without the rank or title before it and the account name behind it."""
    words = _HANDLE.sub("", words).rstrip()
    rank = _RANK.match(words)
    return words[rank.end() :] if rank and is_person(words[rank.end() :]) else words


def agency_in_brackets(words: str, offset: int) -> Found | None:
    """ "(Wam)" or "(AFP)", where a name is to come: "By (Wam)"."""
    bare = words.strip(" ().")
    if not words.startswith("(") or not (is_agency(bare) or is_small_agency(bare)):
        return None
    return found(bare, offset + words.index(bare))


def house_of_desk(words: str, offset: int) -> Found | None:
    """ "Rédaction de l'Écho du Port": the house whose desk signs."""
    match = _DESK_OF.fullmatch(words.rstrip("."))
    return found(match["name"], offset + match.start("name")) if match and is_proper(match["name"]) else None


def signature(words: str, offset: int, role: str = "author", place: str = "") -> Signature | None:
    """The person who signs as `words`, which stand at `offset`; None when they are no person's name."""
    name = unranked(words)
    if not is_person(name):
        return None
    at = offset + words.index(name)
    return Signature(name, Span(at, at + len(name)), role, place)


def people_in(words: str, offset: int, role: str, *, single: bool = True) -> list[Signature] | None:
    """The names of a list, each perhaps with its place: "A in Kyiv and B"; None when something in it is no name.

    `single`: whether one capitalised word may be a name.
    """
    people = []
    start = 0
    words = without_stop(words).rstrip(" ]")
    for between in [*SPLIT_NAMES.finditer(words), None]:
        end = between.start() if between else len(words)
        name = words[start:end].strip()
        if name:
            at = offset + start + (len(words[start:end]) - len(words[start:end].lstrip()))
            located = _LOCATED.fullmatch(name)
            place = located["place"] if located else ""
            name = located["name"] if located else name
            signed = signature(name, at, role, place)
            if signed is None and single and re.fullmatch(r"[A-ZÀ-Ý][\w’'-]+", name):
                signed = Signature(name, Span(at, at + len(name)), role, place)
            if signed is None:
                return None
            people.append(signed)
        start = between.end() if between else end
    return people


def inverted_people(words: str, offset: int) -> list[Signature] | None:
    """ "Dupont, Marie; Benali, Karim": names as archives index them; None for anything else.

    One name alone counts when its surname stands in capitals.
    """
    people = []
    place = 0
    shouted = False
    for part in words.split(";"):
        name = part.strip()
        match = _INVERTED.fullmatch(name)
        if match is None or not is_person(f"{match['first']} {match['last']}"):
            return None
        at = offset + place + part.index(name)
        people.append(Signature(f"{match['first']} {match['last']}", Span(at, at + len(name)), "author"))
        place += len(part) + 1
        shouted = match["last"].isupper()
    return people if len(people) > 1 or shouted else None


def without_stop(words: str) -> str:
    """The words without the brackets and the full stop that end them, but with the stop of a short name."""
    words = words.rstrip(" )")
    return words if _SHORT_SURNAME.search(words) else words.rstrip(" .)")


_BETWEEN_PARTS = re.compile(r"\s*[,;/|&()–—]\s*|\s+-\s+|\s+(?:et|and|y|with|avec|con|pour|for|ET|AND|Y)\s+")
_PART_LEAD = re.compile(r"(?:et|and|y|avec|with|con|pour|for)\s+(?:l[’'](?=[A-Z]))?")


def parts_of(words: str) -> list[tuple[int, int]]:
    """The bounds of what stands between commas, dashes, brackets and "et" on a line."""
    parts = []
    start = 0
    words = without_stop(words)
    for between in [*_BETWEEN_PARTS.finditer(words), None]:
        end = between.start() if between else len(words)
        if start < end:
            lead = _PART_LEAD.match(words, start, end)
            parts.append((lead.end() if lead else start, end))
        start = between.end() if between else end
    return parts


def first_outlet(words: str, offset: int) -> Found | None:
    """The first publisher of a list; None for "agences"."""
    for start, end in parts_of(words):
        if not is_generic(words[start:end]):
            return found(words[start:end], offset + start)
    return None
