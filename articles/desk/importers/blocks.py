"""What the body of an imported text is made of."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of hyphens between two parts of the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`head` is a run-in head with its colon («ختامًا:»), set in bold before the text."""

    text: str
    head: str = ""

    @property
    def leads_in(self) -> bool:
        """Whether it announces what follows."""
        return (self.text or self.head).endswith(":")


@dataclass(slots=True)
class Item:
    """Begins with a paragraph; may hold more of them, and lists."""

    blocks: list["Paragraph | Bullets | Numbered"]


@dataclass(slots=True)
class Bullets:
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Numbered:
    """`start` is the number that was typed before the first item."""

    start: int
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Markup:
    """A block of a format that has marks of its own, as HTML in normal form."""

    html: str


Block = Heading | Rule | Paragraph | Bullets | Numbered | Markup
