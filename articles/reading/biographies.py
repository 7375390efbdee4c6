"""What a text's last lines say of who wrote it: "Jane Doe covers the navy for Harbour Weekly"."""

import re
from collections.abc import Collection

from articles.reading.agencies import is_person, is_proper, names_a_medium
from articles.reading.results import Found, Signature, Span

_LONGEST = 600
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*"
_HOUSE_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*(?:\.\w[\w-]*)*"  # "Defense One", "Kapitalis.com"
_NAME = rf"{_CAPITAL}(?:\s+(?:de|du|des|da|di|van|von|der|den|ould|ben|bint|el|al|la|le)\b)*(?:\s+{_CAPITAL}){{1,3}}"
_DOES = (
    r"(?:est|is|was|a\s+été|has\s+been|covers|reports|writes|works|heads|leads|edits|teaches|joined|serves|couvre|suit|travaille|collabore|"
    r"dirige|enseigne|écrit|signe|préside|es|cubre|è|ist)"
)
_WORK = re.compile(
    r"\b(?:journalist\w*|reporter\w*|correspond\w*|rédact\w*|edit(?:or|s|orial)\w*|writer|writes|covers|reports|historien\w*|historian|chercheu\w*|research\w*|"
    r"professeure?|professor|analyst\w*|expert\w*|enseignant\w*|teaches|maître\s+de\s+conférences|docteure?|doctorante?|fellow|politologue|politist\w*|"
    r"sociologue|économiste|economist|directeur|directrice|director|président|présidente|officier|officer|général|amiral|colonel|consultante?|consultant|"
    r"avocate?|lawyer|diplomate?|diplomat|ambassadeur|ambassador|auteure?|autrice|author|essayiste|spécialiste|specialist|étudiante?|ingénieure?|"
    r"engineer|couvre|dirige|enseigne|collabore|travaille|periodista|giornalista|journalistin)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(rf"(?P<name>{_NAME})\s+(?:,\s.{{3,60}},\s+)?{_DOES}\s(?P<rest>[^.!?]{{4,250}})[.!?]")
_HEADING = re.compile(
    r"(?:sobre\s+la\s+firma|(?:about|à\s+propos\s+(?:de|d[’'])|sobre|über|bio(?:graphie)?\s+(?:de|d[’']))\s*(?:the\s+authors?|l[’']aut(?:eur|rice)|(?:des|los|die|der)?\s*aut\w+|(?P<name>\S.{3,50})))",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\b(?:for|at|au|à|pour|of|de|du|from|with|chez|para|per|für|bei)\s+(?:the\s+|l[’'])?(?P<house>{_HOUSE_WORD}(?:\s+{_HOUSE_WORD}){{0,4}})"
)


def heads_a_biography(words: str, signers: Collection[str]) -> bool:
    """ "About Jane Doe", "À propos de l'auteur": the line above what is said of who signs."""
    if words in signers:
        return True  # the name once more, above what is said of it
    match = _HEADING.fullmatch(words) if len(words) <= 80 else None
    return match is not None and (match["name"] is None or match["name"] in signers)


def read_biographies(text: str, span: Span) -> tuple[Signature, ...]:
    """Whom a paragraph presents, when each of its sentences begins with a person and says what work is theirs."""
    words = span.of(text)
    if len(words) > _LONGEST:
        return ()
    people = []
    end = 0
    while match := _SAYS_WHO.match(words, end):
        if not is_person(match["name"]) or not _WORK.search(match["rest"]):
            return ()
        at = span.start + match.start("name")
        people.append(Signature(match["name"], Span(at, at + len(match["name"]))))
        end = match.end()
        end += len(words[end:]) - len(words[end:].lstrip())
    return tuple(people) if end == len(words) else ()


def presents(text: str, span: Span, signers: Collection[str]) -> bool:
    """Whether a paragraph begins with who signs the text, and says what work is theirs."""
    words = span.of(text)
    match = _SAYS_WHO.match(words) if len(words) <= _LONGEST else None
    return match is not None and match["name"] in signers and _WORK.search(match[0]) is not None


def house_of_biography(text: str, span: Span) -> Found | None:
    """The paper that a biography says its author works for."""
    for match in _FOR.finditer(text, span.start, span.end):
        house = match["house"].rstrip(".")
        if names_a_medium(house) and is_proper(house):
            at = match.start("house")
            return Found(house, Span(at, at + len(house)))
    return None
