"""The running text of an article: its blocks cut into sentences and words once, for every step that reads names.

Only blocks are read; what layout removed (bylines, credits, datelines) is invisible here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.reading.name_words import FUNCTION_WORDS, words
from articles.reading.results import Block, BlockKind, Span
from articles.reading.tokens import Case, Token, Words, fold, numbers_of, words_of

_STOPS = frozenset(".!?…")
_STOP_KEYS = frozenset(map(fold, _STOPS))  # no other mark of a text's own has these keys, but for a few of Asia's
_CLOSING = frozenset("»”\"’')]")
_OPENING = frozenset('«“"‘([–—-')
# After these a stop ends no sentence.
_ABBREVIATIONS = words(
    "m mm mme mlle mlles mmes dr me pr mgr st ste s.e se s.em sem gen gal adm amb col lt cdt cne cap capt maj sgt"
    " brig mr mrs ms prof gov sen rep hon pres sec min jr sr av bd no vol art cf etc vs fig p env jan feb fev"
    " mar apr avr jul juil aug sept sep oct nov dec"
)
_GERMAN_MONTHS = words("januar februar marz april mai juni juli august september oktober november dezember")


@dataclass(slots=True, eq=False)
class Sentence:
    """`first` and `last` bound its tokens (`last` excluded). `capitals`: written in capitals throughout;
    `titled`: every word is capitalised, as English headlines are, so capitals say nothing."""

    span: Span
    first: int
    last: int
    block: int
    kind: BlockKind
    language: str
    capitals: bool
    titled: bool
    capitalised: list[int]  # the tokens that begin with a capital


@dataclass(slots=True, eq=False)
class Prose:
    """Nothing changes it, nor a sentence of it: neither is frozen because that makes each four times as dear."""

    text: str
    language: str
    blocks: tuple[Block, ...]
    tokens: list[Token]
    sentences: tuple[Sentence, ...]
    starts: list[int]  # of the tokens, as their ends: places of the text
    ends: list[int]
    openings: list[int]  # where the sentences start
    keys: list[str]  # of the tokens, in order
    vocabulary: frozenset[str]  # all keys
    _numbers: dict[frozenset[str], list[int]] = field(default_factory=dict)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds that place of the text."""
        index = bisect_right(self.openings, place) - 1
        return self.sentences[index] if index >= 0 and place < self.sentences[index].span.end else None

    def inside(self, span: Span) -> range:
        """The numbers of the tokens that begin in that span of the text."""
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, first))

    def span(self, first: int, last: int) -> Span:
        """Where the tokens from `first` to `last` (excluded) stand in the text."""
        return Span(self.starts[first], self.ends[last - 1])

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that begin in that span of the text."""
        places = self.inside(span)
        return self.tokens[places.start : places.stop]

    def words(self, sentence: Sentence) -> list[Token]:
        return self.tokens[sentence.first : sentence.last]

    def numbers_of(self, vocabulary: frozenset[str]) -> list[int]:
        """The numbers of the tokens whose key is in that vocabulary, in order: where a room has anything to read."""
        numbers = self._numbers.get(vocabulary)
        if numbers is None:
            here = vocabulary & self.vocabulary  # few, so that each word is sought in a small set
            numbers = self._numbers[vocabulary] = numbers_of(self.keys, here) if here else []
        return numbers

    def has_any(self, vocabulary: frozenset[str], first: int, last: int) -> bool:
        """Whether one of the tokens from `first` to `last` (excluded) has its key in that vocabulary."""
        numbers = self.numbers_of(vocabulary)
        place = bisect_left(numbers, first)
        return place < len(numbers) and numbers[place] < last


def prose_of(text: str, blocks: Sequence[Block], language: str, *, known: Words | None = None) -> Prose:
    """Cut the blocks into sentences; linear in the text's length. A block's own language goes before the text's.

    `known`: the words of the whole text, where the caller has them already.
    """
    known = known or words_of(text, 0, len(text))
    tokens: list[Token] = []
    starts: list[int] = []
    ends: list[int] = []
    firsts = [0]  # tokens of the blocks
    for block in blocks:
        own = known.inside(block.span.start, block.span.end, text)
        tokens += own.tokens
        starts += own.starts
        ends += own.ends
        firsts.append(len(tokens))
    keys = [token.key for token in tokens]
    stops = numbers_of(keys, _STOP_KEYS)
    capitalised = [number for number, token in enumerate(tokens) if token.case]
    sentences: list[Sentence] = []
    for number, (block, (first, last)) in enumerate(zip(blocks, pairwise(firsts), strict=True)):
        begin = first
        for end in _ends(tokens, first, last, between(stops, first, last)):
            span = Span(starts[begin], ends[end - 1])
            own_capitals = between(capitalised, begin, end)
            sentences.append(_sentence(tokens, begin, end, span, number, block, language, own_capitals))
            begin = end
    return Prose(
        text,
        language,
        tuple(blocks),
        tokens,
        tuple(sentences),
        starts,
        ends,
        [sentence.span.start for sentence in sentences],
        keys,
        frozenset(keys),
    )


def between(numbers: list[int], first: int, last: int) -> list[int]:
    """Those of the numbers, which stand in order, from `first` to `last` (excluded)."""
    begin = bisect_left(numbers, first)
    return numbers[begin : bisect_left(numbers, last, begin)]


def _sentence(
    tokens: list[Token],
    begin: int,
    end: int,
    span: Span,
    number: int,
    block: Block,
    language: str,
    own_capitals: list[int],
) -> Sentence:
    capitals = capitalised = 0
    lower = any(
        not token.case and token.letters and token.key not in FUNCTION_WORDS  # "of", "the", "de" stay small
        for token in tokens[begin:end]
    )
    if not lower:
        cases = [token.case for token in tokens[begin:end] if token.letters]
        capitals, capitalised = cases.count(Case.CAPITALS), cases.count(Case.CAPITALISED)
    return Sentence(
        span,
        begin,
        end,
        number,
        block.kind,
        block.language if block.language not in ("", "und") else language,
        capitals=capitals >= 2 and not lower and capitalised <= capitals // 4,
        titled=not lower and capitalised >= 3 and tokens[end - 1].word != ".",
        capitalised=own_capitals,
    )


def _ends(tokens: list[Token], first: int, total: int, stops: list[int]) -> list[int]:
    """The index after the last token of each sentence from `first` to `total`, between which those stops stand."""
    ends = []
    place = first
    for stop in stops:
        if stop < place or tokens[stop].word not in _STOPS:
            continue
        place = stop
        while place < total and tokens[place].word in _STOPS:
            place += 1
        # A closing mark belongs to the sentence it closes, with or without the space that French puts before it.
        while place < total and tokens[place].word in _CLOSING and not _opens(tokens, place, total):
            place += 1
        parted = place < total and (not tokens[place].joined or _is_run_on(tokens, stop, place, total))
        if parted and _ends_here(tokens, stop, place, first):
            ends.append(place)
    if total > first:
        ends.append(total)
    return ends


def _is_run_on(tokens: list[Token], stop: int, place: int, total: int) -> bool:
    """ "… a delegation.They discussed": paragraphs that a page has run together, and no address ("example.Com")."""
    before, after = tokens[stop - 1], tokens[place]
    if before.case or not before.letters or before.length < 3 or after.case is not Case.CAPITALISED:
        return False
    beyond = tokens[place + 1] if place + 1 < total else None
    return before.key != "www" and beyond is not None and not (beyond.joined and beyond.word in "./@:")


def _opens(tokens: list[Token], place: int, total: int) -> bool:
    """Whether a mark that looks the same on both sides opens: a space before it and none after."""
    if tokens[place].word not in "\"'’":
        return False
    before = not tokens[place].joined
    return before and place + 1 < total and tokens[place + 1].joined


def _ends_here(tokens: list[Token], stop: int, following: int, first: int) -> bool:
    after = tokens[following]
    if after.case is Case.LOWER and after.word not in _OPENING and not after.word[0].isdigit():
        return False
    if tokens[stop].word != "." or stop == first or following - stop > 1:
        return True
    before = tokens[stop - 1]
    if not tokens[stop].joined:
        return True
    if before.word.isdigit() and len(before.word) <= 2 and after.key in _GERMAN_MONTHS:
        return False  # "am 9. Juli"
    initial = len(before.word) == 1 and before.case is Case.CAPITALISED
    return not initial and before.key not in _ABBREVIATIONS
