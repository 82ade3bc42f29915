"""The token of one form on one page that was opened."""

import re
import secrets

FIELD = "once"
TOKEN = re.compile(r"[\w-]{16,64}", re.ASCII)


def new_token() -> str:
    return secrets.token_urlsafe(16)


def is_token(value: str) -> bool:
    return TOKEN.fullmatch(value) is not None
