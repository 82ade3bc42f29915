"""What XML can hold of a text."""

import re

# XML 1.0 (2.2) has no way to write these, and UTF-8 none for lone surrogates.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """The text without the characters that a feed cannot hold."""
    return UNWRITABLE.sub("", text)
