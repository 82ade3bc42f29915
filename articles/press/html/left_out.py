"""What a text loses on its way into the normal form, each with its place, so that a person can be told.

The reading here only reports: it knows a tag as nesting.TAG does, and what it calls kept is looked up in what was kept.
The wall is sanitise.py. One pass, linear in the text.
"""

import html as entities
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.press.html import reading as readings
from articles.press.html.footnotes import LABEL
from articles.press.html.nesting import RAW_TEXT, TAG
from articles.press.html.sanitise import PICTURE, canonical
from articles.press.html.tree import names, parse
from shaf.product.limits import BODY_DEPTH
from shaf.text import arabic
from shaf.text.web_address import straightened

# Element → the kind of what it is, where it goes with all that is in it.
GONE = (
    dict.fromkeys(names("iframe object embed video audio canvas svg"), "embedded")
    | dict.fromkeys(names("title template noscript noframes noembed xmp plaintext"), "other")
    | dict.fromkeys(names("select textarea"), "forms")
    | {"math": "formulas", "script": "scripts", "style": "sheet"}
)
# And where only the element goes.
STRIPPED = {"applet": "embedded", "frame": "embedded", "input": "forms"}
EMPTY = names("embed input frame")
BLOCKS = readings.BLOCKS | names(
    "div h1 h5 h6 pre dl dt dd caption tfoot article aside main header footer nav address center details summary "
    "fieldset legend form hgroup menu dir search body html head"
)
ATTRIBUTE = re.compile(r"([^\s\"'>/=]++)(?:\s*+=\s*+(\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?")
LOOKS = re.compile(
    r"(?:^|[;\"'])\s*(?:color|background|background-color|font|font-family|font-size)\s*:", re.IGNORECASE
)
WORD = re.compile(r"[^\W_]+")
PLACE_WORDS, PLACE_LENGTH = 5, 300
LONGEST = 120


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`kind`: pictures, unfinished (pictures without an address), links, embedded, formulas, scripts, forms, tables,
    lists, looks, words or other; of a file also hidden, deleted, charts, drawings, linked, frame, contents, outside
    or numbers.

    `after`: the last words before its place, '' at the beginning. `what`: its own words, `address`: where it led or
    came from; '' where it had none.
    """

    kind: str
    after: str = ""
    what: str = ""
    address: str = ""


def canonical_and_left_out(html: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The HTML in normal form, and what of it is not in there. Raises TooLarge."""
    kept = canonical(html)
    return kept, () if kept == html else tuple(_Reader(kept).read(html))


class _Reader:
    """One reading of raw HTML against the `kept` form of it."""

    def __init__(self, kept: str) -> None:
        nodes = list(parse(kept, max_depth=BODY_DEPTH).walk())
        self.kept_text = readings.plain_text(kept)
        self.addresses = {node.attributes["href"] for node in nodes if "href" in node.attributes}
        self.pictures = Counter(node.attributes.get("src") for node in nodes if node.name == "img")
        self.found: list[LeftOut] = []
        self.text: list[str] = []
        self.recent = ""
        # The element whose content is passed over, and how many of its name are open.
        self.inside, self.depth = "", 0
        # What was found of the link that is open: its place in `found`, -1 where it stays, and its text so far.
        self.link: list[str] | None = None
        self.lost_link = -1
        self.link_around = ""
        self.is_label = False
        self.notes = self.lists = self.captions = 0
        self.looks = False

    def read(self, html: str) -> Iterator[LeftOut]:
        position = 0
        while tag := TAG.search(html, position):
            self._say(html[position : tag.start()])
            position = tag.end() + html.startswith(">", tag.end()) * bool(tag["name"])
            name = (tag["name"] or "").lower()
            if not name:
                position = tag.end() + html.startswith(">", tag.end()) * (not tag[0].startswith("<!--"))
            elif tag["end"]:
                self._end(name)
            elif self.inside:
                self._start_inside(name, tag[0])
            elif name in RAW_TEXT:
                end = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(html, position)
                stop = end.start() if end else len(html)
                self._gone(name, tag[0], html[position:stop])
                position = stop
            else:
                self._start(name, tag[0])
        self._say(html[position:])
        self._close_link()
        if self.looks:
            self.found.append(LeftOut("looks"))
        yield from (one for one in self.found if one.kind)
        yield from lost_words("".join(self.text), self.kept_text)

    # What stands in the text

    def _say(self, raw: str) -> None:
        if self.inside or not raw:
            return
        text = entities.unescape(raw)
        if self.link is not None:
            self.link.append(text)
            if self.is_label:
                return
        self.text.append(text)
        self.recent = (self.recent + text)[-PLACE_LENGTH:]

    def _edge(self) -> None:
        self.text.append("\n")
        if not self.recent.endswith("\n"):
            self.recent += "\n"

    def _after(self) -> str:
        return last_words(self.recent)

    # Elements

    def _start(self, name: str, tag: str) -> None:
        if name in BLOCKS:
            self._edge()
        if name in GONE:
            self._gone(name, tag, None)
            return
        attributes = _attributes(tag)
        if LOOKS.search(attributes.get("style", "")) or name == "font" or "bgcolor" in attributes:
            self.looks = True
        if name in STRIPPED:
            if attributes.get("type", "").lower() != "hidden":
                what = attributes.get("value") or attributes.get("placeholder", "")
                self._find(STRIPPED[name], what, attributes.get("src", ""))
        elif name == "img" or name == "image":
            self._picture(attributes)
        elif name == "a":
            self._link(attributes)
        elif name == "section":
            self.notes += bool(self.notes or "footnotes" in attributes.get("class", "").split())
        elif name in {"ul", "ol"} and self.notes:
            self.lists += 1
            if self.lists > 1:
                self._find("lists")
        elif name in {"figcaption", "caption"}:
            self.captions += 1
        elif name == "table" and (self.notes or self.captions):
            self._find("tables")

    def _end(self, name: str) -> None:
        if self.inside:
            self.depth -= name == self.inside
            self.inside = self.inside if self.depth else ""
            return
        if name in BLOCKS:
            self._edge()
        if name == "a":
            self._close_link()
        elif name == "section":
            self.notes -= bool(self.notes)
            self.lists = self.lists if self.notes else 0
        elif name in {"ul", "ol"}:
            self.lists -= bool(self.lists)
        elif name in {"figcaption", "caption"}:
            self.captions -= bool(self.captions)

    def _start_inside(self, name: str, tag: str) -> None:
        """Of what is passed over, only where it ends, and the address of a video that names its source inside."""
        self.depth += name == self.inside and not tag.endswith("/")
        last = self.found[-1] if self.found else None
        if name == "source" and last and not last.address:
            self.found[-1] = replace(last, address=_shown(_attributes(tag).get("src", "")))

    def _gone(self, name: str, tag: str, inner: str | None) -> None:
        """`inner`: its text, where that is no markup; None where elements may stand in it."""
        kind = GONE.get(name, "other")
        attributes = _attributes(tag)
        address = attributes.get("src") or attributes.get("data") or ""
        if kind == "sheet":
            self.looks = self.looks or bool((inner or "").strip())
        elif kind == "other":
            if inner is None or inner.strip():
                self._find(kind, entities.unescape(re.sub("<[^>]*>", " ", inner or "")))
        else:
            self._find(kind, entities.unescape(inner or "") if kind == "forms" else "", address)
        if inner is None and name not in EMPTY and not tag.endswith("/"):
            self.inside, self.depth = name, 1

    def _picture(self, attributes: dict[str, str]) -> None:
        source = attributes.get("src", "")
        if PICTURE.fullmatch(source) and self.pictures[source] > 0:
            self.pictures[source] -= 1
            return
        address = "" if source.lower().startswith("data:") else source
        self._find("pictures" if source else "unfinished", attributes.get("alt", ""), address)
        self.link_around = self.link_around or attributes.get("alt") or "…"

    def _link(self, attributes: dict[str, str]) -> None:
        self._close_link()
        self.link, self.link_around = [], ""
        marks = {attributes.get("class"), attributes.get("role")}
        self.is_label = bool(marks & {"footnote-ref", "footnote-back", "doc-noteref", "doc-backlink"})
        address = attributes.get("href", "").strip()
        self.lost_link = -1
        if address and not address.startswith("#") and not self.is_label:
            straight = straightened(address)
            if straight is None or straight not in self.addresses:
                self.lost_link = len(self.found)
                self._find("links", address=address)

    def _close_link(self) -> None:
        if self.link is None:
            return
        words, self.link = "".join(self.link), None
        if self.is_label and not LABEL.fullmatch(words):
            self.text.append(words)
        self.is_label = False
        if self.lost_link >= 0:
            lost = self.found[self.lost_link]
            # A link around nothing was nothing that anybody saw.
            shown = _shown(words) or self.link_around
            self.found[self.lost_link] = replace(lost, what=shown) if shown else LeftOut("")
            self.lost_link = -1

    def _find(self, kind: str, what: str = "", address: str = "") -> None:
        self.found.append(LeftOut(kind, self._after(), _shown(what), _shown(address)))


def lost_words(given: str, kept: str) -> Iterator[LeftOut]:
    """What was to be read in `given` and is not in `kept`: the last net, under all that has a name of its own."""
    given = arabic.normalised("NFD", given)
    kept = arabic.normalised("NFD", kept)
    missing = Counter(filter(str.isalnum, given)) - Counter(filter(str.isalnum, kept))
    if not missing:
        return
    lost = Counter(WORD.findall(given)) - Counter(WORD.findall(kept))
    places = [word for word in WORD.finditer(given) if lost[word[0]] > 0]
    if not places:
        yield LeftOut("words")
        return
    first = places[0].start()
    what = " ".join(word[0] for word in places[:PLACE_WORDS])
    yield LeftOut("words", last_words(given[max(0, first - PLACE_LENGTH) : first]), _shown(what))


def last_words(text: str) -> str:
    """The last words of the last line that has any, in NFC; '' where there are none."""
    line = text.rstrip().rpartition("\n")[2] or ""
    words = arabic.composed(line).split()
    return " ".join(words[-PLACE_WORDS:])[-LONGEST:]


def _shown(text: str, length: int = LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag; of two of one name the first counts, as in browsers."""
    found: dict[str, str] = {}
    for name, value in ATTRIBUTE.findall(tag):
        quoted = value.startswith(('"', "'"))
        found.setdefault(name.lower(), entities.unescape(value.strip(value[0]) if quoted else value))
    return found
