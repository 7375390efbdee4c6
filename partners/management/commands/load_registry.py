"""Brings the registry's tables into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from partners.loading import load
from partners.registry import DATA, BadTables, read_tables


class Command(BaseCommand):
    help = "Load the registry from its tables. Safe to run again: editors' changes are kept and reported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=DATA, help="where the CSV tables are (default: our own)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")

    def handle(self, *, folder: Path, dry_run: bool, **options: Any) -> None:
        try:
            report = load(read_tables(folder), dry_run=dry_run)
        except BadTables as refusal:
            lines = "\n".join(f"  {problem.said(_)}" for problem in refusal.problems)
            raise CommandError(_("Nothing was loaded:") + f"\n{lines}", returncode=1) from refusal
        self.stdout.write(report.as_table())
