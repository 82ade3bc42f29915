"""Answers as XML (OAI-PMH.xsd, oai_dc.xsd)."""

from collections.abc import Iterable
from datetime import datetime

from lxml import etree
from lxml.builder import ElementMaker

from articles.site.addresses import absolute, report_path
from articles.site.citation.work import Name, address_of, name_of, one_line
from articles.site.metadata import dublin_core
from articles.site.oai.asked import PREFIX, written
from articles.site.oai.identifiers import identifier
from articles.site.oai.records import Record
from shaf.text.xml_text import writable

NS = "http://www.openarchives.org/OAI/2.0/"
DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"
LOCATION = f"{{{XSI}}}schemaLocation"
SCHEMA = f"{NS} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
DC_SCHEMA_FILE = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
CONTENT_TYPE = "text/xml; charset=utf-8"
# Texts, which say in what language they are.
IN_WORDS = ("title", "creator", "publisher", "subject", "description", "rights")

E = ElementMaker(namespace=NS, nsmap={None: NS, "xsi": XSI})
D = ElementMaker(namespace=OAI_DC, nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI})


def answer(base: str, now: datetime, arguments: dict[str, str], parts: Iterable[etree._Element]) -> bytes:
    """The whole document. `arguments`: the request's, none where they were refused (the protocol, 3.2)."""
    given = {name: writable(value) for name, value in arguments.items()}
    root = E("OAI-PMH", E.responseDate(written(now)), E.request(base, given), *parts)
    root.set(LOCATION, SCHEMA)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def error(code: str, why: str) -> etree._Element:
    return E.error(why, code=code)


def identify(name: str, base: str, mail: str, earliest: datetime, sample: str) -> etree._Element:
    return E.Identify(
        E.repositoryName(writable(name)),
        E.baseURL(base),
        E.protocolVersion("2.0"),
        E.adminEmail(mail),
        E.earliestDatestamp(written(earliest)),
        E.deletedRecord("persistent"),
        E.granularity("YYYY-MM-DDThh:mm:ssZ"),
        E.description(_identifiers(sample)),
    )


def formats() -> etree._Element:
    known = E.metadataFormat(E.metadataPrefix(PREFIX), E.schema(DC_SCHEMA_FILE), E.metadataNamespace(OAI_DC))
    return E.ListMetadataFormats(known)


def list_of_sets(named: Iterable[tuple[str, str]]) -> etree._Element:
    return E.ListSets(*(E.set(E.setSpec(spec), E.setName(writable(name))) for spec, name in named))


def records(verb: str, found: Iterable[Record], authority: str, token: str | None) -> etree._Element:
    """A page of a list, or the one record that was asked for. `token`: '' on the last of several pages."""
    write = header if verb == "ListIdentifiers" else _record
    parts = [write(record, authority) for record in found]
    return E(verb, *parts, *([] if token is None else [E.resumptionToken(token)]))


def header(record: Record, authority: str) -> etree._Element:
    edition = record.edition
    named = E.identifier(identifier(authority, edition.article_id, edition.language))
    parts = [named, E.datestamp(written(record.at)), *(E.setSpec(spec) for spec in record.sets)]
    return E.header(*parts, **({"status": "deleted"} if record.is_deleted else {}))


def _record(record: Record, authority: str) -> etree._Element:
    if record.is_deleted:
        return E.record(header(record, authority))
    return E.record(header(record, authority), E.metadata(_dublin_core(record)))


def _dublin_core(record: Record) -> etree._Element:
    edition = record.edition
    names: tuple[Name, ...] = tuple(name_of(person) for person in edition.byline["authors"])
    publisher = edition.byline["source"]["name"]
    said = [
        *dublin_core.elements(edition, names, address_of(edition)),
        ("identifier", absolute(report_path(edition))),
        ("description", one_line(edition.description)),
        ("rights", f"© {publisher}"),
    ]
    root = D.dc({LOCATION: f"{OAI_DC} {DC_SCHEMA_FILE}"})
    for name, text in said:
        if text:
            part = etree.SubElement(root, f"{{{DC}}}{name}")
            part.text = writable(text)
            if name in IN_WORDS:
                part.set(f"{{{XML}}}lang", edition.language)
    return root


def _identifiers(sample: str) -> etree._Element:
    """How identifiers are made (the guidelines' oai-identifier)."""
    space = "http://www.openarchives.org/OAI/2.0/oai-identifier"
    make = ElementMaker(namespace=space, nsmap={None: space, "xsi": XSI})
    root = make(
        "oai-identifier",
        make.scheme("oai"),
        make.repositoryIdentifier(sample.split(":")[1]),
        make.delimiter(":"),
        make.sampleIdentifier(sample),
    )
    root.set(LOCATION, f"{space} http://www.openarchives.org/OAI/2.0/oai-identifier.xsd")
    return root
