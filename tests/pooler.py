"""A throw-away PgBouncer before a throw-away PostgreSQL: each transaction may meet another session."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.postgres import Server

SETTINGS = """
[databases]
postgres = host={server} dbname=postgres user=postgres
[pgbouncer]
listen_addr =
unix_socket_dir = {folder}
listen_port = 6432
auth_type = any
pool_mode = transaction
default_pool_size = 4
server_reset_query =
logfile = {folder}/log
"""


def find_pooler() -> str | None:
    return shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


@contextmanager
def pooled(server: Server, program: str) -> Iterator[str]:
    """Run it; yields its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="shaf-pool-", dir="/tmp"))
    (folder / "settings").write_text(SETTINGS.format(server=server.folder, folder=folder))
    unprivileged: dict = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in (folder, folder / "settings"):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        unprivileged = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    process = subprocess.Popen([program, "-q", folder / "settings"], **unprivileged)
    try:
        for _attempt in range(200):
            if (folder / ".s.PGSQL.6432").exists():
                break
            if process.poll() is not None:
                raise RuntimeError((folder / "log").read_text())
            time.sleep(0.05)
        yield f"postgresql://postgres@{quote(str(folder), safe='')}:6432/postgres"
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)
