"""A better spelling of a typed title: proposed to the desk, never applied."""

import re

SUBTITLE = re.compile(r"(?P<title>.*[^\s:،؛.–-])\s*[“”„\"]\s+(?P<subtitle>[^“”„\"«»]+?)\s+[“”„\"]")
QUOTED = re.compile(r"[“”„\"]\s*([^“”„\"«»]+?)\s*[“”„\"]")


def proposed(title: str) -> str:
    """The Arabic title with «» paired by order; a subtitle that hides in quotes with inner spaces after a colon."""
    if found := SUBTITLE.fullmatch(title):
        return f"{found['title']}: «{found['subtitle']}»"
    return QUOTED.sub(r"«\1»", title)
