"""From one reading to one draft, with everything that hangs on it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import briefing, likeness, proposing, revising
from articles.body import body_html
from articles.likeness import Found
from articles.lookups import Lookups
from articles.models import (
    Article,
    Brief,
    Byline,
    BylineRole,
    ImportRun,
    Language,
    Rights,
    Source,
    SourceText,
    Stage,
    Standing,
)
from articles.reading import Document
from articles.reading.recognised import LeftOut
from articles.reading.results import Reading, RequirementKind, Signature
from articles.statements import ask_keys, insert
from partners.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Options:
    """What the importing staff says of all the texts of a run; empty means: as each text says."""

    source: str = ""
    rights: Rights = Rights.UNKNOWN
    published: PartialDate | None = None
    language: str = ""
    publish_as: User | None = None
    restore_as: User | None = None  # takes out of the trash what comes again
    dry_run: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "rights": str(self.rights),
            "published": str(self.published or ""),
            "language": self.language,
            "publish_as": self.publish_as.get_username() if self.publish_as else "",
            "restore_as": self.restore_as.get_username() if self.restore_as else "",
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A new article, with the source text that it came from, and how much there is to decide."""

    article: Article
    source_text: SourceText
    proposals: int
    quotes: int


def create_draft(
    name: str,
    document: Document,
    reading: Reading,
    options: Options,
    *,
    lookups: Lookups,
    found: Found | None = None,
    run: ImportRun | None = None,
    by: User | None = None,
    held: SourceText | None = None,
    left_out: Collection[LeftOut] = (),
) -> Draft:
    """Make the draft of a document of that name and of its reading. Call it inside a transaction.

    `found` is what it resembles (`look_for_likenesses`), of use for a document that is new here.
    `held` is the document's source text where it stood beside another article until now: it comes along.
    `left_out` is what the reading is already without; it is kept, so that later readings are without it, too.
    Raises IntegrityError where the same bytes are held already, where another import takes its address at the same
    moment, and where a row that `lookups` holds is gone.
    """
    words = words_of(reading, name)
    language = options.language or reading.language
    if language not in Language.values:
        language = Language.UNDETERMINED
    # In this order always, or imports at the same time could wait for each other in a circle.
    source = _source(reading, options, lookups)
    bylines = _bylines(reading, lookups)
    keys = ask_keys(Article, SourceText)
    slug = Article.objects.free_slug(words["title"])
    article_key, text_key = keys()
    article = Article(
        pk=article_key,
        version=1,
        **words,
        slug=slug,
        language=language,
        dated=date_of(reading, options),
        revised=reading.updated.date if reading.updated else None,
        source=source,
        rights=options.rights,
        embargo_until=embargo_of(reading),
        stage=Stage.DRAFT,
        created_by=by,
    )
    insert(article)
    if held is None:
        source_text = keep_source_text(
            article, name, document, reading, found or Found(), key=text_key, run=run, left_out=left_out
        )
    else:
        source_text = held
        source_text.article, source_text.standing = article, Standing.CURRENT
        source_text.save(update_fields=["article", "standing"])
    for byline in bylines:
        byline.article = article
        insert(byline)
    _keep_brief(article, reading)
    proposals, quotes = proposing.propose(article, source_text, reading, lookups)
    revising.record_first(article, bylines, by=by, reason=_("Imported from %(name)s") % {"name": name})
    return Draft(article, source_text, proposals, quotes)


def look_for_likenesses(document: Document, reading: Reading) -> Callable[[], Found]:
    """Begin to look for what the document resembles, as `likeness.look` does."""
    return likeness.look(document.text, _removed(reading))


def keep_source_text(
    article: Article,
    name: str,
    document: Document,
    reading: Reading,
    found: Found,
    *,
    key: int | None = None,
    run: ImportRun | None = None,
    standing: Standing = Standing.CURRENT,
    left_out: Collection[LeftOut] = (),
) -> SourceText:
    """Keep the document as it came, with its article, filed as `found` says. It gets the `key`, or a new one.

    Raises IntegrityError where its bytes are held already.
    """
    source_text = SourceText(
        pk=key if key is not None else ask_keys(SourceText)()[0],
        article=article,
        standing=standing,
        run=run,
        name=name[:255],
        data=document.data,
        sha256=document.sha256,
        encoding=document.encoding,
        format=document.format,
        url=_fitting(document.url, "url"),
        guid=_fitting(document.guid, "guid"),
        text=document.text,
        removed=_removed(reading),
        left_out=[thing.as_json() for thing in sorted(left_out)],
    )
    insert(source_text)
    likeness.note(source_text, found)
    return source_text


def _removed(reading: Reading) -> list[list[str | int]]:
    return [[str(piece.kind), piece.span.start, piece.span.end] for piece in reading.removed]


def words_of(reading: Reading, name: str) -> dict[str, Any]:
    """The fields of an article that hold the reading's words, by name."""
    return {
        "title": title_of(reading, name),
        "title_proposed": reading.title is None,
        "standfirst": reading.standfirst.value if reading.standfirst else "",
        "body": body_html(reading),
        "dateline": reading.dateline.value[:120] if reading.dateline else "",
    }


def title_of(reading: Reading, name: str) -> str:
    """The text's title, else the proposed one, else the file's name without its ending."""
    title = reading.title or reading.proposed_title
    return (title.value if title else Path(name).stem)[:300]


def date_of(reading: Reading, options: Options) -> PartialDate | None:
    """The date that the staff says, else the one that the text states."""
    return options.published or (reading.published.date if reading.published else None)


def _fitting(value: str, field: str) -> str:
    """An address or identifier, unless it is too long for the field: cut, it would name something else."""
    most = SourceText._meta.get_field(field).max_length or 0  # type: ignore[union-attr]
    return value if len(value) <= most and "\0" not in value else ""


def _source(reading: Reading, options: Options, lookups: Lookups) -> Source | None:
    name = options.source or (reading.source.value if reading.source else "")
    return lookups.source(name) if name.strip() else None


def embargo_of(reading: Reading) -> datetime | None:
    """The moment until which the text is under embargo, as far as it can be read."""
    if reading.embargo is None or reading.embargo.until is None:
        return None
    return timezone.make_aware(reading.embargo.until)


def _bylines(reading: Reading, lookups: Lookups) -> list[Byline]:
    """Bylines as the text has them: authors first, editors after. A role without a name keeps its place."""
    signatures: list[Signature] = [*reading.signatures, *reading.editors]
    contributors = lookups.contributors(name for signature in signatures if (name := signature.name.strip()))
    bylines = []
    for position, signature in enumerate(signatures):
        role = signature.role if signature.role in BylineRole.values else BylineRole.AUTHOR
        contributor = contributors.get(signature.name.strip())
        if contributor is None and role == BylineRole.AUTHOR:
            continue
        bylines.append(Byline(contributor=contributor, role=role, place=signature.place[:120], position=position))
    return bylines


def _keep_brief(article: Article, reading: Reading) -> None:
    if reading.brief is None:
        return
    asked = {requirement.kind: requirement.value for requirement in reading.brief.requirements}
    language = asked.get(RequirementKind.LANGUAGE, "")
    brief = Brief(
        article=article,
        text=reading.brief.text,
        language=language if language in Language.values else "",
        least_words=_number(asked.get(RequirementKind.WORDS)),
        least_subheadings=_number(asked.get(RequirementKind.SUBHEADINGS)),
        seo=RequirementKind.SEO in asked,
        remarks=reading.brief.remarks,
    )
    brief.unmet = briefing.is_unmet(article, brief)
    insert(brief)


def _number(value: str | None) -> int | None:
    return min(int(value), 32_000) if value and value.isdecimal() else None
