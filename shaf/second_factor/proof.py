"""What a session knows of the second factor: whether it was given in it, and when last."""

import time

from django.contrib.sessions.backends.base import SessionBase

KEY = "second_factor_at"
# Seconds. What is grave asks again after that.
FRESH = 15 * 60


def proved(session: SessionBase) -> bool:
    return KEY in session


def is_fresh(session: SessionBase) -> bool:
    return 0 <= time.time() - session.get(KEY, 0) <= FRESH


def prove(session: SessionBase) -> None:
    """It was given at this moment."""
    session[KEY] = time.time()


def unprove(session: SessionBase) -> None:
    """The account has none any more."""
    session.pop(KEY, None)
