"""Who publishes, on the lines above the paragraphs: a paper alone, an agency's service, what stands above the day."""

import re
from collections.abc import Container

from articles.reading.agencies import AGENCY, is_outlet, is_proper, names_a_medium
from articles.reading.calendar_words import plain
from articles.reading.date_lines import CITY_AND_REGION
from articles.reading.furniture import is_rubric
from articles.reading.headings import stops
from articles.reading.known_houses import KNOWN_HOUSES
from articles.reading.line_facts import read_margin_facts
from articles.reading.mastheads import house_in
from articles.reading.pieces import Piece
from articles.reading.publishers import is_desk, read_affiliation
from articles.reading.results import Found, RemovedKind, Span

_LONGEST_PAPER = 50  # characters
# "Gulfwatch News Desk New Delhi"
_DESK_AND_TOWN = re.compile(
    r"(?P<house>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2}?)\s(?:(?:News|Web|Online|World|National)\s)?Desk(?:,?\s[A-Z][\w-]+){0,3}"
)
# "The Port Times Bureau"
_DESK_OF_HOUSE = re.compile(r"(?P<house>.{3,40}?)\s+(?:Bureau|(?:Web\s)?Desk|Staff|Newsroom|News\sService)")


def house_of_the_signer(text: str, pieces: list[Piece], index: int) -> Found | None:
    """The paper or station on the line right below the author's name."""
    above = pieces[index - 1] if index else None
    if above is None or above.facts is None or not above.facts.signatures or pieces[index].unit.set_apart:
        return None
    return read_affiliation(text, pieces[index].span)


def house_above_the_day(pieces: list[Piece], index: int, title: int, text: str, language: str) -> Found | None:
    """Who publishes, in a few capitalised words right above the date: "Hespress FR", "Le Soir - Édition Sud"."""
    unit, below = pieces[index].unit, pieces[index + 1]
    dates = below.facts or (read_margin_facts(text, below.unit, language) if below.open else None)
    if dates is None or dates.kind is not RemovedKind.DATE or unit.level or stops(unit.words):
        return None
    name = unit.words.rstrip(" -–—:")
    desk_of = _DESK_AND_TOWN.fullmatch(name)
    if desk_of is not None and is_proper(desk_of["house"]):
        return Found(desk_of["house"], Span(unit.start, unit.start + desk_of.end("house")))
    if (agency := _agency_of_desk(name)) is not None:
        return Found(agency, Span(unit.start, unit.start + len(agency)))
    above = pieces[index - 1].facts if index else None
    desk = above is not None and above.kind is RemovedKind.BYLINE and is_desk(pieces[index - 1].unit.words)
    if above is not None and (above.signatures or desk) and not is_outlet(name):
        return None  # "Anna Roy" or "Redacción Mundo", "Madrid", and then the day
    if " - " in name and (house := house_in(pieces[index])) is not None:
        return house  # "Nouakchott - Sahara Médias"
    if len(name.split()) <= 4 and is_proper(name) and "(" not in name and (index > title or is_outlet(name)):
        return Found(name, Span(unit.start, unit.start + len(name)))
    return house_in(pieces[index]) if index > title and len(unit.words.split()) <= 9 else None


def town_below(pieces: list[Piece], index: int, places: Container[str]) -> Found | None:
    """The town on the line right below who issues a text, "Washington, DC", or a known one right above the day."""
    above, unit = pieces[index - 1], pieces[index].unit
    if plain(unit.words) in places and index + 1 < len(pieces) and pieces[index + 1].kind is RemovedKind.DATE:
        return Found(unit.words, pieces[index].span)
    if above.kind not in {RemovedKind.BYLINE, RemovedKind.DATE} or unit.set_apart or unit.level or unit.bullet:
        return None
    town = unit.words.partition(",")[0]
    told = CITY_AND_REGION.fullmatch(unit.words) is not None and not is_outlet(town)
    return Found(town, Span(unit.start, unit.start + len(town))) if told else None


def _agency_of_desk(name: str) -> str | None:
    """The agency whose service signs: "Europa Press Defensa y Seguridad", "EFE Internacional"."""
    match = AGENCY.match(name)
    return match[0] if match and match.end() < len(name) and is_rubric(name[match.end() :]) else None


def paper_alone(piece: Piece) -> Found | None:
    """The paper on a line of its own: "Ouest-France", or behind who passes it on: "SFR Presse / Le Figaro"."""
    unit = piece.unit
    if not unit.set_apart or unit.level or unit.bullet or unit.lines > 1 or len(unit.words) > _LONGEST_PAPER:
        return None
    if (desk := _DESK_OF_HOUSE.fullmatch(unit.words)) is not None and is_outlet(desk["house"]) and is_proper(desk[0]):
        return Found(desk["house"], Span(unit.start, unit.start + desk.end("house")))
    houses = unit.words.split(" / ")
    last = houses[-1]
    if len(houses) > 2 or not all(is_outlet(house) and is_proper(house) for house in houses):
        return None
    if len(houses) == 1 and last not in KNOWN_HOUSES and not ("-" in last and names_a_medium(last)):
        return None
    return Found(last, Span(unit.end - len(last), unit.end))
