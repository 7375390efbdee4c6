"""Captions that the import read in a text and that wait for their picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles import placing
from articles.blocks import spans_of_blocks
from articles.models import Article, Picture, PictureRole, SourceText
from articles.reading.credits import part_credit
from articles.reading.results import RemovedKind
from articles.sanitising import plain_text

_CAPTION = re.compile(r'<p\b(?=[^>]*\bclass="caption")[^>]*>')
_LANGUAGE = re.compile(r'\blang="([^"]*)"')
_FAR = 40  # characters between a caption and the line of its credit: line ends and spaces


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption in a text: which block it is, where in the HTML, what it says, its language and its credit."""

    number: int
    block: int
    start: int
    end: int
    words: str
    language: str
    credit: str


def waiting(article: Article) -> list[Caption]:
    """The captions that stand in the article's text, in order. The credit is the one behind or below them, if any."""
    if 'class="caption"' not in article.body:
        return []
    below = dict(_credits_below(article))
    found: list[Caption] = []
    for block, (start, end) in enumerate(spans_of_blocks(article.body)):
        opening = _CAPTION.match(article.body, start)
        if opening is None:
            continue
        said = " ".join(plain_text(article.body[start:end]).split())
        words, credit = part_credit(said)
        language = _LANGUAGE.search(opening[0])
        found.append(
            Caption(
                number=len(found) + 1,
                block=block,
                start=start,
                end=end,
                words=words,
                language=language[1] if language else article.language,
                credit=credit or below.get(said, ""),
            )
        )
    return found


def filled(article: Article, caption: Caption, picture: Picture) -> dict[str, Any]:
    """What changes of the article, as a snapshot tells it, when the picture takes the caption's place in the text.

    A caption before all else gives the article its picture at the top.
    """
    body = article.body[: caption.start].rstrip("\n") + article.body[caption.end :]
    rows = [dict(row) for row in placing.rows_of(article)]
    for row in rows:
        if row["position"] > caption.block:
            row["position"] -= 1  # the text has one block less before it
    first = caption.block == 0 and not any(row["role"] == PictureRole.LEAD for row in rows)
    row = placing.row_for(
        picture, role=PictureRole.LEAD if first else PictureRole.BODY, position=0 if first else caption.block
    )
    row |= {"caption": caption.words, "caption_language": caption.language}
    row |= {"credit": caption.credit[:200]} if caption.credit else {}
    return {"body": body, "pictures": [*rows, row]}


def _credits_below(article: Article) -> Iterator[tuple[str, str]]:
    """The lines of the source text right above the picture credits that the import took out, with those credits."""
    for source in SourceText.objects.filter(article=article).only("text", "removed"):
        for kind, start, end, *_rest in source.removed:
            if kind == RemovedKind.CREDIT:
                above = source.text[max(0, start - 700) : start].rstrip()
                if start - _FAR <= max(0, start - 700) + len(above):
                    yield " ".join(above.rpartition("\n")[2].split()), " ".join(source.text[start:end].split())
