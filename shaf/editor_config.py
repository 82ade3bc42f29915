"""How CKEditor is set up for each language of the body.

What the toolbar offers is what the allow-list (articles/press/sanitise.py) keeps; tests/browser/ compares the two.
The bundle reads "/…/" strings as regular expressions and "callback:name" as a function of the page, so nothing that a
user typed may ever come in here.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

BLOCKS = "/^(p|h2|h3|h4|li|blockquote|figure|figcaption|table|td|th|section)$/"
DIRECTION = {"dir": "/^(rtl|ltr|auto)$/", "lang": "/^[A-Za-z0-9-]+$/"}
ANCHOR = {"id": "/^(fn|fnref|h)-/", "role": "/^doc-[a-z]+$/"}

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


def _config(language: str, start: str, end: str, inline: list[str]) -> dict[str, Any]:
    """The set-up for one language; `start` and `end` are the sides where its lines begin and end."""
    return {
        # The desk is Arabic whatever the text is.
        "language": {"ui": "ar", "content": language},
        "extraPlugins": ["callback:ShafCleanInput", "callback:ShafWriting"],
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
        "link": {"defaultProtocol": "https://", "allowedProtocols": ["https", "http", "mailto"]},
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
                {"name": "section", "classes": ["footnotes"]},
                {"name": "a", "attributes": ANCHOR | {"hreflang": True}, "classes": ["footnote-ref", "footnote-back"]},
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
                "picturesLeftOut": _("Pictures from another website were left out. Save them and upload them here."),
            },
        },
    }


CKEDITOR_5_CONFIGS = {
    # Arabic has no italics: it stresses with weight. What is pasted in italics stays, but the button is English.
    "ar": _config("ar", "right", "left", ["bold", "underline", "superscript", "subscript"]),
    "en": _config("en", "left", "right", ["bold", "italic", "underline", "superscript", "subscript"]),
}
