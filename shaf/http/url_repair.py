"""An address as it arrives after chat apps, word processors and typing hands: the one that was probably meant.

Pure: text in, text out. Whether there is anything at that address the caller finds out (shaf/http/middleware.py).
"""

import re
from collections.abc import Iterator

from shaf.text.straight_path import straight

# The archive has two.
ONE_DIGIT_MONTH = re.compile("(/archive/[0-9]{4}/)([1-9])/$")
# No address of ours is nearly as long (bytes of a path; a slug has at most 100 characters).
LONGEST = 2_000


def meant(path: str) -> Iterator[str]:
    """Paths to try for one that leads nowhere, likeliest first; none is `path` itself.

    `path` is what a server makes of the request: escapes decoded once, bytes that are no UTF-8 still escaped.
    """
    whole = straight(path) if len(path) <= LONGEST else ""
    bare = whole.removesuffix("/")
    # No slug has a full stop: this is a file, whose address has no slash at its end.
    tried = (bare,) if "." in bare.rpartition("/")[2] else (whole, bare)
    candidates = (*tried, *(candidate.lower() for candidate in tried), ONE_DIGIT_MONTH.sub(r"\g<1>0\2/", tried[0]))
    yield from (candidate for candidate in dict.fromkeys(candidates) if candidate and candidate != path)
