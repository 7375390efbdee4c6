"""Who publishes, named on a line of its own: "Source : AFP", "© 2024 Le Monde", a public body's letterhead."""

import re

from articles.reading.agencies import is_agency, is_generic, is_institution, is_outlet, is_person, is_proper
from articles.reading.calendar_words import DAY, MONTH, WEEKDAY
from articles.reading.results import Span
from articles.reading.signers import Signed, found, house_of_desk, signature

_SOURCE = re.compile(
    r"[(\[]?\s*(?:(?i:sources?|média|fuentes?|quelle|droits|rights|crédit\s+texte|origine?|origen(?:\s+de\s+los\s+datos)?)\s*:(?:\s*(?:le\s+)?(?:site|sitio)(?:\s+(?:web|internet))?\s+(?:de|du)\b)?"
    r"|SOURCE(?=\s+[A-Z])|[Ss]ources?(?=\s+(?:https?://)?(?:www\.)?[\w-]+\.[\w.-]*[a-z]{2,}$)|(?i:(?:informations?|infos?|dépêche|article|contenu|texte)\s+(?:fournie?s?|transmis\w?|proposée?s?)\s+par\b|"
    r"(?:(?:news|content|story|text)\s+)?(?:provided|supplied)\s+by\b))\s*"
    r"(?:(?i:https?://)?(?:www\.)?(?P<site>[\w-]+(?:\.[\w-]+)+)(?:/\S*)?|(?P<name>[^()\[\]|]{2,80}?))"
    r"\s*[)\]]?\.?(?:\s*[/|–-]\s*(?i:photos?|images?|crédits?|vidéo|date)\b.{0,60})?"
)
_AND_AGENCIES = re.compile(r"\s+(?:with|avec|et|and|con|y)\s+(?:les\s+|the\s+)?(?:agences?|agencies|agencias)\b.*")
# "Source : Al-Port n° 1082 du 16 août 2008", "Source: Reuters, 12 March 2021"
_ISSUE_BEHIND = re.compile(
    rf"(?<=[\w.]),?\s+\(?(?:n[°º]\s?\d+|no\.\s?\d+|(?:du|le|of|on|del?|édition\s+du)\s+(?:{WEEKDAY}\s+)?{DAY}[\s/.-]|{DAY}\s+(?:de\s+)?{MONTH}\s|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}).*$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*©)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s+)?(?P<name>[^.|"
    r"/©]{2,60}?)(?:\s+\d{4}(?:\s*[-–]\s*(?:\d{4})?)?)?\s*(?:[.,–-]\s*(?:tous\s+droits|all\s+rights|reproduction|riproduzione|le\s+présent).*)?\.?",
    re.IGNORECASE,
)
# "© Le Baobab Libéré : Éric Mbarga"
_RIGHTS_AND_AUTHOR = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s+)?(?P<name>[^.|/©:]{2,50}?)\s*:\s+(?P<author>[^.|/©:]{4,60})", re.IGNORECASE
)
_STATE = re.compile(
    r"(?:(?:Government|Gouvernement|Gobierno)\s+(?:of|de|du|d[’'])|République|Royaume|Principauté|Grand-Duché|[ÉE]tat(?!-)|Republic|Kingdom|State|República|Reino|Bundesrepublik|Repubblica)\b",
    re.IGNORECASE,
)
_PARLIAMENT = re.compile(r"S[ée]nate?|Parlement|Parliament|Bundestag|Primature|[ÉE]lysée|Pentagone?", re.IGNORECASE)
_LIST = re.compile(r"\s*[,/&+–]\s*|\s+(?:et|and|-|y)\s+")
_ACRONYM = re.compile(r"[A-Z]{2,6}")


def read_source(text: str, span: Span) -> Signed | None:
    """ "Source : AFP", "(AFP)", "Belga/AFP", "© 2024 AFP": the publisher named on a line of its own."""
    words = span.of(text)
    if len(words) > 160:
        return None
    if match := _SOURCE.fullmatch(words):
        group = "site" if match["site"] else "name"
        name = _ISSUE_BEHIND.sub("", _AND_AGENCIES.sub("", match[group]))
        return Signed(source=found(name, span.start + match.start(group)))
    if (match := _RIGHTS_AND_AUTHOR.fullmatch(words)) and is_proper(match["name"]) and is_person(match["author"]):
        author = signature(match["author"], span.start + match.start("author"))
        return Signed((author,) if author else (), source=found(match["name"], span.start + match.start("name")))
    if (match := _RIGHTS.fullmatch(words)) and is_proper(match["name"]) and not is_person(match["name"]):
        return Signed(source=found(match["name"], span.start + match.start("name")))
    if (house := house_of_desk(words, span.start)) is not None:
        return Signed(source=house)
    bare = words.strip("()[]. –—-")
    if not bare or len(bare) > 60:
        return None
    if words.startswith("(") and words.endswith(")"):
        last = re.split(r"\s*[-–—/]\s*", bare)[-1]
        if is_outlet(last) and is_proper(bare) and not is_person(last):
            return Signed(source=found(last, span.start + words.rindex(last)))  # "(MENAFN- Jordan News Agency)"
    if is_agency(bare):
        return Signed(source=found(bare, span.start + words.index(bare)))
    if is_generic(bare) and len(bare) < 40:
        return Signed()
    return read_agencies(text, span)


def read_agencies(text: str, span: Span) -> Signed | None:
    """ "Belga/AFP", "(AFP, Reuters)": nothing but agencies, the first of them known."""
    words = span.of(text)
    if len(words) > 60:
        return None
    bare = words.strip("()[]. –—-")
    parts = _LIST.split(bare)
    if len(parts) < 2 or not is_agency(parts[0]):
        return None
    if not all(is_agency(part) or is_generic(part) or _ACRONYM.fullmatch(part) for part in parts):
        return None
    return Signed(source=found(parts[0], span.start + words.index(parts[0])))


def is_labelled_source(words: str) -> bool:
    """ "Source : Ministère des Armées": said in so many words."""
    return len(words) <= 160 and _SOURCE.fullmatch(words) is not None


def is_state(words: str) -> bool:
    """ "République tunisienne": the state above the body that issues a text."""
    return _STATE.match(words) is not None and len(words.split()) <= 8


def read_letterhead(text: str, span: Span) -> Signed | None:
    """The public body that issues a text, on a line above its title."""
    words = span.of(text)
    if " " not in words and _PARLIAMENT.fullmatch(words) is None:
        return None  # "Armée", "Union": what a page files its text under
    return Signed(source=found(words, span.start)) if is_institution(words) else None
