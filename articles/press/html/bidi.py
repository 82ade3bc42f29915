"""Invisible controls of direction in a composed body: none works beyond the block it stands in.

An embedding or an isolate that is closed within its block stays, as it was typed. What is not closed there goes, and
what closes nothing; an override goes in any case, since it shows letters in an order that nobody wrote. U+200E, U+200F
and U+061C stand for themselves, open nothing and stay. (UAX 9, 2.1 to 2.5 and BD8 to BD13.)
"""

import re

from articles.press.html.tree import names
from shaf.text import arabic

BLOCKS = names("p h2 h3 h4 ul ol li blockquote section figure figcaption table thead tbody tr th td hr br")
TAG = re.compile(r'(<(?:[^>"]|"[^"]*")*>)')
NAME = re.compile(r"</?([a-z0-9]+)")
EMBEDDINGS, OVERRIDES, ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
END_OF_EMBEDDING, END_OF_ISOLATE = "\u202c", "\u2069"


def settled(html: str) -> str:
    """Sanitised HTML with no control that turns more than its own block, and none within a tag."""
    if not arabic.REORDERING.search(html):
        return html
    settled: list[str] = []
    block: list[str] = []
    for piece in TAG.split(html):
        if not piece.startswith("<"):
            block += piece
            continue
        if (name := NAME.match(piece)) and name[1] in BLOCKS:
            settled += _closed(block)
            block = []
        block.append(arabic.without_reordering(piece))
    return "".join([*settled, *_closed(block)])


def _closed(pieces: list[str]) -> list[str]:
    """Pieces of one block, tags and single characters, without the controls that are not closed among them."""
    kept = list(pieces)
    # Places of what is open, and where among them isolates stand.
    opened: list[int] = []
    isolates: list[int] = []
    for place, sign in enumerate(pieces):
        if sign in (*EMBEDDINGS, *OVERRIDES, *ISOLATES):
            if sign in ISOLATES:
                isolates.append(len(opened))
            opened.append(place)
            kept[place] = ""
        elif sign == END_OF_EMBEDDING:
            kept[place] = ""
            if opened and pieces[opened[-1]] not in ISOLATES:
                begun = opened.pop()
                if pieces[begun] in EMBEDDINGS:
                    kept[begun], kept[place] = pieces[begun], sign
        elif sign == END_OF_ISOLATE:
            kept[place] = ""
            if isolates:
                # With an isolate ends whatever was opened within it.
                first = isolates.pop()
                begun = opened[first]
                kept[begun], kept[place] = pieces[begun], sign
                del opened[first:]
    return kept
