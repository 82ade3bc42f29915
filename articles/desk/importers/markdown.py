"""Markdown → Document, by pandoc."""

from articles.desk.importers import decode, pandoc, rich, tree_to_html
from articles.desk.importers.document import Document
from articles.press.html.left_out import LeftOut
from shaf.product.limits import BODY_BYTES

# As it is typed: quotation marks, sums of money and smileys are no marks.
READER = "commonmark_x-smart-gfm_auto_identifiers-emoji-alerts-tex_math_dollars-raw_attribute"
TAKEN = {"title", "subtitle"}


def read(data: bytes, name: str) -> Document:
    """Raises Unimportable."""
    if len(data) > BODY_BYTES:
        raise decode.too_large()
    tree = pandoc.tree(decode.decode(data).encode(), READER)
    text = tree_to_html.written(tree, {}, {})
    lost = [LeftOut("other", "", key) for key in tree.get("meta", {}) if key not in TAKEN]
    return rich.document(rich.Text(text.html, name, title=text.title, subtitle=text.subtitle, lost=lost))
