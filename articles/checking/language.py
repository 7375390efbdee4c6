"""How a text is written: in which language, how it is set, how easily it is read. No Django here."""

from collections.abc import Iterable, Iterator

from articles.checking.words import Noticed, Place, Words, in_block
from articles.reading.results import Span
from articles.typography import FRENCH, Change, changes_of, of_html, set_text

HARD = 30  # of reading ease, below which only specialists read on
LONGEST_SENTENCE = 45  # words, in one breath
PLAIN_FIELDS = ("title", "standfirst", "seo_title", "meta_description")  # whose typography is looked at, too


def language(words: Words) -> Iterator[Noticed]:
    """A text whose words are another language's than the article says."""
    if words.told_language and words.told_language != words.language:
        yield Noticed("language", "other", {"language": words.told_language, "said": words.language})


def typography(words: Words) -> Iterator[Noticed]:
    """Quotation marks, spaces, apostrophes and ellipses that are not set as French sets them."""
    if words.language != FRENCH:
        return
    places: list[Place] = []
    count = 0
    for name in PLAIN_FIELDS:
        text = words.field_text(name)
        mended = changes_of(text, set_text(text))
        places += [Place(name, span) for span in _shown(text, mended)]
        count += len(mended)
    for block, changed in of_html(words.html, words.language, words.blocks):
        places += [in_block(block, span) for span in _shown(block.text, changed)]
        count += len(changed)
    if places:
        yield Noticed("typography", "found", {"count": count}, tuple(places))


def _shown(text: str, changes: Iterable[Change]) -> Iterator[Span]:
    """Where the changes are, with the words about them; those that share a word are one place."""
    last: Span | None = None
    for change in changes:
        span = _widened(text, change.span)
        if last is not None and span.start < last.end:
            span = Span(last.start, span.end)
        elif last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _widened(text: str, span: Span) -> Span:
    """The span with the words about it, so that there is something to see."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while start > 0 and span.start - start < 12 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    while end < len(text) and end - span.end < 12 and not text[end].isspace():
        end += 1
    return Span(start, end)


def ease(words: Words) -> Iterator[Noticed]:
    """A French text that is hard to read, with its longest sentences."""
    score = words.ease
    if score is not None and score < HARD:
        long = sorted((each for each in words.sentences if each[0] > LONGEST_SENTENCE), key=lambda each: -each[0])
        places = tuple(Place("body", span) for _count, span in long)
        values = {"score": round(score), "hard": HARD, "sentences": len(long), "most": LONGEST_SENTENCE}
        yield Noticed("reading-ease", "sentences" if long else "words", values, places)
