"""What HTML may say here, and its one canonical spelling.

`sanitise` is the wall: an allow-list, applied with nh3 as the last step before anything is stored, shown in the editor
or printed. `canonical` is the editor's own normal form, so that opening and saving a text untouched changes nothing.
"""

import re
import unicodedata
from urllib.parse import urlsplit

import nh3

from articles.press import normal_form

MAX_BYTES = 2_000_000
MAX_DEPTH = 100

TAGS = set(
    [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "strong",
        "i",
        "em",
        "b",
        "u",
        "s",
        "sub",
        "sup",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "q",
        "cite",
        "figure",
        "figcaption",
        "img",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "colgroup",
        "col",
        "code",
        "pre",
        "span",
        "bdi",
        "bdo",
        "abbr",
        "time",
        "section",
        "div",
        "dl",
        "dt",
        "dd",
        "mark",
        "small",
    ]
)
CONTENT_DROPPED = set(
    [
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "noscript",
        "template",
        "svg",
        "math",
        "textarea",
        "title",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
    ]
)
EVERYWHERE = {"dir", "lang", "id", "role", "class", "title"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "td": {"colspan", "rowspan", "headers"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "time": {"datetime"},
    "col": {"span"},
    "colgroup": {"span"},
}
CLASSES = {
    "figure": {"table", "image", "image_resized", "image-style-side", "image-style-block"},
    "section": {"footnotes"},
    "a": {"footnote-ref", "footnote-back"},
    "p": {"ta-start", "ta-center", "ta-end", "ta-justify"},
    "h2": {"ta-center"},
    "h3": {"ta-center"},
    "h4": {"ta-center"},
    "td": {"ta-start", "ta-center", "ta-end"},
    "th": {"ta-start", "ta-center", "ta-end"},
}
SCHEMES = {"http", "https", "mailto"}

ID = re.compile(r"^(fn|fnref|h)-[\w\u0600-\u06ff-]{1,80}$")
LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")
ROLE = re.compile(r"^doc-[a-z]+$")
NUMBER = re.compile(r"^-?\d{1,5}$")
PICTURE = re.compile(r"^/media/[0-9a-f]{64}\.(png|jpg|webp|gif|avif)$")
# Controls, format characters and every kind of separator: none belongs in an address.
ADDRESS_REFUSED = {"Cc", "Cf", "Zl", "Zp", "Zs"}


class TooLarge(ValueError):
    """The text is over 2 MB, or its elements are nested more than 100 deep."""


def sanitise(html: str) -> str:
    """The HTML with everything gone that the allow-list does not name. Idempotent. Raises TooLarge."""
    if len(html.encode("utf-8", "replace")) > MAX_BYTES:
        raise TooLarge("size")
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=CONTENT_DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def canonical(html: str) -> str:
    """The HTML in normal form, sanitised; two texts that look the same to a reader are equal strings.

    NFC; one spelling of bold, italic, lists, white space and attributes; no empty blocks; '' for an empty text.
    Raises TooLarge.
    """
    clean = sanitise(unicodedata.normalize("NFC", html))
    return sanitise(normal_form.normalise(clean, max_depth=MAX_DEPTH))


def _filter(tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "id":
            return value if ID.match(value) else None
        case "dir":
            return value if value in {"rtl", "ltr", "auto"} else None
        case "lang" | "hreflang":
            return value if LANGUAGE.match(value) else None
        case "role":
            return value if ROLE.match(value) else None
        case "class":
            kept = sorted(set(value.split()) & CLASSES.get(tag, set()))
            return " ".join(kept) or None
        case "href" | "cite":
            return _address(value)
        case "src":
            return value if PICTURE.match(value) else None
        case "width" | "height" | "colspan" | "rowspan" | "span" | "start" | "value":
            return value if NUMBER.match(value) else None
        case "scope":
            return value if value in {"row", "col", "rowgroup", "colgroup"} else None
        case "type":
            return value if value in {"1", "a", "A", "i", "I"} else None
        case _:
            return value


def _address(value: str) -> str | None:
    value = value.strip()
    if not value or any(unicodedata.category(character) in ADDRESS_REFUSED for character in value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    if parts.scheme:
        return value if parts.scheme.lower() in SCHEMES else None
    if parts.netloc or value.startswith("\\"):
        return None
    return value if value.startswith(("/", "#")) and not value.startswith("/\\") else None
