"""The id of an entry in a feed, as another site gave it: readers compare it, and some of them follow it."""

import re

# An absolute address, a tag URI (RFC 4151) or a URN, without a sign that an address has only escaped (RFC 3987, 2.2).
FEED_ID = re.compile(r"(?:https?://|tag:|urn:)[^\s\x00-\x20\x7f<>\"{}|\\^`]+", re.IGNORECASE)


def is_feed_id(text: str) -> bool:
    """Whether an entry may go by it: an absolute IRI, as Atom demands (RFC 4287, 4.2.6), that runs nothing."""
    return text.isprintable() and FEED_ID.fullmatch(text) is not None
