"""From files to drafts: one transaction a text, nothing twice, nothing lost.

A text that is read becomes an article in the stage "draft" with its source text kept byte for byte, its first
revision, its brief, proposals with the passage that proves each, and pending quotes. The same bytes again are
reported and passed over; a file that cannot be read is refused by name and stops no other.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.counting import count_words
from articles.drafting import Options, create_draft
from articles.intake import Unusable, read_file, readable, walk, why_unreadable
from articles.models import Article, ImportRun, SourceText
from articles.reading import Unreadable, read
from articles.reading.results import Reading
from articles.sanitising import plain_text
from partners.dates import PartialDate
from partners.names import Names
from partners.registry import registry_names

logger = logging.getLogger("newsroom.importing")
ATTEMPTS = 10  # at an address that several imports want at the same moment
IMPORTED, PUBLISHED, HELD, REFUSED = "imported", "published", "already held", "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: `result` is "imported", "published", "already held" or "refused"."""

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
        return [outcome for outcome in self.outcomes if outcome.result == REFUSED]

    def counts(self) -> dict[str, int]:
        """How many files came to each result, zero included."""
        counts = dict.fromkeys([IMPORTED, PUBLISHED, HELD, REFUSED], 0)
        for outcome in self.outcomes:
            counts[outcome.result] += 1
        return counts

    def as_json(self) -> dict[str, Any]:
        return {
            "dry_run": self.dry_run,
            "counts": self.counts(),
            "files": [outcome.as_json() for outcome in self.outcomes],
        }


def import_articles(
    paths: Iterable[Path],
    options: Options | None = None,
    *,
    by: User | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Import the files, and the text files below the folders, that `paths` name.

    `by` is who runs the import; `progress` is told how many files are done, and of how many. Raises
    PermissionDenied, before anything is read, when texts are to be published by a user who may not publish.
    """
    options = options or Options()
    if options.publish_as is not None:
        publishing.require(options.publish_as, "articles.publish_article")
    report = Report(dry_run=options.dry_run)
    names = registry_names()
    run = None
    if not options.dry_run:
        run = ImportRun.objects.create(started_by=by or options.publish_as, options=options.as_json())
    files = list(walk(paths))
    seen: dict[str, str] = {}
    for done, file in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        report.outcomes.append(_import_or_say_why_not(file, options, names=names, run=run, by=by, seen=seen))
    if progress is not None:
        progress(len(files), len(files))
    if run is not None:
        run.outcomes = report.as_json()["files"]
        run.finished_at = timezone.now()
        run.save()
    return report


def _import_or_say_why_not(path: Path, options: Options, **context: Any) -> Outcome:
    """Import one file; an error of ours refuses that file by name, is logged, and stops no other."""
    try:
        return _import_file(path, options, **context)
    except Exception as error:
        logger.exception("importing %s failed", path)
        why = _("An error of the program (%(error)s): the file was left out, and the error was logged.")
        return Outcome(str(readable(path)), REFUSED, remarks=(why % {"error": type(error).__name__},))


def _import_file(
    path: Path,
    options: Options,
    *,
    names: Names,
    run: ImportRun | None,
    by: User | None,
    seen: dict[str, str],
) -> Outcome:
    named = readable(path)
    try:
        data = read_file(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if earlier := _held(sha256, seen):
            return replace(earlier, file=str(named))
        reading = read(data, names, language=options.language or None, published=options.published)
    except (Unusable, Unreadable) as refusal:
        return Outcome(str(named), REFUSED, remarks=(why_unreadable(refusal),))
    seen[sha256] = str(named)
    with transaction.atomic() if options.dry_run else nullcontext():
        outcome = _make(named, data, sha256, reading, options, run=run, by=by)
        if options.dry_run:  # what would happen is what happens, taken back
            transaction.set_rollback(True)
            outcome = replace(outcome, article=None) if outcome.result != HELD else outcome
    return outcome


def _make(
    path: Path,
    data: bytes,
    sha256: str,
    reading: Reading,
    options: Options,
    *,
    run: ImportRun | None,
    by: User | None,
) -> Outcome:
    """Make the draft of one text, and publish it where that is asked and allowed."""
    for attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                article = create_draft(path.name, data, reading, options, run=run, by=by or options.publish_as)
            break
        except IntegrityError:
            if earlier := _held(sha256, {}):  # another process imported the same bytes in between
                return replace(earlier, file=str(path))
            if attempt == ATTEMPTS - 1:  # else it took the same new address: the next one is free
                raise
    result, remarks = IMPORTED, _remarks(reading)
    if options.publish_as is not None:
        obstacle = _publish_as_archive(article, options.publish_as)
        result, remarks = (IMPORTED, (*remarks, obstacle)) if obstacle else (PUBLISHED, remarks)
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


def _held(sha256: str, seen: dict[str, str]) -> Outcome | None:
    """What is to be said of bytes that came before, in this run or in an earlier one; None when they are new."""
    if sha256 in seen:
        return Outcome("", HELD, remarks=(_("The same bytes as “%(name)s”.") % {"name": seen[sha256]},))
    held = SourceText.objects.select_related("article").defer("data", "text").filter(sha256=sha256).first()
    if held is None:
        return None
    remark = _("The same bytes are held as “%(name)s”.") % {"name": held.name}
    if held.article.trashed_at:
        remark += " " + _("Its article is in the trash: restore it there.")
    return Outcome("", HELD, title=held.article.title, remarks=(remark,), article=held.article_id)


def _publish_as_archive(article: Article, user: User) -> str:
    """Publish an archive text at its own date; else say why it stays a draft."""
    if obstacle := _unfit_date(article.dated):
        return obstacle
    if article.embargo_until and article.embargo_until > timezone.now():
        return _embargoed(article.embargo_until)
    try:
        publishing.publish(article, by=user, as_archive=True)
    except publishing.Refused as refusal:
        return _("Not published: %(why)s") % {"why": refusal}
    return ""


def _unfit_date(dated: PartialDate | None) -> str:
    """Why a text of that date cannot be filed as an archive; empty when it can."""
    if dated is None or not dated.full:
        return _("Not published: the text has no date known to the day.")
    if dated.first > timezone.localdate():
        return _("Not published: the text's date lies ahead.")
    return ""


def _embargoed(until: datetime) -> str:
    moment = timezone.localtime(until).strftime("%Y-%m-%d %H:%M %z")
    return _("Not published: under embargo until %(moment)s.") % {"moment": moment}


def _remarks(reading: Reading) -> tuple[str, ...]:
    remarks = []
    if reading.title is None:
        remarks.append(_("The title is a proposal."))
    if reading.brief is not None:
        remarks.append(_("A brief was found: it left the text."))
    if reading.embargo is not None and reading.embargo.until is None:
        remarks.append(_("An embargo was found whose moment cannot be read: set it by hand."))
    elif reading.embargo is not None and reading.embargo.until is not None:
        moment = reading.embargo.until.isoformat(" ", "minutes")
        remarks.append(_("Under embargo until %(moment)s.") % {"moment": moment})
    return tuple(remarks)
