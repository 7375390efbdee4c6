"""What a brief asks of a text, held against it. No Django here."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.checking.lengths import META_DESCRIPTION
from articles.checking.words import Noticed, Words


@dataclass(frozen=True, slots=True)
class Asked:
    """The requirements of a brief that can be checked; empty or None for what it does not ask."""

    language: str = ""
    least_words: int | None = None
    least_subheadings: int | None = None
    seo: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """One requirement, and how far the text is: of `kind` words and subheadings `held` of `asked` are there."""

    kind: str
    met: bool
    asked: int = 0
    held: int = 0
    language: str = ""


def progress(words: Words, asked: Asked) -> Iterator[Met]:
    """Each requirement, met or not, in the order of the brief's fields."""
    if asked.language:
        said = words.language if words.language != asked.language else words.told_language or words.language
        yield Met("language", said == asked.language, language=asked.language)
    if asked.least_words:
        yield Met("words", words.count >= asked.least_words, asked.least_words, words.count)
    if asked.least_subheadings:
        held = sum(block.level > 0 and bool(block.text.strip()) for block in words.blocks)
        yield Met("subheadings", held >= asked.least_subheadings, asked.least_subheadings, held)
    if asked.seo:
        yield Met("seo", bool(words.seo_title.strip()) and len(words.meta_description.strip()) in META_DESCRIPTION)


def against_brief(words: Words, asked: Asked) -> Iterator[Noticed]:
    """The requirements that the text does not meet."""
    for each in progress(words, asked):
        if not each.met:
            values: dict[str, str | int] = {"asked": each.asked, "held": each.held, "language": each.language}
            values |= {"least": META_DESCRIPTION.start, "most": META_DESCRIPTION.stop - 1}
            yield Noticed(f"brief-{each.kind}", "unmet", values)
