"""The name of the request that is being answered, and of the one that set a task."""

import itertools
import re
import secrets
from contextvars import ContextVar
from typing import Any

HEADER = "X-Request-ID"
# What a proxy may call a request; anything else is given a name of our own.
GIVEN = re.compile(r"[A-Za-z0-9._:=@/+-]{1,100}")
KEY = "shaf.request"

# A WSGI environment, or what stands for one. Its name is made when it is asked for: a page that is kept needs none.
request: ContextVar[dict[str, Any] | None] = ContextVar("request", default=None)
_process = secrets.token_hex(4)
_numbers = itertools.count(1)


def current() -> str:
    """The name of the request that this thread is at; empty where it is at none."""
    environ = request.get()
    return "" if environ is None else of(environ)


def of(environ: dict[str, Any]) -> str:
    """A request's name: the proxy's where it is one, else a new one."""
    if KEY not in environ:
        given = environ.get("HTTP_X_REQUEST_ID", "")
        environ[KEY] = given if GIVEN.fullmatch(given) else f"{_process}-{next(_numbers):x}"
    return str(environ[KEY])
