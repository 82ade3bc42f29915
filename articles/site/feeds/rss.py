"""RSS 2.0 with full text, as the RSS Advisory Board's profile has it: atom:link, content:encoded, dc:creator."""

from django.utils.feedgenerator import rfc2822_date, rfc3339_date
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from articles.site.feeds.addresses import RSS, TYPES
from articles.site.feeds.document import Document
from articles.site.feeds.items import Item
from articles.site.feeds.xml import CONTENT_TYPE as CONTENT_TYPE
from articles.site.feeds.xml import HISTORY, XHTML, begin, explain, write_history

NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:fh": HISTORY,
    "xmlns:h": XHTML,
}
# What RSS 2.0 allows a channel's image to be.
IMAGES = (".gif", ".jpg", ".png")


def write(document: Document) -> str:
    """The document as XML."""
    text, xml = begin(document)
    language = document.channel.language
    xml.startElement("rss", {"version": "2.0", "xml:lang": language, **NAMESPACES})
    xml.startElement("channel", {})
    xml.addQuickElement("title", document.title)
    xml.addQuickElement("link", document.page)
    xml.addQuickElement("description", document.description)
    xml.addQuickElement("language", language)
    xml.addQuickElement("copyright", document.rights)
    xml.addQuickElement("lastBuildDate", rfc2822_date(document.updated))
    xml.addQuickElement("atom:link", None, {"rel": "self", "type": TYPES[RSS], "href": document.here})
    write_history(xml, document, "atom:link")
    if document.logo.endswith(IMAGES):
        xml.startElement("image", {})
        # The profile: title and link are the channel's own.
        for name, value in (("url", document.logo), ("title", document.title), ("link", document.page)):
            xml.addQuickElement(name, value)
        xml.endElement("image")
    explain(xml, document)
    for item in document.items:
        _write_item(xml, item)
    xml.endElement("channel")
    xml.endElement("rss")
    return text.getvalue()


def _write_item(xml: SimplerXMLGenerator, item: Item) -> None:
    xml.startElement("item", {})
    xml.addQuickElement("title", item.title)
    xml.addQuickElement("link", item.url)
    # HTML, unlike Atom's summary.
    xml.addQuickElement("description", escape(item.summary))
    for author in item.authors:
        xml.addQuickElement("dc:creator", author.name)
    for topic in item.topics:
        xml.addQuickElement("category", topic)
    if item.cover:
        cover = {"url": item.cover.url, "length": str(item.cover.length), "type": item.cover.type}
        xml.addQuickElement("enclosure", None, cover)
    xml.addQuickElement("guid", item.id, {"isPermaLink": "false"})
    xml.addQuickElement("pubDate", rfc2822_date(item.published))
    if item.corrected:
        xml.addQuickElement("atom:updated", rfc3339_date(item.updated))
    xml.addQuickElement("content:encoded", item.content)
    xml.endElement("item")
