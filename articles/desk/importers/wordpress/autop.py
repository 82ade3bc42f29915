"""Paragraphs of the classic editor, which stores a blank line for each and a line end for a break.

As WordPress reads them when it prints (developer.wordpress.org/reference/functions/wpautop).
"""

import re

CONTAINERS = "div|section|article|blockquote|center|aside|details|header|footer|main"
BLOCKS = (
    f"{CONTAINERS}|table|thead|tbody|tfoot|caption|colgroup|col|tr|td|th|dl|dt|dd|ul|ol|li|pre|form|map|area|address|p"
    "|h[1-6]|hr|fieldset|legend|nav|figure|figcaption|summary|iframe|object|video|audio|script|style"
)
LINES = re.compile(r"\r\n?")
KEPT = re.compile(r"<(pre|script|style|textarea)\b(?:(?!<\1\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL)
OPENING = re.compile(rf"<(?:{BLOCKS})\b[^<>]*>", re.IGNORECASE)
CLOSING = re.compile(rf"</(?:{BLOCKS})\s*>|<hr\b[^<>]*>", re.IGNORECASE)
CONTAINER = re.compile(rf"(<(?:{CONTAINERS})\b[^<>]*>|</(?:{CONTAINERS})\s*>)", re.IGNORECASE)
BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
BEGINS = re.compile(rf"</?(?:{BLOCKS})\b", re.IGNORECASE)
EMPTY = re.compile(r"(?:&nbsp;|\s|<br\s*/?>)*", re.IGNORECASE)
BREAK = re.compile(r"(?:<br\s*/?>)?[^\S\n]*\n[^\S\n]*")
MARK = "\ue000"


def paragraphs(text: str) -> str:
    """The text as HTML: what stands between blank lines is a paragraph, unless it is a block already."""
    kept: list[str] = []

    def put_away(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\n\n{MARK}{len(kept) - 1}{MARK}\n\n"

    text = KEPT.sub(put_away, LINES.sub("\n", text.replace(MARK, "")))
    text = OPENING.sub(lambda tag: f"\n\n{tag[0]}", text)
    text = CLOSING.sub(lambda tag: f"{tag[0]}\n\n", text)
    text = CONTAINER.sub(lambda tag: f"\n\n{tag[0]}\n\n", text)
    html = "\n".join(_paragraph(part.strip()) for part in BLANK.split(text.strip()))
    return re.sub(f"{MARK}([0-9]+){MARK}", lambda found: kept[int(found[1])], html)


def _paragraph(part: str) -> str:
    if EMPTY.fullmatch(part):
        return ""
    if BEGINS.match(part) or part.startswith(MARK):
        return part
    return f"<p>{BREAK.sub('<br>', part)}</p>"
