"""How CKEditor is set up for each language of the body.

What the toolbar offers is what the allow-list (articles/press/html/sanitise.py) keeps; tests/browser/ compares the two.
The bundle reads "/…/" strings as regular expressions and "callback:name" as a function of the page, so nothing that a
user typed may ever come in here.
"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

BLOCKS = "/^(p|h2|h3|h4|li|blockquote|figure|figcaption|table|td|th)$/"
DIRECTION = {"dir": "/^(rtl|ltr|auto)$/", "lang": "/^[A-Za-z0-9-]+$/"}
ANCHOR = {"id": "/^h-/", "role": "/^doc-[a-z]+$/"}

# Everything in the bundle that writes what the allow-list drops: other markup languages, foreign pages, inline styles,
# form elements. The first five belong together: without FullPage alone, Markdown takes the body over.
REMOVED_PLUGINS = [
    "Markdown",
    "FullPage",
    "HtmlEmbed",
    "CKFinderUploadAdapter",
    "MediaEmbed",
    "SourceEditing",
    "Autosave",
    "CodeBlock",
    "Font",
    "Highlight",
    "ImageResize",
    "ImageStyle",
    "IndentBlock",
    "Mention",
    "PageBreak",
    "ShowBlocks",
    "Style",
    "TableCellProperties",
    "TableProperties",
    "TodoList",
]


def _forms(text: Callable[[int], str]) -> dict[str, Promise]:
    """The text for each of Unicode's categories of number, so that the page can choose (Intl.PluralRules)."""
    samples = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
    return {category: lazy(text, str)(number) for category, number in samples.items()}


# What a paste leaves out, or takes apart; see paste.js.
LEFT_OUT: dict[str, Any] = {
    "pictures": _forms(
        lambda n: ngettext(
            "%(n)d picture of another website (save it and upload it here)",
            "%(n)d pictures of another website (save them and upload them here)",
            n,
        )
    ),
    "pictureFiles": _forms(
        lambda n: ngettext(
            "%(n)d picture whose data did not come along (insert it from its file)",
            "%(n)d pictures whose data did not come along (insert them from their files)",
            n,
        )
    ),
    "deleted": _forms(lambda n: ngettext("%(n)d tracked deletion (accepted)", "%(n)d tracked deletions (accepted)", n)),
    "inserted": _forms(
        lambda n: ngettext(
            "the mark of %(n)d tracked insertion (accepted, its words are kept)",
            "the marks of %(n)d tracked insertions (accepted, their words are kept)",
            n,
        )
    ),
    "scripts": _forms(lambda n: ngettext("%(n)d script", "%(n)d scripts", n)),
    "comments": _forms(lambda n: ngettext("%(n)d comment", "%(n)d comments", n)),
    "boxes": _forms(
        lambda n: ngettext(
            "the frame of %(n)d text box (its text is kept)", "the frames of %(n)d text boxes (their text is kept)", n
        )
    ),
    "footnotes": _forms(
        lambda n: ngettext(
            "%(n)d footnote that was not copied along (its number is kept)",
            "%(n)d footnotes that were not copied along (their numbers are kept)",
            n,
        )
    ),
    "embedded": _forms(
        lambda n: ngettext("%(n)d video, drawing or embedded page", "%(n)d videos, drawings or embedded pages", n)
    ),
    "formulas": _forms(lambda n: ngettext("%(n)d formula", "%(n)d formulas", n)),
    "forms": _forms(lambda n: ngettext("%(n)d form field", "%(n)d form fields", n)),
    "hidden": _forms(lambda n: ngettext("%(n)d hidden text", "%(n)d hidden texts", n)),
    "links": _forms(
        lambda n: ngettext(
            "%(n)d link that leads nowhere from here (its text is kept)",
            "%(n)d links that lead nowhere from here (their text is kept)",
            n,
        )
    ),
    "looks": _("colours and fonts"),
}


def _config(language: str, start: str, end: str, inline: list[str]) -> dict[str, Any]:
    """The set-up for one language; `start` and `end` are the sides where its lines begin and end."""
    return {
        # The desk is Arabic whatever the text is.
        "language": {"ui": "ar", "content": language},
        "extraPlugins": ["callback:ShafCleanInput", "callback:ShafWriting", "callback:ShafFootnotes"],
        "removePlugins": REMOVED_PLUGINS,
        "toolbar": {
            "items": [
                "undo",
                "redo",
                "|",
                "heading",
                "|",
                *inline,
                "removeFormat",
                "|",
                "link",
                "bulletedList",
                "numberedList",
                "outdent",
                "indent",
                "blockQuote",
                "|",
                "uploadImage",
                "insertTable",
                "horizontalLine",
                "footnote",
                "|",
                "alignment",
                "otherDirection",
                "otherLanguage",
                "|",
                "specialCharacters",
                "findAndReplace",
            ],
        },
        "heading": {
            "options": [
                {"model": "paragraph", "title": _("Paragraph"), "class": "ck-heading_paragraph"},
                {"model": "heading2", "view": "h2", "title": _("Main heading"), "class": "ck-heading_heading2"},
                {"model": "heading3", "view": "h3", "title": _("Subheading"), "class": "ck-heading_heading3"},
                {"model": "heading4", "view": "h4", "title": _("Minor heading"), "class": "ck-heading_heading4"},
            ]
        },
        # Classes, because the policy of the page forbids inline styles.
        "alignment": {
            "options": [
                {"name": start, "className": "ta-start"},
                {"name": "center", "className": "ta-center"},
                {"name": end, "className": "ta-end"},
            ]
        },
        "link": {"defaultProtocol": "https://", "allowedProtocols": ["https", "http", "mailto", "tel"]},
        "list": {"properties": {"styles": False, "startIndex": True, "reversed": False}},
        "image": {
            "insert": {"type": "block", "integrations": ["upload"]},
            "toolbar": ["imageTextAlternative", "toggleImageCaption"],
            "upload": {"types": ["png", "jpeg", "webp", "gif"]},
        },
        "table": {"contentToolbar": ["tableColumn", "tableRow", "mergeTableCells", "toggleTableCaption"]},
        "htmlSupport": {
            "allow": [
                {"name": BLOCKS, "attributes": DIRECTION | ANCHOR},
                {"name": "/^(ul|ol)$/", "attributes": DIRECTION},
                {"name": "a", "attributes": {"id": ANCHOR["id"], "hreflang": True}},
                {"name": "span", "attributes": DIRECTION},
                {"name": "bdi", "attributes": DIRECTION},
                {"name": "bdo", "attributes": DIRECTION},
                {"name": "abbr", "attributes": {"title": True}},
                {"name": "time", "attributes": {"datetime": True}},
                {"name": "/^(q|cite|mark|small)$/"},
                {"name": "th", "attributes": {"scope": "/^(row|col|rowgroup|colgroup)$/"}},
            ]
        },
        "shaf": {
            "other": {"ar": {"dir": "ltr", "lang": "en"}, "en": {"dir": "rtl", "lang": "ar"}}[language],
            "labels": {
                "otherDirection": _("Left-to-right paragraph") if language == "ar" else _("Right-to-left paragraph"),
                "otherLanguage": _("Words in English") if language == "ar" else _("Words in Arabic"),
                "arabic": pgettext_lazy("characters", "Arabic"),
                "footnote": _("Footnote"),
                "footnotes": pgettext_lazy("at the end of a text", "Footnotes"),
                "footnoteNumber": _("Footnote %(n)s"),
                "footnoteBack": _("Back to where the footnote belongs"),
                "footnoteKeys": _("Insert a footnote; from a footnote to its place in the text and back"),
                "footnoteRemoved": _("The footnote went with its reference. Undo brings both back."),
                "close": _("Close"),
                "leftOutOfPaste": _("Left out of what you pasted:"),
                "leftOutOfSave": _("When this is saved, the following will not be stored:"),
                "listSeparator": pgettext_lazy("between two of a list", ", "),
                "after": _("after “%(words)s”"),
                "atBeginning": _("at the beginning"),
                "quoted": _("“%(words)s” %(place)s"),
                "leftOut": LEFT_OUT,
            },
        },
    }


CKEDITOR_5_CONFIGS = {
    # Arabic has no italics: it stresses with weight. What is pasted in italics stays, but the button is English.
    "ar": _config("ar", "right", "left", ["bold", "underline", "superscript", "subscript"]),
    "en": _config("en", "left", "right", ["bold", "italic", "underline", "superscript", "subscript"]),
}
