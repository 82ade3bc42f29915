"""Word and OpenDocument → Document: looked through, made plain, read by pandoc, written as HTML, read as any HTML."""

from articles.desk.importers import pandoc, rich, tree_to_html
from articles.desk.importers.document import Document
from articles.desk.importers.word import open_document, plain
from articles.desk.importers.word.facts import Facts
from articles.desk.importers.word.open_document import is_open_document as is_open_document
from articles.desk.importers.word.package import Package
from articles.desk.importers.word.plain import is_word as is_word


def read_word(data: bytes, name: str) -> Document:
    """Raises Unimportable."""
    file, facts = plain.plain(Package(data))
    return _document(file, "docx+styles", name, facts)


def read_open_document(data: bytes, name: str) -> Document:
    """Raises Unimportable."""
    file, facts, title = open_document.plain(Package(data))
    return _document(file, "odt", name, facts, title)


def _document(file: bytes, reader: str, name: str, facts: Facts, title: str = "") -> Document:
    text = tree_to_html.written(pandoc.tree(file, reader), facts.pictures, facts.remarks)
    return rich.document(
        rich.Text(
            text.html,
            name,
            title=title or text.title,
            subtitle=text.subtitle,
            seen="".join(facts.text),
            pictures=facts.pictures.values(),
            remarks=text.remarks,
            lost=facts.lost,
        )
    )
