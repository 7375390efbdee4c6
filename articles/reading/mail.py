"""A message that brings a text: its header, the greeting, the words that announce what follows, and who sent it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.reading.agencies import is_institution, names_a_medium
from articles.reading.furniture import is_rubric
from articles.reading.headings import is_sentence, is_title
from articles.reading.line_facts import Facts, of_dates
from articles.reading.moments import read_moment
from articles.reading.pieces import Piece
from articles.reading.results import Found, RemovedKind, Span
from articles.reading.sources import read_letterhead

_HEADER = re.compile(
    r"(?:(?P<sender>from|de|von|expéditeur|da)|(?P<receiver>to|à|a|para|an|cc|cci|bcc|copie|répondre\s+à|reply-to)"
    r"|(?P<date>date|sent|envoyé(?:\s+le)?|enviado(?:\s+el)?|gesendet|fecha|datum)|(?P<subject>subject|objet|sujet|asunto|betreff)"
    r"|(?P<attached>pièces?\s+jointes?|attachments?|pj|adjuntos?|anlagen?))\s?:[ \t\u00a0]*(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FORWARDED = re.compile(
    r"[-–—_\s]*(?:(?:début\s+du\s+)?message\s+(?:transféré|d[’']origine|original)|(?:begin\s+)?forwarded\s+message|original\s+message|"
    r"mensaje\s+(?:reenviado|original))[-–—_:\s]*",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?:(?:tr|re|fw|fwd|rv|aw|wg)\s?:\s*|\[[^\]]{1,30}\]\s*"
    r"|(?:cp|communiqué(?:\s+de\s+presse)?|press\s+release|nota\s+de\s+prensa|(?:sous\s+)?embargo)\s*(?::|[–—-]\s)\s*)+",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:(?:mesdames|messieurs|madame|monsieur|chère?s?|bonjour|bonsoir|dear|hello|hi|good\s+(?:morning|afternoon|evening)|"
    r"estimad[oa]s?|buenos\s+días|buenas\s+tardes|hola|sehr\s+geehrte)\b[^.:!?]{0,60}[,!.]?)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:ci-(?:dessous|joints?|jointes?|après)|(?:veuillez|prie\s+de(?:\s+bien\s+vouloir)?)\s+trouver|please\s+find|find\s+(?:attached|below)|attached\s+is|"
    r"adjunt[oa]|a\s+continuación|anbei)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:bien\s+)?(?:cordialement|à\s+(?:vous|toi)|sincèrement|respectueusement|(?:best|kind|warm)(?:est)?\s+regards|regards|best\s+wishes|sincerely|"
    r"(?:un\s+)?(?:cordial\s+)?saludos?(?:\s+cordiales)?|atentamente|mit\s+freundlichen\s+grüßen)\s*[,.!]?",
    re.IGNORECASE,
)
_LEAST_LABELS = 3
_LONGEST_LABEL = 24  # characters, its colon among them
_LONGEST_NOTE = 300  # characters of the words that announce a text
_FROM_THE_TOP = 40  # pieces among which a header may stand


@dataclass(frozen=True, slots=True)
class Mail:
    """A message's `subject`, its `date` as a header says it, and where the words of the message begin."""

    subject: Piece | None
    date: Piece | None
    dated: Facts | None
    end: int


def read_mail(text: str, pieces: Sequence[Piece], language: str) -> Mail | None:
    """Mark a message's header, the last one where a message was sent on; None where there is none.

    A header is three lines or more, one below the other, a subject among them.
    """
    mail = None
    start = 0
    top = pieces[:_FROM_THE_TOP]
    if sum(":" in piece.unit.words[:_LONGEST_LABEL] for piece in top) < _LEAST_LABELS:
        return None
    while start < len(top):
        end = start
        while end < len(pieces) and pieces[end].open and _is_header(text, pieces[end]):
            end += 1
        if end - start >= _LEAST_LABELS:
            head = pieces[start:end]
            if "subject" in [_label(_HEADER.fullmatch(piece.span.of(text))) for piece in head]:
                mail = _marked(text, head, end, language)
                for piece in pieces[max(0, start - 1) : start]:
                    if _FORWARDED.fullmatch(piece.unit.words):
                        piece.leave_as_furniture()
        start = max(end, start + 1)
    return mail


def _is_header(text: str, piece: Piece) -> bool:
    return ":" in piece.unit.words[:_LONGEST_LABEL] and _HEADER.fullmatch(piece.span.of(text)) is not None


def _label(match: re.Match[str] | None) -> str:
    groups = match.groupdict() if match else {}
    return next((name for name, words in groups.items() if words is not None and name != "value"), "")


def _marked(text: str, head: Sequence[Piece], end: int, language: str) -> Mail:
    subject = date = dated = None
    for piece in head:
        match = _HEADER.fullmatch(piece.span.of(text))
        assert match is not None  # a header is made of such lines
        label = _label(match)
        start = piece.unit.start + match.start("value")
        value = Span(start, piece.unit.end)
        if label == "subject":
            behind = _ANSWERED.match(match["value"])
            start += behind.end() if behind else 0
            words = text[start : piece.unit.end].strip()
            if words:
                piece.unit = replace(piece.unit, start=start, words=words)
                subject = piece
                continue
        if label == "date" and (moment := read_moment(text, value, language)) is not None:
            date, dated = piece, of_dates(moment)
        if label == "sender":
            piece.hand_on(RemovedKind.BYLINE, _house(text, value))
        else:
            piece.leave_as_furniture()
    return Mail(subject, date, dated, end)


def _house(text: str, value: Span) -> Found | None:
    """The body or the paper whose name a message bears before its address."""
    name = re.split(r"\s*[<\[(]", value.of(text))[0].strip(" \"'")
    if not name or "@" in name or not (is_institution(name) or names_a_medium(name)):
        return None
    start = text.index(name, value.start, value.end)
    return Found(name, Span(start, start + len(name)))


def mark_letter(text: str, pieces: Sequence[Piece], mail: Mail) -> None:
    """What a message says around the text that it brings: the greeting, the note above, the farewell and below.

    The subject is the title where nothing below can be one.
    """
    titled = False
    for piece in pieces[mail.end :]:
        words = piece.unit.words
        if not piece.open:
            continue
        if _GREETING.fullmatch(words) or (len(words) <= _LONGEST_NOTE and _ANNOUNCED.search(words)):
            piece.leave_as_furniture()
            continue
        if is_rubric(words) or read_letterhead(text, piece.span) is not None:
            continue
        titled = is_title(piece.unit) and not is_sentence(words)
        break
    if titled and mail.subject is not None and mail.subject.open:
        mail.subject.kind = RemovedKind.REPEAT
    closed = False
    for piece in pieces[mail.end :]:
        closed = closed or (piece.open and _CLOSING.fullmatch(piece.unit.words) is not None)
        if closed and piece.open and not is_sentence(piece.unit.words):
            piece.leave_as_furniture()


def date_by_mail(pieces: Sequence[Piece], mail: Mail) -> None:
    """The day on which a message was sent is the text's own where the text names none."""
    told = any(piece.facts is not None and piece.facts.published for piece in pieces)
    if mail.date is not None and mail.dated is not None and not told:
        mail.date.leave(mail.dated)
