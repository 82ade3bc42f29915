"""What must be settled of a text's copy before it goes to an editor: each error is repaired, or left with a reason."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.desk.article.refusal import Refusal
from articles.desk.article.to_manuscript import manuscript
from articles.desk.copy_check.house import house_of
from articles.desk.copy_check.left import Parted, parted, rows_of
from articles.desk.copy_check.quoting import quoted
from articles.models import Article
from articles.press.copy.checking import check
from articles.press.copy.document import Document
from articles.press.copy.findings import Finding
from articles.press.findings import lazy_text
from articles.press.manuscript import Manuscript

# Places that a sentence of a refusal names.
MOST_QUOTED = 3


def judged(article: Article, language: str, text: Manuscript | None = None) -> Parted:
    """What the rules say of a draft, and what of it was left. A dictionary's hints are not asked for.

    `text` is the manuscript, where the caller has it.
    """
    document = Document.of(text or manuscript(article, language))
    return parted(check(document, language, house_of(article.branch_id)), rows_of(article, language))


def require_copy(article: Article, language: str, text: Manuscript) -> None:
    """Raises Refusal (copy.errors) while an error of copy is neither repaired nor left."""
    if errors := judged(article, language, text).errors:
        raise Refusal("copy.errors", *_sentences(errors))


def _sentences(errors: Iterable[Finding]) -> Iterator[Promise]:
    """One for each rule, most of the same kind together, in the order of the text."""
    ordered = sorted(errors, key=_kind)
    for _of_a_kind, group in groupby(ordered, key=_kind):
        yield _sentence(tuple(group))


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.rule, str(finding.message)


@lazy_text
def _sentence(group: tuple[Finding, ...]) -> str:
    n = len(group)
    text = ngettext("Copy check, %(n)d place: %(message)s", "Copy check, %(n)d places: %(message)s", n)
    said = text % {"n": n, "message": group[0].message}
    places = [quoted(finding) for finding in group if finding.excerpt][:MOST_QUOTED]
    if not places:
        return said
    return _("%(sentence)s It is found %(places)s.") % {
        "sentence": said,
        "places": pgettext("list separator", ", ").join(places),
    }
