"""A streaming replica of a throw-away PostgreSQL, made as the manual says: pg_basebackup -R."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests.postgres import Server


class Standby(Server):
    """`said` is what it was asked, in its log."""

    OPTIONS = Server.OPTIONS | {"log_statement": "all"}

    def __init__(self, primary: Server, folder: Path) -> None:
        self.binaries, self.folder, self.data = primary.binaries, folder, folder / "data"
        self.url = f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        self.unprivileged = primary.unprivileged | {"cwd": folder}
        if "user" in self.unprivileged:
            shutil.chown(folder, self.unprivileged["user"], self.unprivileged["group"])
        subprocess.run(
            [self.binaries / "pg_basebackup", "-h", primary.folder, "-U", "postgres", "-D", self.data]
            + ["-R", "-X", "stream", "-c", "fast", "--no-sync"],
            check=True,
            **self.unprivileged,
        )
        self.start()

    def said(self) -> str:
        return (self.folder / "log").read_text()

    def pause(self) -> None:
        """It stays as it is, and answers."""
        self._ask("SELECT pg_wal_replay_pause()")

    def go_on(self) -> None:
        self._ask("SELECT pg_wal_replay_resume()")

    def _ask(self, sql: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as session:
            session.execute(sql)


@contextmanager
def standby_of(primary: Server) -> Iterator[Standby]:
    folder = Path(tempfile.mkdtemp(prefix="shaf-pg-", dir="/tmp"))
    running = Standby(primary, folder)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.stop()
        shutil.rmtree(folder, ignore_errors=True)
