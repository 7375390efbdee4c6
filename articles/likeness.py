"""Which held texts a new one is like: the same source in a new wording, or much the same words from elsewhere.

Every source text is filed under a few of its shingles. A new text that shares some of them with held ones is compared
with those, word for word; what resembles it waits for an editor as a `Resemblance`. A translation shares no words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db import connection
from django.db.models import QuerySet

from articles.models import Resemblance, Shingle, SourceText
from articles.reading.formats.document import Document
from articles.reading.results import RemovedKind
from articles.reading.shingles import containment, likeness, lines_of, shingles_of, sketch, words_of
from articles.statements import ask, has_row, insert_rows

# Measured on copies that were cut, given another title, byline or order, and edited: one word changed in ten leaves
# half of the shingles, one in seven about a third; texts that only share their subject have under three in a hundred.
ALIKE = 0.3  # of either text found in the other
SAME_SOURCE = 0.5  # in common of all that both have, for two texts of one name
LEAST = 12  # shingles in common, below which two texts resemble each other only as wholes
COMPARED = 10  # candidates at most
SHOWN = 5  # resemblances at most, the closest first
_SHINGLES = Shingle._meta.db_table
COMMON = 12  # texts that a shingle is filed for: what more of them say is a standing phrase, or printed everywhere


def known_wording(document: Document, name: str) -> SourceText | None:
    """The held source text that the document, of the file `name`, says anew; None when its source is new.

    The same address or identifier is the same source; else the same file name and half the words in common. One whose
    article is in the trash is given only where there is no other: a text that comes again is then no version of it.
    """
    named = has_row("name", name[:255], SourceText)
    if not (named or document.url or document.guid):
        return None
    texts = SourceText.objects.defer("data", "removed").select_related("article")
    for trashed in (False, True):
        held = texts.filter(article__trashed_at__isnull=not trashed)
        if _names_a_page(document.url) and (found := held.filter(url=document.url).first()):
            return found
        if document.guid and (found := _same_guid(document, held)):
            return found
        if named and (found := _same_words(document, held.filter(name=name[:255]))):
            return found
    return None


def _names_a_page(url: str) -> bool:
    """Whether an address is one text's own: a site's front page, which some sites call canonical, is every text's."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


@dataclass(frozen=True, slots=True)
class Found:
    """What is held of a new text's words: `values` are the shingles to file it under.

    `alike` are the held texts that resemble it, the closest first, each with the percent of the new one that it has.
    """

    values: tuple[int, ...] = ()
    alike: tuple[tuple[SourceText, int], ...] = ()


def look(text: str, removed: Iterable[Sequence[Any]] = ()) -> Callable[[], Found]:
    """Begin to look among the held texts for those that a new one resembles; what is returned waits for what is found.

    `removed` is as a source text has it.
    """
    lines = lines_of(text, _left_out(removed))
    values = sketch(shingles_of(word for line in lines for word in line))
    answer = _ask_for_holders(values)

    def found() -> Found:
        holders = answer()
        common = {value for value, held in holders.items() if len(held) >= COMMON}
        alike = _alike(lines, values, holders, common) if holders else []
        return Found(tuple(value for value in values if value not in common), tuple(alike))

    return found


def note(source_text: SourceText, found: Found) -> None:
    """File a source text that was just kept, and write down which held texts resemble it.

    A wording that waits beside its article's own text is filed and resembles nothing: it is that article's.
    """
    _file(source_text, found.values)
    alike = found.alike if source_text.standing == "current" else ()
    rows = [{"source_text_id": source_text.pk, "other_id": other.pk, "share": share} for other, share in alike]
    insert_rows(Resemblance, rows)


def shares(one: SourceText, other: SourceText) -> tuple[int, int]:
    """How much of the first text stands in the other, and of the other in the first, in percent."""
    mine, theirs = (shingles_of(words_of(text.text, _left_out(text.removed))) for text in (one, other))
    return round(100 * containment(mine, theirs)), round(100 * containment(theirs, mine))


# Two statements for every text of an import, of whole numbers only: written by hand they cost half.
def _ask_for_holders(values: Sequence[int]) -> Callable[[], dict[int, list[int]]]:
    """Ask for the source texts that are filed for each of the shingles, by primary key; none for what is new."""
    if not values:
        return dict
    rows = ask(f"SELECT value, source_text_id FROM {_SHINGLES} WHERE value IN ({', '.join(map(str, values))})")  # noqa: S608

    def holders() -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for value, held in rows():
            found.setdefault(value, []).append(held)
        return found

    return holders


def _file(source_text: SourceText, values: Iterable[int]) -> None:
    if rows := ", ".join(f"({source_text.pk}, {value})" for value in values):
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_SHINGLES} (source_text_id, value) VALUES {rows}")  # noqa: S608


def _alike(
    lines: list[list[str]], values: tuple[int, ...], holders: dict[int, list[int]], common: set[int]
) -> list[tuple[SourceText, int]]:
    """The held texts that are like the new one; the closest one of each article."""
    everywhere = 2 * len(common) > len(
        values
    )  # the whole text is: else only what stands everywhere counts for nothing
    telling = [held for value, held in holders.items() if everywhere or value not in common]
    votes = Counter(pk for held in telling for pk in held)
    likely = [pk for pk, count in votes.most_common(COMPARED) if count >= min(2, len(values))]
    if not likely:
        return []
    own = lines if everywhere else _without_standing_lines(lines, set(values), common)
    new = shingles_of(word for line in own for word in line)
    held_texts = SourceText.objects.filter(pk__in=likely, article__trashed_at=None)
    closest: dict[int, tuple[float, SourceText, int]] = {}
    for other in held_texts.select_related("article").only("text", "removed", "article__title"):
        theirs = shingles_of(words_of(other.text, _left_out(other.removed)))
        share, back = containment(new, theirs), containment(theirs, new)
        if max(share, back) < ALIKE or (len(new & theirs) < LEAST and likeness(new, theirs) < SAME_SOURCE):
            continue
        found = (max(share, back), other, round(100 * share))
        if other.article_id not in closest or found[0] > closest[other.article_id][0]:
            closest[other.article_id] = found
    ranked = sorted(closest.values(), key=lambda found: (-found[0], found[1].pk))
    return [(other, percent) for _much, other, percent in ranked[:SHOWN]]


def _without_standing_lines(lines: Iterable[list[str]], values: set[int], common: set[int]) -> Iterable[list[str]]:
    """The lines without those that many held texts have: a house's notice says nothing of likeness.

    One common run of words is a phrase that everybody uses ("le secrétaire général de l'"); two are a notice.
    """
    for line in lines:
        filed = shingles_of(line) & values if common else frozenset()
        known = len(filed & common)
        if known < 2 or 2 * known < len(filed):
            yield line


def _left_out(removed: Iterable[Sequence[Any]]) -> list[tuple[int, int]]:
    """The spans that left the article; the blank between lines parts nothing, so it stays."""
    return [(start, end) for kind, start, end in removed if kind != RemovedKind.SPACE]


def _same_guid(document: Document, held: QuerySet[SourceText]) -> SourceText | None:
    """The source text of that identifier. Two feeds can number their entries alike: hosts may not differ."""
    for found in held.filter(guid=document.guid)[:COMPARED]:
        hosts = {urlsplit(url).hostname for url in (document.url, found.url) if url}
        if len(hosts) < 2:
            return found
    return None


def _same_words(document: Document, named: QuerySet[SourceText]) -> SourceText | None:
    """Of the source texts of one name, the one that has half its words in common with the document."""
    mine = shingles_of(words_of(document.text))
    filed = Shingle.objects.filter(value__in=sketch(mine), source_text__in=named.values("pk"))
    votes = Counter(filed.values_list("source_text", flat=True))
    likely = [pk for pk, _count in votes.most_common(COMPARED)]
    best: tuple[float, SourceText] | None = None
    for other in named.filter(pk__in=likely) if likely else ():
        if document.guid and other.guid and document.guid != other.guid:
            continue  # entries of one feed
        alike = likeness(mine, shingles_of(words_of(other.text)))
        if alike >= SAME_SOURCE and (best is None or alike > best[0]):
            best = (alike, other)
    return best[1] if best else None
