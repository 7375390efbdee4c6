"""Text → blocks and removed spans, which together cover it exactly: what each line of a text is.

`units` puts lines together, `line_facts` recognises the lines that are not the article's own words (dates,
bylines, credits, furniture), `head` and `body` tell title, standfirst, subheadings, captions and paragraphs by where
they stand, `assembling` puts them together, and this module takes them through these steps.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from articles.reading.agencies import is_outlet, is_proper
from articles.reading.assembling import Layout, assembled
from articles.reading.biographies import heads_a_biography, house_of_biography, presents, read_biographies
from articles.reading.body import mark_body
from articles.reading.boxes import mark_boxes
from articles.reading.bylines import mark_parted_bylines, mark_posts
from articles.reading.calendar_words import plain
from articles.reading.captions import is_caption
from articles.reading.date_lines import LONGEST_LABEL, read_announced_date, read_date_line
from articles.reading.datelines import read_dateline, read_house_before
from articles.reading.embargo import is_embargo
from articles.reading.field_codes import mark_field_codes
from articles.reading.formats.document import Mark
from articles.reading.furniture import announces_links
from articles.reading.head import mark_head
from articles.reading.headings import is_sentence, is_title
from articles.reading.issue_lines import read_archive_header
from articles.reading.line_facts import Facts, of_dates, read_facts
from articles.reading.mail import date_by_mail, mark_letter, read_mail
from articles.reading.marked import pieces_of
from articles.reading.mastheads import mark_issuer
from articles.reading.moments import read_moment
from articles.reading.per_registry import once_per_registry
from articles.reading.picture_lines import mark_captions
from articles.reading.pieces import Piece
from articles.reading.results import BlockKind, Found, FoundDate, RemovedKind, Span
from articles.reading.running_heads import mark_running_heads
from articles.reading.signatures import read_closing_byline
from articles.reading.standfirst import mark_standfirst
from articles.reading.tail import RIGHTS_MARK, mark_tail
from partners.names import Form, Names

_NO_NAMES = Names()
_DASHES = ("-", "–", "—")
_LAST = 4  # paragraphs among which a text presents its author
_DAY_BEFORE_TITLE = re.compile(r"(?P<day>\d\d[-/.]\d\d[-/.]\d{4}(?:\s+\d\d?[:h]\d\d)?)\s+[-–—|]\s+(?=\S)")
_HOUR_OF_UPDATE = re.compile(
    r"(?:mise?\s+à\s+jour|modifiée?|actualisée?|updated|actualizado)\s+(?:à|at|a\s+las?)\s+\d", re.IGNORECASE
)
_DATED_LINES = 20  # lines
_HEAD_LINES = 8  # an embargo stands among these


def lay_out(
    text: str,
    *,
    language: str,
    names: Names | None = None,
    brief: Span | None = None,
    marks: Sequence[Mark] = (),
) -> Layout:
    """Tell what each line of a text is. `names` gives the cities that a bare dateline may name; a line with a mark
    is what the mark says."""
    pieces = pieces_of(text, brief, marks)
    _part_day_from_title(text, pieces, language)
    mail = read_mail(text, pieces, language)
    mark_field_codes(text, pieces, language)
    mark_running_heads(text, pieces)
    _mark_facts(text, pieces, language)
    if mail is not None:
        mark_letter(text, pieces, mail)
    mark_parted_bylines(text, pieces)
    mark_issuer(text, pieces[:_HEAD_LINES])
    places = _places(names or _NO_NAMES)
    body = _mark_datelines(text, pieces, places, language)
    mark_boxes(pieces)
    mark_head(text, pieces, body, language, places)
    _mark_filed_under(pieces, body, _countries(names or _NO_NAMES))
    mark_posts(text, pieces)
    mark_captions(pieces, language)
    mark_standfirst(text, pieces)
    mark_tail(text, pieces, language)
    mark_body(text, pieces, language)
    _mark_closing_bylines(text, pieces)
    _mark_biographies(text, pieces)
    _mark_hours_of_update(pieces)
    if mail is not None:
        date_by_mail(pieces, mail)
    return assembled(text, pieces, language, brief)


@once_per_registry
def _places(names: Names) -> frozenset[str]:
    capitals = (each.text for country in names.countries for each in country.surfaces if each.form is Form.CAPITAL)
    cities = (place for meeting in names.meetings for place in meeting.places)
    return frozenset(plain(name) for name in (*capitals, *cities))


@once_per_registry
def _countries(names: Names) -> frozenset[str]:
    return frozenset(
        plain(each.text) for country in names.countries for each in country.surfaces if each.form is Form.NAME
    )


def _mark_filed_under(pieces: list[Piece], body: int, countries: frozenset[str]) -> None:
    """The country that a page files its text under, alone on a line between the title and the first paragraph."""
    title = next((index for index, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), body)
    for piece in pieces[title:body]:
        if piece.open and len(piece.unit.words.split()) <= 4 and plain(piece.unit.words) in countries:
            piece.kind = RemovedKind.RUBRIC


def _part_day_from_title(text: str, pieces: list[Piece], language: str) -> None:
    """ "04-03-2024 18:30 - Le ministre reçoit…": a page's first line that sets the day before its title."""
    match = _DAY_BEFORE_TITLE.match(text, pieces[0].unit.start, pieces[0].unit.end) if pieces else None
    if match is None or not pieces[0].open or pieces[0].unit.lines > 1:
        return
    unit = pieces[0].unit
    dated = read_moment(text, Span(unit.start, match.end("day")), language)
    title = replace(unit, start=match.end(), words=text[match.end() : unit.end])
    if dated is not None and is_title(title):
        pieces[0].unit = title
        day = Piece(replace(unit, end=match.end("day"), words=match["day"]))
        day.leave(of_dates(dated))
        pieces.insert(0, day)


def _mark_facts(text: str, pieces: list[Piece], language: str) -> None:
    """The lines that leave the article wherever they stand, and the embargo and archive header on top."""
    for piece in islice((piece for piece in pieces if piece.open), _HEAD_LINES):
        if is_embargo(piece.unit.words):
            piece.kind = RemovedKind.EMBARGO
    if len(pieces) > 2 and pieces[0].open and pieces[1].open:
        first, second = (piece.span for piece in pieces[:2])
        header = read_archive_header(text, first, second, language)
        if header is not None:
            pieces[0].leave(Facts(RemovedKind.BYLINE, source=header.source))
            pieces[1].leave(Facts(RemovedKind.DATE, published=header.published, days=header.dates))
    for label, line in pairwise(pieces):
        short = label.open and line.open and len(label.unit.words) <= LONGEST_LABEL
        if short and (dates := read_announced_date(text, label.span, line.span, language)):
            label.leave(Facts(RemovedKind.DATE))
            line.leave(of_dates(dates))
    link_follows = False
    for index, piece in enumerate(pieces):
        listed = piece.kind is BlockKind.LIST_ITEM
        if not (piece.open or (link_follows and listed)):
            announced = piece.kind is RemovedKind.FURNITURE and announces_links(piece.unit.words)
            link_follows = link_follows or announced
            continue
        if link_follows and RIGHTS_MARK.match(piece.unit.words):
            link_follows = False  # "© Le Soir" below the links is the page's own
        if link_follows and not is_sentence(piece.unit.words) and len(piece.unit.words) <= 200:
            facts = read_facts(text, piece.unit, language)
            dated = facts is not None and (facts.published or facts.updated or facts.signatures)
            piece.leave(facts if facts is not None and dated else Facts(RemovedKind.FURNITURE))
            # A list of links ends at a gap.
            link_follows = index + 1 < len(pieces) and not pieces[index + 1].unit.set_apart
            continue
        if listed:
            link_follows = False
            continue
        facts = read_facts(text, piece.unit, language)
        link_follows = facts is not None and announces_links(piece.unit.words)
        if facts is not None:
            piece.leave(facts)


def _mark_datelines(text: str, pieces: list[Piece], places: frozenset[str], language: str) -> int:
    """The dateline before the first words; returns where the paragraphs begin, `len(pieces)` where there are none."""
    told = [i for i, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)]
    # Pictures may stand above the title, and what they show is no paragraph.
    first = next((i for i in told if not is_caption(pieces[i].unit.words)), told[0] if told else len(pieces))
    looked_at = 0
    for index, piece in enumerate(pieces):
        if not piece.open or piece.unit.bullet:
            continue
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if below is not None and below.open and piece.unit.words.endswith(_DASHES):
            line = read_dateline(text, Span(piece.unit.start, below.unit.end), places, language)
            if line is not None and line.span.end == below.unit.start and is_sentence(below.unit.words):
                # A dateline on a line of its own: "MADRID, 9 Mar. (EUROPA PRESS) -"
                days = (line.date,) if line.date is not None else ()
                piece.leave(
                    Facts(RemovedKind.DATELINE, line.published, source=line.source, dateline=line.place, days=days)
                )
                return min(first, index + 1)
            name = piece.unit.words.rstrip(" -–—")
            if is_outlet(name) and is_proper(name) and is_sentence(below.unit.words):
                # The paper on a line of its own: "Ammon News -"
                source = Found(name, Span(piece.unit.start, piece.unit.start + len(name)))
                piece.hand_on(RemovedKind.BYLINE, source)
                continue
        found = read_dateline(text, piece.span, places, language)
        if found is None and index == first:
            found = read_house_before(text, piece.span, places, language)
        if found is not None and not is_sentence(piece.unit.words):
            # "MAP: 5 juin 2023" below a text is a line of its own
            opens = (found.source or found.date) and read_date_line(text, piece.span, language) is None
            found = found if opens else None
        if found is not None:
            piece.dateline = found
            return min(first, index)
        looked_at += is_sentence(piece.unit.words) and not is_caption(piece.unit.words)
        if looked_at == 3:
            break
    return first


def _mark_closing_bylines(text: str, pieces: list[Piece]) -> None:
    """Who asked the questions, as the standfirst or the last paragraph ends: the words stay where they are."""
    last = next((piece for piece in reversed(pieces) if piece.kind is BlockKind.PARAGRAPH), None)
    for piece in pieces:
        if piece.kind is BlockKind.STANDFIRST or piece is last:
            signed = read_closing_byline(text, piece.span)
            if signed is not None:
                piece.facts = Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures)


def _mark_hours_of_update(pieces: list[Piece]) -> None:
    """ "Actualizado a las 17:42" right below the day: the text was changed on that same day."""
    for above, piece in pairwise(pieces[:_DATED_LINES]):
        day = above.facts.published if above.facts is not None else None
        below = piece.kind is RemovedKind.FURNITURE and not piece.unit.set_apart
        if day is not None and day.date.full and below and _HOUR_OF_UPDATE.match(piece.unit.words):
            piece.leave(Facts(RemovedKind.DATE, updated=FoundDate(day.date, piece.span)))


def _mark_biographies(text: str, pieces: list[Piece]) -> None:
    """What the last lines say of who signs leaves the article; what only they say of who wrote it stays and signs."""
    signers = [signature.name for piece in pieces if piece.facts for signature in piece.facts.signatures]
    last = [piece for piece in pieces if piece.kind in {BlockKind.PARAGRAPH, BlockKind.SUBHEADING}][-_LAST:]
    announced = False
    for piece in last:
        words = piece.unit.words
        if heads_a_biography(words, signers):
            announced = True
            piece.leave(Facts(RemovedKind.BYLINE))
        elif presents(text, piece.span, signers) or (announced and piece is last[-1]):
            piece.leave(Facts(RemovedKind.BYLINE, source=house_of_biography(text, piece.span)))
    people = read_biographies(text, last[-1].span) if last and not signers else ()
    if people and all(text.count(person.name) == 1 for person in people):
        house = house_of_biography(text, last[-1].span)
        last[-1].facts = Facts(RemovedKind.BYLINE, source=house, signatures=people)
