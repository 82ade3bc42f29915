"""What HTML may say here, and its one canonical spelling.

`sanitise` is the wall: an allow-list, applied with nh3 as the last step before anything is stored, shown in the editor
or printed. `canonical` is the editor's own normal form, so that opening and saving a text untouched changes nothing.
"""

import html as entities
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import nh3

from articles.press.html import normal_form
from articles.press.html.inline import RENAMED
from articles.press.html.nesting import plain_ampersands, require_shallow
from articles.press.html.tree import TooLarge as TooLarge
from articles.press.html.tree import names
from shaf.product.limits import BODY_BYTES, BODY_DEPTH, BODY_TAGS
from shaf.text.web_address import SCHEMES, straightened

# An element that goes can leave others where they may not stand; the next reading of the text sorts them out.
MAX_PASSES = 6

# Each is one that the editor keeps (tests/browser/test_round_trip.py); it tears <dl> apart and unwraps <div>.
TAGS = names(
    "p h2 h3 h4 ul ol li blockquote section figure figcaption img table thead tbody tr th td hr br "
    "a strong i u s sub sup code q cite mark small span bdi bdo abbr time"
)
# What `canonical` reads and turns into those, so that no two words run together where an element goes.
READ = names(
    "h1 h5 h6 pre dl dt dd caption tfoot div article aside main header footer nav address center details summary "
    "fieldset legend form hgroup menu dir search"
).union(TAGS, RENAMED)
CONTENT_DROPPED = names(
    "script style iframe object embed noscript template svg math textarea title xmp noembed noframes plaintext "
    "select audio video canvas"
)
DIRECTION = {"dir", "lang"}
BLOCK = DIRECTION | {"id", "role"}
ATTRIBUTES = {
    **dict.fromkeys(("li", "blockquote", "figure", "figcaption", "table"), BLOCK),
    **dict.fromkeys(("p", "h2", "h3", "h4", "section"), BLOCK | {"class"}),
    "figure": BLOCK | {"class"},
    "section": BLOCK | {"class", "aria-label"},
    "ul": DIRECTION,
    "ol": DIRECTION | {"start"},
    "th": BLOCK | {"colspan", "rowspan", "scope"},
    "td": BLOCK | {"colspan", "rowspan"},
    "a": {"href", "hreflang", "id", "role", "class", "aria-label"},
    "img": {"src", "alt", "width", "height"},
    "span": DIRECTION,
    "bdi": DIRECTION,
    "bdo": DIRECTION,
    "abbr": {"title"},
    "time": {"datetime"},
}
READ_ATTRIBUTES = {tag: ATTRIBUTES.get(tag, set()) | DIRECTION for tag in READ} | {
    tag: BLOCK | {"class"} for tag in ("h1", "h5", "h6", "pre")
}
CLASSES = {
    "figure": {"table", "image"},
    "section": {"footnotes"},
    "a": {"footnote-ref", "footnote-back"},
    **{tag: {"ta-center", "ta-end"} for tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre")},
}

ID = re.compile(r"(fn|fnref|h)-[\w\u0600-\u06ff-]{1,80}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
ROLE = re.compile(r"doc-[a-z]+")
SPAN = re.compile(r"[1-9]\d{0,2}", re.ASCII)
SIZE = re.compile(r"[1-9]\d{0,4}", re.ASCII)
DATETIME = re.compile(r"[0-9TZ:.+ -]{4,35}")
PICTURE = re.compile(r"/media/[0-9a-f]{64}\.(png|jpg|webp|gif|avif)")
# Straightened before nh3 reads it, which drops what it cannot parse.
LINK = re.compile(r"""(<a\s[^<>]*?\bhref\s*=\s*)("[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)
# Controls and line ends that separate words (shaf/text/arabic.py); in HTML a line end is a space.
SEPARATING = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
SEPARATING_IN_ASCII = re.compile("[\x0b\x0c\x1c-\x1f]")
# Characters that no text has: controls but for white space, halves of surrogate pairs, non-characters.
NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# A third of the time of the wide class.
NO_TEXT_IN_ASCII = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


def sanitise(html: str) -> str:
    """The HTML with everything gone that the allow-list does not name; reading it again yields it again.

    Raises TooLarge, and at once where the text was found too large before (`worked_out_once`).
    """
    if isinstance(found := (_known.get() or {}).get(html), TooLarge):
        raise found
    return _clean(html, TAGS, ATTRIBUTES)


def canonical(html: str) -> str:
    """The HTML in normal form, sanitised; two texts that look the same to a reader are equal strings.

    NFC; one spelling of bold, italic, lists, white space and attributes; no empty blocks; '' for an empty text.
    Raises TooLarge.
    """
    known = _known.get()
    if known is None:
        return _canonical(html)
    if html not in known:
        try:
            known[html] = _canonical(html)
        except TooLarge as error:
            known[html] = error
    found = known[html]
    if isinstance(found, TooLarge):
        raise found
    return found


def _canonical(html: str) -> str:
    return sanitise(normal_form.normalise(_clean(html, READ, READ_ATTRIBUTES), max_depth=BODY_DEPTH))


_known: ContextVar[dict[str, str | TooLarge] | None] = ContextVar("canonical", default=None)


@contextmanager
def worked_out_once() -> Iterator[None]:
    """Within the block each text is put into normal form once, however often it is asked for.

    So a text of seconds is worked out before a transaction opens, which then finds it done.
    """
    if _known.get() is not None:
        yield
        return
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def _clean(html: str, tags: frozenset[str], attributes: dict[str, set[str]]) -> str:
    for _pass in range(MAX_PASSES):
        _require_parsable(html)
        text = LINK.sub(_straight_link, _text(html))
        if text != html:
            _require_parsable(text)
        text = plain_ampersands(text)
        clean = nh3.clean(
            text,
            tags=set(tags),
            clean_content_tags=set(CONTENT_DROPPED),
            # nh3 would let some through on every element if it were not told that there are none.
            attributes={"*": set[str]()} | attributes,
            attribute_filter=_filter,
            url_schemes=SCHEMES,
            link_rel=None,
            strip_comments=True,
        )
        if clean == text:
            return clean
        html = clean
    raise TooLarge("unstable")


def _text(html: str) -> str:
    if html.isascii():
        return NO_TEXT_IN_ASCII.sub("", SEPARATING_IN_ASCII.sub(" ", html))
    return NO_TEXT.sub("", SEPARATING.sub(" ", html))


def _require_parsable(html: str) -> None:
    _require_small(html)
    require_shallow(html)


def _require_small(html: str) -> None:
    if len(html) > BODY_BYTES:
        raise TooLarge("size")
    tags = html.count("<")
    # Each of these becomes a reference of that many bytes more.
    grown = 4 * html.count("\u00a0") + 3 * max(0, html.count(">") - tags)
    if len(html.encode(errors="surrogatepass")) + grown > BODY_BYTES:
        raise TooLarge("size")
    if tags > BODY_TAGS:
        raise TooLarge("tags")


def _filter(tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "id":
            return _whole(ID, value)
        case "dir":
            return value if value in {"rtl", "ltr", "auto"} else None
        case "lang" | "hreflang":
            return _whole(LANGUAGE, value)
        case "role":
            return _whole(ROLE, value)
        case "class":
            return next((name for name in sorted(value.split()) if name in CLASSES.get(tag, set())), None)
        case "href":
            return straightened(value)
        case "src":
            return _whole(PICTURE, value)
        case "colspan" | "rowspan" | "start":
            return _whole(SPAN, value)
        case "width" | "height":
            return _whole(SIZE, value)
        case "scope":
            return value if value in {"row", "col", "rowgroup", "colgroup"} else None
        case "datetime":
            return _whole(DATETIME, value)
        case "alt" | "title" | "aria-label":
            return value
        case _:
            return None


def _whole(pattern: re.Pattern[str], value: str) -> str | None:
    return value if pattern.fullmatch(value) else None


def _straight_link(found: re.Match[str]) -> str:
    given = entities.unescape(found[2][1:-1])
    straight = straightened(given)
    return found[0] if straight in (None, given) else f'{found[1]}"{entities.escape(straight)}"'
