"""Two forms of the log: a line for people, or a JSON object for programs (LOG_FORMAT=lines or json).

Times are UTC and say so. Whatever a visitor typed stays in its line. Of a chain of errors the last has its traceback,
and the ones that caused it a line each.
"""

import json
import logging
import os
import re
import time
import traceback
from types import TracebackType

from shaf.logs.request_id import current

FORMS = ("lines", "json")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Lines(logging.Formatter):
    """`2026-12-01T08:00:00Z ERROR django.request [request] what happened`."""

    converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        name = f"[{current.get()}] " if current.get() else ""
        line = f"{self.time(record)} {record.levelname} {record.name} {name}{_plain(record.getMessage())}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def time(self, record: logging.LogRecord) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))

    def formatException(self, ei: Raised) -> str:
        """One traceback."""
        error = ei[1]
        if error is None:
            return ""
        causes = [f"caused by: {_plain(_said(cause))}" for cause in _causes(error)]
        return "".join(traceback.format_exception(error, chain=False)).rstrip() + "".join(
            f"\n{line}" for line in causes
        )


class Json(Lines):
    """One object a line: time, level, logger, message, process; request and traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": self.time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "process": record.process,
        }
        if current.get():
            said["request"] = current.get()
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def configured(**_asked: object) -> logging.Formatter:
    """The form that the environment asks for; lines where it asks for none that is known."""
    return Json() if os.environ.get("LOG_FORMAT") == "json" else Lines()


def _plain(text: str) -> str:
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _said(error: BaseException) -> str:
    return traceback.format_exception_only(error)[-1].strip()


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and len(found) < 10:
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
        if following is not None:
            found.append(following)
    return found
