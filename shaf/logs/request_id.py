"""The name of the request that is being answered, and of the one that set a task."""

import itertools
import re
import secrets
from contextvars import ContextVar

HEADER = "X-Request-ID"
# What a proxy may call a request; anything else is given a name of our own.
GIVEN = re.compile(r"[A-Za-z0-9._:=@/+-]{1,100}")

current: ContextVar[str] = ContextVar("request_id", default="")
_process = secrets.token_hex(4)
_numbers = itertools.count(1)


def name(given: str) -> str:
    """The proxy's name for the request where it is one, else a new one."""
    return given if given and GIVEN.fullmatch(given) else f"{_process}-{next(_numbers):x}"
