"""JSON Feed 1.1 (jsonfeed.org/version/1.1) with full text."""

import json
from typing import Any

from django.utils.feedgenerator import rfc3339_date
from django.utils.translation import gettext

from articles.site.feeds.addresses import JSON, TYPES
from articles.site.feeds.document import Document
from articles.site.feeds.items import Item, Person

CONTENT_TYPE = f"{TYPES[JSON]}; charset=utf-8"
VERSION = "https://jsonfeed.org/version/1.1"


def write(document: Document) -> str:
    """The document as JSON. It has no relations of archives: `next_url` alone leads on, to what is older."""
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
        "language": document.channel.language,
        "items": [_item(item, document.channel.language) for item in document.items],
    }
    return json.dumps(_without_empty(feed, keep="items"), ensure_ascii=False)


def _item(item: Item, language: str) -> dict[str, Any]:
    written: dict[str, Any] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated) if item.corrected else "",
        "authors": [_person(author) for author in item.authors],
        "tags": list(item.topics),
        "language": language,
    }
    if cover := item.cover:
        written["image"] = cover.url
        written["attachments"] = [{"url": cover.url, "mime_type": cover.type, "size_in_bytes": cover.length}]
    return _without_empty(written)


def _person(person: Person) -> dict[str, str]:
    return _without_empty({"name": person.name, "url": person.url})


def _without_empty(values: dict[str, Any], keep: str = "") -> dict[str, Any]:
    return {name: value for name, value in values.items() if value or name == keep}
