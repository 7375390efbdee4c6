"""What of a language version still stands in the language that it is translated from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.checking.words import Noticed, Place, Words, in_block, whole
from articles.counting import count_words
from articles.models import Article
from articles.reading.language import UNKNOWN, language_of_article
from articles.story_blocks import blocks_of

FEWEST = 6  # words of a passage: names and numbers are the same in many languages
_WHITE = re.compile(r"\s+")


class Version(NamedTuple):
    """Another version of the article, as the desk has it now."""

    key: int
    title: str
    language: str
    standfirst: str
    body: str


@dataclass(slots=True)
class _Shared:
    texts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def untranslated(article: Article, words: Words) -> Iterator[Noticed]:
    """Passages that stand word for word in a version of another language, and in that language; one query.

    What the text itself marks as another language may stay. Where the words do not tell their language, the article
    that was begun later is the one that is not translated.
    """
    found: list[tuple[Version, list[Place]]] = []
    for version in _versions(article):
        shared = _shared(words, version)
        told = language_of_article("\n".join(shared.texts)) if shared.texts else ""
        if told == version.language or (told == UNKNOWN and version.key < article.pk):
            found.append((version, shared.places))
    if found:
        version, places = max(found, key=lambda each: len(each[1]))
        values: dict[str, str | int] = {"count": len(places), "title": version.title, "language": version.language}
        yield Noticed("translation", "original", values | {"article": version.key}, tuple(places))


def _versions(article: Article) -> list[Version]:
    others = Article.objects.filter(language_version__group__members__article=article).exclude(pk=article.pk)
    rows = others.exclude(language=article.language).order_by("pk")
    return [Version(*row) for row in rows.values_list("pk", *Version._fields[1:])]


def _shared(words: Words, version: Version) -> _Shared:
    """The passages of both, of enough words and not marked as of another language."""
    there = {_plain(block.text) for block in blocks_of(version.body)}
    shared = _Shared()
    if _plain(words.standfirst) == _plain(version.standfirst) and count_words(words.standfirst) >= FEWEST:
        shared.texts.append(words.standfirst)
        shared.places.append(whole("standfirst", words.standfirst))
    for block in words.blocks:
        if not block.language and _plain(block.text) in there and count_words(block.text) >= FEWEST:
            shared.texts.append(block.text)
            shared.places.append(in_block(block))
    return shared


def _plain(text: str) -> str:
    return _WHITE.sub(" ", text).strip()
