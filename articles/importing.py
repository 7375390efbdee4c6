"""From files to drafts: one transaction a text, nothing twice, nothing lost.

A text that is read becomes an article in the stage "draft" with its source text kept byte for byte, its first
revision, its brief, proposals with the passage that proves each, and pending quotes. The same bytes again are
reported and passed over; a file that cannot be read is refused by name and stops no other. A run that is stopped,
even killed, leaves whole texts only: running it again brings the others.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import likeness, publishing, remarks, remembering
from articles.archiving import publish_as_archive
from articles.arriving import Arriving, Text
from articles.counting import count_words
from articles.drafting import Options, create_draft, keep_source_text, look_for_likenesses
from articles.intake import File, Unusable, collect, why_unreadable
from articles.lookups import Lookups
from articles.models import Article, ImportRun, SourceText, Standing
from articles.outcomes import HELD, IMPORTED, NEW_WORDING, PUBLISHED, REFUSED, RESTORED, Outcome, Report
from articles.reading import Document, Unreadable
from articles.reading.leaving_out import without
from articles.reading.recognised import LeftOut
from articles.reading.results import Reading
from articles.sanitising import plain_text
from articles.statements import has_row, one_go
from partners.names import Names
from partners.registry import registry_names

logger = logging.getLogger("newsroom.importing")
ATTEMPTS = 10  # at an address that several imports want at the same moment


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is the same for every text of a run: what the staff says, the registry's names, the run, who runs it."""

    options: Options
    names: Names
    lookups: Lookups = field(default_factory=Lookups)
    run: ImportRun | None = None
    by: User | None = None


def import_articles(
    paths: Iterable[Path],
    options: Options | None = None,
    *,
    by: User | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Import the files, and the text files below the folders, that `paths` name.

    `by` is who runs the import; `progress` is told how many files are done, and of how many. An interruption
    (KeyboardInterrupt) ends the run with the report so far. Raises PermissionDenied, before anything is read, when
    texts are to be published, or taken out of the trash, by a user who may not.
    """
    options = options or Options()
    if options.publish_as is not None:
        publishing.require(options.publish_as, "articles.publish_article")
    if options.restore_as is not None:
        publishing.require(options.restore_as, "articles.trash_article")
    report = Report(dry_run=options.dry_run)
    run = None
    if not options.dry_run:
        who = by or options.publish_as or options.restore_as
        run = ImportRun.objects.create(started_by=who, options=options.as_json())
    try:
        collected = collect(paths)
        report.endings = collected.endings
        with _written_together():
            lookups = Lookups(rejected=remembering.everything_ignored())
            setting = _Setting(options, registry_names(), lookups=lookups, run=run, by=by)
            _import_all(collected.files, setting, report, progress)
    except KeyboardInterrupt:
        report.unfinished = True
    if run is not None:
        run.outcomes = report.as_json()["files"]
        run.finished_at = None if report.unfinished else timezone.now()
        run.save()
    return report


@contextmanager
def _written_together() -> Iterator[None]:
    """Let PostgreSQL put what is committed on the disk in its own time, and not wait for that at each text.

    The run's own last commit waits for all of them. If the server itself falls down before, it can lose the last few
    texts, always whole ones, and the run stays unfinished: another one brings them. SQLite works like this anyway.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")


def _import_all(
    files: list[File], setting: _Setting, report: Report, progress: Callable[[int, int], None] | None
) -> None:
    tell = progress or (lambda done, total: None)
    seen: dict[str, str] = {}  # the names of the run's texts by their hashes
    told = -1
    texts = Arriving(files, setting.names, setting.options)
    for text in texts:
        if text.number != told:
            tell(text.number, len(files))
            told = text.number
        report.outcomes.append(_import_text(text, setting, seen, texts.read_ahead))
    tell(len(files), len(files))


def _import_text(text: Text, setting: _Setting, seen: dict[str, str], meanwhile: Callable[[], None]) -> Outcome:
    """What comes of one text of a run. One that fails is refused by name, and stops no other."""
    try:
        sha256 = text.opened().sha256
        if sha256 in seen:  # a dry run holds nothing by which to know them again
            return Outcome(text.name, HELD, remarks=(_("The same bytes as “%(name)s”.") % {"name": seen[sha256]},))
        outcome = _import_document(text, setting, meanwhile=meanwhile)
    except Exception as error:
        return refusal(text.name, error)
    seen[sha256] = text.name
    return replace(outcome, file=text.name)


def refusal(file: str, error: Exception) -> Outcome:
    """Say why a text is left out: an error of the file's in a sentence for its sender, an error of ours logged."""
    if isinstance(error, Unusable | Unreadable):
        return Outcome(file, REFUSED, remarks=(why_unreadable(error),))
    logger.error("importing %s failed", file, exc_info=error)
    why = _("An error of the program (%(error)s): the file was left out, and the error was logged.")
    return Outcome(file, REFUSED, remarks=(why % {"error": type(error).__name__},))


def import_document(
    document: Document,
    name: str,
    options: Options,
    *,
    names: Names,
    run: ImportRun | None = None,
    by: User | None = None,
    left_out: Collection[LeftOut] = (),
) -> Outcome:
    """Make a draft of one document of the file `name`, and publish it where that is asked and allowed.

    `left_out` is what an editor took away from its reading. All of it is one transaction; bytes that are held
    already change nothing. A new wording of a held source makes no draft: it waits beside that source's article
    until an editor has compared them. A dry run takes back what it did. Raises whatever goes wrong, with nothing
    written.
    """
    return _import_document(Text(name, name, document=document), _Setting(options, names, run=run, by=by), left_out)


def _import_document(
    text: Text,
    setting: _Setting,
    left_out: Collection[LeftOut] = (),
    meanwhile: Callable[[], None] | None = None,
) -> Outcome:
    document, dry_run = text.opened(), setting.options.dry_run
    file = document.called(text.file)
    with transaction.atomic() if dry_run else nullcontext():
        outcome = _held(document.sha256, file, setting.options)
        if outcome is None:
            reading = without(text.read(setting.names, setting.options), left_out)
            outcome = _import_new(document, file, reading, setting, left_out, meanwhile)
        if dry_run:  # what would happen is what happens, taken back
            transaction.set_rollback(True)
            outcome = (
                replace(outcome, article=None) if outcome.result in {IMPORTED, PUBLISHED, NEW_WORDING} else outcome
            )
    return outcome


def _import_new(
    document: Document,
    file: str,
    reading: Reading,
    setting: _Setting,
    left_out: Collection[LeftOut],
    meanwhile: Callable[[], None] | None,
) -> Outcome:
    for attempt in range(ATTEMPTS):
        try:
            with _one_transaction(setting.options, meanwhile):
                return _make(document, file, reading, setting, left_out)
        except IntegrityError:
            setting.lookups.forget()
            if earlier := _held(document.sha256, file, setting.options):  # another process imported it in between
                return earlier
            if attempt == ATTEMPTS - 1:  # else it took the same address, or somebody deleted what this one links to
                raise
    raise AssertionError("the last attempt returns or raises")


def _one_transaction(options: Options, meanwhile: Callable[[], None] | None) -> AbstractContextManager[Any]:
    """For one text. What publishes it looks at how many rows it has touched, and so waits for each statement."""
    return one_go(meanwhile=meanwhile) if options.publish_as is None else transaction.atomic()


def _make(
    document: Document, file: str, reading: Reading, setting: _Setting, left_out: Collection[LeftOut]
) -> Outcome:
    looking = look_for_likenesses(document, reading)
    known = likeness.known_wording(document, file)
    found = looking()
    if known is not None and known.article.trashed_at is None:
        return _set_beside(known.article, document, file, reading, found, setting, left_out)
    publisher = setting.options.publish_as
    draft = create_draft(
        file,
        document,
        reading,
        setting.options,
        lookups=setting.lookups,
        found=found,
        run=setting.run,
        by=setting.by or publisher,
        left_out=left_out,
    )
    result, said = IMPORTED, (*remarks.on(reading), *remarks.in_the_trash(known), *remarks.resembling(found.alike))
    if publisher is not None:
        obstacle = publish_as_archive(draft.article, publisher)
        result, said = (IMPORTED, (*said, obstacle)) if obstacle else (PUBLISHED, said)
    return Outcome(
        file,
        result,
        title=draft.article.title,
        words=count_words(plain_text(draft.article.body)),
        proposals=draft.proposals,
        quotes=draft.quotes,
        likenesses=len(found.alike),
        remarks=said,
        article=draft.article.pk,
    )


def _set_beside(
    article: Article,
    document: Document,
    file: str,
    reading: Reading,
    found: likeness.Found,
    setting: _Setting,
    left_out: Collection[LeftOut],
) -> Outcome:
    """Keep a new wording of the article's source, to be compared; nothing of the article changes."""
    keep_source_text(
        article,
        file,
        document,
        reading,
        found,
        run=setting.run,
        standing=Standing.TO_COMPARE,
        left_out=left_out,
    )
    remark = _("A new wording of “%(title)s”: compare them on its page.") % {"title": article.title}
    said = (remark, *remarks.unsaid(setting.options))
    return Outcome(file, NEW_WORDING, title=article.title, remarks=said, article=article.pk)


def _held(sha256: str, file: str, options: Options) -> Outcome | None:
    """What is to be said of bytes that an earlier import brought; None when they are new.

    Their article is taken out of the trash where that is asked.
    """
    if not has_row("sha256", sha256, SourceText):
        return None
    held = SourceText.objects.select_related("article").defer("data", "text").get(sha256=sha256)
    result, remark = HELD, _("The same bytes are held as “%(name)s”.") % {"name": held.name}
    if held.article.trashed_at and options.restore_as is not None:
        publishing.restore(held.article, by=options.restore_as)
        result = RESTORED
    elif held.article.trashed_at:
        remark += " " + _("Its article is in the trash: restore it there, or import again with --restore --as USER.")
    return Outcome(file, result, title=held.article.title, remarks=(remark,), article=held.article_id)
