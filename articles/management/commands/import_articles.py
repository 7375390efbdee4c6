"""Import text articles as drafts: the command around `articles.importing`."""

import json
import os
import shutil
import sys
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any, TextIO

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.drafting import Options
from articles.importing import import_articles
from articles.intake import showable
from articles.models import Language, Rights
from articles.outcomes import Report
from articles.statements import tell_planner
from partners.dates import PartialDate

MANY = 1_000  # texts that change how the site's questions are best answered
INTERRUPTED = 130  # as a shell says of what Ctrl-C ended


class Progress:
    """A bar on a terminal; nothing elsewhere."""

    WIDTH = 30

    def __init__(self, stream: TextIO):
        self.stream = stream

    def __call__(self, done: int, total: int) -> None:
        if not self.stream.isatty() or not total:
            return
        filled = self.WIDTH * done // total
        end = "\n" if done == total else ""
        self.stream.write(f"\r[{'#' * filled}{'.' * (self.WIDTH - filled)}] {done}/{total}{end}")
        self.stream.flush()


class Command(BaseCommand):
    help = "Import text articles as drafts. Safe to run again: the same bytes are imported once."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text file, or a folder of them")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        parser.add_argument("--format", choices=["table", "json"], default="table", help="how to report")
        parser.add_argument("--source", default="", metavar="NAME", help="the publisher or agency of all the texts")
        parser.add_argument("--rights", choices=Rights.values, default=Rights.UNKNOWN, help="by what right to publish")
        parser.add_argument("--published", type=partial_date, metavar="DATE", help="2024, 2024-10 or 2024-10-17")
        parser.add_argument("--language", choices=Language.values, default="", help="the language of all the texts")
        parser.add_argument("--publish", action="store_true", help="publish an archive at its own dates; needs --as")
        parser.add_argument("--restore", action="store_true", help="take what comes again out of the trash: --as USER")
        parser.add_argument("--as", dest="user", metavar="USER", help="the account that publishes or restores")

    def handle(self, *args: Any, **options: Any) -> None:
        user = self._user(options["user"])
        if options["publish"] and user is None:
            raise CommandError(_("--publish needs --as USER: somebody answers for a publication."))
        if options["restore"] and user is None:
            raise CommandError(_("--restore needs --as USER: somebody answers for it."))
        chosen = Options(
            source=options["source"],
            rights=Rights(options["rights"]),
            published=options["published"],
            language=options["language"],
            publish_as=user if options["publish"] else None,
            restore_as=user if options["restore"] else None,
            dry_run=options["dry_run"],
        )
        try:
            report = import_articles(options["paths"], chosen, by=user, progress=Progress(sys.stderr))
        except PermissionDenied as refusal:
            why = _("“%(user)s” may not publish, or not take articles out of the trash.")
            raise CommandError(why % {"user": options["user"]}) from refusal
        if len(report.outcomes) >= MANY and not report.dry_run:
            tell_planner()
        if options["format"] == "json":
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(as_table(report))
        lines = [f"  {outcome.file}: {' '.join(outcome.remarks)}" for outcome in report.refused]
        if lines:
            lines.insert(0, _("Refused:"))
        if report.unfinished:
            lines.append(_("Interrupted: run the same command again to import the rest."))
        if lines:
            raise CommandError("\n".join(lines), returncode=INTERRUPTED if report.unfinished else 1)

    def _user(self, name: str | None):
        if name is None:
            return None
        user = get_user_model().objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
        return user


def partial_date(text: str) -> PartialDate:
    """A date as known, for the command line."""
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        told = _("“%(value)s” is no date. Write a year, a month or a day as 2024, 2024-10 or 2024-10-17.")
        raise ArgumentTypeError(told % {"value": text}) from error


TITLE = 40  # characters of a title at the least: the rest of it is on the article's page


def as_table(report: Report) -> str:
    """The summary for people: a line a file, its remarks below it, and the counts."""
    width = max(shutil.get_terminal_size((120, 24)).columns, 80)
    outcomes = {
        "imported": _("would import") if report.dry_run else _("imported"),
        "published": _("would publish") if report.dry_run else _("published"),
        "new wording": _("new wording"),
        "restored": _("would restore") if report.dry_run else _("restored"),
        "already held": _("already held"),
        "refused": _("refused"),
    }
    headings = [_("file"), _("outcome"), _("words"), _("proposals"), _("quotes"), _("alike"), _("title")]
    rows = [
        [
            name,
            outcomes[outcome.result],
            *(str(count or "") for count in (outcome.words, outcome.proposals, outcome.quotes, outcome.likenesses)),
            showable(outcome.title),
        ]
        for name, outcome in zip(_names(report), report.outcomes, strict=True)
    ]
    columns = [min(max(map(len, column)), 40) for column in zip(headings, *rows, strict=True)][:-1]
    width = max(width, sum(columns) + 2 * len(columns) + TITLE)
    lines = [_line(headings, columns, width)] if rows else []
    for row, outcome in zip(rows, report.outcomes, strict=True):
        lines.append(_line(row, columns, width))
        lines.extend(f"    {showable(remark)}" for remark in outcome.remarks)
    counts = " · ".join(
        _("%(label)s: %(count)s") % {"label": outcomes[name], "count": count}
        for name, count in report.counts().items()
        if count
    )
    lines.append(counts or _("No text files were found."))
    if report.passed_over:
        none = _("without an ending")
        endings = ", ".join(f"{ending or none} {count}" for ending, count in sorted(report.endings.items()))
        told = _("Passed over, no texts by name: %(count)s (%(endings)s). Name one by itself to have it looked at.")
        lines.append(told % {"count": report.passed_over, "endings": endings})
    if report.dry_run:
        lines.append(_("Nothing was written."))
    elif any(outcome.proposals or outcome.quotes for outcome in report.outcomes):
        desk = f"{reverse('admin:articles_article_changelist')}?proposals=pending"
        lines.append(_("Next: decide about the proposals at the desk, %(address)s") % {"address": desk})
    return "\n".join(lines)


def _names(report: Report) -> list[str]:
    """The files' names, from the folder on that holds them all."""
    files = [Path(outcome.file) for outcome in report.outcomes]
    folder = os.path.commonpath([os.path.abspath(file.parent) for file in files]) if files else ""
    return [os.path.relpath(file, folder) for file in files]


def _line(cells: list[str], columns: list[int], width: int) -> str:
    parts = []
    for position, (cell, column) in enumerate(zip(cells, columns, strict=False)):
        cell = cell if len(cell) <= column else f"{cell[: column - 1]}…"
        parts.append(cell.rjust(column) if 2 <= position <= 5 else cell.ljust(column))
    parts.append(cells[-1])
    line = "  ".join(parts).rstrip()
    return line if len(line) <= width else f"{line[: width - 1]}…"
