"""The body's lines → blocks, by the typographic grammar of the centre's reports.

A line is a block; blank lines mean nothing. What a line is follows from itself and from the line before it:

- numbered: begins with a number of one or two digits and `-`, `.` or `)`;
- bullet: begins with `-`, `•` or the like and a space;
- run-in: a head of at most ten words, a colon, a space and text («لبنان: مخاطر تسلل…»);
- conclusion: a run-in whose head says so («ختامًا:»);
- heading: at most twelve words without a mark at the end, with something after it;
- anything else is text. One that ends with a colon leads in a list: what follows it may be one run-in, or short lines
  that end with a mark and become bullets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.desk.importers.blocks import Block, Bullets, Heading, Item, Numbered, Paragraph, Rule
from shaf.text import arabic

HEADING_WORDS, HEAD_WORDS, BULLET_WORDS = 12, 10, 10
# `10-12`, `3.5`, `5-star` and a year begin a sentence and no list.
NUMBER = re.compile(
    r"\(?(?P<number>[0-9٠-٩۰-۹]{1,2})(?:\s*[-–—ـ]|[.)])(?:\s+|(?=[\u0621-\u064a«“\"(]))(?P<text>[^\d\s].*|\d{3,}.*)"
)
BULLET = re.compile(r"[-–—•●▪◦·*\uf0b7]\s+(?P<text>\S.*)")
RULE = re.compile(r"[-_–—ـ=]{5,}")
RUN_IN = re.compile(r"(?P<head>[^:]+:)(?P<space>\s+)(?P<text>\S.*)")
SENTENCE_END = re.compile(r"[.؟?!…](?:\s|$)")
CLOSING = " \u00a0\"'”“’»)]"
TERMINAL = tuple(".:؛،؟!…?;,")
BULLET_ENDS = tuple(".؛،;,")
NAMES = re.compile(r"\s*[،,;؛]\s*|\s+(?=و)|\s+and\s+")
CONCLUSIONS = {
    arabic.fold(head)
    for head in (
        "ختامًا", "وختامًا", "في الختام", "وفي الختام", "الخاتمة", "خاتمة", "الخلاصة", "خلاصة", "خلاصة القول",
        "وخلاصة القول", "Conclusion", "In conclusion", "To conclude", "In closing", "In sum", "To sum up",
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """`number` counts from 1 in the file. `text` has its edges trimmed and single spaces."""

    number: int
    text: str


@dataclass(slots=True)
class _Read:
    """A line as the grammar sees it. `text` is without its marker, `whole` with it."""

    kind: str
    text: str
    line: int
    whole: str = ""
    typed: int = 0

    @property
    def terminated(self) -> bool:
        return self.text.rstrip(CLOSING).endswith(TERMINAL)

    @property
    def leads_in(self) -> bool:
        return self.text.endswith(":")

    @property
    def words(self) -> int:
        return _words(self.text)

    @property
    def run_in(self) -> re.Match[str] | None:
        found = RUN_IN.fullmatch(self.text)
        if found and _words(found["head"]) <= HEAD_WORDS and not SENTENCE_END.search(found["head"]):
            return found
        return None

    @property
    def set_off(self) -> bool:
        """A no-break space after the colon is what is left of bold type: a strong sign of a run-in head."""
        found = self.run_in
        return bool(found) and found["space"].startswith("\u00a0")

    @property
    def head(self) -> str:
        found = self.run_in
        return found["head"] if found else ""

    def paragraph(self, *, bold: bool = True) -> Paragraph:
        found = self.run_in if bold else None
        return Paragraph(found["text"], head=found["head"]) if found else Paragraph(self.text)


def is_rule(text: str) -> bool:
    return RULE.fullmatch(text) is not None


def parse(lines: Sequence[Line]) -> tuple[list[Block], list[int]]:
    """The body's lines, none of them blank, as blocks; and the lines whose number does not fit into a list."""
    read = list(_read(lines))
    parser = _Parser(read)
    return parser.blocks(0, len(read), lead=False), parser.misnumbered


def _words(text: str) -> int:
    return sum(any(character.isalnum() for character in word) for word in text.split())


def _read(lines: Sequence[Line]) -> Iterator[_Read]:
    before: _Read | None = None
    for position, line in enumerate(lines):
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        before = _one(line, before, followed=bool(following) and not is_rule(following))
        yield before


def _one(line: Line, before: _Read | None, *, followed: bool) -> _Read:
    if is_rule(line.text):
        return _Read("rule", "", line.number)
    if found := NUMBER.fullmatch(line.text):
        return _Read("number", found["text"], line.number, line.text, int(arabic.ascii_digits(found["number"])))
    if found := BULLET.fullmatch(line.text):
        return _Read("bullet", found["text"], line.number)
    read = _Read("text", line.text, line.number)
    if read.head and arabic.fold(read.head) in CONCLUSIONS:
        read.kind = "conclusion"
    elif read.head and (read.terminated or read.words > HEADING_WORDS or read.set_off or _expects_run_in(before)):
        read.kind = "run_in"
    elif read.words <= HEADING_WORDS and not read.terminated and followed:
        read.kind = "heading"
    return read


def _expects_run_in(before: _Read | None) -> bool:
    """Whether a short line with a colon and no mark at its end is an item here, and not a heading."""
    return before is not None and (before.leads_in or (before.kind == "run_in" and not before.terminated))


CLOSERS = {"heading", "rule", "conclusion"}


class _Parser:
    def __init__(self, lines: list[_Read]) -> None:
        self.lines = lines
        self.misnumbered: list[int] = []
        self.last_number = 0

    def kind(self, at: int, end: int) -> str:
        return self.lines[at].kind if at < end else ""

    def blocks(self, at: int, end: int, *, lead: bool) -> list[Block]:
        """`lead`: whether what stands before `at` leads in a list."""
        found: list[Block] = []
        as_typed = False
        while at < end:
            line = self.lines[at]
            block: Block
            as_typed = line.kind == "number" and (as_typed or (bool(found) and isinstance(found[-1], Numbered)))
            if as_typed:
                # The editor makes one list of two that touch, and would count these anew.
                self.misnumbered.append(line.line)
                block, at = Paragraph(line.whole), at + 1
            elif line.kind == "number":
                block, at = self.numbered(at, end)
            elif self.begins_bullets(at, end, lead=lead):
                block, at = self.bullets(at, end, lead=lead)
            elif line.kind == "heading":
                block, at = Heading(line.text), at + 1
            elif line.kind == "rule":
                block, at = Rule(), at + 1
            else:
                block, at = line.paragraph(bold=line.kind == "conclusion" or line.set_off), at + 1
            lead = isinstance(block, Paragraph) and block.leads_in
            if isinstance(block, Bullets) and found and isinstance(found[-1], Bullets):
                found[-1].items.extend(block.items)
            else:
                found.append(block)
        return found

    # Lists without numbers

    def begins_bullets(self, at: int, end: int, *, lead: bool) -> bool:
        kind = self.kind(at, end)
        if kind == "run_in":
            return lead or self.kind(at + 1, end) == "run_in"
        return kind == "bullet" or (lead and self.is_short(at, end))

    def is_short(self, at: int, end: int) -> bool:
        """A line that is a bullet where one is announced."""
        if self.kind(at, end) != "text":
            return False
        line = self.lines[at]
        return line.words <= BULLET_WORDS and line.text.endswith(BULLET_ENDS)

    def bullets(self, at: int, end: int, *, lead: bool) -> tuple[Bullets, int]:
        """The longest run of one sort: marked bullets, run-ins, or short lines."""
        found, kind = Bullets(), self.kind(at, end)
        while self.kind(at, end) == kind and (kind != "text" or self.is_short(at, end)):
            line = self.lines[at]
            item = Item([line.paragraph()])
            at += 1
            if kind == "run_in":
                at = self.named_in(line.head, item, at, end)
            if line.leads_in and self.kind(at, end) != kind and self.begins_bullets(at, end, lead=True):
                nested, at = self.bullets(at, end, lead=True)
                item.blocks.append(nested)
            found.items.append(item)
        return found, at

    def named_in(self, head: str, item: Item, at: int, end: int) -> int:
        """Run-ins whose heads are names that `head` lists («لبنان والأردن: …», then «لبنان: …») belong under it."""
        listed = NAMES.split(head.rstrip(": \u00a0"))
        if len(listed) < 2:
            return at
        names = {arabic.fold(name) for part in listed for name in (part, part.removeprefix("و"))}
        children = Bullets()
        while self.kind(at, end) == "run_in" and arabic.fold(self.lines[at].head) in names:
            children.items.append(Item([self.lines[at].paragraph()]))
            at += 1
        if children.items:
            item.blocks.append(children)
        return at

    # Numbered lists

    def numbered(self, at: int, end: int) -> tuple[Numbered, int]:
        """Items with successive numbers, and what stands between them."""
        found = Numbered(start=self.lines[at].typed)
        if found.start not in (1, self.last_number + 1):
            self.misnumbered.append(self.lines[at].line)
        while True:
            line = self.lines[at]
            self.last_number = line.typed
            item = Item([line.paragraph()])
            found.items.append(item)
            at += 1
            following = self.next_number(at, end)
            if following is None or self.lines[following].typed != line.typed + 1:
                return found, self.last_item(found, line, at, end)
            item.blocks.extend(self.blocks(at, following, lead=line.leads_in))
            at = following

    def next_number(self, at: int, end: int) -> int | None:
        while at < end and self.lines[at].kind not in CLOSERS:
            if self.lines[at].kind == "number":
                return at
            at += 1
        return None

    def last_item(self, found: Numbered, line: _Read, at: int, end: int) -> int:
        """What belongs to the last item: a list that follows at once, but of plain text only what it still lacks."""
        item, lead = found.items[-1], line.leads_in
        others_continue = all(len(earlier.blocks) > 1 for earlier in found.items[:-1])
        bare = lead or (others_continue and not line.terminated and line.words <= HEADING_WORDS)
        if bare and self.kind(at, end) in ("text", "run_in") and not self.begins_bullets(at, end, lead=lead):
            text = self.lines[at].paragraph(bold=self.lines[at].set_off)
            item.blocks.append(text)
            lead, at = text.leads_in, at + 1
        while self.begins_bullets(at, end, lead=lead):
            nested, at = self.bullets(at, end, lead=lead)
            if isinstance(item.blocks[-1], Bullets):
                item.blocks[-1].items.extend(nested.items)
            else:
                item.blocks.append(nested)
            lead = False
        return at
