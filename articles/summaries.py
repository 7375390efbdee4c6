"""Sentences of a text that can stand for it: proposals for its standfirst and its description. No Django here.

Nothing is made up: a proposal is the text's own words, one or more of its sentences in a row, or the first one cut at
a clause.
"""

import re
from collections.abc import Iterator, Sequence

from articles.reading import results as reading
from articles.reading.prose import prose_of
from articles.reading.results import Span
from articles.story_blocks import Block
from partners.folding import fold

MOST = 3  # proposals
_FIRST_BLOCKS = 12  # in which a press text has said what it is about
_BLANKS = re.compile(r"[ \t\n]+")  # no space that does not break
_CLAUSE_ENDS = re.compile(r"[,;:–—](?=\s)|\s\((?=\w)")
# What speaks of something said before cannot stand alone.
_LEANS_BACK = re.compile(
    r"(?:il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|celui|celle|ceux|celles|y|en|mais|et|or|donc|car|ainsi|enfin|puis"
    r"|ensuite|toutefois|cependant|pourtant|néanmoins|par\s+ailleurs|en\s+outre|de\s+plus|selon\s+(?:lui|elle|eux)|son"
    r"|sa|ses|leurs?|he|she|it|they|this|that|these|those|but|and|so|however|moreover|his|her|its|their)\b|[«“\"–—-]",
    re.IGNORECASE,
)


def summaries(blocks: Sequence[Block], *, title: str, language: str, allowed: range, best: int) -> list[str]:
    """Up to `MOST` proposals, the likeliest first: of a length in `allowed`, and of `best` characters at most."""
    paragraphs = list(_paragraphs(blocks, language))[:_FIRST_BLOCKS]
    sentences = [sentence for block in paragraphs for sentence in _sentences(block, language) if _whole(sentence)]
    found: list[str] = []
    for proposal in (_opening(paragraphs, language, allowed, best), *_ranked(sentences, title)):
        if proposal and len(proposal) in allowed and len(proposal) <= best and proposal not in found:
            found.append(proposal)
    return found[:MOST]


def _paragraphs(blocks: Sequence[Block], language: str) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "p" and not block.quoted and block.language in {"", language} and block.text.strip():
            yield block


def _sentences(block: Block, language: str) -> list[str]:
    whole = Span(0, len(block.text))
    as_read = reading.Block(reading.BlockKind.PARAGRAPH, whole, block.text, language)
    found = prose_of(block.text, [as_read], language).sentences
    said = (_BLANKS.sub(" ", sentence.span.of(block.text)).strip() for sentence in found)
    return [words for words in said if words]


def _whole(sentence: str) -> bool:
    """Whether it ends as a sentence does."""
    return sentence[-1] in '.!?…»”"'


def _opening(paragraphs: Sequence[Block], language: str, allowed: range, best: int) -> str:
    """The first sentences of the text, as many as there is room for; or as much of the first one as is a clause."""
    if not paragraphs:
        return ""
    sentences = _sentences(paragraphs[0], language)
    opening = ""
    for sentence in sentences:
        longer = f"{opening} {sentence}".strip()
        if len(longer) > best or not _whole(sentence):
            break
        opening = longer
    if opening or not sentences or not _whole(sentences[0]):
        return opening
    ends = [found.start() for found in _CLAUSE_ENDS.finditer(sentences[0]) if found.start() < best]
    for end in reversed(ends):
        clause = sentences[0][:end].rstrip() + "…"
        if len(clause) in allowed and clause.count("«") == clause.count("»"):
            return clause
    return ""


def _ranked(sentences: Sequence[str], title: str) -> list[str]:
    """The sentences that can stand alone, those first that have most of the title's words, then in reading order."""
    meant = {word for word in fold(title).split() if len(word) > 3}
    alone = [each for each in sentences if not _LEANS_BACK.match(each)]
    shared = [len(meant.intersection(fold(each).split())) for each in alone]
    order = sorted(range(len(alone)), key=lambda at: (-shared[at], at))
    return [alone[at] for at in order]
