"""What RSS and Atom share as XML: how a document begins, and what it tells whoever opens it in a browser."""

from io import StringIO
from xml.sax.saxutils import XMLGenerator

from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator

from articles.site.feeds.document import Document

# Not application/rss+xml or application/atom+xml: Chromium 156 shows those as unstyled source and Firefox (since 64)
# downloads them, while both lay out application/xml by its stylesheet. Readers go by the root element, and what links
# to a feed names its own type.
CONTENT_TYPE = "application/xml; charset=utf-8"
XHTML = "http://www.w3.org/1999/xhtml"
HISTORY = "http://purl.org/syndication/history/1.0"


class Generator(SimplerXMLGenerator):
    """Without Django's search for characters that XML cannot hold: every text of a Document has lost them already."""

    def characters(self, content: str) -> None:
        XMLGenerator.characters(self, content)


def begin(document: Document) -> tuple[StringIO, SimplerXMLGenerator]:
    """The declaration and the stylesheet: CSS, since browsers are removing XSLT."""
    text = StringIO()
    xml = Generator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.processingInstruction("xml-stylesheet", f'type="text/css" href="{document.stylesheet}"')
    return text, xml


def write_history(xml: SimplerXMLGenerator, document: Document, link: str) -> None:
    """The archive and the way through it (RFC 5005, section 4). `link`: the name of Atom's element here."""
    if document.is_archive:
        xml.addQuickElement("fh:archive")
    for relation, url in document.links():
        xml.addQuickElement(link, None, {"rel": relation, "href": url})


def explain(xml: SimplerXMLGenerator, document: Document) -> None:
    """Says to a person what this is. XHTML in a feed is an extension that readers pass over."""
    xml.startElement("h:div", {})
    xml.addQuickElement(
        "h:p", gettext("Add this feed to your news reader, and get every new report in full as soon as it is out.")
    )
    xml.addQuickElement("h:p", gettext("To follow it, copy this address into your news reader:"))
    xml.startElement("h:p", {})
    xml.addQuickElement("h:code", document.current, {"dir": "ltr"})
    xml.endElement("h:p")
    xml.startElement("h:p", {})
    xml.addQuickElement("h:a", gettext("Read these reports on the site"), {"href": document.page})
    xml.endElement("h:p")
    if document.is_archive:
        xml.addQuickElement("h:p", gettext("Archive: %(month)s") % {"month": document.part})
    xml.endElement("h:div")
