"""What follows "Par", part by part: people, outlets, a place, a post."""

import re

from articles.reading.agencies import is_generic, is_outlet, is_person, is_proper
from articles.reading.results import Found, Signature
from articles.reading.signature_patterns import (
    CORRESPONDENTS,
    JOB,
    NAME_THEN_AGENCY,
    OURS,
    POST_AFTER_NAME,
    POST_NEXT,
    POST_NOUN,
    POSTED,
    POSTED_AND_NAMED,
    POSTED_LEAD,
    TOWN,
)
from articles.reading.signers import (
    PLACE,
    Signed,
    found,
    house_of_desk,
    parts_of,
    people_in,
    signature,
    unranked,
    without_stop,
)

_LOCATED = re.compile(rf"(?:(?P<name>.{{4,60}}?)\s+)?(?:à|in|en)\s+(?P<place>{PLACE})")


def names_correspondent(words: str) -> bool:
    """Whether the words have those of somebody posted elsewhere, in any of their orders."""
    small = words.lower()
    return any(map(small.__contains__, CORRESPONDENTS)) and POSTED_LEAD.search(words) is not None


def correspondent(match: re.Match[str], offset: int) -> Signed | None:
    """Who is posted where, and for whom, as POSTED and its kind found it; None where something else is said."""
    place = match["place"] or ""
    if place and not place[0].isupper():
        return None
    signatures: list[Signature] = []
    source: Found | None = None
    dateline: Found | None = None
    for group in ("before", "after"):
        part = match[group] or ""
        words = part.strip()
        if not words:
            continue
        at = offset + match.start(group) + part.index(words)
        if signed := signature(words, at, "correspondent", place):
            signatures.append(signed)
        elif len(people := people_in(words, at, "correspondent", single=False) or []) > 1:
            signatures += people
        elif is_outlet(words) or (group == "after" and is_proper(words)):
            source = found(words, at)
        elif group == "before" and not place and OURS.match(match["role"]) and TOWN.fullmatch(words):
            place, dateline = words, found(words, at)  # "Bruxelles, de notre envoyée spéciale"
        else:
            return None
    if not (place or signatures or source) and len(match[0].split()) > 4:
        return None
    if place and dateline is None:
        dateline = found(place, offset + match.start("place"))
    return Signed(tuple(signatures), source=source, dateline=dateline)


def signers(words: str, offset: int) -> Signed | None:
    """What follows "Par": people, outlets, a place, a role. None when any part is something else: then it is prose."""
    if (house := house_of_desk(words, offset)) is not None:
        return Signed(source=house)
    signatures: list[Signature] = []
    source: Found | None = None
    place: Found | None = None
    understood = False
    parts = parts_of(words)
    for start, end in parts:
        part = words[start:end]
        at = offset + start
        posted = None
        if names_correspondent(part):
            posted = POSTED.fullmatch(part) or POSTED_AND_NAMED.fullmatch(part)
        located = _LOCATED.fullmatch(part)
        bracketed = start > 0 and words[start - 1] == "("
        after_post = POST_AFTER_NAME.fullmatch(part)
        agency = NAME_THEN_AGENCY.fullmatch(part)
        if after_post and POST_NOUN.search(after_post["post"]) and (signed := signature(after_post["name"], at)):
            signatures.append(signed)
        elif agency and (signed := signature(agency["name"], at)):
            signatures.append(signed)
            source = source or found(agency["agency"], at + agency.start("agency"))
        elif signed := signature(part, at):
            signatures.append(signed)
        elif posted:
            read = correspondent(posted, at)
            if read is None:
                return None
            signatures += read.signatures
            source, place = source or read.source, place or read.dateline
        elif located and (located["name"] is None or is_person(unranked(located["name"]))):
            place = found(located["place"], at + located.start("place"))
            if located["name"] and (signed := signature(located["name"], at, "author", place.value)):
                signatures.append(signed)
        elif (
            bracketed
            and signatures
            and re.fullmatch(PLACE, part)
            and (not is_outlet(part) or POST_NEXT.match(words, end))
        ):
            place = place or found(part, at)  # "Par Jean Dupont (Bruxelles)"
        elif is_generic(part) or (re.fullmatch(r"[A-Z](?:\.?-?[A-Z]){0,3}\.?", part) and not is_outlet(part)):
            pass  # "la rédaction", "JT": nobody by name
        elif is_outlet(part) or (
            len(parts) == 1 and is_proper(part) and len(part.split()) <= 4 and part[-1] not in "!?"
        ):
            source = source or found(part, at)
        elif understood and (JOB.fullmatch(part) or (signatures and not words.endswith("."))):
            pass  # "bureau européen": what follows a name on its line adds no signer
        else:
            return None
        understood = True
    if understood and source is None and "|" in words:
        source = _house_behind_a_bar(words, offset)
    return Signed(tuple(signatures), source=source, dateline=place) if understood else None


def _house_behind_a_bar(words: str, offset: int) -> Found | None:
    """ "Jane Doe | Stars and Stripes": a name of several words, whatever stands in it."""
    name = without_stop(words.rpartition("|")[2]).strip()
    if not 1 < len(name.split()) <= 5 or not is_proper(name) or is_person(name) or any(map(str.isdigit, name)):
        return None
    return found(name, offset + words.rindex(name))
