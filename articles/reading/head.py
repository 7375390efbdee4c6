"""What stands above the paragraphs: the title, its kicker and repetitions, the standfirst."""

import re
from collections.abc import Container
from itertools import pairwise

from articles.reading.agencies import is_proper
from articles.reading.captions import is_caption
from articles.reading.furniture import is_rubric
from articles.reading.head_houses import house_above_the_day, house_of_the_signer, paper_alone, town_below
from articles.reading.headers import below_the_header, event_above
from articles.reading.headings import is_sentence, is_title, stops
from articles.reading.known_houses import KNOWN_HOUSES
from articles.reading.line_facts import Facts, read_margin_facts
from articles.reading.mastheads import masthead, repeated_lines
from articles.reading.pieces import Piece
from articles.reading.publishers import signs_a_post
from articles.reading.repeats import begins_with, folded, is_page_title_of, says_again, stands_again
from articles.reading.results import BlockKind, Found, RemovedKind
from articles.reading.sources import is_state, read_letterhead
from articles.reading.units import Unit

_REPEATED_WITHIN = 12  # lines
_LONGEST_OF_PAGE = 160  # characters of a line that a page sets above a text
_LONGEST_TOLD_TITLE = 110  # characters of a title that is a sentence
_LONGEST_NAME = 3  # words of a town or a house
_MOST_KICKERS = 3
_LONGEST_DAY = 60  # characters of a line that is only a date
# "Video: Allies arrive in Tapa": a title that says what the page shows
_SHOWN = re.compile(r"(?:vidéo|video|photos|en\s+images|infographie)\s?[:.|–-]\s", re.IGNORECASE)


def mark_head(text: str, pieces: list[Piece], body: int, language: str, places: Container[str] = frozenset()) -> None:
    """The title, and what stands around it above the first paragraph. `places` are names of cities, folded."""
    if body == len(pieces):
        return
    dated = _date_of_page(text, pieces, language)
    body = max(body, dated)
    head = [index for index in range(body) if pieces[index].open]
    title = next((index for index, piece in enumerate(pieces) if piece.kind is BlockKind.TITLE), None)
    if title is None:
        title = _title_among(text, pieces, head, language, dated)
    if title is not None:
        pieces[title].kind = BlockKind.TITLE
    bodies = [index for index in head if index != title and read_letterhead(text, pieces[index].span) is not None]
    named = any(not is_state(pieces[index].unit.words) for index in bodies)
    own = masthead(pieces, [index for index in head if title is None or index <= title])
    for index in head:
        piece = pieces[index]
        if index == title:
            continue
        if index == 0 and piece.unit.words.isalpha() and piece.unit.words.islower():
            piece.kind = RemovedKind.RUBRIC  # "document", "analyse": the name of a field of the page
            continue
        if title is not None and says_again(piece.unit.words, pieces[title].unit.words):
            piece.kind = RemovedKind.REPEAT
        elif (title is not None or len(bodies) > 1) and (letterhead := read_letterhead(text, piece.span)) is not None:
            state = named and is_state(piece.unit.words)
            piece.hand_on(RemovedKind.BYLINE, None if state else letterhead.source)
        elif index in own:
            piece.hand_on(RemovedKind.RUBRIC if own[index] is None else RemovedKind.BYLINE, own[index])
        elif (dates := _bare_date(text, piece, language)) is not None:
            piece.leave(dates)
        elif title is not None and index < title and piece.unit.words in KNOWN_HOUSES and piece.unit.lines == 1:
            piece.hand_on(RemovedKind.BYLINE, Found(piece.unit.words, piece.span))
        elif title is not None and piece.unit.words.isupper() and _is_series(piece.unit, above=index < title):
            piece.kind = RemovedKind.RUBRIC
        elif title is not None and index > title and (house := paper_alone(piece)) is not None:
            piece.hand_on(RemovedKind.BYLINE, house)
        elif (facts := read_margin_facts(text, piece.unit, language)) is not None:
            if not (
                title is not None
                and index > title
                and facts.kind is RemovedKind.RUBRIC
                and _heads_a_section(pieces, index)
            ):
                piece.leave(facts)
        elif title is not None and index < title and _names_a_blog(pieces, index, title):
            piece.leave(Facts(RemovedKind.BYLINE, source=Found(piece.span.of(text), piece.span)))
        elif (house := house_of_the_signer(text, pieces, index)) is not None:
            piece.leave(Facts(RemovedKind.BYLINE, source=house))
        elif title is not None and index > title and (town := town_below(pieces, index, places)) is not None:
            piece.leave(Facts(RemovedKind.DATELINE, dateline=town))
        elif title is not None and (house := house_above_the_day(pieces, index, title, text, language)) is not None:
            piece.hand_on(RemovedKind.BYLINE, house)
        elif (
            title is not None
            and index < title
            and (_is_kicker(piece.unit, pieces[title].unit) or stands_again(pieces, title))
        ):
            piece.kind = RemovedKind.RUBRIC  # what a page says before a title that it says twice is its own
    if title is not None:
        repeated = folded(pieces[title].unit.words)
        for piece in pieces:
            words = piece.unit.words
            if not begins_with(repeated, words):
                continue
            stands = piece.open or piece.kind is BlockKind.SUBHEADING
            if stands and piece.dateline is None and folded(words) == repeated:
                piece.kind, piece.level = RemovedKind.REPEAT, 0


def _title_among(text: str, pieces: list[Piece], head: list[int], language: str, dated: int) -> int | None:
    """Which of the lines above the paragraphs is the title: the first that can be one, its kicker passed over."""
    able: list[int] = []
    for index in head:
        unit = pieces[index].unit
        if is_caption(unit.words) and not (index == head[0] and _SHOWN.match(unit.words)):
            continue
        if stops(unit.words) and len(unit.words.split()) >= 4:
            if index < dated and _stands_below(pieces, index, dated):
                continue  # the page's motto: the title is yet to come
            break  # the text has begun: "Les décisions :"
        if not is_title(unit):
            continue
        facts = read_margin_facts(text, unit, language)
        if facts is not None and not (facts.kind is RemovedKind.BYLINE and not able):
            # A headline in capitalised words may look like a name: "Foreign Guests Visit Naval Oceanography".
            if facts.kind is not RemovedKind.BYLINE or len(unit.words.split()) <= _LONGEST_NAME:
                continue
            if not stands_again(pieces, index):
                continue
        able.append(index)
    kicked = next((index for index in able if text[: pieces[index].unit.start].endswith(": ")), None)
    if kicked is not None:
        return kicked
    able = [index for index in able if not _names_above_the_day(pieces, index)] or able
    labels = repeated_lines(pieces) if able else frozenset()
    able = [index for index in able if pieces[index].unit.words not in labels]
    own = masthead(pieces, able)
    able = [index for index in able if index not in own]
    # What a page says twice above the text is its title.
    twice = [index for index in able if stands_again(pieces, index)]
    able = twice[:1] or able
    # A name alone is a title only where nothing better stands below it.
    named = [index for index in able if read_margin_facts(text, pieces[index].unit, language) is not None]
    able = [index for index in able if index not in named] or able
    if not able:
        event = event_above(pieces, head)
        return event if event is not None else _sentences_above_the_date(pieces, head, dated)
    letterheads = [index for index in able if read_letterhead(text, pieces[index].span) is not None]
    if len(letterheads) == len(able):
        event = event_above(pieces, head)
        if event is not None or (len(able) > 1 and any(is_state(pieces[index].unit.words) for index in able)):
            return event  # a communiqué may have no title below its state and its ministry
    able = [index for index in able if index not in letterheads] or able
    if (below := below_the_header(pieces, able, letterheads)) is not None:
        return below
    if (kicked := _below_kickers(pieces, able)) is not None:
        return kicked
    if len(able) > 1 and _names_a_blog(pieces, able[0], able[1]):
        return able[1]
    # A page's own title "… | Le Monde" above the headline is the same title once more.
    for later in able[1:]:
        if is_page_title_of(pieces[able[0]].unit.words, pieces[later].unit.words):
            return later
    return able[0]


def _names_above_the_day(pieces: list[Piece], index: int) -> bool:
    """Whether a town or a house stands right above the day: "New York", and below "3 May 2025"."""
    unit, below = pieces[index].unit, pieces[index + 1] if index + 1 < len(pieces) else None
    dated = below is not None and below.kind is RemovedKind.DATE and not below.unit.set_apart
    return dated and len(unit.words.split()) <= _LONGEST_NAME and is_proper(unit.words)


def _sentences_above_the_date(pieces: list[Piece], head: list[int], dated: int) -> int | None:
    """A title with its full stops, above a summary and the line that dates the text: "Rome looks south. It waits."."""
    above = [index for index in head if index < dated and not is_rubric(pieces[index].unit.words)]
    if len(above) < 2:
        return None
    first, second = pieces[above[0]].unit, pieces[above[1]].unit
    if first.bullet or first.quoted or len(first.words) > _LONGEST_TOLD_TITLE or not second.set_apart:
        return None
    return above[0]


def _date_of_page(text: str, pieces: list[Piece], language: str) -> int:
    """The line that dates the text, among the first of the page, none of them long: the text begins below it. Else 0.

    It says "Publié le …", or nothing but a day below one summary; a text that has several such days tells of them.
    """
    for index, piece in enumerate(pieces[:_REPEATED_WITHIN]):
        if piece.kind is RemovedKind.DATE and piece.facts is not None and piece.facts.published is not None:
            return index
        if piece.open and index > 1 and (day := _day_alone(text, piece, language)) is not None:
            several = any(other.open and _day_alone(text, other, language) for other in pieces[index + 1 :])
            if several or not any(other.open for other in pieces[index + 1 :]):
                return 0
            piece.leave(day)
            return index
        if len(piece.unit.words) > _LONGEST_OF_PAGE or piece.dateline is not None:
            return 0
    return 0


def _bare_date(text: str, piece: Piece, language: str) -> Facts | None:
    """What a line in capitals and figures says when it is a date: "09/02/2024 13:08 (UTC)"."""
    words = piece.unit.words
    if not words.isupper() or not any(map(str.isdigit, words)):
        return None
    facts = read_margin_facts(text, piece.unit, language)
    return facts if facts is not None and facts.kind is RemovedKind.DATE else None


def _day_alone(text: str, piece: Piece, language: str) -> Facts | None:
    """What the line says when it is a full date and nothing else."""
    unit = piece.unit
    if len(unit.words) > _LONGEST_DAY or unit.level or unit.quoted or not any(map(str.isdigit, unit.words)):
        return None
    facts = read_margin_facts(text, unit, language)
    return facts if facts is not None and facts.kind is RemovedKind.DATE and facts.published is not None else None


def _heads_a_section(pieces: list[Piece], index: int) -> bool:
    """Whether a rubric heads the first of several sections, as in a press review: others stand between paragraphs."""
    if index + 1 >= len(pieces) or not is_sentence(pieces[index + 1].unit.words):
        return False
    later = pieces[index + 2 :]
    return any(
        piece.open and piece.unit.set_apart and is_rubric(piece.unit.words) and is_sentence(below.unit.words)
        for piece, below in pairwise(later)
    )


def _stands_below(pieces: list[Piece], index: int, dated: int) -> bool:
    """Whether a line that can be the title, and that the page says twice, stands between the two."""
    between = (place for place in range(index + 1, dated) if pieces[place].open)
    return any(is_title(pieces[place].unit) and stands_again(pieces, place) for place in between)


def _is_series(unit: Unit, *, above: bool) -> bool:
    """Whether a line in capitals names a series or a station: any above the title, one word below it."""
    return above or (len(unit.words.split()) == 1 and not unit.level)


def _names_a_blog(pieces: list[Piece], first: int, second: int) -> bool:
    """Whether the first of two lines is the blog's name: a post's title stands right above its author and day."""
    if second + 1 >= len(pieces) or len(pieces[first].unit.words.split()) < 2:
        return False
    apart = pieces[first].unit.set_apart and pieces[second].unit.set_apart
    below = pieces[second + 1]
    return apart and first < second and below.kind is RemovedKind.DATE and signs_a_post(below.unit.words)


def _below_kickers(pieces: list[Piece], able: list[int]) -> int | None:
    """The line below one kicker or several: "Défense et industrie", "La Marine au rendez-vous", and the title."""
    for place, index in enumerate(able[1 : _MOST_KICKERS + 1], 1):
        if all(_is_kicker(pieces[above].unit, pieces[index].unit) for above in able[:place]):
            return index
    return None


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
