"""A look at raw HTML before it is parsed: what is nested thousands deep, full of bare ampersands, or has thousands of
attributes, takes minutes.

The scan reads tags as a browser does and never counts fewer open elements than the parser would have.
"""

import re
from html.entities import html5

from articles.press.html.tree import TooLarge, names
from shaf.product.limits import OPEN_TAGS, REFERENCES, REPEATED_BYTES, REPEATED_TAGS, TABLE_AREA, TAG_ATTRIBUTES

TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"  # a comment
    r"|<(?:[!?]|/(?![a-zA-Z]))[^>]*"  # what is read as one
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?)*+",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"[^\s/>=]+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?+")
SPAN = re.compile(r"(?:col|row)span\s*=\s*[\"']?\s*([0-9]{1,4})", re.IGNORECASE)
VOID = names("area base br col embed hr img input link meta param source track wbr")
# The parser closes each of these by itself when the next one comes.
SELF_CLOSING = names("p li dt dd td th tr thead tbody tfoot colgroup caption option optgroup rb rp rt rtc")
# An end tag does not reach past one of these.
BOUNDARIES = names("table select template svg math button object applet marquee")
FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
RAW_TEXT = names("script style textarea title xmp iframe noembed noframes noscript plaintext")

REFERENCE = re.compile(r"&(?:(?P<name>[a-zA-Z][a-zA-Z0-9]*+;?)|#(?:[0-9]|[xX][0-9a-fA-F]))?")
# A few names count without their semicolon, and with letters after them.
WITHOUT_SEMICOLON = re.compile("|".join(sorted((n for n in html5 if n[-1] != ";"), key=len, reverse=True)))


def plain_ampersands(html: str) -> str:
    """The same HTML with every ampersand that begins no character reference written as one. Raises TooLarge."""
    # A no-break space is written as a reference, and costs as one.
    if html.count("&") + html.count("\u00a0") > REFERENCES:
        raise TooLarge("references")
    return REFERENCE.sub(_reference, html)


def _reference(found: re.Match[str]) -> str:
    name = found["name"]
    known = found[0] != "&" if name is None else name in html5 or WITHOUT_SEMICOLON.match(name)
    return found[0] if known else f"&amp;{found[0][1:]}"


def require_shallow(html: str) -> None:
    """Raises TooLarge where too many elements stand open at once, formatting left open is repeated too often, or a tag
    has too many attributes.
    """
    # Many wide cells are large whatever their shape; of tall ones the rows that are not there do not count.
    if sum(map(int, SPAN.findall(html))) > 5 * TABLE_AREA:
        raise TooLarge("table")
    # What stands open, by name: the number of its tag, and its bytes; and the tags that no end tag reaches past.
    open_tags: dict[str, list[tuple[int, int]]] = {}
    boundaries: list[int] = []
    # Of the formatting that stands open: bytes and tags; what repeating it has come to.
    formatting = elements = repeated = repeated_tags = 0
    number = depth = position = 0
    while found := TAG.search(html, position):
        position = found.end()
        name = (found["name"] or "").lower()
        size = position - found.start()
        if name and size > 2 * TAG_ATTRIBUTES:
            _require_few_attributes(html[found.end("name") : position])
        if not name or name in VOID or name in SELF_CLOSING:
            repeated += formatting
            repeated_tags += elements
        elif found["end"]:
            same = open_tags.get(name)
            if same and (not boundaries or same[-1][0] >= boundaries[-1]):
                _number, size = same.pop()
                depth -= 1
                if name in BOUNDARIES:
                    boundaries.pop()
                if name in FORMATTING:
                    formatting -= size
                    elements -= 1
        elif name in RAW_TEXT:
            end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(html, position)
            position = end.start() if end else len(html)
        else:
            repeated += formatting
            repeated_tags += elements
            number += 1
            depth += 1
            open_tags.setdefault(name, []).append((number, size))
            if name in BOUNDARIES:
                boundaries.append(number)
            if name in FORMATTING:
                formatting += size
                elements += 1
        if depth > OPEN_TAGS:
            raise TooLarge("depth")
        if repeated > REPEATED_BYTES or repeated_tags > REPEATED_TAGS:
            raise TooLarge("repetition")


def _require_few_attributes(attributes: str) -> None:
    for number, _attribute in enumerate(ATTRIBUTE.finditer(attributes), 1):
        if number > TAG_ATTRIBUTES:
            raise TooLarge("attributes")
