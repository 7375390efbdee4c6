"""What stands below the last paragraph: who signs, the house, links, tags, contacts, the page's own words."""

import re
from itertools import pairwise

from articles.reading.agencies import is_agency, is_outlet, is_person, is_proper, names_a_medium
from articles.reading.furniture import announces_links, is_rubric, is_separator
from articles.reading.headings import is_sentence, stops
from articles.reading.line_facts import Facts, read_margin_facts
from articles.reading.name_words import FUNCTION_WORDS
from articles.reading.pieces import Piece
from articles.reading.publishers import closes_a_post, read_affiliation
from articles.reading.results import BlockKind, Found, RemovedKind, Span
from articles.reading.signatures import is_post, read_signature
from articles.reading.signers import Signed, signature
from articles.reading.sources import read_source

# Not "Lire aussi" nor "Read more on Nato", which stand among the paragraphs as well.
_OTHER_ARTICLES = re.compile(
    r"more\s+(?:from|like\s+this|stories|news|articles)\b|(?:latest|other|related|recommended)\s+(?:articles?|stories|posts|news)\b"
    r"|read\s+next\b|top\s+stories|most\s+read|autres\s+(?:articles|vidéos|sujets)|articles\s+(?:similaires|liés|associés|connexes)"
    r"|les\s+plus\s+lus|noticias\s+relacionadas|te\s+puede\s+interesar|lo\s+más\s+(?:leído|visto|reciente)"
)
_LONGEST_FOOT = 300  # characters below the line that closes a feed's entry
_CONTACTS = re.compile(
    r"(?:(?:press|media|presse|médias?|prensa)\s+)?(?:contacts?|contactos?|ansprechpartner)(?:\s+(?:(?:de\s+)?(?:presse|prensa)|médias?|media|press))?\s*:?",
    re.IGNORECASE,
)
_MOST_OF_TAG = 3  # words
_LEAST_TAGS = 3
_MOST_OF_HOUSE = 5  # words
_MOST_ASKED = 8  # lines from the end whose names are looked for in the paragraphs: a long list would cost its square
_MORE_TO_COME = re.compile(r"à\s+suivre[\s.!]*", re.IGNORECASE)  # elsewhere a heading: what comes next
_DESK_INITIALS = re.compile(r"[-/(]{0,2}[a-z]{2,3}(?:/[a-z]{2,3})?[-/)]{0,2}")  # "eh", "/mm/"
_BRAND = re.compile(r"[A-Z]\w*(?:[Nn]ews|[Ii]nfos?|[Pp]ress|[Mm]edia|[Aa]ctu)(?:24|[A-Z]\w*)?")  # "Gnetnews"
_SERVICE = re.compile(
    r"(?:La\s)?(?:Cellule|Service|Direction|Bureau|Division|Département)\s(?:de\s(?:la\s)?|d[’'])?"
    r"(?:[Cc]ommunication|[Pp]resse|[Ii]nformation)(?:\set\s(?:des\s|de\s|d[’'])?[\w’' ]{3,40}?)?"
    r"\s(?:du|de\sla|de\sl[’']|des)\s?(?=[\w])(?:(?!\d|:|@).){3,70}"
)
RIGHTS_MARK = re.compile(r"©|\(c\)|copyright\b", re.IGNORECASE)


def mark_tail(text: str, pieces: list[Piece], language: str) -> None:
    """Names, dates and links below the last paragraph."""
    _mark_other_articles(pieces)
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
        if owned and RIGHTS_MARK.match(piece.unit.words) and above.kind is not BlockKind.CAPTION and piece.facts:
            signed = read_source(text, piece.span)  # "© Le Baobab Libéré : Éric Mbarga"
            people = signed.signatures if signed else ()
            piece.leave(Facts(RemovedKind.FURNITURE, source=piece.facts.source, signatures=people))
    for piece, rights in pairwise(tail):
        if RIGHTS_MARK.match(rights.unit.words) and not rights.unit.set_apart and _is_name_of_house(piece):
            piece.hand_on(RemovedKind.BYLINE, Found(piece.unit.words, piece.span))
    if tail and (both := _signer_and_agency(text, tail[0], pieces)) is not None:
        tail[0].leave(both)
    signed = _signed_alone(text, tail) if tail and tail[0].open else None
    if signed is not None and not any(_is_told_of(each.name, pieces) for each in signed.signatures):
        tail[0].leave(Facts(RemovedKind.BYLINE, source=signed.source, signatures=signed.signatures))
    _mark_contacts(tail)
    _mark_tags(text, tail)
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
    if tail and (service := _service_at_the_end(tail[-1])) is not None:
        tail[-1].hand_on(RemovedKind.BYLINE, service)
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
        if len(tail) - place <= _MOST_ASKED and any(_is_told_of(each.name, pieces) for each in facts.signatures):
            return  # "Canadian Rangers", of whom the text speaks: a link or a tag
        piece.leave(facts)


def _mark_other_articles(pieces: list[Piece]) -> None:
    """ "More from the Navy", and below it to the page's end the titles of other articles, each with its first words.

    A box of links among the paragraphs has two of them somewhere below it.
    """
    last = next((i for i in range(len(pieces) - 1, -1, -1) if _is_other_articles(pieces[i])), None)
    if last is None or not any(piece.open and is_sentence(piece.unit.words) for piece in pieces[:last]):
        return
    below = [piece for piece in pieces[last + 1 :] if not is_separator(piece.unit.words)]
    told = [is_sentence(piece.unit.words) for piece in below]
    if not below or told[0] or not any(told) or any(one and other for one, other in pairwise(told)):
        return
    if not any(piece.unit.level for piece in below):
        for piece in below:
            if piece.open:
                piece.leave_as_furniture()


def _is_other_articles(piece: Piece) -> bool:
    return piece.kind is RemovedKind.FURNITURE and _OTHER_ARTICLES.match(piece.unit.words.lower()) is not None


def _ends_a_post(piece: Piece) -> bool:
    return piece.facts is not None and piece.facts.source is not None and closes_a_post(piece.unit.words)


def _is_little(pieces: list[Piece]) -> bool:
    """Whether what stands there is the name and the motto of a page rather than another entry."""
    return sum(len(piece.unit.words) for piece in pieces if piece.open) <= _LONGEST_FOOT


def _mark_contacts(tail: list[Piece]) -> None:
    """Whom the press may call, and where, below "Contacts": nobody of them signs."""
    called = next((i for i, piece in enumerate(tail) if _CONTACTS.fullmatch(piece.unit.words)), len(tail))
    for piece in tail[called:]:
        if piece.open:
            piece.leave_as_furniture()


def _mark_tags(text: str, tail: list[Piece]) -> None:
    """The words that a page files its text under, one to a line: "Suède", "Otan", "Mer Baltique"."""
    start = 0
    for index in range(1, len(tail) + 1):
        if index < len(tail) and not tail[index].unit.set_apart:
            continue
        run = tail[start:index]
        start = index
        short = all(piece.open and len(piece.unit.words.split()) <= _MOST_OF_TAG for piece in run)
        if len(run) < _LEAST_TAGS or not short or any(piece.unit.bullet or piece.unit.level for piece in run):
            continue
        if read_signature(text, run[0].span) is None and not any(stops(piece.unit.words) for piece in run):
            for piece in run:
                piece.leave_as_furniture()


def _is_told_of(name: str, pieces: list[Piece]) -> bool:
    """Whether a paragraph speaks of whom a line names: who signs a text is not in it."""
    return any(piece.open and name in piece.unit.words and is_sentence(piece.unit.words) for piece in pieces)


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


def _is_name_of_house(piece: Piece) -> bool:
    """ "Le Courrier du Port", right above whose rights they are."""
    words = piece.unit.words
    return piece.open and 1 < len(words.split()) <= _MOST_OF_HOUSE and is_proper(words) and names_a_medium(words)


def _signer_and_agency(text: str, piece: Piece, pieces: list[Piece]) -> Facts | None:
    """ "Abdou Diallo / ANP" right below the last paragraph, which elsewhere would be whose picture it is."""
    name, slash, agency = piece.unit.words.partition("/")
    name, agency = name.strip(), agency.strip()
    if piece.kind is not RemovedKind.CREDIT or not slash or not piece.unit.set_apart or not is_agency(agency):
        return None
    if not is_person(name) or _is_told_of(name, pieces) or any(p.kind is BlockKind.CAPTION for p in pieces):
        return None
    signed = signature(name, piece.unit.start)
    at = piece.unit.end - len(agency)
    return (
        Facts(RemovedKind.BYLINE, source=Found(agency, Span(at, piece.unit.end)), signatures=(signed,))
        if signed
        else None
    )


def _service_at_the_end(piece: Piece) -> Found | None:
    """The service that issues a text, as its last line: "Cellule de communication du ministère de la Défense"."""
    left = piece.open or (piece.kind is RemovedKind.FURNITURE and (piece.facts is None or piece.facts.source is None))
    named = left and not (piece.unit.bullet or piece.unit.level) and piece.unit.lines == 1
    return Found(piece.unit.words, piece.span) if named and _SERVICE.fullmatch(piece.unit.words) else None


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
