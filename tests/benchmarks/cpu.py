"""CPU time of a request: of this process, and of the database's own where it has one."""

import os
import time
from pathlib import Path

from django.db import connection

TICK = os.sysconf("SC_CLK_TCK")


def spent() -> float:
    """Seconds of this process so far. Thousands of times finer than a request."""
    return time.process_time()


def spent_by_database() -> float:
    """Seconds of the database's process for this connection so far, in steps of a tick: for many requests at once."""
    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    fields = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK
