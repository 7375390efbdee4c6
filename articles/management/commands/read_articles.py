"""Read texts and write what was understood, a JSON file for each: the command around `articles.reading`."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.intake import File, Unusable, collect, read_file, readable, why_unreadable
from articles.reading import Document, Unreadable, open_documents, read_document
from articles.reading.as_json import as_json
from articles.reading.decode import MAX_BYTES
from articles.reading.formats.document import entry_name
from partners.names import Names
from partners.registry import BadTables, names_of, read_tables

STANDARD_INPUT = Path("-")


class Command(BaseCommand):
    help = "Read texts and write what they say as JSON. Touches no article and needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="a text file, a folder of them, or - for standard input",
        )
        parser.add_argument("--out", type=Path, metavar="DIR", help="where to write, made when it is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            names = names_of(read_tables())
        except BadTables as error:
            raise CommandError("\n".join(problem.said(_) for problem in error.problems)) from error
        paths = options["paths"]
        if STANDARD_INPUT in paths:
            if len(paths) > 1:
                raise CommandError(_("Name either files or - for standard input."))
            self._print(sys.stdin.buffer.read(MAX_BYTES + 1), names)
            return
        if options["out"] is None:
            raise CommandError(_("Say with --out DIR where to write."))
        self._write(paths, options["out"], names)

    def _print(self, data: bytes, names: Names) -> None:
        try:
            answers = [in_json(document, names) for document in open_documents(data)]
        except Unreadable as refusal:
            raise CommandError(f"-: {why_unreadable(refusal)}") from refusal
        self.stdout.write(answers[0] if len(answers) == 1 else "[\n" + ",\n".join(answers) + "\n]")

    def _write(self, paths: Iterable[Path], out: Path, names: Names) -> None:
        files = collect(paths).files
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{out}: {error.strerror or error}") from error
        count = refused = 0
        taken: set[str] = set()
        for file in files:
            documents: tuple[Document | None, ...] = (None,)
            try:
                documents = open_documents(read_file(file), name=file.path.name)
            except (Unreadable, Unusable) as refusal:
                self._refuse(file, "", refusal)
            for document in documents:
                target = target_of(file, document.part if document else "", taken)
                try:
                    answer = in_json(document, names) if document else ""
                except Unreadable as refusal:
                    self._refuse(file, document.part if document else "", refusal)
                    answer = ""
                if answer:
                    replace_file(out / target, answer + "\n")
                count, refused = count + bool(answer), refused + (not answer)
        said = ngettext("%(count)d text read into %(folder)s.", "%(count)d texts read into %(folder)s.", count)
        self.stdout.write(said % {"count": count, "folder": out})
        if refused:
            said = ngettext("%(count)d file refused.", "%(count)d files refused.", refused)
            raise CommandError(said % {"count": refused}, returncode=1)

    def _refuse(self, file: File, part: str, refusal: Unreadable | Unusable) -> None:
        name = entry_name(str(readable(file.path)), part)
        self.stderr.write(f"{name}: {why_unreadable(refusal)}")


def in_json(document: Document, names: Names) -> str:
    """The reading of one text as indented JSON. Raises Unreadable."""
    return json.dumps(as_json(read_document(document, names), names), ensure_ascii=False, indent=2)


def target_of(file: File, part: str, taken: set[str]) -> str:
    """A file name for a text: its file's stem, the number of its entry, and one more where another text of the run
    has the same. `taken` are the names given so far; the new one is put to them."""
    # a file system takes names of 255 bytes, and this one gets numbers and another ending
    original = os.fsencode(file.path.stem)[:200].decode("utf-8", "ignore")
    stem = original = f"{original}-{part}" if part else original
    number = 2
    while stem.casefold() in taken:
        stem = f"{original}-{number}"
        number += 1
    taken.add(stem.casefold())
    return f"{stem}.json"


def replace_file(path: Path, words: str) -> None:
    """Write the file whole or not at all: a reader never meets half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(words)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
