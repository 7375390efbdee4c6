"""The reader: from a file's bytes to everything that an editor may want to take from it. Plain Python, no Django.

    for document in open_documents(data):
        reading = read_document(document, names)

`read` is both for a file that holds one text. The steps stand in modules of their own: formats, clean_copy, brief,
language, layout, names, people, meetings, quotes, dates, candidates, titles. What the text does not state stays None;
what is proposed says so by its name.
"""

import datetime
from dataclasses import replace

from articles.reading.brief import find_brief
from articles.reading.candidates import date_candidates
from articles.reading.clean_copy import clean_copy
from articles.reading.datelines import is_one_city
from articles.reading.dates import find_dates
from articles.reading.decode import Binary, CutOff, CutShort, Empty, TooLarge, TooLong, Unreadable, require_length
from articles.reading.embargo import read_embargo
from articles.reading.formats.document import Document
from articles.reading.formats.documents import open_documents, pieces_of
from articles.reading.language import UNKNOWN, language_of_article
from articles.reading.layout import lay_out
from articles.reading.marked import head_end
from articles.reading.meetings import find_meetings
from articles.reading.names import find_names, outside_people
from articles.reading.people import find_people
from articles.reading.prose import prose_of
from articles.reading.quotes import find_quotes
from articles.reading.results import DateCandidate, Reading
from articles.reading.sightings import owners_of
from articles.reading.titles import title_from
from articles.reading.tokens import words_of
from partners.dates import PartialDate
from partners.names import Names

__all__ = [
    "Binary",
    "CutOff",
    "CutShort",
    "Document",
    "Empty",
    "Reading",
    "TooLarge",
    "TooLong",
    "Unreadable",
    "open_documents",
    "pieces_of",
    "read",
    "read_document",
]


def read(
    data: bytes,
    names: Names,
    *,
    language: str | None = None,
    published: PartialDate | None = None,
    today: datetime.date | None = None,
) -> Reading:
    """Read the bytes of one text, the first where they hold several. Raises Unreadable as `open_documents` does.

    The arguments are those of `read_document`.
    """
    document, *_ = open_documents(data)
    return read_document(document, names, language=language, published=published, today=today)


def read_document(
    document: Document,
    names: Names,
    *,
    language: str | None = None,
    published: PartialDate | None = None,
    today: datetime.date | None = None,
) -> Reading:
    """Read one document of a file. Raises Empty where it has no text: a feed's entry may be a title alone; CutOff
    where the file ends in the middle of it, CutShort where it ends before it; TooLong where it is longer than any text
    of the press. All are Unreadable.

    `names` is what a text can name of the registry. `language` and `published` are what the sender knows; they
    help to read, and `Reading.published` still says only what the text states. No candidate date lies after
    `today`, which is the day of the call where it is not given. Spans are those of the text as decoded; values are
    in composed letters (NFC) and hold no invisible marks, however the file writes them.
    """
    if document.cut_off:
        if not document.data:
            raise CutShort("The file ends before the feed does.")
        raise CutOff("The file ends in the middle of this text.")
    if not document.text:
        raise Empty("There is no text in it.")
    require_length(document.text)
    copy = clean_copy(document.text)
    text = copy.text
    marks = tuple(replace(mark, span=copy.onto(mark.span)) for mark in document.marks)
    brief = find_brief(text, head_end(marks, text))
    if language is None:
        language = language_of_article(text[brief.span.end :] if brief else text)
        if language == UNKNOWN and document.language:
            language = document.language
    layout = lay_out(text, language=language, names=names, brief=brief.span if brief else None, marks=marks)
    written = layout.published.date if layout.published else published

    words = words_of(text, 0, len(text))
    prose = prose_of(text, layout.blocks, language, known=words)
    mentions = find_names(prose, names)
    people = find_people(prose, names, mentions, written=written)
    mentions = outside_people(mentions, people)
    owners = owners_of(prose, mentions)
    dateline = layout.dateline.value if layout.dateline and is_one_city(layout.dateline.value) else None
    dates = find_dates(text, written=written, language=language, words=words)
    meetings = find_meetings(
        prose, names, mentions, people, dates=dates, dateline=dateline, written=written, owners=owners
    )
    candidates: tuple[DateCandidate, ...] = ()
    if written is None or not written.full:
        candidates = date_candidates(
            text,
            blocks=layout.blocks,
            dates=dates if written is None else find_dates(text, language=language, words=words),
            own_days=layout.own_days,
            people=people,
            meetings=meetings,
            countries=mentions.countries,
            names=names,
            today=today or datetime.date.today(),
        )
    reading = Reading(
        text=text,
        encoding=document.encoding,
        language=language,
        blocks=layout.blocks,
        removed=layout.removed,
        title=layout.title,
        proposed_title=None if layout.title else title_from(prose),
        standfirst=layout.standfirst,
        dateline=layout.dateline,
        published=layout.published,
        updated=layout.updated,
        embargo=read_embargo(text, layout.embargo_line, written) if layout.embargo_line else None,
        source=layout.source,
        signatures=layout.signatures,
        editors=layout.editors,
        credits=layout.credits,
        brief=brief,
        countries=mentions.countries,
        organisations=mentions.organisations,
        people=people,
        meetings=meetings,
        quotes=find_quotes(prose, people, mentions, names=names, written=written, owners=owners),
        date_candidates=candidates,
    )
    return replace(copy.restored(reading), text=document.text)
