"""From files to drafts: one transaction a text, nothing twice, nothing lost.

A text that is read becomes an article in the stage "draft" with its source text kept byte for byte, its first
revision, its brief, proposals with the passage that proves each, and pending quotes. The same bytes again are
reported and passed over.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import proposing, publishing, revising
from articles.counting import count_words
from articles.models import (
    Article,
    Brief,
    Byline,
    BylineRole,
    Contributor,
    ImportRun,
    Language,
    Rights,
    Source,
    SourceText,
    Stage,
)
from articles.reading import Unreadable, read
from articles.reading.results import BlockKind, Reading, RequirementKind, Signature
from articles.sanitising import plain_text
from articles.slugs import ascii_slug, free_slug
from articles.body import body_html
from partners.dates import PartialDate
from partners.names import Names
from partners.registry import registry_names

TEXT_SUFFIXES = {".txt", ".md", ".text"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the importing staff says of all the texts of a run; empty means: as each text says."""

    source: str = ""
    rights: Rights = Rights.UNKNOWN
    published: PartialDate | None = None
    language: str = ""
    publish_as: AbstractUser | None = None
    dry_run: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "rights": str(self.rights),
            "published": str(self.published or ""),
            "language": self.language,
            "publish_as": self.publish_as.get_username() if self.publish_as else "",
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file. `result` is "imported", "published", "already held" or "refused"."""

    file: str
    result: str
    title: str = ""
    words: int = 0
    proposals: int = 0
    quotes: int = 0
    remarks: tuple[str, ...] = ()
    article: int | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "outcome": self.result,
            "title": self.title,
            "words": self.words,
            "proposals": self.proposals,
            "quotes": self.quotes,
            "remarks": list(self.remarks),
            "article": self.article,
        }


@dataclass(slots=True)
class Report:
    """What came of a run, file by file, in the order in which the files were named."""

    dry_run: bool = False
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def refused(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.result == "refused"]

    def as_json(self) -> dict[str, Any]:
        counts: dict[str, int] = {}
        for outcome in self.outcomes:
            counts[outcome.result] = counts.get(outcome.result, 0) + 1
        return {
            "dry_run": self.dry_run,
            "counts": counts,
            "files": [outcome.as_json() for outcome in self.outcomes],
        }


def import_articles(
    paths: Iterable[Path],
    options: Options | None = None,
    *,
    by: AbstractUser | None = None,
    progress: Callable[[Path], None] | None = None,
) -> Report:
    """Import the files, and the text files of the folders, that `paths` name. A refused file stops no other.

    `by` is who runs the import, `progress` is called before each file. Raises PermissionDenied, before anything is
    read, when texts are to be published by a user who may not publish.
    """
    options = options or Options()
    if options.publish_as is not None:
        publishing.require(options.publish_as, "articles.publish_article")
    report = Report(dry_run=options.dry_run)
    names = registry_names()
    run = None
    if not options.dry_run:
        run = ImportRun.objects.create(started_by=by or options.publish_as, options=options.as_json())
    held: set[str] = set()
    for path in walk(paths):
        if progress is not None:
            progress(path)
        report.outcomes.append(_import_file(path, options, names=names, run=run, by=by, held=held))
    if run is not None:
        run.outcomes = report.as_json()["files"]
        run.finished_at = timezone.now()
        run.save()
    return report


def walk(paths: Iterable[Path]) -> Iterable[Path]:
    """The files that are named, and the text files below the folders, in the order of their names; each once."""
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            files = sorted(found for found in path.rglob("*") if found.suffix.lower() in TEXT_SUFFIXES)
        else:
            files = [path]
        for file in files:
            if file not in seen:
                seen.add(file)
                yield file


def _import_file(
    path: Path,
    options: Options,
    *,
    names: Names,
    run: ImportRun | None,
    by: AbstractUser | None,
    held: set[str],
) -> Outcome:
    try:
        data = read_file(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in held or SourceText.objects.filter(sha256=sha256).exists():
            return _already_held(path, sha256)
        held.add(sha256)
        reading = read(data, names, language=options.language or None, published=options.published)
    except Unreadable as refusal:
        return Outcome(str(path), "refused", remarks=(str(refusal),))
    if options.dry_run:
        return _foretold(path, reading, options)
    try:
        with transaction.atomic():
            article = create_draft(path.name, data, reading, options, run=run, by=by or options.publish_as)
    except IntegrityError:
        # another process imported the same bytes in between
        if SourceText.objects.filter(sha256=sha256).exists():
            return _already_held(path, sha256)
        raise
    result, remarks = "imported", _remarks(reading)
    if options.publish_as is not None:
        published, remark = _publish_as_archive(article, options.publish_as)
        result = "published" if published else result
        remarks += (remark,) if remark else ()
    return Outcome(
        str(path),
        result,
        title=article.title,
        words=count_words(plain_text(article.body)),
        proposals=article.proposals.count(),
        quotes=article.quotes.count(),
        remarks=remarks,
        article=article.pk,
    )


def read_file(path: Path) -> bytes:
    """The bytes of a regular file. Raises Unreadable, with what to do, for anything else."""
    from articles.reading.decode import MOST_BYTES, TooLarge

    try:
        if not path.exists():
            raise Unreadable(_("There is no such file: check the name."))
        if not path.is_file():
            raise Unreadable(_("This is no file that can be read as a text."))
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(_("The file cannot be read: %(why)s.") % {"why": error.strerror or error}) from error


def create_draft(
    name: str,
    data: bytes,
    reading: Reading,
    options: Options,
    *,
    run: ImportRun | None = None,
    by: AbstractUser | None = None,
) -> Article:
    """Make the draft of one reading, with everything that hangs on it. Call it inside a transaction."""
    title = reading.title or reading.proposed_title
    title_text = title.value[:300] if title else Path(name).stem
    language = options.language or reading.language
    if language not in Language.values:
        language = Language.UNDETERMINED
    article = Article(
        title=title_text,
        title_proposed=reading.title is None,
        slug=_slug(title_text, language),
        language=language,
        standfirst=reading.standfirst.value if reading.standfirst else "",
        body=body_html(reading),
        dateline=reading.dateline.value[:120] if reading.dateline else "",
        dated=options.published or (reading.published.date if reading.published else None),
        revised=reading.updated.date if reading.updated else None,
        source=_source(reading, options),
        rights=options.rights,
        embargo_until=_embargo(reading),
        stage=Stage.DRAFT,
        created_by=by,
    )
    article.save()
    source_text = SourceText.objects.create(
        article=article,
        run=run,
        name=name[:255],
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=reading.encoding,
        text=reading.text,
        removed=[[str(piece.kind), piece.span.start, piece.span.end] for piece in reading.removed],
    )
    _sign(article, reading)
    _keep_brief(article, reading)
    proposing.propose(article, source_text, reading)
    revising.record(article, by=by, reason=_("Imported from %(name)s") % {"name": name})
    return article


def _slug(title: str, language: str) -> str:
    taken = Article.objects.filter(language=language)
    return free_slug(ascii_slug(title, fallback="article"), lambda slug: taken.filter(slug=slug).exists())


def _source(reading: Reading, options: Options) -> Source | None:
    name = options.source or (reading.source.value if reading.source else "")
    return Source.named(name) if name.strip() else None


def _embargo(reading: Reading) -> datetime | None:
    if reading.embargo is None or reading.embargo.until is None:
        return None
    return timezone.make_aware(reading.embargo.until)


def _sign(article: Article, reading: Reading) -> None:
    """Bylines as the text has them: authors first, editors after."""
    signatures: list[Signature] = [*reading.signatures, *reading.editors]
    for position, signature in enumerate(signatures):
        role = signature.role if signature.role in BylineRole.values else BylineRole.AUTHOR
        name = signature.name.strip()
        if not name and role == BylineRole.AUTHOR:
            continue
        Byline.objects.create(
            article=article,
            contributor=Contributor.named(name) if name else None,
            role=role,
            place=signature.place[:120],
            position=position,
        )


def _keep_brief(article: Article, reading: Reading) -> None:
    if reading.brief is None:
        return
    asked = {requirement.kind: requirement.value for requirement in reading.brief.requirements}
    language = asked.get(RequirementKind.LANGUAGE, "")
    Brief.objects.create(
        article=article,
        text=reading.brief.text,
        language=language if language in Language.values else "",
        least_words=_number(asked.get(RequirementKind.WORDS)),
        least_subheadings=_number(asked.get(RequirementKind.SUBHEADINGS)),
        seo=RequirementKind.SEO in asked,
        remarks=reading.brief.remarks,
    )


def _number(value: str | None) -> int | None:
    return min(int(value), 32_000) if value and value.isdecimal() else None


def _publish_as_archive(article: Article, user: AbstractUser) -> tuple[bool, str]:
    """Publish an archive text at its own date, or say why it stays a draft."""
    if article.dated is None or not article.dated.full:
        return False, _("Not published: the text has no date known to the day.")
    if article.embargo_until and article.embargo_until > timezone.now():
        until = timezone.localtime(article.embargo_until)
        return False, _("Not published: under embargo until %(until)s.") % {
            "until": until.strftime("%Y-%m-%d %H:%M %z")
        }
    try:
        publishing.publish(article, by=user, as_archive=True)
    except publishing.Refused as refusal:
        return False, _("Not published: %(why)s") % {"why": refusal}
    return True, ""


def _remarks(reading: Reading) -> tuple[str, ...]:
    remarks = []
    if reading.title is None:
        remarks.append(_("The title is a proposal."))
    if reading.brief is not None:
        remarks.append(_("A brief was found."))
    if reading.embargo is not None:
        if reading.embargo.until is None:
            remarks.append(_("An embargo was found, without a moment that can be read: set it by hand."))
        else:
            remarks.append(
                _("Under embargo until %(until)s.") % {"until": reading.embargo.until.isoformat(" ", "minutes")}
            )
    return tuple(remarks)


def _already_held(path: Path, sha256: str) -> Outcome:
    source_text = SourceText.objects.select_related("article").filter(sha256=sha256).first()
    if source_text is None:  # the same bytes twice in one dry run
        return Outcome(str(path), "already held", remarks=(_("The same bytes came earlier in this run."),))
    remark = _("The same bytes are held as “%(name)s”.") % {"name": source_text.name}
    if source_text.article.trashed_at:
        remark += " " + _("Its article is in the trash.")
    return Outcome(
        str(path), "already held", title=source_text.article.title, remarks=(remark,), article=source_text.article_id
    )


def _foretold(path: Path, reading: Reading, options: Options) -> Outcome:
    """What an import would do with the text, without doing it."""
    title = reading.title or reading.proposed_title
    words = sum(
        count_words(block.text)
        for block in reading.blocks
        if block.kind not in {BlockKind.TITLE, BlockKind.STANDFIRST}
    )
    remarks = _remarks(reading)
    if options.publish_as is not None:
        dated = options.published or (reading.published.date if reading.published else None)
        if dated is None or not dated.full:
            remarks += (_("Not published: the text has no date known to the day."),)
    return Outcome(
        str(path),
        "imported",
        title=title.value if title else path.stem,
        words=words,
        proposals=len(proposing.proposals_of(reading)),
        quotes=len(reading.quotes),
        remarks=remarks,
    )
