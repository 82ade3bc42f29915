"""What RSS and Atom share as XML: how a document begins, and what it tells whoever opens it in a browser.

Written as text and not by a SAX generator, which takes several times as long over as many elements.
"""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext

from articles.site.feeds.document import Document

# Not application/rss+xml or application/atom+xml: Chromium 156 shows those as unstyled source and Firefox (since 64)
# downloads them, while both lay out application/xml by its stylesheet. Readers go by the root element, and what links
# to a feed names its own type.
CONTENT_TYPE = "application/xml; charset=utf-8"
XHTML = "http://www.w3.org/1999/xhtml"
HISTORY = "http://purl.org/syndication/history/1.0"


def tag(name: str, attributes: Mapping[str, str] | None = None) -> str:
    """The tag that opens an element."""
    written = "".join(f" {key}={quoteattr(value)}" for key, value in (attributes or {}).items())
    return f"<{name}{written}>"


def element(name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """An element with a text and nothing else in it. The text has no character that XML cannot hold."""
    opened = tag(name, attributes)
    return f"{opened}{escape(text)}</{name}>" if text else f"{opened[:-1]}/>"


def escaped(html: bytes) -> bytes:
    """The text of an element, in UTF-8."""
    return html.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


def begin(document: Document) -> str:
    """The declaration and the stylesheet: CSS, since browsers are removing XSLT."""
    sheet = f'type="text/css" href={quoteattr(document.stylesheet)}'
    return f'<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet {sheet}?>'


def assembled(before: Iterable[str], items: Iterable[tuple[str, bytes, str]], after: str) -> bytes:
    """The document in UTF-8. `items`: what stands before the content of each, the content, and what follows it."""
    written = ["".join(before).encode()]
    for begun, content, ended in items:
        written += (begun.encode(), escaped(content), ended.encode())
    return b"".join([*written, after.encode()])


def history(document: Document, link: str) -> str:
    """The archive and the way through it (RFC 5005, section 4). `link`: the name of Atom's element here."""
    links = "".join(element(link, "", {"rel": relation, "href": url}) for relation, url in document.links())
    return (element("fh:archive") if document.is_archive else "") + links


def explanation(document: Document) -> str:
    """Says to a person what this is. XHTML in a feed is an extension that readers pass over."""
    follow = gettext("Add this feed to your news reader, and get every new report in full as soon as it is out.")
    code = element("h:code", document.current, {"dir": "ltr"})
    link = element("h:a", gettext("Read these reports on the site"), {"href": document.page})
    said = [
        element("h:p", follow),
        element("h:p", gettext("To follow it, copy this address into your news reader:")),
        f"<h:p>{code}</h:p><h:p>{link}</h:p>",
    ]
    if document.is_archive:
        said.append(element("h:p", gettext("Archive: %(month)s") % {"month": document.part}))
    return f"<h:div>{''.join(said)}</h:div>"
