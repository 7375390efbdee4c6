"""Who wrote, edited and translated, as agencies say it below a text: "(Reporting by A and B; Editing by C)"."""

import re

from articles.reading.results import Signature, Span
from articles.reading.signers import Signed, people_in

_LABEL = (
    r"(?:editors?(?=\s*:)|additional\s+reporting|reporting|reported|writing|written|editing|edited|compiled|translated|"
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


def read_editors(text: str, span: Span) -> Signed | None:
    """ "[Edited by A/B]", "(Reporting by A and B; Editing by C)": the people by what they did, or None."""
    words = span.of(text)
    match = _EDITORS.fullmatch(words) if len(words) <= 400 else None
    if match is None:
        return None
    editors: list[Signature] = []
    leading = people_in(match["leading"] or "", span.start + match.start("leading"), "author")
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
        people = people_in(clause["names"], span.start + clause.start("names"), role)
        if people is None:
            return None
        (editors if role == "editor" else signatures).extend(people)
    if not signatures and not editors:
        return None
    return Signed(tuple(signatures), tuple(editors))
