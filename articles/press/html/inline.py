"""The inline content of one block: text in runs, each with its marks, and back to elements.

The editor keeps text like this, so the order in which marks were nested is nobody's: links are outside, the rest goes
by name. White space is folded over the whole block.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.press.html.tree import Node
from shaf.text.arabic import composed

Marks = dict[str, dict[str, str]]
Inline = list[Node | str]

RENAMED = {"b": "strong", "em": "i", "dfn": "i", "var": "i", "strike": "s", "del": "s", "ins": "u"} | dict.fromkeys(
    ("kbd", "samp", "tt"), "code"
)
# Each may stand without attributes.
BARE = {"strong", "i", "u", "s", "sub", "sup", "code", "q", "cite", "mark", "small", "bdi", "abbr", "time"}
# Each is worth something only with one of these.
NEEDS = {"span": {"dir", "lang"}, "bdo": {"dir"}, "a": {"href", "id"}}
# The editor keeps nothing else on them.
ATTRIBUTES = {
    "a": {"href", "hreflang", "id"},
    "span": {"dir", "lang"},
    "bdi": {"dir", "lang"},
    "bdo": {"dir", "lang"},
    "abbr": {"title"},
    "time": {"datetime"},
}
INLINE = BARE | NEEDS.keys() | RENAMED.keys() | {"br", "img"}
SPACE = " \t\n\r\f\u00a0"
FOLDS = re.compile(f"[{SPACE}]+")
# What the editor keeps as one thing in a line.
OBJECTS = {"img", "a"}
# The editor uses runs of this one to hold its caret.
JOINERS = re.compile("\u2060{2,}")
NO_BREAK = "\u00a0"
# A solidus overlay over nothing: in NFC it would swallow the `>` of the tag before.
OVERLAY = re.compile(f"(?:^|(?<=[{SPACE}]))\u0338+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text, or a node that stands in it: `br`, `img`, a reference to a footnote.

    `marks` maps an element's name to its attributes.
    """

    content: Node | str
    marks: Marks


def marked(marks: Marks, node: Node) -> Marks:
    """The marks inside an inline element. Of two elements of one name the inner one's attributes win."""
    name = RENAMED.get(node.name, node.name)
    kept = {k: v for k, v in node.attributes.items() if k in ATTRIBUTES.get(name, set())}
    marks = dict(marks)
    directed = {k: v for k, v in node.attributes.items() if k in {"dir", "lang"} and k not in kept}
    if directed:
        # Direction and language of a stretch of text are a span's.
        marks["span"] = marks.get("span", {}) | directed
    if name in NEEDS and not NEEDS[name] & kept.keys():
        return marks
    marks[name] = marks.get(name, {}) | kept
    return marks


def render(runs: Sequence[Run], *, pictures: bool = True) -> Inline:
    """The runs as nodes and text, white space folded and trimmed; [] for an empty block."""
    runs = [run for run in runs if pictures or not (isinstance(run.content, Node) and run.content.name == "img")]
    runs = _folded(runs)
    while runs and _is_break(runs[-1]):
        runs.pop()
    first = next((place for place, run in enumerate(runs) if not _is_break(run)), 0)
    return _nested([(run, _order(run)) for run in _merged(runs[first:])])


def _is_break(run: Run) -> bool:
    return isinstance(run.content, Node) and run.content.name == "br"


def _folded(runs: Sequence[Run]) -> list[Run]:
    """Runs of white space as one space, or one no-break space where they are of nothing else.

    None at a block's edges or beside a line break, and only a plain one beside a picture or a footnote's reference.
    """
    out: list[Run] = []
    # What the white space consists of, and the marks of its beginning.
    space, marks = set[str](), Marks()
    before: str | None = "br"  # The element that the white space follows, if any.

    def close_space(*, plain: bool) -> None:
        if space and before != "br":
            no_break = space == {NO_BREAK} and not plain and before not in OBJECTS
            out.append(Run(NO_BREAK if no_break else " ", marks))

    for run in runs:
        if isinstance(run.content, Node):
            if run.content.name in OBJECTS:
                close_space(plain=True)
                link = {"a": run.marks["a"]} if run.marks.get("a", {}).get("href") else {}
                out.append(Run(run.content, link))
            else:
                out.append(Run(run.content, {}))
            space, before = set(), run.content.name
            continue
        text = OVERLAY.sub("", composed(OVERLAY.sub("", run.content)))
        words = text.strip(SPACE)
        if not words:
            marks = marks if space else run.marks
            space |= set(text)
            continue
        start = text.index(words[0])
        if start:
            marks = marks if space else run.marks
            space |= set(text[:start])
        close_space(plain=False)
        out.append(Run(FOLDS.sub(_one_space, JOINERS.sub("\u2060", words)), run.marks))
        space, marks, before = set(text[start + len(words) :]), run.marks, None
    return out


def _one_space(found: re.Match[str]) -> str:
    return NO_BREAK if set(found[0]) == {NO_BREAK} else " "


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbouring text of the same marks as one run."""
    merged: list[Run] = []
    texts: list[str] = []

    def close_text(marks: Marks) -> None:
        if texts:
            merged.append(Run(composed("".join(texts)), marks))
            texts.clear()

    marks = Marks()
    for run in runs:
        if isinstance(run.content, Node):
            close_text(marks)
            merged.append(run)
            continue
        if run.marks != marks:
            close_text(marks)
        texts.append(run.content)
        marks = run.marks
    close_text(marks)
    return merged


def _order(run: Run) -> list[str]:
    return sorted(run.marks, key=lambda name: (name != "a", name))


def _nested(runs: list[tuple[Run, list[str]]]) -> Inline:
    """Elements around the longest stretches that share their outermost mark."""
    outermost: Callable[[tuple[Run, list[str]]], tuple[str, dict[str, str]] | None] = lambda entry: (  # noqa: E731
        (entry[1][0], entry[0].marks[entry[1][0]]) if entry[1] else None
    )
    out: Inline = []
    for mark, group in groupby(runs, outermost):
        if mark is None:
            out.extend(run.content for run, _rest in group)
        else:
            name, attributes = mark
            out.append(Node(name, dict(attributes), _nested([(run, rest[1:]) for run, rest in group])))
    return out
