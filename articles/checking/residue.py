"""What a text brought along and no reader should see: an instruction to the writer, lines of the page it is from.

The same rooms decide here that take such lines out of a text when it is imported. No Django here.
"""

from collections.abc import Iterator

from articles.checking.words import Noticed, Place, Words, in_block
from articles.paragraphs import once_per_paragraph
from articles.reading.brief import find_brief
from articles.reading.embargo import is_embargo
from articles.reading.line_facts import read_facts
from articles.reading.results import RemovedKind
from articles.reading.units import Unit

_KINDS = {
    RemovedKind.DATE: "date",
    RemovedKind.DATELINE: "date",
    RemovedKind.BYLINE: "byline",
    RemovedKind.EDITORS: "byline",
    RemovedKind.CREDIT: "credit",
    RemovedKind.EMBARGO: "embargo",
    RemovedKind.FURNITURE: "page",
}


def brief_lines(words: Words) -> Iterator[Noticed]:
    """An instruction to the writer on top of the text or of the standfirst. An article about such things has none."""
    for name in ("standfirst", "body"):
        found = find_brief(words.field_text(name))
        if found is not None:
            yield Noticed("brief-line", "found", {}, (Place(name, found.span),))


def page_lines(words: Words) -> Iterator[Noticed]:
    """Lines that belong to a page and not to the article, by what they are."""
    places: dict[str, list[Place]] = {}
    for block in words.blocks:
        if block.kind in {"caption", "td", "th"}:
            continue
        if (kind := _kind_of(block.text, block.level, words.language)) is not None:
            places.setdefault(kind, []).append(in_block(block))
    for kind, found in places.items():
        yield Noticed("residue", kind, {"count": len(found)}, tuple(found))


@once_per_paragraph
def _kind_of(text: str, level: int, language: str) -> str | None:
    said = " ".join(text.split())
    if not said:
        return None
    if is_embargo(said):
        return "embargo"
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    facts = read_facts(text, Unit(start, end, said, level=level), language)
    return _KINDS.get(facts.kind) if facts is not None else None
