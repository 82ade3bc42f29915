"""What the copy check finds: values that name a place, a reason and what would mend it."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Repair(StrEnum):
    """SAFE changes how words are dressed and never a letter; SUGGESTED is a person's to accept; SAID has none."""

    SAFE = "safe"
    SUGGESTED = "suggested"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a block's text give way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """`field` is one of `Document`; `block` counts from 0 in it; offset and length in characters of the block.

    A block's text is as `text_blocks` reads it: a line break is one character, and so is a picture or a note's number.
    """

    field: str
    block: int = 0
    offset: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """`excerpt` is what stands at the place, `before` and `after` the words around it.

    Each of `suggestions` would stand in the excerpt's place; `edits` make the first of them, in the block.
    """

    rule: str
    family: str
    severity: Severity
    repair: Repair
    place: Place
    message: str | Promise
    source: str | Promise
    excerpt: str = ""
    before: str = ""
    after: str = ""
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says of one place in a block; where it says nothing of repair, severity or message, the rule's hold.

    `edits` are needed only where the first suggestion is not simply put in the place's stead.
    """

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    repair: Repair | None = None
    severity: Severity | None = None
    message: str | Promise | None = None
