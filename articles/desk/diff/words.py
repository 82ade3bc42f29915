"""Two lines of words → runs that stayed, came or went, and what changed about the words that stayed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from articles.desk.diff.formatting import Stayed, formatting_notes
from articles.desk.diff.result import Piece, Run, RunKind, Text
from articles.desk.diff.sequences import opcodes
from articles.desk.diff.tokens import Line, Token

# Between two long changes, a word this short is no island worth keeping.
ISLAND_LETTERS = 5
ISLAND_TOKENS = 2
ISLAND_SHORES = 4
# The end of a paragraph within a line that was put together from several; equal to nothing.
BREAK = "\x00"


@dataclass(slots=True)
class Compared:
    """`lines` has the runs of each new line; more than one where a paragraph was split."""

    lines: list[list[Run]]
    notes: list[Text]

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for line in self.lines for run in line)


def compare_lines(old: Line, new: Line) -> Compared:
    """Word by word."""
    writer = _Writer()
    for tag, a, b in _changes(old.tokens, new.tokens):
        if tag == "equal":
            for before, after in zip(a, b, strict=True):
                writer.kept(before, after)
        else:
            writer.replaced(a, b)
    writer.spaces(old.after, new.after)
    return Compared([_merged(line) for line in writer.lines], formatting_notes(writer.stayed))


def unchanged(line: Line) -> tuple[Run, ...]:
    """A line that stayed as it is, as `compare_lines` has it."""
    pieces = tuple(piece for token in line.tokens for piece in (*token.gap, *token.pieces)) + line.after
    return (Run(RunKind.KEPT, _joined(list(pieces))),) if pieces else ()


def together(lines: list[Line]) -> Line:
    """Several paragraphs as one line, with a break between."""
    tokens: list[Token] = []
    for n, line in enumerate(lines):
        if n:
            tokens.append(Token(f"{BREAK}{n}", (), lines[n - 1].after))
        tokens += line.tokens
    words = sum((line.words for line in lines[1:]), lines[0].words)
    return Line(tuple(tokens), lines[-1].after, words)


def _changes(
    old: tuple[Token, ...], new: tuple[Token, ...]
) -> Iterator[tuple[str, tuple[Token, ...], tuple[Token, ...]]]:
    """What is equal and what is not, in turn; lone short words between changes count as changed."""
    codes = [list(code) for code in opcodes([t.key for t in old], [t.key for t in new])]
    out: list[list] = []
    for n, (equal, a, b, c, d) in enumerate(codes):
        shores = [max(x[2] - x[1], x[4] - x[3]) for x in (codes[n - 1 : n] + codes[n + 1 : n + 2])]
        inner = 0 < n < len(codes) - 1
        drowned = (
            equal
            and inner
            and b - a <= ISLAND_TOKENS
            and sum(shores) >= ISLAND_SHORES
            and sum(len(t.text) for t in old[a:b]) <= ISLAND_LETTERS
        )
        if out and not out[-1][0] and (not equal or drowned):
            out[-1][2], out[-1][4] = b, d
        else:
            out.append([equal, a, b, c, d])
    for equal, a, b, c, d in out:
        yield "equal" if equal else "changed", old[a:b], new[c:d]


@dataclass(slots=True)
class _Writer:
    lines: list[list[Run]] = field(default_factory=lambda: [[]])
    stayed: list[Stayed] = field(default_factory=list)
    # A break was just written, so the space beside it is the break's and no change.
    at_break: bool = False

    def kept(self, old: Token, new: Token) -> None:
        stayed = Stayed(old.pieces, new.pieces, bool(new.gap))
        within = stayed.differs and bool(self.stayed) and self.stayed[-1].differs
        self.spaces(old.gap, new.gap, reformatted=within)
        self.at_break = False
        self.stayed.append(stayed)
        self.put(RunKind.KEPT, new.pieces, old.text, reformatted=stayed.differs)

    def replaced(self, old: tuple[Token, ...], new: tuple[Token, ...]) -> None:
        self.stayed.append(Stayed.end())
        if old and new and not _is_break(old[0]) and not _is_break(new[0]):
            self.spaces(old[0].gap, new[0].gap)
            old, new = (replace(old[0], gap=()), *old[1:]), (replace(new[0], gap=()), *new[1:])
        for token in old:
            if _is_break(token):
                self.at_break = True
            else:
                self.put(RunKind.DELETED, (*token.gap, *token.pieces))
        for token in new:
            if _is_break(token):
                self.lines.append([])
                self.at_break = True
            else:
                self.at_break = self.at_break and not token.pieces
                self.put(RunKind.INSERTED, (*token.gap, *token.pieces))

    def spaces(self, old: tuple[Piece, ...], new: tuple[Piece, ...], *, reformatted: bool = False) -> None:
        before, after = ("".join(piece.text for piece in gap) for gap in (old, new))
        if before == after or self.at_break:
            self.put(RunKind.KEPT, new, before, reformatted=reformatted)
        else:
            self.put(RunKind.DELETED, old)
            self.put(RunKind.INSERTED, new)

    def put(self, kind: RunKind, pieces: tuple[Piece, ...], before: str = "", *, reformatted: bool = False) -> None:
        if pieces or before:
            self.lines[-1].append(Run(kind, pieces, before if kind == RunKind.KEPT else None, reformatted))


def _is_break(token: Token) -> bool:
    return token.key.startswith(BREAK)


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one kind as one; what was struck out stands before what took its place."""
    ordered: list[Run] = []
    pending: list[Run] = []
    for run in runs:
        if run.kind == RunKind.KEPT:
            ordered += sorted(pending, key=lambda r: r.kind != RunKind.DELETED)
            pending = []
            ordered.append(run)
        else:
            pending.append(run)
    ordered += sorted(pending, key=lambda r: r.kind != RunKind.DELETED)
    groups: list[list[Run]] = []
    for run in ordered:
        last = groups[-1][-1] if groups else None
        if last and (last.kind, last.reformatted) == (run.kind, run.reformatted):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_one(group) for group in groups]


def _one(group: list[Run]) -> Run:
    run = group[0]
    pieces = _joined([piece for r in group for piece in r.pieces])
    text = "".join(piece.plain for piece in pieces)
    before = "".join(r.old_text for r in group)
    return Run(run.kind, pieces, before if run.kind == RunKind.KEPT and before != text else None, run.reformatted)


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbouring text of the same marks as one piece."""
    out: list[Piece] = []
    texts: list[list[str]] = []
    for piece in pieces:
        if out and piece.kind == out[-1].kind == "text" and piece.marks == out[-1].marks:
            texts[-1].append(piece.text)
        else:
            out.append(piece)
            texts.append([piece.text])
    return tuple(
        piece if len(text) == 1 else Piece("".join(text), piece.marks, piece.kind, piece.src)
        for piece, text in zip(out, texts, strict=True)
    )
