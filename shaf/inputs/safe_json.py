"""JSON as it comes from a browser, or from somebody who says that they are one."""

import json
import math
from typing import Any

# Commas and brackets of text count too: a long report has some thousands.
MOST_VALUES = 200_000


def sound_json(body: bytes) -> Any:
    """The value, with nothing in it that a database cannot hold: NUL goes, a lone surrogate becomes “?”.

    Raises ValueError for what is no JSON, nested past all measure, of more values than anybody sends, or has a number
    that is none (RFC 8259, 6 and 8.2).
    """
    if sum(map(body.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise ValueError("too many values")
    try:
        return _sound(json.loads(body, parse_float=_finite, parse_constant=_finite))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _sound(value: Any) -> Any:
    match value:
        case str():
            return value.replace("\0", "").encode(errors="replace").decode()
        case list():
            return [_sound(item) for item in value]
        case dict():
            return {_sound(key): _sound(item) for key, item in value.items()}
    return value
