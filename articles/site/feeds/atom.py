"""Atom (RFC 4287) with full text."""

from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from articles.site.feeds.addresses import ATOM, TYPES
from articles.site.feeds.document import Document
from articles.site.feeds.items import Item, Person
from articles.site.feeds.xml import CONTENT_TYPE as CONTENT_TYPE
from articles.site.feeds.xml import HISTORY, XHTML, begin, explain, write_history

NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:fh": HISTORY, "xmlns:h": XHTML}


def write(document: Document) -> str:
    """The document as XML."""
    text, xml = begin(document)
    language = document.channel.language
    xml.startElement("feed", {"xml:lang": language, **NAMESPACES})
    xml.addQuickElement("id", document.channel.id)
    xml.addQuickElement("title", document.title)
    xml.addQuickElement("subtitle", document.description)
    xml.addQuickElement("updated", rfc3339_date(document.updated))
    xml.addQuickElement("link", None, {"rel": "self", "type": TYPES[ATOM], "href": document.here})
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": document.page}
    xml.addQuickElement("link", None, page)
    write_history(xml, document, "link")
    _write_author(xml, document.publisher)
    xml.addQuickElement("rights", document.rights)
    if document.logo:
        xml.addQuickElement("logo", document.logo)
    explain(xml, document)
    for item in document.items:
        _write_entry(xml, item, language)
    xml.endElement("feed")
    return text.getvalue()


def _write_entry(xml: SimplerXMLGenerator, item: Item, language: str) -> None:
    xml.startElement("entry", {})
    xml.addQuickElement("id", item.id)
    xml.addQuickElement("title", item.title)
    xml.addQuickElement("link", None, {"rel": "alternate", "type": "text/html", "hreflang": language, "href": item.url})
    xml.addQuickElement("published", rfc3339_date(item.published))
    xml.addQuickElement("updated", rfc3339_date(item.updated))
    for author in item.authors:
        _write_author(xml, author)
    for topic in item.topics:
        xml.addQuickElement("category", None, {"term": topic})
    if item.cover:
        cover = {"type": item.cover.type, "length": str(item.cover.length), "href": item.cover.url}
        xml.addQuickElement("link", None, {"rel": "enclosure", **cover})
    xml.addQuickElement("summary", item.summary)
    xml.addQuickElement("content", item.content, {"type": "html"})
    xml.endElement("entry")


def _write_author(xml: SimplerXMLGenerator, person: Person) -> None:
    xml.startElement("author", {})
    xml.addQuickElement("name", person.name)
    if person.url:
        xml.addQuickElement("uri", person.url)
    xml.endElement("author")
