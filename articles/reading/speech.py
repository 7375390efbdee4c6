"""What a verb of speech says of its speaker, and which words are such verbs."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.results import PersonMention, Span
from articles.reading.speech_words import AUXILIARIES, PASSIVE, SPEECH_VERBS
from articles.reading.tokens import Case, Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person of the text, or the words for somebody unnamed; neither when nothing is said."""

    person: PersonMention | None = None
    words: Span | None = None
    impersonal: bool = False  # "a-t-on indiqué"


@dataclass(slots=True)
class Carried:
    """Who acted last, for the pronouns of the sentences that follow; `age` counts sentences since."""

    person: PersonMention | None = None
    age: int = 0


def speech_verb(tokens: Sequence[Token], items: Sequence[int], place: int) -> bool:
    """Whether a verb of speech stands at `items[place]`: finite, or a participle after its auxiliary."""
    token = tokens[items[place]]
    if token.key not in SPEECH_VERBS or token.case is not Case.LOWER:
        return False
    if place and tokens[items[place - 1]].key in PASSIVE:
        return False  # "was described as", "a été salué comme": somebody else speaks
    if token.key in ("fait", "lance", "note", "cite", "avance", "observe", "notes", "states", "critique", "evoque"):
        near = [tokens[index].key for index in items[max(0, place - 5) : place]]
        return not AUXILIARIES.isdisjoint(near) or near[-1:] in (["il"], ["elle"]) or token.key in ("note", "observe")
    return True
