"""The import in processes of their own, on the test's database: -m tests.articles.another_process PATH MOMENT...

For each moment a process imports PATH and is killed there: before its so many-th statement or commit. Then one more
imports it to the end. With "--together 2" so many processes import PATH at the same time. What all of them need is
made once, before they part.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Database:
    """The test's database as another process can reach it: PostgreSQL as it is, SQLite in memory as a file.

    What the test wrote before must be committed (`transactional_db`).
    """

    def __init__(self, folder: Path):
        from django.db import connection

        self.connection = connection
        if connection.vendor == "postgresql":
            before, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
            self.url = f"{before}/{connection.settings_dict['NAME']}"
            return
        self.file = folder / "test.sqlite3"
        self.url = f"sqlite:///{self.file}"
        connection.ensure_connection()
        with sqlite3.connect(self.file) as copy:
            connection.connection.backup(copy)
        copy.close()

    def environment(self) -> dict[str, str]:
        return os.environ | {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "tests.settings"}

    def start(self, *command: str, **options: Any) -> subprocess.Popen[str]:
        """Run Python with those arguments on this database."""
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that answer now."""
        if self.connection.vendor == "postgresql":
            with self.connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchall()
        held = sqlite3.connect(self.file)
        try:
            return held.execute(sql).fetchall()
        finally:
            held.close()


def main(path: Path, moments: list[int], *, together: int = 0) -> None:
    import django

    django.setup()
    warm_up()
    for moment in moments:
        tell(in_a_child(lambda moment=moment: import_killed_at(path, moment)))
    from articles.importing import import_articles

    for child in [in_a_child(lambda: import_articles([path])) for _ in range(together)]:
        tell(child)
    if not together:
        print(import_articles([path]).counts())


def in_a_child(work: Callable[[], object]) -> int:
    """Do it in a process of its own, whose number is returned."""
    child = os.fork()
    if not child:
        failed = True
        try:
            work()
            failed = False
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(failed)
    return child


def tell(child: int) -> None:
    """Wait for the process, and say how it ended."""
    _child, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else "failed" if status else "finished", flush=True)


def warm_up() -> None:
    """Make once, before the processes part, what each would make of the registry."""
    from django.db import connections

    from articles.reading import read
    from partners.registry import registry_names

    read(b"Le ministre a parl\xc3\xa9 \xc3\xa0 Nouakchott.", registry_names())
    connections.close_all()  # no two processes may speak on one


def import_killed_at(path: Path, moment: int) -> None:
    """Import, and be killed before that statement or commit."""
    from django.db import connection

    from articles.importing import import_articles

    left = moment

    def count() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute, *args):
        count()
        return execute(*args)

    commit = connection._commit

    def committing():
        count()
        commit()

    connection._commit = committing
    with connection.execute_wrapper(statement):
        import_articles([path])


if __name__ == "__main__":
    if sys.argv[2] == "--together":
        main(Path(sys.argv[1]), [], together=int(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), [int(moment) for moment in sys.argv[2:]])
