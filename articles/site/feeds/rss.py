"""RSS 2.0 with full text, as the RSS Advisory Board's profile has it: atom:link, content:encoded, dc:creator."""

from django.utils.feedgenerator import rfc2822_date, rfc3339_date
from django.utils.html import escape

from articles.site.feeds.document import Document
from articles.site.feeds.formats import RSS, TYPES
from articles.site.feeds.items import Item
from articles.site.feeds.xml import CONTENT_TYPE as CONTENT_TYPE
from articles.site.feeds.xml import HISTORY, XHTML, assembled, begin, element, explanation, history, tag

NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:fh": HISTORY,
    "xmlns:h": XHTML,
}
# What RSS 2.0 allows a channel's image to be.
IMAGES = (".gif", ".jpg", ".png")


def write(document: Document) -> bytes:
    """The document as XML in UTF-8."""
    language = document.channel.language
    before = [
        begin(document),
        tag("rss", {"version": "2.0", "xml:lang": language, **NAMESPACES}),
        "<channel>",
        element("title", document.title),
        element("link", document.page),
        element("description", document.description),
        element("language", language),
        element("copyright", document.rights),
        element("lastBuildDate", rfc2822_date(document.updated)),
        element("atom:link", "", {"rel": "self", "type": TYPES[RSS], "href": document.here}),
        history(document, "atom:link"),
        _image(document),
        explanation(document),
    ]
    ended = "</content:encoded></item>"
    return assembled(before, ((_item(item), item.content, ended) for item in document.items), "</channel></rss>")


def _image(document: Document) -> str:
    if not document.logo.endswith(IMAGES):
        return ""
    # The profile: title and link are the channel's own.
    values = (("url", document.logo), ("title", document.title), ("link", document.page))
    return f"<image>{''.join(element(name, value) for name, value in values)}</image>"


def _item(item: Item) -> str:
    """Up to its content."""
    written = [
        "<item>",
        element("title", item.title),
        element("link", item.url),
        # HTML, unlike Atom's summary.
        element("description", escape(item.summary)),
        *(element("dc:creator", author.name) for author in item.authors),
        *(element("category", topic) for topic in item.categories),
    ]
    # The profile: readers take one, and differ in which of several.
    for file in item.enclosures[:1]:
        written.append(element("enclosure", "", {"url": file.url, "length": str(file.length), "type": file.type}))
    written.append(element("guid", item.id, {"isPermaLink": "false"}))
    written.append(element("pubDate", rfc2822_date(item.published)))
    if item.corrected:
        written.append(element("atom:updated", rfc3339_date(item.updated)))
    return "".join([*written, "<content:encoded>"])
