"""The commissioning instruction that stands on top of a text, as requirements that can be checked."""

import re
from collections.abc import Iterator
from itertools import islice

from articles.reading.lines import split_lines
from articles.reading.results import BriefFound, Requirement, RequirementKind, Span

_MOST_LINES = 15
_LONGEST_LINE = 600

_LANGUAGES = {
    "french": "fr", "français": "fr", "francais": "fr", "francés": "fr",
    "english": "en", "anglais": "en", "inglés": "en",
    "spanish": "es", "espagnol": "es", "español": "es",
    "arabic": "ar", "arabe": "ar",
    "german": "de", "allemand": "de",
    "italian": "it", "italien": "it",
    "portuguese": "pt", "portugais": "pt",
    "dutch": "nl", "néerlandais": "nl",
    "turkish": "tr", "turc": "tr",
    "russian": "ru", "russe": "ru",
    "ukrainian": "uk", "ukrainien": "uk",
}  # fmt: skip
_ANY_LANGUAGE = "|".join(_LANGUAGES)
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d{2,6}"
_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8,
}  # fmt: skip
_ANY_SMALL = "|".join(_SMALL)

_WORDS = re.compile(
    rf"(?P<number>{_NUMBER})\s*\+?\s*(?:(?:-|–|—|to|à|and|et)\s*(?:{_NUMBER})\s*)?(?:words?|mots?|palabras)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:maximum|max\.?|at\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to|less\s+than|under|"
    r"pas\s+plus\s+de|au\s+plus|au\s+maximum|"
    r"moins\s+de|jusqu[’']à|como\s+máximo)\s*(?:de\s+|of\s+)?$",
    re.IGNORECASE,
)
_MAXIMUM_AFTER = re.compile(r"\s*(?:maximum|max\b|at\s+most|au\s+plus|au\s+maximum)", re.IGNORECASE)
_IN_LANGUAGE = re.compile(
    rf"\b(?:in|en|into|langue|language|idioma)\s*(?::|"
    rf"\s)\s*(?:the\s+)?(?P<language>{_ANY_LANGUAGE})\b(?:\s+language)?",
    re.IGNORECASE,
)
_SUBHEADINGS = re.compile(
    rf"(?:\b(?P<number>\d{{1,2}}|{_ANY_SMALL})\s+(?:to\s+\d+\s+)?(?:\w+\s+)?)?\b"
    r"(?P<word>sub[- ]?(?:headings?|heads?|titles?|headers?)|(?:H[23]|section|paragraph)\s+(?:headings?|"
    r"titles?|headers?)|H[23]s?|inter-?titres?|sous-titres?|subtítulos?)\b",
    re.IGNORECASE,
)
_SEO = re.compile(
    r"\b(?:seo(?:[- ](?:compatible|friendly|optimi[sz]ed|compliant))?|référencement(?:\s+naturel)?|"
    r"search[- ]engine[- ]optimi[sz]\w+|"
    r"optimi[sz]ed\s+for\s+search(?:\s+engines)?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:meta[- ]?(?:description|title|titre)s?|méta[- ]?(?:description|titre)s?|key\s?words?|"
    r"mots[- ]clés?|tone|ton|style|title|titre|headline|titular|"
    r"paragraphs?|paragraphes?|introduction|conclusion|intro|plagiarism|plagiat|sources?|citations?|"
    r"quotes?|facts|faits|bullet\s+points?|"
    r"summary|résumé|chapô|h1|hashtags?|links?|liens?|images?|audience|lecteurs|readers)\b",
    re.IGNORECASE,
)
_TEXT_MEANT = re.compile(
    r"\b(?:(?:this|the|an?|following|cet|ce|l[’']|un|el|este|un|le)\s*(?:following\s+|above\s+|below\s+|"
    r"blog\s+|press\s+|news\s+|short\s+|long\s+|\d+[- ]words?\s+)?"
    r"(?:article|articulo|artículo|text|texte|texto|post|piece|story|contenu|content|papier|blog)|it)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:[-•*\d.)\s]*)(?:please\s+|kindly\s+|merci\s+de\s+|veuillez\s+|s[’']il\s+(?:te|"
    r"vous)\s+pla[iî]t,?\s+|you\s+(?:must|should|need\s+to)\s+|tu\s+dois\s+|vous\s+devez\s+|"
    r"il\s+faut\s+|i\s+(?:want|need)\s+(?:you\s+to\s+)?|je\s+(?:veux|voudrais)\s+(?:que\s+tu\s+)?|"
    r"peux-tu\s+|pouvez-vous\s+|can\s+you\s+|could\s+you\s+)?"
    r"(?P<verb>make|write|re-?write|create|be|let|use|include|add|ensure|keep|produce|generate|provide|"
    r"translate|paraphrase|summari[sz]e|give|optimi[sz]e|"
    r"put|insert|turn|convert|rephrase|do\s+not|don[’']t|avoid|draft|expand|edit|develop|compose|prepare|"
    r"rédige[rz]?|écri(?:s|vez|re)|ecri(?:s|vez|re)|fai(?:s|tes|re)|crée[rz]?|ajoute[rz]?|utilise[rz]?|"
    r"met(?:s|tez|tre)|inclu(?:s|ez|re)|insère|insére[rz]|optimise[rz]?|"
    r"reformule[rz]?|tradui(?:s|sez|re)|produi(?:s|sez|re)|génère|génére[rz]|donne[rz]?|évite[rz]?|"
    r"garde[rz]?|assure-toi|assurez-vous|transforme[rz]?|prépare[rz]?|développe[rz]?|"
    r"escrib[ea]|redact[ae]|haz|crea|añad[ea]|utiliza|traduce|incluye)\b",
    re.IGNORECASE,
)
_PASSIVE_ORDER = re.compile(
    r"(?:[-•*\d.)\s]*)(?:(?:this|the|your)\s+(?:article|text|piece|post)|(?:l[’']|cet\s+)article|(?:le|"
    r"ce)\s+texte|it)\s+(?:must|should|has\s+to|needs\s+to|shall|doit|devra|devrait)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\W*(?:brief|instructions?|consignes?|prompt|commande|demande|task|assignment|"
    r"requirements?)(?:\s+(?:éditorial\w*|de\s+rédaction|to\s+the\s+writer|for\s+the\s+writer|"
    r"pour\s+le\s+rédacteur))?\s*:\s*",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:conseils?|astuces?|guides?|tips?|how\s+to|comment|étapes?|steps?|pourquoi|why|tutoriels?|"
    r"tutorials?|consejos|méthodes?|outils|tools|erreurs|mistakes)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n\r]+(?:\.(?=\w)[^.!?\n\r]*)*(?:[.!?]+|(?=[\n\r])|$)")
_CLAUSE = re.compile(r"[^,;.\n\r!?•]+")
_GLUE = re.compile(r"(?:\W|\b(?:and|et|y|please|merci|svp|thanks?|brief|instructions?|consignes?)\b)*", re.IGNORECASE)
_ABOUT_SEO = 3


def find_brief(text: str, top: int = 0) -> BriefFound | None:
    """The brief on top of a text, or None. An article about search engines or writing is none.

    The first sentence must order a writer to do something and name what is asked of the text; the sentences and
    lines after it belong to the brief as long as they do the same. `top` is where the text begins, below what its
    format put above it.
    """
    start = end = -1
    strong = listed = False
    for span in _sentences(text, top):
        words = span.of(text)
        header = _HEADER.match(words)
        if start < 0:
            if header and header.end() == len(words):
                start, end = span.start, span.end
                continue
            if not _opens(words[header.end() :] if header else words, text, span.end):
                return None
            start, end, strong = span.start, span.end, True
            continue
        in_list = words.startswith(("-", "•", "*"))
        if not (_goes_on(words, listed and in_list) if strong else _is_requirement(words)):
            break
        strong, listed = True, in_list
        end = span.end
    if not strong:
        return None
    span = Span(start, end)
    requirements = tuple(_requirements(text, span))
    return BriefFound(span.of(text), span, requirements, _remarks(text, span, requirements))


def _sentences(text: str, start: int) -> Iterator[Span]:
    """The sentences of the first lines from `start` on."""
    for line in islice(split_lines(text[: start + _MOST_LINES * _LONGEST_LINE], start), 2 * _MOST_LINES):
        if line.blank:
            continue
        for found in _SENTENCE.finditer(text, line.start, line.end):
            words = found[0]
            start = found.start() + len(words) - len(words.lstrip())
            end = found.end() - (len(words) - len(words.rstrip()))
            if start < end:
                yield Span(start, end)


def _asked(words: str) -> set[str]:
    """Which kinds of requirement the words name."""
    kinds = {
        "language": _IN_LANGUAGE,
        "words": _WORDS,
        "subheadings": _SUBHEADINGS,
        "seo": _SEO,
        "other": _OTHER,
    }
    return {kind for kind, pattern in kinds.items() if pattern.search(words)}


def _is_order(words: str) -> bool:
    return _ORDER.match(words) is not None or _PASSIVE_ORDER.match(words) is not None


def _opens(words: str, text: str, end: int) -> bool:
    if len(words) > _LONGEST_LINE or not _is_order(words):
        return False
    asked = _asked(words)
    if _ADVICE.search(words) or len(_SEO.findall(text[end : end + 20_000])) >= _ABOUT_SEO:
        return len(asked - {"other"}) >= 3 and _TEXT_MEANT.search(words) is not None
    if len(asked - {"other"}) >= 2:
        return True
    return bool(asked) and _TEXT_MEANT.search(words) is not None


def _goes_on(words: str, listed: bool) -> bool:
    """Whether a further sentence still speaks to the writer; `listed`: it is the next item of the brief's list."""
    if len(words) > _LONGEST_LINE:
        return False
    asked = _asked(words)
    if listed and asked and len(words.split()) <= 12:
        return True
    return bool(asked) and (_is_order(words) or (len(words.split()) <= 14 and _is_requirement(words)))


def _is_requirement(words: str) -> bool:
    """A line of a list of requirements: "800 mots minimum", "En français", "SEO"."""
    if _is_order(words):
        return bool(_asked(words))
    rest = words
    for pattern in (_WORDS, _IN_LANGUAGE, _SUBHEADINGS, _SEO):
        rest = pattern.sub(" ", rest)
    heavy = [word for word in re.findall(r"\w{4,}", rest) if not _LIGHT.fullmatch(word)]
    return rest != words and len(heavy) <= 3


_LIGHT = re.compile(
    r"(?:minimum|moins|least|with|avec|articles?|textes?|text|plusieurs|several|about|environ|"
    r"optimi[sz]\w+|friendly|compatible|words|mots)",
    re.IGNORECASE,
)


def _requirements(text: str, span: Span) -> Iterator[Requirement]:
    """The checkable requirements in reading order, each kind once: the first that says it."""
    found: dict[RequirementKind, Requirement] = {}
    for match in _WORDS.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 25) : match.start()]
        if _AT_MOST.search(before) or _MAXIMUM_AFTER.match(text, match.end(), span.end):
            continue
        number = re.sub(r"\D", "", match["number"])
        found.setdefault(RequirementKind.WORDS, Requirement(RequirementKind.WORDS, number, Span(*match.span())))
    for match in _IN_LANGUAGE.finditer(text, span.start, span.end):
        code = _LANGUAGES[match["language"].lower()]
        found.setdefault(RequirementKind.LANGUAGE, Requirement(RequirementKind.LANGUAGE, code, Span(*match.span())))
    for match in _SUBHEADINGS.finditer(text, span.start, span.end):
        least = _least_subheadings(match)
        found.setdefault(
            RequirementKind.SUBHEADINGS, Requirement(RequirementKind.SUBHEADINGS, least, Span(*match.span()))
        )
    for match in _SEO.finditer(text, span.start, span.end):
        found.setdefault(RequirementKind.SEO, Requirement(RequirementKind.SEO, "", Span(*match.span())))
    yield from sorted(found.values(), key=lambda requirement: requirement.span.start)


def _least_subheadings(match: re.Match[str]) -> str:
    """The number said; else two for a plural, one for a singular."""
    number = (match["number"] or "").lower()
    if number.isdigit():
        return str(int(number))
    if number in _SMALL:
        return str(_SMALL[number])
    return "2" if match["word"].lower().endswith("s") else "1"


def _remarks(text: str, span: Span, requirements: tuple[Requirement, ...]) -> str:
    """The clauses that hold no requirement, for the editor to read."""
    remarks = []
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        held = any(clause.start() < item.span.end and item.span.start < clause.end() for item in requirements)
        words = clause[0].strip(" \t-*\u00a0:")
        if not held and words and not _GLUE.fullmatch(words):
            remarks.append(words)
    return "; ".join(remarks)
