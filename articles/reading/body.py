"""What stands among and below the paragraphs: captions, subheadings, lists, block quotes, signatures."""

import re
from itertools import pairwise

from articles.reading.agencies import is_outlet, is_proper, names_a_medium
from articles.reading.captions import foreign_captions, is_caption, is_scene
from articles.reading.furniture import announces_links, is_rubric, is_separator
from articles.reading.headings import ends_open, is_deck, is_sentence, is_signed, is_subheading
from articles.reading.line_facts import Facts, read_margin_facts
from articles.reading.name_words import FUNCTION_WORDS
from articles.reading.pieces import Piece
from articles.reading.publishers import closes_a_post, read_affiliation
from articles.reading.results import BlockKind, Found, RemovedKind
from articles.reading.signatures import is_post, read_signature
from articles.reading.signers import Signed
from articles.reading.sources import read_source
from articles.reading.units import Unit

_LONGEST_FOOT = 300  # characters below the line that closes a feed's entry
_LEAST_TOLD = 6  # words of a line that tells what a picture shows
_MORE_TO_COME = re.compile(r"à\s+suivre[\s.!]*", re.IGNORECASE)  # elsewhere a heading: what comes next
_DESK_INITIALS = re.compile(r"[-/(]{0,2}[a-z]{2,3}(?:/[a-z]{2,3})?[-/)]{0,2}")  # "eh", "/mm/"
# A message of a social network as pages set it: "… pic.twitter.com/a1 — Jane Doe (@janedoe) April 18, 2024"
_POSTED = re.compile(
    r"(?:pic\.twitter\.com/\w+|\(@\w{2,30}\)\s+\w+\.?\s\d{1,2},\s\d{4}$|\(@\w{2,30}\)\s+\d{1,2}\s\w+\.?\s\d{4}$)"
)
_BRAND = re.compile(r"[A-Z]\w*(?:[Nn]ews|[Ii]nfos?|[Pp]ress|[Mm]edia|[Aa]ctu)(?:24|[A-Z]\w*)?")  # "Gnetnews"
_OWNED = re.compile(r"[.!?…]\s+\((?P<owner>[A-ZÀ-Ý][^()]{1,40})\)$")  # "… devant Rukla. (Saab)"
_RIGHTS_MARK = re.compile(r"©|\(c\)|copyright\b", re.IGNORECASE)


def mark_captions(pieces: list[Piece], language: str) -> None:
    """Captions by their marks, by a credit on the line below, or by their language."""
    open_pieces = [piece for piece in pieces if piece.open]
    foreign = foreign_captions([piece.unit for piece in open_pieces], language)
    last = max((i for i, piece in enumerate(open_pieces) if is_sentence(piece.unit.words)), default=-1)
    for index, piece in enumerate(open_pieces):
        if _is_posted(piece.unit.words):
            piece.kind = BlockKind.BLOCK_QUOTE
            continue
        if index == last and index and is_signed(piece.unit.words):
            continue  # "… de la Unión Europea. EFE": the last paragraph, with its agency
        if piece.dateline is None and (index in foreign or is_caption(piece.unit.words)):
            piece.kind = BlockKind.CAPTION
    _mark_owned_in_brackets(pieces)
    if (lone := _lone_scene(open_pieces)) is not None:
        lone.kind = BlockKind.CAPTION
    for credit, piece, after in zip(pieces, pieces[1:], [*pieces[2:], None], strict=False):
        if credit.kind is RemovedKind.CREDIT and _stands_below(credit, piece, after):
            piece.kind = BlockKind.CAPTION
    _mark_above_the_text(pieces)
    _mark_above_the_signer(pieces)
    shown: set[str] = set()
    for piece in open_pieces:
        if piece.kind is BlockKind.CAPTION and piece.unit.words in shown:
            piece.kind = RemovedKind.REPEAT
        elif piece.kind is BlockKind.CAPTION:
            shown.add(piece.unit.words)
    for piece, below in pairwise(pieces):
        credited = below.kind is RemovedKind.CREDIT and not below.unit.set_apart
        if piece.open and credited and piece.unit.set_apart and len(piece.unit.words) <= 300 and not piece.unit.level:
            piece.kind = BlockKind.CAPTION


def _mark_owned_in_brackets(pieces: list[Piece]) -> None:
    """What a picture shows and, in brackets, whose it is, right below the title, who signs or the day."""
    for above, piece in pairwise(pieces):
        below_the_head = above.kind in {BlockKind.TITLE, RemovedKind.DATE, RemovedKind.BYLINE}
        if below_the_head and piece.open and not piece.unit.bullet and piece.dateline is None:
            owned = _OWNED.search(piece.unit.words)
            if owned is not None and is_proper(owned["owner"]) and len(piece.unit.words) <= _LONGEST_FOOT:
                piece.kind = BlockKind.CAPTION


def _is_posted(words: str) -> bool:
    return ("(@" in words or "pic.twitter" in words) and _POSTED.search(words) is not None


def _mark_above_the_text(pieces: list[Piece]) -> None:
    """What the picture shows, between the signer and the first paragraph, where nothing can be headed."""
    first = next((i for i, piece in enumerate(pieces) if piece.kind is None and is_sentence(piece.unit.words)), 0)
    if first < 2:
        return
    piece, above = pieces[first - 1], pieces[first - 2]
    if not piece.open or piece.unit.level or piece.unit.bullet or piece.dateline is not None:
        return
    words = piece.unit.words
    told = is_subheading(piece.unit) and len(words.split()) >= _LEAST_TOLD and not words.endswith((":", "?", "!"))
    owned = above.kind is RemovedKind.CREDIT or (_RIGHTS_MARK.match(above.unit.words) is not None)
    apart = pieces[first].unit.set_apart and piece.unit.set_apart
    if (
        told
        and apart
        and (
            owned or (above.kind in {RemovedKind.BYLINE, RemovedKind.DATE} and not is_deck(words, above_margin=False))
        )
    ):
        piece.kind = BlockKind.CAPTION


def _mark_above_the_signer(pieces: list[Piece]) -> None:
    """What the picture shows, below the summary and right above who signs: there nothing can be headed."""
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    first = next((i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)), 0)
    if title is None:
        return
    decks = [i for i in range(title + 1, first) if pieces[i].open and not pieces[i].unit.level]
    for index in decks[1:]:
        told = len(pieces[index].unit.words.split()) >= _LEAST_TOLD and not pieces[index].unit.bullet
        if told and pieces[index + 1].kind in {RemovedKind.BYLINE, RemovedKind.DATE}:
            pieces[index].kind = BlockKind.CAPTION


def _stands_below(credit: Piece, piece: Piece, after: Piece | None) -> bool:
    """ "© Le Journal du Port", and on the next line, between gaps, what its picture shows."""
    alone = credit.unit.set_apart and not piece.unit.set_apart and (after is None or after.unit.set_apart)
    if not alone or not piece.open or piece.dateline is not None:
        return False
    return len(piece.unit.words) <= 300 and not piece.unit.level and not piece.unit.bullet


def _lone_scene(pieces: list[Piece]) -> Piece | None:
    """The line that tells what a page's picture shows: between the first paragraphs, and the only one of its kind.

    A text whose headings run as long has several of them.
    """
    long = [
        index
        for index, piece in enumerate(pieces)
        if piece.open and not (piece.unit.level or piece.unit.bullet or piece.dateline) and is_scene(piece.unit.words)
    ]
    if len(long) != 1 or long[0] not in (1, 2) or len(pieces) <= long[0] + 1:
        return None
    scene, around = pieces[long[0]], (pieces[long[0] - 1], pieces[long[0] + 1])
    between = scene.unit.set_apart and all(piece.open and is_sentence(piece.unit.words) for piece in around)
    return scene if between else None


def mark_tail(text: str, pieces: list[Piece], language: str) -> None:
    """Names, dates and links below the last paragraph."""
    paragraphs = [i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)]
    if not paragraphs:
        return
    closed = next((i for i, p in enumerate(pieces) if p.kind is RemovedKind.FURNITURE and _ends_a_post(p)), None)
    if closed is not None and paragraphs[0] < closed and _is_little(pieces[closed + 1 :]):
        for piece in pieces[closed + 1 :]:
            facts = read_margin_facts(text, piece.unit, language) if piece.open else None
            if facts is not None and facts.kind is RemovedKind.DATE:
                piece.leave(facts)
            elif piece.open:
                piece.leave_as_furniture()
        paragraphs = [i for i in paragraphs if i < closed]
    tail = pieces[paragraphs[-1] + 1 :]
    for above, piece in pairwise(pieces[paragraphs[-1] :]):
        # "© Le Soir" below the text is whose text it is; below a caption, whose picture.
        owned = piece.kind is RemovedKind.CREDIT and piece.facts is not None and piece.facts.source is not None
        if owned and _RIGHTS_MARK.match(piece.unit.words) and above.kind is not BlockKind.CAPTION and piece.facts:
            signed = read_source(text, piece.span)  # "© Le Baobab Libéré : Éric Mbarga"
            people = signed.signatures if signed else ()
            piece.leave(Facts(RemovedKind.FURNITURE, source=piece.facts.source, signatures=people))
    if tail and tail[0].open and (signed := _signed_alone(text, tail)) is not None:
        tail[0].leave(Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures))
    links = over = False
    for piece in tail:
        if links and piece.open and not piece.unit.level and not piece.unit.bullet:
            piece.leave_as_furniture()
        links = links or (piece.kind is RemovedKind.FURNITURE and announces_links(piece.unit.words))
        # Below the first button or notice no words of the article stand, but perhaps who signs it.
        if piece.open and piece is tail[-1] and _MORE_TO_COME.fullmatch(piece.unit.words):
            piece.leave_as_furniture()
        over = over or (piece.kind is RemovedKind.FURNITURE and not is_separator(piece.unit.words))
        if over and piece.open and not piece.unit.level and not piece.unit.bullet:
            facts = read_margin_facts(text, piece.unit, language)
            if facts is None or facts.kind is RemovedKind.RUBRIC:
                piece.hand_on(RemovedKind.FURNITURE, _house_of_the_page(piece) if piece is tail[-1] else None)
    if tail and tail[-1].open and _is_desk(tail[-1].unit.words):
        tail.pop().leave(Facts(RemovedKind.BYLINE))
    if tail and tail[-1].open and tail[-1].unit.set_apart and _BRAND.fullmatch(tail[-1].unit.words):
        tail[-1].hand_on(RemovedKind.BYLINE, _house_of_the_page(tail[-1]))
    if len(tail) > 1 and tail[-1].open and (house := _house_below_the_signer(tail[-2], tail[-1])) is not None:
        tail[-1].hand_on(RemovedKind.BYLINE, house)
    # From the last line up, as far as they sign or date the text: a programme of days and names is no signature.
    if len(tail) > 1 and _is_office_below_a_name(text, tail[-2], tail[-1]):
        tail.pop().leave(Facts(RemovedKind.BYLINE))
    for place in range(len(tail) - 1, -1, -1):
        piece = tail[place]
        if not piece.open:
            continue
        house = _house_below_a_name(text, tail[place - 1], piece) if place else None
        if house is not None:
            piece.hand_on(RemovedKind.BYLINE, house)
            continue
        facts = None
        if not piece.unit.level and not is_rubric(piece.unit.words):
            facts = read_margin_facts(text, piece.unit, language)
        if facts is None or any(day.start is None for day in facts.days):
            return
        piece.leave(facts)


def _ends_a_post(piece: Piece) -> bool:
    return piece.facts is not None and piece.facts.source is not None and closes_a_post(piece.unit.words)


def _is_little(pieces: list[Piece]) -> bool:
    """Whether what stands there is the name and the motto of a page rather than another entry."""
    return sum(len(piece.unit.words) for piece in pieces if piece.open) <= _LONGEST_FOOT


def _is_desk(words: str) -> bool:
    """Whether the initials of who wrote a dispatch stand there, and no small word."""
    return _DESK_INITIALS.fullmatch(words) is not None and words.strip("-/()") not in FUNCTION_WORDS


def _signed_alone(text: str, tail: list[Piece]) -> Signed | None:
    """Who signs right below the last paragraph, whatever the page sets below; None for the first name of a list."""
    first = tail[0]
    if not first.unit.set_apart or first.unit.level or first.unit.bullet:
        return None
    if len(tail) > 1 and tail[1].open and (not tail[1].unit.set_apart or read_signature(text, tail[1].span)):
        return None
    signed = read_signature(text, first.span)
    return signed if signed is not None and signed.signatures else None


def _house_below_the_signer(signer: Piece, piece: Piece) -> Found | None:
    """The paper that closes a text below its byline: "Synthèse de Bakary Dembélé", and below "Le Sphinx de Kayes"."""
    words = piece.unit.words
    signed = signer.facts is not None and bool(signer.facts.signatures)
    if not signed or piece.unit.bullet or piece.unit.level or not 1 < len(words.split()) <= 5 or is_post(words):
        return None
    return Found(words, piece.span) if is_outlet(words) and is_proper(words) and piece.unit.lines == 1 else None


def _house_of_the_page(piece: Piece) -> Found | None:
    """The site's own name, which closes the page: "Cameroun Matinal"."""
    words = piece.unit.words
    named = 2 <= len(words.split()) <= 4 and is_proper(words) and names_a_medium(words) and not is_rubric(words)
    named = named or _BRAND.fullmatch(words) is not None
    return Found(words, piece.span) if named and piece.unit.lines == 1 else None


def _house_below_a_name(text: str, name: Piece, house: Piece) -> Found | None:
    """The paper on the line right below who signs: "Sidi Ould Ahmed", and below "Nouakchott Matin"."""
    if not name.open or house.unit.set_apart or house.unit.bullet or house.unit.level:
        return None
    signed = read_signature(text, name.span)
    return read_affiliation(text, house.span) if signed is not None and signed.signatures else None


def _is_office_below_a_name(text: str, name: Piece, office: Piece) -> bool:
    """Whether the last two lines sign a statement: "Jens Stoltenberg", and below "NATO Secretary General"."""
    if (
        not (name.open and office.open)
        or office.unit.bullet
        or office.unit.level
        or len(office.unit.words.split()) > 10
    ):
        return False
    if read_affiliation(text, office.span) is not None:
        return False
    return read_signature(text, name.span) is not None and read_signature(text, office.span) is None


def mark_body(text: str, pieces: list[Piece], language: str) -> None:
    """Subheadings, list items, block quotes; whatever is left is a paragraph."""
    content = [piece for piece in pieces if piece.open or isinstance(piece.kind, BlockKind)]
    # Where the format itself marks its headings, no other line is one.
    marked = any(piece.kind is BlockKind.SUBHEADING for piece in content)
    able = [piece.open and not marked and piece.dateline is None and is_subheading(piece.unit) for piece in content]
    for index in _heads_of_lists(content, able):
        able[index] = False
        content[index].kind, content[index].level = BlockKind.SUBHEADING, 2
    runs = _runs(able)
    last = max(
        (i for i, piece in enumerate(content) if is_sentence(piece.unit.words) or piece.unit.bullet), default=-1
    )
    for index, piece in enumerate(content):
        if not piece.open:
            continue
        unit = piece.unit
        before = content[index - 1] if index else None
        if unit.quoted or _is_block_quote(unit, content[index + 1] if index + 1 < len(content) else None):
            piece.kind = BlockKind.BLOCK_QUOTE
        elif unit.bullet or (unit.numbered and _in_numbered_list(content, index)):
            piece.kind = BlockKind.LIST_ITEM
        elif able[index] and runs[index] >= 3 and not unit.level:
            listed = before is not None and (ends_open(before.unit.words) or before.kind is BlockKind.LIST_ITEM)
            piece.kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
        elif able[index] and before is not None and index < last and _heads(content, index):
            piece.kind, piece.level = BlockKind.SUBHEADING, unit.level or 2
        else:
            piece.kind = BlockKind.PARAGRAPH


def _heads_of_lists(content: list[Piece], able: list[bool]) -> list[int]:
    """The lines that stand alone above a list without marks: "Programme", a gap, then lines with no gap between."""
    found = []
    for index in range(1, len(content) - 2):
        line, first, second = (content[place].unit for place in (index, index + 1, index + 2))
        alone = able[index] and not line.level and line.set_apart and first.set_apart and len(line.words.split()) <= 5
        if alone and able[index + 1] and able[index + 2] and not second.set_apart and not able[index - 1]:
            found.append(index)
    return found


def _heads(content: list[Piece], index: int) -> bool:
    """Whether something follows that a subheading can head, and nothing before it asks for the line itself."""
    before = content[index - 1]
    if before.kind is BlockKind.PARAGRAPH and ends_open(before.unit.words):
        return False
    after = next((piece for piece in content[index + 1 :] if piece.kind is not BlockKind.CAPTION), None)
    return after is not None and not (content[index].unit.words.endswith(":") and after.unit.bullet)


def _runs(flags: list[bool]) -> list[int]:
    """For each flag that is set, how many stand together."""
    lengths = [0] * len(flags)
    start = 0
    for index in range(len(flags) + 1):
        if index == len(flags) or not flags[index]:
            lengths[start:index] = [index - start] * (index - start)
            start = index + 1
    return lengths


def _in_numbered_list(content: list[Piece], index: int) -> bool:
    """Numbers on neighbouring lines make a list; one before a paragraph heads it."""
    near = content[max(0, index - 1) : index] + content[index + 1 : index + 2]
    return any(piece.unit.numbered for piece in near)


def _is_block_quote(unit: Unit, after: Piece | None) -> bool:
    """Words wholly in quotation marks, with who said them on the next line after a dash."""
    words = unit.words
    quoted = (words[:1], words[-1:]) in {("«", "»"), ("“", "”"), ('"', '"')}
    return quoted and after is not None and after.unit.bullet and len(after.unit.words.split()) <= 12
