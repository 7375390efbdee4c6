"""Boxes that a page sets into a text or below it: newsletters with their forms, readers' comments, contacts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.reading.headings import is_sentence
from articles.reading.pieces import Piece

_FORM = re.compile(
    r"(?:(?:votre|your|su|ihre|entrez\s+votre|enter\s+your)\s+(?:adresse\s+)?(?:e-?mail|mail|courriel|correo)(?:\s+address)?"
    r"|adresse\s+(?:e-?mail|mail|électronique)|(?:je\s+)?m[’']inscri(?:s|re)|s[’']inscrire|inscrivez-vous.{0,60}|sign\s+(?:me\s+)?up.{0,60}"
    r"|email\s+address|(?:recevez|get|receive)\s.{0,60}(?:lettre|newsletter|inbox|e-?mail).{0,80}"
    r"|(?:la\s+|notre\s+|our\s+)?newsletter\b.{0,60}|suscríbe(?:te|se).{0,60}|jetzt\s+(?:anmelden|abonnieren))\s*[.!:*]?",
    re.IGNORECASE,
)
# What a newsletter promises: "Chaque matin, l'essentiel de l'actualité".
_PROMISE = re.compile(
    r"(?:(?:recevez|retrouvez|receive|get|recib[ae])\s+(?:[\w’']+\s){0,3}?)?(?:chaque|tous\s+les|toutes\s+les|every|each|cada)\s+(?:jours?|matins?|soirs?|semaines?|day|morning|evening|week|día|mañana|semana)\b.{0,25}?"
    r"(?:l[’']essentiel\s+de|le\s+meilleur\s+de|toute\s+l[’'](?:actu|information)|the\s+(?:best|top|essential)|lo\s+(?:esencial|mejor)|(?:directement\s+)?dans\s+votre\s+boîte|in\s+your\s+inbox|en\s+su\s+correo)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:no\s+comments(?:\s+yet)?|[1-9]\d*\s+(?:réponses?|réactions?|thoughts?|responses?|replies|commentaires?|comments?)\s+(?:à|sur|on|to|pour)\s.{2,200}"
    r"|(?:vos|les|leurs)\s+(?:réactions|commentaires)(?:\s*\(\d+\))?|commentaires\s*\([1-9]\d*\)|comments\s*\([1-9]\d*\)"
    r"|(?P<form>leave\s+a\s+(?:comment|reply)|post\s+a\s+(?:comment|reply)|add\s+a\s+comment|write\s+a\s+comment|(?:laissez?|laisser|poster|ajouter|écrire)\s+un\s+commentaire|"
    r"deja\s+(?:un\s+comentario|una\s+respuesta)|escribe\s+un\s+comentario)"
    r"|(?:réactions|commentaires)\s+des\s+(?:lecteurs|internautes)|readers?[’']?\s+comments)\s*:?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:relations?|contacts?|service|bureau|attachée?|direction)\b.{0,40}"
    r"\b(?:médias?|presse|communication|media|press|relations\s+publiques|information)\b.{0,80}"
    r"|(?:media|press)\s+(?:relations|office|enquiries|contact|inquiries)\b.{0,80}"
    r"|(?:t[ée]l(?:[ée]phone)?|phone|fax|mob(?:ile)?|courriel|e-?mail)\s*\.?\s*:.{2,120})\s*:?",
    re.IGNORECASE,
)
_LONGEST_PROMISE = 160  # characters
_LONGEST_LETTER = 5  # words of a newsletter's name
_LARGEST_BOX = 7  # lines
_LONGEST_BOX = 700  # characters
_LEAST_PARAGRAPHS = 2  # before comments begin


def mark_boxes(pieces: Sequence[Piece]) -> None:
    """What belongs to a box leaves the article: the lines around a form, whom to call, what readers wrote."""
    first = next((index for index, piece in enumerate(pieces) if piece.open and is_sentence(piece.unit.words)), None)
    if first is None:
        return
    for group in _groups(pieces[first + 1 :]):
        if any(_FORM.fullmatch(piece.unit.words) for piece in group) and _is_box(group):
            for piece in group:
                _leave(piece)
    for above, piece in pairwise(pieces[first + 1 :]):
        if piece.open and len(piece.unit.words) <= _LONGEST_PROMISE and _PROMISE.match(piece.unit.words):
            _leave(piece)
            if not piece.unit.set_apart and len(above.unit.words.split()) <= _LONGEST_LETTER:
                _leave(above)
    for piece in pieces[first + 1 :]:
        if len(piece.unit.words) <= 160 and not is_sentence(piece.unit.words) and _CONTACT.fullmatch(piece.unit.words):
            _leave(piece)
    paragraphs, passed, left = 0, 0, sum(len(piece.unit.words) for piece in pieces[first:])
    below = False
    for piece in pieces[first:]:
        left -= len(piece.unit.words)
        if not below and paragraphs >= _LEAST_PARAGRAPHS and (opened := _COMMENTS.fullmatch(piece.unit.words)):
            # a button among the paragraphs invites to comment as well: there more stands below it than above
            below = not opened["form"] or left < passed
        if below:
            _leave(piece)
        passed += len(piece.unit.words)
        paragraphs += piece.open and is_sentence(piece.unit.words)


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if piece.unit.set_apart and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _is_box(group: list[Piece]) -> bool:
    return len(group) <= _LARGEST_BOX and sum(len(piece.unit.words) for piece in group) <= _LONGEST_BOX


def _leave(piece: Piece) -> None:
    if piece.open and piece.dateline is None:
        piece.leave_as_furniture()
