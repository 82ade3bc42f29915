"""What keeps a report from being printed, said so that a person knows whose name is missing and where to mend it."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.article.own_pictures import of_others
from articles.desk.article.required import TABLE, lacking
from articles.models import Article
from articles.press.compose import findings
from articles.press.findings import Finding
from articles.press.manuscript import Manuscript
from authors.models import Author, Branch, ReportType, Series, Source, Topic

# Code → the entry that lacks a name in the report's language, and how to say so. The press is told no other name.
ENTRIES: dict[str, tuple[type[Model], str | Promise]] = {
    "branch.name.missing": (Branch, _("The branch “%(name)s” has no name in this language. Add it.")),
    "source.name.missing": (Source, _("The credited source “%(name)s” has no name in this language. Add it.")),
    "author.name.missing": (Author, _("The credited author “%(name)s” has no name in this language. Add it.")),
    "topic.name.missing": (Topic, _("The topic “%(name)s” has no name in this language. Add it.")),
    "type.name.missing": (ReportType, _("The report type “%(name)s” has no name in this language. Add it.")),
    "series.name.missing": (Series, _("The series “%(name)s” has no name in this language. Add it.")),
}
# Code → the field of the change form; a language's field is named with it.
FIELDS = {
    "title.missing": "title_{language}",
    "body.missing": "body_{language}",
    "picture.alt.missing": "body_{language}",
    "picture.gone": "body_{language}",
    "footnote.empty": "body_{language}",
    "slug.missing": "slug_{language}",
    "cover.alt.missing": "cover",
    "feed_id.taken": "feed_id_{language}",
} | {one.code: one.field for one in TABLE if one.field}


def everything_wrong(text: Manuscript) -> list[Finding]:
    """All that keeps this manuscript from being printed: what the press says, pictures that are not its own, what its
    type asks for, and an id that another report has in feeds."""
    foreign = of_others(text.body, text.article, text.branch.id)
    found = [*findings(text), *(Finding("picture.gone", message) for message in foreign), *lacking(text)]
    if text.feed_id and _others_with(text).exists():
        found.append(Finding("feed_id.taken", _("Another report has the same id in feeds. Ask the operator.")))
    return found


def _others_with(text: Manuscript) -> QuerySet[Article]:
    return Article.objects.filter(**{f"feed_id_{text.language}": text.feed_id}).exclude(pk=text.article)


def named(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each that is about an entry of the register with its name, in whatever language it has one."""
    return [_named(finding) for finding in dict.fromkeys(findings)]


def _named(finding: Finding) -> Finding:
    if finding.code not in ENTRIES:
        return finding
    model, message = ENTRIES[finding.code]
    entry = model.objects.filter(pk=finding.entry).first()
    # A name of either direction stands apart in the sentence (Unicode's isolates; a message is no HTML).
    return replace(finding, message=message % {"name": f"\u2068{entry}\u2069"}) if entry else finding


def place(finding: Finding, article: int, language: str) -> str:
    """The address where it can be mended: a field of the report's form, or the page that adds the name it lacks."""
    if finding.code in ENTRIES and finding.entry:
        kind = ENTRIES[finding.code][0]._meta.model_name
        return reverse("admin:writing_missing_name", args=[kind, finding.entry, language]) + f"?report={article}"
    return reverse("admin:articles_article_change", args=[article]) + f"#{anchor(finding, language)}"


def anchor(finding: Finding, language: str) -> str:
    """The id of the form's element that it is about; the attribution where it is no single field."""
    field = FIELDS.get(finding.code)
    return f"id_{field.format(language=language)}" if field else "attributions-group"
