"""HTML of any origin → Document: title and branch at its head, attributions at its end, typed lists and headings in
between. What a format says by marks it says already; here is read what its writer only typed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from articles.desk.article.said import gettext as _
from articles.desk.importers import attribution, body
from articles.desk.importers.blocks import Heading, Markup
from articles.desk.importers.body import Line
from articles.desk.importers.document import Attribution, Document, FilePicture, FileRemark
from articles.desk.importers.plain_text import ARABIC_LETTER, BRANCH, LATIN_LETTER, language_of
from articles.desk.importers.problem import Unimportable
from articles.desk.importers.to_html import to_html
from articles.press.html import reading
from articles.press.html.left_out import LeftOut, canonical_and_left_out, lost_words
from articles.press.html.sanitise import TooLarge, canonical
from articles.press.html.tree import Node, parse, serialise
from shaf.product.limits import BODY_DEPTH, STANDFIRST, TITLE
from shaf.text import arabic

HEADING_TAG = re.compile(r"(</?h)([1-6])(?=[\s/>])", re.IGNORECASE)
# What stands before the first thing that is read, and is not read itself.
UNREAD = re.compile(r"<(title|style|script)\b[^<]*</\1>|<[^>]*>", re.IGNORECASE)
HEAD_LENGTH = 4_000
HEADINGS = ("h2", "h3", "h4")
TEXTS = {"p", *HEADINGS}
# No line of an attribution: what stands for a block that has no lines of its own.
OBJECT = "\ufffc"
# A line of the other script in a report of this one has its own direction.
FOREIGN = 0.9


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader of a format hands on. `seen`: all that is to be read in the file, '' where the HTML is all of it.

    `name` is the file's own, without its suffix: a text without a title gets it.
    """

    html: str
    name: str
    title: str = ""
    subtitle: str = ""
    seen: str = ""
    pictures: Iterable[FilePicture] = ()
    remarks: Iterable[FileRemark] = ()
    lost: Iterable[LeftOut] = ()


def document(text: Text) -> Document:
    """Raises Unimportable for what holds no text, or too much of it."""
    try:
        kept, lost = canonical_and_left_out(releveled(text.html, titled=bool(text.title)))
    except (TooLarge, RecursionError) as error:
        raise Unimportable(
            "too_large", _("The text is too large, or nested too deeply."), _("Split the file.")
        ) from error
    found = [*text.lost, *lost]
    if text.seen:
        found += lost_words(text.seen, " ".join((text.title, text.subtitle, reading.plain_text(kept))))
    return _Reading(text, kept).document(tuple(found))


def releveled(html: str, *, titled: bool) -> str:
    """The levels that headings have, counted from h2; a first heading that is alone on its level is the title, where
    there is no other."""
    levels = [int(level) for mark, level in HEADING_TAG.findall(html) if "/" not in mark]
    if not levels:
        return html
    first = HEADING_TAG.search(html)
    before = html[: first.start()] if first else ""
    leads = len(before) <= HEAD_LENGTH and not UNREAD.sub("", before).strip()
    alone = not titled and leads and levels[0] < min(levels[1:], default=7)
    inner = sorted(set(levels[1:] if alone else levels))
    new = {level: min(2 + inner.index(level), 4) if level in inner else 2 for level in levels}
    return HEADING_TAG.sub(lambda tag: f"{tag[1]}{new.get(int(tag[2]), 4)}", html)


class _Reading:
    def __init__(self, text: Text, kept: str) -> None:
        self.text = text
        root = parse(kept, max_depth=BODY_DEPTH)
        self.notes = [node for node in root.nodes() if node.attributes.get("class") == "footnotes"]
        self.nodes = [part for node in root.nodes() if node not in self.notes for part in _parts(node)]
        self.language = language_of(reading.plain_text(kept) or text.title)
        self.problem: Unimportable | None = None
        self.misnumbered: list[str] = []

    def document(self, lost: tuple[LeftOut, ...]) -> Document:
        attributions, recents = self._ending()
        title, branch = self._beginning()
        standfirst = self.text.subtitle if len(self.text.subtitle) <= STANDFIRST else ""
        if self.text.subtitle and not standfirst:
            self.nodes.insert(0, Node("p", {}, [self.text.subtitle]))
        self._misplaced()
        html = self._as_plain_text()
        if html is None:
            self._headings()
            self._typed_lists()
            self._directions()
            html = serialise(Node("", {}, [*self.nodes, *self.notes]))
        html = canonical(html)
        if not html:
            raise Unimportable(
                "body.missing",
                _("There is no text in the file but its title and attribution.")
                if self.problem is None or self.problem.code != "title.missing"
                else _("There is no text in the file."),
                _("Bring a file with the report's text in it."),
            )
        shown = set(reading.pictures(html))
        return Document(
            title=title,
            branch=branch,
            branch_line=None,
            blocks=(Markup(html),),
            attributions=tuple(block for block in attributions if not block.is_empty),
            recents=recents,
            language=self.language,
            misnumbered=(),
            stray=tuple(block for block in attributions if block.is_empty and block.url),
            unfilled=tuple(part for block in attributions for part in block.unfilled()),
            standfirst=standfirst,
            pictures=tuple({p.name: p for p in reversed([*self.text.pictures]) if p.name in shown}.values())[::-1],
            remarks=tuple(self._remarks(html)),
            lost=lost + tuple(LeftOut("numbers", "", words) for words in self.misnumbered),
            problem=self.problem,
            lenient=True,
        )

    # Head and end

    def _beginning(self) -> tuple[str, str]:
        """Title and branch, in whichever order; pictures before them stay."""
        title, branch = " ".join(self.text.title.split()), ""
        place = 0
        while place < min(len(self.nodes), 4) and not (title and branch):
            node = self.nodes[place]
            if node.name not in TEXTS:
                if node.name not in {"figure", "hr"}:
                    break
                place += 1
                continue
            words = " ".join(reading.text_of(node).split())
            named = BRANCH.fullmatch(words)
            if named and not branch:
                branch = next(group for group in named.groups() if group)
            elif not title and arabic.fold(words) and len(words) <= TITLE:
                title = words
            else:
                break
            kept = _without_words(node)
            self.nodes[place : place + 1] = kept
            place += len(kept)
        if not title:
            title = " ".join(self.text.name.split())[:TITLE]
            self.problem = self.problem or Unimportable(
                "title.missing",
                _("The file has no line that could be its title, so its own name stands in its place."),
                _("Begin it with the report's title, on a line of its own of at most 300 characters."),
            )
        if len(title) > TITLE:
            self.nodes.insert(0, Node("p", {}, [title]))
            title = title[:TITLE].rpartition(" ")[0] or title[:TITLE]
            self.problem = self.problem or Unimportable(
                "title.long",
                _("The title of the file is too long; it was cut, and stands whole at the head of the text."),
                _("Shorten it to at most 300 characters."),
            )
        return title, branch

    def _ending(self) -> tuple[list[Attribution], tuple[str, ...]]:
        """The attributions, and the recent articles, out of the text; where they cannot be read they stay."""
        lines = [
            Line(
                0, words if node.name in TEXTS and (words := _line(node)) else "-----" if node.name == "hr" else OBJECT
            )
            for node in self.nodes
        ]
        if lines and self.nodes[-1].name == "figure" and (rows := _rows(self.nodes[-1])):
            at = len(lines) - 1
            if all(attribution.labelled(row) for row in rows):
                # An attribution that was set as a table.
                self.nodes[at:] = [Node("p", {}, [row.text]) for row in rows]
                lines[at:] = rows
        try:
            start, end = attribution.ending(lines or [Line(0, OBJECT)])
            while start < end and attribution.labelled(lines[start]) is None:
                start += 1
            found = attribution.read(lines[start:end])
        except Unimportable as problem:
            self.problem = problem
            return [], ()
        recents = tuple(line.text for line in lines[end + 1 :] if line.text != OBJECT)
        objects = [
            node for node, line in zip(self.nodes[end + 1 :], lines[end + 1 :], strict=True) if line.text == OBJECT
        ]
        kept = [part for node in self.nodes[start:end] for part in _without_words(node)]
        while start and self.nodes[start - 1].name == "hr":
            start -= 1
        self.nodes[start:] = kept + objects
        return found, recents

    def _misplaced(self) -> None:
        """An attribution with text after it: it stays where it is, and is said."""
        lines = [Line(0, _line(node) if node.name in TEXTS else OBJECT) for node in self.nodes]
        try:
            attribution.none_within(lines)
        except Unimportable as problem:
            if self.problem is None or self.problem.code == "attribution.missing":
                self.problem = problem

    # What was typed in place of marks

    def _as_plain_text(self) -> str | None:
        """Where nothing is marked, as in a text that was copied from elsewhere, the grammar of plain text finds
        headings, lists and run-in heads; None where something is, or where most of it is short lines, each of which
        would be a heading.
        """
        if self.notes or any(node.name not in {"p", "hr"} or node.attributes or node.nodes() for node in self.nodes):
            return None
        lines = [Line(place, "-----" if n.name == "hr" else _line(n)) for place, n in enumerate(self.nodes)]
        blocks, misnumbered = body.parse(lines)
        long = sum(len(line.text.split()) > body.HEADING_WORDS for line in lines)
        if not long or sum(isinstance(block, Heading) for block in blocks) > long:
            return None
        self.misnumbered += [lines[place].text[:60] for place in misnumbered]
        return to_html(blocks)

    def _headings(self) -> None:
        """Where nothing is marked as a heading, a short line in bold without a mark at its end is one."""
        if any(node.name in HEADINGS for node in self.nodes):
            return
        for place, node in enumerate(self.nodes[:-1]):
            words = _line(node)
            bold = (
                node.name == "p" and len(node.nodes()) == len(node.children) == 1 and node.nodes()[0].name == "strong"
            )
            if (
                not bold
                or len(words.split()) > body.HEADING_WORDS
                or words.rstrip(body.CLOSING).endswith(body.TERMINAL)
            ):
                continue
            if self.nodes[place + 1].name != "hr":
                self.nodes[place] = Node("h2", node.attributes, node.nodes()[0].children)

    def _typed_lists(self) -> None:
        """Paragraphs that begin with a number or a bullet become lists; numbers go on where they went on."""
        out: list[Node] = []
        last = 0
        for node in self.nodes:
            words = _line(node) if node.name == "p" else ""
            number, bullet = body.NUMBER.fullmatch(words), body.BULLET.fullmatch(words)
            if node.name in HEADINGS:
                last = 0
            if number and not body.is_rule(words):
                typed = int(arabic.ascii_digits(number["number"]))
                if typed not in (1, last + 1):
                    self.misnumbered.append(words[:60])
                    out.append(node)
                    continue
                item = Node("li", {}, _cut(node, number.start("text")).children)
                before = out[-1] if out else None
                if before and before.name == "ol" and typed == last + 1:
                    before.children.append(item)
                else:
                    out.append(Node("ol", {"start": str(typed)} if typed > 1 else {}, [item]))
                last = typed
            elif bullet and not body.is_rule(words):
                item = Node("li", {}, _cut(node, bullet.start("text")).children)
                if out and out[-1].name == "ul":
                    out[-1].children.append(item)
                else:
                    out.append(Node("ul", {}, [item]))
            elif node.name == "p" and body.is_rule(words):
                out.append(Node("hr"))
            else:
                out.append(node)
        self.nodes = out

    def _directions(self) -> None:
        """A paragraph of the other script runs in its own direction."""
        other, letters, own = (
            ("ltr", LATIN_LETTER, ARABIC_LETTER) if self.language == "ar" else ("rtl", ARABIC_LETTER, LATIN_LETTER)
        )
        for node in self.nodes:
            words = _line(node) if node.name == "p" else ""
            foreign = len(letters.findall(words))
            if foreign > 2 and foreign >= FOREIGN * (foreign + len(own.findall(words))):
                node.attributes.setdefault("dir", other)

    def _remarks(self, html: str) -> Iterator[FileRemark]:
        """Each on the block that it was made on, as that block reads by now."""
        blocks = set(reading.plain_text(html).split("\n"))
        for remark in self.text.remarks:
            quote = arabic.composed(remark.quote)
            if quote and quote not in blocks:
                quote = next((block for block in blocks if block and quote.endswith(block)), "")
            yield replace(remark, quote=quote)


def _parts(node: Node) -> Iterator[Node]:
    """A paragraph whose lines name an attribution, as a paragraph a line."""
    if node.name != "p" or not any(child.name == "br" for child in node.nodes()):
        yield node
        return
    lines: list[list[Node | str]] = [[]]
    for child in node.children:
        if isinstance(child, Node) and child.name == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    parts = [Node("p", dict(node.attributes), line) for line in lines]
    if any(attribution.labelled(Line(0, _line(part))) for part in parts) or all(
        body.NUMBER.fullmatch(_line(part)) for part in parts
    ):
        yield from (part for part in parts if part.children)
    else:
        yield node


def _rows(figure: Node) -> list[Line]:
    """The rows of a table of two columns as lines `label: value`."""
    rows = [row for row in figure.walk() if row.name == "tr"]
    lines = []
    for row in rows:
        cells = [" ".join(reading.text_of(cell).split()) for cell in row.nodes()]
        if len(cells) != 2:
            return []
        lines.append(Line(0, f"{cells[0].rstrip(': ')}: {cells[1]}"))
    return lines


def _line(node: Node) -> str:
    """A block's words as the grammar reads a line: a no-break space stays."""
    return re.sub(r"[^\S\u00a0]+", " ", _raw(node)).strip()


def _raw(node: Node) -> str:
    pieces = []
    for child in node.children:
        if isinstance(child, str):
            pieces.append(child)
        elif child.name == "br":
            pieces.append(" ")
        elif child.attributes.get("class") not in reading.FOOTNOTE_LINKS:
            pieces.append(_raw(child))
    return "".join(pieces)


def _without_words(node: Node) -> list[Node]:
    """What of a block that was read out of the text stays in it: its pictures, and its references to notes."""
    kept: list[Node | str] = [
        inner for inner in node.walk() if inner.name == "img" or inner.attributes.get("class") == "footnote-ref"
    ]
    return [Node("p", {}, kept)] if kept else []


def _cut(node: Node, length: int) -> Node:
    """The block without so many characters of its words at the beginning."""
    left = [length]

    def cut(parent: Node) -> Node:
        children: list[Node | str] = []
        for child in parent.children:
            if isinstance(child, Node):
                if left[0] and child.name == "br":
                    left[0] -= 1
                    continue
                children.append(cut(child))
                continue
            taken = min(left[0], len(child))
            left[0] -= taken
            if child[taken:]:
                children.append(child[taken:])
        return Node(parent.name, parent.attributes, children)

    return cut(node)
