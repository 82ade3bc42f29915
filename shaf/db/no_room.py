"""Whether what failed, failed for want of room on a disk: the database's or that of the pictures."""

import errno

# SQLite's words (SQLITE_FULL), and PostgreSQL's SQLSTATE (class 53, “disk_full”).
SQLITE = "database or disk is full"
POSTGRESQL = "53100"
ERRNOS = {errno.ENOSPC, errno.EDQUOT}


def is_for_want_of_room(error: BaseException | None) -> bool:
    """Whether this error, or one that caused it, says so."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, OSError) and error.errno in ERRNOS:
            return True
        if SQLITE in str(error) or getattr(error, "sqlstate", "") == POSTGRESQL:
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False
