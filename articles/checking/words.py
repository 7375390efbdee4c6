"""What the rules of a text look at, and what they answer. No Django here."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from articles.counting import count_words, words_of
from articles.paragraphs import once_per_paragraph
from articles.reading import results as reading
from articles.reading.language import language_of_article
from articles.reading.prose import prose_of
from articles.reading.results import Span
from articles.reading_ease import reading_ease, syllables
from articles.sanitising import clean_html
from articles.story_blocks import Block, blocks_of
from articles.typography import FRENCH

_WHITE = re.compile(r"\s")
FEWEST_TO_TELL = 50  # words of a text, below which its language is not told by them


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a field of the article, and the characters of its plain text.

    That of the body is its blocks' words, a line for each: `Words.text`.
    """

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a check has found: `said` is which of its sentences tells it, `values` what stands in that sentence."""

    check: str
    said: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words of an article, saved or as somebody is writing them."""

    title: str = ""
    slug: str = ""
    language: str = "fr"
    standfirst: str = ""
    body: str = ""  # HTML
    seo_title: str = ""
    meta_description: str = ""
    title_proposed: bool = False
    pictures: tuple[Mapping[str, Any], ...] | None = None  # as a form has them; None for those that are saved

    @cached_property
    def html(self) -> str:
        """The body as it will be kept."""
        return clean_html(self.body)

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.html)

    @cached_property
    def text(self) -> str:
        """The body's words, a line for each block."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def count(self) -> int:
        """The body's words, by the house's rule of counting."""
        return sum(_spoken(block.text)[0] for block in self.blocks)

    @cached_property
    def ease(self) -> float | None:
        """How easily the body is read, for a French text of enough words; see `articles.reading_ease`."""
        spoken = [_spoken(block.text) for block in self.running]
        return reading_ease(
            words=sum(words for words, _syllables in spoken),
            spoken=sum(syllables for _words, syllables in spoken),
            sentences=sum(count > 0 for count, _span in self.sentences),
        )

    @cached_property
    def running(self) -> list[Block]:
        """The blocks of French running text: neither subheadings nor captions nor cells of a table."""
        if self.language != FRENCH:
            return []
        apart = {"caption", "td", "th"}
        return [b for b in self.blocks if not b.level and b.kind not in apart and b.language in {"", FRENCH}]

    @cached_property
    def sentences(self) -> list[tuple[int, Span]]:
        """The sentences of the running text: how many words each has, and where it stands."""
        return [
            (count, Span(block.start + span.start, block.start + span.end))
            for block in self.running
            for count, span in _sentences(block.text)
        ]

    @cached_property
    def _white(self) -> list[int]:
        """Where white space stands in the body's text."""
        return [found.start() for found in _WHITE.finditer(self.text)]

    def black_before(self, place: int) -> int:
        """How many characters of the body's text before that place are no white space."""
        return place - bisect_left(self._white, place)

    @cached_property
    def told_language(self) -> str:
        """The language that the body's words are in; "" where they are too few or do not say."""
        if self.count < FEWEST_TO_TELL:
            return ""
        told = language_of_article("\n".join(b.text for b in self.blocks if not b.language))
        return "" if told == "und" else told

    def field_text(self, name: str) -> str:
        """The plain text of a field, in which its places count."""
        return self.text if name == "body" else str(getattr(self, name))


@once_per_paragraph
def _spoken(text: str) -> tuple[int, int]:
    """The number of a paragraph's words, and of their syllables as French has them."""
    words = list(words_of(text))
    return len(words), sum(map(syllables, words))


@once_per_paragraph
def _sentences(text: str) -> tuple[tuple[int, Span], ...]:
    """The sentences of a French paragraph: how many words each has, and where in the paragraph it stands."""
    as_read = reading.Block(reading.BlockKind.PARAGRAPH, Span(0, len(text)), text, FRENCH)
    found = prose_of(text, [as_read], FRENCH).sentences
    return tuple((count_words(sentence.span.of(text)), sentence.span) for sentence in found)


def in_block(block: Block, span: Span | None = None) -> Place:
    """A place in the body: of the whole block, or of a span of its text."""
    span = span or Span(0, len(block.text))
    return Place("body", Span(block.start + span.start, block.start + span.end))


def whole(name: str, text: str) -> Place:
    """The whole of a field."""
    return Place(name, Span(0, len(text)))
