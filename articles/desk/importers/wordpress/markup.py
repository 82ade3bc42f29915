"""The text of a post, as either editor of WordPress stores it → HTML, with notes in our form and pictures by name."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from articles.desk.importers import web_notes
from articles.desk.importers.document import FilePicture
from articles.desk.importers.wordpress import autop, shortcodes
from articles.desk.importers.wordpress.shortcodes import Shortcode
from articles.desk.importers.wordpress.uploads import Uploads, is_upload

BLOCK = re.compile(r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_/-]*)\s+(?P<attributes>\{[^<>]*\}\s+)?(?P<alone>/)?-->")
COMMENT = re.compile(r"<!--(?!\s+/?wp:)(?:(?!<!--|-->).)*-->", re.DOTALL)
MORE = re.compile(r"<!--\s*(?:more\b[^<>]*|noteaser\s*|nextpage\s*)-->", re.IGNORECASE)
NOTE_OF_BLOCK = re.compile(r"<sup\b[^<>]*\bdata-fn=\"([^\"<>]+)\"[^<>]*>(?:(?!<sup\b).)*?</sup>", re.DOTALL)
ADDRESS_ALONE = re.compile(r"(?m)^[^\S\n]*(?:<p>)?[^\S\n]*(https?://[^\s<>\"]+)[^\S\n]*(?:</p>)?[^\S\n]*$")
IMAGE_NUMBER = re.compile(r"\bwp-image-([0-9]{1,15})\b")
ATTACHMENT = re.compile(r"attachment_([0-9]{1,15})")
YOUTUBE = re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})")
# What footnote plugins of WordPress call a note, and the place where their list goes.
NOTES = {"footnote", "footnotes_note", "ref", "efn_note", "efn", "mfn", "modern_footnote", "fn", "note", "bibref"}
LISTS = {"footnotes", "references", "efn_reference", "footnotes_list", "notes", "display-footnotes"}
CAPTIONS = {"caption", "wp_caption"}
MEDIA = {"audio", "video", "embed", "youtube", "vimeo", "soundcloud", "playlist", "tweet", "pdf-embedder", "embeddoc"}
# Blocks that hold no text of their own: what they show is made when a page is.
DRAWN = re.compile(
    r"^(?:core/)?(?:latest|archives|calendar|categories|tag-cloud|search|rss|navigation|query|post-|site-)"
)
# Deeper than this a reusable block holds itself.
DEEPEST = 4
MOST_NOTES = 2_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """`file`: its address; `parent`: the number of the post that it was uploaded for."""

    number: int
    file: str
    alt: str = ""
    caption: str = ""
    title: str = ""
    parent: int = 0
    link: str = ""
    slug: str = ""


@dataclass(slots=True)
class Converted:
    """`unread`: shortcodes and blocks as they were typed; `missing`: addresses of pictures that are not there;
    `inside`: of links into the former site; `embedded`: what is a link now; `used`: the attachments or addresses of
    the pictures, by the name that each has in the text.
    """

    html: str = ""
    pictures: dict[str, FilePicture] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    used: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Archive:
    """What a text refers to: attachments by number and by post, reusable blocks, the pictures, the former address."""

    attachments: Mapping[int, Attachment] = field(default_factory=dict)
    galleries: Mapping[int, Sequence[int]] = field(default_factory=dict)
    blocks: Mapping[int, str] = field(default_factory=dict)
    uploads: Uploads = field(default_factory=Uploads)
    home: str = ""


def converted(text: str, archive: Archive, *, post: int = 0, notes: str = "") -> Converted:
    """`notes`: the footnotes of the block editor as it stores them beside the text, in JSON."""
    return _Conversion(archive, post, notes).converted(text)


class _Conversion:
    def __init__(self, archive: Archive, post: int, notes: str) -> None:
        self.archive, self.post = archive, post
        self.out = Converted()
        self.notes: list[str] = []
        self.kept = _kept_notes(notes)

    def converted(self, text: str) -> Converted:
        text = MORE.sub("\n\n", text)
        if BLOCK.search(text):
            text = self._blocks(text, 0)
            text = shortcodes.replaced(text, self._shortcode)
        else:
            text = ADDRESS_ALONE.sub(lambda found: f"\n\n{self._link(found[1])}\n\n", text)
            text = autop.paragraphs(shortcodes.replaced(text, self._shortcode))
        text = COMMENT.sub("", text)
        if self.notes:
            items = "".join(f'<li id="fn-{place}">{note}</li>' for place, note in enumerate(self.notes, 1))
            text += f'<section class="footnotes" role="doc-endnotes"><ol>{items}</ol></section>'
        self.out.html = self._elements(web_notes.ours(text))
        return self.out

    # Blocks

    def _blocks(self, text: str, depth: int) -> str:
        def mark(found: re.Match[str]) -> str:
            name = found["name"].removeprefix("core/")
            if found["end"]:
                return ""
            if name == "block":
                return self._reusable(found, depth)
            if name == "footnotes":
                return ""
            if found["alone"] and (DRAWN.match(name) or "/" in name):
                self.out.unread.append(f"wp:{name}")
            return ""

        text = NOTE_OF_BLOCK.sub(lambda found: self._note(self.kept.get(unescape(found[1]), "")), text)
        return BLOCK.sub(mark, text)

    def _reusable(self, found: re.Match[str], depth: int) -> str:
        number = _json(found["attributes"]).get("ref")
        held = self.archive.blocks.get(number) if isinstance(number, int) else None
        if held is None or depth >= DEEPEST:
            self.out.unread.append(f"wp:block {number}")
            return ""
        return self._blocks(held, depth + 1)

    def _note(self, note: str) -> str:
        if len(self.notes) >= MOST_NOTES:
            return f" ({note})"
        self.notes.append(note)
        number = len(self.notes)
        return f'<a class="footnote-ref" href="#fn-{number}">{number}</a>'

    # Shortcodes

    def _shortcode(self, code: Shortcode) -> str | None:
        inner = code.inner
        if code.name in NOTES and inner is not None:
            return self._note(inner.strip())
        if code.name in LISTS:
            return inner or ""
        if code.name in CAPTIONS and inner is not None:
            return self._caption(code, inner)
        if code.name == "gallery":
            return self._gallery(code)
        if code.name in MEDIA:
            return self._media(code)
        if inner is None and not code.attributes and not re.search("[_-]", code.name):
            # «[sic]», «[note]»: as likely a word in brackets.
            return None
        self.out.unread.append(code.typed)
        return inner or ""

    def _caption(self, code: Shortcode, inner: str) -> str:
        image = re.search(r"<img\b[^>]*>", inner, re.IGNORECASE)
        if image is None:
            return inner
        caption = code.attributes.get("caption", "") or re.sub(
            r"^(?:\s*</a>)?", "", inner[image.end() :], flags=re.IGNORECASE
        )
        number = ATTACHMENT.fullmatch(code.attributes.get("id", ""))
        tag = image[0] if not number or IMAGE_NUMBER.search(image[0]) else _numbered(image[0], number[1])
        return f'\n\n<figure class="image">{tag}{_figcaption(caption)}</figure>\n\n'

    def _gallery(self, code: Shortcode) -> str:
        typed = code.attributes.get("ids") or code.attributes.get("include") or ""
        numbers = [int(one) for one in re.findall("[0-9]{1,15}", typed)] or self.archive.galleries.get(self.post, ())
        found = [self.archive.attachments[number] for number in numbers if number in self.archive.attachments]
        if not found:
            self.out.unread.append(code.typed)
        figures = [
            f'<figure class="image"><img class="wp-image-{one.number}" src="{escape(one.file)}">'
            f"{_figcaption(one.caption)}</figure>"
            for one in found
        ]
        return "".join(f"\n\n{figure}\n\n" for figure in figures)

    def _media(self, code: Shortcode) -> str:
        values = [code.inner or "", *code.attributes.values(), code.typed.strip("[]").partition(" ")[2]]
        address = next((found[0] for value in values if (found := re.search(r"https?://[^\s\"'<>\]]+", value))), "")
        if not address:
            self.out.unread.append(code.typed)
            return code.inner or ""
        return f"\n\n{self._link(unescape(address), code.attributes.get('title', ''))}\n\n"

    def _link(self, address: str, title: str = "") -> str:
        video = YOUTUBE.match(address)
        address = f"https://www.youtube.com/watch?v={video[1]}" if video else address
        self.out.embedded.append(address)
        return f'<p><a href="{escape(address)}">{escape(" ".join(title.split()) or address)}</a></p>'

    # Elements

    def _elements(self, text: str) -> str:
        if "<" not in text:
            return text
        try:
            root = html.fragment_fromstring(text, create_parent="div")
        except (etree.ParserError, ValueError):
            return text
        for element in list(root.iter("iframe", "embed", "object", "video", "audio")):
            self._embedded(element)
        for element in list(root.iter("div")):
            if "wp-block-embed__wrapper" in (element.get("class") or ""):
                self._embed_block(element)
        for image in list(root.iter("img")):
            self._image(image)
        for link in root.iter("a"):
            self._inside(link)
        return _inner(root)

    def _embedded(self, element: html.HtmlElement) -> None:
        sources = [element.get("src"), element.get("data"), *(one.get("src") for one in element.iter("source"))]
        address = self._absolute(next((one for one in sources if one), ""))
        if element.getparent() is None or urlsplit(address).scheme not in ("http", "https"):
            return
        _replace(element, self._link(address, element.get("title") or ""))

    def _embed_block(self, element: html.HtmlElement) -> None:
        address = (element.text_content() or "").strip()
        if not re.fullmatch(r"https?://\S+", address):
            return
        figure = next((one for one in element.iterancestors("figure")), element)
        caption = next((one.text_content() for one in figure.iter("figcaption")), "")
        _replace(figure, self._link(address, caption))

    def _image(self, image: html.HtmlElement) -> None:
        source = self._absolute(image.get("data-src") or image.get("src") or "")
        number = IMAGE_NUMBER.search(image.get("class") or "")
        attachment = self.archive.attachments.get(int(number[1])) if number else None
        alt = " ".join((image.get("alt") or "").split()) or described(attachment, caption=_caption_of(image))
        picture = self._picture([attachment.file if attachment else "", source], alt)
        parent = image.getparent()
        if picture is None:
            if not source.startswith("data:,"):
                self.out.missing.append(source or (attachment.file if attachment else ""))
            image.drop_tree()
        else:
            for name in list(image.attrib):
                del image.attrib[name]
            image.set("src", f"/media/{picture.name}")
            image.set("alt", picture.alt)
            self.out.used.setdefault(picture.name, []).extend(
                one for one in (attachment.file if attachment else "", source) if one
            )
        # A picture that led to its own file leads nowhere.
        if parent is not None and parent.tag == "a" and is_upload(self._absolute(parent.get("href") or "")):
            parent.drop_tag()

    def _picture(self, addresses: list[str], alt: str) -> FilePicture | None:
        for address in addresses:
            if picture := self.archive.uploads.picture(address, alt):
                return self.out.pictures.setdefault(picture.name, picture)
        return None

    def _inside(self, link: html.HtmlElement) -> None:
        typed = link.get("href") or ""
        if not typed or typed.startswith("#"):
            return
        address = self._absolute(typed)
        if address != typed:
            link.set("href", address)
        if is_of(address, self.archive.home):
            self.out.inside.append(address)

    def _absolute(self, address: str) -> str:
        try:
            return urljoin(f"{self.archive.home.rstrip('/')}/", address.strip()) if address.strip() else ""
        except ValueError:
            return address


def is_of(address: str, home: str) -> bool:
    """Whether an address is one of the former site, with or without www."""
    hosts = [_host(one).removeprefix("www.") for one in (address, home)]
    return bool(hosts[0]) and hosts[0] == hosts[1]


def described(attachment: Attachment | None, *, caption: str = "") -> str:
    """What stands for an alternative text that nobody wrote: the caption, or a title that is no file's name."""
    if attachment is None:
        return caption
    title = attachment.title if " " in attachment.title.strip() else ""
    return attachment.alt or caption or attachment.caption or title


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _caption_of(image: html.HtmlElement) -> str:
    figure = next(image.iterancestors("figure"), None)
    caption = figure.find(".//figcaption") if figure is not None else None
    return " ".join((caption.text_content() or "").split())[:300] if caption is not None else ""


def _numbered(tag: str, number: str) -> str:
    return re.sub(r"^<img\b", f'<img class="wp-image-{number}"', tag, count=1, flags=re.IGNORECASE)


def _figcaption(caption: str) -> str:
    caption = " ".join(caption.split())
    return f"<figcaption>{caption}</figcaption>" if caption else ""


def _kept_notes(notes: str) -> dict[str, str]:
    try:
        found = json.loads(notes) if notes else []
    except (ValueError, RecursionError):
        return {}
    rows: Iterator[dict[str, object]] = (
        (one for one in found if isinstance(one, dict)) if isinstance(found, list) else iter(())
    )
    return {str(one.get("id", "")): str(one.get("content", "")) for one in rows}


def _json(text: str | None) -> dict[str, object]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _replace(element: html.HtmlElement, markup: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    new = html.fragment_fromstring(markup)
    new.tail = element.tail
    parent.replace(element, new)


def _inner(root: html.HtmlElement) -> str:
    pieces = [escape(root.text or "", quote=False)]
    serialise: Callable[[html.HtmlElement], str] = lambda one: html.tostring(one, encoding="unicode")  # noqa: E731
    pieces += [serialise(child) for child in root]
    return "".join(pieces)
