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
    folder = Path(tempfile.mkdtemp(prefix="shaf-pg-", dir="/tmp"))
    unprivileged: dict = {"cwd": folder}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        unprivileged |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    data = folder / "data"
    subprocess.run(
        [
            binaries / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        **unprivileged,
    )
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "fsync": "off",
        "max_connections": "100",
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [binaries / "postgres", "-D", data, *(f"-c{name}={value}" for name, value in options.items())],
            stdout=subprocess.DEVNULL,
            stderr=log,
            **unprivileged,
        )
    try:
        for _attempt in range(200):
            ready = subprocess.run([binaries / "pg_isready", "-q", "-h", folder, "-U", "postgres"], check=False)
            if ready.returncode == 0:
                break
            if process.poll() is not None:
                raise RuntimeError((folder / "log").read_text())
            time.sleep(0.05)
        yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)
