"""Addresses of the former site as keys: however one is typed, encoded or sent, it has one key.

A key is a path without the slash at its end and, where WordPress asks by a query, the one parameter that decides
(developer.wordpress.org/reference/classes/wp_query/): “/2019/05/القدس”, “/?p=5”. Pure: text in, text out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from shaf.text.arabic import ascii_digits
from shaf.text.straight_path import decoded, straight

# Characters, and bytes in UTF-8: PostgreSQL's index holds no longer ones.
LONGEST, LONGEST_BYTES = 1_000, 2_000
# Of these the first that a query has decides. Posts, pages and attachments share one row of numbers.
BY_NUMBER = {"p": "p", "page_id": "p", "attachment_id": "p", "cat": "cat", "tag_id": "tag_id", "author": "author"}
BY_NAME = ("category_name", "tag", "author_name")
BY_PATH = ("pagename",)
MONTH = re.compile("[12][0-9]{3}(?:(?:0[1-9]|1[0-2])(?:[0-3][0-9])?)?")
# What a feed's address has at its end, and the files that stand for the feed of everything.
FEED = re.compile(r"/feed(?:/(?:feed|rss|rss2|rdf|(?P<atom>atom)))?$")
HOMES = ("/", "/en/", "/en")
COMMENTS = "comments"
FEED_FILES = re.compile(
    r"(?P<home>.*)/(?:(?:rss2?|feed|index|rdf)\.(?:xml|rdf|php)|(?:wp-(?:rss2?|rdf|feed)\.php)|rss2?|rdf"
    r"|(?P<atom>atom|atom\.xml|wp-atom\.php))$"
)
# A page of a list or of a long post, and other dresses of the same page.
DRESSED = re.compile(r"/(?:page/[0-9]+|comment-page-[0-9]+|amp|embed|trackback)$|(?<=[^/0-9])/[0-9]{1,2}$")
PICTURE = re.compile(r"(?P<stem>.+)(?P<type>\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|heic))")
SIZE = re.compile("-[0-9]{1,5}x[0-9]{1,5}$")
MADE_OF = re.compile("(?:-scaled|-rotated|-e[0-9]{10,13})+$")
INDEX = re.compile(r"/index\.php(?=/|$)")
ARCHIVE = re.compile("/(?P<year>[12][0-9]{3})(?:/(?P<month>0?[1-9]|1[0-2])(?:/[0-9]{1,2})?)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """A key to look for. `feed`: '' for the page itself, else the format of its feed, “rss” or “atom”."""

    key: str
    feed: str = ""


def key(address: str) -> str:
    """The key of an address, with or without its host; '' where it is too long or none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return next((asked.key for asked in keys(parts.path, parts.query)), "")


def keys(path: str, query: str) -> Iterator[Asked]:
    """What an address may have been remembered under, surest first.

    `path` is what a server makes of the request: escapes decoded once.
    """
    for asked in dict.fromkeys(_keys(path, query)):
        if asked.key and len(asked.key) <= LONGEST and len(asked.key.encode()) <= LONGEST_BYTES:
            yield asked


def is_asked_at_home(path: str, query: str) -> bool:
    """Whether the path is the home page's, and the query asks for something else: “/?p=5”, also in the path's escapes.

    Of home pages of ours alone, in either language.
    """
    if not query and "?" not in path:
        return False
    return _before_query(path) in HOMES and bool(_asked_by(_parameters(path, query)))


def archive_of(asked: str) -> tuple[int, int | None] | None:
    """Year and month of a key that asks for what appeared then; None of others."""
    found = ARCHIVE.fullmatch(asked)
    return (int(found["year"]), int(found["month"]) if found["month"] else None) if found else None


def stripped(of_file: str) -> Iterator[str]:
    """The keys of the pictures of which WordPress may have made the one at this key: without its size, and without
    what says that it was scaled, turned or cut."""
    if (picture := PICTURE.fullmatch(of_file)) is None:
        return
    whole = SIZE.sub("", picture["stem"])
    yield whole + picture["type"]
    yield MADE_OF.sub("", whole) + picture["type"]


def _keys(path: str, query: str) -> Iterator[Asked]:
    if len(path) > 2 * LONGEST:
        return
    parameters = _parameters(path, query)
    if not (home := _path(_before_query(path))):
        return
    if asked := _asked_by(parameters):
        form = _feed(parameters)
        if asked.startswith("?"):
            yield Asked(_joined(home, asked), form)
            yield Asked(f"/{asked}", form)
        else:
            yield Asked(_joined(home, asked) if asked != "/" else home, form)
        return
    yield Asked(home)
    if found := FEED.search(home):
        yield Asked(home[: found.start()] or "/", found["atom"] or "rss")
    elif found := FEED_FILES.fullmatch(home):
        yield Asked(found["home"] or "/", "atom" if found["atom"] else "rss")
    elif found := DRESSED.search(home):
        yield Asked(home[: found.start()] or "/")
    for made in stripped(home):
        yield Asked(made)


def _before_query(path: str) -> str:
    """Without the query that an app encoded into the path."""
    return decoded(path).partition("?")[0]


def _path(path: str) -> str:
    """'' where nothing is left of it."""
    if not (whole := straight(path)):
        return ""
    return INDEX.sub("", whole.removesuffix("/").lower()) or "/"


def _joined(home: str, rest: str) -> str:
    return (home if home != "/" or rest.startswith("?") else "") + rest


def _parameters(path: str, query: str) -> dict[str, str]:
    """The query's, or those of one that an app encoded into the path; the first of each name."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(query or decoded(path).partition("?")[2], keep_blank_values=True):
        found.setdefault(name.lower(), value)
    return found


def _asked_by(parameters: dict[str, str]) -> str:
    """“?p=5”, or a path that says the same, or '/' for a feed of everything; '' where the path alone decides."""
    for name, canonical in BY_NUMBER.items():
        if name in parameters:
            digits = re.match("[0-9]{1,18}", ascii_digits(parameters[name]).strip())
            return f"?{canonical}={int(digits[0]) if digits else ''}"
    for name in BY_NAME:
        if name in parameters:
            return f"?{name}={_path(parameters[name]).rpartition('/')[2]}"
    for name in BY_PATH:
        if name in parameters:
            return _path(parameters[name])
    if month := MONTH.fullmatch(ascii_digits(parameters.get("m", ""))):
        return "/" + "/".join(filter(None, (month[0][:4], month[0][4:6], month[0][6:])))
    if _feed(parameters):
        return f"?feed={COMMENTS}" if parameters["feed"].startswith(COMMENTS) else "/"
    return ""


def _feed(parameters: dict[str, str]) -> str:
    if "feed" not in parameters:
        return ""
    return "atom" if parameters["feed"] == "atom" else "rss"
