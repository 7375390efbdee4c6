"""What a page, a station or a public body sets above the title: its name, its menu, the programme, who issues it."""

import re
from collections.abc import Sequence

from articles.reading.agencies import is_headline, is_institution, is_outlet, is_person, is_proper, names_a_medium
from articles.reading.furniture import is_furniture, is_menu, is_rubric
from articles.reading.pieces import Piece
from articles.reading.results import Found, RemovedKind, Span
from articles.reading.sources import is_state
from articles.reading.units import Unit

_PARTS = re.compile(r"\s+[|›»>–—•·-]\s+|\s*[|›,]\s*")
_BARS = re.compile(r"\s*[|›]\s*|\s+[>/•·]\s+")
_TRANSCRIPT = re.compile(r"\b(?:transcri(?:pt|ption)|verbatim|prononcé\s+fait\s+foi|retranscription)\b")
_GUEST = re.compile(
    r"(?:invitée?s?|intervenante?s?|participante?s?|présentation|présentée?\s+par|animée?\s+par|avec|guests?|host(?:ed\s+by)?|speakers?|presenter)\s*:\s*\S.*",
    re.IGNORECASE,
)
# "Honneur – Fraternité – Justice"
_MOTTO = re.compile(r"(?:[A-ZÀ-Ý][\w’']*(?:\s+[\w’']+){0,2}\s*[-–—*•,]\s*){2}[A-ZÀ-Ý][\w’']*(?:\s+[\w’']+){0,2}\.?")
_ISSUER = re.compile(
    r"(?:from|issued\s+by|de|direction|entité|organisme|émetteur|émis\s+par|publié\s+par|diffusé\s+par|service\s+émetteur|von|herausgeber)\s*:\s*(?P<name>\S.*)?",
    re.IGNORECASE,
)
# "Le Président de la République": who speaks, above what the speech is called.
_HOLDER = re.compile(
    r"(?:Le|La|The)\s+(?:Président|Présidente|Première?\s+[Mm]inistre|Ministre|Secrétaire\s+général|Porte-parole|Prime\s+Minister|President|"
    r"Secretary(?:[ -]General)?|Spokesperson|Haute?\s+[Rr]eprésentante?)"
    r"(?:\s+(?:de|du|des|la|le|of|the|for|et|and|nationale|étrangères|européennes|armées|combattants|extérieures?|intérieure?s?|publiques?|(?:de\s+|d)?[ld]?[’'][\w-]+|[A-ZÀ-Ý][\w-]*))*"
)
_NUMBER_OF_ISSUE = re.compile(
    r"(?P<name>[A-ZÀ-Ý][^:?!]{2,50}?)[\s,–-]+(?:n[°º]|no\.|#)\s*\d+", re.IGNORECASE
)  # "La Lettre n° 88"
# "Sapeurs de l'Aude - page officielle"
_PAGE_OF = re.compile(
    r"(?P<name>[A-ZÀ-Ý].{1,60}?)\s*[-–—|·(]\s*(?:page|compte|site|chaîne|profil|official|offizielle|página)\s*"
    r"(?:officiel(?:le)?|page|account|site|channel|seite|oficial)(?:\s+(?:facebook|twitter|x|web))?\s*\)?",
    re.IGNORECASE,
)
_ISSUE_ABOVE = re.compile(r"(?:N[°º]\s?|No\.\s|#)\d+\s*[|–—:-]\s")  # "N°36 | L'action militaire"
_ISSUER_ENDS = re.compile(r"\s*<[^<>]*>|\s+(?:and|et|und)\s+|\s*[,;|/]\s*|\s+[–—-]\s+")
_ARTICLE = re.compile(r"(?:the|le|la|les|el)\s|l[’']", re.IGNORECASE)
# "LeFleuve.net, l'actualité du Sud", "Kivu.info : toute l'actualité", "Gulf.com | News from the Gulf"
_SITE_AND_MOTTO = re.compile(
    r"(?P<site>[A-Za-z][\w-]{2,30}\.(?:com|net|org|info|fr|be|ch|ca|ma|dz|tn|sn|ml|mr|bf|ci|tg|bj|cm|es|uk|eu|int|news))"
    r"(?:,|\s*[:|–—-])\s\S.{3,80}"
)
# "Diplomatie & Mer — La revue des affaires mondiales"
_OWN_MOTTO = (
    r"(?:(?:[Ll]e|[Ll]a|[Tt]he|[Vv]otre|[Yy]our|[Ee]l|[Uu]ne?)\s(?:premiere?\s|first\s|primer\s)?|[Ll][’']|[Tt]oute?\sl[’'])"
    r"(?:revue|magazine|journal|quotidien|hebdomadaire|mensuel|site|blog|portail|média|webzine|actualité|information|newspaper|daily|weekly|review|voice|diario|periódico|portal|revista)\b"
)
_NAME_AND_MOTTO = re.compile(rf"(?P<name>[A-ZÀ-Ý][^—–|:]{{2,40}}?)\s[—–|-]\s{_OWN_MOTTO}[^:?!]{{4,80}}")
_MOTTO_ALONE = re.compile(
    rf"{_OWN_MOTTO}[^:?!]{{0,50}}\b(?:actualité|information|infos?|news|noticias)\b[^:?!]{{0,50}}"
)
# "INFO LE PARISIEN", "Exclusif Ouest-France"
_TOLD_FIRST_BY = re.compile(
    r"(?i:infos?|exclusi(?:f|vité)|document|révélations?|enquête|récit|entretien)\.?\s(?P<name>[A-ZÀ-Ý].{3,30})"
)
_FIRST_LINES = 3
_NAME_ALONE = re.compile(r"[^\W\d_][\w’'.&-]*(?:\s[\w’'.&-]+){1,4}")
_NEWS_OF = re.compile(r"(?:UK|US|USA|U\.S\.|EU|UN)\s\S+")  # "UK News"
_LEAST_HEADLINE = 5  # words of a title below a page's own name
_LOOKED_AHEAD = 60  # lines that can be the title below another: a list of thousands would cost its square
_SHORT_LINE = 3  # words in an entry of a menu
_LEAST_PATH, _LONGEST_STEP = 3, 8  # steps of a path, words in one
_LEAST_MENU = 4  # entries, one to a line


def mark_issuer(text: str, pieces: Sequence[Piece]) -> None:
    """ "From: Ministry of Defence", on one line or two: the public body that issues the text."""
    for index, piece in enumerate(pieces):
        match = _ISSUER.fullmatch(piece.unit.words) if piece.open and len(piece.unit.words) <= 120 else None
        if match is None:
            continue
        line, start = piece, piece.unit.start + match.start("name") if match["name"] else -1
        if not match["name"]:
            below = pieces[index + 1] if index + 1 < len(pieces) else None
            if below is None or not below.open or below.unit.set_apart or len(below.unit.words.split()) > 14:
                continue
            line, start = below, below.unit.start
        name = _ISSUER_ENDS.split(text[start : line.unit.end])[0]
        if is_person(name) or not name[:1].isupper() or name.endswith("."):
            continue
        for left in (piece, line):
            left.hand_on(RemovedKind.BYLINE)
        line.hand_on(RemovedKind.BYLINE, source=Found(name, Span(start, start + len(name))))


def masthead(pieces: Sequence[Piece], able: Sequence[int]) -> dict[int, Found | None]:
    """Of the lines that can be the title, those that are the page's own, with the publisher where one names it.

    `able` are their indices among `pieces`, in order.
    """
    found: dict[int, Found | None] = {}
    bounds = (0, able[-1] + 1) if able else (0, 0)
    menu = max(
        (i for i in range(*bounds) if pieces[i].kind is RemovedKind.FURNITURE and is_menu(pieces[i].unit.words)),
        default=-1,
    )
    above = [index for index in able if index < menu]
    for index in above:
        words = pieces[index].unit.words
        named = index == above[0] and len(words.split()) <= 6 and not _BARS.search(words)
        found[index] = Found(words, pieces[index].span) if named else None
    runs = _short_runs(pieces, able)
    if len(runs) < len(able):
        found.update({index: None for index in runs if index not in found})
    for index in able:
        if (number := _NUMBER_OF_ISSUE.fullmatch(pieces[index].unit.words)) and index != able[-1]:
            start = pieces[index].unit.start
            found[index] = Found(number["name"], Span(start, start + len(number["name"])))
    numbered = [index for index in able if _ISSUE_ABOVE.match(pieces[index].unit.words)]
    if len(numbered) < len(able):
        found.update({index: None for index in numbered if index not in found})
    spoken = any(_TRANSCRIPT.search(piece.unit.words.lower()) for piece in pieces[: bounds[1]])
    for place, index in enumerate(able):
        if index in found:
            continue
        if _is_motto(pieces, index):
            found[index] = None
            continue
        if (owner := _PAGE_OF.fullmatch(pieces[index].unit.words)) and index != able[-1]:
            start = pieces[index].unit.start + owner.start("name")
            found[index] = Found(owner["name"], Span(start, start + len(owner["name"])))
            continue
        near = able[place + 1 : place + 1 + _LOOKED_AHEAD]
        later = any(other not in found and pieces[other].unit.set_apart for other in near)
        if near and _is_path(pieces[index].unit.words):
            found[index] = _body_on_the_path(pieces[index])
            continue
        if place < _FIRST_LINES and _MOTTO_ALONE.fullmatch(pieces[index].unit.words) and _has_headline(pieces, near):
            found[index] = None
            continue
        own = _own_name(pieces[index]) if place < _FIRST_LINES and _has_headline(pieces, near) else None
        if own is not None and not _programme(pieces, index):
            found[index] = own
            continue
        if not (later or spoken):
            continue
        if _heads_the_page(pieces, index, later=later):
            found[index] = None
        elif (group := _programme(pieces, index)) and (house := house_in(pieces[index])) is not None:
            found[index] = house
            others = (other for other in group if other in able and other != index)
            found.update({other: None for other in others if not _looks_dated(pieces[other].unit.words)})
    return found


def _own_name(piece: Piece) -> Found | None:
    """The paper or the site that a page names on top: "Le Courrier du Ponant", "LeFleuve.net, l'actualité du Sud"."""
    unit = piece.unit
    if unit.lines > 1 or unit.level or unit.bullet:
        return None
    if "." in unit.words and (site := _SITE_AND_MOTTO.fullmatch(unit.words)) is not None:
        return Found(site["site"], Span(unit.start, unit.start + len(site["site"])))
    if (named := _NAME_AND_MOTTO.fullmatch(unit.words)) is not None and is_proper(named["name"]):
        return Found(named["name"], Span(unit.start, unit.start + len(named["name"])))
    if (told := _TOLD_FIRST_BY.fullmatch(unit.words)) is not None and is_proper(told["name"]):
        name = told["name"].title() if told["name"].isupper() else told["name"]
        if is_outlet(name):
            return Found(told["name"], Span(unit.end - len(told["name"]), unit.end))
    if all(is_rubric(word) or is_furniture(word) for word in unit.words.split()):
        return None  # "Home News World"
    if _NAME_ALONE.fullmatch(unit.words) is None or _NEWS_OF.fullmatch(unit.words) or is_headline(unit.words):
        return None
    if is_rubric(unit.words) or is_rubric(unit.words.rpartition(" ")[0]):
        return None  # "World News"
    return Found(unit.words, piece.span) if is_proper(unit.words) and names_a_medium(unit.words) else None


def _has_headline(pieces: Sequence[Piece], able: Sequence[int]) -> bool:
    return any(len(pieces[index].unit.words.split()) >= _LEAST_HEADLINE for index in able)


def _heads_the_page(pieces: Sequence[Piece], index: int, *, later: bool) -> bool:
    words = pieces[index].unit.words
    if _GUEST.fullmatch(words):
        return True
    return later and (is_section(words) or _HOLDER.fullmatch(words) is not None)


def _is_path(words: str) -> bool:
    """Whether a page's path stands there, of three steps or more."""
    if not any(mark in words for mark in "›>"):
        return False
    parts = [part for part in _BARS.split(words) if part]
    return len(parts) >= _LEAST_PATH and all(len(part.split()) <= _LONGEST_STEP for part in parts[:-1])


def _body_on_the_path(piece: Piece) -> Found | None:
    """The public body whose page it is: "Ambassade de France en Lettonie > Actualités > Défense"."""
    first = _BARS.split(piece.unit.words)[0]
    named = first != piece.unit.words and is_institution(first) and piece.unit.lines == 1
    return Found(first, Span(piece.unit.start, piece.unit.start + len(first))) if named else None


def _is_motto(pieces: Sequence[Piece], index: int) -> bool:
    if _MOTTO.fullmatch(pieces[index].unit.words) is None:
        return False
    return any(is_state(piece.unit.words) for piece in pieces[:index])


def is_section(words: str) -> bool:
    """ "COMMENTARY | Africa Programme", "Afrique › Tchad": where a page files its text."""
    parts = [part for part in _BARS.split(words) if part]
    if len(parts) < 2 or not all(len(part.split()) <= 4 for part in parts):
        return False
    return any(mark in words for mark in "›>") or any(is_rubric(part) for part in parts)


def repeated_lines(pieces: Sequence[Piece]) -> frozenset[str]:
    """The short lines that stand three times or more, as speakers' names do in a transcript."""
    counts: dict[str, int] = {}
    for piece in pieces:
        if len(piece.unit.words) <= 60:
            counts[piece.unit.words] = counts.get(piece.unit.words, 0) + 1
    return frozenset(words for words, count in counts.items() if count >= 3)


def _short_runs(pieces: Sequence[Piece], able: Sequence[int]) -> list[int]:
    """The entries of a menu that is set one to a line."""
    found: list[int] = []
    run: list[int] = []
    known = set(able)
    for index in [*range(able[-1] + 1), None] if able else []:
        if index is not None and _is_entry(pieces[index].unit):
            run.append(index)
            continue
        if len(run) >= _LEAST_MENU:
            found += [entry for entry in run if entry in known]
        run = []
    return found


def _is_entry(unit: Unit) -> bool:
    words = unit.words.split()
    return len(words) <= _SHORT_LINE and not any(map(str.isdigit, unit.words)) and unit.words[-1] not in ".:?!"


def _programme(pieces: Sequence[Piece], index: int) -> range:
    """The lines without a gap around the one at `index`, when the line of a date is among them below it."""
    start, end = index, index + 1
    while end < len(pieces) and end - index < 4 and not pieces[end].unit.set_apart:
        end += 1
    while start > 0 and not pieces[start].unit.set_apart and index - start < 3:
        start -= 1
    dated = any(piece.kind is RemovedKind.DATE or _looks_dated(piece.unit.words) for piece in pieces[index + 1 : end])
    return range(start, end) if dated else range(0)


_DATED = re.compile(r"\b(?:19|20)\d\d\b")


def _looks_dated(words: str) -> bool:
    return len(words.split()) <= 8 and _DATED.search(words) is not None


def house_in(piece: Piece) -> Found | None:
    """The station or paper that a line names, alone or beside its programme or its edition."""
    words = piece.unit.words
    if piece.unit.lines > 1:
        return None
    houses: list[Found] = []
    start = 0
    for between in [*_PARTS.finditer(words), None]:
        end = between.start() if between else len(words)
        part = words[start:end]
        if 0 < len(part.split()) <= 5 and is_proper(part) and is_outlet(part):
            houses.append(Found(part, Span(piece.unit.start + start, piece.unit.start + end)))
        start = between.end() if between else end
    # A programme may be called "The Long Table": what follows says the station more surely.
    return next((house for house in houses if not _ARTICLE.match(house.value)), houses[0] if houses else None)
