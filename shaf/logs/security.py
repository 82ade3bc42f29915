"""What mattered about an account, said in one place."""

import logging
from typing import Any

logger = logging.getLogger("shaf.security")


def happened(what: str, *, request: Any = None, user: Any = None, name: str = "", **about: Any) -> None:
    """`what` happened to the account of `user`, or to whoever called themselves by a name of which this is the key."""
    account = f"account {user.pk}" if user is not None else f"name {name}"
    more = "".join(f", {key} {value}" for key, value in about.items())
    logger.info("%s: %s%s", what, account, more)
