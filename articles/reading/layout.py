"""Text → blocks and removed spans, which together cover it exactly: what each line of a text is.

`units` puts lines together, `line_facts` recognises the lines that are not the article's own words (dates,
bylines, credits, furniture), and this module tells title, standfirst, subheadings, captions and paragraphs by
where they stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from articles.reading.calendar_words import plain
from articles.reading.captions import foreign_captions, is_caption
from articles.reading.date_lines import read_archive_header
from articles.reading.datelines import DatelineFound, read_dateline
from articles.reading.dates import DateSpan
from articles.reading.embargo import is_embargo
from articles.reading.furniture import announces_links, is_rubric
from articles.reading.headings import (
    LONGEST_STANDFIRST,
    ends_open,
    is_deck,
    is_sentence,
    is_subheading,
    is_title,
    stops,
)
from articles.reading.language import UNKNOWN, language_of
from articles.reading.line_facts import Facts, read_facts, read_margin_facts
from articles.reading.results import Block, BlockKind, Found, FoundDate, Removed, RemovedKind, Signature, Span
from articles.reading.signatures import read_letterhead
from articles.reading.units import Unit, units_of
from partners.names import Form, Names

_HEAD_LINES = 8  # an embargo stands among these
_SET_APART = {RemovedKind.DATE, RemovedKind.BYLINE, RemovedKind.CREDIT, RemovedKind.DATELINE}
_QUOTE_SOURCE = re.compile(r"[—–-]{1,2}\s*\S")
_NOT_FOLDED = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Layout:
    """`blocks` and `removed` tile the text. `own_days`: the days of dateline and date lines, with or without year."""

    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    title: Found | None = None
    standfirst: Found | None = None
    dateline: Found | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    source: Found | None = None
    signatures: tuple[Signature, ...] = ()
    editors: tuple[Signature, ...] = ()
    credits: tuple[Found, ...] = ()
    embargo_line: Span | None = None
    own_days: tuple[DateSpan, ...] = ()


@dataclass(slots=True)
class _Piece:
    """A unit on its way to a decision; `facts` are what it hands on when it leaves the article."""

    unit: Unit
    kind: BlockKind | RemovedKind | None = None
    facts: Facts | None = None
    dateline: DatelineFound | None = None
    level: int = 0

    @property
    def open(self) -> bool:
        return self.kind is None

    def leave(self, facts: Facts) -> None:
        self.kind, self.facts = facts.kind, facts


def lay_out(text: str, *, language: str, names: Names | None = None, brief: Span | None = None) -> Layout:
    """Tell what each line of a text is. `names` gives the cities that a bare dateline may name."""
    pieces = [_Piece(unit) for unit in units_of(text, brief.end if brief else 0)]
    _mark_facts(text, pieces, language)
    body = _mark_datelines(text, pieces, _places(names), language)
    _mark_head(text, pieces, body, language)
    _mark_captions(pieces, language)
    _mark_standfirst(pieces)
    _mark_tail(text, pieces, language)
    _mark_body(text, pieces, language)
    return _assembled(text, pieces, language, brief)


def _places(names: Names | None) -> frozenset[str]:
    if names is None:
        return frozenset()
    capitals = (each.text for country in names.countries for each in country.surfaces if each.form is Form.CAPITAL)
    cities = (place for meeting in names.meetings for place in meeting.places)
    return frozenset(plain(name) for name in (*capitals, *cities))


def _mark_facts(text: str, pieces: list[_Piece], language: str) -> None:
    """The lines that leave the article wherever they stand, and the embargo and archive header on top."""
    for piece in pieces[:_HEAD_LINES]:
        if is_embargo(piece.unit.words):
            piece.kind = RemovedKind.EMBARGO
    if len(pieces) > 2:
        first, second = (Span(piece.unit.start, piece.unit.end) for piece in pieces[:2])
        header = read_archive_header(text, first, second, language)
        if header is not None:
            pieces[0].leave(Facts(RemovedKind.BYLINE, source=header.source))
            pieces[1].leave(Facts(RemovedKind.DATE, published=header.published, days=header.dates))
    link_follows = False
    for index, piece in enumerate(pieces):
        if not piece.open:
            continue
        if link_follows and not is_sentence(piece.unit.words) and len(piece.unit.words) <= 200:
            piece.leave(Facts(RemovedKind.FURNITURE))
            # A list of links ends at a gap.
            link_follows = index + 1 < len(pieces) and not pieces[index + 1].unit.set_apart
            continue
        facts = read_facts(text, piece.unit, language)
        link_follows = facts is not None and announces_links(piece.unit.words)
        if facts is not None:
            piece.leave(facts)


def _mark_datelines(text: str, pieces: list[_Piece], places: frozenset[str], language: str) -> int:
    """The dateline before the first words; returns where the paragraphs begin, `len(pieces)` where there are none."""
    first = next((i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)), len(pieces))
    looked_at = 0
    for index, piece in enumerate(pieces):
        if not piece.open or piece.unit.bullet:
            continue
        found = read_dateline(text, Span(piece.unit.start, piece.unit.end), places, language)
        if found is not None and (is_sentence(piece.unit.words) or found.source or found.date):
            piece.dateline = found
            return min(first, index)
        looked_at += is_sentence(piece.unit.words)
        if looked_at == 3:
            break
    return first


def _mark_head(text: str, pieces: list[_Piece], body: int, language: str) -> None:
    """The title, and what stands around it above the first paragraph."""
    if body == len(pieces):
        return
    head = [index for index in range(body) if pieces[index].open]
    title = _title_among(text, pieces, head, language)
    for index in head:
        piece = pieces[index]
        if index == title:
            piece.kind = BlockKind.TITLE
        elif title is not None and _says_again(piece.unit.words, pieces[title].unit.words):
            piece.kind = RemovedKind.REPEAT
        elif title is not None and (letterhead := read_letterhead(text, _span(piece))) is not None:
            piece.leave(Facts(RemovedKind.BYLINE, source=letterhead.source))
        elif (facts := read_margin_facts(text, piece.unit, language)) is not None:
            piece.leave(facts)
        elif title is not None and index < title and _is_kicker(piece.unit, pieces[title].unit):
            piece.kind = RemovedKind.RUBRIC
    if title is not None:
        repeated = pieces[title].unit.words
        for piece in pieces[body:]:
            if piece.open and piece.dateline is None and _same_words(piece.unit.words, repeated):
                piece.kind = RemovedKind.REPEAT


def _title_among(text: str, pieces: list[_Piece], head: list[int], language: str) -> int | None:
    """Which of the lines above the paragraphs is the title: the first that can be one, its kicker passed over."""
    able: list[int] = []
    for index in head:
        unit = pieces[index].unit
        if stops(unit.words) and len(unit.words.split()) >= 4:
            break  # the text has begun: "Les décisions :"
        if is_caption(unit.words) or not is_title(unit):
            continue
        facts = read_margin_facts(text, unit, language)
        if facts is not None and not (facts.kind is RemovedKind.BYLINE and not able):
            continue
        able.append(index)
    # A name alone is a title only where nothing better stands below it.
    named = [index for index in able if read_margin_facts(text, pieces[index].unit, language) is not None]
    able = [index for index in able if index not in named] or able
    if not able:
        return None
    letterheads = [index for index in able if read_letterhead(text, _span(pieces[index])) is not None]
    able = [index for index in able if index not in letterheads] or able
    if len(able) > 1 and _is_kicker(pieces[able[0]].unit, pieces[able[1]].unit):
        return able[1]
    # A page's own title "… | Le Monde" above the headline is the same title once more.
    for later in able[1:]:
        if _page_title_of(pieces[able[0]].unit.words, pieces[later].unit.words):
            return later
    return able[0]


def _is_kicker(first: Unit, second: Unit) -> bool:
    """Whether a line of a few words stands above the title it belongs to."""
    return (
        not first.level
        and len(first.words.split()) <= 4
        and len(first.words) <= 40
        and len(second.words.split()) >= 5
        and len(second.words) >= 1.5 * len(first.words)
        and not first.words.endswith(("?", "!"))
    )


def _page_title_of(page: str, title: str) -> bool:
    return len(page) > len(title) and re.match(re.escape(title) + r"\s+[|–—-]\s+\S.{0,60}$", page) is not None


def _says_again(words: str, title: str) -> bool:
    return _same_words(words, title) or _page_title_of(words, title)


def _span(piece: _Piece) -> Span:
    return Span(piece.unit.start, piece.unit.end)


def _same_words(one: str, other: str) -> bool:
    return _NOT_FOLDED.sub("", plain(one)) == _NOT_FOLDED.sub("", plain(other))


def _mark_captions(pieces: list[_Piece], language: str) -> None:
    """Captions by their marks, by a credit on the line below, or by their language."""
    open_pieces = [piece for piece in pieces if piece.open]
    foreign = foreign_captions([piece.unit for piece in open_pieces], language)
    for index, piece in enumerate(open_pieces):
        if piece.dateline is None and (index in foreign or is_caption(piece.unit.words)):
            piece.kind = BlockKind.CAPTION
    for piece, below in pairwise(pieces):
        credited = below.kind is RemovedKind.CREDIT and not below.unit.set_apart
        if piece.open and credited and piece.unit.set_apart and len(piece.unit.words) <= 300 and not piece.unit.level:
            piece.kind = BlockKind.CAPTION


def _mark_standfirst(pieces: list[_Piece]) -> None:
    """The summary under the title: set apart from the paragraphs by a caption, a byline, a date or a dateline."""
    title = next((i for i, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    if title is None:
        return
    first = next((i for i in range(title + 1, len(pieces)) if pieces[i].open), None)
    if first is None or first + 1 >= len(pieces):
        return
    piece, after = pieces[first], pieces[first + 1 :]
    if piece.unit.level or piece.unit.bullet or piece.unit.quoted or piece.dateline is not None:
        return
    if not any(other.open for other in after):
        return
    if not is_sentence(piece.unit.words):
        if is_deck(piece.unit.words) and not ends_open(piece.unit.words):
            piece.kind = BlockKind.STANDFIRST
        return
    following = next(other for other in after if other.kind is not RemovedKind.FURNITURE)
    pictured = any(other.kind in {BlockKind.CAPTION, RemovedKind.CREDIT} for other in pieces[title:first])
    if pictured and following.kind is BlockKind.CAPTION:
        return  # the text proper begins below the picture; this one is only the next
    set_apart = following.kind is BlockKind.CAPTION or following.kind in _SET_APART or following.dateline is not None
    if set_apart and len(piece.unit.words) <= LONGEST_STANDFIRST:
        piece.kind = BlockKind.STANDFIRST


def _mark_tail(text: str, pieces: list[_Piece], language: str) -> None:
    """Names, dates and links below the last paragraph."""
    paragraphs = [i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)]
    if not paragraphs:
        return
    links = False
    for piece in pieces[paragraphs[-1] + 1 :]:
        links = links or (piece.kind is RemovedKind.FURNITURE and announces_links(piece.unit.words))
        if not piece.open or piece.unit.level:
            continue
        if links and not piece.unit.bullet:
            piece.leave(Facts(RemovedKind.FURNITURE))
        elif not is_rubric(piece.unit.words):
            facts = read_margin_facts(text, piece.unit, language)
            if facts is not None:
                piece.leave(facts)


def _mark_body(text: str, pieces: list[_Piece], language: str) -> None:
    """Subheadings, list items, block quotes; whatever is left is a paragraph."""
    content = [piece for piece in pieces if piece.open or isinstance(piece.kind, BlockKind)]
    able = [piece.open and piece.dateline is None and is_subheading(piece.unit) for piece in content]
    runs = _runs(able)
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
        elif able[index] and before is not None and _heads(content, index):
            piece.kind, piece.level = BlockKind.SUBHEADING, unit.level or 2
        else:
            piece.kind = BlockKind.PARAGRAPH


def _heads(content: list[_Piece], index: int) -> bool:
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


def _in_numbered_list(content: list[_Piece], index: int) -> bool:
    """Numbers on neighbouring lines make a list; one before a paragraph heads it."""
    near = content[max(0, index - 1) : index] + content[index + 1 : index + 2]
    return any(piece.unit.numbered for piece in near)


def _is_block_quote(unit: Unit, after: _Piece | None) -> bool:
    """Words wholly in quotation marks, with who said them on the next line after a dash."""
    words = unit.words
    quoted = (words[:1], words[-1:]) in {("«", "»"), ("“", "”"), ('"', '"')}
    return quoted and after is not None and after.unit.bullet and len(after.unit.words.split()) <= 12


def _assembled(text: str, pieces: list[_Piece], language: str, brief: Span | None) -> Layout:
    blocks: list[Block] = []
    removed: list[Removed] = []
    for kind, span, piece in _spans(pieces, brief):
        if isinstance(kind, RemovedKind):
            removed.append(Removed(kind, span))
        elif piece is not None:
            words = (
                piece.unit.words if span.start == piece.unit.start else piece.unit.words[-(span.end - span.start) :]
            )
            blocks.append(Block(kind, span, words, _language_of(words, language), piece.level))
    tiled = tuple(_with_space(len(text), blocks, removed))
    facts = [piece.facts for piece in pieces if piece.facts is not None]
    dateline = next((piece.dateline for piece in pieces if piece.dateline is not None), None)
    days = [day for each in facts for day in each.days]
    if dateline is not None and dateline.date is not None:
        days.append(dateline.date)
    published = next((each.published for each in facts if each.published), dateline.published if dateline else None)
    return Layout(
        tuple(blocks),
        tiled,
        _first(blocks, BlockKind.TITLE),
        _first(blocks, BlockKind.STANDFIRST),
        (dateline.place if dateline else None) or next((each.dateline for each in facts if each.dateline), None),
        published,
        next((each.updated for each in facts if each.updated), None),
        _source(facts, dateline),
        _once(signature for each in facts for signature in each.signatures),
        _once(editor for each in facts for editor in each.editors),
        tuple(each.credit for each in facts if each.credit),
        next((Span(p.unit.start, p.unit.end) for p in pieces if p.kind is RemovedKind.EMBARGO), None),
        tuple(days),
    )


def _spans(pieces: list[_Piece], brief: Span | None) -> Iterator[tuple[BlockKind | RemovedKind, Span, _Piece | None]]:
    if brief is not None:
        yield RemovedKind.BRIEF, brief, None
    for piece in pieces:
        assert piece.kind is not None  # `_mark_body` leaves none open
        start = piece.unit.start
        if piece.dateline is not None:
            start = piece.dateline.span.end
            yield RemovedKind.DATELINE, piece.dateline.span, None
        yield piece.kind, Span(start, piece.unit.end), piece


def _with_space(length: int, blocks: list[Block], removed: list[Removed]) -> Iterator[Removed]:
    """The removed spans with all that lies between pieces, so that nothing of the text is left out."""
    position = 0
    pieces: list[Block | Removed] = sorted([*blocks, *removed], key=lambda piece: piece.span.start)
    for piece in pieces:
        if position < piece.span.start:
            yield Removed(RemovedKind.SPACE, Span(position, piece.span.start))
        if isinstance(piece, Removed):
            yield piece
        position = piece.span.end
    if position < length:
        yield Removed(RemovedKind.SPACE, Span(position, length))


def _language_of(words: str, language: str) -> str:
    """A block's own language where it shows one clearly, else the text's."""
    own = language_of(words, quoted=False) if len(words.split()) >= 5 else UNKNOWN
    return language if own == UNKNOWN else own


def _first(blocks: list[Block], kind: BlockKind) -> Found | None:
    return next((Found(block.text, block.span) for block in blocks if block.kind is kind), None)


def _once(signatures: Iterable[Signature]) -> tuple[Signature, ...]:
    """Each person once, at the first place where the name stands."""
    by_name: dict[str, Signature] = {}
    for signature in signatures:
        by_name.setdefault(plain(signature.name), signature)
    return tuple(by_name.values())


def _source(facts: list[Facts], dateline: DatelineFound | None) -> Found | None:
    """The publisher: what a byline or source line names, else the dateline's agency; never the owner of a picture."""
    named = [each.source for each in facts if each.source and each.kind is not RemovedKind.CREDIT]
    if named:
        return named[0]
    if dateline is not None and dateline.source is not None:
        return dateline.source
    return None
