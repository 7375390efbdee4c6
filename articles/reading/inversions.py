"""A verb of speech that stands before its subject, after the quoted words: "a déclaré X", "explique-t-elle".

After quoted words any verb with its subject behind it is one of speech: "a-t-il éludé", "grince X", "rit-elle". The
list of verbs only helps where the place alone does not tell.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.office_words import CLAUSE_WORDS, HEADS
from articles.reading.speech_words import AUXILIARIES, PASSIVE, REFLEXIVES, SPEECH_VERBS
from articles.reading.tokens import Case, Token

_PRONOUNS = words("il elle on ils elles je nous vous")
_JOINTS = frozenset(("-", "t", "‑", "t-", "t'", "–", "—"))
_CLITICS = words("y en lui leur l' me m' nous vous le la les")
_LEAD = words("alors aussitot ainsi puis ensuite aussi y en lui leur m' nous l' so then quote unquote")
_NO_VERBS = FUNCTION_WORDS | (CLAUSE_WORDS - SPEECH_VERBS) | HEADS | words("und y e och en et sowie oder dass")
_FINITE = ("e", "ent", "ait", "aient", "it", "end", "ond", "ut", "ient", "ed", "a", "o")
_WANTS = words("veut voulait")
_BELIEVE = words("croire rassurer esperer")
_ADVERBS = words("enfin encore aussi egalement ensuite meme alors")
_PUTS = words("met mettait")
_ON_GUARD = (["en", "garde"],)  # "met en garde X", "a mis en garde X"
_AHEAD = 6  # words between an auxiliary and its participle: "a-t-il, dans la foulée, éludé"


class Inversion(NamedTuple):
    """`after`: the place after the verb. `pronoun`: the one joined to it, or "". `known`: surely a verb of speech."""

    after: int
    pronoun: str
    known: bool


def inverted(tokens: Sequence[Token], items: Sequence[int], place: int) -> Inversion | None:
    """The verb that begins at `items[place]`, after quoted words; None where no verb begins.

    A verb that is not `known` speaks only if its subject is somebody who can.
    """
    near = [tokens[index] for index in items[place : place + 14]]
    step = 0
    while step < min(2, len(near)) and near[step].key in _LEAD:
        step += 1
    reflexive = step < len(near) and near[step].key in ("s'", "se", "sich")
    step += reflexive
    if step >= len(near) or near[step].case is not Case.LOWER or not near[step].letters:
        return None
    found = (
        _compound(near, step)
        if near[step].key in AUXILIARIES and near[step].word != "à"
        else _simple(near, step, reflexive=reflexive)
    )
    return found and Inversion(place + found.after, found.pronoun, found.known)


def _joined(near: Sequence[Token], step: int) -> tuple[int, str]:
    """The place after "-t-il" and the pronoun; the hyphens may be missing or be dashes, the pronoun may not."""
    ahead = step
    while ahead < len(near) and near[ahead].key in _JOINTS:
        ahead += 1
    if step < ahead < len(near) and near[ahead].key in _PRONOUNS:
        return ahead + 1, near[ahead].key
    return step, ""


def _compound(near: Sequence[Token], step: int) -> Inversion | None:
    step, pronoun = _joined(near, step + 1)
    for ahead in range(step, min(step + _AHEAD, len(near))):
        token = near[ahead]
        if token.key in SPEECH_VERBS or token.key in REFLEXIVES:
            return Inversion(ahead + 1, pronoun, known=True)
        if token.key == "mis" and [following.key for following in near[ahead + 1 : ahead + 3]] in _ON_GUARD:
            return Inversion(ahead + 3, pronoun, known=True)
        if token.key in PASSIVE:
            return None
        if token.key not in FUNCTION_WORDS and _is_participle(token):
            return Inversion(ahead + 1, pronoun, known=bool(pronoun))
        if not (token.key.isalpha() or token.key in ("d'", "l'") or (pronoun and token.word == ",")):
            return None
    return None


def _simple(near: Sequence[Token], step: int, *, reflexive: bool) -> Inversion | None:
    verb = near[step]
    after, pronoun = _joined(near, step + 1)
    if verb.key in _WANTS and after < len(near) and near[after].key in _BELIEVE:
        return Inversion(after + 1, "", known=True)  # "veut croire X"
    if verb.key in _PUTS and [token.key for token in near[after : after + 2]] in _ON_GUARD:
        return Inversion(after + 2, pronoun, known=True)
    if verb.key in SPEECH_VERBS or (reflexive and verb.key in REFLEXIVES):
        ends = after + 1 >= len(near) or not near[after + 1].letters
        if not pronoun and after < len(near) and near[after].key in ("il", "elle") and ends:
            return Inversion(after + 1, near[after].key, known=True)  # "ajoute t il", "dit elle"
        return Inversion(after, pronoun, known=True)
    if pronoun:
        return Inversion(after, pronoun, known=True)
    if verb.key in _NO_VERBS or len(verb.key) < 3:
        return None
    while after < len(near) and near[after].key in _ADVERBS:
        after += 1  # "espère enfin X"
    following = near[after] if after < len(near) else None
    if following is None or not following.letters:
        return None
    if following.case or (
        following.key in ("le", "la", "l'", "un", "une", "ce", "cette") and verb.key.endswith(_FINITE)
    ):
        return Inversion(after, "", known=False)
    return None


def _is_participle(token: Token) -> bool:
    if token.case is not Case.LOWER or len(token.key) < 2:
        return False
    return unicodedata.normalize("NFC", token.word).endswith(("é", "ée", "és", "ées", "i", "ie", "it", "u", "ue"))
