"""A verb of speech that stands before its subject, after the quoted words: "a déclaré X", "explique-t-elle"."""

from collections.abc import Sequence

from articles.reading.speech_words import AUXILIARIES, REFLEXIVES, SPEECH_VERBS
from articles.reading.tokens import Token

_PRONOUNS = ("il", "elle", "on", "ils", "elles")
_JOINTS = ("-", "t", "‑")


def inverted(tokens: Sequence[Token], items: Sequence[int], place: int) -> tuple[int, str] | None:
    """The place after the verb that begins at `items[place]`, and the pronoun in it, or ""; None for another verb."""
    keys = [tokens[index].key for index in items[place : place + 9]]
    if not keys:
        return None
    reflexive = keys[0] in ("s'", "se")
    step = 1 if reflexive else 0
    pronoun = ""
    if step < len(keys) and keys[step] in AUXILIARIES:
        step += 1
        while step < len(keys) and (keys[step] in _JOINTS or keys[step] in _PRONOUNS):
            pronoun = keys[step] if keys[step] in _PRONOUNS else pronoun
            step += 1
        ahead = step
        while ahead < len(keys) and ahead < step + 4:
            if keys[ahead] in SPEECH_VERBS or keys[ahead] in REFLEXIVES:
                return place + ahead + 1, pronoun
            if not keys[ahead].isalpha() and keys[ahead] not in ("d'", "l'"):
                return None
            ahead += 1
        return None
    speaks = step < len(keys) and (keys[step] in SPEECH_VERBS or (reflexive and keys[step] in REFLEXIVES))
    if not speaks:
        return None
    step += 1
    while step < len(keys) and (keys[step] in _JOINTS or keys[step] in _PRONOUNS[:3]):
        pronoun = keys[step] if keys[step] in _PRONOUNS else pronoun
        step += 1
    return place + step, pronoun
