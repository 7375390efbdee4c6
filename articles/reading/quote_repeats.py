"""Words that a text quotes twice: in its title or a subheading, then where it says whose they are."""

import re
from collections.abc import Iterable
from dataclasses import replace

from articles.reading.results import QuoteMention

_WORD = re.compile(r"\w+")
_FIRST = 5  # words that two quotations must begin with to be the same words


def each_once(mentions: Iterable[QuoteMention]) -> tuple[QuoteMention, ...]:
    """The quotations in order, those of the same words once; one without a speaker has the speaker of the longer one
    that begins with its words.
    """
    found: dict[tuple[str, ...], QuoteMention] = {}
    for mention in mentions:
        words = tuple(_WORD.findall(mention.text.casefold()))
        held = found.get(words)
        if held is None:
            found[words] = mention
        elif not held.speaker and (mention.speaker or not _has_speaker(held)):  # a name says more than "le diplomate"
            found[words] = _spoken_by(held, mention)
    spoken: dict[tuple[str, ...], tuple[tuple[str, ...], QuoteMention]] = {}
    for words, mention in found.items():
        if _has_speaker(mention):
            spoken.setdefault(words[:_FIRST], (words, mention))
    for words, mention in found.items():
        if not _has_speaker(mention) and words[:_FIRST] in spoken:
            longer, source = spoken[words[:_FIRST]]
            if longer[: len(words)] == words:
                found[words] = _spoken_by(mention, source)
    return tuple(found.values())


def _has_speaker(mention: QuoteMention) -> bool:
    return bool(mention.speaker or mention.attribution)


def _spoken_by(mention: QuoteMention, source: QuoteMention) -> QuoteMention:
    return replace(
        mention,
        speaker=source.speaker,
        speaker_key=source.speaker_key,
        attribution=source.attribution,
        attribution_span=source.attribution_span,
    )
