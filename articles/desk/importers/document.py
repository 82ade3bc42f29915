"""What every format is read into: one text with what belongs to it, and the places that messages name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Date

from articles.desk.importers.blocks import Block
from articles.desk.importers.problem import Unimportable
from articles.press.html.left_out import LeftOut


@dataclass(slots=True)
class Attribution:
    """A block «المصدر / الكاتب / التاريخ». `line` is its first; `lines` and `labels` are each part's."""

    line: int
    source: str = ""
    authors: list[str] = field(default_factory=list)
    date: Date | None = None
    url: str = ""
    title: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.source or self.authors or self.title or self.date)

    def unfilled(self) -> Iterator[tuple[int, str]]:
        """The line and label of each of the three parts that is named and has nothing after it."""
        for part, value in (("source", self.source), ("author", self.authors), ("date", self.date)):
            if part in self.lines and not value:
                yield self.lines[part], self.labels[part]


@dataclass(frozen=True, slots=True)
class FilePicture:
    """A picture that came with a file. In the text it stands as `/media/<name>` until it is uploaded.

    `name` is made of the hash of `data`; `after`: the last words before its place, '' at the beginning.
    """

    name: str
    data: bytes
    alt: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class FileRemark:
    """A comment of the file: `text` with who wrote it, on the block whose plain text is `quote`."""

    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as its file has it. `language` is 'ar' or 'en', by the letters of the body.

    `unfilled`: line and label of what an attribution names and does not say. `lost`: what of the file is not in here.
    `problem`: why the text cannot be published as it stands, where it may become a draft all the same; in a format
    without lines its `line` is None, and so are all of the attributions' (0).
    """

    title: str
    branch: str
    branch_line: int | None
    blocks: tuple[Block, ...]
    attributions: tuple[Attribution, ...]
    recents: tuple[str, ...]
    language: str
    misnumbered: tuple[int, ...]
    # Blocks of an address alone, which say neither whose nor what it is.
    stray: tuple[Attribution, ...] = ()
    unfilled: tuple[tuple[int, str], ...] = ()
    title_line: int = 1
    standfirst: str = ""
    pictures: tuple[FilePicture, ...] = ()
    remarks: tuple[FileRemark, ...] = ()
    lost: tuple[LeftOut, ...] = ()
    problem: Unimportable | None = None
    # Whether it becomes a draft though its attribution is missing or not the centre's.
    lenient: bool = False
