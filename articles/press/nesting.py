"""A look at raw HTML before it is parsed: what is nested thousands deep, or full of bare ampersands, takes minutes.

The scan reads tags as a browser does and never counts fewer open elements than the parser would have.
"""

import re
from html.entities import html5

from articles.press.tree import TooLarge, names

# Well above what may be stored: tags that were left open in sloppy text count too.
MAX_OPEN = 500
# Formatting that is left open is repeated in every later block; this is how many bytes that may come to.
MAX_REPEATED = 20_000_000

TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"  # a comment
    r"|<(?:[!?]|/(?![a-zA-Z]))[^>]*"  # what is read as one
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?)*+",
    re.DOTALL,
)
VOID = names("area base br col embed hr img input link meta param source track wbr")
# The parser closes each of these by itself when the next one comes.
SELF_CLOSING = names("p li dt dd td th tr thead tbody tfoot colgroup caption option optgroup rb rp rt rtc")
# An end tag does not reach past one of these.
BOUNDARIES = names("table select template svg math button object applet marquee")
FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
RAW_TEXT = names("script style textarea title xmp iframe noembed noframes noscript plaintext")

MAX_REFERENCES = 100_000
REFERENCE = re.compile(r"&(?:(?P<name>[a-zA-Z][a-zA-Z0-9]*+;?)|#(?:[0-9]|[xX][0-9a-fA-F]))?")
# A few names count without their semicolon, and with letters after them.
WITHOUT_SEMICOLON = re.compile("|".join(sorted((n for n in html5 if n[-1] != ";"), key=len, reverse=True)))


def plain_ampersands(html: str) -> str:
    """The same HTML with every ampersand that begins no character reference written as one. Raises TooLarge."""
    if html.count("&") > MAX_REFERENCES:
        raise TooLarge("references")
    return REFERENCE.sub(_reference, html)


def _reference(found: re.Match[str]) -> str:
    name = found["name"]
    known = found[0] != "&" if name is None else name in html5 or WITHOUT_SEMICOLON.match(name)
    return found[0] if known else f"&amp;{found[0][1:]}"


def require_shallow(html: str) -> None:
    """Raises TooLarge where too many elements stand open at once, or formatting left open is repeated too often."""
    open_names: list[str] = []
    open_sizes: list[int] = []
    formatting = repeated = position = 0
    while found := TAG.search(html, position):
        position = found.end()
        name = (found["name"] or "").lower()
        if not name or name in VOID or name in SELF_CLOSING:
            repeated += formatting
        elif found["end"]:
            place = _reachable(open_names, name)
            if place is not None:
                size = open_sizes.pop(place)
                del open_names[place]
                formatting -= size if name in FORMATTING else 0
        elif name in RAW_TEXT:
            end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(html, position)
            position = end.start() if end else len(html)
        else:
            repeated += formatting
            open_names.append(name)
            open_sizes.append(position - found.start())
            formatting += open_sizes[-1] if name in FORMATTING else 0
        if len(open_names) > MAX_OPEN:
            raise TooLarge("depth")
        if repeated > MAX_REPEATED:
            raise TooLarge("repetition")


def _reachable(open_names: list[str], name: str) -> int | None:
    """Where the innermost open element of this name is, as far as an end tag reaches."""
    for place in range(len(open_names) - 1, -1, -1):
        if open_names[place] == name:
            return place
        if open_names[place] in BOUNDARIES:
            return None
    return None
