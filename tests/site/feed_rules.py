"""What the specifications ask of a feed, as one function a format: each returns what is wrong, in words.

RSS 2.0 with the RSS Advisory Board's profile, Atom (RFC 4287), JSON Feed 1.1, feed archives (RFC 5005, section 4).
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[\w/.-]+")
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
RFC_822 = re.compile(rf"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d ({MONTHS}) \d{{4}} \d\d:\d\d:\d\d [+-]\d{{4}}")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
# RSS 2.0: each at most once in its place.
CHANNEL_ONCE = {"title", "link", "description", "language", "copyright", "pubDate", "lastBuildDate", "image", "ttl"}
ITEM_ONCE = {"title", "link", "description", "guid", "pubDate", "enclosure", f"{CONTENT}encoded"}
JSON_FEED = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"),
    *("authors", "language", "expired", "hubs", "items"),
}
JSON_ITEM = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a feed document says, in whichever format. `links`: relation → address."""

    ids: list[str]
    links: dict[str, str]
    is_archive: bool


def check(form: str, content: bytes, url: str) -> list[str]:
    """What is wrong with a document that was fetched from this address; empty when nothing is."""
    return list({"rss": rss, "atom": atom, "json": json_feed}[form](content, url))


def read(form: str, content: bytes) -> Found:
    """Its ids and the way to the other documents of the feed."""
    if form == "json":
        feed = json.loads(content)
        links = {"self": feed["feed_url"]} | ({"prev-archive": feed["next_url"]} if "next_url" in feed else {})
        return Found([item["id"] for item in feed["items"]], links, False)
    root = etree.fromstring(content)
    channel = root.find("channel") if form == "rss" else root
    ids = [e.text for e in root.iterfind(".//item/guid" if form == "rss" else f"{ATOM}entry/{ATOM}id")]
    links = {link.get("rel"): link.get("href") for link in channel.findall(f"{ATOM}link")}
    return Found(ids, links, channel.find(f"{HISTORY}archive") is not None)


def walk(form: str, fetch: Callable[[str], bytes], url: str) -> tuple[Found, list[Found]]:
    """The current document and the archive documents behind it, newest first; asserts that the chain holds."""
    current = read(form, fetch(url))
    assert not current.is_archive
    archive: list[Found] = []
    seen = {url}
    address = current.links.get("prev-archive")
    while address:
        assert address not in seen, f"the chain comes back to {address}"
        seen.add(address)
        content = fetch(address)
        assert check(form, content, address) == []
        found = read(form, content)
        assert found.ids, f"{address} is empty"
        if form != "json":
            assert found.is_archive, address
            assert found.links["current"] == url
            if archive and "next-archive" in found.links:
                assert found.links["next-archive"] == archive[-1].links["self"]
        archive.append(found)
        address = found.links.get("prev-archive")
    return current, archive


def rss(content: bytes, url: str) -> Iterator[str]:
    """RSS 2.0 and its profile."""
    root = etree.fromstring(content)
    if (root.tag, root.get("version")) != ("rss", "2.0"):
        yield "the root is not <rss version='2.0'>"
    (channel,) = root.findall("channel")
    yield from _once(channel, CHANNEL_ONCE, ("title", "link", "description"))
    yield from _absolute(channel.findtext("link"), "channel link")
    if channel.findtext("language") != root.get(XML_LANG):
        yield "language and xml:lang differ"
    for element in channel.iter("pubDate", "lastBuildDate"):
        yield from _rfc_822(element.text)
    yield from _self(channel, url, "application/rss+xml")
    if (image := channel.find("image")) is not None:
        yield from _once(image, set(), ("url", "title", "link"))
        yield from _absolute(image.findtext("url"), "image")
        if (image.findtext("title"), image.findtext("link")) != (channel.findtext("title"), channel.findtext("link")):
            yield "the image's title and link are not the channel's"
    items = channel.findall("item")
    yield from _unique([item.findtext("guid") for item in items])
    for item in items:
        yield from _once(item, ITEM_ONCE, ("title", "link", "guid", "pubDate", "description", f"{CONTENT}encoded"))
        yield from _absolute(item.findtext("link"), "item link")
        if item.find("guid").get("isPermaLink") != "false":
            yield "a guid that is no address says that it is"
        yield from _tag_uri(item.findtext("guid"))
        creators = [creator.text for creator in item.findall(f"{DC}creator")]
        if not creators or not all(creators):
            yield "an item without creators"
        if (cover := item.find("enclosure")) is not None:
            yield from _absolute(cover.get("url"), "enclosure")
            yield from _length_and_type(cover)
        yield from _dates_in_order(item.findtext(f"{ATOM}updated"), parsedate_to_datetime(item.findtext("pubDate")))
        yield from _html(item.findtext(f"{CONTENT}encoded"))
    yield from _foreign(root)


def atom(content: bytes, url: str) -> Iterator[str]:
    """RFC 4287, section 4."""
    root = etree.fromstring(content)
    if root.tag != f"{ATOM}feed":
        yield "the root is not atom:feed"
    if not root.get(XML_LANG):
        yield "no xml:lang"
    once = {f"{ATOM}{name}" for name in ("id", "title", "updated", "subtitle", "rights", "logo", "icon", "generator")}
    yield from _once(root, once, [f"{ATOM}{name}" for name in ("id", "title", "updated")])
    yield from _tag_uri(root.findtext(f"{ATOM}id"))
    yield from _self(root, url, "application/atom+xml")
    entries = root.findall(f"{ATOM}entry")
    yield from _unique([entry.findtext(f"{ATOM}id") for entry in entries])
    for person in root.iter(f"{ATOM}author"):
        yield from _once(person, {f"{ATOM}uri", f"{ATOM}email"}, [f"{ATOM}name"])
        if person.find(f"{ATOM}uri") is not None:
            yield from _absolute(person.findtext(f"{ATOM}uri"), "person")
    for element in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        yield from _rfc_3339(element.text)
    for entry in entries:
        required = [f"{ATOM}{name}" for name in ("id", "title", "updated", "published", "content")]
        yield from _once(entry, {f"{ATOM}summary"}, required)
        yield from _tag_uri(entry.findtext(f"{ATOM}id"))
        if entry.find(f"{ATOM}author") is None:
            yield "an entry without an author"
        for link in entry.findall(f"{ATOM}link"):
            yield from _absolute(link.get("href"), "entry link")
            if link.get("rel") == "enclosure":
                yield from _length_and_type(link)
        alternates = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in entry.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        )
        if set(alternates.values()) != {1}:
            yield f"alternates: {alternates}"
        if not all(category.get("term") for category in entry.findall(f"{ATOM}category")):
            yield "a category without a term"
        published = datetime.fromisoformat(entry.findtext(f"{ATOM}published"))
        yield from _dates_in_order(entry.findtext(f"{ATOM}updated"), published)
        text = entry.find(f"{ATOM}content")
        if text.get("type") != "html":
            yield f"content of type {text.get('type')}"
        yield from _html(text.text)
    yield from _foreign(root)


def json_feed(content: bytes, url: str) -> Iterator[str]:
    """JSON Feed 1.1."""
    feed = json.loads(content)
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        yield "version"
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        yield "title or items missing"
    if unknown := feed.keys() - JSON_FEED:
        yield f"unknown: {unknown}"
    if feed.get("feed_url") != url:
        yield f"feed_url is {feed.get('feed_url')}, not {url}"
    if feed.get("next_url") == url:
        yield "next_url leads to itself"
    for name in ("home_page_url", "feed_url", "next_url", "icon"):
        if name in feed:
            yield from _absolute(feed[name], name)
    yield from _people(feed.get("authors"))
    yield from _unique([item.get("id") for item in feed["items"]])
    for item in feed["items"]:
        if unknown := item.keys() - JSON_ITEM:
            yield f"unknown: {unknown}"
        if empty := [name for name, value in item.items() if value in ("", [], None)]:
            yield f"empty: {empty}"
        yield from _tag_uri(item["id"])
        yield from _absolute(item["url"], "url")
        yield from _rfc_3339(item["date_published"])
        yield from _dates_in_order(item.get("date_modified"), datetime.fromisoformat(item["date_published"]))
        yield from _people(item.get("authors"))
        if item.get("language") != feed.get("language"):
            yield "an item in another language"
        yield from _html(item["content_html"])
        for attachment in item.get("attachments", []):
            yield from _absolute(attachment["url"], "attachment")
            if not MEDIA_TYPE.fullmatch(attachment["mime_type"]) or attachment["size_in_bytes"] <= 0:
                yield f"attachment: {attachment}"


def _once(parent: etree._Element, allowed: set[str], required: list[str] | tuple[str, ...]) -> Iterator[str]:
    counted = Counter(child.tag for child in parent)
    for name in {*allowed, *required}:
        if counted[name] > 1:
            yield f"{counted[name]} times <{name}> in <{parent.tag}>"
    for name in required:
        if not counted[name] or not "".join(parent.find(name).itertext()).strip():
            yield f"no <{name}> in <{parent.tag}>"


def _self(parent: etree._Element, url: str, kind: str) -> Iterator[str]:
    found = [(e.get("href"), e.get("type")) for e in parent.findall(f"{ATOM}link") if e.get("rel") == "self"]
    if found != [(url, kind)]:
        yield f"the link to self is {found}, not {url}"
    for link in parent.findall(f"{ATOM}link"):
        yield from _absolute(link.get("href"), f"link {link.get('rel')}")


def _absolute(url: str | None, where: str) -> Iterator[str]:
    parts = urlsplit(url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc or not (url or "").isascii() or " " in (url or ""):
        yield f"{where}: {url!r} is no absolute URI"


def _tag_uri(value: str | None) -> Iterator[str]:
    if not TAG_URI.fullmatch(value or ""):
        yield f"{value!r} is no tag URI (RFC 4151)"


def _unique(ids: list[str | None]) -> Iterator[str]:
    for value, times in Counter(ids).items():
        if times > 1 or not isinstance(value, str):
            yield f"id {value!r} {times} times"


def _rfc_822(text: str | None) -> Iterator[str]:
    if not RFC_822.fullmatch(text or "") or f"{parsedate_to_datetime(text):%a}" != text[:3]:
        yield f"{text!r} is no date (RFC 822)"


def _rfc_3339(text: str | None) -> Iterator[str]:
    if not RFC_3339.fullmatch(text or "") or not datetime.fromisoformat(text):
        yield f"{text!r} is no date (RFC 3339)"


def _dates_in_order(updated: str | None, published: datetime) -> Iterator[str]:
    if updated and datetime.fromisoformat(updated) < published:
        yield f"updated {updated} before it was published"


def _length_and_type(element: etree._Element) -> Iterator[str]:
    if not (element.get("length") or "").isdecimal() or int(element.get("length")) == 0:
        yield f"a file of length {element.get('length')}"
    if not MEDIA_TYPE.fullmatch(element.get("type") or ""):
        yield f"a file of type {element.get('type')}"


def _people(people: list[dict[str, str]] | None) -> Iterator[str]:
    if not people:
        yield "no authors"
    for person in people or []:
        if not person.get("name") or person.keys() - {"name", "url", "avatar"}:
            yield f"author {person}"
        if "url" in person:
            yield from _absolute(person["url"], "author")


def _html(fragment: str | None) -> Iterator[str]:
    """Whole HTML in one element that says its direction, with no address that needs a page and nothing that runs."""
    root = html.fragment_fromstring(fragment or "<p></p>")
    if (root.tag, root.get("dir")) not in (("div", "rtl"), ("div", "ltr")) or not root.get("lang"):
        yield f"content without a direction: {(fragment or '')[:40]!r}"
    for element in root.iter():
        if element.tag in ("script", "style", "iframe", "object", "embed", "form") or "style" in element.attrib:
            yield f"<{element.tag}> in the content"
        addresses = [element.get(name) for name in ("href", "src", "cite") if element.get(name) is not None]
        srcset = element.get("srcset") or ""
        addresses += [candidate.split()[0] for candidate in srcset.split(",") if candidate.strip()]
        for address in addresses:
            if urlsplit(address).scheme not in ("http", "https", "mailto"):
                yield f"{address!r} in the content is not absolute"


def _foreign(root: etree._Element) -> Iterator[str]:
    """Extensions are of namespaces that we mean to use."""
    known = {ATOM, CONTENT, DC, HISTORY, XHTML, ""}
    for element in root.iter(etree.Element):
        namespace = f"{{{etree.QName(element).namespace}}}" if etree.QName(element).namespace else ""
        if namespace not in known:
            yield f"<{element.tag}>"
