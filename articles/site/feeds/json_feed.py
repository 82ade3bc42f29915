"""JSON Feed 1.1 (jsonfeed.org/version/1.1) with full text."""

import json
from typing import Any

from django.utils.feedgenerator import rfc3339_date
from django.utils.translation import gettext

from articles.site.feeds.document import Document
from articles.site.feeds.formats import JSON, TYPES
from articles.site.feeds.items import Enclosure, Item, Person

CONTENT_TYPE = f"{TYPES[JSON]}; charset=utf-8"
# The backslash first: the others are written with one.
ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"), (b"\t", b"\\t"))
VERSION = "https://jsonfeed.org/version/1.1"


def write(document: Document) -> bytes:
    """The document as JSON in UTF-8. It has no relations of archives: `next_url` alone leads on, to what is older."""
    language = document.channel.language
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": document.title,
        "home_page_url": document.page,
        "feed_url": document.here,
        "description": document.description,
        "user_comment": " ".join(
            (
                gettext("Add this feed to your news reader, and get every new report in full as soon as it is out."),
                gettext("To follow it, copy this address into your news reader:"),
                document.current,
            )
        ),
        "next_url": document.previous,
        "icon": document.logo,
        "authors": [_person(document.publisher)],
        "language": language,
    }
    items = b",".join(
        _with(_item(item, language), "content_html", b'"%b"' % escaped(item.content)) for item in document.items
    )
    return _with(feed, "items", b"[%b]" % items)


def escaped(html: bytes) -> bytes:
    """The inside of a string (RFC 8259, section 7), in UTF-8. The press left no other control character in it."""
    for sign, written in ESCAPES:
        html = html.replace(sign, written)
    return html


def _with(values: dict[str, Any], name: str, written: bytes) -> bytes:
    """An object of what of `values` is not empty, and of one more that is written already."""
    filled = json.dumps(_without_empty(values), ensure_ascii=False).encode()
    return b'%b, "%b": %b}' % (filled[:-1], name.encode(), written)


def _item(item: Item, language: str) -> dict[str, Any]:
    """All but its content."""
    written: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated) if item.corrected else "",
        "authors": [_person(author) for author in item.authors],
        "tags": list(item.categories),
        "language": language,
    }
    if image := item.image:
        written["image"] = image.url
    written["attachments"] = [_attachment(file) for file in item.enclosures]
    return written


def _attachment(file: Enclosure) -> dict[str, Any]:
    return {"url": file.url, "mime_type": file.type, "size_in_bytes": file.length}


def _person(person: Person) -> dict[str, str]:
    return _without_empty({"name": person.name, "url": person.url})


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
