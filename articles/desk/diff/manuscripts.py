"""Two manuscripts → everything that a reader would see change."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.desk.diff import sentences
from articles.desk.diff.blocks import compare_bodies, compare_flows
from articles.desk.diff.leaves import Leaf
from articles.desk.diff.result import Changes, Part, Text
from articles.desk.diff.tokens import plain_line, without_marks
from articles.press.manuscript import Attribution, Cover, Manuscript, Name, SeriesPlace, canonical_json
from articles.press.models import CorrectionKind

LABELS: dict[str, Promise] = {
    "title": gettext_lazy("title"),
    "standfirst": gettext_lazy("standfirst"),
    "key_points": gettext_lazy("key points"),
    "body": gettext_lazy("text"),
    "slug": gettext_lazy("slug"),
    "branch": pgettext_lazy("model", "branch"),
    "attributions": gettext_lazy("attributions"),
    "topics": gettext_lazy("topics"),
    "series": pgettext_lazy("model", "series"),
    "cover": gettext_lazy("cover"),
    "correction_note": gettext_lazy("correction note"),
    "correction_kind": gettext_lazy("kind of correction"),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What both languages of a report share, with the names as they are printed or shown."""

    attributions: tuple[Attribution, ...] = ()
    topics: tuple[Name, ...] = ()
    series: SeriesPlace | None = None
    cover: Cover | None = None
    branch: Name | None = None


def compare(old: Manuscript | None, new: Manuscript, *, ignore_marks: bool = False) -> Changes:
    """What changes for readers from `old` to `new`; all of it where there was nothing (`old` None).

    `ignore_marks` leaves out differences of tashkeel and tatweel, and those alone. Raises press.sanitise.TooLarge.
    """
    by = _Comparer(ignore_marks)
    texts = [_texts(old) if old else {}, _texts(new)]
    shared = [_shared(old) if old else Shared(), _shared(new)]
    parts = by.texts(*texts, new.language, LABELS) + by.shared(*shared, new.language, LABELS)
    return Changes(_in_order(parts), whole=old is None)


# As on the page.
ORDER = (
    *("title", "standfirst", "key_points", "cover", "body", "attributions", "series", "topics", "branch"),
    *("slug", "correction_note", "correction_kind"),
)


def _in_order(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: ORDER.index(part.name)))


def compare_texts(
    old: dict[str, str], new: dict[str, str], language: str, labels: dict[str, Any], *, ignore_marks: bool
) -> tuple[Part, ...]:
    """The fields of one language: title, standfirst, key points, body, slug, correction note and its kind."""
    return _in_order(_Comparer(ignore_marks).texts(old, new, language, labels))


def compare_shared(
    old: Shared, new: Shared, language: str | None, labels: dict[str, Any], *, ignore_marks: bool
) -> tuple[Part, ...]:
    return _in_order(_Comparer(ignore_marks).shared(old, new, language, labels))


def _texts(manuscript: Manuscript) -> dict[str, str]:
    names = ("title", "standfirst", "body", "slug", "correction_note", "correction_kind")
    return {name: getattr(manuscript, name) for name in names} | {"key_points": "\n".join(manuscript.key_points)}


def _shared(manuscript: Manuscript) -> Shared:
    names = ("attributions", "topics", "series", "cover", "branch")
    return Shared(**{name: getattr(manuscript, name) for name in names})


@dataclass(frozen=True, slots=True)
class _Comparer:
    ignore_marks: bool

    def differ(self, old: Any, new: Any) -> bool:
        if old == new or not self.ignore_marks:
            return old != new
        before, after = (value if isinstance(value, str) else canonical_json(_plain(value)) for value in (old, new))
        return without_marks(before) != without_marks(after)

    def texts(self, old: dict[str, str], new: dict[str, str], language: str, labels: dict[str, Any]) -> list[Part]:
        parts = []
        for name in ("title", "standfirst", "key_points", "correction_note"):
            before, after = old.get(name, ""), new.get(name, "")
            if self.differ(before, after):
                kind = "point" if name == "key_points" else "line"
                lines = compare_flows(self.lines(before, kind), self.lines(after, kind))
                said = () if any(not line.unchanged for line in lines) else (_something_else(),)
                parts.append(Part(name, labels[name], language, "words", lines=lines, sentences=said))
        before, after = old.get("body", ""), new.get("body", "")
        if self.differ(before, after):
            blocks = compare_bodies(before, after, ignore_marks=self.ignore_marks)
            said = () if any(not block.unchanged for block in blocks) else (_something_else(),)
            parts.append(Part("body", labels["body"], language, "blocks", blocks=blocks, sentences=said))
        for name in ("slug", "correction_kind"):
            before, after = old.get(name, ""), new.get(name, "")
            if self.differ(before, after):
                shown = [_correction(value) if name == "correction_kind" else value for value in (before, after)]
                said = tuple(sentences.value_changed(*shown))
                parts.append(Part(name, labels[name], language, "sentences", sentences=said))
        return parts

    def lines(self, text: str, kind: str) -> list[Leaf]:
        return [Leaf(kind, plain_line(line, ignore_marks=self.ignore_marks), line) for line in text.split("\n") if line]

    def shared(self, old: Shared, new: Shared, language: str | None, labels: dict[str, Any]) -> list[Part]:
        said: dict[str, Callable[[Any, Any], list]] = {
            "attributions": sentences.attributions_changed,
            "topics": sentences.entries_changed,
            "series": sentences.series_changed,
            "cover": sentences.cover_changed,
            "branch": sentences.entry_changed,
        }
        parts = []
        for name, say in said.items():
            before, after = getattr(old, name), getattr(new, name)
            if self.differ(before, after):
                found = tuple(say(before, after)) or (_something_else(),)
                parts.append(Part(name, labels[name], language, "sentences", sentences=found))
        return parts


def _plain(value: Any) -> Any:
    """Dataclasses as JSON values."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _something_else() -> Text:
    return _("Something changed that is not seen in the words: order, sizes, numbering or anchors.")


def _correction(kind: str) -> str:
    return str(CorrectionKind(kind).label) if kind in CorrectionKind.values else kind
