"""Who publishes, where no byline says it: "Suivez X sur Google News", "appeared first on X", "…, a appris X"."""

import re

from articles.reading.agencies import AGENCY, is_agency, is_generic, is_outlet, is_person, is_proper
from articles.reading.lines import with_newlines
from articles.reading.results import Found, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w’'.&-]*"
_NAME = rf"(?:L[’'])?{_CAPITAL}(?:\s+(?:(?:du|de\s+la|des|de|d[’']|of\s+the|of|del|el)\s*)?{_CAPITAL}){{0,5}}"
_NAMED = rf"[«“\"]?\s*(?P<name>{_NAME}|[\w-]+(?:\.[\w-]+)+)\s*[»”\"]?"


def _named(group: str) -> str:
    return _NAMED.replace("<name>", f"<{group}>")


_PLATFORM = (
    r"(?:google(?:\s+(?:news|actualités))?|whats\s?app|facebook|twitter|x|instagram|telegram|linked\s?in|youtube|"
    r"tiktok|bluesky|threads|flipboard|apple\s+news|(?:les\s+)?réseaux\s+sociaux|social\s+media)"
)
_NEWS_OF = (
    r"(?:(?i:toute\s+)?(?i:l[’']actualité|les\s+(?:infos|articles|actualités|dernières\s+nouvelles)|la\s+chaîne|"
    r"la\s+page|le\s+compte|a)\s+(?:(?i:de|du)\s+|d[’'])?)?"
)
_ACTION = re.compile(
    r"(?:(?i:suivez|retrouvez|rejoignez|abonnez-vous\s+à|follow|find|join|subscribe\s+to|siga|sigue|sigan)\s+"
    rf"{_NEWS_OF}{_NAMED}\s+(?i:sur|on|en|via)\s+(?i:notre\s+chaîne\s+|our\s+)?(?i:{_PLATFORM})\b.{{0,60}}"
    rf"|(?i:abonnez-vous\s+à|subscribe\s+to|suscríbase\s+a)\s+{_named('paper')}\s+(?i:pour|to|for|et|and|para)\s.{{3,80}}"
    rf"|{_named('site')}\s+(?i:website|site)\s+(?i:contains\s+only|ne\s+publie\s+qu).{{10,300}}"
    rf"|(?i:prière\s+de\s+citer\s+(?:la\s+)?source|merci\s+de\s+citer\s+(?:la\s+)?source|please\s+credit)\b.{{0,40}}?:\s*{_named('credited')}\.?"
    rf"|(?i:thanks\s+for\s+reading|merci\s+d[’']avoir\s+lu|gracias\s+por\s+leer)\s+{_named('read')}[!.].{{0,160}}"
    r"|(?i:téléchargez|download)\s+(?i:l[’']application|the\s+app)\s+(?:(?i:de|du|from)\s+|d[’'])?"
    rf"{_named('app')}[.!]?)"
)
_APPEARED = re.compile(
    r"\*?\s?(?:(?i:(?:cet\s+|l[’'])article|le\s+post|the\s+post|la\s+entrada)\s.{1,250}?\s(?i:est\s+apparu\s+en\s+premier\s+sur|appeared\s+first\s+on|first\s+appeared\s+on|apareció\s+primero\s+en)"
    r"|(?i:cet?\s+(?:article|texte|tribune|entretien|interview|analyse|dépêche)|this\s+(?:article|story|piece|interview|analysis|report))\s"
    r"(?i:a\s+été|est|was|is|has\s+been)?\s*(?i:initialement|d[’']abord|originellement|originally|first)?\s*"
    r"(?i:publiée?|parue?|reprise?|diffusée?|published|republished|reprinted|sourced|taken|adapted|appeared|posted)\s+(?i:initialement\s+|d[’']abord\s+|originally\s+|first\s+)?"
    r"(?i:sur|dans|par|de|on|in|by|at|from|with\s+permission\s+from)"
    r"|(?i:article|texte)\s+(?i:original|initialement|d[’']abord)\s+(?i:publiée?|parue?)\s+(?i:initialement\s+)?(?i:sur|dans)"
    r"|(?i:lire\s+la\s+suite(?:\s+de\s+l[’']article)?|(?:la\s+)?suite\s+de\s+l[’']article|continue\s+reading|read\s+more|read\s+it|leer\s+(?:más|la\s+noticia(?:\s+completa)?|noticia\s+completa)|seguir\s+leyendo)\s+(?i:sur|at|in|en)"
    r"|(?i:continue\s+reading|read\s+(?:it|the\s+rest))\s+(?i:on)"
    r"|(?i:lire|read|voir|view)\s+(?i:l[’']article|the)\s+(?i:original|complet|full|original\s+article|full\s+article|original\s+story)\s+(?i:sur|on|at|in))"
    r"\s+(?:(?i:le\s+site\s+(?:de\s+|d[’'])?|(?:the|le|la|el)\s+(?:[\w-]+\s+){0,3}(?:issue|edition|numéro|édition|número|edición)\s+(?:n[°ºo]\.?\s*)?(?:\d+\s+)?(?:of|de|del|du|d[’'])\s*))?"
    rf"{_NAMED}(?:\s*[,(]?\s*(?:le|on|the|en|in|https?:|www\.).{{0,80}})?\s*[.!)]?"
)
# What such a line begins with, in small letters, but for "Le Soir website contains only …".
_SELF = re.compile(
    r"suivez|retrouvez|rejoignez|abonnez|follow|find|join|subscribe|siga|sigue|suscríbase|prière|merci|please|thanks\s|gracias\s|"
    r"\*|article\s|texte\s|téléchargez|download|l[’']article|le\s|the\s|la\s|cet?\s|this\s|lire|read|voir|view|suite|continue|leer|seguir|(?:…|\.{3}|\[…\])\s?(?:lire|read|suite|continue|leer|seguir)"
)
_DAY = (
    r"(?:\s+(?:hier|ce\s+\w+|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|on\s+\w+day)(?:\s+(?:matin|soir))?)?"
)
_LEARNED = re.compile(
    rf",\s+a\s+appris{_DAY}\s+(?:l[’'])?{_NAMED}"
    rf"|(?<![\w’'-])(?:L[’'])?(?P<agency>{AGENCY.pattern})\s+(?:a\s+appris|has\s+learn(?:ed|t)|ha\s+sabido)\b"
)
# "… et constatent leur …Lire la suite sur lejournal.fr": an excerpt, and where the rest stands.
_GOES_ON = re.compile(
    r"(?:…|\.{3}|\])\s*(?:[Ll]ire\s+la\s+suite|[Ss]uite\s+de\s+l[’']article|[Rr]ead\s+(?:more|the\s+rest)|[Cc]ontinue\s+reading|[Ll]eer\s+más)"
    rf"\s+(?:sur|on|at|in|en)\s+(?:le\s+site\s+(?:de\s+|d[’'])?)?{_NAMED}\.?\Z"
)
_LONGEST_GOING_ON = 120
_GOING_ON = ("suite", "ead", "ontinue", "eer")
_DESK = re.compile(r"(?i:la\s+|le\s+)?(?:[Rr]édaction|Service|Pôle|Desk|Redacción)(?:\s+[\w’'-]+){1,3}")
_SHARED = re.compile(r"(?P<who>[^.,;:()]{2,50}?)\s+\(?(?:avec|with|con)\s+(?:l[’'])?(?P<agency>[^().;:]{2,60}?)\)?")
_LEARNS = ("appris", "learn", "sabido")
# Brands that write themselves small.
_BRAND = re.compile(
    r"france\s?info|actu|[\w-]+\.(?:com|fr|be|ch|lu|net|org|ma|dz|tn|mr|sn|ml|ne|td|info|tv)", re.IGNORECASE
)
_POST = re.compile(r"\b\d+\s+(?:commentaires?|comments?)\b|\b(?:étiquettes|libellés|tags|labels)\s*:", re.IGNORECASE)


def read_self_reference(text: str, span: Span) -> Found | None:
    """A line by which a page speaks of itself, for the name that it gives; None for any other line."""
    words = with_newlines(span.of(text))
    small = words.lower() if len(words) <= 400 else ""
    if not _SELF.match(small) and "site" not in small:
        return None
    for pattern in (_ACTION, _APPEARED):
        match = pattern.fullmatch(words)
        if match is None:
            continue
        group = next(group for group, words_of_group in match.groupdict().items() if words_of_group)
        name = match[group].rstrip(" .")
        if is_proper(name) or "." in name:
            at = span.start + match.start(group)
            return Found(name, Span(at, at + len(name)))
    return None


def closes_a_post(words: str) -> bool:
    """ "Cet article … est apparu en premier sur Zone Militaire": with it a feed's entry ends."""
    return "premier sur" in words or "first on" in words or "primero en" in words


def publisher_in_prose(text: str, span: Span) -> Found | None:
    """Who published it, as its own paragraph says: "…, a appris Le Journal du Fleuve", "Reuters has learned"."""
    end = text[max(span.start, span.end - _LONGEST_GOING_ON) : span.end]
    if ("…" in end or "..." in end or "]" in end) and any(map(end.__contains__, _GOING_ON)):
        goes_on = _GOES_ON.search(end)
        if goes_on is not None:
            at = span.end - len(end) + goes_on.start("name")
            name = goes_on["name"].rstrip(" .")
            return Found(name, Span(at, at + len(name)))
    told = any(text.find(verb, span.start, span.end) >= 0 for verb in _LEARNS)
    match = _LEARNED.search(text, span.start, span.end) if told else None
    if match is None:
        return None
    group = "name" if match["name"] else "agency"
    name = match[group].rstrip(" .")
    return Found(name, Span(match.start(group), match.start(group) + len(name)))


def read_affiliation(text: str, span: Span) -> Found | None:
    """The house of the person named on the line above: "BBC News, Pristina", "Le Soir – Kinshasa"."""
    words = span.of(text)
    match = re.fullmatch(rf"(?P<house>[^,|–—]{{2,50}}?)(?:\s*[,|–—]\s*(?:{_NAME}))?", words)
    if match is None or not is_outlet(match["house"]) or not is_proper(match["house"]) or is_person(match["house"]):
        return None
    return Found(match["house"], Span(span.start, span.start + len(match["house"])))


def signs_a_post(words: str) -> bool:
    """Whether a blog's software wrote the line: the author and the day with the post's labels or its comments."""
    return _POST.search(words) is not None


def is_desk(words: str) -> bool:
    """ "La rédaction", "Rédaction Défense", "Service international": who signs without a name."""
    return is_generic(words) or _DESK.fullmatch(words) is not None


def shared_with(text: str, span: Span) -> tuple[bool, Found | None]:
    """ "Rédaction Défense (avec Belga)", "Sahel Matin avec AFP": whether the line says so, and who publishes.

    A paper that adds an agency's words is the publisher; a desk without a name leaves the agency.
    """
    words = span.of(text)
    match = _SHARED.fullmatch(words)
    if match is None:
        return False, None
    agencies = re.split(r"\s*(?:,|/|&|\set\s|\sand\s|\sy\s)\s*", match["agency"])
    if not all(is_agency(agency) or is_generic(agency) for agency in agencies):
        return False, None
    who, at = match["who"], span.start
    if is_desk(who):
        first = next((agency for agency in agencies if is_agency(agency)), None)
        at += words.index(first, match.start("agency")) if first else 0
        return True, Found(first, Span(at, at + len(first))) if first else None
    if (is_proper(who) or _BRAND.fullmatch(who)) and not is_person(who) and len(who.split()) <= 5:
        return True, Found(who, Span(at, at + len(who)))
    return False, None
