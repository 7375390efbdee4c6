"""Who signed: bylines, correspondents, signatures above and below a text, and the outlet or agency named with them."""

import re
from dataclasses import replace

from articles.reading.agencies import (
    AGENCY,
    SPLIT_NAMES,
    is_agency,
    is_generic,
    is_outlet,
    is_person,
    is_small_agency,
    names_a_medium,
)
from articles.reading.byline_parts import correspondent, names_correspondent, signers
from articles.reading.known_houses import KNOWN_HOUSES
from articles.reading.results import Found, Signature, Span
from articles.reading.signature_patterns import (
    AFTER_BRACKET,
    ARABIC,
    BY,
    CLOSING_BYLINE,
    CONTRIBUTED,
    DESK,
    FOLLOW,
    FROM,
    INITIALS_ALONE,
    INITIALS_AND_AGENCY,
    JOB,
    LABEL_BEHIND,
    LOCATION,
    NAME_AND_OUTLET,
    NAME_AND_PLACE,
    NAME_THEN_JOB,
    NAME_WITH_AGENCIES,
    PICTURES,
    PLACE_AND_AGENCY,
    PLACE_AND_POST,
    POST,
    POST_AFTER_NAME,
    POST_NOUN,
    POSTED,
    POSTED_AND_NAMED,
    POSTED_AT,
    SMALL_DESK,
    TEXT_AND_PICTURES,
    THEN_EDITED,
    TOWN_AND_POST,
    WIRE_DESK,
    WITH,
)
from articles.reading.signers import (
    PLACE,
    Signed,
    agency_in_brackets,
    first_outlet,
    found,
    inverted_people,
    people_in,
    signature,
    unranked,
)

_LONGEST = 260
_LONGEST_DESK = 40
_LONGEST_INITIALS = 3
# "R. J. CAMPO. ZARAGOZA": a word of three letters or more ends the name
_NAME_AND_TOWN = re.compile(rf"(?P<name>[^,()|]{{2,50}}?[^\W\d_]{{3,}})\.\s+(?P<place>{PLACE})")
_OWNED_BY_AGENCY = re.compile(rf"\s*©\s*(?:\d{{4}}\s+)?(?P<agency>{AGENCY.pattern})$")  # "Par Anna Roy © 2025 AFP"
# "The writer is a former ambassador"
_OF_THE_WRITER = re.compile(
    r"(?:the\s+(?:writer|author)|l[’']aut(?:eure?|rice)|el\s+autor|la\s+autora)\s+(?:is|was|est|es)\s", re.IGNORECASE
)
_PUBLIC_AFFAIRS = re.compile(r"[A-Z\d].{3,60}\sPublic\s+Affairs(?:\s+Office)?")  # "14th Flying Wing Public Affairs"
_FEW = 6  # words of a post that closes with a full stop


def read_byline(text: str, span: Span) -> Signed | None:
    """ "Par Jean Dupont (avec AFP)", "Envoyé spécial à Bruxelles – Le Soir": what it says; None for other lines."""
    words = span.of(text)
    if len(words) > _LONGEST:
        return None
    if match := BY.match(words):
        rest = LABEL_BEHIND.sub("", FOLLOW.sub("", PICTURES.sub("", words[match.end() :])))
        if "©" in rest and (owned := _OWNED_BY_AGENCY.search(rest)) is not None:
            people = people_in(rest[: owned.start()], span.start + match.end(), "author", single=False)
            source = found(owned["agency"], span.start + match.end() + owned.start("agency"))
            return Signed(tuple(people), source=source) if people else None
        edited = THEN_EDITED.search(rest)
        if edited is not None and (signed := signers(rest[: edited.start()], span.start + match.end())) is not None:
            people = people_in(edited["who"], span.start + match.end() + edited.start("who"), "editor", single=False)
            return replace(signed, editors=tuple(people or ()))
        if (named := agency_in_brackets(rest, span.start + match.end())) is not None:
            return Signed(source=named)
        if (posted_at := POSTED_AT.search(rest)) is not None:
            # A blog's software names its user: "Publié par Le Vieux Sapeur à 18:42".
            user = signature(rest[: posted_at.start()], span.start + match.end())
            return Signed((user,) if user else ())
        signed = signers(rest, span.start + match.end())
        if signed is not None and (signed.signatures or not match["elsewhere"]):
            return signed
    if words[:5].lower() == "texte" and (match := TEXT_AND_PICTURES.fullmatch(words)):
        names = PICTURES.sub("", match["names"])
        people = people_in(names, span.start + match.start("names"), "author", single=False)
        return Signed(tuple(people)) if people and names != match["names"] else None
    if names_correspondent(words):
        for pattern in (POSTED, POSTED_AND_NAMED):
            posted = pattern.fullmatch(words.rstrip(". –—-"))
            if posted is not None and (signed := correspondent(posted, span.start)) is not None:
                return signed
    if match := DESK.fullmatch(words):
        return Signed(source=found(match["agency"], span.start + match.start("agency")))
    if (
        len(words) <= 60
        and (match := PLACE_AND_AGENCY.fullmatch(words))
        and not (is_agency(words) or _names_somebody(match["place"]))
    ):
        agency = found(match["agency"], span.start + match.start("agency"))
        initials = match["place"].isupper() and len(match["place"]) <= _LONGEST_INITIALS  # "LR/MAP": who wrote it
        return Signed(source=agency, dateline=None if initials else found(match["place"], span.start))
    if match := LOCATION.fullmatch(words):
        return Signed(dateline=found(match["place"], span.start + match.start("place")))
    if ". " in words and (match := TOWN_AND_POST.fullmatch(words)):
        return Signed(dateline=found(match["place"], span.start + match.start("place")))
    if match := FROM.fullmatch(words):
        return Signed(dateline=found(match["place"], span.start + match.start("place")))
    if len(words) <= 60 and ARABIC.search(words):
        return Signed()
    if (
        len(words) <= _LONGEST_DESK
        and "/" in words
        and (initialled := INITIALS_AND_AGENCY.fullmatch(words)) is not None
    ):
        return Signed(source=found(initialled["agency"], span.start + initialled.start("agency")))
    if len(words) <= _LONGEST_DESK and (desk_of := SMALL_DESK.fullmatch(words)) is not None:
        group = "wire" if desk_of["wire"] else "first"
        return Signed(source=found(desk_of[group], span.start + desk_of.start(group)))
    if WIRE_DESK.fullmatch(words):
        desk = words.strip("()").rpartition("/")[2]
        return Signed(source=found(desk, span.start + words.rindex(desk)) if is_agency(desk) else None)
    if INITIALS_ALONE.fullmatch(words) or ("contribu" in words and CONTRIBUTED.fullmatch(words)):
        return Signed()
    if (match := WITH.fullmatch(words)) and _agencies_only(match["rest"]):
        return Signed(source=first_outlet(match["rest"], span.start + match.start("rest")))
    return _with_places_and_posts(words, span.start) if words.rstrip(" .").endswith(")") else None


def _names_somebody(words: str) -> bool:
    return is_person(words) or names_a_medium(words) or is_generic(words)


def _with_places_and_posts(words: str, offset: int) -> Signed | None:
    """ "Ana Roy (Bruxelles, bureau européen) et Jean Dupont (Kiev, envoyé spécial)", or one of them."""
    people: list[Signature] = []
    place: Found | None = None
    start = 0
    for between in [*AFTER_BRACKET.finditer(words), None]:
        end = between.start() if between else len(words)
        match = PLACE_AND_POST.fullmatch(words, start, end)
        signed = signature(match["name"], offset + start, "correspondent", match["place"]) if match else None
        if match is None or signed is None:
            return None
        people.append(signed)
        place = place or found(match["place"], offset + match.start("place"))
        start = between.end() if between else end
    return Signed(tuple(people), dateline=place)


def read_closing_byline(text: str, span: Span) -> Signed | None:
    """The byline that a paragraph ends with: "… Propos recueillis par Salma Bennis, pour Le Journal du Port."."""
    match = CLOSING_BYLINE.search(text, max(span.start, span.end - _LONGEST), span.end)
    if match is None:
        return None
    signed = read_byline(text, Span(match.start("byline"), match.end("byline")))
    return signed if signed is not None and (signed.signatures or signed.source) else None


def read_signature(text: str, span: Span) -> Signed | None:
    """A name alone or with its outlet, place or post, where people sign: "Jean Dupont | Le Soir"."""
    words = span.of(text)
    if len(words) > 140 or "  " in words:
        return None  # "Saintes  Inondations  Environnement": a row of tags
    bare = words.strip("*_ ").rstrip(" –—")
    if ";" in bare or bare[:2].isupper():
        inverted = inverted_people(bare, span.start + words.index(bare)) if "," in bare else None
        if inverted is not None:
            return Signed(tuple(inverted))
    if ". " in bare and (located := _NAME_AND_TOWN.fullmatch(bare)) is not None and is_person(located["name"]):
        at = span.start + words.index(bare)
        signed_by = signature(located["name"], at, "author", located["place"])
        town = found(located["place"], at + located.start("place"))
        return Signed((signed_by,) if signed_by else (), dateline=town)
    if (
        (shared := NAME_WITH_AGENCIES.fullmatch(bare))
        and is_person(shared["name"])
        and _agencies_only(shared["agencies"])
    ):
        at = span.start + words.index(bare)
        signed_by = signature(shared["name"], at)
        wire = first_outlet(shared["agencies"], at + shared.start("agencies"))
        return Signed((signed_by,) if signed_by else (), source=wire)
    if (housed := _behind_house(bare, span.start + words.index(bare))) is not None:
        return housed
    bare = bare.strip("()") if bare.startswith("(") else bare
    names = [name for name in SPLIT_NAMES.split(bare) if name]
    if names and len(names) <= 4:
        people = people_in(bare, span.start + words.index(bare), "author", single=False)
        if people and (len(people) > 1 or not people[0].place):
            return Signed(tuple(people))
    for pattern in (NAME_AND_PLACE, NAME_AND_OUTLET):
        match = pattern.fullmatch(words)
        if match is None or not is_person(unranked(match["name"])):
            continue
        place = match.groupdict().get("place") or ""
        outlet_group = "outlet" if "outlet" in match.groupdict() else "after"
        outlet = match[outlet_group] or ""
        if outlet and not (is_outlet(outlet) or is_generic(outlet)):
            continue
        signed_by = signature(match["name"], span.start + match.start("name"), "author", place)
        return Signed(
            (signed_by,) if signed_by else (),
            source=first_outlet(outlet, span.start + match.start(outlet_group)) if outlet else None,
            dateline=found(place, span.start + match.start("place")) if place else None,
        )
    return _with_post(words, span.start)


def _behind_house(words: str, offset: int) -> Signed | None:
    """ "Ouest-France Erwan BIHAN.": a paper known by its name, and who writes."""
    tokens = words.split(" ")
    for length in range(1, min(len(tokens) - 1, 4)):
        house, name = " ".join(tokens[:length]), " ".join(tokens[length:]).rstrip(".")
        if house in KNOWN_HOUSES and (signed := signature(name, offset + len(house) + 1)) is not None:
            return Signed((signed,), source=found(house, offset))
    return None


def _with_post(words: str, offset: int) -> Signed | None:
    """ "Jean Dupont, journaliste", "Jane Doe Defence and security editor": who writes, and as what."""
    match = NAME_THEN_JOB.fullmatch(words)
    if match is not None and (JOB.fullmatch(match["job"]) or POST.fullmatch(match["job"])):
        signed = signature(match["name"], offset)
        return Signed((signed,)) if signed else None
    match = POST_AFTER_NAME.fullmatch(words)
    if match is not None and POST_NOUN.search(match["post"]):
        signed = signature(match["name"], offset)
        return Signed((signed,)) if signed else None
    return None


def is_post(words: str) -> bool:
    """Whether a line is the post of who writes: "Science reporter", "Journaliste au service Monde"."""
    if words.endswith((":", "?", "!")) or len(words.split()) > (_FEW if words.endswith(".") else 12):
        return False
    if _OF_THE_WRITER.match(words) and len(words) <= _LONGEST:
        return True
    words = words.rstrip(".")
    if _PUBLIC_AFFAIRS.fullmatch(words):
        return True
    return JOB.fullmatch(words) is not None or POST.fullmatch(words) is not None


def _agencies_only(words: str) -> bool:
    parts = [part for part in SPLIT_NAMES.split(words) if part]
    return all(is_agency(part) or is_generic(part) or is_outlet(part) or is_small_agency(part) for part in parts)
