"""The steps of the reader on a sentence or two, without layout: each line is a paragraph."""

from articles.reading.dates import find_dates
from articles.reading.meetings import find_meetings
from articles.reading.names import NameMentions, find_names, outside_people
from articles.reading.people import find_people
from articles.reading.prose import Prose, prose_of
from articles.reading.quotes import find_quotes
from articles.reading.results import Block, BlockKind, MeetingMention, PersonMention, QuoteMention, Span
from partners.dates import PartialDate
from partners.names import Names


def lines(text: str, language: str = "fr") -> Prose:
    blocks = []
    place = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = place + line.index(words)
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(words)), words, language))
        place += len(line)
    return prose_of(text, blocks, language)


def named(text: str, names: Names, language: str = "fr") -> NameMentions:
    prose = lines(text, language)
    mentions = find_names(prose, names)
    return outside_people(mentions, find_people(prose, names, mentions))


def codes(text: str, names: Names, language: str = "fr") -> set[str]:
    return {mention.code for mention in named(text, names, language).countries}


def organisations(text: str, names: Names, language: str = "fr") -> set[str]:
    return {mention.key for mention in named(text, names, language).organisations}


def people(text: str, names: Names, language: str = "fr", *, written: str | None = None) -> tuple[PersonMention, ...]:
    prose = lines(text, language)
    return find_people(prose, names, find_names(prose, names), written=date(written))


def meetings(
    text: str, names: Names, language: str = "fr", *, written: str | None = None, dateline: str | None = None
) -> tuple[MeetingMention, ...]:
    prose = lines(text, language)
    mentions = find_names(prose, names)
    persons = find_people(prose, names, mentions, written=date(written))
    return find_meetings(
        prose,
        names,
        outside_people(mentions, persons),
        persons,
        dates=find_dates(prose.text, written=date(written), language=language),
        dateline=dateline,
    )


def quotes(text: str, names: Names, language: str = "fr") -> tuple[QuoteMention, ...]:
    prose = lines(text, language)
    mentions = find_names(prose, names)
    persons = find_people(prose, names, mentions)
    return find_quotes(prose, persons, outside_people(mentions, persons), names=names)


def date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
