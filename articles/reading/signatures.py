"""Who signed: bylines, correspondents, editors' credits, and the outlet or agency named with them."""

import re
from dataclasses import dataclass

from articles.reading.agencies import (
    AGENCY,
    SPLIT_NAMES,
    is_agency,
    is_generic,
    is_institution,
    is_outlet,
    is_person,
    is_proper,
)
from articles.reading.results import Found, Signature, Span

_LONGEST = 260

_PLACE = r"[A-ZÀ-Ý][\w’'-]+(?:[\s-](?:[A-ZÀ-Ý][\w’'-]+|(?:de|du|la|le|sur|the|of)\s+[A-ZÀ-Ý][\w’'-]+)){0,3}"
_BY = re.compile(
    r"(?:(?:texte|article|récit|story|written|reporting|posted|écrit|rédigé|publié|propos\s+recueillis|"
    r"propos\s+traduits|entretien\s+(?:réalisé|recueilli|mené)|interview(?:\s+(?:réalisée|menée)|ed)|signé)\s+(?:par|by|de)|"
    r"par|by|por|auteure?s?\s*:|authors?\s*:|autor(?:es)?\s*:|texte\s*:)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_CLOSING_BYLINE = re.compile(
    r"(?:[.!?…»”]\s+|\()(?P<byline>(?i:propos\s+(?:recueillis|traduits)|entretien\s+(?:réalisé|recueilli|mené)|interview\s+(?:réalisée|menée)|"
    r"interviewed)\s+(?i:par|by)\s+[^.!?()]{4,120})[.)]*\s*\Z"
)
_CORRESPONDENT = (
    r"(?:(?:de\s+)?(?:notre|nos)\s+|our\s+|from\s+our\s+|de\s+nuestr[oa]\s+)?"
    r"(?:envoyé(?:e|s|es)?\s+spécia(?:l|le|ux|les)|correspondant(?:e|s|es)?(?:\s+permanente?)?|"
    r"(?:special\s+|foreign\s+|staff\s+)?correspondents?|"
    r"special\s+envoy|enviad[oa]\s+especial|corresponsal)"
)
_POSTED = re.compile(
    rf"(?:(?P<before>[^,–—|()]{{3,60}}?)\s*[,–—|(-]\s*)?(?P<role>{_CORRESPONDENT})(?:\s+(?:à|au|aux|en|in|a|"
    rf"dans\s+le|du)\s+(?P<place>{_PLACE}))?\)?"
    rf"(?:\s*[,:–—|/-]\s*(?P<after>[^,–—|]{{2,60}}))?",
    re.IGNORECASE,
)
_POSTED_LEAD = re.compile(_CORRESPONDENT, re.IGNORECASE)
_CORRESPONDENTS = ("correspon", "envoy", "enviad")  # in each of their titles
_NAME_AND_PLACE = re.compile(
    rf"(?P<name>[^,()]{{4,60}}?)\s*(?:,|\()?\s+(?:à|in|en|a)\s+(?P<place>{_PLACE})\)?(?:\s*[,–—|"
    rf"/-]\s*(?P<after>[^,–—|]{{2,60}}))?"
)
_NAME_AND_OUTLET = re.compile(
    r"(?P<name>[^|–—/,()]{3,60}?)\s*(?:\||–|—|-(?=\s)|/|,|\(|\s(?=avec\s|with\s|con\s))\s*(?:avec\s+|"
    r"with\s+|con\s+)?(?P<outlet>[^|–—/,()]{2,60}?)\)?"
)
_WITH = re.compile(r"\(?\s*(?:avec|with|con)\s+(?P<rest>[^()]{2,80}?)\s*\)?[.]?", re.IGNORECASE)
_DESK = re.compile(  # "R. N. / APS", "//Petra// AA"
    rf"(?:(?:[A-Z]\.\s?){{1,4}}\s*[/|,–-]\s*(?:avec\s+|with\s+)?|//\s*)(?P<agency>{AGENCY.pattern})\s*(?://\s*[A-Z]{{0,4}})?"
)
_FROM = re.compile(rf"(?:Reporting|Reportage)\s+(?:from|in|à|depuis)\s+(?P<place>{_PLACE})")
_INITIALS = re.compile(r"\(?[a-z]{2,5}(?:[-/][a-z]{1,5})+\)?")  # a wire's desk: "abc-def/gh"
_CONTRIBUTED = re.compile(
    r"[^.]{0,160}\b(?:contributed\s+(?:to\s+this|reporting)|ont\s+contribué\s+à\s+cet\s+article|"
    r"a\s+contribué\s+à\s+cet\s+article)\b[^.]{0,60}\.?"
)
_SOURCE = re.compile(
    r"[(\[]?\s*(?:source|fuente|sources|quelle)s?\s*:\s*(?P<name>[^()\[\]]{2,80}?)\s*[)\]]?\.?", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s+)?(?P<name>[^.|"
    r"/©]{2,60}?)(?:\s+\d{4})?\s*(?:[.,–-]\s*(?:tous\s+droits|all\s+rights).*)?\.?",
    re.IGNORECASE,
)

_LABEL = (
    r"(?:additional\s+reporting|reporting|reported|writing|written|editing|edited|compiled|translated|"
    r"translation|reportage|rédaction|rédigé|"
    r"édition|édité|edité|relecture|relu|reviewed|version\s+française|traduction|traduit|edición|editado|"
    r"información|redacción|montage)"
)
_CLAUSE = re.compile(
    rf"(?P<label>{_LABEL})\s*(?:de\s+l[’']\w+\s*)?(?:(?:by|par|por|de)\b|:)?\s*:?\s*(?P<names>[^;]*)", re.IGNORECASE
)
_EDITORS = re.compile(rf"(?:[\[(]?\s*|[\[(](?P<leading>[^()\[\];:.]{{4,120}}?),\s*){_LABEL}\b.*", re.IGNORECASE)
_NEXT_LABEL = re.compile(rf"[,;.]\s*(?={_LABEL}\s*(?:by|par|por|de|:|[A-ZÀ-Ý]))", re.IGNORECASE)
_ROLE_OF_LABEL = (
    (re.compile(r"edit|édit|edic|relu|relecture|review", re.IGNORECASE), "editor"),
    (re.compile(r"trad|transl|version", re.IGNORECASE), "translator"),
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What a line says of who made the text. An empty one is still a byline: "Par la rédaction"."""

    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    source: Found | None = None
    dateline: Found | None = None


def read_editors(text: str, span: Span) -> Signed | None:
    """ "[Edited by A/B]", "(Reporting by A and B; Editing by C)": the people by what they did, or None."""
    words = span.of(text)
    match = _EDITORS.fullmatch(words) if len(words) <= 400 else None
    if match is None:
        return None
    editors: list[Signature] = []
    leading = _people(match["leading"] or "", span.start + match.start("leading"), "author")
    if leading is None:
        return None
    signatures = leading
    offset = 0
    bounds = [match.end() for match in _NEXT_LABEL.finditer(words)] + [len(words)]
    for bound in bounds:
        clause = _CLAUSE.search(words, offset, bound)
        offset = bound
        if clause is None:
            continue
        role = next((role for pattern, role in _ROLE_OF_LABEL if pattern.match(clause["label"])), "author")
        people = _people(clause["names"], span.start + clause.start("names"), role)
        if people is None:
            return None
        (editors if role == "editor" else signatures).extend(people)
    if not signatures and not editors:
        return None
    return Signed(tuple(signatures), tuple(editors))


def read_byline(text: str, span: Span) -> Signed | None:
    """ "Par Jean Dupont (avec AFP)", "Envoyé spécial à Bruxelles – Le Soir": what it says; None for other lines."""
    words = span.of(text)
    if len(words) > _LONGEST:
        return None
    if match := _BY.match(words):
        return _signers(words[match.end() :], span.start + match.end())
    if _names_correspondent(words) and (match := _POSTED.fullmatch(words.rstrip(". "))):
        return _correspondent(match, span.start)
    if match := _DESK.fullmatch(words):
        return Signed(source=_found(match["agency"], span.start + match.start("agency")))
    if match := _FROM.fullmatch(words):
        return Signed(dateline=_found(match["place"], span.start + match.start("place")))
    if _INITIALS.fullmatch(words) or _CONTRIBUTED.fullmatch(words):
        return Signed()
    if (match := _WITH.fullmatch(words)) and _agencies_only(match["rest"]):
        return Signed(source=_outlet(match["rest"], span.start + match.start("rest")))
    return None


def _names_correspondent(words: str) -> bool:
    small = words.lower()
    return any(title in small for title in _CORRESPONDENTS) and _POSTED_LEAD.search(words) is not None


def read_closing_byline(text: str, span: Span) -> Signed | None:
    """The byline that a paragraph ends with: "… Propos recueillis par Salma Bennis, pour Le Journal du Port."."""
    match = _CLOSING_BYLINE.search(text, max(span.start, span.end - _LONGEST), span.end)
    if match is None:
        return None
    signed = read_byline(text, Span(match.start("byline"), match.end("byline")))
    return signed if signed is not None and (signed.signatures or signed.source) else None


def read_source(text: str, span: Span) -> Signed | None:
    """ "Source : AFP", "(AFP)", "AFP", "© 2024 AFP": the publisher named on a line of its own."""
    words = span.of(text)
    if len(words) > 120:
        return None
    if match := _SOURCE.fullmatch(words):
        return Signed(source=_found(match["name"], span.start + match.start("name")))
    if (match := _RIGHTS.fullmatch(words)) and is_proper(match["name"]) and not is_person(match["name"]):
        return Signed(source=_found(match["name"], span.start + match.start("name")))
    bare = words.strip("()[]. –—-")
    if bare and is_agency(bare):
        return Signed(source=_found(bare, span.start + words.index(bare)))
    if bare and is_generic(bare) and len(bare) < 40:
        return Signed()
    return None


def read_letterhead(text: str, span: Span) -> Signed | None:
    """The public body that issues a text, on a line above its title."""
    words = span.of(text)
    return Signed(source=_found(words, span.start)) if is_institution(words) else None


def read_signature(text: str, span: Span) -> Signed | None:
    """A name alone or with its outlet or place, on a line that stands where people sign: "Jean Dupont | Le Soir"."""
    words = span.of(text)
    if len(words) > 140:
        return None
    bare = words.strip("*_ ")
    names = [name for name in SPLIT_NAMES.split(bare.strip("()")) if name]
    if names and all(is_person(name) for name in names) and len(names) <= 4:
        people = _people(bare.strip("()"), span.start + words.index(bare.strip("()")), "author")
        return Signed(tuple(people)) if people else None
    for pattern in (_NAME_AND_PLACE, _NAME_AND_OUTLET):
        match = pattern.fullmatch(words)
        if match is None or not is_person(match["name"]):
            continue
        place = match.groupdict().get("place") or ""
        outlet_group = "outlet" if "outlet" in match.groupdict() else "after"
        outlet = match[outlet_group] or ""
        if outlet and not (is_outlet(outlet) or is_generic(outlet)):
            continue
        name_at = span.start + match.start("name")
        return Signed(
            (Signature(match["name"], Span(name_at, name_at + len(match["name"])), "author", place),),
            source=_outlet(outlet, span.start + match.start(outlet_group)) if outlet else None,
            dateline=_found(place, span.start + match.start("place")) if place else None,
        )
    return None


def _correspondent(match: re.Match[str], offset: int) -> Signed | None:
    place = match["place"] or ""
    if place and not place[0].isupper():
        return None
    signatures: list[Signature] = []
    source: Found | None = None
    for group in ("before", "after"):
        part = match[group] or ""
        words = part.strip()
        if not words:
            continue
        at = offset + match.start(group) + part.index(words)
        if is_person(words):
            signatures.append(Signature(words, Span(at, at + len(words)), "correspondent", place))
        elif is_outlet(words) or (group == "after" and is_proper(words)):
            source = _found(words, at)
        else:
            return None
    if not (place or signatures or source) and len(match[0].split()) > 4:
        return None
    dateline = _found(place, offset + match.start("place")) if place else None
    return Signed(tuple(signatures), source=source, dateline=dateline)


def _signers(words: str, offset: int) -> Signed | None:
    """What follows "Par": people, outlets, a place, a role. None when any part is something else: then it is prose."""
    signatures: list[Signature] = []
    source: Found | None = None
    place: Found | None = None
    understood = False
    for start, end in _parts(words):
        part = words[start:end]
        at = offset + start
        posted = _POSTED.fullmatch(part) if _names_correspondent(part) else None
        located = re.fullmatch(rf"(?:(?P<name>.{{4,60}}?)\s+)?(?:à|in|en)\s+(?P<place>{_PLACE})", part)
        bracketed = start > 0 and words[start - 1] == "("
        if is_person(part):
            signatures.append(Signature(part, Span(at, at + len(part))))
        elif posted:
            read = _correspondent(posted, at)
            if read is None:
                return None
            signatures += read.signatures
            source, place = source or read.source, place or read.dateline
        elif located and (located["name"] is None or is_person(located["name"])):
            place = _found(located["place"], at + located.start("place"))
            if located["name"]:
                signatures.append(
                    Signature(located["name"], Span(at, at + len(located["name"])), "author", place.value)
                )
        elif bracketed and signatures and re.fullmatch(_PLACE, part) and not is_outlet(part):
            place = place or _found(part, at)  # "Par Jean Dupont (Bruxelles)"
        elif is_generic(part) or (re.fullmatch(r"[A-Z](?:\.?-?[A-Z]){0,3}\.?", part) and not is_agency(part)):
            pass  # "la rédaction", "JT": nobody by name
        elif is_outlet(part) or (len(words) == len(part) and is_proper(part) and len(part.split()) <= 4):
            source = source or _found(part, at)
        elif understood and (_is_job(part) or (signatures and not words.endswith("."))):
            pass  # "bureau européen": what follows a name on its line adds no signer
        else:
            return None
        understood = True
    return Signed(tuple(signatures), source=source, dateline=place) if understood else None


_JOB = re.compile(
    r"(?:journaliste|reporter|rédact\w+(?:\s+en\s+chef)?|correspondent|editor|chef\s+du\s+service\s+\w+|"
    r"grand\s+reporter|"
    r"(?:political|diplomatic|defen[cs]e|foreign)\s+(?:editor|reporter|writer)|chercheu\w+.*|professeur.*|"
    r"analyst.*|envoyée?s?\s+spécia\w+)",
    re.IGNORECASE,
)


def _is_job(words: str) -> bool:
    return _JOB.fullmatch(words) is not None


_BETWEEN_PARTS = re.compile(r"\s*[,;/|&()–—]\s*|\s+-\s+|\s+(?:et|and|y|with|avec|con|pour|for)\s+")


def _parts(words: str) -> list[tuple[int, int]]:
    parts = []
    start = 0
    words = words.rstrip(" .)")
    for between in [*_BETWEEN_PARTS.finditer(words), None]:
        end = between.start() if between else len(words)
        if start < end:
            lead = re.match(r"(?:avec|with|con|pour|for)\s+", words[start:end])
            parts.append((start + (lead.end() if lead else 0), end))
        start = between.end() if between else end
    return parts


def _people(words: str, offset: int, role: str) -> list[Signature] | None:
    """The names of a list; None when something in it is no name."""
    people = []
    start = 0
    words = words.rstrip(" .)]")
    for between in [*SPLIT_NAMES.finditer(words), None]:
        end = between.start() if between else len(words)
        name = words[start:end].strip()
        if name:
            at = offset + start + (len(words[start:end]) - len(words[start:end].lstrip()))
            located = re.fullmatch(rf"(?P<name>.+?)\s+(?:in|à|en)\s+(?P<place>{_PLACE})", name)
            place = located["place"] if located else ""
            name = located["name"] if located else name
            if not is_person(name) and not re.fullmatch(r"[A-ZÀ-Ý][\w’'-]+", name):
                return None
            people.append(Signature(name, Span(at, at + len(name)), role, place))
        start = between.end() if between else end
    return people


def _agencies_only(words: str) -> bool:
    return all(is_agency(part) or is_generic(part) or is_outlet(part) for part in SPLIT_NAMES.split(words) if part)


def _outlet(words: str, offset: int) -> Found | None:
    """The first publisher of a list; None for "agences"."""
    for start, end in _parts(words):
        if not is_generic(words[start:end]):
            return _found(words[start:end], offset + start)
    return None


def _found(words: str, offset: int) -> Found:
    return Found(words, Span(offset, offset + len(words)))
