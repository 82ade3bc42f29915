"""Two manuscripts → everything that a reader would see change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.desk.article.draft import column_label
from articles.desk.article.fields import AS_PRINTED, OF_A_LANGUAGE, SHARED, Field, FieldKind
from articles.desk.diff import sentences
from articles.desk.diff.blocks import compare_bodies, compare_flows
from articles.desk.diff.leaves import Leaf
from articles.desk.diff.result import Changes, Part, Text
from articles.desk.diff.tokens import plain_line, without_marks
from articles.press.manuscript import Manuscript, canonical_json

# Field → its value as a manuscript has it, but for a list of lines, which is one text; what is missing is empty.
Side = Mapping[str, Any]
PRINTED = tuple(field for field in OF_A_LANGUAGE + SHARED if not field.part_of)
# How the changes of what is no running text are said.
SAID: dict[FieldKind, Callable[[Any, Any], sentences.Sentences]] = {
    FieldKind.SLUG: sentences.value_changed,
    FieldKind.URL: sentences.value_changed,
    FieldKind.CHOICE: sentences.value_changed,
    FieldKind.FEED_ID: sentences.value_changed,
    FieldKind.FILES: sentences.files_changed,
    FieldKind.WORKS: sentences.attributions_changed,
    FieldKind.ENTRIES: sentences.entries_changed,
    FieldKind.ENTRY: sentences.entry_changed,
    FieldKind.PLACE: sentences.series_changed,
    FieldKind.PICTURE: sentences.cover_changed,
}


def compare(old: Manuscript | None, new: Manuscript, *, ignore_marks: bool = False) -> Changes:
    """What changes for readers from `old` to `new`; all of it where there was nothing (`old` None).

    `ignore_marks` leaves out differences of tashkeel and tatweel, and those alone. Raises press.sanitise.TooLarge.
    """
    sides = (_side(old) if old else {}, _side(new))
    return Changes(compare_fields(PRINTED, *sides, new.language, heading, ignore_marks=ignore_marks), whole=old is None)


def heading(field: Field) -> str:
    """What stands over a field's changes, where their language is known."""
    return str(field.in_changes or column_label(field))


def compare_fields(
    fields: Iterable[Field],
    old: Side,
    new: Side,
    language: str | None,
    label: Callable[[Field], str],
    *,
    ignore_marks: bool,
) -> tuple[Part, ...]:
    """What differs in these fields, in the order of the page, each under its label."""
    by = _Comparer(ignore_marks, language, label)
    found = [by.part(field, *(side.get(field.name, _nothing(field)) for side in (old, new))) for field in fields]
    return tuple(sorted((part for part in found if part), key=lambda part: AS_PRINTED.index(part.name)))


def _side(manuscript: Manuscript) -> Side:
    values = {field.name: getattr(manuscript, field.name) for field in PRINTED}
    return values | {field.name: "\n".join(values[field.name]) for field in PRINTED if field.kind is FieldKind.LINES}


def _nothing(field: Field) -> Any:
    """A field of a manuscript that says nothing: it has tuples where a draft has lists."""
    return tuple(field.empty) if isinstance(field.empty, list) else field.empty


@dataclass(frozen=True, slots=True)
class _Comparer:
    ignore_marks: bool
    language: str | None
    label: Callable[[Field], str]

    def part(self, field: Field, old: Any, new: Any) -> Part | None:
        """What differs in a field; None where nothing does."""
        if not self.differ(old, new):
            return None
        match field.kind:
            case FieldKind.LINE | FieldKind.PARAGRAPHS | FieldKind.LINES:
                kind = "point" if field.kind is FieldKind.LINES else "line"
                lines = compare_flows(self.lines(old, kind), self.lines(new, kind))
                said = () if any(not line.unchanged for line in lines) else (_something_else(),)
                return Part(field.name, self.label(field), self.language, "words", lines=lines, sentences=said)
            case FieldKind.HTML:
                blocks = compare_bodies(old, new, ignore_marks=self.ignore_marks)
                said = () if any(not block.unchanged for block in blocks) else (_something_else(),)
                return Part(field.name, self.label(field), self.language, "blocks", blocks=blocks, sentences=said)
        if field.kind is FieldKind.CHOICE:
            old, new = field.chosen(old), field.chosen(new)
        said = tuple(SAID[field.kind](old, new)) or (_something_else(),)
        return Part(field.name, self.label(field), self.language, "sentences", sentences=said)

    def differ(self, old: Any, new: Any) -> bool:
        if old == new or not self.ignore_marks:
            return old != new
        before, after = (value if isinstance(value, str) else canonical_json(_plain(value)) for value in (old, new))
        return without_marks(before) != without_marks(after)

    def lines(self, text: str, kind: str) -> list[Leaf]:
        return [Leaf(kind, plain_line(line, ignore_marks=self.ignore_marks), line) for line in text.split("\n") if line]


def _plain(value: Any) -> Any:
    """Dataclasses as JSON values."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _something_else() -> Text:
    return _("Something changed that is not seen in the words: order, sizes, numbering or anchors.")
