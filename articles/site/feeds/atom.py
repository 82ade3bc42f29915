"""Atom (RFC 4287) with full text."""

from django.utils.feedgenerator import rfc3339_date

from articles.site.feeds.document import Document
from articles.site.feeds.formats import ATOM, TYPES
from articles.site.feeds.items import Item, Person
from articles.site.feeds.xml import CONTENT_TYPE as CONTENT_TYPE
from articles.site.feeds.xml import HISTORY, XHTML, assembled, begin, element, explanation, history, tag

NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:fh": HISTORY, "xmlns:h": XHTML}


def write(document: Document) -> bytes:
    """The document as XML in UTF-8."""
    language = document.channel.language
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": document.page}
    before = [
        begin(document),
        tag("feed", {"xml:lang": language, **NAMESPACES}),
        element("id", document.channel.id),
        element("title", document.title),
        element("subtitle", document.description),
        element("updated", rfc3339_date(document.updated)),
        element("link", "", {"rel": "self", "type": TYPES[ATOM], "href": document.here}),
        element("link", "", page),
        history(document, "link"),
        _author(document.publisher),
        element("rights", document.rights),
        element("logo", document.logo) if document.logo else "",
        explanation(document),
    ]
    ended = "</content></entry>"
    entries = ((_entry(item, language), item.content, ended) for item in document.items)
    return assembled(before, entries, "</feed>")


def _entry(item: Item, language: str) -> str:
    """Up to its content."""
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": item.url}
    written = [
        "<entry>",
        element("id", item.id),
        element("title", item.title),
        element("link", "", page),
        element("published", rfc3339_date(item.published)),
        element("updated", rfc3339_date(item.updated)),
        *(_author(author) for author in item.authors),
        *(element("category", "", {"term": topic}) for topic in item.categories),
    ]
    for file in item.enclosures:
        attributes = {"rel": "enclosure", "type": file.type, "length": str(file.length), "href": file.url}
        written.append(element("link", "", attributes))
    written.append(element("summary", item.summary))
    return "".join([*written, tag("content", {"type": "html"})])


def _author(person: Person) -> str:
    uri = element("uri", person.url) if person.url else ""
    return f"<author>{element('name', person.name)}{uri}</author>"
