"""Another spelling of what a reader typed: for words that no public text and no entry has, words that one of them has.

The words of texts that are not public are never proposed: each proposal is found by a public text, or stands in a name
of an entry that readers see, and is written as it stands there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from articles import named as entry_names
from articles import search
from articles.named import Row
from articles.sanitising import plain_text
from articles.search.naming import Asked
from articles.search.query import telling_words
from articles.search.spelling import SHORTEST, distance, pieces, slips_allowed
from articles.search.text import Word, forms, words

MOST_WORDS = 8  # who types more quotes a sentence, and finds it by fewer words
MOST_WRONG = 2  # misspelled words of one query
MOST_TRIED = 4  # spellings that are looked at for each of them
MOST_ASKED = 6  # and of the whole
ENOUGH = 500  # texts: of two spellings that so many have neither is the likelier one


@dataclass(frozen=True, slots=True, order=True)
class _Spelling:
    """A word that may be meant. Fewer slips are likelier, then words of entries' names, which `written` shows."""

    slips: int
    is_of_texts: bool
    folded: str
    written: str = ""


def respelled(text: str) -> str:
    """The text with its misspelled words replaced, so that something is found by it; empty where nothing would be."""
    asked = telling_words(text)
    if not 0 < len(asked) <= MOST_WORDS:
        return ""
    counts = search.tally([word.surface for word in asked], most=1)
    unknown = [word for word, count in zip(asked, counts, strict=True) if not count and slips_allowed(_folded(word))]
    rows = {row: _words_of(row) for row in _rows_like(unknown)}
    named = {folded: written for held in rows.values() for folded, written in held.items()}
    wrong = [word for word in unknown if _folded(word) not in named]
    if not 0 < len(wrong) <= MOST_WRONG:
        return ""
    spellings = [sorted(_spellings(_folded(word), named))[:MOST_TRIED] for word in wrong]
    tried = sorted(product(*spellings), key=lambda row: (sum(each.slips for each in row), row))
    return _best(text, wrong, tried[:MOST_ASKED], rows)


def _best(text: str, wrong: list[Word], tried: Sequence[Sequence[_Spelling]], rows: dict[Row, dict[str, str]]) -> str:
    """The text with those of the spellings by which most is found, of those with the fewest slips."""
    texts = [_replaced(text, wrong, [each.written or each.folded for each in row]) for row in tried]
    counts = search.tally(texts, most=ENOUGH)
    ranked = []
    for row, new, count in zip(tried, texts, counts, strict=True):
        holding = [each for each, held in rows.items() if all(spelling.folded in held for spelling in row)]
        names_an_entry = bool(entry_names.best(Asked(new), holding, most=1, counts={}))
        if count or names_an_entry:
            slips, of_texts = sum(each.slips for each in row), sum(each.is_of_texts for each in row)
            ranked.append((slips, of_texts, not names_an_entry, -count, row, new))
    if not ranked:
        return ""
    *_, row, new = min(ranked)
    if all(each.written for each in row):
        return new
    return _replaced(text, wrong, _as_written([each.written or each.folded for each in row], new))


def _rows_like(unknown: list[Word]) -> list[Row]:
    """The rows of entries one of whose names may have one of the words, misspelled or not."""
    parts = {part for word in unknown for part in pieces(_folded(word))}
    return entry_names.rows_with([sorted(parts)]) if parts else []


def _words_of(row: Row) -> dict[str, str]:
    """The words of an entry's names and titles, folded, each as it is written there."""
    return {_folded(word): word.surface for word in words(f"{row.names}\n{row.titles}")}


def _spellings(wrong: str, named: dict[str, str]) -> set[_Spelling]:
    slips = slips_allowed(wrong)
    found = set()
    for folded, written in named.items():
        if (far := distance(wrong, folded, slips)) is not None:
            found.add(_Spelling(far, False, folded, written))
        elif len(wrong) >= SHORTEST and folded.startswith(wrong):
            found.add(_Spelling(slips + 1, False, folded, written))
    for folded in search.words_like(wrong):
        if folded not in named and (far := distance(wrong, folded, slips)) is not None:
            found.add(_Spelling(far, True, folded))
    return found


def _as_written(spellings: list[str], query: str) -> list[str]:
    """The words as the public text that answers best writes them mostly."""
    edition = search.search(query).first()
    if edition is None:
        return spellings
    text = f"{edition.title}\n{edition.standfirst}\n{plain_text(edition.body)}"
    written: dict[str, Counter[str]] = {}
    for word in words(text):
        written.setdefault(_folded(word), Counter())[word.surface] += 1
    return [written[each].most_common(1)[0][0] if each in written else each for each in spellings]


def _replaced(text: str, wrong: list[Word], right: list[str]) -> str:
    for word, other in sorted(zip(wrong, right, strict=True), reverse=True, key=lambda pair: pair[0].start):
        text = text[: word.start] + other + text[word.end :]
    return text


def _folded(word: Word) -> str:
    return forms(word.surface, "fr").exact
