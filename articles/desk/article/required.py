"""What a type of report asks for before one of it goes to review: the table that its checklist is chosen from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.press.findings import Finding
from articles.press.html import reading
from articles.press.manuscript import Manuscript
from authors.models import ReportType


@dataclass(frozen=True, slots=True)
class Requirement:
    """`name` is kept in the register; `label` stands in the checklist, `lacks` where it is missing.

    `field`: of the report's form, where it is mended; '' for the attribution.
    """

    name: str
    label: str | Promise
    lacks: str | Promise
    is_met: Callable[[Manuscript], bool]
    field: str = ""

    @property
    def code(self) -> str:
        return f"required.{self.name}"


TABLE = (
    Requirement(
        "standfirst",
        _("standfirst"),
        _("This type of report has a standfirst. Write one."),
        lambda text: bool(text.standfirst),
        "standfirst_{language}",
    ),
    Requirement(
        "key_points",
        _("key points"),
        _("This type of report has key points. Write them."),
        lambda text: bool(text.key_points),
        "key_points_{language}",
    ),
    Requirement(
        "headings",
        _("headings in the text"),
        _("This type of report is divided by headings. Add them."),
        lambda text: bool(reading.with_anchors(text.body)[1]),
        "body_{language}",
    ),
    Requirement(
        "footnotes",
        _("footnotes"),
        _("This type of report has footnotes. Add them."),
        lambda text: 'class="footnotes"' in text.body,
        "body_{language}",
    ),
    Requirement(
        "references",
        _("a reference"),
        _("This type of report names what it draws on. Add a reference."),
        lambda text: bool(text.references),
    ),
    Requirement(
        "cover",
        _("cover"),
        _("This type of report has a cover. Choose one."),
        lambda text: text.cover is not None,
        "cover",
    ),
    Requirement(
        "files",
        pgettext_lazy("of a report", "a file in the language of the report"),
        _("This type of report comes with a file. Add one that has a title in this language."),
        lambda text: bool(text.files),
        "files",
    ),
    Requirement(
        "topics",
        _("topics"),
        _("This type of report has topics. Choose one at least."),
        lambda text: bool(text.topics),
        "topics",
    ),
    Requirement(
        "series",
        pgettext_lazy("model", "series"),
        _("This type of report belongs to a series. Choose it."),
        lambda text: text.series is not None,
        "series",
    ),
)


def lacking(text: Manuscript) -> Iterator[Finding]:
    """What the report's type asks for and the report has not."""
    kind = ReportType.objects.filter(pk=text.report_type.id).first() if text.report_type else None
    for one in TABLE:
        if kind and one.name in kind.required and not one.is_met(text):
            yield Finding(one.code, one.lacks)
