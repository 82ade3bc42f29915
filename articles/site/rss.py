"""RSS 2.0 with full text, as the RSS Advisory Board's profile has it: atom:link, content:encoded, dc:creator."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import urljoin
from xml.sax.handler import ContentHandler

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date, rfc3339_date
from lxml import html

# XML 1.0 has no way to write these.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class FullTextFeed(Rss201rev2Feed):
    """Items take three more arguments: `content` (HTML), `creators` (names) and `updated` (a datetime or None).

    The feed takes `self_url` and `changed` (a datetime, or None for a feed that never held anything).
    """

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_root_elements(self, handler: ContentHandler) -> None:
        """Not the parent's: it leaves out the type of the link to self and dates an empty feed by the clock."""
        for name in ("title", "link", "description", "language"):
            handler.addQuickElement(name, self.feed[name])
        link = {"rel": "self", "type": "application/rss+xml", "href": self.feed["self_url"]}
        handler.addQuickElement("atom:link", None, link)
        if self.feed["changed"]:
            handler.addQuickElement("lastBuildDate", rfc2822_date(self.feed["changed"]))

    def add_item_elements(self, handler: ContentHandler, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        updated: datetime | None = item["updated"]
        if updated:
            handler.addQuickElement("atom:updated", rfc3339_date(updated))
        handler.addQuickElement("content:encoded", item["content"])


def writable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return UNWRITABLE.sub("", text)


def with_absolute_links(fragment: str, base: str) -> str:
    """One HTML element with every address in it absolute: a reader of feeds has no page to resolve them by."""
    root = html.fragment_fromstring(writable(fragment).strip())
    root.rewrite_links(lambda link: urljoin(base, link), resolve_base_href=False)
    return html.tostring(root, encoding="unicode")
