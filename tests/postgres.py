"""A throw-away PostgreSQL: found, started as an unprivileged user on a Unix socket, and gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote


def find_binaries() -> Path | None:
    """The folder with initdb and postgres: POSTGRES_BIN, Debian's newest, or wherever PATH leads."""
    candidates = [Path(os.environ["POSTGRES_BIN"])] if os.environ.get("POSTGRES_BIN") else []
    debian = Path("/usr/lib/postgresql")
    if debian.is_dir():
        candidates += sorted((d / "bin" for d in debian.iterdir()), key=lambda d: -float(d.parent.name))
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).resolve().parent)
    return next((d for d in candidates if (d / "initdb").exists() and (d / "postgres").exists()), None)


@contextmanager
def server(binaries: Path) -> Iterator[str]:
    """Run a server; yields its DATABASE_URL."""
    with own_server(binaries) as running:
        yield running.url


class Server:
    """A server that can be stopped and started, with what it holds."""

    OPTIONS: ClassVar = {"listen_addresses": "", "fsync": "off", "max_connections": "100"}

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.folder, self.data = binaries, folder, folder / "data"
        self.url = f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        self.unprivileged: dict = {"cwd": folder}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(folder, nobody.pw_uid, nobody.pw_gid)
            self.unprivileged |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        subprocess.run(
            [binaries / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
            + ["--locale=C.UTF-8", "-N"],
            check=True,
            stdout=subprocess.DEVNULL,
            **self.unprivileged,
        )
        self.start()

    def start(self) -> None:
        """Return once it answers."""
        options = [f"-c{name}={value}" for name, value in self.OPTIONS.items()]
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                [self.binaries / "postgres", "-D", self.data, *options, f"-cunix_socket_directories={self.folder}"],
                stdout=subprocess.DEVNULL,
                stderr=log,
                **self.unprivileged,
            )
        ready = [self.binaries / "pg_isready", "-q", "-h", self.folder, "-U", "postgres"]
        for _attempt in range(200):
            if subprocess.run(ready, check=False).returncode == 0:
                break
            if self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)

    def stop(self) -> None:
        """As an operator does who waits for nobody (`pg_ctl stop -m fast`)."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)


@contextmanager
def own_server(binaries: Path) -> Iterator[Server]:
    """Run a server; yields it."""
    folder = Path(tempfile.mkdtemp(prefix="shaf-pg-", dir="/tmp"))
    running = Server(binaries, folder)
    try:
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)
