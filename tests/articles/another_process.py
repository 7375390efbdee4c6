"""The import in processes of their own, on the test's database: -m tests.articles.another_process PATH MOMENT...

For each moment a process imports PATH and is killed there: before its so many-th statement or commit. Then one more
process imports it to the end.
"""

import os
import signal
import sqlite3
import subprocess
import sys
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


def main(path: Path, moments: list[int]) -> None:
    import django

    django.setup()
    for moment in moments:
        child = os.fork()
        if not child:
            try:
                import_killed_at(path, moment)
            finally:
                os._exit(1)  # the moment never came
        _child, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "finished", flush=True)
    from articles.importing import import_articles

    print(import_articles([path]).counts())


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
    main(Path(sys.argv[1]), [int(moment) for moment in sys.argv[2:]])
